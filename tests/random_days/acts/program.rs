//! The program ends and begins again.

use crate::chance::Chance;
use crate::day::Day;
use crate::target::Target;
use crate::told::{Tried, Violation};

pub(super) fn restart(day: &mut Day, _: &Target, _: &mut Chance) -> Result<Tried, Violation> {
    day.restart()?;
    Ok(Tried::Done)
}

pub(super) fn kill(day: &mut Day, _: &Target, _: &mut Chance) -> Result<Tried, Violation> {
    day.die()?;
    Ok(Tried::Done)
}
