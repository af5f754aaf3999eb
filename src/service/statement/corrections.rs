//! Corrections of a poll's statement and the names that they set right.

use crate::ServiceError;
use domain::id::PollId;
use domain::poll::{RoundLine, Subject};
use domain::statement::correction::Correction;
use store::ReadTx;
use store::round::rounds;
use store::statement::statements;
use store::statement::statements::Statement;

/// What the versions of a poll's statement have corrected, each under its version, the oldest first.
pub(crate) fn corrections(
    tx: &ReadTx<'_>,
    poll: PollId,
) -> Result<Vec<(u32, Correction)>, ServiceError> {
    let versions = statements::list(tx, poll)?.into_iter();
    let read = |one: Statement| Some((one.version, Correction::of_statement(&one.text)?));
    Ok(versions.filter_map(read).collect())
}

/// What a line of a poll's round asks about.
pub(crate) fn find_line(
    tx: &ReadTx<'_>,
    poll: PollId,
    (round, line): (u32, u16),
) -> Result<Option<Subject>, ServiceError> {
    let rounds = rounds::list(tx, poll)?;
    let Some(found) = rounds.into_iter().find(|one| one.number == round) else {
        return Ok(None);
    };
    let lines = rounds::list_lines(tx, found.id)?.into_iter();
    let mut lines = lines.filter(|one| one.line_no == line);
    Ok(lines.next().map(|one| one.subject))
}

/// How names read that certified versions of a poll's statement have set right.
pub(crate) struct CorrectedNames(Vec<(Subject, String)>);

impl CorrectedNames {
    /// The names of the versions up to one, or of all.
    pub(crate) fn of(
        tx: &ReadTx<'_>,
        poll: PollId,
        up_to: Option<u32>,
    ) -> Result<Self, ServiceError> {
        let mut names = Self(Vec::new());
        for version in statements::list(tx, poll)? {
            let correction = Correction::of_statement(&version.text);
            if let Some(correction) =
                correction.filter(|_| up_to.is_none_or(|last| version.version <= last))
            {
                names.add(tx, poll, &correction)?;
            }
        }
        Ok(names)
    }

    /// One correction more.
    pub(crate) fn add(
        &mut self,
        tx: &ReadTx<'_>,
        poll: PollId,
        correction: &Correction,
    ) -> Result<(), ServiceError> {
        if let Correction::Name {
            round, line, after, ..
        } = correction
        {
            let asked = find_line(tx, poll, (*round, *line))?;
            self.0.extend(asked.map(|asked| (asked, after.clone())));
        }
        Ok(())
    }

    /// The newest name of each project or unit.
    pub(crate) fn newest(&self) -> Vec<(&Subject, &str)> {
        let mut newest: Vec<(&Subject, &str)> = Vec::new();
        for (asked, name) in &self.0 {
            newest.retain(|(other, _)| *other != asked);
            newest.push((asked, name));
        }
        newest
    }

    /// Every name that lines about anything else were given.
    pub(super) fn of_others(&self, own: &Subject) -> impl Iterator<Item = String> {
        let others = self.0.iter().filter(move |(asked, _)| asked != own);
        others.map(|(_, name)| name.clone())
    }

    /// Gives lines their names, also where another round of the poll asks about the same.
    pub(crate) fn apply(&self, lines: &mut [RoundLine]) {
        for (asked, name) in &self.0 {
            for line in lines.iter_mut().filter(|line| line.subject == *asked) {
                name.clone_into(&mut line.name);
            }
        }
    }
}
