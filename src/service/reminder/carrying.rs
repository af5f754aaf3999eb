//! Carrying what is in the outbox through each channel.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::outbox::Notifier;
use crate::{Service, ServiceError};
use domain::id::DeliveryId;
use domain::reminder::delivery::{Delivery, DeliveryFailure, DeliveryStage, after_failure, wait};
use store::Written;
use store::reminder::outbox;

/// So long a carrier sleeps when nobody wakes it: then waiting deliveries may have come due.
const NAP: Duration = Duration::from_secs(30);

fn later(now: Timestamp, milliseconds: u64) -> Timestamp {
    let wait = SignedDuration::from_millis(i64::try_from(milliseconds).unwrap_or(i64::MAX));
    now.saturating_add(wait).unwrap_or(now)
}

impl Service {
    /// Carries whatever is due through one channel, for as long as the server runs.
    pub async fn keep_carrying<N: Notifier>(&self, notifier: N) {
        loop {
            if let Err(error) = self.carry(&notifier).await {
                tracing::error!(%error, "reminders could not be carried; tried again soon");
            }
            let bell = self.outbox.bell(notifier.channel()).notified();
            tokio::select! {
                () = bell => {}
                () = tokio::time::sleep(NAP) => {}
            }
        }
    }

    /// Carries what is due now through one channel; answers how many deliveries were tried.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database fails; what was not carried stays in the outbox.
    pub async fn carry<N: Notifier>(&self, notifier: &N) -> Result<u32, ServiceError> {
        let (channel, now) = (notifier.channel(), self.clock.now());
        let due = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(outbox::list_due(tx, channel, now)?))
            .await?;
        let mut tried = 0;
        for delivery in due {
            let Some(begun) = self.begin_delivery(delivery.id).await? else {
                continue;
            };
            tried += 1;
            match notifier.notify(&begun).await {
                Ok(outcome) => self.finish_delivery(begun, outcome).await?,
                Err(error) => {
                    tracing::error!(%error, "a delivery broke off; it waits for its next attempt");
                }
            }
        }
        Ok(tried)
    }

    /// Counts an attempt before it is made, so that one that is cut off is no reason to try forever.
    async fn begin_delivery(&self, id: DeliveryId) -> Result<Option<Delivery>, ServiceError> {
        let now = self.clock.now();
        let chance = self.random.clone();
        self.store
            .write(move |tx| {
                let delivery = outbox::get(tx, id)?;
                let is_due = delivery.stage == DeliveryStage::Waiting
                    && delivery.next_at <= now.as_millisecond();
                if !is_due {
                    return Ok(Written::quiet(None, "another carrier has it"));
                }
                let attempts = delivery.attempts.saturating_add(1);
                let least = wait(attempts);
                let more = chance.below(least / 2)?;
                let begun = Delivery {
                    attempts,
                    next_at: later(now, least.saturating_add(more)).as_millisecond(),
                    ..delivery
                };
                outbox::update(tx, &begun)?;
                Ok::<_, ServiceError>(Written::quiet(Some(begun), "an attempt is nobody's act"))
            })
            .await
    }

    async fn finish_delivery(
        &self,
        delivery: Delivery,
        outcome: Result<(), DeliveryFailure>,
    ) -> Result<(), ServiceError> {
        let done = match outcome {
            Ok(()) => Delivery {
                stage: DeliveryStage::Delivered,
                failure: None,
                ..delivery
            },
            Err(failure) => Delivery {
                stage: after_failure(delivery.attempts, failure),
                failure: Some(failure),
                ..delivery
            },
        };
        self.store
            .write(move |tx| {
                outbox::update(tx, &done)?;
                Ok::<_, ServiceError>(Written::quiet((), "an attempt is nobody's act"))
            })
            .await
    }
}
