//! What acts of a voting day fix, as the texts whose digests are written down with the act and
//! compared ever after. A text says everything that a count, an account or a roll depends on.

use super::RoundStage;
use super::account::AccountLine;
use crate::audit::chain::{ChainHead, CongressHead};
use crate::id::DeputyId;
use crate::poll::slate::plain;
use crate::poll::{RoundLine, Subject};
use crate::problem::{Nature, Problem};
use crate::sitting::Sitting;
use crate::sitting::officer::Officer;
use crate::sitting::roll::Attendance;
use crate::voting::box_file::FoundBox;
use count::words;

words! {
    /// A fact that an act has fixed.
    pub enum FixedFact {
        /// The line of the audit log that tells of the act.
        Record = "record",
        /// The order in which the log tells of the acts.
        Turn = "turn",
        /// Who asked for the act that somebody else confirms.
        Asked = "asked",
        /// Where the round stands.
        Stage = "stage",
        /// The roll of the sitting: N, and how each deputy stands on it.
        Roll = "roll",
        /// The officers that the sitting adopted.
        Officers = "officers",
        /// The rules that the sitting adopted.
        Adopted = "adopted",
        /// Rules and lines of a round that follows another one.
        Drafted = "drafted",
        /// The rules of the round.
        Rules = "rules",
        /// The slate, and the lines and names that it fixed.
        Slate = "slate",
        /// The candidate list that the slate was taken from.
        List = "list",
        /// The box: its name, its key, who holds it, the cards that were destroyed.
        Sealed = "sealed",
        /// The ballots in the closed box.
        Box = "box",
        /// What was issued and what came back.
        Account = "account",
        /// The opened papers.
        Papers = "papers",
        /// What the presidium decided.
        Presidium = "presidium",
        /// The certified statement.
        Statement = "statement",
        /// What the vote made of each project or line.
        Results = "results",
        /// The name of a project or unit that a correction has set right.
        Names = "names",
        Notice = "notice",
    }
}

/// A fact that is not as it was fixed, in words: `fact-changed` with the fact, and with what can be
/// done, `void` by two people or `restore` from a backup.
#[must_use]
pub fn changed(fact: FixedFact, stage: RoundStage) -> Problem {
    let way = if stage.may_be_voided() {
        "void"
    } else {
        "restore"
    };
    let problem = Problem::error("fact-changed")
        .of(Nature::ChangedFact)
        .with("fact", fact.word());
    problem.with("way", way)
}

/// What is known of a box that is not as the record says: `box-missing`, `box-torn`, or `box-foreign` with the
/// line of a log that opened it and the head of the log here, which does not have that line.
#[must_use]
pub fn wrong_box(
    found: FoundBox,
    opened: Option<ChainHead>,
    head: &CongressHead,
) -> Option<Problem> {
    let problem = |code| Problem::error(code).of(Nature::ChangedFact);
    match found {
        FoundBox::Missing => Some(problem("box-missing")),
        FoundBox::Torn => Some(problem("box-torn")),
        FoundBox::Foreign => {
            let opened = opened.map_or_else(|| "-".to_owned(), |opened| opened.to_string());
            let told = problem("box-foreign").with("opened", opened);
            Some(told.with("head", head))
        }
        FoundBox::There { .. } => None,
    }
}

/// The officers of a session that were adopted: who for what, since when, and by which account or
/// deputy they are known. A PIN is chosen later and is not part of it.
#[must_use]
pub fn officers(officers: &[Officer]) -> String {
    let number = |id: Option<i64>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
    let mut adopted: Vec<(&Officer, &str)> = officers
        .iter()
        .filter_map(|one| Some((one, one.adopted_on.as_deref()?)))
        .collect();
    adopted.sort_by_key(|(one, _)| one.id);
    let mut text = String::from("minsheng-officers 1\n");
    for (one, on) in adopted {
        text.push_str(&format!(
            "officer\t{}\t{}\t{}\t{}\t{}\t{}\n",
            one.id,
            one.post.word(),
            plain(&one.name),
            number(one.deputy.map(|id| id.0)),
            number(one.account.map(|id| id.0)),
            plain(on),
        ));
    }
    text
}

/// The roll of a sitting: day, N, who was counted for the quorum, and each line.
#[must_use]
pub fn roll(sitting: &Sitting, lines: &[(DeputyId, Attendance, String)]) -> String {
    let number = |value: Option<u32>| value.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let mut text = format!(
        "minsheng-roll 1\nsitting\t{}\t{}\ndue\t{}\npresent\t{}\n",
        sitting.number,
        plain(&sitting.held_on),
        number(sitting.due),
        number(sitting.quorum_present),
    );
    for (deputy, attendance, reason) in lines {
        let word = attendance.word();
        text.push_str(&format!("line\t{deputy}\t{word}\t{}\n", plain(reason)));
    }
    text
}

/// Rules and subjects of a round that was drafted after another one.
#[must_use]
pub fn drafted(rules: &str, lines: &[RoundLine]) -> String {
    let mut text = format!("minsheng-draft 1\n{rules}");
    for line in lines {
        let subject = match &line.subject {
            Subject::Project(project) => format!("project\t{project}"),
            Subject::Part { project, part } => format!("part\t{project}\t{}", plain(part)),
            Subject::Unit(unit) => format!("unit\t{unit}\t{}", plain(&line.summary)),
        };
        text.push_str(&format!("line\t{}\t{subject}\n", line.line_no));
    }
    text
}

/// The account of a round: what was issued and returned, each kind, each box of papers, each spoilt one.
#[must_use]
pub fn account(
    (issued, returned): (Option<u32>, Option<u32>),
    lines: &[AccountLine],
    boxes: &[(u32, u32)],
    spoilt: &[String],
) -> String {
    let number = |value: Option<u32>| value.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let mut text = format!(
        "minsheng-account 1\nround\t{}\t{}\n",
        number(issued),
        number(returned)
    );
    for line in lines {
        text.push_str(&format!(
            "kind\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
            line.kind.word(),
            line.printed,
            line.issued,
            line.handed_in,
            line.spoilt,
            line.cancelled,
            line.unused,
            number(line.returned),
        ));
    }
    for (place, papers) in boxes {
        text.push_str(&format!("box\t{place}\t{papers}\n"));
    }
    for reason in spoilt {
        text.push_str(&format!("spoilt\t{}\n", plain(reason)));
    }
    text
}
