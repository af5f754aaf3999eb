//! Whose hands took part in an act of two: read from what people send, never from what is stored.

use std::collections::{BTreeMap, BTreeSet};

/// What an act is about: a word for the kind, its number, the act's word.
pub(crate) type About = (String, i64, String);

/// Hands by what they pressed, since it was done last.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hands {
    seen: BTreeMap<About, BTreeSet<String>>,
}

impl Hands {
    /// Notes that these people stood behind a form.
    pub(crate) fn note(&mut self, to: &str, fields: &[(String, String)], who: &[String]) {
        for about in about(to, fields) {
            self.seen
                .entry(about)
                .or_default()
                .extend(who.iter().cloned());
        }
    }

    /// Whoever took part in an act that was done; the next time others may.
    pub(crate) fn take(&mut self, about: &About) -> BTreeSet<String> {
        self.seen.remove(about).unwrap_or_default()
    }

    /// Nothing of these rounds is known any more.
    pub(crate) fn forget(&mut self, rounds: &[i64]) {
        self.seen
            .retain(|(kind, number, _), _| kind != "round" || !rounds.contains(number));
    }
}

/// The acts of two that a form may be of, by where it is sent and what it holds.
pub(crate) fn about(to: &str, fields: &[(String, String)]) -> Vec<About> {
    let field = |name: &str| {
        let found = fields.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let pieces: Vec<&str> = to.trim_start_matches('/').split('/').collect();
    let of = |kind: &str, number: &str, acts: &[&str]| {
        let number = number.parse().unwrap_or(0);
        let about = |act: &&str| (kind.to_owned(), number, (*act).to_owned());
        acts.iter().map(about).collect()
    };
    match pieces.as_slice() {
        ["manage", "rounds", round, "box", act] | ["manage", "rounds", round, act] => {
            of("round", round, &[act])
        }
        ["count", "rounds", round, "papers", "returned"] => of("round", round, &["enter-papers"]),
        ["count", "rounds", round, "presidium"] => of("round", round, &["presidium"]),
        ["manage", "polls", poll, "publish"] => of("poll", poll, &["publish"]),
        ["manage", "polls", poll, "withdraw"] => of("poll", poll, &["withdraw-poll"]),
        ["count", poll, "statement"] => of("poll", poll, &["correct"]),
        ["manage", "sittings", sitting, "closing"] => of("sitting", sitting, &[field("act")]),
        ["manage", "sittings", sitting, "slips", "ask" | "confirm"] => {
            of("sitting", sitting, &["print-slips"])
        }
        ["manage", "sittings", sitting, "officers"] => of("sitting", sitting, &["adopt-officers"]),
        ["manage", "sittings", sitting, "officers", "slips"] => {
            of("sitting", sitting, &["officer-slips"])
        }
        ["manage", "sittings", sitting, "check-in", deputy] => {
            let acts = ["arrive", "leave"].map(|act| format!("{act}-{deputy}"));
            of("sitting", sitting, &acts.each_ref().map(String::as_str))
        }
        ["manage", "officers", officer, "clear-pin"] => of("officer", officer, &["clear-pin"]),
        ["officer", "confirm"] | ["my", "acts"] => {
            of(field("subject"), field("id"), &[field("act")])
        }
        _ => Vec::new(),
    }
}
