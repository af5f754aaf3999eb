//! The rules of a poll as a clerk sets them: the template, every setting, what is refused and what
//! is accepted with a reason.

use crate::support::AsShown as _;
use domain::congress::Body;
use domain::id::ListId;
use domain::poll::template::Template;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;
use service::library::listing::ListReview;

use super::steps::{approve, count, do_it, hall, newest, open};
use crate::support::{Client, Hall, Page};

const RULES: &str = "/manage/polls/1/rules";
/// The form of the settings; the template has one of its own before it.
const SETTINGS: &str = "polls/1/rules";

/// The form of the settings as a browser would send it.
fn settings(page: &Page) -> Vec<(String, String)> {
    let html = page.html();
    let place = html
        .find("action=\"/manage/polls/1/rules\"")
        .unwrap_or_else(|| panic!("no settings: {}", page.text()));
    let start = html[..place].rfind("<form").unwrap();
    let only = Page {
        body: html.as_bytes()[start..].to_vec(),
        ..page.clone()
    };
    only.form(SETTINGS).1
}

/// Saves the settings of a page with some of them set to other values.
fn save(client: &mut Client, page: &Page, set: &[(&str, &str)]) -> Page {
    let mut fields = settings(page);
    fields.retain(|(name, _)| set.iter().all(|(other, _)| other != name));
    let mut fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.extend(set);
    client.post(RULES, &fields)
}

fn has(page: &Page, name: &str, value: &str) -> bool {
    settings(page).contains(&(name.to_owned(), value.to_owned()))
}

fn choose(client: &mut Client, template: Template) -> Page {
    let page = client.get(RULES);
    client.submit(&page, "/rules/template", &[("template", template.word())])
}

#[test]
fn a_new_poll_begins_from_the_template_that_was_chosen() {
    const TITLE: (&str, &str) = ("title", "第二项票决");
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let form = clerk.get("/manage/sessions/1/polls/new");
    for sentence in [
        "可以少选",
        "多选少选都无效",
        "分不出反对和弃权",
        "没有见到规定计分方法的成文规则",
        "要么全部通过，要么全部不通过",
    ] {
        assert!(form.says(sentence), "{sentence}: {}", form.text());
    }
    let strange = clerk.submit(
        &form,
        "/polls/new",
        &[TITLE, ("places", "3"), ("template", "lot")],
    );
    assert_eq!(strange.status, 422);
    assert!(strange.says("请选择一种票决方式"), "{}", strange.text());
    let later = clerk.submit(
        &form,
        "/polls/new",
        &[TITLE, ("places", "3"), ("template", "run-off")],
    );
    assert_eq!(later.status, 422, "a run-off is not for choosing");
    let again = clerk.submit(
        &form,
        "/polls/new",
        &[TITLE, ("places", "0"), ("template", "rank")],
    );
    assert!(
        again.status == 422 && again.says("应选数至少为1"),
        "{}",
        again.text()
    );
    assert!(
        again
            .form("/polls/new")
            .1
            .contains(&("template".to_owned(), "rank".to_owned())),
        "what was chosen stays"
    );
    let slate = clerk.submit(&again, "/polls/new", &[("places", "3")]);
    let rules = clerk.get(&slate.path.replace("/slate", "/rules"));
    assert!(rules.says("第1位得3分"), "{}", rules.text());
    assert!(
        rules.says("没有见到规定序号怎样相加的成文规则"),
        "{}",
        rules.text()
    );
}

#[test]
fn another_template_puts_every_setting_back_and_says_so() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(RULES);
    assert!(
        page.says("改用后，下面各项设置和条款序号恢复"),
        "{}",
        page.text()
    );
    let changed = save(
        &mut clerk,
        &page,
        &[("unmarked", "oppose"), ("clause-tie", "31")],
    );
    assert!(changed.says("未选的项目按反对计"), "{}", changed.text());
    let ranked = choose(&mut clerk, Template::Rank);
    assert!(ranked.says("已改用所选的票决方式"), "{}", ranked.text());
    assert!(ranked.says("未选的项目按弃权计") && ranked.says("第1位得4分"));
    assert!(has(&ranked, "clause-rank-sum", "5") && has(&ranked, "clause-tie", "14"));
    assert!(!clerk.get(RULES).says("已改用所选的票决方式"), "said once");
    let whole = choose(&mut clerk, Template::WholeList);
    let names: Vec<String> = settings(&whole).into_iter().map(|(name, _)| name).collect();
    for unknown in ["limit", "tie", "overmark", "rank-sum", "clause-tie"] {
        assert!(
            !names.contains(&unknown.to_owned()),
            "{unknown} is not for one mark"
        );
    }
    let told = clerk.submit(&whole, "/rules/template", &[("template", "supplementary")]);
    assert_eq!(told.status, 422);
}

/// The settings in the text of rules, by their names: all lines but those that no form sets, and the
/// clauses, which have fields of their own.
fn names_of_settings() -> Vec<String> {
    let rules = Template::PerItem.rules(Body::Congress, 4).canonical();
    rules
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.to_owned())
        .filter(|name| !["template", "kind", "body"].contains(&name.as_str()))
        .filter(|name| !name.starts_with("clause "))
        .collect()
}

#[test]
fn every_setting_of_the_text_is_on_a_form_and_in_the_document() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut fields = Vec::new();
    for template in [Template::PerItem, Template::Rank, Template::WholeList] {
        let page = choose(&mut clerk, template);
        fields.extend(settings(&page).into_iter().map(|(name, _)| name));
    }
    let document = std::fs::read_to_string("docs/rules.md").unwrap();
    let mut elsewhere = Vec::new();
    for name in names_of_settings() {
        let row = format!("| `{name}`");
        let is_told = document.lines().any(|line| line.starts_with(&row));
        assert!(
            is_told || name == "places",
            "docs/rules.md has no row for {name}"
        );
        if !fields.contains(&name) {
            elsewhere.push(name);
        }
    }
    assert_eq!(
        elsewhere,
        ["base", "scale", "grades", "asks-remarks"],
        "only evaluations have these on their form"
    );
}

#[test]
fn every_setting_is_on_the_form_and_changes_the_reading() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    choose(&mut clerk, Template::Rank);
    for (set, told) in [
        (&[("places", "3")][..], "取3项"),
        (
            &[("pass", "votes"), ("pass-votes", "9")],
            "须获赞成票9票以上",
        ),
        (&[("pass", "none")], "不设通过票数"),
        (
            &[("pass", "majority"), ("half", "passes")],
            "恰为半数的，视为通过",
        ),
        (
            &[
                ("half", "fails"),
                ("limit", "number"),
                ("limit-number", "5"),
            ],
            "最多5项",
        ),
        (&[("undermark", "must-equal")], "必须正好5项"),
        (&[("overmark", "section-void")], "该票的赞成不计"),
        (&[("unmarked", "oppose")], "未选的项目按反对计"),
        (&[("blank", "void")], "空白票无效"),
        (
            &[
                ("rank-sum", "borda-weights"),
                ("rank-weights", "9, 7 5、3 1"),
            ],
            "依次得9、7、5、3、1分",
        ),
        (&[("tie", "presidium")], "由主席团决定并说明理由"),
        (
            &[("tie", "run-off"), ("runoff-needs-majority", "yes")],
            "入选仍须达到规定的票数",
        ),
        (&[("second-tie", "run-off")], "就得票相等的项目再次投票"),
        (
            &[
                ("shortfall", "supplementary"),
                ("supplementary-rounds", "2"),
            ],
            "最多2次",
        ),
        (&[("quorum", "more-than-half")], "到会满8人方可开会"),
    ] {
        let page = clerk.get(RULES);
        let saved = save(&mut clerk, &page, set);
        assert_eq!(saved.status, 200, "{set:?}: {}", saved.text());
        let told = if told == "必须正好5项" {
            "必须正好5项，"
        } else {
            told
        };
        assert!(
            saved.says(told) || saved.says(&told.replace("正好5项，", "正好 5 项，")),
            "{set:?}: {}",
            saved.text()
        );
        for (name, value) in set {
            if *name != "rank-weights" {
                assert!(has(&saved, name, value), "{name} stays");
            }
        }
    }
    let page = clerk.get(RULES);
    let saved = save(
        &mut clerk,
        &page,
        &[("surplus-percent", "50"), ("clause-quorum", "")],
    );
    assert!(has(&saved, "surplus-percent", "50") && has(&saved, "clause-quorum", ""));
}

#[test]
fn numbers_that_are_none_come_back_at_their_setting_with_everything_kept() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    choose(&mut clerk, Template::Rank);
    let page = clerk.get(RULES);
    for (set, setting, told) in [
        (&[("places", "0")][..], "places", "1到999之间的整数"),
        (&[("places", "-3")], "places", "1到999之间的整数"),
        (&[("places", "许多")], "places", "1到999之间的整数"),
        (
            &[("limit", "number"), ("limit-number", "0")],
            "limit",
            "1到999之间",
        ),
        (
            &[("limit", "number"), ("limit-number", "x")],
            "limit",
            "1到999之间",
        ),
        (
            &[("pass", "votes"), ("pass-votes", "")],
            "pass",
            "之间的整数",
        ),
        (
            &[("surplus-percent", "200")],
            "surplus-percent",
            "0到100之间",
        ),
        (&[("clause-tie", "-1")], "clause-tie", "1到999之间"),
        (
            &[("rank-sum", "borda-weights"), ("rank-weights", "5 x")],
            "rank-sum",
            "用空格分开",
        ),
        (
            &[("rank-sum", "borda-weights"), ("rank-weights", "5 3")],
            "rank-sum",
            "可以填4个序号，却只规定了2个分值",
        ),
        (
            &[("rank-sum", "borda-weights"), ("rank-weights", "5 3 3 1")],
            "rank-sum",
            "须逐位减少",
        ),
        (&[("title", " ")], "title", "请填标题"),
        (&[("tie", "lot")], "tie", "无法识别"),
    ] {
        let mut set = set.to_vec();
        set.push(("unmarked", "oppose"));
        let again = save(&mut clerk, &page, &set);
        assert_eq!(again.status, 422, "{set:?}");
        assert!(again.says(told), "{set:?}: {}", again.text());
        let html = again.html();
        assert!(
            html.contains(&format!("<a href=\"#{setting}\">")),
            "{setting}"
        );
        assert!(
            html.contains(&format!("id=\"{setting}-error\"")),
            "{setting}"
        );
        for (name, value) in &set {
            if *value != "lot" {
                assert!(has(&again, name, value), "{name}={value} is kept");
            }
        }
    }
    assert!(
        clerk.get(RULES).says("未选的项目按弃权计"),
        "nothing was saved"
    );
}

#[test]
fn errors_of_the_lint_refuse_freezing_and_warnings_want_a_reason() {
    let mut hall = hall(|_| {});
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(RULES);
    let page = save(&mut clerk, &page, &[("tie", "unstated")]);
    assert!(
        page.says("须改没有规定票数相等时如何处理") && page.html().contains("<a href=\"#tie\">"),
        "{}",
        page.text()
    );
    assert!(!page.has_form("/rules/accept"), "an error is not accepted");
    assert_eq!(
        freeze(&mut hall),
        ["rules-not-adopted"],
        "other rules than adopted"
    );
    adopt(&hall);
    assert_eq!(freeze(&mut hall), ["tie-unstated"]);
    let page = save(&mut clerk, &page, &[("tie", "presidium")]);
    assert!(page.says("提醒票数相等时不再投票"), "{}", page.text());
    adopt(&hall);
    let told = freeze(&mut hall);
    assert_eq!(told[0], "warnings-not-accepted");
    assert!(told.len() > 1, "it names them: {told:?}");
    let told = clerk.submit(&page, "/rules/accept", &[("reason", " ")]);
    assert_eq!(told.status, 422);
    let page = clerk.submit(&page, "/rules/accept", &[("reason", "本届惯例")]);
    assert!(page.says("已接受，理由：本届惯例"), "{}", page.text());
    assert_eq!(freeze(&mut hall), Vec::<&str>::new());
    let page = clerk.get(RULES);
    assert!(
        page.says("本届惯例") && page.says("已定稿"),
        "{}",
        page.text()
    );
    let token = page.value("token");
    let told = clerk.post(
        "/manage/polls/1/rules/template",
        &[("token", &token), ("template", "tick")],
    );
    assert_eq!(told.status, 409, "frozen is frozen: {}", told.text());
}

fn adopt(hall: &Hall) {
    let clerk = hall.actor("qinghe-clerk");
    hall.run(hall.service.adopt_rules(&clerk, hall.poll()))
        .unwrap();
}

/// What stands against freezing, asked and confirmed by two people.
fn freeze(hall: &mut Hall) -> Vec<&'static str> {
    let round = newest(hall);
    for person in ["qinghe-clerk", "qinghe-chief"] {
        let actor = hall.actor(person);
        let act = hall.service.act_shown(&actor, round, RoundAct::Freeze, "");
        if let Err(error) = hall.run(act) {
            return error.problems().iter().map(|one| one.code).collect();
        }
    }
    Vec::new()
}

#[test]
fn fewer_candidates_than_places_and_a_whole_list_that_does_not_fit_are_refused() {
    let mut hall = hall(|rules| rules.places = 7);
    assert_eq!(freeze(&mut hall), ["candidates-too-few"]);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(RULES);
    assert!(page.says("候选项目6个，少于应选的7个"), "{}", page.text());
    let page = save(&mut clerk, &page, &[("places", "4")]);
    assert!(!page.says("少于应选"), "{}", page.text());
    let page = choose(&mut clerk, Template::WholeList);
    assert!(page.says("现有候选6个，应选4个"), "{}", page.text());
    adopt(&hall);
    assert_eq!(freeze(&mut hall), ["whole-list-places"]);
    save(&mut clerk, &page, &[("places", "6")]);
    adopt(&hall);
    assert_eq!(freeze(&mut hall), Vec::<&str>::new());
}

#[test]
fn two_equal_names_on_a_slate_are_refused() {
    let mut hall = hall(|_| {});
    let clerk = hall.actor("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let listed = hall
        .run(hall.service.list_projects(&clerk, congress, 2026))
        .unwrap();
    let view = hall
        .run(hall.service.get_poll(&clerk, hall.poll()))
        .unwrap();
    let slate: Vec<_> = view.rounds[0]
        .lines
        .iter()
        .filter_map(|line| line.subject.project())
        .collect();
    let (first, second) = (slate[0], slate[1]);
    let name = |id| listed.iter().find(|one| one.id == id).unwrap().name.clone();
    // The library gives the second project the first one's name, after the slate was saved.
    let code = &listed.iter().find(|one| one.id == second).unwrap().code;
    let rename = format!(
        "项目编号,项目名称,一句话说明,投资（万元）,是否候选\n{code},{},改了名称,1,是\n",
        name(first)
    );
    hall.run(
        hall.service
            .import_projects(&clerk, congress, 2026, rename.as_bytes()),
    )
    .unwrap();
    assert_eq!(freeze(&mut hall), ["candidate-name-twice"]);
    let list = ListId(1);
    hall.run(hall.service.reopen_list(&clerk, list)).unwrap();
    let saved = hall.run(hall.service.set_list(&clerk, list, 4, slate));
    assert_eq!(
        saved.unwrap_err().problems()[0].code,
        "candidate-name-twice"
    );
    let sheet = hall.signed_in("qinghe-clerk").get("/manage/polls/1");
    assert!(
        sheet.says("代表分不清") && !sheet.has_form("/freeze"),
        "{}",
        sheet.text()
    );
}

#[test]
fn the_rules_and_the_slate_of_a_later_round_follow_from_the_one_before() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| match n {
        0 => vec![1, 2, 4, 5],
        1..=7 => vec![1, 2, 3, 4],
        _ => vec![1, 2, 3, 5],
    });
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    for path in [RULES, "/manage/polls/1/slate"] {
        let page = clerk.get(path);
        assert!(page.says("由上一轮的结果按办法确定"), "{}", page.text());
        assert!(!page.has_form(SETTINGS) && !page.has_form("/slate"));
        let token = page.value("token");
        let told = clerk.post(path, &[("token", &token), ("places", "6")]);
        assert!(matches!(told.status, 409 | 422), "{path}: {}", told.status);
    }
    let actor = hall.actor("qinghe-clerk");
    let view = hall
        .run(hall.service.get_poll(&actor, hall.poll()))
        .unwrap();
    let rules = view.rounds[1].rules.clone();
    let told = hall.run(hall.service.set_rules(&actor, hall.poll(), "x", rules));
    assert_eq!(told.unwrap_err().problems()[0].code, "round-follows");
    let told = hall.run(hall.service.use_list(&actor, hall.poll(), ListId(1)));
    assert_eq!(told.unwrap_err().problems()[0].code, "round-follows");
    do_it(&hall, &[RoundAct::Freeze]);
}

#[test]
fn deputies_who_come_into_office_after_the_opening_roll_do_not_change_n_and_that_is_told() {
    let hall = hall(|_| {});
    let mut clerk = hall.signed_in("qinghe-clerk");
    let before = clerk.get(RULES);
    assert!(
        before.says("全体15名代表，过半数为8票"),
        "{}",
        before.text()
    );
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let actor = hall.actor("qinghe-clerk");
    let roster =
        "代表证号,姓名,代表团\nQH-901,演示代表901,第一代表团\nQH-902,演示代表902,第一代表团\n";
    hall.run(
        hall.service
            .import_deputies(&actor, congress, roster.as_bytes()),
    )
    .unwrap();
    let after = clerk.get(RULES);
    assert!(after.says("全体15名代表，过半数为8票"), "{}", after.text());
    let roll = clerk.get("/manage/sittings/1/roll");
    assert!(
        roll.says("现在在任17名，与开放签到时不同；本次会议应到仍为15名"),
        "{}",
        roll.text()
    );
}

#[test]
fn who_asked_for_freezing_did_not_ask_for_other_rules_or_another_slate() {
    let mut hall = hall(|_| {});
    let (clerk, round) = (hall.actor("qinghe-clerk"), newest(&hall));
    let ask = |hall: &Hall| {
        hall.run(hall.service.act_shown(&clerk, round, RoundAct::Freeze, ""))
            .unwrap();
    };
    ask(&hall);
    let mut chief = hall.signed_in("qinghe-chief");
    assert!(chief.get("/manage/polls/1").says("演示工作人员001提出"));
    let mut desk = hall.signed_in("qinghe-clerk");
    let page = desk.get(RULES);
    save(&mut desk, &page, &[("unmarked", "oppose")]);
    adopt(&hall);
    assert!(
        !chief.get("/manage/polls/1").says("演示工作人员001提出"),
        "asked for other rules"
    );
    ask(&hall);
    let view = hall
        .run(hall.service.get_poll(&clerk, hall.poll()))
        .unwrap();
    let slate = view.rounds[0]
        .lines
        .iter()
        .rev()
        .filter_map(|line| line.subject.project())
        .collect();
    let list = ListId(1);
    hall.run(hall.service.reopen_list(&clerk, list)).unwrap();
    hall.run(hall.service.set_list(&clerk, list, 4, slate))
        .unwrap();
    assert!(
        !chief.get("/manage/polls/1").says("演示工作人员001提出"),
        "asked for another slate"
    );
    let review = ListReview {
        on: hall.service.today(),
        how: "举手表决".to_owned(),
    };
    hall.run(hall.service.review_list(&clerk, list, review))
        .unwrap();
    hall.run(hall.service.fix_list(&clerk, list)).unwrap();
    assert_eq!(freeze(&mut hall), Vec::<&str>::new());
}

#[test]
fn a_list_that_was_worked_on_since_is_warned_of_before_freezing_and_the_refusal_names_it() {
    let mut hall = hall(|_| {});
    let actor = hall.actor("qinghe-clerk");
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(!clerk.get(RULES).says("没有差额"));
    let view = hall
        .run(hall.service.get_poll(&actor, hall.poll()))
        .unwrap();
    let lines = view.rounds[0].lines.iter();
    let slate: Vec<_> = lines
        .filter_map(|line| line.subject.project())
        .take(4)
        .collect();
    let (list, service) = (ListId(1), &hall.service);
    hall.run(service.reopen_list(&actor, list)).unwrap();
    hall.run(service.set_list(&actor, list, 4, slate)).unwrap();
    let review = ListReview {
        on: service.today(),
        how: "常委会会议".to_owned(),
    };
    hall.run(service.review_list(&actor, list, review)).unwrap();
    hall.run(service.fix_list(&actor, list)).unwrap();
    let page = clerk.get(RULES);
    assert!(
        page.says("候选数与应选数相同（4个），没有差额"),
        "{}",
        page.text()
    );
    assert_eq!(freeze(&mut hall), ["warnings-not-accepted", "surplus-none"]);
    let page = clerk.submit(&page, "/rules/accept", &[("reason", "只有四个项目")]);
    assert!(page.says("已接受，理由：只有四个项目"), "{}", page.text());
    assert_eq!(freeze(&mut hall), Vec::<&str>::new());
}
