//! What a teller types of one paper, with digits alone, and its bytes at the length of every ballot.

use crate::ballot::{BallotKind, Grade, Mark, Paper, VoidReason};
use crate::problem::Problem;

/// Why a paper as a whole is void although its marks could be read, by the digit after the slash.
/// Too many marks are no reason to type: the rules judge the marks.
pub const REASONS: [VoidReason; 5] = [
    VoidReason::Illegible,
    VoidReason::Foreign,
    VoidReason::Signed,
    VoidReason::WrittenOn,
    VoidReason::Torn,
];

/// The first byte of a paper that is void as a whole; a paper with marks begins with its version.
const VOID: u8 = b'V';

/// One paper as it was typed. It has no `Debug` on purpose: marks do not belong in a log.
#[derive(Clone, PartialEq, Eq)]
pub enum TypedPaper {
    /// Its marks.
    Paper(Paper),
    /// Void as a whole.
    Void(VoidReason),
    /// Not for a teller to say: two scrutineers look at it.
    Doubtful,
}

impl TypedPaper {
    /// The bytes of a paper of so many lines, as long as those of every ballot of its round; none
    /// while nobody has said what it is.
    #[must_use]
    pub fn encode(&self, kind: BallotKind, lines: usize) -> Option<Vec<u8>> {
        match self {
            Self::Paper(paper) => Some(paper.encode()),
            Self::Void(reason) => {
                let mut bytes = vec![VOID, reason_byte(*reason)?];
                bytes.resize(kind.marks(lines).saturating_add(2), 0);
                Some(bytes)
            }
            Self::Doubtful => None,
        }
    }

    /// The typed paper of stored bytes; none when they are not of this round.
    #[must_use]
    pub fn decode(bytes: &[u8], kind: BallotKind, lines: usize) -> Option<Self> {
        let [first, second, rest @ ..] = bytes else {
            return None;
        };
        if *first != VOID {
            return Paper::decode(bytes, kind, lines).ok().map(Self::Paper);
        }
        let is_void = rest.len() == kind.marks(lines) && rest.iter().all(|byte| *byte == 0);
        let place = usize::from(second.checked_sub(1)?);
        REASONS
            .get(place)
            .filter(|_| is_void)
            .map(|reason| Self::Void(*reason))
    }

    /// The keys that make this paper, as they are shown again to whoever typed it.
    #[must_use]
    pub fn write(&self) -> String {
        match self {
            Self::Paper(Paper::Marks(marks)) => digits(marks.iter().map(|mark| mark.byte())),
            Self::Paper(Paper::Ticks(ticks)) => digits(ticks.iter().map(|tick| u8::from(*tick))),
            Self::Paper(Paper::Ranks(ranks)) => {
                let ranks: Vec<String> = ranks.iter().map(u8::to_string).collect();
                ranks.join(" ")
            }
            Self::Paper(Paper::List(mark)) => digits([mark.byte()].into_iter()),
            Self::Paper(Paper::Grades(grades)) => digits(grades.iter().map(|grade| grade.byte())),
            Self::Void(reason) => format!("/{}", reason_byte(*reason).unwrap_or(0)),
            Self::Doubtful => "*".to_owned(),
        }
    }
}

fn digits(bytes: impl Iterator<Item = u8>) -> String {
    bytes.map(|byte| byte.to_string()).collect()
}

fn reason_byte(reason: VoidReason) -> Option<u8> {
    let place = REASONS.iter().position(|one| *one == reason)?;
    u8::try_from(place).ok()?.checked_add(1)
}

/// Reads the keys of one paper: a digit a line, `/` and a reason for a void paper, `*` for a
/// doubtful one, `+` and the numbers of the lines that are approved or ticked. Spaces are nothing but
/// between numbers; digits of a Chinese keyboard count as digits.
///
/// # Errors
/// `sheet-missing` when nothing was typed, `sheet-lines` (`typed`, `lines`), `sheet-key` (`key`),
/// `sheet-reason`.
pub fn read(text: &str, kind: BallotKind, lines: usize) -> Result<TypedPaper, Problem> {
    let text: String = text.trim().chars().map(narrow).collect();
    let mut rest = text.chars();
    match rest.next() {
        None => return Err(Problem::error("sheet-missing")),
        Some('*') => return Ok(TypedPaper::Doubtful),
        Some('/') => return void(rest.as_str().trim()),
        Some('+') => return chosen(rest.as_str(), kind, lines),
        Some(_) => {}
    }
    if kind == BallotKind::Rank {
        return ranks(&text, lines);
    }
    let keys: Vec<char> = text.chars().filter(|key| !key.is_whitespace()).collect();
    let wanted = kind.marks(lines);
    if let Some(key) = keys.iter().find(|key| byte_of(**key, kind).is_none()) {
        return Err(unknown(*key));
    }
    if keys.len() != wanted {
        return Err(wrong_number(keys.len(), wanted));
    }
    let bytes: Vec<u8> = keys.iter().filter_map(|key| byte_of(*key, kind)).collect();
    let all_marks = || bytes.iter().copied().filter_map(Mark::from_byte);
    let paper = match kind {
        BallotKind::PerItem => Paper::Marks(all_marks().collect()),
        BallotKind::WholeList => Paper::List(all_marks().next().unwrap_or(Mark::Unmarked)),
        BallotKind::Tick => Paper::Ticks(bytes.iter().map(|byte| *byte == 1).collect()),
        BallotKind::Grade => {
            Paper::Grades(bytes.iter().copied().filter_map(Grade::from_byte).collect())
        }
        BallotKind::Rank => Paper::Ranks(bytes),
    };
    Ok(TypedPaper::Paper(paper))
}

/// Reads the keys of the paper with this number in its pile: a problem names it and sits at its field.
///
/// # Errors
/// As [`read`], with `paper`, at `paper-<number>`.
pub fn read_numbered(
    paper: u32,
    text: &str,
    kind: BallotKind,
    lines: usize,
) -> Result<TypedPaper, Problem> {
    read(text, kind, lines).map_err(|problem| of_paper(problem.with("paper", paper), paper))
}

/// A problem at the field of a paper.
#[must_use]
pub fn of_paper(problem: Problem, paper: u32) -> Problem {
    problem.at(format!("paper-{paper}"))
}

/// The byte of a key on a paper of a kind; none where that kind does not have it.
fn byte_of(key: char, kind: BallotKind) -> Option<u8> {
    let most = match kind {
        BallotKind::PerItem | BallotKind::WholeList => 3,
        BallotKind::Tick => 1,
        BallotKind::Grade => 4,
        BallotKind::Rank => 9,
    };
    let digit = key
        .to_digit(10)
        .and_then(|digit| u8::try_from(digit).ok())?;
    (digit <= most).then_some(digit)
}

fn unknown(key: char) -> Problem {
    Problem::error("sheet-key").with("key", key)
}

fn wrong_number(typed: usize, lines: usize) -> Problem {
    let problem = Problem::error("sheet-lines").with("typed", typed);
    problem.with("lines", lines)
}

fn void(reason: &str) -> Result<TypedPaper, Problem> {
    let place: Option<usize> = reason.parse().ok();
    let found = place
        .and_then(|place| place.checked_sub(1))
        .and_then(|place| REASONS.get(place));
    found
        .map(|reason| TypedPaper::Void(*reason))
        .ok_or_else(|| Problem::error("sheet-reason").with("most", REASONS.len()))
}

/// Ranks: one number a line, with spaces between, or one digit a line without.
fn ranks(text: &str, lines: usize) -> Result<TypedPaper, Problem> {
    let is_apart = |key: char| key.is_whitespace() || key == ',';
    let parts: Vec<String> = if text.contains(is_apart) {
        text.split(is_apart)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    } else {
        text.chars().map(String::from).collect()
    };
    let mut ranks = Vec::with_capacity(parts.len());
    for part in &parts {
        let digits = part.chars().all(|key| key.is_ascii_digit());
        let rank = part.parse().ok().filter(|_| digits);
        ranks.push(rank.ok_or_else(|| unknown(part.chars().next().unwrap_or('?')))?);
    }
    if ranks.len() != lines {
        return Err(wrong_number(ranks.len(), lines));
    }
    Ok(TypedPaper::Paper(Paper::Ranks(ranks)))
}

/// The lines that are approved or ticked, by their numbers; the others are not marked.
fn chosen(text: &str, kind: BallotKind, lines: usize) -> Result<TypedPaper, Problem> {
    let mut marked = vec![false; lines];
    for number in text.split(|key: char| !key.is_ascii_digit()) {
        if number.is_empty() {
            continue;
        }
        let place: Option<usize> = number.parse().ok();
        let line = place
            .and_then(|place| place.checked_sub(1))
            .and_then(|place| marked.get_mut(place));
        *line.ok_or_else(|| {
            Problem::error("sheet-line")
                .with("line", number)
                .with("lines", lines)
        })? = true;
    }
    match kind {
        BallotKind::PerItem => Ok(TypedPaper::Paper(Paper::Marks(
            marked
                .iter()
                .map(|is_marked| {
                    if *is_marked {
                        Mark::Approve
                    } else {
                        Mark::Unmarked
                    }
                })
                .collect(),
        ))),
        BallotKind::Tick => Ok(TypedPaper::Paper(Paper::Ticks(marked))),
        BallotKind::Rank | BallotKind::WholeList | BallotKind::Grade => Err(unknown('+')),
    }
}

/// A digit or sign of a Chinese keyboard as that of any other.
fn narrow(key: char) -> char {
    match key {
        '０'..='９' | '／' | '＊' | '＋' | '，' => u32::from(key)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(key),
        '、' => ',',
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str, kind: BallotKind, lines: usize) -> &'static str {
        match read(text, kind, lines) {
            Ok(_) => "read",
            Err(problem) => problem.code,
        }
    }

    #[test]
    fn digits_are_marks_as_the_kind_of_ballot_has_them() {
        let cases = [
            (BallotKind::PerItem, "1230", vec![1, b'a', 1, 2, 3, 0]),
            (BallotKind::PerItem, " １２ 30 ", vec![1, b'a', 1, 2, 3, 0]),
            (BallotKind::PerItem, "+1 4", vec![1, b'a', 1, 0, 0, 1]),
            (BallotKind::PerItem, "＋2、3", vec![1, b'a', 0, 1, 1, 0]),
            (BallotKind::Tick, "1001", vec![1, b'b', 1, 0, 0, 1]),
            (BallotKind::Tick, "+1 4", vec![1, b'b', 1, 0, 0, 1]),
            (BallotKind::Rank, "2013", vec![1, b'c', 2, 0, 1, 3]),
            (BallotKind::Rank, "12 0 1,3", vec![1, b'c', 12, 0, 1, 3]),
            (BallotKind::WholeList, "2", vec![1, b'd', 2]),
            (BallotKind::Grade, "1204", vec![1, b'e', 1, 2, 0, 4]),
        ];
        for (kind, text, bytes) in cases {
            let typed = read(text, kind, 4).ok().unwrap();
            assert_eq!(
                typed.encode(kind, 4),
                Some(bytes.clone()),
                "{kind:?} {text}"
            );
            assert!(TypedPaper::decode(&bytes, kind, 4) == Some(typed.clone()));
            let again = read(&typed.write(), kind, 4).ok();
            assert!(again == Some(typed), "{kind:?} {text}");
        }
    }

    #[test]
    fn anything_else_is_refused_and_says_what_is_wrong() {
        let per_item = BallotKind::PerItem;
        for (kind, text, found) in [
            (per_item, "", "sheet-missing"),
            (per_item, "  ", "sheet-missing"),
            (per_item, "123", "sheet-lines"),
            (per_item, "12301", "sheet-lines"),
            (per_item, "1243", "sheet-key"),
            (per_item, "12a0", "sheet-key"),
            (per_item, "/", "sheet-reason"),
            (per_item, "/0", "sheet-reason"),
            (per_item, "/6", "sheet-reason"),
            (per_item, "+5", "sheet-line"),
            (per_item, "+0", "sheet-line"),
            (BallotKind::Tick, "1002", "sheet-key"),
            (BallotKind::WholeList, "12", "sheet-lines"),
            (BallotKind::WholeList, "+1", "sheet-key"),
            (BallotKind::Rank, "1 2 3 256", "sheet-key"),
            (BallotKind::Rank, "1 -2 3 4", "sheet-key"),
            (BallotKind::Grade, "5000", "sheet-key"),
        ] {
            assert_eq!(code(text, kind, 4), found, "{kind:?} {text:?}");
        }
    }

    #[test]
    fn void_papers_are_as_long_as_the_others_and_keep_their_reason() {
        for kind in BallotKind::ALL {
            let length = Paper::blank(kind, 6).encode().len();
            for (number, reason) in (1..).zip(REASONS) {
                let typed = read(&format!("/{number}"), kind, 6).ok().unwrap();
                assert!(typed == TypedPaper::Void(reason));
                let bytes = typed.encode(kind, 6).unwrap();
                assert_eq!(bytes.len(), length, "{kind:?}");
                assert!(TypedPaper::decode(&bytes, kind, 6) == Some(typed));
            }
            assert!(read("*", kind, 6).is_ok_and(|typed| typed == TypedPaper::Doubtful));
            assert_eq!(TypedPaper::Doubtful.encode(kind, 6), None);
        }
        assert!(TypedPaper::decode(&[VOID, 1, 0, 1], BallotKind::PerItem, 2).is_none());
        assert!(TypedPaper::decode(&[VOID, 9, 0, 0], BallotKind::PerItem, 2).is_none());
    }
}
