//! Photos that wait for the report or finding they are meant for, and those still on their way.
//!
//! A tray is of one account at one project. The bytes of a photo on its way lie in a file; here is
//! only what must outlive a restart.

use jiff::Timestamp;
use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{AccountId, PictureId, ProjectId, TrayId};
use domain::picture::{PictureOwner, Upload, UploadKey};

/// What an account has under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PendingUploads {
    /// Photos not yet whole.
    pub photos: usize,
    /// Their bytes, once they are whole.
    pub bytes: u64,
}

/// The tray of an account at a project, if it has one.
pub fn find(
    tx: &ReadTx<'_>,
    account: AccountId,
    project: ProjectId,
) -> Result<Option<TrayId>, StoreError> {
    let sql = "select id from tray where account = ?1 and project = ?2";
    let found = tx.find(sql, [account.0, project.0], |row| row.get(0))?;
    Ok(found.map(TrayId))
}

/// The tray of an account at a project, made where there is none, and touched.
pub fn touch(
    tx: &WriteTx<'_>,
    account: AccountId,
    project: ProjectId,
    at: Timestamp,
) -> Result<TrayId, StoreError> {
    let sql = "insert into tray (account, project, touched_at) values (?1, ?2, ?3) \
               on conflict (account, project) do update set touched_at = excluded.touched_at \
               returning id";
    let asked = params![account.0, project.0, at.as_millisecond()];
    Ok(TrayId(tx.one(sql, asked, |row| row.get(0))?))
}

/// How many photos lie in a tray or are on their way to it.
pub fn count(tx: &ReadTx<'_>, tray: TrayId) -> Result<usize, StoreError> {
    let sql = "select (select count(*) from picture where owner_kind = 'tray' and owner = ?1) \
               + (select count(*) from upload where tray = ?1 and picture is null)";
    let count: i64 = tx.one(sql, [tray.0], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// What an account has under way in all its trays.
pub fn under_way(tx: &ReadTx<'_>, account: AccountId) -> Result<PendingUploads, StoreError> {
    let sql = "select count(*), coalesce(sum(total), 0) from upload join tray on tray.id = tray \
               where account = ?1 and picture is null";
    let (photos, bytes): (i64, i64) =
        tx.one(sql, [account.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(PendingUploads {
        photos: usize::try_from(photos).unwrap_or(usize::MAX),
        bytes: u64::try_from(bytes).unwrap_or(u64::MAX),
    })
}

/// Begins an upload.
pub fn begin(
    tx: &WriteTx<'_>,
    tray: TrayId,
    key: &UploadKey,
    (total, keeps_spot): (u64, bool),
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql =
        "insert into upload (key, tray, total, keeps_spot, begun_at) values (?1, ?2, ?3, ?4, ?5)";
    let total = i64::try_from(total).unwrap_or(i64::MAX);
    tx.run(
        sql,
        params![key.as_str(), tray.0, total, keeps_spot, at.as_millisecond()],
    )
}

/// An upload of an account.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none, or it is another's.
pub fn get_upload(
    tx: &ReadTx<'_>,
    account: AccountId,
    key: &UploadKey,
) -> Result<Upload, StoreError> {
    let sql = "select tray, project, total, keeps_spot, picture from upload \
               join tray on tray.id = tray where key = ?1 and account = ?2";
    tx.get("upload", sql, params![key.as_str(), account.0], |row| {
        Ok(Upload {
            key: key.clone(),
            tray: TrayId(row.get(0)?),
            project: ProjectId(row.get(1)?),
            total: u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0),
            keeps_spot: row.get(3)?,
            picture: row.get::<_, Option<i64>>(4)?.map(PictureId),
        })
    })
}

/// Notes which picture an upload became.
pub fn finish(tx: &WriteTx<'_>, key: &UploadKey, picture: PictureId) -> Result<(), StoreError> {
    let sql = "update upload set picture = ?2 where key = ?1";
    tx.run(sql, params![key.as_str(), picture.0])
}

/// Gives pictures of a tray to their owner; those of another tray stay where they are. The tray
/// forgets what it finished.
pub fn give(
    tx: &WriteTx<'_>,
    tray: TrayId,
    owner: PictureOwner,
    pictures: &[PictureId],
) -> Result<(), StoreError> {
    let sql = "delete from upload where tray = ?1 and picture is not null";
    tx.run(sql, [tray.0])?;
    let sql = "update picture set owner_kind = ?2, owner = ?3, part = ?4 \
               where id = ?5 and owner_kind = 'tray' and owner = ?1";
    for picture in pictures {
        tx.run(
            sql,
            params![
                tray.0,
                owner.word(),
                owner.number(),
                owner.part(),
                picture.0
            ],
        )?;
    }
    Ok(())
}

/// The uploads whose photo has not come whole yet.
pub fn list_under_way(tx: &ReadTx<'_>) -> Result<Vec<UploadKey>, StoreError> {
    let sql = "select key from upload where picture is null order by key";
    let keys = tx.list(sql, [], |row| row.get::<_, String>(0))?;
    Ok(keys.iter().filter_map(|key| key.parse().ok()).collect())
}

/// Removes the trays that nobody touched since a moment, with their pictures and uploads; answers the
/// uploads, whose files must go too.
pub fn remove_untouched(tx: &WriteTx<'_>, since: Timestamp) -> Result<Vec<UploadKey>, StoreError> {
    let since = [since.as_millisecond()];
    let sql =
        "select key from upload join tray on tray.id = tray where touched_at < ?1 order by key";
    let keys = tx.list(sql, since, |row| row.get::<_, String>(0))?;
    for sql in [
        "delete from upload where tray in (select id from tray where touched_at < ?1)",
        "delete from picture where owner_kind = 'tray' \
         and owner in (select id from tray where touched_at < ?1)",
        "delete from tray where touched_at < ?1",
    ] {
        tx.run(sql, since)?;
    }
    Ok(keys.iter().filter_map(|key| key.parse().ok()).collect())
}
