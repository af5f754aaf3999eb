//! The big screen: paired by a code, turned by the operator, and never ahead of what is certified.

use crate::support::AsShown as _;
use domain::round::RoundAct;
use machine::clock::Clock;
use machine::random::Random;
use minsheng::demo::DemoStage;
use service::Service;

use super::steps::{approve, count, do_it, hall, open, tied};
use crate::support::{self, Client, Hall, Page, noon};

const SCREENS: &str = "/manage/sittings/1/screens";

/// A screen that was just switched on: its page with the code, and the code.
fn switched_on(hall: &Hall) -> (Client, String) {
    let mut screen = hall.client();
    let page = screen.get("/screen");
    let code = page.path.strip_prefix("/screen/").unwrap().to_owned();
    assert!(page.says(&code), "the screen shows its code");
    (screen, code)
}

/// A paired screen and its operator.
pub(crate) fn paired(hall: &Hall) -> (Client, String, Client) {
    let (screen, code) = switched_on(hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(SCREENS);
    let page = clerk.submit(&page, SCREENS, &[("code", &code), ("name", "主屏")]);
    assert_eq!(page.status, 200, "{}", page.text());
    (screen, format!("/screen/{code}"), clerk)
}

/// Puts a scene on the first screen.
fn put(clerk: &mut Client, scene: &str) -> Page {
    turn(clerk, &[("scene", scene)])
}

fn turn(clerk: &mut Client, fields: &[(&str, &str)]) -> Page {
    let token = clerk.get(SCREENS).value("token");
    let mut all = vec![("token", token.as_str())];
    all.extend_from_slice(fields);
    clerk.post("/manage/screens/1", &all)
}

#[test]
fn a_screen_shows_a_code_until_the_operator_types_it() {
    let hall = Hall::at(DemoStage::Open);
    let (mut screen, code) = switched_on(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(SCREENS);
    let wrong = clerk.submit(&page, SCREENS, &[("code", "12"), ("name", "主屏")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.says("请填写屏上显示的六位数字") && wrong.value("name") == "主屏");
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let done = clerk.submit(&page, SCREENS, &[("code", &spaced), ("name", "主屏")]);
    assert!(
        done.says("主屏") && done.says("会场现在看到"),
        "{}",
        done.text()
    );
    let path = format!("/screen/{code}");
    let shown = screen.get(&path);
    assert!(shown.says("青河县第十七届人民代表大会第四次会议"));
    assert!(!shown.says(&code), "a paired screen shows its scene");
    let again = clerk.submit(&page, SCREENS, &[("code", &code), ("name", "副屏")]);
    assert_eq!(again.status, 422);
    assert!(again.says("这个号码已经接入"));
    turn(&mut clerk, &[("press", "remove")]);
    assert!(
        screen.get(&path).says(&code),
        "taken away, it shows its code again"
    );
}

#[test]
fn only_the_operator_turns_a_screen_and_its_code_reads_scenes_and_nothing_else() {
    let hall = Hall::at(DemoStage::Open);
    let (mut screen, path, _clerk) = paired(&hall);
    let code = path.rsplit('/').next().unwrap().to_owned();
    let page = screen.get(&path);
    for nothing in ["<form", "<a ", "<button", "<input", "set-cookie"] {
        assert!(!page.html().contains(nothing), "{nothing}");
    }
    assert!(page.header("set-cookie").is_none());
    for (method, to) in [("POST", path.as_str()), ("POST", "/manage/screens/1")] {
        let body = Some(format!("scene=recess&code={code}").into_bytes());
        let refused = screen.once(method, to, body);
        assert_ne!(refused.status, 200, "{to}");
    }
    let led = screen.get(SCREENS);
    assert!(led.path.starts_with("/sign-in"), "{}", led.path);
    let mut teller = hall.signed_in("qinghe-teller");
    assert_eq!(put(&mut teller, "recess").status, 403);
    let mut stranger = hall.signed_in("township-clerk");
    let token = stranger.get("/manage/polls/2").value("token");
    let fields = [("token", token.as_str()), ("scene", "recess")];
    assert_eq!(stranger.post("/manage/screens/1", &fields).status, 404);
    assert!(!screen.get(&path).says("会议休息"));
}

#[test]
fn a_result_is_refused_before_two_people_certified_it_however_it_is_asked_for() {
    let hall = Hall::at(DemoStage::Closed);
    let (mut screen, path, mut clerk) = paired(&hall);
    for covered in ["", "yes"] {
        let refused = turn(&mut clerk, &[("scene", "result:1"), ("covered", covered)]);
        assert_eq!(refused.status, 409);
        assert!(refused.says("结果尚未认证，不能上屏"), "{}", refused.text());
    }
    do_it(
        &hall,
        &[RoundAct::ConfirmAccount, RoundAct::OpenBox, RoundAct::Count],
    );
    assert_eq!(
        put(&mut clerk, "result:1").status,
        409,
        "counted is not certified"
    );
    // Even a row that somebody wrote into the database by hand shows nothing of the result.
    let database = rusqlite::Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    database
        .execute("update screen set scene = 'result', round = 1", [])
        .unwrap();
    let page = screen.get(&path);
    assert!(!page.says("赞成") && !page.says("入选"), "{}", page.text());
    assert!(
        page.says("第一次全体会议"),
        "the neutral card stands instead"
    );
    do_it(&hall, &[RoundAct::Certify]);
    assert_eq!(put(&mut clerk, "result:1").status, 200);
    let page = screen.get(&path);
    assert!(page.says("入选") && page.says("赞成"), "{}", page.text());
}

#[test]
fn each_scene_waits_for_its_step_and_says_why() {
    let hall = Hall::at(DemoStage::Frozen);
    let (_screen, _path, mut clerk) = paired(&hall);
    for (scene, status, words) in [
        ("roll", 200, ""),
        ("candidates:1", 200, ""),
        ("candidate:1:2", 200, ""),
        ("candidate:1:9", 422, "没有这个候选项目"),
        ("rules:1", 200, ""),
        ("officers", 200, ""),
        ("recess", 200, ""),
        ("wait", 200, ""),
        ("empty_box:1", 409, "还没有到这一步"),
        ("voting:1", 409, "还没有到这一步"),
        ("account:1", 409, "还没有到这一步"),
        ("result:1", 409, "结果尚未认证"),
        ("undecided:1", 409, "还没有到这一步"),
        ("notice:1", 409, "结果尚未认证"),
        ("voting", 409, "请指明是哪一轮票决"),
        ("voting:2", 404, ""),
        ("marks:1", 422, "没有这个画面"),
    ] {
        let page = put(&mut clerk, scene);
        assert_eq!(page.status, status, "{scene}: {}", page.text());
        assert!(page.says(words), "{scene}: {}", page.text());
    }
}

#[test]
fn the_scene_survives_the_laptop_that_was_killed() {
    let hall = Hall::at(DemoStage::Open);
    let (_screen, path, mut clerk) = paired(&hall);
    put(&mut clerk, "voting:1");
    turn(&mut clerk, &[("press", "larger")]);
    let before = hall.client().get(&path).html();
    // What is on the disk at this moment, opened by a new process.
    let copy = tempfile::tempdir().unwrap();
    support::boxes::copy(hall.dir.path(), copy.path());
    let service = hall
        .run(Service::open(
            copy.path(),
            Clock::fixed(noon()),
            Random::seeded(1),
        ))
        .unwrap();
    let (address, _stop) = support::start(&hall.runtime, &service, copy.path());
    let after = Client::new(&address).get(&path).html();
    assert!(
        after.contains("class=\"stage tint white size1\""),
        "{after}"
    );
    assert_eq!(before, after);
}

#[test]
fn the_stream_brings_whole_scenes_at_once_and_numbers_in_steps() {
    let hall = Hall::at(DemoStage::Open);
    let (screen, path, mut clerk) = paired(&hall);
    put(&mut clerk, "voting:1");
    let live = format!("{path}/live");
    let first = screen.listen(&live, "scene", 1).remove(0);
    let told: serde_json::Value = serde_json::from_str(&first).unwrap();
    let scene = told["scene"].as_str().unwrap();
    assert!(scene.starts_with("<div class=\"stage") && scene.ends_with("</div>"));
    assert!(scene.contains("投票进行中"));
    let neutral = told["neutral"].as_str().unwrap();
    assert!(
        neutral.contains("青河县") && !neutral.contains("投票"),
        "{neutral}"
    );
    // A stream that dropped is opened again and begins with the whole scene, whatever was missed.
    put(&mut clerk, "recess");
    assert!(screen.listen(&live, "scene", 1)[0].contains("会议休息"));
    assert_eq!(screen.listen(&live, "beat", 1).len(), 1);
}

#[test]
fn a_page_loaded_anew_shows_the_number_of_the_last_step() {
    let hall = Hall::at(DemoStage::Open);
    let (mut screen, path, mut clerk) = paired(&hall);
    put(&mut clerk, "voting:1");
    let returned = |page: &Page| -> u32 {
        let text = page.text();
        let after = text.split("已投").nth(1).unwrap();
        after.split_whitespace().next().unwrap().parse().unwrap()
    };
    let before = returned(&screen.get(&path));
    let mut voter = hall.scanned(hall.made.slips.len() - 1);
    let page = super::ballot::review(&mut voter, &[("m1", "a")]);
    voter.submit(&page, "/ballot/1/cast", &[]);
    assert_eq!(
        returned(&screen.get(&path)),
        before,
        "no ballot is seen to fall"
    );
    let mut tries = 0;
    while returned(&screen.get(&path)) == before {
        std::thread::sleep(std::time::Duration::from_millis(500));
        tries += 1;
        assert!(tries < 40, "the number moves with the step");
    }
    assert_eq!(returned(&screen.get(&path)), before + 1);
}

#[test]
fn officers_follow_the_same_steps_and_see_no_ballot_fall_either() {
    let hall = Hall::at(DemoStage::Open);
    let clerk = hall.signed_in("qinghe-clerk");
    let live = "/manage/rounds/1/live";
    let mut voter = hall.scanned(hall.made.slips.len() - 1);
    let page = super::ballot::review(&mut voter, &[("m1", "a")]);
    let before = clerk.listen(live, "", 1);
    let begun = std::time::Instant::now();
    let done = voter.submit(&page, "/ballot/1/cast", &[]);
    assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    let soon = clerk.listen(live, "", 1);
    let mut clerk = clerk;
    let sheet = clerk.get("/manage/polls/1");
    // A machine that took longer than a step saw the next one.
    if begun.elapsed() < std::time::Duration::from_secs(3) {
        assert_eq!(soon, before, "within one step");
        assert!(
            sheet.says("已投0"),
            "a page loaded anew too: {}",
            sheet.text()
        );
    }
    clerk.listen_for(live, "", |later| later.contains("\"returned\":1"));
}

#[test]
fn a_round_that_is_younger_than_the_last_step_is_told_at_once() {
    let hall = Hall::at(DemoStage::Open);
    let codes: Vec<String> = hall
        .made
        .slips
        .iter()
        .map(|slip| slip.scanned.clone())
        .collect();
    approve(&hall, &codes, tied);
    let clerk = hall.signed_in("qinghe-clerk");
    let live = |round: i64| format!("/manage/rounds/{round}/live");
    let first = super::steps::newest(&hall);
    // Somebody follows: the numbers of this moment stand for three seconds.
    clerk.listen(&live(first.0), "", 1);
    count(&hall);
    let second = super::steps::newest(&hall);
    assert_ne!(first, second, "the tie began a round");
    let told = clerk.listen(&live(second.0), "", 1).remove(0);
    assert!(told.contains("\"returned\":0"), "{told}");
    // And so does a stranger hear nothing of it.
    let mut other = hall.signed_in("township-clerk");
    assert_eq!(other.get(&live(second.0)).status, 404);
}

#[test]
fn lines_are_uncovered_one_by_one_and_a_covered_line_is_not_in_the_page() {
    let hall = Hall::at(DemoStage::Certified);
    let (mut screen, path, mut clerk) = paired(&hall);
    turn(&mut clerk, &[("scene", "result:1"), ("covered", "yes")]);
    let covered = screen.get(&path);
    assert!(
        covered.says("牧道建设项目") && !covered.says("入选"),
        "{}",
        covered.text()
    );
    let votes = |page: &Page| page.html().matches("class=\"n approve\"").count();
    assert_eq!(votes(&covered), 0);
    turn(&mut clerk, &[("press", "next")]);
    turn(&mut clerk, &[("press", "next")]);
    assert_eq!(votes(&screen.get(&path)), 2);
    turn(&mut clerk, &[("press", "back")]);
    assert_eq!(votes(&screen.get(&path)), 1);
    turn(&mut clerk, &[("press", "uncover")]);
    assert_eq!(votes(&screen.get(&path)), 6);
}

#[test]
fn a_tie_is_told_without_votes_and_with_what_follows() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| match n {
        0 => vec![1, 2, 4, 5],
        1..=7 => vec![1, 2, 3, 4],
        _ => vec![1, 2, 3, 5],
    });
    count(&hall);
    let (mut screen, path, mut clerk) = paired(&hall);
    assert_eq!(put(&mut clerk, "undecided:1").status, 200);
    let page = screen.get(&path);
    assert!(page.says("票数相等，待定1个名额"), "{}", page.text());
    assert!(page.says("下面对以上项目另行投票"));
    assert!(page.says("农村道路安全隐患整治") && page.says("寄宿制学校食堂改造"));
    assert!(
        !page.says("牧道建设项目"),
        "who is chosen is not certified yet"
    );
    for votes in ["赞成", "入选"] {
        assert!(!page.says(votes), "{votes}");
    }
}

#[test]
fn a_scene_whose_round_is_voided_gives_way_to_the_neutral_card() {
    let hall = Hall::at(DemoStage::Open);
    let (mut screen, path, mut clerk) = paired(&hall);
    put(&mut clerk, "voting:1");
    let (one, two) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    for (person, reason) in [(&one, "试"), (&two, "")] {
        hall.run(
            hall.service
                .act_shown(person, hall.round(), RoundAct::Void, reason),
        )
        .unwrap();
    }
    let page = screen.get(&path);
    assert!(
        !page.says("已投") && page.says("第一次全体会议"),
        "{}",
        page.text()
    );
}
