//! The demo's library on its way to the slate: every candidate is appraised and the list reviewed, by
//! the buttons that the clerk presses.

use jiff::Span;

use super::account::{DemoError, DemoService};
use domain::access::Actor;
use domain::id::{CongressId, ListId, ProjectId};
use domain::library::appraisal::{Conclusion, ScreeningItem};
use domain::library::opinion::{AnswerChoice, OpinionKind};
use domain::library::stage::ProjectStage;
use service::library::appraising::NewConclusion;
use service::library::listing::ListReview;
use service::library::opining::{NewAnswer, NewOpinion};
use text::say;
use text::{Language, Words};

/// Appraises what the file marks as candidates and makes the formal list of them.
pub(super) async fn candidates(
    service: &DemoService,
    clerk: &Actor,
    congress: CongressId,
    year: i16,
    places: u16,
) -> Result<ListId, DemoError> {
    let all = service.list_projects(clerk, congress, year).await?;
    let mut lines = Vec::new();
    for project in all {
        if project.stage == ProjectStage::UnderAppraisal {
            appraise(service, clerk, project.id).await?;
            lines.push(project.id);
        }
    }
    let words = Words::of(Language::ZhHans);
    let list = service.create_list(clerk, congress, year, places).await?;
    service.set_list(clerk, list, places, lines).await?;
    let review = ListReview {
        on: service.today(),
        how: say!(words, "demo-review").text,
    };
    service.review_list(clerk, list, review).await?;
    service.fix_list(clerk, list).await?;
    Ok(list)
}

/// A letter that nobody answered: asked for a month ago, wanted ten days ago.
pub(super) async fn ask_in_vain(
    service: &DemoService,
    clerk: &Actor,
    congress: CongressId,
    year: i16,
) -> Result<(), DemoError> {
    let all = service.list_projects(clerk, congress, year).await?;
    let waiting = all
        .iter()
        .rfind(|project| project.stage == ProjectStage::InLibrary);
    let Some(project) = waiting else {
        return Ok(());
    };
    let today = service.today();
    let before = |days: i64| today.checked_sub(Span::new().days(days)).unwrap_or(today);
    let new = NewOpinion {
        kind: OpinionKind::Land,
        unit: say!(Words::of(Language::ZhHans), "demo-land-unit").text,
        asked_on: Some(before(30)),
        due_on: before(10),
    };
    service.ask_opinion(clerk, project.id, new).await?;
    Ok(())
}

async fn appraise(
    service: &DemoService,
    clerk: &Actor,
    project: ProjectId,
) -> Result<(), DemoError> {
    let words = Words::of(Language::ZhHans);
    let today = service.today();
    let new = NewOpinion {
        kind: OpinionKind::Legality,
        unit: say!(words, "demo-legality-unit").text,
        asked_on: None,
        due_on: today,
    };
    let opinion = service.ask_opinion(clerk, project, new).await?;
    let answer = NewAnswer {
        answer: AnswerChoice::Agrees,
        text: say!(words, "demo-legality-answer").text,
        on: Some(today),
    };
    service.answer_opinion(clerk, opinion, answer).await?;
    let met = |check: &ScreeningItem| (*check, true, String::new());
    let answers = ScreeningItem::ALL.iter().map(met).collect();
    service.screen(clerk, project, answers).await?;
    let conclusion = NewConclusion {
        conclusion: Conclusion::Pass,
        reason: say!(words, "demo-appraised").text,
        exception: String::new(),
    };
    service.conclude(clerk, project, conclusion).await
}
