//! The outbox: what was written is carried through each channel by itself, until it arrived or was
//! tried often enough. A channel that fails delays no request and no other channel.

use std::sync::Arc;

use tokio::sync::Notify;

use domain::reminder::delivery::Channel;

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
