//! Where a lead comes from, and what it is about.

use crate::library::kind as project;
use count::words;

words! {
    /// From whom or from where a lead came; it never changes.
    pub enum LeadOrigin {
        /// A resident, on a phone.
        Resident = "resident",
        /// A deputies' liaison station (家站).
        Station = "station",
        Letter = "letter",
        /// A call by telephone.
        Phone = "phone",
        /// A deputy's visit to residents.
        DeputyVisit = "deputy_visit",
        /// A deputies' proposal, by its number.
        Proposal = "proposal",
        /// A project that was not selected last year.
        Unselected = "unselected",
        /// A deputy with an account.
        Deputy = "deputy",
        /// A unit with an account.
        Unit = "unit",
    }
}

impl LeadOrigin {
    /// Those that a clerk writes down on somebody's behalf.
    pub const ON_BEHALF: [Self; 6] = [
        Self::Station,
        Self::Letter,
        Self::Phone,
        Self::DeputyVisit,
        Self::Proposal,
        Self::Unselected,
    ];

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
    pub fn of_project(self) -> project::ProjectOrigin {
        match self {
            Self::Resident | Self::Letter | Self::Phone | Self::DeputyVisit => {
                project::ProjectOrigin::Residents
            }
            Self::Station => project::ProjectOrigin::Station,
            Self::Proposal => project::ProjectOrigin::Suggestion,
            Self::Unselected => project::ProjectOrigin::LastYear,
            Self::Deputy => project::ProjectOrigin::Deputy,
            Self::Unit => project::ProjectOrigin::Unit,
        }
    }
}

words! {
    /// What a lead is about.
    pub enum LeadKind {
        /// Schools and kindergartens.
        Education = "education",
        Health = "health",
        /// Old age and care.
        Care = "care",
        /// Housing and yards.
        Housing = "housing",
        /// Roads and bridges.
        Roads = "roads",
        /// Drinking water and irrigation.
        Water = "water",
        /// Pasture roads (牧道) and herding.
        Pasture = "pasture",
        /// Heat, light, power.
        Energy = "energy",
        /// Waste, toilets, greenery.
        Environment = "environment",
        /// Culture and sports.
        Culture = "culture",
        Safety = "safety",
        /// Anything else.
        Other = "other",
    }
}

impl LeadKind {
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
}
