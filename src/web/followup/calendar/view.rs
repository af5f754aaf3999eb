//! The calendar's page and an entry's page.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::PageForm;
use crate::kit::{self, Frame};
use crate::path;
use crate::review;
use domain::followup::entry::{self, CalendarEntry, EntryKind, Question};
use domain::problem::Problem;
use service::followup::calendar::{Calendar, EntryView};
use text::say;
use text::{Words, format};

/// The year at a glance; with a token, the form of a new entry.
pub(super) fn calendar(frame: &Frame<'_>, at: &Calendar, token: Option<&str>) -> Markup {
    let words = frame.words;
    let year = i64::from(at.year);
    let title = say!(
        words,
        "calendar-of",
        name = at.congress.name.clone(),
        year = year
    );
    let content = html! {
        p.crumbs { a href=(path::board(at.congress.id, at.year)) { (say!(words, "board-title", year = year)) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        @if at.entries.is_empty() { p.quiet { (say!(words, "calendar-none")) } }
        ul.list { @for (entry, questions) in &at.entries { (line(words, at, entry, questions)) } }
        section {
            h2 { (say!(words, "work-reviews")) }
            (review::listed(words, &at.reviews))
            p { a href=(path::reviews(at.congress.id, at.year)) { (say!(words, "work-reviews-of", name = at.congress.name.clone(), year = year)) } }
        }
        @if let Some(token) = token { (new_entry(words, at, token, frame.typed, frame.problems)) }
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

fn line(words: Words, at: &Calendar, entry: &CalendarEntry, questions: &[Question]) -> Markup {
    let open = questions
        .iter()
        .filter(|one| one.answered_on.is_none())
        .count();
    let overdue = questions
        .iter()
        .filter(|one| one.days_overdue(at.today) > 0)
        .count();
    html! {
        li {
            span.num { (entry.on) } " " span.tag.plain { (words.say_named("entry-kind", entry.kind.word(), &[])) } " "
            a href=(path::entry(entry.id)) { bdi { (entry.topic) } }
            @if entry.held_on.is_some() { " " span.tag.ok { "✓ " (say!(words, "entry-held")) } }
            @if open > 0 { " " span.tag.warn { (say!(words, "questions-open", open = open)) } }
            @if overdue > 0 { " " span.tag.bad { "■ " (say!(words, "of-them-overdue", overdue = overdue)) } }
            (report_days(words, entry))
        }
    }
}

/// The days before a report's meeting, calculated.
fn report_days(words: Words, entry: &CalendarEntry) -> Markup {
    html! {
        @if entry.kind.is_report() {
            @let days = entry::report_days(entry.on);
            p.quiet { (say!(words, "report-days",
                draft = format::date(words.language(), days.draft_by),
                last = format::date(words.language(), days.final_by))) }
        }
    }
}

fn new_entry(
    words: Words,
    at: &Calendar,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = PageForm::new(words, typed, problems);
    let kinds = EntryKind::ALL
        .into_iter()
        .filter(|kind| *kind != EntryKind::LookBack);
    html! {
            section.card.narrow {
                h2 { (say!(words, "entry-new")) }
                form method="post" action=(path::calendar(at.congress.id, at.year)) {
                    (kit::token_field(token))
                    (form.group("kind", say!(words, "entry-what")).of(&html! {
    @for kind in kinds { (form.radio("kind", kind.word(), words.say_named("entry-kind", kind.word(), &[]))) }
    }))
                    (form.line("topic", say!(words, "entry-topic")))
                    (form.date("on", say!(words, "entry-on")).hint(say!(words, "entry-on-hint")))
                    (form.line("unit", say!(words, "entry-unit")))
                    button.button { (say!(words, "entry-make")) }
                }
            }
        }
}

/// An entry: when, what came of it, the questions with their answers.
pub(super) fn entry(frame: &Frame<'_>, view: &EntryView, token: Option<&str>) -> Markup {
    let words = frame.words;
    let entry = &view.entry;
    let year = entry.on.year();
    let kind = words.say_named("entry-kind", entry.kind.word(), &[]);
    let content = html! {
        p.crumbs { a href=(path::calendar(view.congress.id, year)) { (say!(words, "calendar-title", year = i64::from(year))) } }
        (kit::error_summary(words, frame.problems))
        h1 { bdi { (entry.topic) } }
        p.lead { span.tag.plain { (kind) } " " (format::date(words.language(), entry.on)) @if !entry.unit.is_empty() { " · " bdi { (entry.unit) } } }
        (report_days(words, entry))
        @if let Some(study) = entry.looks_back_at { p { a href=(path::entry(study)) { (say!(words, "entry-looks-back")) } } }
        @if let Some(held) = entry.held_on { p.decision { (say!(words, "entry-held-on", day = held.to_string())) " " bdi { (entry.outcome) } } }
        section { h2 { (say!(words, "questions-title")) }
            @if view.questions.is_empty() { p.quiet { (say!(words, "questions-none")) } }
            @for question in &view.questions { (asked(words, view, question, token)) }
        }
        @if let Some(token) = token {
            (new_question(words, view, token, frame.typed, frame.problems))
            (hold(words, view, token, frame.typed, frame.problems))
        }
    };
    let window = kit::window_title(words, &entry.topic, frame.problems);
    kit::office_page(frame, &window, &content)
}

fn asked(words: Words, view: &EntryView, question: &Question, token: Option<&str>) -> Markup {
    let form = PageForm::blank(words, &[]);
    let project = question
        .project
        .and_then(|id| view.projects.iter().find(|one| one.id == id));
    let overdue = question.days_overdue(view.today);
    html! {
        article.finding {
            p { @if !question.asked_by.is_empty() { b { bdi { (question.asked_by) } } " " } bdi { (question.text) } }
            @if let Some(project) = project { p.quiet { a href=(path::life(project.id)) { bdi lang="zh-Hans" { (project.name) } } } }
            @match (question.answered_on, question.answer_by) {
                (Some(day), _) => p { span.tag.ok { "✓ " (say!(words, "question-answered-on", day = day.to_string())) } " " bdi { (question.answer) } },
                (None, Some(by)) => p {
                    span.tag.warn { (say!(words, "question-due", day = by.to_string())) }
                    @if overdue > 0 { " " span.tag.bad { "■ " (say!(words, "overdue", days = overdue)) } }
                },
                (None, None) => {},
            }
            @if let Some(finding) = question.finding { p { a href=(path::finding(finding)) { (say!(words, "question-finding")) } } }
            @if let Some(token) = token.filter(|_| question.answered_on.is_none()) {
                form.inline method="post" action=(path::answer(view.entry.id, question.id)) {
                    (kit::token_field(token))
                    (form.line("answer", say!(words, "question-reply")).id(format!("answer-{}", question.id)))
                    button.button.plain { (say!(words, "question-save-reply")) }
                }
            }
        }
    }
}

fn new_question(
    words: Words,
    view: &EntryView,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = PageForm::new(words, typed, problems);
    html! {
        section.card.narrow {
            h2 { (say!(words, "question-new")) }
            form method="post" action=(path::questions(view.entry.id)) {
                (kit::token_field(token))
                (form.line("asked_by", say!(words, "question-asked-by")))
                (form.area("text", say!(words, "question-text"), 3))
                (form.area("answer", say!(words, "question-answer"), 2))
                (form.date("answer_by", say!(words, "question-answer-by")).hint(say!(words, "question-answer-by-hint")))
                (form.select("project", say!(words, "question-project"), kit::none_or(say!(words, "question-no-project"), view.projects.iter().map(|project| {
                    (project.id.to_string(), &project.name)
                }))))
                (form.tick("follow", "yes", say!(words, "question-follow")))
                button.button { (say!(words, "question-save")) }
            }
        }
    }
}

fn hold(
    words: Words,
    view: &EntryView,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = PageForm::new(words, typed, problems);
    html! {
        @if view.entry.held_on.is_none() {
            section.card.narrow {
                h2 { (say!(words, "entry-hold")) }
                form method="post" action=(path::hold_entry(view.entry.id)) {
                    (kit::token_field(token))
                    (form.date("on", say!(words, "entry-held-day")).or(view.today.to_string()))
                    (form.area("outcome", say!(words, "entry-outcome"), 3))
                    button.button.plain { (say!(words, "entry-hold")) }
                }
            }
        }
    }
}
