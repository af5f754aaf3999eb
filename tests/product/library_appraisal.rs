//! Screening and appraisal: the list of what is allowed, opinions of units with deadlines, the
//! conclusion with its reasons.

use minsheng::demo::DemoStage;

use super::library::{entered, library};
use crate::support::{Client, Hall, Page};

const CHECKS: [&str; 7] = [
    "burden",
    "debt",
    "stability",
    "ordered",
    "routine",
    "public_money",
    "in_time",
];

/// Answers every item, one of them as given.
fn screened(clerk: &mut Client, page: &Page, unmet: &str) -> Page {
    let names: Vec<String> = CHECKS
        .iter()
        .map(|check| format!("check_{check}"))
        .collect();
    let answers: Vec<(&str, &str)> = names
        .iter()
        .zip(CHECKS)
        .map(|(name, check)| (name.as_str(), if check == unmet { "no" } else { "yes" }))
        .collect();
    let (to, _) = page.form("/appraisal");
    clerk.submit(page, &to, &answers)
}

fn concluded(clerk: &mut Client, page: &Page, conclusion: &str, exception: &str) -> Page {
    let fields = [
        ("conclusion", conclusion),
        ("reason", "群众急需"),
        ("exception", exception),
    ];
    clerk.submit(page, "/conclude", &fields)
}

#[test]
fn a_project_becomes_a_candidate_only_when_nothing_stands_against_it() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let project = entered(&hall, &mut clerk, &[]);
    let page = clerk.submit(&project, "/act/start-appraisal", &[]);
    assert!(
        page.path.ends_with("/appraisal") && page.says("论证中"),
        "{}",
        page.text()
    );
    assert!(
        page.says("按资金来源计算，财政资金超过一半"),
        "the sheet hints: {}",
        page.text()
    );
    let told = clerk.submit(&page, "/conclude", &[("reason", "")]);
    assert!(told.says("说明") && told.status == 422, "{}", told.text());
    let told = concluded(&mut clerk, &page, "pass", "");
    assert_eq!(told.status, 409);
    assert!(
        told.says("清单未审查：不增加群众和企业负担"),
        "{}",
        told.text()
    );
    assert!(told.says("还没有征求合法性审查意见"), "{}", told.text());
    let page = screened(&mut clerk, &told, "burden");
    let told = concluded(&mut clerk, &page, "pass", "");
    assert!(
        told.says("不符合清单：增加群众或企业负担"),
        "{}",
        told.text()
    );
    let page = screened(&mut clerk, &told, "");
    let ask = [
        ("kind", "legality"),
        ("unit", "县司法局"),
        ("due_on", "2026-01-20"),
    ];
    let page = clerk.submit(&page, "/ask", &ask);
    let told = concluded(&mut clerk, &page, "pass", "");
    assert_eq!(told.status, 409);
    assert!(
        told.says("合法性审查尚未答复：由县司法局答复，2026-01-15已发出"),
        "who and since when: {}",
        told.text()
    );
    let again = clerk.submit(&told, "/ask", &ask);
    assert!(
        again.says("县司法局自2026-01-15起尚未答复"),
        "{}",
        again.text()
    );
    let link = again.html();
    let start = link.find("/manage/opinions/").unwrap();
    let opinion = clerk.get(link[start..].split('"').next().unwrap());
    let told = clerk.submit(&opinion, "/manage/opinions/", &[("answer", "agrees")]);
    assert!(told.says("请填写纸质答复的日期"), "{}", told.text());
    let late = [("answer", "objects"), ("on", "2026-01-16")];
    let told = clerk.submit(&opinion, "/manage/opinions/", &late);
    assert!(
        told.says("不能晚于今天") && told.says("请写明内容"),
        "{}",
        told.text()
    );
    let paper = [("answer", "agrees"), ("on", "2026-01-15"), ("text", "合法")];
    let done = clerk.submit(&opinion, "/manage/opinions/", &paper);
    assert!(
        done.says("同意") && done.says("纸质答复"),
        "{}",
        done.text()
    );
    let page = clerk.get(&format!("{}/appraisal", project.path));
    assert!(page.says("条件齐备，可以列为候选"), "{}", page.text());
    let page = concluded(&mut clerk, &page, "pass", "");
    assert!(
        page.says("候选") && page.says("群众急需"),
        "{}",
        page.text()
    );
    let sheet = clerk.get(&format!("{}/appraisal/sheet", project.path));
    for told in [
        "民生实事项目论证表",
        "县司法局",
        "合法",
        "通过，列为候选",
        "负责领导：",
        "本级财政",
    ] {
        assert!(sheet.says(told), "{told}: {}", sheet.text());
    }
}

#[test]
fn missing_money_needs_a_stated_exception() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let project = entered(&hall, &mut clerk, &[("fund_amount_0", "30")]);
    let funds = clerk.get(&format!("{}/funds", project.path));
    assert!(funds.says("本年资金还差18万元"), "{}", funds.text());
    assert!(
        funds.says("各来源合计30万元，与总投资48万元不一致"),
        "{}",
        funds.text()
    );
    let page = clerk.submit(&project, "/act/start-appraisal", &[]);
    let page = screened(&mut clerk, &page, "");
    let ask = [
        ("kind", "legality"),
        ("unit", "县司法局"),
        ("due_on", "2026-01-20"),
    ];
    let page = clerk.submit(&page, "/ask", &ask);
    let link = page.html();
    let start = link.find("/manage/opinions/").unwrap();
    let opinion = clerk.get(link[start..].split('"').next().unwrap());
    let paper = [("answer", "agrees"), ("on", "2026-01-15")];
    clerk.submit(&opinion, "/manage/opinions/", &paper);
    let page = clerk.get(&format!("{}/appraisal", project.path));
    let told = concluded(&mut clerk, &page, "pass", "");
    assert_eq!(told.status, 409);
    assert!(told.says("本年资金未全部落实"), "{}", told.text());
    let done = concluded(&mut clerk, &told, "pass", "专项资金三月下达");
    assert!(done.says("特别说明：专项资金三月下达"), "{}", done.text());
}

#[test]
fn an_appraisal_sends_back_or_declines_with_its_reasons() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let project = entered(&hall, &mut clerk, &[]);
    let page = clerk.submit(&project, "/act/start-appraisal", &[]);
    let page = concluded(&mut clerk, &page, "send-back", "");
    assert!(
        page.says("退回修改") && page.says("在库"),
        "{}",
        page.text()
    );
    let page = clerk.submit(&page, "/act/start-appraisal", &[]);
    concluded(&mut clerk, &page, "decline", "");
    let page = clerk.get(&project.path);
    assert!(page.says("不予采纳：群众急需"), "{}", page.text());
    let page = clerk.submit(&page, "/act/reopen", &[]);
    assert!(page.says("在库"), "{}", page.text());
}

#[test]
fn a_unit_answers_its_own_opinions_and_sees_no_others() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let project = entered(&hall, &mut clerk, &[]);
    let page = clerk.submit(&project, "/act/start-appraisal", &[]);
    let mine = [
        ("kind", "land"),
        ("unit", "县农业农村局"),
        ("due_on", "2026-01-16"),
    ];
    let page = clerk.submit(&page, "/ask", &mine);
    let theirs = [
        ("kind", "budget"),
        ("unit", "县财政局"),
        ("due_on", "2026-01-16"),
    ];
    let page = clerk.submit(&page, "/ask", &theirs);
    let links: Vec<String> = page
        .html()
        .split("/manage/opinions/")
        .skip(1)
        .map(|part| format!("/manage/opinions/{}", part.split('"').next().unwrap()))
        .collect();
    let list = library(&hall).replace("/projects/2026", "/opinions");
    let mut unit = hall.signed_in("qinghe-u1");
    let page = unit.get(&list);
    assert!(
        page.says("等待答复1件") && page.says("旱厕改造"),
        "{}",
        page.text()
    );
    assert_eq!(unit.get(&links[1]).status, 404, "another unit's");
    assert_eq!(
        unit.get(&project.path).status,
        403,
        "the library is the office's"
    );
    let form = unit.get(&links[0]);
    let told = unit.submit(&form, &links[0], &[("answer", "conditions"), ("text", "")]);
    assert_eq!(told.status, 422);
    let done = unit.submit(
        &form,
        &links[0],
        &[("answer", "conditions"), ("text", "避开草场")],
    );
    assert!(
        done.says("有条件同意") && done.says("避开草场") && !done.says("纸质"),
        "{}",
        done.text()
    );
    let token = form.value("token");
    let twice = [("token", token.as_str()), ("answer", "agrees")];
    assert_eq!(unit.post(&links[0], &twice).status, 409, "answered once");
    assert!(
        unit.get(&list).says("已答复"),
        "it stays on the unit's list"
    );
    hall.on("2026-01-19");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let late = clerk.get(&list);
    assert!(
        late.says("等待答复2件，其中超期2件") && late.says("已超期3天"),
        "{}",
        late.text()
    );
    assert!(late.says("县财政局"), "{}", late.text());
    assert!(
        late.says("用地意见·自然资源部门（演示）已超期14天"),
        "the demo's letter that nobody answered: {}",
        late.text()
    );
}

#[test]
fn a_letter_that_went_out_before_is_noted_with_its_own_dates() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/projects/7/appraisal");
    let ask = |clerk: &mut Client, asked_on: &str, due_on: &str| {
        let fields = [
            ("kind", "environment"),
            ("unit", "县生态环境局"),
            ("asked_on", asked_on),
            ("due_on", due_on),
        ];
        clerk.submit(&page, "/ask", &fields)
    };
    for (asked_on, due_on, told) in [
        ("2026-01-16", "2026-01-20", "发出日期不能晚于今天"),
        ("2026-01-10", "2026-01-09", "答复期限不能早于发出日期"),
        ("", "2026-01-14", "答复期限不能早于发出日期"),
        ("十日", "2026-01-20", "日期"),
    ] {
        let page = ask(&mut clerk, asked_on, due_on);
        assert_eq!(page.status, 422, "{asked_on} {due_on}");
        assert!(page.says(told), "{told}: {}", page.text());
        assert_eq!(page.value("due_on"), due_on, "what was typed stays");
    }
    let page = ask(&mut clerk, "2025-12-20", "2026-01-05");
    assert!(
        page.says("2025年12月20日发出") && page.says("已超期10天"),
        "{}",
        page.text()
    );
}
