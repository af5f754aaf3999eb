//! Whether a password may be chosen: long enough, and not one of those that are tried first.
//!
//! After NIST SP 800-63B: no rule about kinds of characters, no expiry, a list of what people choose most, and
//! what belongs to the owner's own names. A password is taken apart into such pieces; what is left over, and
//! the number of different pieces, must be more than a list of a few million would hold.

use super::Role;
use crate::problem::Problem;

/// Characters of a password of the staff, who run ballots.
pub const LEAST_OF_STAFF: usize = 10;
/// Characters of a password of a deputy or of somebody of a unit, who see their own matters.
pub const LEAST_OF_INVITED: usize = 8;
/// What must be left of a password once its pieces are taken away, each further piece counting as one.
const LEFT: usize = 4;
/// The shortest run of neighbours: 789, cba, tre.
const RUN: usize = 3;
/// The shortest name in Latin letters that is looked for.
const NAME: usize = 3;

/// What people choose most, with the names that this program and its office are known by.
const COMMON: &str = include_str!("common_passwords.txt");
/// The rows of a keyboard.
const ROWS: [&str; 5] = [
    "1234567890",
    "!@#$%^&*()",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];

/// The fewest characters for whoever holds these roles.
#[must_use]
pub fn least(roles: impl IntoIterator<Item = Role>) -> usize {
    let is_invited = |role| matches!(role, Role::Deputy | Role::UnitStaff | Role::UnitHead);
    if roles.into_iter().all(is_invited) {
        LEAST_OF_INVITED
    } else {
        LEAST_OF_STAFF
    }
}

/// Refuses a password that is too short or among the first that anybody tries. `names` are the owner's and the
/// office's own.
///
/// # Errors
/// `password-short` with `least`, `password-common`, `password-like-name`.
pub fn check(password: &str, least: usize, names: &[String]) -> Result<(), Problem> {
    if password.chars().count() < least {
        return Err(Problem::error("password-short").with("least", least));
    }
    let names: Vec<Vec<char>> = names.iter().flat_map(|name| parts(name)).collect();
    for text in [plain(password), without_leet(password)] {
        let taken = take_apart(period(&text), &names);
        if taken.left + taken.pieces.saturating_sub(1) < LEFT {
            return Err(Problem::error(if taken.has_name {
                "password-like-name"
            } else {
                "password-common"
            }));
        }
    }
    Ok(())
}

/// Small letters, and the wide forms of a Chinese keyboard as the narrow ones.
fn plain(text: &str) -> Vec<char> {
    let narrow = |char: char| match u32::from(char) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(char),
        _ => char,
    };
    text.chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The same with the usual signs in place of letters read as letters.
fn without_leet(text: &str) -> Vec<char> {
    let read = |char| match char {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    plain(text).into_iter().map(read).collect()
}

/// A name and its parts: `qinghe-clerk` is also `qinghe` and `clerk`; a place is also without its last sign.
fn parts(name: &str) -> Vec<Vec<char>> {
    let whole = plain(name);
    let mut found: Vec<Vec<char>> = whole
        .split(|char| !char.is_alphanumeric())
        .map(<[char]>::to_vec)
        .collect();
    if let Some((_, place)) = whole.split_last().filter(|(last, _)| !last.is_ascii()) {
        found.push(place.to_vec());
    }
    found.push(whole);
    found.retain(|part| {
        part.len()
            >= if part.iter().all(char::is_ascii) {
                NAME
            } else {
                2
            }
    });
    found
}

/// One round of a text that only repeats itself.
fn period(text: &[char]) -> &[char] {
    let repeats = |length: &usize| {
        text.len() >= length * 2
            && text
                .iter()
                .zip(text.iter().skip(*length))
                .all(|(one, next)| one == next)
    };
    let length = (1..=text.len() / 2).find(repeats).unwrap_or(text.len());
    text.get(..length).unwrap_or(text)
}

struct PasswordParts {
    left: usize,
    pieces: usize,
    has_name: bool,
}

/// Takes the longest piece away, place by place.
fn take_apart(text: &[char], names: &[Vec<char>]) -> PasswordParts {
    let mut taken = PasswordParts {
        left: 0,
        pieces: 0,
        has_name: false,
    };
    let mut rest = text;
    while !rest.is_empty() {
        let name = longest(rest, names);
        let piece = word(rest).max(run(rest)).max(date_or_number(rest));
        let length = name.max(piece);
        if length == 0 {
            taken.left += 1;
        } else if name >= piece {
            taken.has_name = true;
        } else {
            taken.pieces += 1;
        }
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    taken
}

fn longest(text: &[char], among: &[Vec<char>]) -> usize {
    let there = among.iter().filter(|one| text.starts_with(one));
    there.map(Vec::len).max().unwrap_or(0)
}

/// The longest common word at the beginning.
fn word(text: &[char]) -> usize {
    let begins = |word: &str| {
        let mut chars = text.iter();
        word.chars().all(|char| chars.next() == Some(&char))
    };
    // Two Han characters are a word, as three letters are.
    let length = |word: &str| word.chars().count();
    let least = |word: &str| if word.is_ascii() { NAME } else { 2 };
    let words = COMMON.split_whitespace();
    words
        .filter(|word| length(word) >= least(word) && begins(word))
        .map(length)
        .max()
        .unwrap_or(0)
}

/// The longest run at the beginning: one sign again and again, signs in their order, neighbours of a keyboard.
fn run(text: &[char]) -> usize {
    let steps: [fn(char, char) -> bool; 5] = [
        |one: char, next: char| one == next,
        |one: char, next: char| follows(one, next),
        |one: char, next: char| follows(next, one),
        |one: char, next: char| are_neighbours(one, next),
        |one: char, next: char| are_neighbours(next, one),
    ];
    let length = |step: &fn(char, char) -> bool| {
        let pairs = text.iter().zip(text.iter().skip(1));
        1 + pairs.take_while(|(one, next)| step(**one, **next)).count()
    };
    let longest = steps.iter().map(length).max().unwrap_or(0);
    if longest >= RUN { longest } else { 0 }
}

fn follows(one: char, next: char) -> bool {
    one.is_ascii_alphanumeric()
        && next.is_ascii_alphanumeric()
        && u32::from(one) + 1 == u32::from(next)
}

fn are_neighbours(one: char, next: char) -> bool {
    let in_row = |row: &str| {
        let mut pairs = row.chars().zip(row.chars().skip(1));
        pairs.any(|pair| pair == (one, next))
    };
    ROWS.into_iter().any(in_row)
}

/// A year, a birthday or a mobile number at the beginning.
fn date_or_number(text: &[char]) -> usize {
    let digits: String = text
        .iter()
        .take_while(|char| char.is_ascii_digit())
        .collect();
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let is_within = |found: Option<u32>, least, most| {
        found.is_some_and(|found| (least..=most).contains(&found))
    };
    if digits.len() >= 11 && is_within(number(0, 2), 13, 19) {
        return 11;
    }
    if !is_within(number(0, 4), 1930, 2039) {
        return 0;
    }
    let has_day = is_within(number(4, 6), 1, 12) && is_within(number(6, 8), 1, 31);
    if has_day { 8 } else { 4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str) -> Option<&'static str> {
        let names = ["qinghe-clerk", "张三", "青河县", "阿勒泰地区"].map(str::to_owned);
        let checked = check(password, LEAST_OF_INVITED, &names);
        checked.err().map(|problem| problem.code)
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for common in [
            "12345678",
            "1234567890",
            "87654321",
            "11111111",
            "00000000",
            "12341234",
            "123123123",
            "password",
            "Password1",
            "p@ssw0rd",
            "P@ssw0rd123",
            "password2026!",
            "admin123456",
            "administrator",
            "qwertyuiop",
            "qwer1234",
            "1qaz2wsx",
            "1q2w3e4r5t",
            "asdfghjkl",
            "zxcvbnm123",
            "poiuytrewq",
            "woaini1314",
            "woaini5201314",
            "5201314520",
            "iloveyou",
            "a12345678",
            "aa123456",
            "abc123456",
            "abcd1234",
            "19800101",
            "19991231a",
            "20260115",
            "13812345678",
            "15912345678a",
            "88888888",
            "66668888",
            "qazwsxedc",
            "147258369",
            "789456123",
            "letmein!!",
            "welcome1",
            "minsheng",
            "minsheng2026",
            "!@#$%^&*",
            "abcabcabc",
            "ａｄｍｉｎ１２３",
            "superman99",
            "dragon123",
            "xyxyxyxy",
            "mima1234",
            "wang123456",
            "人大常委会办公室",
            "人民代表大会常务委员会",
            "rendachangweihui",
            "bangongshi2026",
        ] {
            assert_eq!(code(common), Some("password-common"), "{common}");
        }
        for own in [
            "qinghe-clerk",
            "qinghe2026",
            "Qinghe@123",
            "clerkclerk",
            "qingheqinghe",
            "青河县青河县青河",
            "张三张三张三123",
            "阿勒泰地区2026",
            "qinghe12345678",
        ] {
            assert_eq!(code(own), Some("password-like-name"), "{own}");
        }
        assert_eq!(code("x7!kq"), Some("password-short"));
    }

    #[test]
    fn what_nobody_would_guess_is_taken_without_rules_about_signs() {
        for good in [
            "4821-3394-1120",
            "correct horse battery staple",
            "long enough",
            "a longer password",
            "love money summer dragon",
            "xkcd-frhq-vbnw",
            "骆驼吃了三碗拉面真香",
            "Fjällräven-tält",
            "7391850264",
            "qinghe-otters-swim-far",
        ] {
            assert_eq!(code(good), None, "{good}");
        }
    }

    #[test]
    fn staff_need_more_than_who_sees_only_their_own_matters() {
        assert_eq!(least([Role::Clerk, Role::Deputy]), LEAST_OF_STAFF);
        assert_eq!(least([Role::Deputy]), LEAST_OF_INVITED);
        assert_eq!(least([Role::UnitHead, Role::UnitStaff]), LEAST_OF_INVITED);
        assert_eq!(least([Role::Administrator]), LEAST_OF_STAFF);
        let problem = check("x7!kq2w", LEAST_OF_INVITED, &[]).unwrap_err();
        assert_eq!(problem.code, "password-short");
    }

    #[test]
    fn hundreds_of_words_are_known() {
        assert!(COMMON.split_whitespace().count() > 350);
        let is_plain = |word: &str| word.chars().all(char::is_alphanumeric);
        assert!(COMMON.split_whitespace().all(is_plain));
    }
}
