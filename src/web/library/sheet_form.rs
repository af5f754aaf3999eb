//! The form of a project: five parts, a table of sources and one of annual targets.

use maud::{Markup, html};

use super::input::Filled;
use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Congress;
use domain::library::fund::FundKind;
use domain::library::kind::{Category, Origin, Readiness};
use domain::library::sheet::Field;
use domain::person::Unit;
use domain::problem::Problem;
use service::library::reading::ProjectView;
use service::library::typed::{MOST_ROWS, Typed};
use text::say;

/// The form for a new project of a year.
pub(super) fn new_project(
    frame: &Frame<'_>,
    (congress, year): (&Congress, i16),
    token: &str,
    typed: &Typed,
    problems: &[Problem],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "project-new", year = i64::from(year));
    let content = html! {
        p.crumbs { a href=(path::library(congress.id, year)) {
            bdi lang="zh-Hans" { (congress.name) } " " (say!(words, "library-title", year = i64::from(year))) } }
        (kit::error_summary(words, problems))
        h1 { (title) }
        form.sheet-form method="post" action=(path::new_project(congress.id, year)) {
            (kit::token_field(token))
            (parts(&Filled { words, typed, problems }, &[]))
            button.button { (say!(words, "project-create")) }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, problems),
        &content,
    )
}

/// The form of a project that exists; `above` is what a collision shows, and `typed` carries the
/// texts of both.
pub(super) fn edit_project(
    frame: &Frame<'_>,
    view: &ProjectView,
    token: &str,
    (typed, version): (&Typed, u32),
    problems: &[Problem],
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
        (kit::error_summary(words, problems))
        h1 { (title) }
        (above)
        form.sheet-form method="post" action=(path::edit_project(id)) {
            (kit::token_field(token))
            input type="hidden" name="version" value=(version);
            (parts(&Filled { words, typed, problems }, &view.units))
            div.acts {
                button.button { (say!(words, "project-save")) }
                a.button.plain href=(path::manage_project(id)) { (say!(words, "project-leave")) }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, problems),
        &content,
    )
}

fn parts(form: &Filled<'_>, units: &[Unit]) -> Markup {
    let words = form.words;
    html! {
        fieldset.card {
            legend { (say!(words, "part-what")) }
            (form.line(Field::Name))
            (form.line(Field::Summary))
            (form.lines(Field::Content, 4))
            div.columns {
                (form.choice(Field::Category, "category", &Category::ALL.map(Category::word)))
                (form.line(Field::Scale))
                (form.line(Field::Place))
            }
            div.columns { (form.line(Field::Beneficiaries)) (form.number(Field::BeneficiaryCount)) }
        }
        fieldset.card {
            legend { (say!(words, "part-money")) }
            div.columns { (form.number(Field::Investment)) (form.number(Field::NeedThisYear)) }
            (funds(form))
        }
        fieldset.card {
            legend { (say!(words, "part-time")) }
            div.columns {
                (form.line(Field::StartBy)) (form.line(Field::FinishBy))
                (form.choice(Field::Readiness, "readiness", &Readiness::ALL.map(Readiness::word)))
            }
            (targets(form))
        }
        fieldset.card {
            legend { (say!(words, "part-who")) }
            div.columns {
                (form.line(Field::LeadUnit)) (form.line(Field::SupportingUnits)) (form.line(Field::Leader))
            }
            @if !units.is_empty() {
                p.hint { (say!(words, "units-known")) " "
                    bdi lang="zh-Hans" { (names(units)) } }
            }
        }
        fieldset.card {
            legend { (say!(words, "part-office")) }
            div.columns {
                (form.line(Field::Code))
                (form.choice(Field::Origin, "origin", &Origin::ALL.map(Origin::word)))
            }
            (form.lines(Field::Note, 2))
        }
    }
}

fn names(units: &[Unit]) -> String {
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    names.join(" · ")
}

/// Filled rows and two more.
fn rows(form: &Filled<'_>, names: [&str; 2]) -> std::ops::Range<usize> {
    0..(form.typed.rows(names) + 2).clamp(3, MOST_ROWS)
}

fn funds(form: &Filled<'_>) -> Markup {
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
        p.hint { (say!(words, "funds-hint")) }
        (kit::field_error(words, form.problems, "funds"))
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "part-money").text) {
            table.rows #funds {
                thead { tr {
                    th scope="col" { (kind) } th scope="col" { (source) }
                    th scope="col" { (amount) } th scope="col" { (year) } th scope="col" { (secured) }
                } }
                tbody {
                    @for row in rows(form, ["fund_amount", "fund_source"]) {
                        tr {
                            td { select name={ "fund_kind_" (row) } aria-label=(kind.text) {
                                @for one in FundKind::ALL {
                                    option value=(one.word())
                                        selected[form.typed.get(&format!("fund_kind_{row}")) == one.word()] {
                                        (words.say_named("fund", one.word(), &[]))
                                    }
                                }
                            } }
                            td { (form.cell(&format!("fund_source_{row}"), &source.text, 14)) }
                            td { (form.cell(&format!("fund_amount_{row}"), &amount.text, 9)) }
                            td { (form.cell(&format!("fund_year_{row}"), &year.text, 9)) }
                            td { label.choice {
                                input type="checkbox" name={ "fund_secured_" (row) } value="yes"
                                    checked[form.typed.get(&format!("fund_secured_{row}")) == "yes"];
                                span.sr { (secured) }
                            } }
                        }
                    }
                }
            }
        }
    }
}

fn targets(form: &Filled<'_>) -> Markup {
    let words = form.words;
    let (year, text) = (say!(words, "target-year"), say!(words, "target-text"));
    html! {
        h2 { (words.say_named("field", "targets", &[])) }
        p.hint { (say!(words, "targets-hint")) }
        (kit::field_error(words, form.problems, "targets"))
        @for row in rows(form, ["target_year", "target_text"]) {
            div.pair {
                (form.cell(&format!("target_year_{row}"), &year.text, 6))
                (form.cell(&format!("target_text_{row}"), &text.text, 40))
            }
        }
    }
}
