//! The day of a review: what is noted when it is held, concluded, released or called off.

use maud::{Markup, html};

use super::parts::ReviewForms;
use crate::kit::PageForm;
use crate::path;
use domain::review::{DepartmentReview, Medium, ReviewAct};
use service::review::ReviewView;
use text::say;
use text::{Phrase, Words};

/// The acts that the review's stage has, each with its form.
pub(super) fn acts(forms: ReviewForms<'_>, view: &ReviewView) -> Markup {
    let review = &view.review;
    let is_open = |act: &ReviewAct| {
        let fits = match act {
            ReviewAct::Release => review.released_on.is_none(),
            ReviewAct::Withdraw => review.released_on.is_some(),
            ReviewAct::Hold | ReviewAct::Conclude | ReviewAct::CallOff => true,
        };
        fits && review.stage.after(*act).is_some()
    };
    html! {
        @for act in ReviewAct::ALL.into_iter().filter(is_open) { (act_form(forms, view, act)) }
    }
}

fn act_form(forms: ReviewForms<'_>, view: &ReviewView, act: ReviewAct) -> Markup {
    let words = forms.words;
    let key = act.word();
    let before = format!("{key}-");
    let fields = forms.fields(key, &before);
    let title = words.say_named("work-review-do", key, &[]);
    let is_usual = match act {
        ReviewAct::Hold | ReviewAct::Release => true,
        ReviewAct::Conclude | ReviewAct::CallOff | ReviewAct::Withdraw => false,
    };
    html! {
        details.card.narrow open[is_usual || forms.is_sent(key)] {
            summary { b { (title) } }
            p.hint { (words.say_named("work-review-hint", key, &[])) }
            form method="post" action=(path::review_act(view.review.id, key)) {
                (forms.hidden(key))
                @match act {
                    ReviewAct::Hold => (held(words, &fields, view)),
                    ReviewAct::Conclude => (fields.area("text", say!(words, "work-review-conclusion"), 6)),
                    ReviewAct::CallOff => (fields.area("text", say!(words, "work-review-reason"), 2)),
                    ReviewAct::Release | ReviewAct::Withdraw => {},
                }
                button.button { (title) }
            }
        }
    }
}

fn held(words: Words, fields: &PageForm<'_>, view: &ReviewView) -> Markup {
    let review = &view.review;
    let on = review.on.min(view.today).to_string();
    html! {
        (fields.date("on", say!(words, "work-review-held-on")).or(&on))
        (fields.line("place", say!(words, "work-review-place")).or(&review.place))
        (fields.line("chair", say!(words, "work-review-chair")).or(&review.chair))
        (media_fields(words, fields, &review.media))
    }
}

/// The media, a line each: those that send live, and those that record or report.
pub(super) fn media_fields(words: Words, fields: &PageForm<'_>, media: &[Medium]) -> Markup {
    let named = |is_live: bool| -> String {
        let of_kind = media.iter().filter(|one| one.is_live == is_live);
        let names: Vec<&str> = of_kind.map(|one| one.name.as_str()).collect();
        names.join("\n")
    };
    let hint = say!(words, "work-review-media-hint");
    html! {
        (fields.area("media_live", say!(words, "work-review-media-live"), 2).hint(&hint).or(named(true)))
        (fields.area("media", say!(words, "work-review-media"), 2).hint(&hint).or(named(false)))
    }
}

/// The media as a page lists them; nothing where there were none.
pub(super) fn media(words: Words, review: &DepartmentReview) -> Markup {
    html! {
        @if !review.media.is_empty() {
            div { dt { (say!(words, "work-review-media-there")) } dd {
                @for one in &review.media { span.whole { bdi { (one.name) } " " span.tag.plain { (medium_word(words, one)) } } " " }
            } }
        }
    }
}

/// Whether a medium sent live or recorded.
pub(crate) fn medium_word(words: Words, medium: &Medium) -> Phrase {
    if medium.is_live {
        say!(words, "work-review-live")
    } else {
        say!(words, "work-review-recorded")
    }
}
