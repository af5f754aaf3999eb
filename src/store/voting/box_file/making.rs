//! Making the file of a box: written under another name, synced, given its name, and the folder synced.

use std::fs::{DirBuilder, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use rusqlite::{Connection, params};

use super::{BoxFiles, MARK};
use crate::engine::{StoreError, db};
use domain::id::{BoxName, RoundId};

const SCHEMA: &str = include_str!("../../../../box.sql");

/// The word `mshb`, so that no other file is ever taken for a box.
const APPLICATION: i64 = 0x6d73_6862;
/// The version of `box.sql`.
const VERSION: i64 = 1;

/// What a box is made with.
pub(crate) struct NewFile {
    pub(crate) name: BoxName,
    pub(crate) round: RoundId,
    /// Of the installation; none where an upgrade carries the box out.
    pub(crate) epoch: Option<[u8; 16]>,
    pub(crate) public_key: [u8; 32],
    pub(crate) context: Vec<u8>,
}

/// Makes the tables of a box in an empty file.
pub(crate) fn schema(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(SCHEMA)?)
}

/// Refuses a file that is no box of this program.
pub(super) fn recognise(connection: &Connection) -> Result<(), StoreError> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let path = || connection.path().map(Into::into).unwrap_or_default();
    if number("application_id")? != APPLICATION {
        return Err(StoreError::Foreign(path()));
    }
    let found = number("user_version")?;
    if found != VERSION {
        return Err(StoreError::Newer {
            found,
            known: VERSION,
        });
    }
    let found: String = connection.query_row("pragma quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(StoreError::Unsound(found));
    }
    Ok(())
}

impl BoxFiles {
    /// Makes the file of a box, filled by `fill`, in the place of one that lies there.
    ///
    /// # Errors
    /// A full disk or a folder that cannot be written: then there is no such file.
    pub(crate) fn make(
        &self,
        new: &NewFile,
        fill: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.make_folder()?;
        drop(self.take(new.name));
        let path = self.path(new.name);
        let part = path.with_extension("part");
        let made = write(&part, new, fill).and_then(|()| give_name(&part, &path));
        if made.is_err() {
            // What could not be made is thrown away; where even that fails, the next start does.
            drop(std::fs::remove_file(&part));
        }
        made
    }

    fn make_folder(&self) -> Result<(), StoreError> {
        let folder = self.folder();
        let broken = |source| StoreError::Directory {
            path: folder.to_owned(),
            source,
        };
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(broken)?;
        let mark = folder.join(MARK);
        if !mark.exists() {
            // Programs that make copies of everything leave a folder out that says this of itself.
            let words = "Signature: 8a477f597d28d172789f06886806bc55\n\
                         # Boxes of votes that run: never copied, by no backup.\n";
            std::fs::write(&mark, words).map_err(broken)?;
        }
        Ok(())
    }
}

fn write(
    part: &Path,
    new: &NewFile,
    fill: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for left in [part.to_owned(), part.with_extension("part-journal")] {
        drop(std::fs::remove_file(left));
    }
    let connection = db::open_new_box(part)?;
    connection.execute_batch(&format!(
        "begin immediate; {SCHEMA}; pragma application_id = {APPLICATION}; \
         pragma user_version = {VERSION};"
    ))?;
    connection.execute(
        "insert into state (id, name, round, epoch, public_key, context, stage) \
         values (1, ?1, ?2, ?3, ?4, ?5, 'made')",
        params![
            new.name.0,
            new.round.0,
            new.epoch,
            new.public_key,
            new.context
        ],
    )?;
    fill(&connection)?;
    connection.execute_batch("commit")?;
    connection.close().map_err(|(_, error)| error.into())
}

fn give_name(part: &Path, path: &Path) -> Result<(), StoreError> {
    let broken = |source| StoreError::Directory {
        path: path.to_owned(),
        source,
    };
    let sync = |path: &Path| File::open(path).and_then(|file| file.sync_all());
    sync(part).map_err(broken)?;
    // A log that lies there would be another file's.
    for ending in ["box-wal", "box-shm"] {
        drop(std::fs::remove_file(path.with_extension(ending)));
    }
    std::fs::rename(part, path).map_err(broken)?;
    sync(path.parent().unwrap_or(Path::new("."))).map_err(broken)
}
