//! What an act needs that is made before its transaction (keys drawn, papers taken out of a box), and what
//! it hands over afterwards without storing it.

use super::opening::TakenOut;
use super::sealing::DrawnBox;
use crate::installation::keys::Epoch;
use crate::{Service, ServiceError};
use domain::audit::chain::ChainHead;
use domain::id::{BoxName, RoundId};
use domain::round::RoundAct;
use seal::{Secret, Share};
use store::round::rounds;

/// Bytes that were drawn, papers that were taken out of the box.
pub(crate) enum Brought {
    /// Most acts need nothing but what is stored.
    Nothing,
    /// For sealing.
    Drawn(DrawnBox),
    /// For opening.
    Papers(TakenOut),
    /// For using a box: the epoch that it must be of.
    Epoch(Epoch),
    /// For certifying: the head of the audit log, all of which was read.
    Log(ChainHead),
}

/// What a sealed box leaves to be handed on: never to the store.
pub(crate) struct FreshBox {
    /// Its random name.
    pub(crate) name: BoxName,
    /// Where the server holds the key, the secret.
    pub(crate) secret: Option<Secret>,
    /// Otherwise one share a card.
    pub(crate) shares: Vec<Share>,
}

impl Service {
    /// What an act brings along. Papers are taken out as soon as somebody may open the box: whether
    /// this press does is decided in the transaction.
    pub(crate) async fn bring(
        &self,
        round: RoundId,
        act: RoundAct,
    ) -> Result<Brought, ServiceError> {
        Ok(match act {
            RoundAct::Seal | RoundAct::SealAgain => Brought::Drawn(self.draw_box()?),
            RoundAct::OpenBox => self
                .take_out(round)
                .await?
                .map_or(Brought::Nothing, Brought::Papers),
            // They need a clean store: the task is told that somebody waits for it.
            RoundAct::RecordCards => {
                self.chores.see_to().await;
                Brought::Nothing
            }
            RoundAct::StartIssuing | RoundAct::OpenVote => Brought::Epoch(self.keys.epoch()),
            RoundAct::Certify => {
                self.chores.see_to().await;
                let poll = self
                    .store
                    .read(move |tx| Ok::<_, ServiceError>(rounds::get(tx, round)?.poll));
                Brought::Log(self.prove_log(poll.await?).await?)
            }
            RoundAct::Freeze
            | RoundAct::Pause
            | RoundAct::Resume
            | RoundAct::CloseVote
            | RoundAct::ConfirmAccount
            | RoundAct::Count
            | RoundAct::Void => Brought::Nothing,
        })
    }

    /// After the commit: a new box's shares go to the desk, a demo's secret into its file. Were the
    /// machine to stop before this, the box would have to be sealed again.
    pub(crate) fn hand_on(&self, round: RoundId, fresh: FreshBox) -> Result<(), ServiceError> {
        self.frozen_rounds.forget(round);
        self.desk.remove_key(round)?;
        self.desk.lay(round, fresh.name, fresh.shares);
        match fresh.secret {
            Some(secret) => self.desk.keep_key(round, &secret),
            None => Ok(()),
        }
    }
}
