//! A paired screen: its code, what it shows, which page, how many lines are uncovered, how large.

use super::scene::Scene;
use crate::id::{RoundId, ScreenId, SittingId};
use crate::problem::Problem;
use crate::voting::slip_code::digits;
use count::words;

/// Lines on one page of a screen at most: readable from the last row.
pub const LINES: u16 = 8;
/// Sizes above and below the usual one.
const SIZES: i8 = 4;
/// Digits of a pair code.
const DIGITS: usize = 6;

/// The code that a new screen shows and the operator types: six digits. It opens scenes for
/// reading, which hang on the wall anyway, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PairCode(u32);

impl PairCode {
    /// How many codes there are.
    pub const ALL: u64 = 1_000_000;

    /// The code of a drawn number below [`Self::ALL`].
    #[must_use]
    pub fn of(drawn: u64) -> Self {
        Self(u32::try_from(drawn % Self::ALL).unwrap_or(0))
    }

    /// Reads six digits as forgivingly as a slip's.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        digits(typed, DIGITS)?.parse().ok().map(Self)
    }

    /// The six digits in two groups, as a screen shows them.
    #[must_use]
    pub fn spaced(self) -> String {
        let (first, last) = (self.0 / 1000, self.0 % 1000);
        format!("{first:03} {last:03}")
    }
}

impl std::fmt::Display for PairCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl std::str::FromStr for PairCode {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::read(text).ok_or_else(|| Problem::error("screen-code-form").at("code"))
    }
}

/// What stands on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenContent {
    pub scene: Scene,
    /// The round it is about.
    pub round: Option<RoundId>,
    /// The candidate's line, for one candidate.
    pub line: Option<u16>,
    /// The page, from 1.
    pub page: u16,
    /// Lines uncovered so far; all of them when nothing is covered.
    pub uncovered: Option<u16>,
}

/// A screen of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Its identifier.
    pub id: ScreenId,
    /// Where it hangs.
    pub sitting: SittingId,
    /// What the operator calls it.
    pub name: String,
    pub code: PairCode,
    /// What it shows.
    pub shown: ScreenContent,
    /// Steps above (or below) the usual size.
    pub size: i8,
}

words! {
    /// A key of the operator.
    pub enum OperatorKey {
        /// The page or the line before.
        Back = "back",
        /// The next page, or the next covered line.
        Next = "next",
        /// Cover all lines, to uncover them one by one.
        Cover = "cover",
        /// Uncover everything.
        Uncover = "uncover",
        /// One step smaller.
        Smaller = "smaller",
        /// One step larger.
        Larger = "larger",
    }
}

/// Pages that so many lines take; one at least.
#[must_use]
pub fn pages(lines: u16) -> u16 {
    lines.div_ceil(LINES).max(1)
}

impl ScreenContent {
    /// A scene as it is put up: its first page, nothing covered.
    #[must_use]
    pub fn new(scene: Scene, round: Option<RoundId>, line: Option<u16>) -> Self {
        Self {
            scene,
            round,
            line,
            page: 1,
            uncovered: None,
        }
    }

    /// The same scene with all its lines covered.
    #[must_use]
    pub fn covered(self) -> Self {
        Self {
            page: 1,
            uncovered: self.scene.has_lines().then_some(0),
            ..self
        }
    }

    /// The page that can be shown of so many lines.
    #[must_use]
    pub fn page_of(&self, lines: u16) -> u16 {
        self.page.clamp(1, pages(lines))
    }

    /// Turns a page, or uncovers a line; the page follows the line that was uncovered last.
    fn turned(self, key: OperatorKey, lines: u16) -> Self {
        let page = self.page_of(lines);
        match (key, self.uncovered) {
            (OperatorKey::Next, None) => Self {
                page: (page + 1).min(pages(lines)),
                ..self
            },
            (OperatorKey::Back, None) => Self {
                page: (page - 1).max(1),
                ..self
            },
            (OperatorKey::Next, Some(seen)) => self.uncover((seen.saturating_add(1)).min(lines)),
            (OperatorKey::Back, Some(seen)) => self.uncover(seen.saturating_sub(1)),
            (OperatorKey::Cover, _) => self.covered(),
            (OperatorKey::Uncover, _) => Self {
                uncovered: None,
                ..self
            },
            (OperatorKey::Larger | OperatorKey::Smaller, _) => self,
        }
    }

    fn uncover(self, seen: u16) -> Self {
        Self {
            page: pages(seen),
            uncovered: Some(seen),
            ..self
        }
    }
}

impl Screen {
    /// The screen after a key, where its scene has so many lines.
    #[must_use]
    pub fn after(self, key: OperatorKey, lines: u16) -> Self {
        let step: i8 = match key {
            OperatorKey::Larger => 1,
            OperatorKey::Smaller => -1,
            OperatorKey::Next | OperatorKey::Back | OperatorKey::Cover | OperatorKey::Uncover => 0,
        };
        Self {
            shown: self.shown.turned(key, lines),
            size: (self.size + step).clamp(-SIZES, SIZES),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(scene: Scene) -> Screen {
        Screen {
            id: ScreenId(1),
            sitting: SittingId(1),
            name: "one".to_owned(),
            code: PairCode::of(482_915),
            shown: ScreenContent::new(scene, None, None),
            size: 0,
        }
    }

    fn keyed(keys: &[OperatorKey], lines: u16) -> (u16, Option<u16>) {
        let after = keys.iter().fold(screen(Scene::Result), |screen, key| {
            screen.after(*key, lines)
        });
        (after.shown.page, after.shown.uncovered)
    }

    #[test]
    fn eight_lines_take_one_page_and_nine_take_two() {
        for (lines, wanted) in [(0, 1), (1, 1), (8, 1), (9, 2), (15, 2), (16, 2), (17, 3)] {
            assert_eq!(pages(lines), wanted, "{lines} lines");
        }
    }

    #[test]
    fn pages_turn_by_key_and_stop_at_both_ends() {
        use OperatorKey::{Back, Next};
        assert_eq!(keyed(&[Next], 15), (2, None));
        assert_eq!(keyed(&[Next, Next], 15), (2, None));
        assert_eq!(keyed(&[Back], 15), (1, None));
        assert_eq!(keyed(&[Next], 8), (1, None));
    }

    #[test]
    fn covered_lines_come_one_by_one_and_their_page_follows() {
        use OperatorKey::{Back, Cover, Next, Uncover};
        assert_eq!(keyed(&[Cover], 9), (1, Some(0)));
        assert_eq!(keyed(&[Cover, Next, Next], 9), (1, Some(2)));
        let nine: Vec<OperatorKey> = [Cover].into_iter().chain([Next; 9]).collect();
        assert_eq!(keyed(&nine, 9), (2, Some(9)));
        let ten: Vec<OperatorKey> = nine.iter().copied().chain([Next]).collect();
        assert_eq!(keyed(&ten, 9), (2, Some(9)), "the last line is the last");
        assert_eq!(keyed(&[Cover, Next, Back, Back], 9), (1, Some(0)));
        assert_eq!(keyed(&[Cover, Next, Uncover], 9), (1, None));
    }

    #[test]
    fn a_screen_grows_and_shrinks_within_bounds() {
        let sized = |key: OperatorKey, times: usize| {
            (0..times)
                .fold(screen(Scene::Standby), |screen, _| screen.after(key, 0))
                .size
        };
        assert_eq!(sized(OperatorKey::Larger, 2), 2);
        assert_eq!(sized(OperatorKey::Larger, 9), 4);
        assert_eq!(sized(OperatorKey::Smaller, 9), -4);
    }

    #[test]
    fn a_code_is_six_digits_and_nothing_else() {
        for (typed, wanted) in [
            ("482915", Some("482915")),
            ("482 915", Some("482915")),
            ("000007", Some("000007")),
            ("48291", Some("048291")),
            ("48２-915", Some("482915")),
            ("48", None),
            ("4829155", None),
            ("48291x", None),
            ("+48291", None),
            ("none", None),
        ] {
            let read = PairCode::read(typed).map(|code| code.to_string());
            assert_eq!(read.as_deref(), wanted, "{typed}");
        }
        assert_eq!(PairCode::of(7).spaced(), "000 007");
    }
}
