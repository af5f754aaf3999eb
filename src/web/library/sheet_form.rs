//! The form of a project: five parts, a table of sources and one of annual targets.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit::{self, Frame, PageForm};
use crate::path;
use domain::congress::Congress;
use domain::library::fund::FundKind;
use domain::library::kind::{Category, ProjectOrigin, Readiness};
use domain::library::sheet::Field;
use domain::people::person::Unit;
use service::library::reading::ProjectView;
use service::library::typed::{MOST_ROWS, TypedSheet};
use text::say;
use text::{Phrase, Words};

/// The form for a new project of a year.
pub(super) fn new_project(
    frame: &Frame<'_>,
    (congress, year): (&Congress, i16),
    typed: &TypedSheet,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "project-new", year = i64::from(year));
    let content = html! {
        p.crumbs { a href=(path::library(congress.id, year)) {
            bdi lang="zh-Hans" { (congress.name) } " " (say!(words, "library-title", year = i64::from(year))) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        form.sheet-form method="post" action=(path::new_project(congress.id, year)) {
            (kit::token_field(frame.token))
            (parts(frame, typed, &[]))
            button.button { (say!(words, "project-create")) }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// The form of a project that exists; `above` is what a collision shows, and `typed` carries the
/// texts of both.
pub(super) fn edit_project(
    frame: &Frame<'_>,
    view: &ProjectView,
    (typed, version): (&TypedSheet, u32),
    above: &Markup,
) -> Markup {
    let words = frame.words;
    let title = say!(
        words,
        "project-edit",
        name = view.project.sheet.name.clone()
    );
    let id = view.project.id;
    let content = html! {
        p.crumbs { a href=(path::manage_project(id)) { bdi lang="zh-Hans" { (view.project.sheet.name) } } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        (above)
        form.sheet-form method="post" action=(path::edit_project(id)) {
            (kit::token_field(frame.token))
            input type="hidden" name="version" value=(version);
            (parts(frame, typed, &view.units))
            div.acts {
                button.button { (say!(words, "project-save")) }
                a.button.plain href=(path::manage_project(id)) { (say!(words, "project-leave")) }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// A field of the sheet with its hint, if it has one.
fn hint(words: Words, field: Field) -> Option<Phrase> {
    let has_hint = words.has(&format!("field-hint-{}", field.word()));
    has_hint.then(|| words.say_named("field-hint", field.word(), &[]))
}

fn label(words: Words, field: Field) -> Phrase {
    words.say_named("field", field.word(), &[])
}

fn parts(frame: &Frame<'_>, typed: &TypedSheet, units: &[Unit]) -> Markup {
    let words = frame.words;
    let fields = Fields::of(typed.iter());
    let form = &PageForm::new(words, &fields, frame.problems);
    let line = |field: Field| {
        let line = form.line(field.word(), label(words, field));
        line.hint_if(hint(words, field))
    };
    let number = |field: Field| {
        let number = form.decimal(field.word(), label(words, field)).size(14);
        number.hint_if(hint(words, field))
    };
    let lines = |field: Field, rows: u8| {
        let lines = form.area(field.word(), label(words, field), rows);
        lines.hint_if(hint(words, field))
    };
    let choice = |field: Field, prefix: &str, all: Vec<&'static str>| {
        let all = all.into_iter();
        let all = all.map(|word| (word, words.say_named(prefix, word, &[])));
        let choice = form.select(field.word(), label(words, field), all);
        choice.hint_if(hint(words, field))
    };
    html! {
        fieldset.card {
            legend { (say!(words, "part-what")) }
            (line(Field::Name))
            (line(Field::Summary))
            (lines(Field::Content, 4))
            div.columns {
                (choice(Field::Category, "category", Category::ALL.map(Category::word).to_vec()))
                (line(Field::Scale))
                (line(Field::Place))
            }
            div.columns { (line(Field::Beneficiaries)) (number(Field::BeneficiaryCount)) }
        }
        fieldset.card {
            legend { (say!(words, "part-money")) }
            div.columns { (number(Field::Investment)) (number(Field::NeedThisYear)) }
            (funds(form, typed))
        }
        fieldset.card {
            legend { (say!(words, "part-time")) }
            div.columns {
                (line(Field::StartBy)) (line(Field::FinishBy))
                (choice(Field::Readiness, "readiness", Readiness::ALL.map(Readiness::word).to_vec()))
            }
            (targets(form, typed))
        }
        fieldset.card {
            legend { (say!(words, "part-who")) }
            div.columns {
                (line(Field::LeadUnit)) (line(Field::SupportingUnits)) (line(Field::Leader))
            }
            @if !units.is_empty() {
                p.hint { (say!(words, "units-known")) " "
                    bdi lang="zh-Hans" { (names(units)) } }
            }
        }
        fieldset.card {
            legend { (say!(words, "part-office")) }
            div.columns {
                (line(Field::Code))
                (choice(Field::Origin, "origin", ProjectOrigin::ALL.map(ProjectOrigin::word).to_vec()))
            }
            (lines(Field::Note, 2))
        }
    }
}

fn names(units: &[Unit]) -> String {
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    names.join(" · ")
}

/// Filled rows and two more.
fn rows(typed: &TypedSheet, names: [&str; 2]) -> std::ops::Range<usize> {
    0..(typed.rows(names) + 2).clamp(3, MOST_ROWS)
}

fn funds(form: &PageForm<'_>, typed: &TypedSheet) -> Markup {
    let words = form.words;
    let [kind, source, amount, year, secured] = [
        "fund-kind",
        "fund-source",
        "fund-amount",
        "fund-year",
        "fund-secured",
    ]
    .map(|key| words.say_named(key, "label", &[]));
    html! {
        h2 { (words.say_named("field", "funds", &[])) }
        p.hint #funds-hint { (say!(words, "funds-hint")) }
        (form.errors("funds", "funds"))
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "part-money").text) {
            table.rows #funds tabindex="-1" aria-invalid=[form.is_wrong("funds").then_some("true")]
                aria-describedby=[form.described("funds", "funds", true)] {
                thead { tr {
                    th scope="col" { (kind) } th scope="col" { (source) }
                    th scope="col" { (amount) } th scope="col" { (year) } th scope="col" { (secured) }
                } }
                tbody {
                    @for row in rows(typed, ["fund_amount", "fund_source"]) {
                        tr {
                            td { (form.choose(&format!("fund_kind_{row}"), &kind.text, FundKind::ALL.iter().map(|one| {
                                (one.word(), words.say_named("fund", one.word(), &[]))
                            }))) }
                            td { (form.cell(&format!("fund_source_{row}"), &source.text).size(14)) }
                            td { (form.cell(&format!("fund_amount_{row}"), &amount.text).size(9)) }
                            td { (form.cell(&format!("fund_year_{row}"), &year.text).size(9)) }
                            td { (form.tick(&format!("fund_secured_{row}"), "yes", html! { span.sr { (secured) } }).chosen(form.typed.get(&format!("fund_secured_{row}")) == "yes")) }
                        }
                    }
                }
            }
        }
    }
}

fn targets(form: &PageForm<'_>, typed: &TypedSheet) -> Markup {
    let words = form.words;
    let (year, text) = (say!(words, "target-year"), say!(words, "target-text"));
    html! {
        h2 { (words.say_named("field", "targets", &[])) }
        p.hint #targets-hint { (say!(words, "targets-hint")) }
        (form.errors("targets", "targets"))
        @for row in rows(typed, ["target_year", "target_text"]) {
            div.pair {
                (form.cell(&format!("target_year_{row}"), &year.text).size(6))
                (form.cell(&format!("target_text_{row}"), &text.text).size(40))
            }
        }
    }
}
