//! Evaluation (满意度测评): the congress grades what was built, by a poll of its own.
//!
//! The engine, the secrecy and the run-sheet are those of every poll ([`crate::poll`]); here
//! is what an evaluation adds: which projects it may ask about, and what follows a bad grade.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::id::{FindingId, PollId};
use super::library::stage::ProjectStage;
use super::poll::Subject;
use super::problem::Problem;
use super::tally::LineGrade;

/// Days that a unit has to put right what the congress is dissatisfied with. No published text fixes
/// it; one to two months is what local methods give, and the office may extend it by its approver.
pub(crate) const DAYS_TO_RECTIFY: i32 = 60;

/// A poll that grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluation {
    pub poll: PollId,
    /// The evaluation whose dissatisfied projects it asks about again (再次测评).
    pub second_of: Option<PollId>,
}

/// How often each grade was given, in papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradeCounts {
    pub satisfied: u32,
    /// Basically satisfied.
    pub basically: u32,
    pub dissatisfied: u32,
    /// Abstentions.
    pub abstain: u32,
}

/// What an evaluation came to for one line. Residents' ratings never enter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeResult {
    /// The evaluation.
    pub poll: PollId,
    /// The line's number on its paper.
    pub line_no: u16,
    /// What the line asked about.
    pub subject: Subject,
    /// The papers.
    pub marks: GradeCounts,
    /// The number of which grades are taken.
    pub base: u32,
    pub grade: LineGrade,
    /// The rectification that a dissatisfied one opened.
    pub finding: Option<FindingId>,
    /// Whether everybody may read it: the evaluation has a notice.
    pub is_published: bool,
}

/// Whether a project can be graded: there is work to look at, and nobody ended it.
#[must_use]
pub fn may_be_graded(stage: ProjectStage) -> bool {
    match stage {
        ProjectStage::InProgress
        | ProjectStage::Completed
        | ProjectStage::Accepted
        | ProjectStage::Evaluated => true,
        ProjectStage::InLibrary
        | ProjectStage::UnderAppraisal
        | ProjectStage::Candidate
        | ProjectStage::OnSlate
        | ProjectStage::Selected
        | ProjectStage::NotSelected
        | ProjectStage::Declined
        | ProjectStage::Merged
        | ProjectStage::Assigned
        | ProjectStage::Suspended
        | ProjectStage::Terminated => false,
    }
}

/// Letters of a part's name at most: it stands on one line of the ballot.
pub(crate) const MOST_PART_LETTERS: usize = 60;
/// Lines of an evaluation at most: a paper of more is read by nobody.
pub const MOST_LINES: usize = 60;

/// What there is to look at behind a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradedSubject {
    /// A project, whole or in part, and where it stands.
    Of(ProjectStage),
    /// A unit, and whether it leads a project that can be graded.
    Unit { leads: bool },
}

/// A line that somebody wants on an evaluation.
#[derive(Debug, Clone, Copy)]
pub struct RequestedLine<'w> {
    /// What it asks about.
    pub subject: &'w Subject,
    /// Its name, for problems.
    pub name: &'w str,
    /// What there is to look at.
    pub work: GradedSubject,
}

impl RequestedLine<'_> {
    /// The field of the form that asks for it.
    fn field(&self) -> String {
        match self.subject {
            Subject::Project(_) => "projects".to_owned(),
            Subject::Part { project, .. } => format!("parts-{project}"),
            Subject::Unit(_) => "units".to_owned(),
        }
    }

    fn against(&self, code: &'static str) -> Problem {
        let problem = Problem::error(code).at(self.field());
        problem.with("name", self.name)
    }
}

/// What stands against putting these lines to an evaluation, each beside the field that asks for it:
/// `evaluation-no-projects` and `evaluation-too-many` for all of them; `not-gradable` (facts `name`,
/// `stage`), `unit-leads-nothing`, `part-long`, `evaluation-asked-twice` and
/// `evaluation-whole-and-parts` for one.
#[must_use]
pub fn problems(lines: &[RequestedLine<'_>]) -> Vec<Problem> {
    if lines.is_empty() {
        return vec![Problem::error("evaluation-no-projects").at("projects")];
    }
    let mut problems = Vec::new();
    if lines.len() > MOST_LINES {
        let problem = Problem::error("evaluation-too-many").at("projects");
        problems.push(problem.with("lines", lines.len()).with("most", MOST_LINES));
    }
    let whole: BTreeSet<_> = lines
        .iter()
        .filter_map(|line| line.subject.whole())
        .collect();
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    for line in lines {
        match line.work {
            GradedSubject::Of(stage) if !may_be_graded(stage) => {
                problems.push(line.against("not-gradable").with("stage", stage.word()));
            }
            GradedSubject::Unit { leads: false } => {
                problems.push(line.against("unit-leads-nothing"));
            }
            GradedSubject::Of(_) | GradedSubject::Unit { leads: true } => {}
        }
        if line.subject.part().chars().count() > MOST_PART_LETTERS {
            problems.push(line.against("part-long").with("most", MOST_PART_LETTERS));
        }
        if !seen.insert(line.subject) {
            problems.push(line.against("evaluation-asked-twice"));
        }
        let is_part = line.subject.whole().is_none();
        if let Some(project) = line.subject.project().filter(|_| is_part)
            && whole.contains(&project)
            && told.insert(project)
        {
            problems.push(line.against("evaluation-whole-and-parts"));
        }
    }
    problems
}

/// The parts that somebody typed, one a line: spaces around them and empty lines are nothing.
#[must_use]
pub fn parts_of(typed: &str) -> Vec<String> {
    let one_space = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = typed.lines().map(one_space);
    lines.filter(|part| !part.is_empty()).collect()
}

/// The day by which a rectification ordered today must be answered.
#[must_use]
pub fn rectify_by(today: Date) -> Date {
    let days = jiff::Span::new().days(DAYS_TO_RECTIFY);
    today.saturating_add(days)
}

/// How often a unit's projects got each grade, in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitGrades {
    pub satisfied: u32,
    /// Basically satisfied.
    pub basically: u32,
    pub dissatisfied: u32,
}

/// The records of units over the years: the first evaluation of each project counts, for a second
/// one tells of the rectification and not of the year's work.
#[must_use]
pub fn records<'u>(
    grades: impl IntoIterator<Item = (&'u str, i16, LineGrade)>,
) -> BTreeMap<&'u str, BTreeMap<i16, UnitGrades>> {
    let mut records: BTreeMap<&str, BTreeMap<i16, UnitGrades>> = BTreeMap::new();
    for (unit, year, grade) in grades {
        let record = records.entry(unit).or_default().entry(year).or_default();
        let sum = match grade {
            LineGrade::Satisfied => &mut record.satisfied,
            LineGrade::Basically => &mut record.basically,
            LineGrade::Dissatisfied => &mut record.dissatisfied,
        };
        *sum = sum.saturating_add(1);
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{ProjectId, UnitId};
    use crate::problem::ProblemPlace;

    #[test]
    fn work_is_graded_from_its_start_until_somebody_ends_it() {
        let gradable: Vec<&str> = ProjectStage::ALL
            .iter()
            .filter(|stage| may_be_graded(**stage))
            .map(|stage| stage.word())
            .collect();
        assert_eq!(
            gradable,
            ["in_progress", "completed", "accepted", "evaluated"]
        );
    }

    fn wanted<'w>(subject: &'w Subject, work: GradedSubject) -> RequestedLine<'w> {
        let name = "a road";
        RequestedLine {
            subject,
            name,
            work,
        }
    }

    fn told(lines: &[RequestedLine<'_>]) -> Vec<(&'static str, String)> {
        let field = |problem: &Problem| match &problem.place {
            ProblemPlace::Field(field) => field.clone(),
            ProblemPlace::Whole | ProblemPlace::Cell { .. } => String::new(),
        };
        let found = problems(lines);
        found.iter().map(|one| (one.code, field(one))).collect()
    }

    fn part(name: &str) -> Subject {
        Subject::Part {
            project: ProjectId(7),
            part: name.to_owned(),
        }
    }

    #[test]
    fn an_evaluation_asks_about_something_that_can_be_graded() {
        let at = |code, field: &str| (code, field.to_owned());
        assert_eq!(told(&[]), [at("evaluation-no-projects", "projects")]);
        let (road, lamps) = (Subject::Project(ProjectId(8)), part("lamps"));
        let unit = Subject::Unit(UnitId(1));
        let good = GradedSubject::Of(ProjectStage::Accepted);
        let lines = [
            wanted(&road, good),
            wanted(&lamps, good),
            wanted(&unit, GradedSubject::Unit { leads: true }),
        ];
        assert_eq!(told(&lines), []);
        let stopped = GradedSubject::Of(ProjectStage::Suspended);
        let lines = [
            wanted(&road, stopped),
            wanted(&lamps, stopped),
            wanted(&unit, GradedSubject::Unit { leads: false }),
        ];
        let expected = [
            at("not-gradable", "projects"),
            at("not-gradable", "parts-7"),
            at("unit-leads-nothing", "units"),
        ];
        assert_eq!(told(&lines), expected);
    }

    #[test]
    fn nothing_is_asked_about_twice_and_no_project_both_whole_and_in_parts() {
        let at = |code, field: &str| (code, field.to_owned());
        let good = GradedSubject::Of(ProjectStage::Completed);
        let (whole, one, two) = (Subject::Project(ProjectId(7)), part("one"), part("two"));
        let lines = [&whole, &one, &two].map(|subject| wanted(subject, good));
        let expected = [at("evaluation-whole-and-parts", "parts-7")];
        assert_eq!(told(&lines), expected, "told once for a project");
        let lines = [&one, &two, &one].map(|subject| wanted(subject, good));
        assert_eq!(told(&lines), [at("evaluation-asked-twice", "parts-7")]);
        let long = part(&"x".repeat(MOST_PART_LETTERS + 1));
        assert_eq!(told(&[wanted(&long, good)]), [at("part-long", "parts-7")]);
        let many: Vec<Subject> = (0..=MOST_LINES).map(|n| part(&n.to_string())).collect();
        let lines: Vec<_> = many.iter().map(|subject| wanted(subject, good)).collect();
        assert_eq!(told(&lines), [at("evaluation-too-many", "projects")]);
    }

    #[test]
    fn parts_are_typed_one_a_line() {
        assert_eq!(
            parts_of(" lamps \r\n\n the  bridge\n"),
            ["lamps", "the bridge"]
        );
        assert!(parts_of(" \n").is_empty());
    }

    #[test]
    fn a_rectification_has_sixty_days() {
        let today = jiff::civil::date(2026, 12, 31);
        assert_eq!(rectify_by(today), jiff::civil::date(2027, 3, 1));
    }

    #[test]
    fn records_add_up_by_unit_and_year() {
        let found = records([
            ("water", 2025, LineGrade::Satisfied),
            ("water", 2026, LineGrade::Dissatisfied),
            ("water", 2026, LineGrade::Basically),
            ("roads", 2026, LineGrade::Satisfied),
        ]);
        assert_eq!(found["water"][&2026].dissatisfied, 1);
        assert_eq!(found["water"][&2026].basically, 1);
        assert_eq!(found["water"][&2025].satisfied, 1);
        assert_eq!(found["roads"].len(), 1);
    }
}
