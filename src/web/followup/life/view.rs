//! The page: where it stands, what may be done now, and everything that happened.

use maud::{Markup, html};

use super::{ledger, light, progress};
use crate::kit::{self, Frame};
use crate::path;
use crate::rating::numbers;
use domain::evaluation::may_be_graded;
use domain::followup::fact::FactKind;
use domain::followup::share::Share;
use domain::followup::stage;
use domain::library::project::ProjectStage;
use service::followup::life::ProjectHistory;
use text::say;
use text::{Words, format};

/// What the reader may do here.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PageRights {
    pub(super) report: bool,
    pub(super) check: bool,
    pub(super) inspect: bool,
    pub(super) supervise: bool,
}

/// The page for those who work on the project.
pub(super) fn office(frame: &Frame<'_>, life: &ProjectHistory, may: PageRights) -> Markup {
    let words = frame.words;
    let check = may.check.then_some(frame.token);
    let content = html! {
        p.crumbs { a href=(path::MY) { (say!(words, "my-title")) } " › "
            a href=(path::board(life.congress.id, life.project.year)) { (say!(words, "board-title", year = i64::from(life.project.year))) } }
        h1 { bdi lang="zh-Hans" { (life.project.name) } }
        (standing(words, life))
        (acts(words, life, may))
        (sections(words, life, check, true))
        @if may.check || may.supervise { (fact_forms(frame, life, may)) }
    };
    kit::office_page(frame, &life.project.name, &content)
}

/// The part of a project's public page that tells the year after the vote.
pub(crate) fn public_part(words: Words, life: &ProjectHistory) -> Markup {
    html! {
        section { h2 { (say!(words, "public-progress")) } (standing(words, life)) }
        (sections(words, life, None, false))
    }
}

/// Light, share, one sentence of where it stands, and the rule beside it.
fn standing(words: Words, life: &ProjectHistory) -> Markup {
    let stage = words.say_named("project-stage", life.project.stage.word(), &[]);
    html! {
        section.standing {
            @match &life.now {
                Some(reading) => {
                    p.lead { (light::light_tag(words, reading.light)) " " b.num { (reading.done) "%" } " " span.tag.plain { (stage) } }
                    p { (light::reason(words, reading)) }
                    p.quiet { (light::rule(words, &life.rule)) " " (say!(words, "as-of", day = life.today.to_string())) }
                },
                None => p.lead { span.tag.plain { (stage) } },
            }
            @if let Some(report) = life.last_checked() { p { bdi { (report.status) } " " span.quiet.num { (report.month) } } }
            p { bdi { (life.project.summary) } " · " bdi { (life.project.lead_unit) } }
        }
    }
}

fn acts(words: Words, life: &ProjectHistory, may: PageRights) -> Markup {
    let id = life.project.id;
    let is_followed = !life.plans.is_empty();
    html! {
        p.acts {
            @if may.supervise && life.project.stage == ProjectStage::Selected {
                a.button href=(path::plan(id)) { (say!(words, "assign-project")) }
            }
            @if may.report && stage::takes_reports(life.project.stage) {
                a.button href=(path::new_report(id)) { (say!(words, "report-write")) }
            }
            @if may.inspect && is_followed {
                a.button.plain href=(path::new_finding(id)) { (say!(words, "finding-write")) }
            }
            @if may.inspect && may_be_graded(life.project.stage) {
                a.button.plain href=(path::ratings(id)) { (say!(words, "ratings-title")) }
            }
            @if may.supervise && is_followed {
                a.button.plain href=(path::new_change(id)) { (say!(words, "change-ask")) }
            }
        }
    }
}

fn sections(words: Words, life: &ProjectHistory, check: Option<&str>, is_office: bool) -> Markup {
    html! {
        @if let Some(plan) = life.plan() {
            section { h2 { (say!(words, "months-title")) } (light::months(words, &life.months)) }
            section { h2 { (say!(words, "plan-title")) } (progress::plan(words, plan, life.unit.as_ref().map(|unit| unit.name.as_str()), life.last_checked().map_or(Share::NONE, |report| report.done))) }
            section { h2 { (say!(words, "money-title")) }
                (progress::money(words, plan, life.last_checked().map_or(0, |report| report.paid))) }
            section #reports { h2 { (say!(words, "reports-title")) } (progress::reports(words, life, check, is_office)) }
            section #findings { h2 { (say!(words, "project-findings")) } (ledger::findings(words, life, is_office)) }
            section { h2 { (say!(words, "changes-title")) } (ledger::changes(words, &life.changes, is_office)) }
            @if !life.grades.is_empty() {
                section #grades { h2 { (say!(words, "evaluations")) } (ledger::grades(words, life, is_office)) }
            }
            (numbers(words, &life.said))
            @if life.plans.len() > 1 { (earlier_plans(words, life)) }
            (facts(words, life))
        } @else { p.quiet { (say!(words, "plan-none")) } }
    }
}

/// Finished, accepted, in use: three facts, each with its day or not yet.
fn facts(words: Words, life: &ProjectHistory) -> Markup {
    html! {
        section { h2 { (say!(words, "facts-title")) }
            dl.facts {
                @for kind in FactKind::ALL {
                    @let noted = life.facts.iter().find(|fact| fact.kind == kind);
                    div {
                        dt { (words.say_named("fact", kind.word(), &[])) }
                        dd { @match noted {
                            Some(fact) => { (format::date(words.language(), fact.since.on)) " " bdi.quiet { (fact.document) } },
                            None => span.quiet { (say!(words, "not-yet")) },
                        } }
                    }
                }
            }
        }
    }
}

fn earlier_plans(words: Words, life: &ProjectHistory) -> Markup {
    let earlier = life.plans.iter().rev().skip(1);
    html! {
        @for plan in earlier { details {
            summary { (say!(words, "plan-earlier", version = plan.version, from = plan.from.to_string())) }
            (progress::plan(words, plan, None, Share::NONE))
        } }
    }
}

/// The forms for the facts that may be noted next.
fn fact_forms(frame: &Frame<'_>, life: &ProjectHistory, may: PageRights) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, &[]);
    let stage = life.project.stage;
    let is_finished = life
        .facts
        .iter()
        .any(|fact| fact.kind == FactKind::Finished);
    let next = [
        (
            FactKind::Finished,
            may.check && stage == ProjectStage::InProgress,
        ),
        (
            FactKind::Accepted,
            may.supervise && stage == ProjectStage::Completed,
        ),
        (FactKind::InUse, may.check && is_finished),
    ];
    let next = next
        .into_iter()
        .filter(|(_, may)| *may)
        .map(|(kind, _)| kind);
    let open = next.filter(|kind| !life.facts.iter().any(|fact| fact.kind == *kind));
    let today = life.today.to_string();
    html! {
        @for kind in open {
            form.card.narrow method="post" action=(path::fact(life.project.id, kind.word())) {
                (kit::token_field(frame.token))
                h2 { (words.say_named("fact-note", kind.word(), &[])) }
                (form.date("on", say!(words, "fact-on")).id(format!("on-{}", kind.word())).value(today.to_string()).until(today.to_string()))
                (form.line("document", say!(words, "fact-document")).id(format!("document-{}", kind.word())))
                button.button.plain { (words.say_named("fact-note", kind.word(), &[])) }
            }
        }
    }
}
