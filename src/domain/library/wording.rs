//! Words that people type into a project: what is tidied, what is refused.

use crate::problem::Problem;

/// What a line of a ballot can hold.
pub(crate) const LONGEST_LINE: usize = 120;
/// What a text of several lines can hold.
pub(crate) const LONGEST_TEXT: usize = 4_000;

/// A text without spaces around it, without invisible hints of direction, its lines ended one way.
#[must_use]
pub fn tidied(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = text.chars().filter(|c| !is_hint(*c));
    let text: String = shown.map(|c| if c == '\t' { ' ' } else { c }).collect();
    text.trim().to_owned()
}

/// Marks that only hint at direction: pages isolate every run, so nothing is lost without them.
fn is_hint(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
}

/// A character that could make one name pass for another: overrides and isolates of direction,
/// invisible spaces, controls.
fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{200b}'
            | '\u{ad}'
            | '\u{180e}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{fff9}'..='\u{fffd}'
            | '\u{e0000}'..='\u{e0fff}'
    ) || (character.is_control() && character != '\n')
}

/// Refuses a text in which an override, embedding or isolate turns the direction around, so that it reads
/// as another one.
///
/// # Errors
/// At `field`: `text-hidden` with the sign.
pub fn refuse_turned(field: &str, text: &str) -> Result<(), Problem> {
    let is_turning = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match text.chars().find(is_turning) {
        Some(sign) => Err(hidden(field, sign)),
        None => Ok(()),
    }
}

fn hidden(field: &str, sign: char) -> Problem {
    let sign = format!("U+{:04X}", u32::from(sign));
    Problem::error("text-hidden").at(field).with("sign", sign)
}

/// One line as typed: tidied, or refused with its reason at `field`.
///
/// # Errors
/// `text-hidden` with the sign, `text-markup`, `text-too-long` with the most.
pub fn line(field: &str, text: &str) -> Result<String, Problem> {
    let text = tidied(text).replace('\n', " ");
    if text.contains(['<', '>']) {
        return Err(Problem::error("text-markup").at(field));
    }
    checked(field, text, LONGEST_LINE)
}

/// Several lines as typed.
///
/// # Errors
/// As [`line()`], markup excepted: it stands in nobody's list.
pub fn lines(field: &str, text: &str) -> Result<String, Problem> {
    checked(field, tidied(text), LONGEST_TEXT)
}

fn checked(field: &str, text: String, most: usize) -> Result<String, Problem> {
    if let Some(sign) = text.chars().find(|c| is_hidden(*c)) {
        return Err(hidden(field, sign));
    }
    if text.chars().count() > most {
        return Err(Problem::error("text-too-long").at(field).with("most", most));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied_or_refused() {
        assert_eq!(
            line("name", " \u{200f}牧道\t建设 \r\n"),
            Ok("牧道 建设".to_owned())
        );
        for (typed, code) in [
            ("牧道\u{202e}设建", "text-hidden"),
            ("牧\u{200b}道", "text-hidden"),
            ("牧\u{0}道", "text-hidden"),
            ("<script>x</script>", "text-markup"),
            (&*"牧".repeat(LONGEST_LINE + 1), "text-too-long"),
        ] {
            let problem = line("name", typed).unwrap_err();
            assert_eq!(problem.code, code, "{typed}");
        }
        assert_eq!(lines("content", "一\r\n二"), Ok("一\n二".to_owned()));
        assert_eq!(lines("content", "a < b"), Ok("a < b".to_owned()));
        assert!(lines("content", &"牧".repeat(LONGEST_TEXT)).is_ok());
    }
}
