//! The prefecture's congresses, by division code; brought at the console only.

use std::collections::BTreeMap;

use super::compare::ChangeCounts;
use super::table::{RowLock, SaveContext, StoredRow, Table};
use crate::ServiceError;
use domain::access::{self, Action, Actor, Grant};
use domain::audit::EventKind;
use domain::problem::Problem;
use exchange::CongressRow;
use store::people::congresses;
use store::{ReadTx, WriteTx};

/// The congresses of the prefecture.
pub(super) struct CongressTable;

impl Table for CongressTable {
    type Row = CongressRow;

    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError> {
        access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)
    }

    fn kept(&self, row: CongressRow) -> CongressRow {
        CongressRow {
            note: String::new(),
            ..row
        }
    }

    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<StoredRow<CongressRow>>, ServiceError> {
        let all = congresses::list_with_codes(tx)?;
        let slugs: BTreeMap<_, _> = all
            .iter()
            .map(|(_, congress)| (congress.id, congress.slug.clone()))
            .collect();
        let standing = all.into_iter().map(|(code, congress)| StoredRow {
            row: CongressRow {
                code,
                slug: congress.slug,
                name: congress.name,
                level: congress.level,
                parent: congress.parent.and_then(|id| slugs.get(&id).cloned()),
                note: String::new(),
            },
            hold: RowLock::Free,
        });
        Ok(standing.collect())
    }

    fn save(
        &self,
        tx: &WriteTx<'_>,
        _: &SaveContext<'_>,
        row: &CongressRow,
    ) -> Result<(), ServiceError> {
        let parent = match &row.parent {
            Some(slug) => Some(congresses::find(tx, slug)?.ok_or_else(|| {
                let problem = Problem::error("congress-unknown");
                ServiceError::invalid(problem.with("congress", slug))
            })?),
            None => None,
        };
        let parent = parent.map(|congress| congress.id);
        congresses::save(tx, &row.code, &row.slug, &row.name, row.level, parent)?;
        Ok(())
    }

    fn what(&self, counts: ChangeCounts) -> EventKind {
        EventKind::CongressesImported {
            saved: counts.saved(),
        }
    }
}
