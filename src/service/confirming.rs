//! What waits for a second person, what exactly would be done, and confirming it: on an officer's own
//! device with the PIN, or where the own account is signed in.
//!
//! Whoever confirms sends the digest of what was shown to them; when something else waits meanwhile,
//! nothing is done.

use std::collections::BTreeMap;

use super::acts::{Place, Press};
use super::counting::outcome;
use super::drafting::Presidium;
use super::keys::digest;
use super::officer_devices::numbered;
use super::standing::{ByPin, person_of};
use super::{Service, ServiceError, permit, roll_call};
use crate::domain::access::Actor;
use crate::domain::act_of_two::ActOfTwo;
use crate::domain::digest::Digest;
use crate::domain::id::{
    CongressId, DeputyId, ListId, OfficerId, PollId, RoundId, SessionId, SittingId,
};
use crate::domain::poll::RoundLine;
use crate::domain::poll::holding::KeyHolding;
use crate::domain::poll::round::RoundAct;
use crate::domain::problem::Problem;
use crate::domain::session::slip_order::SlipOrder;
use crate::domain::statement::correction::Correction;
pub use crate::store::act_requests::Subject;
use crate::store::act_requests::{self, ActRequest};
use crate::store::{
    ReadTx, attendances, candidate_lists, congresses, officers, polls, rounds, sessions, statements,
};

/// One fact of what would be done: a message's key and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The key.
    pub key: &'static str,
    /// Its facts.
    pub facts: Vec<(&'static str, String)>,
}

/// Something that waits for a second person.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What it is on.
    pub subject: Subject,
    /// The act.
    pub act: ActOfTwo,
    /// Whose congress.
    pub congress: String,
    /// The poll's title; empty where it is of no poll.
    pub poll: String,
    /// Who asked, when, why.
    pub asked: ActRequest,
    /// What exactly would be done.
    pub shown: Vec<Shown>,
    /// The digest of all this.
    pub digest: Digest,
    /// Whether the reader asked for it.
    pub is_mine: bool,
}

/// A confirmation.
#[derive(Clone)]
pub struct Confirmation {
    /// What the act is on.
    pub subject: Subject,
    /// The act's word.
    pub word: String,
    /// The digest of what was shown.
    pub seen: Digest,
    /// The PIN, on an officer's device.
    pub pin: String,
    /// What the second person types: the papers of each box, counted once more.
    pub boxes: Vec<u32>,
}

/// A PIN is never printed.
impl std::fmt::Debug for Confirmation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Confirmation")
            .field("subject", &self.subject)
            .field("word", &self.word)
            .finish_non_exhaustive()
    }
}

impl Service {
    /// What waits for a second person that the actor may be, or asked for.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database fails.
    pub async fn list_waiting(&self, actor: &Actor) -> Result<Vec<Waiting>, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let mut waiting = Vec::new();
                for (subject, asked) in act_requests::list_all(tx)? {
                    waiting.extend(waiting_for(tx, &actor, subject, asked)?);
                }
                Ok(waiting)
            })
            .await
    }

    /// Confirms what somebody asked for.
    ///
    /// # Errors
    /// Refused: `act-changed` when nothing, or something else, waits than was shown. As the act itself;
    /// on an officer's device also the problems of a PIN.
    pub async fn confirm(
        &self,
        actor: &Actor,
        confirmed: Confirmation,
    ) -> Result<(), ServiceError> {
        let (subject, seen) = (confirmed.subject, confirmed.seen);
        let act = ActOfTwo::find(subject.on(), &confirmed.word);
        let act = act.ok_or(ServiceError::NotFound("act"))?;
        let waits = self
            .store
            .read(move |tx| {
                let asked = act_requests::find(tx, subject, &act.word())?;
                let given = asked.map_or_else(String::new, |(_, given)| given);
                Ok::<_, ServiceError>((digest_of(tx, act, subject)?, given))
            })
            .await?;
        let (waits, waits_line) = waits;
        if waits != Some(seen) {
            return Err(ServiceError::refused(Problem::error("act-changed")));
        }
        let by = actor.device.map(|device| ByPin {
            officer: device.officer,
            pin: confirmed.pin.trim().to_owned(),
            seen: Some(seen),
        });
        let (id, seen) = (subject.words().1, Some(seen));
        match act {
            ActOfTwo::Round(act) => {
                let press = Press {
                    by_pin: by,
                    seen,
                    ..Press::default()
                };
                self.press(actor, RoundId(id), act, press).await.map(drop)
            }
            ActOfTwo::EnterPapers => {
                let boxes = confirmed.boxes;
                self.enter_papers(actor, RoundId(id), boxes, by)
                    .await
                    .map(drop)
            }
            ActOfTwo::DecideByPresidium => {
                let (none, reason) = (Vec::new(), "");
                let decided = self.decide_by_presidium(actor, RoundId(id), none, reason, by);
                decided.await.map(drop)
            }
            ActOfTwo::Publish => self.publish_beside(actor, PollId(id), by).await.map(drop),
            ActOfTwo::Correct => self
                .confirm_shown_correction(actor, PollId(id), by)
                .await
                .map(drop),
            ActOfTwo::ReviseList => self.confirm_revision(actor, ListId(id)).await.map(drop),
            ActOfTwo::ClearPin => self.clear_pin(actor, OfficerId(id), by).await.map(drop),
            ActOfTwo::AdoptOfficers => self
                .adopt_officers(actor, SittingId(id), by, seen)
                .await
                .map(drop),
            ActOfTwo::GiveOfficerSlips => {
                let given = self.give_officer_slips(actor, SittingId(id), Vec::new(), by, seen);
                given.await.map(drop)
            }
            ActOfTwo::PrintSlips => {
                let order = waits_line;
                self.confirm_slips(actor, SittingId(id), &order, by).await
            }
            ActOfTwo::Arrive(deputy) | ActOfTwo::Leave(deputy) => {
                let moved = self.move_deputy(actor, SittingId(id), deputy, "", by);
                moved.await.map(drop)
            }
        }
    }
}

/// Where an act belongs: congress, session if it is of one, and the poll's title.
fn place_of(
    tx: &ReadTx<'_>,
    subject: Subject,
) -> Result<(CongressId, Option<SessionId>, String), ServiceError> {
    Ok(match subject {
        Subject::Round(id) => {
            let place = Place::of(tx, RoundId(id))?;
            (place.congress.id, Some(place.session.id), place.poll.title)
        }
        Subject::Poll(id) => {
            let poll = polls::get(tx, PollId(id))?;
            let session = sessions::get(tx, poll.session)?;
            (session.congress, Some(session.id), poll.title)
        }
        Subject::List(id) => {
            let list = candidate_lists::get(tx, ListId(id))?;
            (list.congress, None, String::new())
        }
        Subject::Officer(id) => {
            let officer = officers::get(tx, OfficerId(id))?;
            let session = sessions::get(tx, officer.session)?;
            (session.congress, Some(session.id), String::new())
        }
        Subject::Sitting(id) => {
            let (congress, session, _) = roll_call::place(tx, SittingId(id))?;
            (congress.id, Some(session.id), String::new())
        }
    })
}

/// What waits, if the actor may confirm it, or asked for it.
fn waiting_for(
    tx: &ReadTx<'_>,
    actor: &Actor,
    subject: Subject,
    asked: ActRequest,
) -> Result<Option<Waiting>, ServiceError> {
    let Some(act) = ActOfTwo::find(subject.on(), &asked.act) else {
        return Ok(None);
    };
    let (congress, session, poll) = place_of(tx, subject)?;
    let is_mine = actor.account == Some(asked.asked_by);
    if !is_mine && permit(actor, act.line().confirms, congress).is_err() {
        return Ok(None);
    }
    if let Some(device) = actor.device {
        // An officer is one of a session, and changes no list.
        if session != Some(officers::get(tx, device.officer)?.session) {
            return Ok(None);
        }
    }
    let shown = shown(tx, act, subject, &asked)?;
    let is_same = match session {
        Some(session) => {
            let first = super::standing::account_person(tx, session, asked.asked_by)?;
            first.is_same(&person_of(tx, session, actor)?)
        }
        None => is_mine,
    };
    Ok(Some(Waiting {
        digest: digest_over(subject, &asked, &shown),
        congress: congresses::get(tx, congress)?.name,
        is_mine: is_same,
        subject,
        act,
        poll,
        asked,
        shown,
    }))
}

/// The digest of what waits under an act now; none when nothing does.
pub(super) fn digest_of(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    subject: Subject,
) -> Result<Option<Digest>, ServiceError> {
    let word = act.word();
    let waiting = act_requests::list(tx, subject)?;
    let Some(asked) = waiting.into_iter().find(|one| one.act == word) else {
        return Ok(None);
    };
    let shown = shown(tx, act, subject, &asked)?;
    Ok(Some(digest_over(subject, &asked, &shown)))
}

/// The digests of what waits on something, by the acts' words.
pub(super) fn digests_on(
    tx: &ReadTx<'_>,
    subject: Subject,
) -> Result<BTreeMap<String, Digest>, ServiceError> {
    let mut digests = BTreeMap::new();
    for asked in act_requests::list(tx, subject)? {
        if let Some(act) = ActOfTwo::find(subject.on(), &asked.act) {
            let shown = shown(tx, act, subject, &asked)?;
            digests.insert(asked.act.clone(), digest_over(subject, &asked, &shown));
        }
    }
    Ok(digests)
}

/// Over one line a fact, in the order in which they are shown.
fn digest_over(subject: Subject, asked: &ActRequest, shown: &[Shown]) -> Digest {
    let (kind, id) = subject.words();
    let (by, at) = (asked.asked_by, asked.asked_at);
    let mut text = format!("{kind}/{id}\t{}\t{by}\t{at}\t{}\n", asked.act, asked.reason);
    for one in shown {
        text.push_str(one.key);
        for (name, value) in &one.facts {
            text.push_str(&format!("\t{name}={value}"));
        }
        text.push('\n');
    }
    digest(text.as_bytes())
}

fn fact(key: &'static str, facts: Vec<(&'static str, String)>) -> Shown {
    Shown { key, facts }
}

fn names(lines: &[&RoundLine]) -> Vec<Shown> {
    lines
        .iter()
        .map(|line| {
            let number = ("number", line.line_no.to_string());
            fact("line", vec![number, ("name", line.name.clone())])
        })
        .collect()
}

/// What exactly would be done.
fn shown(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    subject: Subject,
    asked: &ActRequest,
) -> Result<Vec<Shown>, ServiceError> {
    let id = subject.words().1;
    let reason = || {
        let told = vec![("reason", asked.reason.clone())];
        if asked.reason.is_empty() {
            Vec::new()
        } else {
            vec![fact("reason", told)]
        }
    };
    Ok(match act {
        ActOfTwo::Round(act) => shown_of_round(tx, RoundId(id), act, asked)?,
        ActOfTwo::EnterPapers => vec![fact("papers", Vec::new())],
        ActOfTwo::DecideByPresidium => {
            let lines = rounds::list_lines(tx, RoundId(id))?;
            let decision = Presidium::read(&asked.reason);
            let decision = decision.ok_or(ServiceError::NotFound("decision"))?;
            let chosen =
                |line: &&RoundLine| decision.chosen.iter().any(|one| one.0 == line.line_no);
            let chosen: Vec<&RoundLine> = lines.iter().filter(chosen).collect();
            let mut shown = names(&chosen);
            shown.push(fact("reason", vec![("reason", decision.reason)]));
            shown
        }
        ActOfTwo::Publish => match statements::list(tx, PollId(id))?.pop() {
            Some(newest) => {
                let version = ("version", newest.version.to_string());
                vec![fact(
                    "statement",
                    vec![version, ("digest", newest.digest.short())],
                )]
            }
            None => Vec::new(),
        },
        ActOfTwo::Correct => shown_of_correction(asked),
        ActOfTwo::ReviseList => reason(),
        ActOfTwo::ClearPin => vec![of_officer(tx, OfficerId(id))?],
        ActOfTwo::AdoptOfficers => {
            let session = sessions::get_sitting(tx, SittingId(id))?.session;
            let proposed = officers::list(tx, session)?.into_iter();
            let proposed = proposed.filter(|one| one.adopted_on.is_none());
            proposed
                .map(|one| officer_fact(one.post.word(), one.name))
                .collect()
        }
        ActOfTwo::GiveOfficerSlips => {
            let chosen = numbered(&asked.reason).into_iter();
            chosen
                .map(|id| of_officer(tx, id))
                .collect::<Result<_, _>>()?
        }
        ActOfTwo::PrintSlips => match SlipOrder::read(&asked.reason) {
            Some(order) => {
                let told = vec![fact("slips", vec![("slips", order.slips.to_string())])];
                let reason = fact("reason", vec![("reason", order.reason)]);
                let lost = order.instead_of.map(|lost| ("number", lost.to_string()));
                let lost = lost.map(|lost| fact("lost-print", vec![lost]));
                told.into_iter().chain(lost).chain([reason]).collect()
            }
            None => Vec::new(),
        },
        ActOfTwo::Arrive(deputy) | ActOfTwo::Leave(deputy) => {
            let mut shown = vec![of_deputy(tx, SittingId(id), deputy)?];
            shown.extend(reason());
            shown
        }
    })
}

/// Before and after of what would be corrected, and why.
fn shown_of_correction(asked: &ActRequest) -> Vec<Shown> {
    let Some((correction, reason)) = Correction::of_request(&asked.reason) else {
        return Vec::new();
    };
    let text = |number: u32| number.to_string();
    let changes = match correction {
        Correction::PapersFound {
            round,
            papers,
            could_change,
        } => {
            let vote = if could_change { "yes" } else { "no" };
            let facts = vec![
                ("round", text(round)),
                ("papers", text(papers)),
                ("vote", vote.to_owned()),
            ];
            fact("correction-papers", facts)
        }
        Correction::Name { before, after, .. } | Correction::OfficerName { before, after, .. } => {
            fact(
                "correction-name",
                vec![("before", before), ("after", after)],
            )
        }
    };
    vec![changes, fact("reason", vec![("reason", reason)])]
}

fn of_officer(tx: &ReadTx<'_>, id: OfficerId) -> Result<Shown, ServiceError> {
    let officer = officers::get(tx, id)?;
    Ok(officer_fact(officer.post.word(), officer.name))
}

fn officer_fact(post: &str, name: String) -> Shown {
    fact("officer", vec![("role", post.to_owned()), ("name", name)])
}

fn of_deputy(tx: &ReadTx<'_>, sitting: SittingId, deputy: DeputyId) -> Result<Shown, ServiceError> {
    let (name, _) = attendances::get_member(tx, sitting, deputy)?;
    Ok(fact("deputy", vec![("name", name)]))
}

fn shown_of_round(
    tx: &ReadTx<'_>,
    id: RoundId,
    act: RoundAct,
    asked: &ActRequest,
) -> Result<Vec<Shown>, ServiceError> {
    let place = Place::of(tx, id)?;
    let round = &place.round;
    let lines = rounds::list_lines(tx, id)?;
    let mut shown = vec![fact("round", vec![("number", round.number.to_string())])];
    match act {
        RoundAct::Freeze => {
            shown.extend(names(&lines.iter().collect::<Vec<_>>()));
            let rules = digest(round.rules.as_bytes()).short();
            shown.push(fact("rules", vec![("digest", rules)]));
        }
        RoundAct::Seal | RoundAct::SealAgain => {
            shown.push(match KeyHolding::from_word(&asked.reason) {
                Some(KeyHolding::Server) | None => fact("held-server", Vec::new()),
                Some(holding) => {
                    let cards = ("cards", holding.cards().to_string());
                    fact(
                        "holding",
                        vec![cards, ("needed", holding.needed().to_string())],
                    )
                }
            });
        }
        RoundAct::OpenVote | RoundAct::CloseVote => {
            let issued = attendances::count_issued(tx, place.sitting.id)?;
            shown.push(fact("issued", vec![("issued", issued.to_string())]));
        }
        RoundAct::OpenBox => {
            let closed = round
                .box_digest
                .map_or_else(String::new, |box_| box_.short());
            shown.push(fact("box", vec![("digest", closed)]));
        }
        RoundAct::RecordCards => {
            shown.push(fact("destroyed", vec![("destroyed", asked.reason.clone())]));
        }
        RoundAct::Certify => {
            let outcome = outcome(tx, &place)?;
            let is_chosen = |line: &&RoundLine| {
                let selected = outcome.as_ref().into_iter().flat_map(|one| one.selected());
                selected
                    .into_iter()
                    .any(|one| one.line_no.0 == line.line_no)
            };
            let selected: Vec<&RoundLine> = lines.iter().filter(is_chosen).collect();
            shown.extend(names(&selected));
            let closed = round
                .box_digest
                .map_or_else(String::new, |box_| box_.short());
            shown.push(fact("box", vec![("digest", closed)]));
        }
        RoundAct::Void => {
            shown.push(fact("reason", vec![("reason", asked.reason.clone())]));
        }
        RoundAct::StartIssuing
        | RoundAct::Pause
        | RoundAct::Resume
        | RoundAct::ConfirmAccount
        | RoundAct::Count => {}
    }
    Ok(shown)
}
