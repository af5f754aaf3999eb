//! The rules of an evaluation as a clerk sets and reads them: marks, base, how grades become a grade, and
//! what exactly half means.

use super::evaluation::{drafted, evaluated, hall_of, session};
use super::evaluation_lines::{parts_and_unit, unit_of_first};
use crate::support::{Client, Hall, Page};

const BOTH: [(&str, &str); 2] = [("project", "1"), ("project", "2")];

fn rules(hall: &Hall) -> (Client, Page) {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let session = session(hall, &mut clerk, "6");
    let rules = drafted(&mut clerk, &session, &BOTH);
    (clerk, rules)
}

/// What is set, and what must be read then; 30 are due.
type Case = (
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const CASES: &[Case] = &[
    (
        &[("half", "passes")],
        &[
            "应到30人，满意15票即为满意；满意14票、基本满意1票，合计15票，为基本满意；合计不到15票的为不满意",
            "30的一半是15：恰为15票，算达到半数",
            "等次以全体30人为基数，未到会的也计入基数",
        ],
    ),
    (
        &[("half", "fails")],
        &[
            "应到30人，满意16票即为满意；满意15票、基本满意1票，合计16票",
            "恰为15票，不算过半数",
        ],
    ),
    (
        &[("base", "present"), ("half", "passes")],
        &[
            "等次以到会人数为基数",
            "满意达到半数（含恰为半数）为满意",
            "如：到会30人，满意15票即为满意",
        ],
    ),
    (
        &[("base", "returned"), ("half", "fails")],
        &["满意超过半数为满意", "如：收回30票，满意16票即为满意"],
    ),
    (&[("base", "valid")], &["以有效票数为基数", "如：有效30票"]),
    (
        &[
            ("base", "in-office"),
            ("grades", "rates"),
            ("rate-satisfied", "90"),
            ("rate-basically", "70"),
        ],
        &[
            "满意率不低于90%为满意",
            "应到30人，满意27票即为满意；满意与基本满意合计21票即为基本满意",
        ],
    ),
    (
        &[("scale", "four"), ("unmarked", "oppose")],
        &["满意、基本满意、不满意或者弃权", "未选的项目按不满意计"],
    ),
    (
        &[("scale", "three"), ("unmarked", "abstain")],
        &["对每个项目评定满意、基本满意或者不满意"],
    ),
];

#[test]
fn every_rule_of_an_evaluation_is_set_on_its_page_and_read_back_in_this_bodys_numbers() {
    let hall = hall_of(30);
    let (mut clerk, mut page) = rules(&hall);
    for (set, read) in CASES {
        page = clerk.submit(&page, "/rules", set);
        assert_eq!(page.status, 200, "{set:?}: {}", page.text());
        for words in *read {
            assert!(page.says(words), "{set:?} {words}: {}", page.text());
        }
    }
    let html = page.html();
    let shown = html.split("<details").next().unwrap();
    assert!(
        shown.contains("name=\"half\""),
        "what half means is not folded away"
    );
}

#[test]
fn settings_are_read_back_before_they_are_saved() {
    let hall = hall_of(15);
    let (mut clerk, page) = rules(&hall);
    let reading = page.path.clone() + "/reading";
    let (_, fields) = page.form("/rules");
    let query = |half: &str, rate: &str| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &fields {
            let value = match name.as_str() {
                "half" => half,
                "grades" if !rate.is_empty() => "rates",
                "rate-satisfied" | "rate-basically" => rate,
                _ => value,
            };
            query.append_pair(name, value);
        }
        format!("{reading}?{}", query.finish())
    };
    let tried = clerk.get(&query("fails", ""));
    assert!(
        tried.says("还没有保存") && tried.says("应到15人，满意8票即为满意"),
        "{}",
        tried.text()
    );
    assert!(!tried.html().contains("<html"), "a part of the page alone");
    let wrong = clerk.get(&query("passes", "120"));
    assert_eq!(wrong.status, 422);
    assert!(wrong.says("1到100"), "{}", wrong.text());
    let again = clerk.get(&page.path);
    assert!(!again.says("还没有保存"), "nothing was saved");
}

/// The hall's screen at a scene of the newest round.
fn shown(hall: &Hall, clerk: &mut Client, scene: &str) -> Page {
    let sitting = hall.stored("select cast(max(id) as text) from sitting");
    let round = hall.stored("select cast(max(id) as text) from round");
    let screens = format!("/manage/sittings/{sitting}/screens");
    let mut screen = hall.client();
    let code = screen.get("/screen").path;
    let page = clerk.get(&screens);
    let typed = code.strip_prefix("/screen/").unwrap();
    let page = clerk.submit(&page, &screens, &[("code", typed), ("name", "主屏")]);
    let (kind, line) = scene.split_once(':').unwrap_or((scene, ""));
    let line = if line.is_empty() {
        String::new()
    } else {
        format!(":{line}")
    };
    let wanted = format!("{kind}:{round}{line}");
    let id = hall.stored("select cast(max(id) as text) from screen");
    let done = clerk.submit(
        &page,
        &format!("/manage/screens/{id}"),
        &[("scene", &wanted)],
    );
    assert_eq!(done.status, 200, "{}", done.text());
    screen.get(&code)
}

#[test]
fn the_hall_reads_grades_and_no_places_and_introduces_parts_and_units() {
    let hall = hall_of(15);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let meeting = session(&hall, &mut clerk, "6");
    let leads = unit_of_first(&hall);
    drafted(&mut clerk, &meeting, &parts_and_unit(&leads));
    let early = shown(&hall, &mut clerk, "rules");
    assert!(
        early.says("评定满意、基本满意或者不满意") && !early.says("全体0人"),
        "{}",
        early.text()
    );
    let sitting = hall.stored("select cast(max(id) as text) from sitting");
    let roll = clerk.get(&format!("/manage/sittings/{sitting}/roll"));
    clerk.submit(&roll, "/open-roll", &[]);
    let told = shown(&hall, &mut clerk, "rules");
    assert!(
        told.says("满意8票即为满意") && !told.says("名额") && !told.says("赞成"),
        "{}",
        told.text()
    );
    let name = hall.stored(&format!("select name from unit where id = {leads}"));
    let listed = shown(&hall, &mut clerk, "candidates");
    assert!(
        listed.says("· 两座桥梁") && listed.says(&name),
        "{}",
        listed.text()
    );
    let led = hall.stored("select name from project where id = 1");
    let unit = shown(&hall, &mut clerk, "candidate:3");
    assert!(unit.says(&name) && unit.says(&led), "{}", unit.text());
    assert!(!unit.says("万元"), "a unit has no money: {}", unit.text());
}

#[test]
fn the_hall_reads_the_notice_of_an_evaluation_grade_by_grade() {
    let hall = hall_of(15);
    evaluated(&hall, "6", &BOTH, |_| vec![("m1", "s"), ("m2", "d")]);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let told = shown(&hall, &mut clerk, "notice");
    for words in ["公告", "牧道建设项目满意", "不满意"] {
        assert!(told.says(words), "{words}: {}", told.text());
    }
}
