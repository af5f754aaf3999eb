//! Fields of forms, page by page: each has a label, and what describes it is tied to it; what is refused
//! stands at its field, and what was typed is there again.

use std::collections::BTreeSet;

use minsheng::demo::DemoStage;
use web::RouteRole;

use super::access::address;
use crate::support::{Client, Hall, Page};

/// One tag with its attributes as they stand.
fn tags(html: &str) -> Vec<&str> {
    let pieces = html.split('<').skip(1);
    pieces
        .map(|piece| piece.split('>').next().unwrap_or(piece))
        .collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = tag[start..].find('"')?;
    Some(tag[start..start + end].to_owned())
}

fn is_field(tag: &str) -> bool {
    let kind = attribute(tag, "type").unwrap_or_default();
    let is_input = tag.starts_with("input ") && !["hidden", "submit"].contains(&kind.as_str());
    is_input || tag.starts_with("select ") || tag.starts_with("textarea ")
}

/// Fields of a page without a label, and what describes something but is tied to nothing.
fn loose(page: &Page) -> (usize, Vec<String>) {
    let html = page.html();
    let tags = tags(&html);
    let with = |name: &'static str| tags.iter().filter_map(move |tag| attribute(tag, name));
    let labelled: BTreeSet<String> = with("for").collect();
    let ids: Vec<String> = with("id").collect();
    let tied: BTreeSet<String> = with("aria-describedby")
        .flat_map(|by| by.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let (mut fields, mut loose, mut in_label) = (0, Vec::new(), false);
    for tag in &tags {
        in_label = (in_label && *tag != "/label") || tag.starts_with("label");
        if !is_field(tag) {
            continue;
        }
        fields += 1;
        let is_named = attribute(tag, "aria-label").is_some();
        let is_labelled = attribute(tag, "id").is_some_and(|id| labelled.contains(&id));
        if !(in_label || is_named || is_labelled) {
            loose.push(format!("no label: {tag}"));
        }
    }
    for by in &tied {
        if !ids.contains(by) {
            loose.push(format!("described by nothing: {by}"));
        }
    }
    for id in &ids {
        let describes = id.ends_with("-hint") || id.ends_with("-error");
        if describes && !tied.contains(id) && ids.contains(&stem(id)) {
            loose.push(format!("tied to nothing: {id}"));
        }
    }
    for id in with("id").collect::<BTreeSet<_>>() {
        let describes = id.ends_with("-error");
        if describes && ids.iter().filter(|one| **one == id).count() > 1 {
            loose.push(format!("twice: {id}"));
        }
    }
    (fields, loose)
}

fn stem(id: &str) -> String {
    let stem = id.trim_end_matches("-hint");
    stem.trim_end_matches("-error").to_owned()
}

/// Everybody who opens pages, with their name.
fn askers(hall: &Hall) -> Vec<(&'static str, Client)> {
    let mut askers = vec![("nobody", hall.client()), ("voter", hall.scanned(0))];
    for name in [
        "qinghe-clerk",
        "qinghe-chief",
        "qinghe-publisher",
        "qinghe-d1",
        "qinghe-u1",
        "prefecture-clerk",
        "admin",
    ] {
        askers.push((name, hall.signed_in(name)));
    }
    askers.push(("officer", super::officers::phone(hall)));
    askers
}

/// The pages that somebody may open.
fn pages(hall: &Hall, client: &mut Client) -> Vec<Page> {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let mut pages = Vec::new();
    for route in web::routes() {
        let is_stream = route.pattern.ends_with("/live");
        let is_left = ["/sign-out", "/officer/leave"].contains(&route.pattern.as_ref());
        if route.method != "GET"
            || is_stream
            || is_left
            || matches!(route.who, RouteRole::Public | RouteRole::Published)
        {
            continue;
        }
        let path = address(&route.pattern);
        let path = path.replace("congresses/6", &format!("congresses/{}", congress.0));
        let page = client.once("GET", &path, None);
        let is_page = page.header("content-type").unwrap_or_default();
        if page.status == 200 && is_page.starts_with("text/html") {
            pages.push(page);
        }
    }
    pages
}

#[test]
fn every_field_has_a_label_and_its_hint() {
    let (mut fields, mut seen, mut failed) = (0, BTreeSet::new(), Vec::new());
    for stage in [DemoStage::Draft, DemoStage::Open] {
        let hall = Hall::at(stage);
        for (name, mut client) in askers_of(&hall, stage) {
            for page in pages(&hall, &mut client) {
                let (found, loose) = loose(&page);
                if !seen.insert(page.html()) {
                    continue;
                }
                fields += found;
                failed.extend(
                    loose
                        .iter()
                        .map(|one| format!("{name} {}: {one}", page.path)),
                );
            }
        }
    }
    let told = format!("fields: {fields}, tied: {}", fields - failed.len());
    assert!(failed.is_empty(), "{told}\n{}", failed.join("\n"));
    assert!(fields > 300, "{told}: too few were seen");
}

/// Before the vote is open no slip is scanned and no officer has a device.
fn askers_of(hall: &Hall, stage: DemoStage) -> Vec<(&'static str, Client)> {
    if stage == DemoStage::Open {
        return askers(hall);
    }
    let names = ["qinghe-clerk", "qinghe-d1", "qinghe-u1", "admin"];
    names.map(|name| (name, hall.signed_in(name))).into()
}

/// What no page repeats: secrets, and the fields of a ballot.
fn is_repeated(to: &str, name: &str) -> bool {
    let secret = [
        "pin", "new_pin", "repeat", "old", "new", "password", "secret",
    ];
    !secret.contains(&name) && !to.starts_with("/ballot")
}

/// A problem at a field is tied to it, and the summary links to it.
fn misplaced(page: &Page) -> Vec<String> {
    let html = page.html();
    let tags = tags(&html);
    let summary = html.split("class=\"summary\"").nth(1).unwrap_or_default();
    let summary = summary.split("</ul>").next().unwrap_or_default();
    let by_id = |id: &str| {
        let mut tags = tags.iter();
        tags.find(|tag| attribute(tag, "id").as_deref() == Some(id))
    };
    let mut found = Vec::new();
    for link in summary.split("href=\"#").skip(1) {
        let id = link.split('"').next().unwrap_or_default();
        let Some(tag) = by_id(id) else {
            found.push(format!("the summary leads nowhere: #{id}"));
            continue;
        };
        let described = attribute(tag, "aria-describedby").unwrap_or_default();
        let is_told = described.split(' ').any(|by| by == format!("{id}-error"));
        if !is_told || by_id(&format!("{id}-error")).is_none() {
            found.push(format!("the problem of #{id} is not at it: {tag}"));
        }
        if attribute(tag, "aria-invalid").as_deref() != Some("true") {
            found.push(format!("#{id} does not say that it is wrong"));
        }
    }
    found
}

/// A form: where it is sent, its fields, and the names of those that were typed into.
type Filled = (String, Vec<(String, String)>, Vec<String>);

/// Every form of a page, as a browser would send it with words where none belong.
fn wrongly_filled(page: &Page) -> Vec<Filled> {
    let html = page.html();
    let mut forms = Vec::new();
    for part in html.split("<form").skip(1) {
        let part = part.split("</form>").next().unwrap_or(part);
        let head = part.split('>').next().unwrap_or_default();
        let (Some(to), Some("post")) = (
            attribute(head, "action"),
            attribute(head, "method").as_deref(),
        ) else {
            continue;
        };
        let Some(inside) = part.split_once('>').map(|(_, inside)| inside) else {
            continue;
        };
        if head.contains("multipart") || to == "/sign-out" || to == "/language" {
            continue;
        }
        let (mut fields, mut typed) = (Vec::new(), Vec::new());
        for tag in tags(inside) {
            let Some(name) = attribute(tag, "name") else {
                continue;
            };
            let kind = attribute(tag, "type").unwrap_or_default();
            let value = attribute(tag, "value").unwrap_or_default();
            if kind == "hidden" {
                fields.push((name, value));
            } else if tag.starts_with("textarea ")
                || ["text", "number", "date"].contains(&kind.as_str())
            {
                if is_repeated(&to, &name) {
                    typed.push(name.clone());
                }
                fields.push((name, "※※".to_owned()));
            }
        }
        if !typed.is_empty() {
            forms.push((to, fields, typed));
        }
    }
    forms
}

#[test]
fn what_is_refused_stands_at_its_field_and_what_was_typed_is_there_again() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut refused, mut failed) = (0, Vec::new());
    for (name, mut client) in askers_of(&hall, DemoStage::Draft) {
        for page in pages(&hall, &mut client) {
            for (to, fields, typed) in wrongly_filled(&page) {
                let pairs: Vec<(&str, &str)> = fields
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                let body = crate::support::client::encode(&pairs);
                let answer = client.once("POST", &to, Some(body.into_bytes()));
                if !(400..500).contains(&answer.status) {
                    continue;
                }
                refused += 1;
                let mut told = misplaced(&answer);
                if !answer.html().contains("※※") {
                    told.push(format!("what was typed is gone: {typed:?}"));
                }
                failed.extend(
                    told.iter()
                        .map(|one| format!("{name} {to} {}: {one}", answer.status)),
                );
            }
        }
    }
    failed.sort();
    failed.dedup();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(refused > 20, "only {refused} forms were refused");
}
