//! The congress grades what was built: grades, their rule, what is put right and graded again.

use minsheng::demo::DemoStage;

use super::sitting::{Day, link, number, seated, voted};
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, Page};

/// The county's first two selected projects.
const PROJECTS: [&str; 2] = ["/manage/projects/1", "/manage/projects/2"];

pub(super) fn hall() -> Hall {
    hall_of(15)
}

/// The same with so many deputies.
pub(super) fn hall_of(deputies: u32) -> Hall {
    let hall = Hall::with(DemoStage::Published, deputies);
    begun(&hall);
    hall
}

/// Gives the first two projects their plan and a first report; it is December then.
pub(super) fn begun(hall: &Hall) {
    let mut clerk = hall.signed_in("qinghe-clerk");
    for project in PROJECTS {
        let form = clerk.get(&format!("{project}/plan"));
        let fields = [("leader", "演示副县长"), ("group", "第一督办小组")];
        let page = clerk.submit(&form, "/plan", &fields);
        assert!(page.says("已交办"), "{}", page.text());
    }
    hall.on("2026-04-02");
    let mut clerk = hall.signed_in("qinghe-clerk");
    for project in PROJECTS {
        let form = clerk.get(&format!("{project}/reports/new"));
        let fields = [
            ("month", "2026-03"),
            ("quantity", "9"),
            ("percent", "30"),
            ("paid", "80.5"),
            ("status", "已开工"),
        ];
        clerk.submit(&form, "/reports/new", &fields);
        let page = clerk.get(&format!("{project}/life"));
        let page = clerk.submit(&page, "/check", &[]);
        assert!(page.says("实施中"), "{}", page.text());
    }
    hall.on("2026-12-20");
}

pub(super) fn session(hall: &Hall, clerk: &mut Client, number: &str) -> Page {
    session_of(hall, clerk, "congress", number)
}

/// A session of the congress or of its standing committee.
pub(super) fn session_of(hall: &Hall, clerk: &mut Client, body: &str, number: &str) -> Page {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let new = format!("/manage/congresses/{congress}/sessions/new");
    let page = clerk.get(&new);
    let fields = [
        ("body", body),
        ("term_no", "17"),
        ("session_no", number),
        ("year", "2026"),
        ("held_on", "2026-12-20"),
    ];
    clerk.submit(&page, &new, &fields)
}

/// An evaluation of some projects, drafted; answers where its rules stand.
pub(super) fn drafted(clerk: &mut Client, session: &Page, fields: &[(&str, &str)]) -> Page {
    let new = format!("{}/evaluations/new", session.path);
    let form = clerk.get(&new);
    let (to, sent) = form.form("/evaluations/new");
    // A browser sends every box that is ticked; here just those that are asked for.
    let mut sent: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| !["project", "second_of"].contains(name))
        .filter(|(name, _)| fields.iter().all(|(asked, _)| asked != name))
        .collect();
    sent.extend(fields);
    clerk.post(&to, &sent)
}

pub(super) fn evaluated(
    hall: &Hall,
    number_of_session: &str,
    fields: &[(&str, &str)],
    marks: impl Fn(usize) -> Vec<(&'static str, &'static str)>,
) -> Day {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let session = session(hall, &mut clerk, number_of_session);
    let rules = drafted(&mut clerk, &session, fields);
    assert!(rules.path.ends_with("/rules"), "{}", rules.text());
    let poll = number(&rules.path, "/manage/polls/");
    let sitting = link(&session, "/manage/sittings/");
    let sitting = number(&sitting, "/manage/sittings/");
    let day = seated(hall, &mut clerk, &session.path, &poll, &sitting);
    voted(hall, &mut [&mut clerk, &mut chief], &day, marks);
    day
}

/// An evaluation of the first two projects that the second one does not pass, published.
pub(super) fn dissatisfied(hall: &Hall) {
    evaluated(hall, "6", &BOTH, eight_and_seven);
}

pub(super) const BOTH: [(&str, &str); 2] = [("project", "1"), ("project", "2")];

/// Fifteen deputies: the first project eight satisfied, the second seven satisfied and nobody else
/// but the dissatisfied.
fn eight_and_seven(place: usize) -> Vec<(&'static str, &'static str)> {
    vec![
        ("m1", if place < 8 { "s" } else { "b" }),
        ("m2", if place < 7 { "s" } else { "d" }),
    ]
}

#[test]
fn what_was_built_is_graded_published_put_right_and_graded_again() {
    let hall = hall();
    let day = evaluated(&hall, "6", &BOTH, eight_and_seven);

    // Grades, numbers, rule and notice are public.
    let mut anybody = hall.client();
    let result = anybody.get(&format!("/polls/{}", day.poll));
    for words in [
        "测评等次",
        "评为满意须有满意8票",
        "第1项测评等次为满意",
        "第2项测评等次为不满意",
    ] {
        assert!(result.says(words), "{words}: {}", result.text());
    }
    let notice = link(&result, "/notices/");
    let told = anybody.get(&notice);
    assert!(told.says("牧道建设项目：满意"), "{}", told.text());
    assert!(told.says("：不满意"), "{}", told.text());
    let mut clerk = hall.signed_in("qinghe-clerk");
    let signed = Pdf::of(&clerk.get(&format!("/manage/polls/{}/forms/statement", day.poll)));
    for words in ["测评等次", "基本满意", "第2项测评等次为不满意"] {
        assert!(signed.says(words), "{words}: {}", signed.text());
    }
    let printed = Pdf::of(&anybody.get(&format!("{notice}/pdf")));
    assert!(printed.says("牧道建设项目：满意"), "{}", printed.text());
    let life = anybody.get("/projects/2");
    assert!(
        life.says("不满意") && life.says("待整改"),
        "{}",
        life.text()
    );

    // What is dissatisfied is with the unit, with its day.
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let all = format!("/manage/congresses/{congress}/evaluations");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let list = clerk.get(&all);
    for words in [
        "不满意的1项",
        "2027-02-18前答复",
        "还没有再次测评",
        "各单位历年测评",
    ] {
        assert!(list.says(words), "{words}: {}", list.text());
    }
    let finding = link(&list, "/manage/findings/");
    let page = clerk.get(&finding);
    assert!(page.says("满意度测评"), "{}", page.text());
    clerk.submit(&page, "/answer", &[("text", "已全部返工")]);

    // Only what was dissatisfied is asked about again; then its second grade stands beside the first.
    let next = session(&hall, &mut clerk, "7");
    let again = [("second_of", day.poll.as_str()), ("project", "1")];
    let refused = drafted(&mut clerk, &next, &again);
    assert_eq!(refused.status, 422);
    assert!(refused.says("不参加再次测评"), "{}", refused.text());
    let again = [("second_of", day.poll.as_str()), ("project", "2")];
    evaluated(&hall, "8", &again, |_| vec![("m1", "s")]);
    let list = clerk.get(&all);
    assert!(list.says("再次测评：满意"), "{}", list.text());
    let life = anybody.get("/projects/2");
    assert!(life.says("满意15，基本满意0"), "{}", life.text());
}

#[test]
fn nothing_of_a_grade_is_public_before_its_notice() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let session = session(&hall, &mut clerk, "6");
    let rules = drafted(&mut clerk, &session, &BOTH);
    assert!(rules.says("满意8票即为满意"), "{}", rules.text());
    assert!(
        !rules.has_form("/rules/template"),
        "an evaluation stays one"
    );
    let poll = number(&rules.path, "/manage/polls/");
    let told = hall.client().get(&format!("/polls/{poll}"));
    assert!(!told.says("测评等次"), "{}", told.text());
}

#[test]
fn an_evaluation_asks_about_projects_whose_work_has_begun() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let session = session(&hall, &mut clerk, "6");
    let none = drafted(&mut clerk, &session, &[]);
    assert_eq!(none.status, 422);
    assert!(none.says("请至少选一个项目"), "{}", none.text());
    // The third was selected and has no plan yet.
    let early = drafted(&mut clerk, &session, &[("project", "3")]);
    assert_eq!(early.status, 422);
    assert!(early.says("还没有开工"), "{}", early.text());
}

#[test]
fn the_rules_of_an_evaluation_take_rates_and_another_base() {
    let hall = hall();
    let mut clerk = hall.signed_in("qinghe-clerk");
    let session = session(&hall, &mut clerk, "6");
    let rules = drafted(&mut clerk, &session, &BOTH);
    let fields = [
        ("grades", "rates"),
        ("rate-satisfied", "90"),
        ("rate-basically", "70"),
        ("base", "valid"),
        ("scale", "four"),
        ("shows-preliminary", "yes"),
    ];
    let saved = clerk.submit(&rules, "/rules", &fields);
    for words in [
        "满意率不低于90%",
        "以有效票数为基数",
        "不满意或者弃权",
        "标明“初步”的结果",
    ] {
        assert!(saved.says(words), "{words}: {}", saved.text());
    }
    let wrong = clerk.submit(&saved, "/rules", &[("rate-satisfied", "120")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.html().contains("120"), "what was typed stays");
}
