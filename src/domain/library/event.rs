//! What happens in the library, as the audit log words it. Who and when stand beside it.

use super::list::ListAct;
use super::opinion::OpinionKind;
use super::stage::ProjectAct;
use super::translation::{TranslationLanguage, TranslationState};
use crate::digest::Digest;
use crate::id::{ListId, OpinionId, PictureId, ProjectId};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryEvent {
    /// A project was entered.
    ProjectCreated {
        /// The project.
        project: ProjectId,
    },
    /// A project's sheet was changed; the history has each field.
    ProjectEdited {
        /// The project.
        project: ProjectId,
        /// How many fields.
        fields: usize,
    },
    /// A project was moved to another stage.
    ProjectMoved {
        /// The project.
        project: ProjectId,
        /// By what.
        act: ProjectAct,
    },
    /// A project went into another.
    ProjectMerged {
        /// The one that went.
        from: ProjectId,
        /// The one that stays.
        into: ProjectId,
    },
    /// A not selected project returned as one of the next year.
    ProjectReturned {
        /// The old one.
        previous: ProjectId,
        /// The new one.
        project: ProjectId,
    },
    /// A translation was typed or checked.
    Translated {
        /// The project.
        project: ProjectId,
        /// The language.
        language: TranslationLanguage,
        /// How far it has come.
        state: TranslationState,
    },
    /// A photo was added.
    PictureAdded {
        /// The project.
        project: ProjectId,
        /// The photo.
        picture: PictureId,
    },
    /// A photo was taken away.
    PictureRemoved {
        /// The project.
        project: ProjectId,
        /// The photo.
        picture: PictureId,
    },
    /// The positive and negative list was answered.
    Screened {
        /// The project.
        project: ProjectId,
    },
    /// A unit was asked for its opinion.
    OpinionAsked {
        /// The opinion.
        opinion: OpinionId,
        /// About which project.
        project: ProjectId,
        /// About what.
        kind: OpinionKind,
    },
    /// An opinion was answered.
    OpinionAnswered {
        /// The opinion.
        opinion: OpinionId,
        /// Whether the clerk copied it from paper.
        is_paper: bool,
    },
    /// A candidate list was begun.
    ListCreated {
        /// The list.
        list: ListId,
    },
    /// Lines or places of a list were changed.
    ListEdited {
        /// The list.
        list: ListId,
    },
    /// A list was moved to another stage.
    ListMoved {
        /// The list.
        list: ListId,
        /// By what.
        act: ListAct,
    },
    /// A change of a frozen list was asked for.
    RevisionAsked {
        /// The list.
        list: ListId,
    },
    /// What was asked for was taken back or refused.
    RevisionDropped {
        /// The list.
        list: ListId,
    },
    /// A version of a list was fixed under its hash.
    ListFixed {
        /// The list.
        list: ListId,
        /// The version.
        version: u32,
        /// SHA-256 of its canonical text.
        hash: Digest,
    },
}

impl LibraryEvent {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::ProjectCreated { .. } => "project-created",
            Self::ProjectEdited { .. } => "project-edited",
            Self::ProjectMoved { .. } => "project-moved",
            Self::ProjectMerged { .. } => "project-merged",
            Self::ProjectReturned { .. } => "project-returned",
            Self::Translated { .. } => "translated",
            Self::PictureAdded { .. } => "picture-added",
            Self::PictureRemoved { .. } => "picture-removed",
            Self::Screened { .. } => "screened",
            Self::OpinionAsked { .. } => "opinion-asked",
            Self::OpinionAnswered { .. } => "opinion-answered",
            Self::ListCreated { .. } => "list-created",
            Self::ListEdited { .. } => "list-edited",
            Self::ListMoved { .. } => "list-moved",
            Self::RevisionAsked { .. } => "revision-asked",
            Self::RevisionDropped { .. } => "revision-dropped",
            Self::ListFixed { .. } => "list-fixed",
        }
    }

    /// The facts as `name=value` words, for the chain.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::ProjectCreated { project } | Self::Screened { project } => {
                format!("project={project}")
            }
            Self::ProjectEdited { project, fields } => format!("project={project} fields={fields}"),
            Self::ProjectMoved { project, act } => format!("project={project} act={}", act.word()),
            Self::ProjectMerged { from, into } => format!("project={from} into={into}"),
            Self::ProjectReturned { previous, project } => {
                format!("project={project} previous={previous}")
            }
            Self::Translated {
                project,
                language,
                state,
            } => {
                format!(
                    "project={project} language={} state={}",
                    language.word(),
                    state.word()
                )
            }
            Self::PictureAdded { project, picture } | Self::PictureRemoved { project, picture } => {
                format!("project={project} picture={picture}")
            }
            Self::OpinionAsked {
                opinion,
                project,
                kind,
            } => {
                format!("opinion={opinion} project={project} kind={}", kind.word())
            }
            Self::OpinionAnswered { opinion, is_paper } => {
                format!("opinion={opinion} paper={is_paper}")
            }
            Self::ListCreated { list }
            | Self::ListEdited { list }
            | Self::RevisionAsked { list }
            | Self::RevisionDropped { list } => format!("list={list}"),
            Self::ListMoved { list, act } => format!("list={list} act={}", act.word()),
            Self::ListFixed {
                list,
                version,
                hash,
            } => {
                format!("list={list} version={version} hash={hash}")
            }
        }
    }
}
