//! The public site: prefecture, congress, session, result, notice; readable without a sign-in.

pub(super) mod handler;
mod home;
mod project;
mod result;

pub(super) use result::{chosen, corrected, grade_line, graded, selects_by};
