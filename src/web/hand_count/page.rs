//! What a page of the counting room shows besides what is stored.

use crate::form::Fields;
use domain::problem::Problem;

/// What a page shows besides what is stored: the form's token, what was typed, what is wrong.
pub(super) struct CountingPage<'p> {
    pub(super) token: &'p str,
    pub(super) typed: &'p Fields,
    pub(super) problems: &'p [Problem],
}
