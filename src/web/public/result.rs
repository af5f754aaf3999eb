//! A published result and its notice: on a phone, on a desk, on one A4.

use maud::{Markup, html};

use crate::count;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::statement::correction::Correction;
use domain::tally::{GradedLine, LineVerdict};
use machine::clock;
use service::poll::overview::{NoticeView, ResultView, RoundResult, Statement};
use text::say;
use text::{Phrase, Words, format, rules as rule_words};

/// The result page; before publishing it says that, and nothing else.
pub(super) fn result(frame: &Frame<'_>, view: &ResultView) -> Markup {
    let words = frame.words;
    let title = say!(words, "result-title");
    let content = html! {
        p.crumbs.no-print {
            a href=(path::HOME) { (frame.place) } " › "
            a href=(path::congress(&view.congress.slug)) { bdi lang="zh-Hans" { (view.congress.name) } } " › "
            a href=(path::session(view.session.id)) {
                (kit::session_name(words, &view.congress.name, &view.session)) }
        }
        h1 { bdi lang="zh-Hans" { (view.poll.title) } " " (title) }
        @if !view.changed.is_empty() { (kit::changed_facts(words, &view.changed)) }
        @else if view.is_published() { (published(words, view)) }
        @else {
            div.told role="status" { p.lead { (say!(words, "result-not-yet")) }
                p { (say!(words, "result-not-yet-why")) } }
        }
    };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } };
    let window = format!("{} {title}", view.poll.title);
    kit::page(frame, PageStyle::Public, &window, &band, &content)
}

fn published(words: Words, view: &ResultView) -> Markup {
    html! {
        @for round in &view.rounds { (round_section(words, view, round)) }
        p.quiet.hash {
            @if let Some(statement) = view.statements.last() {
                (say!(words, "result-version", version = statement.version)) " · "
                (say!(words, "statement-hash")) " " code dir="ltr" { (statement.digest.short()) }
            }
            @if let Some(notice) = view.notices.last() {
                " · " a href=(path::notice(notice.id)) { (say!(words, "notice-number", number = notice.number)) }
            }
        }
        @if view.statements.len() > 1 {
            section.card {
                h2 { (say!(words, "result-corrections")) }
                ul.list { @for statement in &view.statements {
                    li { (say!(words, "result-version", version = statement.version)) " · "
                        (certified_on(words, statement)) " · " code dir="ltr" { (statement.digest.short()) } " "
                        bdi lang="zh-Hans" { (statement.reason) }
                        @if let Some(correction) = Correction::of_statement(&statement.text) {
                            (count::change(words, &correction)) } }
                } }
            }
        }
        p.no-print.print-hint { (say!(words, "result-print")) }
    }
}

/// The day on which a version was certified.
fn certified_on(words: Words, statement: &Statement) -> String {
    let at = jiff::Timestamp::from_millisecond(statement.certified_at);
    let day = at.map(clock::day);
    day.map(|day| format::date(words.language(), day))
        .unwrap_or_default()
}

/// What a notice corrects, and what was corrected before it, each with its reason.
pub(crate) fn corrected(words: Words, view: &NoticeView) -> Vec<String> {
    let number = view.corrects.map(|(number, _)| number);
    let corrects = number.map(|number| say!(words, "notice-corrects", number = number).text);
    let changes = view.corrections().into_iter().map(|(one, reason)| {
        say!(
            words,
            "notice-corrected",
            change = count::change_in_words(words, &one),
            reason = reason.to_owned()
        )
        .text
    });
    corrects.into_iter().chain(changes).collect()
}

fn round_section(words: Words, view: &ResultView, result: &RoundResult) -> Markup {
    let several = view.rounds.len() > 1;
    let name = say!(words, "round-number", number = result.round.number).text;
    let due = result.sitting.due.unwrap_or(0);
    html! {
        section {
            @if several { h2 { (name) } }
            p.lead { (kit::round_held(words, view.session.body, &result.sitting)) }
            @match &result.outcome {
                Some(outcome) => {
                    (kit::account_figures(words, &result.turnout, outcome))
                    (kit::result_table(words, &result.rules, &result.lines, outcome, &name))
                    (kit::trace(words, outcome))
                    (kit::rules_paragraph(words, &result.rules, due, result.sitting.quorum_present))
                }
                None => (kit::void_round(words, &result.round, &result.turnout)),
            }
        }
    }
}

/// The notice: number, the chosen in order, who issues it, the date. Names only, as the published
/// examples have it.
pub(super) fn notice(frame: &Frame<'_>, view: &NoticeView) -> Markup {
    let words = frame.words;
    let result = &view.result;
    let body = result.session.body.word();
    let number = say!(words, "notice-number", number = view.notice.number);
    let session = kit::session_name(words, &result.congress.name, &result.session);
    let at = jiff::Timestamp::from_millisecond(view.notice.published_at);
    let date = at
        .map(clock::day)
        .map(|day| format::date(words.language(), day));
    let content = html! {
        p.crumbs.no-print { a href=(path::result(result.poll.id)) { bdi lang="zh-Hans" { (result.poll.title) } } }
        p.no-print { a href=(path::notice_pdf(view.notice.id)) { (say!(words, "forms-pdf")) } }
        (kit::changed_facts(words, &result.changed))
        @if view.is_replaced { div.told { p { (say!(words, "notice-replaced")) } } }
        @if result.changed.is_empty() { article.official {
            h1 { (say!(words, "notice-title", congress = result.congress.name.clone(), body = body)) }
            p.number { (number) }
            @for told in corrected(words, view) { p { (told) } }
            @let grades = graded(result);
            @if grades.is_empty() {
                p { (say!(words, "notice-text", session = session.text.clone(), body = body, how = selects_by(result))) }
                ol { @for name in chosen(result) { li { bdi lang="zh-Hans" { (name) } } } }
            } @else {
                p { (say!(words, "notice-grades", session = session.text.clone(), body = body)) }
                ol { @for (name, line) in grades { li { bdi lang="zh-Hans" { (grade_line(words, &name, line)) } } } }
            }
            p { (say!(words, "notice-end")) }
            p.signature { (say!(words, "notice-issuer", session = session.text, congress = result.congress.name.clone(), body = body)) br; (date.unwrap_or_default()) }
        } }
    };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = result.congress.name.clone())) } };
    kit::page(frame, PageStyle::Public, &number.text, &band, &content)
}

/// How the notice says that the projects were chosen.
pub(crate) fn selects_by(result: &ResultView) -> &'static str {
    if result.is_by_majority_of_all() {
        "majority"
    } else {
        "votes"
    }
}

/// The grades of an evaluation, in the order of the ballot.
pub(crate) fn graded(result: &ResultView) -> Vec<(String, &GradedLine)> {
    let counted = result.rounds.iter();
    let counted =
        counted.filter_map(|round| round.outcome.as_ref().map(|outcome| (round, outcome)));
    counted
        .flat_map(|(round, outcome)| {
            let named = round.lines.iter().map(|line| line.name.clone());
            named.zip(&outcome.grades)
        })
        .collect()
}

/// A line of an evaluation's notice: what it is, its grade, and the papers behind it.
pub(crate) fn grade_line(words: Words, name: &str, line: &GradedLine) -> Phrase {
    say!(
        words,
        "notice-grade",
        name = name.to_owned(),
        grade = rule_words::line_grade(words, line.grade).text,
        satisfied = line.satisfied,
        basically = line.basically,
        dissatisfied = line.dissatisfied,
        abstain = line.abstain
    )
}

/// The chosen, in the order of the ballot, of every round.
pub(crate) fn chosen(result: &ResultView) -> Vec<String> {
    let mut names = Vec::new();
    for round in &result.rounds {
        let Some(outcome) = &round.outcome else {
            continue;
        };
        for (line, came) in round.lines.iter().zip(&outcome.lines) {
            if came.verdict == LineVerdict::Selected {
                names.push(line.name.clone());
            }
        }
    }
    names
}
