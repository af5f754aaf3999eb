//! The library of a year: search, filters that stay in the address, pages, files out.

use maud::{Markup, html};

use super::content::category;
use super::tabs::stage;
use crate::kit::{self, Frame};
use crate::path;
use crate::query::Query;
use domain::library::kind::Category;
use domain::library::project::ProjectLine;
use domain::library::stage::ProjectStage;
use service::files::FileKind;
use service::library::reading::{LibraryPage, PAGE};
use text::say;
use text::{Words, format};

/// The page; `query` is what the address narrows it to.
pub(super) fn library(frame: &Frame<'_>, page: &LibraryPage, query: &Query, number: u32) -> Markup {
    let words = frame.words;
    let title = say!(words, "library-title", year = i64::from(page.year));
    let (congress, year) = (page.congress.id, page.year);
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        (kit::error_summary(words, frame.problems))
        h1 { bdi lang="zh-Hans" { (page.congress.name) } " " (title) }
        div.acts {
            a.button href=(path::new_project(congress, year)) { (say!(words, "project-new-button")) }
            a.button.plain href=(path::opinions(congress)) { (say!(words, "opinions-title")) }
            a.button.plain href=(path::files(congress, FileKind::Projects { year })) { (say!(words, "import-link-projects")) }
        }
        (lists(frame, page))
        (filters(words, page, query))
        p #found { (say!(words, "library-found", total = page.total)) }
        @if page.lines.is_empty() {
            p { @if query.is_empty() { (say!(words, "library-empty")) } @else { (say!(words, "library-none-found")) } }
        } @else { (table(words, page, &title.text)) }
        (pager(words, page, query, number))
        @if page.years.len() > 1 {
            p { (say!(words, "library-years")) " "
                @for other in &page.years { @if *other != year {
                    a href=(path::library(congress, *other)) { (other) } " " } } }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

fn lists(frame: &Frame<'_>, page: &LibraryPage) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, frame.problems);
    html! {
        section.card {
            h2 { (say!(words, "lists-title")) }
            ul.list { @for list in &page.lists { li {
                a href=(path::candidate_list(list.id)) {
                    (say!(words, "list-title", year = i64::from(list.year), number = list.number)) }
                " " span.tag.plain { (words.say_named("list-stage", list.stage.word(), &[])) }
            } } }
            form.inline method="post" action=(path::new_list(page.congress.id, page.year)) {
                (kit::token_field(frame.token))
                (form.line("places", say!(words, "poll-places")).size(4).digits())
                button.button.plain { (say!(words, "list-new")) }
            }
        }
    }
}

fn filters(words: Words, page: &LibraryPage, query: &Query) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
    let all = say!(words, "filter-all");
    html! {
        form.filters method="get" action=(path::library(page.congress.id, page.year)) role="search" {
            (form.line("q", say!(words, "library-search")))
            (form.select("stage", say!(words, "column-stage"), kit::none_or(all.clone(), ProjectStage::ALL.iter().map(|one| {
                (one.word(), words.say_named("project", one.word(), &[]))
            }))).value(query.get("stage")))
            (form.select("category", words.say_named("field", "category", &[]), kit::none_or(all.clone(), Category::ALL.iter().map(|one| {
                (one.word(), category(words, *one))
            }))).value(query.get("category")))
            (form.select("unit", say!(words, "column-unit"), kit::none_or(all, page.units.iter().map(|unit| (&unit.name, &unit.name))))
                .value(query.get("unit")))
            button.button.plain { (say!(words, "library-narrow")) }
            @if !query.is_empty() { a href=(path::library(page.congress.id, page.year)) { (say!(words, "filter-clear")) } }
        }
    }
}

fn table(words: Words, page: &LibraryPage, title: &str) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) {
            table.stacked {
                thead { tr {
                    th scope="col" { (say!(words, "column-code")) }
                    th scope="col" { (say!(words, "column-project")) }
                    th scope="col" { (words.say_named("field", "category", &[])) }
                    th.n scope="col" { (words.say_named("field", "need_this_year", &[])) }
                    th scope="col" { (say!(words, "column-unit")) }
                    th scope="col" { (say!(words, "column-stage")) }
                } }
                tbody { @for project in &page.lines { (line(words, project)) } }
            }
        }
    }
}

fn line(words: Words, project: &ProjectLine) -> Markup {
    html! {
        tr {
            td.num { (project.code) }
            th scope="row" {
                a href=(path::manage_project(project.id)) { bdi lang="zh-Hans" { (project.name) } }
                p.quiet { (kit::money_and_summary(words.language(), &project.summary, project.investment)) }
            }
            td { (category(words, project.category)) }
            td.n { (format::money(words.language(), project.need_this_year))
                @if project.gap() > 0 { p.warn { (say!(words, "funds-gap-short", money = format::money(words.language(), project.gap()))) } } }
            td { bdi lang="zh-Hans" { (project.lead_unit) } }
            td { (stage(words, project.stage)) }
        }
    }
}

/// Earlier and later pages, with the same filters.
fn pager(words: Words, page: &LibraryPage, query: &Query, number: u32) -> Markup {
    let last = page.total.div_ceil(PAGE).max(1);
    let at = |number: u32| {
        let query = query.with("page", &number.to_string());
        format!("{}?{query}", path::library(page.congress.id, page.year))
    };
    html! {
        @if last > 1 {
            nav.acts aria-label=(say!(words, "pager").text) {
                @if number > 1 { a.button.plain.small href=(at(number - 1)) { (say!(words, "pager-before")) } }
                span { (say!(words, "pager-place", page = number, pages = last)) }
                @if number < last { a.button.plain.small href=(at(number + 1)) { (say!(words, "pager-after")) } }
            }
        }
    }
}
