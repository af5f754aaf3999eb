//! What types are called: nouns of the field or of plain English.
//!
//! A participle, a preposition or a word that fits everything tells a reader nothing about what a type holds, and
//! soon stands for several. Two shown types of one crate with one name are told apart by their path alone.

use std::collections::BTreeMap;

use crate::{
    none,
    source::{Source, product},
};

/// Words that say nothing alone: no type is called so without a second word.
const SAY_NOTHING_ALONE: &[&str] = &[
    "About",
    "Above",
    "Acted",
    "Admitted",
    "After",
    "Answered",
    "Asked",
    "At",
    "Before",
    "Bound",
    "Break",
    "Broken",
    "Brought",
    "By",
    "Called",
    "Cast",
    "Checked",
    "Clash",
    "Closed",
    "Closing",
    "Coming",
    "Copied",
    "Counted",
    "Cover",
    "Crowd",
    "Cue",
    "Darkroom",
    "Data",
    "Deciding",
    "Denied",
    "Desk",
    "Differing",
    "Dissatisfied",
    "Doing",
    "Done",
    "Door",
    "Drawn",
    "Earlier",
    "Ended",
    "Ending",
    "Entry",
    "Examined",
    "Fact",
    "Facts",
    "Falling",
    "Fate",
    "Filled",
    "Followed",
    "Foreign",
    "Form",
    "Found",
    "Gate",
    "Given",
    "Going",
    "Graded",
    "Greeted",
    "Guest",
    "Half",
    "Hand",
    "Hands",
    "Happened",
    "Held",
    "Hold",
    "Info",
    "Introduced",
    "Invited",
    "Item",
    "Judged",
    "Kept",
    "Kind",
    "Known",
    "Laid",
    "Leaving",
    "Life",
    "Line",
    "Listed",
    "Log",
    "Look",
    "Lying",
    "Made",
    "Marked",
    "May",
    "Misread",
    "Moment",
    "Named",
    "Next",
    "Now",
    "Of",
    "Offer",
    "On",
    "Open",
    "Opening",
    "Owed",
    "Owing",
    "Pace",
    "Part",
    "Parts",
    "Pass",
    "Passed",
    "Patience",
    "Piece",
    "Pile",
    "Place",
    "Posted",
    "Pressed",
    "Pressing",
    "Printed",
    "Proposed",
    "Proven",
    "Purpose",
    "Put",
    "Rated",
    "Read",
    "Reading",
    "Reason",
    "Record",
    "Recorded",
    "Reset",
    "Residents",
    "Restored",
    "Reviewed",
    "Room",
    "Row",
    "Running",
    "Said",
    "Saved",
    "Seat",
    "Second",
    "Seen",
    "Serves",
    "Set",
    "Shelf",
    "Shown",
    "Shrunk",
    "Since",
    "Size",
    "Spot",
    "Staged",
    "Standing",
    "Stands",
    "State",
    "Step",
    "Steps",
    "Stood",
    "Story",
    "Strangers",
    "Stretch",
    "Taken",
    "Target",
    "Telling",
    "Thing",
    "Things",
    "Told",
    "Traces",
    "Tray",
    "Tried",
    "Turn",
    "Turned",
    "Typed",
    "Unassigned",
    "Unknown",
    "Unwanted",
    "Used",
    "Value",
    "Waiting",
    "Wall",
    "Wanted",
    "What",
    "Whence",
    "Who",
    "Why",
    "Wiped",
    "Work",
    "Writing",
];

/// Shown types of one name, each with its reason: crate, name, reason. An entry that is no longer needed fails.
const SAME_NAME: &[(&str, &str, &str)] = &[(
    "paper",
    "Press",
    "with forms and without them: one of the two is compiled",
)];

/// A type: whether it is shown to other crates, its name, its line.
fn types(source: &Source) -> Vec<(bool, String, usize)> {
    let word = |at: usize| source.tokens.get(at).and_then(|token| token.word());
    let is_type = |at: &usize| matches!(word(*at), Some("struct" | "enum" | "trait"));
    let named = (0..source.tokens.len()).filter(is_type).filter_map(|at| {
        let is_shown = at
            .checked_sub(1)
            .is_some_and(|before| source.reads(before, &["pub"]));
        Some((is_shown, word(at + 1)?.to_owned(), source.line(at)))
    });
    named.collect()
}

/// Types that are called by a word that says nothing, and shown types of one crate with one name.
fn complaints_of(sources: &[Source], words: &[&str], same: &[(&str, &str, &str)]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut places: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for source in sources {
        for (is_shown, name, line) in types(source) {
            let place = format!("{}:{line}", source.path);
            if words.contains(&name.as_str()) {
                complaints.push(format!("{place}: {name} says nothing: what does it hold?"));
            }
            if is_shown {
                let of = (source.layer().to_owned(), name);
                places.entry(of).or_default().push(place);
            }
        }
    }
    places.retain(|_, places| places.len() > 1);
    let is_excused = |layer: &str, name: &str| {
        same.iter()
            .any(|(of, known, _)| *of == layer && *known == name)
    };
    for ((layer, name), places) in &places {
        if !is_excused(layer, name) {
            let places = places.join(", ");
            complaints.push(format!("{name} of {layer} is more than one type: {places}"));
        }
    }
    for (layer, name, _) in same {
        if !places.contains_key(&((*layer).to_owned(), (*name).to_owned())) {
            complaints.push(format!("{name} of {layer} needs no excuse any more"));
        }
    }
    complaints
}

#[test]
fn types_are_called_by_what_they_hold() {
    let sources = product();
    none(&complaints_of(&sources, SAY_NOTHING_ALONE, SAME_NAME));
}

#[test]
fn a_word_that_says_nothing_two_types_of_one_name_and_a_stale_excuse_are_noticed() {
    let sources = [
        Source::of("src/a/one.rs", "pub struct Seen; struct Card;"),
        Source::of("src/a/two.rs", "pub enum Card { Seen } pub trait Deck {}"),
        Source::of("src/a/three.rs", "pub struct Card; pub struct Deck;"),
        Source::of("src/b/one.rs", "pub struct Card;"),
    ];
    let same = [("a", "Deck", "known"), ("b", "Card", "stale")];
    crate::raised(
        &complaints_of(&sources, &["Seen"], &same),
        3,
        &[
            "Seen says nothing",
            "Card of a is more than one",
            "Card of b",
        ],
    );
}
