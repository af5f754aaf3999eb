//! The buyer of votes: pays for proof of how a slip voted. Has the slip's code, every page that was
//! saved before the cast, phones, a tablet and a friend at the desk, and compares to the byte.

use std::collections::BTreeMap;

use domain::round::RoundAct;
use minsheng::demo::DemoStage;
use service::voting::unshown_prints::PrintedSlip;

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
    let hall = Hall::seeded(DemoStage::Open, 15, 41);
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
        let typed = &self.hall.made.slips[SOLD].typed;
        answers.extend(typed_at(&self.hall, typed, "/ballot"));
        answers.extend(typed_at(&self.hall, typed, "/ballot/kiosk"));
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

    /// A friend at the desk hands the slip in for a paper, scanned and typed.
    fn desk(&self) -> [Answer; 2] {
        let typed = &self.hall.made.slips[self.slip].typed;
        [self.code(self.slip), typed].map(|code| hand_in(&self.hall, code))
    }

    /// Every value of every column that tells who voted how, or could: all but what is sealed.
    fn stored(&self, with_sealed: bool) -> BTreeMap<String, Vec<String>> {
        let database = crate::support::boxes::to_write(self.hall.dir.path());
        let mut tables = BTreeMap::new();
        for (place, table) in crate::support::boxes::tables(&database) {
            let mut rows = Vec::new();
            let mut read = database.prepare(&format!("select * from {place}")).unwrap();
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
            tables.insert(place, rows);
        }
        tables
    }
}

/// What a friend at the desk hears who hands a slip in for a paper.
fn hand_in(hall: &Hall, code: &str) -> Answer {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/sittings/1/desk");
    if !page.has_form("/desk/take-slip") {
        return (page.status, Vec::new(), page.text().into_bytes());
    }
    let (to, fields) = page.form("/desk/take-slip");
    let fields = with(&fields, &[("code", code)]);
    let body = crate::support::client::encode(&as_refs(&fields)).into_bytes();
    let told = clerk.once("POST", &to, Some(body));
    // The page has a token of the clerk's own sign-in: what it says is what is compared, without the code
    // that was typed.
    (
        told.status,
        Vec::new(),
        told.text().replace(code, "").into_bytes(),
    )
}

/// Everything that a code shows which is typed at a page: the way in, and what is behind it up to the review.
/// A visit's cookie has a random name: it is left out.
fn typed_at(hall: &Hall, code: &str, start: &str) -> BTreeMap<String, Answer> {
    let mut answers = BTreeMap::new();
    let mut browser = hall.client();
    let mut note = |name: &str, page: Page| {
        let (status, mut headers, body) = answer(page);
        headers.retain(|(_, value)| !value.starts_with("minsheng_kiosk="));
        answers.insert(format!("typed at {start}: {name}"), (status, headers, body));
    };
    browser.once("GET", start, None);
    let body = format!("code={code}").into_bytes();
    note("enter", browser.once("POST", start, Some(body)));
    for address in ["/ballot", "/ballot/1", "/ballot/1/done"] {
        note(address, browser.once("GET", address, None));
    }
    let sheet = browser.once("GET", "/ballot/1", None);
    if sheet.status == 200 && sheet.has_form("/ballot/1/review") {
        let (to, fields) = sheet.form("/ballot/1/review");
        for marks in [&[("m1", "a")][..], &[("m1", "?")]] {
            let body = crate::support::client::encode(&as_refs(&with(&fields, marks)));
            let mut page = browser.once("POST", &to, Some(body.into_bytes()));
            if page.status == 200 {
                // Each review draws its own nonce: the marks and the words are compared.
                page.body = page.text().into_bytes();
            }
            note(&format!("review {marks:?}"), page);
        }
    }
    answers
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
        assert!(desks[0][0] == desks[0][1], "{stage}: scanned and typed");
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
    let database = crate::support::boxes::files(a.hall.dir.path()).remove(0);
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
    let hall = Hall::seeded(DemoStage::Frozen, 15, 41);
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

/// A hall whose first round ended in a tie without one of fifteen slips, up to the issuing of the run-off; and
/// the forms that the first slip's deputy had reviewed in the first round.
fn after_a_tie(silent: usize) -> (Hall, Vec<PrintedSlip>, Vec<Fields>) {
    let hall = steps::hall(|_| ());
    do_it(
        &hall,
        &[RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing],
    );
    let slips = hall.print_slips(15);
    let clerk = hall.actor("qinghe-clerk");
    hall.run(async {
        let roll = hall.service.get_roll(&clerk, hall.sitting()).await.unwrap();
        let all = roll.lines.iter().map(|line| line.deputy).collect();
        let handed_out = hall.service.issue_slips(&clerk, hall.sitting(), all);
        handed_out.await.unwrap();
    });
    do_it(&hall, &[RoundAct::OpenVote]);
    let forms = [&[("m1", "a")][..], &[("m1", "o"), ("m2", "a")]].map(|marks| {
        let page = review(&mut steps::voter(&hall, &slips[SOLD].scanned), marks);
        page.form("/ballot/1/cast").1
    });
    let voting = slips.iter().enumerate().filter(|(n, _)| *n != silent);
    let codes: Vec<String> = voting.map(|(_, slip)| slip.scanned.clone()).collect();
    // Fourteen ballots: lines 4 and 5 share one place with eight votes each.
    steps::approve(&hall, &codes, |n| match n {
        0 | 1 => vec![1, 2, 4, 5],
        2..=7 => vec![1, 2, 3, 4],
        _ => vec![1, 2, 3, 5],
    });
    steps::count(&hall);
    do_it(
        &hall,
        &[RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing],
    );
    (hall, slips, forms.into())
}

#[test]
fn from_the_issuing_of_the_run_off_on_nothing_tells_which_slips_voted_before_it() {
    let (voted, slips, forms) = after_a_tie(14);
    let (silent, other_slips, other_forms) = after_a_tie(SOLD);
    assert_eq!(
        slips[SOLD].scanned, other_slips[SOLD].scanned,
        "halls alike"
    );
    assert!(forms == other_forms, "the same saved pages");
    let ask = |hall: &Hall| {
        let mut answers = BTreeMap::new();
        let slip = &slips[SOLD];
        let mut phone = hall.client();
        for address in [
            &*format!("/b/{}", slip.scanned),
            "/ballot",
            "/ballot/1",
            "/ballot/1/done",
        ] {
            let page = phone.once("GET", address, None);
            answers.insert(address.to_owned(), answer(page));
        }
        for (number, form) in forms.iter().enumerate() {
            let body = crate::support::client::encode(&as_refs(form)).into_bytes();
            for address in ["/ballot/1/cast", "/ballot/1/review", "/ballot/1"] {
                let told = phone.once("POST", address, Some(body.clone()));
                answers.insert(format!("form {number} to {address}"), answer(told));
            }
        }
        answers.extend(typed_at(hall, &slip.typed, "/ballot"));
        answers.extend(typed_at(hall, &slip.typed, "/ballot/kiosk"));
        answers
    };
    for (stage, acts) in [
        ("issuing", &[][..]),
        ("open", &[RoundAct::OpenVote]),
        ("paused", &[RoundAct::Pause]),
    ] {
        for hall in [&voted, &silent] {
            do_it(hall, acts);
        }
        let (one, other) = (ask(&voted), ask(&silent));
        assert_same(stage, &one, &other);
        let entered = one["typed at /ballot: enter"].0;
        assert_eq!(entered, 303, "{stage}: the digits lead to the ballot");
        for number in 0..forms.len() {
            let told = &one[&format!("form {number} to /ballot/1/cast")];
            assert_ne!(
                told.0, 303,
                "{stage}: a form of the first round casts nothing"
            );
        }
    }
    for hall in [&voted, &silent] {
        do_it(hall, &[RoundAct::Resume]);
    }
    // At the desk both are slips that have not voted in this round.
    let desks = [&voted, &silent].map(|hall| hand_in(hall, &slips[SOLD].typed));
    assert!(
        desks[0] == desks[1],
        "{} / {}",
        shown(&desks[0]),
        shown(&desks[1])
    );
}

#[test]
fn a_used_slip_typed_at_a_tablet_casts_no_second_ballot_and_ends_as_the_first_cast_did() {
    let (a, b) = (world(SOLD, "A"), world(SOLD, "B"));
    let fresh = |world: &World, slip: usize| {
        let mut tablet = world.hall.client();
        tablet.once("GET", "/ballot/kiosk", None);
        let typed = &world.hall.made.slips[slip].typed;
        let body = format!("code={typed}").into_bytes();
        tablet.once("POST", "/ballot/kiosk", Some(body));
        let form = review(&mut tablet, &[("m2", "a")]);
        let (to, fields) = form.form("/ballot/1/cast");
        let body = crate::support::client::encode(&as_refs(&fields)).into_bytes();
        let mut told = vec![answer(tablet.once("POST", &to, Some(body)))];
        for address in ["/ballot/1/done", "/ballot/1/done", "/ballot/1"] {
            told.push(answer(tablet.once("GET", address, None)));
        }
        told
    };
    let used = [fresh(&a, SOLD), fresh(&b, SOLD)];
    assert!(used[0] == used[1], "whichever form it was");
    // A slip that votes there for the first time hears the same, to the byte.
    assert!(fresh(&a, OTHER) == used[0]);
    let boxed = |world: &World| world.hall.stored("select count(*) || '' from box_ballot");
    assert_eq!((boxed(&a), boxed(&b)), ("2".to_owned(), "1".to_owned()));
}
