//! Drawn slips: printed for a sitting, drawn by whoever signs the roll, left-overs cancelled.
//!
//! Nobody scans a slip while handing it out: the roll notes *that* a deputy drew one. Codes exist
//! in clear only in the answer to printing.

use std::collections::BTreeSet;

use super::roll_call::place;
use super::{Service, ServiceError, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::digest::Digest;
use crate::domain::id::{DeputyId, SittingId};
use crate::domain::poll::round::RoundStage;
use crate::domain::poll::slip_code::SlipCode;
use crate::domain::problem::Problem;
use crate::domain::session::Sitting;
use crate::domain::session::roll::Attendance;
use crate::domain::session::sitting::SittingStage;
use crate::store::{ReadTx, Written, attendances, rounds, slips};

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
                self.slip_hash(&scanned).await?,
                self.slip_hash(&typed).await?,
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
    /// Refused: `not-present` or `has-slip` with the deputy's number, `slips-run-out`,
    /// `issuing-not-begun`, `voting-began`.
    pub async fn issue_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        to: Vec<DeputyId>,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, _, at) = place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepSlips, congress.id)?;
                if at.stage != SittingStage::QuorumDeclared {
                    return Err(ServiceError::refused(Problem::error("no-quorum")));
                }
                refuse_unless_preparing(tx, &at)?;
                let held = rounds::list_at(tx, sitting)?;
                if !held.iter().any(|round| round.stage == RoundStage::Issuing) {
                    return Err(ServiceError::refused(Problem::error("issuing-not-begun")));
                }
                let (printed, cancelled) = slips::count(tx, sitting)?;
                let mut drawn = attendances::count_issued(tx, sitting)?;
                let first = drawn;
                for deputy in &to {
                    let (attendance, has_slip) = attendances::get(tx, sitting, *deputy)?;
                    if attendance != Attendance::Present {
                        return Err(ServiceError::refused(Problem::error("not-present")));
                    }
                    if has_slip {
                        return Err(ServiceError::refused(Problem::error("has-slip")));
                    }
                    if drawn >= printed.saturating_sub(cancelled) {
                        let problem = Problem::error("slips-run-out").with("printed", printed);
                        return Err(ServiceError::refused(problem));
                    }
                    attendances::create_issued(tx, sitting, *deputy)?;
                    drawn += 1;
                }
                let what = What::SlipsIssued {
                    sitting,
                    slips: drawn - first,
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
                    self.slip_hash(code).await?,
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
                let issued = attendances::count_issued(tx, sitting)?;
                if printed.saturating_sub(gone) < issued {
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
    pub(super) async fn slip_hash(&self, code: &SlipCode) -> Result<Digest, ServiceError> {
        match code {
            SlipCode::Scanned(text) => Ok(self.keys.hash("slip-scanned", &[text.as_bytes()])),
            SlipCode::Typed(text) => {
                let stretched = self.typed_codes.derive(text, *b"minsheng-slip-10").await?;
                Ok(self.keys.hash("slip-typed", &[&stretched]))
            }
        }
    }
}

fn line_problem(code: &'static str, line: u64) -> Problem {
    Problem::error(code).at("codes").with("line", line)
}

/// Slips are printed, handed out and cancelled from the opening of the roll until voting opens.
fn refuse_unless_preparing(tx: &ReadTx<'_>, sitting: &Sitting) -> Result<(), ServiceError> {
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
