//! Reads that anybody can cause as often as they like (a typed code, a name at the sign-in, a screen that
//! nobody paired) are done one at a time, so that however many ask, the other readers are
//! free for those who hold a slip or are signed in.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::{Service, ServiceError};
use machine::bounds::READERS_OF_STRANGERS;
use store::ReadTx;

/// The places of strangers among the readers.
#[derive(Clone)]
pub(crate) struct AnonymousSlots(Arc<Semaphore>);

impl AnonymousSlots {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(READERS_OF_STRANGERS)))
    }
}

impl Service {
    /// Reads for somebody of whom nothing is known, when it is their turn.
    pub(crate) async fn read_for_stranger<T, F>(&self, work: F) -> Result<T, ServiceError>
    where
        F: FnOnce(&ReadTx<'_>) -> Result<T, ServiceError> + Send + 'static,
        T: Send + 'static,
    {
        let turn = self.anonymous_slots.0.acquire().await;
        let _turn = turn.map_err(|_| ServiceError::Busy)?;
        self.store.read(work).await
    }
}
