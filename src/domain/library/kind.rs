//! The closed lists a project is sorted by: category, readiness, and who asked for it.

use count::words;

words! {
    /// What a project is about, as the methods of counties and townships list it.
    pub enum Category {
        /// Tracks on which herds move between pastures (牧道).
        HerdingTracks = "herding_tracks",
        /// Drinking water.
        Water = "water",
        /// Rural roads.
        Roads = "roads",
        /// Schools and kindergartens.
        Education = "education",
        /// Hospitals and clinics.
        Health = "health",
        /// Care of the old and the young.
        Care = "care",
        Housing = "housing",
        Heating = "heating",
        /// Streets, lights and pipes of a town.
        Municipal = "municipal",
        /// Villages and their surroundings.
        Environment = "environment",
        /// Culture and sport.
        Culture = "culture",
        /// Work and skills.
        Employment = "employment",
        /// Telephone, network, power.
        Communications = "communications",
        /// Public safety.
        Safety = "safety",
        /// Counters and services for everybody.
        Services = "services",
        /// None of these.
        Other = "other",
    }
}

words! {
    /// How far a project has been prepared.
    pub enum Readiness {
        /// A wish, nothing drawn.
        Idea = "idea",
        /// There is a plan in outline.
        Planned = "planned",
        /// The design is done.
        Designed = "designed",
        /// Work can begin.
        Ready = "ready",
    }
}

words! {
    /// Who asked for a project first; never a name.
    pub enum ProjectOrigin {
        Residents = "residents",
        Deputy = "deputy",
        /// A deputies' station (家站).
        Station = "station",
        /// A government unit.
        Unit = "unit",
        /// A formal suggestion of deputies (代表建议).
        Suggestion = "suggestion",
        /// A project of last year that was not selected.
        LastYear = "last_year",
        /// The congress's office.
        Office = "office",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_value() {
        for one in Category::ALL {
            assert_eq!(Category::from_word(one.word()), Some(one));
        }
        for one in Readiness::ALL {
            assert_eq!(Readiness::from_word(one.word()), Some(one));
        }
        for one in ProjectOrigin::ALL {
            assert_eq!(ProjectOrigin::from_word(one.word()), Some(one));
        }
        assert_eq!(Category::from_word("bridges"), None);
    }
}
