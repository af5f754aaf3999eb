//! What the process remembers between requests stands in one list, `docs/remembered.md`: what it is, by
//! which key, for how long and who drops it.

use std::collections::BTreeSet;

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
    "LazyLock",
    "LazyCell",
    "RefCell",
    "Cell",
    "Condvar",
    "Semaphore",
    "Notify",
    "Sender",
    "Receiver",
    "UnboundedSender",
    "AtomicBool",
    "AtomicU32",
    "AtomicU64",
    "AtomicUsize",
    "AtomicI64",
    "DashMap",
    "RateLimiter",
    "DefaultKeyedRateLimiter",
    "DefaultDirectRateLimiter",
];

/// Types that grow; inside of what a lock guards each is listed by itself.
const MAPS: &[&str] = &["BTreeMap", "BTreeSet", "HashMap", "HashSet", "VecDeque"];

/// A static, or a field of a struct: its name, and the words of its type.
struct Place {
    owner: Option<String>,
    name: String,
    words: Vec<String>,
}

impl Place {
    fn has(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(&word.as_str()))
    }
}

/// The words of a type from `at` to the comma, semicolon or end that closes it, and where that is.
fn words_of(source: &Source, mut at: usize, end: usize) -> (Vec<String>, usize) {
    let (mut words, mut depth) = (Vec::new(), 0_usize);
    while let Some(token) = source.tokens.get(at).filter(|_| at < end) {
        if ["<", "(", "["].iter().any(|mark| token.is(mark)) {
            depth += 1;
        } else if [">", ")", "]"].iter().any(|mark| token.is(mark)) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && [",", ";", "=", "{"].iter().any(|mark| token.is(mark)) {
            break;
        }
        words.extend(token.word().map(str::to_owned));
        at += 1;
    }
    (words, at)
}

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
        let (words, next) = words_of(source, at, end);
        if !words.is_empty() {
            let owner = Some(owner.to_owned());
            found.push(Place { owner, name, words });
        }
        (at, number) = (next + 1, number + 1);
    }
    found
}

/// What one file remembers.
fn kept(source: &Source) -> BTreeSet<String> {
    let mut places = Vec::new();
    let mut aliases: Vec<String> = Vec::new();
    let mut found = BTreeSet::new();
    for (at, token) in source.tokens.iter().enumerate() {
        let name = || source.tokens.get(at + 1).and_then(|next| next.word());
        let is_typed = |mark| source.tokens.get(at + 2).is_some_and(|next| next.is(mark));
        if token.is("static") && is_typed(":") {
            found.extend(name().map(str::to_owned));
        } else if token.is("struct") {
            places.extend(fields(source, at + 1));
        } else if token.is("type") && is_typed("=") {
            let (words, _) = words_of(source, at + 3, usize::MAX);
            if words.iter().any(|word| HOLDERS.contains(&word.as_str())) {
                aliases.extend(name().map(str::to_owned));
            }
        }
    }
    let mut holders = HOLDERS.to_vec();
    holders.extend(aliases.iter().map(String::as_str));
    let label = |place: &Place| format!("{}.{}", place.owner.as_deref().unwrap_or(""), place.name);
    let mut guarded: BTreeSet<&str> = BTreeSet::new();
    for place in places.iter().filter(|place| place.has(&holders)) {
        found.insert(label(place));
        guarded.extend(place.words.iter().map(String::as_str));
    }
    // What lies under a lock of the same file, and what lies in that.
    loop {
        let inside = places.iter().filter(|place| {
            place
                .owner
                .as_deref()
                .is_some_and(|owner| guarded.contains(owner))
        });
        let more: BTreeSet<&str> = inside
            .flat_map(|place| place.words.iter().map(String::as_str))
            .filter(|word| !guarded.contains(word))
            .collect();
        if more.is_empty() {
            break;
        }
        guarded.extend(more);
    }
    let inside = places.iter().filter(|place| {
        let owner = place.owner.as_deref();
        owner.is_some_and(|owner| guarded.contains(owner)) && place.has(MAPS)
    });
    found.extend(inside.map(label));
    found
}

/// What is remembered and not listed, listed and gone, or listed without an answer to a question.
fn unlisted(sources: &[Source], list: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut listed = BTreeSet::new();
    for line in list.lines().filter(|line| line.starts_with("| `src/")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let bare = |at: usize| cells.get(at).map_or("", |cell| cell.trim_matches('`'));
        if cells.len() != 6 || cells.iter().any(|cell| cell.is_empty()) {
            complaints.push(format!("{LIST}: {} tells not all", bare(1)));
        }
        listed.insert((bare(0).to_owned(), bare(1).to_owned()));
    }
    let mut there = BTreeSet::new();
    for source in sources {
        there.extend(
            kept(source)
                .into_iter()
                .map(|name| (source.path.clone(), name)),
        );
    }
    for (path, name) in there.difference(&listed) {
        complaints.push(format!("{path}: {name} is remembered and not in {LIST}"));
    }
    for (path, name) in listed.difference(&there) {
        complaints.push(format!("{LIST}: {path} has no {name} any more"));
    }
    complaints
}

#[test]
fn whatever_the_process_remembers_is_in_the_list() {
    none(&unlisted(&product(), &text_of(LIST).unwrap_or_default()));
}

#[test]
fn what_is_remembered_and_not_listed_is_noticed_and_what_is_gone_too() {
    let text = "static NAMES: OnceLock<u8> = OnceLock::new();\n\
        type Shelf = Arc<Mutex<Vec<u8>>>;\n\
        struct Desk { lying: Arc<Mutex<Lying>>, name: &'static str, pub(crate) shelf: Shelf }\n\
        struct Lying { #[a] piles: BTreeMap<u8, Pile>, number: u8 }\n\
        struct Pile { sheets: HashSet<u8> }\n\
        struct View { rows: BTreeMap<u8, u8> }\n\
        pub struct Bell(u8, tokio::sync::Notify);\n\
        fn f() { static SEEN: AtomicU64 = AtomicU64::new(0); }\n";
    let source = Source::of("src/web/a.rs", text);
    let found: Vec<String> = kept(&source).into_iter().collect();
    let wanted = [
        "Bell.1",
        "Desk.lying",
        "Desk.shelf",
        "Lying.piles",
        "NAMES",
        "Pile.sheets",
        "SEEN",
    ];
    assert_eq!(found, wanted);
    let list = "| `src/web/a.rs` | `Bell.1` | w | k | l | d |\n\
        | `src/web/a.rs` | `Desk.lying` | w | k | l | |\n\
        | `src/web/a.rs` | `Desk.shelf` | w | k | l | d |\n\
        | `src/web/a.rs` | `Lying.piles` | w | k | l | d |\n\
        | `src/web/a.rs` | `NAMES` | w | k | l | d |\n\
        | `src/web/a.rs` | `SEEN` | w | k | l | d |\n\
        | `src/web/b.rs` | `Gone.it` | w | k | l | d |\n";
    let told = unlisted(&[source], list);
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
