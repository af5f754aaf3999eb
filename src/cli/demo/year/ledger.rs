//! Findings and changes of the year, by the people whose they are.

use super::super::account::{DemoError, DemoService, DemoStaff};
use super::super::people;
use super::words::YearWords;
use super::{DemoProject, YEAR};
use domain::access::Actor;
use domain::followup::change::{ChangeDecision, ChangeKind, deciding_body};
use domain::followup::finding::{FindingAct, FindingStep};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// The findings of a month: one at every seventh project, each followed as far as it comes.
pub(super) async fn month(
    service: &DemoService,
    staff: &[DemoStaff],
    office: &Actor,
    words: &YearWords,
    stories: &[DemoProject],
    month: i8,
) -> Result<(), DemoError> {
    if !(4..=10).contains(&month) {
        return Ok(());
    }
    let deputy = people::sign_in(service, staff, "qinghe-d1").await?;
    let turn = usize::try_from(month).unwrap_or(0);
    let here =
        |story: &&DemoProject| story.place % 7 == turn % 7 && story.fate.done(month).is_some();
    for story in stories.iter().filter(here) {
        let own = deputy
            .roles
            .iter()
            .any(|(_, of)| *of == Some(story.project.congress));
        let finder = if own { &deputy } else { office };
        let text = words.one("finding", story.place + turn);
        let place = words.one("place", 0);
        let found = service
            .write_finding(finder, story.project.id, (text, place), Vec::new())
            .await?;
        let due = date(YEAR, month + 1, 3).saturating_add(20.days());
        service
            .step_finding(
                office,
                found,
                step(FindingAct::Send, "", Some(due)),
                Vec::new(),
            )
            .await?;
        // One in eleven is never answered, one in five comes back once.
        if story.place % 11 == 5 {
            continue;
        }
        // The office's own findings are answered by somebody else than who closes them.
        let answerer = answerer(office);
        let answer = words.one("answer", story.place);
        service
            .step_finding(
                &answerer,
                found,
                step(FindingAct::Answer, answer, None),
                Vec::new(),
            )
            .await?;
        if story.place % 5 == 1 {
            let again = words.one("reopen", 0);
            let later = due.saturating_add(10.days());
            service
                .step_finding(
                    finder,
                    found,
                    step(FindingAct::Reopen, again, Some(later)),
                    Vec::new(),
                )
                .await?;
            service
                .step_finding(
                    &answerer,
                    found,
                    step(FindingAct::Answer, answer, None),
                    Vec::new(),
                )
                .await?;
        }
        let close = words.one("close", 0);
        service
            .step_finding(
                finder,
                found,
                step(FindingAct::Close, close, None),
                Vec::new(),
            )
            .await?;
    }
    Ok(())
}

/// One finding of December that the unit has answered and its deputy has not checked again.
pub(super) async fn unchecked(
    service: &DemoService,
    staff: &[DemoStaff],
    office: &Actor,
    words: &YearWords,
    stories: &[DemoProject],
) -> Result<(), DemoError> {
    let deputy = people::sign_in(service, staff, "qinghe-d1").await?;
    let congress = service.find_congress(super::super::day::COUNTY).await?;
    let group = words.one("group", 0);
    let of_group = |story: &&DemoProject| words.one("group", story.place) == group;
    let Some(story) = super::of(stories, congress).find(of_group) else {
        return Ok(());
    };
    let told = (words.one("finding", 3), words.one("place", 0));
    let found = service
        .write_finding(&deputy, story.project.id, told, Vec::new())
        .await?;
    let send = step(FindingAct::Send, "", Some(date(YEAR, 12, 30)));
    service
        .step_finding(office, found, send, Vec::new())
        .await?;
    let answer = step(FindingAct::Answer, words.one("answer", 1), None);
    service
        .step_finding(&answerer(office), found, answer, Vec::new())
        .await
}

/// Who answers for the units that have no account in the demo: another account of the office.
fn answerer(office: &Actor) -> Actor {
    let next = office.account.map(|id| domain::id::AccountId(id.0 + 1));
    Actor {
        account: next,
        ..office.clone()
    }
}

fn step(act: FindingAct, text: &str, due: Option<Date>) -> FindingStep {
    FindingStep {
        act,
        text: text.to_owned(),
        due,
        approver: String::new(),
    }
}

/// A change, asked for and decided on the same day by the body of the level.
pub(super) async fn change(
    service: &DemoService,
    office: &Actor,
    words: &YearWords,
    story: &DemoProject,
    kind: ChangeKind,
) -> Result<(), DemoError> {
    let (reason, after) = match kind {
        ChangeKind::Date => (words.one("reason", 0), "2026-12-25"),
        ChangeKind::Terminate => (words.one("terminate", 0), ""),
        ChangeKind::Scale
        | ChangeKind::Place
        | ChangeKind::Amount
        | ChangeKind::Suspend
        | ChangeKind::Resume => (words.one("suspend", 0), ""),
    };
    let asked = service
        .ask_change(office, story.project.id, kind, reason, after)
        .await?;
    let decision = ChangeDecision {
        body: deciding_body(story.level),
        is_granted: true,
        on: service.today(),
        document: words.one("decision", 0).to_owned(),
        notice: words.one("notice", 0).to_owned(),
    };
    service
        .decide_change(office, asked, decision)
        .await
        .map(drop)
}
