//! What was graded dissatisfied and what became of it, and units over the years: parts of the office's pages and
//! of the public one.

use maud::{Markup, html};

use crate::kit;
use crate::path;
use domain::evaluation::records;
use domain::tally::LineGrade;
use service::evaluation::{DissatisfiedLine, EvaluatedLine, EvaluationView};
use text::say;
use text::{Words, rules as rule_words};

/// What was dissatisfied, and what became of it: the rectification and the second grade.
pub(super) fn dissatisfied(words: Words, lines: &[DissatisfiedLine], is_office: bool) -> Markup {
    html! {
        @if !lines.is_empty() {
            section.card.warned {
                h2 { (say!(words, "evaluations-dissatisfied", count = lines.len())) }
                ul.list { @for line in lines {
                    li {
                        (named(&line.graded, is_office)) " "
                        @if line.graded.project.is_some() { span.quiet { bdi lang="zh-Hans" { (line.graded.unit) } } }
                        p { (rectification(words, &line.graded, is_office)) " "
                            @match line.second {
                                Some(grade) => { (say!(words, "evaluation-second-grade")) " " (kit::grade_tag(words, grade)) },
                                None => span.quiet { (say!(words, "evaluation-second-open")) },
                            } }
                    }
                } }
            }
        }
    }
}

/// The name of a line, with the way to its project.
pub(super) fn named(graded: &EvaluatedLine, is_office: bool) -> Markup {
    html! {
        @match &graded.project {
            Some(project) => {
                @let to = if is_office { path::life(project.id) } else { path::public_project(&project.id.to_string()) };
                a href=(to) { bdi lang="zh-Hans" { (graded.name) } }
            },
            None => bdi lang="zh-Hans" { (graded.name) },
        }
    }
}

/// Where the rectification stands, by when it is due, and since when it is closed.
fn rectification(words: Words, graded: &EvaluatedLine, is_office: bool) -> Markup {
    html! {
        @if let Some(finding) = &graded.finding {
            @if is_office { a href=(path::finding(finding.id)) { (say!(words, "evaluation-rectification")) } }
            @else { (say!(words, "evaluation-rectification")) }
            " " span.tag.plain { (words.say_named("finding-stage", finding.stage.word(), &[])) }
            @match (finding.closed_on, finding.due) {
                (Some(day), _) => { " " span.num { (day) } },
                (None, Some(due)) => { " " span.num { (say!(words, "evaluation-due", day = due.to_string())) } },
                (None, None) => {},
            }
        }
    }
}

/// Each unit's first grades, year by year.
pub(super) fn units(words: Words, list: &[EvaluationView]) -> Markup {
    let first = list.iter().filter(|one| one.evaluation.second_of.is_none());
    let lines = first.flat_map(|one| one.graded.iter().map(move |graded| (one, graded)));
    let grades: Vec<(&str, i16, LineGrade)> = lines
        .map(|(one, graded)| {
            (
                graded.unit.as_str(),
                one.year_of(graded),
                graded.result.grade,
            )
        })
        .collect();
    html! {
        @if !grades.is_empty() {
            section {
                h2 { (say!(words, "evaluation-units")) }
                p.hint { (say!(words, "evaluation-units-hint")) }
                div.scroll tabindex="0" role="region" aria-label=(say!(words, "evaluation-units").text) {
                    table.result {
                        thead { tr {
                            th scope="col" { (say!(words, "column-unit")) }
                            th.n scope="col" { (say!(words, "column-year")) }
                            @for grade in LineGrade::ALL { th.n scope="col" { (rule_words::line_grade(words, grade)) } }
                        } }
                        tbody { @for (unit, years) in records(grades) { @for (year, record) in years.iter().rev() {
                            tr {
                                th scope="row" { bdi lang="zh-Hans" { (unit) } }
                                td.n data-label=(say!(words, "column-year").text) { (year) }
                                @for (grade, projects) in LineGrade::ALL.into_iter().zip([record.satisfied, record.basically, record.dissatisfied]) {
                                    td.n data-label=(rule_words::line_grade(words, grade).text) { (projects) }
                                }
                            }
                        } } }
                    }
                }
            }
        }
    }
}
