//! Pictures, already shrunk and cleaned, as blobs in two sizes.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{ReadTx, StoreError, WriteTx};
use crate::domain::id::PictureId;
use crate::domain::picture::{Owner, PictureFacts, Size};

/// A picture to be kept.
#[derive(Debug, Clone)]
pub struct NewPicture {
    /// Whose it is.
    pub owner: Owner,
    /// What it shows, in words; may be empty.
    pub caption: String,
    /// When it was added.
    pub at: Timestamp,
    /// Width of the large one in pixels.
    pub width: u32,
    /// Height of the large one in pixels.
    pub height: u32,
    /// JPEG, large.
    pub large: Vec<u8>,
    /// JPEG, small.
    pub small: Vec<u8>,
}

/// Keeps a picture.
///
/// # Errors
/// A failing database.
pub fn create(tx: &WriteTx<'_>, new: &NewPicture) -> Result<PictureId, StoreError> {
    let sql = "insert into picture (owner_kind, owner, caption, added_at, width, height, large, small) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    tx.connection.prepare_cached(sql)?.execute(params![
        new.owner.word(),
        new.owner.number(),
        new.caption,
        new.at.as_millisecond(),
        new.width,
        new.height,
        new.large,
        new.small
    ])?;
    Ok(PictureId(tx.connection.last_insert_rowid()))
}

/// The pictures of an owner, oldest first, without their bytes.
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, owner: Owner) -> Result<Vec<PictureFacts>, StoreError> {
    let sql = "select id, caption, width, height from picture \
               where owner_kind = ?1 and owner = ?2 order by id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![owner.word(), owner.number()], |row| {
        Ok(PictureFacts {
            id: PictureId(row.get(0)?),
            caption: row.get(1)?,
            width: row.get(2)?,
            height: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The bytes of a picture of this owner; none when the picture is another's.
///
/// # Errors
/// A failing database.
pub fn find_bytes(
    tx: &ReadTx<'_>,
    owner: Owner,
    id: PictureId,
    size: Size,
) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = match size {
        Size::Large => "select large from picture where id = ?1 and owner_kind = ?2 and owner = ?3",
        Size::Small => "select small from picture where id = ?1 and owner_kind = ?2 and owner = ?3",
    };
    let mut statement = tx.connection.prepare_cached(sql)?;
    let asked = params![id.0, owner.word(), owner.number()];
    Ok(statement.query_row(asked, |row| row.get(0)).optional()?)
}

/// Takes a picture of this owner away; answers its words, none when the picture is another's.
///
/// # Errors
/// A failing database.
pub fn remove(tx: &WriteTx<'_>, owner: Owner, id: PictureId) -> Result<Option<String>, StoreError> {
    let sql = "delete from picture where id = ?1 and owner_kind = ?2 and owner = ?3 \
               returning caption";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let asked = params![id.0, owner.word(), owner.number()];
    Ok(statement.query_row(asked, |row| row.get(0)).optional()?)
}

/// Gives another owner the same pictures.
///
/// # Errors
/// A failing database.
pub fn copy(tx: &WriteTx<'_>, from: Owner, to: Owner) -> Result<(), StoreError> {
    let sql = "insert into picture (owner_kind, owner, caption, added_at, width, height, large, small) \
               select ?3, ?4, caption, added_at, width, height, large, small from picture \
               where owner_kind = ?1 and owner = ?2 order by id";
    tx.connection.execute(
        sql,
        params![from.word(), from.number(), to.word(), to.number()],
    )?;
    Ok(())
}
