//! Shrinking photos, a bounded number at a time, so that a flood of them slows nothing else.

use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::Semaphore;

use super::{Service, ServiceError};
use crate::domain::id::PictureId;
use crate::domain::picture::{Owner, PictureName};
use crate::domain::problem::Problem;
use crate::exchange::{self, Shrunk};
use crate::store::{ReadTx, StoreError, WriteTx, pictures};

/// Photos shrunk at one moment: one core of the two that a small office's machine has, so that the
/// other is free for ballots whatever comes in.
const AT_ONCE: usize = 1;
/// Uploads in memory at one moment, each at most 20 MB; whoever comes then is told to come back.
const IN_MEMORY: usize = 24;

/// The doors of the room where photos are shrunk.
#[derive(Clone)]
pub struct Darkroom {
    uploads: Arc<Semaphore>,
    work: Arc<Semaphore>,
}

/// Room in memory for one upload; given back when dropped.
pub struct UploadRoom {
    _permit: tokio::sync::OwnedSemaphorePermit,
}

impl Darkroom {
    pub(crate) fn new() -> Self {
        Self {
            uploads: Arc::new(Semaphore::new(IN_MEMORY)),
            work: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Service {
    /// Room for one upload, to be held while its body is read and worked on.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] when too many are read at this moment.
    pub fn upload_room(&self) -> Result<UploadRoom, ServiceError> {
        let permit = Arc::clone(&self.darkroom.uploads).try_acquire_owned();
        let permit = permit.map_err(|_| ServiceError::Busy)?;
        Ok(UploadRoom { _permit: permit })
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
