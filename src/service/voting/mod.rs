//! Slips, the deputy's ballot, the cast, the desk that exchanges slip and paper.

pub(crate) mod ballot_sheets;
pub mod casting;
pub mod checking_boxes;
pub mod desk;
pub mod kiosk;
pub(crate) mod kiosk_visits;
pub mod live;
pub mod presenting;
pub mod remarks;
pub mod slips;
pub mod ticket;
pub mod unshown_prints;
