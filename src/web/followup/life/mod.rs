//! A project's whole life on one page, for the office and for everybody.

pub(in crate::web) mod handler;
mod ledger;
mod light;
mod progress;
mod view;

pub(in crate::web::followup) use ledger::{Photos, stage, steps};
pub(in crate::web) use ledger::{stage_tag, taken};
pub(in crate::web) use light::{light_tag, rule};
pub(in crate::web) use view::public_part;
