//! A poll for its officers: the run-sheet with one next step, the rules in plain words, the slate.

mod hall;
pub(super) mod handler;
mod next;
pub(super) mod rules;
mod script;
mod sheet;
mod slate;
mod steps;

use crate::at_desk::StaffDesk;
use crate::route::RouteRole::May;
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use domain::access::Action::{Look, Prepare, Publish, ShowScenes};
use domain::id::{PollId, RoundId};
use domain::round::RoundAct;

table! {
    /// A poll as it goes on.
    pages;
    /// A poll's run-sheet.
    MANAGE_POLL, manage_poll(poll: PollId) = "/manage/polls/{poll}" {
        reads: May(Look) => handler::show;
    }
    /// Putting the scene of its step on the hall's screens.
    POLL_SCENE, poll_scene(poll: PollId) = "/manage/polls/{poll}/scene" {
        writes: May(ShowScenes) => handler::show_cue;
    }
    /// The chair's script for its day.
    SCRIPT, script(poll: PollId) = "/manage/polls/{poll}/script" {
        reads: May(Look) => handler::show_script;
    }
}

table! {
    /// Its rules, its slate, and the acts on its rounds.
    drafting;
    /// Its rules.
    RULES, rules(poll: PollId) = "/manage/polls/{poll}/rules" {
        reads: May(Look) => handler::show_rules;
        writes: May(Prepare) => handler::save_rules;
    }
    /// What settings that are still being chosen would say.
    RULES_READING, rules_reading(poll: PollId) = "/manage/polls/{poll}/rules/reading" {
        reads: May(Look) => handler::read_rules;
    }
    /// Beginning the rules anew from a template.
    RULES_TEMPLATE, rules_template(poll: PollId) = "/manage/polls/{poll}/rules/template" {
        writes: May(Prepare) => handler::choose_template;
    }
    /// Accepting the lint's warnings.
    WARNINGS, warnings(poll: PollId) = "/manage/polls/{poll}/rules/accept" {
        writes: May(Prepare) => handler::accept_warnings;
    }
    /// Noting that the sitting adopted the rules.
    ADOPT, adopt(poll: PollId) = "/manage/polls/{poll}/rules/adopt" {
        writes: May(Prepare) => handler::adopt;
    }
    /// Its slate.
    SLATE, slate(poll: PollId) = "/manage/polls/{poll}/slate" {
        reads: May(Look) => handler::show_slate;
        writes: May(Prepare) => handler::save_slate;
    }
    /// Publishing.
    PUBLISH, publish(poll: PollId) = "/manage/polls/{poll}/publish" {
        writes: May(Publish) => handler::publish;
    }
    /// The live numbers of a round.
    LIVE, live(round: RoundId) = "/manage/rounds/{round}/live" {
        reads: May(Look) => handler::live;
    }
    /// An act on a round.
    ROUND_ACT, round_act(round: RoundId, act: &str) = "/manage/rounds/{round}/{act}" {
        .. acts(
            ROUND_ACT, RoundAct::ALL, RoundAct::word,
            |act| May(act.action()),
            |act| move |at: PathPiece<RoundId>, desk: StaffDesk|
                handler::act(act, at, desk),
        );
    }
}
