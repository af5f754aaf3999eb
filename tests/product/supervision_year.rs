//! A year of supervision: grades, what was dissatisfied and what became of it, papers, and the closing.

use super::evaluation::{evaluated, hall};
use super::sitting::link;
use crate::support::Page;

const BOTH: [(&str, &str); 2] = [("project", "1"), ("project", "2")];

/// The first project satisfied, the second not.
fn one_bad(_: usize) -> Vec<(&'static str, &'static str)> {
    vec![("m1", "s"), ("m2", "d")]
}

fn says(page: &Page, words: &[&str]) {
    for one in words {
        assert!(page.says(one), "{one}: {}", page.text());
    }
}

#[test]
fn a_year_tells_every_grade_its_papers_and_what_became_of_the_dissatisfied() {
    let hall = hall();
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let year = format!("/manage/congresses/{congress}/evaluations/2026");
    let day = evaluated(&hall, "6", &BOTH, one_bad);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let list = clerk.get(&format!("/manage/congresses/{congress}/evaluations"));
    assert!(list.html().contains(&year), "{}", list.text());
    let page = clerk.get(&year);
    says(
        &page,
        &[
            "2026年民生实事项目测评和整改",
            "尚未测评",
            "不满意的1项",
            "待整改",
            "2027-02-18前答复",
            "还没有再次测评",
            "各单位历年测评",
            "2026年还没有结束",
        ],
    );
    assert!(!page.has_form("/close"));
    let statement = format!("/manage/polls/{}/forms/statement", day.poll);
    assert!(page.html().contains(&statement), "{}", page.html());
    assert_eq!(clerk.get(&statement).status, 200);
    let notice = link(&page, "/notices/");
    assert_eq!(clerk.get(&format!("{notice}/pdf")).status, 200);

    // Put right, closed, and evaluated again: the year tells each step.
    let finding = link(&page, "/manage/findings/");
    let opened = clerk.get(&finding);
    clerk.submit(&opened, "/answer", &[("text", "已全部返工")]);
    let mut deputy = hall.signed_in("qinghe-d1");
    let opened = deputy.get(&finding);
    let closed = if opened.has_form("/close") {
        deputy.submit(&opened, "/close", &[("text", "已查看")])
    } else {
        // The clerk answered for the unit and may not check it as well: another of the office does.
        opened
    };
    assert_eq!(closed.status, 200, "{}", closed.text());
    let again = [("second_of", day.poll.as_str()), ("project", "2")];
    evaluated(&hall, "7", &again, |_| vec![("m1", "s")]);
    let page = clerk.get(&year);
    says(&page, &["再次测评：满意", "再次测评 满意"]);
}

#[test]
fn the_public_reads_a_year_only_after_a_notice_and_nothing_of_the_office() {
    let hall = hall();
    let mut anybody = hall.client();
    let public = "/regions/qinghe/years/2026";
    assert_eq!(anybody.get(public).status, 404);
    let home = anybody.get("/regions/qinghe");
    assert!(!home.html().contains(public));
    evaluated(&hall, "6", &BOTH, one_bad);
    let home = anybody.get("/regions/qinghe");
    assert!(home.html().contains(public), "{}", home.text());
    assert!(home.says("测评2项"), "{}", home.text());
    let page = anybody.get(public);
    says(
        &page,
        &[
            "牧道建设项目",
            "满意",
            "不满意的1项",
            "待整改",
            "公告（PDF）",
        ],
    );
    assert!(!page.html().contains("/manage/"), "{}", page.html());
    assert!(!page.says("没有办完"), "{}", page.text());
    assert_eq!(anybody.get("/regions/qinghe/years/2025").status, 404);
    assert_eq!(anybody.get("/regions/nowhere/years/2026").status, 404);
}

#[test]
fn a_year_is_closed_once_somebody_has_read_what_is_still_open() {
    let hall = hall();
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let year = format!("/manage/congresses/{congress}/evaluations/2026");
    evaluated(&hall, "6", &BOTH, one_bad);
    hall.on("2027-03-01");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&year);
    let third = hall.stored("select name from project where id = 3");
    let ungraded = format!("“{third}”还没有测评");
    let number = hall.stored("select cast(max(number) as text) from finding");
    let open = format!("2026年台账第{number}号还没有销号");
    says(&page, &[&ungraded, &open, "不满意，还没有再次测评"]);
    let told = clerk.submit(&page, "/close", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    says(&told, &["打勾确认后再结账", &ungraded]);
    assert!(told.html().contains("id=\"confirm-error\""));
    let closed = "select cast(count(*) as text) from closed_year";
    assert_eq!(hall.stored(closed), "0");
    let page = clerk.submit(&told, "/close", &[("confirm", "yes")]);
    says(&page, &["2026年已结账。2027-03-01", &open]);
    assert!(!page.has_form("/close"));
    // Another person of the prefecture reads it and closes nothing.
    let mut reader = hall.signed_in("qinghe-chief");
    assert!(!reader.get(&year).has_form("/close"));
}
