//! A day: the program over its data, the people, and what they know.

use std::collections::BTreeMap;
use std::path::Path;

use domain::access::Role;
use machine::clock::Clock;
use rusqlite::{Connection, OpenFlags, ToSql};
use tempfile::TempDir;

use crate::random_days::chance::Chance;
use crate::random_days::model::Model;
use crate::random_days::prefecture::{Person, Prefecture, copied};
use crate::random_days::site::{Browser, Site};
use crate::random_days::target::{Place, Target, targets};
use crate::random_days::told::{Tried, Violation, read};
use crate::support::{Page, boxes, noon};

/// A day as it stands.
pub(crate) struct Day {
    /// The program; none only between two lives.
    site: Option<Site>,
    /// What is stored, read past the program: opened once a life, for that takes as long as a request.
    facts: Connection,
    dir: TempDir,
    clock: Clock,
    seed: u64,
    lives: u64,
    pub(crate) people: Vec<Person>,
    pub(crate) model: Model,
    /// Somebody whom no congress knows.
    pub(crate) stranger: Browser,
}

impl Day {
    /// The morning of a day.
    pub(crate) fn begin(seed: u64) -> Self {
        let prefecture = Prefecture::get();
        Self::over(prefecture.copy(), seed, prefecture.people.clone())
    }

    fn over(dir: TempDir, seed: u64, people: Vec<Person>) -> Self {
        let clock = Clock::fixed(noon());
        let site = Site::start(dir.path(), &clock, seed << 8).unwrap();
        Self {
            site: Some(site),
            facts: facts_of(dir.path()),
            dir,
            clock,
            seed,
            lives: 0,
            people,
            model: Model::default(),
            stranger: Browser::new(60_000),
        }
    }

    /// The same day in a copy of its data: what is tried there changes nothing here.
    pub(crate) fn fork(&self, change: impl FnOnce(&Path)) -> Self {
        let dir = copied(self.dir.path());
        change(dir.path());
        let mut fork = Self::over(dir, self.seed ^ 0x0F0F, self.people.clone());
        fork.model = self.model.clone();
        fork
    }

    pub(crate) fn site(&self) -> &Site {
        self.site.as_ref().unwrap()
    }

    /// The program dies, between two requests or in the middle of one, and starts again over its files as
    /// they lie. No commit is under way while they are copied: half a commit is what SQLite answers for.
    pub(crate) fn die(&mut self) -> Result<(), Violation> {
        let file = Connection::open(self.dir.path().join("minsheng.db")).unwrap();
        file.busy_timeout(std::time::Duration::from_secs(20))
            .unwrap();
        file.execute_batch("begin immediate").unwrap();
        let left = copied(self.dir.path());
        file.execute_batch("rollback").unwrap();
        drop(file);
        self.site = None;
        self.live_on(left)
    }

    /// The program is stopped in order and started again.
    pub(crate) fn restart(&mut self) -> Result<(), Violation> {
        self.site = None;
        let left = copied(self.dir.path());
        self.live_on(left)
    }

    fn live_on(&mut self, left: TempDir) -> Result<(), Violation> {
        self.lives += 1;
        self.dir = left;
        let random = (self.seed << 8) + self.lives;
        match Site::start(self.dir.path(), &self.clock, random) {
            Ok(site) => {
                self.site = Some(site);
                self.facts = facts_of(self.dir.path());
            }
            Err(error) => return Violation::of("the program starts again", format!("{error:?}")),
        }
        Ok(())
    }

    /// What is stored, read past the program.
    pub(crate) fn facts(&self) -> &Connection {
        &self.facts
    }

    /// The same with what lies in the boxes.
    pub(crate) fn with_boxes(&self) -> Connection {
        boxes::open(self.dir.path())
    }

    /// How many ballots lie in the boxes of each round, and how many rights are spent there.
    pub(crate) fn in_boxes(&self) -> BTreeMap<i64, [i64; 2]> {
        boxes::numbers(self.dir.path())
    }

    pub(crate) fn number(&self, sql: &str, values: &[&dyn ToSql]) -> i64 {
        let mut statement = self.facts.prepare_cached(sql).unwrap();
        let found = statement.query_row(values, |row| row.get::<_, Option<i64>>(0));
        found
            .unwrap_or_else(|error| panic!("{sql}: {error}"))
            .unwrap_or(0)
    }

    pub(crate) fn texts(&self, sql: &str, values: &[&dyn ToSql]) -> Vec<String> {
        let mut statement = self.facts.prepare_cached(sql).unwrap();
        let rows = statement.query_map(values, |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    pub(crate) fn targets(&self) -> Vec<Target> {
        targets(&self.facts)
    }

    /// The poll at a place, if there is one now.
    pub(crate) fn target(&self, place: Place) -> Option<Target> {
        self.targets().into_iter().find(|one| one.place == place)
    }

    /// A page as somebody sees it.
    pub(crate) fn get(&mut self, who: usize, path: &str) -> Page {
        let site = self.site.as_ref().unwrap();
        self.people[who].browser.get(site, path)
    }

    pub(crate) fn post(&mut self, who: usize, to: &str, fields: &[(String, String)]) -> Page {
        let site = self.site.as_ref().unwrap();
        let page = self.people[who].browser.post(site, to, fields);
        // A press that was refused may have been an asking all the same: whoever asked has pressed.
        if page.status < 400 || self.has_asked(who, to, fields) {
            self.note(who, to, fields);
        }
        page
    }

    /// Whether what somebody sent stands now as something they asked for.
    fn has_asked(&self, who: usize, to: &str, fields: &[(String, String)]) -> bool {
        let sql = "select count(*) from act_request as q join account as a on a.id = q.asked_by \
            where q.subject = ?1 and q.id = ?2 and q.act = ?3 and a.username = ?4";
        let name = &self.people[who].name;
        crate::random_days::hands::about(to, fields)
            .iter()
            .any(|(subject, id, act)| self.number(sql, &[subject, id, act, name]) > 0)
    }

    /// Notes who stands behind a form: whoever sends it, and whoever chose the PIN that is typed in it.
    pub(crate) fn note(&mut self, who: usize, to: &str, fields: &[(String, String)]) {
        let field = |name: &str| {
            let found = fields.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.as_str())
        };
        let mut hands = vec![self.people[who].name.clone()];
        let officer = field("officer").and_then(|officer| officer.parse::<i64>().ok());
        if let Some((pin, chosen_by)) = officer.and_then(|one| self.model.pins.get(&one))
            && field("pin") == Some(pin)
            && field("as") != Some("ask")
        {
            hands.push(chosen_by.clone());
        }
        self.model.hands.note(to, fields, &hands);
    }

    /// A request whose answer nobody waits for. It is left where it stands; `settle` lets it end.
    pub(crate) fn post_and_hang_up(
        &mut self,
        who: usize,
        to: &str,
        fields: &[(String, String)],
        mut is_enough: impl FnMut(&Self) -> bool,
    ) -> Option<Page> {
        let mut browser = self.people[who].browser.clone();
        let answer = browser.post_until(self.site(), to, fields, || is_enough(self));
        self.people[who].browser = browser;
        self.note(who, to, fields);
        answer
    }

    /// The person of an account's name.
    pub(crate) fn person(&self, name: &str) -> usize {
        self.people.iter().position(|one| one.name == name).unwrap()
    }

    /// Somebody of a congress with one of these roles; now and then somebody who should not.
    pub(crate) fn somebody(&self, congress: usize, roles: &[Role], chance: &mut Chance) -> usize {
        if chance.percent(6) {
            return chance.below(self.people.len());
        }
        let all = self.people.iter().enumerate();
        let fit: Vec<usize> = all
            .filter(|(_, one)| one.congress == congress && roles.contains(&one.role))
            .map(|(place, _)| place)
            .collect();
        *chance.of(&fit).unwrap()
    }

    /// Who should press next for an act of two: the second person mostly where somebody asked.
    pub(crate) fn second(
        &self,
        congress: usize,
        roles: &[Role],
        (subject, id, act): (&str, i64, &str),
        chance: &mut Chance,
    ) -> usize {
        let who = self.somebody(congress, roles, chance);
        let sql = "select coalesce((select a.username from act_request as q join account as a \
            on a.id = q.asked_by where q.subject = ?1 and q.id = ?2 and q.act = ?3), '')";
        let asked = self.texts(sql, &[&subject, &id, &act]).remove(0);
        if asked != self.people[who].name || chance.percent(15) {
            return who;
        }
        let fit = |one: &Person| {
            one.congress == congress && roles.contains(&one.role) && one.name != asked
        };
        self.people.iter().position(fit).unwrap()
    }

    /// Somebody opens a page and presses a form of it, if it is there; a stubborn one sends it anyway.
    pub(crate) fn press(
        &mut self,
        press: &Press<'_>,
        chance: &mut Chance,
    ) -> Result<(Tried, Option<Page>), Violation> {
        let page = self.get(press.who, press.page);
        let seen = read(&page)?;
        if seen != Tried::Done {
            return Ok((seen, Some(page)));
        }
        let has_form = page.has_form(press.to);
        let (to, mut fields) = if has_form {
            page.form(press.to)
        } else if chance.percent(12) && page.html().contains("name=\"token\"") {
            let token = ("token".to_owned(), page.value("token"));
            (press.to.to_owned(), vec![token])
        } else {
            return Ok((Tried::NotOffered, None));
        };
        for (name, value) in press.fields {
            fields.retain(|(known, _)| known != name);
            fields.push(((*name).to_owned(), value.clone()));
        }
        if chance.percent(3) {
            let mut steps = chance.below(6);
            let enough = |_: &Self| {
                steps = steps.saturating_sub(1);
                steps == 0
            };
            let tasks = self.site().tasks();
            let answer = self.post_and_hang_up(press.who, &to, &fields, enough);
            if answer.is_none() && chance.percent(40) {
                self.die()?;
            } else {
                self.site().settle(tasks);
            }
            return match answer {
                Some(page) if page.status != 303 => Ok((read(&page)?, Some(page))),
                Some(_) => Ok((Tried::Done, None)),
                None => Ok((Tried::Refused(vec!["nobody-waited".into()]), None)),
            };
        }
        let answer = self.post(press.who, &to, &fields);
        Ok((read(&answer)?, Some(answer)))
    }
}

/// A form that somebody presses.
pub(crate) struct Press<'p> {
    pub(crate) who: usize,
    pub(crate) page: &'p str,
    pub(crate) to: &'p str,
    pub(crate) fields: &'p [(&'p str, String)],
}

fn facts_of(dir: &Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let facts = Connection::open_with_flags(dir.join("minsheng.db"), flags).unwrap();
    facts.set_prepared_statement_cache_capacity(128);
    facts
}
