//! The slips' page: the account of slips in one equation, and the three acts on them.

use maud::{Markup, html};

use crate::domain::problem::Problem;
use crate::domain::session::roll::Attendance;
use crate::say;
use crate::service::roll_call::RollView;
use crate::text::Words;
use crate::web::kit::{self, Frame};
use crate::web::path;

/// The page; `codes` is what was typed into the field of left-overs and not accepted.
pub(super) fn slips(
    frame: &Frame<'_>,
    view: &RollView,
    token: &str,
    codes: &str,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "slips");
    let content = html! {
        p.crumbs { a href=(path::manage_session(view.session.id)) {
            (kit::session_name(words, &view.congress.name, &view.session)) } }
        (kit::error_summary(words, problems))
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        (equation(words, view))
        p { a.button.plain href=(path::desk(view.sitting.id)) { (say!(words, "desk-title")) } }
        (printing(words, view, token, problems))
        (handing_out(words, view, token))
        (cancelling(words, view, token, codes, problems))
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

fn printing(words: Words, view: &RollView, token: &str, problems: &[Problem]) -> Markup {
    let spare = view.count.present.div_ceil(20).max(2);
    html! {
        section.card {
            h2 { (say!(words, "slips-print-title")) }
            p { (say!(words, "slips-print-how")) }
            form.inline method="post" action=(path::slips(view.sitting.id)) {
                (kit::token_field(token))
                div.field {
                    label for="number" { (say!(words, "slips-number")) }
                    (kit::field_error(words, problems, "number"))
                    input id="number" name="number" inputmode="numeric" size="6"
                        value=(view.count.present + spare);
                }
                div.field {
                    label for="wifi" { (say!(words, "slips-wifi")) }
                    p.hint { (say!(words, "slips-wifi-how")) }
                    input id="wifi" name="wifi" maxlength="80" autocomplete="off";
                }
                @if view.slips.0 > 0 && view.issued == 0 {
                    label.choice { input type="checkbox" name="replace" value="yes";
                        (say!(words, "slips-replace")) }
                }
                button.button name="as" value="sheet" { (say!(words, "slips-print-sheet")) }
                button.button.plain name="as" value="pdf" { (say!(words, "slips-print-pdf")) }
                button.button.plain name="as" value="csv" { (say!(words, "slips-print-csv")) }
            }
            p.quiet { (say!(words, "slips-print-once")) }
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

fn cancelling(
    words: Words,
    view: &RollView,
    token: &str,
    codes: &str,
    problems: &[Problem],
) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "slips-cancel-title")) }
            form method="post" action=(path::cancel_slips(view.sitting.id)) autocomplete="off" {
                (kit::token_field(token))
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
