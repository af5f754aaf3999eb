//! Where a lead comes from, and what it is about.

use crate::library::kind as project;

/// From whom or from where a lead came; it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A resident, on a phone.
    Resident,
    /// A deputies' liaison station (家站).
    Station,
    /// A letter.
    Letter,
    /// A call by telephone.
    Phone,
    /// A deputy's visit to residents.
    DeputyVisit,
    /// A deputies' proposal, by its number.
    Proposal,
    /// A project that was not selected last year.
    Unselected,
    /// A deputy with an account.
    Deputy,
    /// A unit with an account.
    Unit,
}

impl Origin {
    /// All origins, in the order of lists.
    pub const ALL: [Self; 9] = [
        Self::Resident,
        Self::Station,
        Self::Letter,
        Self::Phone,
        Self::DeputyVisit,
        Self::Proposal,
        Self::Unselected,
        Self::Deputy,
        Self::Unit,
    ];

    /// Those that a clerk writes down on somebody's behalf.
    pub const ON_BEHALF: [Self; 6] = [
        Self::Station,
        Self::Letter,
        Self::Phone,
        Self::DeputyVisit,
        Self::Proposal,
        Self::Unselected,
    ];

    /// The word in the store, in files and in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Station => "station",
            Self::Letter => "letter",
            Self::Phone => "phone",
            Self::DeputyVisit => "deputy_visit",
            Self::Proposal => "proposal",
            Self::Unselected => "unselected",
            Self::Deputy => "deputy",
            Self::Unit => "unit",
        }
    }

    /// The origin of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether it must be said which: a proposal has a number, last year's project a name.
    #[must_use]
    pub(crate) fn needs_reference(self) -> bool {
        match self {
            Self::Proposal | Self::Unselected => true,
            Self::Resident
            | Self::Station
            | Self::Letter
            | Self::Phone
            | Self::DeputyVisit
            | Self::Deputy
            | Self::Unit => false,
        }
    }

    /// Who asked first for a project that is made from such a lead.
    #[must_use]
    pub fn of_project(self) -> project::Origin {
        match self {
            Self::Resident | Self::Letter | Self::Phone | Self::DeputyVisit => {
                project::Origin::Residents
            }
            Self::Station => project::Origin::Station,
            Self::Proposal => project::Origin::Suggestion,
            Self::Unselected => project::Origin::LastYear,
            Self::Deputy => project::Origin::Deputy,
            Self::Unit => project::Origin::Unit,
        }
    }
}

/// What a lead is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeadKind {
    /// Schools and kindergartens.
    Education,
    /// Health.
    Health,
    /// Old age and care.
    Care,
    /// Housing and yards.
    Housing,
    /// Roads and bridges.
    Roads,
    /// Drinking water and irrigation.
    Water,
    /// Pasture roads (牧道) and herding.
    Pasture,
    /// Heat, light, power.
    Energy,
    /// Waste, toilets, greenery.
    Environment,
    /// Culture and sports.
    Culture,
    /// Safety.
    Safety,
    /// Anything else.
    Other,
}

impl LeadKind {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 12] = [
        Self::Education,
        Self::Health,
        Self::Care,
        Self::Housing,
        Self::Roads,
        Self::Water,
        Self::Pasture,
        Self::Energy,
        Self::Environment,
        Self::Culture,
        Self::Safety,
        Self::Other,
    ];

    /// The word in the store, in files and in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Education => "education",
            Self::Health => "health",
            Self::Care => "care",
            Self::Housing => "housing",
            Self::Roads => "roads",
            Self::Water => "water",
            Self::Pasture => "pasture",
            Self::Energy => "energy",
            Self::Environment => "environment",
            Self::Culture => "culture",
            Self::Safety => "safety",
            Self::Other => "other",
        }
    }

    /// The category of a project that is made from such a lead, to be corrected where it is finer.
    #[must_use]
    pub fn category(self) -> project::Category {
        match self {
            Self::Education => project::Category::Education,
            Self::Health => project::Category::Health,
            Self::Care => project::Category::Care,
            Self::Housing => project::Category::Housing,
            Self::Roads => project::Category::Roads,
            Self::Water => project::Category::Water,
            Self::Pasture => project::Category::HerdingTracks,
            Self::Energy => project::Category::Heating,
            Self::Environment => project::Category::Environment,
            Self::Culture => project::Category::Culture,
            Self::Safety => project::Category::Safety,
            Self::Other => project::Category::Other,
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}
