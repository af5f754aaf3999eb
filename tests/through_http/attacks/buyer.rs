//! The buyer of votes: pays for proof of how a slip voted. Has the slip's code, every page that was
//! saved before the cast, phones, a tablet and a friend at the desk, and compares to the byte.

use std::collections::BTreeMap;

use minsheng::cli::demo::Stage;
use minsheng::domain::poll::round::RoundAct;

use super::super::ballot::{review, two, vote};
use super::super::steps::{self, do_it};
use crate::support::{Client, Hall, Page};

type Fields = Vec<(String, String)>;
/// Status, headers but the date, body.
type Answer = (u16, Vec<(String, String)>, Vec<u8>);

/// The slip that is sold.
const SOLD: usize = 0;
/// A slip that nobody asks about.
const OTHER: usize = 1;

fn answer(page: Page) -> Answer {
    let mut headers = page.headers;
    headers.retain(|(name, _)| name != "date");
    headers.sort();
    (page.status, headers, page.body)
}

fn as_refs(fields: &Fields) -> Vec<(&str, &str)> {
    fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect()
}

fn with(fields: &Fields, set: &[(&str, &str)]) -> Fields {
    let mut fields = fields.clone();
    for (name, value) in set {
        fields.iter_mut().find(|(n, _)| n == name).unwrap().1 = (*value).to_owned();
    }
    fields
}

/// One vote with one of the saved forms, in a hall that is the same as every other one up to there.
struct World {
    hall: Hall,
    slip: usize,
    /// Forms of the slip by name: as saved before the cast, and as nobody ever was given them.
    forms: Vec<(&'static str, Fields)>,
    /// The phone that cast, with its cookies.
    caster: Client,
    /// The answer to the cast.
    cast: Answer,
}

/// A hall where the n-th slip reviewed three ballots on three phones and casts one of them.
fn world(slip: usize, cast: &str) -> World {
    let hall = Hall::seeded(Stage::Open, 15, 41);
    let marks: [(&str, &[(&str, &str)]); 3] = [
        ("A", &[("m1", "a"), ("m2", "o")]),
        ("B", &[("m1", "o"), ("m3", "a")]),
        ("the same marks again", &[("m1", "a"), ("m2", "o")]),
    ];
    let mut forms: Vec<(&str, Fields)> = marks
        .iter()
        .map(|(name, marks)| {
            let page = review(&mut hall.scanned(slip), marks);
            (*name, page.form("/ballot/1/cast").1)
        })
        .collect();
    let mut caster = hall.scanned(slip);
    let kept = &forms.iter().find(|(name, _)| *name == cast).unwrap().1;
    let body = crate::support::client::encode(&as_refs(kept));
    let cast = caster.once("POST", "/ballot/1/cast", Some(body.into_bytes()));
    assert_eq!(cast.status, 303, "{}", cast.text());
    let a = forms[0].1.clone();
    let too_many: Vec<(&str, &str)> = ["m1", "m2", "m3", "m4", "m5"].map(|m| (m, "a")).into();
    let cut = a.iter().filter(|(name, _)| name != "m4").cloned().collect();
    forms.extend([
        (
            "the marks of B under the token of A",
            with(&a, &[("m1", "o"), ("m2", "n"), ("m3", "a")]),
        ),
        ("too many marks", with(&a, &too_many)),
        ("an unknown mark", with(&a, &[("m1", "?")])),
        ("a line missing", cut),
        ("no token", with(&a, &[("token", "")])),
        ("another nonce", with(&a, &[("nonce", &"0".repeat(64))])),
        ("a round that is no number", with(&a, &[("round", "one")])),
        ("another round", with(&a, &[("round", "77")])),
    ]);
    World {
        hall,
        slip,
        forms,
        caster,
        cast: answer(cast),
    }
}

impl World {
    fn code(&self, slip: usize) -> &str {
        &self.hall.made.slips[slip].scanned
    }

    /// A phone with the cookie of a slip and no other.
    fn phone(&self, slip: usize) -> Client {
        let mut phone = self.hall.client();
        phone.once("GET", &format!("/b/{}", self.code(slip)), None);
        phone
    }

    /// Every answer to every form of the slip that voted, from the phone that cast and another one.
    fn forms(&self) -> BTreeMap<String, Answer> {
        let mut answers = BTreeMap::new();
        for (name, fields) in &self.forms {
            let body = crate::support::client::encode(&as_refs(fields)).into_bytes();
            let mut caster = self.hall.client();
            caster.cookies.clone_from(&self.caster.cookies);
            for (who, mut phone) in [("caster", caster), ("another", self.phone(self.slip))] {
                let told = phone.once("POST", "/ballot/1/cast", Some(body.clone()));
                let next = answer(phone.once("GET", "/ballot/1/done", None));
                answers.insert(format!("{name} from {who}"), answer(told));
                answers.insert(format!("{name} from {who}, then done"), next);
                let cookies = format!("{:?}", phone.cookies).into_bytes();
                answers.insert(format!("{name} from {who}, kept"), (0, Vec::new(), cookies));
            }
        }
        answers
    }

    /// What the pages show of the sold slip to somebody who did not cast with it.
    fn pages(&self) -> BTreeMap<String, Answer> {
        let mut answers = BTreeMap::new();
        let mut note = |name: &str, page: Page| {
            answers.insert(name.to_owned(), answer(page));
        };
        let mut phone = self.hall.client();
        note(
            "scan",
            phone.once("GET", &format!("/b/{}", self.code(SOLD)), None),
        );
        for address in ["/ballot", "/ballot/1", "/ballot/1/done"] {
            note(address, phone.once("GET", address, None));
        }
        let a = &self.forms[0].1;
        let sheet = phone.get("/ballot/1");
        if sheet.has_form("/ballot/1/review") {
            let (to, fields) = sheet.form("/ballot/1/review");
            for marks in [&[("m1", "a")][..], &[("m1", "?")], &[("token", "")]] {
                let body = crate::support::client::encode(&as_refs(&with(&fields, marks)));
                let page = phone.once("POST", &to, Some(body.into_bytes()));
                note(&format!("review {marks:?}"), page);
            }
        } else {
            let body = crate::support::client::encode(&as_refs(a)).into_bytes();
            note("change", phone.once("POST", "/ballot/1", Some(body)));
        }
        let mut tablet = self.hall.client();
        tablet.once("GET", "/ballot/kiosk", None);
        let typed = &self.hall.made.slips[SOLD].typed;
        let body = format!("code={typed}").into_bytes();
        note("tablet", tablet.once("POST", "/ballot/kiosk", Some(body)));
        for address in ["/ballot", "/ballot/1", "/ballot/1/done"] {
            note(
                &format!("tablet {address}"),
                tablet.once("GET", address, None),
            );
        }
        answers
    }

    /// A saved form sent from a tablet: the visit ends alike.
    fn tablet(&self, form: usize) -> Vec<Answer> {
        let mut tablet = self.hall.client();
        tablet.once("GET", "/ballot/kiosk", None);
        let typed = &self.hall.made.slips[self.slip].typed;
        tablet.once(
            "POST",
            "/ballot/kiosk",
            Some(format!("code={typed}").into_bytes()),
        );
        let body = crate::support::client::encode(&as_refs(&self.forms[form].1)).into_bytes();
        let mut told = vec![answer(tablet.once("POST", "/ballot/1/cast", Some(body)))];
        for address in ["/ballot/1/done", "/ballot/1/done", "/ballot/1"] {
            told.push(answer(tablet.once("GET", address, None)));
        }
        told
    }

    /// A friend at the desk hands the slip in for a paper.
    fn desk(&self) -> Answer {
        let mut clerk = self.hall.signed_in("qinghe-clerk");
        let page = clerk.get("/manage/sittings/1/desk");
        let code = self.code(self.slip);
        if !page.has_form("/desk/take-slip") {
            return answer(page);
        }
        let (to, fields) = page.form("/desk/take-slip");
        let fields = with(&fields, &[("code", code)]);
        let body = crate::support::client::encode(&as_refs(&fields)).into_bytes();
        let told = clerk.once("POST", &to, Some(body));
        // The page has a token of the clerk's own sign-in: what it says is what is compared.
        (told.status, Vec::new(), told.text().into_bytes())
    }

    /// Every value of every column that tells who voted how, or could: all but what is sealed.
    fn stored(&self, with_sealed: bool) -> BTreeMap<String, Vec<String>> {
        let database = self.hall.dir.path().join("minsheng.db");
        let database = rusqlite::Connection::open(database).unwrap();
        let sql = "select name from sqlite_schema where type = 'table' order by name";
        let mut statement = database.prepare(sql).unwrap();
        let names = statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap();
        let mut tables = BTreeMap::new();
        for table in names.map(Result::unwrap) {
            let mut rows = Vec::new();
            let mut read = database.prepare(&format!("select * from {table}")).unwrap();
            let names = read.column_names();
            let columns: Vec<String> = names.into_iter().map(str::to_owned).collect();
            let mut found = read.query([]).unwrap();
            while let Some(row) = found.next().unwrap() {
                let values = columns.iter().enumerate().map(|(at, column)| {
                    let is_sealed = table == "box_ballot" && column == "body";
                    let value = row.get_ref(at).unwrap();
                    if is_sealed && !with_sealed {
                        format!("{} bytes", value.as_blob().unwrap().len())
                    } else {
                        format!("{value:?}")
                    }
                });
                rows.push(values.collect::<Vec<_>>().join(" "));
            }
            tables.insert(table, rows);
        }
        tables
    }
}

fn assert_same(stage: &str, one: &BTreeMap<String, Answer>, other: &BTreeMap<String, Answer>) {
    assert_eq!(one.len(), other.len(), "{stage}");
    for (name, told) in one {
        assert!(
            Some(told) == other.get(name),
            "{stage}: {name} differs:\n{:?}\n{:?}",
            shown(told),
            other.get(name).map(shown)
        );
    }
}

fn shown((status, headers, body): &Answer) -> String {
    format!("{status} {headers:?} {}", String::from_utf8_lossy(body))
}

/// The well-formed forms of one world hear one answer, whichever of them was cast.
fn assert_no_form_is_special(stage: &str, forms: &BTreeMap<String, Answer>) {
    for end in ["", ", then done", ", kept"] {
        for who in ["caster", "another"] {
            let of = |name: &str| &forms[&format!("{name} from {who}{end}")];
            for name in ["B", "the same marks again"] {
                assert!(of("A") == of(name), "{stage}: {name} from {who}{end}");
            }
        }
    }
    // The phone that cast and the other one, too.
    assert!(forms["A from caster"] == forms["B from another"], "{stage}");
}

#[test]
fn in_no_stage_does_any_answer_tell_which_of_the_saved_forms_was_cast() {
    let (a, b) = (world(SOLD, "A"), world(SOLD, "B"));
    let again = world(SOLD, "the same marks again");
    let other = world(OTHER, "A");
    let worlds = [&a, &b, &again, &other];
    assert!(a.cast == b.cast && a.cast == again.cast, "the cast itself");
    let mut seen = BTreeMap::new();
    let stages: [(&str, &[RoundAct]); 8] = [
        ("open", &[]),
        ("paused", &[RoundAct::Pause]),
        ("open again", &[RoundAct::Resume]),
        ("closed", &[RoundAct::CloseVote]),
        ("accounted", &[RoundAct::ConfirmAccount]),
        ("opened", &[RoundAct::OpenBox]),
        ("counted", &[RoundAct::Count]),
        ("certified", &[RoundAct::Certify]),
    ];
    for (stage, acts) in stages {
        // One ballot of fifteen passes no line: the count is decided all the same.
        for world in worlds {
            do_it(&world.hall, acts);
        }
        let pages = worlds.map(World::pages);
        for page in &pages[1..3] {
            assert_same(stage, &pages[0], page);
        }
        // To whoever did not cast, a used slip is an unused one, but between closing and opening.
        if !["closed", "accounted"].contains(&stage) {
            assert_same(stage, &pages[0], &pages[3]);
        }
        let forms = worlds.map(World::forms);
        for form in &forms[1..3] {
            assert_same(stage, &forms[0], form);
        }
        for form in &forms {
            assert_no_form_is_special(stage, form);
        }
        let tablets: Vec<Vec<Answer>> = [0, 1, 2].map(|form| a.tablet(form)).into();
        assert!(
            tablets[0] == tablets[1] && tablets[0] == tablets[2],
            "{stage}: tablet"
        );
        assert!(a.tablet(1) == tablets[0], "{stage}: once more");
        for world in [&b, &again, &other] {
            for form in [0, 1, 2, 1] {
                world.tablet(form);
            }
        }
        let desks = worlds.map(World::desk);
        assert!(
            desks[0] == desks[1] && desks[0] == desks[2],
            "{stage}: desk"
        );
        seen.insert(stage, forms[0]["B from another"].clone());
    }
    for stage in ["open", "open again", "closed", "accounted"] {
        assert_eq!(seen[stage].0, 303, "{stage}: the good answer");
    }
    assert!(seen["open"] == a.cast, "a repeat hears what the cast heard");
    for stage in ["paused", "opened", "counted", "certified"] {
        assert_eq!(seen[stage].0, 409, "{stage}");
    }
    assert_eq!(
        a.hall
            .stored("select cast(sum(papers) as text) from opened_paper"),
        "1"
    );
}

#[test]
fn once_the_round_is_void_used_and_unused_slips_hear_the_same() {
    let worlds = [world(SOLD, "A"), world(SOLD, "B"), world(OTHER, "A")];
    for world in &worlds {
        two(&world.hall, RoundAct::Void);
    }
    let pages = worlds.each_ref().map(World::pages);
    assert_same("void", &pages[0], &pages[1]);
    assert_same("void", &pages[0], &pages[2]);
    let forms = worlds.each_ref().map(World::forms);
    assert_same("void", &forms[0], &forms[1]);
    assert_no_form_is_special("void", &forms[0]);
}

#[test]
fn nothing_that_is_stored_tells_which_form_was_cast() {
    let (a, b) = (world(SOLD, "A"), world(SOLD, "B"));
    let again = world(SOLD, "the same marks again");
    assert_eq!(a.stored(false), b.stored(false), "other marks");
    assert_eq!(
        a.stored(true),
        again.stored(true),
        "the same marks in another form"
    );
    // A repeat of any form leaves everything as it is, and waits for the disk as the cast did.
    let before = a.stored(true);
    let database = a.hall.dir.path().join("minsheng.db");
    let database = rusqlite::Connection::open(database).unwrap();
    let commits = || -> i64 {
        database
            .pragma_query_value(None, "data_version", |row| row.get(0))
            .unwrap()
    };
    for (name, fields) in &a.forms[..3] {
        let seen = commits();
        a.phone(SOLD).post("/ballot/1/cast", &as_refs(fields));
        assert_ne!(commits(), seen, "{name}");
    }
    a.forms();
    assert_eq!(a.stored(true), before);
}

#[test]
fn a_page_before_voting_opens_takes_no_form_of_any_slip() {
    let open = world(SOLD, "A");
    let hall = Hall::seeded(Stage::Frozen, 15, 41);
    two(&hall, RoundAct::Seal);
    do_it(&hall, &[RoundAct::StartIssuing]);
    let mut phone = hall.client();
    phone.cookies.clone_from(&open.caster.cookies);
    let forms: Vec<Page> = open
        .forms
        .iter()
        .map(|(_, fields)| phone.post("/ballot/1/cast", &as_refs(fields)))
        .collect();
    assert!(
        forms
            .iter()
            .all(|page| page.status != 303 && !page.path.ends_with("done"))
    );
}

#[test]
fn the_deputy_whose_answer_was_lost_reads_it_and_after_ten_minutes_the_phone_forgets() {
    let sold = world(SOLD, "A");
    let mut phone = sold.phone(SOLD);
    assert_eq!(phone.get("/ballot/1").path, "/ballot/1", "not from looking");
    let told = phone.post("/ballot/1/cast", &as_refs(&sold.forms[1].1));
    assert_eq!((told.status, told.path.as_str()), (200, "/ballot/1/done"));
    assert!(told.says("表决票已投入票箱") && told.says("如果不是您投的"));
    assert_eq!(phone.get("/ballot/1").path, "/ballot/1/done");
    assert_eq!(phone.get("/ballot/1/done").text(), told.text());
    let kept: Vec<&(String, String)> = sold
        .cast
        .1
        .iter()
        .filter(|(name, _)| name == "set-cookie")
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    let kept = &kept[0].1;
    for part in [
        "minsheng_heard=",
        "; HttpOnly",
        "; SameSite=Lax",
        "; Path=/ballot/1",
        "; Max-Age=600",
    ] {
        assert!(kept.contains(part), "{part}: {kept}");
    }
    // What it keeps is worth nothing for another slip.
    let heard = phone.cookies["minsheng_heard"].to_owned();
    let mut other = sold.phone(OTHER);
    other.cookies.put("minsheng_heard", &heard);
    assert_eq!(other.get("/ballot/1").path, "/ballot/1");
    two(&sold.hall, RoundAct::CloseVote);
    assert!(other.get("/ballot/1").says("您的票没有投出"));
}

#[test]
fn what_a_phone_heard_of_one_round_tells_nothing_in_the_next() {
    let hall = steps::hall(|_| ());
    let mut codes = Vec::new();
    steps::open(&hall, &mut codes);
    steps::approve(&hall, &codes, steps::tied);
    let mut phone = steps::voter(&hall, &codes[0]);
    assert_eq!(
        vote(&mut phone, &[("m1", "o")]).path,
        "/ballot/1/done",
        "a used slip"
    );
    assert!(phone.cookies.get("minsheng_heard").is_some());
    steps::count(&hall);
    steps::open(&hall, &mut codes);
    let page = phone.get("/ballot/1");
    assert_eq!(
        (page.status, page.path.as_str()),
        (200, "/ballot/1"),
        "the run-off's ballot"
    );
    assert_eq!(phone.get("/ballot/1/done").path, "/ballot/1");
    assert_eq!(vote(&mut phone, &[("m1", "a")]).path, "/ballot/1/done");
    assert_eq!(phone.get("/ballot/1").path, "/ballot/1/done");
}
