//! The demo's library on its way to the slate: every candidate is appraised and the list reviewed, by
//! the buttons that the clerk presses.

use super::{DemoError, DemoService};
use crate::domain::access::Actor;
use crate::domain::id::{CongressId, ListId, ProjectId};
use crate::domain::library::appraisal::{Check, Conclusion};
use crate::domain::library::opinion::{Answer, OpinionKind};
use crate::domain::library::stage::ProjectStage;
use crate::say;
use crate::service::library::appraising::NewConclusion;
use crate::service::library::listing::Review;
use crate::service::library::opining::NewAnswer;
use crate::text::{Language, Words};

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
    let review = Review {
        on: service.today(),
        how: say!(words, "demo-review").text,
    };
    service.review_list(clerk, list, review).await?;
    service.fix_list(clerk, list).await?;
    Ok(list)
}

async fn appraise(
    service: &DemoService,
    clerk: &Actor,
    project: ProjectId,
) -> Result<(), DemoError> {
    let words = Words::of(Language::ZhHans);
    let unit = say!(words, "demo-legality-unit").text;
    let today = service.today();
    let kind = OpinionKind::Legality;
    let opinion = service
        .ask_opinion(clerk, project, kind, &unit, today)
        .await?;
    let answer = NewAnswer {
        answer: Answer::Agrees,
        text: say!(words, "demo-legality-answer").text,
        on: Some(today),
    };
    service.answer_opinion(clerk, opinion, answer).await?;
    let met = |check: &Check| (*check, true, String::new());
    let answers = Check::ALL.iter().map(met).collect();
    service.screen(clerk, project, answers).await?;
    let conclusion = NewConclusion {
        conclusion: Conclusion::Pass,
        reason: say!(words, "demo-appraised").text,
        exception: String::new(),
    };
    service.conclude(clerk, project, conclusion).await
}
