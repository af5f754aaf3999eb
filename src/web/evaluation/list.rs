//! All evaluations of a congress: the grades, what was dissatisfied and what became of it, and each
//! unit over the years.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::domain::evaluation::records;
use crate::domain::id::PollId;
use crate::domain::poll::Subject;
use crate::domain::tally::LineGrade;
use crate::say;
use crate::service::evaluating::{EvaluationView, Evaluations, Graded};
use crate::text::{Words, rules as rule_words};
use crate::web::kit::{self, Frame};
use crate::web::path;

pub(super) fn page(frame: &Frame<'_>, view: &Evaluations) -> Markup {
    let words = frame.words;
    let title = say!(words, "evaluations");
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        h1 { (title) }
        p { bdi lang="zh-Hans" { (view.congress.name) } }
        @if view.list.is_empty() { p { (say!(words, "evaluations-none")) } }
        (bad(words, view))
        @for one in &view.list { (evaluation(words, one)) }
        (units(words, view))
    };
    kit::office_page(frame, &title.text, &content)
}

/// What was dissatisfied, and what became of it: the rectification and the second grade.
fn bad(words: Words, view: &Evaluations) -> Markup {
    let second = second_grades(view);
    let first = view
        .list
        .iter()
        .filter(|one| one.evaluation.second_of.is_none());
    let bad: Vec<(&EvaluationView, &Graded)> = first
        .flat_map(|one| one.graded.iter().map(move |graded| (one, graded)))
        .filter(|(_, graded)| graded.result.grade == LineGrade::Dissatisfied)
        .collect();
    html! {
        @if !bad.is_empty() {
            section.card.warned {
                h2 { (say!(words, "evaluations-dissatisfied", count = bad.len())) }
                ul.list { @for (one, graded) in bad {
                    li {
                        (named(graded)) " "
                        @if graded.project.is_some() { span.quiet { bdi lang="zh-Hans" { (graded.unit) } } }
                        p { (rectification(words, graded)) " "
                            @match second.get(&(one.poll.id, &graded.result.subject)) {
                                Some(grade) => { (say!(words, "evaluation-second-grade")) " " (kit::grade_tag(words, *grade)) },
                                None => span.quiet { (say!(words, "evaluation-second-open")) },
                            } }
                    }
                } }
            }
        }
    }
}

/// The name of a line, with the way to its project.
fn named(graded: &Graded) -> Markup {
    html! {
        @match &graded.project {
            Some(project) => a href=(path::life(project.id)) { bdi lang="zh-Hans" { (graded.name) } },
            None => bdi lang="zh-Hans" { (graded.name) },
        }
    }
}

/// Where the rectification stands, and by when.
fn rectification(words: Words, graded: &Graded) -> Markup {
    html! {
        @match &graded.finding {
            Some(finding) => {
                a href=(path::finding(finding.id)) { (say!(words, "evaluation-rectification")) } " "
                span.tag.plain { (words.say_named("finding-stage", finding.stage.word(), &[])) }
                @if let Some(due) = finding.due { " " span.num { (say!(words, "evaluation-due", day = due.to_string())) } }
            },
            None => {},
        }
    }
}

/// The grade of a second evaluation, by the first one and what it asked about.
fn second_grades(view: &Evaluations) -> BTreeMap<(PollId, &Subject), LineGrade> {
    let mut grades = BTreeMap::new();
    for one in &view.list {
        let Some(first) = one.evaluation.second_of else {
            continue;
        };
        for graded in &one.graded {
            grades.insert((first, &graded.result.subject), graded.result.grade);
        }
    }
    grades
}

fn evaluation(words: Words, one: &EvaluationView) -> Markup {
    html! {
        section.card {
            h2 { a href=(path::manage_poll(one.poll.id)) { bdi lang="zh-Hans" { (one.poll.title) } } }
            p { span.num { (one.session.year) } " "
                @if one.evaluation.second_of.is_some() { span.tag.plain { (say!(words, "evaluation-is-second")) } " " }
                @if let Some(round) = &one.round { span.tag.plain { (words.say_named("stage", round.stage.word(), &[])) } } }
            @if one.graded.is_empty() { p.quiet { (say!(words, "evaluation-not-certified")) } }
            @else {
                (grades(words, one))
                p { a href=(path::remarks(one.poll.id)) { (say!(words, "remarks")) } }
            }
        }
    }
}

fn grades(words: Words, one: &EvaluationView) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(one.poll.title) {
            table.result {
                thead { tr {
                    th scope="col" { (say!(words, "column-project")) }
                    @for grade in LineGrade::ALL { th.n scope="col" { (rule_words::line_grade(words, grade)) } }
                    th.n scope="col" { (say!(words, "mark-abstain")) }
                    th scope="col" { (say!(words, "column-grade")) }
                } }
                tbody { @for graded in &one.graded {
                    @let marks = graded.result.marks;
                    tr {
                        th scope="row" { (named(graded)) }
                        @for (grade, papers) in LineGrade::ALL.into_iter().zip([marks.satisfied, marks.basically, marks.dissatisfied]) {
                            td.n data-label=(rule_words::line_grade(words, grade).text) { (papers) }
                        }
                        td.n data-label=(say!(words, "mark-abstain").text) { (marks.abstain) }
                        td { (kit::grade_tag(words, graded.result.grade)) }
                    }
                } }
            }
        }
    }
}

/// Each unit's first grades, year by year.
fn units(words: Words, view: &Evaluations) -> Markup {
    let first = view
        .list
        .iter()
        .filter(|one| one.evaluation.second_of.is_none());
    let grades: Vec<(&str, i16, LineGrade)> = first
        .flat_map(|one| one.graded.iter().map(move |graded| (one, graded)))
        .map(|(one, graded)| {
            let project = graded.project.as_ref();
            let year = project.map_or(one.session.year, |project| project.year);
            (graded.unit.as_str(), year, graded.result.grade)
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
