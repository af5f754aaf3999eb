//! The rules of a draft: beginning from a template, changing settings, accepting warnings, adoption.

use super::draft::{checked_title, draft, first_draft};
use super::polling::ADOPT;
use crate::installation::keys::digest;
use crate::round::context::RoundContext;
use crate::round::freezing::count_lines;
use crate::round::rules::{from_template, lint_of, rules_of};
use crate::{Service, ServiceError};
use domain::access::Actor;
use domain::audit::{Event, EventKind};
use domain::ballot::BallotKind;
use domain::id::PollId;
use domain::poll::lint::faults;
use domain::poll::rules::Rules;
use domain::poll::template::Template;
use domain::poll::{Poll, Round};
use domain::problem::Problem;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::{act_requests, acts_done};
use store::poll::polls;
use store::round::rounds;
use store::{WriteTx, Written};

/// Saves the rules of a draft. Other rules than before must be adopted anew, and the reason for
/// which warnings were accepted was given for the rules before.
fn save(
    tx: &WriteTx<'_>,
    place: RoundContext,
    title: String,
    rules: &Rules,
) -> Result<(), ServiceError> {
    let text = rules.canonical();
    let is_same = text == place.poll.rules;
    if !is_same {
        // Whoever asked for freezing asked for other rules.
        act_requests::remove_all(tx, RequestSubject::Round(place.round.id.0))?;
    }
    let warnings_reason = if is_same {
        place.poll.warnings_reason.clone()
    } else {
        String::new()
    };
    let poll = Poll {
        title,
        rules: text.clone(),
        rules_adopted: place.poll.rules_adopted && is_same,
        warnings_reason,
        ..place.poll
    };
    polls::update(tx, &poll)?;
    let round = Round {
        rules: text,
        ..place.round
    };
    Ok(rounds::update(tx, &round)?)
}

impl Service {
    /// Begins the rules of a draft anew from a template: places and title stay, every other setting
    /// and the numbers of the clauses go back to the template's own.
    ///
    /// # Errors
    /// Refused: `poll-is-frozen`, `round-follows`. Invalid: `template-unknown`.
    pub async fn set_template(
        &self,
        actor: &Actor,
        poll: PollId,
        template: Template,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (place, grant) = first_draft(tx, &actor, poll)?;
                let before = rules_of(&place.round)?;
                if before.kind == BallotKind::Grade {
                    // An evaluation stays one: its lines are projects, not candidates.
                    let problem = Problem::error("template-unknown").at("template");
                    return Err(ServiceError::invalid(problem));
                }
                let places = before.places;
                let rules = from_template(template, place.session.body, places)?;
                let title = place.poll.title.clone();
                save(tx, place, title, &rules)?;
                let what = EventKind::PollEdited { poll };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Saves title and rules of a draft. Rules that the sitting adopted must be adopted again.
    ///
    /// # Errors
    /// Refused: `poll-is-frozen`, `round-follows`. Invalid: `title-missing`, and the
    /// [`faults`] of the numbers.
    pub async fn set_rules(
        &self,
        actor: &Actor,
        poll: PollId,
        title: &str,
        rules: Rules,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let title = checked_title(title)?;
        let faults = faults(&rules);
        if !faults.is_empty() {
            return Err(ServiceError::Invalid(faults));
        }
        self.store
            .write(move |tx| {
                let (place, grant) = first_draft(tx, &actor, poll)?;
                save(tx, place, title, &rules)?;
                let what = EventKind::PollEdited { poll };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Accepts the lint's warnings with a reason that stays on record.
    ///
    /// # Errors
    /// Refused: `poll-is-frozen`. Invalid: `reason-missing`.
    pub async fn accept_warnings(
        &self,
        actor: &Actor,
        poll: PollId,
        reason: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now, reason) = (actor.clone(), self.clock.now(), reason.trim().to_owned());
        if reason.is_empty() {
            return Err(ServiceError::invalid(
                Problem::error("reason-missing").at("reason"),
            ));
        }
        self.store
            .write(move |tx| {
                let (place, grant) = draft(tx, &actor, poll)?;
                let rules = rules_of(&place.round)?;
                let lines = count_lines(tx, &place)?;
                let found = lint_of(tx, &place, &rules, lines)?;
                let codes: Vec<&str> = found.iter().map(|problem| problem.code).collect();
                let what = EventKind::WarningsAccepted {
                    poll,
                    codes: codes.join(","),
                    reason: reason.clone(),
                };
                polls::update(
                    tx,
                    &Poll {
                        warnings_reason: reason,
                        ..place.poll
                    },
                )?;
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Notes that the sitting adopted the rules as they stand; once more, it changes nothing.
    ///
    /// # Errors
    /// Refused: `poll-is-frozen`, `no-quorum`.
    pub async fn adopt_rules(&self, actor: &Actor, poll: PollId) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (place, grant) = draft(tx, &actor, poll)?;
                if place.sitting.quorum_present.is_none() {
                    return Err(ServiceError::refused(Problem::error("no-quorum")));
                }
                let rules = digest(place.round.rules.as_bytes());
                if place.poll.rules_adopted && place.poll.adopted_hash == Some(rules) {
                    let why = "rules that stand adopted, adopted once more, change nothing";
                    return Ok(Written::quiet((), why));
                }
                polls::update(
                    tx,
                    &Poll {
                        rules_adopted: true,
                        adopted_hash: Some(rules),
                        ..place.poll
                    },
                )?;
                if let Some(account) = grant.account() {
                    acts_done::create(tx, RequestSubject::Poll(poll.0), ADOPT, account, None, now)?;
                }
                let what = EventKind::RulesAdopted { poll, rules };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}
