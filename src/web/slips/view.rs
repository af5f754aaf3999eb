//! The slips' page: the account of slips in one equation, and the acts on them.

use jiff::Timestamp;
use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::access::Action::KeepSlips;
use domain::act_of_two::ActOfTwo;
use domain::id::AccountId;
use domain::problem::Problem;
use domain::session::officer::Officer;
use domain::session::roll::Attendance;
use domain::session::slip_order::{self, SlipOrder};
use service::roll_call::{Asked, RollView, SlipPrint};
use text::say;
use text::{Words, format};

/// Who looks, what waits to be shown, and what a refused form held.
pub(super) struct Printing<'p> {
    pub(super) token: &'p str,
    pub(super) me: Option<AccountId>,
    /// Whether phones find the server: without that nothing is printed.
    pub(super) has_address: bool,
    /// The prints that wait to be shown: number, who asked, until when.
    pub(super) fresh: Vec<(u32, AccountId, Timestamp)>,
    pub(super) typed: &'p Fields,
    pub(super) problems: &'p [Problem],
}

/// The page.
pub(super) fn slips(frame: &Frame<'_>, view: &RollView, printing: &Printing<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "slips");
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, printing.problems))
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        (equation(words, view))
        p { a.button.plain href=(path::desk(view.sitting.id)) { (say!(words, "desk-title")) } }
        (prints(words, view, printing))
        (handing_out(words, view, printing.token))
        (cancelling(words, view, printing))
    };
    kit::office_page(frame, &title.text, &content)
}

/// Printed = handed out + cancelled + left: voting opens only when nothing is left.
fn equation(words: Words, view: &RollView) -> Markup {
    let (printed, cancelled) = view.slips;
    let reserve = i64::from(view.desk.reserve);
    let kept = i64::from(printed) - i64::from(cancelled) - i64::from(view.in_hand.slips);
    let (unused, left) = (kept.clamp(0, reserve), kept - kept.clamp(0, reserve));
    html! {
        p.equation {
            span { (say!(words, "slips-printed")) b { (printed) } } " = "
            span { (say!(words, "slips-issued")) b { (view.in_hand.slips) } } " + "
            span { (say!(words, "slips-cancelled")) b { (cancelled) } } " + "
            @if reserve > 0 { span { (say!(words, "slips-reserve")) b { (unused) } } " + " }
            span.left { (say!(words, "slips-left")) b { (left) } }
        }
        @if left == 0 && printed > 0 { p { span.tag.ok { "✓ " (say!(words, "slips-balanced")) } } }
        @else { p.quiet { (say!(words, "slips-balance-rule")) } }
    }
}

/// Printing by two: what was printed, what waits to be shown, what waits for the second person, and a
/// new order.
fn prints(words: Words, view: &RollView, printing: &Printing<'_>) -> Markup {
    let asked = asked(view);
    html! {
        section.card {
            h2 { (say!(words, "slips-print-title")) }
            p { (say!(words, "slips-print-how")) }
            @if !view.prints.is_empty() {
                ul.list { @for one in &view.prints { li { (kit::slip_print(words, one)) } } }
            }
            @for (number, asker, until) in &printing.fresh { (fresh(words, view, printing, *number, *asker, *until)) }
            @if printing.has_address {
                @if let Some((asked, order)) = asked.and_then(|asked| Some((asked, SlipOrder::read(&asked.reason)?))) {
                    (waiting(words, view, printing, asked, &order))
                }
                (order_form(words, view, printing))
            } @else {
                p.warn { "! " (say!(words, "problem-public-url-missing")) }
            }
        }
    }
}

/// The order that waits for its second person.
fn asked(view: &RollView) -> Option<&Asked> {
    let word = ActOfTwo::PrintSlips.word();
    view.asked.iter().find(|one| one.act == word)
}

/// A print that waits to be shown: a button for the one who asked, a word for everybody else.
fn fresh(
    words: Words,
    view: &RollView,
    printing: &Printing<'_>,
    number: u32,
    asker: AccountId,
    until: Timestamp,
) -> Markup {
    let until = format::time(until);
    html! {
        @if printing.me == Some(asker) {
            form.two-people method="post" action=(path::show_slips(view.sitting.id)) autocomplete="off" {
                (kit::token_field(printing.token))
                input type="hidden" name="print" value=(number);
                p { b { (say!(words, "slips-fresh", number = number, until = until)) } }
                div.field {
                    label for="wifi" { (say!(words, "slips-wifi")) }
                    p.hint { (say!(words, "slips-wifi-how")) }
                    input id="wifi" name="wifi" maxlength="80" autocomplete="off";
                }
                button.button { (say!(words, "slips-print-pdf")) }
                p.quiet { (say!(words, "slips-print-once")) }
            }
        } @else {
            p { (say!(words, "slips-fresh-other", number = number, until = until)) }
        }
    }
}

/// An order that waits for its second person.
fn waiting(
    words: Words,
    view: &RollView,
    printing: &Printing<'_>,
    asked: &Asked,
    order: &SlipOrder,
) -> Markup {
    let is_mine = Some(asked.asked_by) == printing.me;
    let officers: Vec<&Officer> = {
        let may = |one: &&Officer| one.may_confirm(KeepSlips).is_ok();
        view.officers.iter().filter(may).collect()
    };
    html! {
        p { b { (say!(words, "slips-asked", who = asked.asked_by_name.clone(), slips = order.slips, reason = order.reason.clone())) } }
        @if let Some(lost) = order.instead_of { p.warn { "! " (say!(words, "slips-asked-lost", number = lost)) } }
        @if is_mine { p.quiet { (say!(words, "slips-asked-mine")) } }
        (kit::take_back_link(words))
        @if !is_mine || !officers.is_empty() {
            form.two-people method="post" action=(path::confirm_slips(view.sitting.id)) autocomplete="off" {
                (kit::token_field(printing.token))
                (kit::seen_field(Some(asked)))
                @if is_mine {
                    (kit::field_error(words, printing.problems, "pin"))
                    (kit::pin_fields(words, &officers, printing.typed.get("officer")))
                    button.button name="as" value="pin" { (say!(words, "slips-confirm-pin")) }
                } @else {
                    button.button name="as" value="confirm" { (say!(words, "slips-confirm")) }
                }
            }
        }
    }
}

fn order_form(words: Words, view: &RollView, printing: &Printing<'_>) -> Markup {
    let typed = |name: &str, otherwise: String| match printing.typed.get(name) {
        "" => otherwise,
        typed => typed.to_owned(),
    };
    let waits = !printing.fresh.is_empty() || asked(view).is_some();
    let kept: Vec<&SlipPrint> = view.prints.iter().filter(|one| !one.is_lost).collect();
    html! {
        form.inline method="post" action=(path::ask_slips(view.sitting.id)) {
            (kit::token_field(printing.token))
            div.field {
                label for="number" { (say!(words, "slips-number")) }
                (kit::field_error(words, printing.problems, "number"))
                input id="number" name="number" inputmode="numeric" size="6"
                    value=(typed("number", slip_order::usual(view.count.present).to_string()));
            }
            div.field {
                label for="reason" { (say!(words, "act-reason")) }
                (kit::field_error(words, printing.problems, "reason"))
                input id="reason" name="reason" maxlength="100" value=(typed("reason", String::new()));
            }
            @if !kept.is_empty() {
                div.field {
                    label for="lost" { (say!(words, "slips-instead")) }
                    p.hint { (say!(words, "slips-instead-how")) }
                    select id="lost" name="lost" {
                        option value="" { (say!(words, "slips-instead-none")) }
                        @for one in kept {
                            @let value = one.number.to_string();
                            option value=(value) selected[printing.typed.get("lost") == value] {
                                (say!(words, "slips-instead-of", number = one.number, slips = one.slips)) }
                        }
                    }
                }
            }
            button.button.plain[waits] name="as" value="ask" { (say!(words, "slips-ask")) }
            p.quiet { (say!(words, "slips-print-two")) }
        }
    }
}

fn handing_out(words: Words, view: &RollView, token: &str) -> Markup {
    let waiting: Vec<_> = view
        .lines
        .iter()
        .filter(|line| line.attendance == Attendance::Present && !line.has_slip && line.is_member)
        .collect();
    html! {
        section.card {
            h2 { (say!(words, "slips-issue-title")) }
            p { (say!(words, "slips-issue-how")) }
            @if waiting.is_empty() {
                p.quiet { (say!(words, "slips-issue-none")) }
            } @else {
                form method="post" action=(path::issue_slips(view.sitting.id)) {
                    (kit::token_field(token))
                    div.acts {
                        button.button { (say!(words, "slips-issue-button")) }
                        button.button.plain name="all" value="yes" {
                            (say!(words, "slips-issue-all", deputies = waiting.len())) }
                        button.button.plain name="kind" value="paper" { (say!(words, "slips-issue-paper")) }
                    }
                    ul.names {
                        @for line in waiting {
                            li { label.choice {
                                input type="checkbox" name="deputy" value=(line.deputy);
                                span.num { (line.number) } " " bdi lang="zh-Hans" { (line.name) }
                            } }
                        }
                    }
                }
            }
        }
    }
}

fn cancelling(words: Words, view: &RollView, printing: &Printing<'_>) -> Markup {
    let (codes, problems) = (printing.typed.get("codes"), printing.problems);
    html! {
        section.card {
            h2 { (say!(words, "slips-cancel-title")) }
            form method="post" action=(path::cancel_slips(view.sitting.id)) autocomplete="off" {
                (kit::token_field(printing.token))
                div.field {
                    label for="codes" { (say!(words, "slips-cancel-codes")) }
                    p.hint { (say!(words, "slips-cancel-how")) }
                    (kit::field_error(words, problems, "codes"))
                    textarea id="codes" name="codes" rows="5" dir="ltr" autocomplete="off"
                        spellcheck="false" { (codes) }
                }
                button.button { (say!(words, "slips-cancel-button")) }
            }
        }
    }
}
