//! What happened in the follow-up, for the audit chain.

use super::change::ChangeKind;
use super::fact::FactKind;
use super::finding::FindingAct;
use super::month::Month;
use crate::id::{
    ChangeId, CongressId, DeputyGroupId, EntryId, FindingId, PollId, ProjectId, ReportId,
};

/// An event of the follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// A project got its plan.
    Assigned(ProjectId),
    /// What a congress chose on paper was taken over: whose, which year, how many.
    TakenOver(CongressId, i16, u64),
    /// A report was written, or a month's report corrected.
    Reported(ReportId),
    /// Reports came with a file: whose, of which year's projects, how many.
    ReportsImported(CongressId, i16, u64),
    /// A report was checked.
    ReportChecked(ReportId),
    /// A fact was noted.
    FactNoted(ProjectId, FactKind),
    /// A finding was written down.
    Found(FindingId),
    /// A step was taken with a finding.
    FindingStep(FindingId, FindingAct),
    /// A resident rated a project.
    Rated(ProjectId),
    /// The words of a remark on a line of an evaluation were taken out: they pointed at a person.
    RemarkTakenOut(PollId, u16),
    /// A change was asked for.
    ChangeAsked(ChangeId, ChangeKind),
    /// A body decided about a change.
    ChangeDecided(ChangeId, bool),
    /// The numbers of the lights were set from a month on.
    LightRuleSet(CongressId, Month),
    /// The members of a deputies' group were set.
    GroupKept(DeputyGroupId),
    /// A year's account was closed.
    YearClosed(CongressId, i16),
    /// An entry was put into the calendar.
    EntryMade(EntryId),
    /// An entry was held.
    EntryHeld(EntryId),
    /// A question was asked at an entry.
    QuestionAsked(EntryId),
    /// A question was answered.
    QuestionAnswered(EntryId),
}

impl Happened {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Assigned(_) => "project-assigned",
            Self::TakenOver(..) => "selection-taken-over",
            Self::Reported(_) => "progress-reported",
            Self::ReportsImported(..) => "reports-imported",
            Self::ReportChecked(_) => "report-checked",
            Self::FactNoted(..) => "fact-noted",
            Self::Found(_) => "finding-written",
            Self::FindingStep(..) => "finding-step",
            Self::Rated(_) => "project-rated",
            Self::RemarkTakenOut(..) => "remark-taken-out",
            Self::ChangeAsked(..) => "change-asked",
            Self::ChangeDecided(..) => "change-decided",
            Self::LightRuleSet(..) => "light-rule-set",
            Self::GroupKept(_) => "group-kept",
            Self::YearClosed(..) => "year-closed",
            Self::EntryMade(_) => "entry-made",
            Self::EntryHeld(_) => "entry-held",
            Self::QuestionAsked(_) => "question-asked",
            Self::QuestionAnswered(_) => "question-answered",
        }
    }

    /// The facts as `name=value` words.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Assigned(project) | Self::Rated(project) => format!("project={project}"),
            Self::TakenOver(congress, year, projects) => {
                format!("congress={congress} year={year} projects={projects}")
            }
            Self::ReportsImported(congress, year, saved) => {
                format!("congress={congress} year={year} saved={saved}")
            }
            Self::Reported(report) | Self::ReportChecked(report) => format!("report={report}"),
            Self::FactNoted(project, kind) => format!("project={project} fact={}", kind.word()),
            Self::Found(finding) => format!("finding={finding}"),
            Self::FindingStep(finding, act) => format!("finding={finding} act={}", act.word()),
            Self::RemarkTakenOut(poll, line) => format!("poll={poll} line={line}"),
            Self::ChangeAsked(change, kind) => format!("change={change} kind={}", kind.word()),
            Self::ChangeDecided(change, granted) => format!("change={change} granted={granted}"),
            Self::LightRuleSet(congress, month) => format!("congress={congress} from={month}"),
            Self::GroupKept(group) => format!("group={group}"),
            Self::YearClosed(congress, year) => format!("congress={congress} year={year}"),
            Self::EntryMade(entry)
            | Self::EntryHeld(entry)
            | Self::QuestionAsked(entry)
            | Self::QuestionAnswered(entry) => format!("entry={entry}"),
        }
    }
}
