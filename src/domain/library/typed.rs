//! What people type into open fields: tidied, bounded, and without misleading characters.
//!
//! A control that turns the direction of what follows could make one name pass for another, so it
//! is refused by name; marks that show nothing are removed silently.

use crate::problem::Problem;

/// A field of one line that may be empty.
///
/// # Errors
/// `typed-too-long`, `typed-hidden`, at the field.
pub fn line(field: &'static str, text: &str, most: usize) -> Result<String, Problem> {
    let text = lines(field, text, usize::MAX)?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    bounded(field, text, most)
}

/// A field of several lines that may be empty.
///
/// # Errors
/// `typed-too-long`, `typed-hidden`, at the field.
pub fn lines(field: &'static str, text: &str, most: usize) -> Result<String, Problem> {
    let mut out = String::new();
    for character in text.replace("\r\n", "\n").chars() {
        match judge(character) {
            CharacterRule::Kept(kept) => out.push(kept),
            CharacterRule::Dropped => {}
            CharacterRule::Refused => {
                let code = format!("U+{:04X}", u32::from(character));
                return Err(Problem::error("typed-hidden").at(field).with("code", code));
            }
        }
    }
    bounded(field, out.trim().to_owned(), most)
}

/// A field of one line that must say something.
///
/// # Errors
/// `text-missing` and what [`line()`] refuses.
pub fn needed(field: &'static str, text: &str, most: usize) -> Result<String, Problem> {
    not_empty(field, line(field, text, most)?)
}

/// A field of several lines that must say something.
///
/// # Errors
/// `text-missing` and what [`lines()`] refuses.
pub fn needed_lines(field: &'static str, text: &str, most: usize) -> Result<String, Problem> {
    not_empty(field, lines(field, text, most)?)
}

fn not_empty(field: &'static str, text: String) -> Result<String, Problem> {
    if text.is_empty() {
        return Err(Problem::error("text-missing").at(field));
    }
    Ok(text)
}

fn bounded(field: &'static str, text: String, most: usize) -> Result<String, Problem> {
    let length = text.chars().count();
    if length > most {
        let problem = Problem::error("typed-too-long").at(field);
        return Err(problem.with("most", most).with("length", length));
    }
    Ok(text)
}

enum CharacterRule {
    Kept(char),
    Dropped,
    Refused,
}

fn judge(character: char) -> CharacterRule {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => CharacterRule::Kept('\n'),
        '\t' | '\u{a0}' => CharacterRule::Kept(' '),
        // Overrides, embeddings and isolates of direction.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => CharacterRule::Refused,
        // What a program left where it could not read a letter, and letters of private fonts.
        '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => CharacterRule::Refused,
        // Hints of direction (every page isolates what people typed), and what shows nothing.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => CharacterRule::Dropped,
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{180e}' => {
            CharacterRule::Dropped
        }
        '\u{e0000}'..='\u{e0fff}' => CharacterRule::Dropped,
        other if other.is_control() => CharacterRule::Dropped,
        // The joiners stay: Kazakh and Uyghur words are written with them.
        other => CharacterRule::Kept(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_tidied_or_refused() {
        let tidied = |text| lines("what", text, 50).map_err(|problem| problem.code);
        for (typed, meant) in [
            ("  修路\r\n两公里\u{200b} ", "修路\n两公里"),
            ("\u{feff}a\u{0}b\u{ad}c", "abc"),
            ("قازاق\u{200c}شا\u{200f}", "قازاق\u{200c}شا"),
            ("<script>", "<script>"),
        ] {
            assert_eq!(tidied(typed).as_deref(), Ok(meant));
        }
        for deceiving in [
            "李\u{202e}明",
            "a\u{2067}b",
            "x\u{fffd}",
            "\u{e5e5}",
            "\u{202a}",
        ] {
            assert_eq!(tidied(deceiving), Err("typed-hidden"), "{deceiving:?}");
        }
        assert_eq!(
            line("place", "三道海子\n桥 边", 9).unwrap(),
            "三道海子 桥 边"
        );
        let long = line("place", "一二三四", 3).unwrap_err();
        assert_eq!(
            (long.code, long.facts[1].1.as_str()),
            ("typed-too-long", "4")
        );
        assert_eq!(
            needed("what", "\u{200b}", 9).unwrap_err().code,
            "text-missing"
        );
    }
}
