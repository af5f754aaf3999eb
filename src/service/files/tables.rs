//! Which table a kind of file is read into, and what somebody must be permitted for it.

use std::sync::Arc;

use jiff::civil::Date;

use super::deputies::DeputyTable;
use super::kind::FileKind;
use super::leads::LeadTable;
use super::projects::ProjectTable;
use super::reports::ReportTable;
use super::table::AnyTable;
use domain::access::Action;
use domain::id::{CongressId, UnitId};
use machine::random::Random;

/// Who asks for a kind of file, as far as its table differs by that.
#[derive(Debug, Clone)]
pub(crate) struct Asker {
    /// The unit that the asker belongs to.
    pub(super) unit: Option<UnitId>,
    pub(super) today: Date,
    /// For what rows are given.
    pub(super) random: Random,
}

impl FileKind {
    /// What somebody must be permitted who brings or takes such a file.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Deputies => DeputyTable::ACTION,
            Self::Leads { .. } => LeadTable::ACTION,
            Self::Projects { .. } => ProjectTable::ACTION,
            Self::Reports { .. } => ReportTable::ACTION,
        }
    }

    /// The table of this kind in a congress.
    pub(super) fn sheet(self, congress: CongressId, asker: Asker) -> Arc<dyn AnyTable> {
        match self {
            Self::Deputies => Arc::new(DeputyTable { congress }),
            Self::Leads { year } => {
                let random = asker.random;
                Arc::new(LeadTable {
                    congress,
                    year,
                    random,
                })
            }
            Self::Projects { year } => Arc::new(ProjectTable { congress, year }),
            Self::Reports { year } => Arc::new(ReportTable {
                congress,
                year,
                unit: asker.unit,
                today: asker.today,
            }),
        }
    }
}
