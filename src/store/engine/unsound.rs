//! Which errors of SQLite mean that the file is damaged, in words.

use rusqlite::types::Type;
use rusqlite::{Error, ErrorCode};

/// Whether an error of SQLite means that the file is damaged: a page that is none, or a value that this
/// program never writes.
pub(crate) fn of(error: &Error) -> Option<String> {
    if let Error::SqliteFailure(code, message) = error {
        if code.code == ErrorCode::DatabaseCorrupt {
            let message = message.as_deref().unwrap_or("a page cannot be read");
            return Some(message.to_owned());
        }
        let is_none = code.code == ErrorCode::NotADatabase;
        return is_none.then(|| "its first page is not that of a database".to_owned());
    }
    if let Error::FromSqlConversionFailure(_, kind, _) | Error::InvalidColumnType(_, _, kind) =
        error
    {
        let kind = kind_word(*kind);
        return Some(format!("{kind} stands where this program writes no such"));
    }
    let is_odd = matches!(
        error,
        Error::IntegralValueOutOfRange(..) | Error::Utf8Error(..)
    );
    is_odd.then(|| "a value stands where this program writes no such".to_owned())
}

fn kind_word(kind: Type) -> &'static str {
    match kind {
        Type::Null => "nothing",
        Type::Integer => "a number",
        Type::Real => "a fraction",
        Type::Text => "a text",
        Type::Blob => "a row of bytes",
    }
}
