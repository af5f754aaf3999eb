//! A card as it is printed, and as somebody types it again.
//!
//! `MSB1`, the box's name, the card's number of all, how many open the box; then the 16 bytes of the
//! share as eight groups of five digits and a ninth group that checks everything before it (CRC-16).
//! Digits and not words: one keyboard for every language. The QR holds the same text.

use zeroize::Zeroizing;

use super::{BoxContext, BoxId, Share};
use domain::digest::Digest;
use domain::round::holding::KeyHolding;
use domain::voting::slip_code::characters;

/// The word that a card begins with; its version.
const WORD: &str = "MSB1";
/// Groups of a card: eight of the share, one that checks.
const GROUPS: usize = 9;
/// Digits of a group.
const DIGITS: usize = 5;

/// A box as its cards name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoxLabel {
    /// The box's name.
    pub id: BoxId,
    /// How many cards there are, and how many open it.
    pub holding: KeyHolding,
}

/// A card with its share: what its holder sees, once. It has no `Debug`.
pub struct Card {
    of: BoxLabel,
    share: Share,
}

impl Card {
    /// The card of a box for a share.
    #[must_use]
    pub fn of(named: BoxLabel, share: Share) -> Self {
        Self { of: named, share }
    }

    /// Its box.
    #[must_use]
    pub fn named(&self) -> BoxLabel {
        self.of
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.share.number()
    }

    /// Its nine groups of five digits.
    #[must_use]
    pub fn groups(&self) -> Zeroizing<Vec<String>> {
        let bytes = self.share.bytes();
        let check = check(self.of, self.share.number(), bytes);
        let values = values(bytes).into_iter().chain([check]);
        Zeroizing::new(values.map(|value| format!("{value:05}")).collect())
    }

    /// Its text, as the QR holds it.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let holding = self.of.holding;
        let head = format!(
            "{WORD} {} {}/{} {} ",
            self.of.id,
            self.share.number(),
            holding.cards(),
            holding.needed()
        );
        Zeroizing::new(head + &self.groups().join(" "))
    }
}

/// What is wrong with a typed card before it is compared with anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardError {
    /// There are other characters than those of a card, or its head is not one.
    Characters,
    /// This group (from 1) is not five digits of at most 65535.
    Group(usize),
    /// So many digits, and not 45.
    Digits(usize),
}

/// A card as it was typed or scanned. It has no `Debug`.
pub struct TypedCard {
    /// The box's name and the card's number, if the whole text was scanned.
    head: Option<(BoxId, u8)>,
    bytes: Zeroizing<[u8; 16]>,
    check: u16,
}

impl TypedCard {
    /// Reads the nine groups, with or without the words before them. Spaces and dashes are passed
    /// over, full-width and Arabic-Indic digits are digits.
    ///
    /// # Errors
    /// [`CardError`] names the group, if it is one.
    pub fn read(text: &str) -> Result<Self, CardError> {
        let parts = text.split(|c: char| c.is_whitespace() || "-\u{2013}\u{ff0d}/.,".contains(c));
        let parts: Option<Vec<Zeroizing<String>>> = parts
            .filter(|part| !part.is_empty())
            .map(|part| characters(part, GROUPS * DIGITS).map(Zeroizing::new))
            .collect();
        let parts = parts.ok_or(CardError::Characters)?;
        let (head, groups) = match parts.split_first() {
            Some((word, rest)) if **word == WORD => {
                let ([id, number, _, _], groups) =
                    rest.split_first_chunk::<4>().ok_or(CardError::Characters)?;
                let id = BoxId::read(id).ok_or(CardError::Characters)?;
                let number = number.parse().map_err(|_| CardError::Characters)?;
                (Some((id, number)), groups)
            }
            Some(_) | None => (None, parts.as_slice()),
        };
        let mut found = numbers(groups)?;
        let check = found.pop().ok_or(CardError::Digits(0))?;
        let mut bytes = Zeroizing::new([0; 16]);
        for (two, value) in bytes.chunks_exact_mut(2).zip(found.iter()) {
            two.copy_from_slice(&value.to_be_bytes());
        }
        Ok(Self { head, bytes, check })
    }
}

/// The texts of several cards that were typed or scanned into one field: each begins with the word of
/// a card, or stands apart by an empty line.
#[must_use]
pub fn apart(text: &str) -> Vec<&str> {
    let starts: Vec<usize> = text.match_indices(WORD).map(|(at, _)| at).collect();
    if starts.len() > 1 {
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let cards = starts.iter().zip(ends);
        return cards
            .filter_map(|(start, end)| text.get(*start..end))
            .collect();
    }
    let mut cards = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            cards.extend(text.get(start..at));
            start = at + line.len();
        }
        at += line.len();
    }
    cards.extend(text.get(start..));
    cards.retain(|card| !card.trim().is_empty());
    if cards.is_empty() {
        cards.push(text);
    }
    cards
}

/// The values of nine groups, however they were parted.
fn numbers(groups: &[Zeroizing<String>]) -> Result<Zeroizing<Vec<u16>>, CardError> {
    if groups.len() == GROUPS
        && let Some(odd) = groups.iter().position(|group| group.len() != DIGITS)
    {
        return Err(CardError::Group(odd + 1));
    }
    let together: Zeroizing<String> =
        Zeroizing::new(groups.iter().map(|group| group.as_str()).collect());
    if !together.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CardError::Characters);
    }
    if together.len() != GROUPS * DIGITS {
        return Err(CardError::Digits(together.len()));
    }
    let mut values = Zeroizing::new(Vec::with_capacity(GROUPS));
    for place in 0..GROUPS {
        let group = together.get(place * DIGITS..(place + 1) * DIGITS);
        let value = group.and_then(|group| group.parse().ok());
        values.push(value.ok_or(CardError::Group(place + 1))?);
    }
    Ok(values)
}

/// What a typed card turned out to be.
pub enum CardCheck {
    /// A card of this box: its share agrees with its stored hash.
    Good(Share),
    /// A card of another box.
    Other(BoxId),
    /// No card that is known. Where just one group is wrong, which (from 1).
    Mistyped(Option<usize>),
}

/// Compares a typed card with the stored hashes of a box's cards, and then with the names of other
/// boxes.
#[must_use]
pub fn find(
    typed: &TypedCard,
    this: BoxLabel,
    context: &BoxContext,
    hashes: &[(u8, Digest)],
    others: &[BoxLabel],
) -> CardCheck {
    let is_good = |share: &Share| {
        hashes
            .iter()
            .any(|(number, hash)| *number == share.number() && *hash == share.hash(context))
    };
    if let Some((id, number)) = typed.head
        && id != this.id
    {
        let known = others.iter().find(|other| other.id == id);
        let is_whole = known.is_none_or(|other| check(*other, number, &typed.bytes) == typed.check);
        return if is_whole {
            CardCheck::Other(id)
        } else {
            CardCheck::Mistyped(None)
        };
    }
    let numbers: Vec<u8> = match typed.head {
        Some((_, number)) => vec![number],
        None => (1..=this.holding.cards()).collect(),
    };
    for number in &numbers {
        let share = Share::of(*number, *typed.bytes);
        if check(this, *number, &typed.bytes) == typed.check && is_good(&share) {
            return CardCheck::Good(share);
        }
    }
    for number in &numbers {
        if let Some(group) = odd_group(typed, this, *number, is_good) {
            return CardCheck::Mistyped(Some(group));
        }
    }
    let is_of = |other: &&BoxLabel| {
        (1..=other.holding.cards())
            .any(|number| check(**other, number, &typed.bytes) == typed.check)
    };
    match others.iter().find(is_of) {
        Some(other) if typed.head.is_none() => CardCheck::Other(other.id),
        Some(_) | None => CardCheck::Mistyped(None),
    }
}

/// The one group that is wrong, if all others are right. For each group there is just one value that
/// the check allows; if the card's hash agrees with it, that group is it. The value is not told.
fn odd_group(
    typed: &TypedCard,
    this: BoxLabel,
    number: u8,
    is_good: impl Fn(&Share) -> bool,
) -> Option<usize> {
    if is_good(&Share::of(number, *typed.bytes)) {
        return Some(GROUPS);
    }
    (0..GROUPS - 1).find_map(|group| {
        let mut bytes = Zeroizing::new(*typed.bytes);
        let put = |bytes: &mut [u8; 16], value: u16| {
            if let Some(two) = bytes.chunks_exact_mut(2).nth(group) {
                two.copy_from_slice(&value.to_be_bytes());
            }
        };
        put(&mut bytes, 0);
        let mut value = check(this, number, &bytes) ^ typed.check;
        let after = 14_usize.saturating_sub(2 * group);
        for _ in 0..16 + 8 * after {
            value = step_back(value);
        }
        put(&mut bytes, value);
        is_good(&Share::of(number, *bytes)).then_some(group + 1)
    })
}

/// Eight numbers of 16 bits.
fn values(bytes: &[u8; 16]) -> Vec<u16> {
    let pairs = bytes.chunks_exact(2);
    pairs
        .map(|two| {
            two.iter()
                .fold(0, |value, byte| (value << 8) | u16::from(*byte))
        })
        .collect()
}

/// The CRC-16 (polynomial 0x1021, from 0xFFFF) over all that a card says before its last group.
fn check(of: BoxLabel, number: u8, bytes: &[u8; 16]) -> u16 {
    let head = [number, of.holding.cards(), of.holding.needed()];
    let all = of.id.letters().iter().chain(&head).chain(bytes);
    all.fold(0xffff, |register, byte| {
        let mixed = register ^ (u16::from(*byte) << 8);
        (0..8).fold(mixed, |register, _| step(register))
    })
}

fn step(register: u16) -> u16 {
    if register & 0x8000 == 0 {
        register << 1
    } else {
        (register << 1) ^ 0x1021
    }
}

/// What the register was before a step.
fn step_back(register: u16) -> u16 {
    if register & 1 == 0 {
        register >> 1
    } else {
        ((register ^ 0x1021) >> 1) | 0x8000
    }
}
