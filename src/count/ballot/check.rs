//! Whether a paper is valid, blank or void, and what a screen must not accept.

use super::{LineNo, Mark, Paper};
use crate::poll::rules::{BlankRule, OvermarkRule, Rules, UndermarkRule};
use crate::problem::{Nature, Problem};
use crate::words;

/// What a paper is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Counted.
    Valid,
    /// No line is marked; counted as a valid paper.
    Blank,
    /// Returned and not counted.
    Void(VoidReason),
}

words! {
    /// Why a paper is void.
    pub enum VoidReason {
        /// More approvals, ticks or ranks than the rules allow.
        Overmarked = "overmarked",
        /// Fewer approvals than the rules demand.
        Undermarked = "undermarked",
        /// One rank given to two candidates.
        RankRepeated = "rank-repeated",
        /// No mark at all, where the rules make that void.
        Blank = "blank",
        /// The stored bytes are no paper of this round.
        Unreadable = "unreadable",
        /// A paper whose marks nobody can tell.
        Illegible = "illegible",
        /// A paper that was not handed out in this round.
        Foreign = "foreign",
        /// A paper with a name or sign by which its voter could be known.
        Signed = "signed",
        /// A paper on which something else was written, such as another candidate.
        WrittenOn = "written-on",
        /// A paper of which a part is missing.
        Torn = "torn",
    }
}

/// A paper's verdict, and the problems a screen shows before it would be cast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperJudgement {
    /// What it is worth once in the box.
    pub verdict: Verdict,
    /// Errors: a screen does not cast it so. Paper has no screen and keeps the verdict.
    pub problems: Vec<Problem>,
}

/// Judges a paper of so many lines by the rules.
///
/// Problems: `marked-too-many` (facts `kind`, `approved`, `most`, `over`), `marked-too-few` (`kind`,
/// `exactly`, `missing`); at a line, `rank-too-low` (`rank`, `most`), `rank-twice` (`rank`) and
/// `rank-gap` (`rank`, at the line that bears the next one); `paper-blank`, a warning where a blank paper is valid and an
/// error where it is void; `page-old` when the paper is of another slate.
#[must_use]
pub fn judge(paper: &Paper, rules: &Rules, lines: usize) -> PaperJudgement {
    let verdict = verdict(paper, rules, lines);
    let problems = match verdict {
        Verdict::Valid => flaws(paper, rules, lines),
        Verdict::Blank => vec![Problem::warning("paper-blank")],
        Verdict::Void(VoidReason::Blank) => vec![Problem::error("paper-blank")],
        Verdict::Void(
            VoidReason::Unreadable
            | VoidReason::Illegible
            | VoidReason::Foreign
            | VoidReason::Signed
            | VoidReason::WrittenOn
            | VoidReason::Torn,
        ) => vec![Problem::error("page-old")],
        Verdict::Void(
            VoidReason::Overmarked | VoidReason::Undermarked | VoidReason::RankRepeated,
        ) => flaws(paper, rules, lines),
    };
    PaperJudgement { verdict, problems }
}

/// What a paper is worth, without the words for it: the count asks this for every paper.
#[must_use]
pub fn verdict(paper: &Paper, rules: &Rules, lines: usize) -> Verdict {
    if !paper.fits(rules.kind, lines) {
        return Verdict::Void(VoidReason::Unreadable);
    }
    if paper.is_blank() {
        return match rules.blank {
            BlankRule::Valid => Verdict::Blank,
            BlankRule::Void => Verdict::Void(VoidReason::Blank),
        };
    }
    let Some(approvals) = approvals(paper) else {
        return Verdict::Valid;
    };
    let most = rules.most_approvals(lines);
    let excess = if approvals > most || lowest(paper) > most {
        Some(VoidReason::Overmarked)
    } else if repeated(paper).is_some() {
        Some(VoidReason::RankRepeated)
    } else {
        None
    };
    match (excess, rules.overmark, rules.undermark) {
        (Some(reason), OvermarkRule::PaperVoid, _) => Verdict::Void(reason),
        (Some(_), OvermarkRule::SectionVoid, _) => Verdict::Valid,
        (None, _, UndermarkRule::MustEqual) if approvals < most => {
            Verdict::Void(VoidReason::Undermarked)
        }
        (None, _, UndermarkRule::MustEqual | UndermarkRule::Valid) => Verdict::Valid,
    }
}

/// Whether this line's approval, tick or rank falls away although the paper is valid: the paper
/// bears too many, and the rules void only those.
#[must_use]
pub(crate) fn section_falls(paper: &Paper, rules: &Rules, lines: usize) -> DiscardedApprovals {
    let most = rules.most_approvals(lines);
    match rules.overmark {
        OvermarkRule::PaperVoid => DiscardedApprovals::None,
        OvermarkRule::SectionVoid if approvals(paper).is_some_and(|count| count > most) => {
            DiscardedApprovals::All
        }
        OvermarkRule::SectionVoid if lowest(paper) > most || repeated(paper).is_some() => {
            DiscardedApprovals::BadRanks { most }
        }
        OvermarkRule::SectionVoid => DiscardedApprovals::None,
    }
}

/// Which approvals of a valid paper do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DiscardedApprovals {
    /// All count.
    None,
    /// None counts.
    All,
    /// Ranks beyond the lowest allowed one, and ranks given twice, do not.
    BadRanks {
        /// The lowest rank allowed.
        most: usize,
    },
}

/// Approvals, ticks or ranks on a paper; none for kinds that do not limit them.
fn approvals(paper: &Paper) -> Option<usize> {
    match paper {
        Paper::Marks(marks) => Some(marks.iter().filter(|mark| **mark == Mark::Approve).count()),
        Paper::Ticks(ticks) => Some(ticks.iter().filter(|ticked| **ticked).count()),
        Paper::Ranks(ranks) => Some(ranks.iter().filter(|rank| **rank > 0).count()),
        Paper::List(_) | Paper::Grades(_) => None,
    }
}

/// The lowest rank on a paper, as the largest number; 0 on other kinds.
fn lowest(paper: &Paper) -> usize {
    match paper {
        Paper::Ranks(ranks) => ranks.iter().copied().max().map_or(0, usize::from),
        Paper::Marks(_) | Paper::Ticks(_) | Paper::List(_) | Paper::Grades(_) => 0,
    }
}

/// The first line that bears a rank of an earlier line.
fn repeated(paper: &Paper) -> Option<(LineNo, u8)> {
    let Paper::Ranks(ranks) = paper else {
        return None;
    };
    let mut seen = [false; 256];
    for (position, rank) in ranks
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, rank)| *rank > 0)
    {
        let before = seen.get_mut(usize::from(rank))?;
        if *before {
            return LineNo::at(position).map(|line| (line, rank));
        }
        *before = true;
    }
    None
}

/// The flaws of a marked paper, as problems.
fn flaws(paper: &Paper, rules: &Rules, lines: usize) -> Vec<Problem> {
    let mut found = Vec::new();
    let Some(approved) = approvals(paper) else {
        return found;
    };
    let most = rules.most_approvals(lines);
    let kind = paper.kind().word();
    if approved > most {
        let problem = Problem::error("marked-too-many")
            .of(Nature::TooManyMarks)
            .with("kind", kind);
        found.push(
            problem
                .with("approved", approved)
                .with("most", most)
                .with("over", approved.saturating_sub(most)),
        );
    }
    if rules.undermark == UndermarkRule::MustEqual && approved < most {
        let problem = Problem::error("marked-too-few")
            .of(Nature::TooFewMarks)
            .with("kind", kind);
        found.push(
            problem
                .with("exactly", most)
                .with("missing", most.saturating_sub(approved)),
        );
    }
    if let Paper::Ranks(ranks) = paper {
        let bad = bad_ranks(ranks, most);
        // A gap is told once the ranks themselves are in order.
        let gap = bad.is_empty() && found.is_empty();
        found.extend(bad);
        found.extend(rank_gap(ranks).filter(|_| gap));
    }
    found
}

/// Ranks beyond the last allowed one, and every line that repeats a rank of an earlier one.
fn bad_ranks(ranks: &[u8], most: usize) -> Vec<Problem> {
    let mut found = Vec::new();
    for (position, rank) in ranks.iter().enumerate() {
        let Some(line) = LineNo::at(position).filter(|_| *rank > 0) else {
            continue;
        };
        let say = |code| Problem::error(code).at(field(line)).with("line", line);
        if usize::from(*rank) > most {
            found.push(say("rank-too-low").with("rank", rank).with("most", most));
        }
        if ranks.iter().take(position).any(|other| other == rank) {
            found.push(say("rank-twice").with("rank", rank));
        }
    }
    found
}

/// The first rank left out below one that was given, at the line that bears the next.
fn rank_gap(ranks: &[u8]) -> Option<Problem> {
    let lowest = ranks.iter().copied().max()?;
    let gap = (1..lowest).find(|rank| !ranks.contains(rank))?;
    let next = ranks.iter().copied().filter(|rank| *rank > gap).min()?;
    let position = ranks.iter().position(|rank| *rank == next)?;
    let problem = Problem::error("rank-gap").at(field(LineNo::at(position)?));
    Some(problem.with("rank", gap))
}

/// The name of a line's field, for the place of a problem.
pub(super) fn field(line: LineNo) -> String {
    format!("line-{line}")
}
