//! Every acknowledged ballot lies in its box, opens and counts once, or its round is void by two with
//! a reason; and nothing else counts.

use std::collections::BTreeMap;

use crate::random_days::day::Day;
use crate::random_days::model::Model;
use crate::random_days::told::Violation;

/// What the people of a day know of a round's papers, whichever way they came.
pub(crate) struct Counted {
    /// The papers with marks, as stored papers have them.
    pub(crate) patterns: Vec<Vec<u8>>,
    /// Papers that are void as a whole.
    pub(crate) void: usize,
}

impl Counted {
    pub(crate) fn total(&self) -> usize {
        self.patterns.len() + self.void
    }

    /// How often a line has a mark.
    pub(crate) fn marks(&self, line: usize, mark: u8) -> usize {
        let has = |pattern: &&Vec<u8>| pattern.get(line + 1) == Some(&mark);
        self.patterns.iter().filter(has).count()
    }
}

/// All ballots and papers of a round.
pub(crate) fn counted(model: &Model, round: i64, is_tick: bool) -> Counted {
    let cast = model.cast.get(&round);
    let mut patterns: Vec<Vec<u8>> = cast
        .map(|cast| cast.values().cloned().collect())
        .unwrap_or_default();
    let papers = model.papers.get(&round).map_or(&[][..], Vec::as_slice);
    let mut void = 0;
    for keys in papers {
        if keys.starts_with('/') {
            void += 1;
        } else {
            let mut pattern = vec![1, if is_tick { b'b' } else { b'a' }];
            pattern.extend(keys.bytes().map(|key| key - b'0'));
            patterns.push(pattern);
        }
    }
    Counted { patterns, void }
}

/// Whether a round's papers are ticked.
pub(crate) fn is_tick(day: &Day, round: i64) -> bool {
    let rules = day.texts("select rules from round where id = ?1", &[&round]);
    rules
        .concat()
        .lines()
        .any(|line| line.starts_with("kind") && line.contains("tick"))
}

pub(super) fn check(day: &Day) -> Result<(), Violation> {
    let in_boxes = day.in_boxes();
    let sql = "select r.id, r.stage, r.void_reason, \
        (select count(*) from act_done as d where d.subject = 'round' and d.subject_id = r.id \
         and d.act = 'void' and (d.second_person is not null or d.second_officer is not null)) \
        from round as r order by r.id";
    let mut statement = day.facts().prepare_cached(sql).unwrap();
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, i64>(3)?,
        ))
    });
    let mut known = Vec::new();
    for row in rows.unwrap() {
        let (round, stage, reason, voided) = row.unwrap();
        let [boxed, spent] = in_boxes.get(&round).copied().unwrap_or_default();
        known.push(round);
        let cast = day.model.cast.get(&round).map_or(0, BTreeMap::len) as i64;
        let told = format!(
            "round {round} is {stage}: {cast} acknowledged, {boxed} in the box, {spent} rights spent"
        );
        let has_dummies = day.model.dummies.contains(&round);
        match stage.as_str() {
            "draft" | "frozen" | "sealed" | "issuing" => {
                if boxed != 0 || spent != 0 || cast != 0 {
                    return Violation::of("a box is empty before voting", told);
                }
            }
            "open" | "paused" | "closed" | "accounted" => {
                if boxed != spent || (cast != boxed && !has_dummies) {
                    return Violation::of("what is in the box was acknowledged", told);
                }
            }
            "void" => {
                if reason.is_empty() || voided == 0 {
                    return Violation::of("a round is voided by two with a reason", told);
                }
            }
            _ if has_dummies => {}
            _ => opened(day, round)?,
        }
    }
    let lost = day.model.cast.keys().find(|round| !known.contains(round));
    match lost {
        Some(round) => Violation::of("no round is lost", format!("round {round}")),
        None => Ok(()),
    }
}

/// The papers of an open box are exactly those that were cast and typed.
fn opened(day: &Day, round: i64) -> Result<(), Violation> {
    let facts = day.facts();
    let sql = "select verdict, pattern, papers from opened_paper where round = ?1";
    let mut statement = facts.prepare_cached(sql).unwrap();
    let rows = statement.query_map([round], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, Vec<u8>>(1)?,
            row.get::<_, i64>(2)?,
        ))
    });
    let mut stored: BTreeMap<Vec<u8>, i64> = BTreeMap::new();
    let mut void = 0;
    for row in rows.unwrap() {
        let (verdict, pattern, papers) = row.unwrap();
        if verdict == "void" {
            void += papers;
        } else {
            *stored.entry(pattern).or_default() += papers;
        }
    }
    let cast = counted(&day.model, round, is_tick(day, round));
    let mut wanted: BTreeMap<Vec<u8>, i64> = BTreeMap::new();
    for pattern in &cast.patterns {
        *wanted.entry(pattern.clone()).or_default() += 1;
    }
    if stored != wanted || void != cast.void as i64 {
        let told = format!(
            "round {round}: cast {wanted:?} and {} void, opened {stored:?} and {void} void",
            cast.void
        );
        return Violation::of("every acknowledged ballot opens and counts once", told);
    }
    Ok(())
}
