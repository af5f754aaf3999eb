//! The roll of a sitting: due, present, on leave; and whether the quorum is there.

use crate::congress::Body;
use crate::problem::Problem;
use count::words;

words! {
    /// How one deputy stands on the roll.
    pub enum Attendance {
        /// Signed in.
        Present = "present",
        /// Away with leave.
        OnLeave = "on_leave",
        /// Not here and no leave known.
        Absent = "absent",
    }
}

/// Fewest characters that are searched for.
pub(crate) const SEARCHED: usize = 2;

/// What is typed or scanned at the check-in, made comparable: no spaces, small letters, and digits in
/// one form.
#[must_use]
pub fn searched(text: &str) -> String {
    let one_form = |c: char| match u32::from(c) {
        // Full-width forms lie in one block with ASCII.
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars()
        .map(one_form)
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a line of the roll is found by what was typed: in the number, the name or the delegation;
/// or as the whole number, though it lost zeros at its beginning.
#[must_use]
pub fn is_found(query: &str, number: &str, name: &str, delegation: &str) -> bool {
    let query = searched(query);
    let is_in = |text: &str| searched(text).contains(&query);
    let plain = |text: &str| text.trim_start_matches('0').to_owned();
    if !plain(&query).is_empty() && plain(&query) == plain(&searched(number)) {
        return true;
    }
    query.chars().count() >= SEARCHED && (is_in(number) || is_in(name) || is_in(delegation))
}

/// The numbers of a roll, in deputies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RollCount {
    /// Deputies in office when the roll was opened (应到): the base N, which never changes after.
    pub due: u32,
    /// Signed in (实到).
    pub present: u32,
    /// Away with leave (请假).
    pub on_leave: u32,
}

impl RollCount {
    /// Neither here nor on leave.
    #[must_use]
    pub fn absent(self) -> u32 {
        self.due
            .saturating_sub(self.present)
            .saturating_sub(self.on_leave)
    }
}

/// Whether somebody on the roll may sign in, be counted present, and take a slip or papers: whoever left
/// the body after the roll was opened may not. N stays as it was.
///
/// # Errors
/// `deputy-left-office` with the `name`.
pub fn refuse_unless_member(is_member: bool, name: &str) -> Result<(), Problem> {
    if is_member {
        return Ok(());
    }
    Err(Problem::error("deputy-left-office").with("name", name))
}

/// Whether somebody is set so where everybody on a page is: whoever left the body after the roll was opened
/// is not present with the others.
#[must_use]
pub fn is_set_with_all(attendance: Attendance, is_member: bool) -> bool {
    match attendance {
        Attendance::Present => is_member,
        Attendance::OnLeave | Attendance::Absent => true,
    }
}

/// A declared quorum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuorumDeclaration {
    /// Deputies needed to sit.
    pub needed: u32,
    /// Deputies present.
    pub present: u32,
}

/// Declares the quorum (地方组织法 2022, article 14 for a congress, 51 for a standing committee).
///
/// # Errors
/// `quorum-missing` with the number needed, present and missing; `roll-impossible` when more are
/// present than due; `roll-empty` when the body has no members in office.
pub fn declare_quorum(body: Body, roll: RollCount) -> Result<QuorumDeclaration, Problem> {
    if roll.due == 0 {
        return Err(Problem::error("roll-empty"));
    }
    if roll.present.saturating_add(roll.on_leave) > roll.due {
        return Err(Problem::error("roll-impossible")
            .with("due", roll.due)
            .with("present", roll.present)
            .with("leave", roll.on_leave));
    }
    let needed = body.quorum(roll.due);
    if roll.present < needed {
        return Err(Problem::error("quorum-missing")
            .with("needed", needed)
            .with("present", roll.present)
            .with("missing", needed - roll.present));
    }
    Ok(QuorumDeclaration {
        needed,
        present: roll.present,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll(due: u32, present: u32) -> RollCount {
        RollCount {
            due,
            present,
            on_leave: 0,
        }
    }

    #[test]
    fn two_characters_find_a_deputy_however_they_are_typed() {
        let found = |query| is_found(query, "017", "阿依努尔", "塔克什肯镇代表团");
        for query in [
            "17",
            "017",
            "０１７",
            "阿依",
            "依努",
            "阿 依",
            "克什",
            " 努尔 ",
        ] {
            assert!(found(query), "{query}");
        }
        for query in ["7", "阿", "", "71", "努依"] {
            assert!(!found(query), "{query}");
        }
    }

    #[test]
    fn two_thirds_include_the_number_itself() {
        assert!(declare_quorum(Body::Congress, roll(49, 33)).is_ok());
        assert!(declare_quorum(Body::Congress, roll(48, 32)).is_ok());
        let refusal = declare_quorum(Body::Congress, roll(161, 105)).unwrap_err();
        assert_eq!(refusal.code, "quorum-missing");
        assert!(refusal.facts.contains(&("missing", "3".to_owned())));
    }

    #[test]
    fn a_roll_that_cannot_be_is_refused() {
        assert_eq!(
            declare_quorum(Body::Congress, roll(0, 0)).unwrap_err().code,
            "roll-empty"
        );
        assert_eq!(
            declare_quorum(Body::Congress, roll(9, 10))
                .unwrap_err()
                .code,
            "roll-impossible"
        );
    }

    #[test]
    fn whoever_left_the_body_is_not_present_with_everybody() {
        assert!(!is_set_with_all(Attendance::Present, false));
        assert!(is_set_with_all(Attendance::Absent, false));
        for attendance in Attendance::ALL {
            assert!(is_set_with_all(attendance, true));
        }
    }
}
