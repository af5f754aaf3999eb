//! Drawn slips: printed for a sitting, drawn by whoever signs the roll, left-overs cancelled.
//!
//! Nobody scans a slip while handing it out: the roll notes *that* a deputy drew one. Codes exist
//! in clear only in the answer to printing.

use std::collections::BTreeSet;

use super::roll_call::{member, place};
use super::{Service, ServiceError, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::digest::Digest;
use crate::domain::id::{DeputyId, SittingId};
use crate::domain::poll::round::RoundStage;
use crate::domain::poll::slip_code::SlipCode;
use crate::domain::problem::Problem;
use crate::domain::session::Sitting;
use crate::domain::session::desk::Kind;
use crate::domain::session::event::DayEvent;
use crate::domain::session::roll::Attendance;
use crate::domain::session::sitting::SittingStage;
use crate::password::Lane;
use crate::store::{ReadTx, Written, attendances, desks, papers, rounds, slips};

/// Slips that may be printed at once.
const MOST: u32 = 1_000;
/// Numbers below this have ten digits.
const TYPED: u64 = 10_000_000_000;

/// A freshly printed slip: the only place where its codes stand in clear.
#[derive(Clone)]
pub struct PrintedSlip {
    /// For the QR.
    pub scanned: String,
    /// For fingers: ten digits.
    pub typed: String,
}

impl Service {
    /// Prints slips for a sitting. With `replace`, all earlier ones are cancelled and forgotten,
    /// which is possible until the first is handed out.
    ///
    /// # Errors
    /// Invalid: `slips-number`. Refused: `no-quorum-yet` before the roll is open, `voting-began`,
    /// `slips-handed-out` when earlier ones cannot be replaced any more, `slips-enough`.
    pub async fn print_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        number: u32,
        replace: bool,
    ) -> Result<Vec<PrintedSlip>, ServiceError> {
        if number == 0 || number > MOST {
            let problem = Problem::error("slips-number")
                .at("number")
                .with("most", MOST);
            return Err(ServiceError::invalid(problem));
        }
        let mut printed = Vec::new();
        let mut hashes = Vec::new();
        let mut seen = BTreeSet::new();
        while printed.len() < usize::try_from(number).unwrap_or(0) {
            let scanned = SlipCode::scanned(self.random.bytes()?);
            let typed = SlipCode::typed(self.random.below(TYPED)?);
            if !seen.insert(typed.text().to_owned()) {
                continue;
            }
            hashes.push((
                self.slip_hash(&scanned, Lane::Known).await?,
                self.slip_hash(&typed, Lane::Known).await?,
            ));
            printed.push(PrintedSlip {
                scanned: scanned.text().to_owned(),
                typed: typed.text().to_owned(),
            });
        }
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, _, at) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepSlips, congress.id)?;
                refuse_unless_preparing(tx, &at)?;
                let issued = attendances::count_issued(tx, sitting)?;
                if replace && issued > 0 {
                    let problem = Problem::error("slips-handed-out").with("issued", issued);
                    return Err(ServiceError::refused(problem));
                }
                if replace {
                    slips::remove_all(tx, sitting)?;
                }
                for (code, digits) in &hashes {
                    slips::create(tx, sitting, *code, *digits)?;
                }
                let what = What::SlipsPrinted {
                    sitting,
                    slips: number,
                    replaced: replace,
                };
                Ok::<_, ServiceError>(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await?;
        Ok(printed)
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
        self.hand_out(actor, sitting, to, Kind::Slip).await
    }

    /// Notes that deputies who are present signed the roll and drew a slip or took papers. Each signs
    /// once.
    ///
    /// # Errors
    /// Refused: `not-present`, `has-slip`, `deputy-left-office`, `slips-run-out`, `papers-run-out`, `issuing-not-begun`,
    /// `quorum-not-declared-anew`, `latecomers-not-allowed` once voting is open.
    pub async fn hand_out(
        &self,
        actor: &Actor,
        sitting: SittingId,
        to: Vec<DeputyId>,
        kind: Kind,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
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
                    Kind::Slip => What::SlipsIssued {
                        sitting,
                        slips: issued,
                    },
                    Kind::Paper => What::Day(DayEvent::PapersIssued {
                        sitting,
                        deputies: issued,
                    }),
                };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Cancels left-over slips that a scrutineer scans or types, one code a line.
    ///
    /// # Errors
    /// Invalid, at `codes` with the line: `slip-unknown`, `slip-cancelled`, `slip-handed-out` when
    /// fewer than the handed out would stay alive. Nothing is cancelled then.
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
                    self.slip_hash(code, Lane::Known).await?,
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
                let in_hand = desks::get(tx, sitting)?.in_hand(desks::count_signed(tx, sitting)?);
                if printed.saturating_sub(gone) < in_hand.slips {
                    problems.push(Problem::error("slip-handed-out").at("codes"));
                }
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                let what = What::SlipsCancelled {
                    sitting,
                    slips: cancelled,
                };
                Ok(Written::recorded(cancelled, Event::new(&grant, now, what)))
            })
            .await
    }

    /// The keyed hash under which the store knows a code. Typed codes are stretched first: ten
    /// digits are soon tried out, and a copied disk must not give living codes away.
    pub(super) async fn slip_hash(
        &self,
        code: &SlipCode,
        lane: Lane<'_>,
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

fn line_problem(code: &'static str, line: u64) -> Problem {
    Problem::error(code).at("codes").with("line", line)
}

/// Slips are printed, handed out and cancelled from the opening of the roll until voting opens.
pub(super) fn refuse_unless_preparing(
    tx: &ReadTx<'_>,
    sitting: &Sitting,
) -> Result<(), ServiceError> {
    match sitting.stage {
        SittingStage::RollOpen | SittingStage::QuorumDeclared => {}
        SittingStage::Planned | SittingStage::Adjourned | SittingStage::Closed => {
            return Err(ServiceError::refused(Problem::error("roll-not-open")));
        }
    }
    let has_begun = |stage: RoundStage| match stage {
        RoundStage::Draft
        | RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Void => false,
        RoundStage::Open
        | RoundStage::Paused
        | RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Opened
        | RoundStage::Counted
        | RoundStage::Certified => true,
    };
    if rounds::list_at(tx, sitting.id)?
        .iter()
        .any(|round| has_begun(round.stage))
    {
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

/// Deputies never hold more slips than are alive, nor more papers than were printed for a round that
/// is being held.
pub(super) fn refuse_above_stock(tx: &ReadTx<'_>, sitting: SittingId) -> Result<(), ServiceError> {
    let in_hand = desks::get(tx, sitting)?.in_hand(desks::count_signed(tx, sitting)?);
    let (printed, gone) = slips::count(tx, sitting)?;
    if in_hand.slips > printed.saturating_sub(gone) {
        let problem = Problem::error("slips-run-out").with("printed", printed);
        return Err(ServiceError::refused(problem));
    }
    for round in rounds::list_at(tx, sitting)? {
        let is_held = matches!(
            round.stage,
            RoundStage::Issuing | RoundStage::Open | RoundStage::Paused
        );
        let papers = papers::count_printed(tx, round.id)?;
        let spoilt = u32::try_from(papers::list_spoilt(tx, round.id)?.len()).unwrap_or(u32::MAX);
        if is_held && in_hand.papers > papers.saturating_sub(spoilt) && in_hand.papers > 0 {
            let problem = Problem::error("papers-run-out").with("printed", papers);
            return Err(ServiceError::refused(problem));
        }
    }
    Ok(())
}
