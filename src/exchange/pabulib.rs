//! Pabulib's `.pb` files (pabulib.org/format): META, PROJECTS and VOTES, separated by semicolons,
//! columns in any order. Approval and choose-1 are counted; other kinds are refused by their name.
//!
//! A project not named on a ballot is unmarked. The file's own `selected` follows cost and budget and
//! means nothing here; its `votes` are what the count must come to.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::ballots::{Candidates, FileBallot, FileCandidate, shown};
use super::records::{Records, TextRecord};
use domain::ballot::{Mark, Paper};
use domain::problem::Problem;

/// A `.pb` file whose votes are read as they are counted.
pub struct Pabulib<R> {
    records: Records<R>,
    candidates: Vec<FileCandidate>,
    places: BTreeMap<String, usize>,
    vote_column: usize,
    columns: usize,
    least: Option<usize>,
    most: Option<usize>,
}

impl<R: BufRead> Pabulib<R> {
    /// Reads META, PROJECTS and the header of VOTES.
    ///
    /// # Errors
    /// `pb-section-missing`, `pb-column-missing`, `pb-kind-missing`, `pb-kind-unknown`,
    /// `pb-number-wrong`, what is wrong with a candidate, or the file unreadable as text.
    pub fn open(input: R) -> Result<Self, Problem> {
        let mut records = Records::new(input, ';');
        expect_section(records.next()?, "META")?;
        let meta = PabulibMeta::read(&mut records)?;
        let candidates = read_projects(&mut records)?;
        let header = header(&mut records, "VOTES", "vote")?;
        let places = candidates.iter().enumerate();
        Ok(Self {
            places: places
                .map(|(place, candidate)| (candidate.id.clone(), place))
                .collect(),
            candidates,
            records,
            vote_column: header.0,
            columns: header.1.len(),
            least: meta.least,
            most: meta.most,
        })
    }

    /// The projects.
    #[must_use]
    pub fn candidates(&self) -> &[FileCandidate] {
        &self.candidates
    }

    /// The next ballot; none at the end.
    ///
    /// # Errors
    /// The problem that makes the rest of the file unreadable.
    pub fn next_ballot(&mut self) -> Result<Option<FileBallot>, Problem> {
        let Some(record) = self.records.next()? else {
            return Ok(None);
        };
        let row = record.row;
        let mut problems = Vec::new();
        let cells = record.len();
        if cells <= self.vote_column {
            let problem = Problem::error("row-too-short").in_cell(row, "");
            problems.push(problem.with("cells", cells).with("columns", self.columns));
            return Ok(Some(FileBallot {
                row,
                paper: None,
                problems,
            }));
        }
        if cells > self.columns {
            let problem = Problem::error("row-too-long").in_cell(row, "");
            problems.push(problem.with("cells", cells).with("columns", self.columns));
        }
        let mut marks = vec![Mark::Unmarked; self.candidates.len()];
        let mut unknown: Vec<&str> = Vec::new();
        let mut named: usize = 0;
        let ids = record.get(self.vote_column).split(',').map(str::trim);
        for id in ids.filter(|id| !id.is_empty()) {
            let mark = self.places.get(id).and_then(|place| marks.get_mut(*place));
            let code = match mark {
                Some(mark) if *mark == Mark::Unmarked => {
                    *mark = Mark::Approve;
                    named = named.saturating_add(1);
                    continue;
                }
                None if !unknown.contains(&id) => {
                    unknown.push(id);
                    named = named.saturating_add(1);
                    "vote-unknown"
                }
                Some(_) | None => "vote-twice",
            };
            let problem = Problem::error(code).in_cell(row, "vote");
            problems.push(problem.with("id", shown(id)));
        }
        problems.extend(
            self.outside(named)
                .map(|problem| problem.in_cell(row, "vote")),
        );
        Ok(Some(FileBallot {
            row,
            paper: Some(Paper::Marks(marks)),
            problems,
        }))
    }

    /// More or fewer projects named than the file says ballots have.
    fn outside(&self, named: usize) -> Option<Problem> {
        let below = self.least.filter(|least| named < *least);
        let above = self.most.filter(|most| named > *most);
        let told = |code, bound| {
            Problem::error(code)
                .with("named", named)
                .with("bound", bound)
        };
        below
            .map(|least| told("vote-too-short", least))
            .or_else(|| above.map(|most| told("vote-too-long", most)))
    }
}

/// What META says that a count needs.
struct PabulibMeta {
    least: Option<usize>,
    most: Option<usize>,
}

impl PabulibMeta {
    /// Reads up to and with the line PROJECTS.
    fn read<R: BufRead>(records: &mut Records<R>) -> Result<Self, Problem> {
        let mut meta = Self {
            least: None,
            most: None,
        };
        let mut kind: Option<(u64, String)> = None;
        loop {
            let record = records.next()?.ok_or_else(|| section_missing("PROJECTS"))?;
            if is_section(record, "PROJECTS") {
                break;
            }
            let value = record.get(1);
            match record.get(0).to_ascii_lowercase().as_str() {
                "vote_type" => kind = Some((record.row, value.to_ascii_lowercase())),
                "min_length" => meta.least = bound(record)?,
                "max_length" => meta.most = bound(record)?,
                _ => {}
            }
        }
        let (row, kind) = kind.ok_or_else(|| Problem::error("pb-kind-missing"))?;
        match kind.as_str() {
            "approval" => Ok(meta),
            "choose-1" => Ok(Self {
                least: meta.least.or(Some(1)),
                most: meta.most.or(Some(1)),
            }),
            other => {
                let problem = Problem::error("pb-kind-unknown").in_cell(row, "vote_type");
                Err(problem.with("kind", shown(other)))
            }
        }
    }
}

/// A bound of META; an empty one is none.
fn bound(record: &TextRecord) -> Result<Option<usize>, Problem> {
    match record.get(1) {
        "" => Ok(None),
        value => value.parse().map(Some).map_err(|_| {
            let problem = Problem::error("pb-number-wrong").in_cell(record.row, record.get(0));
            problem.with("value", shown(value))
        }),
    }
}

/// Reads up to and with the line VOTES.
fn read_projects<R: BufRead>(records: &mut Records<R>) -> Result<Vec<FileCandidate>, Problem> {
    let (id, header) = header(records, "PROJECTS", "project_id")?;
    let (name, votes) = (column(&header, "name"), column(&header, "votes"));
    let mut candidates = Candidates::default();
    loop {
        let record = records.next()?.ok_or_else(|| section_missing("VOTES"))?;
        if is_section(record, "VOTES") {
            return candidates
                .finish()
                .map_err(|problem| problem.in_cell(record.row, ""));
        }
        let of = |place: Option<usize>| place.map_or("", |place| record.get(place));
        let claimed = of(votes).parse().ok();
        let added = candidates.add(record.get(id), of(name), claimed);
        added.map_err(|problem| problem.in_cell(record.row, "project_id"))?;
    }
}

/// The header of a section, and where its needed column stands.
fn header<R: BufRead>(
    records: &mut Records<R>,
    section: &'static str,
    needed: &'static str,
) -> Result<(usize, TextRecord), Problem> {
    let header = records
        .next()?
        .cloned()
        .ok_or_else(|| section_missing(section))?;
    let place = column(&header, needed).ok_or_else(|| {
        let problem = Problem::error("pb-column-missing").in_cell(header.row, needed);
        problem.with("column", needed).with("section", section)
    })?;
    Ok((place, header))
}

fn column(header: &TextRecord, name: &str) -> Option<usize> {
    header
        .fields()
        .position(|field| field.eq_ignore_ascii_case(name))
}

fn is_section(record: &TextRecord, name: &str) -> bool {
    record.get(0).eq_ignore_ascii_case(name) && record.fields().skip(1).all(str::is_empty)
}

fn expect_section(record: Option<&TextRecord>, name: &'static str) -> Result<(), Problem> {
    match record {
        Some(record) if is_section(record, name) => Ok(()),
        Some(record) => Err(section_missing(name).in_cell(record.row, "")),
        None => Err(section_missing(name)),
    }
}

fn section_missing(section: &'static str) -> Problem {
    Problem::error("pb-section-missing").with("section", section)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "META\nkey;value\nvote_type;approval\nmin_length;1\nmax_length;2\nPROJECTS\n\
        name;project_id;cost;votes\n\"Bridge; north\";b/1;10;2\nRoad;r;20;1\nSchool;s;30;0\nVOTES\n\
        age;vote;voter_id\n30;b/1,r;1\n40;b/1;2\n";

    type BallotSummary = (u64, Option<Vec<u8>>, Vec<&'static str>);

    fn all(text: &str) -> Result<Vec<BallotSummary>, &'static str> {
        let mut file = Pabulib::open(text.as_bytes()).map_err(|problem| problem.code)?;
        let mut ballots = Vec::new();
        while let Some(ballot) = file.next_ballot().map_err(|problem| problem.code)? {
            let codes = ballot.problems.iter().map(|problem| problem.code).collect();
            ballots.push((ballot.row, ballot.paper.map(|paper| paper.encode()), codes));
        }
        Ok(ballots)
    }

    fn paper(marks: [u8; 3]) -> Option<Vec<u8>> {
        Some([&[1, b'a'], marks.as_slice()].concat())
    }

    #[test]
    fn columns_in_any_order_quotes_crlf_and_a_mark_at_the_front() {
        let expected = Ok(vec![
            (13, paper([1, 1, 0]), vec![]),
            (14, paper([1, 0, 0]), vec![]),
        ]);
        assert_eq!(all(FILE), expected);
        assert_eq!(all(&FILE.replace('\n', "\r\n")), expected);
        assert_eq!(all(&format!("\u{feff}{FILE}")), expected);
        let file = Pabulib::open(FILE.as_bytes()).ok().unwrap();
        let first = &file.candidates()[0];
        assert_eq!(
            (first.id.as_str(), first.name.as_str(), first.claimed),
            ("b/1", "Bridge; north", Some(2))
        );
    }

    #[test]
    fn a_ballot_with_something_wrong_counts_as_it_stands() {
        let of = |vote: &str| {
            let text = format!("{FILE}50;\"{vote}\";3\n");
            all(&text).unwrap().pop().unwrap()
        };
        assert_eq!(of("r,r"), (15, paper([0, 1, 0]), vec!["vote-twice"]));
        assert_eq!(of("r,zz"), (15, paper([0, 1, 0]), vec!["vote-unknown"]));
        assert_eq!(
            of("zz,zz"),
            (15, paper([0, 0, 0]), vec!["vote-unknown", "vote-twice"])
        );
        assert_eq!(of("r,s,b/1"), (15, paper([1, 1, 1]), vec!["vote-too-long"]));
        assert_eq!(of(""), (15, paper([0, 0, 0]), vec!["vote-too-short"]));
        assert_eq!(of(" r , s,"), (15, paper([0, 1, 1]), vec![]));
        let short = all(&format!("{FILE}50\n")).unwrap().pop().unwrap();
        assert_eq!(short, (15, None, vec!["row-too-short"]));
        let long = all(&format!("{FILE}50;r;3;4\n")).unwrap().pop().unwrap();
        assert_eq!(long, (15, paper([0, 1, 0]), vec!["row-too-long"]));
    }

    #[test]
    fn choose_1_names_exactly_one() {
        let file = FILE.replace("approval\nmin_length;1\nmax_length;2", "choose-1");
        let codes: Vec<_> = all(&file).unwrap().into_iter().map(|told| told.2).collect();
        assert_eq!(codes, [vec!["vote-too-long"], vec![]]);
    }

    #[test]
    fn a_file_that_cannot_be_counted_says_why() {
        for (from, to, code) in [
            ("approval", "ordinal", "pb-kind-unknown"),
            ("approval", "cumulative", "pb-kind-unknown"),
            ("approval", "", "pb-kind-unknown"),
            ("vote_type;approval\n", "", "pb-kind-missing"),
            ("META\n", "", "pb-section-missing"),
            ("PROJECTS\n", "", "pb-section-missing"),
            ("VOTES\n", "", "candidate-repeated"), // votes read as projects
            ("name;project_id", "name;id", "pb-column-missing"),
            ("age;vote;", "age;ballot;", "pb-column-missing"),
            ("Road;r;", "Road;b/1;", "candidate-repeated"),
            ("Road;r;", "Road;;", "candidate-without-id"),
            ("max_length;2", "max_length;many", "pb-number-wrong"),
            ("max_length;2", "max_length;-1", "pb-number-wrong"),
            ("Road;r;", "\"Road;r;", "quote-unclosed"),
        ] {
            assert_eq!(
                all(&FILE.replacen(from, to, 1)),
                Err(code),
                "{from:?} -> {to:?}"
            );
        }
        assert_eq!(all(""), Err("pb-section-missing"));
        let empty = FILE.replace(
            "\"Bridge; north\";b/1;10;2\nRoad;r;20;1\nSchool;s;30;0\n",
            "",
        );
        assert_eq!(all(&empty), Err("candidates-none"));
    }
}
