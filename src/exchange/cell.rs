//! One cell's text: what is tidied away, what is refused, and the guard against formulas.

/// A character in the width of ASCII where it has one.
fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        _ => character,
    }
}

/// Marks that only hint at direction: pages isolate every name, so nothing is lost without them.
fn is_direction_hint(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// What two texts must share to be taken for the same by a reader: no spaces, no joiners, one
/// width, one case.
pub(super) fn plain(text: &str) -> String {
    let shown = text
        .chars()
        .filter(|c| !is_direction_hint(*c) && !is_joiner(*c));
    let narrow = shown
        .map(half_width)
        .filter(|c| !c.is_whitespace() && *c != '*');
    narrow.flat_map(char::to_lowercase).collect()
}

/// Letters, digits and signs of a number or code in the width of ASCII, without spaces around.
pub(super) fn narrow(text: &str) -> String {
    text.chars()
        .map(half_width)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The text without spaces around it and without direction hints; lines stay.
pub(super) fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_direction_hint(c));
    if !text.contains(|c| c == '\r' || is_direction_hint(c)) {
        return text.to_owned();
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !is_direction_hint(*c)).collect()
}

/// The text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| {
            if matches!(c, '\n' | '\r' | '\t') {
                ' '
            } else {
                c
            }
        })
        .collect()
}

/// A name as people write it: the spaces that pad a Chinese name to three places are not part of it.
pub(super) fn name(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, character) in characters.iter().enumerate() {
        let after = characters.iter().skip(at).find(|c| !c.is_whitespace());
        let is_padding = character.is_whitespace()
            && out.chars().next_back().is_some_and(is_han)
            && after.is_some_and(|c| is_han(*c));
        if !is_padding {
            out.push(*character);
        }
    }
    out
}

fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9fff | 0x2_0000..=0x3_ffff)
}

/// What a cell may not hold, by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellFault {
    /// NUL, other controls, overrides of direction, invisible spaces: a name could pass for another.
    Hidden(char),
    /// The mark that a program leaves where it could not read a character.
    Replaced,
    /// A character of a private font, which no paper of ours can print.
    Private(char),
}

/// The first unwanted character; tabs and line ends are wanted.
pub(super) fn unwanted(text: &str) -> Option<CellFault> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    text.chars().find_map(|character| match character {
        '\t' | '\n' | '\r' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(CellFault::Hidden(character)),
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{180e}' => {
            Some(CellFault::Hidden(character))
        }
        '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e0fff}' => Some(CellFault::Hidden(character)),
        '\u{fffd}' => Some(CellFault::Replaced),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some(CellFault::Private(character)),
        _ if character.is_control() => Some(CellFault::Hidden(character)),
        _ => None,
    })
}

/// Whether a spreadsheet could take the text for a formula, apostrophes before it not counted.
/// The wide signs count too: spreadsheets here take them for the narrow ones.
fn is_formula(text: &str) -> bool {
    let signs = [
        '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    text.trim_start_matches('\'').starts_with(signs)
}

/// The text as a delimited file may hold it: an apostrophe before what could be a formula.
pub(super) fn guarded(text: &str) -> String {
    if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text as a workbook may hold it in a cell of text: only what [`unguarded`] would take away
/// needs an apostrophe there.
pub(super) fn guarded_in_workbook(text: &str) -> String {
    if text.starts_with('\'') {
        guarded(text)
    } else {
        text.to_owned()
    }
}

/// The text without one guard.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| is_formula(rest))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_comes_off_again() {
        for text in [
            "",
            "=1+1",
            "'=1",
            "''=1",
            "'x",
            "-5",
            "+",
            "@a",
            "\u{ff1d}1",
            "a=b",
            "'",
        ] {
            assert_eq!(unguarded(&guarded(text)), text, "{text:?}");
            assert_eq!(unguarded(&guarded_in_workbook(text)), text, "{text:?}");
            assert!(!guarded(text).starts_with(['=', '+', '-', '@']), "{text:?}");
        }
        assert_eq!(guarded("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
    }

    #[test]
    fn names_lose_their_padding_only() {
        for (written, meant) in [
            ("张　三", "张三"),
            ("张  三", "张三"),
            ("代表 001", "代表 001"),
            ("Ana Maria", "Ana Maria"),
            ("阿依古丽·叶尔肯", "阿依古丽·叶尔肯"),
        ] {
            assert_eq!(name(written), meant);
        }
    }

    #[test]
    fn hidden_characters_are_found() {
        assert_eq!(
            unwanted("李\u{202e}明"),
            Some(CellFault::Hidden('\u{202e}'))
        );
        assert_eq!(unwanted("\u{0}"), Some(CellFault::Hidden('\u{0}')));
        assert_eq!(unwanted("a\u{fffd}"), Some(CellFault::Replaced));
        assert_eq!(unwanted("\u{e5e5}"), Some(CellFault::Private('\u{e5e5}')));
        assert_eq!(unwanted("قازاقشا\u{200c} 李明\nb\tc"), None);
    }

    #[test]
    fn tidying_keeps_lines_and_drops_hints() {
        assert_eq!(tidy("　 \u{200f}قازاق\u{200f} \r\n"), "قازاق");
        assert_eq!(tidy("a\r\nb\rc"), "a\nb\nc");
        assert_eq!(plain("姓 名（Ａ）*"), "姓名(a)");
    }
}
