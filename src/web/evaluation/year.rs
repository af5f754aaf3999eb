//! A year of supervision: for the office with its closing, and as everybody may read it.

use maud::{Markup, html};

use super::fate;
use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::followup::selected_project::SelectedProject;
use domain::publish::official_form::OfficialForm;
use service::evaluation::{EvaluationView, SupervisionYear};
use text::Words;
use text::say;

/// The office's page; `token` is there for whoever may close the year.
pub(super) fn office(frame: &Frame<'_>, view: &SupervisionYear, token: Option<&str>) -> Markup {
    let words = frame.words;
    let title = say!(words, "supervision-year", year = i64::from(view.year));
    let is_public = view.evaluations.iter().any(|one| one.notice.is_some());
    let content = html! {
        p.crumbs { a href=(path::evaluations(view.congress.id)) { (say!(words, "evaluations")) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        p { bdi lang="zh-Hans" { (view.congress.name) } }
        nav aria-label=(say!(words, "column-year").text) { p.acts { @for year in &view.years {
            a.button.plain.small href=(path::evaluation_year(view.congress.id, *year)) aria-current=[(*year == view.year).then_some("page")] { (year) }
        } } }
        @if is_public { p { a href=(path::public_year(&view.congress.slug, view.year)) { (say!(words, "supervision-public")) } } }
        (projects(words, view, true))
        (evaluations(words, &view.evaluations, true))
        (fate::dissatisfied(words, &view.dissatisfied, true))
        (fate::units(words, &view.all))
        (closing(frame, view, token))
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

/// The page that everybody may read: what has a notice.
pub(super) fn public(frame: &Frame<'_>, view: &SupervisionYear) -> Markup {
    let words = frame.words;
    let title = say!(words, "supervision-year", year = i64::from(view.year));
    let content = html! {
        p.crumbs { a href=(path::HOME) { (frame.place) } " › "
            a href=(path::congress(&view.congress.slug)) { bdi lang="zh-Hans" { (view.congress.name) } } }
        h1 { (title) }
        (projects(words, view, false))
        (evaluations(words, &view.evaluations, false))
        (fate::dissatisfied(words, &view.dissatisfied, false))
        (fate::units(words, &view.all))
    };
    let name = view.congress.name.clone();
    let band = html! { bdi lang="zh-Hans" { (say!(words, "congress-of", name = name)) } };
    kit::page(frame, PageStyle::Public, &title.text, &band, &content)
}

/// Every project with its grade: of the whole, or of each part; a second one beside the first.
fn projects(words: Words, view: &SupervisionYear, is_office: bool) -> Markup {
    let title = say!(words, "supervision-projects");
    html! {
        section { h2 { (title) }
            div.scroll tabindex="0" role="region" aria-label=(title.text) { table.result {
                thead { tr {
                    th scope="col" { (say!(words, "column-project")) }
                    th scope="col" { (say!(words, "column-unit")) }
                    th scope="col" { (say!(words, "supervision-stage")) }
                    th scope="col" { (say!(words, "column-grade")) }
                } }
                tbody { @for project in &view.projects { tr {
                    @let to = if is_office { path::life(project.id) } else { path::public_project(&project.id.to_string()) };
                    th scope="row" { a href=(to) { bdi lang="zh-Hans" { (project.name) } } }
                    td data-label=(say!(words, "column-unit").text) { bdi lang="zh-Hans" { (project.lead_unit) } }
                    td data-label=(say!(words, "supervision-stage").text) { (words.say_named("project-stage", project.stage.word(), &[])) }
                    td data-label=(say!(words, "column-grade").text) { (grades(words, view, project)) }
                } } }
            } }
        }
    }
}

/// The grades of a project, the oldest evaluation first.
fn grades(words: Words, view: &SupervisionYear, project: &SelectedProject) -> Markup {
    let lines = view.evaluations.iter().rev().flat_map(|one| {
        let mine = one.graded.iter();
        let mine = mine.filter(|line| line.result.subject.project() == Some(project.id));
        mine.map(move |line| (one, line))
    });
    let mut lines = lines.peekable();
    html! {
        @if lines.peek().is_none() { span.quiet { (say!(words, "supervision-ungraded")) } }
        @for (one, line) in lines { div {
            @if one.evaluation.second_of.is_some() { span.quiet { (say!(words, "evaluation-is-second")) " " } }
            @if !line.result.subject.part().is_empty() { bdi lang="zh-Hans" { (line.result.subject.part()) } " " }
            (kit::grade_tag(words, line.result.grade))
        } }
    }
}

/// The evaluations of the year with their papers: statement and notice as PDF.
fn evaluations(words: Words, list: &[EvaluationView], is_office: bool) -> Markup {
    html! {
        @if !list.is_empty() {
            section { h2 { (say!(words, "evaluations")) }
                ul.list { @for one in list { li {
                    @let to = if is_office { path::manage_poll(one.poll.id) } else { path::result(one.poll.id) };
                    a href=(to) { bdi lang="zh-Hans" { (one.poll.title) } } " "
                    @if one.evaluation.second_of.is_some() { span.tag.plain { (say!(words, "evaluation-is-second")) } }
                    p {
                        @if is_office {
                            a href=(path::poll_form(one.poll.id, OfficialForm::Statement.word())) { (say!(words, "supervision-statement")) } " · "
                        }
                        @match one.notice {
                            Some(notice) => {
                                a href=(path::notice(notice)) { (say!(words, "supervision-notice")) } " · "
                                a href=(path::notice_pdf(notice)) { (say!(words, "supervision-notice-pdf")) }
                            },
                            None => span.quiet { (say!(words, "supervision-no-notice")) },
                        }
                    }
                } } }
            }
        }
    }
}

/// What is still open, and the form that closes the year with it.
fn closing(frame: &Frame<'_>, view: &SupervisionYear, token: Option<&str>) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, frame.problems);
    let year = i64::from(view.year);
    html! {
        section.card #closing { h2 { (say!(words, "year-close", year = year)) }
            @if let Some(day) = view.closed_on {
                p.decision { (say!(words, "year-is-closed", year = year)) " " span.num { (day) } }
            }
            @if view.open.is_empty() { p { (say!(words, "year-nothing-open")) } }
            @else {
                p { (say!(words, "year-open", open = view.open.len())) }
                (kit::problem_list(words, &view.open))
            }
            @if view.closed_on.is_none() {
                @if !view.is_over { p.quiet { (say!(words, "problem-year-not-over", year = year)) } }
                @else if let Some(token) = token {
                    form method="post" action=(path::close_year(view.congress.id, view.year)) {
                        (kit::token_field(token))
                        p { (say!(words, "year-close-why")) }
                        @if !view.open.is_empty() {
                            (form.tick("confirm", "yes", say!(words, "year-close-confirm")).alone())
                        }
                        button.button { (say!(words, "year-close", year = year)) }
                    }
                }
            }
        }
    }
}
