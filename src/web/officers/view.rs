//! The officers' page: the list that the sitting adopts, the warning about interest, PINs.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::access::Action::ActOnRound;
use domain::act_of_two::ActOfTwo;
use domain::id::{AccountId, SittingId};
use domain::sitting::officer::{Officer, PinTries, Post};
use domain::sitting::stage::SittingStage;
use service::sitting::officers::{OfficerSlip, OfficersView, PendingAct};
use text::say;
use text::{Words, format};

/// The page; `typed` is what a refused form held.
pub(super) fn officers(frame: &Frame<'_>, view: &OfficersView, me: Option<AccountId>) -> Markup {
    let words = frame.words;
    let title = say!(words, "officers-title");
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        @for warning in &view.interested {
            p.warn { "! " (kit::told(words, warning)) }
        }
        (list(frame, view, me))
        (adoption(frame, view, me))
        (slips(frame, view, me))
        (naming(frame, view))
        (stood(words, view))
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn list(frame: &Frame<'_>, view: &OfficersView, me: Option<AccountId>) -> Markup {
    let words = frame.words;
    html! {
        section.card {
            h2 { (say!(words, "officers-list")) }
            @if view.officers.is_empty() { p.quiet { (say!(words, "officers-none")) } }
            ul.list.officers {
                @for (officer, asked) in &view.officers {
                    li {
                        b { bdi lang="zh-Hans" { (officer.name) } } " "
                        span.tag.plain { (words.say_named("role", officer.post.word(), &[])) } " "
                        (standing(words, officer))
                        (tries(words, view, officer))
                        @if !officer.unit.is_empty() { " " span.quiet { bdi lang="zh-Hans" { (officer.unit) } } }
                        (slip_of(words, view, officer))
                        (pin(frame, view, officer, asked.as_ref(), me))
                        @if officer.adopted_on.is_none() {
                            form.inline method="post" action=(path::officer_act(officer.id, "withdraw")) {
                                (kit::token_field(frame.token))
                                button.button.plain.small { (say!(words, "officer-withdraw")) }
                            }
                        }
                    }
                }
            }
            p.quiet { (say!(words, "officers-pin-why")) }
        }
    }
}

fn standing(words: Words, officer: &Officer) -> Markup {
    html! {
        @match &officer.adopted_on {
            Some(on) => span.tag.ok { "✓ " (say!(words, "officer-adopted-on", date = on.clone())) },
            None => span.tag.plain { (say!(words, "officer-proposed")) },
        }
        @if officer.has_pin {
            " " span.tag.ok { "✓ " (say!(words, "officer-pin-set")) }
        }
    }
}

fn tries_of<'v>(view: &'v OfficersView, officer: &Officer) -> impl Iterator<Item = &'v PinTries> {
    let id = officer.id;
    view.tries.iter().filter(move |tries| tries.officer == id)
}

/// Who typed the officer's PIN wrongly since it was right last, and where it is locked.
fn tries(words: Words, view: &OfficersView, officer: &Officer) -> Markup {
    html! {
        @for tries in tries_of(view, officer) {
            @let who = match &tries.typed_by {
                Some((_, name)) => name.clone(),
                None => say!(words, "officer-pin-own-device").text,
            };
            @if tries.is_locked() {
                " " span.tag.warn { "! " (say!(words, "officer-pin-locked", who = who, tries = tries.wrong)) }
            } @else {
                " " span.tag.plain { (say!(words, "officer-pin-tries", who = who, tries = tries.wrong)) }
            }
        }
    }
}

/// The form in which the officer chooses a PIN, or the one that takes a PIN away.
fn pin(
    frame: &Frame<'_>,
    view: &OfficersView,
    officer: &Officer,
    asked: Option<&PendingAct>,
    me: Option<AccountId>,
) -> Markup {
    let words = frame.words;
    let id = officer.id;
    let is_mine = officer.has_own_account && officer.account == me;
    let others = view.officers.iter().map(|(one, _)| one);
    let others = others.filter(|one| one.id != id && one.may_confirm(ActOnRound).is_ok());
    let others: Vec<&Officer> = others.collect();
    html! {
        @if officer.has_pin {
            details open[asked.is_some() || tries_of(view, officer).any(PinTries::is_locked)] {
                summary { (say!(words, "officer-pin-clear")) }
                p { (say!(words, "officer-pin-clear-how")) }
                @match asked {
                    Some(asked) if Some(asked.asked_by) == me => p { (say!(words, "officer-pin-clear-asked")) },
                    Some(asked) => p { (say!(words, "officer-pin-clear-by", who = asked.asked_by_name.clone())) },
                    None => {},
                }
                form method="post" action=(path::officer_act(id, "clear-pin")) autocomplete="off" {
                    (kit::token_field(frame.token))
                    (kit::seen_field(asked))
                    @if !others.is_empty() { (kit::pin_fields(words, &others, "", frame.problems)) }
                    div.acts {
                        @if !others.is_empty() {
                            button.button name="as" value="pin" { (say!(words, "officer-pin-clear-two")) }
                        }
                        @match asked {
                            Some(asked) if Some(asked.asked_by) == me => {},
                            Some(_) => button.button.plain name="as" value="confirm" { (say!(words, "officer-pin-clear-confirm")) },
                            None => button.button.plain name="as" value="ask" { (say!(words, "officer-pin-clear-ask")) },
                        }
                    }
                }
            }
        } @else if is_mine {
            details open {
                summary { (say!(words, "officer-pin-choose")) }
                p { (say!(words, "officer-pin-choose-how")) }
                form.pin method="post" action=(path::officer_act(id, "pin")) autocomplete="off" {
                    (kit::token_field(frame.token))
                    (kit::new_pin_fields(words, frame.problems))
                    button.button { (say!(words, "officer-pin-save")) }
                }
            }
        } @else if officer.has_own_account {
            p.quiet { (say!(words, "officer-pin-from-account")) }
        } @else {
            p.quiet { (say!(words, "officer-pin-from-device")) }
        }
    }
}

/// What became of the slip of an officer without an account.
fn slip_of(words: Words, view: &OfficersView, officer: &Officer) -> Markup {
    let slip = view.slips.iter().find(|slip| slip.officer == officer.id);
    let time = format::time_of;
    html! {
        @match slip {
            Some(OfficerSlip { opened_at: Some(at), is_open: true, .. }) => {
                " " span.tag.ok { "✓ " (say!(words, "officer-slip-opened", time = time(*at))) }
                @if slip.is_some_and(|slip| slip.opened_by().is_some()) {
                    " " a href=(path::MY_ACTS) { (say!(words, "officer-slip-unseen")) }
                } },
            Some(OfficerSlip { opened_at: Some(at), .. }) => {
                " " span.tag.plain { (say!(words, "officer-slip-ended", time = time(*at))) } },
            Some(OfficerSlip { expires_at: Some(_), given_at, .. }) => {
                " " span.tag.plain { (say!(words, "officer-slip-printed", time = time(*given_at))) } },
            Some(OfficerSlip { given_at, .. }) => {
                " " span.tag.warn { "! " (say!(words, "officer-slip-given", time = time(*given_at))) } },
            None => {}
        }
    }
}

/// What waits under an act of two on a sitting: who asked, and whether that is the reader.
fn asked(view: &OfficersView, sitting: SittingId, act: ActOfTwo) -> Option<&PendingAct> {
    let asked = view.asked.iter().filter(|(at, _)| *at == sitting);
    asked
        .map(|(_, asked)| asked)
        .find(|asked| asked.act == act.word())
}

/// Who stood for each act of two, and on which screen the second one did.
fn stood(words: Words, view: &OfficersView) -> Markup {
    html! {
        @if !view.stood.is_empty() {
            section.card {
                h2 { (say!(words, "acts-title")) }
                ul.list {
                    @for one in &view.stood {
                        li {
                            span.num { (format::moment(one.done.done_at)) } " "
                            b { (words.say_named("act", &one.done.act, &[])) } " · "
                            (kit::stood(words, &one.done)) " "
                            span.quiet {
                                @if let Some(number) = one.sitting { (say!(words, "sitting-number", number = number)) }
                                @if let Some(poll) = &one.poll { bdi lang="zh-Hans" { (poll) } }
                                @if let Some(number) = one.round { " · " (say!(words, "round-number", number = number)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The button of an act of two that accounts ask for and confirm.
fn two(words: Words, act: ActOfTwo, waiting: Option<&PendingAct>, me: Option<AccountId>) -> Markup {
    let name = words.say_named("act", act.line().word, &[]).text;
    html! {
        @match waiting {
            Some(asked) if Some(asked.asked_by) == me => {
                p { (say!(words, "act-waits-for-other", act = name)) }
                p.quiet { (say!(words, "witness-who")) }
                (kit::take_back_link(words))
            },
            Some(asked) => {
                p { (say!(words, "act-confirm-told", who = asked.asked_by_name.clone(), act = name.clone())) }
                (kit::seen_field(Some(asked)))
                button.button { (say!(words, "act-confirm", act = name)) }
            },
            None => {
                p.quiet { (say!(words, "witness-who")) }
                button.button { (say!(words, "act-ask", act = name)) }
            },
        }
    }
}

fn adoption(frame: &Frame<'_>, view: &OfficersView, me: Option<AccountId>) -> Markup {
    let words = frame.words;
    let waits = view
        .officers
        .iter()
        .any(|(one, _)| one.adopted_on.is_none());
    let act = ActOfTwo::AdoptOfficers;
    html! {
        @if waits {
            section.card {
                h2 { (say!(words, "officers-adopt-title")) }
                p.script { (say!(words, "officers-script", names = names(words, view))) }
                @for sitting in &view.sittings {
                    @if sitting.stage == SittingStage::QuorumDeclared {
                        form method="post" action=(path::adopt_officers(sitting.id)) {
                            (kit::token_field(frame.token))
                            p { (say!(words, "officers-adopt", number = sitting.number)) }
                            (two(words, act, asked(view, sitting.id, act), me))
                        }
                    } @else {
                        p.quiet { (say!(words, "officers-adopt-later", number = sitting.number)) }
                    }
                }
            }
        }
    }
}

/// Giving slips out to officers without an account, and printing what was given out.
fn slips(frame: &Frame<'_>, view: &OfficersView, me: Option<AccountId>) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, frame.problems);
    let officers = view.officers.iter().map(|(one, _)| one);
    let may: Vec<&Officer> = officers
        .filter(|one| one.adopted_on.is_some() && !one.has_own_account)
        .collect();
    let unprinted = view.slips.iter().filter(|slip| slip.expires_at.is_none());
    let unprinted = unprinted.count();
    // Earlier slips too: the sitting is told of each that was opened, by whomever.
    let (mut given, mut opened) = (0, 0);
    for slip in &view.slips {
        given += 1 + slip.before.0;
        opened += u32::from(slip.opened_at.is_some()) + slip.before.1;
    }
    let act = ActOfTwo::GiveOfficerSlips;
    let open = view
        .sittings
        .iter()
        .filter(|one| one.stage != SittingStage::Closed);
    let several = open.clone().count() > 1;
    html! {
        @if !may.is_empty() {
            section.card {
                h2 { (say!(words, "officer-slips-title")) }
                p { (say!(words, "officer-slips-what")) }
                @if !view.slips.is_empty() {
                    p { (say!(words, "officer-slips-opened", opened = opened, slips = given)) }
                }
                @if unprinted > 0 && !view.may_print {
                    p { (say!(words, "officer-slips-print-clerk", slips = unprinted)) }
                } @else if unprinted > 0 {
                    form method="post" action=(path::print_officer_slips(view.session.id)) {
                        (kit::token_field(frame.token))
                        button.button { (say!(words, "officer-slips-print", slips = unprinted)) }
                    }
                }
                @for sitting in open {
                    @if several { h3 { (say!(words, "sitting-number", number = sitting.number)) " " (sitting.held_on) } }
                    @let waiting = asked(view, sitting.id, act);
                    form method="post" action=(path::give_officer_slips(sitting.id)) {
                        (kit::token_field(frame.token))
                        (form.errors("for", "for"))
                        @for officer in &may {
                            @if waiting.is_none() {
                                (form.tick("for", officer.id, html! { bdi lang="zh-Hans" { (officer.name) } }).chosen(view.slips.iter().all(|slip| slip.officer != officer.id)))
                            } @else if waiting.is_some_and(|one| one.reason.split(',').any(|id| id == officer.id.to_string())) {
                                p { bdi lang="zh-Hans" { (officer.name) } }
                            }
                        }
                        (two(words, act, waiting, me))
                    }
                }
            }
        }
    }
}

/// The proposed officers as the chair reads them out.
fn names(words: Words, view: &OfficersView) -> String {
    let proposed = view
        .officers
        .iter()
        .filter(|(one, _)| one.adopted_on.is_none());
    let named: Vec<String> = proposed
        .map(|(one, _)| {
            let role = words.say_named("role", one.post.word(), &[]);
            format!("{role} {}", one.name)
        })
        .collect();
    named.join(&say!(words, "list-comma").text)
}

fn naming(frame: &Frame<'_>, view: &OfficersView) -> Markup {
    let words = frame.words;
    let form = frame.form();
    html! {
            section.card.narrow {
                h2 { (say!(words, "officer-name-title")) }
                form method="post" action=(path::officers(view.session.id)) {
                    (kit::token_field(frame.token))
                    (form.group("post", say!(words, "officer-post")).of(&html! {
    @for post in Post::ALL {
                            (form.radio("post", post.word(), words.say_named("role", post.word(), &[])))
                        }
    }))
                    (form.line("number", say!(words, "officer-number")).hint(say!(words, "officer-number-how")).most(60))
                    (form.line("name", say!(words, "officer-own-name")).most(60))
                    (form.line("username", say!(words, "officer-username")).hint(say!(words, "officer-username-how")).most(60))
                    (form.line("unit", say!(words, "officer-unit")).hint(say!(words, "officer-unit-how")).most(60).list("units"))
                    datalist id="units" { @for unit in &view.units { option value=(unit) {} } }
                    button.button { (say!(words, "officer-propose")) }
                }
            }
        }
}
