//! Merging projects: every one keeps its own origins, and no chain of merges closes to a circle.

use crate::id::ProjectId;
use crate::problem::Problem;

/// Decides whether `from` may go into `into`; `chain` are the projects that `into` has gone into
/// already, nearest first.
///
/// # Errors
/// `merge-into-itself`, `merge-circle`.
pub fn may_merge(from: ProjectId, into: ProjectId, chain: &[ProjectId]) -> Result<(), Problem> {
    if from == into {
        return Err(Problem::error("merge-into-itself").at("into"));
    }
    if chain.contains(&from) {
        return Err(Problem::error("merge-circle").at("into"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_refused_however_long() {
        let (a, b, c) = (ProjectId(1), ProjectId(2), ProjectId(3));
        assert_eq!(may_merge(a, b, &[]), Ok(()));
        assert_eq!(may_merge(a, b, &[c]), Ok(()));
        assert_eq!(may_merge(a, a, &[]).unwrap_err().code, "merge-into-itself");
        assert_eq!(may_merge(a, b, &[c, a]).unwrap_err().code, "merge-circle");
    }
}
