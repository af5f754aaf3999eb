//! Shrinking photos, a bounded number at a time, so that a flood of them slows nothing else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use crate::{Service, ServiceError};
use domain::id::PictureId;
use domain::picture::{PictureName, PictureOwner};
use domain::problem::Problem;
use exchange::ResizedPhoto;
use machine::bounds::{RESIDENTS_PHOTOS, RESIDENTS_PHOTOS_OF_ADDRESS, STAFF_PHOTOS};
use store::picture::pictures;
use store::{ReadTx, StoreError, WriteTx};

/// Photos shrunk at one moment: one core of the two that a small office's machine has, so that the
/// other is free for ballots whatever comes in.
const AT_ONCE: usize = 1;

/// The doors of the room where photos are shrunk.
#[derive(Clone)]
pub(crate) struct ImageSlots {
    staff: Arc<Semaphore>,
    residents: Arc<Mutex<ResidentPhotos>>,
    work: Arc<Semaphore>,
}

/// Residents' photos that are in memory, in the order of their coming.
#[derive(Default)]
struct ResidentPhotos {
    next: u64,
    photos: BTreeMap<u64, WaitingPhoto>,
}

/// One of them.
struct WaitingPhoto {
    address: String,
    is_whole: bool,
    call: Arc<Notify>,
}

impl ResidentPhotos {
    /// A place for a newcomer. Where there are too many, of its address or in all, the oldest that has
    /// not come to its end makes way: whoever sends slowly keeps nobody out.
    fn take(&mut self, address: &str) -> Result<(u64, Arc<Notify>), ServiceError> {
        self.make_way(RESIDENTS_PHOTOS_OF_ADDRESS, |one| one.address == address)?;
        self.make_way(RESIDENTS_PHOTOS, |_| true)?;
        self.next += 1;
        let call = Arc::new(Notify::new());
        let coming = WaitingPhoto {
            address: address.to_owned(),
            is_whole: false,
            call: Arc::clone(&call),
        };
        self.photos.insert(self.next, coming);
        Ok((self.next, call))
    }

    fn make_way(
        &mut self,
        most: usize,
        is_such: impl Fn(&WaitingPhoto) -> bool,
    ) -> Result<(), ServiceError> {
        let mut such = self.photos.iter().filter(|(_, one)| is_such(one));
        if such.clone().count() < most {
            return Ok(());
        }
        let oldest = such.find(|(_, one)| !one.is_whole);
        let oldest = *oldest.ok_or(ServiceError::Busy)?.0;
        if let Some(oldest) = self.photos.remove(&oldest) {
            oldest.call.notify_one();
        }
        Ok(())
    }
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
pub struct UploadSlot(SlotHolder);

enum SlotHolder {
    Staff {
        _permit: OwnedSemaphorePermit,
    },
    Resident {
        number: u64,
        residents: Arc<Mutex<ResidentPhotos>>,
        call: Arc<Notify>,
    },
}

impl UploadSlot {
    /// The upload has come to its end: it makes way for nobody any more.
    pub fn is_whole(&self) {
        if let SlotHolder::Resident {
            number, residents, ..
        } = &self.0
        {
            let mut residents = residents.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(one) = residents.photos.get_mut(number) {
                one.is_whole = true;
            }
        }
    }

    /// Ends when the upload has to make way for a newcomer; never for staff.
    pub async fn is_called(&self) {
        match &self.0 {
            SlotHolder::Staff { .. } => std::future::pending().await,
            SlotHolder::Resident { call, .. } => call.notified().await,
        }
    }
}

impl Drop for UploadSlot {
    fn drop(&mut self) {
        if let SlotHolder::Resident {
            number, residents, ..
        } = &self.0
        {
            let mut residents = residents.lock().unwrap_or_else(PoisonError::into_inner);
            residents.photos.remove(number);
        }
    }
}

impl ImageSlots {
    pub(crate) fn new() -> Self {
        Self {
            staff: Arc::new(Semaphore::new(STAFF_PHOTOS)),
            residents: Arc::default(),
            work: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_photo_that_is_not_whole_makes_way_and_a_whole_one_never_does() {
        let mut residents = ResidentPhotos::default();
        let address = |n: usize| format!("10.0.0.{n}");
        let came: Vec<u64> = (0..RESIDENTS_PHOTOS)
            .map(|n| residents.take(&address(n)).unwrap().0)
            .collect();
        residents.photos.get_mut(&came[0]).unwrap().is_whole = true;
        let (newcomer, _) = residents.take("10.0.1.1").unwrap();
        let here: Vec<u64> = residents.photos.keys().copied().collect();
        assert!(here.contains(&came[0]) && !here.contains(&came[1]) && here.contains(&newcomer));
        assert_eq!(here.len(), RESIDENTS_PHOTOS);
        for one in residents.photos.values_mut() {
            one.is_whole = true;
        }
        assert!(residents.take("10.0.1.2").is_err(), "all are worked on");
    }

    #[test]
    fn an_address_makes_room_for_its_own_photos_alone() {
        let mut residents = ResidentPhotos::default();
        let (other, _) = residents.take("10.0.0.1").unwrap();
        let came: Vec<u64> = (0..=RESIDENTS_PHOTOS_OF_ADDRESS)
            .map(|_| residents.take("10.0.0.2").unwrap().0)
            .collect();
        let here: Vec<u64> = residents.photos.keys().copied().collect();
        let wanted: Vec<u64> = [other]
            .into_iter()
            .chain(came.into_iter().skip(1))
            .collect();
        assert_eq!(here, wanted);
    }
}
