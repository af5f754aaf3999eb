//! The forms of acts on a lead that nobody has decided yet, and the buttons that take acts back.

use maud::{Markup, html};

use super::list_view::short;
use crate::form::Fields;
use crate::kit;
use crate::path;
use domain::id::LeadId;
use domain::leads::act::LeadAct;
use domain::leads::kind::LeadKind;
use domain::leads::{LeadState, MOST_LINE, MOST_WHAT};
use domain::problem::{Problem, ProblemPlace};
use service::leads::triage::LeadView;
use text::Words;
use text::say;

/// A button that takes an act back.
pub(super) fn undo(words: Words, lead: LeadId, act: LeadAct, token: &str) -> Markup {
    html! {
        form method="post" action=(path::lead_act(lead, act.word())) {
            (kit::token_field(token))
            button.button.plain.small { (words.say_named("lead-act", act.word(), &[])) }
        }
    }
}

/// Everything that may be done with a lead that waits; nothing for any other.
pub(super) fn acts(
    words: Words,
    view: &LeadView,
    token: &str,
    fields: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::new(words, fields, problems);
    if view.lead.state != LeadState::Received {
        return html! {};
    }
    let id = view.lead.id;
    let name = match fields.get("name") {
        "" => short(&view.lead.wish.what),
        typed => typed.to_owned(),
    };
    let open = |field: &str| is_open(fields, problems, field);
    html! {
        section.card {
            h2 { (say!(words, "lead-take-up")) }
            @if !view.joinable.is_empty() {
                form.narrow method="post" action=(path::lead_act(id, LeadAct::TakeUp.word())) {
                    (kit::token_field(token))
                    (form.select("project", say!(words, "lead-join-label"), joinable(view)).value(""))
                    button.button { (say!(words, "lead-join")) }
                }
            }
            details open[view.joinable.is_empty() || open("name")] {
                summary { (say!(words, "lead-make")) }
                form.narrow method="post" action=(path::lead_act(id, LeadAct::TakeUp.word())) {
                    (kit::token_field(token))
                    (form.line("name", say!(words, "lead-project-name")).hint(say!(words, "lead-project-name-hint")).value(&name).most(MOST_LINE))
                    (form.line("summary", say!(words, "lead-project-summary")).most(MOST_LINE))
                    button.button { (say!(words, "lead-make-button")) }
                }
            }
        }
        section.card {
            h2 { (say!(words, "lead-not-taken-up")) }
            details open[open("reason")] {
                summary { (say!(words, "lead-act-decline")) }
                form.narrow method="post" action=(path::lead_act(id, LeadAct::Decline.word())) {
                    (kit::token_field(token))
                    (form.area("reason", say!(words, "lead-reason"), 3).hint(say!(words, "lead-reason-hint")).most(MOST_WHAT))
                    button.button { (say!(words, "lead-act-decline")) }
                }
            }
            details open[open("to")] {
                summary { (say!(words, "lead-act-hand-over")) }
                form.narrow method="post" action=(path::lead_act(id, LeadAct::HandOver.word())) {
                    (kit::token_field(token))
                    (form.line("to", say!(words, "lead-to")).hint(say!(words, "lead-to-hint")).most(MOST_LINE))
                    button.button { (say!(words, "lead-act-hand-over")) }
                }
            }
        }
        (merge_and_split(words, view, token, fields, problems))
    }
}

/// A form that came back is shown open: with what was typed, or with what is missing.
fn is_open(fields: &Fields, problems: &[Problem], field: &str) -> bool {
    let mine = |problem: &Problem| problem.place == ProblemPlace::Field(field.to_owned());
    !fields.get(field).is_empty() || problems.iter().any(mine)
}

fn merge_and_split(
    words: Words,
    view: &LeadView,
    token: &str,
    fields: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::new(words, fields, problems);
    let id = view.lead.id;
    let kinds = LeadKind::ALL.iter();
    let kinds = kinds.map(|kind| (kind.word(), words.say_named("lead-kind", kind.word(), &[])));
    let kind = match fields.get("kind") {
        "" => view.lead.wish.kind.word(),
        typed => typed,
    };
    html! {
        section.card {
            h2 { (say!(words, "lead-merge-split")) }
            details open[is_open(fields, problems, "into")] {
                summary { (say!(words, "lead-act-merge")) }
                form.narrow method="post" action=(path::lead_act(id, LeadAct::Merge.word())) {
                    (kit::token_field(token))
                    (form.number("into", say!(words, "lead-into")).hint(say!(words, "lead-into-hint")))
                    button.button.plain { (say!(words, "lead-act-merge")) }
                }
            }
            details open[is_open(fields, problems, "what")] {
                summary { (say!(words, "lead-act-split")) }
                form.narrow method="post" action=(path::lead_act(id, LeadAct::Split.word())) {
                    (kit::token_field(token))
                    (form.area("what", say!(words, "lead-part-what"), 3).hint(say!(words, "lead-part-hint")).most(MOST_WHAT))
                    (form.select("kind", say!(words, "lead-kind-label"), kinds).value(kind))
                    (form.line("place", say!(words, "lead-place")).most(MOST_LINE))
                    button.button.plain { (say!(words, "lead-act-split")) }
                }
            }
        }
    }
}

fn joinable(view: &LeadView) -> impl Iterator<Item = (String, String)> {
    let projects = view.joinable.iter();
    projects.map(|one| (one.id.to_string(), format!("{} {}", one.code, one.name)))
}
