//! Correcting a certified statement: three things can be set right, and whoever is second reads what
//! was asked, by whom, why, and what changes.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit;
use crate::path;
use domain::id::AccountId;
use domain::problem::Problem;
use domain::sitting::officer::Officer;
use domain::statement::correction::{Correction, MOST_FOUND};
use service::poll::overview::ResultView;
use service::statement::correcting::PendingCorrection;
use text::say;
use text::{Phrase, Words};

/// Who looks, and what a refused form held.
pub(super) struct CorrectionPage<'p> {
    pub(super) token: &'p str,
    pub(super) me: Option<AccountId>,
    pub(super) typed: &'p Fields,
    pub(super) problems: &'p [Problem],
    /// Who asked a moment before, where a press found that.
    pub(super) asked_before: Option<&'p str>,
}

/// What waits for the second person, or the forms that ask.
pub(super) fn section(
    words: Words,
    view: &ResultView,
    officers: &[Officer],
    waiting: Option<&PendingCorrection>,
    seen: &CorrectionPage<'_>,
) -> Markup {
    html! {
        section.card.no-print id="correction" {
            h2 { (say!(words, "correct-title")) }
            @if let Some(who) = seen.asked_before {
                div.told role="status" { p { (say!(words, "act-asked-before", who = who.to_owned())) } }
            }
            @match waiting {
                Some(waiting) => (confirm(words, view, waiting, seen)),
                None => {
                    p { (say!(words, "correct-what")) }
                    (papers(words, view, seen))
                    (name(words, view, seen))
                    (officer(words, view, officers, seen))
                },
            }
        }
    }
}

/// The request as it was asked, with what changes, and the button of the second person.
fn confirm(
    words: Words,
    view: &ResultView,
    waiting: &PendingCorrection,
    seen: &CorrectionPage<'_>,
) -> Markup {
    let name = say!(words, "correct-title").text;
    let is_mine = Some(waiting.request.asked_by) == seen.me;
    let shown = service::act_of_two::press::PendingAct {
        reason: waiting.reason.clone(),
        ..waiting.request.clone()
    };
    html! {
        (kit::asked_box(words, &name, &shown, seen.me))
        (change(words, &waiting.correction))
        @if !is_mine {
            form method="post" action=(path::statement(view.poll.id)) {
                (kit::token_field(seen.token))
                (kit::seen_field(Some(&waiting.request)))
                button.button name="as" value="confirm" { (say!(words, "correct-confirm")) }
            }
        }
    }
}

/// Before and after, as a table.
pub(crate) fn change(words: Words, correction: &Correction) -> Markup {
    let (what, before, after) = told(words, correction);
    html! {
        table.change {
            thead { tr { th scope="col" { (say!(words, "correct-column-what")) }
                th scope="col" { (say!(words, "correct-column-before")) }
                th scope="col" { (say!(words, "correct-column-after")) } } }
            tbody { tr { th scope="row" { (what) }
                td { bdi lang="zh-Hans" { (before) } }
                td { bdi lang="zh-Hans" { (after) } } } }
        }
        @if let Some(vote) = new_vote(words, correction) { p.warn { (vote) } }
    }
}

/// What a correction changes, in one sentence for paper.
pub(crate) fn change_in_words(words: Words, correction: &Correction) -> String {
    let (what, before, after) = told(words, correction);
    let change = say!(
        words,
        "correct-in-words",
        what = what.text,
        before = before,
        after = after
    );
    match new_vote(words, correction) {
        Some(vote) => format!("{}{vote}", change.text),
        None => change.text,
    }
}

/// That a new vote is needed, and why.
fn new_vote(words: Words, correction: &Correction) -> Option<Phrase> {
    match correction {
        Correction::PapersFound {
            could_change: Some(why),
            ..
        } => Some(say!(words, "correct-new-vote", why = why.word())),
        Correction::PapersFound { .. }
        | Correction::Name { .. }
        | Correction::OfficerName { .. } => None,
    }
}

fn told(words: Words, correction: &Correction) -> (Phrase, String, String) {
    match correction {
        Correction::PapersFound {
            round,
            papers,
            before,
            ..
        } => (
            say!(words, "correct-papers-of", round = *round),
            say!(words, "correct-papers-before", papers = *before).text,
            say!(
                words,
                "correct-papers-after",
                papers = before.saturating_add(*papers)
            )
            .text,
        ),
        Correction::Name {
            round,
            line,
            before,
            after,
        } => (
            say!(words, "correct-name-of", round = *round, line = *line),
            before.clone(),
            after.clone(),
        ),
        Correction::OfficerName {
            post,
            before,
            after,
            ..
        } => (
            say!(
                words,
                "correct-officer-of",
                role = words.say_named("role", post.word(), &[]).text
            ),
            before.clone(),
            after.clone(),
        ),
    }
}

/// The fields of one of the page's forms: the one that was sent keeps what was typed.
fn fields_of<'f>(words: Words, seen: &CorrectionPage<'f>, kind: &str) -> kit::PageForm<'f> {
    let form = kit::PageForm::new(words, seen.typed, seen.problems);
    form.sent_if(seen.typed.get("kind") == kind, "")
}

fn papers(words: Words, view: &ResultView, seen: &CorrectionPage<'_>) -> Markup {
    let form = fields_of(words, seen, "papers-found");
    let counted = view.rounds.iter().filter(|round| round.outcome.is_some());
    one_form(
        words,
        view,
        seen,
        "papers-found",
        &say!(words, "correct-papers-title"),
        &html! {
            p.quiet { (say!(words, "correct-papers-how", most = MOST_FOUND)) }
            (form.select("round", say!(words, "correct-round"), counted.map(|round| {
                (round.round.number.to_string(), say!(words, "round-number", number = round.round.number))
            })))
            (form.line("papers", say!(words, "correct-papers-number")).size(3).digits())
        },
    )
}

fn name(words: Words, view: &ResultView, seen: &CorrectionPage<'_>) -> Markup {
    let form = fields_of(words, seen, "name");
    let lines = view.rounds.iter().filter(|round| round.outcome.is_some());
    one_form(
        words,
        view,
        seen,
        "name",
        &say!(words, "correct-name-title"),
        &html! {
            (form.select("line", say!(words, "correct-name-line"), lines.flat_map(|round| round.lines.iter().map(move |line| {
                let number = round.round.number;
                let round = say!(words, "round-number", number = number);
                (format!("{number}.{}", line.line_no), format!("{round} {} {}", line.line_no, line.name))
            }))))
            (to_field(words, seen, "name"))
        },
    )
}

fn officer(
    words: Words,
    view: &ResultView,
    officers: &[Officer],
    seen: &CorrectionPage<'_>,
) -> Markup {
    let form = fields_of(words, seen, "officer");
    one_form(
        words,
        view,
        seen,
        "officer",
        &say!(words, "correct-officer-title"),
        &html! {
            (form.select("officer", say!(words, "correct-officer-line"), officers.iter().map(|one| {
                let post = words.say_named("role", one.post.word(), &[]);
                (one.id.to_string(), format!("{post} {}", one.name))
            })))
            (to_field(words, seen, "officer"))
        },
    )
}

fn to_field(words: Words, seen: &CorrectionPage<'_>, kind: &str) -> Markup {
    let form = fields_of(words, seen, kind);
    html! {
        (form.line("name", say!(words, "correct-to")).most(120).id(id_of(seen, "name", kind)))
    }
}

/// The identifier of a field that several forms have: the summary's links lead to the one that was sent.
fn id_of(seen: &CorrectionPage<'_>, name: &str, kind: &str) -> String {
    if seen.typed.get("kind") == kind {
        name.to_owned()
    } else {
        format!("{name}-{kind}")
    }
}

fn one_form(
    words: Words,
    view: &ResultView,
    seen: &CorrectionPage<'_>,
    kind: &str,
    title: &Phrase,
    fields: &Markup,
) -> Markup {
    let is_this = seen.typed.get("kind") == kind;
    let form = fields_of(words, seen, kind);
    html! {
        details open[is_this] {
            summary { (title) }
            form method="post" action=(path::statement(view.poll.id)) {
                (kit::token_field(seen.token))
                input type="hidden" name="kind" value=(kind);
                (fields)
                (form.line("reason", say!(words, "act-reason")).most(200).id(id_of(seen, "reason", kind)))
                button.button.plain name="as" value="ask" { (say!(words, "correct-ask")) }
            }
        }
    }
}
