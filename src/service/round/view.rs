//! A round as its pages show it.

use super::card_shares::CardShares;
use super::context::RoundContext;
use super::fixed;
use super::rules::{from_template, rules_of};
use super::turnout::turnout;
use crate::ServiceError;
use crate::act_of_two::ask::asked_on;
use crate::act_of_two::press::PendingAct;
use crate::round::{facts, freezing};
use domain::poll::rules::Rules;
use domain::poll::template::Template;
use domain::poll::{Round, RoundLine};
use domain::problem::Problem;
use domain::round::turnout::Turnout;
use domain::round::{RoundAct, RoundFacts, RoundStage, missing};
use store::ReadTx;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
use store::act_of_two::acts_done::ActDone;
use store::round::rounds;

/// One round with what the officers see of it.
#[derive(Debug, Clone)]
pub struct RoundView {
    pub round: Round,
    pub rules: Rules,
    pub lines: Vec<RoundLine>,
    /// What the guards know.
    pub facts: RoundFacts,
    /// Issued, and what came back.
    pub turnout: Turnout,
    /// What waits for a second person.
    pub asked: Vec<PendingAct>,
    /// Who did what on it, oldest first.
    pub done: Vec<ActDone>,
    /// What stands against freezing a draft: its rules and its slate.
    pub against_freezing: Vec<Problem>,
    /// What is not as it was fixed: then nothing may be done but voiding.
    pub changed: Vec<Problem>,
}

impl RoundView {
    /// The next act of the run-sheet and what stands against it.
    #[must_use]
    pub fn next(&self) -> Option<(RoundAct, Vec<Problem>)> {
        let act = self.round.stage.next_act()?;
        if !self.changed.is_empty() {
            return Some((act, self.changed.clone()));
        }
        let mut against = missing(act, &self.facts);
        if act == RoundAct::Freeze && self.facts.lines > 0 {
            against.extend(self.against_freezing.iter().cloned());
        }
        Some((act, against))
    }
}

pub(crate) fn round_view(
    tx: &ReadTx<'_>,
    round: Round,
    card_shares: &CardShares,
) -> Result<RoundView, ServiceError> {
    let place = RoundContext::of(tx, round.id)?;
    let changed = fixed::differences(tx, &place)?;
    let rules = match rules_of(&round) {
        // Changed beyond reading: the page must still offer to void the round.
        Err(_) if !changed.is_empty() => rules_instead(&place)?,
        rules => rules?,
    };
    Ok(RoundView {
        rules,
        changed,
        lines: rounds::list_lines(tx, round.id)?,
        facts: facts::facts(tx, &place, card_shares)?,
        turnout: turnout(tx, &round)?,
        asked: asked_on(tx, RequestSubject::Round(round.id.0))?,
        done: acts_done::list(tx, RequestSubject::Round(round.id.0))?,
        against_freezing: if round.stage == RoundStage::Draft {
            freezing::against(tx, &place)?
        } else {
            Vec::new()
        },
        round,
    })
}

/// Rules to draw a page with whose own cannot be read: the poll's, else those of a template.
fn rules_instead(place: &RoundContext) -> Result<Rules, ServiceError> {
    let own = Rules::from_canonical(&place.poll.rules);
    own.or_else(|_| from_template(Template::PerItem, place.session.body, 1))
}
