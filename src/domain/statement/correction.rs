//! What a correction of a certified statement may change: three things, each with its own check.
//!
//! The marks on the papers, the totals and the verdicts are never corrected: they are counted from the
//! opened papers and stay as they were. A correction stands in the text of the version that it makes,
//! and is read back from there.

use crate::id::OfficerId;
use crate::library::wording;
use crate::poll::rules::{CountingBase, Rules};
use crate::poll::slate::plain;
use crate::problem::Problem;
use crate::sitting::officer::Post;
use crate::tally::{LineVerdict, Outcome};
use count::words;

words! {
    /// Why papers that were found later could change a result.
    pub enum CorrectionReason {
        /// More would have come back than was handed out.
        Above = "above",
        /// A majority is taken of the papers that came back.
        Base = "base",
        /// A line of an evaluation could reach another grade.
        Grade = "grade",
        /// A line that is short of votes could pass.
        Passes = "passes",
        /// A line that was not selected could overtake one that was.
        Overtakes = "overtakes",
        /// Lines are tied.
        Tied = "tied",
    }
}

/// Papers of a round that are found later are noted up to here, over all versions; more of them need a
/// new vote.
pub const MOST_FOUND: u32 = 4;
/// Letters of a name at most.
const LONGEST: usize = 120;

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    /// Papers of a round were found after the count. They are noted, never counted.
    PapersFound {
        /// The round's number.
        round: u32,
        papers: u32,
        /// How many the versions before had noted already.
        before: u32,
        /// Why all of them together could change a verdict: then a new vote is needed.
        could_change: Option<CorrectionReason>,
    },
    /// A name was set wrongly on the notice.
    Name {
        /// The round's number.
        round: u32,
        line: u16,
        /// As it stands.
        before: String,
        /// As it should read.
        after: String,
    },
    /// The name of an officer who signed was written wrongly.
    OfficerName {
        officer: OfficerId,
        post: Post,
        /// As it stands.
        before: String,
        /// As it should read.
        after: String,
    },
}

impl Correction {
    /// Notes papers of a round that were found later, besides those that earlier versions noted.
    ///
    /// # Errors
    /// At `papers`: `papers-found-none`, `papers-found-many` for more than may be noted in all.
    pub fn papers_found(
        round: u32,
        papers: u32,
        earlier: &[Self],
        outcome: &Outcome,
        rules: &Rules,
    ) -> Result<Self, Problem> {
        if papers == 0 {
            return Err(Problem::error("papers-found-none").at("papers"));
        }
        let before = Self::found_before(round, earlier);
        let all = before.saturating_add(papers);
        if all > MOST_FOUND {
            let problem = Problem::error("papers-found-many").at("papers");
            return Err(problem.with("most", MOST_FOUND).with("before", before));
        }
        Ok(Self::PapersFound {
            round,
            papers,
            before,
            could_change: could_change(outcome, rules, u64::from(all)),
        })
    }

    /// How many papers of a round these corrections have noted.
    #[must_use]
    pub fn found_before(round: u32, earlier: &[Self]) -> u32 {
        let found = earlier.iter().map(|one| match one {
            Self::PapersFound {
                round: of, papers, ..
            } if *of == round => *papers,
            Self::PapersFound { .. } | Self::Name { .. } | Self::OfficerName { .. } => 0,
        });
        found.fold(0, u32::saturating_add)
    }

    /// Sets the name of a line right.
    ///
    /// # Errors
    /// At `name`: `correction-name-form`, `correction-name-same`, `correction-name-taken`; what
    /// [`wording::line`] says.
    ///
    /// `others`: every name that another line has or ever had, the one under which it was voted above all:
    /// with that the two would change places.
    pub fn name(
        (round, line): (u32, u16),
        before: &str,
        after: &str,
        others: &[String],
    ) -> Result<Self, Problem> {
        let after = set_right(before, after)?;
        if others.contains(&after) {
            return Err(Problem::error("correction-name-taken").at("name"));
        }
        Ok(Self::Name {
            round,
            line,
            before: before.to_owned(),
            after,
        })
    }

    /// Sets the name of an officer right.
    ///
    /// # Errors
    /// At `name`: `correction-name-form`, `correction-name-same`.
    pub fn officer(
        (officer, post): (OfficerId, Post),
        before: &str,
        after: &str,
    ) -> Result<Self, Problem> {
        Ok(Self::OfficerName {
            officer,
            post,
            before: before.to_owned(),
            after: set_right(before, after)?,
        })
    }

    /// The fields of its line in the text: a word, then the facts.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        match self {
            Self::PapersFound {
                round,
                papers,
                before,
                could_change,
            } => {
                let what = match could_change {
                    Some(why) => ["new-vote", why.word()],
                    None => ["noted", "-"],
                };
                let numbers = [round, papers, before].map(u32::to_string);
                let mut fields = vec!["papers-found".to_owned()];
                fields.extend(numbers);
                fields.extend(what.map(str::to_owned));
                fields
            }
            Self::Name {
                round,
                line,
                before,
                after,
            } => {
                let (round, line) = (round.to_string(), line.to_string());
                vec!["name".to_owned(), round, line, plain(before), plain(after)]
            }
            Self::OfficerName {
                officer,
                post,
                before,
                after,
            } => {
                let mut fields = vec!["officer".to_owned(), officer.to_string()];
                fields.extend([post.word().to_owned(), plain(before), plain(after)]);
                fields
            }
        }
    }

    /// Reads the fields back; none for what is no correction.
    #[must_use]
    pub fn read(fields: &[&str]) -> Option<Self> {
        match fields {
            ["papers-found", round, papers, before, what, why] => Some(Self::PapersFound {
                round: round.parse().ok()?,
                papers: papers.parse().ok()?,
                before: before.parse().ok()?,
                could_change: match *what {
                    "new-vote" => Some(CorrectionReason::from_word(why)?),
                    _ => None,
                },
            }),
            ["name", round, line, before, after] => Some(Self::Name {
                round: round.parse().ok()?,
                line: line.parse().ok()?,
                before: (*before).to_owned(),
                after: (*after).to_owned(),
            }),
            ["officer", officer, post, before, after] => Some(Self::OfficerName {
                officer: officer.parse().ok()?,
                post: Post::from_word(post)?,
                before: (*before).to_owned(),
                after: (*after).to_owned(),
            }),
            _ => None,
        }
    }

    /// The correction that made this version of a statement; none for a first version.
    #[must_use]
    pub fn of_statement(text: &str) -> Option<Self> {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("correction\t"))?;
        Self::read(&line.split('\t').collect::<Vec<_>>())
    }

    /// What was asked for, with its reason, as one text for the second person.
    #[must_use]
    pub fn request(&self, reason: &str) -> String {
        let mut fields = self.fields();
        fields.push(plain(reason));
        fields.join("\t")
    }

    /// The correction and the reason of a request.
    #[must_use]
    pub fn of_request(text: &str) -> Option<(Self, String)> {
        let (fields, reason) = text.rsplit_once('\t')?;
        let fields: Vec<&str> = fields.split('\t').collect();
        Some((Self::read(&fields)?, reason.to_owned()))
    }
}

/// A name as it should read: something else than it says now.
fn set_right(before: &str, after: &str) -> Result<String, Problem> {
    let after = wording::line("name", after)?;
    let after = after.as_str();
    let length = after.chars().count();
    if length == 0 || length > LONGEST || after.chars().any(char::is_control) {
        let problem = Problem::error("correction-name-form").at("name");
        return Err(problem.with("most", LONGEST));
    }
    if after == before {
        return Err(Problem::error("correction-name-same").at("name"));
    }
    Ok(after.to_owned())
}

/// Why so many more papers, marked in whatever way, could make another verdict: a line passes or falls
/// behind, a tie comes or goes, the base moves, or more came back than was issued.
#[must_use]
pub fn could_change(outcome: &Outcome, rules: &Rules, papers: u64) -> Option<CorrectionReason> {
    let is_above = outcome
        .issued
        .is_some_and(|issued| outcome.ballots.saturating_add(papers) > issued);
    let moves_base = match rules.base {
        CountingBase::InOffice | CountingBase::Present => false,
        CountingBase::Returned | CountingBase::Valid => true,
    };
    let graded = outcome.grades.iter().any(|line| {
        let reaches = |votes: u64, needed: u64| votes < needed && needed - votes <= papers;
        reaches(line.satisfied, line.needs_satisfied)
            || reaches(
                line.satisfied.saturating_add(line.basically),
                line.needs_basically,
            )
    });
    let passes = outcome
        .lines
        .iter()
        .any(|line| line.verdict == LineVerdict::BelowThreshold && line.short_by <= papers);
    // A ranked paper gives a line as many points as it may bear ranks.
    let is_ranked = outcome.lines.iter().any(|line| line.points.is_some());
    let most = if is_ranked {
        rules.points(1, rules.most_approvals(outcome.lines.len()))
    } else {
        Some(1)
    };
    let gain = papers.saturating_mul(most.unwrap_or(u64::MAX));
    let of = |verdict: LineVerdict| {
        let lines = outcome.lines.iter();
        lines.filter(move |line| line.verdict == verdict)
    };
    let least = of(LineVerdict::Selected).map(|line| line.score()).min();
    let best = of(LineVerdict::BeyondPlaces).map(|line| line.score()).max();
    let overtakes = match (least, best) {
        (Some(least), Some(best)) => least.saturating_sub(best) <= gain,
        (None, _) | (_, None) => false,
    };
    let is_tied = of(LineVerdict::Tied).next().is_some();
    let reasons = [
        (is_above, CorrectionReason::Above),
        (moves_base, CorrectionReason::Base),
        (graded, CorrectionReason::Grade),
        (passes, CorrectionReason::Passes),
        (overtakes, CorrectionReason::Overtakes),
        (is_tied, CorrectionReason::Tied),
    ];
    let mut found = reasons.into_iter().filter(|(is_so, _)| *is_so);
    found.next().map(|(_, why)| why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::{Mark, Paper};
    use crate::congress::Body;
    use crate::poll::rules::{HallNumbers, MarkLimit};
    use crate::tally::Counter;

    /// 15 deputies, two places, three lines with these approvals.
    fn outcome(approvals: [u64; 3]) -> (Outcome, Rules) {
        let mut rules = Rules::per_item(2, Body::Congress);
        rules.limit = MarkLimit::Unlimited;
        let mut counter = Counter::new(&rules, 3);
        for n in 0..10 {
            let mark = |most: u64| {
                if n < most {
                    Mark::Approve
                } else {
                    Mark::Abstain
                }
            };
            counter.add(&Paper::Marks(approvals.map(mark).to_vec()), 1);
        }
        let numbers = HallNumbers {
            due: 15,
            present: Some(15),
            issued: Some(15),
            returned: None,
        };
        (counter.finish(&numbers).unwrap(), rules)
    }

    #[test]
    fn a_request_and_a_statement_give_back_what_was_asked() {
        let all = [
            Correction::PapersFound {
                round: 1,
                papers: 2,
                before: 1,
                could_change: Some(CorrectionReason::Above),
            },
            Correction::Name {
                round: 2,
                line: 3,
                before: "a b".to_owned(),
                after: "c".to_owned(),
            },
            Correction::OfficerName {
                officer: OfficerId(7),
                post: Post::Teller,
                before: "x".to_owned(),
                after: "y".to_owned(),
            },
        ];
        for one in all {
            let text = one.request("why\tnot");
            let read = Correction::of_request(&text).unwrap();
            assert_eq!(read, (one.clone(), "why not".to_owned()));
            let line = format!(
                "version\t2\ncorrection\t{}\nround\t1\n",
                one.fields().join("\t")
            );
            assert_eq!(Correction::of_statement(&line), Some(one));
        }
        assert_eq!(Correction::of_statement("version\t1\n"), None);
    }

    #[test]
    fn under_five_papers_are_noted_and_what_they_could_change_is_said() {
        let (clear, rules) = outcome([10, 9, 0]);
        let found = |papers, outcome| Correction::papers_found(1, papers, &[], outcome, &rules);
        let code = |papers| found(papers, &clear).map_err(|problem| problem.code);
        assert_eq!(code(0), Err("papers-found-none"));
        assert_eq!(code(5), Err("papers-found-many"));
        let says = |papers: u32, outcome| match found(papers, outcome) {
            Ok(Correction::PapersFound { could_change, .. }) => could_change,
            other => panic!("{other:?}"),
        };
        assert_eq!(says(4, &clear), None, "8 short, 5 papers not returned");
        let (near, _) = outcome([10, 9, 5]);
        assert_eq!(says(2, &near), None, "3 short");
        assert_eq!(says(3, &near), Some(CorrectionReason::Passes));
        // What earlier versions have noted is counted with it, of its own round.
        let noted = |round| Correction::papers_found(round, 2, &[], &near, &rules).unwrap();
        let after = |papers, earlier: &[Correction]| {
            Correction::papers_found(1, papers, earlier, &near, &rules)
        };
        let refused = after(3, &[noted(1)]).map_err(|problem| problem.code);
        assert_eq!(refused, Err("papers-found-many"));
        let second = after(1, &[noted(1), noted(2)]).unwrap();
        assert_eq!(
            second,
            Correction::PapersFound {
                round: 1,
                papers: 1,
                before: 2,
                could_change: Some(CorrectionReason::Passes),
            }
        );
        assert_eq!(Correction::found_before(1, &[noted(1), second]), 3);
    }

    #[test]
    fn a_name_is_set_right_to_another_that_nobody_has() {
        let others = ["Road".to_owned()];
        let tried = |after: &str| {
            let made = Correction::name((1, 2), "Brigde", after, &others);
            made.map_err(|problem| problem.code)
        };
        assert_eq!(tried(" "), Err("correction-name-form"));
        assert_eq!(tried("Brigde "), Err("correction-name-same"));
        assert_eq!(tried("Road"), Err("correction-name-taken"));
        assert!(tried("Bridge").is_ok());
        let officer = Correction::officer((OfficerId(1), Post::Teller), "Li", "Li");
        assert_eq!(officer.unwrap_err().code, "correction-name-same");
    }
}
