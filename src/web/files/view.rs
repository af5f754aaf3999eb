//! The page where a kind of file is brought and taken, with its columns explained.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Congress;
use domain::problem::{Problem, ProblemPlace};
use service::files::{Column, FileKind, FilePage, Format, MOST_BYTES, MOST_ROWS};
use text::say;
use text::{Phrase, Words};

/// The facts that a kind's own messages may name.
pub(super) fn facts(congress: &Congress, kind: FileKind) -> [(&'static str, String); 2] {
    let year = kind.year().map(|year| year.to_string());
    [
        ("congress", congress.name.clone()),
        ("year", year.unwrap_or_default()),
    ]
}

/// What the kind is called.
pub(super) fn title(words: Words, desk: &FilePage) -> Phrase {
    words.say_named(
        "import-title",
        desk.kind.word(),
        &facts(&desk.congress, desk.kind),
    )
}

/// The page: choose a file, take one, and what its columns are.
pub(super) fn desk(frame: &Frame<'_>, desk: &FilePage) -> Markup {
    let words = frame.words;
    let title = title(words, desk);
    let content = html! {
        (crumbs(words, desk))
        @if !frame.problems.is_empty() {
            div.summary role="alert" tabindex="-1" {
                h2 { (say!(words, "summary-title")) }
                (problem_table(words, frame.problems))
            }
        }
        h1 { bdi lang="zh-Hans" { (desk.congress.name) } " " (title) }
        section.card {
            h2 { (say!(words, "import-heading")) }
            p { (words.say_named("import-hint", desk.kind.word(), &[])) }
            (upload_form(words, desk, frame.token, frame.problems))
        }
        section.card {
            h2 { (say!(words, "export-heading")) }
            p { (say!(words, "export-count", rows = desk.standing)) " " (say!(words, "export-hint")) }
            div.acts {
                @for format in Format::ALL {
                    a.button.plain href=(path::export(desk.congress.id, desk.kind, format.extension())) {
                        (words.say_named("export-as", format.extension(), &[]))
                    }
                }
            }
        }
        section.card {
            h2 { (say!(words, "import-columns")) }
            p { (say!(words, "import-template-hint")) }
            div.acts {
                @for format in Format::ALL {
                    a.button.plain href=(path::template(desk.congress.id, desk.kind, format.extension())) {
                        (words.say_named("import-template", format.extension(), &[]))
                    }
                }
            }
            (column_table(words, desk))
        }
    };
    kit::office_page(frame, &title.text, &content)
}

fn crumbs(words: Words, desk: &FilePage) -> Markup {
    html! {
        p.crumbs {
            a href=(path::MANAGE) { (say!(words, "task-list")) }
            @if let FileKind::Reports { year } = desk.kind {
                " › " a href=(path::board(desk.congress.id, year)) {
                    (say!(words, "board-title", year = i64::from(year)))
                }
            }
            @if let FileKind::Projects { year } = desk.kind {
                " › " a href=(path::library(desk.congress.id, year)) {
                    (say!(words, "library-title", year = i64::from(year)))
                }
            }
        }
    }
}

/// The form of a file: its token stands before it, so that nothing is read without it.
pub(super) fn upload_form(
    words: Words,
    desk: &FilePage,
    token: &str,
    problems: &[Problem],
) -> Markup {
    let form = kit::PageForm::blank(words, problems);
    let hint = say!(
        words,
        "import-bounds",
        megabytes = MOST_BYTES >> 20,
        rows = MOST_ROWS
    );
    html! {
        form method="post" enctype="multipart/form-data"
            action=(path::files(desk.congress.id, desk.kind)) {
            (kit::token_field(token))
            (form.file("file", say!(words, "import-file"), ".csv,.xlsx,.txt,.tsv").hint(hint))
            button.button { (say!(words, "import-try")) }
        }
    }
}

fn column_table(words: Words, desk: &FilePage) -> Markup {
    let form = |column: &Column| {
        let key = format!("{}-{}", desk.kind.word(), column.name);
        words.say_named("import-column", &key, &[])
    };
    html! {
        table.columns {
            thead { tr {
                th scope="col" { (say!(words, "import-column-head")) }
                th scope="col" { (say!(words, "import-form-head")) }
                th scope="col" { (say!(words, "import-example-head")) }
            } }
            tbody {
                @for column in &desk.columns {
                    tr {
                        th scope="row" {
                            bdi lang="zh-Hans" { (column.header) } " "
                            @if column.is_needed { span.tag.warn { (say!(words, "import-needed")) } }
                        }
                        td { (form(column)) }
                        td { bdi lang="zh-Hans" { (column.example) } }
                    }
                }
            }
        }
    }
}

/// Problems with row, column and cause.
pub(super) fn problem_table(words: Words, problems: &[Problem]) -> Markup {
    html! {
        table.problems {
            thead { tr {
                th.n scope="col" { (say!(words, "import-row")) }
                th scope="col" { (say!(words, "import-column-head")) }
                th scope="col" { (say!(words, "import-cause")) }
            } }
            tbody {
                @for problem in problems { (problem_row(words, problem)) }
            }
        }
    }
}

fn problem_row(words: Words, problem: &Problem) -> Markup {
    let told = words.say_named("problem", problem.code, &problem.facts);
    let (row, column) = match &problem.place {
        ProblemPlace::Cell { row, column } => (Some(*row), column.as_str()),
        ProblemPlace::Whole | ProblemPlace::Field(_) => (None, ""),
    };
    html! {
        tr {
            td.n {
                @match row {
                    Some(row) => (row),
                    None => span.quiet { (say!(words, "import-whole")) },
                }
            }
            td { bdi lang="zh-Hans" { (column) } }
            td {
                @if problem.is_error() {
                    span.tag.bad { (say!(words, "import-must")) }
                } @else {
                    span.tag.warn { (say!(words, "import-check")) }
                }
                " " (told)
            }
        }
    }
}
