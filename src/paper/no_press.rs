//! The press of a build without Typst: it takes every form and prints none.

use super::folders::FaceFolders;
use super::form::PrintedForm;
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
    pub async fn print(&self, _: PrintedForm) -> Result<Vec<u8>, PressError> {
        Err(PressError::NotBuilt)
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::{FormBody, FormHead, SealLabel};
    use super::*;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn no_form_is_printed_and_why_is_said() {
        let form = PrintedForm {
            head: FormHead {
                title: String::new(),
                of: String::new(),
                demo: None,
                page_words: String::new(),
                foot: String::new(),
            },
            body: FormBody::Label(SealLabel {
                rows: Vec::new(),
                content: String::new(),
                contents: Vec::new(),
                signatures: Vec::new(),
                date: String::new(),
            }),
        };
        let press = Press::new(FaceFolders::default());
        let mut printed = std::pin::pin!(press.print(form));
        let told = printed
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        assert!(matches!(told, Poll::Ready(Err(PressError::NotBuilt))));
    }
}
