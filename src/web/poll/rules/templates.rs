//! Templates to begin from, each with one plain sentence; the form of a new poll has them too.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit;
use crate::path;
use domain::id::PollId;
use domain::poll::template::Template;
use domain::problem::Problem;
use text::say;
use text::{Words, rules as rule_words};

/// The templates of a first round as radios.
pub(crate) fn choices(words: Words, chosen: &str, problems: &[Problem]) -> Markup {
    let form = kit::PageForm::blank(words, problems);
    html! {
            (form.group("template", say!(words, "template")).of(&html! {
    @for template in Template::FIRST {
                    (form.radio("template", template.word(), html! { span { b { (rule_words::template(words, template)) } br;
                            span.hint { (words.say_named("template-about", template.word(), &[])) } } }).chosen(template.word() == chosen).boxed("choice explained"))
                }
    }))
        }
}

/// The form that begins the rules of a draft anew.
pub(super) fn form(
    words: Words,
    poll: PollId,
    current: Template,
    token: &str,
    problems: &[Problem],
) -> Markup {
    html! {
        details.card open[problems.iter().any(|problem| problem.is_at("template"))] {
            summary { (say!(words, "template-change", name = rule_words::template(words, current).text)) }
            form method="post" action=(path::rules_template(poll)) {
                (kit::token_field(token))
                (choices(words, current.word(), problems))
                p { (say!(words, "template-resets")) }
                button.button.plain { (say!(words, "template-use")) }
            }
        }
    }
}

/// The template that a form names.
pub(crate) fn read(fields: &Fields) -> Result<Template, Problem> {
    Template::from_word(fields.get("template"))
        .ok_or_else(|| Problem::error("template-unknown").at("template"))
}
