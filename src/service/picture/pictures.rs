//! Shrinking photos, a bounded number at a time, so that a flood of them slows nothing else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use crate::ServiceError;

use machine::bounds::{RESIDENTS_PHOTOS, RESIDENTS_PHOTOS_OF_ADDRESS, STAFF_PHOTOS};

/// Photos shrunk at one moment: one core of the two that a small office's machine has, so that the
/// other is free for ballots whatever comes in.
const AT_ONCE: usize = 1;

/// The doors of the room where photos are shrunk.
#[derive(Clone)]
pub(crate) struct ImageSlots {
    pub(super) staff: Arc<Semaphore>,
    pub(super) residents: Arc<Mutex<ResidentPhotos>>,
    pub(super) work: Arc<Semaphore>,
}

/// Residents' photos that are in memory, in the order of their coming.
#[derive(Default)]
pub(super) struct ResidentPhotos {
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
    pub(super) fn take(&mut self, address: &str) -> Result<(u64, Arc<Notify>), ServiceError> {
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
pub struct UploadSlot(pub(super) SlotHolder);

pub(super) enum SlotHolder {
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
