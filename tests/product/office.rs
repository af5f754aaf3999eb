//! Clerk and chief scrutineer: the roll, two people, the run-sheet, the outcome, the record.

use crate::support::AsShown as _;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::{two, vote};
use crate::support::{Client, Hall, Page};

fn act(client: &mut Client, act: &str) -> Page {
    let page = client.get("/manage/polls/1");
    client.submit(&page, &format!("/manage/rounds/1/{act}"), &[])
}

#[test]
fn a_clerk_signs_in_sees_the_years_tasks_and_signs_out() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.client();
    let asked = client.get("/manage/polls/1");
    assert!(asked.path.starts_with("/sign-in?next="), "{}", asked.path);
    let password = hall.made.password("qinghe-clerk");
    let fields = [
        ("username", "qinghe-clerk"),
        ("password", password.as_str()),
    ];
    let home = client.submit(&asked, "/sign-in", &fields);
    assert_eq!(
        home.path, "/manage/polls/1",
        "back to the page that was asked for"
    );
    let tasks = client.get("/manage");
    assert!(
        tasks.says("青河县第十七届人民代表大会第四次会议"),
        "{}",
        tasks.text()
    );
    assert!(
        tasks.says("在任15名") && !tasks.says("查干郭勒"),
        "only one's own congress"
    );
    let before = client.cookies.clone();
    let out = client.submit(&tasks, "/sign-out", &[]);
    assert_eq!(out.path, "/");
    client.cookies = before;
    assert!(
        client.get("/manage").path.starts_with("/sign-in"),
        "the old cookie is dead"
    );
}

#[test]
fn wrong_passwords_in_a_row_cost_waiting_and_tell_nothing() {
    let hall = Hall::at(DemoStage::Draft);
    let mut stays = hall.signed_in("qinghe-clerk");
    let mut client = hall.client();
    let mut last = String::new();
    for name in ["qinghe-clerk", "nobody-at-all"] {
        let told = client.post(
            "/sign-in",
            &[("username", name), ("password", "wrong-word")],
        );
        assert_eq!(told.status, 422);
        assert!(told.says("用户名或密码不对"));
        assert!(
            told.html().contains(&format!("value=\"{name}\"")),
            "the name is kept"
        );
    }
    for _ in 0..8 {
        let fields = [("username", "qinghe-clerk"), ("password", "wrong-word")];
        last = client.post("/sign-in", &fields).squeezed();
    }
    assert!(last.contains("秒后再试"), "{last}");
    assert_eq!(
        stays.get("/manage").status,
        200,
        "who is signed in stays in"
    );
}

#[test]
fn a_changed_password_ends_every_sign_in() {
    let hall = Hall::at(DemoStage::Draft);
    let (mut one, mut two) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-clerk"),
    );
    let old = hall.made.password("qinghe-clerk");
    let page = one.get("/manage/password");
    let told = one.submit(
        &page,
        "/manage/password",
        &[("old", &old), ("new", "short"), ("repeat", "short")],
    );
    assert_eq!(told.status, 422);
    let long = "a longer password";
    let told = one.submit(
        &page,
        "/manage/password",
        &[("old", "no"), ("new", long), ("repeat", long)],
    );
    assert!(told.says("原密码不对"));
    one.submit(
        &page,
        "/manage/password",
        &[("old", &old), ("new", long), ("repeat", long)],
    );
    assert!(one.get("/manage").path.starts_with("/sign-in"));
    assert!(two.get("/manage").path.starts_with("/sign-in"));
    let fields = [("username", "qinghe-clerk"), ("password", long)];
    assert_eq!(two.post("/sign-in", &fields).path, "/manage");
}

#[test]
fn the_quorum_is_refused_with_the_number_missing_and_then_declared() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/sittings/1/roll");
    let page = clerk.submit(&page, "/manage/sittings/1/open-roll", &[]);
    assert!(
        page.says("应到15") && page.says("法定人数10"),
        "{}",
        page.text()
    );
    let deputies: Vec<String> = {
        let (_, fields) = page.form("/manage/sittings/1/roll");
        fields
            .into_iter()
            .map(|(name, _)| name)
            .filter(|n| n.starts_with('d'))
            .collect()
    };
    assert_eq!(deputies.len(), 15);
    let here: Vec<_> = deputies
        .iter()
        .take(8)
        .map(|d| (d.as_str(), "present"))
        .collect();
    let page = clerk.submit(&page, "/manage/sittings/1/roll", &here);
    assert!(page.says("还差2人"), "{}", page.text());
    let told = clerk.submit(&page, "/manage/sittings/1/declare-quorum", &[]);
    assert_eq!(told.status, 409);
    assert!(told.says("须到会10人，实到8人，还差2人"), "{}", told.text());
    let here: Vec<_> = deputies
        .iter()
        .take(10)
        .map(|d| (d.as_str(), "present"))
        .collect();
    let page = clerk.submit(&page, "/manage/sittings/1/roll", &here);
    let page = clerk.submit(&page, "/manage/sittings/1/declare-quorum", &[]);
    assert!(page.says("符合法定人数"), "{}", page.text());
    assert!(
        !page.has_form("/manage/sittings/1/declare-quorum"),
        "N and the roll stand"
    );
}

#[test]
fn the_rules_are_read_back_in_this_congresss_own_numbers() {
    let hall = Hall::with(DemoStage::Frozen, 161);
    let page = hall.signed_in("qinghe-clerk").get("/manage/polls/1/rules");
    for words in [
        "161名代表，过半数为81票；实到154人",
        "法定人数108人",
        "赞成的项目最多4项",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let township = hall
        .signed_in("township-clerk")
        .get("/manage/polls/2/rules");
    assert!(
        township.says("有33人到会时须25票，即到会的76%"),
        "{}",
        township.text()
    );
}

#[test]
fn one_person_never_does_what_needs_two() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let asked = act(&mut clerk, "close-vote");
    assert!(
        asked.says("您已提出“结束投票”，等待另一位人员确认"),
        "{}",
        asked.text()
    );
    assert!(!asked.has_form("/manage/rounds/1/close-vote"));
    let token = asked.value("token");
    let told = clerk.post("/manage/rounds/1/close-vote", &[("token", &token)]);
    assert!(
        told.says("您已提出“结束投票”") && !told.says("刚刚提出了这一步"),
        "pressing again asks again: {}",
        told.text()
    );
    let mut chief = hall.signed_in("qinghe-chief");
    let seen = chief.seen("close-vote").unwrap();
    let both = [("token", token.as_str()), ("seen", &seen)];
    let told = clerk.post("/manage/rounds/1/close-vote", &both);
    assert_eq!(told.status, 409);
    assert!(told.says("须由两个人完成"), "{}", told.text());
    let page = chief.get("/manage/polls/1");
    assert!(
        page.says("演示工作人员001提出“结束投票”"),
        "{}",
        page.text()
    );
    let closed = act(&mut chief, "close-vote");
    assert!(closed.says("投票结束"), "{}", closed.text());
}

#[test]
fn an_act_out_of_turn_or_pressed_twice_says_where_things_stand() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let token = clerk.get("/manage/polls/1").value("token");
    for act in ["freeze", "open-vote"] {
        let told = clerk.post(&format!("/manage/rounds/1/{act}"), &[("token", &token)]);
        assert_eq!(told.status, 200, "{act}");
        assert!(
            told.says("已经办过：演示工作人员001、演示总监票人001"),
            "{act}: {}",
            told.text()
        );
    }
    for act in ["open-box", "count", "certify"] {
        let told = clerk.post(&format!("/manage/rounds/1/{act}"), &[("token", &token)]);
        assert_eq!(told.status, 409, "{act}");
        assert!(told.says("现在不能进行这一步"), "{act}: {}", told.text());
    }
    assert_eq!(
        clerk
            .post("/manage/rounds/1/explode", &[("token", &token)])
            .status,
        404
    );
    assert_eq!(
        clerk
            .post("/manage/rounds/1/pause", &[("token", "no")])
            .status,
        403
    );
}

#[test]
fn voting_opens_only_when_every_slip_is_accounted_for() {
    let hall = Hall::at(DemoStage::Frozen);
    two(&hall, RoundAct::Seal);
    let mut clerk = hall.signed_in("qinghe-clerk");
    act(&mut clerk, "start-issuing");
    let slips = hall.print_slips(17);
    let codes: Vec<String> = slips.iter().map(|slip| slip.typed.clone()).collect();
    assert_eq!(codes.len(), 17);
    let page = clerk.get("/manage/sittings/1/slips");
    let page = clerk.submit(&page, "/manage/sittings/1/slips/issue", &[("all", "yes")]);
    assert!(page.says("印制17=发出15+注销0+未交代2"), "{}", page.text());
    let waits = clerk.get("/manage/polls/1");
    assert!(
        waits.says("还差2张") && !waits.has_form("open-vote"),
        "{}",
        waits.text()
    );
    let wrong = format!("{}\nnonsense\n{}", codes[15], codes[15]);
    let told = clerk.submit(
        &page,
        "/manage/sittings/1/slips/cancel",
        &[("codes", &wrong)],
    );
    assert_eq!(told.status, 422);
    assert!(told.says("第2行：没有这个票证") && told.says("第3行：这张票证已经注销"));
    let left = format!("{}\n{}", codes[15], codes[16]);
    let page = clerk.submit(
        &page,
        "/manage/sittings/1/slips/cancel",
        &[("codes", &left)],
    );
    assert!(page.says("账目相等"), "{}", page.text());
    act(&mut clerk, "open-vote");
    act(&mut hall.signed_in("qinghe-chief"), "open-vote");
    let spare = hall.client().post("/ballot", &[("code", &codes[16])]);
    assert!(spare.says("这张票证已注销"));
    assert_eq!(
        hall.client().post("/ballot", &[("code", &codes[0])]).path,
        "/ballot/1"
    );
}

#[test]
fn opening_without_a_quorum_is_refused_by_the_server_too() {
    let hall = Hall::at(DemoStage::Draft);
    let (clerk, round) = (hall.actor("qinghe-clerk"), hall.round());
    let refused = hall.run(hall.service.act_shown(&clerk, round, RoundAct::Freeze, ""));
    let codes: Vec<_> = refused
        .unwrap_err()
        .problems()
        .iter()
        .map(|one| one.code)
        .collect();
    assert_eq!(codes, ["rules-not-adopted"]);
    let refused = hall
        .run(hall.service.adopt_rules(&clerk, hall.poll()))
        .unwrap_err();
    assert_eq!(refused.problems()[0].code, "no-quorum");
    let refused = hall.run(
        hall.service
            .act_shown(&clerk, round, RoundAct::OpenVote, ""),
    );
    assert_eq!(refused.unwrap_err().problems()[0].code, "act-out-of-turn");
}

#[test]
fn a_whole_ballot_is_counted_explained_certified_and_published() {
    let hall = Hall::at(DemoStage::Open);
    for slip in 0..14 {
        let marks: &[(&str, &str)] = match slip {
            0..=8 => &[("m1", "a"), ("m2", "a"), ("m3", "a"), ("m4", "o")],
            9..=12 => &[("m1", "a"), ("m5", "a"), ("m2", "x")],
            _ => &[],
        };
        assert_eq!(vote(&mut hall.scanned(slip), marks).path, "/ballot/1/done");
    }
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    for name in ["close-vote", "open-box"] {
        act(&mut clerk, name);
        act(&mut chief, name);
        if name == "close-vote" {
            act(&mut clerk, "confirm-account");
        }
    }
    let counted = act(&mut clerk, "count");
    assert!(counted.says("已计票"), "{}", counted.text());
    let outcome = clerk.get("/count/1");
    for words in [
        "发出15",
        "收回14",
        "未收回1",
        "有效14",
        "无效0",
        "其中空白1",
        "过半数线8",
        "✓入选（第11条通过票数）",
        "差4票，未入选",
        "达到规定票数的项目比应选名额少1项",
    ] {
        assert!(outcome.says(words), "{words}: {}", outcome.text());
    }
    act(&mut clerk, "certify");
    let certified = act(&mut chief, "certify");
    assert!(certified.says("发布结果"), "{}", certified.text());
    let record = clerk.get("/count/1/statement");
    assert!(
        record.says("第1版") && record.says("minsheng-statement5"),
        "{}",
        record.text()
    );
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/manage/polls/1/publish", &[]);
    assert!(
        hall.client().get("/polls/1").says("结果尚未公布"),
        "one person does not publish"
    );
    let page = chief.get("/manage/polls/1");
    chief.submit(&page, "/manage/polls/1/publish", &[]);
    let result = hall.client().get("/polls/1");
    for words in [
        "应到代表15名，实到15名",
        "13票，过半数为8票",
        "公告（第1号）",
    ] {
        let html = result.html().replace(' ', "");
        assert!(
            result.says(words) || html.contains(words),
            "{words}: {}",
            result.text()
        );
    }
    let notice = hall.client().get("/notices/1");
    assert!(
        notice.says("现予公告") && notice.says("牧道"),
        "{}",
        notice.text()
    );
    assert!(hall.client().get("/").says("入选3项"));
}

#[test]
fn a_certified_record_is_only_followed_by_a_correction_with_a_reason() {
    let hall = Hall::at(DemoStage::Published);
    let (mut clerk, mut chief) = (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    );
    let page = clerk.get("/count/1/statement");
    let statement = "/count/1/statement";
    let told = clerk.submit(&page, statement, &[("papers", "1"), ("reason", " ")]);
    assert_eq!(told.status, 422);
    let asked = [("papers", "1"), ("reason", "票箱里漏了一张")];
    clerk.submit(&page, statement, &asked);
    let shown = chief.get(statement);
    let (_, fields) = shown.form(statement);
    let seen = fields.iter().find(|(name, _)| name == "seen").unwrap();
    let own = [
        ("token", page.value("token")),
        ("seen", seen.1.clone()),
        ("as", "confirm".to_owned()),
    ];
    let own: Vec<(&str, &str)> = own.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let told = clerk.post(statement, &own);
    assert_eq!(told.status, 409, "the same person cannot confirm");
    let page = chief.submit(&shown, statement, &[]);
    assert!(page.says("第2版") && page.says("第1版") && page.says("票箱里漏了一张"));
    assert!(
        page.says("corrects"),
        "the new version names the old one's hash"
    );
}

#[test]
fn a_tie_at_the_edge_stops_the_count_and_cannot_be_certified() {
    let hall = Hall::at(DemoStage::Open);
    for slip in 0..15 {
        // Lines 1 to 3 pass with all; lines 4 and 5 share one place with eight votes each: one
        // paper gives both, so that fifteen papers can.
        let marks: &[(&str, &str)] = match slip {
            0 => &[("m4", "a"), ("m5", "a"), ("m1", "a"), ("m2", "a")],
            1..=7 => &[("m1", "a"), ("m2", "a"), ("m3", "a"), ("m4", "a")],
            _ => &[("m1", "a"), ("m2", "a"), ("m3", "a"), ("m5", "a")],
        };
        vote(&mut hall.scanned(slip), marks);
    }
    two(&hall, RoundAct::CloseVote);
    let clerk = hall.actor("qinghe-clerk");
    hall.run(
        hall.service
            .act_shown(&clerk, hall.round(), RoundAct::ConfirmAccount, ""),
    )
    .unwrap();
    two(&hall, RoundAct::OpenBox);
    hall.run(
        hall.service
            .act_shown(&clerk, hall.round(), RoundAct::Count, ""),
    )
    .unwrap();
    let mut client = hall.signed_in("qinghe-clerk");
    let page = client.get("/count/1");
    assert!(
        page.says(
            "第4项“农村道路安全隐患整治”、第5项“寄宿制学校食堂改造”票数相等，各8票，只剩1个名额"
        ),
        "{}",
        page.text()
    );
    assert!(page.says("!票数相等，待定"), "{}", page.text());
    let refused = hall.run(
        hall.service
            .act_shown(&clerk, hall.round(), RoundAct::Certify, ""),
    );
    assert_eq!(refused.unwrap_err().problems()[0].code, "round-is-past");
}

#[test]
fn a_void_round_keeps_its_reason_and_is_drafted_anew() {
    let hall = Hall::at(DemoStage::Open);
    vote(&mut hall.scanned(0), &[("m1", "a")]);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1");
    let told = clerk.submit(&page, "/manage/rounds/1/void", &[("reason", "")]);
    assert_eq!(told.status, 422);
    clerk.submit(&page, "/manage/rounds/1/void", &[("reason", "网络故障")]);
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get("/manage/polls/1");
    assert!(page.says("网络故障"));
    let page = chief.submit(&page, "/manage/rounds/1/void", &[]);
    assert!(
        page.says("第2轮") && page.says("网络故障"),
        "{}",
        page.text()
    );
    let told = hall
        .client()
        .get(&format!("/b/{}", hall.made.slips[1].scanned));
    assert!(
        told.says("投票还没有开始"),
        "the same slip waits for the new round: {}",
        told.text()
    );
}

#[test]
fn a_clerk_of_another_congress_finds_nothing_here() {
    let hall = Hall::at(DemoStage::Open);
    let mut stranger = hall.signed_in("township-clerk");
    for path in [
        "/manage/polls/1",
        "/manage/sessions/1",
        "/manage/sittings/1/roll",
        "/count/1",
    ] {
        let page = stranger.get(path);
        assert_eq!(page.status, 404, "{path}");
    }
    let token = stranger.get("/manage").value("token");
    let told = stranger.post("/manage/rounds/1/pause", &[("token", &token)]);
    assert_eq!(told.status, 404);
}

#[test]
fn a_session_a_slate_and_a_poll_are_set_up_through_the_pages() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let tasks = clerk.get("/manage");
    let link = tasks.html();
    let start = link.find("/manage/congresses/").unwrap();
    let new = link[start..].split('"').next().unwrap().to_owned();
    let new = if new.ends_with("new") {
        new
    } else {
        new.replace("projects/2026", "sessions/new")
    };
    let page = clerk.get(&new);
    let told = clerk.submit(&page, &new, &[("term_no", "x"), ("session_no", "5")]);
    assert_eq!(told.status, 422);
    assert!(
        told.says("请填整数") && told.html().contains("value=\"5\""),
        "what was typed stays"
    );
    let fields = [
        ("body", "standing_committee"),
        ("term_no", "17"),
        ("session_no", "33"),
        ("year", "2026"),
        ("held_on", "2026-03-01"),
    ];
    let session = clerk.submit(&page, &new, &fields);
    assert!(
        session.says("青河县第十七届人大常委会第三十三次会议"),
        "{}",
        session.text()
    );
    let again = clerk.submit(&page, &new, &fields);
    assert!(again.says("已有同一届次的会议"));
    let page = clerk.get(&format!("{}/polls/new", session.path));
    let slate = clerk.submit(&page, "/polls/new", &[("places", "2"), ("sitting", "3")]);
    assert!(
        slate.path.ends_with("/slate"),
        "{} {}",
        slate.path,
        slate.text()
    );
    let told = clerk.submit(&slate, "/slate", &[]);
    assert_eq!(told.status, 422, "no list chosen");
    let library = clerk.get(&crate::library::library(&hall));
    let list = clerk.submit(&library, "/lists", &[("places", "2")]);
    let (to, fields) = list.form("/manage/candidate-lists/3");
    let places: Vec<String> = fields
        .into_iter()
        .map(|(n, _)| n)
        .filter(|n| n.starts_with('p') && n != "places")
        .collect();
    let set = [
        (places[1].as_str(), "1"),
        (places[0].as_str(), "2"),
        (places[2].as_str(), "2"),
    ];
    let told = clerk.submit(&list, &to, &set);
    assert_eq!(told.status, 422, "one number for two projects");
    let set = [
        (places[1].as_str(), "1"),
        (places[0].as_str(), "2"),
        (places[2].as_str(), "3"),
    ];
    let list = clerk.submit(&list, &to, &set);
    let told = clerk.post(
        &slate.path,
        &[("token", &slate.value("token")), ("list", "3")],
    );
    assert_eq!(told.status, 409, "not reviewed yet");
    let review = [("on", "2026-01-14"), ("how", "举手表决，全票通过")];
    let list = clerk.submit(&list, "/act/review", &review);
    clerk.submit(&list, "/act/fix", &[]);
    let slate = clerk.get(&slate.path);
    let saved = clerk.submit(&slate, "/slate", &[("list", "3")]);
    assert!(saved.says("候选3个，应选2个"), "{}", saved.text());
    let rules = clerk.get(&saved.path.replace("/slate", "/rules"));
    assert!(rules.says("常务委员会组成人员"), "{}", rules.text());
}
