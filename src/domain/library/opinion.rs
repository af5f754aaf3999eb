//! Opinions that units are asked for before a project can be a candidate (论证意见).

use jiff::civil::Date;

use crate::id::{OpinionId, ProjectId, UnitId};
use crate::problem::Problem;
use count::words;

words! {
    /// What an opinion is about.
    pub enum OpinionKind {
        /// Whether the land may be used so.
        Land = "land",
        /// What it does to the surroundings.
        Environment = "environment",
        /// Whether the budget carries it.
        Budget = "budget",
        /// Whether it is lawful (合法性审查); without it nothing becomes a candidate.
        Legality = "legality",
    }
}

words! {
    /// What a unit answers.
    pub enum AnswerChoice {
        Agrees = "agrees",
        /// It agrees under conditions, which the text names.
        Conditions = "conditions",
        Objects = "objects",
    }
}

/// The answer to an opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpinionAnswer {
    pub answer: AnswerChoice,
    /// In words.
    pub text: String,
    /// The day of the answer: on paper, the date of the paper.
    pub on: Date,
    /// Whether the clerk copied it from paper.
    pub is_paper: bool,
    /// Who answered or copied, by name.
    pub by: String,
}

/// One opinion, asked of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Identifier.
    pub id: OpinionId,
    /// About which project.
    pub project: ProjectId,
    /// About what.
    pub kind: OpinionKind,
    pub unit: UnitId,
    /// The unit's name.
    pub unit_name: String,
    /// The day it was asked.
    pub asked_on: Date,
    /// The day by which it is wanted.
    pub due_on: Date,
    /// The answer, once there is one.
    pub answered: Option<OpinionAnswer>,
}

impl Opinion {
    /// Days past the deadline without an answer; none while there is time.
    #[must_use]
    pub fn days_overdue(&self, today: Date) -> Option<i32> {
        if self.answered.is_some() || today <= self.due_on {
            return None;
        }
        let span = self.due_on.until(today).ok()?;
        Some(span.get_days())
    }
}

/// Judges an answer as typed: conditions and objections need words, and a paper has a date that is
/// not before the question and not in the future.
///
/// # Errors
/// `opinion-text-missing`, `opinion-date-early`, `opinion-date-late`.
pub fn check_answer(
    opinion: &Opinion,
    given: &OpinionAnswer,
    today: Date,
) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    if given.answer != AnswerChoice::Agrees && given.text.is_empty() {
        problems.push(Problem::error("opinion-text-missing").at("text"));
    }
    if given.on < opinion.asked_on {
        let problem = Problem::error("opinion-date-early").at("on");
        problems.push(problem.with("asked", opinion.asked_on));
    }
    if given.on > today {
        problems.push(Problem::error("opinion-date-late").at("on"));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn opinion() -> Opinion {
        Opinion {
            id: OpinionId(1),
            project: ProjectId(1),
            kind: OpinionKind::Legality,
            unit: UnitId(1),
            unit_name: "县司法局".to_owned(),
            asked_on: date(2026, 1, 5),
            due_on: date(2026, 1, 12),
            answered: None,
        }
    }

    #[test]
    fn an_opinion_is_overdue_from_the_day_after_its_deadline() {
        assert_eq!(opinion().days_overdue(date(2026, 1, 12)), None);
        assert_eq!(opinion().days_overdue(date(2026, 1, 13)), Some(1));
        assert_eq!(opinion().days_overdue(date(2026, 2, 15)), Some(34));
    }

    #[test]
    fn an_objection_needs_words_and_a_paper_a_possible_date() {
        let answered = |answer, text: &str, on| OpinionAnswer {
            answer,
            text: text.to_owned(),
            on,
            is_paper: true,
            by: String::new(),
        };
        let today = date(2026, 1, 15);
        let codes = |given: &OpinionAnswer| -> Vec<&'static str> {
            let problems = check_answer(&opinion(), given, today)
                .err()
                .unwrap_or_default();
            problems.iter().map(|problem| problem.code).collect()
        };
        assert!(codes(&answered(AnswerChoice::Agrees, "", date(2026, 1, 9))).is_empty());
        assert_eq!(
            codes(&answered(AnswerChoice::Objects, "", date(2026, 1, 9))),
            ["opinion-text-missing"]
        );
        assert_eq!(
            codes(&answered(AnswerChoice::Agrees, "", date(2026, 1, 4))),
            ["opinion-date-early"]
        );
        assert_eq!(
            codes(&answered(AnswerChoice::Agrees, "", date(2026, 1, 16))),
            ["opinion-date-late"]
        );
    }
}
