//! What the clerk makes of leads: lists, likely duplicates, and each act on a lead.

use crate::files::lead_row;
use crate::library::editing;
use crate::library::editing::next_code;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{CallId, CongressId, LeadId, ProjectId};
use domain::leads::act::{LeadAct, joins};
use domain::leads::call::Call;
use domain::leads::event::LeadEvent;
use domain::leads::family::Family;
use domain::leads::filter::{LeadFilter, LeadPage, PageTurn};
use domain::leads::kind::LeadKind;
use domain::leads::{Lead, LeadState, MOST_LINE, MOST_WHAT, Wish};
use domain::library::grams;
use domain::library::project::{Project, ProjectLine};
use domain::library::sheet::Sheet;
use domain::library::typed;
use domain::picture::{PictureFacts, PictureName, PictureOwner};
use domain::problem::Problem;
use exchange::{Format, MOST_ROWS};
use store::leads::rows::NewLead;
use store::leads::{calls, lead_contacts, lead_lists, lead_words, rows};
use store::library::projects;
use store::library::projects::search;
use store::library::projects::search::ProjectFilter;
use store::people::congresses;
use store::picture::pictures as stored_pictures;
use store::{ReadTx, WriteTx, Written};

/// Likeness, of 100, from which two leads are shown as likely the same.
const LIKELY: u32 = 35;
/// Candidates that are compared in full.
const COMPARED: usize = 60;
/// Likely duplicates that are shown.
const SHOWN: usize = 8;

/// A list of leads.
#[derive(Debug, Clone)]
pub struct LeadListPage {
    pub congress: Congress,
    pub year: i16,
    /// One screen.
    pub page: LeadPage,
    /// Regions that occur.
    pub regions: Vec<String>,
    /// The congress's calls.
    pub calls: Vec<Call>,
}

/// A lead with everything that its page shows.
#[derive(Debug, Clone)]
pub struct LeadView {
    pub congress: Congress,
    pub lead: Lead,
    /// Its number in the office's own book.
    pub number: Option<String>,
    /// The call that it answers.
    pub call: Option<Call>,
    /// Whether a contact is kept.
    pub has_contact: bool,
    pub pictures: Vec<PictureFacts>,
    /// The lead whose fate it shares, when it was merged.
    pub head: Option<Lead>,
    /// Leads whose wishes it carries, itself not among them.
    pub carried: Vec<Lead>,
    /// The whole that it was split off from.
    pub whole: Option<Lead>,
    /// Parts that were split off.
    pub parts: Vec<Lead>,
    /// The project that it stands behind.
    pub project: Option<Project>,
    /// Leads that are likely the same, with their likeness of 100.
    pub alike: Vec<(Lead, u32)>,
    /// Projects of the year that it could join.
    pub joinable: Vec<ProjectLine>,
}

/// A part to be split off.
#[derive(Debug, Clone)]
pub struct LeadPart {
    pub kind: LeadKind,
    /// Its words.
    pub what: String,
    pub place: String,
}

/// A project to be made from a lead.
#[derive(Debug, Clone)]
pub struct NewProject {
    /// Its name, as on the ballot.
    pub name: String,
    /// One line: what, for how many.
    pub summary: String,
}

impl Service {
    /// A screen of a congress's leads.
    ///
    /// # Errors
    /// Denied.
    pub async fn list_leads(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        filter: LeadFilter,
        turn: PageTurn,
    ) -> Result<LeadListPage, ServiceError> {
        permit(actor, Action::KeepLibrary, congress)?;
        self.store
            .read(move |tx| {
                Ok(LeadListPage {
                    congress: congresses::get(tx, congress)?,
                    year,
                    page: lead_lists::page(tx, congress, year, &filter, turn)?,
                    regions: lead_lists::regions(tx, congress, year)?,
                    calls: calls::list(tx, congress)?,
                })
            })
            .await
    }

    /// The leads of a filter as a file, all screens of it, without contacts.
    ///
    /// # Errors
    /// Denied; Refused: `leads-too-many` when a file could not be read back.
    pub async fn export_leads(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        filter: LeadFilter,
        format: Format,
    ) -> Result<Vec<u8>, ServiceError> {
        permit(actor, Action::KeepLibrary, congress)?;
        let rows = self
            .store
            .read(move |tx| {
                let place = (congress, year);
                let all = lead_lists::list(tx, place, &filter, PageTurn::Newest, MOST_ROWS + 1)?;
                if all.len() > MOST_ROWS {
                    let problem = Problem::error("leads-too-many").with("most", MOST_ROWS);
                    return Err(ServiceError::refused(problem));
                }
                let row = |lead: Lead| {
                    let number = lead_lists::find_number(tx, lead.id)?;
                    Ok::<_, ServiceError>(lead_row(lead, number))
                };
                all.into_iter().map(row).collect::<Result<Vec<_>, _>>()
            })
            .await?;
        let written = exchange::export(&rows, format);
        written.map_err(|error| ServiceError::Broken(Box::new(error)))
    }

    /// The leads that the office wrote into its own book, by their numbers there.
    ///
    /// # Errors
    /// Denied.
    pub async fn list_lead_numbers(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<Vec<(String, LeadId)>, ServiceError> {
        permit(actor, Action::KeepLibrary, congress)?;
        self.store
            .read(move |tx| {
                let all = lead_lists::list_all(tx, congress, year)?.into_iter();
                let numbered = all.filter_map(|(lead, number)| Some((number?, lead.id)));
                Ok(numbered.collect())
            })
            .await
    }

    /// A lead for the clerk, with its likely duplicates.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for a lead of another congress.
    pub async fn get_lead(&self, actor: &Actor, id: LeadId) -> Result<LeadView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let lead = rows::get(tx, id)?;
                permit(&actor, Action::KeepLibrary, lead.congress)?;
                view(tx, lead)
            })
            .await
    }

    /// A picture of a lead, for the clerk.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn get_lead_picture(
        &self,
        actor: &Actor,
        id: LeadId,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        let actor = actor.clone();
        self.read_picture(move |tx| {
            let lead = rows::get(tx, id)?;
            permit(&actor, Action::KeepLibrary, lead.congress)?;
            Self::picture_of(tx, PictureOwner::Lead(id), name)
        })
        .await
    }

    /// Shows how to reach whoever handed a lead in. Each look is an event.
    ///
    /// # Errors
    /// Refused: `contact-gone` when none is kept (any more).
    pub async fn see_contact(&self, actor: &Actor, id: LeadId) -> Result<String, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let lead = rows::get(tx, id)?;
                let grant = permit(&actor, Action::SeeContact, lead.congress)?;
                let contact = lead_contacts::find(tx, id)?;
                let contact =
                    contact.ok_or_else(|| ServiceError::refused(Problem::error("contact-gone")))?;
                let what = EventKind::Lead(LeadEvent::ContactSeen(id));
                Ok(Written::recorded(contact, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Merges a lead into another of the same congress and year.
    ///
    /// # Errors
    /// Refused: `lead-state`, `merge-itself`, `lead-merge-circle`, `merge-into-merged`, `merge-elsewhere`.
    pub async fn merge_lead(
        &self,
        actor: &Actor,
        id: LeadId,
        into: LeadId,
    ) -> Result<(), ServiceError> {
        self.act(actor, id, LeadAct::Merge, move |tx, lead| {
            let other = rows::get(tx, into)
                .ok()
                .filter(|other| other.congress == lead.congress && other.year == lead.year);
            if other.is_none() {
                let problem = Problem::error("merge-elsewhere").at("into");
                return Err(ServiceError::refused(problem));
            }
            let own = rows::family(tx, lead.id)?;
            let mut family = joined(&own, &rows::family(tx, into)?);
            family.merge(lead.id, into).map_err(ServiceError::refused)?;
            rows::update_state(tx, lead.id, &LeadState::Merged { into })?;
            Ok(Some(into.0))
        })
        .await
    }

    /// Takes a merge back.
    ///
    /// # Errors
    /// Refused: `lead-state`.
    pub async fn undo_merge(&self, actor: &Actor, id: LeadId) -> Result<(), ServiceError> {
        self.act(actor, id, LeadAct::UndoMerge, |tx, lead| {
            let mut family = rows::family(tx, lead.id)?;
            let into = family.get(lead.id).and_then(|one| one.merged_into);
            family.undo_merge(lead.id).map_err(ServiceError::refused)?;
            rows::update_state(tx, lead.id, &LeadState::Received)?;
            Ok(into.map(|id| id.0))
        })
        .await
    }

    /// Splits a part off: another wish in the same lead.
    ///
    /// # Errors
    /// Refused: `lead-state`, `split-merged`. Invalid: `text-missing` and what is wrong with texts.
    pub async fn split_lead(
        &self,
        actor: &Actor,
        id: LeadId,
        part: LeadPart,
    ) -> Result<(), ServiceError> {
        let what = typed::needed_lines("what", &part.what, MOST_WHAT);
        let place = typed::line("place", &part.place, MOST_LINE);
        let (what, place) = match (what, place) {
            (Ok(what), Ok(place)) => (what, place),
            (what, place) => {
                let problems = [what.err(), place.err()].into_iter().flatten();
                return Err(ServiceError::Invalid(problems.collect()));
            }
        };
        self.act(actor, id, LeadAct::Split, move |tx, lead| {
            let new = NewLead {
                congress: lead.congress,
                year: lead.year,
                call: None,
                wish: Wish {
                    kind: part.kind,
                    what,
                    place,
                    ..lead.wish.clone()
                },
                received_at: lead.received_at,
                by: lead.by,
                number: None,
                receipt: None,
                form: None,
                split_from: Some(lead.id),
            };
            let mut family = rows::family(tx, lead.id)?;
            let split = rows::create(tx, &new)?;
            family
                .split(lead.id, split)
                .map_err(ServiceError::refused)?;
            Ok(Some(split.0))
        })
        .await
    }

    /// Takes a split back: the part goes, its whole stays as it was handed in.
    ///
    /// # Errors
    /// Refused: `lead-state`, `split-none`, `split-in-use`.
    pub async fn undo_split(&self, actor: &Actor, part: LeadId) -> Result<(), ServiceError> {
        self.act(actor, part, LeadAct::UndoSplit, |tx, lead| {
            let mut family = rows::family(tx, lead.id)?;
            family.undo_split(lead.id).map_err(ServiceError::refused)?;
            rows::remove(tx, lead.id)?;
            Ok(lead.split_from.map(|id| id.0))
        })
        .await
    }

    /// Puts a lead behind a project of the library.
    ///
    /// # Errors
    /// Refused: `lead-state`, `lead-project-closed`, `lead-project-elsewhere`.
    pub async fn take_up(
        &self,
        actor: &Actor,
        id: LeadId,
        project: ProjectId,
    ) -> Result<(), ServiceError> {
        self.act(actor, id, LeadAct::TakeUp, move |tx, lead| {
            let found = projects::get(tx, project).ok();
            let found = found.filter(|one| one.congress == lead.congress && one.year == lead.year);
            let Some(found) = found else {
                let problem = Problem::error("lead-project-elsewhere").at("project");
                return Err(ServiceError::refused(problem));
            };
            joins(found.stage).map_err(ServiceError::refused)?;
            rows::update_state(tx, lead.id, &LeadState::TakenUp { project })?;
            Ok(Some(project.0))
        })
        .await
    }

    /// Declines a lead; the reason is published to whoever holds its receipt.
    ///
    /// # Errors
    /// Refused: `lead-state`. Invalid: `text-missing` and what is wrong with the reason.
    pub async fn decline_lead(
        &self,
        actor: &Actor,
        id: LeadId,
        reason: &str,
    ) -> Result<(), ServiceError> {
        let reason = typed::needed_lines("reason", reason, MOST_WHAT);
        let reason = reason.map_err(ServiceError::invalid)?;
        self.act(actor, id, LeadAct::Decline, move |tx, lead| {
            let state = LeadState::Declined { reason };
            rows::update_state(tx, lead.id, &state)?;
            Ok(None)
        })
        .await
    }

    /// Hands over a complaint, a lawsuit or another's business to where it belongs.
    ///
    /// # Errors
    /// Refused: `lead-state`. Invalid: `text-missing` and what is wrong with the place.
    pub async fn hand_over(&self, actor: &Actor, id: LeadId, to: &str) -> Result<(), ServiceError> {
        let to = typed::needed("to", to, MOST_LINE).map_err(ServiceError::invalid)?;
        self.act(actor, id, LeadAct::HandOver, move |tx, lead| {
            rows::update_state(tx, lead.id, &LeadState::HandedOver { to })?;
            Ok(None)
        })
        .await
    }

    /// Takes back that a lead was taken up, declined or handed over.
    ///
    /// # Errors
    /// Refused: `lead-state`, `lead-project-closed` once its project is on a slate.
    pub async fn reconsider(&self, actor: &Actor, id: LeadId) -> Result<(), ServiceError> {
        self.act(actor, id, LeadAct::Reconsider, |tx, lead| {
            if let LeadState::TakenUp { project } = lead.state {
                let stage = projects::get(tx, project)?.stage;
                joins(stage).map_err(ServiceError::refused)?;
            }
            rows::update_state(tx, lead.id, &LeadState::Received)?;
            Ok(None)
        })
        .await
    }

    /// One act on one lead: permission, state, the act itself, its event.
    pub(crate) async fn act(
        &self,
        actor: &Actor,
        id: LeadId,
        act: LeadAct,
        perform: impl FnOnce(&WriteTx<'_>, &Lead) -> Result<Option<i64>, ServiceError> + Send + 'static,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let lead = rows::get(tx, id)?;
                let grant: Grant = permit(&actor, Action::KeepLibrary, lead.congress)?;
                act.check(&lead.state).map_err(ServiceError::refused)?;
                let with = perform(tx, &lead)?;
                let what = EventKind::Lead(LeadEvent::Acted {
                    lead: id,
                    act,
                    with,
                });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Makes a project of the library from a lead, and puts the lead behind it.
    ///
    /// # Errors
    /// Refused: `lead-state`. Invalid: `text-missing` and what is wrong with name or summary.
    pub async fn take_up_new(
        &self,
        actor: &Actor,
        id: LeadId,
        new: NewProject,
    ) -> Result<(), ServiceError> {
        let name = typed::needed("name", &new.name, MOST_LINE);
        let summary = typed::line("summary", &new.summary, MOST_LINE);
        let (name, summary) = match (name, summary) {
            (Ok(name), Ok(summary)) => (name, summary),
            (name, summary) => {
                let problems = [name.err(), summary.err()].into_iter().flatten();
                return Err(ServiceError::Invalid(problems.collect()));
            }
        };
        let (by, now) = (actor.clone(), self.clock.now());
        self.act(actor, id, LeadAct::TakeUp, move |tx, lead| {
            let congress = congresses::get(tx, lead.congress)?;
            let sheet = Sheet {
                code: next_code(tx, &congress, lead.year)?,
                name,
                summary,
                content: lead.wish.what.clone(),
                place: lead.wish.place.clone(),
                category: lead.wish.kind.category(),
                origin: lead.wish.origin.of_project(),
                ..Sheet::default()
            };
            let grant = permit(&by, Action::KeepLibrary, lead.congress)?;
            let place = (lead.congress, lead.year);
            let project = editing::create(tx, &grant, now, place, &sheet)?;
            rows::update_state(tx, lead.id, &LeadState::TakenUp { project })?;
            Ok(Some(project.0))
        })
        .await
    }
}

/// Two families as one, before a merge joins them.
fn joined(one: &Family, other: &Family) -> Family {
    Family::of(one.members().chain(other.members()).collect::<Vec<_>>())
}

fn alike(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    text: &str,
    except: Option<LeadId>,
) -> Result<Vec<(Lead, u32)>, ServiceError> {
    let words = grams::words(text);
    let mut sharing = lead_words::list_sharing(tx, (congress, year), &words, COMPARED)?;
    sharing.retain(|id| Some(*id) != except);
    let mut found: Vec<(Lead, u32)> = lead_lists::list_of(tx, &sharing)?
        .into_iter()
        .map(|lead| {
            let like = grams::likeness(&words, &grams::words(&lead.wish.compared()));
            (lead, like)
        })
        .filter(|(_, like)| *like >= LIKELY)
        .collect();
    found.sort_by_key(|(lead, like)| (std::cmp::Reverse(*like), lead.id));
    found.truncate(SHOWN);
    Ok(found)
}

fn view(tx: &ReadTx<'_>, lead: Lead) -> Result<LeadView, ServiceError> {
    let family = rows::family(tx, lead.id)?;
    let head = family.head(lead.id);
    let except_itself = |ids: std::collections::BTreeSet<LeadId>| {
        let ids: Vec<LeadId> = ids.into_iter().filter(|id| *id != lead.id).collect();
        lead_lists::list_of(tx, &ids)
    };
    let mut alike = alike(
        tx,
        lead.congress,
        lead.year,
        &lead.wish.compared(),
        Some(lead.id),
    )?;
    // What is linked already needs no hint.
    alike.retain(|(other, _)| family.get(other.id).is_none());
    let project = match lead.state {
        LeadState::TakenUp { project } => Some(projects::get(tx, project)?),
        LeadState::Received
        | LeadState::Merged { .. }
        | LeadState::Declined { .. }
        | LeadState::HandedOver { .. } => None,
    };
    let all = search::list(
        tx,
        lead.congress,
        lead.year,
        &ProjectFilter::default(),
        0,
        u32::MAX,
    )?;
    let mut joinable = all.0;
    joinable.retain(|project| joins(project.stage).is_ok());
    Ok(LeadView {
        congress: congresses::get(tx, lead.congress)?,
        number: lead_lists::find_number(tx, lead.id)?,
        call: lead.call.map(|id: CallId| calls::get(tx, id)).transpose()?,
        has_contact: lead_contacts::find(tx, lead.id)?.is_some(),
        pictures: stored_pictures::list(tx, PictureOwner::Lead(lead.id))?,
        head: (head != lead.id).then(|| rows::get(tx, head)).transpose()?,
        carried: except_itself(family.carried(lead.id))?,
        whole: lead.split_from.map(|id| rows::get(tx, id)).transpose()?,
        parts: except_itself(family.parts(lead.id))?,
        project,
        alike,
        joinable,
        lead,
    })
}
