//! STORE. Every line of SQL, and nothing but SQL: rows become domain values here.
//!
//! One thread writes ([`Store::write`]), a few query-only connections read ([`Store::read`]). The
//! two transactions are different types, and a write returns its audit event with its value
//! ([`Written`]). In each room (`docs/rooms.md`) one module an aggregate, named like its table, with `get` (fails if
//! absent), `find`, `list`, `create`, `update`, `remove`. What they stand
//! on is `engine/`: read `engine/tx.rs`, then `engine/writer.rs`.
//!
//! Whatever asks the database may meet a failing one: each function may return its [`StoreError`], and
//! `# Errors` names only what comes beside that, such as [`StoreError::NotFound`].

pub mod access;
pub mod act_of_two;
pub mod audit;
mod engine;
pub mod evaluation;
pub mod followup;
pub mod hall;
pub mod hand_count;
pub mod installation;
pub mod leads;
pub mod library;
pub mod people;
pub mod picture;
pub mod poll;
pub mod publish;
pub mod reminder;
pub mod review;
pub mod round;
pub mod sitting;
pub mod statement;
pub mod voting;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use domain::digest::Digest;

pub use engine::{ExaminedDatabase, ReadTx, RecordState, StoreError, WriteTx, Written, twin};

use engine::reader::{ReadJob, Readers};
use engine::state::StateWatch;
use engine::writer::{WriteClosure, Writer};
use engine::{backup, column, damage, db, schema, scrub};

use domain::id::BoxName;
use picture::picture_files::PictureFiles;
use picture::pictures;
use voting::box_file;
use voting::box_file::settling::{self, Left};
use voting::box_file::{BoxFile, BoxFiles, LyingBox};

/// So often a removal looks again whether somebody still reads the box; then the task tries later.
const PATIENCE: u32 = 50;
/// Between two looks.
const LOOK: Duration = Duration::from_millis(10);

/// Whether another process holds a data directory.
#[must_use]
pub fn is_in_use(directory: &Path) -> bool {
    db::is_held(directory)
}

/// Whether a data directory has a database: an empty file is none.
#[must_use]
pub fn is_made(directory: &Path) -> bool {
    std::fs::metadata(directory.join(db::FILE)).is_ok_and(|found| found.len() > 0)
}

/// Makes a data directory that only its owner may look into; one that is there keeps its mode.
///
/// # Errors
/// [`StoreError::Directory`].
pub fn make_directory(directory: &Path) -> Result<(), StoreError> {
    db::make_directory(directory)
}

/// Reads the whole database of a data directory through, a running server beside it or not; nothing where
/// there is none yet. Answers what of it is damaged, in words, and the name of its key.
///
/// # Errors
/// [`StoreError::Unsound`] where it cannot even be opened, [`StoreError::Foreign`], [`StoreError::Newer`].
pub fn examine(directory: &Path) -> Result<Option<ExaminedDatabase>, StoreError> {
    if !is_made(directory) {
        return Ok(None);
    }
    damage::examine(&directory.join(db::FILE)).map(Some)
}

/// Puts a copy into a data directory that has no database, after reading it through. It begins another
/// epoch there, and its ids go on so much higher that none is given that was given before. With the copy
/// comes the digest of the backup's file: its log tells of it at the next start. `fill` brings the pictures,
/// before the database is there.
///
/// # Errors
/// [`StoreError::InUse`], [`StoreError::Occupied`], or what is wrong with the copy.
pub fn restore(
    (copy, from): (&Path, Digest),
    directory: &Path,
    epoch: [u8; 16],
    higher: i64,
    fill: impl FnOnce(&PictureFiles) -> Result<(), StoreError>,
) -> Result<i64, StoreError> {
    let schema = backup::examine(copy)?;
    let _lock = db::DirectoryLock::take(directory)?;
    let database = directory.join(db::FILE);
    if database.exists() {
        return Err(StoreError::Occupied(database));
    }
    let broken = |source| StoreError::Directory {
        path: database.clone(),
        source,
    };
    let part = directory.join("minsheng.db.part");
    std::fs::copy(copy, &part).map_err(broken)?;
    db::make_private(&part)?;
    let pictures = PictureFiles::of(directory);
    db::renew(&part, epoch, higher, from.0, &pictures)?;
    fill(&pictures)?;
    let file = std::fs::File::open(&part).map_err(broken)?;
    file.sync_all().map_err(broken)?;
    std::fs::rename(&part, &database).map_err(broken)?;
    let folder = std::fs::File::open(directory).map_err(broken)?;
    folder.sync_all().map_err(broken)?;
    Ok(schema)
}

/// Reads the database of a data directory beside whoever works in it, and changes nothing.
///
/// # Errors
/// What the work returns, or why the database cannot be opened.
pub fn look<T, E: From<StoreError>>(
    directory: &Path,
    work: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let connection = db::open_looking(&directory.join(db::FILE)).map_err(E::from)?;
    schema::recognise(&connection).map_err(E::from)?;
    let boxes = BoxFiles::beside(directory);
    work(&ReadTx::beside(&connection, Some(&boxes)))
}

/// Reads a copy, of which nobody else knows.
///
/// # Errors
/// What the work returns, or why the copy cannot be opened.
pub fn look_at_copy<T, E: From<StoreError>>(
    copy: &Path,
    work: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let connection = backup::open_copy(copy).map_err(E::from)?;
    work(&ReadTx::on(&connection))
}

/// What of the pages and references of the database is damaged, in words.
///
/// # Errors
/// A database that cannot even be asked.
pub fn find_damage(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    damage::find_all(tx.connection)
}

/// What of the schema this program did not write, such as `trigger evil`; none where it is its own.
pub fn find_foreign_schema(tx: &ReadTx<'_>) -> Result<Option<String>, StoreError> {
    schema::find_foreign(tx.connection)
}

/// The open database of one data directory.
#[derive(Clone)]
pub struct Store {
    writer: Writer,
    readers: Readers,
    watch: StateWatch,
    boxes: BoxFiles,
    pictures: PictureFiles,
    path: Arc<Path>,
    damage: Arc<OnceLock<String>>,
    _lock: Arc<db::DirectoryLock>,
}

impl Store {
    /// Opens (or makes) the database of a data directory and takes the directory's lock.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process holds the directory, [`StoreError::Newer`] when
    /// the database is of a later version of this program, [`StoreError::Unsound`] when a small one is
    /// damaged; a large one is left to [`Store::find_damage`].
    pub fn open(directory: &Path) -> Result<Self, StoreError> {
        let lock = db::DirectoryLock::take(directory)?;
        let path = directory.join(db::FILE);
        let connection = db::open_writer(&path)?;
        if damage::is_small(&path) {
            damage::refuse(&connection)?;
        }
        let boxes = BoxFiles::of(directory);
        box_file::carrying::carry_out(&connection, &boxes)?;
        let pictures = PictureFiles::of(directory);
        pictures.remove_parts()?;
        picture::carrying::carry_out(&connection, &pictures)?;
        if schema::prepare(&connection)? {
            // What was carried into files is in the log of the older one no more.
            scrub::truncate(&connection)?;
        }
        let readers = Readers::open(&path, boxes.clone())?;
        let watch = StateWatch::open(&path)?;
        let writer = Writer::start(connection, Some(boxes.clone()))?;
        Ok(Self {
            writer,
            readers,
            watch,
            boxes,
            pictures,
            path: Arc::from(path),
            damage: Arc::default(),
            _lock: Arc::new(lock),
        })
    }

    /// The installation's epoch; a database that has none begins with `first`.
    pub async fn epoch(&self, first: [u8; 16]) -> Result<[u8; 16], StoreError> {
        let begin = move |connection: &rusqlite::Connection| installation::begin(connection, first);
        self.writer.maintain(begin).await
    }

    /// Reads a database that was too large to be read through when it was opened, beside all other work.
    /// Once damage is found, every read and write is refused with [`StoreError::Unsound`]. Answers what
    /// was found, in words.
    ///
    /// # Errors
    /// A connection that cannot be opened.
    pub async fn find_damage(&self) -> Result<Option<String>, StoreError> {
        if damage::is_small(&self.path) {
            return Ok(None);
        }
        let path = Arc::clone(&self.path);
        let looking = move || damage::find(&db::open_reader(&path)?);
        let found = tokio::task::spawn_blocking(looking).await;
        let found = found.unwrap_or(Err(StoreError::Lost))?;
        if let Some(words) = &found {
            drop(self.damage.set(words.clone()));
        }
        Ok(found)
    }

    fn refuse_damaged(&self) -> Result<(), StoreError> {
        match self.damage.get() {
            Some(words) => Err(StoreError::Unsound(words.clone())),
            None => Ok(()),
        }
    }

    /// Runs a piece of work as one transaction of the writer thread and answers after it is durable.
    ///
    /// # Errors
    /// What the work returns, or a [`StoreError`]: [`StoreError::Busy`] when the queue is full.
    pub fn write<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send
    where
        F: FnOnce(&WriteTx<'_>) -> Result<Written<T>, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.write_boxed(Box::new(work))
    }

    async fn write_boxed<T, E>(&self, work: WriteClosure<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.refuse_damaged()?;
        self.writer.write(work).await
    }

    /// Runs a piece of work on a query-only connection, seeing one state throughout.
    ///
    /// # Errors
    /// What the work returns, or a [`StoreError`].
    pub fn read<T, E, F>(&self, work: F) -> impl Future<Output = Result<T, E>> + Send
    where
        F: FnOnce(&ReadTx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.read_boxed(Box::new(work))
    }

    async fn read_boxed<T, E>(&self, work: ReadJob<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.refuse_damaged()?;
        self.readers.read(work).await
    }

    /// Which state of the record is the latest: what is read afterwards is of this one or of a later one.
    ///
    /// # Errors
    /// [`StoreError::Unsound`] for a damaged database.
    pub fn state(&self) -> Result<RecordState, StoreError> {
        self.refuse_damaged()?;
        self.watch.look()
    }

    /// The data directory.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// The files of pictures.
    #[must_use]
    pub fn pictures(&self) -> &PictureFiles {
        &self.pictures
    }

    /// Removes the files of pictures that no row names and nobody holds; answers how many.
    ///
    /// # Errors
    /// [`StoreError::Directory`] for a folder that cannot be read or written.
    pub async fn remove_stray_pictures(&self) -> Result<usize, StoreError> {
        let files = self.pictures.clone();
        let listing = tokio::task::spawn_blocking(move || files.list()).await;
        // Listed first: what is kept later is none of them.
        let there = listing.unwrap_or(Err(StoreError::Lost))?;
        let named = self.read(pictures::list_files).await?;
        let strays: Vec<Digest> = there
            .into_iter()
            .filter(|name| !named.contains(name))
            .collect();
        if strays.is_empty() {
            return Ok(0);
        }
        let files = self.pictures.clone();
        // Between two groups of the writer: a row is committed, or its file is held still.
        let removing = move |connection: &rusqlite::Connection| {
            let tx = ReadTx::on(connection);
            let mut gone = 0_usize;
            for name in strays {
                let is_stray = !pictures::is_named(&tx, name)?;
                if is_stray && files.remove(name)? {
                    gone = gone.saturating_add(1);
                }
            }
            Ok(gone)
        };
        self.writer.maintain(removing).await
    }

    /// Moves everything from the WAL into the database and empties the WAL, so that what was deleted
    /// (and overwritten, by `secure_delete`) is in neither file any more.
    ///
    /// # Errors
    /// [`StoreError::NotScrubbed`] when somebody still reads.
    pub async fn checkpoint(&self) -> Result<(), StoreError> {
        let _quiet = self.readers.all().await?;
        self.writer.maintain(scrub::truncate).await
    }

    /// Writes a copy of the record into an empty file, at any time: no box is in it. A damaged database is
    /// copied as it is. Answers with the schema's version.
    ///
    /// # Errors
    /// The SQLite error of a full disk.
    pub async fn back_up(&self, to: PathBuf) -> Result<i64, StoreError> {
        let copy = move |connection: &rusqlite::Connection| {
            backup::copy_into(connection, &to)
                .or_else(|error| backup::copy_as_it_is(connection, &to, error))
        };
        self.writer.maintain(copy).await
    }

    /// The box of a name, where its file lies and can be read.
    pub async fn find_box(&self, name: BoxName) -> Result<Option<Arc<BoxFile>>, StoreError> {
        if let Some(found) = self.boxes.find_open(name) {
            return Ok(Some(found));
        }
        let boxes = self.boxes.clone();
        let looking = tokio::task::spawn_blocking(move || boxes.look(name)).await;
        Ok(match looking.unwrap_or(Err(StoreError::Lost))? {
            LyingBox::Box(found) => Some(found),
            LyingBox::Nothing | LyingBox::Torn => None,
        })
    }

    /// Makes boxes agree with the record, where they do not, and answers what is left for others.
    pub async fn settle(&self) -> Result<Left, StoreError> {
        if !self.read(settling::is_anything_left).await? {
            return Ok(Left::default());
        }
        let settle = |connection: &rusqlite::Connection, boxes: Option<&BoxFiles>| match boxes {
            Some(boxes) => settling::settle(connection, boxes),
            None => Ok(Left::default()),
        };
        self.writer.maintain_all(settle).await
    }

    /// Overwrites and removes a box that the record is done with, off the threads that answer.
    ///
    /// # Errors
    /// [`StoreError::NotScrubbed`] while somebody still reads it, a folder that cannot be written.
    pub async fn remove_box(&self, name: BoxName) -> Result<(), StoreError> {
        let mut tries = 0;
        loop {
            let boxes = self.boxes.clone();
            let removing = tokio::task::spawn_blocking(move || boxes.remove(name)).await;
            match removing.unwrap_or(Err(StoreError::Lost)) {
                Err(StoreError::NotScrubbed(_)) if tries < PATIENCE => tries += 1,
                done => return done,
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
