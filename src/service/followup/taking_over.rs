//! Taking over what a congress chose on paper, before it used this program.
//!
//! Nothing is counted here: the clerk names the public notice, and the year's candidates become
//! selected as that notice says. A congress that votes with the program never needs it.

use super::{Service, ServiceError, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::followup::event::Happened;
use crate::domain::id::CongressId;
use crate::domain::library::project::ProjectStage;
use crate::domain::problem::Problem;
use crate::store::followup::followed;
use crate::store::{Written, projects};

impl Service {
    /// Makes every candidate of a year selected, as a notice on paper says; answers how many.
    ///
    /// # Errors
    /// Denied. Invalid: `document-missing`. Refused: `nothing-to-take-over`.
    pub async fn take_over(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        document: &str,
    ) -> Result<u64, ServiceError> {
        let grant = permit(actor, Action::KeepLibrary, congress)?;
        if document.trim().is_empty() {
            let problem = Problem::error("document-missing").at("document");
            return Err(ServiceError::invalid(problem));
        }
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let candidates = followed::list_candidates(tx, congress, year)?;
                if candidates.is_empty() {
                    return Err(ServiceError::refused(Problem::error(
                        "nothing-to-take-over",
                    )));
                }
                for id in &candidates {
                    projects::update_stage(tx, *id, ProjectStage::Selected)?;
                }
                let count = u64::try_from(candidates.len()).unwrap_or(u64::MAX);
                let what = What::FollowUp(Happened::TakenOver(congress, year, count));
                Ok(Written::recorded(count, Event::new(&grant, now, what)))
            })
            .await
    }
}
