//! What a line of a round asks about. A selection votes on whole projects and on nothing else; an
//! evaluation may grade a part of a project, or a unit by its work.

use super::RoundLine;
use crate::id::{ProjectId, UnitId};
use crate::problem::Problem;

/// What a line asks about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A project of the library as a whole.
    Project(ProjectId),
    /// A part of a project (子项), by its name.
    Part {
        project: ProjectId,
        /// The part's name, never empty.
        part: String,
    },
    /// A responsible unit, by its work.
    Unit(UnitId),
}

impl Subject {
    /// The project that it is, or is a part of.
    #[must_use]
    pub fn project(&self) -> Option<ProjectId> {
        match self {
            Self::Project(project) | Self::Part { project, .. } => Some(*project),
            Self::Unit(_) => None,
        }
    }

    /// The project that it is as a whole.
    #[must_use]
    pub fn whole(&self) -> Option<ProjectId> {
        match self {
            Self::Project(project) => Some(*project),
            Self::Part { .. } | Self::Unit(_) => None,
        }
    }

    /// The name of the part; empty for anything whole.
    #[must_use]
    pub fn part(&self) -> &str {
        match self {
            Self::Part { part, .. } => part,
            Self::Project(_) | Self::Unit(_) => "",
        }
    }

    /// The unit.
    #[must_use]
    pub fn unit(&self) -> Option<UnitId> {
        match self {
            Self::Unit(unit) => Some(*unit),
            Self::Project(_) | Self::Part { .. } => None,
        }
    }

    /// The subject of its columns in the store: exactly one of project and unit, a part only of a
    /// project.
    #[must_use]
    pub fn of(project: Option<ProjectId>, part: String, unit: Option<UnitId>) -> Option<Self> {
        match (project, unit) {
            (Some(project), None) if part.is_empty() => Some(Self::Project(project)),
            (Some(project), None) => Some(Self::Part { project, part }),
            (None, Some(unit)) if part.is_empty() => Some(Self::Unit(unit)),
            (None | Some(_), Some(_)) | (None, None) => None,
        }
    }
}

/// What a part is called on ballot, statement and notice, where no other line tells its project.
#[must_use]
pub fn part_name(project: &str, part: &str) -> String {
    format!("{project} · {part}")
}

/// The projects of a selection's lines, in their order: the one way from lines to candidates.
///
/// # Errors
/// `candidate-not-a-project` (fact `name`): no rule selects a part of a project or a unit.
pub fn candidates(lines: &[RoundLine]) -> Result<Vec<ProjectId>, Problem> {
    let whole = lines.iter().map(|line| {
        let other = || Problem::error("candidate-not-a-project").with("name", &line.name);
        line.subject.whole().ok_or_else(other)
    });
    whole.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(subject: Subject) -> RoundLine {
        RoundLine {
            line_no: 1,
            subject,
            name: "a road".to_owned(),
            summary: String::new(),
            investment: 0,
            content: String::new(),
            translations: Vec::new(),
        }
    }

    #[test]
    fn only_whole_projects_are_candidates() {
        let road = Subject::Project(ProjectId(1));
        assert_eq!(candidates(&[line(road)]), Ok(vec![ProjectId(1)]));
        let part = "lamps".to_owned();
        let project = ProjectId(1);
        for other in [Subject::Part { project, part }, Subject::Unit(UnitId(1))] {
            let refused = candidates(&[line(other)]).map_err(|problem| problem.code);
            assert_eq!(refused, Err("candidate-not-a-project"));
        }
    }

    #[test]
    fn a_subject_comes_back_from_its_columns_and_half_of_one_does_not() {
        let project = ProjectId(1);
        let part = "lamps".to_owned();
        for subject in [
            Subject::Project(project),
            Subject::Part { project, part },
            Subject::Unit(UnitId(1)),
        ] {
            let part = subject.part().to_owned();
            let (project, unit) = (subject.project(), subject.unit());
            assert_eq!(Subject::of(project, part, unit), Some(subject));
        }
        let part = "lamps".to_owned();
        assert_eq!(Subject::of(None, String::new(), None), None);
        assert_eq!(Subject::of(None, part, Some(UnitId(1))), None);
        let both = Subject::of(Some(project), String::new(), Some(UnitId(1)));
        assert_eq!(both, None);
    }
}
