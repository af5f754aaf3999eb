//! The heads of the congresses' chains in the installation's: whoever shortens or rewrites one of them must
//! rewrite that one too, and its own head is in every backup's manifest.

use jiff::Timestamp;

use super::audits;
use crate::{ReadTx, StoreError};
use domain::access::{self, Action, Actor};
use domain::audit::chain::{ChainBreak, ChainHead, LineColumns, LogChain, PrintedHead};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::id::CongressId;

/// A head that the installation's chain took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TakenHead {
    pub congress: CongressId,
    pub head: ChainHead,
}

/// The events by which the installation's chain takes the head of each chain that went on since it was last
/// taken.
pub fn list_untaken(tx: &ReadTx<'_>, at: Timestamp) -> Result<Vec<Event>, StoreError> {
    let console = access::may(&Actor::console(), Action::Administer, None);
    let Ok(grant) = console else {
        return Ok(Vec::new());
    };
    let mut events = Vec::new();
    for chain in audits::list_chains(tx)? {
        let LogChain::Congress(congress) = chain else {
            continue;
        };
        let head = audits::find_head(tx, chain)?;
        if find_last(tx, congress)?.is_none_or(|last| last.head != head) {
            let what = EventKind::HeadTaken { congress, head };
            events.push(Event::new(&grant, at, what));
        }
    }
    Ok(events)
}

fn find_last(tx: &ReadTx<'_>, congress: CongressId) -> Result<Option<TakenHead>, StoreError> {
    let sql = "select line from audit where congress is null and kind = 'head-taken' \
               and instr(line, ?1) > 0 order by id desc limit 1";
    let wanted = format!("\tcongress={congress} ");
    let line: Option<String> = tx.find(sql, [wanted], |row| row.get(0))?;
    Ok(line.as_deref().and_then(read))
}

fn read(line: &str) -> Option<TakenHead> {
    let recorded = LineColumns::read(line)?;
    Some(TakenHead {
        congress: CongressId(recorded.fact("congress")?.parse().ok()?),
        head: ChainHead {
            number: recorded.fact("number")?.parse().ok()?,
            hash: Digest::from_hex(recorded.fact("hash")?)?,
        },
    })
}

/// Compares every head that was taken, of one congress or of all, with its chain: the first place of each
/// chain that does not hold, and the head that says so.
pub fn find_differences(
    tx: &ReadTx<'_>,
    of: Option<CongressId>,
) -> Result<Vec<(ChainBreak, ChainHead)>, StoreError> {
    let sql = "select line from audit where congress is null and kind = 'head-taken' \
               and instr(line, ?1) > 0 order by id";
    let wanted = of.map_or_else(
        || "\tcongress=".to_owned(),
        |id| format!("\tcongress={id} "),
    );
    let lines = tx.list(sql, [wanted], |row| row.get::<_, String>(0))?;
    let mut found: Vec<(ChainBreak, ChainHead)> = Vec::new();
    for taken in lines.iter().filter_map(|line| read(line)) {
        let chain = LogChain::Congress(taken.congress);
        if found.iter().any(|(one, _)| one.chain == chain) {
            continue;
        }
        let differs = audits::find_difference(tx, chain, &PrintedHead::from(taken.head))?;
        found.extend(differs.map(|differs| (differs, taken.head)));
    }
    Ok(found)
}
