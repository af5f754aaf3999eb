//! What the holder of a receipt sees: the number to keep, the wish, and what became of it.

use maud::{Markup, html};

use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::id::ProjectId;
use domain::leads::LeadState;
use domain::picture::{PictureName, PictureSize};
use machine::clock;
use service::leads::handing_in::{LeadOutcome, LeadProgress};
use text::say;
use text::{Phrase, Words, format};

/// The page that asks for a number.
pub(super) fn ask(frame: &Frame<'_>, typed: &str) -> Markup {
    let form = kit::PageForm::blank(frame.words, frame.problems);
    let words = frame.words;
    let title = say!(words, "follow-title");
    let content = html! {
        h1 { (title) }
        (kit::error_summary(words, frame.problems))
        form.narrow method="get" action=(path::FOLLOW) {
            (form.line("receipt", say!(words, "receipt-label")).kind("tel").hint(say!(words, "receipt-hint")).value(typed).most(40))
            button.button { (say!(words, "follow-submit")) }
        }
    };
    kit::page(
        frame,
        PageStyle::Public,
        &kit::window_title(words, &title.text, frame.problems),
        &html! { (frame.place) },
        &content,
    )
}

/// A lead by its receipt.
pub(super) fn lead(frame: &Frame<'_>, found: &LeadProgress, base: Option<&str>) -> Markup {
    let words = frame.words;
    let title = say!(words, "followed-title");
    let digits = found.receipt.digits();
    let wish = &found.lead.wish;
    let content = html! {
        p.crumbs.no-print { a href=(path::congress(&found.congress.slug)) { bdi lang="zh-Hans" { (found.congress.name) } } }
        h1 { (title) }
        section.slip {
            // Without an address that phones find, a QR would lead nowhere.
            @if let Some(base) = base {
                div.qr { (kit::qr(&format!("{base}{}", path::followed(digits)))) }
            }
            div {
                h2 { (say!(words, "receipt-label")) }
                @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
                p.digits dir="ltr" { (found.receipt.grouped()) }
                p { (say!(words, "receipt-keep")) }
                p.quiet dir="ltr" { (base.unwrap_or_default()) (path::FOLLOW) }
            }
        }
        section {
            h2 { (say!(words, "fate-title")) }
            (fate(words, &found.fate))
        }
        @if !found.parts.is_empty() {
            section {
                h2 { (say!(words, "fate-parts")) }
                @for (part, came) in &found.parts {
                    div.card { p.typed { bdi { (part.what) } } (fate(words, came)) }
                }
            }
        }
        section.card {
            h2 { (say!(words, "followed-wish")) }
            p.typed { bdi { (wish.what) } }
            dl.particulars {
                dt { (say!(words, "lead-region")) } dd { bdi { (wish.region) } }
                @if !wish.place.is_empty() { dt { (say!(words, "lead-place")) } dd { bdi { (wish.place) } } }
                dt { (say!(words, "lead-kind-label")) } dd { (words.say_named("lead-kind", wish.kind.word(), &[])) }
                dt { (say!(words, "lead-received-at")) } dd { (format::date(words.language(), clock::day(found.lead.received_at))) }
            }
            div.photos {
                @for picture in &found.pictures {
                    @let name = |size| PictureName { id: picture.id, size };
                    a href=(path::followed_picture(digits, name(PictureSize::Large))) {
                        img src=(path::followed_picture(digits, name(PictureSize::Small))) loading="lazy"
                            alt=(say!(words, "lead-picture-alt").text);
                    }
                }
            }
        }
        p.no-print { (say!(words, "followed-no-contact")) }
    };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = found.congress.name.clone())) } };
    kit::page(frame, PageStyle::Public, &title.text, &band, &content)
}

/// One step: what is said, words of people beside it, and the project that it leads to.
struct LeadStep<'f> {
    told: Phrase,
    words_of_people: &'f str,
    project: Option<ProjectId>,
}

/// The steps that a lead has come, the last one marked.
pub(super) fn fate(words: Words, fate: &LeadOutcome) -> Markup {
    let steps = steps(words, fate);
    let last = steps.len().saturating_sub(1);
    html! {
        ol.fate {
            @for (place, step) in steps.iter().enumerate() {
                li.now[place == last] {
                    (step.told)
                    @if !step.words_of_people.is_empty() { " " bdi.typed { (step.words_of_people) } }
                    @if let Some(project) = step.project {
                        " " a href=(path::public_project(&project.to_string())) { (say!(words, "fate-project-page")) }
                    }
                }
            }
        }
    }
}

fn steps(words: Words, fate: &LeadOutcome) -> Vec<LeadStep<'_>> {
    let step = |told, words_of_people| LeadStep {
        told,
        words_of_people,
        project: None,
    };
    let mut steps = vec![step(say!(words, "fate-received"), "")];
    if fate.is_merged {
        steps.push(step(say!(words, "fate-merged"), ""));
    }
    match &fate.state {
        LeadState::Received | LeadState::Merged { .. } => {
            steps.push(step(say!(words, "fate-waiting"), ""));
        }
        LeadState::Declined { reason } => {
            steps.push(step(say!(words, "fate-declined"), reason));
        }
        LeadState::HandedOver { to } => {
            steps.push(step(say!(words, "fate-handed-over"), to));
        }
        LeadState::TakenUp { .. } => {
            let mut year = None;
            for project in &fate.projects {
                // Merged into one of the same year, it stands in that; returned, in the next year's.
                let told = match year {
                    Some(before) if before != project.year => {
                        say!(words, "fate-returned", year = i64::from(project.year))
                    }
                    _ => say!(words, "fate-taken-up"),
                };
                year = Some(project.year);
                steps.push(step(told, &project.name));
                steps.push(LeadStep {
                    told: words.say_named("fate-project", project.stage.word(), &[]),
                    words_of_people: &project.reason,
                    project: Some(project.id).filter(|_| project.stage.is_public()),
                });
            }
        }
    }
    steps
}
