//! A debt in words, and the page on which it is paid.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::path;
use domain::reminder::debt::{Debt, DebtMatter, Debtor};
use text::say;
use text::{Phrase, Words};

/// The page on which a debt is paid; of a report its project's, where whoever may not report reads.
pub(super) fn place(debt: &Debt) -> String {
    match debt.matter {
        DebtMatter::Plan(project) => path::plan(project),
        DebtMatter::Report(project)
        | DebtMatter::Check(project)
        | DebtMatter::Milestone(project) => path::life(project),
        DebtMatter::Send(finding)
        | DebtMatter::Answer(finding)
        | DebtMatter::Extension(finding)
        | DebtMatter::Recheck(finding) => path::finding(finding),
        DebtMatter::Decision(change) => path::change(change),
        DebtMatter::Reply(entry) | DebtMatter::Entry(entry) => path::entry(entry),
        DebtMatter::Review(review)
        | DebtMatter::ReviewReply(review)
        | DebtMatter::ReviewTask(review)
        | DebtMatter::ReviewRecheck(review) => path::manage_review(review),
        DebtMatter::Opinion(opinion) => path::opinion(opinion),
        DebtMatter::Leads(year) => path::leads(debt.congress, year),
    }
}

/// What is owed, in two or three words.
pub(super) fn what(words: Words, matter: DebtMatter) -> Phrase {
    words.say_named("debt", matter.word(), &[])
}

/// What tells it from its like.
fn detail(words: Words, debt: &Debt) -> Option<Phrase> {
    let detail = debt.detail.clone();
    Some(match debt.matter {
        DebtMatter::Report(_) | DebtMatter::Check(_) => say!(words, "debt-month", month = detail),
        DebtMatter::Send(_)
        | DebtMatter::Answer(_)
        | DebtMatter::Extension(_)
        | DebtMatter::Recheck(_) => {
            say!(words, "debt-number", number = detail)
        }
        DebtMatter::Milestone(_) => say!(words, "debt-milestone-name", name = detail),
        DebtMatter::Reply(_) | DebtMatter::ReviewReply(_) => {
            say!(words, "debt-questions", questions = detail)
        }
        DebtMatter::ReviewTask(_) | DebtMatter::ReviewRecheck(_) => {
            say!(words, "debt-tasks", tasks = detail)
        }
        DebtMatter::Opinion(_) => words.say_named("opinion-kind", &debt.detail, &[]),
        DebtMatter::Leads(year) => say!(
            words,
            "debt-leads-of",
            leads = detail,
            year = i64::from(year)
        ),
        DebtMatter::Plan(_)
        | DebtMatter::Decision(_)
        | DebtMatter::Entry(_)
        | DebtMatter::Review(_) => {
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
