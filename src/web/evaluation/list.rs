//! All evaluations of a congress: the grades, what was graded dissatisfied and what became of it, and each
//! unit over the years.

use maud::{Markup, html};

use super::fate;
use crate::kit::{self, Frame};
use crate::path;
use domain::tally::LineGrade;
use service::evaluation::{EvaluationView, Evaluations};
use text::say;
use text::{Words, rules as rule_words};

pub(super) fn page(frame: &Frame<'_>, view: &Evaluations) -> Markup {
    let words = frame.words;
    let title = say!(words, "evaluations");
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        h1 { (title) }
        p { bdi lang="zh-Hans" { (view.congress.name) } }
        @if view.list.is_empty() { p { (say!(words, "evaluations-none")) } }
        @if !view.years.is_empty() { nav aria-label=(say!(words, "column-year").text) { p.acts {
            @for year in &view.years { a.button.plain.small href=(path::evaluation_year(view.congress.id, *year)) {
                (say!(words, "supervision-year", year = i64::from(*year))) } }
        } } }
        (fate::dissatisfied(words, &view.dissatisfied, true))
        @for one in &view.list { (evaluation(words, one)) }
        (fate::units(words, &view.list))
    };
    kit::office_page(frame, &title.text, &content)
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
                        th scope="row" { (fate::named(graded, true)) }
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
