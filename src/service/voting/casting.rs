//! The deputy's path, with a slip that was [presented](super::presenting): see the ballot, review it,
//! cast it once.
//!
//! No account, no sign-in, no clock: a ticket (the slip, signed with the installation's key)
//! travels in a cookie, and nothing of this path is written down but the cast itself. Nothing of it is a receipt either: every form of a used slip gets
//! the same answer, and only the browser that got it is told that the slip was used.

use std::ops::Deref;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::ballot_sheets::{SheetFacts, last_two};
use super::presenting::slip_of;
use super::ticket::Ticket;
use crate::round::context::RoundContext;
use crate::round::fixed::refuse_changed;
use crate::round::frozen_rounds::FrozenRound;
use crate::round::sealed;
use crate::{Service, ServiceError};
use domain::ballot::{Ballot, BallotKind, Remarks, judge};
use domain::digest::Digest;
use domain::id::{PollId, RoundId, SittingId};
use domain::poll::Round;
use domain::poll::rules::Rules;
use domain::problem::Problem;
use domain::voting::right::{Admission, RefusedSlip, SlipStatus, VotingFacts, admit, see};
use seal::BoxKey;
use seal::ballot::RowPurpose;
use store::round::boxes::BoxBallot;
use store::voting::cast::{AtTheBox, SealedFor};
use store::voting::{cast, remarks};
use store::{ReadTx, StoreError};

/// A ballot as the deputy sees it.
#[derive(Debug, Clone)]
pub struct BallotSheet {
    facts: Arc<SheetFacts>,
    /// What this browser is shown of the slip, or why it may not vote.
    pub seen: Result<SlipStatus, RefusedSlip>,
}

impl Deref for BallotSheet {
    type Target = SheetFacts;

    fn deref(&self) -> &SheetFacts {
        &self.facts
    }
}

/// A reviewed ballot, ready for the final act. Its tokens make the form known again and tie the
/// marks to it: another form, or other marks in this one, are not the same.
#[derive(Debug, Clone)]
pub struct ReviewedBallot {
    pub sheet: BallotSheet,
    /// The form's random name.
    pub nonce: String,
    /// Keyed hash over slip, round, nonce and marks.
    pub token: String,
    /// What the deputy should know before casting it: that it is blank, that a remark names people.
    pub warnings: Vec<Problem>,
}

/// How a final act ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CastOutcome {
    /// A ballot of this slip is in the box: this one, or whichever came first. With it, what the
    /// browser is to keep as its cookie: the same for every form of the slip.
    InTheBox(String),
    /// It is not, and why.
    Turned(RefusedSlip),
}

/// What the ballots of a round are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BallotForm {
    pub kind: BallotKind,
    pub lines: usize,
    /// Whether each line has room for a remark.
    pub asks_remarks: bool,
}

impl BallotForm {
    /// Of rules and a slate of so many lines.
    #[must_use]
    pub fn of(rules: &Rules, lines: usize) -> Self {
        Self {
            kind: rules.kind,
            lines,
            asks_remarks: rules.asks_remarks,
        }
    }
}

impl Service {
    /// The ballot of a poll for a slip.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when the poll is not put to a vote at the slip's sitting, exactly
    /// as when there is no such poll. Refused: `fact-changed` where the round is not as it was fixed.
    pub async fn open_sheet(
        &self,
        ticket: Ticket,
        poll: PollId,
    ) -> Result<BallotSheet, ServiceError> {
        let (keys, known, sheets) = (
            self.keys.clone(),
            self.frozen_rounds.clone(),
            self.ballot_sheets.clone(),
        );
        let state = self.store.state()?;
        let read = move |tx: &ReadTx<'_>| {
            let slip = slip_of(tx, ticket)?;
            let facts = sheets.get(tx, state, poll, slip.sitting)?;
            let round = facts.round.id;
            let standing = VotingFacts {
                stage: facts.round.stage,
                is_cancelled: slip.is_cancelled,
                right: cast::find_right(tx, round, slip.code_hash)?,
            };
            let seen = see(standing, ticket.has_heard(&keys, round));
            let sheet = BallotSheet { facts, seen };
            if let Some(to) = &sheet.sealed_to
                && !known.has(to)
            {
                // Once for each box: nobody seals to a key that the sealing did not tell of.
                refuse_changed(tx, &RoundContext::of(tx, sheet.round.id)?)?;
            }
            Ok::<_, ServiceError>(sheet)
        };
        let sheet = self.store.read(read).await?;
        if let Some(frozen) = sheet.frozen()
            && !self.frozen_rounds.has(&frozen.sealed_to)
        {
            self.frozen_rounds.keep(frozen);
        }
        Ok(sheet)
    }

    /// What the ballots of a poll's round are made of, if it is known without asking the store: it is,
    /// once anybody opened such a ballot.
    #[must_use]
    pub fn find_form(&self, poll: PollId, round: RoundId) -> Option<BallotForm> {
        let frozen = self.frozen_rounds.find(poll, round)?;
        Some(BallotForm::of(&frozen.rules, frozen.lines))
    }

    /// The token that a ballot's form carries, so that another site cannot post one.
    #[must_use]
    pub fn sheet_token(&self, ticket: Ticket, round: RoundId) -> String {
        self.keys
            .token("sheet", &[&ticket.slip.0, &round.0.to_be_bytes()])
            .to_string()
    }

    /// Checks a ballot and makes it ready for the final act.
    ///
    /// # Errors
    /// Refused: `form-foreign` for a token that is not this form's, `page-old` when the round is
    /// another by now, `page-of-void` when it was voided. Invalid: the problems of the marks, such as `marked-too-many`.
    pub async fn review(
        &self,
        ticket: Ticket,
        poll: PollId,
        round: RoundId,
        token: &str,
        ballot: impl Into<Ballot>,
    ) -> Result<ReviewedBallot, ServiceError> {
        let ballot = ballot.into();
        let sheet = self.open_sheet(ticket, poll).await?;
        let parts: [&[u8]; 2] = [&ticket.slip.0, &round.0.to_be_bytes()];
        if !self.keys.agrees(token, "sheet", &parts) {
            return Err(ServiceError::refused(Problem::foreign_form()));
        }
        refuse_old(&sheet, round)?;
        let parts = BallotRecords::of(&sheet.rules, sheet.lines.len(), &ballot)?;
        let mut warnings = refuse_marks(&sheet.rules, sheet.lines.len(), &ballot)?;
        warnings.extend(self.find_people(&sheet, &ballot.remarks).await?);
        let nonce = Digest(self.random.bytes()?).to_string();
        let token = self.final_token(ticket, round, &nonce, &parts);
        Ok(ReviewedBallot {
            sheet,
            nonce,
            token,
            warnings,
        })
    }

    /// Warnings of remarks that name people: their names will not be shown.
    async fn find_people(
        &self,
        sheet: &BallotSheet,
        remarks: &Remarks,
    ) -> Result<Vec<Problem>, ServiceError> {
        if remarks.is_empty() {
            return Ok(Vec::new());
        }
        let congress = sheet.congress.id;
        let people = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(remarks::list_people(tx, congress)?))
            .await?;
        let lines = remarks.lines_that_name(&people).into_iter();
        Ok(lines
            .map(|line| Problem::warning("remark-names-person").with("line", line))
            .collect())
    }

    fn final_token(
        &self,
        ticket: Ticket,
        round: RoundId,
        nonce: &str,
        parts: &BallotRecords,
    ) -> String {
        let round_bytes = round.0.to_be_bytes();
        let hashed = parts.hashed(&ticket, &round_bytes, nonce);
        self.keys.token("cast", &hashed).to_string()
    }

    /// The final act: spends the slip's right and puts the ballot into the box, durably, once.
    /// A form is checked for its token, its marks, the stage and then the slip's right. Once the
    /// right is spent every well-formed form of the slip takes the same way to the same answer,
    /// whatever its marks: no form is a receipt, and a repeat after a lost answer hears the good news.
    ///
    /// # Errors
    /// Refused: `form-foreign`, `page-old`. Invalid: the problems of the marks. Busy: the queue is
    /// full, nothing is cast, the same form may be sent again.
    pub async fn cast(
        &self,
        ticket: Ticket,
        poll: PollId,
        round: RoundId,
        nonce: &str,
        token: &str,
        ballot: impl Into<Ballot>,
    ) -> Result<CastOutcome, ServiceError> {
        let ballot = ballot.into();
        let (at, form) = ((poll, round), (nonce, token));
        let mut done = self.try_cast(ticket, at, form, &ballot).await;
        if matches!(done, Err(CastRefusal::OtherBox)) {
            // What was remembered of the round is another box's: it is forgotten, and the ballot is
            // sealed anew to the box that is there.
            self.frozen_rounds.forget(round);
            done = self.try_cast(ticket, at, form, &ballot).await;
        }
        let ended = match done {
            Ok(()) => return Ok(CastOutcome::InTheBox(self.heard(ticket, round).to_string())),
            Err(ended) => ended,
        };
        // Nothing was cast now: that the page is old, or the poll another sitting's, goes first.
        let sheet = self.open_newest(ticket, poll, round).await?;
        match (ended, sheet.seen) {
            // The box knows rights alone: why a slip has none, the record tells.
            (CastRefusal::Turned(RefusedSlip::OtherSitting | RefusedSlip::Closed), Err(told)) => {
                Ok(CastOutcome::Turned(told))
            }
            (CastRefusal::Turned(turned), _) => Ok(CastOutcome::Turned(turned)),
            (CastRefusal::Failed(error), _) => Err(error),
            (CastRefusal::OtherBox, seen) => {
                let read = move |tx: &ReadTx<'_>| refuse_changed(tx, &RoundContext::of(tx, round)?);
                self.store.read(read).await?;
                // There is no box any more, or it changed twice under one press: then nothing is cast,
                // and the form may be sent again.
                seen.map_or_else(
                    |turned| Ok(CastOutcome::Turned(turned)),
                    |_| Err(ServiceError::Busy),
                )
            }
        }
    }

    /// One try to cast, with what is remembered of the round or else what is read of it now.
    async fn try_cast(
        &self,
        ticket: Ticket,
        (poll, round): (PollId, RoundId),
        form: (&str, &str),
        ballot: &Ballot,
    ) -> Result<(), CastRefusal> {
        if let Some(frozen) = self.frozen_rounds.find(poll, round) {
            return self.put(ticket, &frozen, form, ballot).await;
        }
        let sheet = self.open_newest(ticket, poll, round).await?;
        if let Some(frozen) = self.frozen_rounds.find(poll, round) {
            return self.put(ticket, &frozen, form, ballot).await;
        }
        // There is no box to put a ballot into: it is not sealed yet, or open already. What is wrong
        // with the form goes first all the same.
        self.check_form(
            ticket,
            round,
            (&sheet.rules, sheet.lines.len()),
            form,
            ballot,
        )?;
        Err(CastRefusal::Turned(
            sheet.seen.err().unwrap_or(RefusedSlip::NotOpen),
        ))
    }

    /// The ballot of a poll, if its newest round is still this one.
    async fn open_newest(
        &self,
        ticket: Ticket,
        poll: PollId,
        round: RoundId,
    ) -> Result<BallotSheet, ServiceError> {
        let sheet = self.open_sheet(ticket, poll).await?;
        refuse_old(&sheet, round)?;
        Ok(sheet)
    }

    /// Seals a ballot and puts it into the box, once its form is found to be a reviewed one. It is
    /// sealed here, so that only a sealed ballot reaches the writer; and it is sealed whether the
    /// slip was used or not, for only the box knows; its writer compares it with the one that the ballot was
    /// sealed to.
    async fn put(
        &self,
        ticket: Ticket,
        frozen: &FrozenRound,
        form: (&str, &str),
        ballot: &Ballot,
    ) -> Result<(), CastRefusal> {
        let (round, to) = (frozen.round, frozen.sealed_to.clone());
        let of = (&frozen.rules, frozen.lines);
        let parts = self.check_form(ticket, round, of, form, ballot)?;
        let sealed = self.seal_row(&to.key, RowPurpose::Cast, &parts.paper)?;
        let remarks = match &parts.remarks {
            Some(record) => Some(self.seal_row(&to.key, RowPurpose::Remarks, record)?),
            None => None,
        };
        drop(parts);
        let Some(into) = self.store.find_box(to.name).await? else {
            return Err(CastRefusal::OtherBox);
        };
        let slip = ticket.slip;
        let sealed_for = SealedFor {
            key: to.key.bytes(),
            context: to.key.context().bytes().to_vec(),
        };
        let decide = move |at: AtTheBox| {
            let admitted = admit(round, slip, at.standing, at.is_full);
            let admitted = admitted.map_err(CastRefusal::Turned)?;
            // A used slip puts nothing in: its answer does not hang on the box.
            if matches!(admitted, Admission::Casts(_)) && !at.is_its_box {
                return Err(CastRefusal::OtherBox);
            }
            Ok(admitted)
        };
        cast::cast(&into, slip, sealed_for, (sealed, remarks), decide).await
    }

    /// Finds a form to be a reviewed one of this service and its marks to be in order.
    fn check_form(
        &self,
        ticket: Ticket,
        round: RoundId,
        (rules, lines): (&Rules, usize),
        (nonce, token): (&str, &str),
        ballot: &Ballot,
    ) -> Result<BallotRecords, ServiceError> {
        let parts = BallotRecords::of(rules, lines, ballot)?;
        let round_bytes = round.0.to_be_bytes();
        let hashed = parts.hashed(&ticket, &round_bytes, nonce);
        if !self.keys.agrees(token, "cast", &hashed) {
            return Err(ServiceError::refused(Problem::foreign_form()));
        }
        refuse_marks(rules, lines, ballot)?;
        Ok(parts)
    }

    /// Seals something to a box under a fresh key.
    fn seal_row(
        &self,
        sealed_to: &BoxKey,
        purpose: RowPurpose,
        plain: &[u8],
    ) -> Result<BoxBallot, ServiceError> {
        let key = self.random.bytes()?;
        let drawn = self.random.bytes()?;
        sealed::row(sealed_to, purpose, plain, key, drawn)
    }
}

/// How the writer's part of a cast may end without casting.
enum CastRefusal {
    Turned(RefusedSlip),
    /// The round's box is not the one that the ballot was sealed to.
    OtherBox,
    Failed(ServiceError),
}

impl From<StoreError> for CastRefusal {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<ServiceError> for CastRefusal {
    fn from(error: ServiceError) -> Self {
        Self::Failed(error)
    }
}

/// The sitting of a slip, where the poll is put to a vote at it.
pub(crate) fn sitting_of(
    tx: &ReadTx<'_>,
    ticket: Ticket,
    poll: PollId,
) -> Result<SittingId, ServiceError> {
    let slip = slip_of(tx, ticket)?;
    newest_at(tx, poll, slip.sitting).map(|round| round.sitting)
}

/// The newest round of a poll at a sitting.
fn newest_at(tx: &ReadTx<'_>, poll: PollId, sitting: SittingId) -> Result<Round, ServiceError> {
    Ok(last_two(tx, poll, sitting)?.0)
}

impl BallotSheet {
    /// Refuses a form of a round that is not the newest any more.
    ///
    /// # Errors
    /// Refused: `page-old`, of a void round `page-of-void`.
    pub fn refuse_old(&self, round: RoundId) -> Result<(), ServiceError> {
        refuse_old(self, round)
    }
}

/// Refuses a form of a round that is not the newest any more: of a void one in its own words.
fn refuse_old(sheet: &BallotSheet, round: RoundId) -> Result<(), ServiceError> {
    if sheet.round.id == round {
        return Ok(());
    }
    let voided = sheet.voided.as_ref().filter(|one| one.id == round);
    Err(ServiceError::refused(match voided {
        Some(one) => Problem::error("page-of-void").with("number", one.number),
        None => Problem::error("page-old"),
    }))
}

/// What is sealed of a ballot: its paper, and the record of its remarks where the round asks for
/// them. Both have a fixed length and are overwritten when they are dropped.
pub(crate) struct BallotRecords {
    pub(crate) paper: Zeroizing<Vec<u8>>,
    pub(crate) remarks: Option<Zeroizing<Vec<u8>>>,
}

impl BallotRecords {
    /// What the token of the final act is made of.
    fn hashed<'p>(&'p self, ticket: &'p Ticket, round: &'p [u8], nonce: &'p str) -> [&'p [u8]; 5] {
        let remarks = self.remarks.as_ref().map_or(&[][..], |record| record);
        [
            &ticket.slip.0,
            round,
            nonce.as_bytes(),
            &self.paper,
            remarks,
        ]
    }
}

impl BallotRecords {
    /// Encodes a ballot at its fixed length, whatever is marked.
    ///
    /// Refused: `page-old` for a paper that is none of this round's.
    pub(crate) fn of(rules: &Rules, lines: usize, ballot: &Ballot) -> Result<Self, ServiceError> {
        let Ballot { paper, remarks } = ballot;
        let remarks_fit = remarks.is_empty() || rules.asks_remarks && remarks.fits(lines);
        if !paper.fits(rules.kind, lines) || !remarks_fit {
            return Err(ServiceError::refused(Problem::error("page-old")));
        }
        let record = || {
            if remarks.is_empty() {
                Remarks::none(lines).encode()
            } else {
                remarks.encode()
            }
        };
        Ok(Self {
            paper: Zeroizing::new(paper.encode()),
            remarks: rules.asks_remarks.then(record).map(Zeroizing::new),
        })
    }
}

/// Judges a ballot as a screen must; what is left are warnings.
pub(crate) fn refuse_marks(
    rules: &Rules,
    lines: usize,
    ballot: &Ballot,
) -> Result<Vec<Problem>, ServiceError> {
    let mut problems = judge(&ballot.paper, rules, lines).problems;
    problems.extend(ballot.remarks.problems());
    if problems.iter().any(Problem::is_error) {
        return Err(ServiceError::Invalid(problems));
    }
    Ok(problems)
}
