//! Where an act happens: a poll with its newest round, as the store has it now.

use rusqlite::{Connection, Row};

/// Which of a prefecture's polls is meant, told so that it means the same when other steps of a day
/// are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The congress by its place among those of the prefecture.
    pub(crate) congress: usize,
    pub(crate) is_rehearsal: bool,
    /// Which of its polls, in the order in which they were made.
    pub(crate) poll: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = if self.is_rehearsal {
            "rehearsal"
        } else {
            "poll"
        };
        write!(f, "{} {kind} {}", SLUGS[self.congress], self.poll + 1)
    }
}

/// The congresses by their words in addresses, in the order of [`Place::congress`].
pub(crate) const SLUGS: [&str; 3] = ["qinghe", "chaganguole", "buerjin"];

/// A poll with its newest round.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) place: Place,
    pub(crate) session: i64,
    pub(crate) sitting: i64,
    pub(crate) sitting_stage: String,
    pub(crate) poll: i64,
    pub(crate) are_rules_adopted: bool,
    pub(crate) is_withdrawn: bool,
    pub(crate) round: i64,
    pub(crate) stage: String,
}

impl Target {
    pub(crate) fn is_at(&self, stages: &[&str]) -> bool {
        stages.contains(&self.stage.as_str())
    }

    pub(crate) fn sheet(&self) -> String {
        format!("/manage/polls/{}", self.poll)
    }

    pub(crate) fn sealed_box(&self) -> String {
        format!("/manage/rounds/{}/box", self.round)
    }
}

/// Every poll, in the order in which they were made.
pub(crate) fn targets(facts: &Connection) -> Vec<Target> {
    let sql = "select coalesce(o.slug, c.slug), c.rehearsal_of is not null, s.id, t.id, t.stage, \
        p.id, p.rules_adopted, r.id, r.stage, p.withdrawn <> '' from poll as p \
        join session as s on s.id = p.session join congress as c on c.id = s.congress \
        left join congress as o on o.id = c.rehearsal_of join round as r on r.poll = p.id \
        and r.number = (select max(number) from round where poll = p.id) \
        join sitting as t on t.id = r.sitting order by p.id";
    let mut statement = facts.prepare_cached(sql).unwrap();
    let mut found: Vec<Target> = Vec::new();
    let read = |row: &Row<'_>| {
        let slug: String = row.get(0)?;
        let congress = SLUGS.iter().position(|one| *one == slug).unwrap();
        Ok(Target {
            place: Place {
                congress,
                is_rehearsal: row.get(1)?,
                poll: 0,
            },
            session: row.get(2)?,
            sitting: row.get(3)?,
            sitting_stage: row.get(4)?,
            poll: row.get(5)?,
            are_rules_adopted: row.get(6)?,
            round: row.get(7)?,
            stage: row.get(8)?,
            is_withdrawn: row.get(9)?,
        })
    };
    for target in statement.query_map([], read).unwrap() {
        let mut target = target.unwrap();
        let is_before = |one: &&Target| {
            one.place.congress == target.place.congress
                && one.place.is_rehearsal == target.place.is_rehearsal
        };
        target.place.poll = found.iter().filter(is_before).count();
        found.push(target);
    }
    found
}
