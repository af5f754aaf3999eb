//! The language of the hall's screens.

use text::{Language, Words};

/// The hall speaks Chinese first, whatever the browser of the machine behind the screen asks for.
pub(super) fn words() -> Words {
    Words::of(Language::ZhHans)
}
