//! The two transactions, the shapes that a question or statement takes in them.

use std::ops::Deref;

use rusqlite::{Connection, Error, OptionalExtension as _, Params, Row};

use super::StoreError;
use crate::voting::box_file::BoxFiles;

/// A transaction that can only read: every function that writes asks for a [`WriteTx`].
pub struct ReadTx<'c> {
    pub(crate) connection: &'c Connection,
    /// The boxes that lie beside the record; none in a copy, and none in a box.
    pub(crate) boxes: Option<&'c BoxFiles>,
}

/// A transaction of the writer thread. It can read too.
pub struct WriteTx<'c> {
    read: ReadTx<'c>,
}

impl<'c> ReadTx<'c> {
    /// Of a copy, or of a box: there are no boxes beside it.
    pub(crate) fn on(connection: &'c Connection) -> Self {
        Self::beside(connection, None)
    }

    /// Of the record, with the boxes that lie beside it.
    pub(crate) fn beside(connection: &'c Connection, boxes: Option<&'c BoxFiles>) -> Self {
        Self { connection, boxes }
    }

    /// All rows of a question, each as `read` makes it.
    pub(crate) fn list<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The first row of a question that may have none.
    pub(crate) fn find<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(values, read).optional()?)
    }

    /// The first row of a question; [`StoreError::NotFound`] with `what` where there is none.
    pub(crate) fn get<T>(
        &self,
        what: &'static str,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        self.find(sql, values, read)?
            .ok_or(StoreError::NotFound(what))
    }

    /// The row of a question that always has one, such as a count.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(values, read)?)
    }
}

impl<'c> WriteTx<'c> {
    pub(crate) fn on(connection: &'c Connection) -> Self {
        Self::beside(connection, None)
    }

    pub(crate) fn beside(connection: &'c Connection, boxes: Option<&'c BoxFiles>) -> Self {
        Self {
            read: ReadTx::beside(connection, boxes),
        }
    }

    /// Runs a statement and answers how many rows it touched.
    pub(crate) fn change(&self, sql: &str, values: impl Params) -> Result<usize, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.execute(values)?)
    }

    /// Runs a statement, whatever it touches.
    pub(crate) fn run(&self, sql: &str, values: impl Params) -> Result<(), StoreError> {
        self.change(sql, values).map(drop)
    }

    /// Runs a statement that must touch a row; [`StoreError::NotFound`] with `what` where it touches none.
    pub(crate) fn alter(
        &self,
        what: &'static str,
        sql: &str,
        values: impl Params,
    ) -> Result<(), StoreError> {
        match self.change(sql, values)? {
            0 => Err(StoreError::NotFound(what)),
            _ => Ok(()),
        }
    }
}

impl<'c> Deref for WriteTx<'c> {
    type Target = ReadTx<'c>;
    fn deref(&self) -> &Self::Target {
        &self.read
    }
}
