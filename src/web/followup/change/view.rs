//! The form of a change, and the form of its decision.

use maud::{Markup, html};

use crate::followup::field::Form;
use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Body;
use domain::followup::change::{self, Change, ChangeKind};
use domain::problem::Problem;
use service::followup::changing::ChangeDesk;
use text::Words;
use text::say;

/// The form: first what is changed, and which body must decide.
pub(super) fn new(
    frame: &Frame<'_>,
    desk: &ChangeDesk,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let form = Form::new(words, typed, problems);
    let title = say!(words, "change-ask");
    let body = change::deciding_body(desk.congress.level);
    let possible = ChangeKind::ALL
        .into_iter()
        .filter(|kind| change::may_change(desk.project.stage, *kind));
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::life(desk.project.id)) { bdi lang="zh-Hans" { (desk.project.name) } } }
            (kit::error_summary(words, problems))
            h1 { (title) }
            p.card.warned { (say!(words, "change-body", body = words.say_named("decider", body.word(), &[]).text)) }
            form method="post" action=(path::new_change(desk.project.id)) {
                (kit::token_field(token))
                fieldset.field #kind {
                    legend { (say!(words, "change-what")) }
                    (kit::field_error(words, problems, "kind"))
                    @for kind in possible { label.choice {
                        input type="radio" name="kind" value=(kind.word()) checked[typed.get("kind") == kind.word()];
                        span { (words.say_named("change-kind", kind.word(), &[]))
                            @if let Some(plan) = desk.plan.as_ref().filter(|_| kind.changes_plan()) {
                                " " bdi.quiet { (plan.told(kind)) } } }
                    } }
                }
                (form.area("after", &say!(words, "change-after-field"), Some(&say!(words, "change-after-hint")), 2, ""))
                (form.area("reason", &say!(words, "change-reason-field"), None, 3, ""))
                button.button { (say!(words, "change-ask-button")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, problems);
    kit::office_page(frame, &window, &content)
}

/// The decision of the body, as the clerk writes it down from its document.
pub(super) fn decide(
    frame: &Frame<'_>,
    desk: &ChangeDesk,
    change: &Change,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let form = Form::new(words, typed, problems);
    let title = words.say_named("change-kind", change.kind.word(), &[]);
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::life(desk.project.id)) { bdi lang="zh-Hans" { (desk.project.name) } } }
            (kit::error_summary(words, problems))
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
                    (kit::token_field(token))
                    (choices(words, &form, desk))
                    (form.input("date", "on", &say!(words, "decision-on"), ""))
                    (form.input("text", "document", &say!(words, "decision-document"), ""))
                    (form.input("text", "notice", &say!(words, "decision-notice"), ""))
                    button.button { (say!(words, "change-decide")) }
                },
            }
        }
    };
    let window = kit::window_title(words, &title.text, problems);
    kit::office_page(frame, &window, &content)
}

fn choices(words: Words, form: &Form<'_>, desk: &ChangeDesk) -> Markup {
    let bodies = Body::ALL
        .into_iter()
        .filter(|body| body.exists_at(desk.congress.level));
    html! {
        fieldset.field #body {
            legend { (say!(words, "decision-body")) }
            (kit::field_error(words, form.problems, "body"))
            @for body in bodies { label.choice {
                input type="radio" name="body" value=(body.word()) checked[form.typed.get("body") == body.word()];
                (words.say_named("decider", body.word(), &[]))
            } }
        }
        fieldset.field #granted {
            legend { (say!(words, "decision-how")) }
            (kit::field_error(words, form.problems, "granted"))
            @for (value, label) in [("yes", say!(words, "change-granted")), ("no", say!(words, "change-refused"))] { label.choice {
                input type="radio" name="granted" value=(value) checked[form.typed.get("granted") == value];
                (label)
            } }
        }
    }
}
