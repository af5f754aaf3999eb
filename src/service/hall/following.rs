//! Following a sitting's numbers and its screens.

use tokio::sync::watch;

use super::live_numbers::{SittingNumbers, numbers};
use crate::voting::casting;
use crate::voting::ticket::Ticket;
use crate::{Service, ServiceError};
use domain::id::{PollId, SittingId};
use store::ReadTx;

impl Service {
    /// The numbers of a sitting, changing in steps while somebody follows.
    pub(crate) async fn follow(
        &self,
        sitting: SittingId,
    ) -> Result<watch::Receiver<SittingNumbers>, ServiceError> {
        if let Some(following) = self.live_numbers.find(sitting) {
            return Ok(following);
        }
        let first = self.read_now(sitting).await?;
        Ok(self.live_numbers.begin(self.store.clone(), sitting, first))
    }

    /// The numbers of a sitting at this moment: only for what the last step cannot know.
    pub(crate) async fn read_now(
        &self,
        sitting: SittingId,
    ) -> Result<SittingNumbers, ServiceError> {
        self.store.read(move |tx| numbers(tx, sitting)).await
    }

    /// The numbers of the sitting of a slip, for the phone that holds it; and that the poll is put
    /// to a vote there.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when it is not, or the slip is no more.
    pub async fn follow_ballot(
        &self,
        ticket: Ticket,
        poll: PollId,
    ) -> Result<watch::Receiver<SittingNumbers>, ServiceError> {
        let find = move |tx: &ReadTx<'_>| casting::sitting_of(tx, ticket, poll);
        let sitting = self.store.read(find).await?;
        self.follow(sitting).await
    }

    /// The signal that some screen was given something else to show.
    #[must_use]
    pub fn follow_screens(&self) -> watch::Receiver<u64> {
        self.live_numbers.turned.subscribe()
    }
}
