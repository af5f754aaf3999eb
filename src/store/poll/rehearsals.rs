//! A rehearsal: a marked copy of a poll under a congress of its own, and its wiping by following every
//! foreign key of the schema, so that a table that is added later is wiped too.

use std::collections::BTreeSet;

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, PollId, RoundId, SessionId, SittingId};

/// What a rehearsal is copied into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyTarget {
    /// The marked congress.
    pub congress: CongressId,
    pub session: SessionId,
    pub sitting: SittingId,
    pub poll: PollId,
    pub round: RoundId,
}

/// One table that a rehearsal touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WipedTable {
    pub table: String,
    /// Rows that were deleted.
    pub deleted: u64,
    /// Rows that are left, counted after deleting.
    pub left: u64,
}

/// The congress that a rehearsal's congress is a copy of; none for a real one.
pub fn find_real(tx: &ReadTx<'_>, congress: CongressId) -> Result<Option<CongressId>, StoreError> {
    let sql = "select rehearsal_of from congress where id = ?1";
    let found = tx.find(sql, [congress.0], |row| row.get::<_, Option<i64>>(0))?;
    Ok(found.flatten().map(CongressId))
}

/// The poll of the rehearsal that a congress has now, if it has one.
pub fn find(tx: &ReadTx<'_>, real: CongressId) -> Result<Option<PollId>, StoreError> {
    let sql = "select p.id from congress as c join session as s on s.congress = c.id \
               join poll as p on p.session = s.id where c.rehearsal_of = ?1";
    let found = tx.find(sql, [real.0], |row| row.get(0))?;
    Ok(found.map(PollId))
}

/// Copies the newest round of a poll under a marked congress, with so many dummy deputies.
///
/// # Errors
/// A constraint when the congress has a rehearsal already.
pub fn create(
    tx: &WriteTx<'_>,
    poll: PollId,
    mark: &str,
    deputies: u32,
) -> Result<CopyTarget, StoreError> {
    let id = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        tx.connection
            .query_row(sql, values, |row| row.get::<_, i64>(0))
    };
    let congress = id(
        "insert into congress (code, slug, name, level, parent, rehearsal_of) \
         select 'r' || c.code, 'rehearsal-' || c.slug, ?2 || c.name, c.level, c.parent, c.id \
         from poll as p join session as s on s.id = p.session \
         join congress as c on c.id = s.congress where p.id = ?1 returning id",
        &[&poll.0, &mark],
    )?;
    tx.run("with recursive n(number) as (select 1 union all select number + 1 from n where number < ?2) \
         insert into deputy (congress, number, name, is_committee_member) \
         select ?1, printf('%03d', number), ?3 || printf('%03d', number), 1 from n", params![congress, deputies, mark])?;
    tx.run(
        "insert into account_role (account, role, congress) select r.account, r.role, ?1 \
         from account_role as r join congress as c on c.id = ?1 \
         where r.congress = c.rehearsal_of \
         and r.role in ('clerk', 'chief_scrutineer', 'scrutineer', 'teller')",
        [congress],
    )?;
    let session = id(
        "insert into session (congress, body, term_no, session_no, year) \
         select ?2, s.body, s.term_no, s.session_no, s.year from poll as p \
         join session as s on s.id = p.session where p.id = ?1 returning id",
        &[&poll.0, &congress],
    )?;
    tx.run(
        "insert into officer (session, post, name, account, unit, pin_hash, pin_screen) \
         select ?2, o.post, o.name, o.account, o.unit, o.pin_hash, o.pin_screen from poll as p \
         join officer as o on o.session = p.session where p.id = ?1 order by o.id",
        params![poll.0, session],
    )?;
    let sitting = id(
        "insert into sitting (session, number, held_on, stage) \
         select ?2, 1, t.held_on, 'planned' from round as r join sitting as t on t.id = r.sitting \
         where r.poll = ?1 order by r.number desc limit 1 returning id",
        &[&poll.0, &session],
    )?;
    let copy = id(
        "insert into poll (session, title, rules, colour) \
         select ?2, p.title, r.rules, p.colour from poll as p join round as r on r.poll = p.id \
         where p.id = ?1 order by r.number desc limit 1 returning id",
        &[&poll.0, &session],
    )?;
    let round = id(
        "insert into round (poll, sitting, number, kind, stage, rules) \
         select ?1, ?2, 1, 'first', 'draft', rules from poll where id = ?1 returning id",
        &[&copy, &sitting],
    )?;
    copy_lines(tx, poll, congress, round)?;
    Ok(CopyTarget {
        congress: CongressId(congress),
        session: SessionId(session),
        sitting: SittingId(sitting),
        poll: PollId(copy),
        round: RoundId(round),
    })
}

/// Copies the lines of a poll's newest round, with the words that deputies will read: each becomes a
/// project of the rehearsal, for a rehearsal has no units and no parts.
fn copy_lines(tx: &WriteTx<'_>, poll: PollId, congress: i64, round: i64) -> Result<(), StoreError> {
    tx.run(
        "insert into project (congress, code, year, name, summary, content, category, \
         investment, need_this_year, readiness, origin, stage) \
         select ?2, printf('%04d', l.line_no), coalesce(p.year, 0), \
         coalesce(u.name, iif(l.part = '', p.name, p.name || ' · ' || l.part)), \
         coalesce(p.summary, l.about), coalesce(p.content, ''), coalesce(p.category, 'other'), \
         coalesce(p.investment, 0), coalesce(p.need_this_year, 0), coalesce(p.readiness, 'idea'), \
         coalesce(p.origin, 'office'), 'on_slate' \
         from round as r join round_line as l on l.round = r.id \
         left join project as p on p.id = l.project left join unit as u on u.id = l.unit \
         where r.poll = ?1 and r.number = \
         (select max(number) from round where poll = ?1) order by l.line_no",
        params![poll.0, congress],
    )?;
    tx.run(
        "insert into translation (project, language, name, summary, content, state) \
         select c.id, t.language, t.name, t.summary, t.content, 'frozen' \
         from round as r join round_line as l on l.round = r.id \
         join translation as t on t.project = l.project and l.part = '' \
         and t.state in ('checked', 'frozen') \
         join project as c on c.congress = ?2 and c.code = printf('%04d', l.line_no) \
         where r.poll = ?1 and r.number = (select max(number) from round where poll = ?1)",
        params![poll.0, congress],
    )?;
    tx.run(
        "insert into round_line (round, line_no, project) \
         select ?1, row_number() over (order by code), id from project where congress = ?2",
        params![round, congress],
    )
}

/// The names in the store of the slips that may still vote in a round.
pub fn list_unspent(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<[u8; 32]>, StoreError> {
    let Some(found) = tx.box_of(round)? else {
        return Ok(Vec::new());
    };
    found.read(|tx| {
        let sql = "select slip from cast_right where spent = 0 order by slip";
        tx.list(sql, [], |row| row.get(0))
    })
}

/// Deletes every row that hangs on a rehearsal's congress, children before parents, and counts what
/// is left of each table after deleting. Tables without such a row are not in the answer.
///
/// # Errors
/// [`StoreError::NotFound`] for a congress that is no rehearsal: nothing real is ever wiped.
pub fn remove(tx: &WriteTx<'_>, congress: CongressId) -> Result<Vec<WipedTable>, StoreError> {
    if find_real(tx, congress)?.is_none() {
        return Err(StoreError::NotFound("rehearsal"));
    }
    let graph = ForeignKeys::read(tx)?;
    let mut wiped = Vec::new();
    for table in graph.children_first() {
        let Some(condition) = graph.condition(&table, congress) else {
            continue;
        };
        let left = format!("select count(*) from {table} where {condition}");
        let deleted = tx.change(&format!("delete from {table} where {condition}"), [])?;
        let left: i64 = tx.one(&left, [], |row| row.get(0))?;
        if deleted > 0 || left > 0 {
            wiped.push(WipedTable {
                table,
                deleted: u64::try_from(deleted).unwrap_or(u64::MAX),
                left: u64::try_from(left).unwrap_or(u64::MAX),
            });
        }
    }
    wiped.sort_by(|one, other| one.table.cmp(&other.table));
    Ok(wiped)
}

/// The tables of the schema and which point to which.
struct ForeignKeys {
    tables: Vec<String>,
    keys: Vec<ForeignKey>,
}

/// One foreign key: its columns in order.
struct ForeignKey {
    child: String,
    parent: String,
    from: Vec<String>,
    to: Vec<String>,
}

/// The table everything hangs on.
const ROOT: &str = "congress";
/// Tables that name what they are about by a word and a number, and their columns.
const BY_WORD: [(&str, &str); 2] = [("act_request", "id"), ("act_done", "subject_id")];
/// The words, each the name of its table.
const WORDS: [&str; 4] = ["round", "poll", "officer", "sitting"];

impl ForeignKeys {
    fn read(tx: &ReadTx<'_>) -> Result<Self, StoreError> {
        let sql = "select name from sqlite_schema where type = 'table' \
                   and name not like 'sqlite_%' order by name";
        let tables: Vec<String> = tx.list(sql, [], |row| row.get(0))?;
        let mut keys: Vec<ForeignKey> = Vec::new();
        for table in &tables {
            let sql = "select f.id, f.\"table\", f.\"from\", coalesce(f.\"to\", \
                       (select p.name from pragma_table_info(f.\"table\") as p \
                        where p.pk = f.seq + 1)) \
                       from pragma_foreign_key_list(?1) as f order by f.id, f.seq";
            let mut statement = tx.connection.prepare(sql)?;
            let mut rows = statement.query([table])?;
            let mut last = None;
            while let Some(row) = rows.next()? {
                let id: i64 = row.get(0)?;
                if last != Some(id) {
                    keys.push(ForeignKey {
                        child: table.clone(),
                        parent: row.get(1)?,
                        from: Vec::new(),
                        to: Vec::new(),
                    });
                    last = Some(id);
                }
                if let Some(key) = keys.last_mut() {
                    key.from.push(row.get(2)?);
                    key.to.push(row.get(3)?);
                }
            }
        }
        Ok(Self { tables, keys })
    }

    /// Every table after all that point to it.
    fn children_first(&self) -> Vec<String> {
        let mut done: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        for table in &self.tables {
            self.visit(table, &mut seen, &mut done);
        }
        done
    }

    fn visit(&self, table: &str, seen: &mut BTreeSet<String>, done: &mut Vec<String>) {
        if !seen.insert(table.to_owned()) {
            return;
        }
        for key in self.keys.iter().filter(|key| key.parent == table) {
            self.visit(&key.child, seen, done);
        }
        if WORDS.contains(&table) {
            for (child, _) in BY_WORD {
                self.visit(child, seen, done);
            }
        }
        done.push(table.to_owned());
    }

    /// Which rows of a table hang on the congress; none where no way leads to it.
    fn condition(&self, table: &str, congress: CongressId) -> Option<String> {
        if table == ROOT {
            return Some(format!("id = {congress}"));
        }
        let mut ways = Vec::new();
        for key in self
            .keys
            .iter()
            .filter(|key| key.child == table && key.parent != table)
        {
            if let Some(of_parent) = self.condition(&key.parent, congress) {
                let (from, to) = (key.from.join(", "), key.to.join(", "));
                let parent = &key.parent;
                ways.push(format!(
                    "({from}) in (select {to} from {parent} where {of_parent})"
                ));
            }
        }
        if let Some((_, column)) = BY_WORD.iter().find(|(name, _)| *name == table) {
            for word in WORDS {
                if let Some(of_subject) = self.condition(word, congress) {
                    ways.push(format!(
                        "(subject = '{word}' and {column} in (select id from {word} where {of_subject}))"
                    ));
                }
            }
        }
        (!ways.is_empty()).then(|| ways.join(" or "))
    }
}
