//! Every page of the demo, at each stage, for each role that may see it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read as _, Seek as _, Write as _};

use super::folded::{self, Pages, Versions};
use super::masks::Drawn;
use super::product::{DemoStage, RouteLine, routes};
use super::{address, kept, log, masks, texts};
use crate::support::{Client, Hall, Page};
use crate::{access, officers};

/// One who asks: the role, a browser, the token of its forms.
struct Asker {
    role: &'static str,
    client: Client,
    token: String,
}

/// All that can be had at a stage.
fn askers(hall: &Hall, stage: DemoStage) -> Vec<Asker> {
    let mut askers = Vec::new();
    let mut add = |role, client, token| {
        askers.push(Asker {
            role,
            client,
            token,
        });
    };
    add("nobody", hall.client(), String::new());
    if let Some(slip) = hall.made.slips.first() {
        let mut voter = hall.client();
        voter.get(&format!("/b/{}", slip.scanned));
        add("voter", voter, String::new());
    }
    for (role, username, page) in [
        ("clerk", "qinghe-clerk", "/manage/polls/1"),
        ("chief", "qinghe-chief", "/manage/polls/1"),
        ("scrutineer", "qinghe-scrutineer", "/manage/polls/1"),
        ("teller", "qinghe-teller", "/manage/polls/1"),
        ("publisher", "qinghe-publisher", "/manage/polls/1"),
        ("deputy", "qinghe-d1", "/manage"),
        ("unit", "qinghe-u1", "/manage"),
        ("stranger", "township-clerk", "/manage"),
        ("reader", "reader", "/manage"),
        ("advisor", "prefecture-clerk", "/manage"),
        ("admin", "admin", "/manage"),
    ] {
        let mut client = hall.signed_in(username);
        let token = client.get(page).value("token");
        add(role, client, token);
    }
    if stage >= DemoStage::Frozen && stage < DemoStage::FollowUp {
        let mut phone = officers::phone(hall);
        let token = phone.get("/officer").value("token");
        add("officer", phone, token);
    }
    askers
}

/// What `access.txt` says of a route: the status for each role, while voting is open.
fn statuses(route: &RouteLine) -> BTreeMap<&'static str, u16> {
    let start = format!("{:<5}{:<48}", route.method.as_str(), route.pattern);
    let found = access::SNAPSHOT.lines().find(|line| {
        line.strip_prefix(&start)
            .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_uppercase()))
    });
    let words = found.unwrap_or_default().split_whitespace();
    words
        .filter_map(|word| word.split_once('='))
        .map(|(role, status)| (role, status.parse().unwrap()))
        .collect()
}

/// Whether somebody is let in: not refused for the role, and not sent to sign in.
fn is_let_in(route: &RouteLine, statuses: &BTreeMap<&str, u16>, role: &str) -> bool {
    let is_own = ["/ballot", "/officer"]
        .iter()
        .any(|own| route.pattern.starts_with(own));
    match statuses.get(role) {
        Some(403) => false,
        Some(303) => is_own || !["nobody", "voter", "officer"].contains(&role),
        _ => true,
    }
}

/// Who posts the empty form of a route: whose is refused for what is in it, else for how things stand.
fn poster(statuses: &BTreeMap<&'static str, u16>) -> &'static str {
    let first = |wanted: u16| {
        let mut known = folded::ROLES.iter();
        known.find(|role| statuses.get(**role) == Some(&wanted))
    };
    [422, 409, 200, 404]
        .iter()
        .find_map(|wanted| first(*wanted))
        .map_or("clerk", |role| role)
}

/// Whether a test of its own is the place for a route: a stream has no end to wait for, and signing out
/// would end the others' tries.
fn is_elsewhere(route: &RouteLine) -> bool {
    route.pattern.ends_with("/live")
        || ["/sign-out", "/officer/leave"].contains(&route.pattern.as_ref())
}

/// The file of a route's pages.
fn file_of(route: &RouteLine) -> String {
    let path = address::file(&route.pattern);
    let path: String = path.trim_start_matches('/').replace('/', ".");
    let path = path.replace(['{', '}'], "_");
    let path = if path.is_empty() { "start" } else { &path };
    format!("{path}.{}.txt", route.method.as_str().to_lowercase())
}

/// The pages of a stage by file.
type Found = BTreeMap<String, Pages>;

fn keep(found: &mut Found, route: &RouteLine, name: &str, view: u32, page: &Page, drawn: &Drawn) {
    let name = format!("{} {name}", route.method);
    let pages = found.entry(file_of(route)).or_default();
    let versions: &mut Versions = pages.entry(name).or_default();
    versions.insert(view, masks::lines(page, drawn));
}

fn walk(hall: &Hall, stage: DemoStage, number: usize) -> Found {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    if stage < DemoStage::FollowUp {
        access::plan_a_review(hall, congress);
    }
    let congress = congress.0;
    let mut askers = askers(hall, stage);
    let drawn = Drawn::of(hall);
    let mut found = Found::new();
    let listed: Vec<RouteLine> = routes()
        .into_iter()
        .filter(|one| !is_elsewhere(one) && address::is_asked(one))
        .collect();
    for route in listed.iter().filter(|route| route.method == "GET") {
        let statuses = statuses(route);
        for place in address::of(address::family(&route.pattern), hall, congress) {
            // A printed form is the same for whoever may print it, and takes long to set.
            let mut is_printed = false;
            for asker in &mut askers {
                let is_known = is_printed && statuses.get(asker.role) == Some(&200);
                if is_let_in(route, &statuses, asker.role) && !is_known {
                    let page = asker.client.once("GET", &place.path, None);
                    is_printed |= page.body.starts_with(b"%PDF");
                    let view = folded::view(number, asker.role);
                    keep(&mut found, route, &place.name, view, &page, &drawn);
                }
            }
        }
    }
    for route in listed.iter().filter(|route| route.method != "GET") {
        let wanted = poster(&statuses(route));
        let Some(asker) = askers.iter_mut().find(|asker| asker.role == wanted) else {
            continue;
        };
        for place in address::of(address::family(&route.pattern), hall, congress) {
            let has_page = listed
                .iter()
                .any(|page| page.method == "GET" && page.pattern == route.pattern);
            let page = has_page.then(|| asker.client.once("GET", &place.path, None));
            let token = page.filter(|page| page.html().contains("name=\"token\""));
            let token = token.map_or(asker.token.clone(), |page| page.value("token"));
            asker.client.headers = vec![("form-token".to_owned(), token.clone())];
            let body = format!("token={token}").into_bytes();
            let page = asker
                .client
                .once(route.method.as_str(), &place.path, Some(body));
            asker.client.headers.clear();
            let view = folded::view(number, asker.role);
            keep(&mut found, route, &place.name, view, &page, &drawn);
        }
    }
    found
}

/// Holds what was found at a stage against what is kept of it.
fn hold(found: &Found, stage: usize) {
    let folder = kept::place("pages");
    let mut differences = Vec::new();
    let nothing = Pages::new();
    let mut files: BTreeSet<String> = found.keys().cloned().collect();
    files.extend(names());
    for file in files {
        let found = found.get(&file).unwrap_or(&nothing);
        if kept::is_update() {
            update(&folder.join(&file), found, stage);
            continue;
        }
        let text = fs::read_to_string(folder.join(&file)).unwrap_or_default();
        differences.extend(compare(&file, &folded::read(&text), found, stage));
    }
    kept::none(&differences);
}

/// The names of the files that are kept.
fn names() -> BTreeSet<String> {
    let folder = fs::read_dir(kept::place("pages"));
    let files = folder.into_iter().flatten();
    files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn compare(file: &str, kept: &Pages, found: &Pages, stage: usize) -> Vec<String> {
    let addresses: BTreeSet<&String> = kept.keys().chain(found.keys()).collect();
    let mut differences = Vec::new();
    for address in addresses {
        let versions = |pages: &Pages| -> Versions {
            let versions = pages.get(address).cloned().unwrap_or_default().into_iter();
            versions
                .filter(|(view, _)| folded::stage_of(*view) == stage)
                .collect()
        };
        let (kept, found) = (versions(kept), versions(found));
        let views: BTreeSet<&u32> = kept.keys().chain(found.keys()).collect();
        for view in views {
            let lines = |versions: &Versions| versions.get(view).cloned().unwrap_or_default();
            let (kept, found) = (lines(&kept), lines(&found));
            let (kept, found): (Vec<&str>, Vec<&str>) = (
                kept.iter().map(String::as_str).collect(),
                found.iter().map(String::as_str).collect(),
            );
            if let Some(told) = kept::differs(&kept, &found) {
                let (stage, role) = folded::told(*view);
                differences.push(format!(
                    "{address} for {role} at {stage} (pages/{file})\n{told}"
                ));
            }
        }
    }
    differences
}

/// Writes the pages of one stage into a file that has those of the others; the stages run side by side.
fn update(file: &std::path::Path, found: &Pages, stage: usize) {
    let mut open = fs::OpenOptions::new();
    let open = open.read(true).write(true).create(true).truncate(false);
    let mut file = open.open(file).unwrap();
    file.lock().unwrap();
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    let mut pages = folded::read(&text);
    for versions in pages.values_mut() {
        versions.retain(|view, _| folded::stage_of(*view) != stage);
    }
    for (address, versions) in found {
        let all = pages.entry(address.clone()).or_default();
        all.extend(versions.iter().map(|(view, lines)| (*view, lines.clone())));
    }
    pages.retain(|_, versions| !versions.is_empty());
    let next = folded::write(&pages);
    if next != text {
        file.rewind().unwrap();
        file.set_len(0).unwrap();
        file.write_all(next.as_bytes()).unwrap();
    }
}

fn at(stage: DemoStage, number: usize) {
    let hall = Hall::at(stage);
    let found = walk(&hall, stage, number);
    hold(&found, number);
    log::hold(&hall, stage);
    texts::hold(&hall, stage);
}

#[test]
fn the_pages_of_a_draft_are_as_kept() {
    at(DemoStage::Draft, 0);
}

#[test]
fn the_pages_before_a_vote_are_as_kept() {
    at(DemoStage::Frozen, 1);
}

#[test]
fn the_pages_during_a_vote_are_as_kept() {
    at(DemoStage::Open, 2);
}

#[test]
fn the_pages_after_a_vote_are_as_kept() {
    at(DemoStage::Closed, 3);
}

#[test]
fn the_pages_of_a_certified_result_are_as_kept() {
    at(DemoStage::Certified, 4);
}

#[test]
fn the_pages_of_a_published_result_are_as_kept() {
    at(DemoStage::Published, 5);
}

#[test]
fn the_pages_at_the_end_of_the_year_are_as_kept() {
    at(DemoStage::FollowUp, 6);
}

#[test]
fn each_file_of_pages_belongs_to_a_route() {
    let known: BTreeSet<String> = routes().iter().map(file_of).collect();
    for name in names() {
        if known.contains(&name) {
            continue;
        }
        assert!(kept::is_update(), "pages/{name} is the file of no route");
        fs::remove_file(kept::place("pages").join(name)).unwrap();
    }
}
