//! Slips, the desk's numbers, casting, remarks.

pub mod box_file;
pub mod cast;
pub mod desks;
pub mod remarks;
pub mod slip_prints;
pub mod slips;
