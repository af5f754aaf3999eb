//! Candidate lists: order, review, the formal list, freezing with number, version and hash, and the
//! change of a frozen list by two people.

use minsheng::demo::DemoStage;

use super::library::library;
use crate::support::{Client, Hall, Page};

const LIST: &str = "/manage/candidate-lists/1";

fn places_of(page: &Page, action: &str) -> Vec<(String, String)> {
    let (_, fields) = page.form(action);
    let is_place = |name: &str| {
        name.strip_prefix('p')
            .is_some_and(|id| id.parse::<u32>().is_ok())
    };
    fields
        .into_iter()
        .filter(|(name, _)| is_place(name))
        .collect()
}

#[test]
fn a_list_is_ordered_by_numbers_and_buttons_and_shows_its_gaps_and_surplus() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(LIST);
    assert!(
        page.says("候选6个，应选4个，差额2个（50%）"),
        "{}",
        page.text()
    );
    assert!(
        page.says("通常差额为1至1个"),
        "compared with the habit: {}",
        page.text()
    );
    assert!(
        page.says("哈萨克文 未填"),
        "missing translations are seen: {}",
        page.text()
    );
    let page = clerk.submit(&page, "/act/reopen", &[]);
    let page = clerk.submit(&page, LIST, &[("places", "5"), ("move", "up-2")]);
    assert!(
        page.says("应选5个，差额1个（20%）") && page.says("符合通常做法"),
        "{}",
        page.text()
    );
    let order = places_of(&page, LIST);
    assert_eq!(order[0].0, "p2", "one line moved up: {order:?}");
    let page = clerk.submit(&page, LIST, &[("p6", "")]);
    assert!(
        page.says("候选5个") && page.says("还没有列入的候选项目"),
        "{}",
        page.text()
    );
    let token = page.value("token");
    let told = clerk.post(LIST, &[("token", &token), ("places", "1"), ("p7", "1")]);
    assert_eq!(told.status, 422);
    assert!(told.says("不是候选项目"), "{}", told.text());
    let told = clerk.submit(
        &page,
        "/act/review",
        &[("on", "2026-01-16"), ("how", "举手")],
    );
    assert!(told.says("不能晚于今天"), "{}", told.text());
    let told = clerk.submit(&page, "/act/review", &[("on", "2026-01-14"), ("how", "")]);
    assert!(told.says("请写明怎样决定的"), "{}", told.text());
    let page = clerk.submit(
        &page,
        "/act/review",
        &[("on", "2026-01-14"), ("how", "举手表决")],
    );
    assert!(
        page.says("2026年1月14日经常务委员会审议：举手表决"),
        "{}",
        page.text()
    );
    let told = clerk.post(LIST, &[("token", &token), ("places", "4"), ("p1", "1")]);
    assert_eq!(
        told.status, 409,
        "a reviewed list is not changed in passing"
    );
    let page = clerk.submit(&page, "/act/fix", &[]);
    assert!(page.says("正式名单"), "{}", page.text());
    let mut township = hall.signed_in("township-clerk");
    assert!(
        township
            .get("/manage/candidate-lists/2")
            .says("经主席团审议"),
        "a township's presidium"
    );
    assert_eq!(township.get(LIST).status, 404, "another congress's list");
}

fn act(client: &mut Client, act: &str) -> Page {
    let token = client.get("/manage/polls/1").value("token");
    let seen = client.seen(act).unwrap_or_default();
    let fields = [("token", token.as_str()), ("seen", &seen)];
    client.post(&format!("/manage/rounds/1/{act}"), &fields)
}

/// Opens the roll, declares the quorum and has the rules adopted, so that the slate can be frozen.
fn ready(hall: &Hall, clerk: &mut Client) {
    let page = clerk.get("/manage/sittings/1/roll");
    let page = clerk.submit(&page, "/manage/sittings/1/open-roll", &[]);
    let page = clerk.submit(&page, "/manage/sittings/1/roll", &[("all", "present")]);
    clerk.submit(&page, "/manage/sittings/1/declare-quorum", &[]);
    let page = clerk.get("/manage/polls/1");
    clerk.submit(&page, "/rules/adopt", &[]);
    assert!(hall.sitting().0 == 1);
}

#[test]
fn freezing_fixes_number_version_and_hash_of_the_list_and_asks_opinions_and_money_again() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    ready(&hall, &mut clerk);
    let page = clerk.get(LIST);
    clerk.submit(&page, "/act/reopen", &[]);
    act(&mut clerk, "freeze");
    let told = act(&mut chief, "freeze");
    assert_eq!(told.status, 409);
    assert!(told.says("第1号名单还不是正式名单"), "{}", told.text());
    let page = clerk.get(LIST);
    let page = clerk.submit(
        &page,
        "/act/review",
        &[("on", "2026-01-15"), ("how", "举手")],
    );
    clerk.submit(&page, "/act/fix", &[]);
    let page = clerk.get("/manage/projects/1/appraisal");
    let ask = [
        ("kind", "legality"),
        ("unit", "县司法局"),
        ("due_on", "2026-01-20"),
    ];
    let page = clerk.submit(&page, "/ask", &ask);
    let told = act(&mut chief, "freeze");
    assert!(
        told.says("由县司法局答复，2026-01-15已发出"),
        "asked anew: {}",
        told.text()
    );
    let html = page.html();
    let start = html.find("/manage/opinions/").unwrap();
    let opinion = clerk.get(html[start..].split('"').next().unwrap());
    clerk.submit(
        &opinion,
        "/manage/opinions/",
        &[("answer", "agrees"), ("on", "2026-01-15")],
    );
    let form = clerk.get("/manage/projects/1/edit");
    clerk.submit(
        &form,
        "/edit",
        &[("investment", "700"), ("need_this_year", "700")],
    );
    let told = act(&mut chief, "freeze");
    assert!(
        told.says("“牧道建设项目”本年资金未全部落实"),
        "{}",
        told.text()
    );
    let form = clerk.get("/manage/projects/1/edit");
    clerk.submit(
        &form,
        "/edit",
        &[("fund_amount_0", "700"), ("fund_year_0", "700")],
    );
    act(&mut clerk, "freeze");
    let done = act(&mut chief, "freeze");
    assert_eq!(done.status, 200, "{}", done.text());
    let list = clerk.get(LIST);
    assert!(list.says("已冻结") && list.says("第1版"), "{}", list.text());
    let html = list.html();
    let hash = html
        .split("<code>")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(hash.len(), 64);
    let slate = hall.stored("select slate from round where id = 1");
    assert!(
        slate.contains(&format!("list\t2026\t1\t1\t{hash}\n")),
        "{slate}"
    );
    assert!(
        clerk
            .get("/manage/polls/1/slate")
            .says("取自2026年第1号候选项目名单")
    );
    assert_eq!(
        clerk.get("/manage/projects/1/edit").path,
        "/manage/projects/1",
        "fixed with it"
    );
}

#[test]
fn a_frozen_list_changes_by_two_people_with_a_reason_and_never_once_the_box_is_sealed() {
    let hall = Hall::at(DemoStage::Frozen);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let page = clerk.get(LIST);
    let told = clerk.submit(&page, "/revision", &[("p6", "")]);
    assert_eq!(told.status, 422, "no reason");
    let told = clerk.submit(&page, "/revision", &[("reason", "资金落空")]);
    assert!(told.says("名单没有改动"), "{}", told.text());
    let set = [("p6", ""), ("reason", "资金落空")];
    let asked = clerk.submit(&page, "/revision", &set);
    assert!(
        asked.says("更改等待另一人确认") && asked.says("需要另一个人确认"),
        "{}",
        asked.text()
    );
    let token = asked.value("token");
    let told = clerk.post(&format!("{LIST}/revision/confirm"), &[("token", &token)]);
    assert_eq!(told.status, 409, "one account is never both");
    let before = hall.stored("select hex(slate_hash) from round where id = 1");
    let page = chief.get(LIST);
    let done = chief.submit(&page, "/revision/confirm", &[]);
    assert!(
        done.says("第2版") && done.says("资金落空") && done.says("候选5个"),
        "{}",
        done.text()
    );
    assert_ne!(
        hall.stored("select hex(slate_hash) from round where id = 1"),
        before
    );
    assert!(
        hall.stored("select slate from round where id = 1")
            .contains("list\t2026\t1\t2\t")
    );
    assert!(
        clerk.get("/manage/projects/6").says("候选"),
        "off the slate, a candidate again"
    );
    let set = [("p6", "1"), ("p1", ""), ("reason", "换回")];
    let page = chief.get(LIST);
    chief.submit(&page, "/revision", &set);
    let page = clerk.get(LIST);
    let page = clerk.submit(&page, "/revision/drop", &[]);
    assert!(!page.says("更改等待另一人确认"), "{}", page.text());
    act(&mut clerk, "seal");
    act(&mut chief, "seal");
    let page = clerk.get(LIST);
    let told = clerk.submit(&page, "/revision", &[("p1", ""), ("reason", "太迟")]);
    assert_eq!(told.status, 409);
    assert!(
        told.says("票箱已经按这份名单封箱") && told.says("只能作废本轮"),
        "{}",
        told.text()
    );
    let open = Hall::at(DemoStage::Open);
    let mut clerk = open.signed_in("qinghe-clerk");
    let page = clerk.get(LIST);
    let told = clerk.submit(&page, "/revision", &[("p1", ""), ("reason", "太迟")]);
    assert!(told.says("投票已经开始，名单不能再改"), "{}", told.text());
    assert!(clerk.get(&library(&open)).says("已冻结"));
}
