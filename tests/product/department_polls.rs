//! A congress grades the department it reviewed, by a poll; the work committee never does. And the
//! record of both on paper.

use minsheng::demo::DemoStage;

use super::department_reviews::{OPINIONS, advisory, ask_once, held, send, unit};
use super::sitting::{Day, link, number, seated, voted};
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, Page};

/// A demo in which all fifteen deputies sit on the standing committee, with a review held.
fn reviewed() -> (Hall, Client, Page) {
    let hall = Hall::at(DemoStage::Draft);
    hall.write_past("update deputy set is_committee_member = 1");
    let (clerk, page) = held(&hall, &unit(&hall));
    (hall, clerk, page)
}

fn session(hall: &Hall, clerk: &mut Client, body: &str, number: &str) -> Page {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let new = format!("/manage/congresses/{congress}/sessions/new");
    let page = clerk.get(&new);
    let fields = [
        ("body", body),
        ("term_no", "17"),
        ("session_no", number),
        ("year", "2026"),
        ("held_on", "2026-01-20"),
    ];
    clerk.submit(&page, &new, &fields)
}

/// Puts the review to an evaluation at a session of the standing committee and seats the sitting.
fn put(hall: &Hall, clerk: &mut Client, review: &str, number_of_session: &str) -> Day {
    let session = session(hall, clerk, "standing_committee", number_of_session);
    let sitting = link(&session, "/manage/sittings/");
    let sitting = number(&sitting, "/manage/sittings/");
    let page = clerk.get(review);
    let rules = clerk.submit(&page, "/polls", &[("sitting", &sitting)]);
    assert!(rules.path.ends_with("/rules"), "{}", rules.text());
    let poll = number(&rules.path, "/manage/polls/");
    let again = clerk.submit(&page, "/polls", &[("sitting", &sitting)]);
    assert_eq!(again.path, rules.path, "sent twice, it is one draft");
    seated(hall, clerk, &session.path, &poll, &sitting)
}

#[test]
fn a_unit_is_graded_after_its_review_puts_it_right_and_is_graded_again() {
    let (hall, mut clerk, page) = reviewed();
    let mut chief = hall.signed_in("qinghe-chief");
    let page = clerk.submit(&page, "/conclude", &[("text", "管网维护要加强")]);
    clerk.submit(&page, "/release", &[]);
    let public = page.path.replace("/manage", "");
    let day = put(&hall, &mut clerk, &page.path, "31");
    let slate = clerk.get(&format!("/manage/polls/{}/slate", day.poll));
    assert!(
        slate.says("农村饮水安全保障"),
        "the ballot says what for: {}",
        slate.text()
    );
    let office = clerk.get(&page.path);
    assert!(office.says("结果认证以后显示"), "{}", office.text());
    let mut anybody = hall.client();
    assert!(!anybody.get(&public).says("满意度测评"));
    voted(&hall, &mut [&mut clerk, &mut chief], &day, |_| {
        vec![("m1", "d")]
    });
    let graded = clerk.get(&page.path);
    assert!(graded.says("不满意15"), "{}", graded.text());
    let read = anybody.get(&public);
    assert!(
        read.says("不满意15") && read.says("待整改"),
        "{}",
        read.text()
    );

    // The rectification is the unit's, with its day; then it is graded again.
    let finding = link(&graded, "/manage/findings/");
    let mut reporter = hall.signed_in("qinghe-u1");
    let mine = reporter.get(&page.path);
    assert!(mine.html().contains(&finding), "{}", mine.text());
    let told = reporter.get(&finding);
    let told = reporter.submit(&told, "/answer", &[("text", "已逐段更换")]);
    assert!(told.says("待复查"), "{}", told.text());
    let again = put(&hall, &mut clerk, &page.path, "32");
    voted(&hall, &mut [&mut clerk, &mut chief], &again, |_| {
        vec![("m1", "s")]
    });
    let both = clerk.get(&page.path);
    for words in ["不满意15", "满意15，基本满意0", "再次测评"] {
        assert!(both.says(words), "{words}: {}", both.text());
    }
    assert!(!both.has_form("/polls"), "it is not graded a third time");
    let third = send(
        &mut clerk,
        &both,
        &format!("{}/polls", page.path),
        &[("sitting", &again.sitting), ("title", "第三次")],
    );
    assert_eq!(third.status, 409);
    assert!(third.says("已有测评等次"), "{}", third.text());
    let printed = Pdf::of(&clerk.get(&format!("{}/record", page.path)));
    assert!(
        printed.says("不满意15") && !printed.says("无表决效力"),
        "{}",
        printed.text()
    );

    // Nothing of a grade stands on the public page without its notice.
    hall.write_past("delete from notice");
    let read = anybody.get(&public);
    assert!(
        read.status == 200 && !read.says("不满意15"),
        "{}",
        read.text()
    );
}

#[test]
fn a_review_is_put_to_the_body_of_its_level_and_once_at_a_time() {
    let (hall, mut clerk, page) = reviewed();
    let polls = format!("{}/polls", page.path);
    let none = clerk.get(&page.path);
    assert!(none.says("没有可以测评的会议"), "{}", none.text());
    let congress = session(&hall, &mut clerk, "congress", "7");
    let sitting = number(&link(&congress, "/manage/sittings/"), "/manage/sittings/");
    let fields = [
        ("form", "poll"),
        ("sitting", sitting.as_str()),
        ("title", "测评"),
    ];
    let wrong = send(&mut clerk, &page, &polls, &fields);
    assert_eq!(wrong.status, 422);
    assert!(wrong.says("请选择常务委员会的会议"), "{}", wrong.text());
    // The township's own sitting is none of the county's.
    let foreign = hall.stored(
        "select cast(t.id as text) from sitting as t join session as s on s.id = t.session \
         join congress as c on c.id = s.congress where c.level = 'township' limit 1",
    );
    let fields = [("sitting", foreign.as_str()), ("title", "测评")];
    assert_eq!(send(&mut clerk, &page, &polls, &fields).status, 404);
    let committee = session(&hall, &mut clerk, "standing_committee", "31");
    let sitting = number(&link(&committee, "/manage/sittings/"), "/manage/sittings/");
    let blank = [
        ("form", "poll"),
        ("sitting", sitting.as_str()),
        ("title", " "),
    ];
    assert_eq!(send(&mut clerk, &page, &polls, &blank).status, 422);
    let at = clerk.get(&page.path);
    let first = clerk.submit(&at, "/polls", &[]);
    let at = clerk.get(&page.path);
    assert!(at.says("已有一份还没有确定名单的测评草案"), "{}", at.text());
    let second = clerk.submit(&at, "/polls", &[("title", "换一个题目")]);
    assert_ne!(first.path, second.path);
    let linked =
        "select (select count(*) from review_poll) || ' ' || (select count(*) from evaluation)";
    assert_eq!(hall.stored(linked), "1 2", "the draft gave way");
    let mut deputy = hall.signed_in("qinghe-d1");
    let seen = deputy.get(&page.path);
    assert!(
        seen.says("换一个题目") && !seen.has_form("/polls"),
        "{}",
        seen.text()
    );
}

#[test]
fn the_record_on_paper_tells_the_review_and_marks_what_decides_nothing_on_every_page() {
    let (hall, mut clerk, page) = reviewed();
    let page = ask_once(&mut clerk, &page);
    let form = clerk.get(&format!("{}/record", page.path));
    assert_eq!(form.header("content-type").unwrap(), "application/pdf");
    let printed = Pdf::of(&form);
    for words in [
        "工作评议记录",
        "冬季管网冻裂",
        "代表007",
        "演示电视台",
        "主持人",
        "演示",
    ] {
        assert!(printed.says(words), "{words}: {}", printed.text());
    }
    assert!(!printed.says("无表决效力"), "{}", printed.text());
    hall.on("2026-01-15");
    let (mut clerk, page) = advisory(&hall);
    let mut second = hall.signed_in("prefecture-clerk-2");
    for who in [&mut clerk, &mut second] {
        let at = who.get(&page.path);
        send(who, &at, &format!("{}/opinions", page.path), &OPINIONS);
    }
    let long = "供水保障有差距，".repeat(120);
    let at = clerk.get(&page.path);
    let told = clerk.submit(&at, "/conclude", &[("text", &long)]);
    assert!(told.says("已提出评议意见"), "{}", told.text());
    let refused = send(
        &mut clerk,
        &told,
        &format!("{}/polls", page.path),
        &[("sitting", "1"), ("title", "x")],
    );
    assert_eq!(refused.status, 403, "nobody puts it to a vote");
    let printed = Pdf::of(&clerk.get(&format!("{}/record", page.path)));
    assert!(
        printed.says("无表决效力") && printed.says("不满意8"),
        "{}",
        printed.text()
    );
    assert!(printed.pages() > 1, "{}", printed.text());
    for number in 1..=printed.pages() {
        let told = printed.page(number);
        let foot = "工作评议记录·地区演示水利局·无表决效力";
        assert!(told.contains(foot), "page {number}: {told}");
    }
}
