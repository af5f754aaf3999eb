//! The rules: a form of few settings on one side, their plain reading on the other.

use maud::{Markup, html};

use crate::domain::poll::round::RoundStage;
use crate::domain::poll::rules::{
    BLANK, OVERMARK, Rules, SHORTFALL, TIE, UNDERMARK, UNMARKED, UnknownRules, find, pick,
};
use crate::domain::problem::Problem;
use crate::say;
use crate::service::polling::PollView;
use crate::text::Words;
use crate::web::form::Fields;
use crate::web::kit::{self, Frame};
use crate::web::path;

/// The page of the rules.
pub(super) fn rules(
    frame: &Frame<'_>,
    view: &PollView,
    token: &str,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "rules-title");
    let Some(round) = view.rounds.last() else {
        return html! {};
    };
    let is_draft = round.round.stage == RoundStage::Draft;
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, problems))
        h1 { (title) }
        section.card {
            h2 { (say!(words, "rules-read")) }
            (kit::rules_paragraph(words, &round.rules, view.due, view.sitting.quorum_present))
            @if let Some(hash) = round.round.rules_hash {
                p.quiet.hash { (say!(words, "rules-hash")) " " code { (hash.short()) } }
            }
        }
        (findings(words, view, token, is_draft))
        @if is_draft { (form(words, view, &round.rules, token, problems)) }
        @else { p.quiet { (say!(words, "rules-frozen")) } }
    };
    kit::office_page(frame, &title.text, &content)
}

/// What the lint says, and the form that accepts its warnings.
fn findings(words: Words, view: &PollView, token: &str, is_draft: bool) -> Markup {
    let has_errors = view.findings.iter().any(Problem::is_error);
    html! {
        @if !view.findings.is_empty() {
            section.card.warned {
                h2 { (say!(words, "findings-title")) }
                (kit::problem_list(words, &view.findings))
                @if !view.poll.warnings_reason.is_empty() {
                    p { (say!(words, "findings-accepted")) " " bdi lang="zh-Hans" { (view.poll.warnings_reason) } }
                } @else if is_draft && !has_errors {
                    form method="post" action=(path::warnings(view.poll.id)) {
                        (kit::token_field(token))
                        div.field { label for="reason" { (say!(words, "act-reason")) }
                            input id="reason" name="reason" maxlength="200" required; }
                        button.button.plain { (say!(words, "findings-accept")) }
                    }
                }
            }
        }
    }
}

fn form(words: Words, view: &PollView, rules: &Rules, token: &str, problems: &[Problem]) -> Markup {
    html! {
        form.card method="post" action=(path::rules(view.poll.id)) {
            (kit::token_field(token))
            div.field {
                label for="title" { (say!(words, "poll-title")) }
                (kit::field_error(words, problems, "title"))
                input id="title" name="title" value=(view.poll.title) maxlength="80";
            }
            div.field {
                label for="places" { (say!(words, "poll-places")) }
                (kit::field_error(words, problems, "places"))
                input id="places" name="places" inputmode="numeric" size="4" value=(rules.places);
            }
            (choice(words, "undermark", &pick(rules.undermark, UNDERMARK), &words_of(UNDERMARK)))
            (choice(words, "unmarked", &pick(rules.unmarked, UNMARKED), &words_of(UNMARKED)))
            (choice(words, "overmark", &pick(rules.overmark, OVERMARK), &words_of(OVERMARK)))
            (choice(words, "blank", &pick(rules.blank, BLANK), &words_of(BLANK)))
            (choice(words, "tie", &pick(rules.tie, TIE), &words_of(TIE)))
            (choice(words, "shortfall", &pick(rules.shortfall, SHORTFALL), &words_of(SHORTFALL)))
            button.button { (say!(words, "rules-save")) }
        }
    }
}

fn words_of<T>(values: &[(T, &'static str)]) -> Vec<&'static str> {
    values.iter().map(|(_, word)| *word).collect()
}

fn choice(words: Words, name: &str, current: &str, values: &[&str]) -> Markup {
    html! {
        fieldset.field {
            legend { (words.say_named("setting", name, &[])) }
            @for value in values {
                label.choice {
                    input type="radio" name=(name) value=(value) checked[*value == current];
                    (words.say_named("setting", &format!("{name}-{value}"), &[]))
                }
            }
        }
    }
}

/// The rules of a posted form, over those that stand.
pub(super) fn read(fields: &Fields, before: &Rules) -> Result<Rules, Vec<Problem>> {
    let unknown = |_: UnknownRules| vec![Problem::error("setting-unknown")];
    let places = fields
        .number::<u16>("places")
        .map_err(|problem| vec![problem])?;
    if places == 0 {
        return Err(vec![Problem::error("places-none").at("places")]);
    }
    Ok(Rules {
        places,
        unmarked: find(fields.get("unmarked"), UNMARKED).map_err(unknown)?,
        overmark: find(fields.get("overmark"), OVERMARK).map_err(unknown)?,
        undermark: find(fields.get("undermark"), UNDERMARK).map_err(unknown)?,
        blank: find(fields.get("blank"), BLANK).map_err(unknown)?,
        tie: find(fields.get("tie"), TIE).map_err(unknown)?,
        shortfall: find(fields.get("shortfall"), SHORTFALL).map_err(unknown)?,
        ..before.clone()
    })
}
