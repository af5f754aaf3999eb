//! Deciding, once everything is added up: the account, the votes needed, the edge (where the places end),
//! what follows. Each step is added to the trace as it is taken.

use std::cmp::Reverse;

use super::grade::{GradeSums, LineGrade, graded, needed};
use super::next::{NextRound, next};
use super::outcome::{Decision, LineOutcome, LineVerdict, Outcome, VoidRound};
use super::sums::{CountError, LineSums};
use super::tie::Edge;
use super::trace::{TraceEvent, TraceStep};
use crate::ballot::{BallotKind, LineNo, VoidReason};
use crate::poll::clause::Clause;
use crate::poll::rules::{HallNumbers, PassRule, Rules, ShortfallRule};

/// An outcome on its way.
pub(super) struct PartialOutcome<'c> {
    pub(super) rules: &'c Rules,
    pub(super) numbers: &'c HallNumbers,
    pub(super) outcome: Outcome,
}

impl PartialOutcome<'_> {
    fn say(&mut self, event: TraceEvent, clause: Clause) {
        self.outcome
            .trace
            .push(TraceStep::new(event, clause, &self.rules.clauses));
    }

    pub(super) fn decide(mut self, sums: &[LineSums]) -> Result<Outcome, CountError> {
        self.say_presence();
        if self.say_account() {
            return Ok(self.outcome);
        }
        self.say_papers(unmarked(sums.iter().map(|sums| sums.unmarked)));
        self.say_needed();
        let edge = self.judge_lines(sums)?;
        self.say_edge(edge);
        self.say_next();
        Ok(self.outcome)
    }

    /// Grades every line of an evaluation: nothing is chosen, so nothing ties and nothing follows.
    pub(super) fn grade(mut self, sums: &[GradeSums]) -> Result<Outcome, CountError> {
        self.say_presence();
        if self.say_account() {
            return Ok(self.outcome);
        }
        self.say_papers(unmarked(sums.iter().map(|sums| sums.unmarked)));
        let (base, number) = (self.rules.base, self.outcome.base);
        self.say(TraceEvent::BaseIs { base, number }, Clause::Base);
        let needs = needed(self.rules, number)?;
        let (satisfied, basically) = needs;
        self.say(
            TraceEvent::GradesNeed {
                satisfied,
                basically,
            },
            Clause::Grades,
        );
        for (position, sums) in sums.iter().enumerate() {
            let line = LineNo::at(position).ok_or(CountError::TooLarge)?;
            self.outcome.grades.push(graded(line, sums, needs)?);
        }
        for grade in LineGrade::ALL {
            let of = self.outcome.grades.iter().filter(|l| l.grade == grade);
            let lines: Vec<LineNo> = of.map(|line| line.line_no).collect();
            if !lines.is_empty() {
                self.say(TraceEvent::Graded { grade, lines }, Clause::Grades);
            }
        }
        self.outcome.decision = Decision::Graded;
        Ok(self.outcome)
    }

    /// Whether more came back than was given out, which ends the count.
    fn say_account(&mut self) -> bool {
        let returned = self.outcome.ballots;
        match self.outcome.issued {
            Some(issued) if returned > issued => {
                self.outcome.decision =
                    Decision::VoidRound(VoidRound::ReturnedAboveIssued { issued, returned });
                self.say(TraceEvent::RoundVoid { issued, returned }, Clause::Returned);
                self.say(TraceEvent::AgainFollows, Clause::Returned);
                true
            }
            Some(issued) => {
                let missing = issued.saturating_sub(returned);
                self.say(
                    TraceEvent::Account {
                        issued,
                        returned,
                        missing,
                    },
                    Clause::Returned,
                );
                false
            }
            None => false,
        }
    }

    fn say_presence(&mut self) {
        if let Some(present) = self.numbers.present {
            let quorum = self.rules.quorum_of(self.numbers.due);
            let is_met = present >= quorum;
            let (present, quorum) = (u64::from(present), u64::from(quorum));
            self.say(
                TraceEvent::Presence {
                    present,
                    quorum,
                    is_met,
                },
                Clause::Quorum,
            );
        }
    }

    fn say_papers(&mut self, lines: u64) {
        let (returned, valid) = (self.outcome.ballots, self.outcome.valid);
        let (void, blank) = (self.outcome.void_total(), self.outcome.blank);
        self.say(
            TraceEvent::Papers {
                returned,
                valid,
                void,
                blank,
            },
            Clause::Blank,
        );
        for (reason, papers) in self.outcome.void.clone() {
            let clause = match reason {
                VoidReason::Overmarked | VoidReason::RankRepeated => Clause::Overmark,
                VoidReason::Undermarked => Clause::Undermark,
                VoidReason::Blank => Clause::Blank,
                VoidReason::Unreadable
                | VoidReason::Illegible
                | VoidReason::Foreign
                | VoidReason::Signed
                | VoidReason::WrittenOn
                | VoidReason::Torn => Clause::Ballot,
            };
            self.say(TraceEvent::VoidPapers { reason, papers }, clause);
        }
        if lines > 0 {
            self.say(TraceEvent::UnmarkedLines { lines }, Clause::Unmarked);
        }
    }

    fn say_needed(&mut self) {
        let (base, number) = (self.rules.base, self.outcome.base);
        self.say(TraceEvent::BaseIs { base, number }, Clause::Base);
        match self.rules.pass {
            PassRule::Majority | PassRule::Votes(_) => {
                self.say(
                    TraceEvent::Needed {
                        votes: self.outcome.needed,
                    },
                    self.rules.majority_clause(),
                );
            }
            PassRule::None => self.say(TraceEvent::NothingNeeded, self.rules.majority_clause()),
        }
    }

    fn judge_lines(&mut self, sums: &[LineSums]) -> Result<Edge, CountError> {
        let needed = self.outcome.needed;
        let is_ranked = self.rules.kind == BallotKind::Rank;
        let score = |sums: &LineSums| if is_ranked { sums.points } else { sums.approve };
        let passed: Vec<u64> = sums
            .iter()
            .filter(|sums| sums.approve >= needed)
            .map(score)
            .collect();
        let passes = u64::try_from(passed.len()).map_err(|_| CountError::TooLarge)?;
        let edge = Edge::find(passed, self.outcome.places);
        let mut falling: Vec<u64> = sums.iter().map(score).collect();
        falling.sort_unstable_by_key(|score| Reverse(*score));
        for (position, line) in sums.iter().enumerate() {
            let (verdict, clause) = edge.judge(score(line), line.approve >= needed, self.rules);
            let above = falling.partition_point(|other| *other > score(line));
            let rank = u64::try_from(above)
                .ok()
                .and_then(|above| above.checked_add(1));
            self.outcome.lines.push(LineOutcome {
                line_no: LineNo::at(position).ok_or(CountError::TooLarge)?,
                approve: line.approve,
                oppose: line.oppose,
                abstain: line.abstain,
                points: is_ranked.then_some(line.points),
                needed,
                short_by: needed.saturating_sub(line.approve),
                rank: rank.ok_or(CountError::TooLarge)?,
                verdict,
                clause,
            });
        }
        let places = self.outcome.places;
        self.say(
            TraceEvent::Passed {
                passed: passes,
                places,
            },
            self.rules.majority_clause(),
        );
        Ok(edge)
    }

    fn lines_that_are(&self, verdict: LineVerdict) -> Vec<LineNo> {
        let lines = self
            .outcome
            .lines
            .iter()
            .filter(|line| line.verdict == verdict);
        lines.map(|line| line.line_no).collect()
    }

    fn say_edge(&mut self, edge: Edge) {
        let lines = self.lines_that_are(LineVerdict::Selected);
        let is_points = self.rules.kind == BallotKind::Rank;
        match edge {
            Edge::Open { missing } => {
                if !lines.is_empty() {
                    self.say(
                        TraceEvent::AllSelected { lines },
                        self.rules.majority_clause(),
                    );
                }
                if missing > 0 {
                    self.say(TraceEvent::Missing { places: missing }, Clause::Shortfall);
                    let is_accepted = self.rules.shortfall == ShortfallRule::TakeFewer
                        || self
                            .outcome
                            .lines
                            .iter()
                            .all(|l| l.verdict == LineVerdict::Selected);
                    self.outcome.decision = Decision::Shortfall {
                        missing,
                        is_accepted,
                    };
                }
            }
            Edge::Cut { least } => {
                self.say(
                    TraceEvent::Cut {
                        votes: least,
                        is_points,
                        lines,
                    },
                    Clause::MostVotes,
                );
            }
            Edge::Tied { at, places_left } => {
                if !lines.is_empty() {
                    self.say(
                        TraceEvent::AboveTie {
                            votes: at,
                            is_points,
                            lines,
                        },
                        Clause::MostVotes,
                    );
                }
                let lines = self.lines_that_are(LineVerdict::Tied);
                let tied = TraceEvent::Tied {
                    votes: at,
                    is_points,
                    lines: lines.clone(),
                    places_left,
                };
                self.say(tied, self.rules.tie_clause());
                self.outcome.decision = Decision::Tied { lines, places_left };
            }
            Edge::NoPlaces => {}
        }
    }

    fn say_next(&mut self) {
        let (event, clause) = match next(&self.outcome, self.rules) {
            NextRound::Nothing => match self.outcome.decision {
                Decision::Shortfall { .. } => (TraceEvent::Stands, Clause::Shortfall),
                Decision::Complete
                | Decision::Tied { .. }
                | Decision::Graded
                | Decision::VoidRound(_) => (TraceEvent::Stands, Clause::MostVotes),
            },
            NextRound::RunOff { lines, rules } => {
                let places = u64::from(rules.places);
                (
                    TraceEvent::RunOffFollows { lines, places },
                    self.rules.tie_clause(),
                )
            }
            NextRound::Supplementary { lines, rules } => {
                let places = u64::from(rules.places);
                (
                    TraceEvent::SupplementaryFollows { lines, places },
                    Clause::Shortfall,
                )
            }
            NextRound::Presidium { lines, places } => (
                TraceEvent::PresidiumFollows { lines, places },
                self.rules.tie_clause(),
            ),
            NextRound::Again => (TraceEvent::AgainFollows, Clause::Returned),
            NextRound::Unsaid => match self.outcome.decision {
                Decision::Tied { .. } => (TraceEvent::Unsaid, self.rules.tie_clause()),
                Decision::Complete
                | Decision::Shortfall { .. }
                | Decision::Graded
                | Decision::VoidRound(_) => (TraceEvent::Unsaid, Clause::Shortfall),
            },
        };
        self.say(event, clause);
    }
}

/// Lines without a mark, over all papers.
fn unmarked(lines: impl Iterator<Item = u64>) -> u64 {
    lines.fold(0, u64::saturating_add)
}
