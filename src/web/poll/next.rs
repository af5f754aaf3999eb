//! The one large next step of the run-sheet: its script, what prevents it, and who presses it.

use maud::{Markup, html};

use super::hall;
use super::sheet::RunSheetPage;
use crate::kit;
use crate::path;
use domain::access::Action::ActOnRound;
use domain::round::remedy::Remedy;
use domain::round::turnout::Validity;
use domain::round::{RoundAct, RoundStage, missing};
use domain::sitting::officer::Officer;
use domain::sitting::stage::SittingStage;
use service::act_of_two::press::PendingAct;
use service::poll::polling::PollView;
use service::round::view::RoundView;
use text::say;
use text::{Words, rules as rule_words};

/// The one large button, the guards beside it, and who must confirm.
pub(super) fn next_step(seen: &RunSheetPage<'_>, view: &PollView, round: &RoundView) -> Markup {
    let words = seen.words;
    if !round.changed.is_empty() {
        // The page says above what was changed; nothing is offered but voiding.
        return html! { p.quiet { (say!(words, "next-step-waits")) } };
    }
    if !view.poll.withdrawn.is_empty() {
        return html! { p { (say!(words, "poll-withdrawn")) " " bdi lang="zh-Hans" { (view.poll.withdrawn) } } };
    }
    let Some((act, against)) = round.next() else {
        return after_the_last(seen, view, round);
    };
    if act == RoundAct::Freeze && view.sitting.stage == SittingStage::Closed {
        return sitting_is_over(words, view);
    }
    if act == RoundAct::Freeze && view.sitting.quorum_present.is_none() {
        return call_the_roll(words, view);
    }
    if act == RoundAct::Freeze && !view.poll.rules_adopted {
        return adopt(seen, view);
    }
    let is_before_sealing = matches!(act, RoundAct::Freeze | RoundAct::Seal);
    if is_before_sealing && !round.facts.officers_adopted {
        return name_officers(words, view);
    }
    let label = words.say_named("act", act.word(), &[]);
    html! {
        h2 { (say!(words, "next-step")) ": " (label) }
        p.script data-template=(words.say_named("script", act.word(), &script_places(words, view, round)).text) {
            (words.say_named("script", act.word(), &script_numbers(words, view, round)))
        }
        @if against.is_empty() && act == RoundAct::Seal {
            p { a.button href=(path::sealed_box(round.round.id)) { (say!(words, "box-to-seal")) } }
        } @else if against.is_empty() {
            (press(seen, view, round, act))
        } @else {
            (kit::problem_list(words, &against))
            @for remedy in Remedy::ALL {
                @if against.iter().any(|problem| Remedy::of(problem) == Some(remedy)) { (way_to(words, view, round, remedy)) }
            }
            p.quiet { (say!(words, "next-step-waits")) }
        }
        @if act == RoundAct::CloseVote && round.turnout.slips_left() > 0 {
            p.warn data-template=(say!(words, "close-left-plain").text) {
                (say!(words, "close-left", left = round.turnout.slips_left()))
            }
        }
    }
}

/// The way to where something is put right.
fn way_to(words: Words, view: &PollView, round: &RoundView, remedy: Remedy) -> Markup {
    let (to, label) = match remedy {
        Remedy::CountingRoom => (
            path::counting(round.round.id),
            say!(words, "papers-to-count"),
        ),
        Remedy::Box => (
            path::sealed_box(round.round.id),
            say!(words, "box-to-cards"),
        ),
        Remedy::Outcome => (path::count(view.poll.id), say!(words, "outcome-title")),
    };
    html! { p { a.button href=(to) { (label) } } }
}

/// Rounds that were opened or voided and whose cards are not destroyed yet.
pub(super) fn cards_left(words: Words, view: &PollView) -> Markup {
    let is_left = |round: &&RoundView| missing(RoundAct::RecordCards, &round.facts).is_empty();
    html! {
        @for round in view.rounds.iter().filter(is_left) {
            p.warn { @if view.rounds.len() > 1 { (say!(words, "box-of-round", number = round.round.number)) ": " }
                (say!(words, "box-to-destroy-what")) }
            p { a.button.plain href=(path::sealed_box(round.round.id)) { (say!(words, "box-to-destroy")) } }
        }
    }
}

/// The same facts with places for the numbers that move, for the live script.
fn script_places(words: Words, view: &PollView, round: &RoundView) -> Vec<(&'static str, String)> {
    let moves = |name: &str| matches!(name, "present" | "issued" | "returned");
    let facts = script_numbers(words, view, round).into_iter();
    facts
        .map(|(name, value)| {
            (
                name,
                if moves(name) {
                    format!("#{name}")
                } else {
                    value
                },
            )
        })
        .collect()
}

/// The facts of the chair's sentences, as the rules and the account of the round have them.
pub(super) fn script_numbers(
    words: Words,
    view: &PollView,
    round: &RoundView,
) -> Vec<(&'static str, String)> {
    let turnout = &round.turnout;
    let told = turnout.returned().unwrap_or(turnout.slips());
    let (account, above) = match turnout.validity() {
        Validity::Waits => ("waits", String::new()),
        Validity::Valid => ("fair", String::new()),
        Validity::Void(above) => ("above", kit::above(words, above).text),
    };
    let present = view.sitting.quorum_present;
    let threshold = rule_words::threshold(words, &round.rules, view.due, present);
    vec![
        ("due", view.due.to_string()),
        ("present", round.facts.present.to_string()),
        ("issued", turnout.issued().to_string()),
        ("returned", told.to_string()),
        ("account", account.to_owned()),
        ("above", above),
        ("places", round.facts.places.to_string()),
        ("lines", round.facts.lines.to_string()),
        ("threshold", threshold.text),
        ("kind", round.rules.kind.word().to_owned()),
    ]
}

/// The button of an act: done at once, asked for, confirmed after somebody else asked, or done by
/// two people at this screen, the second with a PIN.
pub(super) fn press(
    seen: &RunSheetPage<'_>,
    view: &PollView,
    round: &RoundView,
    act: RoundAct,
) -> Markup {
    let words = seen.words;
    let asked = round.asked.iter().find(|request| request.act == act.word());
    let is_mine = asked.is_some_and(|request| Some(request.asked_by) == seen.me);
    let name = words.say_named("act", act.word(), &[]).text;
    html! {
        @match asked {
            Some(_) if is_mine => div.two {
                p { (say!(words, "act-waits-for-other", act = name.clone())) }
                p.quiet { (say!(words, "act-waits-how")) }
                (kit::take_back_link(words))
            },
            Some(request) => div.two {
                p { (say!(words, "act-confirm-told", who = request.asked_by_name.clone(), act = name.clone())) }
                @if !request.reason.is_empty() {
                    p { (say!(words, "act-reason")) ": " bdi lang="zh-Hans" { (request.reason) } }
                }
                (kit::take_back_link(words))
            },
            None => {},
        }
        @if !act.needs_two() {
            form method="post" action=(path::round_act(round.round.id, act.word())) {
                (kit::token_field(seen.token))
                @if act != RoundAct::Pause { (hall::with_scene(words, view)) }
                button.button.plain[act == RoundAct::Pause] { (name) }
            }
        } @else {
            (two_people(seen, view, round, act, asked))
        }
    }
}

/// The form of an act that two stand for.
fn two_people(
    seen: &RunSheetPage<'_>,
    view: &PollView,
    round: &RoundView,
    act: RoundAct,
    asked: Option<&PendingAct>,
) -> Markup {
    let form = kit::PageForm::new(seen.words, seen.typed, seen.problems);
    let words = seen.words;
    let is_mine = asked.map(|asked| Some(asked.asked_by) == seen.me);
    let name = words.say_named("act", act.word(), &[]).text;
    let may: Vec<&Officer> = view
        .day
        .officers
        .iter()
        .filter(|one| one.may_confirm(ActOnRound).is_ok())
        .collect();
    let locked = view.day.officers.iter().filter(|one| {
        let mut tries = view
            .day
            .tries
            .iter()
            .filter(|tries| tries.officer == one.id);
        tries.any(|tries| tries.is_locked() && tries.is_of(seen.me))
    });
    if may.is_empty() && is_mine == Some(true) {
        return html! {};
    }
    html! {
        form.two-people method="post" action=(path::round_act(round.round.id, act.word())) autocomplete="off" {
            (kit::token_field(seen.token))
            (kit::seen_field(asked))
            @if act == RoundAct::Void && is_mine.is_none() {
                (form.line("reason", say!(words, "act-reason")).most(200))
            }
            @if act != RoundAct::Void { (hall::with_scene(words, view)) }
            div.acts {
                @match is_mine {
                    None => button.button.danger[act == RoundAct::Void] name="as" value="ask" {
                        (say!(words, "act-ask", act = name.clone())) },
                    Some(false) => button.button.danger[act == RoundAct::Void] name="as" value="confirm" {
                        (say!(words, "act-confirm", act = name.clone())) },
                    Some(true) => {},
                }
            }
            (kit::way_out(words, &may, seen.typed.get("officer"), seen.problems, &name))
        }
        @if may.is_empty() { p.quiet { (say!(words, "act-two-people")) } }
        @for one in locked {
            p.warn { "! " (say!(words, "problem-pin-locked", name = one.name.clone())) }
        }
    }
}

/// A draft at a sitting that is over: it is given to a later one, or the end is taken back.
fn sitting_is_over(words: Words, view: &PollView) -> Markup {
    html! {
        h2 { (say!(words, "next-step")) ": " (say!(words, "closing-over-title")) }
        p { (say!(words, "closing-over", number = view.sitting.number)) }
        p { a.button href=(path::closing(view.sitting.id)) { (say!(words, "closing-title")) } }
    }
}

/// Before the box is sealed: the sitting adopts its scrutineers.
fn name_officers(words: Words, view: &PollView) -> Markup {
    html! {
        h2 { (say!(words, "next-step")) ": " (say!(words, "officers-step")) }
        p.script { (say!(words, "officers-step-script")) }
        p { a.button href=(path::officers(view.session.id)) { (say!(words, "officers-step-go")) } }
        p.quiet { (say!(words, "officers-step-why")) }
    }
}

/// Before anything is decided: who is here is counted.
fn call_the_roll(words: Words, view: &PollView) -> Markup {
    let needed = view.session.body.quorum(view.due);
    html! {
        h2 { (say!(words, "next-step")) ": " (say!(words, "step-roll")) }
        p.script { (say!(words, "script-roll", due = view.due, needed = needed)) }
        p { a.button href=(path::roll(view.sitting.id)) { (say!(words, "step-roll-go")) } }
        @if view.sitting.stage.has_open_roll() {
            p { a.button.plain href=(path::check_in(view.sitting.id)) { (say!(words, "check-in-title")) } }
        }
        p.quiet { (say!(words, "step-roll-why")) }
    }
}

/// Before freezing: the sitting adopts the rules.
fn adopt(seen: &RunSheetPage<'_>, view: &PollView) -> Markup {
    let words = seen.words;
    html! {
        h2 { (say!(words, "next-step")) ": " (say!(words, "adopt-title")) }
        p.script { (say!(words, "adopt-script")) }
        form method="post" action=(path::adopt(view.poll.id)) {
            (kit::token_field(seen.token))
            (hall::with_scene(words, view))
            button.button { (say!(words, "adopt-button")) }
        }
    }
}

fn after_the_last(seen: &RunSheetPage<'_>, view: &PollView, round: &RoundView) -> Markup {
    let words = seen.words;
    if round.round.stage != RoundStage::Certified {
        return html! {};
    }
    html! {
        @if let Some(request) = &view.correction_asked {
            p.warn { (say!(words, "correct-waits", who = request.asked_by_name.clone())) " "
                a href=(path::statement(view.poll.id)) { (say!(words, "statement-title")) } }
        }
        @if view.is_published {
            h2 { (say!(words, "published-title")) }
            ul.list { @for notice in &view.notices {
                li { a href=(path::notice(notice.id)) { (say!(words, "notice-number", number = notice.number)) } }
            } }
        } @else {
            h2 { (say!(words, "next-step")) ": " (say!(words, "publish-title")) }
            p { (say!(words, "publish-how")) }
            (publish(seen, view))
        }
        p { a href=(path::statement(view.poll.id)) { (say!(words, "statement-title")) } " "
            a href=(path::result(view.poll.id)) { (say!(words, "public-page")) } }
        @if view.sitting.stage != SittingStage::Closed {
            p { (say!(words, "closing-when")) " " a href=(path::closing(view.sitting.id)) { (say!(words, "closing-title")) } }
        }
    }
}

/// The button for publishing: asked for by one, confirmed by another.
fn publish(seen: &RunSheetPage<'_>, view: &PollView) -> Markup {
    let words = seen.words;
    let name = say!(words, "publish-title").text;
    match &view.publish_asked {
        Some(request) if Some(request.asked_by) == seen.me => html! {
            div.two { p { (say!(words, "act-waits-for-other", act = name)) } (kit::take_back_link(words)) }
        },
        asked => html! {
            @if let Some(request) = asked {
                p { (say!(words, "act-confirm-told", who = request.asked_by_name.clone(), act = name)) }
            }
            form method="post" action=(path::publish(view.poll.id)) {
                (kit::token_field(seen.token))
                (kit::seen_field(asked.as_ref()))
                button.button { (say!(words, "publish-button")) }
            }
        },
    }
}
