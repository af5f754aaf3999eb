//! USE CASES. One public function is one intention of a user, one transaction, one audit event
//! (casting excepted). Facts are loaded, the domain decides, the result is saved once.
//!
//! [`Service`] is the handle that web and commands hold; the modules are activities. Read
//! [`casting`] for the deputy's path and [`acts`] for the officers'.

pub mod accounts;
pub mod acts;
mod adopting;
pub mod asking;
pub mod attending;
pub mod audit_log;
pub mod backups;
mod brought;
mod browsers;
pub mod calls;
pub mod cards;
pub mod casting;
pub mod certifying;
pub mod checking;
mod choosing;
mod chores;
pub mod closing;
pub mod confirming;
pub mod correcting;
pub mod counting;
pub mod day;
mod desk;
pub(crate) mod drafting;
mod error;
pub mod evaluating;
pub mod exchanging;
mod fixed;
pub mod floods;
pub mod followup;
mod freezing;
pub mod fresh_slips;
mod frozen_rounds;
pub mod hall;
pub mod hand_count;
mod housekeeping;
pub mod importing;
pub mod joining;
pub mod keys;
pub mod leads;
pub mod library;
pub mod limits;
pub mod live;
pub mod new_key;
pub mod officer_devices;
pub mod officers;
pub mod official_forms;
mod opening;
pub mod overview;
pub mod pace;
pub mod papers;
pub mod password;
pub mod people;
pub mod photos;
pub mod pictures;
pub mod polling;
pub mod presenting;
mod proving;
pub(crate) mod publishing;
pub mod ratings;
pub mod rehearsing;
pub mod remarks;
pub mod reminding;
pub mod reviewing;
pub mod roll_call;
pub(crate) mod ruling;
mod scrubbing;
mod sealing;
pub mod sessions;
pub mod showing;
pub mod sign_in;
pub mod slips;
pub mod standing;
mod strangers;
pub mod triage;
mod turnout;
mod visits;
pub mod whose;

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

pub use error::ServiceError;

use crate::password::{Cost, Passwords};
use domain::access::{self, Action, Actor, Grant};
use domain::id::{AccountId, CongressId};
use machine::clock::Clock;
use machine::random::Random;
use store::Store;

/// Everything a use case needs, cheap to clone.
#[derive(Clone)]
pub struct Service(Arc<Parts>);

impl Deref for Service {
    type Target = Parts;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// What a service is made of. Whatever of it is remembered between requests stands in
/// `docs/remembered.md`.
pub struct Parts {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) passwords: Passwords,
    pub(crate) typed_codes: Passwords,
    pub(crate) keys: keys::Keys,
    pub(crate) limits: limits::Limits,
    pub(crate) floods: floods::Floods,
    /// The same limits, counted apart, for ratings.
    pub(crate) raters: floods::Floods,
    pub(crate) darkroom: pictures::Darkroom,
    pub(crate) uploads: photos::Uploads,
    pub(crate) frozen_rounds: frozen_rounds::FrozenRounds,
    pub(crate) desk: desk::Desk,
    pub(crate) counting_table: hand_count::table::CountingTable,
    pub(crate) reading: importing::Reading,
    pub(crate) shelf: importing::Shelf,
    pub(crate) steps: hall::steps::Steps,
    pub(crate) strangers: strangers::Strangers,
    pub(crate) visits: visits::Visits,
    pub(crate) fresh_slips: fresh_slips::FreshSlips,
    pub(crate) outbox: reminding::outbox::Outbox,
    pub(crate) last_check: checking::LastCheck,
    pub(crate) chores: chores::Chores,
}

/// What `minsheng doctor` hears of a database and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// What of the file is damaged, in words.
    pub damage: Option<String>,
    /// The beginning of the name of the key that lies beside it, or what is wrong with it.
    pub key: Result<String, String>,
}

impl Service {
    /// The clock that all works go by: the demo turns its own to the day it tells of.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Whether another process works in a data directory now.
    #[must_use]
    pub fn is_in_use(directory: &Path) -> bool {
        store::is_in_use(directory)
    }

    /// Makes a data directory that only its owner may look into; one that is there keeps its mode.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when it cannot be made.
    pub fn make_directory(directory: &Path) -> Result<(), ServiceError> {
        Ok(store::make_directory(directory)?)
    }

    /// Reads the database of a data directory through and looks at its key, beside a running server or
    /// without one; nothing where there is no database yet.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] for a database of another program or a later version.
    pub fn examine(directory: &Path) -> Result<Option<Examination>, ServiceError> {
        keys::refuse_alone(directory).map_err(|refused| ServiceError::Broken(refused.into()))?;
        let Some(found) = store::examine(directory)? else {
            return Ok(None);
        };
        let key = match found.key {
            Some(name) => match keys::find_fault(directory, name) {
                Some(refused) => Err(refused.to_string()),
                None => Ok(keys::short(&name)),
            },
            None => Err(
                "the database has no name of a key yet: it is given at the next start".to_owned(),
            ),
        };
        let damage = found.damage;
        Ok(Some(Examination { damage, key }))
    }

    /// Reads a large database through beside all other work; a small one was read when it was opened.
    /// Where damage is found, every page says so from now on. Answers with what was found, in words.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when it cannot be read for another reason.
    pub async fn find_damage(&self) -> Result<Option<String>, ServiceError> {
        let found = self.store.find_damage().await?;
        Ok(found.map(|words| store::StoreError::Unsound(words).to_string()))
    }

    /// Opens a data directory: database, lock and keys; deletes the contacts and the
    /// waiting photos that were kept long enough. A task of its own begins what acts have left to be done.
    ///
    /// # Errors
    /// [`ServiceError`] with the store's reason, such as a directory in use or a newer database.
    pub async fn open(
        directory: &Path,
        clock: Clock,
        random: Random,
    ) -> Result<Self, ServiceError> {
        Self::open_at(Cost::PASSWORD, directory, clock, random).await
    }

    /// The same with passwords hashed at another cost, for tests.
    ///
    /// # Errors
    /// As [`Service::open`].
    pub async fn open_at(
        cost: Cost,
        directory: &Path,
        clock: Clock,
        random: Random,
    ) -> Result<Self, ServiceError> {
        keys::refuse_alone(directory).map_err(|refused| ServiceError::Broken(refused.into()))?;
        let store = Store::open(directory)?;
        let keys = keys::Keys::open(directory, &store, &clock, &random).await?;
        let epoch = store.epoch(keys.first_epoch().0).await?;
        let keys = keys.in_epoch(keys::Epoch(epoch));
        let passwords = Passwords::start(cost)?;
        let typed_codes = Passwords::start(Cost::TYPED_CODE)?;
        let limits = limits::Limits::new(&clock);
        let desk = desk::Desk::new(directory, &clock);
        desk.watch();
        let (floods, raters) = (floods::Floods::new(&clock), floods::Floods::new(&clock));
        let fresh_slips = fresh_slips::FreshSlips::new(&clock);
        fresh_slips.watch();
        let service = Self(Arc::new(Parts {
            store,
            desk,
            counting_table: hand_count::table::CountingTable::default(),
            clock,
            random,
            passwords,
            typed_codes,
            keys,
            limits,
            floods,
            raters,
            darkroom: pictures::Darkroom::new(),
            uploads: photos::Uploads::of(directory),
            frozen_rounds: frozen_rounds::FrozenRounds::default(),
            reading: importing::Reading::new(),
            shelf: importing::Shelf::default(),
            steps: hall::steps::Steps::new(),
            strangers: strangers::Strangers::new(),
            visits: visits::Visits::default(),
            fresh_slips,
            outbox: reminding::outbox::Outbox::default(),
            last_check: checking::LastCheck::default(),
            chores: chores::Chores::new(),
        }));
        service.attend_to_chores();
        service.forget_contacts().await?;
        service.forget_photos().await?;
        Ok(service)
    }
}

/// The account that a grant was given to: the console has none, and may not do what needs one.
fn account_of(grant: &Grant) -> Result<AccountId, ServiceError> {
    grant.account().ok_or(ServiceError::NotFound("account"))
}

/// Asks the permission table, as a service error.
///
/// # Errors
/// Denied.
pub fn permit(actor: &Actor, action: Action, congress: CongressId) -> Result<Grant, ServiceError> {
    access::may(actor, action, Some(congress)).map_err(ServiceError::Denied)
}
