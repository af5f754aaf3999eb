//! The name of the installation's key: a keyed hash of nothing, which tells one key file from another.

use rusqlite::OptionalExtension;

use super::{ReadTx, StoreError, WriteTx};
use crate::domain::digest::Digest;

/// The name of the key that slips, first sign-ins and forms belong to; none before the first start.
///
/// # Errors
/// A failing database.
pub fn find(tx: &ReadTx<'_>) -> Result<Option<Digest>, StoreError> {
    let sql = "select name from key_name";
    let found = tx.connection.query_row(sql, [], |row| row.get(0));
    Ok(found.optional()?.map(Digest))
}

/// Keeps the name of the key that holds from now on.
///
/// # Errors
/// A failing database.
pub fn save(tx: &WriteTx<'_>, name: Digest) -> Result<(), StoreError> {
    let sql = "insert into key_name (id, name) values (1, ?1) \
               on conflict (id) do update set name = ?1";
    tx.connection.execute(sql, [name.0])?;
    Ok(())
}

/// What lived under a key and ended with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Slips of sittings that are not closed.
    pub slips: usize,
    /// First sign-ins that were printed and not used.
    pub invitations: usize,
    /// Browsers that were signed in.
    pub sign_ins: usize,
    /// PINs of officers.
    pub pins: usize,
}

/// Ends whatever lives under the key that held until now. Where no round of a sitting has opened its vote and
/// the desk has exchanged nothing, the slips are forgotten and nobody has drawn one, so that new ones can be
/// printed and handed out; elsewhere they are cancelled, for the account knows them.
///
/// # Errors
/// A failing database.
pub fn end_all(tx: &WriteTx<'_>) -> Result<Ended, StoreError> {
    let run = |sql: &str| Ok::<_, StoreError>(tx.connection.execute(sql, [])?);
    let cancelled = run(&format!(
        "update slip set is_cancelled = 1 where is_cancelled = 0 \
         and sitting in ({LIVING}) and sitting in ({BEGUN})"
    ))?;
    let forgotten = run(&format!(
        "delete from slip where sitting in ({LIVING}) and sitting not in ({BEGUN})"
    ))?;
    run(&format!(
        "delete from issued where kind = 'slip' and sitting in ({LIVING}) and sitting not in ({BEGUN})"
    ))?;
    run("delete from officer_slip")?;
    Ok(Ended {
        slips: cancelled + forgotten,
        invitations: run("delete from invitation")?,
        sign_ins: run("delete from sign_in")?,
        pins: run(
            "update officer set pin_hash = '', pin_screen = '', wrong_pins = 0 where pin_hash <> ''",
        )?,
    })
}

/// Whether anything lives under the key.
///
/// # Errors
/// A failing database.
pub fn has_living(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    let sql = format!(
        "select exists (select 1 from slip where is_cancelled = 0 and sitting in ({LIVING})) \
         or exists (select 1 from invitation) or exists (select 1 from sign_in) \
         or exists (select 1 from officer_slip) \
         or exists (select 1 from officer where pin_hash <> '')"
    );
    Ok(tx.connection.query_row(&sql, [], |row| row.get(0))?)
}

const LIVING: &str = "select id from sitting where stage <> 'closed'";
const BEGUN: &str = "select sitting from round \
                     where stage not in ('draft', 'frozen', 'sealed', 'issuing') \
                     union select sitting from desk where slips_in + papers_in > 0";
