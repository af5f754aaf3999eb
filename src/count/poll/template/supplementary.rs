//! The supplementary round (另行票决): among the next by votes, for the places left.

use super::Template;
use crate::poll::rules::{Rules, ShortfallRule};

/// The rules of a supplementary round for the places left. The same majority applies; when it was
/// the last such round that the rules allow, what passes now is taken.
#[must_use]
pub(crate) fn supplementary(before: &Rules, places: u16) -> Rules {
    let rounds = before.supplementary_rounds.saturating_sub(1);
    Rules {
        template: Template::Supplementary,
        places,
        surplus_percent: 0,
        shortfall: if rounds == 0 {
            ShortfallRule::TakeFewer
        } else {
            before.shortfall
        },
        supplementary_rounds: rounds,
        ..before.clone()
    }
}
