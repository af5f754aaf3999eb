//! The words of leads in SQLite's full-text index.
//!
//! The index cuts no text itself: it is handed words made by `domain/library/grams.rs`, each with its
//! congress and year in front (`6x2026x...`), so that a search reads nothing of other congresses. It
//! keeps which lead has which word, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use super::{ReadTx, StoreError, WriteTx};
use crate::domain::id::{CongressId, LeadId};
use crate::domain::library::grams::{self, Piece};

/// A word that more leads than this have says little; only its newest leads are looked at.
const COMMON: u32 = 200;
/// Words of a text that are compared at most.
const MOST_WORDS: usize = 120;

/// Adds the words of a lead.
pub(super) fn create(
    tx: &WriteTx<'_>,
    lead: LeadId,
    congress: CongressId,
    year: i16,
    text: &str,
) -> Result<(), StoreError> {
    let mut words = String::new();
    for word in grams::words(text) {
        words.push_str(&marked(congress, year, &word));
        words.push(' ');
    }
    let sql = "insert into lead_words (rowid, words) values (?1, ?2)";
    tx.connection
        .prepare_cached(sql)?
        .execute(params![lead.0, words])?;
    Ok(())
}

/// Takes the words of a lead out.
pub(super) fn remove(tx: &WriteTx<'_>, lead: LeadId) -> Result<(), StoreError> {
    let sql = "delete from lead_words where rowid = ?1";
    tx.connection.prepare_cached(sql)?.execute([lead.0])?;
    Ok(())
}

fn marked(congress: CongressId, year: i16, word: &str) -> String {
    format!("{congress}x{year}x{word}")
}

/// A search in the index's own words: all pieces must be there. Pieces are letters and digits only,
/// so the quotes cannot be broken out of.
pub(super) fn query(congress: CongressId, year: i16, pieces: &BTreeSet<Piece>) -> String {
    let mut out = String::new();
    for piece in pieces {
        let star = if piece.is_beginning { "*" } else { "" };
        out.push_str(&format!(
            "\"{}\"{star} ",
            marked(congress, year, &piece.word)
        ));
    }
    out
}

/// Leads of a congress and year that share words with a text, those that share most first; at most
/// `most`. Rare words decide; of a common word only the newest leads are looked at.
///
/// # Errors
/// A failing database.
pub fn list_sharing(
    tx: &ReadTx<'_>,
    (congress, year): (CongressId, i16),
    words: &BTreeSet<String>,
    most: usize,
) -> Result<Vec<LeadId>, StoreError> {
    let sql = "select rowid from lead_words where lead_words match ?1 order by rowid desc limit ?2";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let mut shares: BTreeMap<i64, u32> = BTreeMap::new();
    let mut common = BTreeSet::new();
    for word in words.iter().take(MOST_WORDS) {
        let piece = Piece {
            word: word.clone(),
            is_beginning: false,
        };
        let asked = query(congress, year, &BTreeSet::from([piece.clone()]));
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
        let asked = query(congress, year, &common);
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
