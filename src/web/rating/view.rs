//! Three words and a remark; always apart from the deputies' grades, and the page says so.

use maud::{Markup, html};

use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::followup::month::Month;
use domain::followup::rating::{MOST_REMARK, Rating, RatingCounts, RatingWord};
use service::followup::ratings::{RatingPage, RatingsView};
use text::Words;
use text::say;

/// What a resident reads after the button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RatingAnswer {
    /// It is written down.
    Thanks,
    /// This phone has spoken this month.
    Before,
    /// Too many at once.
    Later,
}

pub(super) fn form(frame: &Frame<'_>, view: &RatingPage) -> Markup {
    let form = frame.form();
    let words = frame.words;
    let title = say!(words, "rating-title");
    let content = html! {
            div.narrow {
                (kit::error_summary(words, frame.problems))
                h1 { (title) }
                p.lead { bdi lang="zh-Hans" { (view.project.name) } }
                form method="post" action=(path::rate(view.project.id)) {
                    (form.group("word", say!(words, "rating-question")).of(&html! {
    @for word in RatingWord::ALL {
                            (form.radio("word", word.word(), words.say_named("rating", word.word(), &[])))
                        }
    }))
                    (form.area("remark", say!(words, "rating-remark"), 3).hint(say!(words, "rating-remark-hint")).most(MOST_REMARK))
                    button.button { (say!(words, "rating-send")) }
                }
                p.quiet { (say!(words, "rating-promise")) }
                (numbers(words, &view.said))
            }
        };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } };
    kit::page(
        frame,
        PageStyle::Public,
        &kit::window_title(words, &title.text, frame.problems),
        &band,
        &content,
    )
}

pub(super) fn after(frame: &Frame<'_>, view: &RatingPage, after: RatingAnswer) -> Markup {
    let words = frame.words;
    let title = match after {
        RatingAnswer::Thanks => say!(words, "rating-thanks"),
        RatingAnswer::Before => say!(words, "rating-before"),
        RatingAnswer::Later => say!(words, "rating-later"),
    };
    let content = html! {
        div.narrow {
            h1 { (title) }
            p.lead { bdi lang="zh-Hans" { (view.project.name) } }
            @if after == RatingAnswer::Later {
                (kit::typed_texts(words, frame.typed.texts()))
                (kit::send_again(words, &path::rate(view.project.id), frame.typed, ""))
            } @else {
                p { (say!(words, "rating-next")) }
            }
            (numbers(words, &view.said))
            p { a href=(path::public_project(&view.project.id.to_string())) { (say!(words, "rating-project")) } }
        }
    };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } };
    kit::page(frame, PageStyle::Public, &title.text, &band, &content)
}

/// How many said what, month by month; numbers, no average, no share.
pub(crate) fn numbers(words: Words, said: &[(Month, RatingCounts)]) -> Markup {
    html! {
        @if !said.is_empty() {
            section.ratings {
                h2 { (say!(words, "ratings-title")) }
                p.hint { (say!(words, "ratings-apart")) }
                div.scroll tabindex="0" role="region" aria-label=(say!(words, "ratings-title").text) {
                    table {
                        thead { tr {
                            th scope="col" { (say!(words, "rating-month")) }
                            @for word in RatingWord::ALL { th.n scope="col" { (words.say_named("rating", word.word(), &[])) } }
                            th.n scope="col" { (say!(words, "rating-people")) }
                        } }
                        tbody { @for (month, said) in said {
                            tr { th.num scope="row" { (month) }
                                @for word in RatingWord::ALL { td.n { (said.of(word)) } }
                                td.n { (said.all()) } }
                        } }
                    }
                }
            }
        }
    }
}

/// The sign at the site: one sheet, whose QR leads to the form.
pub(super) fn sign(frame: &Frame<'_>, view: &RatingPage, base: &str) -> Markup {
    let words = frame.words;
    let address = format!("{base}{}", path::rate(view.project.id));
    let content = html! {
        div.no-print { p { (say!(words, "rating-sign-how")) } }
        article.poster {
            p.poster-from { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } }
            h1 { bdi lang="zh-Hans" { (view.project.name) } }
            div.poster-body {
                div.qr { (kit::qr(&address)) }
                div {
                    p.poster-scan { (say!(words, "rating-sign-scan")) }
                    p.quiet dir="ltr" { (address) }
                    p { (say!(words, "rating-promise")) }
                }
            }
            @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
        }
    };
    let band = html! { (frame.place) };
    kit::page(
        frame,
        PageStyle::Public,
        &view.project.name,
        &band,
        &content,
    )
}

pub(super) fn office(frame: &Frame<'_>, view: &RatingsView) -> Markup {
    let words = frame.words;
    let title = say!(words, "ratings-title");
    let project = &view.page.project;
    let waiting = view.told.iter().filter(|one| one.is_waiting());
    let content = html! {
        p.crumbs { a href=(path::life(project.id)) { bdi lang="zh-Hans" { (project.name) } } }
        h1 { (title) }
        p { a href=(path::rating_sign(project.id)) { (say!(words, "rating-sign")) } }
        (numbers(words, &view.page.said))
        section {
            h2 { (say!(words, "ratings-low")) }
            p.hint { (say!(words, "ratings-low-hint")) }
            @for rating in waiting { (low(frame, rating)) }
        }
        section {
            h2 { (say!(words, "ratings-told")) }
            ul.list { @for rating in view.told.iter().filter(|one| !one.is_waiting()) {
                li { span.num { (rating.month) } " " span.tag.plain { (words.say_named("rating", rating.word.word(), &[])) } " "
                    bdi { (rating.remark) }
                    @if let Some(finding) = rating.finding { " " a href=(path::finding(finding)) { (say!(words, "rating-finding")) } } }
            } }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

/// A low rating as the draft of a finding.
fn low(frame: &Frame<'_>, rating: &Rating) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, &[]);
    let id = format!("text-{}", rating.id);
    html! {
        form.card method="post" action=(path::rating_finding(rating.id)) {
            (kit::token_field(frame.token))
            p { span.num { (rating.month) } " " span.tag.warn { (words.say_named("rating", rating.word.word(), &[])) } }
            (form.line("text", say!(words, "rating-finding-text")).id(id).value(&rating.remark).most(200).required())
            button.button.plain { (say!(words, "rating-finding-write")) }
        }
    }
}
