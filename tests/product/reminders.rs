//! Who owes what, since when: the office's list, each person's inbox, the daily task.

use minsheng::demo::DemoStage;
use service::reminder::inbox::Inbox;

use super::followup::{PROJECT, assign, deputy, head, report, unit};
use crate::support::{Client, Hall, Page};

pub(super) fn hall() -> Hall {
    Hall::at(DemoStage::Published)
}

/// Runs the daily task and carries what it wrote to the inboxes; answers how much it wrote.
pub(super) fn remind(hall: &Hall) -> u64 {
    let written = hall.run(hall.service.write_reminders()).unwrap();
    hall.run(hall.service.carry(&Inbox::of(&hall.service)))
        .unwrap();
    written
}

/// The same without carrying anything.
fn write(hall: &Hall) -> u64 {
    hall.run(hall.service.write_reminders()).unwrap()
}

pub(super) fn owing(hall: &Hall) -> String {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    format!("/manage/congresses/{congress}/reminders")
}

fn inbox(client: &mut Client) -> Page {
    client.get("/my/inbox")
}

/// The number of the oldest reminder that lies in front of somebody.
fn first_of(hall: &Hall, username: &str) -> String {
    hall.stored(&format!(
        "select cast(min(reminder) as text) from inbox as i join account as a on a.id = i.account \
         where a.username = '{username}'"
    ))
}

/// How often some words stand on a page.
fn times(page: &Page, words: &str) -> usize {
    page.text().matches(words).count()
}

#[test]
fn the_office_sees_who_owes_what_since_when_and_a_paid_debt_is_gone() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&owing(&hall));
    // Published on 15 January; the office has a week for the plans of what was selected.
    for words in [
        "编制实施计划并交办",
        "牧道建设项目",
        "人大工作机构",
        "2026-01-15",
        "2026-01-22",
        "还有7天",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let before = times(&page, "编制实施计划并交办");
    assign(&hall);
    let page = clerk.get(&owing(&hall));
    assert_eq!(times(&page, "编制实施计划并交办"), before - 1);
    assert!(!page.says("牧道建设项目"), "{}", page.text());

    hall.on("2026-02-06");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&owing(&hall));
    assert!(
        page.says("逾期15天") && page.says("逾期1天"),
        "{}",
        page.text()
    );
    let all = page.text();
    let (first, later) = (all.find("逾期 15 天"), all.find("逾期 1 天"));
    assert!(first < later, "the longest overdue stands first: {all}");
    let html = page.html();
    let who = html.split("value=\"unit-").nth(1).unwrap();
    let who = who.split('"').next().unwrap();
    let page = clerk.get(&format!("{}?who=unit-{who}", owing(&hall)));
    assert!(
        page.says("报送月度报告") && page.says("2026-01月报"),
        "{}",
        page.text()
    );
    assert!(!page.says("编制实施计划并交办"), "{}", page.text());
    let to = page.html().contains(&format!("href=\"{PROJECT}/life\""));
    assert!(to, "each debt leads to where it is paid");
}

#[test]
fn a_unit_is_told_before_on_and_after_the_day_and_never_twice_on_one() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-02-01");
    remind(&hall);
    let mut reporter = unit(&hall);
    assert!(inbox(&mut reporter).says("没有提醒"), "nothing is near");

    hall.on("2026-02-02");
    remind(&hall);
    let mut reporter = unit(&hall);
    let page = inbox(&mut reporter);
    for words in [
        "报送月度报告",
        "牧道建设项目",
        "2026-01月报",
        "还有3天",
        "未读",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(
        reporter.get("/my").says("提醒1条未读"),
        "every page says how many"
    );
    assert_eq!(remind(&hall), 0, "a second run on one day");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let list = clerk.get(&owing(&hall));
    clerk.submit(&list, "/reminders/run", &[]);
    remind(&hall);
    assert_eq!(
        times(&inbox(&mut reporter), "报送月度报告"),
        1,
        "nor the office's own run"
    );

    for (day, told, state) in [
        ("2026-02-04", 1, "还有1天"),
        ("2026-02-05", 2, "今天到期"),
        ("2026-02-11", 2, "逾期6天"),
        ("2026-02-12", 3, "逾期7天"),
        ("2026-02-19", 4, "逾期14天"),
    ] {
        hall.on(day);
        remind(&hall);
        let page = inbox(&mut unit(&hall));
        assert_eq!(times(&page, "报送月度报告"), told, "{day}: {}", page.text());
        assert!(page.says(state), "{day}: {}", page.text());
    }
    let mut reporter = unit(&hall);
    assert!(
        reporter.get("/my").says("提醒1条未读"),
        "a later reminder overtakes the earlier ones: {}",
        reporter.get("/my").text()
    );
}

#[test]
fn reminders_are_read_without_javascript_and_lead_to_what_is_owed() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-02-05");
    remind(&hall);
    let mut reporter = unit(&hall);
    let page = inbox(&mut reporter);
    let mine = format!("/my/inbox/{}", first_of(&hall, "qinghe-u1"));
    let there = reporter.submit(&page, &mine, &[("then", "go")]);
    assert_eq!(there.path, format!("{PROJECT}/life"), "{}", there.text());
    assert!(!reporter.get("/my").says("条未读"));
    assert!(
        !inbox(&mut reporter).has_form("/my/inbox/read"),
        "all are read"
    );

    let mut head = head(&hall);
    let page = inbox(&mut head);
    assert!(
        page.says("未读"),
        "each person has an inbox: {}",
        page.text()
    );
    let page = head.submit(&page, "/my/inbox/read", &[]);
    assert_eq!(page.path, "/my/inbox");
    assert!(!head.get("/my").says("条未读"));
    // Another's reminder is none of mine.
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = inbox(&mut clerk);
    let token = page.value("token");
    let theirs = first_of(&hall, "qinghe-u1");
    let told = clerk.post(&format!("/my/inbox/{theirs}"), &[("token", token.as_str())]);
    assert_eq!(told.status, 404, "{}", told.text());
}

#[test]
fn a_paid_debt_is_marked_at_once_and_no_longer_told() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-02-05");
    remind(&hall);
    report(&hall, "2026-01", "1", "1");
    let page = inbox(&mut unit(&hall));
    assert!(page.says("报送月度报告✓已办结"), "{}", page.text());
    hall.on("2026-02-12");
    remind(&hall);
    let mut reporter = unit(&hall);
    assert!(
        !reporter.get("/my").says("条未读"),
        "what is paid is unread no more"
    );
    assert_eq!(times(&inbox(&mut reporter), "报送月度报告"), 1);
}

#[test]
fn a_written_report_waits_for_the_head_and_not_for_its_writer() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-02-02");
    let mut reporter = unit(&hall);
    let form = reporter.get(&format!("{PROJECT}/reports/new"));
    let fields = [
        ("month", "2026-01"),
        ("quantity", "1"),
        ("paid", "1"),
        ("status", "招标"),
    ];
    reporter.submit(&form, "/reports/new", &fields);
    remind(&hall);
    assert!(!inbox(&mut reporter).says("月度报告"), "it is written");
    let page = inbox(&mut head(&hall));
    assert!(
        page.says("审核月度报告") && page.says("2026-01月报"),
        "{}",
        page.text()
    );
}

#[test]
fn each_stage_of_a_finding_is_owed_by_somebody_else() {
    let hall = hall();
    assign(&hall);
    let mut finder = deputy(&hall);
    let form = finder.get(&format!("{PROJECT}/findings/new"));
    finder.submit(&form, "/findings/new", &[("text", "护栏松动，王五摔伤")]);
    hall.on("2026-01-22");
    remind(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = inbox(&mut clerk);
    assert!(
        page.says("交办或不予交办问题") && page.says("问题2026-1"),
        "{}",
        page.text()
    );
    assert!(
        !page.says("王五"),
        "what was found is told on its own page alone"
    );
    let list = clerk.get(&owing(&hall));
    assert!(!list.says("王五"), "{}", list.text());

    let page = clerk.get("/manage/findings/1");
    clerk.submit(&page, "/send", &[("due", "2026-02-10")]);
    hall.on("2026-02-07");
    remind(&hall);
    let mut reporter = unit(&hall);
    let page = inbox(&mut reporter);
    assert!(
        page.says("整改并反馈") && page.says("期限2026-02-10"),
        "{}",
        page.text()
    );
    let page = reporter.get("/manage/findings/1");
    let ask = [("text", "材料未到"), ("due", "2026-03-10")];
    reporter.submit(&page, "/ask-extension", &ask);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let list = clerk.get(&owing(&hall));
    assert!(list.says("答复延期申请"), "{}", list.text());

    let page = reporter.get("/manage/findings/1");
    reporter.submit(&page, "/answer", &[("text", "已加固")]);
    let list = clerk.get(&owing(&hall));
    assert!(
        !list.says("答复延期申请") && !list.says("整改并反馈"),
        "{}",
        list.text()
    );
    // The plan names a group that nobody keeps: the finder checks again.
    assert!(list.says("复查整改"), "{}", list.text());
    hall.on("2026-02-14");
    remind(&hall);
    let mut finder = deputy(&hall);
    assert!(
        inbox(&mut finder).says("复查整改"),
        "{}",
        inbox(&mut finder).text()
    );

    // Whoever has left office hears nothing more, and the office is told in their place.
    hall.write_past("update deputy set in_office = 0 where number = '001'");
    assert!(
        !inbox(&mut finder).says("复查整改"),
        "{}",
        inbox(&mut finder).text()
    );
    hall.on("2026-02-21");
    remind(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(
        inbox(&mut clerk).says("复查整改"),
        "{}",
        inbox(&mut clerk).text()
    );
}

#[test]
fn a_finding_that_is_dismissed_is_owed_by_nobody() {
    let hall = hall();
    assign(&hall);
    let mut finder = deputy(&hall);
    let form = finder.get(&format!("{PROJECT}/findings/new"));
    finder.submit(&form, "/findings/new", &[("text", "护栏松动")]);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(clerk.get(&owing(&hall)).says("交办或不予交办问题"));
    let page = clerk.get("/manage/findings/1");
    clerk.submit(&page, "/dismiss", &[("text", "重复")]);
    assert!(!clerk.get(&owing(&hall)).says("交办或不予交办问题"));
    hall.on("2026-01-22");
    remind(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(!inbox(&mut clerk).says("交办或不予交办问题"));
}

#[test]
fn the_group_of_the_project_hears_of_what_it_must_check_again() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let groups = clerk.get(&format!("/manage/congresses/{congress}/groups"));
    let kept = [("name", "第一督办小组"), ("members", "001 002")];
    clerk.submit(&groups, "/groups", &kept);
    assign(&hall);
    let form = clerk.get(&format!("{PROJECT}/findings/new"));
    clerk.submit(&form, "/findings/new", &[("text", "护栏松动")]);
    let page = clerk.get("/manage/findings/1");
    clerk.submit(&page, "/send", &[("due", "2026-02-10")]);
    let mut reporter = unit(&hall);
    let page = reporter.get("/manage/findings/1");
    reporter.submit(&page, "/answer", &[("text", "已加固")]);
    hall.on("2026-01-22");
    remind(&hall);
    let page = inbox(&mut deputy(&hall));
    assert!(
        page.says("复查整改") && page.says("第一督办小组"),
        "{}",
        page.text()
    );
}

#[test]
fn what_a_poll_decided_is_owed_by_nobody_before_it_is_published() {
    let hall = Hall::at(DemoStage::Certified);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert_eq!(
        hall.stored("select cast(count(*) as text) from project where stage = 'selected'"),
        "4"
    );
    hall.on("2026-01-30");
    let page = clerk.get(&owing(&hall));
    assert!(!page.says("编制实施计划并交办"), "{}", page.text());
    remind(&hall);
    let written = "select cast(count(*) as text) from reminder where matter = 'plan'";
    assert_eq!(hall.stored(written), "0");
    super::steps::publish(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&owing(&hall));
    assert_eq!(times(&page, "编制实施计划并交办"), 4, "{}", page.text());
}

#[test]
fn nothing_of_a_running_poll_is_in_any_reminder() {
    let hall = Hall::at(DemoStage::Closed);
    hall.on("2026-01-30");
    remind(&hall);
    let all =
        "select coalesce(group_concat(matter || about || detail || debtor_name), '') from reminder";
    let told = hall.stored(all);
    for name in ["牧道建设", "便桥", "饮水", "赞成", "票"] {
        assert!(!told.contains(name), "{name}: {told}");
    }
}

#[test]
fn what_was_not_carried_before_a_stop_is_carried_after_it_and_lies_there_once() {
    let hall = hall();
    hall.on("2026-01-22");
    assert!(write(&hall) > 0);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(inbox(&mut clerk).says("没有提醒"), "written, not carried");
    let carried = hall.run(hall.service.carry(&Inbox::of(&hall.service)));
    assert!(carried.unwrap() > 0);
    let page = inbox(&mut clerk);
    let lines = times(&page, "编制实施计划并交办");
    assert!(lines > 0, "{}", page.text());
    // A stop between laying it there and noting that it is done.
    hall.write_past("update delivery set stage = 'waiting', next_at = 0");
    hall.run(hall.service.carry(&Inbox::of(&hall.service)))
        .unwrap();
    assert_eq!(times(&inbox(&mut clerk), "编制实施计划并交办"), lines);
}

#[test]
fn a_congress_sets_its_own_days_and_may_want_no_reminders() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let rule = format!("{}/rule", owing(&hall));
    let page = clerk.get(&rule);
    assert_eq!(page.value("before_days"), "3");
    let told = clerk.submit(&page, "/rule", &[("every_days", "0"), ("own_days", "x")]);
    assert_eq!(told.status, 422);
    assert_eq!(told.value("own_days"), "x", "what was typed stays");
    let told = clerk.submit(&told, "/rule", &[("every_days", "0"), ("own_days", "9")]);
    assert!(told.says("1到60之间"), "{}", told.text());
    let fields = [
        ("every_days", "2"),
        ("own_days", "20"),
        ("before_days", "0"),
    ];
    let page = clerk.submit(&told, "/rule", &fields);
    assert!(
        page.says("2026-02-04"),
        "twenty days after: {}",
        page.text()
    );
    assert!(page.says("每2天"), "{}", page.text());

    let page = clerk.get(&rule);
    let (to, mut fields) = page.form("/rule");
    fields.retain(|(name, _)| name != "is_on");
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let page = clerk.post(&to, &fields);
    assert!(page.says("提醒已关闭"), "{}", page.text());
    hall.on("2026-03-30");
    let own = "select cast(count(*) as text) from reminder as r join congress as c \
               on c.id = r.congress where c.slug = 'qinghe'";
    remind(&hall);
    assert_eq!(hall.stored(own), "0");
    assert!(
        hall.signed_in("qinghe-clerk")
            .get(&owing(&hall))
            .says("逾期"),
        "the list stays"
    );
}

#[test]
fn nobody_is_told_in_the_night() {
    let hall = hall();
    hall.clock.set("2026-01-21T23:59:00Z".parse().unwrap());
    assert_eq!(write(&hall), 0, "it is one minute to eight");
    hall.clock.set("2026-01-22T00:00:00Z".parse().unwrap());
    assert!(write(&hall) > 0);
}

#[test]
fn another_congress_and_other_roles_see_nothing_of_it() {
    let hall = hall();
    hall.on("2026-01-22");
    remind(&hall);
    let (list, rule) = (owing(&hall), format!("{}/rule", owing(&hall)));
    for (name, status) in [
        ("township-clerk", 404),
        ("reader", 403),
        ("qinghe-u1", 403),
        ("qinghe-d1", 403),
        ("qinghe-chief", 403),
    ] {
        let mut client = hall.signed_in(name);
        assert_eq!(client.get(&list).status, status, "{name}");
        assert_eq!(client.get(&rule).status, status, "{name}");
        assert!(!client.get("/my/inbox").says("牧道建设项目"), "{name}");
    }
    let township = hall.signed_in("township-clerk").get("/my/inbox");
    assert!(!township.says("青河县"), "{}", township.text());
}

#[test]
fn the_demo_of_a_year_shows_debts_of_every_part_of_the_product() {
    let hall = Hall::at(DemoStage::FollowUp);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&owing(&hall));
    for words in [
        "处理群众线索2026年4条未处理人大工作机构2025-09-232025-09-30",
        "出具论证意见牧区移动通信补盲·用地意见自然资源部门（演示）2025-12-162026-01-05",
        "整改并反馈牧道建设项目·问题2026-1县农业农村局",
        "书面答复提问道路和饮水项目实施情况·1个问题县农业农村局2026-07-152026-08-15",
        "开展监督活动并记录结果民生实事项目完成情况",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    // What the list says a click away is really there.
    let asked = clerk.get("/manage/leads/1");
    assert_eq!(asked.status, 200);
    // The unit of the opinion has no account: the office hears of it.
    let page = inbox(&mut clerk);
    assert!(page.says("自然资源部门（演示）"), "{}", page.text());
    let page = inbox(&mut unit(&hall));
    assert!(
        page.says("整改并反馈") && page.says("书面答复提问"),
        "{}",
        page.text()
    );
    let page = inbox(&mut deputy(&hall));
    assert!(
        page.says("复查整改") && page.says("督办小组"),
        "{}",
        page.text()
    );
}

#[test]
fn a_change_waits_two_months_for_its_body_and_a_milestone_is_told_two_weeks_ahead() {
    let hall = hall();
    assign(&hall);
    hall.on("2026-03-10");
    report(&hall, "2026-01", "1", "1");
    report(&hall, "2026-02", "2", "2");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let form = clerk.get(&format!("{PROJECT}/changes/new"));
    let fields = [("kind", "scale"), ("after", "60"), ("reason", "汛情影响")];
    let change = clerk.submit(&form, "/changes/new", &fields).path;
    let page = clerk.get(&owing(&hall));
    assert!(
        page.says("提请决定调整牧道建设项目人大工作机构2026-03-102026-05-09"),
        "{}",
        page.text()
    );
    assert!(page.html().contains(&format!("href=\"{change}\"")));
    assert!(
        !page.says("汛情影响"),
        "a reason is told on its own page alone"
    );
    assert!(!page.says("完成节点"), "{}", page.text());
    hall.on("2026-03-17");
    let page = hall.signed_in("qinghe-clerk").get(&owing(&hall));
    assert!(page.says("完成节点"), "{}", page.text());
    let decided = [
        ("granted", "yes"),
        ("on", "2026-03-17"),
        ("document", "决定"),
        ("notice", "公告"),
        ("body", "standing_committee"),
    ];
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&change);
    clerk.submit(&page, &change, &decided);
    let page = clerk.get(&owing(&hall));
    assert!(!page.says("提请决定调整牧道"), "{}", page.text());
}

#[test]
fn what_a_grade_opened_is_owed_once_the_grade_is_published() {
    let hall = hall();
    super::evaluation::begun(&hall);
    super::evaluation::dissatisfied(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&owing(&hall));
    assert!(
        page.says("整改并反馈农村饮水管网更新工程"),
        "{}",
        page.text()
    );
    // As it was between certifying and publishing.
    hall.write_past("delete from notice where poll = (select max(poll) from grade_result)");
    let page = clerk.get(&owing(&hall));
    assert!(!page.says("整改并反馈"), "{}", page.text());
    remind(&hall);
    let told = "select cast(count(*) as text) from reminder where matter = 'answer'";
    assert_eq!(hall.stored(told), "0");
}
