//! The form of a change, and the form of its decision.

use maud::{Markup, html};

use crate::kit::PageForm;
use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Body;
use domain::followup::change::{self, Change, ChangeKind};
use service::followup::changing::ChangePage;
use text::Words;
use text::say;

/// The form: first what is changed, and which body must decide.
pub(super) fn new(frame: &Frame<'_>, desk: &ChangePage) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let title = say!(words, "change-ask");
    let body = change::deciding_body(desk.congress.level);
    let possible = ChangeKind::ALL
        .into_iter()
        .filter(|kind| change::may_change(desk.project.stage, *kind));
    let content = html! {
            div.narrow {
                p.crumbs { a href=(path::life(desk.project.id)) { bdi lang="zh-Hans" { (desk.project.name) } } }
                (kit::error_summary(words, frame.problems))
                h1 { (title) }
                p.card.warned { (say!(words, "change-body", body = words.say_named("decider", body.word(), &[]).text)) }
                form method="post" action=(path::new_change(desk.project.id)) {
                    (kit::token_field(frame.token))
                    (form.group("kind", say!(words, "change-what")).of(&html! {
    @for kind in possible { (form.radio("kind", kind.word(), html! { span { (words.say_named("change-kind", kind.word(), &[]))
                                @if let Some(plan) = desk.plan.as_ref().filter(|_| kind.changes_plan()) {
                                    " " bdi.quiet { (plan.told(kind)) } } } })) }
    }))
                    (form.area("after", say!(words, "change-after-field"), 2).hint(say!(words, "change-after-hint")))
                    (form.area("reason", say!(words, "change-reason-field"), 3))
                    button.button { (say!(words, "change-ask-button")) }
                }
            }
        };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

/// The decision of the body, as the clerk writes it down from its document.
pub(super) fn decide(frame: &Frame<'_>, desk: &ChangePage, change: &Change) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let title = words.say_named("change-kind", change.kind.word(), &[]);
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::life(desk.project.id)) { bdi lang="zh-Hans" { (desk.project.name) } } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p { (say!(words, "change-reason")) " " bdi { (change.reason) } }
            @if change.kind.changes_plan() {
                p { (say!(words, "change-before")) " " bdi { (change.before) } }
                p { (say!(words, "change-after")) " " bdi { (change.after) } }
            }
            @match &change.decision {
                Some(decision) => p.decision {
                    (words.say_named("decider", decision.body.word(), &[])) " · " span.num { (decision.on) } " · "
                    @if decision.is_granted { (say!(words, "change-granted")) } @else { (say!(words, "change-refused")) }
                    " · " bdi { (decision.document) }
                },
                None => form method="post" action=(path::change(change.id)) {
                    (kit::token_field(frame.token))
                    (choices(words, &form, desk))
                    (form.date("on", say!(words, "decision-on")))
                    (form.line("document", say!(words, "decision-document")))
                    (form.line("notice", say!(words, "decision-notice")))
                    button.button { (say!(words, "change-decide")) }
                },
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

fn choices(words: Words, form: &PageForm<'_>, desk: &ChangePage) -> Markup {
    let bodies = Body::ALL
        .into_iter()
        .filter(|body| body.exists_at(desk.congress.level));
    html! {
            (form.group("body", say!(words, "decision-body")).of(&html! {
    @for body in bodies { (form.radio("body", body.word(), words.say_named("decider", body.word(), &[]))) }
    }))
            (form.group("granted", say!(words, "decision-how")).of(&html! {
    @for (value, label) in [("yes", say!(words, "change-granted")), ("no", say!(words, "change-refused"))] { (form.radio("granted", value, label)) }
    }))
        }
}
