//! The whole mission, once, by pages alone: residents ask, the clerk sorts, projects are appraised, a
//! session votes, the result is published, the work is planned, reported, inspected, put right, accepted.

use minsheng::demo::DemoStage;

use super::leads::{hand_in, newest};
use super::sitting::{Day, link, number, seated, voted};
use crate::support::{Client, Hall, Page};

/// The wish that wins, and the one that does not.
const WISHES: [(&str, &str); 2] = [
    ("村口道路硬化", "村口到小学的路雨天走不了，请铺成硬化路"),
    ("敬老院扶手", "请给敬老院的老人在走廊和澡堂装上扶手"),
];

/// A lead becomes a project of the library, and the clerk completes its sheet; answers its address.
fn taken_up(hall: &Hall, clerk: &mut Client, name: &str) -> String {
    let lead = newest(hall, clerk);
    let page = clerk.get(&format!("/manage/leads/{lead}"));
    let fields = [("project", ""), ("name", name), ("summary", "两公里")];
    let page = clerk.submit(&page, &format!("/manage/leads/{lead}/take-up"), &fields);
    assert!(page.says("已入库"), "{}", page.text());
    let project = link(&page, "/manage/projects/");
    let form = clerk.get(&format!("{project}/edit"));
    let fields = [
        ("category", "roads"),
        ("scale", "2公里"),
        ("place", "阿热勒镇"),
        ("investment", "48"),
        ("need_this_year", "48"),
        ("fund_kind_0", "own_budget"),
        ("fund_source_0", "县财政"),
        ("fund_amount_0", "48"),
        ("fund_year_0", "48"),
        ("fund_secured_0", "yes"),
        ("beneficiary_count", "1200"),
        ("lead_unit", "县农业农村局"),
        ("finish_by", "2027年9月30日"),
    ];
    let saved = clerk.submit(&form, "/edit", &fields);
    assert_eq!(saved.path, project, "{}", saved.text());
    project
}

/// Screened, asked about, answered on paper, concluded: a candidate.
fn appraised(clerk: &mut Client, project: &str, day: &str) {
    let page = clerk.get(project);
    let page = clerk.submit(&page, "/act/start-appraisal", &[]);
    let checks = [
        "check_burden",
        "check_debt",
        "check_stability",
        "check_ordered",
        "check_routine",
        "check_public_money",
        "check_in_time",
    ];
    let page = clerk.submit(&page, "/appraisal", &checks.map(|check| (check, "yes")));
    let ask = [
        ("kind", "legality"),
        ("unit", "县司法局"),
        ("due_on", "2027-01-20"),
    ];
    let page = clerk.submit(&page, "/ask", &ask);
    let opinion = clerk.get(&link(&page, "/manage/opinions/"));
    let answer = [("answer", "agrees"), ("on", day)];
    clerk.submit(&opinion, "/manage/opinions/", &answer);
    let page = clerk.get(&format!("{project}/appraisal"));
    let fields = [("conclusion", "pass"), ("reason", "群众急需")];
    let page = clerk.submit(&page, "/conclude", &fields);
    assert!(page.says("群众急需"), "{}", page.text());
}

/// Both projects on a formal list of one place.
fn listed(hall: &Hall, clerk: &mut Client, day: &str) -> String {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let library = clerk.get(&format!("/manage/congresses/{congress}/projects/2027"));
    let list = clerk.submit(&library, "/lists", &[("places", "1")]);
    let (to, fields) = list.form(&list.path.clone());
    let places = fields.into_iter().map(|(name, _)| name);
    let places: Vec<String> = places
        .filter(|name| name.starts_with('p') && name != "places")
        .collect();
    assert_eq!(places.len(), 2, "{}", list.text());
    let set = [(places[0].as_str(), "1"), (places[1].as_str(), "2")];
    let list = clerk.submit(&list, &to, &set);
    let review = [("on", day), ("how", "举手表决，全票通过")];
    let list = clerk.submit(&list, "/act/review", &review);
    let list = clerk.submit(&list, "/act/fix", &[]);
    assert!(list.says("正式名单"), "{}", list.text());
    number(&list.path, "/manage/candidate-lists/")
}

fn convened(hall: &Hall, clerk: &mut Client, list: &str) -> Day {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let new = format!("/manage/congresses/{congress}/sessions/new");
    let page = clerk.get(&new);
    let fields = [
        ("body", "congress"),
        ("term_no", "17"),
        ("session_no", "5"),
        ("year", "2027"),
        ("held_on", "2027-01-20"),
    ];
    let session = clerk.submit(&page, &new, &fields);
    let sitting = link(&session, "/manage/sittings/");
    let sitting = number(&sitting, "/manage/sittings/");
    let page = clerk.get(&format!("{}/polls/new", session.path));
    let slate = clerk.submit(
        &page,
        "/polls/new",
        &[("places", "1"), ("sitting", &sitting)],
    );
    let saved = clerk.submit(&slate, "/slate", &[("list", list)]);
    assert!(saved.says("候选2个，应选1个"), "{}", saved.text());
    let poll = number(&slate.path, "/manage/polls/");
    seated(hall, clerk, &session.path, &poll, &sitting)
}

/// A month's report of the unit, checked by its head.
fn reported(hall: &Hall, project: &str, fields: &[(&str, &str)]) -> Page {
    let mut unit = hall.signed_in("qinghe-u1");
    let form = unit.get(&format!("{project}/reports/new"));
    let told = unit.submit(&form, "/reports/new", fields);
    assert_eq!(told.path, format!("{project}/life"), "{}", told.text());
    let mut head = hall.signed_in("qinghe-u2");
    let page = head.get(&told.path);
    head.submit(&page, "/check", &[])
}

/// A deputy finds a fault, the clerk sends it, the unit answers, the deputy sees for himself and closes.
fn put_right(hall: &Hall, project: &str) {
    let mut deputy = hall.signed_in("qinghe-d1");
    let form = deputy.get(&format!("{project}/findings/new"));
    let fields = [("text", "路肩未压实"), ("place", "小学门口")];
    let finding = deputy.submit(&form, "/findings/new", &fields).path;
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&finding);
    clerk.submit(&page, "/send", &[("due", "2027-07-20")]);
    let mut unit = hall.signed_in("qinghe-u1");
    let page = unit.get(&finding);
    unit.submit(&page, "/answer", &[("text", "已重新压实并检测")]);
    let page = deputy.get(&finding);
    let page = deputy.submit(&page, "/close", &[("text", "现场看过，已压实")]);
    assert!(page.says("已销号"), "{}", page.text());
}

#[test]
fn a_residents_lead_becomes_a_project_that_is_voted_built_put_right_and_accepted() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");

    // Residents ask, and the clerk takes both wishes up.
    let mut receipts = Vec::new();
    let mut projects = Vec::new();
    for (name, what) in WISHES {
        let receipt = hand_in(&hall, &mut hall.client(), &[("what", what)]);
        receipts.push(receipt.path);
        projects.push(taken_up(&hall, &mut clerk, name));
    }
    let told = hall.client().get(&receipts[0]);
    assert!(told.says("已列入项目库：村口道路硬化"), "{}", told.text());

    // Appraised, listed, voted on by the next session, published.
    hall.on("2027-01-15");
    let mut clerk = hall.signed_in("qinghe-clerk");
    for project in &projects {
        appraised(&mut clerk, project, "2027-01-15");
    }
    let list = listed(&hall, &mut clerk, "2027-01-15");
    hall.on("2027-01-20");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let day = convened(&hall, &mut clerk, &list);
    voted(&hall, &mut [&mut clerk, &mut chief], &day, |place| {
        vec![(if place < 11 { "m1" } else { "m2" }, "a")]
    });
    let result = hall.client().get(&format!("/polls/{}", day.poll));
    assert!(
        result.says("村口道路硬化 11 0 4 1 ✓ 入选") && result.says("差4票，未入选"),
        "{}",
        result.text()
    );
    let told = hall.client().get(&receipts[1]);
    assert!(
        told.says("敬老院扶手") && told.says("未入选"),
        "{}",
        told.text()
    );

    // Planned, without typing again what the library knows.
    let project = &projects[0];
    let form = clerk.get(&format!("{project}/plan"));
    assert_eq!(form.value("target"), "2公里");
    let fields = [("leader", "演示副县长"), ("group", "第一督办小组")];
    let page = clerk.submit(&form, "/plan", &fields);
    assert!(page.says("已交办"), "{}", page.text());

    // Reported from month to month; a fault is found and put right; works finished, accepted.
    hall.on("2027-06-28");
    let fields = [
        ("month", "2027-06"),
        ("quantity", "1"),
        ("paid", "20"),
        ("status", "铺完一公里"),
    ];
    let page = reported(&hall, project, &fields);
    assert!(page.says("实施中") && page.says("50%"), "{}", page.text());
    hall.on("2027-07-05");
    put_right(&hall, project);
    hall.on("2027-09-10");
    let fields = [
        ("month", "2027-08"),
        ("quantity", "2"),
        ("paid", "48"),
        ("status", "全线铺完"),
    ];
    reported(&hall, project, &fields);
    let mut head = hall.signed_in("qinghe-u2");
    let page = head.get(&format!("{project}/life"));
    let page = head.submit(&page, "/facts/finished", &[]);
    assert!(page.says("已完工，待验收"), "{}", page.text());
    hall.on("2027-09-20");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&format!("{project}/life"));
    let page = clerk.submit(&page, "/facts/accepted", &[("document", "演示验收意见书")]);
    assert!(page.says("✔办结"), "{}", page.text());

    // Everybody reads the whole of it, and so does the resident who asked.
    let public = project.replace("/manage", "");
    let told = hall.client().get(&public);
    for words in [
        "群众线索1件",
        "已验收",
        "11票",
        "铺完一公里",
        "路肩未压实",
        "已重新压实并检测",
        "现场看过，已压实",
        "已销号",
        "全线铺完",
        "演示验收意见书",
        "✔办结",
    ] {
        assert!(told.says(words), "{words}: {}", told.text());
    }
    assert!(!told.text().contains("[project"), "each stage has its word");
    let told = hall.client().get(&receipts[0]);
    assert!(told.html().contains(&public), "{}", told.text());
}
