//! The protocol tried from outside: what opens, what does not, and how a mistyped card is named.

use super::ballot::{self, RowPurpose};
use super::card::{BoxLabel, Card, CardCheck, CardError, TypedCard, find};
use super::context::{BoxContext, BoxFacts};
use super::share::{self, RANDOM, Share};
use super::{OpeningKey, SealError, Secret};
use domain::digest::Digest;
use domain::round::holding::KeyHolding;

fn context(round: i64, holding: KeyHolding) -> BoxContext {
    BoxContext::of(&BoxFacts {
        congress: "qinghe",
        poll: 1,
        round,
        slate: Digest([1; 32]),
        rules: Digest([2; 32]),
        holding,
        epoch: [3; 16],
        name: [4; 16],
    })
}

/// Bytes that look drawn and are the same at each run.
fn drawn<const N: usize>(seed: u8) -> [u8; N] {
    machine::random::Random::seeded(seed.into())
        .bytes()
        .unwrap()
}

struct TestBox {
    key: OpeningKey,
    holding: KeyHolding,
    shares: Vec<Share>,
}

impl TestBox {
    fn of(round: i64, holding: KeyHolding) -> Self {
        let secret = Secret::of(drawn(u8::try_from(round).unwrap()));
        let key = secret.opening_key(&context(round, holding)).unwrap();
        let shares = share::split(&secret, holding, drawn::<RANDOM>(200)).unwrap();
        Self {
            key,
            holding,
            shares,
        }
    }

    fn named(&self) -> BoxLabel {
        BoxLabel {
            id: self.key.box_key().id(),
            holding: self.holding,
        }
    }

    fn card(&self, number: usize) -> Card {
        Card::of(self.named(), self.shares[number - 1].clone())
    }

    fn hashes(&self) -> Vec<(u8, Digest)> {
        let context = self.key.box_key().context();
        let hash = |share: &Share| (share.number(), share.hash(context));
        self.shares.iter().map(hash).collect()
    }

    fn find(&self, text: &str, others: &[BoxLabel]) -> String {
        let typed = TypedCard::read(text).unwrap_or_else(|misread| panic!("{misread:?}"));
        let context = self.key.box_key().context();
        match find(&typed, self.named(), context, &self.hashes(), others) {
            CardCheck::Good(share) => format!("good {}", share.number()),
            CardCheck::Other(id) => format!("of {id}"),
            CardCheck::Mistyped(group) => format!("mistyped {group:?}"),
        }
    }
}

#[test]
fn a_sealed_ballot_opens_with_its_own_key_row_and_purpose_only() {
    let mine = TestBox::of(1, KeyHolding::TwoOfThree);
    let other = TestBox::of(2, KeyHolding::TwoOfThree);
    let (row, paper) = ([7; 16], [1, b'a', 1, 2, 3, 0]);
    let to = mine.key.box_key();
    let sealed = ballot::seal(to, RowPurpose::Cast, &row, &paper, drawn(3)).unwrap();
    assert_eq!(sealed.len(), paper.len() + (32 + 16));
    let opened = ballot::open(&mine.key, RowPurpose::Cast, &row, &sealed).unwrap();
    assert_eq!(**opened, paper);
    let wrong = [
        ballot::open(&other.key, RowPurpose::Cast, &row, &sealed),
        ballot::open(&mine.key, RowPurpose::Paper, &row, &sealed),
        ballot::open(&mine.key, RowPurpose::Cast, &[8; 16], &sealed),
        ballot::open(&mine.key, RowPurpose::Cast, &row, &sealed[..40]),
        ballot::open(&mine.key, RowPurpose::Cast, &row, &[]),
    ];
    for (place, wrong) in wrong.into_iter().enumerate() {
        assert_eq!(wrong.err(), Some(SealError::Open), "{place}");
    }
    for bit in 0..sealed.len() * 8 {
        let mut altered = sealed.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        // The top bit of an X25519 key is passed over (RFC 7748), but its bytes are authenticated.
        let opened = ballot::open(&mine.key, RowPurpose::Cast, &row, &altered);
        assert!(opened.is_err(), "bit {bit}");
    }
}

#[test]
fn the_protocol_is_pinned() {
    let secret = Secret::of(std::array::from_fn(|place| u8::try_from(place).unwrap()));
    let key = secret
        .opening_key(&context(1, KeyHolding::TwoOfThree))
        .unwrap();
    let to = key.box_key();
    let row = [7; 16];
    let paper = [1, b'a', 1, 2, 3, 0];
    let sealed = ballot::seal(to, RowPurpose::Cast, &row, &paper, [9; 32]).unwrap();
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    // These were computed by another program, from RFC 9180 and RFC 5869.
    assert_eq!(
        hex(&to.bytes()),
        "fc5eaf81b3b5daa47a816924fd8d39fe76450ecf77e3cce4febaba7a600dfd04"
    );
    assert_eq!(to.id().to_string(), "KMW7PG6Y");
    assert_eq!(
        hex(&sealed),
        "de8923a675d02180cdd7d0097ba404b9e1e2930d5665cba58d1765006361793bfb22e1970fc213140a3c1f9942571de5f91fcfca0821"
    );
}

#[test]
fn the_same_paper_never_looks_the_same_twice() {
    let mine = TestBox::of(1, KeyHolding::OneOfTwo);
    let to = mine.key.box_key();
    let seal = |seed| ballot::seal(to, RowPurpose::Cast, &[7; 16], &[1, b'a', 1], drawn(seed));
    let (one, two) = (seal(1).unwrap(), seal(2).unwrap());
    assert!(one[..32] != two[..32] && one[32..] != two[32..]);
    assert_eq!(ballot::encapsulated(&one), Some(&one[..32]));
}

#[test]
fn every_choice_of_enough_cards_opens_and_fewer_do_not() {
    for holding in [
        KeyHolding::OneOfTwo,
        KeyHolding::TwoOfThree,
        KeyHolding::ThreeOfFive,
    ] {
        let mine = TestBox::of(1, holding);
        let (shares, of) = (&mine.shares, mine.key.box_key());
        assert_eq!(shares.len(), usize::from(holding.cards()));
        let keys = share::every_key(shares, holding, of).unwrap();
        let choices = match holding {
            KeyHolding::OneOfTwo => 2,
            KeyHolding::TwoOfThree => 3,
            KeyHolding::ThreeOfFive | KeyHolding::Server => 10,
        };
        assert_eq!(keys.len(), choices, "every choice of {holding:?}");
        let mut last: Vec<Share> = shares.iter().rev().cloned().collect();
        assert!(share::opening_key(&last, holding, of).is_ok(), "any order");
        last.truncate(usize::from(holding.needed()) - 1);
        assert!(
            share::opening_key(&last, holding, of).is_err(),
            "{holding:?}"
        );
    }
}

#[test]
fn a_wrong_share_gives_a_secret_and_the_key_shows_that_it_is_wrong() {
    let mine = TestBox::of(1, KeyHolding::TwoOfThree);
    let other = TestBox::of(2, KeyHolding::TwoOfThree);
    let mixed = [mine.shares[0].clone(), other.shares[1].clone()];
    assert!(
        share::combine(&mixed, mine.holding).is_ok(),
        "putting together notices nothing"
    );
    let of = mine.key.box_key();
    assert!(share::opening_key(&mixed, mine.holding, of).is_err());
    let twice = [mine.shares[0].clone(), mine.shares[0].clone()];
    assert!(share::opening_key(&twice, mine.holding, of).is_err());
}

#[test]
fn two_cards_of_three_tell_nothing_apart_and_one_tells_nothing() {
    // Each byte of a single share is spread evenly, whatever the secret is.
    let mut seen = [[false; 256]; 2];
    for (secret, seen) in [[0; 16], [255; 16]].into_iter().zip(&mut seen) {
        for seed in 0..=255 {
            let random = machine::random::Random::seeded(1_000 + seed);
            let secret = Secret::of(secret);
            let shares = share::split(&secret, KeyHolding::TwoOfThree, random.bytes().unwrap());
            for byte in shares.unwrap()[0].bytes() {
                seen[usize::from(*byte)] = true;
            }
        }
    }
    assert!(seen.iter().flatten().all(|seen| *seen));
}

#[test]
fn a_card_is_read_as_it_was_printed_scanned_or_typed() {
    for holding in [
        KeyHolding::OneOfTwo,
        KeyHolding::TwoOfThree,
        KeyHolding::ThreeOfFive,
    ] {
        let mine = TestBox::of(1, holding);
        for number in 1..=usize::from(holding.cards()) {
            let card = mine.card(number);
            let good = format!("good {number}");
            let text = card.text();
            assert!(text.starts_with("MSB1 ") && text.is_ascii());
            assert_eq!(mine.find(&text, &[]), good);
            assert_eq!(mine.find(&text.to_lowercase(), &[]), good);
            let groups = card.groups();
            assert_eq!(groups.len(), 9);
            assert_eq!(mine.find(&groups.join(" "), &[]), good);
            assert_eq!(mine.find(&groups.join(""), &[]), good);
            assert_eq!(mine.find(&groups.join("-\n "), &[]), good);
            let arabic: String = groups
                .join(" ")
                .chars()
                .map(|c| {
                    c.to_digit(10)
                        .map_or(c, |d| char::from_u32(0x660 + d).unwrap())
                })
                .collect();
            assert_eq!(mine.find(&arabic, &[]), good);
        }
    }
}

#[test]
fn one_mistyped_group_is_named() {
    let mine = TestBox::of(1, KeyHolding::TwoOfThree);
    let groups = mine.card(2).groups().to_vec();
    for wrong in 0..9 {
        let mut typed = groups.clone();
        let value: u32 = typed[wrong].parse().unwrap();
        typed[wrong] = format!("{:05}", (value + 10) % 65_536);
        let told = format!("mistyped Some({})", wrong + 1);
        assert_eq!(mine.find(&typed.join(" "), &[]), told);
        typed[wrong] = "65536".to_owned();
        assert_eq!(
            TypedCard::read(&typed.join(" ")).err(),
            Some(CardError::Group(wrong + 1))
        );
        typed[wrong] = "123".to_owned();
        assert_eq!(
            TypedCard::read(&typed.join(" ")).err(),
            Some(CardError::Group(wrong + 1))
        );
    }
    let mut swapped = groups.clone();
    swapped.swap(0, 1);
    assert_eq!(mine.find(&swapped.join(" "), &[]), "mistyped None");
    assert_eq!(
        TypedCard::read(&groups[..8].join(" ")).err(),
        Some(CardError::Digits(40))
    );
    assert_eq!(TypedCard::read("").err(), Some(CardError::Digits(0)));
    assert_eq!(TypedCard::read("MSB1 X").err(), Some(CardError::Characters));
    assert_eq!(TypedCard::read("牌").err(), Some(CardError::Characters));
}

#[test]
fn a_card_of_another_round_is_known_as_that() {
    let mine = TestBox::of(1, KeyHolding::TwoOfThree);
    let other = TestBox::of(2, KeyHolding::TwoOfThree);
    let others = [other.named()];
    let told = format!("of {}", other.named().id);
    assert_eq!(mine.find(&other.card(1).text(), &others), told);
    assert_eq!(mine.find(&other.card(3).groups().join(" "), &others), told);
    assert_eq!(
        mine.find(&other.card(1).text(), &[]),
        told,
        "a box that is not known here"
    );
}

#[test]
fn several_cards_in_one_field_are_told_apart() {
    use super::card::apart;
    let apart = |text| -> Vec<String> {
        apart(text)
            .into_iter()
            .map(|card| card.trim().to_owned())
            .collect()
    };
    assert_eq!(apart("1 2 3"), ["1 2 3"]);
    assert_eq!(apart("1 2\n3 4"), ["1 2\n3 4"], "a card may take two lines");
    assert_eq!(apart("1 2\n\n3 4\r\n \r\n5 6\n"), ["1 2", "3 4", "5 6"]);
    assert_eq!(apart("MSB1 a 1\nMSB1 b 2"), ["MSB1 a 1", "MSB1 b 2"]);
    assert_eq!(
        apart(" \n"),
        [""],
        "what is not a card is still read and refused"
    );
}
