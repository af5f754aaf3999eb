//! The deputy's path, with a slip that was [presented](super::presenting): see the ballot, review it,
//! cast it once.
//!
//! No account, no session, no clock: a ticket (the slip, vouched for by the installation's key)
//! travels in a cookie, and nothing of this path is written down but the cast itself. Nothing of it is a receipt either: whatever form of a used slip comes,
//! it hears the one answer, and a page tells of the use only to the browser that heard it.

use std::collections::BTreeSet;

use super::frozen_rounds::FrozenRound;
use super::presenting::{Ticket, slip_of};
use super::{Service, ServiceError};
use zeroize::Zeroizing;

use crate::domain::ballot::{Ballot, BallotKind, Remarks, judge};
use crate::domain::congress::Congress;
use crate::domain::digest::Digest;
use crate::domain::id::{PollId, RoundId, SittingId};
use crate::domain::poll::right::{Seen, Standing, Turned, admit, see};
use crate::domain::poll::round::RoundStage;
use crate::domain::poll::rules::Rules;
use crate::domain::poll::{Poll, Round, RoundLine};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::seal::BoxKey;
use crate::seal::ballot::{self, Purpose};
use crate::store::boxes::BoxBallot;
use crate::store::{
    ReadTx, StoreError, cast, congresses, desks, polls, remarks, rounds, sealed_boxes, sessions,
};

/// A ballot as the deputy sees it.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Whose.
    pub congress: Congress,
    /// The session.
    pub session: Session,
    /// The poll.
    pub poll: Poll,
    /// How many polls the sitting has: with several, each is told by colour and word.
    pub polls: usize,
    /// The round that is held now.
    pub round: Round,
    /// Its rules.
    pub rules: Rules,
    /// Its lines, in the order of the paper.
    pub lines: Vec<RoundLine>,
    /// What this browser is shown of the slip, or why it may not vote.
    pub seen: Result<Seen, Turned>,
    /// What its ballots are sealed to; none before slips are handed out and once the box is open.
    pub(super) key: Option<BoxKey>,
}

/// A reviewed ballot, ready for the final act. Its tokens make the form known again and tie the
/// marks to it: another form, or other marks in this one, are not the same.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// The sheet.
    pub sheet: Sheet,
    /// The form's random name.
    pub nonce: String,
    /// Keyed hash over slip, round, nonce and marks.
    pub token: String,
    /// What the deputy should know before casting it: that it is blank, that a remark names people.
    pub warnings: Vec<Problem>,
}

/// How a final act ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cast {
    /// A ballot of this slip is in the box: this one, or whichever came first. With it, what the
    /// browser is to keep as its cookie: the same for every form of the slip.
    InTheBox(String),
    /// It is not, and why.
    Turned(Turned),
}

/// What the ballots of a round are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The kind.
    pub kind: BallotKind,
    /// How many lines.
    pub lines: usize,
    /// Whether each line has room for a remark.
    pub asks_remarks: bool,
}

impl Form {
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
    /// as when there is no such poll.
    pub async fn open_sheet(&self, ticket: Ticket, poll: PollId) -> Result<Sheet, ServiceError> {
        let keys = self.keys.clone();
        let heard = move |round| ticket.has_heard(&keys, round);
        let read = move |tx: &ReadTx<'_>| sheet(tx, ticket, poll, heard);
        let sheet = self.store.read(read).await?;
        self.frozen_rounds.keep(&sheet);
        Ok(sheet)
    }

    /// What the ballots of a poll's round are made of, if it is known without asking the store: it is,
    /// once anybody opened such a ballot.
    #[must_use]
    pub fn find_form(&self, poll: PollId, round: RoundId) -> Option<Form> {
        let frozen = self.frozen_rounds.find(poll, round)?;
        Some(Form::of(&frozen.rules, frozen.lines))
    }

    /// The token that a ballot's form carries, so that another site cannot post one.
    #[must_use]
    pub fn sheet_token(&self, ticket: Ticket, round: RoundId) -> String {
        self.keys
            .hash("sheet", &[&ticket.slip.0, &round.0.to_be_bytes()])
            .to_string()
    }

    /// Checks a ballot and makes it ready for the final act.
    ///
    /// # Errors
    /// Refused: `form-foreign` for a token that is not this form's, `page-old` when the round is
    /// another by now. Invalid: the problems of the marks, such as `marked-too-many`.
    pub async fn review(
        &self,
        ticket: Ticket,
        poll: PollId,
        round: RoundId,
        token: &str,
        ballot: impl Into<Ballot>,
    ) -> Result<Reviewed, ServiceError> {
        let ballot = ballot.into();
        let sheet = self.open_sheet(ticket, poll).await?;
        let parts: [&[u8]; 2] = [&ticket.slip.0, &round.0.to_be_bytes()];
        if !self.keys.agrees(token, "sheet", &parts) {
            return Err(ServiceError::refused(Problem::error("form-foreign")));
        }
        if sheet.round.id != round {
            return Err(ServiceError::refused(Problem::error("page-old")));
        }
        let parts = Parts::of(&sheet.rules, sheet.lines.len(), &ballot)?;
        let mut warnings = refuse_marks(&sheet.rules, sheet.lines.len(), &ballot)?;
        warnings.extend(self.find_people(&sheet, &ballot.remarks).await?);
        let nonce = Digest(self.random.bytes()?).to_string();
        let token = self.final_token(ticket, round, &nonce, &parts);
        Ok(Reviewed {
            sheet,
            nonce,
            token,
            warnings,
        })
    }

    /// Warnings of remarks that name people: their names will not be shown.
    async fn find_people(
        &self,
        sheet: &Sheet,
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

    fn final_token(&self, ticket: Ticket, round: RoundId, nonce: &str, parts: &Parts) -> String {
        let round_bytes = round.0.to_be_bytes();
        let hashed = parts.hashed(&ticket, &round_bytes, nonce);
        self.keys.hash("cast", &hashed).to_string()
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
    ) -> Result<Cast, ServiceError> {
        let ballot = ballot.into();
        let known = self.frozen_rounds.find(poll, round);
        let (known, turned) = if known.as_ref().is_some_and(|known| known.key.is_some()) {
            (known, Turned::NotOpen)
        } else {
            let sheet = self.open_newest(ticket, poll, round).await?;
            let turned = sheet.seen.err().unwrap_or(Turned::NotOpen);
            (self.frozen_rounds.find(poll, round), turned)
        };
        let done = match &known {
            Some(frozen) => {
                let form = (nonce, token);
                self.put(ticket, round, frozen, form, &ballot, turned).await
            }
            // No form of a round that is not frozen was ever given out.
            None => Err(Ended::Turned(turned)),
        };
        if done.is_err() {
            // Nothing was cast now: that the page is old, or the poll another sitting's, goes first.
            self.open_newest(ticket, poll, round).await?;
        }
        match done {
            Ok(()) => Ok(Cast::InTheBox(self.heard(ticket, round).to_string())),
            Err(Ended::Turned(turned)) => Ok(Cast::Turned(turned)),
            Err(Ended::Failed(error)) => Err(error),
        }
    }

    /// The ballot of a poll, if its newest round is still this one.
    async fn open_newest(
        &self,
        ticket: Ticket,
        poll: PollId,
        round: RoundId,
    ) -> Result<Sheet, ServiceError> {
        let sheet = self.open_sheet(ticket, poll).await?;
        if sheet.round.id == round {
            Ok(sheet)
        } else {
            Err(ServiceError::refused(Problem::error("page-old")))
        }
    }

    /// Seals a ballot and puts it into the box, once its form is found to be a reviewed one. It is
    /// sealed here, so that only a sealed ballot reaches the writer; and it is sealed whether the
    /// slip was used or not, for only the writer knows. Where there is no box to put it into, because
    /// it is not sealed yet or open already, the answer is `turned`.
    async fn put(
        &self,
        ticket: Ticket,
        round: RoundId,
        frozen: &FrozenRound,
        (nonce, token): (&str, &str),
        ballot: &Ballot,
        turned: Turned,
    ) -> Result<(), Ended> {
        let parts = Parts::of(&frozen.rules, frozen.lines, ballot)?;
        let round_bytes = round.0.to_be_bytes();
        let hashed = parts.hashed(&ticket, &round_bytes, nonce);
        if !self.keys.agrees(token, "cast", &hashed) {
            return Err(ServiceError::refused(Problem::error("form-foreign")).into());
        }
        refuse_marks(&frozen.rules, frozen.lines, ballot)?;
        let Some(sealed_to) = &frozen.key else {
            return Err(Ended::Turned(turned));
        };
        let sealed = self.seal_row(sealed_to, Purpose::Cast, &parts.paper)?;
        let remarks = match &parts.remarks {
            Some(record) => Some(self.seal_row(sealed_to, Purpose::Remarks, record)?),
            None => None,
        };
        drop(parts);
        self.store
            .write(move |tx| {
                let standing = cast::find_standing(tx, round, ticket.slip)?
                    .ok_or(ServiceError::NotFound("slip"))?;
                let is_full = desks::has_every_slip_voted(tx, round)?;
                let admitted = admit(round, ticket.slip, standing, is_full);
                let admitted = admitted.map_err(Ended::Turned)?;
                Ok(cast::cast(tx, admitted, &sealed, remarks.as_ref())?)
            })
            .await
    }

    /// Seals something to a box under a fresh key.
    fn seal_row(
        &self,
        sealed_to: &BoxKey,
        purpose: Purpose,
        plain: &[u8],
    ) -> Result<BoxBallot, ServiceError> {
        let key = self.random.bytes::<16>()?;
        let drawn = self.random.bytes()?;
        let body = ballot::seal(sealed_to, purpose, &key, plain, drawn);
        let body = body.map_err(super::sealing::broken)?;
        Ok(BoxBallot { key, body })
    }
}

/// How the writer's part of a cast may end without casting.
enum Ended {
    Turned(Turned),
    Failed(ServiceError),
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<ServiceError> for Ended {
    fn from(error: ServiceError) -> Self {
        Self::Failed(error)
    }
}

/// The ballot of a poll for a slip; `heard` says whether the browser heard of a cast in a round.
fn sheet(
    tx: &ReadTx<'_>,
    ticket: Ticket,
    poll: PollId,
    heard: impl Fn(RoundId) -> bool,
) -> Result<Sheet, ServiceError> {
    let slip = slip_of(tx, ticket)?;
    let round = newest_at(tx, poll, slip.sitting)?;
    let poll = polls::get(tx, poll)?;
    let session = sessions::get(tx, poll.session)?;
    let congress = congresses::get(tx, session.congress)?;
    let standing = Standing {
        stage: round.stage,
        is_cancelled: slip.is_cancelled,
        right: cast::find_right(tx, round.id, slip.code_hash)?,
    };
    let seen = see(standing, heard(round.id));
    let key = match round.stage {
        RoundStage::Issuing
        | RoundStage::Open
        | RoundStage::Paused
        | RoundStage::Closed
        | RoundStage::Accounted => sealed_boxes::find(tx, round.id)?.and_then(|found| found.key),
        RoundStage::Draft
        | RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Opened
        | RoundStage::Counted
        | RoundStage::Certified
        | RoundStage::Void => None,
    };
    let held = rounds::list_at(tx, slip.sitting)?.into_iter();
    let polls: BTreeSet<PollId> = held.map(|round| round.poll).collect();
    Ok(Sheet {
        polls: polls.len(),
        key: key.map(super::sealing::box_key).transpose()?,
        rules: super::polling::rules_of(&round)?,
        lines: rounds::list_lines(tx, round.id)?,
        congress,
        session,
        poll,
        round,
        seen,
    })
}

/// The sitting of a slip, where the poll is put to a vote at it.
pub(super) fn sitting_of(
    tx: &ReadTx<'_>,
    ticket: Ticket,
    poll: PollId,
) -> Result<SittingId, ServiceError> {
    let slip = slip_of(tx, ticket)?;
    newest_at(tx, poll, slip.sitting).map(|round| round.sitting)
}

/// The newest round of a poll at a sitting.
fn newest_at(tx: &ReadTx<'_>, poll: PollId, sitting: SittingId) -> Result<Round, ServiceError> {
    let held = rounds::list_at(tx, sitting)?;
    held.into_iter()
        .rfind(|round| round.poll == poll)
        .ok_or(ServiceError::NotFound("poll"))
}

/// What is sealed of a ballot: its paper, and the record of its remarks where the round asks for
/// them. Both have a fixed length and are overwritten when they are dropped.
struct Parts {
    paper: Zeroizing<Vec<u8>>,
    remarks: Option<Zeroizing<Vec<u8>>>,
}

impl Parts {
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

impl Parts {
    /// Encodes a ballot at its fixed length, whatever is marked.
    ///
    /// Refused: `page-old` for a paper that is none of this round's.
    fn of(rules: &Rules, lines: usize, ballot: &Ballot) -> Result<Self, ServiceError> {
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
fn refuse_marks(
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
