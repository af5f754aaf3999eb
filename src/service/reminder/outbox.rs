//! The outbox: what was written is carried through each channel by itself, until it arrived or was
//! tried often enough. A channel that fails delays no request and no other channel.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::ServiceError;
use domain::reminder::delivery::{Channel, Delivery, DeliveryFailure};

/// A way by which a run of reminders reaches people.
pub trait Notifier: Send + Sync {
    /// Which one.
    fn channel(&self) -> Channel;

    /// Carries one delivery; may be asked for the same one twice.
    ///
    /// # Errors
    /// The outer one is this server's own trouble, after which the delivery waits for its next
    /// attempt as after any failure.
    fn notify(
        &self,
        delivery: &Delivery,
    ) -> impl Future<Output = Result<Result<(), DeliveryFailure>, ServiceError>> + Send;
}

/// The bell of the carriers: something new is in the outbox.
#[derive(Clone, Default)]
pub(crate) struct Outbox {
    inbox: Arc<Notify>,
    webhook: Arc<Notify>,
}

impl Outbox {
    /// Wakes the carriers of all channels.
    pub(crate) fn wake(&self) {
        self.inbox.notify_one();
        self.webhook.notify_one();
    }

    pub(super) fn bell(&self, channel: Channel) -> &Notify {
        match channel {
            Channel::Inbox => &self.inbox,
            Channel::Webhook => &self.webhook,
        }
    }
}
