//! A deputies' group (督办小组) that supervises projects: any member of it may check a finding again.

use crate::id::{DeputyGroupId, DeputyId};
use crate::problem::Problem;

/// The longest name of a group.
const LONGEST_NAME: usize = 60;

/// A group of a congress's deputies. A plan names it by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeputyGroup {
    /// Identifier.
    pub id: DeputyGroupId,
    /// Its name, which is its own in the congress.
    pub name: String,
    /// Who is of it, by number.
    pub members: Vec<GroupMember>,
}

/// A deputy of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMember {
    pub deputy: DeputyId,
    /// The office's number.
    pub number: String,
    pub name: String,
}

/// A name as it is kept.
///
/// # Errors
/// `blank` or `text-long`, at `name`.
pub fn read_name(typed: &str) -> Result<String, Problem> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(Problem::error("blank").at("name"));
    }
    if name.chars().count() > LONGEST_NAME {
        let problem = Problem::error("text-long").at("name");
        return Err(problem.with("most", LONGEST_NAME));
    }
    Ok(name.to_owned())
}

/// The numbers in a text, whatever stands between them; each once.
#[must_use]
pub fn read_numbers(typed: &str) -> Vec<String> {
    let is_between = |char: char| char.is_whitespace() || ",;，、；".contains(char);
    let mut numbers: Vec<String> = Vec::new();
    for number in typed.split(is_between).filter(|part| !part.is_empty()) {
        if !numbers.iter().any(|known| known == number) {
            numbers.push(number.to_owned());
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_apart_however_they_are_written() {
        for text in ["001 002 003", "001、002，003", "001\n002;003 001"] {
            assert_eq!(read_numbers(text), ["001", "002", "003"], "{text}");
        }
        assert!(read_numbers(" ，").is_empty());
    }

    #[test]
    fn a_name_is_short_and_not_blank() {
        assert_eq!(read_name(" first "), Ok("first".to_owned()));
        assert_eq!(read_name(" ").unwrap_err().code, "blank");
        assert_eq!(read_name(&"x".repeat(61)).unwrap_err().code, "text-long");
    }
}
