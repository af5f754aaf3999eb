//! Tick at most as many as places. The law knows three choices, so the lint asks for a reason.

use super::{Template, per_item};
use crate::congress::Body;
use crate::poll::kind::BallotKind;
use crate::poll::rules::Rules;

pub(super) fn rules(body: Body, places: u16) -> Rules {
    Rules {
        template: Template::Tick,
        kind: BallotKind::Tick,
        ..per_item::rules(body, places)
    }
}
