//! The project library: a clerk enters and edits projects, two clerks meet on one, files go out and
//! in, what was not selected returns.

use domain::access::{Actor, Role};
use minsheng::demo::DemoStage;
use service::people::accounts::NewAccount;

use crate::support::{Client, Hall, Page};

/// The address of 青河县's library of 2026.
pub(crate) fn library(hall: &Hall) -> String {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    format!("/manage/congresses/{congress}/projects/2026")
}

/// A second clerk of 青河县, signed in.
pub(crate) fn second_clerk(hall: &Hall) -> Client {
    let password = "another clerk's password";
    let new = NewAccount {
        username: "qinghe-clerk-2".to_owned(),
        name: "工作人员 002".to_owned(),
        password: password.to_owned(),
        must_change: false,
        role: Role::Clerk,
        congress: Some("qinghe".to_owned()),
    };
    hall.run(hall.service.create_account(&Actor::console(), new))
        .unwrap();
    let mut client = hall.client();
    let fields = [("username", "qinghe-clerk-2"), ("password", password)];
    assert_eq!(client.post("/sign-in", &fields).status, 200);
    client
}

const NEW: &[(&str, &str)] = &[
    ("name", "旱厕改造"),
    ("summary", "改造户厕300座，方便群众300户"),
    ("category", "environment"),
    ("investment", "48 万"),
    ("fund_kind_0", "own_budget"),
    ("fund_source_0", "县财政"),
    ("fund_amount_0", "４８"),
    ("fund_secured_0", "yes"),
    ("beneficiary_count", "约1,200人"),
    ("lead_unit", "县农业农村局"),
    ("finish_by", "2026年9月30日"),
    ("origin", "residents"),
];

/// Enters a project and answers with its page.
pub(crate) fn entered(hall: &Hall, clerk: &mut Client, more: &[(&str, &str)]) -> Page {
    let page = clerk.get(&format!("{}/new", library(hall)));
    let mut fields = NEW.to_vec();
    for one in more {
        fields.retain(|(name, _)| *name != one.0);
        fields.push(*one);
    }
    let made = clerk.submit(&page, "/new", &fields);
    assert_eq!(made.status, 200, "{}", made.text());
    made
}

#[test]
fn a_clerk_enters_a_project_and_edits_it_and_every_change_stays_on_its_page() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = entered(&hall, &mut clerk, &[]);
    assert!(page.path.starts_with("/manage/projects/"), "{}", page.path);
    assert!(
        page.says("QINGHE2026-10"),
        "it is numbered: {}",
        page.text()
    );
    for told in ["旱厕改造", "48万元", "1200", "人居环境", "群众", "在库"] {
        assert!(page.says(told), "{told}: {}", page.text());
    }
    let form = clerk.get(&format!("{}/edit", page.path));
    assert!(
        form.html().contains("value=\"48\""),
        "money is shown as it is typed"
    );
    let set = [
        ("place", "阿热勒镇"),
        ("investment", "0.0050亿"),
        ("need_this_year", "48"),
    ];
    let saved = clerk.submit(&form, "/edit", &set);
    assert!(
        saved.says("阿热勒镇") && saved.says("50万元"),
        "{}",
        saved.text()
    );
    let history = clerk.get(&format!("{}/history", page.path));
    for told in [
        "地点",
        "阿热勒镇",
        "总投资",
        "48万元50万元",
        "2026-01-15 12:00",
    ] {
        assert!(history.says(told), "{told}: {}", history.text());
    }
    let form = clerk.get(&format!("{}/edit", page.path));
    let again = clerk.submit(&form, "/edit", &[]);
    assert_eq!(again.status, 200);
    let same = clerk.get(&format!("{}/history", page.path));
    assert_eq!(
        same.text(),
        history.text(),
        "saving what stands changes nothing"
    );
}

#[test]
fn a_refused_form_says_what_is_wrong_at_its_field_and_keeps_what_was_typed() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&format!("{}/new", library(&hall)));
    for (name, value, told) in [
        ("investment", "-48", "不能为负数"),
        ("investment", "2000亿", "超出可保存的金额"),
        ("investment", "约48", "不是金额"),
        ("fund_amount_0", "48.0000001", "不足一分"),
        ("need_this_year", "49", "不能超过总投资"),
        ("fund_year_0", "50", "不能超过总额"),
        ("name", "旱厕\u{202e}造改", "看不见的控制字符（U+202E）"),
        ("name", "<script>alert(1)</script>", "不能有尖括号"),
        ("name", "", "请填写这一项"),
        ("beneficiary_count", "很多", "不是人数"),
        ("code", "QH2026-01", "已被另一个项目使用"),
    ] {
        let mut fields = NEW.to_vec();
        fields.retain(|(known, _)| *known != name);
        fields.push((name, value));
        let told_page = clerk.submit(&page, "/new", &fields);
        assert_eq!(told_page.status, 422, "{name}={value}");
        assert!(told_page.says(told), "{name}={value}: {}", told_page.text());
        let field = if name == "fund_year_0" { "funds" } else { name };
        assert!(
            told_page.html().contains(&format!("href=\"#{field}\"")),
            "{name}={value}"
        );
        assert!(
            told_page
                .html()
                .contains("value=\"改造户厕300座，方便群众300户\""),
            "what was typed stays"
        );
        assert!(
            !told_page.html().contains("<script>alert"),
            "nothing typed becomes markup"
        );
    }
    let hint = entered(&hall, &mut clerk, &[("name", "\u{200f}旱厕改造\u{200e}")]);
    assert!(
        hint.html().contains(">旱厕改造<"),
        "hints of direction are cleaned away"
    );
}

#[test]
fn amounts_are_read_forgivingly_and_exactly() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    for (number, (typed, shown)) in [
        ("48 万", "48万元"),
        ("0.48亿", "4800万元"),
        ("480,000.5", "480000.5万元"),
        ("４８０．５", "480.5万元"),
        ("480000元", "48万元"),
    ]
    .iter()
    .enumerate()
    {
        let name = format!("金额{number}");
        let more = [
            ("name", name.as_str()),
            ("investment", typed),
            ("fund_amount_0", ""),
        ];
        let page = entered(
            &hall,
            &mut clerk,
            &[more[0], more[1], more[2], ("fund_source_0", "")],
        );
        assert!(page.says(shown), "{typed}: {}", page.text());
    }
}

#[test]
fn two_clerks_on_one_project_see_both_texts_and_lose_neither() {
    let hall = Hall::at(DemoStage::Draft);
    let mut one = hall.signed_in("qinghe-clerk");
    let mut two = second_clerk(&hall);
    let first = one.get("/manage/projects/1/edit");
    let second = two.get("/manage/projects/1/edit");
    let saved = one.submit(
        &first,
        "/edit",
        &[("place", "查干郭勒乡"), ("leader", "副县长 001")],
    );
    assert_eq!(saved.path, "/manage/projects/1");
    let mine = [("place", "阿热勒镇"), ("scale", "牧道90公里")];
    let told = two.submit(&second, "/edit", &mine);
    assert_eq!(told.status, 409, "{}", told.text());
    for text in [
        "萨尔托海乡、查干郭勒乡、阿热勒镇",
        "查干郭勒乡",
        "阿热勒镇",
        "副县长 001",
        "牧道86公里",
        "牧道90公里",
    ] {
        assert!(told.says(text), "{text}: {}", told.text());
    }
    assert!(told.says("您的，请核对"), "one field is contested");
    let (_, fields) = told.form("/edit");
    let value = |name: &str| {
        let found = fields.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).unwrap()
    };
    assert_eq!(
        value("place"),
        "阿热勒镇",
        "mine is kept where both changed it"
    );
    assert_eq!(value("leader"), "副县长 001", "theirs where only they did");
    assert_eq!(value("scale"), "牧道90公里");
    let saved = two.submit(&told, "/edit", &[]);
    for text in ["阿热勒镇", "副县长 001", "牧道90公里"] {
        assert!(saved.says(text), "{text}: {}", saved.text());
    }
    let history = two.get("/manage/projects/1/history").squeezed();
    assert!(
        history.contains("查干郭勒乡阿热勒镇"),
        "both saves stand in the history: {history}"
    );
}

#[test]
fn a_long_history_is_read_a_page_at_a_time_and_a_save_writes_no_words_anew() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = entered(&hall, &mut clerk, &[]);
    let address = page.path;
    let id = address.rsplit('/').next().unwrap();
    let form = clerk.get(&format!("{address}/edit"));
    assert_eq!(
        clerk.submit(&form, "/edit", &[("note", "第 1 次")]).status,
        200
    );
    let words = "select group_concat(hex(block), '') from project_words_data";
    let before = hall.stored(words);
    for time in 2..=230 {
        let sql = format!(
            "insert into project_change (project, version, at, field, before, after) \
             values ({id}, {time} + 1, 0, 'note', '第 {} 次', '第 {time} 次')",
            time - 1
        );
        hall.write_past(&sql);
    }
    let newest = clerk.get(&format!("{address}/history"));
    assert!(newest.says("第 230 次") && newest.says("第 131 次"));
    let (mut page, mut rows, mut pages) = (newest, 0, 0);
    let link = format!("href=\"{address}/history?before=");
    loop {
        rows += page.html().matches("<tr>").count() - 1;
        pages += 1;
        let html = page.html();
        let Some((_, older)) = html.split_once(&link) else {
            break;
        };
        let version = older.split('"').next().unwrap();
        page = clerk.get(&format!("{address}/history?before={version}"));
        assert!(pages < 10, "it ends");
    }
    let all: usize = hall
        .stored(&format!(
            "select cast(count(*) as text) from project_change where project = {id}"
        ))
        .parse()
        .unwrap();
    assert_eq!((rows, pages), (all, 3), "every change once");
    // A note is in no search.
    let form = clerk.get(&format!("{address}/edit"));
    let saved = clerk.submit(&form, "/edit", &[("note", "另一句")]);
    assert_eq!(saved.status, 200, "{}", saved.text());
    assert_eq!(hall.stored(words), before);
    let form = clerk.get(&format!("{address}/edit"));
    clerk.submit(&form, "/edit", &[("name", "卫生厕所改造")]);
    assert_ne!(hall.stored(words), before);
    let list = clerk.get(&format!("{}?search=卫生厕所", library(&hall)));
    assert!(list.says("卫生厕所改造"), "{}", list.text());
}

#[test]
fn what_is_taken_over_from_paper_keeps_the_notice_that_chose_it() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = entered(&hall, &mut clerk, &[("code", "T-1")]);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let actor = hall.actor("qinghe-clerk");
    let take = |codes: &[&str], document: &str| {
        let codes = codes.iter().map(|code| (*code).to_owned()).collect();
        let taken = hall
            .service
            .take_over(&actor, congress, 2026, codes, document);
        hall.run(taken)
    };
    take(&["T-1"], " ").unwrap_err();
    take(&["T-1", "T-2"], "公告〔2025〕第3号").unwrap_err();
    let history = clerk.get(&format!("{}/history", page.path));
    assert!(!history.says("选定的依据"), "all or nothing");
    assert_eq!(take(&["T-1"], "公告〔2025〕第3号").unwrap(), 1);
    let history = clerk.get(&format!("{}/history", page.path));
    assert!(
        history.says("选定的依据") && history.says("公告〔2025〕第3号"),
        "{}",
        history.text()
    );
}

#[test]
fn a_list_is_searched_by_two_characters_and_its_filters_stay_in_the_address() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let base = library(&hall);
    let find = |clerk: &mut Client, query: &str| clerk.get(&format!("{base}?{query}"));
    let page = find(&mut clerk, "q=%E7%89%A7%E9%81%93"); // 牧道
    assert!(
        page.says("共1个项目") && page.says("牧道建设项目"),
        "{}",
        page.text()
    );
    let page = find(
        &mut clerk,
        "q=%EF%BC%B1%EF%BC%A8%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96%EF%BC%8D0%20%E9%A5%AE%E6%B0%B4",
    );
    assert!(
        page.says("共2个项目"),
        "wide letters and two words: {}",
        page.text()
    );
    let page = find(&mut clerk, "stage=candidate&category=education");
    assert!(
        page.says("共1个项目") && page.says("寄宿制学校食堂改造"),
        "{}",
        page.text()
    );
    assert!(
        page.html().contains("value=\"education\" selected"),
        "the filter is shown"
    );
    let page = find(&mut clerk, "q=%E6%B2%A1%E6%9C%89");
    assert!(page.says("没有符合条件的项目"), "{}", page.text());
}

#[test]
fn an_exported_library_is_imported_without_changing_anything() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let actor = hall.actor("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let history = |clerk: &mut Client| -> Vec<String> {
        (1..=9)
            .map(|id| clerk.get(&format!("/manage/projects/{id}/history")).text())
            .collect()
    };
    let before = history(&mut clerk);
    let base = format!("/manage/files/{congress}/projects-2026");
    for format in ["csv", "xlsx"] {
        let file = clerk.get(&format!("{base}/export/{format}"));
        assert_eq!(file.status, 200);
        let import = hall
            .service
            .import_projects(&actor, congress, 2026, &file.body);
        assert_eq!(hall.run(import).unwrap(), 9);
        let again = clerk.get(&format!("{base}/export/{format}"));
        assert_eq!(again.body, file.body, "{format}");
    }
    assert_eq!(history(&mut clerk), before, "no change, no row of history");
    let file = "项目编号,项目名称,一句话说明,投资（万元）\nQH2026-01,牧道建设项目,一句话,700\n";
    let import = hall
        .service
        .import_projects(&actor, congress, 2026, file.as_bytes());
    hall.run(import).unwrap();
    let page = clerk.get("/manage/projects/1");
    assert!(
        page.says("700万元") && page.says("萨尔托海乡"),
        "what a file does not say stays"
    );
    assert_eq!(clerk.get(&format!("{base}/export/pdf")).status, 404);
}

#[test]
fn a_merged_project_keeps_who_asked_and_no_merge_closes_a_circle() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let one = entered(&hall, &mut clerk, &[("code", "M-1"), ("origin", "station")]);
    let two = entered(
        &hall,
        &mut clerk,
        &[("code", "M-2"), ("name", "改厕"), ("origin", "residents")],
    );
    for (into, told) in [
        ("M-1", "不能并入自己"),
        ("QH2026-99", "没有编号为“QH2026-99”的在库项目"),
    ] {
        let page = clerk.get(&one.path);
        let page = clerk.submit(&page, "/merge", &[("into", into)]);
        assert_eq!(page.status, 422);
        assert!(page.says(told), "{}", page.text());
    }
    let page = clerk.get(&one.path);
    let merged = clerk.submit(&page, "/merge", &[("into", "M-2"), ("reason", "同一件事")]);
    assert!(
        merged.says("已合并") && merged.says("同一件事"),
        "{}",
        merged.text()
    );
    let origins = clerk.get(&format!("{}/origins", two.path));
    assert!(
        origins.says("代表家站·随并入的项目：M-1"),
        "{}",
        origins.text()
    );
    let page = clerk.get(&two.path);
    let circle = clerk.submit(&page, "/merge", &[("into", "M-1")]);
    assert!(circle.says("不能循环合并"), "{}", circle.text());
}

#[test]
fn translations_are_typed_by_one_and_checked_by_another() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut other = second_clerk(&hall);
    let page = clerk.get("/manage/projects/1/translations");
    assert!(page.says("未填"), "{}", page.text());
    let told = clerk.submit(&page, "/translations/kk-Arab", &[("name", "Мал жолы")]);
    assert_eq!(told.status, 422);
    assert!(
        told.says("阿拉伯字母") && told.html().contains("Мал жолы"),
        "{}",
        told.text()
    );
    let page = clerk.submit(&page, "/translations/kk-Arab", &[("name", "حالىق تۇرمىسى")]);
    assert!(page.says("待核对"), "{}", page.text());
    let told = clerk.submit(&page, "/translations/kk-Arab/check", &[]);
    assert_eq!(told.status, 409);
    assert!(told.says("请另一个人核对"), "{}", told.text());
    let page = other.get("/manage/projects/1/translations");
    let page = other.submit(&page, "/translations/kk-Arab/check", &[]);
    assert!(page.says("已核对"), "{}", page.text());
    let history = clerk.get("/manage/projects/1/history");
    assert!(
        history.says("哈萨克文 名称译文") && history.says("حالىق تۇرمىسى"),
        "{}",
        history.text()
    );
}

#[test]
fn what_was_not_selected_returns_next_year_with_one_touch_and_its_result() {
    let hall = Hall::at(DemoStage::Published);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let base = library(&hall);
    let lost = clerk.get(&format!("{base}?stage=not_selected"));
    assert!(lost.says("共2个项目"), "{}", lost.text());
    let page = clerk.get("/manage/projects/6");
    assert!(page.says("未入选"), "{}", page.text());
    assert_eq!(
        clerk.get("/manage/projects/6/edit").path,
        "/manage/projects/6",
        "its text is fixed"
    );
    let new = clerk.submit(&page, "/act/return", &[]);
    assert!(
        new.says("QINGHE2027-01") && new.says("背街小巷夜间照明工程"),
        "{}",
        new.text()
    );
    assert!(
        new.says("210万元") && new.says("居民约6100人") && new.says("在库"),
        "nothing retyped"
    );
    let origins = clerk.get(&format!("{}/origins", new.path));
    assert!(
        origins.says("2026年得赞成票") && origins.says("需要8票"),
        "{}",
        origins.text()
    );
    assert!(
        origins.says("2026年的项目：QH2026-06"),
        "{}",
        origins.text()
    );
    let page = clerk.get("/manage/projects/6");
    assert!(!page.has_form("/act/return"), "once is enough");
    let token = page.value("token");
    let told = clerk.post("/manage/projects/6/act/return", &[("token", &token)]);
    assert_eq!(told.status, 409);
    assert!(
        told.says("已经转入下一年，编号QINGHE2027-01"),
        "{}",
        told.text()
    );
    let chosen = clerk.get("/manage/projects/1");
    assert!(
        chosen.says("入选") && !chosen.has_form("/act/"),
        "{}",
        chosen.text()
    );
}

#[test]
fn everybody_reads_a_project_from_its_frozen_slate_on_and_the_result_once_published() {
    let draft = Hall::at(DemoStage::Draft);
    let told = draft.client().get("/projects/QH2026-01");
    assert_eq!(told.status, 404, "a candidate is not public yet");
    let open = Hall::at(DemoStage::Open);
    let page = open.client().get("/projects/QH2026-01");
    for text in [
        "牧道建设项目",
        "萨尔托海乡",
        "5200",
        "本级财政",
        "县财政",
        "680万元",
        "群众",
        "已列入名单",
    ] {
        assert!(page.says(text), "{text}: {}", page.text());
    }
    assert!(
        page.says("票决结果公布后在此显示") && !page.says("演示演示"),
        "{}",
        page.text()
    );
    let certified = Hall::at(DemoStage::Certified);
    let page = certified.client().get("/projects/1");
    assert!(
        page.says("已列入名单") && !page.says("得赞成票"),
        "certified is not published: {}",
        page.text()
    );
    let published = Hall::at(DemoStage::Published);
    let page = published.client().get("/projects/QH2026-06");
    assert!(
        page.says("未入选") && page.says("得赞成票"),
        "{}",
        page.text()
    );
    assert_eq!(published.client().get("/projects/QH2026-07").status, 404);
}
