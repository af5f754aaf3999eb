//! Forms: problems beside their fields and in a summary, the token of a form.

use maud::{Markup, html};

use super::form::PageForm;
use crate::path;
use crate::typed::Fields;
use domain::hand_count::code;
use domain::id::PollId;
use domain::problem::{Problem, ProblemPlace};
use domain::publish::official_form::OfficialForm;
use domain::round::RoundStage;
use text::say;
use text::{Language, Phrase, Words, format};

/// The words of a problem.
pub(crate) fn told(words: Words, problem: &Problem) -> Phrase {
    let told = words.say_named("problem", problem.code, &named(words, problem));
    match code::number(problem.code) {
        Some(number) => Phrase {
            text: format!("{} {}", problem_number(words, number), told.text),
            ..told
        },
        None => told,
    }
}

/// The facts of a problem, a stage by its name.
fn named(words: Words, problem: &Problem) -> Vec<(&'static str, String)> {
    let facts = problem.facts.iter();
    facts
        .map(|(name, value)| {
            let is_stage = *name == "stage";
            let told = match RoundStage::from_word(value) {
                Some(stage) if is_stage => words.say_named("stage", stage.word(), &[]).text,
                _ => value.clone(),
            };
            (*name, told)
        })
        .collect()
}

/// The number of a problem of the count, as it is called out.
pub(crate) fn problem_number(words: Words, number: u32) -> Phrase {
    say!(words, "problem-code", number = format!("{number:02}"))
}

/// The summary on top of a form that was not accepted: every problem, linked to its field.
pub(crate) fn error_summary(words: Words, problems: &[Problem]) -> Markup {
    error_summary_with(words, problems, &html! {})
}

/// The same summary with more inside it, such as links to the lines concerned.
pub(crate) fn error_summary_with(words: Words, problems: &[Problem], more: &Markup) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.summary role="alert" tabindex="-1" autofocus {
                h2 { (say!(words, "summary-title")) }
                ul {
                    @for problem in problems {
                        li {
                            @match &problem.place {
                                ProblemPlace::Field(field) => {
                                    a href={ "#" (field) } { (told(words, problem)) }
                                }
                                ProblemPlace::Whole | ProblemPlace::Cell { .. } => { (told(words, problem)) }
                            }
                        }
                    }
                }
                (more)
            }
        }
    }
}

/// The problem beside a field, if it has one.
pub(crate) fn field_error(words: Words, problems: &[Problem], field: &str) -> Markup {
    let mine = |problem: &&Problem| problem.place == ProblemPlace::Field(field.to_owned());
    html! {
        @for problem in problems.iter().filter(mine) {
            p.field-error id={ (field) "-error" } { (told(words, problem)) }
        }
    }
}

/// What stands against an act: a list with a cross before each.
pub(crate) fn problem_list(words: Words, problems: &[Problem]) -> Markup {
    html! {
        ul.guards {
            @for problem in problems { li.no { (told(words, problem)) } }
        }
    }
}

/// What is not as it was fixed, in place of whatever builds on it.
pub(crate) fn changed_facts(words: Words, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.summary role="alert" tabindex="-1" {
                h2 { (say!(words, "facts-changed-title")) }
                ul { @for problem in problems { li { (told(words, problem)) } } }
            }
        }
    }
}

/// What somebody typed, to be copied.
pub(crate) fn typed_texts<'t, T: Iterator<Item = &'t str>>(words: Words, texts: T) -> Markup {
    let mut texts = texts.peekable();
    html! {
        @if texts.peek().is_some() {
            section.card {
                h2 { (say!(words, "kept-title")) }
                @for text in texts { p.typed { bdi { (text) } } }
            }
        }
    }
}

/// The button that sends what was typed once more; a file is chosen again.
pub(crate) fn send_again(words: Words, to: &str, typed: &Fields, token: &str) -> Markup {
    let kind = typed.file().map(|_| "multipart/form-data");
    html! {
        form method="post" action=(to) enctype=[kind] {
            (token_field(token))
            @for (name, value) in typed.open() { input type="hidden" name=(name) value=(value); }
            @if let Some(file) = typed.file() {
                (PageForm::blank(words, &[]).photo(file, say!(words, "kept-file-again")))
            }
            button.button { (say!(words, "kept-again")) }
        }
    }
}

/// The hidden token of an office form.
pub(crate) fn token_field(token: &str) -> Markup {
    html! { input type="hidden" name="token" value=(token); }
}

/// How often something had been counted when the page was shown: a form that is sent again counts once.
pub(crate) fn times_field(times: u32) -> Markup {
    html! { input type="hidden" name="times" value=(times); }
}

/// A candidate's one line with its money.
pub(crate) fn money_and_summary(language: Language, summary: &str, fen: i64) -> Markup {
    html! {
        bdi lang="zh-Hans" { (summary) }
        @if let Some(money) = money_beside(language, summary, fen) { " · " bdi.whole { (money) } }
    }
}

/// A candidate's money, unless its one line says it already.
pub(crate) fn money_beside(language: Language, summary: &str, fen: i64) -> Option<String> {
    let money = format::money(language, fen);
    let squeezed = summary.replace(' ', "");
    (fen > 0 && !squeezed.contains(&money)).then_some(money)
}

/// The way from a page to the same form as PDF.
pub(crate) fn pdf_link(words: Words, poll: PollId, form: OfficialForm) -> Markup {
    html! {
        p.no-print { a href=(path::poll_form(poll, form.word())) { (say!(words, "forms-pdf")) } }
    }
}

/// The title of a window: a refused form says so first.
pub(crate) fn window_title(words: Words, title: &str, problems: &[Problem]) -> String {
    if problems.is_empty() {
        return title.to_owned();
    }
    format!("{}{title}", say!(words, "error-title"))
}
