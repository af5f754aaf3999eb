//! The canonical text of a frozen slate: what exactly was voted on, under one hash.

use super::{Poll, Round, RoundLine};
use crate::domain::congress::Congress;
use crate::domain::digest::Digest;
use crate::domain::session::Session;

/// The version of a candidate list that a slate was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListRef {
    /// The year of the list.
    pub year: i16,
    /// Its number in that year.
    pub number: u32,
    /// Its version.
    pub version: u32,
    /// SHA-256 of the version's canonical text.
    pub hash: Digest,
}

/// The slate as text: a version line, where it belongs, then one line a candidate.
///
/// Fields are separated by tabs; control characters inside a field become spaces, so that no name
/// can forge a line.
#[must_use]
pub fn canonical(
    congress: &Congress,
    session: &Session,
    poll: &Poll,
    round: &Round,
    list: ListRef,
    lines: &[RoundLine],
) -> String {
    let mut text = format!(
        "minsheng-slate 2\ncongress\t{}\t{}\nsession\t{}\t{}\t{}\npoll\t{}\t{}\nround\t{}\t{}\n\
         list\t{}\t{}\t{}\t{}\n",
        congress.slug,
        plain(&congress.name),
        session.body.word(),
        session.term_no,
        session.session_no,
        poll.id,
        plain(&poll.title),
        round.number,
        round.kind.word(),
        list.year,
        list.number,
        list.version,
        list.hash,
    );
    for line in lines {
        text.push_str(&format!(
            "line\t{}\t{}\t{}\t{}\t{}\n",
            line.line_no,
            line.project,
            plain(&line.name),
            plain(&line.summary),
            line.investment
        ));
    }
    text
}

/// A field without separators.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
