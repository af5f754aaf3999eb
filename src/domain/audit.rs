//! Every auditable event, and the canonical line that is chained and signed for.
//!
//! No event may carry a mark, a running count per candidate, a slip's code or the time of a cast:
//! casting and presenting a code write no event at all (a chain of "code used" would be a signed
//! list of the order of voting). Closing writes one: issued, returned, digest of the box.

use jiff::Timestamp;

use super::access::Grant;
use super::broken_log::LogEvent;
use super::digest::Digest;
use super::followup::event::Happened;
use super::hand_count::event::BatchEvent;
use super::id::{
    AccountId, CongressId, NoticeId, PollId, RoundId, ScreenId, SessionId, SittingId, StatementId,
    UnitId,
};
use super::library::event::LibraryEvent;
use super::library::lead::event::LeadEvent;
use super::new_key::KeyEvent;
use super::poll::card_event::CardEvent;
use super::poll::round::RoundAct;
use super::reminder::event::ReminderEvent;
use super::review::event::ReviewEvent;
use super::session::event::DayEvent;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The prefecture was named.
    PrefectureSet,
    /// Congresses were imported.
    CongressesImported {
        /// How many were added or changed.
        saved: u64,
    },
    /// A roster of deputies was imported.
    DeputiesImported {
        /// Whose.
        congress: CongressId,
        /// How many were added or changed.
        saved: u64,
        /// How many were noted as having left office.
        left: u64,
    },
    /// Projects were imported into the library.
    ProjectsImported {
        /// Whose.
        congress: CongressId,
        /// How many were added or changed.
        saved: u64,
    },
    /// Something happened to a call or a lead.
    Lead(LeadEvent),
    /// Something in the project library: projects, opinions, candidate lists.
    Library(LibraryEvent),
    /// An account was created.
    AccountCreated {
        /// The account.
        account: AccountId,
    },
    /// A responsible unit was named.
    UnitKept {
        /// The unit.
        unit: UnitId,
    },
    /// Accounts of deputies or units were invited to their first sign-in: how many, never a code.
    AccountsInvited {
        /// Of which congress.
        congress: CongressId,
        /// How many.
        accounts: u64,
    },
    /// An invited account signed in for the first time and chose its password.
    InvitationUsed {
        /// Whose.
        account: AccountId,
    },
    /// An account was closed or opened again.
    AccountDisabled {
        /// Whose.
        account: AccountId,
        /// Whether it is closed now.
        disabled: bool,
    },
    /// A role was given.
    RoleGiven {
        /// To whom.
        account: AccountId,
        /// Role word.
        role: &'static str,
    },
    /// A password was changed or reset.
    PasswordChanged {
        /// Whose.
        account: AccountId,
    },
    /// Somebody signed in.
    SignedIn {
        /// Who.
        account: AccountId,
    },
    /// Somebody signed out.
    SignedOut {
        /// Who.
        account: AccountId,
    },
    /// A session was put into the calendar, with its first sitting.
    SessionCreated {
        /// The session.
        session: SessionId,
    },
    /// An act on a sitting.
    Sitting {
        /// The sitting.
        sitting: SittingId,
        /// The act's word.
        act: &'static str,
        /// Deputies due and present when it was done.
        due: u32,
        /// Present then.
        present: u32,
        /// Digest of the roll after it.
        roll: Digest,
    },
    /// Lines of the roll were changed.
    RollKept {
        /// The sitting.
        sitting: SittingId,
        /// How many lines.
        lines: u64,
        /// Digest of the roll after it.
        roll: Digest,
    },
    /// Something of a voting day: officers, the desk, papers, a rehearsal.
    Day(DayEvent),
    /// Two people had slips printed.
    SlipsPrinted {
        /// For which sitting.
        sitting: SittingId,
        /// The number of the print at the sitting.
        print: u32,
        /// How many.
        slips: u32,
        /// An earlier print that was lost, and whose slips were cancelled.
        instead_of: Option<u32>,
        /// How both stood for it.
        people: String,
    },
    /// Deputies drew slips: how many, never which slip.
    SlipsIssued {
        /// At which sitting.
        sitting: SittingId,
        /// How many in this act.
        slips: u32,
    },
    /// Left-over slips were scanned back.
    SlipsCancelled {
        /// Of which sitting.
        sitting: SittingId,
        /// How many in this act.
        slips: u32,
    },
    /// A poll was drafted.
    PollDrafted {
        /// The poll.
        poll: PollId,
    },
    /// Rules or slate of a draft were changed.
    PollEdited {
        /// The poll.
        poll: PollId,
    },
    /// The sitting adopted the rules.
    RulesAdopted {
        /// The poll.
        poll: PollId,
        /// Digest of their text.
        rules: Digest,
    },
    /// Warnings about the rules were accepted with a reason.
    WarningsAccepted {
        /// The poll.
        poll: PollId,
        /// The codes, joined by commas.
        codes: String,
        /// Why.
        reason: String,
    },
    /// Somebody asked for an act that needs two.
    ActAsked {
        /// The round.
        round: RoundId,
        /// The act.
        act: RoundAct,
    },
    /// An act on a round was done.
    Round {
        /// The round.
        round: RoundId,
        /// The act.
        act: RoundAct,
        /// Facts of the act in canonical form, such as `issued=154 returned=153 box=<digest>`.
        detail: String,
    },
    /// A further round was drafted after a tie, a shortfall or a void round.
    RoundDrafted {
        /// The new round.
        round: RoundId,
        /// Its kind word.
        kind: &'static str,
        /// Digest of its rules and lines.
        drafted: Digest,
    },
    /// Somebody asked for a decision of the presidium to be recorded.
    PresidiumAsked {
        /// The round.
        round: RoundId,
    },
    /// The presidium decided what the count may not.
    PresidiumDecided {
        /// The round.
        round: RoundId,
        /// Which lines and why, as the round keeps it.
        decision: String,
    },
    /// The slate of a frozen round was fixed anew, after its list was revised.
    SlateFixed {
        /// The round.
        round: RoundId,
        /// Digest of the slate.
        slate: Digest,
    },
    /// Something happened to a card of a sealed box.
    Card {
        /// The round.
        round: RoundId,
        /// The card's number.
        card: u8,
        /// What.
        event: CardEvent,
    },
    /// Something happened to a batch of papers, by the number that it has in its round.
    Batch(RoundId, u32, BatchEvent),
    /// The store was scrubbed after opening or voiding.
    Scrubbed {
        /// The round.
        round: RoundId,
    },
    /// A statement was certified, or followed by a correction.
    Certified {
        /// Of which poll.
        poll: PollId,
        /// The statement.
        statement: StatementId,
        /// Hex SHA-256 of its canonical text.
        digest: String,
    },
    /// Publishing was asked for.
    PublishAsked {
        /// The poll.
        poll: PollId,
    },
    /// A notice was published.
    Published {
        /// The notice.
        notice: NoticeId,
        /// Of which poll.
        poll: PollId,
        /// Which statement it publishes.
        statement: StatementId,
        /// Its number in the session.
        number: u32,
    },
    /// A backup was made: which file, never where.
    BackedUp {
        /// Hex SHA-256 of the file.
        digest: String,
    },
    /// A hall screen was paired, taken away, or given something else to show.
    Screen {
        /// The screen.
        screen: ScreenId,
        /// Sitting, scene, page and size in canonical form.
        detail: String,
    },
    /// Something happened to the installation's key.
    Key(KeyEvent),
    /// Two people go on although the log itself is broken.
    Log(LogEvent),
    /// Something of the follow-up.
    FollowUp(Happened),
    /// Something around reminders.
    Reminder(ReminderEvent),
    /// Something happened at a department review.
    Review(ReviewEvent),
}

impl What {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::PrefectureSet => "prefecture-set",
            Self::CongressesImported { .. } => "congresses-imported",
            Self::DeputiesImported { .. } => "deputies-imported",
            Self::ProjectsImported { .. } => "projects-imported",
            Self::Lead(event) => event.kind(),
            Self::Library(event) => event.kind(),
            Self::AccountCreated { .. } => "account-created",
            Self::UnitKept { .. } => "unit-kept",
            Self::AccountsInvited { .. } => "accounts-invited",
            Self::InvitationUsed { .. } => "invitation-used",
            Self::AccountDisabled { .. } => "account-disabled",
            Self::RoleGiven { .. } => "role-given",
            Self::PasswordChanged { .. } => "password-changed",
            Self::SignedIn { .. } => "signed-in",
            Self::SignedOut { .. } => "signed-out",
            Self::SessionCreated { .. } => "session-created",
            Self::Sitting { .. } => "sitting",
            Self::RollKept { .. } => "roll-kept",
            Self::Day(event) => event.kind(),
            Self::SlipsPrinted { .. } => "slips-printed",
            Self::SlipsIssued { .. } => "slips-issued",
            Self::SlipsCancelled { .. } => "slips-cancelled",
            Self::PollDrafted { .. } => "poll-drafted",
            Self::PollEdited { .. } => "poll-edited",
            Self::RulesAdopted { .. } => "rules-adopted",
            Self::WarningsAccepted { .. } => "warnings-accepted",
            Self::ActAsked { .. } => "act-asked",
            Self::Round { .. } => "round",
            Self::RoundDrafted { .. } => "round-drafted",
            Self::PresidiumAsked { .. } => "presidium-asked",
            Self::PresidiumDecided { .. } => "presidium-decided",
            Self::SlateFixed { .. } => "slate-fixed",
            Self::Card { event, .. } => event.kind(),
            Self::Batch(_, _, event) => event.kind(),
            Self::Scrubbed { .. } => "scrubbed",
            Self::Certified { .. } => "certified",
            Self::PublishAsked { .. } => "publish-asked",
            Self::Published { .. } => "published",
            Self::BackedUp { .. } => "backed-up",
            Self::Screen { .. } => "screen",
            Self::Key(event) => event.kind(),
            Self::Log(event) => event.kind(),
            Self::FollowUp(happened) => happened.kind(),
            Self::Reminder(event) => event.kind(),
            Self::Review(event) => event.kind(),
        }
    }

    /// The facts as one line of `name=value` words, for the chain.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one table, one arm an event")]
    pub fn detail(&self) -> String {
        match self {
            Self::PrefectureSet => String::new(),
            Self::CongressesImported { saved } => format!("saved={saved}"),
            Self::DeputiesImported {
                congress,
                saved,
                left,
            } => format!("congress={congress} saved={saved} left={left}"),
            Self::ProjectsImported { congress, saved } => {
                format!("congress={congress} saved={saved}")
            }
            Self::Lead(event) => event.detail(),
            Self::Library(event) => event.detail(),
            Self::UnitKept { unit } => format!("unit={unit}"),
            Self::AccountsInvited { congress, accounts } => {
                format!("congress={congress} accounts={accounts}")
            }
            Self::AccountDisabled { account, disabled } => {
                format!("account={account} disabled={disabled}")
            }
            Self::AccountCreated { account }
            | Self::InvitationUsed { account }
            | Self::PasswordChanged { account }
            | Self::SignedIn { account }
            | Self::SignedOut { account } => format!("account={account}"),
            Self::RoleGiven { account, role } => format!("account={account} role={role}"),
            Self::SessionCreated { session } => format!("session={session}"),
            Self::Sitting {
                sitting,
                act,
                due,
                present,
                roll,
            } => format!("{} roll={roll}", acted(*sitting, act, *due, *present)),
            Self::RollKept {
                sitting,
                lines,
                roll,
            } => format!("sitting={sitting} lines={lines} roll={roll}"),
            Self::Day(event) => event.detail(),
            Self::SlipsPrinted {
                sitting,
                print,
                slips,
                instead_of,
                people,
            } => {
                let lost = instead_of.map_or_else(String::new, |lost| format!(" lost={lost}"));
                format!("sitting={sitting} print={print} slips={slips}{lost} by={people}")
            }
            Self::SlipsIssued { sitting, slips } | Self::SlipsCancelled { sitting, slips } => {
                format!("sitting={sitting} slips={slips}")
            }
            Self::PollDrafted { poll }
            | Self::PollEdited { poll }
            | Self::PublishAsked { poll } => format!("poll={poll}"),
            Self::RulesAdopted { poll, rules } => format!("poll={poll} rules={rules}"),
            Self::WarningsAccepted {
                poll,
                codes,
                reason,
            } => {
                format!("poll={poll} codes={codes} reason={}", one_line(reason))
            }
            Self::ActAsked { round, act } => format!("round={round} act={}", act.word()),
            Self::Round { round, act, detail } => {
                format!("round={round} act={} {}", act.word(), one_line(detail))
            }
            Self::RoundDrafted {
                round,
                kind,
                drafted,
            } => format!("round={round} kind={kind} drafted={drafted}"),
            Self::PresidiumDecided { round, decision } => {
                format!("round={round} {}", one_line(decision))
            }
            Self::SlateFixed { round, slate } => format!("round={round} slate={slate}"),
            Self::Card { round, card, event } => event.detail(*round, *card),
            Self::Batch(round, batch, event) => event.detail(*round, *batch),
            Self::Scrubbed { round } | Self::PresidiumAsked { round } => format!("round={round}"),
            Self::Certified {
                poll,
                statement,
                digest,
            } => {
                format!("statement={statement} poll={poll} digest={digest}")
            }
            Self::Published {
                notice,
                poll,
                statement,
                number,
            } => {
                format!("notice={notice} poll={poll} statement={statement} number={number}")
            }
            Self::BackedUp { digest } => format!("sha256={digest}"),
            Self::Screen { screen, detail } => format!("screen={screen} {detail}"),
            Self::Key(event) => event.detail(),
            Self::Log(event) => event.detail(),
            Self::FollowUp(happened) => happened.detail(),
            Self::Reminder(event) => event.detail(),
            Self::Review(event) => event.detail(),
        }
    }
}

/// One event: who was permitted, when, what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The permission under which it happened.
    pub grant: Grant,
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
}

impl Event {
    /// An event under a permission.
    #[must_use]
    pub fn new(grant: &Grant, at: Timestamp, what: What) -> Self {
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

fn acted(sitting: SittingId, act: &str, due: u32, present: u32) -> String {
    format!("sitting={sitting} act={act} due={due} present={present}")
}

/// Free text without the characters that separate fields and lines.
pub fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
