//! The appraisal as a form on paper (论证表): A4, with lines to sign.

use maud::{Markup, html};

use super::view::answer_tag;
use crate::kit::{self, Frame};
use crate::library::content::{fund_table, value};
use crate::path;
use domain::library::appraisal::ScreeningItem;
use domain::library::sheet::Field;
use service::library::appraising::AppraisalView;
use text::format;
use text::say;

/// The sheet.
pub(super) fn sheet(frame: &Frame<'_>, view: &AppraisalView) -> Markup {
    let words = frame.words;
    let project = &view.project;
    let title = say!(words, "appraisal-sheet");
    let shown = [
        Field::Code,
        Field::Summary,
        Field::Content,
        Field::Scale,
        Field::Place,
        Field::Beneficiaries,
        Field::BeneficiaryCount,
        Field::Category,
        Field::Investment,
        Field::NeedThisYear,
        Field::LeadUnit,
        Field::SupportingUnits,
        Field::Leader,
        Field::StartBy,
        Field::FinishBy,
        Field::Readiness,
        Field::Targets,
    ];
    let end = view.ends.first();
    let content = html! {
        p.crumbs.no-print { a href=(path::appraisal(project.id)) { (say!(words, "appraisal-back")) } }
        article.official.form-sheet {
            h1 { bdi lang="zh-Hans" { (view.congress.name) } (title) }
            table.boxed {
                tbody {
                    tr { th scope="row" { (words.say_named("field", "name", &[])) } td { b { bdi lang="zh-Hans" { (project.sheet.name) } } } }
                    @for field in shown {
                        @let text = project.sheet.text(field);
                        @if !text.is_empty() {
                            tr { th scope="row" { (words.say_named("field", field.word(), &[])) }
                                td { (value(words, field.word(), &text)) } }
                        }
                    }
                }
            }
            (fund_table(words, &project.sheet.funds))
            h2 { (say!(words, "checks-title")) }
            table.boxed { tbody { @for check in ScreeningItem::ALL {
                @let found = view.facts.checks.iter().find(|one| one.check == check);
                tr { th scope="row" { (words.say_named("check", check.word(), &[])) }
                    td { @match found {
                        Some(one) => { @if one.is_met { "✓ " (say!(words, "check-yes")) } @else { "✕ " (say!(words, "check-no")) }
                            " " bdi lang="zh-Hans" { (one.note) } },
                        None => { (say!(words, "check-open")) },
                    } } }
            } } }
            h2 { (say!(words, "opinions-of-units")) }
            table.boxed { tbody { @for opinion in &view.facts.opinions {
                tr { th scope="row" { (words.say_named("opinion-kind", opinion.kind.word(), &[])) br; bdi lang="zh-Hans" { (opinion.unit_name) } }
                    td { @match &opinion.answered {
                        Some(given) => { (answer_tag(words, opinion)) " " bdi lang="zh-Hans" { (given.text) } " " span.num { (given.on) } },
                        None => { (say!(words, "opinion-waits")) },
                    } } }
            } } }
            h2 { (say!(words, "conclusion-title")) }
            @match end {
                Some(end) => p { b { (words.say_named("conclusion", end.conclusion.word(), &[])) } " " bdi lang="zh-Hans" { (end.reason) }
                    @if !end.exception.is_empty() { " " (say!(words, "exception-granted")) " " bdi lang="zh-Hans" { (end.exception) } } },
                None => p { (say!(words, "conclusion-none")) },
            }
            div.signatures {
                @for who in ["appraiser", "unit", "leader"] {
                    p { (words.say_named("signature", who, &[])) span.line {} (say!(words, "signature-date")) span.line.short {} }
                }
            }
            p.quiet { (say!(words, "printed-on", on = format::date(words.language(), view.today))) }
        }
    };
    kit::office_page(frame, &title.text, &content)
}
