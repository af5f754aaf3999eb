//! What may be chosen on a line, by the kind of ballot: what the form sends and how it is called.
//!
//! Every line has the choice of no mark besides, selected at first: with it a mark is taken back without a
//! script, and it keeps every form at one length.

use super::form::mark_field;
use domain::ballot::{Ballot, BallotKind, Grade, Mark, Paper, tick, write, write_rank};
use domain::poll::RoundLine;
use domain::poll::rules::{GradeScale, Rules};
use service::voting::casting::BallotSheet;
use text::say;
use text::{Phrase, Words};

/// One choice of a line.
pub(crate) struct LineChoice {
    /// What the form sends for it.
    pub(crate) value: String,
    /// How it is called.
    pub(crate) word: Phrase,
    /// Whether it stands for no mark.
    pub(crate) is_quiet: bool,
}

/// The choices of each line, in the order of the paper, the quiet one last.
pub(crate) fn choices(words: Words, rules: &Rules, lines: usize) -> Vec<LineChoice> {
    match rules.kind {
        BallotKind::PerItem | BallotKind::WholeList => {
            let marks = [Mark::Approve, Mark::Oppose, Mark::Abstain, Mark::Unmarked];
            marks
                .into_iter()
                .map(|mark| of_mark(words, mark, mark.letter()))
                .collect()
        }
        BallotKind::Tick => vec![
            of_mark(words, Mark::Approve, tick(true)),
            of_mark(words, Mark::Unmarked, tick(false)),
        ],
        BallotKind::Rank => ranks(words, rules.most_approvals(lines)),
        BallotKind::Grade => grades(words, rules.scale),
    }
}

fn of_mark(words: Words, mark: Mark, letter: char) -> LineChoice {
    LineChoice {
        value: letter.to_string(),
        word: match mark {
            Mark::Approve => say!(words, "mark-approve"),
            Mark::Oppose => say!(words, "mark-oppose"),
            Mark::Abstain => say!(words, "mark-abstain"),
            Mark::Unmarked => say!(words, "mark-none"),
        },
        is_quiet: mark == Mark::Unmarked,
    }
}

fn ranks(words: Words, most: usize) -> Vec<LineChoice> {
    let last = u8::try_from(most).unwrap_or(u8::MAX);
    (1..=last)
        .chain([0])
        .map(|rank| of_rank(words, rank, most))
        .collect()
}

fn of_rank(words: Words, rank: u8, most: usize) -> LineChoice {
    LineChoice {
        value: write_rank(rank, most),
        word: match rank {
            0 => say!(words, "rank-none"),
            _ => say!(words, "rank-number", rank = u32::from(rank)),
        },
        is_quiet: rank == 0,
    }
}

fn grades(words: Words, scale: GradeScale) -> Vec<LineChoice> {
    let four = (scale == GradeScale::Four).then_some(Grade::Abstain);
    let three = [Grade::Satisfied, Grade::Basically, Grade::Dissatisfied];
    let grades = three.into_iter().chain(four).chain([Grade::Unmarked]);
    grades
        .map(|grade| LineChoice {
            value: grade.letter().to_string(),
            word: match grade {
                Grade::Satisfied => say!(words, "grade-satisfied"),
                Grade::Basically => say!(words, "grade-basically"),
                Grade::Dissatisfied => say!(words, "grade-dissatisfied"),
                Grade::Abstain => say!(words, "mark-abstain"),
                Grade::Unmarked => say!(words, "mark-none"),
            },
            is_quiet: grade == Grade::Unmarked,
        })
        .collect()
}

/// A paper as the pages show it: the choices, and the one that each field has.
pub(super) struct MarkedPaper<'s> {
    pub(super) words: Words,
    pub(super) sheet: &'s BallotSheet,
    pub(super) choices: Vec<LineChoice>,
    /// What each field sends: one a line, or one for the list as a whole.
    pub(super) sent: Vec<String>,
    /// What is said on each line, where the round asks for remarks.
    pub(super) said: Vec<String>,
    /// How many fields may count; all of them where nothing limits them.
    pub(super) most: usize,
}

impl<'s> MarkedPaper<'s> {
    pub(super) fn new(words: Words, sheet: &'s BallotSheet, ballot: &Ballot) -> Self {
        let paper = &ballot.paper;
        let lines = sheet.lines.len();
        let kind = sheet.rules.kind;
        let most = match kind {
            BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank => {
                sheet.rules.most_approvals(lines)
            }
            BallotKind::WholeList | BallotKind::Grade => kind.marks(lines),
        };
        let mut choices = choices(words, &sheet.rules, lines);
        if let Paper::Ranks(ranks) = paper {
            // A crafted form may send a rank that none offers: it is shown, with its problem.
            let beyond = ranks.iter().filter(|rank| usize::from(**rank) > most);
            let mut beyond: Vec<u8> = beyond.copied().collect();
            beyond.sort_unstable();
            beyond.dedup();
            choices.extend(beyond.iter().map(|rank| of_rank(words, *rank, most)));
        }
        Self {
            words,
            sheet,
            choices,
            sent: write(paper, most),
            said: ballot.remarks.iter().map(str::to_owned).collect(),
            most,
        }
    }

    pub(super) fn kind(&self) -> BallotKind {
        self.sheet.rules.kind
    }

    /// The fields as hidden inputs want them: name and value.
    pub(super) fn fields(&self) -> impl Iterator<Item = (String, &str)> {
        let names = (1..).map(mark_field);
        names.zip(self.sent.iter().map(String::as_str))
    }

    /// What is said on a line; none where the round does not ask.
    pub(super) fn said_on(&self, line: &RoundLine) -> Option<&str> {
        let place = usize::from(line.line_no).checked_sub(1)?;
        self.said.get(place).map(String::as_str)
    }

    /// Lines with one of the lower grades and no word of why.
    pub(super) fn silent_lines(&self) -> Vec<&'s RoundLine> {
        let is_lower = |sent: &str| {
            [Grade::Basically, Grade::Dissatisfied]
                .iter()
                .any(|grade| grade.letter().to_string() == sent)
        };
        let lines = self.lines_with(is_lower).into_iter();
        lines
            .filter(|line| self.said_on(line) == Some(""))
            .collect()
    }

    /// Whether a field has another than the quiet choice.
    fn is_marked(&self, sent: &str) -> bool {
        let chosen = self.choices.iter().find(|choice| choice.value == sent);
        chosen.is_some_and(|choice| !choice.is_quiet)
    }

    /// Whether a field counts towards the limit: an approval, a tick, a rank; any grade.
    fn is_counted(&self, sent: &str) -> bool {
        match self.kind() {
            BallotKind::PerItem => sent == Mark::Approve.letter().to_string(),
            BallotKind::Tick | BallotKind::Rank | BallotKind::WholeList | BallotKind::Grade => {
                self.is_marked(sent)
            }
        }
    }

    /// How many fields count towards the limit.
    pub(super) fn counted(&self) -> usize {
        self.sent
            .iter()
            .filter(|sent| self.is_counted(sent))
            .count()
    }

    /// How many fields are not marked.
    pub(super) fn unmarked(&self) -> usize {
        self.sent
            .iter()
            .filter(|sent| !self.is_marked(sent))
            .count()
    }

    /// The lines that count towards the limit, or those that do not.
    pub(super) fn lines_counted(&self, is_counted: bool) -> Vec<&'s RoundLine> {
        self.lines_with(|sent| self.is_counted(sent) == is_counted)
    }

    /// The lines whose field sends what the test says.
    pub(super) fn lines_with(&self, test: impl Fn(&str) -> bool) -> Vec<&'s RoundLine> {
        let pairs = self.sheet.lines.iter().zip(&self.sent);
        pairs
            .filter(|(_, sent)| test(sent))
            .map(|(line, _)| line)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::congress::Body;
    use domain::poll::template::Template;
    use text::Language;

    fn values(rules: &Rules) -> Vec<String> {
        let choices = choices(Words::of(Language::ZhHans), rules, 12);
        let quiet: Vec<bool> = choices.iter().map(|choice| choice.is_quiet).collect();
        let quiet_ones = quiet.iter().filter(|quiet| **quiet).count();
        assert!(quiet.ends_with(&[true]) && quiet_ones == 1, "{quiet:?}");
        choices.into_iter().map(|choice| choice.value).collect()
    }

    #[test]
    fn every_kind_has_its_choices_and_one_quiet_one_at_the_end() {
        let of = |template: Template, places| values(&template.rules(Body::Congress, places));
        assert_eq!(of(Template::PerItem, 4), ["a", "o", "x", "n"]);
        assert_eq!(of(Template::WholeList, 12), ["a", "o", "x", "n"]);
        assert_eq!(of(Template::Tick, 4), ["a", "n"]);
        assert_eq!(of(Template::Rank, 3), ["1", "2", "3", "n"]);
        let ten = of(Template::Rank, 10);
        assert!(ten.starts_with(&["01".to_owned()]) && ten.ends_with(&["nn".to_owned()]));
        let mut graded = Template::PerItem.rules(Body::Congress, 4);
        graded.kind = BallotKind::Grade;
        assert_eq!(values(&graded), ["s", "b", "d", "n"]);
        graded.scale = GradeScale::Four;
        assert_eq!(values(&graded), ["s", "b", "d", "x", "n"]);
    }
}
