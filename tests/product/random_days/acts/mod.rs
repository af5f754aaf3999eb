//! What people do on a day: one line an act. How it is done by pages stands in the file of its room;
//! what must hold after every act stands in `promises/`.

mod attackers;
mod cards;
pub(crate) mod officers;
mod papers;
mod program;
mod rehearsal;
mod result;
mod round;
pub(crate) mod sitting;
pub(crate) mod slips;
mod voting;

use crate::random_days::chance::Chance;
use crate::random_days::day::Day;
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation};

/// How an act is done.
pub(crate) type Doing = fn(&mut Day, &Target, &mut Chance) -> Result<Tried, Violation>;

/// Something that people do.
pub(crate) struct Act {
    pub(crate) name: &'static str,
    /// How often it is done out of its turn, against the others.
    pub(crate) weight: usize,
    /// The stages in which somebody may think of it, by their letters in [`letter`]; none: in all.
    pub(crate) at: &'static str,
    pub(crate) run: Doing,
}

const fn act(name: &'static str, weight: usize, at: &'static str, run: Doing) -> Act {
    Act {
        name,
        weight,
        at,
        run,
    }
}

/// The letter of a stage in the table of acts.
pub(crate) fn letter(stage: &str) -> char {
    match stage {
        "draft" => 'D',
        "frozen" => 'F',
        "sealed" => 'S',
        "issuing" => 'I',
        "open" => 'O',
        "paused" => 'P',
        "closed" => 'C',
        "accounted" => 'A',
        "opened" => 'U',
        "counted" => 'N',
        "certified" => 'R',
        _ => '-',
    }
}

/// Everything that people do.
pub(crate) const ACTS: &[Act] = &[
    // The sitting and its people.
    act("open the roll", 1, "D", sitting::open_roll),
    act("keep the roll", 2, "D", sitting::keep_roll),
    act("declare the quorum", 1, "D", sitting::declare_quorum),
    act("declare it again", 1, "SI", sitting::declare_again),
    act("adjourn", 1, "DF", sitting::adjourn),
    act("resume the sitting", 1, "", sitting::resume),
    act("close the sitting", 1, "", sitting::close),
    act("open the sitting again", 1, "x", sitting::open_again),
    act("add a sitting", 1, "DN", sitting::add),
    act("give a poll to another sitting", 1, "D", sitting::give_on),
    act("withdraw a poll", 2, "D", sitting::withdraw),
    act("move a deputy", 5, "FSI", sitting::move_deputy),
    act("adopt the officers", 1, "D", sitting::adopt_officers),
    act("accept warnings", 1, "D", sitting::accept_warnings),
    act("adopt the rules", 1, "D", sitting::adopt_rules),
    act("put up another poll", 2, "DFSI", sitting::new_poll),
    act("choose the list", 1, "D", sitting::choose_list),
    // The round.
    act("freeze", 2, "D", round::freeze),
    act("seal", 2, "F", round::seal),
    act("seal again", 2, "S", round::seal_again),
    act("start issuing", 2, "S", round::start_issuing),
    act("open the vote", 2, "I", round::open_vote),
    act("pause", 4, "O", round::pause),
    act("resume the vote", 2, "P", round::resume),
    act("close the vote", 2, "OP", round::close_vote),
    act("confirm the account", 2, "C", round::confirm_account),
    act("open the box", 2, "A", round::open_box),
    act(
        "open the box and hang up",
        4,
        "A",
        round::open_box_and_hang_up,
    ),
    act("count", 2, "U", round::count),
    act("record the cards", 2, "UN", round::record_cards),
    act("certify", 2, "N", round::certify),
    act("void", 3, "", round::void),
    // Cards.
    act("take a card", 2, "S", cards::take),
    act("type a card back", 2, "S", cards::check),
    act("give a card", 2, "A", cards::give),
    // Officers' own devices.
    act("give officers' slips", 2, "FSIO", officers::give_slips),
    act("print officers' slips", 2, "FSIO", officers::print_slips),
    act("an officer opens a phone", 3, "FSIOA", officers::open),
    act("an officer sets a PIN", 4, "FSIOA", officers::set_pin),
    act(
        "an officer sets the own PIN",
        4,
        "FSIO",
        officers::set_own_pin,
    ),
    act("an officer confirms", 8, "FSIOCAUNR", officers::confirm),
    act("an officer takes a card", 4, "S", officers::take_card),
    act("an officer gives the phone back", 1, "OCN", officers::leave),
    act("confirm what waits", 4, "FSIOCAUNR", officers::confirm_mine),
    act("clear a PIN", 1, "IOC", officers::clear_pin),
    // Slips and the desk.
    act("ask for slips", 1, "SIO", slips::ask),
    act("confirm the slips", 1, "SIO", slips::confirm),
    act("take the slips", 1, "SIO", slips::take_print),
    act("hand slips out", 2, "IO", slips::hand_out),
    act("hand papers out", 6, "IO", slips::hand_out_papers),
    act("cancel slips", 1, "IO", slips::cancel),
    act("keep slips back", 3, "FSI", slips::keep_back),
    act("take a slip in", 8, "IOP", slips::take_in),
    act("give a paper", 8, "IOP", slips::give_paper),
    act("take a paper in", 2, "IOP", slips::take_paper_in),
    act("give a slip", 2, "IOP", slips::give_slip),
    act("help a deputy", 1, "IO", slips::help),
    // Papers.
    act("print papers", 8, "SIO", papers::print),
    act("replace a spoilt paper", 1, "IO", papers::replace_spoilt),
    act("enter the papers", 2, "CA", papers::enter),
    act("type a batch", 2, "A", papers::type_batch),
    act("type papers again", 2, "A", papers::retype),
    act("decide about papers", 2, "A", papers::decide),
    act("confirm the decision", 2, "A", papers::confirm),
    // Deputies.
    act("vote", 30, "O", voting::vote),
    act("vote and hang up", 3, "O", voting::vote_and_hang_up),
    act("vote with wrong marks", 1, "O", voting::vote_wrongly),
    act("vote at a kiosk", 2, "O", voting::vote_at_kiosk),
    act("send a form again", 4, "OPCA", voting::send_again),
    act("cast a kept form", 3, "OPC", voting::cast_kept),
    act("type a wrong code", 1, "", voting::type_wrong_code),
    // The result.
    act("let the presidium decide", 1, "N", result::presidium),
    act("publish", 2, "R", result::publish),
    act("correct the statement", 6, "R", result::correct),
    act("ask for two corrections", 3, "R", result::correct_twice),
    act("read the result", 1, "", result::read_pages),
    // Rehearsals.
    act("rehearse", 3, "", rehearsal::start),
    act("let dummies vote", 8, "O", rehearsal::dummies_vote),
    act("wipe the rehearsal", 3, "", rehearsal::wipe),
    // The program.
    act("stop and start the program", 2, "", program::restart),
    act("kill the program", 4, "", program::kill),
    // Whoever means no good.
    act("a stranger looks around", 2, "", attackers::look),
    act("a stranger presses", 2, "", attackers::press),
    act("a nosy person looks around", 3, "", attackers::nose),
    act("a publisher types PINs", 3, "FSIOCAU", attackers::lock_pins),
    act("wrong passwords are typed", 1, "", attackers::lock_out),
    act("a clerk is two people", 3, "", attackers::be_two),
    act(
        "a buyer asks for proof",
        6,
        "OPCA",
        attackers::ask_for_proof,
    ),
    act("a link to another slip", 3, "O", attackers::send_link),
    act(
        "somebody changes the file",
        2,
        "UN",
        attackers::change_papers,
    ),
];

/// The act of a name.
pub(crate) fn find(name: &str) -> &'static Act {
    let found = ACTS.iter().find(|act| act.name == name);
    found.unwrap_or_else(|| panic!("no act is called {name}"))
}
