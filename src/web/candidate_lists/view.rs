//! A candidate list for the office.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::library::translations::state;
use crate::path;
use domain::library::list::{ListAct, ListReviewer, ListStage};
use domain::library::project::ProjectLine;
use domain::library::translation::TranslationLanguage;
use domain::problem::Problem;
use service::library::listing::{LineView, ListView};
use service::library::translating::find;
use text::say;
use text::{Words, format};

/// The page; what was typed and refused is kept.
pub(super) fn list(frame: &Frame<'_>, view: &ListView, (token, me): (&str, i64)) -> Markup {
    let words = frame.words;
    let list = &view.list;
    let title = say!(
        words,
        "list-title",
        year = i64::from(list.year),
        number = list.number
    );
    let is_open = list.stage == ListStage::Preliminary;
    let content = html! {
        p.crumbs { a href=(path::library(view.congress.id, list.year)) {
            bdi lang="zh-Hans" { (view.congress.name) } " " (say!(words, "library-title", year = i64::from(list.year))) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        p { (stage_tag(words, list.stage)) " " (say!(words, "list-version", version = list.version)) }
        (surplus(words, view))
        @if let Some(on) = list.reviewed_on {
            p { (words.say_named("reviewed-by", ListReviewer::at(view.congress.level).word(), &[("on", format::date(words.language(), on))]))
                " " bdi lang="zh-Hans" { (list.decided_how) } }
        }
        @if is_open { (order_form(words, view, token, frame.typed, frame.problems)) } @else { (lines(words, view)) }
        (next(words, view, token, frame.typed, frame.problems))
        (polls(words, view))
        (versions(words, view))
        @if list.stage == ListStage::Frozen { (revision(frame, view, (token, me))) }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn stage_tag(words: Words, stage: ListStage) -> Markup {
    let class = match stage {
        ListStage::Preliminary => "plain",
        ListStage::Reviewed => "warn",
        ListStage::Formal => "ok",
        ListStage::Frozen => "done",
    };
    html! { span.tag.(class) { (words.say_named("list-stage", stage.word(), &[])) } }
}

/// Lines against places, and the habit of other lists.
fn surplus(words: Words, view: &ListView) -> Markup {
    let found = view.surplus;
    html! {
        p { (say!(words, "list-surplus", lines = view.lines.len(), places = u32::from(view.list.places), extra = found.extra, percent = found.percent)) " "
            @if found.is_usual() { span.tag.ok { "✓ " (say!(words, "surplus-usual")) } }
            @else { span.tag.warn { "! " (say!(words, "surplus-unusual", from = found.habit_from, to = found.habit_to)) } }
        }
    }
}

fn gaps(words: Words, line: &LineView) -> Markup {
    html! {
        @for problem in &line.missing { p.warn { (kit::told(words, problem)) } }
        p { @for language in TranslationLanguage::ALL {
            (words.say_named("language", language.word(), &[])) " "
            (state(words, find(&line.translations, language).state)) " "
        } }
    }
}

fn named(words: Words, project: &ProjectLine) -> Markup {
    html! {
        a href=(path::manage_project(project.id)) { bdi lang="zh-Hans" { (project.name) } } " "
        span.quiet.num { (project.code) }
        p.quiet { (kit::money_and_summary(words.language(), &project.summary, project.investment)) }
    }
}

fn lines(words: Words, view: &ListView) -> Markup {
    html! {
        @if view.lines.is_empty() { p.quiet { (say!(words, "list-no-lines")) } }
        ol.slate { @for line in &view.lines { li { (named(words, &line.project)) (gaps(words, line)) } } }
    }
}

/// Places, a number for each line, and buttons that move one.
fn order_form(
    words: Words,
    view: &ListView,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    let shown = |name: &str, kept: String| {
        let found = typed.iter().find(|(known, _)| *known == name);
        found.map_or(kept, |(_, value)| value.to_owned())
    };
    html! {
        form.card method="post" action=(path::candidate_list(view.list.id)) {
            (kit::token_field(token))
            (form.line("places", say!(words, "poll-places")).value(shown("places", view.list.places.to_string())).size(4).digits())
            h2 { (say!(words, "slate-order")) }
            p.hint { (say!(words, "list-how")) }
            (form.errors("slate", "slate"))
            ul.list #slate {
                @for (number, line) in (1..).zip(&view.lines) {
                    @let name = format!("p{}", line.project.id);
                    li.ordered {
                        (form.cell(&name, say!(words, "list-place-of", name = line.project.name.clone()))
                            .class("place").digits().size(3).value(shown(&name, number.to_string())))
                        div { (named(words, &line.project)) (gaps(words, line)) }
                        span.acts {
                            button.button.plain.small name="move" value={ "up-" (line.project.id) } { (say!(words, "list-up")) span.sr { " " (line.project.name) } }
                            button.button.plain.small name="move" value={ "down-" (line.project.id) } { (say!(words, "list-down")) span.sr { " " (line.project.name) } }
                        }
                    }
                }
            }
            @if !view.others.is_empty() { h2 { (say!(words, "list-others")) } }
            ul.list { @for project in &view.others {
                @let name = format!("p{}", project.id);
                li.ordered {
                    (form.cell(&name, say!(words, "list-place-of", name = project.name.clone()))
                        .class("place").digits().size(3).value(shown(&name, String::new())))
                    div { (named(words, project)) }
                }
            } }
            button.button { (say!(words, "slate-save")) }
        }
    }
}

/// What comes next: the review, the formal list, or the way back.
fn next(
    words: Words,
    view: &ListView,
    token: &str,
    typed: &Fields,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::new(words, typed, problems);
    let id = view.list.id;
    let reviewer = ListReviewer::at(view.congress.level);
    let press = |act: ListAct, class: &str| {
        html! {
            form method="post" action=(path::list_act(id, act.word())) {
                (kit::token_field(token))
                button.{ "button " (class) } { (words.say_named("list-act", act.word(), &[])) }
            }
        }
    };
    html! {
        @match view.list.stage {
            ListStage::Preliminary => form.card method="post" action=(path::list_act(id, ListAct::Review.word())) {
                (kit::token_field(token))
                h2 { (words.say_named("review-by", reviewer.word(), &[])) }
                (form.date("on", say!(words, "review-on")))
                (form.line("how", say!(words, "review-how")).hint(say!(words, "review-how-hint")))
                button.button.plain { (words.say_named("list-act", "review", &[])) }
            },
            ListStage::Reviewed => div.acts { (press(ListAct::Fix, "")) (press(ListAct::Reopen, "plain")) },
            ListStage::Formal => {
                p { (say!(words, "list-formal-next")) }
                div.acts { (press(ListAct::Reopen, "plain")) }
            },
            ListStage::Frozen => {},
        }
    }
}

fn polls(words: Words, view: &ListView) -> Markup {
    html! {
        @if !view.polls.is_empty() {
            p { (say!(words, "list-polls")) " "
                @for (poll, title) in &view.polls { a href=(path::manage_poll(*poll)) { bdi lang="zh-Hans" { (title) } } " " } }
        }
    }
}

fn versions(words: Words, view: &ListView) -> Markup {
    html! {
        @if !view.versions.is_empty() {
            section.card {
                h2 { (say!(words, "list-versions")) }
                @for version in &view.versions {
                    p { b { (say!(words, "list-version", version = version.version)) } " "
                        span.num { (format::moment(version.fixed_at)) } " "
                        @if !version.reason.is_empty() { bdi lang="zh-Hans" { (version.reason) } } }
                    p.quiet.hash { (say!(words, "list-hash")) " " code { (version.hash) } }
                    details { summary { (say!(words, "list-text")) } pre.record { (version.text) } }
                }
            }
        }
    }
}

/// The change of a frozen list: what waits for a second person, or the form that asks.
fn revision(frame: &Frame<'_>, view: &ListView, (token, me): (&str, i64)) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let id = view.list.id;
    html! {
        @if let Some(asked) = &view.asked {
            section.card.two {
                h2 { (say!(words, "revision-waits-title")) }
                p { (say!(words, "revision-asked", name = asked.asked_by_name.clone(), at = format::moment(asked.asked_at))) }
                p { (say!(words, "revision-reason")) " " bdi lang="zh-Hans" { (asked.reason) } }
                ol.slate { @for project in &view.proposed { li { (named(words, project)) } } }
                div.acts {
                    @if asked.asked_by.0 == me { p.quiet { (say!(words, "revision-other-person")) } } @else {
                        form method="post" action=(path::confirm_revision(id)) {
                            (kit::token_field(token))
                            (kit::seen_field(Some(asked)))
                            button.button { (say!(words, "revision-confirm")) }
                        }
                    }
                    form method="post" action=(path::drop_revision(id)) {
                        (kit::token_field(token))
                        button.button.plain { (say!(words, "revision-drop")) }
                    }
                }
            }
        } @else {
            details.card open[!frame.problems.is_empty()] {
                summary { (say!(words, "revision-title")) }
                p { (say!(words, "revision-how")) }
                form method="post" action=(path::revise_list(id)) {
                    (kit::token_field(token))
                    (form.errors("slate", "slate"))
                    ul.list #slate {
                        @for (number, project) in (1..).zip(view.lines.iter().map(|line| &line.project)) {
                            (revised_line(words, project, &number.to_string(), frame.typed))
                        }
                        @for project in &view.others { (revised_line(words, project, "", frame.typed)) }
                    }
                    (form.line("reason", say!(words, "revision-reason")))
                    button.button.plain { (say!(words, "revision-ask")) }
                }
            }
        }
    }
}

fn revised_line(words: Words, project: &ProjectLine, number: &str, typed: &Fields) -> Markup {
    let name = format!("p{}", project.id);
    let typed = typed.iter().find(|(known, _)| *known == name);
    html! {
        li.ordered {
            (kit::PageForm::blank(words, &[])
                .cell(&name, say!(words, "list-place-of", name = project.name.clone()))
                .class("place").digits().size(3).value(typed.map_or(number, |(_, value)| value)))
            div { (named(words, project)) }
        }
    }
}
