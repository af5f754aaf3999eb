//! Plan, money and monthly reports, as the office and everybody reads them.

use jiff::Timestamp;
use maud::{Markup, html};

use crate::followup::photo::gallery;
use crate::kit;
use crate::path;
use domain::followup::plan::Plan;
use domain::followup::report::Report;
use domain::followup::share::Share;
use domain::id::ProjectId;
use domain::picture::{PictureName, PictureOwner};
use service::followup::life::ProjectHistory;
use text::say;
use text::{Words, format};

/// The plan in force: target, people, money, milestones.
pub(super) fn plan(words: Words, plan: &Plan, unit: Option<&str>, done: Share) -> Markup {
    let language = words.language();
    let rows = [
        (say!(words, "plan-target"), plan.target.clone()),
        (say!(words, "plan-place"), plan.place.clone()),
        (
            say!(words, "plan-unit"),
            unit.unwrap_or_default().to_owned(),
        ),
        (say!(words, "plan-partners"), plan.partners.clone()),
        (say!(words, "plan-leader"), plan.leader.clone()),
        (say!(words, "plan-group"), plan.group.clone()),
        (say!(words, "plan-acceptance"), plan.acceptance.clone()),
        (
            say!(words, "plan-accept-by"),
            format::date(language, plan.accept_by),
        ),
    ];
    html! {
        dl.facts {
            @for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
                div { dt { (name) } dd { bdi { (value) } } }
            }
        }
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "milestones").text) { table {
            caption { (say!(words, "milestones")) }
            thead { tr {
                th scope="col" { (say!(words, "milestone")) }
                th.n scope="col" { (say!(words, "milestone-due")) }
                th.n scope="col" { (say!(words, "milestone-share")) }
                th scope="col" { (say!(words, "milestone-reached")) }
            } }
            tbody { @for one in &plan.milestones { tr {
                th scope="row" { bdi { (one.name) } }
                td.n { (one.due) }
                td.n { (one.share) "%" }
                td { @match one.reached {
                    Some(day) => span.num { "✓ " (day) },
                    None if done >= one.share => span { "✓ " (say!(words, "milestone-by-share", share = done.to_string())) },
                    None => span.quiet { (say!(words, "not-yet")) },
                } }
            } } }
        } }
    }
}

/// Planned and paid money, as a bar with both figures, and its sources.
pub(super) fn money(words: Words, plan: &Plan, paid: i64) -> Markup {
    let language = words.language();
    let planned = plan.amount();
    let label = say!(
        words,
        "money-bar",
        paid = format::money(language, paid),
        planned = format::money(language, planned)
    );
    html! {
        p { (label) }
        svg.votes viewBox="0 0 1000 16" preserveAspectRatio="none" role="img" aria-label=(label.text) {
            rect.base width="1000" height="16" {}
            rect.in width=(part(paid, planned)) height="16" {}
        }
        ul.list { @for fund in &plan.funds { li { bdi { (fund.source) } " · " (format::money(language, fund.amount)) } } }
    }
}

fn part(paid: i64, planned: i64) -> i64 {
    paid.saturating_mul(1000)
        .checked_div(planned)
        .unwrap_or(0)
        .clamp(0, 1000)
}

/// The reports by month, newest first; a corrected one stays readable under its correction.
pub(super) fn reports(
    words: Words,
    life: &ProjectHistory,
    check: Option<&str>,
    is_office: bool,
) -> Markup {
    html! {
        @if life.reports.is_empty() { p.quiet { (say!(words, "reports-none")) } }
        ol.reports {
            @for report in life.newest_reports() {
                @let earlier: Vec<&Report> = life.reports.iter()
                    .filter(|one| one.month == report.month && one.version < report.version).collect();
                li {
                    (one(words, report))
                    (photos(words, life, report, is_office))
                    @if let Some(token) = check.filter(|_| report.checked.is_none()) {
                        form method="post" action=(path::check_report(report.id)) {
                            (kit::token_field(token))
                            button.button.small { (say!(words, "report-check", month = report.month.to_string())) }
                        }
                    }
                    @if !earlier.is_empty() { details {
                        summary { (say!(words, "report-earlier", versions = earlier.len())) }
                        @for report in earlier { (one(words, report)) }
                    } }
                }
            }
        }
    }
}

/// The photos of a report, of the month that it is of.
fn photos(words: Words, life: &ProjectHistory, report: &Report, is_office: bool) -> Markup {
    let alt = say!(words, "report-photo-alt", month = report.month.to_string());
    let photos = life.pictures_of(PictureOwner::Report(report.id));
    gallery(words, &alt, photos, |name| {
        address(life.project.id, is_office, name)
    })
}

/// Where a photo of a project is seen, by the office or by everybody.
pub(super) fn address(project: ProjectId, is_office: bool, name: PictureName) -> String {
    if is_office {
        path::progress_photo(project, name)
    } else {
        path::public_progress_photo(project, name)
    }
}

fn one(words: Words, report: &Report) -> Markup {
    let language = words.language();
    let written = Timestamp::from_millisecond(report.written_at).unwrap_or_default();
    html! {
        h3 { span.num { (report.month) } " · " span.num { (report.done) "%" } " · "
            (say!(words, "paid", paid = format::money(language, report.paid))) }
        p { bdi { (report.status) } }
        @for (name, text) in [
            (say!(words, "report-problem"), &report.problem),
            (say!(words, "report-next"), &report.next_step),
            (say!(words, "report-why"), &report.why),
        ] {
            @if !text.is_empty() { p { b { (name) } " " bdi { (text) } } }
        }
        p.quiet {
            (say!(words, "report-by", name = report.written_by.clone(), at = format::date_time(written)))
            " · "
            @match &report.checked {
                Some(check) => (say!(words, "report-checked-by", name = check.by.clone(), on = check.on.to_string())),
                None => b.warn { (say!(words, "report-waits")) },
            }
        }
    }
}
