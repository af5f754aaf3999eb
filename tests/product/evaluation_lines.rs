//! What an evaluation may ask about: whole projects, their parts, and the units that lead them.

use super::evaluation::{drafted, evaluated, hall, session};
use super::followup::unit;
use super::sitting::link;
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, Page};

/// The unit that leads the county's first project, with the number of its box on the form.
fn leading(clerk: &mut Client, session: &Page) -> String {
    let form = clerk.get(&format!("{}/evaluations/new", session.path));
    let html = form.html();
    let at = html.find("name=\"unit\"").expect("a unit to choose");
    let value = html[at..].split("value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// The second project in two parts, and the unit of the first by its work.
pub(super) fn parts_and_unit(unit: &str) -> Vec<(&str, &str)> {
    vec![("parts-2", "路基和路面\n\n 两座桥梁 "), ("unit", unit)]
}

/// The unit whose staff the demo has: the one that leads the first project.
pub(super) fn unit_of_first(hall: &Hall) -> String {
    hall.stored(
        "select cast(unit as text) from plan where project = 1 order by version desc limit 1",
    )
}

/// The first part is satisfied, the second part and the unit are not.
fn bad(_: usize) -> Vec<(&'static str, &'static str)> {
    vec![("m1", "s"), ("m2", "d"), ("m3", "d")]
}

#[test]
fn parts_and_units_are_graded_put_right_and_graded_again() {
    let hall = hall();
    let leads = unit_of_first(&hall);
    let day = evaluated(&hall, "6", &parts_and_unit(&leads), bad);
    let mut anybody = hall.client();

    // Statement and notice tell each line so that it can be told from every other.
    let result = anybody.get(&format!("/polls/{}", day.poll));
    assert!(result.says("· 两座桥梁"), "{}", result.text());
    let notice = link(&result, "/notices/");
    let told = anybody.get(&notice);
    assert!(told.says("· 路基和路面：满意"), "{}", told.text());
    assert!(told.says("· 两座桥梁：不满意"), "{}", told.text());
    let mut clerk = hall.signed_in("qinghe-clerk");
    let forms = format!("/manage/polls/{}/forms", day.poll);
    let signed = Pdf::of(&clerk.get(&format!("{forms}/statement")));
    assert!(signed.says("路基和路面"), "{}", signed.text());
    let name = hall.stored(&format!("select name from unit where id = {leads}"));
    assert!(signed.says(&name), "{}", signed.text());

    // The project's page lists its parts, each with its grade; the rectification names the part.
    let life = clerk.get("/manage/projects/2/life");
    for words in ["路基和路面满意", "两座桥梁不满意", "满意度测评 · 两座桥梁"]
    {
        assert!(life.says(words), "{words}: {}", life.text());
    }
    let first = clerk.get("/manage/projects/1/life");
    assert!(
        !first.says("满意度测评"),
        "the unit's grade is no project's: {}",
        first.text()
    );

    // What is about a unit stands in the ledger under the unit, which answers it like any other.
    let ledger = clerk.get(&format!(
        "/manage/congresses/{}/findings/2026",
        hall.run(hall.service.find_congress("qinghe")).unwrap()
    ));
    assert!(
        ledger.says("单位工作") && ledger.says(&name),
        "{}",
        ledger.text()
    );
    let of_unit = hall.stored("select cast(id as text) from finding where project is null");
    let finding = format!("/manage/findings/{of_unit}");
    let mut staff = unit(&hall);
    let page = staff.get(&finding);
    assert!(page.says("单位工作"), "{}", page.text());
    let order = clerk.get(&format!("{finding}/order"));
    assert!(order.says(&name), "{}", order.text());
    let page = staff.submit(&page, "/answer", &[("text", "已逐项整改")]);
    assert!(page.says("待复查"), "{}", page.text());
    let page = clerk.get(&finding);
    let page = clerk.submit(&page, "/close", &[("text", "已现场查看")]);
    assert!(page.says("已销号"), "{}", page.text());

    // The second evaluation offers just what was dissatisfied, all of it chosen.
    let next = session(&hall, &mut clerk, "7");
    let again = format!("{}/evaluations/new?second_of={}", next.path, day.poll);
    let form = clerk.get(&again);
    assert!(
        form.says("两座桥梁") && form.says(&name) && !form.says("路基和路面"),
        "{}",
        form.text()
    );
    let rules = clerk.submit(&form, "/evaluations/new", &[]);
    assert!(rules.path.ends_with("/rules"), "{}", rules.text());
    let slate = clerk.get(&rules.path.replace("/rules", "/slate"));
    assert!(slate.says("测评内容2项"), "{}", slate.text());
}

#[test]
fn a_unit_set_right_is_called_so_on_its_own_pages_and_the_round_keeps_what_was_voted_on() {
    let hall = hall();
    let leads = unit_of_first(&hall);
    let day = evaluated(&hall, "6", &parts_and_unit(&leads), bad);
    let name = || hall.stored(&format!("select name from unit where id = {leads}"));
    let before = name();
    let line = hall.stored(&format!(
        "select cast(l.line_no as text) from round_line as l join round as r on r.id = l.round \
         where r.poll = {} and l.unit is not null",
        day.poll
    ));
    let statement = format!("/count/{}/statement", day.poll);
    let line = format!("1.{line}");
    let set = [
        ("kind", "name"),
        ("line", line.as_str()),
        ("name", "改正后的单位"),
        ("reason", "排印有误"),
    ];
    for (username, set) in [
        ("qinghe-clerk", &set[..]),
        ("qinghe-chief", &[("as", "confirm")]),
    ] {
        let mut person = hall.signed_in(username);
        let page = person.get(&statement);
        let done = person.submit(&page, &statement, set);
        assert_eq!(done.status, 200, "{}", done.text());
    }
    assert_eq!(name(), "改正后的单位");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let congress = hall.stored("select cast(congress as text) from session where id = 1");
    let led = clerk.get("/manage/projects/1/life");
    assert!(
        led.says("改正后的单位") && !led.says(&before),
        "{}",
        led.text()
    );
    let people = clerk.get(&format!("/manage/congresses/{congress}/people"));
    assert!(
        people.says("改正后的单位") && !people.says(&before),
        "{}",
        people.text()
    );
    let kept = format!(
        "select l.voted_name from round_line as l join round as r on r.id = l.round \
         where r.poll = {} and l.unit is not null",
        day.poll
    );
    assert_eq!(hall.stored(&kept), before, "the round keeps its own words");
    let checked = || service::audit::checking::check_file(hall.dir.path(), &[], None).unwrap();
    assert_eq!(checked().differences, []);
    hall.write_past(&format!(
        "update unit set name = '别的单位' where id = {leads}"
    ));
    let found = checked().differences;
    let told = |one: &service::audit::check_result::Difference| {
        one.problem.facts.contains(&("fact", "names".to_owned()))
    };
    assert!(found.iter().any(told), "{found:?}");
}

#[test]
fn an_officer_of_a_unit_that_is_graded_is_warned_of() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let meeting = session(&hall, &mut clerk, "6");
    let leads = unit_of_first(&hall);
    let name = hall.stored(&format!("select name from unit where id = {leads}"));
    let to = format!("{}/officers", meeting.path);
    let page = clerk.get(&to);
    let teller = [
        ("post", "teller"),
        ("number", "002"),
        ("unit", name.as_str()),
    ];
    let page = clerk.submit(&page, &to, &teller);
    assert!(
        !page.says("请考虑更换"),
        "nothing is graded yet: {}",
        page.text()
    );
    drafted(&mut clerk, &meeting, &[("unit", &leads)]);
    let page = clerk.get(&to);
    assert!(page.says("请考虑更换"), "{}", page.text());
}

#[test]
fn an_overdue_rectification_of_a_unit_is_owed_on_the_board() {
    let hall = hall();
    let leads = unit_of_first(&hall);
    evaluated(&hall, "6", &parts_and_unit(&leads), bad);
    hall.on("2027-03-01");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let board = clerk.get(&format!("/manage/congresses/{congress}/followup/2026"));
    let name = hall.stored(&format!("select name from unit where id = {leads}"));
    let number = hall.stored("select cast(number as text) from finding where project is null");
    let told = format!("{name} · 欠问题{number}的整改反馈");
    assert!(board.says(&told), "{told}: {}", board.text());
}

#[test]
fn the_ballot_tells_parts_by_their_project_and_units_by_their_projects() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let meeting = session(&hall, &mut clerk, "6");
    let leads = unit_of_first(&hall);
    assert!(!leading(&mut clerk, &meeting).is_empty());
    let rules = drafted(&mut clerk, &meeting, &parts_and_unit(&leads));
    let slate = clerk.get(&rules.path.replace("/rules", "/slate"));
    let project = hall.stored("select name from project where id = 2");
    let led = hall.stored("select name from project where id = 1");
    let name = hall.stored(&format!("select name from unit where id = {leads}"));
    for words in [
        format!("{project} · 路基和路面"),
        format!("{project} · 两座桥梁"),
        format!("{name} {led}"),
    ] {
        assert!(slate.says(&words), "{words}: {}", slate.text());
    }
}

#[test]
fn what_is_asked_about_twice_is_refused_beside_its_field_and_stays_typed() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let meeting = session(&hall, &mut clerk, "6");
    let both = [("project", "2"), ("parts-2", "路面")];
    let refused = drafted(&mut clerk, &meeting, &both);
    assert_eq!(refused.status, 422);
    assert!(refused.says("不能同时分子项测评"), "{}", refused.text());
    let html = refused.html();
    assert!(html.contains("id=\"parts-2-error\""), "{html}");
    assert!(html.contains(">路面</textarea>"), "{html}");
    let twice = drafted(&mut clerk, &meeting, &[("parts-2", "路面\n路面")]);
    assert_eq!(twice.status, 422);
    assert!(twice.says("列了两次"), "{}", twice.text());
    let long = "长".repeat(61);
    let long = drafted(&mut clerk, &meeting, &[("parts-2", &long)]);
    assert!(long.says("最多60字"), "{}", long.text());
    // A unit that leads nothing that is under way.
    let idle = hall.stored(
        "select cast(min(id) as text) from unit where congress = (select congress from project where id = 1) \
         and id not in (select unit from plan)",
    );
    let refused = drafted(&mut clerk, &meeting, &[("unit", &idle)]);
    assert_eq!(refused.status, 422);
    assert!(refused.says("没有牵头可以测评的项目"), "{}", refused.text());
}

#[test]
fn a_rehearsal_of_parts_and_units_has_the_same_lines_and_grades_nothing() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let meeting = session(&hall, &mut clerk, "6");
    let leads = unit_of_first(&hall);
    let rules = drafted(&mut clerk, &meeting, &parts_and_unit(&leads));
    let poll = rules.path.replace("/rules", "");
    let page = clerk.get(&format!("{poll}/rehearsal"));
    let sheet = clerk.submit(&page, "/rehearsal", &[]);
    assert!(sheet.says("演练"), "{}", sheet.text());
    let slate = clerk.get(&format!("{}/slate", sheet.path));
    let name = hall.stored(&format!("select name from unit where id = {leads}"));
    for words in ["· 路基和路面", "· 两座桥梁", name.as_str()] {
        assert!(slate.says(words), "{words}: {}", slate.text());
    }
}
