//! What these tests name of the product's upper layers, in one place.

pub(super) use domain::publish::official_form::OfficialForm;
pub(super) use minsheng::demo::DemoStage;
pub(super) use web::{RouteLine, routes};
