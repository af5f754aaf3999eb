//! What an officer's device shows.

use maud::{Markup, html};

use super::handler::OfficerPage;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::problem::Nature;
use domain::round::RoundStage;
use domain::round::holding::KeyHolding;
use service::act_of_two::confirm::PendingConfirmation;
use service::hand_count::deciding::PaperRuling;
use service::round::cards::{BoxView, Card};
use service::sitting::officer_devices::{OpenDevice, SlipHolder};
use text::say;
use text::{Words, format};

fn page(frame: &Frame<'_>, title: &str, content: &Markup) -> Markup {
    kit::page(
        frame,
        PageStyle::Public,
        title,
        &html! { (frame.place) },
        content,
    )
}

/// The form for a slip's code.
pub(super) fn code_form(frame: &Frame<'_>, typed: &str) -> Markup {
    let form = kit::PageForm::blank(frame.words, frame.problems);
    let words = frame.words;
    let title = say!(words, "device-title");
    let is_signed_in = frame
        .problems
        .iter()
        .any(|one| one.nature == Nature::BrowserTaken);
    let content = html! {
        div.narrow {
            (kit::error_summary(words, frame.problems))
            @if is_signed_in {
                p { a.button.plain href=(path::MANAGE) { (say!(words, "device-to-sign-out")) } }
            }
            h1 { (title) }
            p.quiet { (say!(words, "device-who")) }
            form method="post" action=(path::OFFICER) autocomplete="off" {
                (form.line("code", say!(words, "device-code")).value(typed).digits().ltr().once().required())
                button.button { (say!(words, "device-next")) }
            }
        }
    };
    page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// Whom the slip greets. Only the button opens the device.
pub(super) fn greeting(frame: &Frame<'_>, greeted: &SlipHolder, code: &str) -> Markup {
    let words = frame.words;
    let title = say!(words, "device-welcome", name = greeted.officer.name.clone());
    let content = html! {
        div.narrow {
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p { bdi lang="zh-Hans" { (greeted.congress.name) } " · "
                (words.say_named("role", greeted.officer.post.word(), &[])) }
            p { (say!(words, "device-open-how")) }
            form method="post" action=(path::officer_slip(code)) {
                button.button { (say!(words, "device-open")) }
            }
        }
    };
    page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// The officer's page: the PIN, what waits, the own card.
pub(super) fn home(
    frame: &Frame<'_>,
    open: &OpenDevice,
    (waiting, proposals): (&[PendingConfirmation], &[PaperRuling]),
    boxes: &[BoxView],
    seen: &OfficerPage<'_>,
) -> Markup {
    let words = frame.words;
    let (officer, title) = (&open.officer, say!(words, "device-title"));
    let opened = format::time_of(open.opened_at);
    let content = html! {
        div.narrow {
            (kit::error_summary(words, seen.problems))
            h1 { bdi lang="zh-Hans" { (officer.name) } " · " (words.say_named("role", officer.post.word(), &[])) }
            p { (kit::session_name(words, &open.congress.name, &open.session)) }
            p.quiet { (say!(words, "device-opened-at", time = opened)) }
            @if officer.has_pin {
                section.card {
                    h2 { (say!(words, "waiting-title")) }
                    @if waiting.is_empty() && proposals.is_empty() { p.quiet { (say!(words, "waiting-none")) } }
                    @for one in waiting {
                        (kit::waiting(words, one, (path::OFFICER_CONFIRM, path::OFFICER_TAKE_BACK), seen.token, true, seen.problems))
                    }
                    @for one in proposals { (judge(words, one, seen)) }
                    p { a.button.plain href=(path::OFFICER) { (say!(words, "waiting-look-again")) } }
                }
                @for found in boxes { (card_of(words, found, seen)) }
            } @else { (choose_pin(words, seen)) }
            details {
                summary { (say!(words, "device-leave-title")) }
                p { (say!(words, "device-leave-what")) }
                form method="post" action=(path::OFFICER_LEAVE) {
                    (kit::token_field(seen.token))
                    button.button.plain { (say!(words, "device-leave")) }
                }
            }
        }
    };
    page(
        frame,
        &kit::window_title(words, &title.text, seen.problems),
        &content,
    )
}

/// Doubtful papers that another scrutineer decided about, the papers in hand.
fn judge(words: Words, one: &PaperRuling, seen: &OfficerPage<'_>) -> Markup {
    let proposed = &one.proposed;
    html! {
        div.two {
            h3 { (say!(words, "deciding-title", number = one.batch)) }
            p { bdi lang="zh-Hans" { (one.poll) } }
            p { (say!(words, "deciding-how")) }
            p { (say!(words, "deciding-proposed", who = proposed.who.clone())) }
            ul.list { @for (paper, typed) in &proposed.decided {
                li { (say!(words, "paper-number", paper = *paper)) ": " kbd dir="ltr" { (typed.write()) } } } }
        }
        @if one.is_mine { p.quiet { (say!(words, "waiting-is-mine")) } }
        @else {
            form.two-people method="post" action=(path::officer_judge(one.round, one.batch)) autocomplete="off" {
                (kit::token_field(seen.token))
                input type="hidden" name="seen" value=(proposed.seen);
                (kit::pin_field(words, &format!("pin-batch-{}-{}", one.round, one.batch), seen.problems))
                button.button { (say!(words, "deciding-confirm")) }
            }
        }
    }
}

/// The officer chooses a PIN, here and nowhere else.
fn choose_pin(words: Words, seen: &OfficerPage<'_>) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "officer-pin-choose")) }
            p { (say!(words, "device-pin-how")) }
            form method="post" action=(path::OFFICER_PIN) autocomplete="off" {
                (kit::token_field(seen.token))
                (kit::new_pin_fields(words, seen.problems))
                button.button { (say!(words, "officer-pin-save")) }
            }
        }
    }
}

/// The card of a box: shown once, typed back, given for opening.
fn card_of(words: Words, found: &BoxView, seen: &OfficerPage<'_>) -> Markup {
    let round = found.round.round.id;
    let next = found.cards.iter().find(|card| card.is_waiting);
    let is_open = |holding: KeyHolding| holding != KeyHolding::Server;
    html! {
        @match found.round.round.stage {
            RoundStage::Sealed => section.card {
                h2 { bdi lang="zh-Hans" { (found.poll.title) } " · " (say!(words, "cards-title")) }
                @match next.filter(|_| found.may_hold) {
                    Some(next) => {
                        p { (say!(words, "device-card-how")) }
                        form method="post" action=(path::officer_card(round, next.number)) autocomplete="off" {
                            (kit::token_field(seen.token))
                            (kit::pin_field(words, &format!("card-pin-{round}"), seen.problems))
                            button.button { (say!(words, "card-take", number = next.number)) }
                        }
                    },
                    None if found.may_hold => p.quiet { (say!(words, "device-card-none")) },
                    None => @match found.own.filter(|card| card.is_checked) {
                        Some(own) => p { span.tag.ok { (say!(words, "card-own-checked", number = own.number)) } },
                        None => (card_form(words, &path::officer_check_card(round), seen,
                            &say!(words, "card-check-button").text)),
                    },
                }
            },
            RoundStage::Accounted if found.sealed.as_ref().is_some_and(|one| is_open(one.holding)) => section.card {
                h2 { bdi lang="zh-Hans" { (found.poll.title) } " · " (say!(words, "card-give-title")) }
                p { (say!(words, "card-give-how")) }
                (card_form(words, &path::officer_give_card(round), seen,
                    &say!(words, "card-give-button").text))
            },
            RoundStage::Draft | RoundStage::Frozen | RoundStage::Issuing | RoundStage::Open
            | RoundStage::Paused | RoundStage::Closed | RoundStage::Accounted | RoundStage::Opened
            | RoundStage::Counted | RoundStage::Certified | RoundStage::Void => {}
        }
    }
}

fn card_form(words: Words, to: &str, seen: &OfficerPage<'_>, label: &str) -> Markup {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    html! {
        form method="post" action=(to) autocomplete="off" {
            (kit::token_field(seen.token))
            (form.area("card", say!(words, "card-field"), 3).hint(say!(words, "card-field-hint-own")).size(20).digits().ltr().once().class("card-text"))
            button.button { (label) }
        }
    }
}

/// The own card, shown once on the own device.
pub(super) fn card(frame: &Frame<'_>, card: &Card) -> Markup {
    let words = frame.words;
    let title = say!(words, "card-title", number = card.number());
    let content = html! {
        div.narrow {
            h1 { (title) }
            p.lead { (say!(words, "card-once")) }
            (kit::key_card(frame, card))
            ul { li { (say!(words, "card-do-copy")) }
                li { (say!(words, "card-do-check")) }
                li { (say!(words, "card-do-keep")) } }
            p { a.button href=(path::OFFICER) { (say!(words, "card-copied")) } }
        }
    };
    page(frame, &title.text, &content)
}
