//! A project's whole life on one page, for the office and for everybody.

pub(crate) mod handler;
mod ledger;
mod light;
mod progress;
mod view;

pub(in crate::followup) use ledger::{FindingPhotos, stage, steps};
pub(crate) use ledger::{stage_tag, taken};
pub(crate) use light::{light_tag, rule};
pub(crate) use view::public_part;
