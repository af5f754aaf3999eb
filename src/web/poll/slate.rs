//! The slate: which candidates, in which order; order set by number, as on the paper.

use maud::{Markup, html};

use crate::domain::id::ProjectId;
use crate::domain::library::project::{Project, ProjectStage};
use crate::domain::poll::RoundKind;
use crate::domain::poll::round::RoundStage;
use crate::domain::problem::Problem;
use crate::say;
use crate::service::polling::PollView;
use crate::text::Words;
use crate::web::form::Fields;
use crate::web::kit::{self, Frame};
use crate::web::path;

/// The page of the slate; `projects` is the library of the session's year.
pub(super) fn slate(
    frame: &Frame<'_>,
    view: &PollView,
    projects: &[Project],
    token: &str,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "slate-title");
    let Some(round) = view.rounds.last() else {
        return html! {};
    };
    let is_draft = round.round.stage == RoundStage::Draft;
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        (kit::error_summary(words, problems))
        h1 { (title) }
        (kit::field_error(words, problems, "slate"))
        p { (say!(words, "slate-surplus", lines = round.lines.len(), places = u32::from(round.rules.places))) }
        @if let Some(hash) = round.round.slate_hash {
            p.quiet.hash { (say!(words, "slate-hash")) " " code { (hash.short()) } }
        }
        ol.slate {
            @for line in &round.lines {
                li { b { bdi lang="zh-Hans" { (line.name) } }
                    p.quiet { (kit::money_and_summary(words.language(), &line.summary, line.investment)) } }
            }
        }
        @if is_draft && round.round.kind != RoundKind::First { p.quiet { (say!(words, "problem-round-follows")) } }
        @else if is_draft { (form(words, view, projects, token)) }
        @else { p.quiet { (say!(words, "rules-frozen")) } }
    };
    kit::office_page(frame, &title.text, &content)
}

fn form(words: Words, view: &PollView, projects: &[Project], token: &str) -> Markup {
    let place_of = |id: ProjectId| {
        let lines = view.rounds.last().map_or(&[][..], |round| &round.lines);
        lines
            .iter()
            .find(|line| line.project == id)
            .map(|line| line.line_no.to_string())
    };
    let candidates = projects
        .iter()
        .filter(|project| project.stage == ProjectStage::Candidate);
    html! {
        form.card method="post" action=(path::slate(view.poll.id)) {
            (kit::token_field(token))
            h2 { (say!(words, "slate-order")) }
            p { (say!(words, "slate-how")) }
            ul.list {
                @for project in candidates {
                    li { label.choice {
                        input.place name={ "p" (project.id) } inputmode="numeric" size="3"
                            value=[place_of(project.id)];
                        " " bdi lang="zh-Hans" { (project.name) }
                    } }
                }
            }
            button.button { (say!(words, "slate-save")) }
        }
        p { a href=(path::library(view.congress.id, view.session.year)) { (say!(words, "slate-library")) } }
    }
}

/// The projects of a posted form in the order of their numbers; lines without a number are out.
pub(super) fn read(fields: &Fields) -> Result<Vec<ProjectId>, Vec<Problem>> {
    let mut placed = Vec::new();
    for (id, place) in fields.with_prefix("p") {
        let place = place.trim();
        let Ok(id) = id.parse::<ProjectId>() else {
            continue;
        };
        if place.is_empty() {
            continue;
        }
        match place.parse::<u32>() {
            Ok(place) if place > 0 => placed.push((place, id)),
            _ => return Err(vec![Problem::error("number-form").at("slate")]),
        }
    }
    placed.sort_unstable();
    let is_twice = placed.windows(2).any(|pair| match pair {
        [a, b] => a.0 == b.0,
        _ => false,
    });
    if is_twice {
        return Err(vec![Problem::error("place-twice").at("slate")]);
    }
    Ok(placed.into_iter().map(|(_, id)| id).collect())
}
