//! What the aggregates stand on: connections, the two transactions, the writer's queue and the readers,
//! the schema and what carries an older database to it, damage, copies, overwriting.

pub(crate) mod backup;
mod carry;
pub(crate) mod column;
pub(crate) mod damage;
pub(crate) mod db;
pub(crate) mod error;
pub(crate) mod reader;
pub(crate) mod schema;
pub(crate) mod scrub;
pub(crate) mod state;
pub mod twin;
pub(crate) mod tx;
pub(crate) mod unsound;
pub(crate) mod words;
pub(crate) mod writer;
pub(crate) mod written;

pub use damage::ExaminedDatabase;
pub use error::StoreError;
pub use state::RecordState;
pub use tx::{ReadTx, WriteTx};
pub use written::Written;
