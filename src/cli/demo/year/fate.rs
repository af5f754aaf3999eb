//! How a project fares through the year: most go well, some are late, few come to nothing.

use domain::followup::change::ChangeKind;
use domain::followup::share::Share;

/// A project's fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DemoCourse {
    /// On plan all year, accepted in November.
    Smooth,
    /// Far behind in summer, caught up in autumn.
    LateSummer,
    /// A little behind most of the year, accepted in December.
    Slow,
    /// Its date was moved by the deciding body, accepted in December.
    Moved,
    /// Far behind at the end of the year.
    Stuck,
    /// Finished and not accepted by the end of the year.
    Unaccepted,
    /// Suspended by the deciding body in July.
    Suspended,
    /// Ended by the deciding body in June.
    Ended,
}

impl DemoCourse {
    /// Of 青河县 and its townships: 25 projects, of which 23 are accepted by the end of the year.
    pub(super) fn at_home(place: usize) -> Self {
        match place {
            9 => Self::Stuck,
            18 => Self::Unaccepted,
            _ => match place % 5 {
                2 => Self::LateSummer,
                3 => Self::Slow,
                4 if place == 14 => Self::Moved,
                _ => Self::Smooth,
            },
        }
    }

    /// Of the other congresses.
    pub(super) fn elsewhere(place: usize) -> Self {
        match place {
            40 => Self::Ended,
            77 => Self::Suspended,
            _ => match place % 16 {
                3 | 11 => Self::LateSummer,
                5 | 9 => Self::Slow,
                7 => Self::Moved,
                13 if place % 32 == 13 => Self::Stuck,
                14 if place % 32 == 14 => Self::Unaccepted,
                _ => Self::Smooth,
            },
        }
    }

    /// How much is done at the end of a month; nothing where no report is made.
    pub(super) fn done(self, month: i8) -> Option<Share> {
        let year: [u16; 10] = match self {
            Self::Smooth => [0, 120, 220, 310, 430, 560, 690, 840, 1000, 1000],
            Self::LateSummer => [0, 100, 150, 220, 290, 330, 470, 820, 1000, 1000],
            Self::Slow => [0, 100, 180, 260, 370, 480, 590, 740, 930, 1000],
            Self::Moved => [0, 110, 180, 240, 310, 400, 500, 640, 800, 960],
            Self::Stuck => [0, 60, 110, 160, 200, 240, 300, 360, 430, 520],
            Self::Unaccepted => [0, 110, 200, 300, 400, 500, 620, 780, 900, 980],
            Self::Suspended => [0, 100, 170, 240, 300, 0, 0, 0, 0, 0],
            Self::Ended => [0, 60, 90, 120, 0, 0, 0, 0, 0, 0],
        };
        let last = match self {
            Self::Suspended => 6,
            Self::Ended => 5,
            // A unit that is stuck stops telling, and owes its reports.
            Self::Stuck => 10,
            Self::Smooth | Self::LateSummer => 10,
            Self::Slow | Self::Moved | Self::Unaccepted => 11,
        };
        let place = usize::try_from(month - 2).ok().filter(|_| month <= last)?;
        year.get(place).copied().map(Share::thousandths)
    }

    /// Whether a report of this month tells of something that hinders.
    pub(super) fn is_slow(self, month: i8) -> bool {
        match self {
            Self::Smooth => false,
            Self::LateSummer => (5..=8).contains(&month),
            Self::Slow | Self::Moved | Self::Unaccepted => month >= 6,
            Self::Stuck | Self::Suspended | Self::Ended => month >= 3,
        }
    }

    /// The month in which the works are finished.
    pub(super) fn finished_in(self) -> Option<i8> {
        match self {
            Self::Smooth | Self::LateSummer => Some(10),
            Self::Slow => Some(11),
            Self::Moved | Self::Unaccepted => Some(12),
            Self::Stuck | Self::Suspended | Self::Ended => None,
        }
    }

    /// The month in which they are accepted.
    pub(super) fn accepted_in(self) -> Option<i8> {
        match self {
            Self::Smooth | Self::LateSummer => Some(11),
            Self::Slow | Self::Moved => Some(12),
            Self::Stuck | Self::Unaccepted | Self::Suspended | Self::Ended => None,
        }
    }

    /// The change that its body decides in a month.
    pub(super) fn change_in(self, month: i8) -> Option<ChangeKind> {
        match (self, month) {
            (Self::Moved, 8) => Some(ChangeKind::Date),
            (Self::Suspended, 6) => Some(ChangeKind::Suspend),
            (Self::Ended, 5) => Some(ChangeKind::Terminate),
            _ => None,
        }
    }
}
