//! Calls for leads: written by the clerk, read by everybody.

use jiff::civil::Date;

use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{CallId, CongressId};
use domain::leads::call::{Call, CallPhase, CallText};
use domain::leads::event::LeadEvent;
use domain::problem::Problem;
use store::leads::{calls, lead_contacts};
use store::people::congresses;
use store::{ReadTx, Written};

/// A call with what its page shows.
#[derive(Debug, Clone)]
pub struct CallView {
    pub congress: Congress,
    pub call: Call,
    /// Where it stands today.
    pub phase: CallPhase,
    /// Leads that answered it so far.
    pub leads: u64,
}

/// A congress's calls, for its clerk.
#[derive(Debug, Clone)]
pub struct CallPage {
    pub congress: Congress,
    /// Its calls, the newest first.
    pub calls: Vec<CallView>,
    /// For how many days residents' contacts are kept.
    pub contact_days: i64,
}

impl Service {
    /// Publishes a call. A warning, such as a period shorter than the rules ask for, stops it unless
    /// `accepts_warnings`.
    ///
    /// # Errors
    /// Invalid: what [`CallText::checked`] says.
    pub async fn create_call(
        &self,
        actor: &Actor,
        congress: CongressId,
        text: CallText,
        accepts_warnings: bool,
    ) -> Result<CallId, ServiceError> {
        let grant = permit(actor, Action::KeepLibrary, congress)?;
        let text = settled(text, accepts_warnings)?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let id = calls::create(tx, congress, &text)?;
                let what = EventKind::Lead(LeadEvent::CallCreated(id));
                Ok(Written::recorded(id, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Changes what a call says; its year stays.
    ///
    /// # Errors
    /// As [`Service::create_call`].
    pub async fn change_call(
        &self,
        actor: &Actor,
        id: CallId,
        text: CallText,
        accepts_warnings: bool,
    ) -> Result<(), ServiceError> {
        let text = settled(text, accepts_warnings)?;
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let grant = permit(&actor, Action::KeepLibrary, calls::get(tx, id)?.congress)?;
                calls::update(tx, id, &text)?;
                let what = EventKind::Lead(LeadEvent::CallChanged(id));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// A call, for everybody.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn get_call(&self, id: CallId) -> Result<CallView, ServiceError> {
        let today = self.today();
        self.store
            .read(move |tx| view(tx, calls::get(tx, id)?, today))
            .await
    }

    /// The calls that are open today: of one congress, or of all.
    pub async fn list_open_calls(
        &self,
        congress: Option<CongressId>,
    ) -> Result<Vec<CallView>, ServiceError> {
        let today = self.today();
        self.store
            .read(move |tx| {
                let open = calls::list_open(tx, &today.to_string())?.into_iter();
                open.filter(|call| congress.is_none_or(|id| call.congress == id))
                    .map(|call| view(tx, call, today))
                    .collect()
            })
            .await
    }

    /// The calls of a congress, for its clerk.
    ///
    /// # Errors
    /// Denied.
    pub async fn list_calls(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<CallPage, ServiceError> {
        permit(actor, Action::KeepLibrary, congress)?;
        let today = self.today();
        self.store
            .read(move |tx| {
                let found = calls::list(tx, congress)?.into_iter();
                let calls: Result<_, ServiceError> =
                    found.map(|call| view(tx, call, today)).collect();
                Ok(CallPage {
                    congress: congresses::get(tx, congress)?,
                    calls: calls?,
                    contact_days: lead_contacts::get_days(tx, congress)?,
                })
            })
            .await
    }

    /// Sets for how many days residents' contacts are kept.
    ///
    /// # Errors
    /// Invalid: `contact-days`.
    pub async fn set_contact_days(
        &self,
        actor: &Actor,
        congress: CongressId,
        days: i64,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::KeepLibrary, congress)?;
        if !(7..=730).contains(&days) {
            let problem = Problem::error("contact-days").at("contact_days");
            return Err(ServiceError::invalid(problem));
        }
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                lead_contacts::update_days(tx, congress, days)?;
                let what = EventKind::Lead(LeadEvent::ContactDaysSet { congress, days });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

fn settled(text: CallText, accepts_warnings: bool) -> Result<CallText, ServiceError> {
    let (text, warnings) = text.checked().map_err(ServiceError::Invalid)?;
    if !warnings.is_empty() && !accepts_warnings {
        return Err(ServiceError::Invalid(warnings));
    }
    Ok(text)
}

pub(crate) fn view(tx: &ReadTx<'_>, call: Call, today: Date) -> Result<CallView, ServiceError> {
    Ok(CallView {
        congress: congresses::get(tx, call.congress)?,
        phase: call.text.phase(today),
        leads: calls::count_leads(tx, call.id)?,
        call,
    })
}
