//! The outcome that explains every line, and the statement with its versions.

use maud::{Markup, html};

use super::correction;
use crate::kit::{self, Frame};
use crate::path;
use domain::ballot::LineNo;
use domain::id::AccountId;
use domain::publish::official_form::OfficialForm;
use domain::round::RoundStage;
use domain::round::holding::KeyHolding;
use domain::sitting::officer::Officer;
use domain::statement::correction::Correction;
use domain::tally::{NextRound, Outcome, next};
use service::act_of_two::press::PendingAct;
use service::act_of_two::show::ActFact;
use service::poll::overview::{ResultView, RoundResult};
use service::statement::certifying::StatementView;
use service::statement::correcting::PendingCorrection;
use text::say;
use text::{Words, format};

/// The outcome page.
pub(super) fn outcome(
    frame: &Frame<'_>,
    view: &ResultView,
    (token, me): (&str, Option<AccountId>),
) -> Markup {
    let words = frame.words;
    let title = say!(words, "outcome-title");
    let shown: Vec<&RoundResult> = view
        .rounds
        .iter()
        .filter(|round| round.round.stage >= RoundStage::Counted)
        .collect();
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, frame.problems))
        (kit::changed_facts(words, &view.changed))
        h1 { (title) }
        @if shown.is_empty() && view.changed.is_empty() { p { (say!(words, "outcome-none")) } }
        @for round in &shown { (round_section(words, view, round, (token, me))) }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn round_section(
    words: Words,
    view: &ResultView,
    result: &RoundResult,
    reader: (&str, Option<AccountId>),
) -> Markup {
    let name = say!(words, "round-number", number = result.round.number).text;
    html! {
        section.card id={ "round-" (result.round.number) } {
            h2 { (name) }
            p { (kit::round_held(words, view.session.body, &result.sitting)) }
            @match &result.outcome {
                Some(outcome) => {
                    (kit::account_figures(words, &result.turnout, outcome))
                    (kit::result_table(words, &result.rules, &result.lines, outcome, &name))
                    (kit::decision(words, &result.lines, outcome))
                    p.no-print { a href=(path::round_form(view.poll.id, OfficialForm::Statement.word(), result.round.number)) {
                            (say!(words, "round-report")) } " · "
                        a href=(path::round_account(view.poll.id, result.round.number)) {
                            (say!(words, "account-of-round", number = result.round.number)) } }
                    (kit::trace(words, outcome))
                    @if result.round.stage == RoundStage::Counted {
                        (what_follows(words, view, result, outcome, reader))
                    }
                    @if let Some(decided) = kit::presidium(words, result) { p { (decided) } }
                    (kit::rules_paragraph(words, &result.rules, result.sitting.due.unwrap_or(0), result.sitting.quorum_present))
                }
                None => {
                    (kit::void_round(words, &result.round, &result.turnout))
                    p.no-print { a href=(path::round_account(view.poll.id, result.round.number)) {
                        (say!(words, "account-of-round", number = result.round.number)) } }
                },
            }
        }
    }
}

/// After a tie or a shortfall: the round that was drafted, or the presidium's word.
fn what_follows(
    words: Words,
    view: &ResultView,
    result: &RoundResult,
    outcome: &Outcome,
    (token, me): (&str, Option<AccountId>),
) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
    match next(outcome, &result.rules) {
        NextRound::RunOff { .. } | NextRound::Supplementary { .. } => html! {
            p { (say!(words, "decision-follows")) " "
                a href=(path::manage_poll(view.poll.id)) {
                    (say!(words, "round-number", number = result.round.number.saturating_add(1))) } }
        },
        NextRound::Presidium { .. } if result.presidium.is_some() => {
            let waits = result.presidium.as_ref();
            html! { @if let Some((asked, shown)) = waits {
                (presidium_waits(words, result, (asked, shown), (token, me)))
            } }
        }
        NextRound::Presidium { lines, places } => html! {
            form method="post" action=(path::presidium(result.round.id)) {
                (kit::token_field(token))
                h3 { (say!(words, "presidium-title")) }
                p { (say!(words, "presidium-how", places = places)) }
                @for line in result.lines.iter().filter(|line| lines.contains(&LineNo(line.line_no))) {
                    (form.tick("line", line.line_no, html! { bdi lang="zh-Hans" { (line.name) } }))
                }
                (form.line("reason", say!(words, "act-reason")).most(200).required())
                button.button { (say!(words, "presidium-button")) }
            }
        },
        NextRound::Nothing | NextRound::Again | NextRound::Unsaid => html! {},
    }
}

/// What the presidium is said to have decided, to the second person with the button that confirms it.
fn presidium_waits(
    words: Words,
    result: &RoundResult,
    (asked, shown): (&PendingAct, &[ActFact]),
    (token, me): (&str, Option<AccountId>),
) -> Markup {
    let name = words.say_named("act", &asked.act, &[]).text;
    let is_mine = Some(asked.asked_by) == me;
    html! {
        h3 { (say!(words, "presidium-title")) }
        @if is_mine { p { (say!(words, "act-waits-for-other", act = name.clone())) } }
        @else { p { (say!(words, "act-confirm-told", who = asked.asked_by_name.clone(), act = name.clone())) } }
        (kit::shown_facts(words, shown))
        (kit::take_back_link(words))
        @if !is_mine {
            form method="post" action=(path::presidium(result.round.id)) {
                (kit::token_field(token))
                (kit::seen_field(Some(asked)))
                button.button name="as" value="confirm" { (say!(words, "act-confirm", act = name)) }
            }
        }
    }
}

/// The statement: its newest version as text, earlier ones below, and the way to a correction.
pub(super) fn statement(
    frame: &Frame<'_>,
    view: &ResultView,
    versions: &[StatementView],
    correcting: (&[Officer], Option<&PendingCorrection>),
    seen: &correction::CorrectionPage<'_>,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "statement-title");
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, seen.problems))
        (kit::changed_facts(words, &view.changed))
        h1 { (title) }
        @let versions = if view.changed.is_empty() { versions } else { &[] };
        @if versions.is_empty() && view.changed.is_empty() { p { (say!(words, "statement-none")) } }
        @if view.changed.is_empty() { (kit::pdf_link(words, view.poll.id, OfficialForm::Statement)) }
        @if !versions.is_empty() { (told(words, view)) (boxes(words, view)) }
        @for version in versions.iter().rev() { (version_section(words, version)) }
        @if !versions.is_empty() {
            (correction::section(words, view, correcting.0, correcting.1, seen))
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, seen.problems),
        &content,
    )
}

/// What became of the cards of each sealed box.
fn boxes(words: Words, view: &ResultView) -> Markup {
    html! {
        @for round in &view.rounds {
            @if let Some(sealed) = &round.sealed {
                section.card {
                    h2 { (say!(words, "box-of-round", number = round.round.number)) " "
                        code.box-name dir="ltr" { (sealed.name) } }
                    @if sealed.holding == KeyHolding::Server {
                        p.warn { (say!(words, "box-held-server")) }
                    } @else {
                        (kit::cards_destroyed(words, sealed.holding, sealed.destroyed))
                    }
                }
            }
        }
    }
}

/// The same record in words: what was accepted, and every step of every round.
fn told(words: Words, view: &ResultView) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "statement-told")) }
            @for round in &view.rounds {
                @let name = say!(words, "round-number", number = round.round.number).text;
                @if view.rounds.len() > 1 { h3 { (name) } }
                @if round.outcome.is_none() { (kit::void_round(words, &round.round, &round.turnout)) }
                @if let Some(outcome) = &round.outcome {
                    (kit::account_figures(words, &round.turnout, outcome))
                    (kit::result_table(words, &round.rules, &round.lines, outcome, &name))
                    @if let Some(decided) = kit::presidium(words, round) { p { (decided) } }
                    (kit::problem_list(words, &round.warnings))
                    @if !round.warnings.is_empty() {
                        p { (say!(words, "findings-accepted")) " " bdi lang="zh-Hans" { (view.poll.warnings_reason) } }
                    }
                    (kit::trace(words, outcome))
                }
            }
        }
    }
}

fn version_section(words: Words, version: &StatementView) -> Markup {
    let statement = &version.statement;
    let at = jiff::Timestamp::from_millisecond(statement.certified_at);
    let at = at.map(format::date_time).unwrap_or_default();
    html! {
        section.card {
            h2 { (say!(words, "statement-version", version = statement.version)) }
            @if !statement.reason.is_empty() {
                p { (say!(words, "act-reason")) ": " bdi lang="zh-Hans" { (statement.reason) } }
            }
            @if let Some(correction) = Correction::of_statement(&statement.text) {
                (correction::change(words, &correction)) }
            p { (say!(words, "statement-people", first = version.first_name.clone(), second = version.second_name.clone(), time = at)) }
            p.hash { (say!(words, "statement-hash")) " " code dir="ltr" { (statement.digest) } }
            details { summary { (say!(words, "statement-text")) }
                pre.record dir="ltr" lang="zh-Hans" tabindex="0" { (statement.text) } }
        }
    }
}
