//! Screens of the hall and what stands on them.

use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::hall::scene::Scene;
use domain::hall::screen::{PairCode, Screen, ScreenContent};
use domain::id::{RoundId, ScreenId, SittingId};

const COLUMNS: &str = "id, sitting, name, code, scene, round, line_no, page, uncovered, size";

fn screen(row: &Row<'_>) -> Result<Screen, rusqlite::Error> {
    Ok(Screen {
        id: ScreenId(row.get("id")?),
        sitting: SittingId(row.get("sitting")?),
        name: row.get("name")?,
        code: word(row, "code", PairCode::read)?,
        shown: ScreenContent {
            scene: word(row, "scene", Scene::from_word)?,
            round: row.get::<_, Option<i64>>("round")?.map(RoundId),
            line: row.get("line_no")?,
            page: row.get("page")?,
            uncovered: row.get("uncovered")?,
        },
        size: row.get("size")?,
    })
}

/// The screen of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ScreenId) -> Result<Screen, StoreError> {
    let sql = format!("select {COLUMNS} from screen where id = ?1");
    tx.get("screen", &sql, [id.0], screen)
}

/// The screen of a pair code, once it is paired.
pub fn find(tx: &ReadTx<'_>, code: PairCode) -> Result<Option<Screen>, StoreError> {
    let sql = format!("select {COLUMNS} from screen where code = ?1");
    tx.find(&sql, [code.to_string()], screen)
}

/// The screens of a sitting, in the order of pairing.
pub fn list(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Vec<Screen>, StoreError> {
    let sql = format!("select {COLUMNS} from screen where sitting = ?1 order by id");
    tx.list(&sql, [sitting.0], screen)
}

/// Pairs a screen; it shows the standby scene.
///
/// # Errors
/// The constraint `screen.code` when the code is paired already.
pub fn create(
    tx: &WriteTx<'_>,
    sitting: SittingId,
    name: &str,
    code: PairCode,
) -> Result<ScreenId, StoreError> {
    let sql = "insert into screen (sitting, name, code, scene) values (?1, ?2, ?3, 'standby') \
               returning id";
    let values = params![sitting.0, name, code.to_string()];
    Ok(ScreenId(tx.one(sql, values, |row| row.get(0))?))
}

/// Saves what a screen shows and how large.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such screen.
pub fn update(tx: &WriteTx<'_>, screen: &Screen) -> Result<(), StoreError> {
    let sql = "update screen set scene = ?2, round = ?3, line_no = ?4, page = ?5, uncovered = ?6, \
               size = ?7 where id = ?1";
    let shown = screen.shown;
    let values = params![
        screen.id.0,
        shown.scene.word(),
        shown.round.map(|round| round.0),
        shown.line,
        shown.page,
        shown.uncovered,
        screen.size
    ];
    tx.alter("screen", sql, values)
}

/// Takes a screen away.
pub fn remove(tx: &WriteTx<'_>, id: ScreenId) -> Result<(), StoreError> {
    tx.run("delete from screen where id = ?1", [id.0])
}
