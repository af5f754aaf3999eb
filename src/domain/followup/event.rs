//! What happened in the follow-up, for the audit chain.

use super::change::ChangeKind;
use super::fact::FactKind;
use super::finding::FindingAct;
use super::month::Month;
use crate::event::events;
use crate::id::{
    ChangeId, CongressId, DeputyGroupId, EntryId, FindingId, PollId, ProjectId, ReportId,
};

events! {
    /// An event of the follow-up.
    pub enum FollowupEvent {
        /// A project got its plan.
        Assigned(project: ProjectId) = "project-assigned";
        /// What a congress chose on paper was taken over: whose, which year, how many.
        TakenOver(congress: CongressId, year: i16, projects: u64) = "selection-taken-over";
        /// A report was written, or a month's report corrected.
        Reported(report: ReportId) = "progress-reported";
        /// Reports came with a file: whose, of which year's projects, how many.
        ReportsImported(congress: CongressId, year: i16, saved: u64) = "reports-imported";
        /// A report was checked.
        ReportChecked(report: ReportId) = "report-checked";
        /// A fact was noted.
        FactNoted(project: ProjectId, fact: FactKind) = "fact-noted";
        /// A finding was written down.
        Found(finding: FindingId) = "finding-written";
        /// A step was taken with a finding.
        FindingStep(finding: FindingId, act: FindingAct) = "finding-step";
        /// A resident rated a project.
        Rated(project: ProjectId) = "project-rated";
        /// The words of a remark on a line of an evaluation were taken out: they pointed at a person.
        RemarkTakenOut(poll: PollId, line: u16) = "remark-taken-out";
        /// A change was asked for.
        ChangeAsked(change: ChangeId, kind: ChangeKind) = "change-asked";
        /// A body decided about a change.
        ChangeDecided(change: ChangeId, granted: bool) = "change-decided";
        /// The numbers of the lights were set from a month on.
        LightRuleSet(congress: CongressId, from: Month) = "light-rule-set";
        /// The members of a deputies' group were set.
        GroupKept(group: DeputyGroupId) = "group-kept";
        /// A year's account was closed.
        YearClosed(congress: CongressId, year: i16) = "year-closed";
        /// An entry was put into the calendar.
        EntryMade(entry: EntryId) = "entry-made";
        /// An entry was held.
        EntryHeld(entry: EntryId) = "entry-held";
        /// A question was asked at an entry.
        QuestionAsked(entry: EntryId) = "question-asked";
        /// A question was answered.
        QuestionAnswered(entry: EntryId) = "question-answered";
    }
}
