//! What an act needs that is made before its transaction (keys drawn, papers taken out of a box), and what
//! it hands over afterwards without storing it.

use super::contents::BoxContents;
use super::sealed::NewBoxSecrets;
use super::sealing::BoxRandomness;
use crate::audit::log::ProvenLog;
use crate::installation::keys::Epoch;
use crate::{Service, ServiceError};
use domain::id::RoundId;
use domain::round::RoundAct;

use store::round::rounds;

/// Bytes that were drawn, papers that were taken out of the box.
pub(crate) enum ActInputs {
    /// Most acts need nothing but what is stored.
    Nothing,
    /// For sealing.
    Drawn(BoxRandomness),
    /// For opening.
    Papers(BoxContents),
    /// For using a box: the epoch that it must be of.
    Epoch(Epoch),
    /// For certifying: the congress's log, all of which was read.
    Log(ProvenLog),
}

impl Service {
    /// What an act brings along. Papers are taken out as soon as somebody may open the box: whether
    /// this press does is decided in the transaction.
    pub(crate) async fn bring(
        &self,
        round: RoundId,
        act: RoundAct,
    ) -> Result<ActInputs, ServiceError> {
        Ok(match act {
            RoundAct::Seal | RoundAct::SealAgain => ActInputs::Drawn(self.draw_box()?),
            RoundAct::OpenBox => self
                .take_out(round)
                .await?
                .map_or(ActInputs::Nothing, ActInputs::Papers),
            // They need a clean store: the task is told that somebody waits for it.
            RoundAct::RecordCards => {
                self.background_tasks.run_now().await;
                ActInputs::Nothing
            }
            RoundAct::StartIssuing | RoundAct::OpenVote => ActInputs::Epoch(self.keys.epoch()),
            RoundAct::Certify => {
                self.background_tasks.run_now().await;
                let poll = self
                    .store
                    .read(move |tx| Ok::<_, ServiceError>(rounds::get(tx, round)?.poll));
                ActInputs::Log(self.prove_log(poll.await?).await?)
            }
            RoundAct::Freeze
            | RoundAct::Pause
            | RoundAct::Resume
            | RoundAct::CloseVote
            | RoundAct::ConfirmAccount
            | RoundAct::Count
            | RoundAct::Void => ActInputs::Nothing,
        })
    }

    /// After the commit: a new box's shares go to the card_shares, a demo's secret into its file. Were the
    /// machine to stop before this, the box would have to be sealed again.
    pub(crate) fn deliver_shares(
        &self,
        round: RoundId,
        fresh: NewBoxSecrets,
    ) -> Result<(), ServiceError> {
        self.frozen_rounds.forget(round);
        self.card_shares.remove_key(round)?;
        self.card_shares.keep(round, fresh.name, fresh.shares);
        match fresh.secret {
            Some(secret) => self.card_shares.keep_key(round, &secret),
            None => Ok(()),
        }
    }
}
