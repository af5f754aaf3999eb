//! Entering and editing a project. A form carries the version that it was made from; whoever saves
//! second sees both texts and loses neither.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::listing::follow;
use super::typed::TypedSheet;
use super::{event, kept};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::congress::Congress;
use domain::id::{CongressId, ProjectId};
use domain::library::event::LibraryEvent;
use domain::library::project::Project;
use domain::library::sheet::{Collision, Field, Sheet, reconcile};
use domain::library::stage::ProjectStage;
use domain::problem::Problem;
use store::library::project_changes;
use store::library::project_changes::ProjectChange;
use store::library::projects;
use store::people::{congresses, units};
use store::poll::candidate_lists;
use store::round::rounds;
use store::{ReadTx, WriteTx, Written};

/// What came of saving a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveOutcome {
    /// It is saved, or nothing had changed.
    Done,
    /// Somebody saved in between: nothing is saved yet.
    Collided(Box<EditConflict>),
}

/// Two people edited one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditConflict {
    /// The project as it stands.
    pub project: Project,
    /// Both edits put together, for the next form.
    pub typed: TypedSheet,
    /// Every field that either changed, with its texts.
    pub collisions: Vec<Collision>,
    /// The last of the other's saves.
    pub last: Option<ProjectChange>,
}

impl Service {
    /// Enters a project into the library of a year; an empty code is given the next free one.
    ///
    /// # Errors
    /// Invalid: every problem at its field, `code-taken` among them.
    pub async fn create_project(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        typed: TypedSheet,
    ) -> Result<ProjectId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let grant = permit(&actor, Action::KeepLibrary, congress)?;
                let congress = congresses::get(tx, congress)?;
                if !(2000..2100).contains(&year) {
                    return Err(ServiceError::NotFound("year"));
                }
                let sheet = read(tx, &congress, year, &typed)?;
                let id = create(tx, &grant, now, (congress.id, year), &sheet)?;
                let told = LibraryEvent::ProjectCreated { project: id };
                Ok(Written::recorded(id, event(&grant, now, told)))
            })
            .await
    }

    /// Saves a project's form over the version that it was made from.
    ///
    /// # Errors
    /// Refused: `project-not-editable` from the frozen slate on. Invalid: as for a new one.
    pub async fn save_project(
        &self,
        actor: &Actor,
        id: ProjectId,
        version: u32,
        typed: TypedSheet,
    ) -> Result<SaveOutcome, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                refuse_uneditable(&project)?;
                let sheet = typed.read().map_err(ServiceError::Invalid)?;
                if version != project.version {
                    let clash = clash(tx, project, version, &sheet)?;
                    let saved = SaveOutcome::Collided(Box::new(clash));
                    return Ok(Written::quiet(
                        saved,
                        "nothing is saved: both texts are shown",
                    ));
                }
                refuse_taken(tx, &project, &sheet)?;
                match edit(tx, &grant, now, &project, &sheet)? {
                    0 => Ok(Written::quiet(SaveOutcome::Done, "nothing had changed")),
                    fields => {
                        let told = LibraryEvent::ProjectEdited {
                            project: id,
                            fields,
                        };
                        Ok(Written::recorded(
                            SaveOutcome::Done,
                            event(&grant, now, told),
                        ))
                    }
                }
            })
            .await
    }
}

/// The sheet of a new project's form.
fn read(
    tx: &ReadTx<'_>,
    congress: &Congress,
    year: i16,
    typed: &TypedSheet,
) -> Result<Sheet, ServiceError> {
    let mut inputs = typed.clone();
    if typed.get(Field::Code.word()).trim().is_empty() {
        inputs.set(Field::Code.word(), next_code(tx, congress, year)?);
    }
    let sheet = inputs.read().map_err(ServiceError::Invalid)?;
    if projects::find(tx, congress.id, &sheet.code)?.is_some() {
        return Err(taken(&sheet));
    }
    Ok(sheet)
}

/// The next free code of a congress's year, such as `QINGHE2026-10`.
pub(crate) fn next_code(
    tx: &ReadTx<'_>,
    congress: &Congress,
    year: i16,
) -> Result<String, ServiceError> {
    let head = congress.slug.to_uppercase();
    let from = projects::search::list_ids(tx, congress.id, year)?.len() + 1;
    for number in from.. {
        let code = format!("{head}{year}-{number:02}");
        if projects::find(tx, congress.id, &code)?.is_none() {
            return Ok(code);
        }
    }
    Ok(head)
}

/// Adds a project with the first row of its history; the lead unit becomes one that can be asked.
pub(crate) fn create(
    tx: &WriteTx<'_>,
    grant: &Grant,
    now: Timestamp,
    (congress, year): (CongressId, i16),
    sheet: &Sheet,
) -> Result<ProjectId, ServiceError> {
    let id = projects::create(tx, congress, year, sheet, ProjectStage::InLibrary, None)?;
    save_unit(tx, congress, sheet)?;
    let told = ("stage", "", ProjectStage::InLibrary.word());
    project_changes::create(tx, id, now, grant.account(), told)?;
    Ok(id)
}

/// Saves a sheet over a project with a row of history for each field; answers how many.
pub(crate) fn edit(
    tx: &WriteTx<'_>,
    grant: &Grant,
    now: Timestamp,
    project: &Project,
    sheet: &Sheet,
) -> Result<usize, ServiceError> {
    let changes = sheet.changes_of(&project.sheet);
    if changes.is_empty() {
        return Ok(0);
    }
    if !projects::update(tx, project.id, project.version, sheet)? {
        // One writer, one transaction: the version was read a moment ago.
        return Err(ServiceError::Busy);
    }
    save_unit(tx, project.congress, sheet)?;
    for (field, before, after) in &changes {
        let told = (field.word(), before.as_str(), after.as_str());
        project_changes::create(tx, project.id, now, grant.account(), told)?;
    }
    for list in candidate_lists::list_of_project(tx, project.id)? {
        follow(tx, list.id)?;
    }
    Ok(changes.len())
}

/// Gives a project that was voted on the name that a correction set right, with a row of its history;
/// what was voted on keeps the name that it had.
pub(crate) fn rename(
    tx: &WriteTx<'_>,
    grant: &Grant,
    now: Timestamp,
    id: ProjectId,
    name: &str,
) -> Result<(), ServiceError> {
    let project = projects::get(tx, id)?;
    rounds::keep_voted_name(tx, id)?;
    let mut sheet = project.sheet.clone();
    name.clone_into(&mut sheet.name);
    if !projects::update(tx, id, project.version, &sheet)? {
        return Err(ServiceError::Busy);
    }
    let told = (Field::Name.word(), project.sheet.name.as_str(), name);
    Ok(project_changes::create(tx, id, now, grant.account(), told)?)
}

fn save_unit(tx: &WriteTx<'_>, congress: CongressId, sheet: &Sheet) -> Result<(), ServiceError> {
    if !sheet.lead_unit.is_empty() {
        units::save(tx, congress, &sheet.lead_unit)?;
    }
    Ok(())
}

fn refuse_uneditable(project: &Project) -> Result<(), ServiceError> {
    if project.stage.is_open_to_change() {
        return Ok(());
    }
    let problem = Problem::error("project-not-editable").with("stage", project.stage.word());
    Err(ServiceError::refused(problem))
}

fn refuse_taken(tx: &ReadTx<'_>, project: &Project, sheet: &Sheet) -> Result<(), ServiceError> {
    match projects::find(tx, project.congress, &sheet.code)? {
        Some(other) if other.id != project.id => Err(taken(sheet)),
        _ => Ok(()),
    }
}

fn taken(sheet: &Sheet) -> ServiceError {
    let problem = Problem::error("code-taken").at(Field::Code.word());
    ServiceError::invalid(problem.with("code", &sheet.code))
}

/// Puts a sheet typed over an old version beside what stands now. What a field said at that version
/// is read off the history: the text before its first change since.
fn clash(
    tx: &ReadTx<'_>,
    project: Project,
    version: u32,
    mine: &Sheet,
) -> Result<EditConflict, ServiceError> {
    let changes = project_changes::list_since(tx, project.id, version)?;
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    for change in &changes {
        // Newest first: the oldest since that version is seen last, and stays.
        before.insert(&change.field, &change.before);
    }
    let theirs = &project.sheet;
    let (merged, collisions) = reconcile(mine, theirs, |field| {
        let found = before.get(field.word());
        found.map_or_else(|| theirs.text(field), |text| (*text).to_owned())
    });
    let last = changes.into_iter().next();
    Ok(EditConflict {
        typed: TypedSheet::of(&merged),
        collisions,
        last,
        project,
    })
}
