//! Where typefaces lie.

use std::path::PathBuf;

/// Where Debian's fonts-noto-cjk puts the faces with the rarest characters.
pub const SYSTEM_FONTS: [&str; 2] = [
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
];

/// Where typefaces besides those compiled in are found.
#[derive(Debug, Clone, Default)]
pub struct FaceFolders {
    /// The office's own: `text.*` sets the text, `title.*` the headings, any other serves characters
    /// that those lack.
    pub office: Option<PathBuf>,
    /// Files of the system, read only when a character is in no other.
    pub system: Vec<PathBuf>,
}
