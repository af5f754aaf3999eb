//! Pictures, already shrunk and cleaned, in two sizes; their bytes lie in files ([`picture_files`](super::picture_files)).

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::picture_files::HeldFile;
use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::{FindingId, PictureId, ProjectId};
use domain::picture::{PictureFacts, PictureOwner, PictureSize, Position};

/// A picture to be kept.
pub struct NewPicture {
    pub owner: PictureOwner,
    /// What it shows, in words; may be empty.
    pub caption: String,
    /// When it was added.
    pub at: Timestamp,
    /// Width of the large one in pixels.
    pub width: u32,
    /// Height of the large one in pixels.
    pub height: u32,
    /// JPEG, large.
    pub large: HeldFile,
    /// JPEG, small.
    pub small: HeldFile,
    /// Where it was taken, if its sender let that be kept.
    pub spot: Option<Position>,
}

/// Keeps a picture.
pub fn create(tx: &WriteTx<'_>, new: &NewPicture) -> Result<PictureId, StoreError> {
    let sql = "insert into picture (owner_kind, owner, part, caption, added_at, width, height, large_file, \
               small_file, latitude, longitude) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    tx.run(
        sql,
        params![
            new.owner.word(),
            new.owner.number(),
            new.owner.part(),
            new.caption,
            new.at.as_millisecond(),
            new.width,
            new.height,
            new.large.name().0,
            new.small.name().0,
            new.spot.map(|spot| spot.latitude),
            new.spot.map(|spot| spot.longitude)
        ],
    )?;
    Ok(PictureId(tx.connection.last_insert_rowid()))
}

fn facts(row: &Row<'_>) -> Result<PictureFacts, rusqlite::Error> {
    let latitude: Option<i64> = row.get("latitude")?;
    let longitude = row.get("longitude")?;
    Ok(PictureFacts {
        id: PictureId(row.get("id")?),
        caption: row.get("caption")?,
        width: row.get("width")?,
        height: row.get("height")?,
        spot: latitude
            .zip(longitude)
            .and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
    })
}

/// The pictures of an owner, oldest first, without their bytes.
pub fn list(tx: &ReadTx<'_>, owner: PictureOwner) -> Result<Vec<PictureFacts>, StoreError> {
    let sql = "select id, caption, width, height, latitude, longitude from picture \
               where owner_kind = ?1 and owner = ?2 and part = ?3 order by id";
    let asked = params![owner.word(), owner.number(), owner.part()];
    tx.list(sql, asked, facts)
}

/// The pictures of everything that was reported and found at a project, by owner, oldest first.
pub fn list_of_project(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<BTreeMap<PictureOwner, Vec<PictureFacts>>, StoreError> {
    let sql = "select id, owner_kind, owner, part, caption, width, height, latitude, longitude \
               from picture where (owner_kind = 'report' and owner in \
               (select id from report where project = ?1)) or (owner_kind = 'finding' and owner in \
               (select id from finding where project = ?1)) order by id";
    by_owner(tx, sql, project.0)
}

/// The pictures of a finding and of the steps taken with it, by owner, oldest first.
pub fn list_of_finding(
    tx: &ReadTx<'_>,
    finding: FindingId,
) -> Result<BTreeMap<PictureOwner, Vec<PictureFacts>>, StoreError> {
    let sql = "select id, owner_kind, owner, part, caption, width, height, latitude, longitude \
               from picture where owner_kind = 'finding' and owner = ?1 order by id";
    by_owner(tx, sql, finding.0)
}

fn by_owner(
    tx: &ReadTx<'_>,
    sql: &str,
    of: i64,
) -> Result<BTreeMap<PictureOwner, Vec<PictureFacts>>, StoreError> {
    let rows = tx.list(sql, [of], |row| Ok((owner(row)?, facts(row)?)))?;
    let mut found: BTreeMap<PictureOwner, Vec<PictureFacts>> = BTreeMap::new();
    for row in rows {
        let (owner, facts) = row;
        found.entry(owner).or_default().push(facts);
    }
    Ok(found)
}

fn owner(row: &Row<'_>) -> Result<PictureOwner, rusqlite::Error> {
    let (id, part) = (row.get("owner")?, row.get("part")?);
    word(row, "owner_kind", |kind| PictureOwner::of(kind, id, part))
}

/// Whose a picture is.
pub fn find_owner(tx: &ReadTx<'_>, id: PictureId) -> Result<Option<PictureOwner>, StoreError> {
    let sql = "select owner_kind, owner, part from picture where id = ?1";
    tx.find(sql, [id.0], owner)
}

/// The name of the file of a picture of this owner; none when the picture is another's.
pub fn find_file(
    tx: &ReadTx<'_>,
    owner: PictureOwner,
    id: PictureId,
    size: PictureSize,
) -> Result<Option<Digest>, StoreError> {
    let sql = "select large_file, small_file from picture \
               where id = ?1 and owner_kind = ?2 and owner = ?3 and part = ?4";
    let asked = params![id.0, owner.word(), owner.number(), owner.part()];
    let column = match size {
        PictureSize::Large => 0,
        PictureSize::Small => 1,
    };
    tx.find(sql, asked, |row| row.get(column).map(Digest))
}

/// The names of all files that pictures have, each once.
pub fn list_files(tx: &ReadTx<'_>) -> Result<BTreeSet<Digest>, StoreError> {
    let sql = "select large_file from picture union select small_file from picture";
    let names = tx.list(sql, [], |row| row.get(0).map(Digest))?;
    Ok(names.into_iter().collect())
}

/// Whether a picture has this file.
pub(crate) fn is_named(tx: &ReadTx<'_>, name: Digest) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from picture where large_file = ?1) \
               or exists (select 1 from picture where small_file = ?1)";
    tx.one(sql, [name.0], |row| row.get(0))
}

/// Takes a picture of this owner away; answers its words, none when the picture is another's.
pub fn remove(
    tx: &WriteTx<'_>,
    owner: PictureOwner,
    id: PictureId,
) -> Result<Option<String>, StoreError> {
    let sql = "delete from picture where id = ?1 and owner_kind = ?2 and owner = ?3 \
               returning caption";
    let asked = params![id.0, owner.word(), owner.number()];
    tx.find(sql, asked, |row| row.get(0))
}

/// Gives another owner the same pictures.
pub fn copy(tx: &WriteTx<'_>, from: PictureOwner, to: PictureOwner) -> Result<(), StoreError> {
    let sql = "insert into picture (owner_kind, owner, caption, added_at, width, height, large_file, \
               small_file) select ?3, ?4, caption, added_at, width, height, large_file, small_file from picture \
               where owner_kind = ?1 and owner = ?2 order by id";
    tx.run(
        sql,
        params![from.word(), from.number(), to.word(), to.number()],
    )
}
