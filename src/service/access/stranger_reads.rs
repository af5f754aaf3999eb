//! Reads on behalf of strangers.

use crate::{Service, ServiceError};
use store::ReadTx;

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
