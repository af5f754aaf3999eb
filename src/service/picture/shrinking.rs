//! Room for an upload; shrinking its photo and keeping it as files, away from the threads that serve pages.

use std::sync::{Arc, PoisonError};

use jiff::Timestamp;

use super::pictures::{SlotHolder, UploadSlot, Uploader};
use crate::{Service, ServiceError};
use domain::digest::Digest;
use domain::id::PictureId;
use domain::picture::{PictureName, PictureOwner, Position};
use domain::problem::Problem;
use store::picture::picture_files::HeldFile;
use store::picture::pictures;
use store::{ReadTx, StoreError, WriteTx};

/// A photo whose files are on the disk, and stay there until a row names them or this is dropped.
pub(crate) struct KeptPhoto {
    width: u32,
    height: u32,
    large: HeldFile,
    small: HeldFile,
    spot: Option<Position>,
}

/// Writes the row of a photo as part of a write.
pub(crate) fn keep(
    tx: &WriteTx<'_>,
    owner: PictureOwner,
    caption: &str,
    at: Timestamp,
    photo: KeptPhoto,
) -> Result<PictureId, StoreError> {
    let new = pictures::NewPicture {
        owner,
        caption: caption.to_owned(),
        at,
        width: photo.width,
        height: photo.height,
        large: photo.large,
        small: photo.small,
        spot: photo.spot,
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

    /// Shrinks a photo, frees it of metadata, the place where it was taken included, and keeps it as files,
    /// away from the threads that serve pages.
    ///
    /// # Errors
    /// Invalid at `field`: what [`exchange::shrink`] says about the photo. Broken: a full disk.
    pub(crate) async fn keep_picture(
        &self,
        field: &'static str,
        bytes: Vec<u8>,
    ) -> Result<KeptPhoto, ServiceError> {
        let kept = self.keep_with_spot(field, bytes).await?;
        Ok(KeptPhoto { spot: None, ..kept })
    }

    /// The same with the place beside it, for senders who let it be kept.
    pub(crate) async fn keep_with_spot(
        &self,
        field: &'static str,
        bytes: Vec<u8>,
    ) -> Result<KeptPhoto, ServiceError> {
        let permit = Arc::clone(&self.image_slots.work).acquire_owned().await;
        let permit = permit.map_err(|_| ServiceError::Busy)?;
        let files = self.store.pictures().clone();
        let working = move || {
            // Held by the work, not by the request: a sender who hangs up frees no place.
            let _permit = permit;
            let shrunk = exchange::shrink(&bytes)
                .map_err(|problem| ServiceError::invalid(problem.at(field)))?;
            Ok(KeptPhoto {
                width: shrunk.width,
                height: shrunk.height,
                large: files.keep(&shrunk.large)?,
                small: files.keep(&shrunk.small)?,
                spot: shrunk.spot,
            })
        };
        let done = tokio::task::spawn_blocking(working).await;
        // A decoder that panics on a file has met a broken file.
        let broken = || ServiceError::invalid(Problem::error("picture-broken").at(field));
        done.unwrap_or_else(|_| Err(broken()))
    }

    /// The file of a picture that belongs to `owner`; the caller has asked whether the owner may be seen.
    pub(crate) fn picture_of(
        tx: &ReadTx<'_>,
        owner: PictureOwner,
        name: PictureName,
    ) -> Result<Digest, ServiceError> {
        let found = pictures::find_file(tx, owner, name.id, name.size)?;
        found.ok_or(ServiceError::NotFound("picture"))
    }

    /// The bytes of a picture whose file `find` names, for whoever may see it.
    ///
    /// # Errors
    /// Those of `find`; [`ServiceError::Broken`] for a file that is missing or not what it was.
    pub(crate) async fn read_picture(
        &self,
        find: impl FnOnce(&ReadTx<'_>) -> Result<Digest, ServiceError> + Send + 'static,
    ) -> Result<Vec<u8>, ServiceError> {
        let name = self.store.read(find).await?;
        let files = self.store.pictures().clone();
        let reading = tokio::task::spawn_blocking(move || files.read(name)).await;
        Ok(reading.unwrap_or(Err(StoreError::Lost))?)
    }

    /// Removes the files of pictures that nothing names any more; answers that none is left.
    pub(crate) async fn remove_stray_pictures(&self) -> Result<bool, ServiceError> {
        self.store.remove_stray_pictures().await?;
        Ok(true)
    }
}
