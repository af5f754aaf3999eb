//! `minsheng count`: counts a file of ballots with the same domain code as the hall.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::console::{fail, place_words};
use domain::congress::Body;
use domain::poll::clause::Clauses;
use domain::poll::rules::{HallNumbers, MarkLimit, PassRule, Rules};
use domain::problem::{Problem, ProblemPlace};
use domain::tally::{CountError, Counter, Outcome};
use exchange::{BallotFile, FileCandidate};
use text::{Language, Words, rules as rule_words};

/// The most problems that are listed; the others are only numbered.
const LISTED: usize = 1000;

/// Counts a file of ballots.
#[derive(Debug, Args)]
pub struct CountArgs {
    /// A Pabulib .pb file, or a table `ballot,<candidate id>...` with cells a, o, x or nothing
    file: PathBuf,
    /// Projects to choose; never limits the marks of a ballot [default: all]
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    places: Option<u16>,
    /// Deputies in office: the number of which a majority is taken
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    deputies: Option<u32>,
    /// The approvals needed [default: none for .pb, majority-of-all for a table]
    #[arg(long, value_enum)]
    threshold: Option<Threshold>,
    /// How the outcome is printed
    #[arg(long, value_enum, default_value_t = OutputFormat::Table)]
    format: OutputFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Threshold {
    /// More than half of all deputies
    MajorityOfAll,
    /// None: the most approvals win
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum OutputFormat {
    /// For people
    Table,
    /// One JSON object
    Json,
}

/// Why nothing was counted.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("{path}: {source}", path = path.display())]
    File {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("{path}: {place}{code}: {message}", path = path.display())]
    Unreadable {
        path: PathBuf,
        place: String,
        code: &'static str,
        message: String,
    },
    #[error("a majority of all deputies needs --deputies N, the number in office")]
    DeputiesNeeded,
    #[error("nothing was counted")]
    Count(#[from] CountError),
    #[error("the outcome cannot be printed")]
    Print(#[from] std::io::Error),
    #[error("the outcome cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// Counts and prints; exit code 0 when counted, 2 when there was nothing that could be.
#[must_use]
pub fn run(args: &CountArgs) -> ExitCode {
    match count(args) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads only the first lines has read enough.
        Err(Refusal::Print(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(refusal) => fail(&refusal),
    }
}

fn count(args: &CountArgs) -> Result<(), Refusal> {
    let (mut file, is_pabulib) = open(&args.file)?;
    let unreadable = |problem: &Problem| Refusal::unreadable(&args.file, problem);
    let rules = rules(args, is_pabulib, file.candidates().len())?;
    let lines = file.candidates().len();
    let mut counter = Counter::new(&rules, lines);
    let mut problems = ProblemList::default();
    while let Some(ballot) = file.next_ballot().map_err(|problem| unreadable(&problem))? {
        match &ballot.paper {
            Some(paper) => counter.add(paper, 1),
            None => counter.add_unreadable(1),
        }
        problems.extend(ballot.problems);
    }
    let outcome = counter.finish(&HallNumbers::of(args.deputies.unwrap_or(0)))?;
    if let Some(deputies) = args
        .deputies
        .filter(|due| outcome.ballots > u64::from(*due))
    {
        let problem = Problem::warning("ballots-above-members");
        problems.add(
            problem
                .with("ballots", outcome.ballots)
                .with("deputies", deputies),
        );
    }
    let mut out = std::io::stdout().lock();
    match args.format {
        OutputFormat::Json => {
            let report = CountReport::of(&outcome, file.candidates(), &problems);
            serde_json::to_writer(&mut out, &report)?;
            writeln!(out)?;
        }
        OutputFormat::Table => table(&mut out, &outcome, file.candidates(), &problems)?,
    }
    out.flush()?;
    Ok(())
}

/// Opens the file; a `.pb` file is known by its name or by its first line.
fn open(path: &Path) -> Result<(BallotFile<BufReader<File>>, bool), Refusal> {
    let refuse = |source| Refusal::File {
        path: path.to_owned(),
        source,
    };
    let mut input = BufReader::with_capacity(1 << 18, File::open(path).map_err(refuse)?);
    let is_named = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("pb"));
    let start = input.fill_buf().map_err(refuse)?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let is_pabulib = is_named || start.starts_with(b"META");
    let file = BallotFile::open(input, is_pabulib);
    let file = file.map_err(|problem| Refusal::unreadable(path, &problem))?;
    Ok((file, is_pabulib))
}

/// The rules of the count: marks without a limit, as many places as asked for.
fn rules(args: &CountArgs, is_pabulib: bool, candidates: usize) -> Result<Rules, Refusal> {
    let default = if is_pabulib {
        Threshold::None
    } else {
        Threshold::MajorityOfAll
    };
    let pass = match args.threshold.unwrap_or(default) {
        Threshold::None => PassRule::None,
        Threshold::MajorityOfAll if args.deputies.is_none() => return Err(Refusal::DeputiesNeeded),
        Threshold::MajorityOfAll => PassRule::Majority,
    };
    let all = u16::try_from(candidates).unwrap_or(u16::MAX);
    let rules = Rules::per_item(args.places.unwrap_or(all), Body::Congress);
    Ok(Rules {
        pass,
        limit: MarkLimit::Unlimited,
        clauses: Clauses::default(), // a file has no rules text whose clauses could be cited
        ..rules
    })
}

impl Refusal {
    fn unreadable(path: &Path, problem: &Problem) -> Self {
        Self::Unreadable {
            path: path.to_owned(),
            place: place_words(&problem.place),
            code: problem.code,
            message: message(problem),
        }
    }
}

/// Problems: all are numbered, the first are listed.
#[derive(Default)]
struct ProblemList {
    listed: Vec<Problem>,
    total: u64,
}

impl ProblemList {
    fn add(&mut self, problem: Problem) {
        self.total = self.total.saturating_add(1);
        if self.listed.len() < LISTED {
            self.listed.push(problem);
        }
    }

    fn extend(&mut self, problems: Vec<Problem>) {
        problems.into_iter().for_each(|problem| self.add(problem));
    }
}

fn words() -> Words {
    Words::of(Language::En)
}

fn message(problem: &Problem) -> String {
    words()
        .say_named("problem", problem.code, &problem.facts)
        .text
}

/// The printed object; its names are promised to whoever reads it with a program.
#[derive(Serialize)]
struct CountReport<'o> {
    ballots: u64,
    valid: u64,
    void: u64,
    blank: u64,
    places: u64,
    needed: u64,
    candidates: Vec<ReportCandidate<'o>>,
    problems: Vec<ReportProblem>,
    problems_total: u64,
}

#[derive(Serialize)]
struct ReportCandidate<'o> {
    id: &'o str,
    name: &'o str,
    approve: u64,
    oppose: u64,
    abstain: u64,
    rank: u64,
    verdict: &'static str,
}

#[derive(Serialize)]
struct ReportProblem {
    row: Option<u64>,
    code: &'static str,
    message: String,
}

impl<'o> CountReport<'o> {
    fn of(outcome: &Outcome, candidates: &'o [FileCandidate], problems: &ProblemList) -> Self {
        let lines = candidates.iter().zip(&outcome.lines);
        let candidates = lines.map(|(candidate, line)| ReportCandidate {
            id: &candidate.id,
            name: &candidate.name,
            approve: line.approve,
            oppose: line.oppose,
            abstain: line.abstain,
            rank: line.rank,
            verdict: line.verdict.word(),
        });
        let listed = problems.listed.iter().map(|problem| ReportProblem {
            row: row(problem),
            code: problem.code,
            message: message(problem),
        });
        Self {
            ballots: outcome.ballots,
            valid: outcome.valid,
            void: outcome.void_total(),
            blank: outcome.blank,
            places: outcome.places,
            needed: outcome.needed,
            candidates: candidates.collect(),
            problems: listed.collect(),
            problems_total: problems.total,
        }
    }
}

fn row(problem: &Problem) -> Option<u64> {
    match &problem.place {
        ProblemPlace::Cell { row, .. } => Some(*row),
        ProblemPlace::Whole | ProblemPlace::Field(_) => None,
    }
}

/// The outcome for people: totals, candidates in the order of the file, how it came about.
fn table(
    out: &mut impl Write,
    outcome: &Outcome,
    candidates: &[FileCandidate],
    problems: &ProblemList,
) -> Result<(), std::io::Error> {
    writeln!(
        out,
        "{} ballots: {} valid, {} void, {} blank; {} places, {} approvals needed",
        outcome.ballots,
        outcome.valid,
        outcome.void_total(),
        outcome.blank,
        outcome.places,
        outcome.needed
    )?;
    writeln!(out)?;
    writeln!(
        out,
        "{:>4}  {:>8}  {:>8}  {:>8}  {:<15}  candidate",
        "rank", "approve", "oppose", "abstain", "verdict"
    )?;
    for (candidate, line) in candidates.iter().zip(&outcome.lines) {
        writeln!(
            out,
            "{:>4}  {:>8}  {:>8}  {:>8}  {:<15}  {} {}",
            line.rank,
            line.approve,
            line.oppose,
            line.abstain,
            line.verdict.word(),
            plain(&candidate.id),
            if candidate.name == candidate.id {
                String::new()
            } else {
                plain(&candidate.name)
            }
        )?;
    }
    writeln!(out)?;
    for sentence in rule_words::trace(words(), outcome) {
        writeln!(out, "{sentence}")?;
    }
    if problems.total > 0 {
        writeln!(out, "\n{} problems", problems.total)?;
        for problem in &problems.listed {
            let place = place_words(&problem.place);
            writeln!(out, "{place}{}: {}", problem.code, plain(&message(problem)))?;
        }
    }
    Ok(())
}

/// A text from a file without what would move a terminal's cursor.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
