//! A board: sums with their base and day, who owes what, the projects with overdue ones first.

use maud::{Markup, Render, html};

use super::filter::BoardFilter;
use crate::followup::life::{light_tag, rule};
use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Level;
use domain::followup::light::Light;
use domain::followup::month::Month;
use domain::library::project::ProjectStage;
use service::files::FileKind;
use service::followup::boards::{Board, BoardLine, DebtKind, PartOfWhole, accepted_of};
use text::say;
use text::{Phrase, Words, format};

/// Debts that a board lists; the others are counted.
const MOST_OWED: usize = 40;

/// Projects that a board lists at once; a filter narrows the rest.
const MOST_LINES: usize = 120;

/// The whole page; who may shows the ways to the numbers of the lights and to files of reports.
pub(super) fn board(
    frame: &Frame<'_>,
    board: &Board,
    filter: &BoardFilter,
    (may_set, may_report): (bool, bool),
) -> Markup {
    let words = frame.words;
    let year = i64::from(board.year);
    let title = match &board.congress {
        Some(congress) => say!(words, "board-of", name = congress.name.clone(), year = year),
        None => say!(
            words,
            "board-of-prefecture",
            name = frame.place.to_owned(),
            year = year
        ),
    };
    let kept: Vec<&BoardLine> = board
        .lines
        .iter()
        .filter(|line| filter.keeps(line))
        .collect();
    let content = html! {
        p.crumbs.no-print { a href=(path::MY) { (say!(words, "my-title")) } }
        h1 { (title) }
        (years(words, board))
        (sums(words, board))
        @if board.congress.is_none() {
            (counties(words, board))
            p.no-print { a href=(path::advisory_reviews(board.year)) { (say!(words, "work-reviews-of-prefecture", name = frame.place.to_owned(), year = year)) }
                " " span.tag.warn { (say!(words, "work-review-no-vote")) } }
        }
        (owed(words, board))
        section {
            h2 { (say!(words, "board-projects")) }
            (filters(words, board, filter))
            p.quiet { (say!(words, "board-shown", shown = kept.len().min(MOST_LINES), found = kept.len(), total = board.lines.len())) }
            (table(words, board, filter, &kept))
        }
        @if let Some(numbers) = &board.rule { p.quiet { (rule(words, numbers)) } }
        @if let Some(congress) = &board.congress {
            ul.list.no-print {
                li { a href=(path::task_table(congress.id, board.year)) { (say!(words, "task-table-print")) } }
                li { a href=(path::groups(congress.id)) { (say!(words, "groups-title")) } }
                li { a href=(path::calendar(congress.id, board.year)) { (say!(words, "calendar-title", year = year)) } }
                li { a href=(path::evaluation_year(congress.id, board.year)) { (say!(words, "evaluations")) } }
                li { a href=(path::reviews(congress.id, board.year)) { (say!(words, "work-reviews")) } }
                @if may_report { li { a href=(path::files(congress.id, FileKind::Reports { year: board.year })) { (say!(words, "import-link-reports")) } } }
                @if may_set { li { a href=(path::owing(congress.id)) { (say!(words, "owing-title")) } } }
                @if may_set { li { a href=(path::lights(congress.id, board.year)) { (say!(words, "rule-title")) } } }
                li { a href=(path::ledger(congress.id, board.year)) { (say!(words, "ledger-title", year = year)) } }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

fn years(words: Words, board: &Board) -> Markup {
    html! {
        nav.years.no-print aria-label=(say!(words, "board-years").text) {
            @for year in &board.years {
                @let to = match &board.congress {
                    Some(congress) => path::board(congress.id, *year),
                    None => path::overview(*year),
                };
                a.num href=(to) aria-current=[(*year == board.year).then_some("page")] { (year) } " "
            }
        }
    }
}

/// A part of a whole with its base and day.
fn part(words: Words, part: PartOfWhole) -> Phrase {
    say!(
        words,
        "part-of",
        percent = part.percent(),
        part = part.part,
        whole = part.whole,
        on = format::date(words.language(), part.on)
    )
}

fn sums(words: Words, board: &Board) -> Markup {
    let unlit = board.lines.iter().filter(|line| line.now.is_none()).count();
    let today = format::date(words.language(), board.today);
    let money = |of: fn(&BoardLine) -> i64| -> i64 {
        board.lines.iter().map(of).fold(0, i64::saturating_add)
    };
    html! {
        section {
            p.lead { (say!(words, "board-accepted")) " " b { (part(words, board.accepted())) } }
            ul.lights {
                @for light in Light::ALL { li { (light_tag(words, light)) " " b.num { (board.count(light)) } } }
                @if unlit > 0 { li { span.tag.plain { (say!(words, "board-unlit")) } " " b.num { (unlit) } } }
            }
            p.quiet { (say!(words, "board-base", total = board.lines.len(), day = today)) }
            p { (say!(words, "money-bar",
                paid = format::money(words.language(), money(|line| line.paid)),
                planned = format::money(words.language(), money(|line| line.planned)))) }
        }
    }
}

/// Each county with its townships: no ranking, the order of the division codes.
fn counties(words: Words, board: &Board) -> Markup {
    let on = board.accepted().on;
    let counties = board
        .congresses
        .values()
        .filter(|one| one.level == Level::County);
    html! {
        section { h2 { (say!(words, "home-counties")) }
            div.scroll tabindex="0" role="region" aria-label=(say!(words, "home-counties").text) { table {
                thead { tr {
                    th scope="col" { (say!(words, "board-county")) }
                    th.n scope="col" { (say!(words, "board-total")) }
                    @for light in Light::ALL { th.n scope="col" { (light_tag(words, light)) } }
                    th scope="col" { (say!(words, "board-accepted")) }
                } }
                tbody { @for county in counties { tr {
                    th scope="row" { bdi lang="zh-Hans" { (county.name) } }
                    td.n { (board.lines_of(county).count()) }
                    @for light in Light::ALL {
                        td.n { (board.lines_of(county).filter(|line| line.now.is_some_and(|now| now.light == light)).count()) }
                    }
                    td { (part(words, accepted_of(board.lines_of(county), on))) }
                } } }
            } }
        }
    }
}

fn owed(words: Words, board: &Board) -> Markup {
    let name = |id| board.lines.iter().find(|line| line.project.id == id);
    html! {
        section { h2 { (say!(words, "owed-title")) " " span.num { (board.owed.len()) } }
            @if board.owed.is_empty() { p.quiet { (say!(words, "owed-none")) } }
            ul.list {
                @for one in board.owed.iter().take(MOST_OWED) {
                    @let line = one.project.and_then(name);
                    li {
                        @let unit = line.map_or(one.unit.as_str(), |line| line.project.lead_unit.as_str());
                        @if !unit.is_empty() { bdi lang="zh-Hans" { (unit) } " · " }
                        @match &one.what {
                            DebtKind::Report(month) => b { (say!(words, "owed-report", month = month.to_string())) },
                            DebtKind::Answer(number) => b { (say!(words, "owed-answer", number = *number)) },
                            DebtKind::Reply(entry, topic) => a href=(path::entry(*entry)) { b { (say!(words, "owed-reply", topic = topic.clone())) } },
                        }
                        @if let Some(line) = line { " · " (project(line)) }
                        " · " (say!(words, "owed-since", day = one.since.to_string()))
                    }
                }
            }
            @if board.owed.len() > MOST_OWED { p.quiet { (say!(words, "owed-more", more = board.owed.len() - MOST_OWED)) } }
        }
    }
}

fn project(line: &BoardLine) -> Markup {
    html! {
        a href=(path::life(line.project.id)) { bdi lang="zh-Hans" { (line.project.name) } }
    }
}

fn filters(words: Words, board: &Board, filter: &BoardFilter) -> Markup {
    let form = kit::PageForm::blank(words, &[]);
    let units = BoardFilter::choices(board, |line| &line.project.lead_unit);
    let kinds = BoardFilter::choices(board, |line| &line.project.category);
    let first = Month::new(board.year, 1);
    let last = Month::new(board.year, 12).map(|last| last.min(Month::of(board.today)));
    let months: Vec<Month> = first
        .zip(last)
        .map_or(Vec::new(), |(first, last)| first.to(last).collect());
    let select = |name: &str, label: Phrase, options: Vec<(String, String, bool)>| {
        let chosen = options.iter().find(|(_, _, is_chosen)| *is_chosen);
        let chosen = chosen.map_or_else(String::new, |(value, _, _)| value.clone());
        let options = options.into_iter().map(|(value, text, _)| (value, text));
        let options = kit::none_or(say!(words, "filter-all"), options);
        form.select(name, label, options).value(chosen).render()
    };
    let named = |all: Vec<String>, chosen: &str| -> Vec<(String, String, bool)> {
        all.into_iter()
            .map(|one| (one.clone(), one.clone(), one == chosen))
            .collect()
    };
    let category = |(value, _, is_chosen): (String, String, bool)| {
        let text = words.say_named("category", &value, &[]).text;
        (value, text, is_chosen)
    };
    let lights = Light::ALL.map(|light| {
        let word = words.say_named("light", light.word(), &[]).text;
        (
            light.word().to_owned(),
            format!("{} {word}", light.shape()),
            filter.light == Some(light),
        )
    });
    let months = months
        .into_iter()
        .map(|one| (one.to_string(), one.to_string(), filter.month == Some(one)));
    html! {
        form.inline.no-print method="get" {
            (select("light", say!(words, "filter-light"), lights.to_vec()))
            (select("unit", say!(words, "plan-unit"), named(units, &filter.unit)))
            (select("kind", say!(words, "filter-kind"), named(kinds, &filter.kind).into_iter().map(category).collect()))
            (select("month", say!(words, "report-month"), months.collect()))
            button.button.plain { (say!(words, "filter-show")) }
        }
    }
}

fn table(words: Words, board: &Board, filter: &BoardFilter, kept: &[&BoardLine]) -> Markup {
    let title = say!(words, "board-projects");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title.text) { table.board {
            thead { tr {
                th scope="col" { (say!(words, "filter-light")) }
                th scope="col" { (say!(words, "column-project")) }
                th scope="col" { (say!(words, "plan-unit")) }
                th.n scope="col" { (say!(words, "board-done")) }
                th.n scope="col" { (say!(words, "board-behind")) }
                th.n scope="col" { (say!(words, "board-reported")) }
                th.n scope="col" { (say!(words, "board-findings")) }
            } }
            tbody { @for line in kept.iter().take(MOST_LINES) { (row(words, board, filter, line)) } }
        } }
    }
}

fn row(words: Words, board: &Board, filter: &BoardFilter, line: &BoardLine) -> Markup {
    let congress = board.congresses.get(&line.project.congress);
    let (open, overdue) = line.findings;
    html! {
        tr {
            td { @match filter.light_of(line) {
                Some(light) => (light_tag(words, light)),
                None => span.tag.plain { (words.say_named("project-stage", line.project.stage.word(), &[])) },
            } }
            th scope="row" { (project(line))
                @if board.congress.is_none() { @if let Some(congress) = congress { p.quiet { bdi lang="zh-Hans" { (congress.name) } } } }
                @if let Some(day) = line.accepted { p.quiet { (say!(words, "accepted-on", day = day.to_string())) } } }
            td { bdi lang="zh-Hans" { (line.project.lead_unit) } }
            td.n { @if let Some(now) = &line.now { (now.done) "%" } }
            td.n { @if let Some(now) = line.now.filter(|now| now.days_behind > 0) { (say!(words, "days", days = now.days_behind)) } }
            td.n { @match line.reported {
                Some(month) => (month),
                None => @if line.project.stage == ProjectStage::Selected { (say!(words, "not-yet")) } @else { "–" },
            } }
            td.n { (open) @if overdue > 0 { " " span.tag.bad { (say!(words, "of-them-overdue", overdue = overdue)) } } }
        }
    }
}
