//! The page of the rules: their reading, what the lint says, the template, the settings.

use maud::{Markup, html};

use super::fields::SettingsForm;
use super::templates;
use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::ballot::BallotKind;
use domain::poll::RoundKind;
use domain::poll::rules::Rules;
use domain::problem::{Problem, ProblemPlace};
use domain::round::RoundStage;
use service::poll::polling::PollView;
use service::round::view::RoundView;
use text::Words;
use text::say;

/// What a page of rules shows besides the poll.
pub(in crate::poll) struct RulesPage<'p> {
    pub(in crate::poll) token: &'p str,
    /// What was typed, where it was not accepted; else the rules as they stand are shown.
    pub(in crate::poll) typed: &'p Fields,
    pub(in crate::poll) problems: &'p [Problem],
    /// Whether a template was just chosen, which put every setting back.
    pub(in crate::poll) is_reset: bool,
}

/// The page of the rules.
pub(in crate::poll) fn rules(frame: &Frame<'_>, view: &PollView, shown: &RulesPage<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "rules-title");
    let Some(round) = view.rounds.last() else {
        return html! {};
    };
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, shown.problems))
        h1 { (title) }
        @if shown.is_reset { p.decision role="status" { (say!(words, "template-was-reset")) } }
        div.beside {
            div.reading {
                (reading(words, view, round))
                (findings(words, view, shown, round))
            }
            div { (settings(words, view, round, shown)) }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, shown.problems),
        &content,
    )
}

fn reading(words: Words, view: &PollView, round: &RoundView) -> Markup {
    if !round.changed.is_empty() {
        return kit::changed_facts(words, &round.changed);
    }
    html! {
        section.card {
            h2 { (say!(words, "rules-read")) }
            div #reading aria-live="polite" {
                (kit::rules_paragraph(words, &round.rules, view.due, view.sitting.quorum_present))
            }
            @if let Some(hash) = round.round.rules_hash {
                p.quiet.hash { (say!(words, "rules-hash")) " " code { (hash.short()) } }
            }
        }
    }
}

/// Rules that are being chosen, read back before anybody saves them.
pub(in crate::poll) fn tried(words: Words, view: &PollView, rules: &Rules) -> Markup {
    let changed = view.rounds.last().filter(|round| !round.changed.is_empty());
    if let Some(round) = changed {
        return kit::changed_facts(words, &round.changed);
    }
    html! {
        p.decision { (say!(words, "rules-not-saved")) }
        (kit::rules_paragraph(words, rules, view.due, view.sitting.quorum_present))
    }
}

/// The forms while they may be filled in; else why they may not.
fn settings(words: Words, view: &PollView, round: &RoundView, shown: &RulesPage<'_>) -> Markup {
    if round.round.stage != RoundStage::Draft {
        return html! { p.quiet { (say!(words, "rules-frozen")) } };
    }
    match round.round.kind {
        RoundKind::RunOff | RoundKind::Supplementary => {
            html! { p.quiet { (say!(words, "problem-round-follows")) } }
        }
        RoundKind::First => html! {
            @if round.rules.kind != BallotKind::Grade { (templates::form(words, view.poll.id, round.rules.template, shown.token, shown.problems)) }
            (SettingsForm { words, rules: &round.rules, typed: shown.typed, problems: shown.problems }
                .draw(view.poll.id, shown.token))
        },
    }
}

/// What the lint says, each with a way to its setting, and the form that accepts its warnings.
fn findings(words: Words, view: &PollView, shown: &RulesPage<'_>, round: &RoundView) -> Markup {
    let form = kit::PageForm::new(words, shown.typed, shown.problems);
    let is_draft = round.round.stage == RoundStage::Draft;
    let has_errors = view.findings.iter().any(Problem::is_error);
    html! {
        @if !view.findings.is_empty() {
            section.card.warned {
                h2 { (say!(words, "findings-title")) }
                ul.guards { @for finding in &view.findings { li.no { (finding_line(words, view, finding, is_draft)) } } }
                @if !view.poll.warnings_reason.is_empty() {
                    p { (say!(words, "findings-accepted")) " " bdi lang="zh-Hans" { (view.poll.warnings_reason) } }
                } @else if is_draft && has_errors {
                    p { (say!(words, "findings-errors")) }
                } @else if is_draft {
                    form method="post" action=(path::warnings(view.poll.id)) {
                        (kit::token_field(shown.token))
                        (form.line("reason", say!(words, "act-reason")).most(200).required())
                        button.button.plain { (say!(words, "findings-accept")) }
                    }
                }
            }
        }
    }
}

fn finding_line(words: Words, view: &PollView, finding: &Problem, is_draft: bool) -> Markup {
    let told = kit::told(words, finding);
    let kind = if finding.is_error() {
        say!(words, "finding-error")
    } else {
        say!(words, "finding-warning")
    };
    html! {
        b { (kind) } " "
        @match &finding.place {
            ProblemPlace::Field(field) if is_draft && field == "slate" => a href=(path::slate(view.poll.id)) { (told) },
            ProblemPlace::Field(field) if is_draft => a href={ "#" (field) } { (told) },
            ProblemPlace::Field(_) | ProblemPlace::Whole | ProblemPlace::Cell { .. } => (told),
        }
    }
}
