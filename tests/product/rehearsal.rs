//! A rehearsal: a marked copy with dummy deputies runs through the day and is proven wiped.

use crate::support::AsShown as _;
use domain::id::{RoundId, SittingId};
use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::officers::choose_pin;
use super::secrecy::texts;
use crate::support::{Client, Hall, Page, slips};

/// The rows of every table but the log, which a rehearsal may only make longer.
fn rows(hall: &Hall) -> Vec<String> {
    let tables = texts(
        hall.dir.path(),
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' \
         and name <> 'audit' and name <> 'sign_in' order by name",
    );
    let count = |table: String| {
        let sql = format!("select '{table}=' || count(*) from {table}");
        texts(hall.dir.path(), &sql).remove(0)
    };
    tables.into_iter().map(count).collect()
}

/// Presses an act with a PIN on the run-sheet; the box is sealed on a page of its own.
fn press(clerk: &mut Client, poll: &str, act: &str, officer: &str) -> Page {
    let sheet = clerk.get(poll);
    let page = if act == "seal" {
        let html = sheet.html();
        let at = html
            .split("href=\"")
            .find(|part| part.contains("/box\""))
            .unwrap();
        clerk.get(at.split('"').next().unwrap())
    } else {
        sheet
    };
    let fields = [("officer", officer), ("pin", "180926"), ("as", "pin")];
    let page = clerk.submit(&page, &format!("/{act}"), &fields);
    assert_eq!(page.status, 200, "{act}: {}", page.text());
    clerk.get(poll)
}

/// The public sees nothing of a rehearsal that runs, at no address.
fn no_address_tells_a_stranger_of_it(hall: &Hall) {
    let copies = hall.stored(
        "select group_concat(p.id || ' ' || s.id, ',') from poll as p \
         join session as s on s.id = p.session join congress as c on c.id = s.congress \
         where c.rehearsal_of is not null",
    );
    let (poll, session) = copies.split_once(' ').unwrap();
    for path in [format!("/polls/{poll}"), format!("/sessions/{session}")] {
        let told = hall.client().get(&path);
        assert!(
            told.status == 404 && !told.says("演练"),
            "{path}: {}",
            told.text()
        );
    }
}

#[test]
fn a_rehearsal_runs_through_the_day_and_is_proven_wiped() {
    let hall = Hall::at(DemoStage::Frozen);
    choose_pin(&hall, "演示监票人", "180926");
    let before = rows(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1/rehearsal");
    let sheet = clerk.submit(&page, "/manage/polls/1/rehearsal", &[]);
    no_address_tells_a_stranger_of_it(&hall);
    assert!(
        sheet.says("这是演练，不计入任何结果") && sheet.says("演练·青河县"),
        "{}",
        sheet.text()
    );
    assert!(
        sheet.says("下一步:验箱封箱"),
        "the day begins at sealing: {}",
        sheet.text()
    );
    let poll = sheet.path.clone();
    let two = clerk.get("/manage/polls/1/rehearsal");
    assert!(two.says("本单位正在演练"), "{}", two.text());
    assert!(
        !hall.client().get("/").says("演练"),
        "the public sees nothing of it"
    );

    // The scrutineer's PIN serves the rehearsal too.
    let html = sheet.html();
    let at = html
        .split("href=\"")
        .find(|part| part.contains("/box\""))
        .unwrap();
    let html = clerk.get(at.split('"').next().unwrap()).html();
    let officer = html.split("<option value=\"").nth(1).unwrap();
    let officer = officer.split('"').next().unwrap().to_owned();
    press(&mut clerk, &poll, "seal", &officer);
    press(&mut clerk, &poll, "start-issuing", &officer);
    let page = clerk.get(&poll);
    let html = page.html();
    let slips = html
        .split("href=\"")
        .find(|part| part.contains("/slips\""))
        .unwrap();
    let table = slips.split('"').next().unwrap().to_owned();
    let number = table.split('/').nth(3).unwrap().parse().unwrap();
    let people = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let people = (&people.0, &people.1);
    let printed = slips::print(&hall.service, SittingId(number), people, 12);
    let code = hall.run(printed).remove(0).scanned;
    let page = clerk.get(&table);
    clerk.submit(&page, "/slips/issue", &[("all", "yes")]);
    press(&mut clerk, &poll, "open-vote", &officer);
    let mut phone = hall.client();
    let ballot = phone.get(&format!("/b/{code}"));
    assert!(
        ballot.says("演练·青河县"),
        "a phone sees what it is: {}",
        ballot.text()
    );
    let page = clerk.get(&format!("{poll}/rehearsal"));
    let mut sheet = clerk.submit(&page, "/rehearsal/votes", &[]);
    // The number moves in steps of three seconds.
    for _ in 0..50 {
        if sheet.says("已投12") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
        sheet = clerk.get(&poll);
    }
    assert!(sheet.says("已投12"), "{}", sheet.text());
    press(&mut clerk, &poll, "close-vote", &officer);
    press(&mut clerk, &poll, "confirm-account", &officer);
    press(&mut clerk, &poll, "open-box", &officer);
    let counted = press(&mut clerk, &poll, "count", &officer);
    assert!(counted.says("已计票"), "{}", counted.text());
    let page = clerk.get(&poll);
    if page.has_form("/certify") {
        let fields = [
            ("officer", officer.as_str()),
            ("pin", "180926"),
            ("as", "pin"),
        ];
        let told = clerk.submit(&page, "/certify", &fields);
        assert!(
            told.says("演练到计票为止，不认证、不发布"),
            "{}",
            told.text()
        );
    }

    let page = clerk.get(&format!("{poll}/rehearsal"));
    let proof = clerk.submit(&page, "/rehearsal/wipe", &[]);
    assert!(proof.says("剩余行数都是0"), "{}", proof.text());
    for table in [
        "congress",
        "deputy",
        "slip",
        "opened_paper",
        "act_done",
        "officer",
    ] {
        assert!(
            proof.html().contains(&format!("<code>{table}</code>")),
            "{table}"
        );
    }
    assert_eq!(rows(&hall), before, "every table is as it was before");
    assert_eq!(clerk.get(&poll).status, 404, "nothing of it is there");
    let log = texts(
        hall.dir.path(),
        "select line from audit where kind like 'rehearsal-%'",
    );
    assert!(
        log[0].contains("poll=1") && log[1].contains("left=0"),
        "{log:?}"
    );
    let foreign = texts(
        hall.dir.path(),
        "select kind from audit where congress is not null and \
        congress not in (select id from congress)",
    );
    assert!(
        foreign.is_empty(),
        "the log of the congress keeps what was done: {foreign:?}"
    );
}

#[test]
fn nothing_real_is_wiped_and_a_rehearsal_is_not_copied() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let token = clerk.get("/manage/polls/1").value("token");
    let before = rows(&hall);
    for address in [
        "/manage/polls/1/rehearsal/wipe",
        "/manage/polls/1/rehearsal/votes",
    ] {
        let told = clerk.post(address, &[("token", &token)]);
        assert_eq!(told.status, 409, "{address}");
        assert!(told.says("这不是演练"), "{}", told.text());
    }
    assert_eq!(rows(&hall), before);
    let sheet = clerk.post("/manage/polls/1/rehearsal", &[("token", &token)]);
    let told = clerk.post(&format!("{}/rehearsal", sheet.path), &[("token", &token)]);
    assert!(told.says("不能再复制"), "{}", told.text());
    let told = clerk.post("/manage/polls/1/rehearsal", &[("token", &token)]);
    assert!(told.says("已有一次演练"), "{}", told.text());
    let mut scrutineer = hall.signed_in("qinghe-scrutineer");
    let token = scrutineer.get("/manage/polls/1").value("token");
    let told = scrutineer.post(
        &format!("{}/rehearsal/wipe", sheet.path),
        &[("token", &token)],
    );
    assert_eq!(told.status, 403, "the clerk wipes it");
}

#[test]
fn in_a_real_prefecture_only_a_rehearsals_key_may_lie_in_the_server_and_its_pages_say_so() {
    let hall = Hall::at(DemoStage::Frozen);
    let console = domain::access::Actor::console();
    hall.run(hall.service.name_prefecture(&console, "地区", false))
        .unwrap();
    let officer = choose_pin(&hall, "演示监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(
        !clerk
            .get("/manage/rounds/1/box")
            .html()
            .contains("value=\"server\"")
    );
    let page = clerk.get("/manage/polls/1/rehearsal");
    let sheet = clerk.submit(&page, "/manage/polls/1/rehearsal", &[]);
    let html = sheet.html();
    let mut links = html
        .split("href=\"")
        .map(|part| part.split('"').next().unwrap());
    let at = links
        .find(|link| link.ends_with("/box"))
        .unwrap()
        .to_owned();
    let page = clerk.get(&at);
    assert!(
        page.says("存在服务器上（只用于演示、演练，不保密）"),
        "{}",
        page.text()
    );
    let html = page.html();
    let theirs = html.split("<option value=\"").nth(1).unwrap();
    let theirs = theirs.split('"').next().unwrap();
    let fields = [
        ("holding", "server"),
        ("officer", theirs),
        ("pin", "180926"),
        ("as", "pin"),
    ];
    let page = clerk.submit(&page, "/seal", &fields);
    assert!(
        page.says("演示、演练：钥匙存在服务器的文件里"),
        "{}",
        page.text()
    );
    assert!(page.says("正式会议不能这样封箱"), "{}", page.text());
    let page = clerk.get("/manage/rounds/1/box");
    let fields = [
        ("holding", "server"),
        ("officer", officer.as_str()),
        ("pin", "180926"),
        ("as", "pin"),
    ];
    let told = clerk.submit(&page, "/seal", &fields);
    assert!(told.says("只能用于演示"), "the real one: {}", told.text());
}

#[test]
fn a_rehearsal_that_was_voided_is_wiped_too() {
    let hall = Hall::at(DemoStage::Frozen);
    let before = rows(&hall);
    let clerk = hall.actor("qinghe-clerk");
    let started = hall.service.start_rehearsal(&clerk, hall.poll(), "演练 · ");
    let poll = hall.run(started).unwrap();
    let newest = hall.stored("select cast(max(id) as text) from round");
    let round = RoundId(newest.parse().unwrap());
    for who in ["qinghe-clerk", "qinghe-chief"] {
        let who = hall.actor(who);
        let void = hall.service.act_shown(&who, round, RoundAct::Void, "重来");
        hall.run(void).unwrap();
    }
    let clerk = hall.actor("qinghe-clerk");
    let (_, wiped) = hall.run(hall.service.wipe_rehearsal(&clerk, poll)).unwrap();
    assert!(
        !wiped.is_empty() && wiped.iter().all(|one| one.left == 0),
        "{wiped:?}"
    );
    assert_eq!(rows(&hall), before, "the real poll is as it was");
}
