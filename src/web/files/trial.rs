//! What a trial found: numbers, problems page by page, a sample, and the one button that saves.

use maud::{Markup, html};

use super::view;
use crate::kit::{self, Frame};
use crate::path;
use domain::congress::{Body, majority_of_all};
use domain::problem::Problem;
use service::files::{
    AbsentRows, ChangeCounts, ChangedRow, Column, Comparison, FileKind, FileOutcome, FilePage,
    RowChange, TrialView,
};
use text::{Phrase, Words, say};

/// Problems on one page.
const PROBLEMS: usize = 50;
/// Names shown of those who are not in the file.
const ABSENT: usize = 50;

/// A file that was tried or saved. `refused` is what stood against saving it.
pub(super) fn trial(
    frame: &Frame<'_>,
    view: &TrialView,
    page: usize,
    refused: &[Problem],
) -> Markup {
    let words = frame.words;
    let desk = &view.desk;
    let title = match &view.outcome {
        FileOutcome::Tried { .. } => say!(words, "import-trial"),
        FileOutcome::Saved(_) => say!(words, "import-done"),
    };
    let content = html! {
        p.crumbs {
            a href=(path::MANAGE) { (say!(words, "task-list")) } " › "
            a href=(path::files(desk.congress.id, desk.kind)) { (view::title(words, desk)) }
        }
        (kit::error_summary(words, refused))
        h1 { (title) }
        p { bdi lang="zh-Hans" { (desk.congress.name) } " " (view::title(words, desk))
            @if !view.title.is_empty() { " · " bdi.num { (view.title) } } }
        @match &view.outcome {
            FileOutcome::Saved(counts) => (saved(words, desk, *counts)),
            FileOutcome::Tried { found, problems } => {
                @let is_refused = problems.iter().any(Problem::is_error);
                (verdict(words, found, problems))
                (figures(words, view.desk.kind, found.counts, is_refused))
                (problem_section(words, view, problems, page))
                @if is_refused {
                    section.card {
                        h2 { (say!(words, "import-again")) }
                        (view::upload_form(words, desk, frame.token, &[]))
                    }
                } @else {
                    (sample(words, desk, found))
                    (save_form(frame, view, found))
                }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, refused),
        &content,
    )
}

/// First of all: whether it can be saved, and that nothing is saved yet.
fn verdict(words: Words, found: &Comparison, problems: &[Problem]) -> Markup {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let is_idle = found.counts.saved() == 0;
    html! {
        @if errors > 0 {
            div.told.bad role="alert" { p { b { (say!(words, "import-has-errors", errors = errors)) } } }
        } @else if is_idle {
            div.told { p { b { (say!(words, "import-is-idle")) } } }
        } @else {
            div.told { p { b { (say!(words, "import-not-saved", rows = found.counts.saved())) } } }
        }
    }
}

/// Who is not in the file is not known while rows of it cannot be read, and of leads never: a file
/// brings some of many.
fn figures(words: Words, kind: FileKind, counts: ChangeCounts, is_refused: bool) -> Markup {
    let knows_absent = match kind {
        FileKind::Deputies | FileKind::Projects { .. } | FileKind::Reports { .. } => !is_refused,
        FileKind::Leads { .. } => false,
    };
    let figures = [
        ("read", counts.read),
        ("new", counts.new),
        ("changed", counts.changed),
        ("unchanged", counts.unchanged),
        ("left-out", counts.left_out),
        ("absent", counts.absent),
    ];
    html! {
        dl.figures {
            @for (name, number) in figures.into_iter().filter(|(name, _)| knows_absent || *name != "absent") {
                div { dt { (words.say_named("import-figure", name, &[])) } dd { (number) } }
            }
        }
    }
}

fn problem_section(words: Words, view: &TrialView, problems: &[Problem], page: usize) -> Markup {
    let all = problems.len();
    let pages = all.div_ceil(PROBLEMS).max(1);
    let page = page.clamp(1, pages);
    let from = (page - 1) * PROBLEMS;
    let shown = problems.iter().skip(from).take(PROBLEMS);
    let shown: Vec<Problem> = shown.cloned().collect();
    let to_page = |page: usize| {
        let path = path::tried(view.desk.congress.id, view.desk.kind, &view.name);
        format!("{path}?page={page}")
    };
    html! {
        @if all > 0 {
            section.card #problems {
                h2 { (say!(words, "import-problems", all = all)) }
                @if pages > 1 {
                    p { (say!(words, "import-problems-shown", from = from + 1, to = from + shown.len(), all = all)) }
                }
                (view::problem_table(words, &shown))
                @if pages > 1 {
                    nav.acts aria-label=(say!(words, "import-pages").text) {
                        @if page > 1 {
                            a.button.plain.small href=(to_page(page - 1)) { (say!(words, "import-page-before")) }
                        }
                        @if page < pages {
                            a.button.plain.small href=(to_page(page + 1)) { (say!(words, "import-page-after")) }
                        }
                    }
                }
            }
        }
    }
}

/// The first changes as they would be saved; what stands stays to be read beside what replaces it.
fn sample(words: Words, desk: &FilePage, found: &Comparison) -> Markup {
    let all = found.counts.saved();
    let shown = found.sample.len();
    let title = say!(words, "import-sample", shown = shown, all = all);
    html! {
        @if shown > 0 {
            section.card {
                h2 { (title) }
                div.scroll tabindex="0" role="region" aria-label=(title.text) {
                    table.sample {
                        thead { tr {
                            th.n scope="col" { (say!(words, "import-row")) }
                            th scope="col" { (say!(words, "import-fate")) }
                            @for (_, column) in shown_columns(desk, found) {
                                th scope="col" { bdi lang="zh-Hans" { (column.header) } }
                            }
                        } }
                        tbody { @for change in &found.sample { (sample_row(words, desk, found, change)) } }
                    }
                }
            }
        }
    }
}

/// The columns that say something in the sample.
fn shown_columns<'v>(
    desk: &'v FilePage,
    found: &'v Comparison,
) -> impl Iterator<Item = (usize, &'v Column)> {
    let says = |place: usize| {
        let cells = found
            .sample
            .iter()
            .filter_map(move |one| one.cells.get(place));
        cells
            .into_iter()
            .any(|(was, is)| was.is_some() || !is.is_empty())
    };
    let columns = desk.columns.iter().enumerate();
    columns.filter(move |(place, _)| says(*place))
}

fn sample_row(words: Words, desk: &FilePage, found: &Comparison, change: &ChangedRow) -> Markup {
    let tag = match change.fate {
        RowChange::New => "tag ok",
        RowChange::Changed | RowChange::Unchanged | RowChange::LeftOut => "tag done",
    };
    html! {
        tr {
            td.n { (change.number) }
            td { span class=(tag) { (words.say_named("import-fate", change.fate.word(), &[])) } }
            @for (was, is) in shown_columns(desk, found).filter_map(|(place, _)| change.cells.get(place)) {
                td {
                    @if let Some(was) = was.as_deref().filter(|was| !was.is_empty()) {
                        del { bdi lang="zh-Hans" { (was) } } " "
                    }
                    @if was.is_some() { ins { bdi lang="zh-Hans" { (is) } } }
                    @else { bdi lang="zh-Hans" { (is) } }
                }
            }
        }
    }
}

fn save_form(frame: &Frame<'_>, view: &TrialView, found: &Comparison) -> Markup {
    let words = frame.words;
    let desk = &view.desk;
    let rows = found.counts.saved();
    let may_leave = found.leaving == AbsentRows::Allowed && !found.absent.is_empty();
    html! {
        form method="post" action=(path::tried(desk.congress.id, desk.kind, &view.name)) {
            (kit::token_field(frame.token))
            input type="hidden" name="seen" value=(found.seen);
            (absent(words, desk, found))
            @if rows > 0 || may_leave {
                section.card {
                    (office(words, desk.kind, found, may_leave))
                    @if rows > 0 { p { (say!(words, "import-save-hint")) } }
                    div.acts {
                        button.button {
                            @if rows > 0 { (say!(words, "import-save", rows = rows)) }
                            @else { (say!(words, "import-save-leaving")) }
                        }
                        a.button.plain href=(path::files(desk.congress.id, desk.kind)) {
                            (say!(words, "import-other-file"))
                        }
                    }
                }
            } @else {
                p { a.button.plain href=(path::files(desk.congress.id, desk.kind)) {
                    (say!(words, "import-other-file"))
                } }
            }
        }
    }
}

/// Of a roster: how many deputies there would be, and what follows from it, before anybody presses.
fn office(words: Words, kind: FileKind, found: &Comparison, may_leave: bool) -> Markup {
    if kind != FileKind::Deputies || (found.here == found.after && !may_leave) {
        return html! {};
    }
    let left = may_leave.then(|| found.after.saturating_sub(found.absent.len()));
    let row = |what: Phrase, all: usize| {
        let all = u32::try_from(all).unwrap_or(u32::MAX);
        html! {
            tr {
                th scope="row" { (what) }
                td.n { (all) }
                td.n { (Body::Congress.quorum(all)) }
                td.n { (majority_of_all(all)) }
            }
        }
    };
    html! {
        h2 { (say!(words, "import-office")) }
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "import-office").text) {
            table {
                thead { tr {
                    th { span.sr { (say!(words, "import-office-when")) } }
                    th.n scope="col" { (say!(words, "import-office-all")) }
                    th.n scope="col" { (say!(words, "import-office-quorum")) }
                    th.n scope="col" { (say!(words, "import-office-majority")) }
                } }
                tbody {
                    (row(say!(words, "import-office-now"), found.here))
                    (row(say!(words, "import-office-after"), found.after))
                    @if let Some(left) = left { (row(say!(words, "import-office-left"), left)) }
                }
            }
        }
    }
}

/// Those who stand and are not in the file, and whether they have left.
fn absent(words: Words, desk: &FilePage, found: &Comparison) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
    let all = found.absent.len();
    let more = all.saturating_sub(ABSENT);
    let kind = desk.kind.word();
    let count = [("count", all.to_string())];
    html! {
        @if all > 0 {
            section.card {
                h2 { (words.say_named("import-absent", kind, &count)) }
                ul.names {
                    @for one in found.absent.iter().take(ABSENT) {
                        li { span.num { (one.key) } " " bdi lang="zh-Hans" { (one.name) } }
                    }
                }
                @if more > 0 { p { (say!(words, "import-absent-more", more = more)) } }
                @match &found.leaving {
                    AbsentRows::Never => p.quiet { (say!(words, "import-absent-stay")) },
                    AbsentRows::Allowed => (form.tick("leave", "yes", html! { span { (words.say_named("import-leave", kind, &count)) } })),
                    AbsentRows::NotNow(problem) => {
                        (kit::problem_list(words, std::slice::from_ref(problem)))
                    }
                }
            }
        }
    }
}

/// What a save did, and where to go on.
fn saved(words: Words, desk: &FilePage, counts: ChangeCounts) -> Markup {
    html! {
        div.told role="status" {
            p { b { (say!(words, "import-saved", new = counts.new, changed = counts.changed)) } }
            @if counts.left > 0 {
                p { (words.say_named("import-left", desk.kind.word(), &[("count", counts.left.to_string())])) }
            }
        }
        p { a.button.plain href=(path::files(desk.congress.id, desk.kind)) { (say!(words, "import-back")) } }
    }
}
