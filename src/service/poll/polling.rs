//! Preparing a poll: drafting it, its slate, and seeing it. Its rules are in `ruling.rs`.

use super::day::{Day, day};
use super::draft::{checked_title, first_draft, refuse_drafted};
use crate::act_of_two::ask::asked_on;
use crate::act_of_two::press::PendingAct;
use crate::audit::log;
use crate::round::card_shares::CardShares;
use crate::round::context::RoundContext;
use crate::round::freezing::count_lines;
use crate::round::rules::{due, from_template, lint_of};
use crate::round::view::{RoundView, round_view};
use crate::sitting::context;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::id::{ListId, PollId, RoundId, SessionId, SittingId};
use domain::library::list::{CandidateList, ListAct};
use domain::poll::template::Template;
use domain::poll::{Colour, Poll, RoundKind};
use domain::problem::Problem;
use domain::sitting::{Session, Sitting};
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::RequestSubject;
use store::audit::audits;
use store::evaluation::evaluations;
use store::people::congresses;
use store::poll::{candidate_lists, polls};
use store::publish::notices;
use store::publish::notices::Notice;
use store::round::rounds;
use store::sitting::attendances::RollLine;
use store::sitting::{attendances, sessions};
use store::statement::statements;
use store::{ReadTx, Written};

/// The word of the rules' adoption, among the acts done on a poll.
pub(crate) const ADOPT: &str = "adopt-rules";

/// What the form for a new poll asks.
#[derive(Debug, Clone)]
pub struct NewPoll {
    /// To which session it is put.
    pub session: SessionId,
    /// At which sitting its first round is held.
    pub sitting: SittingId,
    /// Its title, as on the paper.
    pub title: String,
    /// Projects to choose (K).
    pub places: u16,
    /// The template that its rules begin from.
    pub template: Template,
}

/// A poll with everything an officer's page needs.
#[derive(Debug, Clone)]
pub struct PollView {
    pub congress: domain::congress::Congress,
    pub session: Session,
    /// The sitting of the newest round.
    pub sitting: Sitting,
    pub poll: Poll,
    /// Its rounds in order; there is always one.
    pub rounds: Vec<RoundView>,
    /// What the lint says of the rules of the newest round.
    pub findings: Vec<Problem>,
    /// Members due: of the roll, or in office while there is no roll yet.
    pub due: u32,
    /// The roll, for those who hand out slips.
    pub roll: Vec<RollLine>,
    /// Published notices, oldest first.
    pub notices: Vec<Notice>,
    /// Who asked for publishing, where that waits for somebody else.
    pub publish_asked: Option<PendingAct>,
    /// Who asked for a correction, where that waits for somebody else.
    pub correction_asked: Option<PendingAct>,
    /// Whether the newest certified version is published.
    pub is_published: bool,
    /// The voting day around it.
    pub day: Day,
    pub audit_head: domain::audit::chain::CongressHead,
    /// The breaks of the log that two people accepted for this poll.
    pub accepted_log: Vec<domain::audit::broken_log::Acceptance>,
}

impl Service {
    /// Drafts a poll with the rules of a template and its first round.
    ///
    /// # Errors
    /// Invalid: `title-missing`, `title-drafted`, `places-none`, `template-unknown`, `sitting-closed`. Not found: a sitting of another session.
    pub async fn create_poll(
        &self,
        actor: &Actor,
        new: NewPoll,
    ) -> Result<(PollId, RoundId), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let session = sessions::get(tx, new.session)?;
                let grant = permit(&actor, Action::Prepare, session.congress)?;
                if sessions::get_sitting(tx, new.sitting)?.session != new.session {
                    return Err(ServiceError::NotFound("sitting"));
                }
                context::offer(tx, new.sitting)?;
                let title = checked_title(&new.title)?;
                refuse_drafted(tx, new.session, &title)?;
                let rules = from_template(new.template, session.body, new.places)?;
                let rules = rules.canonical();
                let colour = Colour::of_the(polls::list(tx, new.session)?.len());
                let poll = polls::create(tx, new.session, &title, &rules, colour)?;
                let round = rounds::create(tx, poll, new.sitting, 1, RoundKind::First, &rules)?;
                let event = Event::new(&grant, now, EventKind::PollDrafted { poll });
                Ok(Written::recorded((poll, round), event))
            })
            .await
    }

    /// Has a draft take its lines from a formal list, in the list's order.
    ///
    /// # Errors
    /// Refused: `poll-is-frozen`, `round-follows`, `list-not-formal`. Not found: another congress's list.
    pub async fn use_list(
        &self,
        actor: &Actor,
        poll: PollId,
        list: ListId,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (place, grant) = first_draft(tx, &actor, poll)?;
                if evaluations::find(tx, poll)?.is_some() {
                    let problem = Problem::error("evaluation-has-no-list").at("list");
                    return Err(ServiceError::refused(problem));
                }
                let list = candidate_lists::get(tx, list)?;
                if list.congress != place.congress.id {
                    return Err(ServiceError::NotFound("list"));
                }
                if list.stage.after(ListAct::Freeze).is_err() {
                    let problem = Problem::error("list-not-formal").at("list");
                    return Err(ServiceError::refused(problem.with("number", list.number)));
                }
                polls::update_list(tx, poll, list.id)?;
                let lines = candidate_lists::list_lines(tx, list.id)?;
                rounds::update_lines(tx, place.round.id, &lines)?;
                // Whoever asked for freezing asked for another slate.
                act_requests::remove_all(tx, RequestSubject::Round(place.round.id.0))?;
                // Warnings were accepted for another slate.
                polls::update(
                    tx,
                    &Poll {
                        warnings_reason: String::new(),
                        ..place.poll
                    },
                )?;
                let what = EventKind::PollEdited { poll };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// The list that a poll takes its lines from, and the lists of its year that it could.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn list_lists(
        &self,
        actor: &Actor,
        poll: PollId,
    ) -> Result<(Option<ListId>, Vec<CandidateList>), ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let session = sessions::get(tx, polls::get(tx, poll)?.session)?;
                permit(&actor, Action::Look, session.congress)?;
                let lists = candidate_lists::list(tx, session.congress, session.year)?;
                Ok((polls::find_list(tx, poll)?, lists))
            })
            .await
    }

    /// A poll for its officers.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_poll(&self, actor: &Actor, id: PollId) -> Result<PollView, ServiceError> {
        let (actor, card_shares) = (actor.clone(), self.card_shares.clone());
        let view = self
            .store
            .read(move |tx| poll_view(tx, &actor, &card_shares, id))
            .await?;
        let mut view = self.in_steps(view).await?;
        view.day.wrong_codes = self.sign_in_limits.wrong_codes();
        Ok(view)
    }

    /// The poll of a round.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn poll_of(&self, actor: &Actor, round: RoundId) -> Result<PollId, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, round)?;
                permit(&actor, Action::Look, place.congress.id)?;
                Ok(place.poll.id)
            })
            .await
    }
}

/// A poll as its officers see it, for whoever may look.
pub(crate) fn poll_view(
    tx: &ReadTx<'_>,
    actor: &Actor,
    card_shares: &CardShares,
    id: PollId,
) -> Result<PollView, ServiceError> {
    let poll = polls::get(tx, id)?;
    let session = sessions::get(tx, poll.session)?;
    permit(actor, Action::Look, session.congress)?;
    let mut views = Vec::new();
    for round in rounds::list(tx, id)? {
        views.push(round_view(tx, round, card_shares)?);
    }
    let newest = views.last().ok_or(ServiceError::NotFound("round"))?;
    let place = RoundContext::of(tx, newest.round.id)?;
    // A draft is warned of what it would be frozen with: its list may have been worked on since.
    let lines = count_lines(tx, &place)?;
    let findings = lint_of(tx, &place, &newest.rules, lines)?;
    let due = due(tx, &place)?;
    let published = notices::list(tx, id)?;
    let newest_version = statements::list(tx, id)?.pop();
    let asked = asked_on(tx, RequestSubject::Poll(id.0))?;
    let waits = |act: ActOfTwo| asked.iter().find(|one| one.act == act.word()).cloned();
    Ok(PollView {
        correction_asked: waits(ActOfTwo::Correct),
        publish_asked: waits(ActOfTwo::Publish),
        is_published: newest_version.is_some_and(|version| {
            published
                .iter()
                .any(|notice| notice.statement == version.id)
        }),
        notices: published,
        congress: congresses::get(tx, session.congress)?,
        session,
        due,
        day: day(tx, &place)?,
        roll: attendances::list(tx, place.sitting.id)?,
        sitting: place.sitting.clone(),
        poll,
        rounds: views,
        findings,
        audit_head: audits::find_printed_head(tx, place.congress.id)?,
        accepted_log: log::accepted(tx, &place)?,
    })
}
