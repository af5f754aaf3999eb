//! The record of a review on paper (工作评议记录): what was asked and answered, what is put right, and the
//! assessment. That of the work committee says on every page that it decides nothing.

use super::{day, evaluation, opinions};
use crate::forms::{column, figure, head, text};
use crate::visitor::PrefectureInfo;
use domain::followup::finding::FindingAct;
use domain::review::question::ReviewQuestion;
use paper::{FormBody, PrintedForm, RecordBlock, RecordForm, Signature, TableColumn};
use service::review::{ReviewView, TaskView};
use text::say;
use text::{Language, Words, format};

/// The record in Chinese, as official papers are.
pub(super) fn record(view: &ReviewView, place: &PrefectureInfo) -> PrintedForm {
    let words = Words::of(Language::ZhHans);
    let review = &view.review;
    let title = say!(words, "work-review-record-title").text;
    let mut of = match &view.congress {
        Some(congress) => say!(words, "congress-of", name = congress.name.clone()).text,
        None => say!(words, "work-committee-of", name = place.name.clone()).text,
    };
    let department = review.department.clone();
    let mut foot = say!(
        words,
        "work-review-record-foot",
        form = title.clone(),
        department = department
    )
    .text;
    let mut blocks = Vec::new();
    if review.reviewer.is_advisory() {
        let mark = say!(words, "work-review-no-vote").text;
        of = format!("{of} · {mark}");
        foot = format!("{foot} · {mark}");
        blocks.push(RecordBlock::Equation { text: mark });
        blocks.push(text(say!(words, "work-review-no-vote-why")));
    }
    blocks.extend(particulars(words, view));
    blocks.extend(asked(words, view));
    blocks.extend(held(words, view));
    blocks.extend(put_right(words, view));
    blocks.push(signed(words, view));
    PrintedForm {
        head: head(words, title, of, foot, place.is_demo),
        body: FormBody::Record(RecordForm {
            landscape: false,
            blocks,
        }),
    }
}

fn heading(text: impl Into<String>) -> RecordBlock {
    RecordBlock::Heading { text: text.into() }
}

/// Department, topic, day, place, chair, media, as a table of two columns.
fn particulars(words: Words, view: &ReviewView) -> [RecordBlock; 1] {
    let review = &view.review;
    let media: Vec<String> = review
        .media
        .iter()
        .map(|one| format!("{} ({})", one.name, day::medium_word(words, one)))
        .collect();
    let rows = [
        (
            say!(words, "work-review-department"),
            review.department.clone(),
        ),
        (say!(words, "work-review-topic"), review.topic.clone()),
        (say!(words, "work-review-year"), review.year.to_string()),
        (
            say!(words, "work-review-held-on"),
            format::date(words.language(), review.on),
        ),
        (say!(words, "work-review-place"), review.place.clone()),
        (say!(words, "work-review-chair"), review.chair.clone()),
        (say!(words, "work-review-media-there"), media.join(" · ")),
    ];
    let columns = vec![
        column(say!(words, "work-review-record-what"), 35),
        column(say!(words, "work-review-record-says"), 0),
    ];
    let rows = rows.into_iter();
    let rows = rows.map(|(name, value)| vec![name.text, value]);
    [table(columns, rows.collect())]
}

/// Questions with their answers.
fn asked(words: Words, view: &ReviewView) -> Vec<RecordBlock> {
    let row = |(number, question): (usize, &ReviewQuestion)| {
        let answer = match (question.answered_on, question.answer_by) {
            (Some(day), _) => format!("{day} {}", question.answer),
            (None, Some(by)) => say!(words, "question-due", day = by.to_string()).text,
            (None, None) => String::new(),
        };
        let asked = format!("{}: {}", question.asked_by, question.text);
        vec![number.to_string(), asked, answer]
    };
    let mut blocks = vec![heading(say!(words, "work-review-questions"))];
    if view.questions.is_empty() {
        blocks.push(text(say!(words, "questions-none")));
        return blocks;
    }
    let columns = vec![
        column(say!(words, "work-review-record-no"), 12),
        column(say!(words, "work-review-record-asked"), 0),
        column(say!(words, "work-review-record-answer"), 0),
    ];
    let rows = (1..).zip(&view.questions).map(row);
    blocks.push(table(columns, rows.collect()));
    blocks
}

/// The conclusion, and the grade of a congress or the opinions of the work committee.
fn held(words: Words, view: &ReviewView) -> Vec<RecordBlock> {
    let mut blocks = Vec::new();
    if !view.review.conclusion.is_empty() {
        blocks.push(heading(say!(words, "work-review-conclusion")));
        blocks.push(text(view.review.conclusion.clone()));
    }
    let grades = view
        .evaluations
        .iter()
        .flat_map(|one| evaluation::told(words, one));
    let grades: Vec<String> = grades.collect();
    if !grades.is_empty() {
        blocks.push(heading(say!(words, "evaluations")));
        blocks.push(RecordBlock::List { items: grades });
    }
    if let Some(given) = &view.opinions {
        let mark = say!(words, "work-review-no-vote");
        let name = say!(words, "opinions-advisory");
        blocks.push(heading(format!("{name} · {mark}")));
        let [members, parts @ ..] = opinions::numbers(words, given);
        let sum: Vec<String> = parts
            .iter()
            .map(|(name, number)| format!("{name} {number}"))
            .collect();
        blocks.push(RecordBlock::Equation {
            text: format!("{} {} = {}", members.0, members.1, sum.join(" + ")),
        });
        blocks.push(RecordBlock::Figures {
            figures: parts
                .into_iter()
                .map(|(name, number)| figure(name, u64::from(number)))
                .collect(),
        });
        blocks.push(text(say!(words, "opinions-no-result")));
    }
    blocks
}

/// What is put right.
fn put_right(words: Words, view: &ReviewView) -> Vec<RecordBlock> {
    let row = |one: &TaskView| {
        let stage = words.say_named("finding-stage", one.task.stage.word(), &[]);
        let answer = one
            .steps
            .iter()
            .rfind(|taken| taken.step.act == FindingAct::Answer);
        let answer = answer.map_or("", |taken| taken.step.text.as_str());
        let state = format!("{stage} {answer}");
        let number = one.task.number.to_string();
        vec![
            number,
            one.task.what.clone(),
            one.task.due.to_string(),
            state,
        ]
    };
    let mut blocks = vec![heading(say!(words, "work-review-tasks"))];
    if view.tasks.is_empty() {
        blocks.push(text(say!(words, "work-review-tasks-none")));
        return blocks;
    }
    let columns = vec![
        column(say!(words, "work-review-record-no"), 12),
        column(say!(words, "work-review-task-what"), 0),
        column(say!(words, "work-review-record-due"), 26),
        column(say!(words, "work-review-record-state"), 0),
    ];
    let rows = view.tasks.iter().map(row);
    blocks.push(table(columns, rows.collect()));
    blocks
}

fn table(columns: Vec<TableColumn>, rows: Vec<Vec<String>>) -> RecordBlock {
    RecordBlock::Table {
        size: 11,
        pad: 2,
        columns,
        rows,
    }
}

fn signed(words: Words, view: &ReviewView) -> RecordBlock {
    let line = |role: String, name: &str| Signature {
        role,
        name: name.to_owned(),
    };
    RecordBlock::Signatures {
        lines: vec![
            line(
                say!(words, "work-review-record-chair").text,
                &view.review.chair,
            ),
            line(say!(words, "work-review-record-department").text, ""),
            line(say!(words, "work-review-record-by").text, ""),
        ],
        date: say!(words, "paper-date").text,
    }
}
