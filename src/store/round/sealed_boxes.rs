//! The sealed boxes of rounds: their public keys and how the keys are held. No secret is stored.

use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::{BoxName, CongressId, PollId, RoundId};
use domain::round::holding::KeyHolding;

/// What is stored of a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedBox {
    pub round: RoundId,
    /// Its name of eight letters, as it is printed.
    pub name: String,
    /// Its random name.
    pub drawn: BoxName,
    pub holding: KeyHolding,
    /// What its ballots are sealed to; none once it is open or its round void.
    pub key: Option<PublicKey>,
    /// What its trial proved at sealing; gone with the key.
    pub proof: Option<Digest>,
    /// Cards destroyed before the sitting, once that is written down.
    pub destroyed: Option<u8>,
}

/// A public key and what it is bound to, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// 32 bytes.
    pub bytes: [u8; 32],
    /// Canonical context.
    pub context: Vec<u8>,
}

fn sealed_box(row: &Row<'_>) -> Result<SealedBox, rusqlite::Error> {
    let bytes: Option<[u8; 32]> = row.get("public_key")?;
    let context: Option<Vec<u8>> = row.get("context")?;
    Ok(SealedBox {
        round: RoundId(row.get("round")?),
        name: row.get("name")?,
        drawn: BoxName(row.get("drawn")?),
        holding: word(row, "holding", KeyHolding::from_word)?,
        key: bytes
            .zip(context)
            .map(|(bytes, context)| PublicKey { bytes, context }),
        proof: row.get::<_, Option<[u8; 32]>>("proof")?.map(Digest),
        destroyed: row.get("destroyed")?,
    })
}

/// The box of a round, once it is sealed.
pub fn find(tx: &ReadTx<'_>, round: RoundId) -> Result<Option<SealedBox>, StoreError> {
    let sql = "select round, name, drawn, holding, context, public_key, proof, destroyed \
               from sealed_box where round = ?1";
    tx.find(sql, [round.0], sealed_box)
}

/// The names of a congress's boxes and how their keys are held, for cards of another round.
pub fn list_names(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<(RoundId, String, KeyHolding)>, StoreError> {
    let sql = "select b.round, b.name, b.holding from sealed_box as b \
               join round as r on r.id = b.round join poll as p on p.id = r.poll \
               join session as s on s.id = p.session where s.congress = ?1 order by b.round";
    tx.list(sql, [congress.0], |row| {
        let round = RoundId(row.get("round")?);
        let holding = word(row, "holding", KeyHolding::from_word)?;
        Ok((round, row.get("name")?, holding))
    })
}

/// Opened and void rounds of a poll that had cards whose destruction is not written down.
pub fn count_unrecorded(tx: &ReadTx<'_>, poll: PollId) -> Result<u32, StoreError> {
    let sql = "select count(*) from sealed_box as b join round as r on r.id = b.round \
               where r.poll = ?1 and r.stage in ('opened', 'counted', 'void') \
               and b.holding <> 'server' and b.destroyed is null";
    tx.one(sql, [poll.0], |row| row.get(0))
}

/// The rounds whose boxes are closed and have their key in a file of the server.
pub fn list_held_by_server(tx: &ReadTx<'_>) -> Result<Vec<RoundId>, StoreError> {
    let sql = "select round from sealed_box where holding = 'server' and public_key is not null";
    tx.list(sql, [], |row| row.get(0).map(RoundId))
}

/// Whether the box of a round is this very one: a ballot that was sealed to it may go into it.
pub fn is_it(
    tx: &ReadTx<'_>,
    round: RoundId,
    name: BoxName,
    key: &[u8; 32],
    context: &[u8],
) -> Result<bool, StoreError> {
    let sql = "select 1 from sealed_box where round = ?1 and drawn = ?2 and public_key = ?3 \
               and context = ?4";
    let mut statement = tx.connection.prepare_cached(sql)?;
    Ok(statement.exists(params![round.0, name.0, key, context])?)
}

/// A box as sealing makes it.
pub struct NewBox {
    /// Its name of eight letters.
    pub name: String,
    /// Its random name.
    pub drawn: BoxName,
    pub holding: KeyHolding,
    /// What its ballots are sealed to.
    pub key: PublicKey,
    /// What its trial proved.
    pub proof: Digest,
}

/// Keeps the box of a round in the place of one that it had.
pub fn save(tx: &WriteTx<'_>, round: RoundId, new: &NewBox) -> Result<(), StoreError> {
    let sql = "insert into sealed_box (round, name, drawn, holding, context, public_key, proof) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (round) do update set \
               name = ?2, drawn = ?3, holding = ?4, context = ?5, public_key = ?6, proof = ?7";
    tx.run(
        sql,
        params![
            round.0,
            new.name,
            new.drawn.0,
            new.holding.word(),
            new.key.context,
            new.key.bytes,
            new.proof.0
        ],
    )
}

/// Forgets the key of a box that is open or whose round is void.
pub fn remove_key(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    let sql = "update sealed_box set context = null, public_key = null, proof = null \
               where round = ?1";
    tx.run(sql, [round.0])
}

/// Forgets a box of which no card was ever shown, with its name.
///
/// # Errors
/// A constraint while it has cards.
pub fn remove(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    let sql = "delete from sealed_box where round = ?1";
    tx.run(sql, [round.0])
}

/// Writes down how many cards were destroyed.
pub fn record_destroyed(tx: &WriteTx<'_>, round: RoundId, destroyed: u8) -> Result<(), StoreError> {
    let sql = "update sealed_box set destroyed = ?2 where round = ?1";
    tx.run(sql, params![round.0, destroyed])
}
