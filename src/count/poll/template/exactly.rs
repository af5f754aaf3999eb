//! Exactly as many approvals as places: fewer make a paper void as more do.

use super::{Template, per_item};
use crate::congress::Body;
use crate::poll::rules::{Blank, Rules, Undermark};

pub(super) fn rules(body: Body, places: u16) -> Rules {
    Rules {
        template: Template::Exactly,
        undermark: Undermark::MustEqual,
        blank: Blank::Void,
        ..per_item::rules(body, places)
    }
}
