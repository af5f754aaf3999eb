//! Every auditable event, and the canonical line that is chained and signed for.
//!
//! No event may carry a mark, a running count per candidate, a slip's code or the time of a cast:
//! casting and presenting a code write no event at all (a chain of "code used" would be a signed
//! list of the order of voting). Closing writes one: issued, returned, digest of the box.

pub mod broken_log;
pub mod chain;

use crate::event::events;
use jiff::Timestamp;

use super::access::Grant;
use super::digest::Digest;
use super::event::also;
pub use super::event::one_line;
use super::followup::event::FollowupEvent;
use super::hand_count::event::BatchEvent;
use super::id::{
    AccountId, CongressId, NoticeId, PollId, RoundId, ScreenId, SessionId, SittingId, StatementId,
    UnitId,
};
use super::library::event::LibraryEvent;
use super::reminder::event::ReminderEvent;
use super::review::event::ReviewEvent;
use crate::audit::broken_log::LogEvent;
use crate::audit::chain::ChainHead;
use crate::installation::new_key::KeyEvent;
use crate::leads::event::LeadEvent;
use crate::round::RoundAct;
use crate::round::card_event::CardEvent;
use crate::sitting::event::DayEvent;

events! {
    /// What happened.
    pub enum EventKind {
        /// The prefecture was named.
        PrefectureSet = "prefecture-set";
        /// Congresses were imported.
        CongressesImported { saved: u64 } = "congresses-imported";
        /// A roster of deputies was imported.
        /// `left`: how many were noted as having left office.
        DeputiesImported { congress: CongressId, saved: u64, left: u64 } = "deputies-imported";
        /// Projects were imported into the library.
        ProjectsImported { congress: CongressId, saved: u64 } = "projects-imported";
        /// An account was created.
        AccountCreated { account: AccountId } = "account-created";
        /// A responsible unit was named.
        UnitKept { unit: UnitId } = "unit-kept";
        /// Accounts of deputies or units were invited to their first sign-in: how many, never a code.
        AccountsInvited { congress: CongressId, accounts: u64 } = "accounts-invited";
        /// An invited account signed in for the first time and chose its password.
        InvitationUsed { account: AccountId } = "invitation-used";
        /// An account was closed or opened again.
        AccountDisabled { account: AccountId, disabled: bool } = "account-disabled";
        /// A role was given.
        RoleGiven { account: AccountId, role: &'static str } = "role-given";
        /// A password was changed or reset.
        PasswordChanged { account: AccountId } = "password-changed";
        /// Somebody signed in.
        SignedIn { account: AccountId } = "signed-in";
        /// Somebody signed out.
        SignedOut { account: AccountId } = "signed-out";
        /// A session was put into the calendar, with its first sitting.
        SessionCreated { session: SessionId } = "session-created";
        /// An act on a sitting.
        /// `due`: deputies due and present when it was done.
        Sitting { sitting: SittingId, act: &'static str, due: u32, present: u32, roll: Digest } = "sitting";
        /// Lines of the roll were changed.
        RollKept { sitting: SittingId, lines: u64, roll: Digest } = "roll-kept";
        /// Two people had slips printed.
        /// `instead_of`: an earlier print that was lost, and whose slips were cancelled.
        SlipsPrinted { sitting: SittingId, print: u32, slips: u32, instead_of: Option<u32>, people: String }
            = "slips-printed" => "sitting={sitting} print={print} slips={slips}{} by={people}", also("lost", *instead_of);
        /// Deputies drew slips: how many, never which slip.
        SlipsIssued { sitting: SittingId, slips: u32 } = "slips-issued";
        /// Left-over slips were scanned back.
        SlipsCancelled { sitting: SittingId, slips: u32 } = "slips-cancelled";
        /// A poll was drafted.
        PollDrafted { poll: PollId } = "poll-drafted";
        /// Rules or slate of a draft were changed.
        PollEdited { poll: PollId } = "poll-edited";
        /// The sitting adopted the rules.
        RulesAdopted { poll: PollId, rules: Digest } = "rules-adopted";
        /// Warnings about the rules were accepted with a reason.
        /// `codes`: the codes, joined by commas.
        WarningsAccepted { poll: PollId, codes: String, reason: String }
            = "warnings-accepted" => "poll={poll} codes={codes} reason={}", one_line(reason);
        /// Somebody asked for an act that needs two.
        ActAsked { round: RoundId, act: RoundAct } = "act-asked";
        /// An act on a round was done.
        /// `detail`: facts of the act in canonical form, such as `issued=154 returned=153 box=<digest>`.
        Round { round: RoundId, act: RoundAct, detail: String }
            = "round" => "round={round} act={act} {}", one_line(detail);
        /// A further round was drafted after a tie, a shortfall or a void round.
        /// `drafted`: digest of its rules and lines.
        RoundDrafted { round: RoundId, kind: &'static str, drafted: Digest } = "round-drafted";
        /// Somebody asked for a decision of the presidium to be recorded.
        PresidiumAsked { round: RoundId } = "presidium-asked";
        /// The presidium decided what the count may not.
        /// `decision`: which lines and why, as the round keeps it.
        PresidiumDecided { round: RoundId, decision: String }
            = "presidium-decided" => "round={round} {}", one_line(decision);
        /// The slate of a frozen round was fixed anew, after its list was revised.
        SlateFixed { round: RoundId, slate: Digest } = "slate-fixed";
        /// The store was scrubbed after opening or voiding.
        Scrubbed { round: RoundId } = "scrubbed";
        /// A statement was certified, or followed by a correction.
        Certified { statement: StatementId, poll: PollId, digest: String } = "certified";
        /// Publishing was asked for.
        PublishAsked { poll: PollId } = "publish-asked";
        /// A notice was published.
        Published { notice: NoticeId, poll: PollId, statement: StatementId, number: u32 } = "published";
        /// A backup was made: which file, never where.
        BackedUp { digest: String } = "backed-up" => "sha256={digest}";
        /// The installation's chain took the head of a congress's: whoever shortens or rewrites that one must
        /// rewrite this one too.
        HeadTaken { congress: CongressId, head: ChainHead }
            = "head-taken" => "congress={congress} number={} hash={}", head.number, head.hash;
        /// This installation was restored from a backup: the lines that the original wrote after it are
        /// not here, and their numbers are given again.
        Restored { from: String } = "restored" => "sha256={from}";
        /// A hall screen was paired, taken away, or given something else to show.
        /// `detail`: sitting, scene, page and size in canonical form.
        Screen { screen: ScreenId, detail: String } = "screen" => "screen={screen} {detail}";
    }
    of {
        /// Something happened to a call or a lead.
        Lead(event: LeadEvent) = event "";
        /// Something in the project library: projects, opinions, candidate lists.
        Library(event: LibraryEvent) = event "";
        /// Something of a voting day: officers, the desk, papers, a rehearsal.
        Day(event: DayEvent) = event "";
        /// Something happened to a card of a sealed box.
        Card { round: RoundId, card: u8, event: CardEvent } = event "round={round} card={card}";
        /// Something happened to a batch of papers, by the number that it has in its round.
        Batch(round: RoundId, batch: u32, event: BatchEvent) = event "round={round} batch={batch}";
        /// Something happened to the installation's key.
        Key(event: KeyEvent) = event "";
        /// Two people go on although the log itself is broken.
        Log(event: LogEvent) = event "";
        /// Something of the follow-up.
        FollowUp(event: FollowupEvent) = event "";
        /// Something around reminders.
        Reminder(event: ReminderEvent) = event "";
        /// Something happened at a department review.
        Review(event: ReviewEvent) = event "";
    }
}

impl EventKind {
    /// Whether the installation's chain takes the heads of all congresses with it: what is certified stands on
    /// them.
    #[must_use]
    pub fn takes_heads(&self) -> bool {
        matches!(self, Self::Certified { .. })
    }
}

/// One event: who was permitted, when, what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The permission under which it happened.
    pub grant: Grant,
    pub at: Timestamp,
    pub what: EventKind,
}

impl Event {
    /// An event under a permission.
    #[must_use]
    pub fn new(grant: &Grant, at: Timestamp, what: EventKind) -> Self {
        Self {
            grant: grant.clone(),
            at,
            what,
        }
    }

    /// The canonical line that is hashed into the chain: a version word, then tab-separated fields.
    #[must_use]
    pub fn canonical(&self) -> String {
        let congress = self
            .grant
            .congress()
            .map_or(String::new(), |id| id.to_string());
        let account = self
            .grant
            .account()
            .map_or(String::new(), |id| id.to_string());
        format!(
            "minsheng-audit-1\t{}\t{account}\t{}\t{congress}\t{}\t{}",
            self.at.as_millisecond(),
            one_line(self.grant.name()),
            self.what.kind(),
            self.what.detail(),
        )
    }
}
