//! Comparing a round's facts with what was fixed of them.

use std::collections::BTreeSet;

use super::digests::{account_digest, draft_digest, officers_digest, papers_digest, roll_digest};
use crate::ServiceError;
use crate::installation::keys::digest;
use crate::round::context::RoundContext;
use crate::round::sealed::sealed_digest;
use domain::audit::chain::LineColumns;
use domain::audit::one_line;
use domain::digest::Digest;
use domain::id::{AccountId, CongressId, SittingId};
use domain::poll::{RoundKind, slate};
use domain::problem::Problem;
use domain::round::fixed_fact::{FixedFact, changed, wrong_box};
use domain::round::{RoundAct, RoundStage, logged_round};
use store::ReadTx;
use store::audit::audits::{self, AuditFact};
use store::evaluation::evaluations;
use store::poll::{candidate_lists, polls, rehearsals};
use store::round::{boxes, rounds, sealed_boxes};
use store::sitting::sessions;
use store::statement::statements;
use store::voting::box_file::settling;
use store::voting::remarks;

/// Kinds of events that fix something of a round.
const ROUND: &[&str] = &[
    "round",
    "round-drafted",
    "slate-fixed",
    "papers-entered",
    "presidium-decided",
];
/// Kinds of events that fix the roll of a sitting.
const ROLL: &[&str] = &["sitting", "roll-kept", "moved"];

/// What was told of one subject, oldest first.
struct SubjectLog(Vec<AuditFact>);

impl SubjectLog {
    fn of(
        tx: &ReadTx<'_>,
        congress: CongressId,
        kinds: &[&str],
        subject: &str,
    ) -> Result<Self, ServiceError> {
        let mut told = audits::list_told(tx, congress, kinds, subject)?;
        told.sort_by_key(|one| one.number);
        Ok(Self(told))
    }

    /// Each line with its place in the log.
    fn numbered(&self) -> impl DoubleEndedIterator<Item = (i64, LineColumns<'_>)> {
        let lines = self.0.iter();
        lines.filter_map(|one| Some((one.number, LineColumns::read(&one.line)?)))
    }

    fn recorded(&self) -> impl DoubleEndedIterator<Item = LineColumns<'_>> {
        self.numbered().map(|(_, line)| line)
    }

    /// The acts on the round, oldest first.
    fn acts(&self) -> impl DoubleEndedIterator<Item = (RoundAct, LineColumns<'_>)> {
        let rounds = self.recorded().filter(|one| one.kind == "round");
        rounds.filter_map(|one| Some((RoundAct::from_word(one.fact("act")?)?, one)))
    }

    /// A fact of the newest of these acts, if it was done and tells of it.
    fn of_act(&self, acts: &[RoundAct], name: &str) -> Option<&str> {
        let mut newest = self.acts().rev();
        let (_, found) = newest.find(|(act, _)| acts.contains(act))?;
        found.fact(name)
    }

    /// The place in the log of an act that is done once.
    fn number_of(&self, act: RoundAct) -> Option<i64> {
        let is_it =
            |line: &LineColumns<'_>| line.kind == "round" && line.fact("act") == Some(act.word());
        let mut found = self.numbered().filter(|(_, line)| is_it(line));
        found.next().map(|(number, _)| number)
    }

    /// A fact of the newest line that has it and may have it.
    fn newest(&self, name: &str, may: impl Fn(&LineColumns<'_>) -> bool) -> Option<&str> {
        self.recorded()
            .rev()
            .filter(|one| may(one))
            .find_map(|one| one.fact(name))
    }
}

/// The facts that are not as they were fixed, and what more is known of them.
#[derive(Default)]
struct ChangedFacts(BTreeSet<FixedFact>, Vec<Problem>);

impl ChangedFacts {
    fn expect(&mut self, fact: FixedFact, is_as_fixed: bool) {
        if !is_as_fixed {
            self.0.insert(fact);
        }
    }

    /// One problem a fact, and one for what more is known.
    fn into_problems(self, stage: RoundStage) -> Vec<Problem> {
        let facts = self.0.into_iter();
        let facts = facts.map(|fact| changed(fact, stage));
        facts.chain(self.1).collect()
    }

    /// A fact with its digest now, the one kept beside it, and the one that the act told.
    fn digest(&mut self, fact: FixedFact, now: Digest, kept: Option<Digest>, told: Option<&str>) {
        if let Some(told) = told {
            self.expect(fact, told == now.to_string() && kept == Some(now));
        } else if let Some(kept) = kept {
            self.expect(fact, kept == now);
        }
    }
}

/// What is not as it was fixed, a problem a fact; of a draft what its freezing would fix, of a void
/// round what its voiding fixed: its account.
pub(crate) fn differences(
    tx: &ReadTx<'_>,
    place: &RoundContext,
) -> Result<Vec<Problem>, ServiceError> {
    let stage = place.round.stage;
    let subject = format!("round={}", place.round.id);
    let log = SubjectLog::of(tx, place.congress.id, ROUND, &subject)?;
    let mut found = ChangedFacts::default();
    if stage == RoundStage::Void {
        voided(tx, place, &log, &mut found)?;
        return Ok(found.into_problems(stage));
    }
    found.expect(FixedFact::Record, log.0.iter().all(|one| one.follows));
    let told = logged_round::read(&log.recorded().collect::<Vec<_>>());
    found.expect(FixedFact::Turn, told.is_in_turn);
    stage_of(tx, place, told.stage, &mut found)?;
    roll(tx, place.congress.id, place.sitting.id, &mut found)?;
    officers(tx, place, &mut found)?;
    if stage == RoundStage::Draft {
        of_draft(tx, place, &log, &mut found)?;
    } else {
        of_frozen(tx, place, &log, &mut found)?;
    }
    let has = |from: RoundStage| stage >= from;
    if has(RoundStage::Sealed) {
        sealed(tx, place, &log, &mut found)?;
        if let Some(wrong) = settling::find_wrong(tx, place.round.id)? {
            found.expect(FixedFact::Box, false);
            let head = audits::find_printed_head(tx, place.congress.id)?;
            found.1.extend(wrong_box(wrong.found, wrong.opened, &head));
        }
    }
    if has(RoundStage::Closed) {
        closed(tx, place, &log, &mut found)?;
    }
    if has(RoundStage::Opened) {
        opened(tx, place, &log, &mut found)?;
    }
    Ok(found.into_problems(stage))
}

/// Refuses whatever builds on facts that are not as they were fixed.
///
/// # Errors
/// Refused: `fact-changed`, one a fact.
pub(crate) fn refuse_changed(tx: &ReadTx<'_>, place: &RoundContext) -> Result<(), ServiceError> {
    match differences(tx, place)? {
        found if found.is_empty() => Ok(()),
        found => Err(ServiceError::Refused(found)),
    }
}

/// Refuses an act on a roll that is not as the last act has left it: the act would fix the change.
///
/// # Errors
/// Refused: `fact-changed`.
pub(crate) fn refuse_changed_roll(
    tx: &ReadTx<'_>,
    congress: CongressId,
    sitting: SittingId,
) -> Result<(), ServiceError> {
    match differences_of_roll(tx, congress, sitting)? {
        Some(problem) => Err(ServiceError::refused(problem)),
        None => Ok(()),
    }
}

/// Whether a roll is not as the last act on it has left it, as one problem.
pub(crate) fn differences_of_roll(
    tx: &ReadTx<'_>,
    congress: CongressId,
    sitting: SittingId,
) -> Result<Option<Problem>, ServiceError> {
    let mut found = ChangedFacts::default();
    roll(tx, congress, sitting, &mut found)?;
    let is_changed = !found.0.is_empty();
    Ok(is_changed.then(|| changed(FixedFact::Roll, RoundStage::Draft)))
}

/// Refuses to confirm an act that the log does not tell was asked for by that person: with a row put
/// into the file one person would be two.
///
/// # Errors
/// Refused: `fact-changed`.
pub(crate) fn refuse_unasked(
    tx: &ReadTx<'_>,
    congress: CongressId,
    (kind, subject): (&str, &str),
    act: Option<&str>,
    first: AccountId,
) -> Result<(), ServiceError> {
    let log = SubjectLog::of(tx, congress, &[kind], subject)?;
    let is_act = |one: &LineColumns<'_>| act.is_none_or(|act| one.fact("act") == Some(act));
    let newest = log.recorded().rev().find(is_act);
    let is_so = newest.is_some_and(|asked| asked.account == Some(first.0));
    if is_so && log.0.iter().all(|one| one.follows) {
        return Ok(());
    }
    let problem = changed(FixedFact::Asked, RoundStage::Draft);
    Err(ServiceError::refused(problem))
}

fn stage_of(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    told: RoundStage,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let stage = place.round.stage;
    // Certifying is done on the newest round and certifies all that were counted.
    let is_earlier = stage == RoundStage::Certified && told == RoundStage::Counted;
    found.expect(FixedFact::Stage, stage == told || is_earlier);
    if stage == RoundStage::Certified {
        let listed = statements::list(tx, place.poll.id)?;
        let versions = listed.iter().map(|statement| statement.version);
        found.expect(
            FixedFact::Statement,
            !listed.is_empty() && versions.eq((1..).take(listed.len())),
        );
    }
    Ok(())
}

fn roll(
    tx: &ReadTx<'_>,
    congress: CongressId,
    id: SittingId,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let sitting = sessions::get_sitting(tx, id)?;
    let log = SubjectLog::of(tx, congress, ROLL, &format!("sitting={id}"))?;
    let told = log.newest("roll", |_| true);
    found.expect(FixedFact::Record, log.0.iter().all(|one| one.follows));
    let lines: Vec<LineColumns<'_>> = log.recorded().collect();
    found.expect(FixedFact::Turn, logged_round::is_sitting_in_turn(&lines));
    found.digest(
        FixedFact::Roll,
        roll_digest(tx, id)?,
        sitting.roll_digest,
        told,
    );
    // A roll that nobody opened has neither N nor lines.
    let is_open = log
        .recorded()
        .any(|one| one.fact("act") == Some("open-roll"));
    found.expect(FixedFact::Roll, is_open == sitting.due.is_some());
    Ok(())
}

/// The officers as the newest adoption of a sitting of the session has left them. A record older than
/// the digest says nothing of them.
fn officers(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let mut told = Vec::new();
    for sitting in sessions::list_sittings(tx, place.session.id)? {
        let subject = format!("sitting={}", sitting.id);
        told.extend(SubjectLog::of(tx, place.congress.id, &["officers-adopted"], &subject)?.0);
    }
    told.sort_by_key(|one| one.number);
    let log = SubjectLog(told);
    found.expect(FixedFact::Record, log.0.iter().all(|one| one.follows));
    let now = officers_digest(tx, place.session.id)?;
    found.digest(
        FixedFact::Officers,
        now,
        Some(now),
        log.newest("adopted", |_| true),
    );
    Ok(())
}

fn of_draft(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    log: &SubjectLog,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let round = &place.round;
    if round.kind != RoundKind::First {
        let told = log.newest("drafted", |one| one.kind == "round-drafted");
        let now = draft_digest(tx, round.id, &round.rules)?;
        found.digest(FixedFact::Drafted, now, told.map(|_| now), told);
    }
    if round.kind == RoundKind::First && place.poll.rules_adopted {
        adopted(tx, place, None, found)?;
    }
    Ok(())
}

/// The rules that the sitting adopted are those of the first round, and were adopted before its
/// freezing, whose line in the log this is.
fn adopted(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    frozen: Option<i64>,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let subject = format!("poll={}", place.poll.id);
    let log = SubjectLog::of(tx, place.congress.id, &["rules-adopted"], &subject)?;
    let told = log.newest("rules", |_| true);
    let now = digest(place.round.rules.as_bytes());
    found.digest(FixedFact::Adopted, now, place.poll.adopted_hash, told);
    let last = log.0.last().map(|line| line.number);
    found.expect(
        FixedFact::Adopted,
        place.poll.rules_adopted && last.is_some() && log.0.iter().all(|one| one.follows),
    );
    found.expect(
        FixedFact::Turn,
        frozen.is_none_or(|frozen| last < Some(frozen)),
    );
    Ok(())
}

fn of_frozen(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    log: &SubjectLog,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let round = &place.round;
    if round.kind == RoundKind::First {
        adopted(tx, place, log.number_of(RoundAct::Freeze), found)?;
    }
    let rules = digest(round.rules.as_bytes());
    let told = log.of_act(&[RoundAct::Freeze], "rules");
    found.digest(FixedFact::Rules, rules, round.rules_hash, told);
    let text = digest(round.slate.as_bytes());
    let told = log.newest("slate", |one| {
        one.kind == "slate-fixed" || one.fact("act") == Some(RoundAct::Freeze.word())
    });
    found.digest(FixedFact::Slate, text, round.slate_hash, told);
    found.expect(
        FixedFact::Slate,
        lines_of(&now(tx, place)?, round.stage) == lines_of(&round.slate, round.stage),
    );
    if let Some(list) = polls::find_list(tx, place.poll.id)? {
        for version in candidate_lists::list_versions(tx, list)? {
            found.expect(
                FixedFact::List,
                digest(version.text.as_bytes()) == version.hash,
            );
        }
    }
    Ok(())
}

/// The slate as it would be frozen now.
fn now(tx: &ReadTx<'_>, place: &RoundContext) -> Result<String, ServiceError> {
    if rehearsals::find_real(tx, place.congress.id)?.is_some() {
        return Ok(slate::rehearsed(&rounds::list_lines(tx, place.round.id)?));
    }
    let list = match evaluations::find(tx, place.poll.id)? {
        Some(_) => None,
        None => polls::find_list(tx, place.poll.id)?,
    };
    match list {
        Some(list) => crate::round::slate::fixed(tx, place, &candidate_lists::get(tx, list)?),
        None => {
            let lines = rounds::list_lines(tx, place.round.id)?;
            let (congress, session) = (&place.congress, &place.session);
            let (poll, round) = (&place.poll, &place.round);
            Ok(slate::canonical(
                congress, session, poll, round, None, &lines,
            ))
        }
    }
}

/// What of a slate is compared: all of it, but for the name of the congress once the result is
/// certified, which may change in later years.
fn lines_of(text: &str, stage: RoundStage) -> Vec<&str> {
    let is_fixed = |line: &&str| stage < RoundStage::Certified || !line.starts_with("congress\t");
    text.lines().filter(is_fixed).collect()
}

fn sealed(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    log: &SubjectLog,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    const SEALED: &[RoundAct] = &[RoundAct::Seal, RoundAct::SealAgain];
    let Some(kept) = sealed_boxes::find(tx, place.round.id)? else {
        found.expect(FixedFact::Sealed, false);
        return Ok(());
    };
    let is = |name: &str, now: &str| log.of_act(SEALED, name).is_none_or(|told| told == now);
    found.expect(FixedFact::Sealed, is("box", &kept.name));
    found.expect(FixedFact::Sealed, is("holding", kept.holding.word()));
    // Before the vote the box is proven anew (`src/service/round/proving.rs`), and may be sealed again.
    if let (Some(key), true) = (&kept.key, place.round.stage >= RoundStage::Open) {
        found.expect(FixedFact::Sealed, is("key", &Digest(key.bytes).to_string()));
    }
    let destroyed = kept.destroyed.map(|cards| cards.to_string());
    let told = log.of_act(&[RoundAct::RecordCards], "destroyed");
    found.expect(FixedFact::Sealed, destroyed.as_deref() == told);
    Ok(())
}

fn closed(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    log: &SubjectLog,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let round = &place.round;
    let told = log.of_act(&[RoundAct::CloseVote], "box");
    if round.stage < RoundStage::Opened {
        if tx.has_boxes() {
            let ballots = boxes::list(tx, round.id)?;
            let now = sealed_digest(&ballots, &remarks::list_sealed(tx, round.id)?);
            found.digest(FixedFact::Box, now, round.box_digest, told);
        }
    } else if let Some(told) = told {
        // The ballots are gone: their digest stays, for the statement names it.
        let kept = round.box_digest.map(|digest| digest.to_string());
        found.expect(FixedFact::Box, kept.as_deref() == Some(told));
    }
    let told = log.newest("account", |one| {
        let act = one.fact("act").and_then(RoundAct::from_word);
        let is_act = matches!(act, Some(RoundAct::CloseVote | RoundAct::ConfirmAccount));
        (one.kind == "round" && is_act) || one.kind == "papers-entered"
    });
    let now = account_digest(tx, round)?;
    found.digest(FixedFact::Account, now, round.account_digest, told);
    for (name, now) in [("issued", round.issued), ("returned", round.slips_returned)] {
        let told = log.of_act(&[RoundAct::CloseVote], name);
        let now = now.map(|number| number.to_string());
        found.expect(FixedFact::Account, told.is_none() || told == now.as_deref());
    }
    Ok(())
}

/// That a void round was voided by an act, and its account as voiding fixed it; a record of before that
/// was kept says nothing of the account.
fn voided(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    log: &SubjectLog,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let round = &place.round;
    let is_told = log.acts().any(|(act, _)| act == RoundAct::Void);
    found.expect(FixedFact::Stage, is_told);
    let number = |value: Option<u32>| value.map_or_else(|| "-".to_owned(), |n| n.to_string());
    for (name, now) in [
        ("issued", number(round.issued)),
        ("returned", number(round.slips_returned)),
    ] {
        let told = log.of_act(&[RoundAct::Void], name);
        found.expect(FixedFact::Account, told.is_none_or(|told| told == now));
    }
    if round.issued.is_some() {
        let told = log.of_act(&[RoundAct::Void], "account");
        let now = account_digest(tx, round)?;
        found.digest(FixedFact::Account, now, round.account_digest, told);
    }
    Ok(())
}

fn opened(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    log: &SubjectLog,
    found: &mut ChangedFacts,
) -> Result<(), ServiceError> {
    let round = &place.round;
    let salt = boxes::find_salt(tx, round.id)?;
    let now = papers_digest(salt.as_ref(), &boxes::list_opened(tx, round.id)?);
    let told = log.of_act(&[RoundAct::OpenBox], "papers");
    // A record from before there was a salt has its digest in the log alone.
    let kept = match (salt, round.papers_digest) {
        (None, None) => told.map(|_| now),
        (_, kept) => kept,
    };
    found.digest(FixedFact::Papers, now, kept, told);
    let decided = one_line(&round.decided_by_presidium);
    let told = log.recorded().rev();
    let told = told
        .filter(|one| one.kind == "presidium-decided")
        .find_map(|one| {
            let (_, rest) = one.detail.split_once(' ')?;
            Some(rest)
        });
    let is_so = match told {
        // Earlier records told the reason alone.
        Some(reason) if reason.starts_with("reason=") => decided.ends_with(reason),
        Some(told) => told == decided,
        None => decided.is_empty(),
    };
    found.expect(FixedFact::Presidium, is_so);
    Ok(())
}
