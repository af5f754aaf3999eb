//! The program ends and begins again.

use crate::random_days::chance::Chance;
use crate::random_days::day::Day;
use crate::random_days::target::Target;
use crate::random_days::told::{Tried, Violation};

pub(super) fn restart(day: &mut Day, _: &Target, _: &mut Chance) -> Result<Tried, Violation> {
    day.restart()?;
    Ok(Tried::Done)
}

pub(super) fn kill(day: &mut Day, _: &Target, _: &mut Chance) -> Result<Tried, Violation> {
    day.die()?;
    Ok(Tried::Done)
}
