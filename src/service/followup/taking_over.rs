//! Taking over what a congress chose on paper, before it used this program.
//!
//! Nothing is counted here: the clerk names the public notice and the projects that it lists, and
//! these become selected. A congress that votes with the program never needs it.

use super::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::followup::event::FollowupEvent;
use domain::id::CongressId;
use domain::library::project::ProjectStage;
use domain::problem::Problem;
use store::Written;
use store::followup::followed;
use store::library::{project_changes, projects};

impl Service {
    /// Makes the projects of these codes selected, as a notice on paper says; answers how many. The
    /// history of each tells of the notice, and when.
    ///
    /// # Errors
    /// Denied. Invalid: `document-missing`. Refused: `nothing-to-take-over` where a code is of no project
    /// of the year that is still in the library.
    pub async fn take_over(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        codes: Vec<String>,
        document: &str,
    ) -> Result<u64, ServiceError> {
        let grant = permit(actor, Action::KeepLibrary, congress)?;
        if document.trim().is_empty() {
            let problem = Problem::error("document-missing").at("document");
            return Err(ServiceError::invalid(problem));
        }
        let (now, document) = (self.clock.now(), document.trim().to_owned());
        self.store
            .write(move |tx| {
                for code in &codes {
                    let Some(id) = followed::find_open(tx, congress, year, code)? else {
                        let problem = Problem::error("nothing-to-take-over").with("code", code);
                        return Err(ServiceError::refused(problem));
                    };
                    let before = projects::get(tx, id)?.stage;
                    let next = ProjectStage::Selected;
                    projects::update_stage(tx, id, next, "", None)?;
                    for told in [
                        ("stage", before.word(), next.word()),
                        ("decision", "", document.as_str()),
                    ] {
                        project_changes::create(tx, id, now, grant.account(), told)?;
                    }
                }
                let count = u64::try_from(codes.len()).unwrap_or(u64::MAX);
                let what = EventKind::FollowUp(FollowupEvent::TakenOver(congress, year, count));
                Ok(Written::recorded(count, Event::new(&grant, now, what)))
            })
            .await
    }
}
