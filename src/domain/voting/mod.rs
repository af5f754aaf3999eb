//! The right to vote: the code on a slip, what a slip may still do, the desk that exchanges slip and paper.

pub mod box_file;
pub mod desk;
pub mod right;
pub mod slip_code;
pub mod slip_order;
