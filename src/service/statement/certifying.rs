//! Certifying: two people stand for a statement that is written once; corrections follow in
//! `correcting.rs`.

use super::corrections::{CorrectedNames, corrections};
use super::counted::counted_rounds;
use crate::audit::log;
use crate::installation::keys::digest;
use crate::library::move_project;
use crate::round::context::{ActContext, RoundContext, advance};
use crate::round::fixed;
use crate::round::rules::{lint_of, rules_of};
use crate::{Service, ServiceError, evaluation, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::{Participation, TwoPeople};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::id::{PollId, ProjectId, SittingId, StatementId};
use domain::library::stage::ProjectAct;
use domain::round::RoundAct;
use domain::round::card_event::CARD_GIVEN;
use domain::sitting::Sitting;
use domain::sitting::officer::Officer;
use domain::statement::correction::Correction;
use domain::statement::{
    ActParticipants, PrintRecord, RoundRecord, SealedRecord, StatementFacts, canonical,
};
use domain::tally::{LineOutcome, LineVerdict};
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
use store::act_of_two::acts_done::ActDone;
use store::audit::audits;
use store::evaluation::evaluations;
use store::library::{projects, vote_results};
use store::people::accounts;
use store::round::{papers, rounds, sealed_boxes};
use store::sitting::officers;
use store::statement::statements;
use store::statement::statements::{NewStatement, Statement};
use store::voting::slip_prints;
use store::voting::slip_prints::SlipPrint;
use store::{ReadTx, WriteTx};

/// A statement with the names of those who stand for it.
#[derive(Debug, Clone)]
pub struct StatementView {
    pub statement: Statement,
    /// Who asked.
    pub first_name: String,
    /// Who confirmed.
    pub second_name: String,
}

/// Certifies a poll whose last round is counted and decided.
pub(crate) fn certify(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    people: TwoPeople,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let (statement, hash) = write(tx, place, people, doing, None)?;
    let mut events = Vec::new();
    // A rehearsed evaluation leaves no grade and orders nothing.
    let is_evaluation = evaluations::find(tx, place.poll.id)?.is_some();
    let all = counted_rounds(tx, place.poll.id)?;
    let results = fixed::voted(&all)?;
    for (counted, lines, outcome) in all {
        let Some(outcome) = outcome else { continue };
        if !outcome.grades.is_empty() && is_evaluation {
            events.extend(evaluation::conclude(tx, place, &lines, &outcome, doing)?);
        }
        advance(tx, counted, RoundAct::Certify)?;
    }
    for (id, result) in results {
        conclude(tx, place.poll.id, id, &result, doing)?;
    }
    events.push(doing.event(
        place.round.id,
        RoundAct::Certify,
        format!("statement={statement}"),
    ));
    events.push(certified(doing, place.poll.id, statement, hash));
    Ok(events)
}

/// What a vote makes of a project: its stage, and its result on record for its page and its return.
fn conclude(
    tx: &WriteTx<'_>,
    poll: PollId,
    id: ProjectId,
    result: &LineOutcome,
    doing: &ActContext<'_>,
) -> Result<(), ServiceError> {
    let act = match result.verdict {
        LineVerdict::Selected => ProjectAct::Select,
        LineVerdict::BelowThreshold | LineVerdict::BeyondPlaces | LineVerdict::Tied => {
            ProjectAct::PassOver
        }
    };
    let project = projects::get(tx, id)?;
    move_project(tx, doing.grant, doing.now, &project, act, "")?;
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let numbers = (
        small(result.approve),
        small(result.needed),
        small(result.rank),
    );
    let is_selected = act == ProjectAct::Select;
    Ok(vote_results::save(tx, id, poll, numbers, is_selected)?)
}

pub(crate) fn certified(
    doing: &ActContext<'_>,
    poll: PollId,
    statement: StatementId,
    hash: Digest,
) -> Event {
    let what = EventKind::Certified {
        poll,
        statement,
        digest: hash.to_string(),
    };
    Event::new(doing.grant, doing.now, what)
}

fn print_record(print: &SlipPrint) -> PrintRecord<'_> {
    PrintRecord {
        number: print.number,
        slips: print.slips,
        is_lost: print.is_lost,
        first: &print.first,
        second: &print.second,
        screen: print.screen,
        printed_at: print.printed_at,
    }
}

/// Writes the next version of a poll's statement: the first, or a correction with its reason.
pub(crate) fn write(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    people: TwoPeople,
    doing: &ActContext<'_>,
    corrected: Option<(&Correction, &str)>,
) -> Result<(StatementId, Digest), ServiceError> {
    let reason = corrected.map_or("", |(_, reason)| reason);
    let previous = statements::list(tx, place.poll.id)?.pop();
    let version = previous.as_ref().map_or(0, |statement| statement.version) + 1;
    let mut names = CorrectedNames::of(tx, place.poll.id, None)?;
    if let Some((correction, _)) = corrected {
        names.add(tx, place.poll.id, correction)?;
    }
    let mut counted = counted_rounds(tx, place.poll.id)?;
    for (_, lines, _) in &mut counted {
        names.apply(lines);
    }
    let officers = officers::list(tx, place.session.id)?;
    let mut besides = Vec::new();
    for (place, lines, _) in &counted {
        let these = rules_of(&place.round)?;
        let warnings = lint_of(tx, place, &these, lines.len())?;
        let sealed = sealed_boxes::find(tx, place.round.id)?;
        let account = papers::list_account(tx, place.round.id)?;
        let prints = slip_prints::list_of_round(tx, place.sitting.id, place.round.id)?;
        besides.push((these.kind, warnings, sealed, account, prints));
    }
    let rounds = counted.iter().zip(&besides);
    let records: Vec<RoundRecord<'_>> = rounds
        .map(
            |((place, lines, outcome), (kind, warnings, sealed, account, prints))| RoundRecord {
                sitting: &place.sitting,
                officers: in_post(&officers, &place.sitting),
                account,
                prints: prints.iter().map(print_record).collect(),
                round: &place.round,
                kind: *kind,
                warnings,
                lines,
                outcome: outcome.as_ref(),
                sealed: sealed.as_ref().map(|sealed| SealedRecord {
                    name: &sealed.name,
                    holding: sealed.holding,
                    destroyed: sealed.destroyed,
                }),
            },
        )
        .collect();
    let text = canonical(&StatementFacts {
        congress: &place.congress,
        session: &place.session,
        poll: &place.poll,
        rounds: &records,
        stood: &stood_for(tx, place, people, corrected.is_none())?,
        version,
        reason,
        correction: corrected.map(|(correction, _)| correction),
        earlier: &corrections(tx, place.poll.id)?,
        previous: previous.map(|statement| statement.digest),
        accepted_log: &log::accepted(tx, place)?,
        audit_head: audits::find_printed_head(tx, place.congress.id)?.head,
    });
    let hash = digest(text.as_bytes());
    let new = NewStatement {
        poll: place.poll.id,
        version,
        text: &text,
        digest: hash,
        reason,
    };
    Ok((statements::create(tx, &new, people, doing.now)?, hash))
}

/// The officers that were adopted by the day of a sitting.
fn in_post<'o>(officers: &'o [Officer], sitting: &Sitting) -> Vec<&'o Officer> {
    let by = |one: &&Officer| {
        let adopted = one.adopted_on.as_deref();
        adopted.is_some_and(|day| day <= sitting.held_on.as_str())
    };
    officers.iter().filter(by).collect()
}

/// Who stood for each act of two of a poll so far, and for this statement: a first version is being
/// certified, and a correction is noted already.
fn stood_for(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    people: TwoPeople,
    is_first: bool,
) -> Result<Vec<ActParticipants>, ServiceError> {
    let mut stood = Vec::new();
    for (round, done) in acts_of_two(tx, place)? {
        stood.push(ActParticipants {
            round,
            act: done.act,
            first: done.first,
            second: done.second.unwrap_or_default(),
            screen: done.screen,
        });
    }
    let certify = RoundAct::Certify.word();
    let (number, is_noted) = (
        Some(place.round.number),
        stood.iter().any(|one| one.act == certify),
    );
    if is_first && !is_noted {
        stood.push(ActParticipants {
            round: number,
            act: certify.to_owned(),
            first: name_of(tx, people.first().stands)?,
            second: name_of(tx, people.second().stands)?,
            screen: Some(people.second().screen),
        });
    }
    Ok(stood)
}

/// The acts of two of a poll so far, the oldest first on each thing, with the number of the round:
/// on its sittings, on each round, on the poll.
pub(crate) fn acts_of_two(
    tx: &ReadTx<'_>,
    place: &RoundContext,
) -> Result<Vec<(Option<u32>, ActDone)>, ServiceError> {
    let rounds = rounds::list(tx, place.poll.id)?;
    let mut sittings: Vec<SittingId> = rounds.iter().map(|round| round.sitting).collect();
    sittings.sort_unstable();
    sittings.dedup();
    let mut on: Vec<(RequestSubject, Option<u32>)> = Vec::new();
    on.extend(
        sittings
            .iter()
            .map(|id| (RequestSubject::Sitting(id.0), None)),
    );
    let of_rounds = rounds.iter();
    on.extend(of_rounds.map(|round| (RequestSubject::Round(round.id.0), Some(round.number))));
    on.push((RequestSubject::Poll(place.poll.id.0), None));
    let mut acts = Vec::new();
    for (subject, round) in on {
        let done = done_by_two(tx, subject)?;
        acts.extend(done.into_iter().map(|done| (round, done)));
    }
    Ok(acts)
}

/// The acts of two on one thing so far. What one person does has no second, and whoever moved in the
/// hall is not named here.
pub(crate) fn done_by_two(
    tx: &ReadTx<'_>,
    subject: RequestSubject,
) -> Result<Vec<ActDone>, ServiceError> {
    let mut done = acts_done::list(tx, subject)?;
    done.retain(|done| {
        let of_two = ActOfTwo::find(subject.on(), &done.act);
        let moved = matches!(of_two, Some(ActOfTwo::Arrive(_) | ActOfTwo::Leave(_)));
        // Whoever gave another's card stands here beside its holder.
        let is_told = of_two.is_some() || done.act == CARD_GIVEN;
        done.second.is_some() && is_told && !moved
    });
    Ok(done)
}

impl Service {
    /// The versions of a poll's statement, oldest first, with names.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn list_statements(
        &self,
        actor: &Actor,
        poll: PollId,
    ) -> Result<Vec<StatementView>, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let last = rounds::list(tx, poll)?
                    .pop()
                    .ok_or(ServiceError::NotFound("poll"))?;
                let place = RoundContext::of(tx, last.id)?;
                permit(&actor, Action::Look, place.congress.id)?;
                let mut views = Vec::new();
                for statement in statements::list(tx, poll)? {
                    views.push(StatementView {
                        first_name: accounts::get_name(tx, statement.first_person)?,
                        second_name: name_of(tx, statement.second_person)?,
                        statement,
                    });
                }
                Ok(views)
            })
            .await
    }
}

/// The name of somebody who stood for a statement.
fn name_of(tx: &ReadTx<'_>, stands: Participation) -> Result<String, ServiceError> {
    Ok(match stands {
        Participation::Account(id) => accounts::get_name(tx, id)?,
        Participation::Pin(id) => officers::get(tx, id)?.name,
    })
}
