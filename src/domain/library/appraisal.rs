//! Screening and appraisal (筛选、论证): the positive and negative list, the money, the opinions, and
//! what prevents a project from becoming a candidate.
//!
//! The list is that of published methods: no burden on people or firms, no debt, no risk to
//! stability, no tasks ordered from above, no routine work; mainly public money, and done within the
//! year or with a target for each year.

use jiff::civil::Date;

use super::opinion::{AnswerChoice, Opinion, OpinionKind};
use super::sheet::Sheet;
use super::{fund, project::Project};
use crate::problem::Problem;
use count::words;

words! {
    /// An item of the positive and negative list.
    pub enum ScreeningItem {
        /// Puts no burden on people or firms.
        Burden = "burden",
        /// Makes no debt.
        Debt = "debt",
        /// Brings no risk to stability.
        Stability = "stability",
        /// Is no task that was ordered from above anyway.
        Ordered = "ordered",
        /// Is no routine work of a unit.
        Routine = "routine",
        /// Is paid mainly with public money.
        PublicMoney = "public_money",
        /// Is done within the year, or has a target for each year.
        InTime = "in_time",
    }
}

/// The answer to an item: whether the project meets it, and a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreeningAnswer {
    /// The item.
    pub check: ScreeningItem,
    pub is_met: bool,
    /// Why, in words.
    pub note: String,
}

words! {
    /// How an appraisal ends.
    pub enum Conclusion {
        /// The project becomes a candidate.
        Pass = "pass",
        /// It goes back to be worked on.
        SendBack = "send-back",
        /// It is refused.
        Decline = "decline",
    }
}

/// Everything that an appraisal weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppraisalFacts {
    /// The items that were answered.
    pub checks: Vec<ScreeningAnswer>,
    /// The newest opinion of each kind.
    pub opinions: Vec<Opinion>,
    /// Why candidacy is granted although money is missing; empty when it is not.
    pub exception: String,
}

/// What the sheet itself says about an item, where it can be read off it.
#[must_use]
pub fn hint(check: ScreeningItem, project: &Project) -> Option<bool> {
    match check {
        ScreeningItem::PublicMoney => {
            let found = fund::sums(&project.sheet.funds);
            Some(found.total > 0 && found.public.saturating_mul(2) > found.total)
        }
        ScreeningItem::InTime => {
            let finish = project.sheet.finish_year()?;
            Some(finish <= project.year || has_targets(&project.sheet, project.year, finish))
        }
        ScreeningItem::Burden
        | ScreeningItem::Debt
        | ScreeningItem::Stability
        | ScreeningItem::Ordered
        | ScreeningItem::Routine => None,
    }
}

fn has_targets(sheet: &Sheet, from: i16, to: i16) -> bool {
    (from..=to).all(|year| sheet.targets.iter().any(|target| target.year == year))
}

/// What stands against the project being a candidate, now.
#[must_use]
pub fn missing(project: &Project, facts: &AppraisalFacts) -> Vec<Problem> {
    let mut problems = Vec::new();
    for check in ScreeningItem::ALL {
        let found = facts.checks.iter().find(|one| one.check == check);
        match found {
            None => problems.push(Problem::error("check-open").with("check", check.word())),
            Some(one) if !one.is_met => {
                problems.push(Problem::error("check-not-met").with("check", check.word()));
            }
            Some(_) => {}
        }
    }
    if hint(ScreeningItem::InTime, project) == Some(false) {
        problems.push(Problem::error("targets-missing"));
    }
    problems.extend(missing_at_freezing(project, facts));
    problems
}

/// The part of [`missing`] that is asked once more when a slate is frozen: opinions and money may
/// have changed since.
#[must_use]
pub fn missing_at_freezing(project: &Project, facts: &AppraisalFacts) -> Vec<Problem> {
    let mut problems = Vec::new();
    let is_legality = |one: &&Opinion| one.kind == OpinionKind::Legality;
    if !facts.opinions.iter().any(|one| is_legality(&one)) {
        problems.push(Problem::error("legality-not-asked").with("name", &project.sheet.name));
    }
    for opinion in &facts.opinions {
        match &opinion.answered {
            None => problems.push(unanswered(opinion, &project.sheet.name)),
            Some(given) if opinion.kind == OpinionKind::Legality => {
                if given.answer == AnswerChoice::Objects {
                    let problem = Problem::error("legality-objected");
                    let problem = problem.with("name", &project.sheet.name);
                    problems.push(problem.with("unit", &opinion.unit_name));
                }
            }
            Some(_) => {}
        }
    }
    let secured = fund::sums(&project.sheet.funds).secured_this_year;
    let gap = project.sheet.need_this_year.saturating_sub(secured);
    if gap > 0 && facts.exception.is_empty() {
        let problem = Problem::error("money-missing").at("exception");
        let problem = problem.with("name", &project.sheet.name);
        problems.push(problem.with("fen", gap));
    }
    problems
}

fn unanswered(opinion: &Opinion, name: &str) -> Problem {
    let problem = Problem::error("opinion-unanswered").with("name", name);
    let problem = problem.with("kind", opinion.kind.word());
    let problem = problem.with("unit", &opinion.unit_name);
    problem.with("since", opinion.asked_on)
}

/// Judges when an opinion was asked and until when: a letter that went out before may be noted later,
/// its deadline over by then.
///
/// # Errors
/// `asked-later` for a day to come, `due-past` for a deadline before the day of asking.
pub fn check_due(asked_on: Date, due_on: Date, today: Date) -> Result<(), Problem> {
    if asked_on > today {
        return Err(Problem::error("asked-later").at("asked_on"));
    }
    if due_on < asked_on {
        return Err(Problem::error("due-past").at("due_on"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::id::{CongressId, OpinionId, ProjectId, UnitId};
    use crate::library::fund::{Fund, FundKind};
    use crate::library::opinion::OpinionAnswer;
    use crate::library::sheet::YearTarget;
    use crate::library::stage::ProjectStage;

    fn project() -> Project {
        let fund = |kind, amount, is_secured| Fund {
            kind,
            source: String::new(),
            amount,
            this_year: amount,
            is_secured,
        };
        Project {
            id: ProjectId(1),
            congress: CongressId(1),
            year: 2026,
            sheet: Sheet {
                name: "牧道".to_owned(),
                investment: 100,
                need_this_year: 100,
                funds: vec![
                    fund(FundKind::OwnBudget, 70, true),
                    fund(FundKind::Company, 30, true),
                ],
                finish_by: "2026年9月30日".to_owned(),
                ..Sheet::default()
            },
            stage: ProjectStage::UnderAppraisal,
            version: 1,
            reason: String::new(),
            merged_into: None,
            previous: None,
        }
    }

    fn opinion(kind: OpinionKind, answer: Option<AnswerChoice>) -> Opinion {
        Opinion {
            id: OpinionId(1),
            project: ProjectId(1),
            kind,
            unit: UnitId(1),
            unit_name: "县司法局".to_owned(),
            asked_on: date(2026, 1, 5),
            due_on: date(2026, 1, 12),
            answered: answer.map(|answer| OpinionAnswer {
                answer,
                text: String::new(),
                on: date(2026, 1, 8),
                is_paper: false,
                by: String::new(),
            }),
        }
    }

    fn facts() -> AppraisalFacts {
        let met = |check: &ScreeningItem| ScreeningAnswer {
            check: *check,
            is_met: true,
            note: String::new(),
        };
        AppraisalFacts {
            checks: ScreeningItem::ALL.iter().map(met).collect(),
            opinions: vec![opinion(OpinionKind::Legality, Some(AnswerChoice::Agrees))],
            exception: String::new(),
        }
    }

    fn codes(project: &Project, facts: &AppraisalFacts) -> Vec<&'static str> {
        missing(project, facts)
            .iter()
            .map(|problem| problem.code)
            .collect()
    }

    #[test]
    fn a_project_with_everything_is_a_candidate() {
        assert_eq!(codes(&project(), &facts()), [""; 0]);
    }

    #[test]
    fn each_item_of_the_list_must_be_answered_and_met() {
        for (place, check) in ScreeningItem::ALL.iter().enumerate() {
            let mut open = facts();
            open.checks.remove(place);
            assert_eq!(codes(&project(), &open), ["check-open"], "{check:?}");
            let mut unmet = facts();
            unmet.checks[place].is_met = false;
            assert_eq!(codes(&project(), &unmet), ["check-not-met"], "{check:?}");
        }
    }

    #[test]
    fn an_unanswered_opinion_says_who_and_since_when() {
        let mut waits = facts();
        waits.opinions = vec![opinion(OpinionKind::Legality, None)];
        let found = missing(&project(), &waits);
        assert_eq!(found[0].code, "opinion-unanswered");
        assert!(found[0].facts.contains(&("unit", "县司法局".to_owned())));
        assert!(found[0].facts.contains(&("since", "2026-01-05".to_owned())));
        waits.opinions = vec![];
        assert_eq!(codes(&project(), &waits), ["legality-not-asked"]);
        waits.opinions = vec![opinion(OpinionKind::Legality, Some(AnswerChoice::Objects))];
        assert_eq!(codes(&project(), &waits), ["legality-objected"]);
        waits.opinions = vec![
            opinion(OpinionKind::Legality, Some(AnswerChoice::Conditions)),
            opinion(OpinionKind::Land, Some(AnswerChoice::Objects)),
        ];
        assert_eq!(
            codes(&project(), &waits),
            [""; 0],
            "weighed by people, not by the gate"
        );
    }

    #[test]
    fn missing_money_is_let_through_with_a_reason_only() {
        let mut poor = project();
        poor.sheet.funds[1].is_secured = false;
        assert_eq!(codes(&poor, &facts()), ["money-missing"]);
        let mut excepted = facts();
        excepted.exception = "专项资金三月下达".to_owned();
        assert_eq!(codes(&poor, &excepted), [""; 0]);
    }

    #[test]
    fn a_work_of_several_years_needs_a_target_for_each() {
        let mut long = project();
        long.sheet.finish_by = "2027年10月15日".to_owned();
        assert_eq!(codes(&long, &facts()), ["targets-missing"]);
        long.sheet.targets = [2026, 2027]
            .map(|year| YearTarget {
                year,
                text: "一段".to_owned(),
            })
            .to_vec();
        assert_eq!(codes(&long, &facts()), [""; 0]);
    }

    #[test]
    fn the_sheet_hints_at_what_can_be_read_off_it() {
        assert_eq!(hint(ScreeningItem::PublicMoney, &project()), Some(true));
        let mut half = project();
        half.sheet.funds[0].amount = 30;
        assert_eq!(
            hint(ScreeningItem::PublicMoney, &half),
            Some(false),
            "half is not mainly"
        );
        assert_eq!(hint(ScreeningItem::Burden, &half), None);
    }
}
