//! The form of a new finding, and a finding's page with the steps that may be taken now.

use maud::{Markup, html};

use crate::followup::life::{FindingPhotos, stage, steps};
use crate::followup::photo::{self, PhotoTray};
use crate::form::Fields;
use crate::kit::PageForm;
use crate::kit::{self, Frame};
use crate::path;
use domain::evaluation::GradeResult;
use domain::followup::finding::{FindingAct, usual_due};
use service::followup::inspecting::FindingView;
use service::followup::life::ProjectHistory;
use text::Words;
use text::say;

/// The form of a new finding: what, and where at the site.
pub(super) fn new(
    frame: &Frame<'_>,
    life: &ProjectHistory,
    (typed, tray): (&Fields, PhotoTray<'_>),
) -> Markup {
    let words = frame.words;
    let form = PageForm::new(words, typed, frame.problems);
    let title = say!(words, "finding-write");
    let content = html! {
        div.narrow {
            p.crumbs { a href=(path::life(life.project.id)) { bdi lang="zh-Hans" { (life.project.name) } } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            form method="post" enctype="multipart/form-data" action=(path::new_finding(life.project.id)) {
                (kit::token_field(frame.token))
                (form.area("text", say!(words, "finding-text"), 4).hint(say!(words, "finding-text-hint")))
                (form.line("place", say!(words, "finding-place")))
                (photo::field(words, tray, "", frame.problems))
                button.button { (say!(words, "finding-save")) }
                p.hint { (say!(words, "finding-then")) }
            }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

/// A finding's page; `acts` are those that its stage and the reader allow.
pub(super) fn finding(
    frame: &Frame<'_>,
    view: &FindingView,
    acts: &[FindingAct],
    shown: (&Fields, PhotoTray<'_>),
) -> Markup {
    let words = frame.words;
    let found = &view.finding;
    let title = say!(
        words,
        "finding-number",
        year = i64::from(found.year),
        number = found.number
    );
    let content = html! {
        div.narrow {
            p.crumbs { @if let Some(project) = &view.project { a href=(path::life(project.id)) { bdi lang="zh-Hans" { (project.name) } } " › " }
                a href=(path::ledger(view.congress.id, found.year)) { (say!(words, "ledger-title", year = i64::from(found.year))) } }
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p { (stage(words, found, found.days_overdue(view.today))) }
            @if view.project.is_none() { p.quiet { (say!(words, "finding-of-unit")) } }
            p.lead { bdi { (found.text) } @if !found.place.is_empty() { " · " bdi { (found.place) } } }
            @if let Some(grade) = &view.grade { (graded(words, grade)) }
            @if let (Some(unit), Some(due)) = (&view.unit, found.due) {
                p { (say!(words, "finding-with", unit = unit.name.clone(), due = due.to_string())) }
            }
            h2 { (say!(words, "steps-title")) }
            (steps(words, found, &view.steps, &FindingPhotos { all: &view.pictures, is_office: true }))
            p { a href=(path::finding_order(found.id)) { (say!(words, "order-print")) } }
            @for act in acts { (step_form(frame, view, *act, shown)) }
            @if acts.is_empty() { p.quiet { (say!(words, "finding-not-yours")) } }
        }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

/// The grade that opened the finding, and the way to what deputies remarked beside it.
fn graded(words: Words, grade: &GradeResult) -> Markup {
    let marks = grade.marks;
    html! {
        p { (kit::grade_tag(words, grade.grade)) " "
            (say!(words, "grades-bar-label", satisfied = marks.satisfied, basically = marks.basically,
                dissatisfied = marks.dissatisfied, base = grade.base)) " · "
            a href=(path::remarks(grade.poll)) { (say!(words, "remarks")) } }
    }
}

/// The form of one step. Only the form that was sent keeps what was typed and shows its problems.
fn step_form(
    frame: &Frame<'_>,
    view: &FindingView,
    act: FindingAct,
    (typed, tray): (&Fields, PhotoTray<'_>),
) -> Markup {
    let words = frame.words;
    let nothing = Fields::default();
    let is_mine = typed.get("act") == act.word();
    let form = PageForm::new(
        words,
        if is_mine { typed } else { &nothing },
        if is_mine { frame.problems } else { &[] },
    );
    let due = usual_due(view.finding.due, view.today).to_string();
    let title = words.say_named("finding-do", act.word(), &[]);
    html! {
        details.card open[is_mine || is_usual(act)] {
            summary { b { (title) } }
            form method="post" enctype="multipart/form-data" action=(path::finding_step(view.finding.id, act.word())) {
                (kit::token_field(frame.token))
                input type="hidden" name="act" value=(act.word());
                (form.area("text", words.say_named("finding-say", act.word(), &[]), 3))
                @if act.sets_deadline() { (form.date("due", say!(words, "due-day")).or(&due)) }
                @if act.has_proof() { (photo::field(words, tray, act.word(), form.problems)) }
                @if act == FindingAct::Extend { (form.line("approver", say!(words, "approver"))) }
                button.button { (title) }
            }
        }
    }
}

/// The acts that are the way on; the others stay folded.
fn is_usual(act: FindingAct) -> bool {
    match act {
        FindingAct::Send | FindingAct::Answer | FindingAct::Close => true,
        FindingAct::Dismiss
        | FindingAct::AskExtension
        | FindingAct::Extend
        | FindingAct::Reopen => false,
    }
}
