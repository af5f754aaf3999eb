//! What happens in the library, as the audit log words it. Who and when stand beside it.

use super::list::ListAct;
use super::opinion::OpinionKind;
use super::stage::ProjectAct;
use super::translation::{TranslationLanguage, TranslationState};
use crate::digest::Digest;
use crate::event::events;
use crate::id::{ListId, OpinionId, PictureId, ProjectId};

events! {
    /// One thing that happened.
    pub enum LibraryEvent {
        /// A project was entered.
        ProjectCreated { project: ProjectId } = "project-created";
        /// A project's sheet was changed; the history has each field.
        ProjectEdited { project: ProjectId, fields: usize } = "project-edited";
        /// A project was moved to another stage.
        ProjectMoved { project: ProjectId, act: ProjectAct } = "project-moved";
        /// A project went into another.
        ProjectMerged { from: ProjectId, into: ProjectId } = "project-merged" => "project={from} into={into}";
        /// A not selected project returned as one of the next year.
        ProjectReturned { project: ProjectId, previous: ProjectId } = "project-returned";
        /// A translation was typed or checked.
        Translated { project: ProjectId, language: TranslationLanguage, state: TranslationState } = "translated";
        /// A photo was added.
        PictureAdded { project: ProjectId, picture: PictureId } = "picture-added";
        /// A photo was taken away.
        PictureRemoved { project: ProjectId, picture: PictureId } = "picture-removed";
        /// The positive and negative list was answered.
        Screened { project: ProjectId } = "screened";
        /// A unit was asked for its opinion.
        OpinionAsked { opinion: OpinionId, project: ProjectId, kind: OpinionKind } = "opinion-asked";
        /// An opinion was answered.
        OpinionAnswered { opinion: OpinionId, is_paper: bool }
            = "opinion-answered" => "opinion={opinion} paper={is_paper}";
        /// A candidate list was begun.
        ListCreated { list: ListId } = "list-created";
        /// Lines or places of a list were changed.
        ListEdited { list: ListId } = "list-edited";
        /// A list was moved to another stage.
        ListMoved { list: ListId, act: ListAct } = "list-moved";
        /// A change of a frozen list was asked for.
        RevisionAsked { list: ListId } = "revision-asked";
        /// What was asked for was taken back or refused.
        RevisionDropped { list: ListId } = "revision-dropped";
        /// A version of a list was fixed under its hash.
        ListFixed { list: ListId, version: u32, hash: Digest } = "list-fixed";
    }
}
