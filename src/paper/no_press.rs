//! The press of a build without Typst: it takes every form and prints none.

use super::folders::FaceFolders;
use super::form::Form;
use super::unprinted::PressError;

/// A handle to no press.
#[derive(Clone)]
pub struct Press;

impl Press {
    /// Whether this build prints forms.
    pub const PRINTS: bool = false;

    /// No press; typefaces are of no use to it.
    #[must_use]
    pub fn new(_: FaceFolders) -> Self {
        Self
    }

    /// Prints nothing.
    ///
    /// # Errors
    /// Always [`PressError::NotBuilt`].
    #[expect(clippy::unused_async, reason = "the press that prints is waited for")]
    pub async fn print(&self, _: Form) -> Result<Vec<u8>, PressError> {
        Err(PressError::NotBuilt)
    }
}
