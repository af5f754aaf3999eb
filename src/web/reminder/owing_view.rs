//! Who owes what, since when: filters, the list to print, how the reminders go.

use maud::{Markup, html};

use super::line;
use crate::kit::{self, Frame};
use crate::path;
use domain::reminder::debt::{Debt, Debtor};
use domain::reminder::delivery::{Delivery, DeliveryStage};
use domain::reminder::schedule::Schedule;
use service::reminder::owing::DebtList;
use text::say;
use text::{Phrase, Words, format};

/// Debts that are listed at once; the filter narrows the rest.
const MOST: usize = 300;

/// The whole page, narrowed to one debtor where the address says so.
pub(super) fn page(frame: &Frame<'_>, owing: &DebtList, who: &str) -> Markup {
    let words = frame.words;
    let title = say!(words, "owing-title");
    let kept: Vec<&Debt> = owing
        .debts
        .iter()
        .filter(|debt| who.is_empty() || debt.by.key() == who)
        .collect();
    let overdue = kept
        .iter()
        .filter(|debt| debt.days_overdue(owing.today) > 0)
        .count();
    let today = format::date(words.language(), owing.today);
    let content = html! {
        p.crumbs.no-print { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        h1 { (say!(words, "owing-of", name = owing.congress.name.clone())) }
        p.lead { (say!(words, "owing-sums", debts = kept.len(), overdue = overdue)) " " (say!(words, "as-of", day = today)) }
        (filter(words, owing, who))
        @if kept.is_empty() { p { (say!(words, "owing-none")) } }
        @else { (table(words, owing, &kept)) }
        @if kept.len() > MOST { p.quiet { (say!(words, "owed-more", more = kept.len() - MOST)) } }
        p.quiet { (rule(words, &owing.schedule)) }
        (going(frame, owing))
    };
    kit::office_page(frame, &title.text, &content)
}

/// The rule in words, with its numbers.
pub(super) fn rule(words: Words, schedule: &Schedule) -> Phrase {
    if !schedule.is_on {
        return say!(words, "reminder-rule-off");
    }
    say!(
        words,
        "reminder-rule-told",
        before = schedule.before_days,
        every = schedule.every_days,
        own = schedule.own_days
    )
}

fn filter(words: Words, owing: &DebtList, who: &str) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
    let mut debtors: Vec<(Debtor, String)> = owing
        .debts
        .iter()
        .map(|debt| (debt.by, debt.name.clone()))
        .collect();
    debtors.sort();
    debtors.dedup();
    let office = say!(words, "debtor-office").text;
    html! {
        form.inline.no-print method="get" {
            (form.select("who", say!(words, "owing-who"), kit::none_or(say!(words, "filter-all"), debtors.into_iter().map(|(by, name)| {
                (by.key(), if by == Debtor::Office { office.clone() } else { name })
            }))).value(who))
            button.button.plain { (say!(words, "owing-show")) }
        }
    }
}

fn table(words: Words, owing: &DebtList, kept: &[&Debt]) -> Markup {
    let title = say!(words, "owing-title");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title.text) { table.result.owing {
            thead { tr {
                th scope="col" { (say!(words, "owing-state")) }
                th scope="col" { (say!(words, "owing-what")) }
                th scope="col" { (say!(words, "owing-who")) }
                th.n scope="col" { (say!(words, "owing-since")) }
                th.n scope="col" { (say!(words, "owing-due")) }
            } }
            tbody { @for debt in kept.iter().take(MOST) { tr {
                td { (line::state(words, debt, owing.today)) }
                td { a href=(line::place(debt)) { b { (line::what(words, debt.matter)) } }
                    p.quiet { (line::about(words, debt)) } }
                td { (line::who(words, debt)) }
                td.n data-label=(say!(words, "owing-since").text) { (debt.since) }
                td.n data-label=(say!(words, "owing-due").text) { (debt.due) }
            } } }
        } }
    }
}

/// How the reminders go: the last run, what did not arrive, the ways to the settings.
fn going(frame: &Frame<'_>, owing: &DebtList) -> Markup {
    let words = frame.words;
    let congress = owing.congress.id;
    html! {
        section.card.no-print {
            h2 { (say!(words, "reminders-title")) }
            p { @match owing.ran_at {
                Some(at) => (say!(words, "reminders-ran", at = format::moment(at))),
                None => (say!(words, "reminders-never-ran")),
            } }
            @for (delivery, ran_at) in &owing.open { (undelivered(frame, delivery, *ran_at)) }
            form method="post" action=(path::remind_now(congress)) {
                (kit::token_field(frame.token))
                button.button.plain { (say!(words, "reminders-run")) }
            }
            ul.list {
                li { a href=(path::reminder_rule(congress)) { (say!(words, "reminder-rule-title")) } }
                li { a href=(path::webhook(congress)) { (say!(words, "webhook-title")) } }
            }
        }
    }
}

fn undelivered(frame: &Frame<'_>, delivery: &Delivery, ran_at: i64) -> Markup {
    let words = frame.words;
    let channel = words
        .say_named("channel", delivery.channel.word(), &[])
        .text;
    html! {
        div.told[delivery.stage == DeliveryStage::GivenUp] {
            p {
                (say!(words, "delivery-of", at = format::moment(ran_at), channel = channel)) " "
                @match delivery.stage {
                    DeliveryStage::GivenUp => span.tag.bad { (say!(words, "delivery-given-up", attempts = delivery.attempts)) },
                    DeliveryStage::Waiting | DeliveryStage::Delivered => span.tag.plain { (say!(words, "delivery-waits", at = format::moment(delivery.next_at))) },
                }
            }
            @if let Some(failure) = delivery.failure {
                p.quiet { (words.say_named("failure", failure.word(), &[("number", failure.number().to_string())])) }
            }
            @if delivery.stage == DeliveryStage::GivenUp {
                form method="post" action=(path::try_again(delivery.id)) {
                    (kit::token_field(frame.token))
                    button.button.plain { (say!(words, "delivery-try-again")) }
                }
            }
        }
    }
}
