//! The task list of the year, a session's page, the forms for a session and a poll, the library.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use crate::poll::rules;
use domain::congress::{Body, Congress, Level};
use domain::id::SessionId;
use domain::poll::template::Template;
use domain::sitting::Sitting;
use domain::sitting::stage::SittingStage;
use service::files::FileKind;
use service::poll::overview::CongressTasks;
use service::sitting::sessions::SessionView;
use text::Words;
use text::say;

/// The year's tasks, in order, for each congress the reader serves.
///
/// `of_prefecture` is the year whose boards the prefecture's readers are led to.
/// `administers` says of an administrator whether the last check found anything that does not hold;
/// `waiting` is how many acts wait for the reader as the second person.
pub(super) fn tasks(
    frame: &Frame<'_>,
    desks: &[CongressTasks],
    of_prefecture: Option<i16>,
    (administers, waiting): (Option<bool>, usize),
) -> Markup {
    let words = frame.words;
    let title = say!(words, "task-list");
    let content = html! {
        h1 { (title) }
        @if waiting > 0 { p { a.button href=(path::MY_ACTS) { (say!(words, "waiting-count", waiting = waiting)) } } }
        @if desks.is_empty() && of_prefecture.is_none() && administers.is_none() { p { (say!(words, "tasks-none")) } }
        @if let Some(differs) = administers {
            section.card {
                h2 { a href=(path::BACKUPS) { (say!(words, "backups-title")) } }
                @if differs { div.told.bad role="alert" { p { (say!(words, "backups-record-differs")) } } }
                @else { p { (say!(words, "backups-what")) } }
            }
        }
        @if let Some(year) = of_prefecture { (prefecture_section(frame, year)) }
        @for desk in desks { (desk_section(words, desk)) }
    };
    kit::office_page(frame, &title.text, &content)
}

fn prefecture_section(frame: &Frame<'_>, year: i16) -> Markup {
    let words = frame.words;
    let (name, of) = (frame.place.to_owned(), i64::from(year));
    html! {
        section.card {
            h2 { (say!(words, "work-committee-of", name = name.clone())) }
            ol.tasks {
                li { a href=(path::overview(year)) { (say!(words, "work-reviews-to-overview", year = of)) } }
                li { a href=(path::advisory_reviews(year)) { (say!(words, "work-reviews-of-prefecture", name = name, year = of)) }
                    span.tag.warn { (say!(words, "work-review-no-vote")) } }
            }
        }
    }
}

fn desk_section(words: Words, desk: &CongressTasks) -> Markup {
    let id = desk.congress.id;
    let year = desk.sessions.first().map(|view| view.session.year);
    html! {
        section.card {
            h2 { bdi lang="zh-Hans" { (desk.congress.name) } }
            ol.tasks {
                li {
                    @if desk.may_prepare {
                        a href=(path::files(id, FileKind::Deputies)) { (say!(words, "task-roster")) }
                    } @else { span { (say!(words, "task-roster")) } }
                    (state(words, desk.deputies > 0, &say!(words, "task-roster-count", deputies = desk.deputies).text))
                }
                li {
                    @match desk.year {
                        Some(year) => a href=(path::library(id, year)) { (say!(words, "task-candidates")) },
                        None => span { (say!(words, "task-candidates")) },
                    }
                    (state(words, desk.candidates > 0, &say!(words, "task-candidates-count", candidates = desk.candidates).text))
                }
                @for view in &desk.sessions { (session_tasks(words, view)) }
                @if let Some(year) = year {
                    li { a href=(path::board(id, year)) { (say!(words, "board-title", year = i64::from(year))) } }
                    @if desk.may_prepare { li { a href=(path::owing(id)) { (say!(words, "owing-title")) } } }
                    li { a href=(path::evaluation_year(id, year)) { (say!(words, "evaluations")) } }
                    li { a href=(path::reviews(id, year)) { (say!(words, "work-reviews")) } }
                }
                @if desk.sessions.is_empty() {
                    li { span { (say!(words, "task-session")) } (state(words, false, &say!(words, "task-to-do").text)) }
                }
            }
            p {
                a.button.plain href=(path::new_session(id)) { (say!(words, "session-new")) } " "
                a.button.plain href=(path::people(id)) { (say!(words, "task-people")) }
                @if desk.may_prepare { " " a.button.plain href=(path::calls(id)) { (say!(words, "calls-title")) } }
            }
        }
    }
}

fn session_tasks(words: Words, view: &SessionView) -> Markup {
    html! {
        li {
            a href=(path::manage_session(view.session.id)) {
                (kit::session_name(words, &view.congress.name, &view.session))
            }
            @for sitting in &view.sittings {
                span.tag.plain { (words.say_named("sitting", sitting.stage.word(), &[])) }
            }
        }
        @for (poll, rounds) in &view.polls {
            li.deeper {
                a href=(path::manage_poll(poll.id)) { bdi lang="zh-Hans" { (poll.title) } }
                @if let Some(round) = rounds.last() {
                    span.tag.plain { (words.say_named("stage", round.stage.word(), &[])) }
                }
            }
        }
    }
}

fn state(words: Words, is_done: bool, told: &str) -> Markup {
    html! {
        @if is_done { span.tag.ok { "✓ " (told) } }
        @else { span.tag.plain { (told) } }
        @if !is_done { span.sr { (say!(words, "task-to-do")) } }
    }
}

/// A session: its sittings and its polls.
pub(super) fn session(frame: &Frame<'_>, view: &SessionView) -> Markup {
    let words = frame.words;
    let name = kit::session_name(words, &view.congress.name, &view.session);
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        (kit::error_summary(words, frame.problems))
        h1 { (name) }
        section.card {
            h2 { (say!(words, "sittings")) }
            ul.list {
                @for sitting in &view.sittings {
                    li {
                        b { (say!(words, "sitting-number", number = sitting.number)) } " "
                        span.num { (sitting.held_on) } " "
                        span.tag.plain { (words.say_named("sitting", sitting.stage.word(), &[])) } " "
                        a href=(path::roll(sitting.id)) { (say!(words, "roll")) } " "
                        a href=(path::slips(sitting.id)) { (say!(words, "slips")) } " "
                        a href=(path::screens(sitting.id)) { (say!(words, "screens")) } " "
                        @if sitting.stage != SittingStage::Planned {
                            a href=(path::closing(sitting.id)) { (say!(words, "closing-title")) } }
                    }
                }
            }
            details open[!frame.problems.is_empty()] { summary { (say!(words, "sitting-add")) }
                @let sittings = u32::try_from(view.sittings.len()).unwrap_or(u32::MAX);
                (add_sitting(frame.form(), (view.session.id, sittings), frame.token)) }
        }
        section.card {
            h2 { (say!(words, "polls")) }
            ul.list {
                @for (poll, rounds) in &view.polls {
                    li {
                        a href=(path::manage_poll(poll.id)) { bdi lang="zh-Hans" { (poll.title) } } " "
                        @if let Some(round) = rounds.last() {
                            span.tag.plain { (words.say_named("stage", round.stage.word(), &[])) }
                        }
                    }
                }
                @if view.polls.is_empty() { li.quiet { (say!(words, "polls-none")) } }
            }
            p { a.button.plain href=(path::new_poll(view.session.id)) { (say!(words, "poll-new")) } " "
                a.button.plain href=(path::new_evaluation(view.session.id)) { (say!(words, "evaluation-new")) } }
            p { a href=(path::evaluations(view.congress.id)) { (say!(words, "evaluations")) } }
        }
    };
    kit::office_page(frame, &name.text, &content)
}

/// The form that adds the next sitting of a session to those that it has.
pub(super) fn add_sitting(
    form: kit::PageForm<'_>,
    (session, sittings): (SessionId, u32),
    token: &str,
) -> Markup {
    let words = form.words;
    html! {
        form.inline-fields method="post" action=(path::add_sitting(session)) {
            (kit::token_field(token))
            (kit::times_field(sittings))
            (form.date("held_on", say!(words, "sitting-held-on")))
            button.button.plain { (say!(words, "sitting-add")) }
        }
    }
}

/// The form for a new session.
pub(super) fn new_session(frame: &Frame<'_>, congress: &Congress) -> Markup {
    let form = frame.form();
    let words = frame.words;
    let title = say!(words, "session-new");
    let content = html! {
            div.narrow {
                (kit::error_summary(words, frame.problems))
                h1 { (title) }
                p { bdi lang="zh-Hans" { (congress.name) } }
                form method="post" action=(path::new_session(congress.id)) {
                    (kit::token_field(frame.token))
                    (form.group("body", say!(words, "session-body")).of(&html! {
    @for body in Body::ALL {
                            @if body.exists_at(congress.level) || congress.level == Level::County {
                                (form.radio("body", body.word(), words.say_named("body", body.word(), &[])).chosen(frame.typed.get("body") == body.word() || (frame.typed.get("body").is_empty() && body == Body::Congress)))
                            }
                        }
    }))
                    (form.line("term_no", say!(words, "session-term")))
                    (form.line("session_no", say!(words, "session-number-label")))
                    (form.line("year", say!(words, "session-year")))
                    (form.date("held_on", say!(words, "session-held-on")))
                    button.button { (say!(words, "session-create")) }
                }
            }
        };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// At which sitting a poll is held.
pub(crate) fn sitting_field(form: kit::PageForm<'_>, sittings: &[Sitting]) -> Markup {
    let words = form.words;
    let is_open = |one: &&Sitting| one.stage != SittingStage::Closed;
    let hint =
        (!sittings.iter().any(|one| is_open(&one))).then(|| say!(words, "sittings-all-closed"));
    let open = sittings.iter().filter(is_open).map(|sitting| {
        let number = say!(words, "sitting-number", number = sitting.number);
        (
            sitting.id.to_string(),
            format!("{number} {}", sitting.held_on),
        )
    });
    html! {
        (form.select("sitting", say!(words, "poll-sitting"), open).hint_if(hint))
    }
}

/// The form for a new poll.
pub(super) fn new_poll(frame: &Frame<'_>, view: &SessionView) -> Markup {
    let form = frame.form();
    let words = frame.words;
    let title = say!(words, "poll-new");
    let session: SessionId = view.session.id;
    let default = say!(
        words,
        "poll-title-default",
        year = i64::from(view.session.year)
    )
    .text;
    // A second poll has a title of its own.
    let is_taken = view.polls.iter().any(|(poll, _)| poll.title == default);
    let default = if is_taken { String::new() } else { default };
    let typed_title = frame.typed.get("title");
    let template = match frame.typed.get("template") {
        "" => Template::PerItem.word(),
        typed => typed,
    };
    let content = html! {
        div.narrow {
            (kit::error_summary(words, frame.problems))
            h1 { (title) }
            p { (kit::session_name(words, &view.congress.name, &view.session)) }
            form method="post" action=(path::new_poll(session)) {
                (kit::token_field(frame.token))
                (form.line("title", say!(words, "poll-title")).value(if typed_title.is_empty() { &default } else { typed_title }))
                (sitting_field(form, &view.sittings))
                (form.line("places", say!(words, "poll-places")))
                (rules::choices(words, template, frame.problems))
                button.button { (say!(words, "poll-create")) }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}
