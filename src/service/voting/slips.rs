//! Drawn slips: printed for a sitting, drawn by whoever signs the roll, left-overs cancelled.
//!
//! Two people have slips printed: one asks, with a reason, a second one confirms. Codes exist in clear
//! only while they wait to be shown to the one who asked ([`fresh_slips`](super::unshown_prints)), and on
//! paper. Nobody scans a slip while handing it out: the roll notes *that* a deputy drew one.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::unshown_prints::{PrintedSlip, UnshownPrint};
use crate::access::password::HashQueue;
use crate::act_of_two::ask::{ActProgress, find_asked, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, PendingAct, Press, PressIntent};
use crate::round::turnout::held;
use crate::sitting::context::{member, place};
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor, Grant};
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::TwoPeople;
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::id::{AccountId, DeputyId, SittingId};
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::sitting::Sitting;
use domain::sitting::event::DayEvent;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingStage;
use domain::voting::desk::{BallotMedium, SlipsOfOldKey};
use domain::voting::slip_code::{CodeLength, SlipCode};
use domain::voting::slip_order::{MOST, SlipOrder};
use store::act_of_two::act_requests::RequestSubject;
use store::poll::polls;
use store::round::{papers, rounds};
use store::sitting::attendances;
use store::voting::{desks, slip_prints, slips};
use store::{ReadTx, WriteTx, Written};

/// Codes that were drawn, with their hashes.
#[derive(Default)]
struct NewCodes {
    slips: Vec<PrintedSlip>,
    hashes: Vec<(Digest, Digest)>,
}

/// A print that is in the store.
struct SlipPrintSummary {
    number: u32,
    asker: AccountId,
    instead_of: Option<u32>,
    slips: Vec<PrintedSlip>,
}

impl Service {
    /// Asks for slips to be printed. Asking again takes the place of what was asked before.
    ///
    /// # Errors
    /// Refused: `roll-not-open`, `voting-began`, `slip-print-unknown` for a lost print that is none,
    /// `slips-handed-out` when deputies hold more slips than would be left without it.
    pub async fn ask_for_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        order: SlipOrder,
    ) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (ActOfTwo::PrintSlips, RequestSubject::Sitting(sitting.0));
        let press = Press::default();
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let (congress, _, at) = place(tx, sitting)?;
                permit(&pressing.actor, Action::KeepSlips, congress.id)?;
                refuse_unless_preparing(tx, &at)?;
                refuse_order(tx, sitting, &order)?;
                match stand(tx, &pressing, || Ok(order.line()))? {
                    ActProgress::Asked(grant) => {
                        let slips = order.slips;
                        let what = EventKind::Day(DayEvent::SlipsAsked { sitting, slips });
                        let event = Event::new(&grant, pressing.now, what);
                        Ok(Written::recorded(ActOutcome::Asked, event))
                    }
                    ActProgress::Before(who) => Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(..) => Err(ServiceError::NotFound("second person")),
                }
            })
            .await
    }

    /// Confirms the slips that somebody else asked for, as they were shown: with the own account, on an
    /// officer's own device, or with an officer's PIN on the asker's screen. They are printed: their
    /// codes wait for a quarter of an hour for the one who asked, and for nobody else.
    ///
    /// # Errors
    /// As for every act of two, and as [`Service::ask_for_slips`]. Invalid: the problems of a PIN.
    pub async fn confirm_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        press: Press,
    ) -> Result<(), ServiceError> {
        let (act, subject) = (ActOfTwo::PrintSlips, RequestSubject::Sitting(sitting.0));
        let changed = || ServiceError::refused(Problem::error("act-changed"));
        let pressing = self.pressing(actor, act, subject, press).await?;
        let asker = actor.clone();
        let waiting = self
            .store
            .read(move |tx| {
                let (congress, _, _) = place(tx, sitting)?;
                permit(&asker, Action::KeepSlips, congress.id)?;
                find_asked(tx, act, subject)
            })
            .await?;
        let is_shown = |one: &PendingAct| pressing.said == PressIntent::Confirm(one.seen);
        let waiting = waiting.filter(is_shown).ok_or_else(changed)?;
        let order = SlipOrder::read(&waiting.reason).ok_or_else(changed)?;
        let alive = order.clone();
        let alive = self
            .store
            .read(move |tx| alive_after(tx, sitting, &alive))
            .await?;
        let drawn = self
            .draw_slips(order.slips, CodeLength::for_slips(alive))
            .await?;
        let printed = self
            .store
            .write(move |tx| {
                let (congress, _, at) = place(tx, sitting)?;
                permit(&pressing.actor, Action::KeepSlips, congress.id)?;
                refuse_unless_preparing(tx, &at)?;
                let asks_nothing = || Err(changed());
                let ActProgress::Both(grant, people, _) = stand(tx, &pressing, asks_nothing)?
                else {
                    return Err(changed());
                };
                refuse_order(tx, sitting, &order)?;
                print(tx, (&grant, pressing.now), sitting, &order, *people, drawn)
            })
            .await?;
        if let Some(lost) = printed.instead_of {
            self.unshown_prints.forget(sitting, lost);
        }
        let (number, asker) = (printed.number, printed.asker);
        self.unshown_prints
            .keep(sitting, number, asker, printed.slips);
        Ok(())
    }

    /// Draws codes that nobody has yet, with the hashes under which the store will know them.
    async fn draw_slips(&self, number: u32, digits: CodeLength) -> Result<NewCodes, ServiceError> {
        let (least, many) = digits.range();
        let mut drawn = NewCodes::default();
        let mut seen = BTreeSet::new();
        while drawn.slips.len() < usize::try_from(number).unwrap_or(0) {
            let scanned = SlipCode::scanned(self.random.bytes()?);
            let typed = SlipCode::typed(digits, least + self.random.below(many)?);
            if !seen.insert(typed.text().to_owned()) {
                continue;
            }
            drawn.hashes.push((
                self.slip_hash(&scanned, HashQueue::Known).await?,
                self.slip_hash(&typed, HashQueue::Known).await?,
            ));
            drawn.slips.push(PrintedSlip {
                scanned: scanned.text().to_owned(),
                typed: typed.text().to_owned(),
            });
        }
        Ok(drawn)
    }

    /// The prints of a sitting that wait to be shown: number, who asked, until when.
    #[must_use]
    pub fn list_fresh_slips(&self, sitting: SittingId) -> Vec<(u32, AccountId, Timestamp)> {
        self.unshown_prints.list(sitting)
    }

    /// Takes a print away to be shown to the one who asked for it, once.
    ///
    /// # Errors
    /// Refused: `slips-shown` when it was shown, waited too long or is somebody else's.
    pub async fn take_fresh_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        number: u32,
    ) -> Result<UnshownPrint, ServiceError> {
        let asker = actor.clone();
        let account = self
            .store
            .read(move |tx| {
                let (congress, _, _) = place(tx, sitting)?;
                account_of(&permit(&asker, Action::KeepSlips, congress.id)?)
            })
            .await?;
        let print = self.unshown_prints.take(sitting, number, account);
        print.ok_or_else(|| ServiceError::refused(Problem::error("slips-shown")))
    }

    /// Lets a print wait on that could not be shown.
    pub fn put_fresh_slips_back(&self, print: UnshownPrint) {
        self.unshown_prints.lay_back(print);
    }

    /// Notes that a print is shown now.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn note_slips_shown(
        &self,
        actor: &Actor,
        print: &UnshownPrint,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let (sitting, print) = (print.sitting, print.number);
        self.store
            .write(move |tx| {
                let (congress, _, _) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepSlips, congress.id)?;
                slip_prints::update_shown(tx, sitting, print, now)?;
                let what = EventKind::Day(DayEvent::SlipsShown { sitting, print });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Notes that deputies who are present drew a slip each.
    ///
    /// # Errors
    /// As [`Service::hand_out`].
    pub async fn issue_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        to: Vec<DeputyId>,
    ) -> Result<(), ServiceError> {
        self.hand_out(actor, sitting, to, BallotMedium::Slip).await
    }

    /// Notes that deputies who are present signed the roll and drew a slip or took papers. Each signs
    /// once.
    ///
    /// # Errors
    /// Refused: `not-present`, `has-slip`, `deputy-left-office`, `slips-run-out`, `papers-of-poll-run-out`, `issuing-not-begun`,
    /// `quorum-not-declared-anew`, `latecomers-not-allowed` once voting is open.
    pub async fn hand_out(
        &self,
        actor: &Actor,
        sitting: SittingId,
        to: Vec<DeputyId>,
        kind: BallotMedium,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let is_voting = self
            .store
            .write(move |tx| {
                let (congress, _, at) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepSlips, congress.id)?;
                refuse_unless_handing_out(tx, &at)?;
                let mut issued: u32 = 0;
                for deputy in &to {
                    let (attendance, has_slip) = attendances::get(tx, sitting, *deputy)?;
                    if attendance != Attendance::Present {
                        return Err(ServiceError::refused(Problem::error("not-present")));
                    }
                    if has_slip {
                        return Err(ServiceError::refused(Problem::error("has-slip")));
                    }
                    member(tx, sitting, *deputy)?;
                    attendances::create_issued(tx, sitting, *deputy, kind)?;
                    issued += 1;
                }
                refuse_above_stock(tx, sitting)?;
                let what = match kind {
                    BallotMedium::Slip => EventKind::SlipsIssued {
                        sitting,
                        slips: issued,
                    },
                    BallotMedium::Paper => EventKind::Day(DayEvent::PapersIssued {
                        sitting,
                        deputies: issued,
                    }),
                };
                let is_voting = desks::is_voting(tx, sitting)?;
                let event = Event::new(&grant, now, what);
                Ok::<_, ServiceError>(Written::recorded(is_voting, event))
            })
            .await?;
        if is_voting {
            // One more may vote, in each box that counts them.
            self.background_tasks.run_now().await;
        }
        Ok(())
    }

    /// Cancels left-over slips that a scrutineer scans or types, one code a line.
    ///
    /// # Errors
    /// Invalid, at `codes` with the line: `slip-unknown`, `slip-cancelled`, `slip-handed-out` when
    /// fewer than were handed out or promised would stay alive. Nothing is cancelled then.
    pub async fn cancel_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        codes: &str,
    ) -> Result<u32, ServiceError> {
        let lines: Vec<&str> = codes
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .collect();
        if lines.len() > usize::try_from(MOST).unwrap_or(0) {
            let problem = Problem::error("slips-number")
                .at("codes")
                .with("most", MOST);
            return Err(ServiceError::invalid(problem));
        }
        let mut wanted = Vec::new();
        for (line, text) in (1_u64..).zip(lines) {
            let code = SlipCode::read(text);
            let hash = match &code {
                Some(code) => Some((
                    self.slip_hash(code, HashQueue::Known).await?,
                    matches!(code, SlipCode::Typed(_)),
                )),
                None => None,
            };
            wanted.push((line, hash));
        }
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, _, at) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepSlips, congress.id)?;
                refuse_unless_preparing(tx, &at)?;
                let mut problems = Vec::new();
                let mut cancelled: u32 = 0;
                for (line, hash) in &wanted {
                    let slip = match hash {
                        Some((hash, true)) => slips::find_by_digits(tx, *hash)?,
                        Some((hash, false)) => slips::find_by_code(tx, *hash)?,
                        None => None,
                    };
                    let alive = match slip.filter(|slip| slip.sitting == sitting) {
                        Some(slip) => slips::cancel(tx, sitting, slip.code_hash)?,
                        None => {
                            problems.push(line_problem("slip-unknown", *line));
                            continue;
                        }
                    };
                    if alive {
                        cancelled += 1;
                    } else {
                        problems.push(line_problem("slip-cancelled", *line));
                    }
                }
                let (printed, gone) = slips::count(tx, sitting)?;
                if printed.saturating_sub(gone) < desks::count_promised_slips(tx, sitting)? {
                    problems.push(Problem::error("slip-handed-out").at("codes"));
                }
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                let what = EventKind::SlipsCancelled {
                    sitting,
                    slips: cancelled,
                };
                Ok(Written::recorded(cancelled, Event::new(&grant, now, what)))
            })
            .await
    }

    /// The keyed hash under which the store knows a code. Typed codes are stretched first: their
    /// digits are soon tried out, and a copied disk must not give living codes away.
    pub(crate) async fn slip_hash(
        &self,
        code: &SlipCode,
        lane: HashQueue,
    ) -> Result<Digest, ServiceError> {
        match code {
            SlipCode::Scanned(text) => Ok(self.keys.hash("slip-scanned", &[text.as_bytes()])),
            SlipCode::Typed(text) => {
                let salt = *b"minsheng-slip-10";
                let stretched = self.typed_codes.derive(text, salt, lane).await?;
                Ok(self.keys.hash("slip-typed", &[&stretched]))
            }
        }
    }
}

/// How many slips of a sitting are alive once an order is printed.
fn alive_after(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    order: &SlipOrder,
) -> Result<u32, ServiceError> {
    let (printed, gone) = slips::count(tx, sitting)?;
    let lost = match order.instead_of {
        Some(lost) => slips::count_of_print(tx, sitting, lost)?,
        None => 0,
    };
    let stay = printed.saturating_sub(gone).saturating_sub(lost);
    Ok(stay.saturating_add(order.slips))
}

/// A print that is said to be lost is one of the sitting's, and nobody can hold a slip of it.
fn refuse_order(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    order: &SlipOrder,
) -> Result<(), ServiceError> {
    let Some(lost) = order.instead_of else {
        return Ok(());
    };
    let prints = slip_prints::list(tx, sitting)?;
    if !prints.iter().any(|one| one.number == lost && !one.is_lost) {
        let problem = Problem::error("slip-print-unknown").with("number", lost);
        return Err(ServiceError::refused(problem));
    }
    let stay = alive_after(tx, sitting, order)?.saturating_sub(order.slips);
    let promised = desks::count_promised_slips(tx, sitting)?;
    if stay < promised {
        let problem = Problem::error("slips-handed-out").with("issued", promised);
        return Err(ServiceError::refused(problem));
    }
    Ok(())
}

/// Writes a print down: the hashes of its slips, who stood for it, what it stands for.
fn print(
    tx: &WriteTx<'_>,
    (grant, now): (&Grant, Timestamp),
    sitting: SittingId,
    order: &SlipOrder,
    people: TwoPeople,
    drawn: NewCodes,
) -> Result<Written<SlipPrintSummary>, ServiceError> {
    if let Some(lost) = order.instead_of {
        slip_prints::lose(tx, sitting, lost)?;
    }
    let number = slip_prints::create(tx, sitting, order, people, now)?;
    for (code, digits) in &drawn.hashes {
        slips::create(tx, sitting, number, *code, *digits)?;
    }
    let asker = people.first().account;
    let asker = asker.ok_or(ServiceError::NotFound("account"))?;
    let what = EventKind::SlipsPrinted {
        sitting,
        print: number,
        slips: order.slips,
        instead_of: order.instead_of,
        people: format!("{} {}", people.first(), people.second()),
    };
    let printed = SlipPrintSummary {
        number,
        asker,
        instead_of: order.instead_of,
        slips: drawn.slips,
    };
    Ok(Written::recorded(printed, Event::new(grant, now, what)))
}

fn line_problem(code: &'static str, line: u64) -> Problem {
    Problem::error(code).at("codes").with("line", line)
}

/// Slips are printed, handed out and cancelled from the opening of the roll until voting opens.
pub(crate) fn refuse_unless_preparing(
    tx: &ReadTx<'_>,
    sitting: &Sitting,
) -> Result<(), ServiceError> {
    match sitting.stage {
        SittingStage::RollOpen | SittingStage::QuorumDeclared => {}
        SittingStage::Planned | SittingStage::Adjourned | SittingStage::Closed => {
            return Err(ServiceError::refused(Problem::error("roll-not-open")));
        }
    }
    // Slips of an earlier key are replaced as soon as no vote runs.
    let is_anew = desks::get(tx, sitting.id)?.old_slips == SlipsOfOldKey::Gone;
    let has_begun = |stage: RoundStage| match stage {
        RoundStage::Draft
        | RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Void => false,
        RoundStage::Open | RoundStage::Paused => true,
        RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Opened
        | RoundStage::Counted
        | RoundStage::Certified => !is_anew,
    };
    let held = rounds::list_at(tx, sitting.id)?;
    // New slips are for a vote that comes: where none does, they would stand beside an account that was signed.
    let is_any_to_come = held.iter().any(|round| round.stage < RoundStage::Open);
    if held.iter().any(|round| has_begun(round.stage)) || is_anew && !is_any_to_come {
        return Err(ServiceError::refused(Problem::error("voting-began")));
    }
    Ok(())
}

/// Slips and papers go out while a round is issuing, and to latecomers while one is open, if that was
/// decided before; never to more than were declared present.
fn refuse_unless_handing_out(tx: &ReadTx<'_>, at: &Sitting) -> Result<(), ServiceError> {
    let refused = |code| Err(ServiceError::refused(Problem::error(code)));
    if at.stage != SittingStage::QuorumDeclared {
        return refused("no-quorum");
    }
    let held = rounds::list_at(tx, at.id)?;
    let is_voting = held
        .iter()
        .any(|round| matches!(round.stage, RoundStage::Open | RoundStage::Paused));
    if is_voting {
        if !desks::get(tx, at.id)?.latecomers_draw {
            return refused("latecomers-not-allowed");
        }
    } else {
        refuse_unless_preparing(tx, at)?;
        if !held.iter().any(|round| round.stage == RoundStage::Issuing) {
            return refused("issuing-not-begun");
        }
    }
    let present = attendances::count(tx, at.id)?.present;
    let declared = at.quorum_present.unwrap_or(present);
    if present != declared {
        let problem = Problem::error("quorum-not-declared-anew");
        let problem = problem.with("declared", declared).with("present", present);
        return Err(ServiceError::refused(problem));
    }
    Ok(())
}

/// Deputies never hold or wait for more slips than are alive, nor hold more papers than were printed
/// for a round that is being held.
pub(crate) fn refuse_above_stock(tx: &ReadTx<'_>, sitting: SittingId) -> Result<(), ServiceError> {
    let promised = desks::count_promised_slips(tx, sitting)?;
    let (printed, gone) = slips::count(tx, sitting)?;
    if promised > printed.saturating_sub(gone) {
        let problem = Problem::error("slips-run-out").with("printed", printed);
        return Err(ServiceError::refused(problem));
    }
    for round in rounds::list_at(tx, sitting)? {
        let papers = papers::count_printed(tx, round.id)?;
        let held = held(tx, &round)?;
        if round.stage.is_held() && held.waiting > 0 {
            let title = polls::get(tx, round.poll)?.title;
            let problem = Problem::error("papers-of-poll-run-out");
            let problem = problem.with("poll", title).with("printed", papers);
            return Err(ServiceError::refused(problem));
        }
    }
    Ok(())
}
