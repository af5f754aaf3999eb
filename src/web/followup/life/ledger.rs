//! Findings with their steps, and changes with their decisions.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::progress::address;

use crate::followup::photo::gallery;
use crate::kit;
use crate::path;
use domain::evaluation::GradeResult;
use domain::followup::change::Change;
use domain::followup::finding::{Finding, FindingRecord, FindingStage};
use domain::picture::{PictureFacts, PictureOwner};
use service::followup::life::ProjectHistory;
use text::Words;
use text::say;

/// The tag of a finding's stage, with what it waits for.
pub(in crate::followup) fn stage(words: Words, finding: &Finding, overdue: u32) -> Markup {
    stage_tag(words, finding.stage, finding.reopened, overdue)
}

/// Where something that must be put right stands, how often it came back, how late it is.
pub(crate) fn stage_tag(words: Words, stage: FindingStage, reopened: u32, overdue: u32) -> Markup {
    let class = match stage {
        FindingStage::Found => "plain",
        FindingStage::Sent => "warn",
        FindingStage::Answered => "done",
        FindingStage::Closed => "ok",
        FindingStage::Dismissed => "plain",
    };
    html! {
        @if overdue > 0 { span.tag.bad { "■ " (say!(words, "overdue", days = overdue)) } " " }
        span.tag.(class) { (words.say_named("finding-stage", stage.word(), &[])) }
        @if reopened > 0 { " " span.tag.plain { (say!(words, "reopened", times = reopened)) } }
    }
}

/// The photos of a project's findings, and who looks at them.
pub(in crate::followup) struct FindingPhotos<'l> {
    pub(in crate::followup) all: &'l BTreeMap<PictureOwner, Vec<PictureFacts>>,
    pub(in crate::followup) is_office: bool,
}

/// Every step that was taken, oldest first.
pub(in crate::followup) fn steps(
    words: Words,
    finding: &Finding,
    steps: &[FindingRecord],
    photos: &FindingPhotos<'_>,
) -> Markup {
    let gallery = |step: u32| {
        let Some(project) = finding.project else {
            return html! {};
        };
        let alt = say!(words, "finding-photo-alt", number = finding.number);
        let owner = PictureOwner::Finding(finding.id, step);
        let of_step = photos.all.get(&owner).map_or(&[][..], Vec::as_slice);
        gallery(words, &alt, of_step, |name| {
            address(project, photos.is_office, name)
        })
    };
    html! {
        ol.steps-taken {
            li { span.num { (finding.found_on) } " " b { (say!(words, "finding-found")) } " " bdi { (finding.found_by) } (gallery(0)) }
            @for (number, one) in (1..).zip(steps) { li { (taken(words, one)) (gallery(number)) } }
        }
    }
}

/// A step that was taken: when, what, by whom, with its words.
pub(crate) fn taken(words: Words, taken: &FindingRecord) -> Markup {
    html! {
        span.num { (taken.on) } " "
        b { (words.say_named("finding-act", taken.step.act.word(), &[])) } " " bdi { (taken.by) }
        @if let Some(due) = taken.step.due { " · " (say!(words, "due-on", due = due.to_string())) }
        @if !taken.step.approver.is_empty() { " · " (say!(words, "approved-by", name = taken.step.approver.clone())) }
        @if !taken.step.text.is_empty() { p { bdi { (taken.step.text) } } }
    }
}

/// The grades that the congress gave, with the numbers they come from: of each evaluation the whole
/// project, or its parts.
pub(super) fn grades(words: Words, life: &ProjectHistory, is_office: bool) -> Markup {
    let one = |result: &GradeResult| {
        let marks = result.marks;
        html! {
            (kit::grade_tag(words, result.grade))
            p.quiet { (say!(words, "grades-bar-label", satisfied = marks.satisfied, basically = marks.basically,
                dissatisfied = marks.dissatisfied, base = result.base)) }
        }
    };
    html! {
        ul.list { @for of_poll in life.grades.chunk_by(|(one, _), (next, _)| one.poll == next.poll) {
            @let Some((first, title)) = of_poll.first() else { continue };
            li {
                @if is_office || first.is_published { a href=(path::result(first.poll)) { bdi lang="zh-Hans" { (title) } } }
                @if first.subject.part().is_empty() { " " (one(first)) }
                @else { ul.list { @for (result, _) in of_poll {
                    li { bdi lang="zh-Hans" { (result.subject.part()) } " " (one(result)) }
                } } }
            }
        } }
    }
}

/// The findings of a project; for the office each leads to its page.
pub(super) fn findings(words: Words, life: &ProjectHistory, is_office: bool) -> Markup {
    html! {
        @if life.findings.is_empty() { p.quiet { (say!(words, "findings-none")) } }
        @for (finding, taken) in &life.findings {
            article.finding {
                h3 {
                    span.num { (finding.year) "-" (finding.number) } " "
                    @if is_office { a href=(path::finding(finding.id)) { bdi { (finding.text) } } }
                    @else { bdi { (finding.text) } }
                }
                p { (stage(words, finding, finding.days_overdue(life.today)))
                    @if let Some(day) = finding.closed_on { " " span.num { (day) } } }
                (steps(words, finding, taken, &FindingPhotos { all: &life.pictures, is_office }))
            }
        }
    }
}

/// The changes: how it stood, how it stands, who decided when by which document.
pub(super) fn changes(words: Words, changes: &[Change], is_office: bool) -> Markup {
    html! {
        @if changes.is_empty() { p.quiet { (say!(words, "changes-none")) } }
        @for change in changes {
            article.finding {
                h3 { (words.say_named("change-kind", change.kind.word(), &[])) " "
                    @match &change.decision {
                        Some(decision) if decision.is_granted => span.tag.ok { (say!(words, "change-granted")) },
                        Some(_) => span.tag.plain { (say!(words, "change-refused")) },
                        None => span.tag.warn { (say!(words, "change-waits")) },
                    } }
                p { (say!(words, "change-reason")) " " bdi { (change.reason) } }
                @if change.kind.changes_plan() {
                    p { (say!(words, "change-before")) " " bdi.old { (change.before) } }
                    p { (say!(words, "change-after")) " " bdi { (change.after) } }
                }
                @if let Some(decision) = &change.decision {
                    p.quiet {
                        (words.say_named("decider", decision.body.word(), &[])) " · " span.num { (decision.on) } " · "
                        bdi { (decision.document) } @if !decision.notice.is_empty() { " · " bdi { (decision.notice) } }
                    }
                }
                @if is_office && change.decision.is_none() {
                    p { a.button.small.plain href=(path::change(change.id)) { (say!(words, "change-decide")) } }
                }
            }
        }
    }
}
