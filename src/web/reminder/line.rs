//! A debt in words, and the page on which it is paid.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::path;
use domain::reminder::debt::{Debt, Debtor, Matter};
use text::say;
use text::{Phrase, Words};

/// The page on which a debt is paid; of a report its project's, where whoever may not report reads.
pub(super) fn place(debt: &Debt) -> String {
    match debt.matter {
        Matter::Plan(project) => path::plan(project),
        Matter::Report(project) | Matter::Check(project) | Matter::Milestone(project) => {
            path::life(project)
        }
        Matter::Send(finding)
        | Matter::Answer(finding)
        | Matter::Extension(finding)
        | Matter::Recheck(finding) => path::finding(finding),
        Matter::Decision(change) => path::change(change),
        Matter::Reply(entry) | Matter::Entry(entry) => path::entry(entry),
        Matter::Review(review)
        | Matter::ReviewReply(review)
        | Matter::ReviewTask(review)
        | Matter::ReviewRecheck(review) => path::manage_review(review),
        Matter::Opinion(opinion) => path::opinion(opinion),
        Matter::Leads(year) => path::leads(debt.congress, year),
    }
}

/// What is owed, in two or three words.
pub(super) fn what(words: Words, matter: Matter) -> Phrase {
    words.say_named("debt", matter.word(), &[])
}

/// What tells it from its like.
fn detail(words: Words, debt: &Debt) -> Option<Phrase> {
    let detail = debt.detail.clone();
    Some(match debt.matter {
        Matter::Report(_) | Matter::Check(_) => say!(words, "debt-month", month = detail),
        Matter::Send(_) | Matter::Answer(_) | Matter::Extension(_) | Matter::Recheck(_) => {
            say!(words, "debt-number", number = detail)
        }
        Matter::Milestone(_) => say!(words, "debt-milestone-name", name = detail),
        Matter::Reply(_) | Matter::ReviewReply(_) => {
            say!(words, "debt-questions", questions = detail)
        }
        Matter::ReviewTask(_) | Matter::ReviewRecheck(_) => {
            say!(words, "debt-tasks", tasks = detail)
        }
        Matter::Opinion(_) => words.say_named("opinion-kind", &debt.detail, &[]),
        Matter::Leads(year) => say!(
            words,
            "debt-leads-of",
            leads = detail,
            year = i64::from(year)
        ),
        Matter::Plan(_) | Matter::Decision(_) | Matter::Entry(_) | Matter::Review(_) => {
            return None;
        }
    })
}

/// About what, with its detail.
pub(super) fn about(words: Words, debt: &Debt) -> Markup {
    html! {
        @if !debt.about.is_empty() { bdi lang="zh-Hans" { (debt.about) } }
        @if let Some(detail) = detail(words, debt) {
            @if !debt.about.is_empty() { " · " }
            (detail)
        }
    }
}

/// Who owes it.
pub(super) fn who(words: Words, debt: &Debt) -> Markup {
    html! {
        @match debt.by {
            Debtor::Office => (say!(words, "debtor-office")),
            Debtor::Unit(_) | Debtor::Group(_) | Debtor::Deputy(_) => bdi lang="zh-Hans" { (debt.name) },
        }
    }
}

/// How it stands today: a word and a colour, the word first.
pub(super) fn state(words: Words, debt: &Debt, today: Date) -> Markup {
    let overdue = debt.days_overdue(today);
    let left = domain::followup::month::days_after(today, debt.due);
    html! {
        @if overdue > 0 { span.tag.bad { (say!(words, "debt-overdue", days = overdue)) } }
        @else if left == 0 { span.tag.warn { (say!(words, "debt-today")) } }
        @else { span.tag.plain { (say!(words, "debt-left", days = left)) } }
    }
}
