//! Closing a sitting: what it waits for, poll by poll with the way on, and the act of two.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::access::Action::ActOnRound;
use domain::id::AccountId;
use domain::problem::Problem;
use domain::sitting::closing::{ClosingAct, HeldPoll};
use domain::sitting::officer::Officer;
use domain::sitting::stage::SittingStage;
use service::act_of_two::press::ActOutcome;
use service::act_of_two::press::PendingAct;
use service::sitting::closing::ClosingView;
use text::say;
use text::{Words, format};

/// Who looks, and what a refused form held.
pub(super) struct ClosingPage<'p> {
    pub(super) token: &'p str,
    pub(super) me: Option<AccountId>,
    pub(super) typed: &'p Fields,
    pub(super) problems: &'p [Problem],
    pub(super) note: Option<&'p ActOutcome>,
}

/// The page.
pub(super) fn closing(frame: &Frame<'_>, view: &ClosingView, seen: &ClosingPage<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "closing-title");
    let is_closed = view.sitting.stage == SittingStage::Closed;
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } " › "
            a href=(path::roll(view.sitting.id)) { (say!(words, "roll")) } }
        (kit::error_summary(words, seen.problems))
        @if let Some(ActOutcome::AskedBefore(who)) = seen.note {
            div.told role="status" { p { (say!(words, "act-asked-before", who = who.clone())) } }
        }
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        p { span.tag.plain { (words.say_named("sitting", view.sitting.stage.word(), &[])) } }
        p { (say!(words, "closing-what")) }
        section.card {
            h2 { (say!(words, "closing-waits")) }
            @if view.polls.is_empty() { p { (say!(words, "polls-none")) } }
            @for (poll, asked) in &view.polls { (held(words, view, (poll, asked.as_ref()), seen)) }
            (add_sitting(words, view, seen))
        }
        @if is_closed { (reopen(words, view, seen)) } @else { (close(words, view, seen)) }
        @for one in view.done.iter().filter(|one| ClosingAct::from_word(&one.act).is_some()) {
            p.quiet { (words.say_named("act", &one.act, &[])) ": " (one.first)
                @if let Some(second) = &one.second { " · " (second) }
                " · " (format::moment(one.done_at)) }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, seen.problems),
        &content,
    )
}

/// A poll of the sitting: where it stands, and where to go.
fn held(
    words: Words,
    view: &ClosingView,
    (poll, asked): (&HeldPoll, Option<&PendingAct>),
    seen: &ClosingPage<'_>,
) -> Markup {
    let against = poll.against_closing();
    html! {
        div.held-poll {
            p { a href=(path::manage_poll(poll.poll)) { bdi lang="zh-Hans" { (poll.title) } } " "
                @if against.is_empty() { span.tag.ok { "✓ " (say!(words, "closing-poll-ready")) } }
                @else { span.tag.warn { "! " (say!(words, "closing-poll-waits")) } } }
            (kit::problem_list(words, &against))
            @if poll.is_drafted() && view.sitting.stage != SittingStage::Closed {
                (give_on(words, view, poll, seen))
                (withdraw(words, view, (poll, asked), seen))
            }
        }
    }
}

fn give_on(words: Words, view: &ClosingView, poll: &HeldPoll, seen: &ClosingPage<'_>) -> Markup {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    html! {
        @if !view.others.is_empty() {
            form.inline-fields method="post" action=(path::poll_sitting(poll.poll)) {
                (kit::token_field(seen.token))
                (form.select("sitting", say!(words, "closing-give-to"), view.others.iter().map(|other| {
                    let number = say!(words, "sitting-number", number = other.number);
                    (other.id.to_string(), format!("{number} {}", other.held_on))
                })).id(format!("sitting-{}", poll.poll)))
                button.button.plain { (say!(words, "closing-give-button")) }
            }
        }
    }
}

fn withdraw(
    words: Words,
    view: &ClosingView,
    (poll, asked): (&HeldPoll, Option<&PendingAct>),
    seen: &ClosingPage<'_>,
) -> Markup {
    let name = say!(words, "withdraw-title");
    html! {
        details open[asked.is_some()] {
            summary { (name) }
            p { (say!(words, "withdraw-what")) }
            (kit::two_people(words, &kit::TwoPeopleForm {
                action: path::withdraw_poll(poll.poll),
                token: seen.token,
                name: name.text.clone(),
                act: "",
                asked,
                me: seen.me,
                officers: &confirming(&view.officers),
                typed: seen.typed,
                problems: seen.problems,
                asks_why: true,
            }))
        }
    }
}

fn add_sitting(words: Words, view: &ClosingView, seen: &ClosingPage<'_>) -> Markup {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    let is_needed = view.others.is_empty() && view.polls.iter().any(|(poll, _)| poll.is_drafted());
    html! {
        @if is_needed {
            p { (say!(words, "closing-no-other")) }
            @let session = (view.session.id, view.sittings);
            (super::view::add_sitting(form, session, seen.token))
        }
    }
}

fn close(words: Words, view: &ClosingView, seen: &ClosingPage<'_>) -> Markup {
    let act = ClosingAct::Close;
    let has_quorum = view.sitting.quorum_present.is_some();
    let may = act.after(view.sitting.stage, has_quorum).is_some();
    html! {
        section.card {
            h2 { (words.say_named("act", act.word(), &[])) }
            @if !may { p { (say!(words, "closing-not-begun")) } }
            @else if !view.against().is_empty() { p { (say!(words, "closing-not-yet")) } }
            @else {
                @if !has_quorum { p.warn { (say!(words, "closing-no-quorum")) } }
                (form(words, view, seen, act, !has_quorum))
            }
        }
    }
}

fn reopen(words: Words, view: &ClosingView, seen: &ClosingPage<'_>) -> Markup {
    let act = ClosingAct::Reopen;
    html! {
        section.card {
            h2 { (words.say_named("act", act.word(), &[])) }
            @match view.followed_by {
                Some(number) => p { (say!(words, "problem-sitting-followed", number = number)) },
                None => {
                    p { (say!(words, "closing-take-back")) }
                    (form(words, view, seen, act, true))
                },
            }
        }
    }
}

fn form(
    words: Words,
    view: &ClosingView,
    seen: &ClosingPage<'_>,
    act: ClosingAct,
    asks_why: bool,
) -> Markup {
    kit::two_people(
        words,
        &kit::TwoPeopleForm {
            action: path::closing(view.sitting.id),
            token: seen.token,
            name: words.say_named("act", act.word(), &[]).text,
            act: act.word(),
            asked: view.asked.iter().find(|one| one.act == act.word()),
            me: seen.me,
            officers: &confirming(&view.officers),
            typed: seen.typed,
            problems: seen.problems,
            asks_why,
        },
    )
}

fn confirming(officers: &[Officer]) -> Vec<&Officer> {
    let may = |one: &&Officer| one.may_confirm(ActOnRound).is_ok();
    officers.iter().filter(may).collect()
}
