//! What the process remembers between requests stands in one list, `docs/remembered.md`: what it is, by
//! which key, for how long and who drops it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    none, raised,
    source::{Source, lexer::closing, product, text_of},
};

/// The list.
const LIST: &str = "docs/remembered.md";

/// Types that hold something for whoever comes next: locks, cells, counters, bells, channels.
const HOLDERS: &[&str] = &[
    "Mutex",
    "RwLock",
    "OnceLock",
    "OnceCell",
    "SetOnce",
    "LazyLock",
    "LazyCell",
    "RefCell",
    "UnsafeCell",
    "Cell",
    "ArcSwap",
    "Condvar",
    "Barrier",
    "Semaphore",
    "Notify",
    "CancellationToken",
    "JoinSet",
    "Sender",
    "SyncSender",
    "WeakSender",
    "Receiver",
    "UnboundedSender",
    "UnboundedReceiver",
    "DashMap",
    "DashSet",
    "RateLimiter",
    "DefaultKeyedRateLimiter",
    "DefaultDirectRateLimiter",
];

/// Types that grow; inside of what a lock guards each is listed by itself.
const MAPS: &[&str] = &[
    "BTreeMap", "BTreeSet", "HashMap", "HashSet", "VecDeque", "DashMap", "DashSet", "IndexMap",
];

/// By what a map may know what it keeps, and why that never comes again, or does no harm when it does. A
/// map with another key is refused; an entry that no map needs any more fails.
const KEYS: &[(&str, &str)] = &[
    (
        "SittingId",
        "counts on for ever: tests/rules/architecture/ids.rs",
    ),
    (
        "RoundId",
        "counts on for ever: tests/rules/architecture/ids.rs",
    ),
    (
        "PollId",
        "counts on for ever: tests/rules/architecture/ids.rs",
    ),
    (
        "Digest",
        "of what it names: the same bytes have the same one, and mean the same",
    ),
    ("u32", "a number within the sitting or the round beside it"),
    ("u64", "a number that counts on while the process runs"),
    (
        "SlotOrder",
        "when a connection came, by a number that counts on while the process runs",
    ),
    (
        "PageKey",
        "an address with a language and a size; every page of an earlier state of the record goes with it",
    ),
    ("BoxName", "64 random bits, drawn for each box"),
    ("u8", "the bytes of a random name's hash"),
    (
        "IpAddr",
        "an address, of which only open connections are counted",
    ),
    (
        "String",
        "an address, of which only what is open is counted; or a failure, counted for a minute",
    ),
    (
        "StreamTopic",
        "a screen's code or a slip, of which only open lines are counted",
    ),
    (
        "PairCode",
        "a screen's code, of which only what somebody follows now is kept, drawn anew at each signal",
    ),
    (
        "SignInAttempt",
        "a name that is tried, with a browser or an address: time and a right password drop it",
    ),
    ("K", "an address, a device or a congress: time pays it back"),
];

/// A static, or a field of a struct: its name, and the words of its type.
struct Place {
    owner: Option<String>,
    name: String,
    words: Vec<String>,
    /// By what the maps in it know what they keep.
    keys: BTreeSet<String>,
}

impl Place {
    fn label(&self) -> String {
        format!("{}.{}", self.owner.as_deref().unwrap_or(""), self.name)
    }
}

/// What types hold or grow, their other names included.
struct Types {
    holders: BTreeSet<String>,
    /// With the keys that another name of a map stands for.
    maps: BTreeMap<String, BTreeSet<String>>,
}

impl Types {
    fn of(sources: &[Source]) -> Self {
        let own = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        let mut types = Self {
            holders: own(HOLDERS).into_iter().collect(),
            maps: own(MAPS)
                .into_iter()
                .map(|name| (name, BTreeSet::new()))
                .collect(),
        };
        let mut others: Vec<Place> = sources.iter().flat_map(other_names).collect();
        // An other name may stand for an other name.
        loop {
            let (known, left): (Vec<_>, Vec<_>) = others
                .into_iter()
                .partition(|one| types.holds(one) || types.grows(one));
            if known.is_empty() {
                return types;
            }
            for one in known {
                if types.holds(&one) {
                    types.holders.insert(one.name.clone());
                }
                if types.grows(&one) {
                    let keys = types.keys(&one);
                    types.maps.insert(one.name, keys);
                }
            }
            others = left;
        }
    }

    fn holds(&self, place: &Place) -> bool {
        let is_holder = |word: &String| self.holders.contains(word) || word.starts_with("Atomic");
        place.words.iter().any(is_holder)
    }

    fn grows(&self, place: &Place) -> bool {
        place.words.iter().any(|word| self.maps.contains_key(word))
    }

    /// By what a place knows what it keeps, other names of maps included.
    fn keys(&self, place: &Place) -> BTreeSet<String> {
        let mut keys = place.keys.clone();
        let named = place.words.iter().filter_map(|word| self.maps.get(word));
        keys.extend(named.flatten().cloned());
        keys
    }
}

/// `type Name = …;` and `use … as Name;` of a file.
fn other_names(source: &Source) -> Vec<Place> {
    let word = |at: usize| source.tokens.get(at).and_then(|token| token.word());
    let is = |at: usize, mark: &str| source.tokens.get(at).is_some_and(|token| token.is(mark));
    let mut found = Vec::new();
    for at in 0..source.tokens.len() {
        if is(at, "type") && (is(at + 2, "=") || is(at + 2, "<")) {
            let mut from = at + 2;
            while !is(from, "=") && !is(from, ";") && from < source.tokens.len() {
                from += 1;
            }
            let (place, _) = place_of(source, None, word(at + 1), from + 1, usize::MAX);
            found.push(place);
        } else if is(at, "as")
            && let (Some(of), Some(name)) = (at.checked_sub(1).and_then(word), word(at + 1))
        {
            found.push(Place {
                owner: None,
                name: name.to_owned(),
                words: vec![of.to_owned()],
                keys: BTreeSet::new(),
            });
        }
    }
    found
}

/// What stands from `at` to the comma, semicolon or end that closes it, and where that is.
fn place_of(
    source: &Source,
    owner: Option<&str>,
    name: Option<&str>,
    mut at: usize,
    end: usize,
) -> (Place, usize) {
    let mut place = Place {
        owner: owner.map(str::to_owned),
        name: name.unwrap_or_default().to_owned(),
        words: Vec::new(),
        keys: BTreeSet::new(),
    };
    // Where a map is open: how deep, and whether its key is still being read.
    let (mut depth, mut maps) = (0_usize, Vec::<(usize, bool)>::new());
    while let Some(token) = source.tokens.get(at).filter(|_| at < end) {
        if ["<", "(", "["].iter().any(|mark| token.is(mark)) {
            depth += 1;
        } else if [">", ")", "]"].iter().any(|mark| token.is(mark)) {
            depth = depth.saturating_sub(1);
            maps.retain(|(from, _)| *from < depth);
        } else if depth == 0 && [",", ";", "=", "{"].iter().any(|mark| token.is(mark)) {
            break;
        } else if token.is(",")
            && let Some((_, is_key)) = maps.iter_mut().rfind(|(from, _)| from + 1 == depth)
        {
            *is_key = false;
        }
        if let Some(word) = token.word() {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            if maps.iter().any(|(_, is_key)| *is_key) && !PLAIN.contains(&word) && !is_number {
                place.keys.insert(word.to_owned());
            }
            if MAPS.contains(&word) {
                maps.push((depth, word != "VecDeque"));
            }
            place.words.push(word.to_owned());
        }
        at += 1;
    }
    (place, at)
}

/// Words of a type that say nothing of what it is.
const PLAIN: &[&str] = &["std", "net", "crate", "super", "Vec", "Arc", "static"];

/// The fields of a struct whose name stands at `at`.
fn fields(source: &Source, at: usize) -> Vec<Place> {
    let word = |at: usize| source.tokens.get(at).and_then(|token| token.word());
    let Some(owner) = word(at) else {
        return Vec::new();
    };
    let is = |at: usize, mark: &str| source.tokens.get(at).is_some_and(|token| token.is(mark));
    let mut open = at + 1;
    while !is(open, "{") && !is(open, "(") {
        if is(open, ";") || open >= source.tokens.len() {
            return Vec::new();
        }
        open += 1;
    }
    let (end, is_named) = (closing(&source.tokens, open), is(open, "{"));
    let (mut found, mut at, mut number) = (Vec::new(), open + 1, 0_usize);
    while at < end {
        let mut name = number.to_string();
        if is_named {
            // Attributes and visibility come before the name, which comes before its colon.
            while at < end && !is(at + 1, ":") {
                at = if is(at, "#") {
                    closing(&source.tokens, at + 1)
                } else {
                    at
                } + 1;
            }
            name = word(at).unwrap_or_default().to_owned();
            at += 2;
        }
        let (place, next) = place_of(source, Some(owner), Some(&name), at, end);
        if !place.words.is_empty() {
            found.push(place);
        }
        (at, number) = (next + 1, number + 1);
    }
    found
}

/// An enum whose name stands at `at`, with all that its variants hold; their names are no types.
fn variants(source: &Source, at: usize) -> Option<Place> {
    let owner = source.tokens.get(at)?.word()?;
    let open = (at..source.tokens.len()).find(|at| source.reads(*at, &["{"]))?;
    let end = closing(&source.tokens, open);
    let mut all = Place {
        owner: Some(owner.to_owned()),
        name: "*".to_owned(),
        words: Vec::new(),
        keys: BTreeSet::new(),
    };
    let mut at = open + 1;
    while at < end {
        if ["(", "{"].iter().any(|mark| source.reads(at, &[mark])) {
            let close = closing(&source.tokens, at);
            let mut from = at + 1;
            while from < close {
                let (place, next) = place_of(source, None, None, from, close);
                all.words.extend(place.words);
                all.keys.extend(place.keys);
                from = next + 1;
            }
            at = close;
        }
        at += 1;
    }
    Some(all)
}

/// A channel that a function makes and no struct holds: `let (give, take) = watch::channel(…)`, known by
/// the function and its giving end. One that brings one answer lives as long as its question.
fn channel(source: &Source, function: &str, at: usize) -> Option<String> {
    let word = |at: usize| source.tokens.get(at).and_then(|token| token.word());
    let kind = at.checked_sub(2)?;
    let is_path = source.reads(kind + 1, &["::"]);
    let is_made = word(at).is_some_and(|word| word.ends_with("channel"));
    let is_call = ["(", "::"].iter().any(|mark| source.reads(at + 1, &[mark]));
    if !is_path || !is_made || !is_call || word(kind) == Some("oneshot") {
        return None;
    }
    let from = (0..at)
        .rev()
        .find(|before| source.reads(*before, &["let"]))?;
    let mut names = source
        .tokens
        .get(from..at)?
        .iter()
        .filter_map(|token| token.word());
    let name = names.find(|word| !["let", "mut"].contains(word))?;
    Some(format!("{function}.{name}"))
}

/// What these files remember, by file and name, each with the keys of the maps in it.
fn kept(sources: &[Source]) -> BTreeMap<(String, String), BTreeSet<String>> {
    let types = Types::of(sources);
    let mut found = BTreeMap::new();
    let mut places: Vec<(&str, Place)> = Vec::new();
    for source in sources {
        let path = source.path.as_str();
        let mut function = "";
        for (at, token) in source.tokens.iter().enumerate() {
            let name = || source.tokens.get(at + 1).and_then(|next| next.word());
            if token.is("static") && source.reads(at + 2, &[":"]) {
                let (place, _) = place_of(source, None, name(), at + 3, usize::MAX);
                found.insert((path.to_owned(), place.name.clone()), types.keys(&place));
            } else if token.is("fn") {
                function = name().unwrap_or_default();
            } else if token.is("struct") {
                places.extend(
                    fields(source, at + 1)
                        .into_iter()
                        .map(|place| (path, place)),
                );
            } else if token.is("enum") {
                places.extend(variants(source, at + 1).map(|place| (path, place)));
            } else if let Some(label) = channel(source, function, at) {
                found.insert((path.to_owned(), label), BTreeSet::new());
            }
        }
    }
    // A type is known by its folder and its name: what lies under a lock is written beside it.
    let folder = |path: &str| {
        path.rsplit_once('/')
            .map_or("", |(folder, _)| folder)
            .to_owned()
    };
    let words = |path: &str, place: &Place| {
        let words = place.words.iter();
        words
            .map(|word| (folder(path), word.clone()))
            .collect::<Vec<_>>()
    };
    let owner = |path: &str, place: &Place| Some((folder(path), place.owner.clone()?));
    let mut guarded: BTreeSet<(String, String)> = BTreeSet::new();
    for (path, place) in places.iter().filter(|(_, place)| types.holds(place)) {
        found.insert(((*path).to_owned(), place.label()), types.keys(place));
        guarded.extend(words(path, place));
    }
    // What lies under a lock, and what lies in that.
    loop {
        let inside = places
            .iter()
            .filter(|(path, place)| owner(path, place).is_some_and(|one| guarded.contains(&one)));
        let more: Vec<(String, String)> = inside
            .flat_map(|(path, place)| words(path, place))
            .filter(|word| !guarded.contains(word))
            .collect();
        if more.is_empty() {
            break;
        }
        guarded.extend(more);
    }
    for (path, place) in &places {
        let is_guarded = owner(path, place).is_some_and(|one| guarded.contains(&one));
        if is_guarded && types.grows(place) {
            found.insert(((*path).to_owned(), place.label()), types.keys(place));
        }
    }
    found
}

/// What is remembered and not listed, listed and gone, listed without an answer to a question, or known by
/// what the list does not say or could come again.
fn unlisted(sources: &[Source], list: &str, keys: &[(&str, &str)]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut listed = BTreeMap::new();
    for line in list.lines().filter(|line| line.starts_with("| `src/")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let bare = |at: usize| cells.get(at).map_or("", |cell| cell.trim_matches('`'));
        if cells.len() != 6 || cells.iter().any(|cell| cell.is_empty()) {
            complaints.push(format!("{LIST}: {} tells not all", bare(1)));
        }
        let by = cells.get(3).map_or("", |cell| cell).to_owned();
        listed.insert((bare(0).to_owned(), bare(1).to_owned()), by);
    }
    let there = kept(sources);
    let mut needed = BTreeSet::new();
    for ((path, name), known_by) in &there {
        let Some(told) = listed.get(&(path.clone(), name.clone())) else {
            complaints.push(format!("{path}: {name} is remembered and not in {LIST}"));
            continue;
        };
        for key in known_by {
            needed.insert(key.as_str());
            if !told.contains(&format!("`{key}`")) {
                complaints.push(format!(
                    "{LIST}: {name} does not say that it is known by `{key}`"
                ));
            }
            if !keys.iter().any(|(known, _)| known == key) {
                complaints.push(format!(
                    "{path}: {name} is known by {key}: could it come again?"
                ));
            }
        }
    }
    for (path, name) in listed.keys().filter(|one| !there.contains_key(*one)) {
        complaints.push(format!("{LIST}: {path} has no {name} any more"));
    }
    let stale = keys.iter().filter(|(key, _)| !needed.contains(key));
    complaints.extend(stale.map(|(key, _)| format!("nothing is known by {key} any more")));
    complaints
}

#[test]
fn whatever_the_process_remembers_is_in_the_list() {
    none(&unlisted(
        &product(),
        &text_of(LIST).unwrap_or_default(),
        KEYS,
    ));
}

#[test]
fn what_is_remembered_and_not_listed_is_noticed_and_what_is_gone_too() {
    let text = "static NAMES: OnceLock<u8> = OnceLock::new();\n\
        type Shelf = Arc<Mutex<Vec<u8>>>;\n\
        struct Desk { lying: Arc<Mutex<Lying>>, name: &'static str, pub(crate) shelf: Shelf }\n\
        struct Pile { sheets: HashSet<u8> }\n\
        struct View { rows: BTreeMap<u8, u8> }\n\
        pub struct Bell(u8, tokio::sync::Notify);\n\
        fn f() { static SEEN: AtomicU64 = AtomicU64::new(0); }\n";
    let other = "struct Lying { #[a] piles: BTreeMap<u8, Pile>, number: u8 }\n";
    let sources = [
        Source::of("src/web/a.rs", text),
        Source::of("src/web/b.rs", other),
    ];
    let found: Vec<String> = kept(&sources).into_keys().map(|(_, name)| name).collect();
    let wanted = [
        "Bell.1",
        "Desk.lying",
        "Desk.shelf",
        "NAMES",
        "Pile.sheets",
        "SEEN",
        "Lying.piles",
    ];
    assert_eq!(found, wanted);
    let list = "| `src/web/a.rs` | `Bell.1` | w | k | l | d |\n\
        | `src/web/a.rs` | `Desk.lying` | w | k | l | |\n\
        | `src/web/a.rs` | `Desk.shelf` | w | k | l | d |\n\
        | `src/web/b.rs` | `Lying.piles` | w | `u8` | l | d |\n\
        | `src/web/a.rs` | `NAMES` | w | k | l | d |\n\
        | `src/web/a.rs` | `SEEN` | w | k | l | d |\n\
        | `src/web/b.rs` | `Gone.it` | w | k | l | d |\n";
    let told = unlisted(&sources, list, &[("u8", "a number")]);
    raised(
        &told,
        3,
        &[
            "Desk.lying tells not all",
            "Pile.sheets is remembered",
            "no Gone.it any more",
        ],
    );
}

#[test]
fn other_names_channels_and_keys_are_seen() {
    let text = "type Rows = BTreeMap<(SittingId, u32), Vec<Row>>;\n\
        type Shared<T> = Arc<Guard<T>>;\n\
        struct Kept { rows: Shared<Rows>, seen: Guard<HashMap<std::net::IpAddr, Row>> }\n\
        enum Bell { Silent, Loud(Arc<Notify>) }\n\
        fn run() { let (stop, stopping) = watch::channel(false); let (one, two) = oneshot::channel(); }\n\
        thread_local! { static LAST: Cell<u8> = const { Cell::new(0) }; }\n\
        enum Place { Cell { row: u8 }, Mutex(u8) }\n";
    let other = "use tokio::sync::Mutex as Guard;\n";
    let sources = [
        Source::of("src/web/a.rs", text),
        Source::of("src/web/b.rs", other),
    ];
    let found: Vec<(String, String)> = kept(&sources)
        .into_iter()
        .map(|((_, name), keys)| (name, Vec::from_iter(keys).join(" ")))
        .collect();
    let wanted = [
        ("Bell.*", ""),
        ("Kept.rows", "SittingId u32"),
        ("Kept.seen", "IpAddr"),
        ("LAST", ""),
        ("run.stop", ""),
    ];
    let wanted: Vec<_> = wanted
        .map(|(name, by)| (name.to_owned(), by.to_owned()))
        .to_vec();
    assert_eq!(found, wanted);
    let list = "| `src/web/a.rs` | `Bell.*` | w | k | l | d |\n\
        | `src/web/a.rs` | `Kept.rows` | w | `SittingId` | l | d |\n\
        | `src/web/a.rs` | `Kept.seen` | w | `IpAddr` | l | d |\n\
        | `src/web/a.rs` | `LAST` | w | k | l | d |\n\
        | `src/web/a.rs` | `run.stop` | w | k | l | d |\n";
    let keys = [
        ("SittingId", "counts on"),
        ("u32", "of one sitting"),
        ("Gone", ""),
    ];
    raised(
        &unlisted(&sources, list, &keys),
        3,
        &[
            "Kept.rows does not say that it is known by `u32`",
            "Kept.seen is known by IpAddr",
            "nothing is known by Gone any more",
        ],
    );
}
