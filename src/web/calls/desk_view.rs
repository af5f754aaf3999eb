//! The clerk's list of calls and the form of one.

use maud::{Markup, html};

use super::view::{period, phase};
use crate::kit::{self, Frame};
use crate::path;
use domain::id::CongressId;
use domain::leads::call::DAYS_ASKED_FOR;
use service::leads::calls::CallPage;
use text::say;

/// The calls of a congress, and how long contacts are kept.
pub(super) fn list(frame: &Frame<'_>, desk: &CallPage) -> Markup {
    let form = frame.form();
    let words = frame.words;
    let title = say!(words, "calls-title");
    let congress = desk.congress.id;
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        h1 { (title) }
        p.quiet { bdi lang="zh-Hans" { (desk.congress.name) } }
        (kit::error_summary(words, frame.problems))
        @if desk.calls.is_empty() { p { (say!(words, "calls-none")) } }
        @for view in &desk.calls {
            section.card {
                h2 { a href=(path::call(view.call.id)) { bdi lang="zh-Hans" { (view.call.text.title) } } }
                p { (phase(words, view)) " " (period(words, view)) }
                p { a href=(path::leads(congress, view.call.text.year)) { (say!(words, "call-leads", leads = view.leads)) } }
                p.acts {
                    a.button.plain.small href=(path::manage_call(view.call.id)) { (say!(words, "call-change")) }
                    a.button.plain.small href=(path::poster(view.call.id)) { (say!(words, "call-poster")) }
                }
            }
        }
        p { a.button href=(path::new_call(congress)) { (say!(words, "call-new")) } }
        section.card {
            h2 { (say!(words, "contact-days-title")) }
            form.narrow method="post" action=(path::contact_days(congress)) {
                (kit::token_field(frame.token))
                (form.number("contact_days", say!(words, "contact-days-label")).hint(say!(words, "contact-days-hint")).or(desk.contact_days.to_string()))
                button.button.plain { (say!(words, "save")) }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// The form of a call.
pub(super) fn form(frame: &Frame<'_>, congress: CongressId, action: &str) -> Markup {
    let form = frame.form();
    let words = frame.words;
    let is_new = action == path::new_call(congress);
    let title = if is_new {
        say!(words, "call-new")
    } else {
        say!(words, "call-change")
    };
    let is_warned =
        !frame.problems.is_empty() && frame.problems.iter().all(|problem| !problem.is_error());
    let content = html! {
        p.crumbs { a href=(path::calls(congress)) { (say!(words, "calls-title")) } }
        h1 { (title) }
        (kit::error_summary(words, frame.problems))
        form.narrow method="post" action=(action) {
            (kit::token_field(frame.token))
            (form.line("title", say!(words, "call-title-label")).most(60))
            @if is_new { (form.number("year", say!(words, "call-year-label")).hint(say!(words, "call-year-hint"))) }
            @else { input type="hidden" name="year" value=(frame.typed.get("year")); }
            (form.date("opens_on", say!(words, "call-opens-label")))
            (form.date("closes_on", say!(words, "call-closes-label")).hint(say!(words, "call-closes-hint", days = i64::from(DAYS_ASKED_FOR))))
            (form.area("scope", say!(words, "call-scope"), 5).hint(say!(words, "call-scope-hint")).most(2_000))
            (form.area("excluded", say!(words, "call-excluded"), 4).hint(say!(words, "call-excluded-hint")).most(2_000))
            (form.area("regions", say!(words, "call-regions-label"), 6).hint(say!(words, "call-regions-hint")).most(2_000))
            @if is_warned {
                (form.tick("accept", "yes", say!(words, "call-accept")))
            }
            button.button { (say!(words, "save")) }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}
