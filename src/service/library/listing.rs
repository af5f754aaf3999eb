//! Candidate lists until they are frozen: lines in an order, the review, the formal list.

use jiff::civil::Date;

use super::{appraising, event};
use crate::act_of_two::ask::asked_on;
use crate::act_of_two::press::PendingAct;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::congress::Congress;
use domain::id::{CongressId, ListId, PollId, ProjectId};
use domain::library::appraisal::missing_at_freezing;
use domain::library::event::LibraryEvent;
use domain::library::list::{CandidateList, ListAct, Surplus, missing};
use domain::library::project::ProjectLine;
use domain::library::stage::ProjectStage;
use domain::library::translation::Translation;
use domain::library::wording;
use domain::poll::slate::equal_names;
use domain::poll::{Poll, Round, RoundKind};
use domain::problem::Problem;
use domain::round::RoundStage;
use machine::clock::day;
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::RequestSubject;
use store::library::projects::search;
use store::library::projects::search::ProjectFilter;
use store::library::{projects, translations};
use store::people::congresses;
use store::poll::candidate_lists::ListVersion;
use store::poll::{candidate_lists, polls};
use store::round::rounds;
use store::{ReadTx, WriteTx, Written};

/// One line of a list with its gaps.
#[derive(Debug, Clone)]
pub struct LineView {
    pub project: ProjectLine,
    pub translations: Vec<Translation>,
    /// What would stand against freezing it.
    pub missing: Vec<Problem>,
}

/// A list with everything that its page shows.
#[derive(Debug, Clone)]
pub struct ListView {
    pub congress: Congress,
    pub list: CandidateList,
    /// Its lines, in order.
    pub lines: Vec<LineView>,
    /// Candidates of the year that are not on it.
    pub others: Vec<ProjectLine>,
    /// Lines against places.
    pub surplus: Surplus,
    /// Its frozen versions, oldest first.
    pub versions: Vec<ListVersion>,
    /// The lines that a revision asks for, while it waits.
    pub proposed: Vec<ProjectLine>,
    pub asked: Option<PendingAct>,
    /// The polls that take their lines from it.
    pub polls: Vec<(PollId, String)>,
    pub today: Date,
}

/// What a list is told about its review.
#[derive(Debug, Clone)]
pub struct ListReview {
    /// The day.
    pub on: Date,
    /// How it was decided, in words.
    pub how: String,
}

impl Service {
    /// Begins a list for a year.
    ///
    /// # Errors
    /// Invalid: `places-none`.
    pub async fn create_list(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        places: u16,
    ) -> Result<ListId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let grant = permit(&actor, Action::KeepLibrary, congress)?;
                refuse_no_places(places)?;
                congresses::get(tx, congress)?;
                let list = candidate_lists::create(tx, congress, year, places)?;
                let told = LibraryEvent::ListCreated { list };
                Ok(Written::recorded(list, event(&grant, now, told)))
            })
            .await
    }

    /// Saves the lines and the places of a preliminary list: these projects, in this order.
    ///
    /// # Errors
    /// Refused: `list-not-open` after the review. Invalid: `places-none`, and at `slate`
    /// `not-a-candidate`, `candidate-twice`, `candidate-name-twice`.
    pub async fn set_list(
        &self,
        actor: &Actor,
        id: ListId,
        places: u16,
        lines: Vec<ProjectId>,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (list, grant) = list_for(tx, &actor, id, Action::KeepLibrary)?;
                if list.stage.after(ListAct::Review).is_err() {
                    let problem = Problem::error("list-not-open").with("stage", list.stage.word());
                    return Err(ServiceError::refused(problem));
                }
                refuse_no_places(places)?;
                check_lines(tx, &list, &lines, ProjectStage::Candidate)?;
                refuse_equal_names(tx, &lines)?;
                candidate_lists::update_lines(tx, id, &lines)?;
                candidate_lists::update(tx, &CandidateList { places, ..list })?;
                follow(tx, id)?;
                let told = LibraryEvent::ListEdited { list: id };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// Notes the review by the standing committee or the presidium: the day and how it was decided.
    ///
    /// # Errors
    /// Refused: `list-out-of-turn`, `list-empty`, `list-too-short`. Invalid: `review-how-missing`,
    /// `review-later` for a day to come.
    pub async fn review_list(
        &self,
        actor: &Actor,
        id: ListId,
        review: ListReview,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let how = wording::line("how", &review.how).map_err(ServiceError::invalid)?;
        if how.is_empty() {
            let problem = Problem::error("review-how-missing").at("how");
            return Err(ServiceError::invalid(problem));
        }
        if review.on > day(now) {
            return Err(ServiceError::invalid(
                Problem::error("review-later").at("on"),
            ));
        }
        self.move_list(actor, id, ListAct::Review, move |list| {
            list.reviewed_on = Some(review.on);
            list.decided_how = how;
        })
        .await
    }

    /// Makes a reviewed list formal.
    ///
    /// # Errors
    /// Refused: `list-out-of-turn`, `list-empty`, `list-too-short`.
    pub async fn fix_list(&self, actor: &Actor, id: ListId) -> Result<(), ServiceError> {
        self.move_list(actor.clone(), id, ListAct::Fix, |_| {})
            .await
    }

    /// Takes a reviewed or formal list up again; it must be reviewed anew.
    ///
    /// # Errors
    /// Refused: `list-out-of-turn` for a frozen one.
    pub async fn reopen_list(&self, actor: &Actor, id: ListId) -> Result<(), ServiceError> {
        self.move_list(actor.clone(), id, ListAct::Reopen, |list| {
            list.reviewed_on = None;
            list.decided_how = String::new();
        })
        .await
    }

    async fn move_list(
        &self,
        actor: Actor,
        id: ListId,
        act: ListAct,
        change: impl FnOnce(&mut CandidateList) + Send + 'static,
    ) -> Result<(), ServiceError> {
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let (mut list, grant) = list_for(tx, &actor, id, Action::KeepLibrary)?;
                list.stage = list.stage.after(act).map_err(ServiceError::refused)?;
                if act != ListAct::Reopen {
                    let lines = candidate_lists::list_lines(tx, id)?.len();
                    let found = missing(list.places, lines);
                    if !found.is_empty() {
                        return Err(ServiceError::Refused(found));
                    }
                }
                change(&mut list);
                candidate_lists::update(tx, &list)?;
                follow(tx, id)?;
                let told = LibraryEvent::ListMoved { list: id, act };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// A list with its lines, gaps, surplus and versions.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_list(&self, actor: &Actor, id: ListId) -> Result<ListView, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .read(move |tx| {
                let (list, _) = list_for(tx, &actor, id, Action::Look)?;
                view(tx, list, day(now))
            })
            .await
    }
}

fn refuse_no_places(places: u16) -> Result<(), ServiceError> {
    if places == 0 {
        let problem = Problem::error("places-none").at("places");
        return Err(ServiceError::invalid(problem));
    }
    Ok(())
}

/// Has the drafts that take their lines from a list follow it: whoever asked for freezing asked for
/// another slate, and warnings were accepted for another one.
pub(super) fn follow(tx: &WriteTx<'_>, id: ListId) -> Result<(), ServiceError> {
    let lines = candidate_lists::list_lines(tx, id)?;
    for poll in polls::list_of_list(tx, id)? {
        let newest = rounds::list(tx, poll)?.pop();
        let is_open =
            |round: &Round| round.stage == RoundStage::Draft && round.kind == RoundKind::First;
        let Some(round) = newest.filter(is_open) else {
            continue;
        };
        rounds::update_lines(tx, round.id, &lines)?;
        act_requests::remove_all(tx, RequestSubject::Round(round.id.0))?;
        let warnings_reason = String::new();
        polls::update(
            tx,
            &Poll {
                warnings_reason,
                ..polls::get(tx, poll)?
            },
        )?;
    }
    Ok(())
}

/// Deputies could not tell lines of one name apart.
pub(super) fn refuse_equal_names(tx: &ReadTx<'_>, lines: &[ProjectId]) -> Result<(), ServiceError> {
    let mut names = Vec::new();
    for id in lines {
        names.push(search::get(tx, *id)?.name);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let equal = equal_names(&names);
    if equal.is_empty() {
        Ok(())
    } else {
        Err(ServiceError::Invalid(equal))
    }
}

/// A list for an actor.
pub(super) fn list_for(
    tx: &ReadTx<'_>,
    actor: &Actor,
    id: ListId,
    action: Action,
) -> Result<(CandidateList, Grant), ServiceError> {
    let list = candidate_lists::get(tx, id)?;
    let grant = permit(actor, action, list.congress)?;
    Ok((list, grant))
}

/// Lines are projects of the congress in a stage, each once. A line that is on the slate already
/// may stay on it.
pub(super) fn check_lines(
    tx: &ReadTx<'_>,
    list: &CandidateList,
    lines: &[ProjectId],
    or_on: ProjectStage,
) -> Result<(), ServiceError> {
    for (position, id) in lines.iter().enumerate() {
        let project = search::get(tx, *id)?;
        if project.congress != list.congress {
            return Err(ServiceError::NotFound("project"));
        }
        let problem = if project.stage != ProjectStage::Candidate && project.stage != or_on {
            "not-a-candidate"
        } else if lines.iter().take(position).any(|other| other == id) {
            "candidate-twice"
        } else {
            continue;
        };
        let problem = Problem::error(problem)
            .at("slate")
            .with("name", project.name);
        return Err(ServiceError::invalid(problem));
    }
    Ok(())
}

fn view(tx: &ReadTx<'_>, list: CandidateList, today: Date) -> Result<ListView, ServiceError> {
    let ids = candidate_lists::list_lines(tx, list.id)?;
    let mut lines = Vec::new();
    for id in &ids {
        let project = projects::get(tx, *id)?;
        let facts = appraising::facts(tx, *id)?;
        lines.push(LineView {
            project: search::get(tx, *id)?,
            translations: translations::list(tx, *id)?,
            missing: missing_at_freezing(&project, &facts),
        });
    }
    let filter = ProjectFilter {
        stage: Some(ProjectStage::Candidate),
        ..ProjectFilter::default()
    };
    let (mut others, _) = search::list(tx, list.congress, list.year, &filter, 0, u32::MAX)?;
    others.retain(|project| !ids.contains(&project.id));
    let proposed = candidate_lists::list_proposed(tx, list.id)?;
    let proposed: Result<Vec<ProjectLine>, _> =
        proposed.into_iter().map(|id| search::get(tx, id)).collect();
    let mut using = Vec::new();
    for poll in polls::list_of_list(tx, list.id)? {
        using.push((poll, polls::get(tx, poll)?.title));
    }
    Ok(ListView {
        congress: congresses::get(tx, list.congress)?,
        surplus: Surplus::of(lines.len(), list.places),
        versions: candidate_lists::list_versions(tx, list.id)?,
        asked: asked_on(tx, RequestSubject::List(list.id.0))?.pop(),
        polls: using,
        proposed: proposed?,
        lines,
        others,
        list,
        today,
    })
}
