//! The first page, a congress's page, a session's page, and the page of what is promised.

use maud::{Markup, html};

use super::result::graded;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use crate::review;
use domain::congress::{Congress, Level};
use domain::review::DepartmentReview;
use domain::sitting::Session;
use service::leads::calls::CallView;
use service::poll::overview::{Prefecture, ResultView};
use service::sitting::sessions::SessionView;
use text::say;
use text::{Phrase, Words};

/// The prefecture's home: its counties, and the newest results.
pub(super) fn home(
    frame: &Frame<'_>,
    prefecture: &Prefecture,
    calls: &[CallView],
    (newest, advice): (&[ResultView], &[DepartmentReview]),
) -> Markup {
    let words = frame.words;
    let title = say!(words, "home-title");
    let counties = prefecture
        .congresses
        .iter()
        .filter(|one| one.level == Level::County);
    let townships = |county: &Congress| {
        let mine = |one: &&Congress| one.parent == Some(county.id);
        prefecture.congresses.iter().filter(mine).count()
    };
    let content = html! {
        h1 { (title) }
        p.lead { (say!(words, "home-lead")) }
        (open_calls(words, calls, true))
        section {
            h2 { (say!(words, "home-newest")) }
            (results(words, newest, true))
        }
        section {
            h2 { (say!(words, "home-counties")) }
            ul.tiles {
                @for county in counties {
                    li { a href=(path::congress(&county.slug)) {
                        b { bdi lang="zh-Hans" { (county.name) } }
                        span.quiet { (say!(words, "home-townships", townships = townships(county))) }
                    } }
                }
            }
        }
        (review::released(words, advice))
    };
    let band = html! { (frame.place) };
    kit::page(frame, PageStyle::Public, &title.text, &band, &content)
}

/// The calls that are open today, with the congress's name where several are mixed; nothing when there
/// are none.
fn open_calls(words: Words, calls: &[CallView], with_congress: bool) -> Markup {
    html! {
        @if !calls.is_empty() {
            section.card {
                h2 { (say!(words, "calls-open")) }
                ul.results { @for view in calls {
                    li {
                        a href=(path::call(view.call.id)) {
                            @if with_congress { bdi lang="zh-Hans" { (view.congress.name) } " · " }
                            bdi lang="zh-Hans" { (view.call.text.title) }
                        }
                        p.quiet { (say!(words, "call-leads", leads = view.leads)) }
                    }
                } }
                p { a href=(path::FOLLOW) { (say!(words, "follow-title")) } }
            }
        }
    }
}

/// Published results as a list; with the congress's name where several are mixed.
fn results(words: Words, listed: &[ResultView], with_congress: bool) -> Markup {
    html! {
        @if listed.is_empty() { p.quiet { (say!(words, "results-none")) } }
        ul.results {
            @for result in listed {
                li {
                    a href=(path::result(result.poll.id)) {
                        @if with_congress { bdi lang="zh-Hans" { (result.congress.name) } " · " }
                        bdi lang="zh-Hans" { (result.poll.title) }
                    }
                    p.quiet {
                        (kit::session_name(words, &result.congress.name, &result.session)) " · "
                        (came_of(words, result))
                    }
                }
            }
        }
    }
}

/// How many were selected; of an evaluation, how many lines were graded.
fn came_of(words: Words, result: &ResultView) -> Phrase {
    if !result.changed.is_empty() {
        return say!(words, "results-changed");
    }
    match graded(result).len() {
        0 => say!(words, "results-selected", selected = selected(result)),
        lines => say!(words, "results-graded", lines = lines),
    }
}

fn selected(result: &ResultView) -> usize {
    let outcomes = result
        .rounds
        .iter()
        .filter_map(|round| round.outcome.as_ref());
    outcomes.map(|outcome| outcome.selected().count()).sum()
}

/// What a congress's page shows.
pub(super) struct CongressPage {
    pub(super) calls: Vec<CallView>,
    pub(super) sessions: Vec<Session>,
    pub(super) published: Vec<ResultView>,
    /// The years of supervision that everybody may read.
    pub(super) years: Vec<i16>,
    pub(super) reviews: Vec<DepartmentReview>,
}

/// A congress: its results, its years of supervision, its department reviews, its sessions, its
/// townships.
pub(super) fn congress(
    frame: &Frame<'_>,
    prefecture: &Prefecture,
    congress: &Congress,
    shown: &CongressPage,
) -> Markup {
    let words = frame.words;
    let county = prefecture
        .congresses
        .iter()
        .find(|one| Some(one.id) == congress.parent);
    let townships: Vec<&Congress> = prefecture
        .congresses
        .iter()
        .filter(|one| one.parent == Some(congress.id))
        .collect();
    let content = html! {
        p.crumbs {
            a href=(path::HOME) { (frame.place) }
            @if let Some(county) = county {
                " › " a href=(path::congress(&county.slug)) { bdi lang="zh-Hans" { (county.name) } }
            }
        }
        h1 { bdi lang="zh-Hans" { (congress.name) } }
        (open_calls(words, &shown.calls, false))
        section {
            h2 { (say!(words, "congress-results")) }
            (results(words, &shown.published, false))
        }
        @if !shown.years.is_empty() {
            section {
                h2 { (say!(words, "congress-years")) }
                ul.list { @for year in &shown.years {
                    li { a href=(path::public_year(&congress.slug, *year)) { (say!(words, "supervision-year", year = i64::from(*year))) } }
                } }
            }
        }
        (review::released(words, &shown.reviews))
        section {
            h2 { (say!(words, "congress-sessions")) }
            @if shown.sessions.is_empty() { p.quiet { (say!(words, "sessions-none")) } }
            ul.list {
                @for session in &shown.sessions {
                    li { a href=(path::session(session.id)) {
                        (kit::session_name(words, &congress.name, session)) } }
                }
            }
        }
        @if !townships.is_empty() {
            section {
                h2 { (say!(words, "congress-townships")) }
                ul.tiles.small {
                    @for township in townships {
                        li { a href=(path::congress(&township.slug)) { bdi lang="zh-Hans" { (township.name) } } }
                    }
                }
            }
        }
    };
    let band =
        html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = congress.name.clone())) } };
    kit::page(frame, PageStyle::Public, &congress.name, &band, &content)
}

/// A session: when it sits, and what its polls came to.
pub(super) fn session(frame: &Frame<'_>, view: &SessionView, published: &[ResultView]) -> Markup {
    let words = frame.words;
    let name = kit::session_name(words, &view.congress.name, &view.session);
    let content = html! {
        p.crumbs { a href=(path::HOME) { (frame.place) } " › "
            a href=(path::congress(&view.congress.slug)) { bdi lang="zh-Hans" { (view.congress.name) } } }
        h1 { (name) }
        ul.list {
            @for sitting in &view.sittings {
                li { (say!(words, "sitting-number", number = sitting.number)) " " span.num { (sitting.held_on) } }
            }
        }
        h2 { (say!(words, "polls")) }
        ul.results {
            @for result in published {
                li {
                    a href=(path::result(result.poll.id)) { bdi lang="zh-Hans" { (result.poll.title) } }
                    p.quiet {
                        @if result.is_published() { (came_of(words, result)) }
                        @else { (say!(words, "result-not-yet")) }
                    }
                }
            }
            @if published.is_empty() { li.quiet { (say!(words, "polls-none")) } }
        }
    };
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = view.congress.name.clone())) } };
    kit::page(frame, PageStyle::Public, &name.text, &band, &content)
}

/// How the vote works and what is promised.
pub(super) fn about(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    let title = say!(words, "about");
    let content = html! {
        h1 { (title) }
        p.lead { (say!(words, "about-chain")) }
        h2 { (say!(words, "about-secret")) }
        p { (say!(words, "about-secret-slip")) }
        p { (say!(words, "about-secret-box")) }
        p { (say!(words, "about-secret-not")) }
        h2 { (say!(words, "about-count")) }
        p { (say!(words, "about-count-majority")) }
        h2 { (say!(words, "about-access")) }
        p { (say!(words, "about-access-how")) }
    };
    let band = html! { (frame.place) };
    kit::page(frame, PageStyle::Public, &title.text, &band, &content)
}
