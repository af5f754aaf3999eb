//! Voting days of every kind, and the ways of a voter and of the office, step by step.

use domain::hall::scene::Scene;
use domain::poll::template::Template;
use domain::round::RoundAct;

use super::masks::{Drawn, own};
use super::product::DemoStage;
use super::{kept, log, texts};
use crate::ballot::{review, two, vote};
use crate::kinds::voting;
use crate::paper::{ROOM, accounted, tellers, type_batch};
use crate::steps::{approve, count, do_it, everybody, hall, open, publish, tied};
use crate::support::{Client, Hall, Page};
use crate::{evaluation, hall as screens, officers, people, sealed_box};

/// What somebody was told, in its order.
struct Course<'h> {
    hall: &'h Hall,
    text: String,
}

impl<'h> Course<'h> {
    fn of(hall: &'h Hall) -> Self {
        let text = String::new();
        Self { hall, text }
    }

    /// Writes down a page that somebody sees, under a name that chance has no part in.
    fn see(&mut self, what: &str, page: &Page) {
        let lines = own(page, &Drawn::of(self.hall));
        self.text += &format!("=== {what}\n{}\n", lines.join("\n"));
    }

    fn ask(&mut self, who: &str, client: &mut Client, path: &str) -> Page {
        let page = client.get(path);
        self.see(&format!("{who} at {path}"), &page);
        page
    }

    /// What the office reads of a poll that is counted and not certified.
    fn counted(&mut self) {
        let mut clerk = self.hall.signed_in("qinghe-clerk");
        for path in ["/manage/polls/1", "/count/1"] {
            self.ask("the clerk", &mut clerk, path);
        }
    }

    /// What the office and everybody read of a poll.
    fn outcome(&mut self, poll: &str) {
        let mut clerk = self.hall.signed_in("qinghe-clerk");
        for path in [
            format!("/manage/polls/{poll}"),
            format!("/count/{poll}"),
            format!("/count/{poll}/account"),
            format!("/count/{poll}/statement"),
            format!("/manage/polls/{poll}/forms/tally-sheet"),
            format!("/manage/polls/{poll}/forms/account"),
            format!("/manage/polls/{poll}/forms/statement"),
        ] {
            self.ask("the clerk", &mut clerk, &path);
        }
        let mut anybody = self.hall.client();
        self.ask("anybody", &mut anybody, &format!("/polls/{poll}"));
    }

    /// Holds all of it, with the texts and the log that it left.
    #[track_caller]
    fn hold(mut self, name: &str) {
        self.text += &texts::canonical(self.hall);
        self.text += "=== log\n";
        // What the demo did before stands in the demo's own log.
        let lines = log::lines(self.hall);
        let begin = lines
            .iter()
            .rposition(|line| line.contains("\tinvitation-used\t"));
        self.text += &lines[begin.map_or(0, |last| last + 1)..].join("\n");
        self.text.push('\n');
        kept::hold(&format!("days/{name}.txt"), &self.text);
    }
}

/// Fields of a ballot and what they send.
type Marks = Vec<(&'static str, &'static str)>;

/// A day by a template, from the ballot to the published result.
#[track_caller]
fn day(name: &str, template: Template, places: u16, marks: fn(usize) -> Marks) {
    let (hall, codes) = voting(template, places, |_| {});
    let mut course = Course::of(&hall);
    let mut deputy = hall.client();
    deputy.get(&format!("/b/{}", codes[0]));
    course.ask("a deputy", &mut deputy, "/ballot/1");
    let too_many = [
        ("m1", "a"),
        ("m2", "a"),
        ("m3", "a"),
        ("m4", "a"),
        ("m5", "a"),
    ];
    let page = review(&mut deputy, &too_many);
    course.see("a deputy marks five", &page);
    let page = review(&mut deputy, &marks(0));
    course.see("a deputy looks again", &page);
    everybody(&hall, &codes, marks);
    count(&hall);
    course.counted();
    do_it(&hall, &[RoundAct::Certify]);
    publish(&hall);
    course.outcome("1");
    course.hold(name);
}

#[test]
fn a_day_of_ticks_is_as_kept() {
    day("ticks", Template::Tick, 4, |n| match n {
        0..=8 => vec![("m1", "a"), ("m2", "a")],
        9..=12 => vec![("m1", "a"), ("m3", "a"), ("m4", "a"), ("m5", "a")],
        13 => vec![("m2", "a")],
        _ => Vec::new(),
    });
}

#[test]
fn a_day_of_ranks_is_as_kept() {
    day("ranks", Template::Rank, 2, |n| match n {
        0..=7 => vec![("m1", "1"), ("m3", "2")],
        8..=13 => vec![("m2", "1"), ("m3", "2")],
        _ => vec![("m1", "1")],
    });
}

#[test]
fn a_day_of_a_list_as_a_whole_is_as_kept() {
    day("whole-list", Template::WholeList, 6, |n| match n {
        0..=7 => vec![("m1", "a")],
        14 => Vec::new(),
        _ => vec![("m1", "o")],
    });
}

#[test]
fn a_day_of_exactly_as_many_as_places_is_as_kept() {
    day("exactly", Template::Exactly, 4, |n| {
        let fourth = if n < 9 { "m4" } else { "m5" };
        vec![
            ("m1", "a"),
            ("m2", "a"),
            ("m3", "a"),
            (fourth, "a"),
            ("m6", "o"),
        ]
    });
}

#[test]
fn a_tie_and_its_second_round_are_as_kept() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, tied);
    count(&hall);
    let mut course = Course::of(&hall);
    course.counted();
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| if n < 6 { vec![1] } else { vec![2] });
    count(&hall);
    do_it(&hall, &[RoundAct::Certify]);
    publish(&hall);
    course.outcome("1");
    course.hold("second-round");
}

#[test]
fn a_void_round_and_the_one_after_it_are_as_kept() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes[..9], |_| vec![1, 2]);
    two(&hall, RoundAct::Void);
    let mut course = Course::of(&hall);
    course.counted();
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| {
        if n < 9 { vec![1, 2, 3, 4] } else { vec![5] }
    });
    count(&hall);
    do_it(&hall, &[RoundAct::Certify]);
    publish(&hall);
    course.outcome("1");
    course.hold("void-round");
}

#[test]
fn a_day_with_papers_is_as_kept() {
    let hall = accounted(15, 3, "3");
    let mut course = Course::of(&hall);
    let (mut first, mut second) = tellers(&hall);
    let mut chief = hall.signed_in("qinghe-chief");
    let mut scrutineer = hall.signed_in("qinghe-scrutineer");
    let batch = format!("{ROOM}/1");
    course.ask("the first teller", &mut first, ROOM);
    course.ask("the first teller", &mut first, &batch);
    type_batch(&mut first, 1, &["112000", "110000", "/3"]);
    let page = type_batch(&mut second, 1, &["112000", "120000", "/3"]);
    course.see("the second teller after typing", &page);
    course.ask("the first teller", &mut first, &batch);
    for teller in [&mut first, &mut second] {
        let page = teller.get(&batch);
        let typed = teller.submit(&page, "/retype", &[("paper-2", "110000")]);
        course.see("a teller after typing again", &typed);
    }
    let page = course.ask("the chief scrutineer", &mut chief, &batch);
    if page.has_form("/decide") {
        let decided = [("paper-2", "110000"), ("paper-3", "/3"), ("as", "ask")];
        let page = chief.submit(&page, "/decide", &decided);
        course.see("the chief scrutineer decides", &page);
        let page = course.ask("a scrutineer", &mut scrutineer, &batch);
        let page = scrutineer.submit(&page, "/confirm", &[]);
        course.see("a scrutineer confirms", &page);
    }
    two(&hall, RoundAct::OpenBox);
    do_it(&hall, &[RoundAct::Count]);
    course.counted();
    two(&hall, RoundAct::Certify);
    publish(&hall);
    course.outcome("1");
    course.hold("papers");
}

#[test]
fn a_day_with_cards_is_as_kept() {
    let (hall, codes, cards) = sealed_box::voting();
    let mut course = Course::of(&hall);
    for who in ["qinghe-clerk", "qinghe-chief", "qinghe-scrutineer"] {
        let mut client = hall.signed_in(who);
        course.ask(who, &mut client, "/manage/rounds/1/box");
    }
    sealed_box::cast(&hall, &codes);
    sealed_box::close(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    course.ask("the clerk", &mut clerk, "/manage/rounds/1/box");
    let page = sealed_box::give(&hall, "11111 22222");
    course.see("a card that is none", &page);
    for card in &cards[..2] {
        let page = sealed_box::give(&hall, card);
        course.see("a card is given", &page);
    }
    two(&hall, RoundAct::OpenBox);
    do_it(&hall, &[RoundAct::Count]);
    course.counted();
    for who in ["qinghe-clerk", "qinghe-chief"] {
        let mut person = hall.signed_in(who);
        let destroyed = [("destroyed", "3")];
        let page = sealed_box::press(&mut person, &hall, "box/record-cards", &destroyed);
        course.see("a card was destroyed", &page);
    }
    two(&hall, RoundAct::Certify);
    publish(&hall);
    course.outcome("1");
    course.hold("cards");
}

#[test]
fn an_evaluation_is_as_kept() {
    let hall = evaluation::hall();
    let day = evaluation::evaluated(&hall, "6", &evaluation::BOTH, |place| {
        vec![
            ("m1", if place < 8 { "s" } else { "b" }),
            ("m2", if place < 7 { "s" } else { "d" }),
        ]
    });
    let mut course = Course::of(&hall);
    course.outcome(&day.poll);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut anybody = hall.client();
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    for path in [
        format!("/manage/congresses/{congress}/evaluations"),
        format!("/manage/congresses/{congress}/evaluations/2026"),
        format!("/manage/polls/{}/remarks", day.poll),
        "/manage/projects/1/life".to_owned(),
        "/manage/projects/2/life".to_owned(),
    ] {
        course.ask("the clerk", &mut clerk, &path);
    }
    course.ask("anybody", &mut anybody, "/projects/2");
    let page = clerk.get("/manage/projects/1/changes/new");
    let change = [
        ("kind", "date"),
        ("after", "2026-12-30"),
        ("reason", "工期顺延"),
    ];
    let page = clerk.submit(&page, "/changes/new", &change);
    course.see("the clerk asks for a change", &page);
    course.hold("evaluation");
}

#[test]
fn a_correction_is_as_kept() {
    const STATEMENT: &str = "/count/1/statement";
    let hall = Hall::at(DemoStage::Certified);
    let mut course = Course::of(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    for (kind, papers, reason) in [
        ("papers-found", "none", "票箱夹层"),
        ("papers-found", "2", "票箱夹层里发现两张"),
    ] {
        let page = clerk.get(STATEMENT);
        let fields = [("kind", kind), ("papers", papers), ("reason", reason)];
        let page = clerk.submit(&page, STATEMENT, &fields);
        course.see(&format!("the clerk asks with {papers} papers"), &page);
    }
    let page = course.ask("the chief scrutineer", &mut chief, STATEMENT);
    chief.submit(&page, STATEMENT, &[("as", "confirm")]);
    publish(&hall);
    course.outcome("1");
    course.hold("correction");
}

#[test]
fn the_way_of_a_voter_is_as_kept() {
    let hall = Hall::at(DemoStage::Open);
    let mut course = Course::of(&hall);
    let mut phone = hall.client();
    let wrong = phone.get("/b/00000000000000000000");
    course.see("a wrong slip", &wrong);
    let page = phone.get("/ballot");
    let page = phone.submit(&page, "/ballot", &[("code", "12345")]);
    course.see("a code that is too short", &page);
    let page = phone.get(&format!("/b/{}", hall.made.slips[0].scanned));
    assert_eq!(page.path, "/ballot/1", "{}", page.text());
    for language in ["en", "ug"] {
        phone.post("/language", &[("lang", language), ("next", "/ballot/1")]);
        course.ask(language, &mut phone, "/ballot/1");
    }
    phone.post("/language", &[("lang", "zh-Hans"), ("next", "/ballot/1")]);
    let page = review(&mut phone, &[("m1", "a"), ("m2", "o"), ("m3", "x")]);
    course.see("the last look", &page);
    let done = phone.submit(&page, "/ballot/1/cast", &[]);
    course.see("it is in the box", &done);
    course.ask("the same slip", &mut phone, "/ballot/1");
    let mut tablet = hall.client();
    let page = course.ask("a tablet", &mut tablet, "/ballot/kiosk");
    let typed = hall.made.slips[1].typed.to_string();
    let page = tablet.submit(&page, "/ballot/kiosk", &[("code", &typed)]);
    course.see("a code at the tablet", &page);
    let page = vote(&mut tablet, &[("m1", "a")]);
    course.see("the tablet is done", &page);
    kept::hold("days/voter.txt", &course.text);
}

#[test]
fn the_rules_as_they_are_typed_are_as_kept() {
    let hall = Hall::at(DemoStage::Draft);
    let mut course = Course::of(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1/rules");
    for template in Template::ALL.map(Template::word) {
        let fields = [("template", template)];
        let page = clerk.submit(&page, "/rules/template", &fields);
        let (_, fields) = page.form("/polls/1/rules");
        for (name, value) in [("places", "3"), ("places", "99"), ("surplus-percent", "-1")] {
            let mut typed: Vec<(&str, &str)> = Vec::new();
            for (field, was) in &fields {
                let is_set = field == name;
                typed.push((field, if is_set { value } else { was }));
            }
            let query = crate::support::client::encode(&typed);
            let page = clerk.get(&format!("/manage/polls/1/rules/reading?{query}"));
            course.see(&format!("{template} with {name} {value} is read"), &page);
            if value == "99" && ["per-item", "rank"].contains(&template) {
                let page = clerk.post("/manage/polls/1/rules", &typed);
                course.see(&format!("{template} with {name} {value}"), &page);
            }
        }
    }
    kept::hold("days/rules-typed.txt", &course.text);
}

#[test]
fn the_ways_of_the_office_are_as_kept() {
    let hall = Hall::at(DemoStage::Open);
    let mut course = Course::of(&hall);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let mut clerk = hall.signed_in("qinghe-clerk");

    // Files.
    for (kind, blank) in [("deputies", "deputies"), ("projects-2027", "projects-2027")] {
        let at = format!("/manage/files/{congress}/{kind}");
        let token = clerk.get(&at).value("token");
        let given = clerk.get(&format!("/manage/files/{congress}/{blank}/export/csv"));
        let page = clerk.upload(&at, &token, "名册.csv", &given.body);
        course.see(&format!("the own {kind} are tried"), &page);
        let page = clerk.upload(&at, &token, "名册.csv", "a,b\n1,2\n".as_bytes());
        course.see(&format!("wrong {kind} are tried"), &page);
    }

    // First sign-ins.
    let page = people::people_page(&hall, &mut clerk);
    let sheet = clerk.submit(&page, "/people/deputies", &[]);
    course.see("first sign-ins are printed", &sheet);
    let mut deputy = hall.client();
    let page = deputy.get("/join");
    let code = people::codes(&sheet).remove(0);
    let page = deputy.submit(&page, "/join", &[("code", &code)]);
    course.see("a first sign-in", &page);
    let page = deputy.submit(&page, "/join/", &[("password", "1"), ("repeated", "2")]);
    course.see("a password that is none", &page);

    // An officer's slip.
    let officer = officers::scrutineer_without_account(&hall);
    let code = hall.slip_for(officer);
    let mut phone = hall.client();
    let page = phone.get(&format!("/officer/open/{code}"));
    course.see("an officer's slip is scanned", &page);
    let page = phone.submit(&page, "/officer/open", &[]);
    course.see("an officer's own device", &page);

    // A screen of the hall.
    let (mut screen, at, mut operator) = screens::paired(&hall);
    let page = operator.get("/manage/sittings/1/screens");
    course.see("the operator of a screen", &page);
    let token = page.value("token");
    for scene in Scene::ALL.map(Scene::word) {
        let fields = [("token", token.as_str()), ("scene", scene)];
        let page = operator.post("/manage/screens/1", &fields);
        course.see(&format!("the operator turns to {scene}"), &page);
        let page = screen.get(&at);
        course.see(&format!("the screen after {scene}"), &page);
    }

    // A lead.
    let mut resident = hall.client();
    let page = crate::leads::form(&hall, &mut resident);
    let typed = [("region", ""), ("what", "路"), ("phone", "1")];
    let page = resident.submit(&page, "/leads/new", &typed);
    course.see("a lead with too little", &page);
    let page = crate::leads::hand_in(&hall, &mut resident, &[]);
    course.see("a lead is handed in", &page);
    let lead = crate::leads::newest(&hall, &mut clerk);
    course.ask("the clerk", &mut clerk, &format!("/manage/leads/{lead}"));

    // A rehearsal.
    let page = clerk.get("/manage/polls/1/rehearsal");
    let page = clerk.submit(&page, "/rehearsal", &[]);
    course.see("a rehearsal is begun", &page);
    kept::hold("days/office.txt", &course.text);
}
