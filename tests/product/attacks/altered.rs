//! A voting day, kept as it was before each of its steps, that can be gone on with from any of them
//! after somebody with the file has changed something in it.

use crate::support::AsShown as _;
use std::path::Path;

use domain::access::Actor;
use domain::ballot::{Mark, Paper};
use domain::id::{PollId, RoundId, SittingId};
use domain::round::RoundAct;
use machine::clock::Clock;
use machine::random::Random;
use rusqlite::Connection;
use service::access::password::HashCost;
use service::audit::checking::check_file;
use service::{Service, ServiceError};
use tempfile::TempDir;

use crate::attack::copy_database;
use crate::steps;
use crate::support::{Hall, boxes, noon, slips};

/// The steps of the day, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Freeze,
    Seal,
    Issue,
    Open,
    Vote,
    Close,
    Account,
    OpenBox,
    Count,
    Certify,
    Publish,
}

impl Step {
    pub(crate) const ALL: [Self; 11] = [
        Self::Freeze,
        Self::Seal,
        Self::Issue,
        Self::Open,
        Self::Vote,
        Self::Close,
        Self::Account,
        Self::OpenBox,
        Self::Count,
        Self::Certify,
        Self::Publish,
    ];
}

/// What a day came to: the certified statement without what chance and the log put into it.
pub(crate) type Ended = String;

/// How a change came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// A constraint refused it.
    Refused,
    /// An act was refused, and for these reasons.
    Stopped(Step, Vec<String>),
    /// An act broke: loud, but without a word of what was changed.
    Broke(Step, String),
    /// The day went on as if nothing were, and `doctor` says these.
    Doctor(Vec<String>),
    /// Statement, account and outcome are what they were.
    Harmless,
    /// Nobody said anything and the day came to something else.
    Unnoticed(String),
}

/// A day, before each of its steps and after the last.
pub(crate) struct Days {
    hall: Hall,
    clerk: Actor,
    chief: Actor,
    codes: Vec<String>,
    before: Vec<TempDir>,
    ended: TempDir,
    pub(crate) wanted: Ended,
}

impl Days {
    pub(crate) fn new() -> Self {
        let hall = steps::hall(|_| {});
        let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
        let mut days = Self {
            clerk,
            chief,
            codes: Vec::new(),
            before: Vec::new(),
            ended: tempfile::tempdir().unwrap(),
            wanted: String::new(),
            hall,
        };
        for step in Step::ALL {
            let kept = tempfile::tempdir().unwrap();
            copy(days.hall.dir.path(), kept.path());
            days.before.push(kept);
            let mut codes = days.codes.clone();
            let done = days.take(&days.hall.service, step, &mut codes);
            days.hall.run(done).unwrap();
            days.codes = codes;
        }
        copy(days.hall.dir.path(), days.ended.path());
        days.wanted = ended(days.ended.path());
        days
    }

    /// A copy of the day before a step; after the last for none.
    pub(crate) fn copy(&self, before: Option<Step>) -> TempDir {
        let from = match before {
            Some(step) => {
                self.before[Step::ALL.iter().position(|one| *one == step).unwrap()].path()
            }
            None => self.ended.path(),
        };
        let dir = tempfile::tempdir().unwrap();
        // What is kept is compact and has no log.
        boxes::copy(from, dir.path());
        dir
    }

    /// What comes of a change that is made before a step, in every way that it can come out.
    pub(crate) fn fate(
        &self,
        before: Option<Step>,
        change: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Fate {
        let dir = self.copy(before);
        if !alter(dir.path(), change) {
            return Fate::Refused;
        }
        let stopped = before.and_then(|from| self.go_on(dir.path(), from));
        if matches!(stopped, Some(Fate::Stopped(..))) {
            return stopped.unwrap();
        }
        let found = doctor(dir.path());
        if let Some(broke) = stopped.filter(|_| found.is_empty()) {
            return broke;
        }
        let came = std::panic::catch_unwind(|| ended(dir.path()));
        match came {
            Ok(came) if came == self.wanted && found.is_empty() => Fate::Harmless,
            _ if !found.is_empty() => Fate::Doctor(found),
            Ok(came) => Fate::Unnoticed(first_difference(&self.wanted, &came)),
            Err(_) => Fate::Unnoticed("no statement".to_owned()),
        }
    }

    /// Goes on with the day from a step; how it was stopped, if it was.
    fn go_on(&self, dir: &Path, from: Step) -> Option<Fate> {
        let opened = Service::open_at(
            HashCost::CHEAP,
            dir,
            Clock::fixed(noon()),
            Random::seeded(11),
        );
        self.hall.run(async {
            let service = match opened.await {
                Ok(service) => service,
                Err(error) => return Some(Fate::Broke(from, format!("start: {error:?}"))),
            };
            let mut codes = self.codes.clone();
            for step in Step::ALL.into_iter().filter(|step| *step >= from) {
                match self.take(&service, step, &mut codes).await {
                    Ok(()) => {}
                    Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
                        return Some(Fate::Stopped(step, told(&error)));
                    }
                    Err(error) => return Some(Fate::Broke(step, format!("{error:?}"))),
                }
            }
            None
        })
    }

    async fn take(
        &self,
        service: &Service,
        step: Step,
        codes: &mut Vec<String>,
    ) -> Result<(), ServiceError> {
        let act = match step {
            Step::Freeze => RoundAct::Freeze,
            Step::Seal => RoundAct::Seal,
            Step::Issue => {
                self.press(service, RoundAct::StartIssuing).await?;
                return self.issue(service, codes).await;
            }
            Step::Open => RoundAct::OpenVote,
            Step::Vote => return vote(service, codes).await,
            Step::Close => RoundAct::CloseVote,
            Step::Account => RoundAct::ConfirmAccount,
            Step::OpenBox => RoundAct::OpenBox,
            Step::Count => RoundAct::Count,
            Step::Certify => RoundAct::Certify,
            Step::Publish => {
                for person in [&self.clerk, &self.chief] {
                    service.publish_shown(person, PollId(1)).await?;
                }
                return Ok(());
            }
        };
        self.press(service, act).await
    }

    async fn press(&self, service: &Service, act: RoundAct) -> Result<(), ServiceError> {
        let round = RoundId(1);
        service.act_shown(&self.clerk, round, act, "").await?;
        if act.needs_two() {
            service.act_shown(&self.chief, round, act, "").await?;
        }
        Ok(())
    }

    async fn issue(&self, service: &Service, codes: &mut Vec<String>) -> Result<(), ServiceError> {
        let (clerk, sitting) = (&self.clerk, SittingId(1));
        let people = (clerk, &self.chief);
        let slips = slips::try_print(service, sitting, people, 15).await?;
        *codes = slips.into_iter().map(|slip| slip.scanned).collect();
        let roll = service.get_roll(clerk, sitting).await?;
        let all = roll.lines.iter().map(|line| line.deputy).collect();
        service.issue_slips(clerk, sitting, all).await.map(drop)
    }
}

/// Everybody votes; line 1 to 4 pass, each with other numbers.
async fn vote(service: &Service, codes: &[String]) -> Result<(), ServiceError> {
    for (n, code) in codes.iter().enumerate() {
        let mut marks = vec![Mark::Oppose; 6];
        for (line, mark) in marks.iter_mut().enumerate().take(4) {
            if n > line {
                *mark = Mark::Approve;
            }
        }
        let paper = || Paper::Marks(marks.clone());
        let poll = PollId(1);
        let Ok(ticket) = service.present(code).await? else {
            return Err(ServiceError::NotFound("slip"));
        };
        let round = service.open_sheet(ticket, poll).await?.round.id;
        let token = service.sheet_token(ticket, round);
        let form = service.review(ticket, poll, round, &token, paper()).await?;
        let cast = service.cast(ticket, poll, round, &form.nonce, &form.token, paper());
        cast.await?;
    }
    Ok(())
}

/// What a refusal says: each code with the fact or the kind that it names.
fn told(error: &ServiceError) -> Vec<String> {
    let problems = error.problems().iter();
    let named = problems.map(|problem| {
        let which = problem.facts.iter();
        let mut which = which.filter(|(name, _)| *name == "fact" || *name == "kind");
        match which.next() {
            Some((_, fact)) => format!("{}:{fact}", problem.code),
            None => problem.code.to_owned(),
        }
    });
    named.collect()
}

/// What `doctor` says of a directory.
pub(crate) fn doctor(dir: &Path) -> Vec<String> {
    match check_file(dir, &[], None) {
        Ok(checked) => {
            let problems = checked.differences.into_iter().map(|one| one.problem);
            told(&ServiceError::Refused(problems.collect()))
        }
        Err(error) => vec![format!("unreadable {error:?}")],
    }
}

/// Copies database, boxes and keys.
fn copy(from: &Path, to: &Path) {
    copy_database(from, to);
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "key") {
            std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
}

/// Changes a database past every trigger, which are put back after; whether its constraints let it.
fn alter(dir: &Path, change: impl FnOnce(&Connection) -> rusqlite::Result<()>) -> bool {
    let database = boxes::to_write(dir);
    database.pragma_update(None, "foreign_keys", false).unwrap();
    let sql = "select name, sql from sqlite_schema where type = 'trigger'";
    let mut statement = database.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let triggers: Vec<(String, String)> = rows.unwrap().map(Result::unwrap).collect();
    drop(statement);
    for (name, _) in &triggers {
        database
            .execute_batch(&format!("drop trigger {name}"))
            .unwrap();
    }
    let done = change(&database);
    for (_, sql) in &triggers {
        database.execute_batch(sql).unwrap();
    }
    done.is_ok()
}

/// The statement that a day has come to.
fn ended(dir: &Path) -> Ended {
    let database = Connection::open(dir.join("minsheng.db")).unwrap();
    let sql = "select text from statement where poll = 1 order by version desc limit 1";
    let text: String = database.query_row(sql, [], |row| row.get(0)).unwrap();
    let by_chance = ["audit\t", "papers\t", "box\t", "sealed\t"];
    let kept = text
        .lines()
        .filter(|line| !by_chance.iter().any(|head| line.starts_with(head)));
    kept.collect::<Vec<_>>().join("\n")
}

fn first_difference(wanted: &str, came: &str) -> String {
    let pairs = wanted.lines().zip(came.lines());
    let found = pairs.into_iter().find(|(one, other)| one != other);
    found.map_or_else(String::new, |(one, other)| format!("{one} -> {other}"))
}
