//! Words to find a text by: pairs of Han characters, whole words of other scripts.
//!
//! Chinese is written without spaces, so two characters side by side are the unit: a search for a
//! name of two characters finds it. Kazakh, Uyghur and Latin texts are searched by the beginnings of
//! words. Letters that are one to a reader (widths, cases, two ways to type a letter) are one here.

use std::collections::BTreeSet;

/// The longest word that is kept; the rest of a longer one is not searched.
const LONGEST_WORD: usize = 40;

/// One piece of a search.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// The word.
    pub word: String,
    /// Whether words that only begin so are meant too.
    pub is_beginning: bool,
}

/// The words under which a text is found, each once.
#[must_use]
pub fn words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for run in runs(text) {
        match run {
            Run::Han(characters) => {
                for pair in characters.windows(2) {
                    found.insert(pair.iter().collect());
                }
                // The last character begins no pair, yet a search for it alone must find it.
                found.extend(characters.last().map(char::to_string));
            }
            Run::Word(word) => {
                found.insert(word);
            }
        }
    }
    found
}

/// The pieces that a text must have all of to be found by a search.
#[must_use]
pub fn search(text: &str) -> BTreeSet<Piece> {
    let mut found = BTreeSet::new();
    for run in runs(text) {
        match run {
            Run::Han(characters) if characters.len() > 1 => {
                found.extend(characters.windows(2).map(|pair| Piece {
                    word: pair.iter().collect(),
                    is_beginning: false,
                }));
            }
            Run::Han(characters) => {
                found.insert(Piece {
                    word: characters.iter().collect(),
                    is_beginning: true,
                });
            }
            Run::Word(word) => {
                found.insert(Piece {
                    word,
                    is_beginning: true,
                });
            }
        }
    }
    found
}

/// How much two texts have in common, from 0 to 100: shared words against all words (Dice).
#[must_use]
pub fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> u32 {
    let all = one.len() + other.len();
    if all == 0 {
        return 0;
    }
    let shared = one.intersection(other).count();
    u32::try_from(200 * shared / all).unwrap_or(0)
}

enum Run {
    Han(Vec<char>),
    Word(String),
}

fn runs(text: &str) -> Vec<Run> {
    let mut found = Vec::new();
    let (mut han, mut word) = (Vec::new(), String::new());
    for character in text.chars().flat_map(|c| fold(c).into_iter().flatten()) {
        if is_han(character) {
            end_word(&mut found, &mut word);
            han.push(character);
        } else {
            end_han(&mut found, &mut han);
            if character.is_alphanumeric() {
                word.push(character);
            } else {
                end_word(&mut found, &mut word);
            }
        }
    }
    end_word(&mut found, &mut word);
    end_han(&mut found, &mut han);
    found
}

fn end_han(found: &mut Vec<Run>, han: &mut Vec<char>) {
    if !han.is_empty() {
        found.push(Run::Han(std::mem::take(han)));
    }
}

fn end_word(found: &mut Vec<Run>, word: &mut String) {
    if !word.is_empty() {
        let word = std::mem::take(word);
        found.push(Run::Word(word.chars().take(LONGEST_WORD).collect()));
    }
}

fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff)
}

/// The letter that stands for a letter; nothing for marks that a search passes over.
fn fold(character: char) -> Option<std::char::ToLowercase> {
    let code = u32::from(character);
    let folded = match code {
        // Full width.
        0xff01..=0xff5e => code - 0xfee0,
        // Tatweel, vowel signs, joiners.
        0x640 | 0x64b..=0x652 | 0x200c | 0x200d => return None,
        // Two ways to type the sign of softness, both left out: some texts have it, some not.
        0x621 | 0x674 => return None,
        // Yeh and kaf as different keyboards type them.
        0x649 | 0x6cc => 0x64a,
        0x6a9 => 0x643,
        // Digits of Arabic script.
        0x660..=0x669 => code - 0x660 + 0x30,
        0x6f0..=0x6f9 => code - 0x6f0 + 0x30,
        other => other,
    };
    let folded = char::from_u32(folded).unwrap_or(character);
    Some(folded.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, by: &str) -> bool {
        let words = words(text);
        let wanted = search(by);
        !wanted.is_empty()
            && wanted.iter().all(|piece| {
                words.contains(&piece.word)
                    || (piece.is_beginning && words.iter().any(|one| one.starts_with(&piece.word)))
            })
    }

    #[test]
    fn texts_are_found_by_what_people_type() {
        for (text, by) in [
            ("阿尕什敖包村道路硬化", "道路"),
            ("请张三家门口装路灯", "张三"),
            ("阿尕什敖包村道路硬化", "化"),
            ("修２号桥", "2号"),
            ("修２号桥 ABC", "ａｂ"),
            ("اۋىلدا سۋ جوق", "سۋ"),
            ("اۋىلدا سۋ جوق", "اۋىل"),
            ("ٴبىر ءبىر", "بىر"),
            ("道路、桥梁", "桥梁"),
        ] {
            assert!(found(text, by), "{by} in {text}");
        }
        for (text, by) in [
            ("道路、桥梁", "路桥"),
            ("道路", "修路"),
            ("道路", "!?"),
            ("سۋ", "سۋلى"),
        ] {
            assert!(!found(text, by), "{by} not in {text}");
        }
    }

    #[test]
    fn alike_texts_are_alike_whatever_their_order() {
        let like = |one, other| likeness(&words(one), &words(other));
        assert_eq!(like("修村里的路", "修村里的路"), 100);
        assert!(like("修村里的路", "村里的路要修") > 50);
        assert!(like("修村里的路", "给老人装扶手") < 10);
        assert_eq!(like("", ""), 0);
    }
}
