//! Shrinking photos, a bounded number at a time, so that a flood of them slows nothing else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Service, ServiceError};
use crate::bounds::{RESIDENTS_PHOTOS, RESIDENTS_PHOTOS_OF_ADDRESS, STAFF_PHOTOS};
use crate::domain::id::PictureId;
use crate::domain::picture::{Owner, PictureName};
use crate::domain::problem::Problem;
use crate::exchange::{self, Shrunk};
use crate::store::{ReadTx, StoreError, WriteTx, pictures};

/// Photos shrunk at one moment: one core of the two that a small office's machine has, so that the
/// other is free for ballots whatever comes in.
const AT_ONCE: usize = 1;

/// The doors of the room where photos are shrunk.
#[derive(Clone)]
pub struct Darkroom {
    staff: Arc<Semaphore>,
    residents: Arc<Semaphore>,
    /// How many residents' photos come from an address now.
    of_address: Arc<Mutex<BTreeMap<String, usize>>>,
    work: Arc<Semaphore>,
}

/// Who sends a photo: staff have a room of their own, which no stranger can fill.
#[derive(Debug, Clone, Copy)]
pub enum Uploader<'a> {
    /// Somebody signed in.
    Staff,
    /// Anybody, from an address.
    Resident(&'a str),
}

/// Room in memory for one upload; given back when dropped.
pub struct UploadRoom {
    _permit: OwnedSemaphorePermit,
    _share: Option<Share>,
}

/// One of the places of an address.
struct Share {
    address: String,
    of_address: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl Share {
    fn take(darkroom: &Darkroom, address: &str) -> Option<Self> {
        let of_address = Arc::clone(&darkroom.of_address);
        let mut taken = of_address.lock().unwrap_or_else(PoisonError::into_inner);
        let places = taken.entry(address.to_owned()).or_default();
        if *places >= RESIDENTS_PHOTOS_OF_ADDRESS {
            return None;
        }
        *places += 1;
        drop(taken);
        Some(Self {
            address: address.to_owned(),
            of_address,
        })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut taken = self
            .of_address
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(places) = taken.get_mut(&self.address) {
            *places = places.saturating_sub(1);
            if *places == 0 {
                taken.remove(&self.address);
            }
        }
    }
}

impl Darkroom {
    pub(crate) fn new() -> Self {
        Self {
            staff: Arc::new(Semaphore::new(STAFF_PHOTOS)),
            residents: Arc::new(Semaphore::new(RESIDENTS_PHOTOS)),
            of_address: Arc::default(),
            work: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Service {
    /// Room for one upload, to be held while its body is read and worked on.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] when too many are read at this moment.
    pub fn upload_room(&self, whose: Uploader<'_>) -> Result<UploadRoom, ServiceError> {
        let (room, share) = match whose {
            Uploader::Staff => (&self.darkroom.staff, None),
            Uploader::Resident(address) => {
                let share = Share::take(&self.darkroom, address).ok_or(ServiceError::Busy)?;
                (&self.darkroom.residents, Some(share))
            }
        };
        let permit = Arc::clone(room).try_acquire_owned();
        Ok(UploadRoom {
            _permit: permit.map_err(|_| ServiceError::Busy)?,
            _share: share,
        })
    }

    /// Shrinks a photo and frees it of metadata, the place where it was taken included, away from the
    /// threads that serve pages.
    ///
    /// # Errors
    /// Invalid at `field`: what [`exchange::shrink`] says about the photo.
    pub async fn shrink_picture(
        &self,
        field: &'static str,
        bytes: Vec<u8>,
    ) -> Result<Shrunk, ServiceError> {
        let shrunk = self.shrink_with_spot(field, bytes).await?;
        Ok(Shrunk {
            spot: None,
            ..shrunk
        })
    }

    /// The same with the place beside it, for senders who let it be kept.
    pub(super) async fn shrink_with_spot(
        &self,
        field: &'static str,
        bytes: Vec<u8>,
    ) -> Result<Shrunk, ServiceError> {
        let permit = Arc::clone(&self.darkroom.work).acquire_owned().await;
        let permit = permit.map_err(|_| ServiceError::Busy)?;
        let shrinking = move || {
            // Held by the work, not by the request: a sender who hangs up frees no place.
            let _permit = permit;
            exchange::shrink(&bytes)
        };
        let done = tokio::task::spawn_blocking(shrinking).await;
        // A decoder that panics on a file has met a broken file.
        let done = done.unwrap_or_else(|_| Err(Problem::error("picture-broken")));
        done.map_err(|problem| ServiceError::invalid(problem.at(field)))
    }

    /// The bytes of a picture that belongs to `owner`; the caller has asked whether the owner may
    /// be seen.
    pub(crate) fn picture_of(
        tx: &ReadTx<'_>,
        owner: Owner,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        let found = pictures::find_bytes(tx, owner, name.id, name.size)?;
        found.ok_or(ServiceError::NotFound("picture"))
    }
}

/// Keeps a shrunk photo as part of a write.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    owner: Owner,
    caption: &str,
    at: Timestamp,
    shrunk: Shrunk,
) -> Result<PictureId, StoreError> {
    let new = pictures::NewPicture {
        owner,
        caption: caption.to_owned(),
        at,
        width: shrunk.width,
        height: shrunk.height,
        large: shrunk.large,
        small: shrunk.small,
        spot: shrunk.spot,
    };
    pictures::create(tx, &new)
}
