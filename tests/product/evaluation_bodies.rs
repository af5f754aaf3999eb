//! Who evaluates: a standing committee as 镇海 did in January 2022 (29 members, satisfied at half of all),
//! and the plenary as 龙游 did in 2017 (152 satisfied, 30 basically satisfied, nobody else).

use super::evaluation::{drafted, hall_of, session_of};
use super::sitting::{Day, link, number, seated, voted_by};
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, Page};

const BOTH: [(&str, &str); 2] = [("project", "1"), ("project", "2")];

/// An evaluation of the first two projects by a body, voted and published.
fn evaluated_by(
    hall: &Hall,
    body: &str,
    voters: usize,
    rules: &[(&str, &str)],
    marks: impl Fn(usize) -> Vec<(&'static str, &'static str)>,
) -> (Day, Page) {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let session = session_of(hall, &mut clerk, body, "6");
    let page = drafted(&mut clerk, &session, &BOTH);
    let read = clerk.submit(&page, "/rules", rules);
    let poll = number(&read.path, "/manage/polls/");
    let sitting = number(&link(&session, "/manage/sittings/"), "/manage/sittings/");
    let day = seated(hall, &mut clerk, &session.path, &poll, &sitting);
    voted_by(hall, &mut [&mut clerk, &mut chief], &day, voters, marks);
    (day, read)
}

/// The statement to be signed, and the notice as page and as PDF.
fn papers(hall: &Hall, day: &Day) -> (Pdf, Page, Pdf) {
    let mut clerk: Client = hall.signed_in("qinghe-clerk");
    let statement = Pdf::of(&clerk.get(&format!("/manage/polls/{}/forms/statement", day.poll)));
    let mut anybody = hall.client();
    let result = anybody.get(&format!("/polls/{}", day.poll));
    let notice = link(&result, "/notices/");
    let page = anybody.get(&notice);
    let pdf = Pdf::of(&anybody.get(&format!("{notice}/pdf")));
    (statement, page, pdf)
}

#[test]
fn a_standing_committee_of_29_grades_by_half_of_all_its_members() {
    let hall = hall_of(35);
    // Twenty-nine of the thirty-five deputies are of the standing committee.
    hall.write_past(
        "update deputy set is_committee_member = (number <= '029') \
         where congress = (select id from congress where slug = 'qinghe')",
    );
    let marks = |place: usize| {
        vec![
            ("m1", if place < 15 { "s" } else { "d" }),
            (
                "m2",
                match place {
                    0..14 => "s",
                    14 => "b",
                    _ => "d",
                },
            ),
        ]
    };
    let (day, read) = evaluated_by(&hall, "standing_committee", 29, &[], marks);
    for words in [
        "应到29人，满意15票即为满意；满意14票、基本满意1票，合计15票，为基本满意",
        "到会满15人方可开会",
    ] {
        assert!(read.says(words), "{words}: {}", read.text());
    }
    let (statement, notice, printed) = papers(&hall, &day);
    for words in [
        "青河县第十七届人大常委会第六次会议",
        "应到组成人员29名，实到29名",
        "第1项测评等次为满意",
        "第2项测评等次为基本满意",
        "评为满意须有满意15票",
    ] {
        assert!(statement.says(words), "{words}: {}", statement.text());
    }
    for words in [
        "青河县人民代表大会常务委员会公告",
        "经常委会组成人员无记名投票",
        "牧道建设项目：满意（满意15票，基本满意0票，不满意14票，弃权0票）",
        "基本满意（满意14票，基本满意1票，不满意14票，弃权0票）",
    ] {
        assert!(notice.says(words), "{words}: {}", notice.text());
        assert!(printed.says(words), "{words}: {}", printed.text());
    }
    assert!(
        !notice.says("主席团"),
        "a standing committee has none: {}",
        notice.text()
    );
}

#[test]
fn the_plenary_of_182_grades_152_30_0_0_satisfied() {
    let hall = hall_of(182);
    let marks = |place: usize| {
        let mark = if place < 152 { "s" } else { "b" };
        vec![("m1", mark), ("m2", mark)]
    };
    let four = [("scale", "four")];
    let (day, read) = evaluated_by(&hall, "congress", 182, &four, marks);
    assert!(read.says("满意91票即为满意"), "{}", read.text());
    let (statement, notice, _) = papers(&hall, &day);
    for words in ["应到代表182名，实到182名", "第1、2项测评等次为满意"] {
        assert!(statement.says(words), "{words}: {}", statement.text());
    }
    for words in [
        "青河县人民代表大会公告",
        "满意（满意152票，基本满意30票，不满意0票，弃权0票）",
        "第六次会议主席团",
    ] {
        assert!(notice.says(words), "{words}: {}", notice.text());
    }
    let life = hall.client().get("/projects/1");
    assert!(
        life.says("满意152，基本满意30，不满意0，基数182"),
        "{}",
        life.text()
    );
}
