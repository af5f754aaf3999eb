//! What is written down of a voting day beside the acts on its rounds. Never a name beside a slip,
//! never a slip's code.

use crate::audit::one_line;
use crate::digest::Digest;
use crate::id::{OfficerId, PollId, RoundId, SittingId};
use crate::two_people::Screen;

/// An event of a voting day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayEvent {
    /// An officer was proposed.
    OfficerProposed {
        /// The officer.
        officer: OfficerId,
        /// The post's word.
        post: &'static str,
    },
    /// An officer was taken from the list before the adoption.
    OfficerWithdrawn {
        /// The officer.
        officer: OfficerId,
    },
    /// A sitting adopted its officers.
    OfficersAdopted {
        /// The sitting.
        sitting: SittingId,
        /// How many.
        officers: u64,
        /// Digest of all that the session has adopted by now.
        adopted: Digest,
        /// How both stood for it.
        people: String,
    },
    /// Somebody asked for the adoption to be noted.
    AdoptionAsked {
        /// The sitting.
        sitting: SittingId,
    },
    /// Whoever asked took it back, or somebody else refused it.
    AskingDropped {
        /// What it was on.
        on: &'static str,
        /// Its number.
        id: i64,
        /// The act's word.
        act: String,
        /// Who.
        by: String,
    },
    /// Somebody asked for officers' slips to be given out.
    OfficerSlipsAsked {
        /// The sitting.
        sitting: SittingId,
        /// For whom.
        officers: String,
    },
    /// Two people gave officers' slips out: the devices that earlier ones opened are out.
    OfficerSlipsGiven {
        /// The sitting.
        sitting: SittingId,
        /// For whom.
        officers: String,
        /// How both stood for it.
        people: String,
    },
    /// Officers' slips that were given out were printed, once.
    OfficerSlipsPrinted {
        /// For whom.
        officers: String,
    },
    /// An officer opened the own device with a slip.
    OfficerDeviceOpened {
        /// Who.
        officer: OfficerId,
        /// What the device is.
        screen: Screen,
    },
    /// An officer gave the own device back.
    OfficerDeviceLeft {
        /// Who.
        officer: OfficerId,
    },
    /// An officer chose a PIN.
    PinSet {
        /// Whose.
        officer: OfficerId,
        /// On which screen.
        screen: Screen,
    },
    /// A PIN was wrong.
    PinWrong {
        /// Whose.
        officer: OfficerId,
        /// Tries left before it is locked.
        left: u32,
    },
    /// Somebody asked for a PIN to be taken away.
    PinClearAsked {
        /// Whose.
        officer: OfficerId,
    },
    /// Two people took a PIN away.
    PinCleared {
        /// Whose.
        officer: OfficerId,
        /// How both stood for it.
        people: String,
    },
    /// Somebody came or left after the quorum was declared: how many are present now, and no name.
    Moved {
        /// At which sitting.
        sitting: SittingId,
        /// Whether somebody came; else somebody left.
        has_arrived: bool,
        /// Present now.
        present: u32,
        /// How both stood for it.
        people: String,
        /// Digest of the roll after it.
        roll: Digest,
    },
    /// Somebody asked for a line about an arrival or departure.
    MoveAsked {
        /// At which sitting.
        sitting: SittingId,
    },
    /// The desk's numbers changed: an exchange, the reserve, somebody helped. No name and no slip.
    Desk {
        /// At which sitting.
        sitting: SittingId,
        /// What, as a word.
        what: &'static str,
        /// The number that it came to.
        number: u32,
    },
    /// Somebody asked for slips to be printed.
    SlipsAsked {
        /// For which sitting.
        sitting: SittingId,
        /// How many.
        slips: u32,
    },
    /// A print of slips was shown, once, to the one who asked for it.
    SlipsShown {
        /// For which sitting.
        sitting: SittingId,
        /// The number of the print.
        print: u32,
    },
    /// Deputies signed for papers: how many, never who.
    PapersIssued {
        /// At which sitting.
        sitting: SittingId,
        /// How many in this act.
        deputies: u32,
    },
    /// Papers of a round were printed.
    PapersPrinted {
        /// Of which round.
        round: RoundId,
        /// How many there are now.
        printed: u32,
    },
    /// A spoilt paper was replaced.
    PaperSpoilt {
        /// Of which round.
        round: RoundId,
        /// How many were, with this one.
        spoilt: u32,
    },
    /// One person entered the papers found in the boxes.
    PapersEntered {
        /// Of which round.
        round: RoundId,
        /// Whether a second person entered the same.
        is_agreed: bool,
        /// The numbers, `box=papers` each; only once both agree.
        boxes: String,
        /// Digest of the account after it; only once both agree.
        account: Option<Digest>,
    },
    /// Somebody asked for the end of a sitting, or for taking it back.
    SittingAsked {
        /// The sitting.
        sitting: SittingId,
        /// The act's word.
        act: &'static str,
    },
    /// Two people ended a sitting, or took that back.
    SittingClosed {
        /// The sitting.
        sitting: SittingId,
        /// The act's word.
        act: &'static str,
        /// How both stood for it.
        people: String,
        /// Why, where the act asks for a reason.
        reason: String,
    },
    /// A session got a further sitting.
    SittingAdded {
        /// The sitting.
        sitting: SittingId,
        /// Its number in the session.
        number: u32,
    },
    /// A draft was given to another sitting.
    RoundGiven {
        /// The round.
        round: RoundId,
        /// To which sitting.
        sitting: SittingId,
    },
    /// Somebody asked for a poll to be withdrawn.
    WithdrawAsked {
        /// The poll.
        poll: PollId,
    },
    /// Two people withdrew a poll.
    PollWithdrawn {
        /// The poll.
        poll: PollId,
        /// How both stood for it.
        people: String,
        /// Why.
        reason: String,
    },
    /// A poll was copied for a rehearsal.
    RehearsalStarted {
        /// The real poll.
        poll: PollId,
    },
    /// A rehearsal was wiped.
    RehearsalWiped {
        /// Tables that it had touched.
        tables: u64,
        /// Rows that were deleted.
        rows: u64,
        /// Rows that were left: none.
        left: u64,
    },
}

impl DayEvent {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::OfficerProposed { .. } => "officer-proposed",
            Self::OfficerWithdrawn { .. } => "officer-withdrawn",
            Self::OfficersAdopted { .. } => "officers-adopted",
            Self::AdoptionAsked { .. } => "adoption-asked",
            Self::AskingDropped { .. } => "asking-dropped",
            Self::OfficerSlipsAsked { .. } => "officer-slips-asked",
            Self::OfficerSlipsGiven { .. } => "officer-slips-given",
            Self::OfficerSlipsPrinted { .. } => "officer-slips-printed",
            Self::OfficerDeviceOpened { .. } => "officer-device-opened",
            Self::OfficerDeviceLeft { .. } => "officer-device-left",
            Self::PinSet { .. } => "pin-set",
            Self::PinWrong { .. } => "pin-wrong",
            Self::PinClearAsked { .. } => "pin-clear-asked",
            Self::PinCleared { .. } => "pin-cleared",
            Self::Moved { .. } => "moved",
            Self::MoveAsked { .. } => "move-asked",
            Self::Desk { .. } => "desk",
            Self::SlipsAsked { .. } => "slips-asked",
            Self::SlipsShown { .. } => "slips-shown",
            Self::PapersIssued { .. } => "papers-issued",
            Self::PapersPrinted { .. } => "papers-printed",
            Self::PaperSpoilt { .. } => "paper-spoilt",
            Self::PapersEntered { .. } => "papers-entered",
            Self::SittingAsked { .. } => "sitting-asked",
            Self::SittingClosed { .. } => "sitting-closed",
            Self::SittingAdded { .. } => "sitting-added",
            Self::RoundGiven { .. } => "round-given",
            Self::WithdrawAsked { .. } => "withdraw-asked",
            Self::PollWithdrawn { .. } => "poll-withdrawn",
            Self::RehearsalStarted { .. } => "rehearsal-started",
            Self::RehearsalWiped { .. } => "rehearsal-wiped",
        }
    }

    /// The facts as one line of `name=value` words, for the chain.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::OfficerProposed { officer, post } => format!("officer={officer} post={post}"),
            Self::OfficersAdopted {
                sitting,
                officers,
                adopted,
                people,
            } => format!("sitting={sitting} officers={officers} adopted={adopted} by={people}"),
            Self::AdoptionAsked { sitting } | Self::MoveAsked { sitting } => {
                format!("sitting={sitting}")
            }
            Self::AskingDropped { on, id, act, by } => format!("{on}={id} act={act} by={by}"),
            Self::OfficerSlipsAsked { sitting, officers } => {
                format!("sitting={sitting} officers={officers}")
            }
            Self::OfficerSlipsGiven {
                sitting,
                officers,
                people,
            } => format!("sitting={sitting} officers={officers} by={people}"),
            Self::OfficerSlipsPrinted { officers } => format!("officers={officers}"),
            Self::OfficerDeviceOpened { officer, screen } | Self::PinSet { officer, screen } => {
                format!("officer={officer} screen={}", screen.word())
            }
            Self::OfficerWithdrawn { officer }
            | Self::OfficerDeviceLeft { officer }
            | Self::PinClearAsked { officer } => format!("officer={officer}"),
            Self::PinWrong { officer, left } => format!("officer={officer} left={left}"),
            Self::PinCleared { officer, people } => format!("officer={officer} by={people}"),
            Self::Moved {
                sitting,
                has_arrived,
                present,
                people,
                roll,
            } => {
                format!(
                    "sitting={sitting} arrived={has_arrived} present={present} roll={roll} by={people}"
                )
            }
            Self::Desk {
                sitting,
                what,
                number,
            } => format!("sitting={sitting} {what}={number}"),
            Self::SlipsAsked { sitting, slips } => format!("sitting={sitting} slips={slips}"),
            Self::SlipsShown { sitting, print } => format!("sitting={sitting} print={print}"),
            Self::PapersIssued { sitting, deputies } => {
                format!("sitting={sitting} deputies={deputies}")
            }
            Self::PapersPrinted { round, printed } => format!("round={round} printed={printed}"),
            Self::PaperSpoilt { round, spoilt } => format!("round={round} spoilt={spoilt}"),
            Self::PapersEntered {
                round,
                is_agreed,
                boxes,
                account,
            } => format!("round={round} agreed={is_agreed} {}{boxes}", of(*account)),
            Self::SittingAsked { sitting, act } => format!("sitting={sitting} act={act}"),
            Self::SittingClosed {
                sitting,
                act,
                people,
                reason,
            } => because(&format!("sitting={sitting} act={act} by={people}"), reason),
            Self::SittingAdded { sitting, number } => format!("sitting={sitting} number={number}"),
            Self::RoundGiven { round, sitting } => format!("round={round} sitting={sitting}"),
            Self::PollWithdrawn {
                poll,
                people,
                reason,
            } => because(&format!("poll={poll} by={people}"), reason),
            Self::WithdrawAsked { poll } | Self::RehearsalStarted { poll } => {
                format!("poll={poll}")
            }
            Self::RehearsalWiped { tables, rows, left } => {
                format!("tables={tables} rows={rows} left={left}")
            }
        }
    }
}

/// The digest of an account, where one was fixed.
fn of(account: Option<Digest>) -> String {
    account.map_or_else(String::new, |digest| format!("account={digest} "))
}

/// Facts with their reason, on one line.
fn because(facts: &str, reason: &str) -> String {
    format!("{facts} reason={}", one_line(reason))
}
