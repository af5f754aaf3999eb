//! Exchanging slip and paper at the desk, the reserve, helping. What is handed in is spent first; the
//! other kind is given in an act of its own; no act knows both a slip and a name.

use super::slips::{refuse_above_stock, refuse_unless_preparing};
use crate::access::password::HashQueue;
use crate::sitting::context::place;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::id::SittingId;
use domain::problem::Problem;
use domain::sitting::event::DayEvent;
use domain::voting::desk::DeskCounts;
use domain::voting::slip_code::SlipCode;
use domain::words;
use store::round::{papers, rounds};
use store::voting::box_file::rights;
use store::voting::{desks, slips};
use store::{ReadTx, WriteTx, Written};

/// Slips that may be kept back at most.
const MOST_RESERVE: u32 = 50;

words! {
    /// One act at the desk.
    pub enum DeskAct {
        /// A paper is given for a slip that was handed in before.
        GivePaper = "give-paper",
        /// A clean paper is handed in and torn up.
        TakePaper = "take-paper",
        /// A slip is drawn for a paper that was handed in before.
        GiveSlip = "give-slip",
        /// A deputy was helped (代写): a number, no name.
        Assist = "assist",
    }
}

impl DeskAct {
    /// How often it was done at a sitting.
    #[must_use]
    pub fn times(self, desk: &DeskCounts) -> u32 {
        match self {
            Self::GivePaper => desk.papers_out,
            Self::TakePaper => desk.papers_in,
            Self::GiveSlip => desk.slips_out,
            Self::Assist => desk.assisted,
        }
    }
}

impl Service {
    /// Keeps back so many slips, with a reason, and notes whether latecomers may draw one.
    ///
    /// # Errors
    /// Invalid: `reserve-number` at `reserve`, `reason-missing` at `reason`. Refused: `voting-began`,
    /// `roll-not-open`.
    pub async fn keep_reserve(
        &self,
        actor: &Actor,
        sitting: SittingId,
        reserve: u32,
        reason: &str,
        latecomers_draw: bool,
    ) -> Result<(), ServiceError> {
        let reason = reason.trim().to_owned();
        if reserve > MOST_RESERVE {
            let problem = Problem::error("reserve-number").at("reserve");
            return Err(ServiceError::invalid(problem.with("most", MOST_RESERVE)));
        }
        if reserve > 0 && reason.is_empty() {
            return Err(ServiceError::invalid(
                Problem::error("reason-missing").at("reason"),
            ));
        }
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, _, at) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepRoll, congress.id)?;
                refuse_unless_preparing(tx, &at)?;
                let mut desk = desks::get(tx, sitting)?;
                desk.reserve = reserve;
                desk.reserve_reason = reason;
                desk.latecomers_draw = latecomers_draw;
                desks::save(tx, sitting, &desk)?;
                let kept = |what, number| {
                    let event = DayEvent::Desk {
                        sitting,
                        what,
                        number,
                    };
                    Event::new(&grant, now, EventKind::Day(event))
                };
                let events = vec![
                    kept("reserve", reserve),
                    kept("latecomers", u32::from(latecomers_draw)),
                ];
                Ok(Written::recorded_all((), events))
            })
            .await
    }

    /// Takes an unused slip back for a paper: scanning spends it. Nobody's name is near.
    ///
    /// # Errors
    /// Invalid at `code`: `slip-strange`, `slip-gone`, `slip-used`. Refused: `desk-closed`.
    pub async fn hand_in_slip(
        &self,
        actor: &Actor,
        sitting: SittingId,
        code: &str,
    ) -> Result<(), ServiceError> {
        let invalid = |code| ServiceError::invalid(Problem::error(code).at("code"));
        let code = SlipCode::read(code).ok_or_else(|| invalid("slip-strange"))?;
        let hash = self.slip_hash(&code, HashQueue::Known).await?;
        let is_typed = matches!(code, SlipCode::Typed(_));
        let (actor, now) = (actor.clone(), self.clock.now());
        let done = self
            .store
            .write(move |tx| {
                let (congress, _, _) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepSlips, congress.id)?;
                refuse_unless_held(tx, sitting)?;
                let slip = if is_typed {
                    slips::find_by_digits(tx, hash)?
                } else {
                    slips::find_by_code(tx, hash)?
                };
                let slip = slip.filter(|slip| slip.sitting == sitting);
                let slip = slip.ok_or_else(|| invalid("slip-strange"))?;
                if rights::has_voted(tx, sitting, slip.code_hash)? {
                    return Err(invalid("slip-used"));
                }
                if slip.is_cancelled {
                    return Err(invalid("slip-gone"));
                }
                let mut desk = desks::get(tx, sitting)?;
                if desk.in_hand(desks::count_signed(tx, sitting)?).slips == 0 {
                    return Err(invalid("slip-not-drawn"));
                }
                // From here on it votes nowhere; its rights go once this is committed.
                if !rights::hold(tx, sitting, slip.code_hash)? {
                    return Err(invalid("slip-used"));
                }
                rights::lower_most(tx, sitting)?;
                slips::cancel(tx, sitting, slip.code_hash)?;
                desk.slips_in += 1;
                desks::save(tx, sitting, &desk)?;
                let event = DayEvent::Desk {
                    sitting,
                    what: "slips-in",
                    number: desk.slips_in,
                };
                let event = Event::new(&grant, now, EventKind::Day(event));
                Ok(Written::recorded((), event))
            })
            .await;
        // Also where it is not known whether it was written: held rights go, or are free again.
        self.background_tasks.run_now().await;
        done
    }

    /// One of the desk's other acts. `seen` is how often it was done when the page was shown: a press
    /// that is sent again after a lost answer counts nothing.
    ///
    /// # Errors
    /// Refused: `counted-since` when it was done since, `desk-closed`, `no-slip-handed-in`, `no-paper-handed-in`, `no-slip-left`,
    /// `no-paper-in-hand`, `papers-of-poll-run-out`.
    pub async fn act_at_desk(
        &self,
        actor: &Actor,
        sitting: SittingId,
        act: DeskAct,
        seen: Option<u32>,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, _, _) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepSlips, congress.id)?;
                refuse_unless_held(tx, sitting)?;
                let mut desk = desks::get(tx, sitting)?;
                refuse_counted_since(act.times(&desk), seen)?;
                let signed = desks::count_signed(tx, sitting)?;
                let (printed, gone) = slips::count(tx, sitting)?;
                let living = printed.saturating_sub(gone);
                let refused = ServiceError::refused;
                match act {
                    DeskAct::GivePaper => {
                        desk.give_paper().map_err(refused)?;
                    }
                    DeskAct::TakePaper => {
                        desk.take_paper(living, signed).map_err(refused)?;
                        hand_in_papers(tx, sitting)?;
                    }
                    DeskAct::GiveSlip => {
                        desk.give_slip(living, signed).map_err(refused)?;
                    }
                    DeskAct::Assist => {
                        desk.assisted += 1;
                    }
                }
                desks::save(tx, sitting, &desk)?;
                refuse_above_stock(tx, sitting)?;
                let event = DayEvent::Desk {
                    sitting,
                    what: act.word(),
                    number: act.times(&desk),
                };
                let event = Event::new(&grant, now, EventKind::Day(event));
                Ok::<_, ServiceError>(Written::recorded((), event))
            })
            .await?;
        if act == DeskAct::GiveSlip {
            // One more may vote.
            self.background_tasks.run_now().await;
        }
        Ok(())
    }
}

/// Refuses to count what was counted since the page was shown.
pub(crate) fn refuse_counted_since(times: u32, seen: Option<u32>) -> Result<(), ServiceError> {
    if seen == Some(times) {
        return Ok(());
    }
    let problem = Problem::error("counted-since").with("times", times);
    Err(ServiceError::refused(problem))
}

/// A paper that is handed in is of each round that is held now.
fn hand_in_papers(tx: &WriteTx<'_>, sitting: SittingId) -> Result<(), ServiceError> {
    for round in rounds::list_at(tx, sitting)? {
        if round.stage.is_held() {
            papers::add_handed_in(tx, round.id)?;
        }
    }
    Ok(())
}

/// The desk exchanges from the first slip handed out until voting closes.
fn refuse_unless_held(tx: &ReadTx<'_>, sitting: SittingId) -> Result<(), ServiceError> {
    let is_held = rounds::list_at(tx, sitting)?
        .iter()
        .any(|round| round.stage.is_held());
    if is_held {
        return Ok(());
    }
    Err(ServiceError::refused(Problem::error("desk-closed")))
}
