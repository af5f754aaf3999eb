//! The run-sheet's page and the hall: where it leads, and the scene of the step in one press.

use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::hall::paired;
use super::steps::do_it;
use crate::support::{Client, Hall, Page};

const SHEET: &str = "/manage/polls/1";

fn press(clerk: &mut Client, act: &str, fields: &[(&str, &str)]) -> Page {
    let sheet = clerk.get(SHEET);
    let done = clerk.submit(&sheet, act, fields);
    assert_eq!(done.status, 200, "{act}: {}", done.text());
    done
}

#[test]
fn the_cockpit_leads_to_every_page_of_the_day() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get(SHEET);
    for page in [
        "/manage/polls/1/slate",
        "/manage/polls/1/rules",
        "/manage/sittings/1/roll",
        "/manage/sessions/1/officers",
        "/manage/sittings/1/check-in",
        "/manage/sittings/1/desk",
        "/count/1/account",
        "/count/1/zero",
        "/manage/polls/1/rehearsal",
        "/manage/polls/1/script",
        "/manage/sittings/1/slips",
        "/manage/sittings/1/screens",
        "/manage/rounds/1/box",
    ] {
        assert!(sheet.html().contains(&format!("href=\"{page}\"")), "{page}");
        assert_eq!(clerk.get(page).status, 200, "{page}");
    }
    assert!(
        sheet.says("/ballot/kiosk"),
        "where a tablet becomes a kiosk"
    );
}

#[test]
fn the_scene_of_the_step_goes_up_on_every_screen_by_one_press() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get(SHEET);
    assert!(
        sheet.says("还没有接入大屏") && !sheet.has_form("/polls/1/scene"),
        "{}",
        sheet.text()
    );
    let token = sheet.value("token");
    let told = clerk.post("/manage/polls/1/scene", &[("token", &token)]);
    assert_eq!(told.status, 409);
    assert!(told.says("请先在“大屏”页接入"), "{}", told.text());
    let (mut first, one, mut clerk) = paired(&hall);
    let mut second = hall.client();
    let two = second.get("/screen").path;
    let page = clerk.get("/manage/sittings/1/screens");
    let code = two.rsplit('/').next().unwrap();
    clerk.submit(
        &page,
        "/manage/sittings/1/screens",
        &[("code", code), ("name", "主席台")],
    );
    let sheet = clerk.get(SHEET);
    assert!(
        sheet.says("主席台:待机") && sheet.says("这一步的画面：候选项目"),
        "what the hall sees now, and what may follow: {}",
        sheet.text()
    );
    for (act, told) in [
        (None, "牧道建设项目"),
        (Some(RoundAct::Seal), "票箱已验、已封"),
        (Some(RoundAct::StartIssuing), "发出"),
    ] {
        if let Some(act) = act {
            do_it(&hall, &[act]);
        }
        let before = first.get(&one).text();
        assert!(!before.contains(told), "nothing goes up by itself");
        let sheet = press(&mut clerk, "/polls/1/scene", &[]);
        assert!(sheet.says("这一步的画面已在屏上"), "{}", sheet.text());
        for page in [first.get(&one), second.get(&two)] {
            assert!(page.says(told), "{told}: {}", page.text());
        }
    }
}

#[test]
fn an_act_takes_the_scene_of_the_next_step_along_only_where_that_is_ticked() {
    let hall = Hall::at(DemoStage::Closed);
    let (mut screen, wall, mut clerk) = paired(&hall);
    press(&mut clerk, "/confirm-account", &[("scene", "yes")]);
    assert!(screen.get(&wall).says("本次表决有效"));
    do_it(&hall, &[RoundAct::OpenBox]);
    press(&mut clerk, "/count", &[]);
    assert!(
        screen.get(&wall).says("本次表决有效"),
        "not ticked: the hall sees what it saw"
    );
    press(&mut clerk, "/certify", &[("as", "ask"), ("scene", "yes")]);
    assert!(
        !screen.get(&wall).says("入选"),
        "asked for is not done: nothing changes in the hall"
    );
    let mut chief = hall.signed_in("qinghe-chief");
    press(
        &mut chief,
        "/certify",
        &[("as", "confirm"), ("scene", "yes")],
    );
    let told = screen.get(&wall);
    assert!(
        told.says("票决结果") && told.says("入选"),
        "{}",
        told.text()
    );
}
