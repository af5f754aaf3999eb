//! The words of leads in SQLite's full-text index.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use crate::engine::words;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, LeadId};
use domain::leads::Wish;
use domain::leads::kind::{LeadKind, LeadOrigin};
use domain::library::grams::SearchPiece;

/// A word that more leads than this have says little; only its newest leads are looked at.
const COMMON: u32 = 200;
/// Words of a text that are compared at most.
const MOST_WORDS: usize = 120;

/// How a lead is sorted, as far as that never changes: so that a search among letters about roads
/// reads the index alone.
pub(crate) fn labels(origin: Option<LeadOrigin>, kind: Option<LeadKind>) -> Vec<String> {
    let origin = origin.map(|origin| words::label('o', origin.word()));
    let kind = kind.map(|kind| words::label('k', kind.word()));
    origin.into_iter().chain(kind).collect()
}

/// Adds the words of a lead.
pub(crate) fn create(
    tx: &WriteTx<'_>,
    lead: LeadId,
    congress: CongressId,
    year: i16,
    wish: &Wish,
) -> Result<(), StoreError> {
    let labels = labels(Some(wish.origin), Some(wish.kind));
    let words = words::of(congress, year, &wish.searched(), &labels);
    let sql = "insert into lead_words (rowid, words) values (?1, ?2)";
    tx.run(sql, params![lead.0, words])
}

/// Takes the words of a lead out.
pub(crate) fn remove(tx: &WriteTx<'_>, lead: LeadId) -> Result<(), StoreError> {
    let sql = "delete from lead_words where rowid = ?1";
    tx.run(sql, [lead.0])
}

/// Leads of a congress and year that share words with a text, those that share most first; at most
/// `most`. Rare words decide; of a common word only the newest leads are looked at.
pub fn list_sharing(
    tx: &ReadTx<'_>,
    (congress, year): (CongressId, i16),
    text: &BTreeSet<String>,
    most: usize,
) -> Result<Vec<LeadId>, StoreError> {
    let sql = "select rowid from lead_words where lead_words match ?1 order by rowid desc limit ?2";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut shares: BTreeMap<i64, u32> = BTreeMap::new();
    let mut common = BTreeSet::new();
    for word in text.iter().take(MOST_WORDS) {
        let piece = SearchPiece {
            word: word.clone(),
            is_beginning: false,
        };
        let asked = words::query(congress, year, &BTreeSet::from([piece.clone()]), &[]);
        let rows = statement.query_map(params![asked, COMMON], |row| row.get(0))?;
        let hits = rows.collect::<Result<Vec<i64>, _>>()?;
        if u32::try_from(hits.len()).is_ok_and(|hits| hits == COMMON) {
            common.insert(piece);
        }
        for lead in hits {
            *shares.entry(lead).or_default() += 1;
        }
    }
    // A text of common words only: what shares all of them may be older than the newest of each.
    if !common.is_empty() {
        let weight = u32::try_from(common.len()).unwrap_or(u32::MAX);
        let asked = words::query(congress, year, &common, &[]);
        let rows = statement.query_map(params![asked, COMMON], |row| row.get(0))?;
        for lead in rows.collect::<Result<Vec<i64>, _>>()? {
            let share = shares.entry(lead).or_default();
            *share = (*share).max(weight);
        }
    }
    let mut found: Vec<(u32, i64)> = shares.into_iter().map(|(lead, n)| (n, lead)).collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.truncate(most);
    Ok(found.into_iter().map(|(_, lead)| LeadId(lead)).collect())
}
