//! The supervision calendar: what is planned, held, asked and answered, with its deadlines.

use super::{Service, ServiceError, account_of, permit};
use crate::review::permit_to_read;
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::followup::entry::{self, CalendarEntry, EntryKind, Question};
use domain::followup::event::FollowupEvent;
use domain::followup::finding::Finding;
use domain::followup::selected_project::SelectedProject;
use domain::id::{CongressId, EntryId, FindingId};
use domain::problem::Problem;
use domain::review::DepartmentReview;
use jiff::civil::Date;
use store::followup::followed;
use store::followup::{entries, findings, plans};
use store::people::congresses;
use store::review::reviews;
use store::{ReadTx, WriteTx, Written};

/// An entry with its questions.
#[derive(Debug, Clone)]
pub struct EntryView {
    pub congress: Congress,
    pub entry: CalendarEntry,
    /// Its questions in the order of asking.
    pub questions: Vec<Question>,
    /// The projects that a question may concern.
    pub projects: Vec<SelectedProject>,
    pub today: Date,
}

/// A congress's calendar of a year.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub congress: Congress,
    pub year: i16,
    /// Its entries by day, each with its questions.
    pub entries: Vec<(CalendarEntry, Vec<Question>)>,
    /// The department reviews of the year by day, as far as the reader may know of them.
    pub reviews: Vec<DepartmentReview>,
    pub today: Date,
}

/// What a new entry is made of.
#[derive(Debug, Clone)]
pub struct NewEntry {
    pub congress: CongressId,
    pub kind: EntryKind,
    /// About what.
    pub topic: String,
    /// When; none where the day could not be read.
    pub on: Option<Date>,
    /// The unit concerned.
    pub unit: String,
}

impl Service {
    /// The calendar of a congress's year.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_calendar(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<Calendar, ServiceError> {
        permit(actor, Action::Oversee, congress)?;
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let mut reviews = reviews::list(tx, Some(congress), year)?;
                reviews.retain(|review| permit_to_read(&actor, review).is_ok());
                let mut listed = Vec::new();
                for entry in entries::list(tx, congress, year)? {
                    let questions = entries::list_questions(tx, entry.id)?;
                    listed.push((entry, questions));
                }
                Ok(Calendar {
                    congress: congresses::get(tx, congress)?,
                    year,
                    entries: listed,
                    reviews,
                    today,
                })
            })
            .await
    }

    /// Puts an entry into the calendar; a study brings its looking back a year later with it.
    ///
    /// # Errors
    /// Denied. Invalid: `date-form`, what [`entry::problems`] says, `look-back-alone`.
    pub async fn make_entry(&self, actor: &Actor, new: NewEntry) -> Result<EntryId, ServiceError> {
        let grant = permit(actor, Action::Supervise, new.congress)?;
        let (now, today) = (self.clock.now(), self.today());
        let missing = || ServiceError::invalid(Problem::error("date-form").at("on"));
        let made = CalendarEntry {
            id: EntryId(0),
            congress: new.congress,
            kind: new.kind,
            topic: new.topic.trim().to_owned(),
            on: new.on.ok_or_else(missing)?,
            unit: new.unit.trim().to_owned(),
            looks_back_at: None,
            held_on: None,
            outcome: String::new(),
        };
        if made.kind == EntryKind::LookBack {
            let problem = Problem::error("look-back-alone").at("kind");
            return Err(ServiceError::invalid(problem));
        }
        let mut problems = entry::problems(&made, today);
        problems.retain(Problem::is_error);
        if !problems.is_empty() {
            return Err(ServiceError::Invalid(problems));
        }
        self.store
            .write(move |tx| {
                let id = entries::create(tx, &made)?;
                let mut events = vec![Event::new(
                    &grant,
                    now,
                    EventKind::FollowUp(FollowupEvent::EntryMade(id)),
                )];
                if made.kind == EntryKind::Study {
                    let back = entries::create(tx, &looking_back(&made, id))?;
                    let what = EventKind::FollowUp(FollowupEvent::EntryMade(back));
                    events.push(Event::new(&grant, now, what));
                }
                Ok(Written::recorded_all(id, events))
            })
            .await
    }

    /// An entry with its questions.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_entry(&self, actor: &Actor, id: EntryId) -> Result<EntryView, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let entry = entries::get(tx, id)?;
                permit(&actor, Action::Oversee, entry.congress)?;
                let projects = followed::list(tx, Some(entry.congress), entry.on.year())?;
                Ok(EntryView {
                    congress: congresses::get(tx, entry.congress)?,
                    questions: entries::list_questions(tx, id)?,
                    projects,
                    entry,
                    today,
                })
            })
            .await
    }

    /// Notes that an entry was held, and what came of it.
    ///
    /// # Errors
    /// Denied. Invalid: `blank` at `outcome`, `held-day` at `on`.
    pub async fn hold_entry(
        &self,
        actor: &Actor,
        id: EntryId,
        on: Option<Date>,
        outcome: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let outcome = outcome.trim().to_owned();
        self.store
            .write(move |tx| {
                let entry = entries::get(tx, id)?;
                let grant = permit(&actor, Action::Supervise, entry.congress)?;
                let Some(on) = on.filter(|on| *on <= today) else {
                    return Err(ServiceError::invalid(Problem::error("held-day").at("on")));
                };
                if outcome.is_empty() {
                    return Err(ServiceError::invalid(Problem::error("blank").at("outcome")));
                }
                entries::hold(tx, id, on, &outcome)?;
                let what = EventKind::FollowUp(FollowupEvent::EntryHeld(id));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Writes down a question or opinion with its answer, or the day by which it is due. With a
    /// project and `follow`, a line of the ledger follows from it.
    ///
    /// # Errors
    /// Denied. Invalid: what [`entry::problems_of_question`] says, `not-assigned` at `project`.
    pub async fn ask_question(
        &self,
        actor: &Actor,
        mut new: Question,
        follow: bool,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let entry = entries::get(tx, new.entry)?;
                let grant = permit(&actor, Action::Supervise, entry.congress)?;
                let problems = entry::problems_of_question(&new, &entry);
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                if !new.answer.trim().is_empty() {
                    new.answered_on = Some(entry.held_on.unwrap_or(today).min(today));
                    new.answer_by = None;
                }
                let mut events = Vec::new();
                if follow {
                    let by = account_of(&grant)?;
                    let finding = follow_up(tx, &entry, &new, by, &actor.name, today)?;
                    new.finding = Some(finding);
                    let what = EventKind::FollowUp(FollowupEvent::Found(finding));
                    events.push(Event::new(&grant, now, what));
                }
                entries::create_question(tx, &new)?;
                let what = EventKind::FollowUp(FollowupEvent::QuestionAsked(entry.id));
                events.push(Event::new(&grant, now, what));
                Ok(Written::recorded_all((), events))
            })
            .await
    }

    /// Writes the written reply to a question down.
    ///
    /// # Errors
    /// Denied. Refused: `question-answered`. Invalid: `blank` at `answer`.
    pub async fn answer_question(
        &self,
        actor: &Actor,
        id: i64,
        answer: &str,
    ) -> Result<EntryId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let answer = answer.trim().to_owned();
        self.store
            .write(move |tx| {
                let question = entries::get_question(tx, id)?;
                let entry = entries::get(tx, question.entry)?;
                let grant = permit(&actor, Action::Supervise, entry.congress)?;
                if question.answered_on.is_some() {
                    return Err(ServiceError::refused(Problem::error("question-answered")));
                }
                if answer.is_empty() {
                    return Err(ServiceError::invalid(Problem::error("blank").at("answer")));
                }
                entries::answer(tx, id, &answer, today)?;
                let what = EventKind::FollowUp(FollowupEvent::QuestionAnswered(entry.id));
                Ok(Written::recorded(entry.id, Event::new(&grant, now, what)))
            })
            .await
    }
}

/// The look back at a study, on the same day of the next year.
fn looking_back(study: &CalendarEntry, id: EntryId) -> CalendarEntry {
    CalendarEntry {
        kind: EntryKind::LookBack,
        on: entry::look_back_on(study.on),
        looks_back_at: Some(id),
        ..study.clone()
    }
}

/// A line of the ledger that follows from a question.
fn follow_up(
    tx: &WriteTx<'_>,
    entry: &CalendarEntry,
    question: &Question,
    by: domain::id::AccountId,
    name: &str,
    today: Date,
) -> Result<FindingId, ServiceError> {
    let missing = || ServiceError::invalid(Problem::error("not-assigned").at("project"));
    let project = question.project.ok_or_else(missing)?;
    if !is_of(tx, entry, project)? {
        return Err(missing());
    }
    let asked_by = question.asked_by.trim();
    let asked_by = if asked_by.is_empty() { name } else { asked_by };
    let told = (question.text.clone(), entry.topic.clone());
    let finding = Finding {
        found_on: entry.held_on.unwrap_or(today).min(today),
        ..Finding::found(project, told, today, (by, asked_by.to_owned()))
    };
    Ok(findings::create(tx, entry.congress, &finding)?)
}

fn is_of(
    tx: &ReadTx<'_>,
    entry: &CalendarEntry,
    project: domain::id::ProjectId,
) -> Result<bool, ServiceError> {
    let is_assigned = plans::find_unit(tx, project)?.is_some();
    Ok(is_assigned && followed::get(tx, project)?.congress == entry.congress)
}
