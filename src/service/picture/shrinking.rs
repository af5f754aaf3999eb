//! Room for an upload, and shrinking its photo away from the threads that serve pages.

use std::sync::{Arc, PoisonError};

use jiff::Timestamp;

use super::pictures::{SlotHolder, UploadSlot, Uploader};
use crate::{Service, ServiceError};
use domain::id::PictureId;
use domain::picture::{PictureName, PictureOwner};
use domain::problem::Problem;
use exchange::ResizedPhoto;
use store::picture::pictures;
use store::{ReadTx, StoreError, WriteTx};

/// Keeps a shrunk photo as part of a write.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    owner: PictureOwner,
    caption: &str,
    at: Timestamp,
    shrunk: ResizedPhoto,
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

impl Service {
    /// Room for one upload, to be held while its photos are read and worked on.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] when too many are worked on at this moment.
    pub fn upload_room(&self, whose: Uploader<'_>) -> Result<UploadSlot, ServiceError> {
        Ok(UploadSlot(match whose {
            Uploader::Staff => {
                let permit = Arc::clone(&self.image_slots.staff).try_acquire_owned();
                let _permit = permit.map_err(|_| ServiceError::Busy)?;
                SlotHolder::Staff { _permit }
            }
            Uploader::Resident(address) => {
                let residents = Arc::clone(&self.image_slots.residents);
                let mut all = residents.lock().unwrap_or_else(PoisonError::into_inner);
                let (number, call) = all.take(address)?;
                drop(all);
                SlotHolder::Resident {
                    number,
                    residents,
                    call,
                }
            }
        }))
    }

    /// Shrinks a photo and frees it of metadata, the place where it was taken included, away from the
    /// threads that serve pages.
    ///
    /// # Errors
    /// Invalid at `field`: what [`exchange::shrink`] says about the photo.
    pub(crate) async fn shrink_picture(
        &self,
        field: &'static str,
        bytes: Vec<u8>,
    ) -> Result<ResizedPhoto, ServiceError> {
        let shrunk = self.shrink_with_spot(field, bytes).await?;
        Ok(ResizedPhoto {
            spot: None,
            ..shrunk
        })
    }

    /// The same with the place beside it, for senders who let it be kept.
    pub(crate) async fn shrink_with_spot(
        &self,
        field: &'static str,
        bytes: Vec<u8>,
    ) -> Result<ResizedPhoto, ServiceError> {
        let permit = Arc::clone(&self.image_slots.work).acquire_owned().await;
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
        owner: PictureOwner,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        let found = pictures::find_bytes(tx, owner, name.id, name.size)?;
        found.ok_or(ServiceError::NotFound("picture"))
    }
}
