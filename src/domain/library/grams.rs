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
pub struct SearchPiece {
    pub word: String,
    /// Whether words that only begin so are meant too.
    pub is_beginning: bool,
}

/// The words under which a text is found, each once.
#[must_use]
pub fn words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut before: Option<RunText> = None;
    for CharacterRun { run, is_joined } in runs(text) {
        if let Some(seam) = before.as_ref().filter(|_| is_joined) {
            found.insert(seam_of(seam, &run));
        }
        match &run {
            RunText::Han(characters) => {
                for pair in characters.windows(2) {
                    found.insert(pair.iter().collect());
                }
                // The last character begins no pair, yet a search for it alone must find it.
                found.extend(characters.last().map(char::to_string));
            }
            RunText::Word(word) => {
                found.insert(word.clone());
            }
        }
        before = Some(run);
    }
    found
}

/// The pieces that a text must have all of to be found by a search.
#[must_use]
pub fn search(text: &str) -> BTreeSet<SearchPiece> {
    let mut found = BTreeSet::new();
    let all = runs(text);
    for (place, one) in all.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| all.get(place));
        let after = all.get(place + 1).filter(|after| after.is_joined);
        // A number between two characters is found by its seams, which are rarer than either.
        if let Some(before) = before.filter(|_| one.is_joined) {
            let is_word = matches!(one.run, RunText::Word(_));
            found.insert(SearchPiece {
                word: seam_of(&before.run, &one.run),
                is_beginning: is_word && after.is_none(),
            });
        }
        let has_seam = one.is_joined || after.is_some();
        match &one.run {
            RunText::Han(characters) if characters.len() > 1 => {
                found.extend(characters.windows(2).map(|pair| SearchPiece {
                    word: pair.iter().collect(),
                    is_beginning: false,
                }));
            }
            RunText::Han(_) | RunText::Word(_) if has_seam => {}
            RunText::Han(characters) => {
                found.insert(SearchPiece {
                    word: characters.iter().collect(),
                    is_beginning: true,
                });
            }
            RunText::Word(word) => {
                found.insert(SearchPiece {
                    word: word.clone(),
                    is_beginning: true,
                });
            }
        }
    }
    found
}

/// Where a character and a word of another script touch: the two as one.
fn seam_of(before: &RunText, after: &RunText) -> String {
    let mut seam = String::new();
    for (run, is_before) in [(before, true), (after, false)] {
        match run {
            RunText::Han(characters) if is_before => seam.extend(characters.last()),
            RunText::Han(characters) => seam.extend(characters.first()),
            RunText::Word(word) => seam.push_str(word),
        }
    }
    seam
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

/// Signs of one kind side by side, and whether they touch the run before.
struct CharacterRun {
    run: RunText,
    is_joined: bool,
}

enum RunText {
    Han(Vec<char>),
    Word(String),
}

fn runs(text: &str) -> Vec<CharacterRun> {
    let mut found = Vec::new();
    let (mut han, mut word, mut is_joined) = (Vec::new(), String::new(), false);
    for character in text.chars().flat_map(|c| fold(c).into_iter().flatten()) {
        if is_han(character) {
            is_joined |= end_word(&mut found, &mut word, is_joined);
            han.push(character);
        } else if character.is_alphanumeric() {
            is_joined |= end_han(&mut found, &mut han, is_joined);
            word.push(character);
        } else {
            end_word(&mut found, &mut word, is_joined);
            end_han(&mut found, &mut han, is_joined);
            is_joined = false;
        }
    }
    end_word(&mut found, &mut word, is_joined);
    end_han(&mut found, &mut han, is_joined);
    found
}

/// Ends a run; answers whether there was one, which the next one then touches.
fn end_han(found: &mut Vec<CharacterRun>, han: &mut Vec<char>, is_joined: bool) -> bool {
    let is_there = !han.is_empty();
    if is_there {
        let run = RunText::Han(std::mem::take(han));
        found.push(CharacterRun { run, is_joined });
    }
    is_there
}

/// The same for a word.
fn end_word(found: &mut Vec<CharacterRun>, word: &mut String, is_joined: bool) -> bool {
    let is_there = !word.is_empty();
    if is_there {
        let word = std::mem::take(word);
        let run = RunText::Word(word.chars().take(LONGEST_WORD).collect());
        found.push(CharacterRun { run, is_joined });
    }
    is_there
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
            ("第3村饮水", "第3村"),
            ("第30村饮水", "第3"),
            ("第3村饮水", "3村饮"),
            ("给2号楼", "2号"),
            ("给2号楼", "2"),
            ("给2号楼", "号"),
            ("共86公里ABC段", "86公里abc段"),
        ] {
            assert!(found(text, by), "{by} in {text}");
        }
        for (text, by) in [
            ("道路、桥梁", "路桥"),
            ("第30村饮水", "第3村"),
            ("第3户，30村", "第3村"),
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
