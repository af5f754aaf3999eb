//! What is written down of a voting day beside the acts on its rounds. Never a name beside a slip,
//! never a slip's code.

use crate::act_of_two::two_people::ActScreen;
use crate::audit::one_line;
use crate::digest::Digest;
use crate::event::also;
use crate::event::events;
use crate::id::{OfficerId, PollId, RoundId, SittingId};

events! {
    /// An event of a voting day.
    pub enum DayEvent {
        /// An officer was proposed.
        OfficerProposed { officer: OfficerId, post: &'static str } = "officer-proposed";
        /// An officer was taken from the list before the adoption.
        OfficerWithdrawn { officer: OfficerId } = "officer-withdrawn";
        /// A sitting adopted its officers.
        /// `adopted`: digest of all that the session has adopted by now.
        OfficersAdopted { sitting: SittingId, officers: u64, adopted: Digest, people: String }
            = "officers-adopted" => "sitting={sitting} officers={officers} adopted={adopted} by={people}";
        /// Somebody asked for the adoption to be noted.
        AdoptionAsked { sitting: SittingId } = "adoption-asked";
        /// Whoever asked took it back, or somebody else refused it.
        AskingDropped { on: &'static str, id: i64, act: String, by: String }
            = "asking-dropped" => "{on}={id} act={act} by={by}";
        /// Somebody asked for officers' slips to be given out.
        OfficerSlipsAsked { sitting: SittingId, officers: String } = "officer-slips-asked";
        /// Two people gave officers' slips out: the devices that earlier ones opened are out.
        OfficerSlipsGiven { sitting: SittingId, officers: String, people: String }
            = "officer-slips-given" => "sitting={sitting} officers={officers} by={people}";
        /// Officers' slips that were given out were printed, once.
        OfficerSlipsPrinted { officers: String } = "officer-slips-printed";
        /// An officer opened the own device with a slip.
        OfficerDeviceOpened { officer: OfficerId, screen: ActScreen } = "officer-device-opened";
        /// Another account than who printed the slip saw the officer at the device.
        OfficerSeen { officer: OfficerId, by: String } = "officer-seen";
        /// An officer gave the own device back.
        OfficerDeviceLeft { officer: OfficerId } = "officer-device-left";
        /// An officer chose a PIN.
        PinSet { officer: OfficerId, screen: ActScreen } = "pin-set";
        /// A PIN was wrong.
        /// `left`: tries left before it is locked.
        PinWrong { officer: OfficerId, left: u32 } = "pin-wrong";
        /// Somebody asked for a PIN to be taken away.
        PinClearAsked { officer: OfficerId } = "pin-clear-asked";
        /// Two people took a PIN away.
        PinCleared { officer: OfficerId, people: String } = "pin-cleared" => "officer={officer} by={people}";
        /// Somebody came or left after the quorum was declared: how many are present now, and no name.
        /// `has_arrived`: whether somebody came; else somebody left.
        Moved { sitting: SittingId, has_arrived: bool, present: u32, people: String, roll: Digest }
            = "moved" => "sitting={sitting} arrived={has_arrived} present={present} roll={roll} by={people}";
        /// Somebody asked for a line about an arrival or departure.
        MoveAsked { sitting: SittingId } = "move-asked";
        /// The desk's numbers changed: an exchange, the reserve, somebody helped. No name and no slip.
        Desk { sitting: SittingId, what: &'static str, number: u32 } = "desk" => "sitting={sitting} {what}={number}";
        /// Somebody asked for slips to be printed.
        SlipsAsked { sitting: SittingId, slips: u32 } = "slips-asked";
        /// A print of slips was shown, once, to the one who asked for it.
        SlipsShown { sitting: SittingId, print: u32 } = "slips-shown";
        /// Deputies signed for papers: how many, never who.
        PapersIssued { sitting: SittingId, deputies: u32 } = "papers-issued";
        /// Papers of a round were printed.
        PapersPrinted { round: RoundId, printed: u32 } = "papers-printed";
        /// A spoilt paper was replaced.
        PaperSpoilt { round: RoundId, spoilt: u32 } = "paper-spoilt";
        /// One person entered the papers found in the boxes.
        /// `is_agreed`: whether a second person entered the same.
        /// `boxes`: the numbers, `box=papers` each; only once both agree.
        /// `account`: digest of the account after it; only once both agree.
        PapersEntered { round: RoundId, is_agreed: bool, boxes: String, account: Option<Digest> }
            = "papers-entered" => "round={round} agreed={is_agreed}{} {boxes}", also("account", *account);
        /// Somebody asked for the end of a sitting, or for taking it back.
        SittingAsked { sitting: SittingId, act: &'static str } = "sitting-asked";
        /// Two people ended a sitting, or took that back.
        SittingClosed { sitting: SittingId, act: &'static str, people: String, reason: String }
            = "sitting-closed" => "sitting={sitting} act={act} by={people} reason={}", one_line(reason);
        /// A session got a further sitting.
        SittingAdded { sitting: SittingId, number: u32 } = "sitting-added";
        /// A draft was given to another sitting.
        RoundGiven { round: RoundId, sitting: SittingId } = "round-given";
        /// Somebody asked for a poll to be withdrawn.
        WithdrawAsked { poll: PollId } = "withdraw-asked";
        /// Two people withdrew a poll.
        PollWithdrawn { poll: PollId, people: String, reason: String }
            = "poll-withdrawn" => "poll={poll} by={people} reason={}", one_line(reason);
        /// A poll was copied for a rehearsal.
        RehearsalStarted { poll: PollId } = "rehearsal-started";
        /// A rehearsal was wiped.
        /// `left`: rows that were left: none.
        RehearsalWiped { tables: u64, rows: u64, left: u64 } = "rehearsal-wiped";
    }
}
