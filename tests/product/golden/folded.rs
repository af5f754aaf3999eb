//! Many versions of a page in one text: what all see stands once, the rest under who sees it when.

use std::collections::BTreeMap;

/// The stages of the demo, in order.
pub(super) const STAGES: [&str; 7] = [
    "draft",
    "frozen",
    "open",
    "closed",
    "certified",
    "published",
    "followup",
];

/// Those who ask, in order.
pub(super) const ROLES: [&str; 14] = [
    "nobody",
    "voter",
    "clerk",
    "chief",
    "scrutineer",
    "teller",
    "publisher",
    "deputy",
    "unit",
    "stranger",
    "reader",
    "advisor",
    "admin",
    "officer",
];

/// A set of views: a bit for each stage and role.
type Views = u128;

const ALL: Views = (1 << (STAGES.len() * ROLES.len())) - 1;
const OF_A_STAGE: Views = (1 << ROLES.len()) - 1;

/// The view of a role at a stage.
pub(super) fn view(stage: usize, role: &str) -> u32 {
    let role = ROLES.iter().position(|known| *known == role).unwrap();
    u32::try_from(stage * ROLES.len() + role).unwrap()
}

/// The words for a view.
pub(super) fn told(view: u32) -> (&'static str, &'static str) {
    let view = usize::try_from(view).unwrap();
    (STAGES[view / ROLES.len()], ROLES[view % ROLES.len()])
}

/// The stage of a view.
pub(super) fn stage_of(view: u32) -> usize {
    usize::try_from(view).unwrap() / ROLES.len()
}

/// The versions of one page: its lines for each view.
pub(super) type Versions = BTreeMap<u32, Vec<String>>;

/// The pages of a route by their addresses.
pub(super) type Pages = BTreeMap<String, Versions>;

/// Reads what `write` wrote.
pub(super) fn read(text: &str) -> Pages {
    let mut pages = Pages::new();
    let mut address = "";
    let (mut universe, mut now) = (0, 0);
    for line in text.lines() {
        if let Some(next) = line.strip_prefix("=== ") {
            address = next;
        } else if let Some(set) = line.strip_prefix("@@ ") {
            universe = views(set, ALL);
            now = universe;
            let versions = each(universe).map(|view| (view, Vec::new()));
            pages.insert(address.to_owned(), versions.collect());
        } else if let Some(set) = line.strip_prefix("@ ") {
            now = views(set, universe);
        } else {
            let versions = pages.get_mut(address).unwrap();
            for view in each(now) {
                let line = line.strip_prefix('\\').unwrap_or(line).to_owned();
                versions.get_mut(&view).unwrap().push(line);
            }
        }
    }
    pages
}

/// Writes pages, each line once as far as it may be.
pub(super) fn write(pages: &Pages) -> String {
    let mut out = String::new();
    for (address, versions) in pages {
        let universe = versions.keys().fold(0, |set, view| set | 1 << view);
        out += &format!("=== {address}\n@@ {}\n", words(universe, ALL));
        let mut now = universe;
        for (line, set) in merged(versions) {
            if set != now {
                out += &format!("@ {}\n", words(set, universe));
                now = set;
            }
            if ["=== ", "@@ ", "@ ", "\\"]
                .iter()
                .any(|sign| line.starts_with(sign))
            {
                out.push('\\');
            }
            out += line;
            out.push('\n');
        }
    }
    out
}

fn each(set: Views) -> impl Iterator<Item = u32> {
    (0..Views::BITS).filter(move |view| set & (1 << view) != 0)
}

/// The part of a set that is of a stage, as a set of roles.
fn part(set: Views, stage: usize) -> Views {
    (set >> (stage * ROLES.len())) & OF_A_STAGE
}

/// The words for a set within a larger one: `draft frozen: clerk; open: *`.
fn words(set: Views, universe: Views) -> String {
    let of = |roles: Views| {
        let named = ROLES.iter().enumerate();
        let named = named.filter(|(at, _)| roles & (1 << at) != 0);
        named.map(|(_, role)| *role).collect::<Vec<_>>().join(" ")
    };
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    let mut stages = 0;
    for (stage, name) in STAGES.iter().enumerate() {
        let (there, all) = (part(set, stage), part(universe, stage));
        stages += usize::from(all != 0);
        if there == 0 {
            continue;
        }
        let absent = all & !there;
        let roles = if absent == 0 {
            "*".to_owned()
        } else if absent.count_ones() < there.count_ones() {
            format!("-{}", of(absent))
        } else {
            of(there)
        };
        match groups.iter_mut().find(|(of, _)| *of == roles) {
            Some((_, stages)) => stages.push(name),
            None => groups.push((roles, vec![name])),
        }
    }
    let told = groups.iter().map(|(roles, names)| {
        let names = if names.len() == stages {
            "*".to_owned()
        } else {
            names.join(" ")
        };
        format!("{names}: {roles}")
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The set that `words` told.
fn views(text: &str, universe: Views) -> Views {
    let mut set = 0;
    for group in text.split("; ") {
        let (names, roles) = group.split_once(": ").unwrap();
        for (stage, name) in STAGES.iter().enumerate() {
            let all = part(universe, stage);
            if names != "*" && !names.split(' ').any(|named| named == *name) {
                continue;
            }
            let (is_absent, roles) = match roles.strip_prefix('-') {
                Some(roles) => (true, roles),
                None => (false, roles),
            };
            let named = ROLES.iter().enumerate();
            let named = named.filter(|(_, role)| roles.split(' ').any(|named| named == **role));
            let named = named.fold(0, |set, (at, _)| set | 1 << at);
            let there = match (roles, is_absent) {
                ("*", _) => all,
                (_, true) => all & !named,
                (_, false) => all & named,
            };
            set |= there << (stage * ROLES.len());
        }
    }
    set
}

/// The lines of all versions in one order, each with the views that have it there.
fn merged(versions: &Versions) -> Vec<(&str, Views)> {
    let mut bodies: Vec<(&Vec<String>, Views)> = Vec::new();
    for (view, lines) in versions {
        match bodies.iter_mut().find(|(known, _)| *known == lines) {
            Some((_, set)) => *set |= 1 << view,
            None => bodies.push((lines, 1 << view)),
        }
    }
    let mut merged: Vec<(&str, Views)> = Vec::new();
    for (lines, set) in bodies {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let before: Vec<&str> = merged.iter().map(|(line, _)| *line).collect();
        let mut next = Vec::with_capacity(merged.len());
        let (mut old, mut new) = (0, 0);
        for (same_old, same_new) in common(&before, &lines) {
            next.extend(merged[old..same_old].iter().copied());
            next.extend(lines[new..same_new].iter().map(|line| (*line, set)));
            next.push((merged[same_old].0, merged[same_old].1 | set));
            (old, new) = (same_old + 1, same_new + 1);
        }
        next.extend(merged[old..].iter().copied());
        next.extend(lines[new..].iter().map(|line| (*line, set)));
        merged = next;
    }
    merged
}

/// Places of equal lines in both texts, as many as there are in one order (Myers 1986).
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut number = |line| {
        let next = numbers.len();
        *numbers.entry(line).or_insert(next)
    };
    let (a, b): (Vec<usize>, Vec<usize>) = (
        a.iter().map(|line| number(*line)).collect(),
        b.iter().map(|line| number(*line)).collect(),
    );
    let (long, wide) = (a.len(), b.len());
    let most = long + wide + 1;
    // The furthest place in `a` on each diagonal, `most` standing for the one that begins at both starts.
    let mut furthest = vec![0_usize; 2 * most + 1];
    let mut steps: Vec<Vec<usize>> = Vec::new();
    let mut end = None;
    for step in 0..most {
        steps.push(furthest[most - step..=most + step].to_vec());
        for diagonal in (most - step..=most + step).step_by(2) {
            let is_down = diagonal == most - step
                || diagonal != most + step && furthest[diagonal - 1] < furthest[diagonal + 1];
            let mut x = if is_down {
                furthest[diagonal + 1]
            } else {
                furthest[diagonal - 1] + 1
            };
            // On this diagonal y is x + most - diagonal.
            if x > long || x + most < diagonal || x + most - diagonal > wide {
                furthest[diagonal] = x;
                continue;
            }
            while x < long && x + most - diagonal < wide && a[x] == b[x + most - diagonal] {
                x += 1;
            }
            furthest[diagonal] = x;
            if x == long && x + most - diagonal == wide {
                end = Some(step);
            }
        }
        if end.is_some() {
            break;
        }
    }
    let mut pairs = Vec::new();
    let (mut x, mut y) = (long, wide);
    for step in (0..=end.unwrap()).rev() {
        // What was known before this step, shifted so that `most` is its middle.
        let known = |diagonal: usize| {
            let at = (diagonal + step).checked_sub(most)?;
            steps[step].get(at).copied()
        };
        let diagonal = x + most - y;
        let (from_x, from_y) = if step == 0 {
            (0, 0)
        } else {
            let left = known(diagonal - 1);
            let above = known(diagonal + 1);
            let is_down = diagonal == most - step
                || diagonal != most + step && left.unwrap() < above.unwrap();
            if is_down {
                let x = above.unwrap();
                (x, x + most - (diagonal + 1))
            } else {
                let x = left.unwrap();
                (x, x + most - (diagonal - 1))
            }
        };
        // After the one step aside, the rest of the way was common.
        while x > from_x && y > from_y {
            (x, y) = (x - 1, y - 1);
            pairs.push((x, y));
        }
        (x, y) = (from_x, from_y);
    }
    pairs.reverse();
    pairs
}

#[test]
fn what_was_folded_unfolds() {
    let page = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut pages = Pages::new();
    let versions = [
        (view(0, "clerk"), page("a b c d @ \\e === f")),
        (view(0, "chief"), page("a c b d f")),
        (view(2, "clerk"), page("x a b c d z z")),
        (view(2, "nobody"), Vec::new()),
        (view(6, "officer"), page("a b c d @ \\e === f")),
    ];
    pages.insert("GET /".to_owned(), versions.into());
    pages.insert("GET /b".to_owned(), [(5, page("q"))].into());
    let text = write(&pages);
    assert_eq!(read(&text), pages, "{text}");
    assert_eq!(write(&read(&text)), text);
    for (a, b, most) in [
        ("a b c a b b a", "c b a b a c", 4),
        ("", "a b", 0),
        ("a b", "", 0),
        ("a", "a", 1),
        ("a b c d e f", "f e d c b a", 1),
        ("x x x x", "x x", 2),
    ] {
        let (a, b): (Vec<&str>, Vec<&str>) = (
            a.split_whitespace().collect(),
            b.split_whitespace().collect(),
        );
        let pairs = common(&a, &b);
        assert_eq!(pairs.len(), most, "{a:?} {b:?} {pairs:?}");
        assert!(pairs.iter().all(|(x, y)| a[*x] == b[*y]));
        assert!(
            pairs
                .windows(2)
                .all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1)
        );
    }
}
