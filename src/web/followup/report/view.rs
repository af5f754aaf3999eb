//! The form: the last report on top, five fields, what hinders, what comes next.

use maud::{Markup, Render, html};

use crate::followup::photo::{self, PhotoTray};
use crate::form::Fields;
use crate::kit::PageForm;
use crate::kit::{self, Frame};
use crate::path;
use domain::followup::money;
use domain::problem::Problem;
use service::followup::reporting::ReportPage;
use text::format;
use text::say;

/// The whole page; what was typed is kept.
pub(super) fn page(
    frame: &Frame<'_>,
    desk: &ReportPage,
    (typed, tray): (&Fields, PhotoTray<'_>),
) -> Markup {
    let words = frame.words;
    let form = PageForm::new(words, typed, frame.problems);
    let title = say!(words, "report-title");
    let last_paid = desk.last.as_ref().map_or(0, |last| last.paid);
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::life(desk.project.id)) { bdi lang="zh-Hans" { (desk.project.name) } } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            (last(words, desk))
            form method="post" enctype="multipart/form-data" action=(path::new_report(desk.project.id)) {
                (kit::token_field(frame.token))
                (form.line("month", say!(words, "report-month")).kind("month").or(desk.month.to_string()))
                (done(&form, desk))
                (milestones(&form, desk))
                (form.decimal("paid", say!(words, "report-paid")).hint(say!(words, "report-paid-hint", planned = format::money(words.language(), desk.plan.amount()))).or(money::ten_thousands(last_paid)))
                (form.line("status", say!(words, "report-status")))
                (form.line("problem", say!(words, "report-problem-field")))
                (form.line("next_step", say!(words, "report-next")))
                (photo::field(words, tray, "", frame.problems))
                @if asks_why(frame.problems) || !typed.get("why").is_empty() {
                    (form.line("why", say!(words, "report-why")))
                }
                button.button { (say!(words, "report-send")) }
                p.hint { (say!(words, "report-then")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

/// A reason is asked for only where a figure fell or a month is corrected.
fn asks_why(problems: &[Problem]) -> bool {
    let why = domain::problem::ProblemPlace::Field("why".to_owned());
    problems.iter().any(|problem| problem.place == why)
}

fn last(words: text::Words, desk: &ReportPage) -> Markup {
    html! {
        @match &desk.last {
            Some(last) => section.card.quiet {
                b { (say!(words, "report-last", month = last.month.to_string())) }
                p { span.num { (last.done) "%" } " · " (say!(words, "paid", paid = format::money(words.language(), last.paid)))
                    " · " bdi { (last.status) } }
            },
            None => p.quiet { (say!(words, "report-first")) },
        }
    }
}

/// The share done: as an amount where the plan has one, else as a percentage.
fn done(form: &PageForm<'_>, desk: &ReportPage) -> Markup {
    let words = form.words;
    let last = desk.last.as_ref();
    match &desk.plan.quantity {
        Some(quantity) => {
            let label = say!(words, "report-quantity", measure = quantity.measure.clone());
            let hint = say!(
                words,
                "report-quantity-hint",
                target = quantity.target.to_string(),
                measure = quantity.measure.clone()
            );
            let before = last
                .and_then(|last| last.quantity)
                .map_or(String::new(), |amount| amount.to_string());
            form.decimal("quantity", label)
                .hint(hint)
                .or(before)
                .render()
        }
        None => {
            let before = last.map_or("0".to_owned(), |last| last.done.to_string());
            form.decimal("done", say!(words, "report-done"))
                .hint(say!(words, "report-done-hint"))
                .or(before)
                .render()
        }
    }
}

fn milestones(form: &PageForm<'_>, desk: &ReportPage) -> Markup {
    let words = form.words;
    let open: Vec<_> = desk
        .plan
        .milestones
        .iter()
        .filter(|one| one.reached.is_none())
        .collect();
    html! {
            @if !open.is_empty() { (form.group("reached", say!(words, "report-reached")).of(&html! {
    @for one in open {
                    @let id = one.id.to_string();
                    (form.tick("reached", &id, html! { span { bdi { (one.name) } " " span.quiet.num { (one.due) } } }).chosen(form.typed.all("reached").any(|ticked| ticked == id)))
                }
    })) }
        }
}
