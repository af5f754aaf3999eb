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
use domain::sitting::officer::Officer;
use domain::sitting::roll::Attendance;
use domain::voting::slip_order;
use domain::voting::slip_order::SlipOrder;
use service::sitting::roll_call::{PendingAct, RollView, SlipPrint};
use text::say;
use text::{Words, format};

/// Who looks, what waits to be shown, and what a refused form held.
pub(super) struct PrintingPage<'p> {
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
pub(super) fn slips(frame: &Frame<'_>, view: &RollView, printing: &PrintingPage<'_>) -> Markup {
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
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, printing.problems),
        &content,
    )
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
fn prints(words: Words, view: &RollView, printing: &PrintingPage<'_>) -> Markup {
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
fn asked(view: &RollView) -> Option<&PendingAct> {
    let word = ActOfTwo::PrintSlips.word();
    view.asked.iter().find(|one| one.act == word)
}

/// A print that waits to be shown: a button for the one who asked, a word for everybody else.
fn fresh(
    words: Words,
    view: &RollView,
    printing: &PrintingPage<'_>,
    number: u32,
    asker: AccountId,
    until: Timestamp,
) -> Markup {
    let form = kit::PageForm::new(words, printing.typed, printing.problems);
    let until = format::time(until);
    html! {
        @if printing.me == Some(asker) {
            form.two-people method="post" action=(path::show_slips(view.sitting.id)) autocomplete="off" {
                (kit::token_field(printing.token))
                input type="hidden" name="print" value=(number);
                p { b { (say!(words, "slips-fresh", number = number, until = until)) } }
                (form.line("wifi", say!(words, "slips-wifi")).hint(say!(words, "slips-wifi-how")).most(80).once())
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
    printing: &PrintingPage<'_>,
    asked: &PendingAct,
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
                    (kit::pin_fields(words, &officers, printing.typed.get("officer"), printing.problems))
                    button.button name="as" value="pin" { (say!(words, "slips-confirm-pin")) }
                } @else {
                    button.button name="as" value="confirm" { (say!(words, "slips-confirm")) }
                }
            }
        }
    }
}

fn order_form(words: Words, view: &RollView, printing: &PrintingPage<'_>) -> Markup {
    let form = kit::PageForm::new(words, printing.typed, printing.problems);
    let typed = |name: &str, otherwise: String| match printing.typed.get(name) {
        "" => otherwise,
        typed => typed.to_owned(),
    };
    let waits = !printing.fresh.is_empty() || asked(view).is_some();
    let kept: Vec<&SlipPrint> = view.prints.iter().filter(|one| !one.is_lost).collect();
    html! {
        form.inline method="post" action=(path::ask_slips(view.sitting.id)) {
            (kit::token_field(printing.token))
            (form.line("number", say!(words, "slips-number")).value(typed("number", slip_order::usual(view.count.present).to_string())).size(6).digits())
            (form.line("reason", say!(words, "act-reason")).value(typed("reason", String::new())).most(100))
            @if !kept.is_empty() {
                (form.select("lost", say!(words, "slips-instead"), kit::none_or(say!(words, "slips-instead-none"), kept.iter().map(|one| {
                    (one.number.to_string(), say!(words, "slips-instead-of", number = one.number, slips = one.slips))
                }))).hint(say!(words, "slips-instead-how")))
            }
            button.button.plain[waits] name="as" value="ask" { (say!(words, "slips-ask")) }
            p.quiet { (say!(words, "slips-print-two")) }
        }
    }
}

fn handing_out(words: Words, view: &RollView, token: &str) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
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
                            li { (form.tick("deputy", line.deputy, html! { span.num { (line.number) } " " bdi lang="zh-Hans" { (line.name) } })) }
                        }
                    }
                }
            }
        }
    }
}

fn cancelling(words: Words, view: &RollView, printing: &PrintingPage<'_>) -> Markup {
    let form = kit::PageForm::new(words, printing.typed, printing.problems);
    html! {
        section.card {
            h2 { (say!(words, "slips-cancel-title")) }
            form method="post" action=(path::cancel_slips(view.sitting.id)) autocomplete="off" {
                (kit::token_field(printing.token))
                (form.area("codes", say!(words, "slips-cancel-codes"), 5).hint(say!(words, "slips-cancel-how")).ltr().once())
                button.button { (say!(words, "slips-cancel-button")) }
            }
        }
    }
}
