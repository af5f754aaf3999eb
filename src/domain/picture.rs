//! Pictures that belong to a lead, a project, a report or a finding, and photos on their way there.

use super::id::{FindingId, LeadId, PictureId, ProjectId, ReportId, TrayId};

/// Photos of one report, finding or answer at most.
pub const MOST_PHOTOS: usize = 30;
/// Photos that one account may have under way at once.
pub const MOST_PHOTOS_UNDER_WAY: usize = 40;
/// Bytes that one account may have under way: thirty photos of the finest phones.
pub const MOST_UNDER_WAY: u64 = 400 << 20;

/// Whose a picture is. Whoever may see the owner may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PictureOwner {
    /// A lead: the clerk and whoever holds its receipt.
    Lead(LeadId),
    /// A project: everybody, once it was on a slate.
    Project(ProjectId),
    /// A monthly report.
    Report(ReportId),
    /// A finding, or the so-manieth step that was taken with it; 0 for the finding itself.
    Finding(FindingId, u32),
    /// Nobody's yet: it waits for the report or finding that takes it.
    Tray(TrayId),
}

impl PictureOwner {
    /// The word in the store.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead(_) => "lead",
            Self::Project(_) => "project",
            Self::Report(_) => "report",
            Self::Finding(..) => "finding",
            Self::Tray(_) => "tray",
        }
    }

    /// The owner's identifier as a number.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Lead(LeadId(id))
            | Self::Project(ProjectId(id))
            | Self::Report(ReportId(id))
            | Self::Finding(FindingId(id), _)
            | Self::Tray(TrayId(id)) => id,
        }
    }

    /// The step of a finding; 0 for whatever has no parts.
    #[must_use]
    pub fn part(self) -> u32 {
        match self {
            Self::Finding(_, step) => step,
            Self::Lead(_) | Self::Project(_) | Self::Report(_) | Self::Tray(_) => 0,
        }
    }

    /// The owner of a word, a number and a part.
    #[must_use]
    pub fn of(word: &str, id: i64, part: u32) -> Option<Self> {
        let all = [
            Self::Lead(LeadId(id)),
            Self::Project(ProjectId(id)),
            Self::Report(ReportId(id)),
            Self::Finding(FindingId(id), part),
            Self::Tray(TrayId(id)),
        ];
        all.into_iter().find(|owner| owner.word() == word)
    }
}

/// The two sizes that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PictureSize {
    /// At most 1600 pixels a side.
    Large,
    /// At most 320 pixels a side.
    Small,
}

impl PictureSize {
    /// The longest side in pixels.
    #[must_use]
    pub fn longest_side(self) -> u32 {
        match self {
            Self::Large => 1_600,
            Self::Small => 320,
        }
    }
}

/// Where a photo was taken, to about a metre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Hundred-thousandths of a degree, north positive.
    pub latitude: i64,
    /// Hundred-thousandths of a degree, east positive.
    pub longitude: i64,
}

impl Position {
    /// A spot of this earth.
    #[must_use]
    pub fn new(latitude: i64, longitude: i64) -> Option<Self> {
        let is_here = latitude.abs() <= 9_000_000 && longitude.abs() <= 18_000_000;
        is_here.then_some(Self {
            latitude,
            longitude,
        })
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let degrees = |value: i64| {
            let sign = if value < 0 { "-" } else { "" };
            let value = value.unsigned_abs();
            format!("{sign}{}.{:05}", value / 100_000, value % 100_000)
        };
        let (north, east) = (degrees(self.latitude), degrees(self.longitude));
        write!(f, "{north}, {east}")
    }
}

/// The name of a photo on its way: 32 lower-case hexadecimal digits that nobody guesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadKey(String);

impl UploadKey {
    /// The key of random bytes.
    #[must_use]
    pub fn of(bytes: [u8; 16]) -> Self {
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Its digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for UploadKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for UploadKey {
    type Err = PictureNameError;

    fn from_str(text: &str) -> Result<Self, PictureNameError> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let is_key = text.len() == 32 && text.bytes().all(is_digit);
        is_key
            .then(|| Self(text.to_owned()))
            .ok_or(PictureNameError)
    }
}

/// A photo on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its name.
    pub key: UploadKey,
    /// The tray it goes to.
    pub tray: TrayId,
    /// The project it shows.
    pub project: ProjectId,
    /// Bytes in all.
    pub total: u64,
    /// Whether the place where it was taken may be kept.
    pub keeps_spot: bool,
    /// The picture that it became, once it was whole.
    pub picture: Option<PictureId>,
}

/// What a page needs to show a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFacts {
    /// Identifier.
    pub id: PictureId,
    /// What it shows, in words; may be empty.
    pub caption: String,
    /// Width of the large one in pixels.
    pub width: u32,
    /// Height of the large one in pixels.
    pub height: u32,
    /// Where it was taken, if its sender let that be kept.
    pub spot: Option<Position>,
}

/// A picture in one size, as an address names it: `7-320.jpg`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PictureName {
    pub id: PictureId,
    pub size: PictureSize,
}

impl std::fmt::Display for PictureName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}.jpg", self.id, self.size.longest_side())
    }
}

/// An address that names no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such picture")]
pub struct PictureNameError;

impl std::str::FromStr for PictureName {
    type Err = PictureNameError;

    fn from_str(name: &str) -> Result<Self, PictureNameError> {
        let (id, side) = name
            .strip_suffix(".jpg")
            .and_then(|name| name.split_once('-'))
            .ok_or(PictureNameError)?;
        let size = [PictureSize::Large, PictureSize::Small]
            .into_iter()
            .find(|size| size.longest_side().to_string() == side)
            .ok_or(PictureNameError)?;
        let id = id.parse().map_err(|_| PictureNameError)?;
        Ok(Self { id, size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_is_known_by_its_word_number_and_part() {
        for owner in [
            PictureOwner::Lead(LeadId(3)),
            PictureOwner::Project(ProjectId(3)),
            PictureOwner::Report(ReportId(3)),
            PictureOwner::Finding(FindingId(3), 2),
            PictureOwner::Tray(TrayId(3)),
        ] {
            let found = PictureOwner::of(owner.word(), owner.number(), owner.part());
            assert_eq!(found, Some(owner));
        }
        assert_eq!(PictureOwner::of("slate", 3, 0), None);
    }

    #[test]
    fn a_spot_is_told_in_degrees() {
        let spot = Position::new(4_667_001, -5).unwrap();
        assert_eq!(spot.to_string(), "46.67001, -0.00005");
    }

    #[test]
    fn an_uploads_key_is_32_lower_case_hexadecimal_digits() {
        let key = UploadKey::of([171; 16]);
        assert_eq!(key.as_str().parse(), Ok(key));
        for wrong in ["", "../../etc/passwd", &"A".repeat(32), &"0".repeat(33)] {
            assert_eq!(wrong.parse::<UploadKey>(), Err(PictureNameError), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_read_as_it_is_written() {
        for size in [PictureSize::Large, PictureSize::Small] {
            let name = PictureName {
                id: PictureId(7),
                size,
            };
            assert_eq!(name.to_string().parse(), Ok(name));
        }
        for wrong in ["7.jpg", "7-321.jpg", "7-320.png", "x-320.jpg", ""] {
            assert_eq!(
                wrong.parse::<PictureName>(),
                Err(PictureNameError),
                "{wrong}"
            );
        }
    }
}
