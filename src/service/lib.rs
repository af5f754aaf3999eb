//! USE CASES. One public function is one intention of a user, one transaction, one audit event
//! (casting excepted). Facts are loaded, the domain decides, the result is saved once.
//!
//! [`Service`] is the handle that web and commands hold; the modules are rooms (`docs/rooms.md`). Read
//! [`voting::casting`] for the deputy's path and [`round::acts`] for the officers'.

pub mod access;
pub mod act_of_two;
pub mod audit;
mod error;
pub mod evaluation;
pub mod files;
pub mod followup;
pub mod hall;
pub mod hand_count;
pub mod installation;
pub mod leads;
pub mod library;
pub mod people;
pub mod picture;
pub mod poll;
pub mod publish;
pub mod reminder;
pub mod review;
pub mod round;
pub mod sitting;
pub mod statement;
pub mod voting;

pub(crate) use crate::access::permission::account_of;
pub use crate::access::permission::{permit, permit_over_line};
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

pub use error::ServiceError;
pub use store::RecordState;

use crate::access::password::{HashCost, Passwords};
use crate::audit::check_result::LastCheck;
use crate::picture::uploads::Uploads;

use machine::clock::Clock;
use machine::random::Random;
use store::Store;
use store::picture::examining::{self, PictureReport};
use store::picture::picture_files::PictureFiles;

/// Everything a use case needs, cheap to clone.
#[derive(Clone)]
pub struct Service(Arc<ServiceParts>);

impl Deref for Service {
    type Target = ServiceParts;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// What a service is made of. Whatever of it is remembered between requests stands in
/// `docs/remembered.md`.
pub struct ServiceParts {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) passwords: Passwords,
    pub(crate) typed_codes: Passwords,
    pub(crate) keys: installation::keys::Keys,
    pub(crate) sign_in_limits: access::sign_in_limits::SignInLimits,
    pub(crate) lead_limits: access::resident_limits::LeadLimits,
    /// The same limits, counted apart, for ratings.
    pub(crate) rating_limits: access::resident_limits::LeadLimits,
    pub(crate) image_slots: picture::pictures::ImageSlots,
    pub(crate) uploads: Uploads,
    pub(crate) frozen_rounds: round::frozen_rounds::FrozenRounds,
    pub(crate) card_shares: round::card_shares::CardShares,
    pub(crate) counting_table: hand_count::table::CountingTable,
    pub(crate) file_readers: files::FileReaders,
    pub(crate) waiting_files: files::WaitingFiles,
    pub(crate) live_numbers: hall::live_numbers::LiveNumbers,
    pub(crate) anonymous_slots: access::anonymous_slots::AnonymousSlots,
    pub(crate) ballot_sheets: voting::ballot_sheets::BallotSheets,
    pub(crate) kiosk_visits: voting::kiosk_visits::KioskVisits,
    pub(crate) unshown_prints: voting::unshown_prints::UnshownPrints,
    pub(crate) outbox: reminder::outbox::Outbox,
    pub(crate) last_check: LastCheck,
    pub(crate) backup_turn: installation::backups::BackupTurn,
    pub(crate) background_tasks: installation::background_tasks::BackgroundTasks,
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
    /// Which state of the record is the latest: what is read afterwards is of this one or of a later one.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] for a record that cannot be asked.
    pub fn record_state(&self) -> Result<RecordState, ServiceError> {
        Ok(self.store.state()?)
    }

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

    /// Lets the boxes of a data directory lie in another folder: on another disk than the record.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] while boxes lie elsewhere, or where the folder cannot be made.
    pub fn place_boxes(directory: &Path, to: &Path) -> Result<(), ServiceError> {
        Ok(store::voting::box_file::placing::place(directory, to)?)
    }

    /// Reads the database of a data directory through and looks at its key, beside a running server or
    /// without one; nothing where there is no database yet.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] for a database of another program or a later version.
    pub fn examine(directory: &Path) -> Result<Option<Examination>, ServiceError> {
        installation::keys::refuse_alone(directory)
            .map_err(|refused| ServiceError::Broken(refused.into()))?;
        let Some(found) = store::examine(directory)? else {
            return Ok(None);
        };
        let key = match found.key {
            Some(name) => match installation::keys::find_fault(directory, name) {
                Some(refused) => Err(refused.to_string()),
                None => Ok(installation::keys::short(&name)),
            },
            None => Err(
                "the database has no name of a key yet: it is given at the next start".to_owned(),
            ),
        };
        let damage = found.damage;
        Ok(Some(Examination { damage, key }))
    }

    /// Reads every picture that a data directory's record names, beside a running server or without one;
    /// nothing where there is no database yet.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] for a database or a folder that cannot be read.
    pub fn examine_pictures(directory: &Path) -> Result<Option<PictureReport>, ServiceError> {
        if !store::is_made(directory) {
            return Ok(None);
        }
        let files = PictureFiles::of(directory);
        store::look(directory, |tx| Ok(Some(examining::examine(tx, &files)?)))
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
        Self::open_at(HashCost::PASSWORD, directory, clock, random).await
    }

    /// The same with passwords hashed at another cost, for tests.
    ///
    /// # Errors
    /// As [`Service::open`].
    pub async fn open_at(
        cost: HashCost,
        directory: &Path,
        clock: Clock,
        random: Random,
    ) -> Result<Self, ServiceError> {
        installation::keys::refuse_alone(directory)
            .map_err(|refused| ServiceError::Broken(refused.into()))?;
        let store = Store::open(directory)?;
        let keys = installation::keys::Keys::open(directory, &store, &clock, &random).await?;
        let epoch = store.epoch(keys.first_epoch().0).await?;
        let keys = keys.in_epoch(installation::keys::Epoch(epoch));
        let passwords = Passwords::start(cost)?;
        let typed_codes = Passwords::start(HashCost::TYPED_CODE)?;
        let sign_in_limits = access::sign_in_limits::SignInLimits::new(&clock);
        let card_shares = round::card_shares::CardShares::new(directory, &clock);
        card_shares.watch();
        let (lead_limits, rating_limits) = (
            access::resident_limits::LeadLimits::new(&clock),
            access::resident_limits::LeadLimits::new(&clock),
        );
        let unshown_prints = voting::unshown_prints::UnshownPrints::new(&clock);
        unshown_prints.watch();
        let service = Self(Arc::new(ServiceParts {
            store,
            card_shares,
            counting_table: hand_count::table::CountingTable::default(),
            clock,
            random,
            passwords,
            typed_codes,
            keys,
            sign_in_limits,
            lead_limits,
            rating_limits,
            image_slots: picture::pictures::ImageSlots::new(),
            uploads: Uploads::of(directory),
            frozen_rounds: round::frozen_rounds::FrozenRounds::default(),
            file_readers: files::FileReaders::new(),
            waiting_files: files::WaitingFiles::default(),
            live_numbers: hall::live_numbers::LiveNumbers::new(),
            anonymous_slots: access::anonymous_slots::AnonymousSlots::new(),
            ballot_sheets: voting::ballot_sheets::BallotSheets::default(),
            kiosk_visits: voting::kiosk_visits::KioskVisits::default(),
            unshown_prints,
            outbox: reminder::outbox::Outbox::default(),
            last_check: LastCheck::default(),
            backup_turn: installation::backups::BackupTurn::default(),
            background_tasks: installation::background_tasks::BackgroundTasks::new(),
        }));
        service.take_heads().await?;
        // Boxes and record agree before anybody is served; what cannot be done now the task tries again.
        if let Err(error) = service.settle_boxes().await {
            tracing::error!(%error, "left for the next try");
        }
        service.start_background_tasks();
        service.forget_contacts().await?;
        service.forget_photos().await?;
        Ok(service)
    }
}
