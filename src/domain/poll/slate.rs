//! The canonical text of a frozen slate: what exactly was voted on, under one hash.

use super::{Poll, Round, RoundLine};
use crate::domain::congress::Congress;
use crate::domain::session::Session;

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
    lines: &[RoundLine],
) -> String {
    let mut text = format!(
        "minsheng-slate 1\ncongress\t{}\t{}\nsession\t{}\t{}\t{}\npoll\t{}\t{}\nround\t{}\t{}\n",
        congress.slug,
        plain(&congress.name),
        session.body.word(),
        session.term_no,
        session.session_no,
        poll.id,
        plain(&poll.title),
        round.number,
        round.kind.word(),
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
