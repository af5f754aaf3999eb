//! Papers counted by hand, after the account is confirmed and before the box is opened: typed batch
//! by batch, compared, settled, sealed to the box.
//!
//! Read `table` for where typed papers lie, then [`typing`], [`deciding`] and `agreeing`. How
//! they join the phones' ballots is told in `opening`.

mod agreeing;
pub mod calling;
pub mod deciding;
pub mod room;
pub(crate) mod table;
pub mod typing;
