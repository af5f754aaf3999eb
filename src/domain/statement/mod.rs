//! The certified count statement (计票结果报告单): a canonical text that is hashed and never changes.
//!
//! The encoder is made by hand with a version line: a record that people signed must not change
//! when somebody renames a field. Version 2 says by which kind of ballot a round was held, which
//! warnings about its rules were accepted and why, the points of ranks, and every step of the count
//! with its clause; version 4 the account of slips and of papers; version 5 the digest of the opened
//! papers, the sitting and the officers of each round, who had the slips printed, the number of the audit log's last line beside its hash, who stood
//! for each act of two, on which screen the second one did, and what a correction changed. Where two
//! people went on although the audit log is broken, it names the breaks and why.

pub mod correction;

use super::ballot::BallotKind;
use super::congress::{Body, Congress};
use super::digest::Digest;
use super::poll::slate::plain;
use super::poll::{Poll, Round, RoundLine};
use super::problem::Problem;
use super::tally::{Decision, Outcome, VoidRound};
use crate::act_of_two::two_people::ActScreen;
use crate::audit::broken_log::Acceptance;
use crate::audit::chain::ChainHead;
use crate::round::account::AccountLine;
use crate::round::holding::KeyHolding;
use crate::round::turnout::Turnout;
use crate::sitting::officer::Officer;
use crate::sitting::{Session, Sitting};
use correction::Correction;

/// One round as the statement names it.
pub struct RoundRecord<'r> {
    pub round: &'r Round,
    /// The sitting at which it was held.
    pub sitting: &'r Sitting,
    /// The officers that were adopted by then.
    pub officers: Vec<&'r Officer>,
    pub kind: BallotKind,
    /// What the lint warned of in its rules, and was accepted.
    pub warnings: &'r [Problem],
    pub lines: &'r [RoundLine],
    /// Its outcome; none for a void round.
    pub outcome: Option<&'r Outcome>,
    /// Its account by kind; empty for a round that was voided before it was closed.
    pub account: &'r [AccountLine],
    /// The prints of the slips that it was held with.
    pub prints: Vec<PrintRecord<'r>>,
    /// Its sealed box; none for a round that was voided before it was sealed.
    pub sealed: Option<SealedRecord<'r>>,
}

/// A print of slips as the statement names it.
#[derive(Debug, Clone, Copy)]
pub struct PrintRecord<'r> {
    /// Its number at the sitting.
    pub number: u32,
    pub slips: u32,
    /// Whether it was lost, and its slips cancelled.
    pub is_lost: bool,
    /// Who asked for it.
    pub first: &'r str,
    /// Who confirmed it.
    pub second: &'r str,
    /// On which screen; none for prints of before this was kept.
    pub screen: Option<ActScreen>,
    /// Milliseconds: when.
    pub printed_at: i64,
}

/// The sealed box of a round as the statement names it.
#[derive(Debug, Clone, Copy)]
pub struct SealedRecord<'r> {
    /// Its name, as on its cards.
    pub name: &'r str,
    /// Who held its key.
    pub holding: KeyHolding,
    /// Cards that were destroyed before the sitting, where that is written down.
    pub destroyed: Option<u8>,
}

/// Who stood for an act of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActParticipants {
    /// The round's number; none for an act on the sitting or the poll.
    pub round: Option<u32>,
    /// The act's word.
    pub act: String,
    /// The name of who asked.
    pub first: String,
    /// The name of who confirmed.
    pub second: String,
    /// On which screen; none where that was not kept.
    pub screen: Option<ActScreen>,
}

/// What a statement is made of.
pub struct StatementFacts<'r> {
    pub congress: &'r Congress,
    pub session: &'r Session,
    pub poll: &'r Poll,
    /// Every round, void ones too.
    pub rounds: &'r [RoundRecord<'r>],
    /// Who stood for each act of two, the oldest first.
    pub stood: &'r [ActParticipants],
    /// 1, or the next for a correction.
    pub version: u32,
    /// Why it was corrected; empty for the first.
    pub reason: &'r str,
    /// What was corrected; none for the first.
    pub correction: Option<&'r Correction>,
    /// What earlier versions corrected, each under its version: the newest tells all.
    pub earlier: &'r [(u32, Correction)],
    /// Digest of the version before; none for the first.
    pub previous: Option<Digest>,
    /// The breaks of the audit log that two people accepted for this poll.
    pub accepted_log: &'r [Acceptance],
    /// Head of the audit chain before certifying.
    pub audit_head: ChainHead,
}

/// The canonical text: a version line, then one line a fact, fields separated by tabs.
#[must_use]
pub fn canonical(record: &StatementFacts<'_>) -> String {
    let mut out = Lines::default();
    let (congress, session) = (record.congress, record.session);
    out.line("minsheng-statement", &["5".to_owned()]);
    out.line("version", &[record.version.to_string()]);
    if let Some(previous) = record.previous {
        out.line("corrects", &[previous.to_string(), plain(record.reason)]);
    }
    if let Some(correction) = record.correction {
        out.line("correction", &correction.fields());
    }
    for (version, correction) in record.earlier {
        let mut fields = vec![version.to_string()];
        fields.extend(correction.fields());
        out.line("corrected", &fields);
    }
    out.line("congress", &[congress.slug.clone(), plain(&congress.name)]);
    out.line(
        "session",
        &[
            session.body.word().to_owned(),
            session.term_no.to_string(),
            session.session_no.to_string(),
            session.year.to_string(),
        ],
    );
    out.line(
        "poll",
        &[record.poll.id.to_string(), plain(&record.poll.title)],
    );
    if record.rounds.iter().any(|round| !round.warnings.is_empty()) {
        out.line("accepted", &[plain(&record.poll.warnings_reason)]);
    }
    for round in record.rounds {
        round_lines(&mut out, session.body, round);
    }
    for one in record.stood {
        let screen = one.screen.map_or("-", ActScreen::word);
        let fields = [
            number(one.round),
            one.act.clone(),
            plain(&one.first),
            plain(&one.second),
            screen.to_owned(),
        ];
        out.line("stood", &fields);
    }
    for one in record.accepted_log {
        for gap in &one.gaps {
            let found = gap.found;
            let fields = [
                found.kind.word().to_owned(),
                found.line.to_string(),
                plain(&one.reason),
            ];
            out.line("log-accepted", &fields);
        }
    }
    let head = record.audit_head;
    out.line("audit", &[head.number.to_string(), head.hash.to_string()]);
    out.text
}

/// Ballots of slips and papers that came back, together; none of a round that was never closed.
fn returned(record: &RoundRecord<'_>) -> Option<u32> {
    let issued = record.round.issued?;
    Turnout::closed(issued, record.account).returned()
}

/// A line of the account: kind, printed, issued, handed in, spoilt, cancelled, unused, returned.
fn account_fields(line: &AccountLine) -> [String; 8] {
    [
        line.kind.word().to_owned(),
        line.printed.to_string(),
        line.issued.to_string(),
        line.handed_in.to_string(),
        line.spoilt.to_string(),
        line.cancelled.to_string(),
        line.unused.to_string(),
        number(line.returned),
    ]
}

/// A print of slips: number, slips, kept or lost, who asked, who confirmed, when.
fn print_fields(print: &PrintRecord<'_>) -> [String; 7] {
    [
        print.number.to_string(),
        print.slips.to_string(),
        if print.is_lost { "lost" } else { "kept" }.to_owned(),
        plain(print.first),
        plain(print.second),
        print.screen.map_or("", ActScreen::word).to_owned(),
        print.printed_at.to_string(),
    ]
}

/// How a round was held, whatever came of it: kind, rules, slate, box, account.
fn held_lines(out: &mut Lines, record: &RoundRecord<'_>) {
    let round = record.round;
    out.line("ballot", &[record.kind.word().to_owned()]);
    for warning in record.warnings {
        out.line("warning", &[warning.code.to_owned(), facts(warning)]);
    }
    out.line("rules", &[hash(round.rules_hash)]);
    out.line("slate", &[hash(round.slate_hash)]);
    out.line("box", &[hash(round.box_digest)]);
    out.line("papers", &[hash(round.papers_digest)]);
    if let Some(sealed) = &record.sealed {
        out.line("sealed", &sealed_fields(sealed));
    }
    for print in &record.prints {
        out.line("print", &print_fields(print));
    }
    out.line("issued", &[number(round.issued)]);
    for line in record.account {
        out.line("account", &account_fields(line));
    }
    out.line("returned", &[number(returned(record))]);
}

/// Where a round was held: number and day of the sitting, N, the quorum, present; and its officers.
fn sitting_lines(out: &mut Lines, body: Body, record: &RoundRecord<'_>) {
    let sitting = record.sitting;
    let due = sitting.due;
    out.line(
        "sitting",
        &[
            sitting.number.to_string(),
            sitting.held_on.clone(),
            number(due),
            number(due.map(|due| body.quorum(due))),
            number(sitting.quorum_present),
        ],
    );
    for officer in &record.officers {
        let (post, name) = (officer.post.word(), plain(&officer.name));
        out.line("officer", &[post.to_owned(), name]);
    }
}

fn round_lines(out: &mut Lines, body: Body, record: &RoundRecord<'_>) {
    let round = record.round;
    out.line(
        "round",
        &[
            round.number.to_string(),
            round.kind.word().to_owned(),
            if record.outcome.is_some() {
                "counted"
            } else {
                "void"
            }
            .to_owned(),
            plain(&round.void_reason),
        ],
    );
    sitting_lines(out, body, record);
    held_lines(out, record);
    let Some(outcome) = record.outcome else {
        return;
    };
    out.line("valid", &[outcome.valid.to_string()]);
    out.line("blank", &[outcome.blank.to_string()]);
    for (reason, papers) in &outcome.void {
        out.line("void", &[reason.word().to_owned(), papers.to_string()]);
    }
    out.line("needed", &[outcome.needed.to_string()]);
    out.line("places", &[outcome.places.to_string()]);
    for (line, result) in record.lines.iter().zip(&outcome.lines) {
        out.line(
            "line",
            &[
                result.line_no.to_string(),
                plain(&line.name),
                result.approve.to_string(),
                result.oppose.to_string(),
                result.abstain.to_string(),
                result
                    .points
                    .map_or_else(|| "-".to_owned(), |points| points.to_string()),
                result.rank.to_string(),
                result.verdict.word().to_owned(),
                result.clause.word().to_owned(),
            ],
        );
    }
    for (line, result) in record.lines.iter().zip(&outcome.grades) {
        let numbers = [
            result.satisfied,
            result.basically,
            result.dissatisfied,
            result.abstain,
            result.needs_satisfied,
            result.needs_basically,
        ];
        let mut fields = vec![result.line_no.to_string(), plain(&line.name)];
        fields.extend(numbers.map(|number| number.to_string()));
        fields.push(result.grade.word().to_owned());
        out.line("grade", &fields);
    }
    for step in &outcome.trace {
        out.line(
            "step",
            &[
                step.event.word().to_owned(),
                step.event.facts(),
                step.clause.word().to_owned(),
                step.clause_no
                    .map_or_else(|| "-".to_owned(), |number| number.to_string()),
            ],
        );
    }
    out.line("decision", &[decision(&outcome.decision)]);
    if !round.decided_by_presidium.is_empty() {
        out.line("presidium", &[plain(&round.decided_by_presidium)]);
    }
}

/// The facts of a warning as `name=value`, in the order in which it gives them.
fn facts(warning: &Problem) -> String {
    let facts = warning.facts.iter();
    let facts: Vec<String> = facts
        .map(|(name, value)| format!("{name}={}", plain(value)))
        .collect();
    facts.join(" ")
}

fn decision(decision: &Decision) -> String {
    match decision {
        Decision::Complete => "complete".to_owned(),
        Decision::Graded => "graded".to_owned(),
        Decision::Tied { lines, places_left } => {
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            format!("tied lines={} places_left={places_left}", lines.join(","))
        }
        Decision::Shortfall {
            missing,
            is_accepted,
        } => {
            format!("shortfall missing={missing} accepted={is_accepted}")
        }
        Decision::VoidRound(VoidRound::ReturnedAboveIssued { issued, returned }) => {
            format!("void returned={returned} issued={issued}")
        }
    }
}

/// Name of the box, who held its key, cards destroyed, cards that had to be, and whether that is
/// enough: if not, a copy made during voting can still be read with the cards that are left.
fn sealed_fields(sealed: &SealedRecord<'_>) -> Vec<String> {
    let holding = sealed.holding;
    let mut fields = vec![sealed.name.to_owned(), holding.word().to_owned()];
    if holding != KeyHolding::Server {
        let destroyed = sealed.destroyed.map(u32::from);
        let is_enough = sealed.destroyed >= Some(holding.to_destroy());
        fields.push(format!("destroyed={}", number(destroyed)));
        fields.push(format!("needed={}", holding.to_destroy()));
        fields.push(if is_enough { "enough" } else { "too-few" }.to_owned());
    }
    fields
}

fn number(value: Option<u32>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

fn hash(value: Option<Digest>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn line(&mut self, name: &str, fields: &[String]) {
        self.text.push_str(name);
        for field in fields {
            self.text.push('\t');
            self.text.push_str(field);
        }
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests;
