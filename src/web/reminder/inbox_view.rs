//! The inbox: each reminder with how its debt stands today, unread ones marked.

use maud::{Markup, html};

use super::line;
use crate::kit::{self, Frame};
use crate::path;
use service::reminder::inbox::{InboxLine, MyInbox};
use text::say;

/// The whole page.
pub(super) fn page(frame: &Frame<'_>, inbox: &MyInbox) -> Markup {
    let words = frame.words;
    let title = say!(words, "inbox-title");
    let last = inbox.lines.iter().map(|line| line.id).max();
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::MY) { (say!(words, "my-title")) } }
            h1 { (title) }
            p { (say!(words, "inbox-what")) }
            @if inbox.lines.is_empty() { p { (say!(words, "inbox-none")) } }
            @if let (Some(last), true) = (last, frame.unread > 0) {
                form.acts method="post" action=(path::READ_REMINDERS) {
                    (kit::token_field(frame.token))
                    input type="hidden" name="last" value=(last);
                    button.button.plain { (say!(words, "inbox-read-all")) }
                }
            }
            @for one in &inbox.lines { (reminder(frame, inbox, one)) }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

fn reminder(frame: &Frame<'_>, inbox: &MyInbox, one: &InboxLine) -> Markup {
    let words = frame.words;
    let debt = &one.debt;
    let congress = inbox.congresses.get(&debt.congress);
    html! {
        section.card.warned[!one.is_read && one.is_owed] {
            h2 { (line::what(words, debt.matter)) " "
                @if !one.is_owed { span.tag.ok { "✓ " (say!(words, "debt-settled")) } }
                @else { (line::state(words, debt, inbox.today)) }
                @if !one.is_read { " " span.tag.warn { (say!(words, "inbox-new")) } }
            }
            p { (line::about(words, debt)) }
            p.quiet {
                @if let Some(congress) = congress { bdi lang="zh-Hans" { (congress.name) } " · " }
                (line::who(words, debt)) " · "
                (say!(words, "debt-days", since = debt.since.to_string(), due = debt.due.to_string(), written = one.written_on.to_string()))
            }
            form.acts method="post" action=(path::read_reminder(one.id)) {
                (kit::token_field(frame.token))
                @if one.is_owed { button.button name="then" value="go" { (say!(words, "inbox-go")) } " " }
                @if !one.is_read { button.button.plain name="then" value="stay" { (say!(words, "inbox-read")) } }
            }
        }
    }
}
