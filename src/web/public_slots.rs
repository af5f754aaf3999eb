//! The public's pages are answered a few at a time, however many people read them, so that voters and
//! officers always find the database's readers and the machine free.

use std::sync::Arc;

use tokio::sync::Semaphore;

use machine::bounds::{READERS_OF_THE_PUBLIC, WAITING_PUBLIC};

/// The places in which the public reads, and those in which it waits for them.
#[derive(Clone)]
pub(super) struct PublicSlots {
    pub(super) reading: Arc<Semaphore>,
    pub(super) waiting: Arc<Semaphore>,
}

impl PublicSlots {
    pub(super) fn new() -> Self {
        Self {
            reading: Arc::new(Semaphore::new(READERS_OF_THE_PUBLIC)),
            waiting: Arc::new(Semaphore::new(READERS_OF_THE_PUBLIC + WAITING_PUBLIC)),
        }
    }
}
