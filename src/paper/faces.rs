//! Typefaces: the office's own first, then those compiled in, and the system's when a character is
//! in none of them.

use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use super::folders::FaceFolders;

/// The typefaces compiled in, cut by `scripts/fonts` (SIL Open Font License 1.1).
const OWN: [&[u8]; 4] = [
    include_bytes!("fonts/NotoSerifSC-Regular.ttf"),
    include_bytes!("fonts/NotoSerifSC-Bold.ttf"),
    include_bytes!("fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("fonts/NotoNaskhArabic-Bold.ttf"),
];
/// Their families, in the order in which a character is looked for.
const FAMILIES: [&str; 2] = ["Noto Serif SC", "Noto Naskh Arabic"];
/// The system's family that has the rarest characters.
const SYSTEM_FAMILY: &str = "Noto Serif CJK SC";
/// The largest file that is read as a typeface.
const LARGEST: u64 = 64 << 20;

/// Typefaces with their families in the order of preference.
pub(super) struct Faces {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    /// For text and for headings.
    pub(super) text: Vec<String>,
    pub(super) title: Vec<String>,
}

impl Faces {
    /// The office's and those compiled in; with `system` those of the system too.
    pub(super) fn load(folders: &FaceFolders, with_system: bool) -> Self {
        let mut fonts = Vec::new();
        let (mut text, mut title, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for file in folders.office.iter().flat_map(|folder| files(folder)) {
            let found = read(&file);
            let families = found.iter().map(|font| font.info().family.clone());
            match file.file_stem().and_then(|stem| stem.to_str()) {
                Some("text") => text.extend(families),
                Some("title") => title.extend(families),
                Some(_) | None => others.extend(families),
            }
            fonts.extend(found);
        }
        for bytes in OWN {
            fonts.extend(Font::iter(Bytes::new(bytes)));
        }
        others.extend(FAMILIES.map(str::to_owned));
        if with_system {
            for file in &folders.system {
                let found = read(file).into_iter();
                fonts.extend(found.filter(|font| font.info().family == SYSTEM_FAMILY));
            }
            others.push(SYSTEM_FAMILY.to_owned());
        }
        text.extend(others.iter().cloned());
        title.extend(others);
        Self {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            text,
            title,
        }
    }
}

/// The files of a folder by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            tracing::error!(folder = %folder.display(), %error, "the folder of typefaces cannot be read");
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

/// The typefaces of a file; none where it is no such file, which the log tells.
fn read(file: &Path) -> Vec<Font> {
    let is_fit = std::fs::metadata(file).is_ok_and(|found| found.len() <= LARGEST);
    let fonts: Vec<Font> = match std::fs::read(file) {
        Ok(bytes) if is_fit => Font::iter(Bytes::new(bytes)).collect(),
        Ok(_) | Err(_) => Vec::new(),
    };
    if fonts.is_empty() {
        tracing::warn!(file = %file.display(), "no typeface could be read from this file");
    }
    fonts
}
