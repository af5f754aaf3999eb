//! Reads that anybody can cause as often as they like (a typed code, a name at the sign-in, a screen that
//! nobody paired) are done one at a time, so that however many ask, the other readers are
//! free for those who hold a slip or are signed in.

use std::sync::Arc;

use tokio::sync::Semaphore;

use machine::bounds::READERS_OF_STRANGERS;

/// The places of strangers among the readers.
#[derive(Clone)]
pub(crate) struct AnonymousSlots(pub(super) Arc<Semaphore>);

impl AnonymousSlots {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(READERS_OF_STRANGERS)))
    }
}
