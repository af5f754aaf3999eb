//! What can go wrong below the service.

use std::path::PathBuf;

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused or failed.
    #[error("the database failed")]
    Sqlite(#[source] rusqlite::Error),
    /// A named constraint refused the row; the name is `<table>_<rule>` or `table.column`.
    #[error("the database refuses the row: {0}")]
    Constraint(String),
    /// The row asked for is not there.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The writer's queue is full: try again in a moment.
    #[error("too many writes are waiting")]
    Busy,
    /// The commit failed, so nothing of the work is kept: try again.
    #[error("the work could not be made durable")]
    NotDurable,
    /// The writer is gone (the program is stopping) or lost the work.
    #[error("the writer did not finish the work")]
    Lost,
    /// The database was made by a later version of the program.
    #[error("the database has version {found}, this program knows {known}: use the newer program")]
    Newer {
        /// Version of the database.
        found: i64,
        /// Version of the program.
        known: i64,
    },
    /// The file is a database of something else.
    #[error("the file {0} is not a minsheng database")]
    Foreign(PathBuf),
    /// Another process works in the data directory.
    #[error("another minsheng works in {0}: stop it first, or name another directory")]
    InUse(PathBuf),
    /// The data directory cannot be used.
    #[error("the data directory {path} cannot be used")]
    Directory {
        /// The directory.
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// There is a database already, and it is not overwritten.
    #[error("there is a database already: {0}")]
    Occupied(PathBuf),
    /// A copy is not what it should be.
    #[error("the copy is damaged: {0}")]
    Damaged(String),
    /// The database is damaged, or holds what this program never writes; in words.
    #[error(
        "the database is damaged: {0}. Stop the server, keep a copy of the folder as it is, and restore the newest \
         backup into a new one: minsheng restore BACKUP.db --data NEW --key minsheng.key"
    )]
    Unsound(String),
    /// A vote of an older program runs: its box lies in the database.
    #[error(
        "a vote runs in this database, which an earlier version of the program began: close it or declare it void \
         there, and start this one then"
    )]
    VoteRuns,
    /// Boxes lie where they were put, and another place was named for them.
    #[error(
        "boxes lie in {0}: name that place, or start with it once more and end the votes first"
    )]
    BoxesLie(PathBuf),
    /// The WAL could not be truncated: somebody still reads.
    #[error("the database is not scrubbed yet: {0}")]
    NotScrubbed(&'static str),
    /// The operating system gave no thread.
    #[error("a thread could not be started")]
    Thread(#[source] std::io::Error),
}

impl StoreError {
    /// Whether a constraint refused the row.
    #[must_use]
    pub fn is_constraint(&self) -> bool {
        matches!(self, Self::Constraint(_))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(code, Some(message)) = &error
            && code.code == rusqlite::ErrorCode::ConstraintViolation
        {
            let name = message.rsplit(": ").next().unwrap_or(message);
            return Self::Constraint(name.to_owned());
        }
        match super::unsound::of(&error) {
            Some(words) => Self::Unsound(words),
            None => Self::Sqlite(error),
        }
    }
}
