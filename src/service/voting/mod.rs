//! Slips, the deputy's ballot, the cast, the desk that exchanges slip and paper.

pub mod casting;
pub mod exchanging;
pub mod fresh_slips;
pub mod live;
pub mod presenting;
pub mod remarks;
pub mod slips;
pub(crate) mod visits;
