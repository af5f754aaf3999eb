//! The run-sheet: what is done, what is next, what stands against it, who must confirm.

use maud::{Markup, html};

use crate::domain::poll::RoundKind;
use crate::domain::poll::round::{RoundAct, RoundStage, missing};
use crate::domain::problem::Problem;
use crate::say;
use crate::service::polling::{PollView, RoundView};
use crate::text::{Words, format};
use crate::web::kit::{self, Frame, Look};
use crate::web::path;

/// The steps of a round in the order of the day.
const STEPS: [(RoundAct, RoundStage); 10] = [
    (RoundAct::Freeze, RoundStage::Frozen),
    (RoundAct::Seal, RoundStage::Sealed),
    (RoundAct::StartIssuing, RoundStage::Issuing),
    (RoundAct::OpenVote, RoundStage::Open),
    (RoundAct::CloseVote, RoundStage::Closed),
    (RoundAct::ConfirmAccount, RoundStage::Accounted),
    (RoundAct::OpenBox, RoundStage::Opened),
    (RoundAct::Count, RoundStage::Counted),
    (RoundAct::Certify, RoundStage::Certified),
    (RoundAct::Void, RoundStage::Void),
];

/// The page; `problems` are what the last press was refused for.
pub(super) fn sheet(
    frame: &Frame<'_>,
    view: &PollView,
    token: &str,
    me: i64,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, problems))
        h1 { bdi lang="zh-Hans" { (view.poll.title) } }
        @if let Some(round) = view.rounds.last() {
            div.cockpit {
                (steps(words, round))
                section.card.now {
                    @if view.rounds.len() > 1 { p.quiet { (round_name(words, round)) } }
                    (figures(words, view, round))
                    (next_step(words, view, round, token, me))
                }
                aside {
                    (links(words, view, round))
                    (other_acts(words, round, token, me))
                }
            }
            section.card {
                h2 { (say!(words, "rules-title")) }
                (kit::rules_paragraph(words, &round.rules, view.due, view.sitting.quorum_present))
            }
        }
        (earlier(words, view))
    };
    let band = html! { (frame.place) };
    kit::page(frame, Look::Office, &view.poll.title, &band, &content)
}

fn round_name(words: Words, round: &RoundView) -> Markup {
    let number = round.round.number;
    let kind = match round.round.kind {
        RoundKind::First => say!(words, "round-first", number = number),
        RoundKind::RunOff => say!(words, "round-run-off", number = number),
        RoundKind::Supplementary => say!(words, "round-supplementary", number = number),
    };
    html! { (kind) }
}

fn steps(words: Words, round: &RoundView) -> Markup {
    let stage = round.round.stage;
    let reached = if stage == RoundStage::Paused {
        RoundStage::Open
    } else {
        stage
    };
    html! {
        ol.steps {
            @for (act, after) in STEPS {
                @if act != RoundAct::Void {
                    @let is_past = after <= reached && stage != RoundStage::Void;
                    @let is_now = stage.next_act() == Some(act);
                    li.past[is_past].now[is_now] aria-current=[is_now.then_some("step")] {
                        (words.say_named("act", act.word(), &[]))
                        @if is_past { span aria-hidden="true" { "✓" } }
                    }
                }
            }
        }
    }
}

/// Due, present, issued, returned: before closing nothing else exists.
fn figures(words: Words, view: &PollView, round: &RoundView) -> Markup {
    let facts = &round.facts;
    let returned = round.round.returned.unwrap_or(facts.returned);
    html! {
        p { span.tag.done { (words.say_named("stage", round.round.stage.word(), &[])) } }
        dl.figures data-live=[is_live(round.round.stage).then(|| path::live(round.round.id))]
            data-stale=(say!(words, "live-stale").text) {
            div { dt { (say!(words, "figure-due")) } dd data-number="due" { (view.due) } }
            div { dt { (say!(words, "figure-present")) } dd data-number="present" { (facts.present) } }
            div { dt { (say!(words, "figure-issued")) } dd data-number="issued" { (facts.issued) } }
            div { dt { (say!(words, "figure-cast")) } dd data-number="returned" { (returned) } }
        }
        @if is_live(round.round.stage) { p.quiet.stale { (say!(words, "live-only-numbers")) } }
    }
}

fn is_live(stage: RoundStage) -> bool {
    matches!(
        stage,
        RoundStage::Issuing | RoundStage::Open | RoundStage::Paused
    )
}

/// The one large button, the guards beside it, and who must confirm.
fn next_step(words: Words, view: &PollView, round: &RoundView, token: &str, me: i64) -> Markup {
    let Some((act, against)) = round.next() else {
        return after_the_last(words, view, round, token, me);
    };
    if act == RoundAct::Freeze && !view.poll.rules_adopted {
        return adopt(words, view, token);
    }
    let label = words.say_named("act", act.word(), &[]);
    html! {
        h2 { (say!(words, "next-step")) ": " (label) }
        p.script data-template=(words.say_named("script", act.word(), &script_places(view, round)).text) {
            (words.say_named("script", act.word(), &script_numbers(view, round)))
        }
        @if against.is_empty() && act == RoundAct::Seal {
            p { a.button href=(path::sealed_box(round.round.id)) { (say!(words, "box-to-seal")) } }
        } @else if against.is_empty() {
            (press(words, round, act, token, me))
        } @else {
            (kit::problem_list(words, &against))
            @if against.iter().any(|problem| problem.code.starts_with("cards-")) {
                p { a.button href=(path::sealed_box(round.round.id)) { (say!(words, "box-to-cards")) } }
            }
            p.quiet { (say!(words, "next-step-waits")) }
        }
        @if missing(RoundAct::RecordCards, &round.facts).is_empty() {
            p.warn { (say!(words, "box-to-destroy-what")) }
            p { a.button.plain href=(path::sealed_box(round.round.id)) { (say!(words, "box-to-destroy")) } }
        }
        @if act == RoundAct::CloseVote && round.facts.issued > round.facts.returned {
            p.warn data-template=(say!(words, "close-left-plain").text) {
                (say!(words, "close-left", left = round.facts.issued - round.facts.returned))
            }
        }
    }
}

/// The same facts with places for the numbers that move, for the live script.
fn script_places(view: &PollView, round: &RoundView) -> Vec<(&'static str, String)> {
    let moves = |name: &str| matches!(name, "present" | "issued" | "returned");
    let facts = script_numbers(view, round).into_iter();
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

fn script_numbers(view: &PollView, round: &RoundView) -> Vec<(&'static str, String)> {
    vec![
        ("due", view.due.to_string()),
        ("present", round.facts.present.to_string()),
        ("issued", round.facts.issued.to_string()),
        (
            "returned",
            round
                .round
                .returned
                .unwrap_or(round.facts.returned)
                .to_string(),
        ),
        ("places", round.facts.places.to_string()),
        ("lines", round.facts.lines.to_string()),
        ("needed", round.rules.needed(view.due).to_string()),
    ]
}

/// The button of an act: done at once, asked for, or confirmed after somebody else asked.
fn press(words: Words, round: &RoundView, act: RoundAct, token: &str, me: i64) -> Markup {
    let asked = round.asked.iter().find(|request| request.act == act.word());
    let name = words.say_named("act", act.word(), &[]).text;
    let is_aside = matches!(act, RoundAct::Pause | RoundAct::Void);
    let button = |label: Markup| {
        html! {
            form method="post" action=(path::round_act(round.round.id, act.word())) {
                (kit::token_field(token))
                button.button.plain[is_aside] { (label) }
            }
        }
    };
    match asked {
        None if act.needs_two() => html! {
            (button(html! { (say!(words, "act-ask", act = name)) }))
            p.quiet { (say!(words, "act-two-people")) }
        },
        None => button(html! { (name) }),
        Some(request) if request.asked_by.0 == me => html! {
            div.two { p { (say!(words, "act-waits-for-other", act = name)) }
                p.quiet { (say!(words, "act-waits-how")) } }
        },
        Some(request) => html! {
            div.two {
                p { (say!(words, "act-confirm-told", who = request.asked_by_name.clone(), act = name.clone())) }
                @if !request.reason.is_empty() {
                    p { (say!(words, "act-reason")) ": " bdi lang="zh-Hans" { (request.reason) } }
                }
                (button(html! { (say!(words, "act-confirm", act = name)) }))
            }
        },
    }
}

/// Before freezing: the sitting adopts the rules.
fn adopt(words: Words, view: &PollView, token: &str) -> Markup {
    html! {
        h2 { (say!(words, "next-step")) ": " (say!(words, "adopt-title")) }
        p.script { (say!(words, "adopt-script")) }
        @if view.sitting.quorum_present.is_some() {
            form method="post" action=(path::adopt(view.poll.id)) {
                (kit::token_field(token))
                button.button { (say!(words, "adopt-button")) }
            }
        } @else {
            (kit::problem_list(words, &[Problem::error("no-quorum")]))
            p { a.button.plain href=(path::roll(view.sitting.id)) { (say!(words, "roll")) } }
        }
    }
}

fn after_the_last(
    words: Words,
    view: &PollView,
    round: &RoundView,
    token: &str,
    me: i64,
) -> Markup {
    if round.round.stage != RoundStage::Certified {
        return html! {};
    }
    html! {
        @if view.is_published {
            h2 { (say!(words, "published-title")) }
            ul.list { @for notice in &view.notices {
                li { a href=(path::notice(notice.id)) { (say!(words, "notice-number", number = notice.number)) } }
            } }
        } @else {
            h2 { (say!(words, "next-step")) ": " (say!(words, "publish-title")) }
            p { (say!(words, "publish-how")) }
            (publish(words, view, token, me))
        }
        p { a href=(path::statement(view.poll.id)) { (say!(words, "statement-title")) } " "
            a href=(path::result(view.poll.id)) { (say!(words, "public-page")) } }
    }
}

/// The button for publishing: asked for by one, confirmed by another.
fn publish(words: Words, view: &PollView, token: &str, me: i64) -> Markup {
    let name = say!(words, "publish-title").text;
    match &view.publish_asked {
        Some(request) if request.asked_by.0 == me => html! {
            div.two { p { (say!(words, "act-waits-for-other", act = name)) } }
        },
        asked => html! {
            @if let Some(request) = asked {
                p { (say!(words, "act-confirm-told", who = request.asked_by_name.clone(), act = name)) }
            }
            form method="post" action=(path::publish(view.poll.id)) {
                (kit::token_field(token))
                button.button { (say!(words, "publish-button")) }
            }
        },
    }
}

/// Pages beside the run-sheet that belong to the step at hand.
fn links(words: Words, view: &PollView, round: &RoundView) -> Markup {
    let (poll, sitting) = (view.poll.id, view.sitting.id);
    html! {
        nav.card {
            h2 { (say!(words, "pages")) }
            ul.list {
                li { a href=(path::slate(poll)) { (say!(words, "slate-title")) } }
                li { a href=(path::rules(poll)) { (say!(words, "rules-title")) } }
                li { a href=(path::roll(sitting)) { (say!(words, "roll")) } }
                li { a href=(path::slips(sitting)) { (say!(words, "slips")) } }
                @if round.round.stage >= RoundStage::Frozen {
                    li { a href=(path::sealed_box(round.round.id)) { (say!(words, "box-title")) } }
                }
                @if round.round.stage >= RoundStage::Counted && round.round.stage != RoundStage::Void {
                    li { a href=(path::count(poll)) { (say!(words, "outcome-title")) } }
                }
            }
        }
    }
}

/// The acts off the script: pause and void, each by its name.
fn other_acts(words: Words, round: &RoundView, token: &str, me: i64) -> Markup {
    let may_pause = missing(RoundAct::Pause, &round.facts).is_empty();
    let may_void = missing(RoundAct::Void, &round.facts).is_empty();
    let asked = round
        .asked
        .iter()
        .find(|request| request.act == RoundAct::Void.word());
    html! {
        @if may_pause || may_void {
            section.card {
                h2 { (say!(words, "other-acts")) }
                @if may_pause {
                    (press(words, round, RoundAct::Pause, token, me))
                }
                @if may_void {
                    details open[asked.is_some()] {
                        summary { (say!(words, "void-title")) }
                        p { (say!(words, "void-what")) }
                        @if asked.is_some() {
                            (press(words, round, RoundAct::Void, token, me))
                        } @else {
                            form method="post" action=(path::round_act(round.round.id, RoundAct::Void.word())) {
                                (kit::token_field(token))
                                div.field { label for="reason" { (say!(words, "act-reason")) }
                                    input id="reason" name="reason" maxlength="200" required; }
                                button.button.danger { (say!(words, "void-ask")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn earlier(words: Words, view: &PollView) -> Markup {
    let past = view.rounds.split_last().map_or(&[][..], |(_, past)| past);
    html! {
        @if !past.is_empty() {
            section.card {
                h2 { (say!(words, "earlier-rounds")) }
                ul.list { @for round in past {
                    li { (round_name(words, round)) " "
                        span.tag.plain { (words.say_named("stage", round.round.stage.word(), &[])) } " "
                        bdi lang="zh-Hans" { (round.round.void_reason) } }
                } }
            }
        }
        p.quiet.hash { (say!(words, "audit-head")) " " code { (view.audit_head.short()) }
            @if let Some(asked) = view.rounds.last().and_then(|round| round.asked.first()) {
                " · " (say!(words, "asked-since", time = asked_time(asked.asked_at))) } }
    }
}

fn asked_time(at: i64) -> String {
    jiff::Timestamp::from_millisecond(at)
        .map(format::time)
        .unwrap_or_default()
}
