//! The breaks of the log in words, what was accepted of them, and the form for the two.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::access::Action;
use domain::audit::broken_log::{Acceptance, MOST_GAPS};
use domain::id::AccountId;
use domain::problem::Problem;
use domain::sitting::officer::Officer;
use service::act_of_two::press::{ActOutcome, PendingAct};
use service::audit::audit_log::LogView;
use text::Words;
use text::say;

/// What the page shows besides what is stored.
pub(super) struct AuditLogPage<'p> {
    pub(super) token: &'p str,
    pub(super) me: Option<AccountId>,
    pub(super) typed: &'p Fields,
    /// What a press came to, where it changed nothing.
    pub(super) note: Option<&'p ActOutcome>,
    pub(super) problems: &'p [Problem],
}

pub(super) fn log(frame: &Frame<'_>, view: &LogView, seen: &AuditLogPage<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "log-title");
    let open = view.open();
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, seen.problems))
        @if let Some(ActOutcome::AskedBefore(who)) = seen.note {
            div.told role="status" { p { (say!(words, "act-asked-before", who = who.clone())) } }
        }
        h1 { (title) }
        p.hash { (say!(words, "audit-head")) " " code dir="ltr" { (view.head) } }
        @if view.gaps.is_empty() {
            p { span.tag.ok { "✓ " (say!(words, "log-whole")) } }
        } @else if open.is_empty() {
            p { span.tag.warn { "! " (say!(words, "log-all-accepted")) } }
        } @else {
            section.card {
                h2 { (say!(words, "log-open-title")) }
                ul.guards { @for gap in &open { li.no { (kit::log_gap(words, gap)) } } }
                @if open.len() > MOST_GAPS { p { (say!(words, "problem-log-too-broken")) } }
                @else { (accept(words, view, seen)) }
            }
        }
        @for one in kit::accepted_log(words, &view.accepted) { p { (one) } }
    };
    kit::office_page(frame, &title.text, &content)
}

fn accept(words: Words, view: &LogView, seen: &AuditLogPage<'_>) -> Markup {
    let may = |one: &&Officer| one.may_confirm(Action::Certify).is_ok();
    let officers: Vec<&Officer> = view.officers.iter().filter(may).collect();
    // What waits for breaks that are not these any more is asked for anew, in its place.
    let open = view.open();
    let asked = view.asked.clone().and_then(|asked| {
        let waits = Acceptance::read(&asked.reason)?;
        let reason = waits.reason;
        (waits.gaps == open).then_some(PendingAct { reason, ..asked })
    });
    html! {
        @if view.asked.is_some() && asked.is_none() { p.warn { "! " (say!(words, "log-asked-other")) } }
        p { (say!(words, "log-accept-what")) }
        (kit::two_people(words, &kit::TwoPeopleForm {
            action: path::audit_log(view.poll.id),
            token: seen.token,
            name: say!(words, "act-accept-log").text,
            act: "",
            asked: asked.as_ref(),
            me: seen.me,
            officers: &officers,
            typed: seen.typed,
            problems: seen.problems,
            asks_why: true,
        }))
    }
}
