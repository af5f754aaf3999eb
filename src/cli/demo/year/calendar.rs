//! 青河县's supervision calendar of the year: five entries, questions, a line of the ledger.

use super::super::account::{DemoError, DemoService};
use super::words::YearWords;
use super::{DemoProject, YEAR};
use domain::access::Actor;
use domain::followup::entry::{EntryKind, Question};
use jiff::civil::date;
use service::followup::calendar::NewEntry;

/// Keeps the calendar as its clerk would.
pub(super) async fn keep(
    service: &DemoService,
    clerk: &Actor,
    words: &YearWords,
    stories: &[DemoProject],
) -> Result<(), DemoError> {
    let congress = service.find_congress(super::super::day::COUNTY).await?;
    let planned = [
        (EntryKind::PublicQa, date(YEAR, 7, 15)),
        (EntryKind::Visit, date(YEAR, 6, 10)),
        (EntryKind::LawCheck, date(YEAR, 9, 8)),
        (EntryKind::Study, date(YEAR, 8, 20)),
        (EntryKind::YearEndReport, date(YEAR, 12, 28)),
    ];
    let mut made = Vec::new();
    for (place, (kind, on)) in planned.into_iter().enumerate() {
        let new = NewEntry {
            congress,
            kind,
            topic: words.one("topic", place).to_owned(),
            on: Some(on),
            unit: words.one("unit", 0).to_owned(),
        };
        let entry = service.make_entry(clerk, new).await?;
        if kind != EntryKind::YearEndReport {
            service
                .hold_entry(clerk, entry, Some(on), words.one("outcome", 0))
                .await?;
        }
        made.push(entry);
    }
    let Some(first) = made.first() else {
        return Ok(());
    };
    let project = super::of(stories, congress)
        .next()
        .map(|story| story.project.id);
    let asked = |place: usize| Question {
        id: 0,
        entry: *first,
        asked_by: words.one("asked", 0).to_owned(),
        text: words.one("question", place).to_owned(),
        project,
        answer_by: None,
        answer: String::new(),
        answered_on: None,
        finding: None,
    };
    let mut there = asked(0);
    there.answer = words.one("reply", 0).to_owned();
    service.ask_question(clerk, there, false).await?;
    let mut later = asked(1);
    later.answer_by = Some(date(YEAR, 8, 15));
    later.project = None;
    service.ask_question(clerk, later, false).await?;
    Ok(())
}
