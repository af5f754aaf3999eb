//! Residents' ratings of what was built, and the findings that low ones become.

use crate::access::resident_limits::RetryAfter;
use crate::access::sender::Sender;
use crate::{Service, ServiceError, account_of, permit};
use domain::access;
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::digest::Digest;
use domain::evaluation::may_be_graded;
use domain::followup::event::FollowupEvent;
use domain::followup::finding::Finding;
use domain::followup::month::Month;
use domain::followup::rating::{Rating, RatingCounts, RatingWord, checked_remark};
use domain::followup::selected_project::SelectedProject;
use domain::id::{FindingId, ProjectId, RatingId};
use domain::problem::Problem;
use store::followup::{findings, followed, ratings};
use store::people::congresses;
use store::{ReadTx, Written};

/// How a rating ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingOutcome {
    /// It is written down.
    In,
    /// This phone has rated the project this month.
    Before,
    /// Too many come from there: later.
    ComeBack(RetryAfter),
}

/// A project as residents rate it.
#[derive(Debug, Clone)]
pub struct RatingPage {
    pub congress: Congress,
    pub project: SelectedProject,
    /// What was said so far, newest month first.
    pub said: Vec<(Month, RatingCounts)>,
}

/// What the office sees of a project's ratings.
#[derive(Debug, Clone)]
pub struct RatingsView {
    /// The project and the numbers.
    pub page: RatingPage,
    /// Low ratings and remarks.
    pub told: Vec<Rating>,
}

impl Service {
    /// The page at a project's sign; there is one once work has begun.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for a project that cannot be rated.
    pub async fn get_rating_page(&self, project: ProjectId) -> Result<RatingPage, ServiceError> {
        self.store.read(move |tx| page(tx, project)).await
    }

    /// Takes a resident's rating. One phone counts once a month for a project.
    ///
    /// # Errors
    /// Not found: a project that cannot be rated. Invalid: `remark-long`. [`ServiceError::Busy`] when
    /// too many wait.
    pub async fn rate(
        &self,
        project: ProjectId,
        said: RatingWord,
        remark: &str,
        sender: &Sender,
    ) -> Result<RatingOutcome, ServiceError> {
        let remark = checked_remark(remark).map_err(ServiceError::invalid)?;
        let rated = self.get_rating_page(project).await?;
        let (address, device) = (&sender.address, sender.device.as_deref());
        if let Err(wait) = self
            .rating_limits
            .handed_in(rated.congress.id, address, device)
        {
            return Ok(RatingOutcome::ComeBack(wait));
        }
        let (now, month) = (self.clock.now(), Month::of(self.today()));
        let phone = match &sender.device {
            Some(device) => device.clone(),
            // A browser that keeps no cookie is told from no other: only its address limits it.
            None => Digest(self.random.bytes()?).to_string(),
        };
        let named = [phone, project.to_string(), month.to_string()];
        let named: Vec<&[u8]> = named.iter().map(String::as_bytes).collect();
        let Digest(device) = self.keys.hash("rating", &named);
        let congress = rated.congress.id;
        let _place = self.lead_limits.waiting()?;
        self.store
            .write(move |tx| {
                let is_new = ratings::create(tx, project, month, said, &remark, device)?;
                if !is_new {
                    return Ok(Written::quiet(RatingOutcome::Before, "nothing was written"));
                }
                let grant = access::resident(congress);
                let what = EventKind::FollowUp(FollowupEvent::Rated(project));
                Ok(Written::recorded(
                    RatingOutcome::In,
                    Event::new(&grant, now, what),
                ))
            })
            .await
    }

    /// The ratings of a project for those who follow it up.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_ratings(
        &self,
        actor: &Actor,
        project: ProjectId,
    ) -> Result<RatingsView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let found = followed::get(tx, project)?;
                permit(&actor, Action::Inspect, found.congress)?;
                Ok(RatingsView {
                    page: page(tx, project)?,
                    told: ratings::list_told(tx, project)?,
                })
            })
            .await
    }

    /// Makes a low rating a finding, in the office's own words: a remark may name people.
    ///
    /// # Errors
    /// Refused: `rating-settled`. Invalid: `blank` at `text`.
    pub async fn find_from_rating(
        &self,
        actor: &Actor,
        id: RatingId,
        text: &str,
    ) -> Result<FindingId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let text = text.trim().to_owned();
        self.store
            .write(move |tx| {
                let rating = ratings::get(tx, id)?;
                let project = followed::get(tx, rating.project)?;
                let grant = permit(&actor, Action::Inspect, project.congress)?;
                let account = account_of(&grant)?;
                if !rating.is_waiting() {
                    return Err(ServiceError::refused(Problem::error("rating-settled")));
                }
                if text.is_empty() {
                    return Err(ServiceError::invalid(Problem::error("blank").at("text")));
                }
                let finder = (account, actor.name.clone());
                let new = Finding::found(project.id, (text, String::new()), today, finder);
                let finding = findings::create(tx, project.congress, &new)?;
                ratings::update_finding(tx, id, finding)?;
                let what = EventKind::FollowUp(FollowupEvent::Found(finding));
                Ok(Written::recorded(finding, Event::new(&grant, now, what)))
            })
            .await
    }
}

fn page(tx: &ReadTx<'_>, id: ProjectId) -> Result<RatingPage, ServiceError> {
    let project = followed::get(tx, id)?;
    if !may_be_graded(project.stage) {
        return Err(ServiceError::NotFound("project"));
    }
    Ok(RatingPage {
        congress: congresses::get(tx, project.congress)?,
        said: ratings::count(tx, id)?,
        project,
    })
}
