//! Whether the record is whole: the database file, the audit log as a chain, and everything that acts
//! of voting days have fixed. Asked of a running server, of a stopped one's file, and of each backup.
//!
//! A chain proves itself only against a head that is known from outside the file: whoever can write
//! the file can write a new chain. What this process remembers of an earlier check proves nothing
//! against what was changed before it started, so certifying, publishing and correcting read all of it.

use std::path::Path;
use std::sync::PoisonError;

use jiff::Timestamp;

use super::check_result::{CheckResult, Difference};
use super::log::{self, ProvenLog};
use crate::installation::backup_place;
use crate::round::context::RoundContext;
use crate::round::fixed;
use crate::{Service, ServiceError};
use domain::access;
use domain::access::{Action, Actor};
use domain::audit::chain::{ChainBreak, ChainHead, LogChain, PrintedHead};
use domain::id::PollId;
use domain::problem::Problem;
use domain::round::fixed_fact::{FixedFact, changed};
use store::audit::{audits, heads};
use store::people::congresses;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
use store::{ReadTx, StoreError};

impl Service {
    /// Checks the whole record, compares it with the heads of the backups where there are any, and
    /// keeps the outcome for the administrator's page.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database cannot be asked.
    pub async fn check_record(&self, backups: Option<&Path>) -> Result<CheckResult, ServiceError> {
        let heads = known_heads(backups);
        let checked = self.store.read(move |tx| examine(tx, &heads)).await?;
        let mut last = self
            .last_check
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *last = Some((self.clock.now(), checked.clone()));
        Ok(checked)
    }

    /// When the record was last checked by this process, and how that came out.
    ///
    /// # Errors
    /// [`ServiceError::Denied`] for everybody but the administrator.
    pub fn find_check(
        &self,
        actor: &Actor,
    ) -> Result<Option<(Timestamp, CheckResult)>, ServiceError> {
        access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        let last = self
            .last_check
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        Ok(last.clone())
    }

    /// Milliseconds: when this installation was last restored from a backup, as its log tells.
    ///
    /// # Errors
    /// [`ServiceError::Denied`] for everybody but the administrator.
    pub async fn find_restoring(&self, actor: &Actor) -> Result<Option<i64>, ServiceError> {
        access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        let find = |tx: &ReadTx<'_>| Ok(audits::find_newest_at(tx, "restored")?);
        self.store.read(find).await
    }

    /// Reads the whole log of a congress before an act on a poll that builds on it, and no other's; the act's
    /// transaction reads on from where this ends. Breaks that two people accepted for this poll are passed.
    ///
    /// # Errors
    /// Refused: `chain-broken`, `schema-changed`.
    pub(crate) async fn prove_log(&self, poll: PollId) -> Result<ProvenLog, ServiceError> {
        let prove = move |tx: &ReadTx<'_>| {
            let (proven, found) = log::find_break(tx, poll)?;
            let mut found: Vec<Problem> = found.into_iter().collect();
            found.extend(store::find_foreign_schema(tx)?.map(foreign));
            if found.is_empty() {
                Ok(proven)
            } else {
                Err(ServiceError::Refused(found))
            }
        };
        self.store.read(prove).await
    }
}

/// The heads that the backups of a folder know: of all, for a later one may have been made of a log
/// that was written anew. One that was marked knows none.
pub(crate) fn known_heads(folder: Option<&Path>) -> Vec<PrintedHead> {
    let listed = folder.map(backup_place::list_backups).unwrap_or_default();
    let sound = listed.into_iter().map(|one| one.manifest);
    let sound = sound.filter(|manifest| manifest.differs.is_empty());
    let heads = sound.filter_map(|manifest| manifest.chain);
    heads
        .filter(|head| head.number > 0)
        .map(PrintedHead::from)
        .collect()
}

/// What does not hold, a line each, for a manifest and the report of a drill.
pub(crate) fn difference_lines(checked: &CheckResult) -> Vec<String> {
    let told = checked.differences.iter().map(|one| {
        let facts = one.problem.facts.iter();
        let facts: Vec<String> = facts.map(|(name, fact)| format!("{name}={fact}")).collect();
        format!("{} {} {}", one.problem.code, facts.join(" "), one.about)
    });
    told.collect()
}

/// How many backups of a folder know a head to compare with.
#[must_use]
pub fn count_known_heads(folder: Option<&Path>) -> usize {
    known_heads(folder).len()
}

/// Checks the database of a data directory, beside a running server or without one; changes nothing.
/// `backups` is the folder whose manifests are compared too.
///
/// # Errors
/// [`StoreError`] when there is no database that can be opened.
pub fn check_file(
    data: &Path,
    heads: &[PrintedHead],
    backups: Option<&Path>,
) -> Result<CheckResult, ServiceError> {
    let mut heads = heads.to_vec();
    heads.extend(known_heads(backups));
    store::look(data, |tx| examine(tx, &heads))
}

/// Whether a data directory has a database.
#[must_use]
pub fn has_record(data: &Path) -> bool {
    store::is_made(data)
}

/// Checks everything that can be checked, and goes on after what cannot be read.
pub(crate) fn examine(tx: &ReadTx<'_>, heads: &[PrintedHead]) -> Result<CheckResult, ServiceError> {
    let mut all = CheckResult {
        head: ChainHead::EMPTY,
        lines: 0,
        chains: 0,
        differences: Vec::new(),
    };
    let damaged = |found: String| Problem::error("database-damaged").with("found", found);
    let mut add = |about: &str, problem: Problem| {
        let about = about.to_owned();
        all.differences.push(Difference { about, problem });
    };
    match store::find_damage(tx) {
        Ok(None) => {}
        Ok(Some(found)) => add("", damaged(found)),
        Err(error) => add("", damaged(told(&error))),
    }
    match chains(tx) {
        Ok(read) => {
            (all.head, all.lines, all.chains) = (read.head, read.lines, read.chains);
            read.broken
                .into_iter()
                .for_each(|found| add(&of_chain(tx, found.chain), found.problem()));
        }
        Err(error) => add("", damaged(told(&error))),
    }
    match store::find_foreign_schema(tx) {
        Ok(None) => {}
        Ok(Some(found)) => add("", foreign(found)),
        Err(error) => add("", damaged(told(&error))),
    }
    for head in heads {
        match compared(tx, head) {
            Ok(found) => found.into_iter().for_each(|found| add("", found)),
            Err(error) => add("", damaged(told(&error))),
        }
    }
    let listed = rounds::list_all(tx);
    let mut seen: Vec<PollId> = Vec::new();
    match listed {
        Ok(listed) => {
            for round in listed {
                let (about, found) = of_round(tx, &round, !seen.contains(&round.poll));
                seen.push(round.poll);
                found.into_iter().for_each(|problem| add(&about, problem));
            }
        }
        Err(error) => add("", damaged(told(&error))),
    }
    Ok(all)
}

/// All chains, as they were read.
struct ChainsRead {
    head: ChainHead,
    lines: u64,
    chains: usize,
    /// The first break of each that does not hold.
    broken: Vec<ChainBreak>,
}

/// Reads every chain from its first line, and compares each with the heads of it that the installation's
/// took.
fn chains(tx: &ReadTx<'_>) -> Result<ChainsRead, StoreError> {
    let named = audits::list_chains(tx)?;
    let mut read = ChainsRead {
        head: audits::find_head(tx, LogChain::Installation)?,
        lines: audits::count(tx)?,
        chains: named.len(),
        broken: Vec::new(),
    };
    for chain in named {
        read.broken
            .extend(audits::check(tx, chain, ChainHead::EMPTY)?.err());
    }
    for (found, _) in heads::find_differences(tx, None)? {
        if read.broken.iter().all(|one| one.chain != found.chain) {
            read.broken.push(found);
        }
    }
    Ok(read)
}

/// The name of the congress whose chain it is; empty for the installation's.
fn of_chain(tx: &ReadTx<'_>, chain: LogChain) -> String {
    match chain {
        LogChain::Installation => String::new(),
        LogChain::Congress(id) => {
            congresses::get(tx, id).map_or_else(|_| id.to_string(), |congress| congress.name)
        }
    }
}

/// What of the log is not as a head says that is known from outside.
fn compared(tx: &ReadTx<'_>, head: &PrintedHead) -> Result<Option<Problem>, StoreError> {
    let chain = match &head.slug {
        None => LogChain::Installation,
        Some(slug) => match congresses::find(tx, slug)? {
            Some(congress) => LogChain::Congress(audits::find_real(tx, congress.id)?),
            None => {
                let problem = Problem::error("head-congress-unknown");
                return Ok(Some(problem.with("slug", slug)));
            }
        },
    };
    let found = audits::find_difference(tx, chain, head)?;
    Ok(found.map(|found| found.problem()))
}

/// Parts of the schema that the program did not write: a trigger acts later by the program's own hand.
fn foreign(found: String) -> Problem {
    Problem::error("schema-changed").with("found", found)
}

/// What of a round, and the first time of its poll, is not as it was fixed.
fn of_round(
    tx: &ReadTx<'_>,
    round: &domain::poll::Round,
    with_poll: bool,
) -> (String, Vec<Problem>) {
    let about = name(tx, round.poll).unwrap_or_default();
    let found = || -> Result<Vec<Problem>, ServiceError> {
        let place = RoundContext::of(tx, round.id)?;
        let mut found = fixed::differences(tx, &place)?;
        if with_poll && found.is_empty() {
            found.extend(fixed::differences_of_poll(tx, round.poll)?);
        }
        Ok(found)
    };
    // What cannot be read any more was changed.
    let found = found().unwrap_or_else(|_| vec![changed(FixedFact::Record, round.stage)]);
    (about, found)
}

fn name(tx: &ReadTx<'_>, poll: PollId) -> Result<String, ServiceError> {
    let poll = polls::get(tx, poll)?;
    let session = sessions::get(tx, poll.session)?;
    let congress = congresses::get(tx, session.congress)?;
    Ok(format!("{} · {}", congress.name, poll.title))
}

/// An error of the store in one line.
fn told(error: &StoreError) -> String {
    if let StoreError::Sqlite(source) = error {
        return source.to_string();
    }
    error.to_string()
}
