//! The department reviews of the year: one of 青河县, asked, answered and partly put right; one of the
//! prefecture's work committee, with opinions that two clerks typed.

use jiff::civil::date;

use super::super::account::{DemoError, DemoService, DemoStaff};
use super::super::people;
use super::YEAR;
use super::words::YearWords;
use domain::access::Actor;
use domain::followup::finding::{FindingAct, FindingStep};
use domain::id::{CongressId, ReviewId, ReviewQuestionId, UnitId};
use domain::review::opinions::Opinions;
use domain::review::question::ReviewQuestion;
use domain::review::{Medium, ReviewAct, ReviewStep};
use service::review::ReviewSheet;

/// The county's review of the unit whose people have accounts in the demo.
pub(super) async fn of_county(
    service: &DemoService,
    staff: &[DemoStaff],
    clerk: &Actor,
    words: &YearWords,
) -> Result<(), DemoError> {
    let congress = service.find_congress(super::super::day::COUNTY).await?;
    let reporter = people::sign_in(service, staff, "qinghe-u1").await?;
    let unit = reporter.unit.ok_or(DemoError::NotFound("unit"))?;
    let whose = (Some(congress), Some(unit));
    let review = held(service, clerk, whose, words, 0).await?;
    let mut there = question(review, words, 0);
    there.answer = words.one("review-answer", 0).to_owned();
    service.ask_at_review(clerk, there).await?;
    let mut later = question(review, words, 1);
    later.answer_by = Some(date(YEAR, 12, 10));
    service.ask_at_review(clerk, later).await?;
    for (place, due) in [date(YEAR, 12, 25), date(YEAR + 1, 1, 31)]
        .into_iter()
        .enumerate()
    {
        let what = words.one("review-task", place);
        let task = service.give_review_task(clerk, review, what, Some(due));
        let task = task.await?;
        if place == 0 {
            let answer = step(FindingAct::Answer, words.one("review-done", 0));
            service
                .step_review_task(&reporter, (review, task), answer)
                .await?;
            let close = step(FindingAct::Close, words.one("review-closed", 0));
            service
                .step_review_task(clerk, (review, task), close)
                .await?;
        }
    }
    conclude(service, clerk, review, words, 0).await
}

/// The work committee's review of a department of the prefecture. It decides nothing.
pub(super) async fn of_work_committee(
    service: &DemoService,
    staff: &[DemoStaff],
    words: &YearWords,
) -> Result<(), DemoError> {
    let clerk = people::sign_in(service, staff, "prefecture-clerk").await?;
    let second = people::sign_in(service, staff, "prefecture-clerk-2").await?;
    let review = held(service, &clerk, (None, None), words, 1).await?;
    let mut there = question(review, words, 2);
    there.answer = words.one("review-answer", 1).to_owned();
    service.ask_at_review(&clerk, there).await?;
    let opinions = Opinions {
        members: 11,
        satisfied: 6,
        basically: 3,
        dissatisfied: 1,
        abstain: 1,
    };
    for who in [&clerk, &second] {
        service.type_opinions(who, review, opinions).await?;
    }
    conclude(service, &clerk, review, words, 1).await
}

/// A review that took place some weeks before it is written down.
async fn held(
    service: &DemoService,
    clerk: &Actor,
    (congress, unit): (Option<CongressId>, Option<UnitId>),
    words: &YearWords,
    place: usize,
) -> Result<ReviewId, DemoError> {
    let medium = |kind, is_live| Medium {
        name: words.one(kind, 0).to_owned(),
        is_live,
    };
    let media = vec![medium("review-live", true), medium("review-media", false)];
    let sheet = ReviewSheet {
        unit,
        department: words.one("review-department", 0).to_owned(),
        year: Some(YEAR),
        topic: words.one("review-topic", place).to_owned(),
        on: Some(service.today()),
        place: words.one("review-place", 0).to_owned(),
        chair: words.one("review-chair", place).to_owned(),
        media: media.clone(),
    };
    let review = service.plan_review(clerk, congress, sheet.clone()).await?;
    let hold = ReviewStep {
        act: ReviewAct::Hold,
        text: String::new(),
        on: Some(date(YEAR, 11, 26)),
        place: sheet.place,
        chair: sheet.chair,
        media,
    };
    service.act_on_review(clerk, review, hold).await?;
    Ok(review)
}

async fn conclude(
    service: &DemoService,
    clerk: &Actor,
    review: ReviewId,
    words: &YearWords,
    place: usize,
) -> Result<(), DemoError> {
    for act in [ReviewAct::Conclude, ReviewAct::Release] {
        let step = ReviewStep {
            act,
            text: words.one("review-conclusion", place).to_owned(),
            on: None,
            place: String::new(),
            chair: String::new(),
            media: Vec::new(),
        };
        service.act_on_review(clerk, review, step).await?;
    }
    Ok(())
}

fn question(review: ReviewId, words: &YearWords, place: usize) -> ReviewQuestion {
    ReviewQuestion {
        id: ReviewQuestionId(0),
        review,
        asked_by: words.one("review-asker", place).to_owned(),
        text: words.one("review-question", place).to_owned(),
        answer_by: None,
        answer: String::new(),
        answered_on: None,
    }
}

fn step(act: FindingAct, text: &str) -> FindingStep {
    FindingStep {
        act,
        text: text.to_owned(),
        due: None,
        approver: String::new(),
    }
}
