//! Exactly as many approvals as places: fewer make a paper void as more do.

use super::{Template, per_item};
use crate::congress::Body;
use crate::poll::rules::{BlankRule, Rules, UndermarkRule};

pub(super) fn rules(body: Body, places: u16) -> Rules {
    Rules {
        template: Template::Exactly,
        undermark: UndermarkRule::MustEqual,
        blank: BlankRule::Void,
        ..per_item::rules(body, places)
    }
}
