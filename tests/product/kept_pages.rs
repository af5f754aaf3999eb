//! Public pages are kept as they were made: what is kept is never old, the same for everybody, and of nobody.

use domain::round::RoundAct;
use minsheng::demo::DemoStage;
use web::RouteRole;

use super::access::address;
use super::ballot::{two, vote};
use super::steps::publish;
use crate::support::{Client, Hall, Page};

/// Asks as a browser that has a page already and reads gzip.
fn ask_again(client: &mut Client, path: &str, had: &Page, gzip: bool) -> Page {
    let tag = had.header("etag").unwrap();
    client.headers = vec![("if-none-match".to_owned(), format!("\"other\", {tag}"))];
    if gzip {
        let encoding = ("accept-encoding".to_owned(), "gzip".to_owned());
        client.headers.push(encoding);
    }
    let page = client.once("GET", path, None);
    client.headers.clear();
    page
}

#[test]
fn a_page_is_sent_once_and_again_when_it_says_something_else() {
    let hall = Hall::at(DemoStage::Certified);
    let mut reader = hall.client();
    let before = reader.get("/");
    assert_eq!(before.header("cache-control").unwrap(), "no-cache");
    assert_eq!(ask_again(&mut reader, "/", &before, false).status, 304);
    assert!(ask_again(&mut reader, "/", &before, false).body.is_empty());
    // Published: at once, on every page that tells of it.
    publish(&hall);
    let after = ask_again(&mut reader, "/", &before, false);
    assert_eq!(after.status, 200);
    assert_ne!(after.html(), before.html());
    assert_eq!(reader.get("/polls/1").status, 200);
    // Another language and another size are other pages; a browser's other cookies make none.
    reader.post("/language", &[("lang", "en"), ("next", "/")]);
    let english = ask_again(&mut reader, "/", &after, false);
    assert_eq!(english.status, 200);
    assert!(english.html().contains("lang=\"en\""));
    let mut other = hall.client();
    other.cookies.put("stray", "1");
    assert_eq!(other.get("/").html(), after.html());
    // A file that somebody changed beside the program is told of at once.
    hall.write_past("update sitting set quorum_present = quorum_present - 1");
    let changed = other.get("/");
    assert!(
        changed.says("数据库里的内容与当时确定的不一致"),
        "{}",
        changed.text()
    );
    assert_ne!(changed.header("etag"), after.header("etag"));
}

#[test]
fn a_restart_gives_the_same_pages_the_same_tags_and_a_day_makes_them_anew() {
    let hall = Hall::at(DemoStage::Published);
    let mut reader = hall.client();
    let first = reader.get("/polls/1");
    let again = hall.client().get("/polls/1");
    assert_eq!(first.header("etag"), again.header("etag"));
    hall.on("2027-03-01");
    assert_eq!(
        ask_again(&mut reader, "/polls/1", &first, false).status,
        304
    );
}

#[test]
fn no_page_tells_of_a_cast() {
    let hall = Hall::at(DemoStage::Open);
    let mut reader = hall.client();
    let paths = ["/", "/regions/qinghe", "/sessions/1", "/polls/1"];
    let before: Vec<Page> = paths.iter().map(|path| reader.get(path)).collect();
    vote(&mut hall.scanned(0), &[("m1", "a")]);
    for (path, before) in paths.iter().zip(&before) {
        assert_eq!(
            ask_again(&mut reader, path, before, true).status,
            304,
            "{path}"
        );
    }
    two(&hall, RoundAct::CloseVote);
}

#[test]
fn what_is_somebodys_is_neither_compressed_nor_kept() {
    let hall = Hall::at(DemoStage::Open);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let mut askers = vec![hall.client(), hall.scanned(0)];
    for name in [
        "qinghe-clerk",
        "qinghe-chief",
        "admin",
        "qinghe-d1",
        "qinghe-u1",
    ] {
        askers.push(hall.signed_in(name));
    }
    let (mut kept, mut own) = (0, 0);
    for route in web::routes() {
        let is_left = ["/sign-out", "/officer/leave"].contains(&route.pattern.as_ref());
        if route.method != "GET" || is_left || route.pattern.ends_with("/live") {
            continue;
        }
        let path = address(&route.pattern);
        let path = path.replace("congresses/6", &format!("congresses/{}", congress.0));
        for asker in &mut askers {
            asker.headers = vec![("accept-encoding".to_owned(), "gzip".to_owned())];
            let page = asker.once("GET", &path, None);
            asker.headers.clear();
            let is_gzip = page.header("content-encoding").is_some();
            let may = route.who == RouteRole::Published || route.pattern.starts_with("/assets/");
            assert!(may || !is_gzip, "{path}");
            assert!(may || page.header("etag").is_none(), "{path}");
            if is_gzip {
                assert!(
                    page.status == 200 && page.body.starts_with(&[0x1f, 0x8b]),
                    "{path}"
                );
                kept += 1;
            } else if !may && page.status == 200 {
                let cache = page.header("cache-control").unwrap();
                assert!(
                    !cache.contains("public") || path == "/healthz",
                    "{path}: {cache}"
                );
                own += 1;
            }
        }
    }
    assert!(kept > 20 && own > 100, "{kept} kept, {own} own");
}

#[test]
fn style_and_scripts_are_compressed_for_whoever_reads_that() {
    let hall = Hall::at(DemoStage::Open);
    let mut reader = hall.client();
    let page = reader.get("/").html();
    let (_, from) = page.split_once("href=\"/assets/app-").unwrap();
    let path = format!("/assets/app-{}", from.split('"').next().unwrap());
    let plain = reader.once("GET", &path, None);
    reader.headers = vec![("accept-encoding".to_owned(), "br, gzip".to_owned())];
    let short = reader.once("GET", &path, None);
    assert!(plain.header("content-encoding").is_none());
    assert_eq!(short.header("content-encoding").unwrap(), "gzip");
    assert!(short.body.len() * 3 < plain.body.len());
    assert_eq!(short.header("vary").unwrap(), "accept-encoding");
    assert!(short.header("cache-control").unwrap().contains("immutable"));
}
