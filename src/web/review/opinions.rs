//! The opinions at a review of the work committee: the agreed numbers, or the form to type them.

use maud::{Markup, html};

use super::parts::ReviewForms;
use crate::path;
use domain::review::opinions::Opinions;
use service::review::ReviewView;
use text::say;
use text::{Phrase, Words};

/// The section of the page; nothing at a congress's review.
pub(super) fn section(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    html! {
        @if view.review.reviewer.is_advisory() {
            section { h2 { (say!(words, "opinions-advisory")) " " span.tag.warn { (say!(words, "work-review-no-vote")) } }
                @match &view.opinions {
                    Some(opinions) => (table(words, opinions)),
                    None => (waiting(forms, view)),
                }
            }
        }
    }
}

fn waiting(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    html! {
        @match (view.typed, view.typed_here.is_some()) {
            (0, _) => p.quiet { (say!(words, "opinions-none-yet")) },
            (_, true) => p { span.tag.warn { (say!(words, "opinions-wait-for-second")) } },
            (_, false) => p { span.tag.warn { (say!(words, "opinions-wait-for-you")) } },
        }
        @if view.takes_opinions() { (form(forms, view)) }
    }
}

fn form(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let words = forms.words;
    let fields = forms.fields("opinions", "opinions-");
    let mine = |of: fn(&Opinions) -> u32| view.typed_here.as_ref().map(of);
    let shown = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let members = shown(mine(|one| one.members));
    let parts = [
        ("satisfied", shown(mine(|one| one.satisfied))),
        ("basically", shown(mine(|one| one.basically))),
        ("dissatisfied", shown(mine(|one| one.dissatisfied))),
        ("abstain", shown(mine(|one| one.abstain))),
    ];
    html! {
        details.card.narrow open {
            summary { b { (say!(words, "opinions-type")) } }
            p.hint { (say!(words, "opinions-type-hint")) }
            form method="post" action=(path::review_opinions(view.review.id)) {
                (forms.hidden("opinions"))
                (fields.line("members", say!(words, "opinions-members")).or(&members))
                @for (name, value) in &parts { (fields.line(name, words.say_named("opinion-word", name, &[])).or(value)) }
                button.button { (say!(words, "opinions-save")) }
            }
        }
    }
}

/// The five numbers by name.
pub(crate) fn numbers(words: Words, opinions: &Opinions) -> [(Phrase, u32); 5] {
    let word = |name| words.say_named("opinion-word", name, &[]);
    [
        (say!(words, "opinions-members"), opinions.members),
        (word("satisfied"), opinions.satisfied),
        (word("basically"), opinions.basically),
        (word("dissatisfied"), opinions.dissatisfied),
        (word("abstain"), opinions.abstain),
    ]
}

/// The agreed numbers, with the words that they are no vote.
pub(super) fn table(words: Words, opinions: &Opinions) -> Markup {
    html! {
        dl.figures { @for (name, number) in numbers(words, opinions) { div { dt { (name) } dd.num { (number) } } } }
        p.quiet { (say!(words, "opinions-no-result")) }
    }
}
