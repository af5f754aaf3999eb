//! Rehearsing a poll: a marked copy with dummy deputies, the day's own acts on it, and the proof that
//! nothing of it is left.

use crate::round::context::RoundContext;
use crate::round::freezing;
use crate::voting::ticket::Ticket;
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::ballot::{self, Paper};
use domain::digest::Digest;
use domain::id::{CongressId, PollId, RoundId};
use domain::poll::rules::Rules;
use domain::poll::slate;
use domain::problem::Problem;
use domain::round::{RoundAct, RoundStage};
use domain::sitting::event::DayEvent;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingAct;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
use store::people::accounts;
use store::poll::rehearsals::CopyTarget;
pub use store::poll::rehearsals::WipedTable;
use store::poll::{polls, rehearsals};
use store::round::rounds;
use store::sitting::sessions;
use store::voting::box_file::state;
use store::{Written, installation};

/// Dummy deputies of a rehearsal.
const DUMMIES: u32 = 12;

/// What a poll's rehearsal page tells.
#[derive(Debug, Clone)]
pub struct RehearsalView {
    /// The poll that was asked for.
    pub poll: PollId,
    /// Whether it is itself a rehearsal.
    pub is_rehearsal: bool,
    /// The poll of the rehearsal that the congress has now.
    pub running: Option<PollId>,
    /// The stage of the newest round.
    pub stage: RoundStage,
}

impl Service {
    /// Whether a poll has a rehearsal, or is one.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_rehearsal(
        &self,
        actor: &Actor,
        poll: PollId,
    ) -> Result<RehearsalView, ServiceError> {
        let seen = self.get_poll(actor, poll).await?;
        let newest = seen.rounds.last().ok_or(ServiceError::NotFound("round"))?;
        let (congress, stage) = (seen.congress.id, newest.round.stage);
        self.store
            .read(move |tx| {
                let real = rehearsals::find_real(tx, congress)?;
                Ok(RehearsalView {
                    poll,
                    is_rehearsal: real.is_some(),
                    running: rehearsals::find(tx, real.unwrap_or(congress))?,
                    stage,
                })
            })
            .await
    }

    /// Copies a poll for a rehearsal: dummy deputies, all present, rules and scrutineers adopted, rules and
    /// slate fixed, so that the day begins at sealing. `mark` stands before every name.
    ///
    /// # Errors
    /// Refused: `rehearsal-exists`, `rehearsal-of-rehearsal`, `slate-empty`.
    pub async fn start_rehearsal(
        &self,
        actor: &Actor,
        poll: PollId,
        mark: &str,
    ) -> Result<PollId, ServiceError> {
        let account = actor.account.ok_or(ServiceError::NotFound("account"))?;
        let lines = self.get_poll(actor, poll).await?.rounds.pop();
        if lines.is_none_or(|round| round.lines.is_empty()) {
            return Err(ServiceError::refused(Problem::error("slate-empty")));
        }
        let (asker, now, mark) = (actor.clone(), self.clock.now(), mark.to_owned());
        let copied = self
            .store
            .write(move |tx| {
                let congress = sessions::get(tx, polls::get(tx, poll)?.session)?.congress;
                let grant = permit(&asker, Action::Prepare, congress)?;
                if rehearsals::find_real(tx, congress)?.is_some() {
                    return Err(ServiceError::refused(Problem::error(
                        "rehearsal-of-rehearsal",
                    )));
                }
                if rehearsals::find(tx, congress)?.is_some() {
                    return Err(ServiceError::refused(Problem::error("rehearsal-exists")));
                }
                let copied = rehearsals::create(tx, poll, &mark, DUMMIES)?;
                let what = EventKind::Day(DayEvent::RehearsalStarted { poll });
                Ok(Written::recorded(copied, Event::new(&grant, now, what)))
            })
            .await?;
        let clerk = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(accounts::get_actor(tx, account)?))
            .await?;
        self.take_the_dummies_roll(&clerk, &copied).await?;
        Ok(copied.poll)
    }

    async fn take_the_dummies_roll(
        &self,
        clerk: &Actor,
        copied: &CopyTarget,
    ) -> Result<(), ServiceError> {
        let sitting = copied.sitting;
        self.act_on_sitting(clerk, sitting, SittingAct::OpenRoll)
            .await?;
        let roll = self.get_roll(clerk, sitting).await?;
        let here = roll
            .lines
            .iter()
            .map(|line| (line.deputy, Attendance::Present));
        self.keep_roll(clerk, sitting, here.collect()).await?;
        self.act_on_sitting(clerk, sitting, SittingAct::DeclareQuorum)
            .await?;
        self.adopt_rules(clerk, copied.poll).await?;
        match self.adopt_the_copies(clerk, sitting).await {
            // Without a chief scrutineer the rehearsal shows that one is missing, as the day would.
            Ok(()) | Err(ServiceError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
        self.freeze_the_copy(clerk, copied.round).await
    }

    /// Fixes rules and lines of the copy: the list they come from was fixed, or will be, in earnest.
    async fn freeze_the_copy(&self, clerk: &Actor, id: RoundId) -> Result<(), ServiceError> {
        let (clerk, now) = (clerk.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&clerk, Action::Prepare, place.congress.id)?;
                let account = account_of(&grant)?;
                let slate = slate::rehearsed(&rounds::list_lines(tx, id)?);
                let detail = format!("rehearsal {}", freezing::hashes(&place.round, &slate));
                freezing::save(tx, place, slate)?;
                let (subject, act) = (RequestSubject::Round(id.0), RoundAct::Freeze);
                acts_done::create(tx, subject, act.word(), account, None, now)?;
                let what = EventKind::Round {
                    round: id,
                    act,
                    detail,
                };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Lets every dummy who has not voted vote by chance, through the path of every slip.
    ///
    /// # Errors
    /// Refused: `not-a-rehearsal`, `act-out-of-turn` unless voting is open.
    pub async fn rehearse_votes(&self, actor: &Actor, poll: PollId) -> Result<u32, ServiceError> {
        let seen = self.get_poll(actor, poll).await?;
        let newest = seen.rounds.last().ok_or(ServiceError::NotFound("round"))?;
        let (round, stage) = (newest.round.id, newest.round.stage);
        let congress = seen.congress.id;
        permit(actor, Action::Prepare, congress)?;
        let slips = self
            .store
            .read(move |tx| {
                if rehearsals::find_real(tx, congress)?.is_none() {
                    return Err(ServiceError::refused(Problem::error("not-a-rehearsal")));
                }
                if stage != RoundStage::Open {
                    let problem = Problem::error("act-out-of-turn").with("stage", stage.word());
                    return Err(ServiceError::refused(problem));
                }
                Ok(rehearsals::list_unspent(tx, round)?)
            })
            .await?;
        let mut cast = 0;
        for slip in slips {
            let ticket = Ticket::of(Digest(slip));
            let paper = self.dummy_paper(&newest.rules, newest.lines.len())?;
            self.cast_for_dummy(ticket, poll, round, paper).await?;
            cast += 1;
        }
        Ok(cast)
    }

    async fn cast_for_dummy(
        &self,
        ticket: Ticket,
        poll: PollId,
        round: RoundId,
        paper: Paper,
    ) -> Result<(), ServiceError> {
        let token = self.sheet_token(ticket, round);
        let form = self
            .review(ticket, poll, round, &token, paper.clone())
            .await?;
        self.cast(ticket, poll, round, &form.nonce, &form.token, paper)
            .await
            .map(drop)
    }

    /// A paper that the rules accept: the first places from a line drawn by chance.
    fn dummy_paper(&self, rules: &Rules, lines: usize) -> Result<Paper, ServiceError> {
        let bound = u64::try_from(lines.max(1)).unwrap_or(1);
        let first = usize::try_from(self.random.below(bound)?).unwrap_or(0);
        Ok(ballot::sample(rules, lines, first))
    }

    /// Wipes a rehearsal and answers with every table that it touched, counted after deleting. Its key
    /// is removed and the store scrubbed by a task.
    ///
    /// # Errors
    /// Refused: `not-a-rehearsal`. Broken: a row was left, and then nothing was wiped.
    pub async fn wipe_rehearsal(
        &self,
        actor: &Actor,
        poll: PollId,
    ) -> Result<(PollId, Vec<WipedTable>), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let held = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(rounds::list(tx, poll)?))
            .await?;
        let wiped = self
            .store
            .write(move |tx| {
                let congress: CongressId =
                    sessions::get(tx, polls::get(tx, poll)?.session)?.congress;
                let Some(real) = rehearsals::find_real(tx, congress)? else {
                    return Err(ServiceError::refused(Problem::error("not-a-rehearsal")));
                };
                let grant = permit(&actor, Action::Prepare, real)?;
                // Its boxes first: nothing is cast in them any more, and no round is needed to remove them.
                for round in rounds::list(tx, poll)? {
                    state::give_up(tx, round.id)?;
                }
                let wiped = rehearsals::remove(tx, congress)?;
                installation::leave_traces(tx)?;
                let left: u64 = wiped.iter().map(|one| one.left).sum();
                if left > 0 || rehearsals::find(tx, real)?.is_some() {
                    return Err(ServiceError::NotFound("clean end of the rehearsal"));
                }
                let tables = u64::try_from(wiped.len()).unwrap_or(u64::MAX);
                let rows = wiped.iter().map(|one| one.deleted).sum();
                let event = DayEvent::RehearsalWiped { tables, rows, left };
                let event = Event::new(&grant, now, EventKind::Day(event));
                let first = polls::list_of_congress(tx, real)?.first().copied();
                let back = first.ok_or(ServiceError::NotFound("poll"))?;
                Ok(Written::recorded((back, wiped), event))
            })
            .await?;
        for round in held {
            self.clear_desks(round.id);
        }
        self.background_tasks.run_now().await;
        Ok(wiped)
    }
}
