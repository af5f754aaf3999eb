//! Why there is no paper.

use domain::problem::Problem;

/// Why a form was not printed.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// Too many wait.
    #[error("too many forms wait to be printed")]
    Busy,
    /// Characters that no typeface has, each with the words it stands in (`glyph-missing`).
    #[error("characters are missing from the typefaces")]
    Missing(Vec<Problem>),
    /// This build prints no forms.
    #[error("this build prints no forms")]
    NotBuilt,
    /// A template is not right, or the machine gives no thread.
    #[error("the form could not be printed: {0}")]
    Broken(String),
}
