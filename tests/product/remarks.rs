//! Remarks beside grades: sealed apart, mixed, in groups of three, without names, and never before
//! the result is certified.

use std::path::Path;

use super::evaluation::{BOTH, drafted, hall, session};
use super::secrecy::{blobs, bytes, contains, texts};
use super::sitting::{Day, both, cast, certify, count, link, number, open_vote, seated};
use crate::support::{Client, Hall, Page};

/// An evaluation of two projects with fifteen deputies, open for voting; with the codes.
fn open(hall: &Hall, people: &mut [&mut Client; 2]) -> (Day, Vec<String>) {
    let session = session(hall, people[0], "6");
    let rules = drafted(people[0], &session, &BOTH);
    assert!(rules.says("同一项满三人才在打乱次序"), "{}", rules.text());
    let poll = number(&rules.path, "/manage/polls/");
    let sitting = link(&session, "/manage/sittings/");
    let sitting = number(&sitting, "/manage/sittings/");
    let day = seated(hall, people[0], &session.path, &poll, &sitting);
    let codes = open_vote(people, &day);
    (day, codes)
}

fn staff(hall: &Hall) -> (Client, Client) {
    (
        hall.signed_in("qinghe-clerk"),
        hall.signed_in("qinghe-chief"),
    )
}

fn holds(dir: &Path, words: &str) -> bool {
    contains(&bytes(dir), words.as_bytes())
}

fn shown(client: &mut Client, day: &Day) -> Page {
    client.get(&format!("/manage/polls/{}/remarks", day.poll))
}

#[test]
fn remarks_are_seen_in_groups_of_three_without_names_once_the_result_is_certified() {
    let hall = hall();
    let (mut clerk, mut chief) = staff(&hall);
    let people = &mut [&mut clerk, &mut chief];
    let (day, codes) = open(&hall, people);
    let dir = hall.dir.path();
    for (place, code) in codes.iter().enumerate() {
        let marks: &[(&str, &str)] = match place {
            0 => &[("m1", "d"), ("r1", "代表001说路灯不亮"), ("m2", "d")],
            1 => &[
                ("m1", "b"),
                ("r1", "台阶太高，打 13800000000"),
                ("m2", "d"),
                ("r2", "只有我知道"),
            ],
            2 => &[
                ("m1", "s"),
                ("r1", "很好，\r\n再修一条"),
                ("m2", "s"),
                ("r2", "只有我们两人"),
            ],
            _ => &[("m1", "s"), ("m2", "s")],
        };
        let checked = cast(&hall, &day, code, marks);
        match place {
            0 => {
                // Asked for with a lower grade; told that a name will not be shown.
                assert!(checked.says("还没有写意见"), "{}", checked.text());
                assert!(
                    checked.says("第1项的意见里有人的姓名"),
                    "{}",
                    checked.text()
                );
            }
            2 => assert!(!checked.says("还没有写意见"), "{}", checked.text()),
            _ => {}
        }
    }
    assert!(!holds(dir, "路灯不亮") && !holds(dir, "只有我"), "sealed");
    let ballots = blobs(dir, "select body from box_ballot");
    let records = blobs(dir, "select body from box_remark");
    assert_eq!(
        (ballots.len(), records.len()),
        (15, 15),
        "one a ballot, written or not"
    );
    let length = records[0].len();
    assert!(records.iter().all(|record| record.len() == length));
    let keys = blobs(dir, "select key from box_ballot");
    let sealed_keys = blobs(dir, "select key from box_remark");
    assert!(!sealed_keys.iter().any(|key| keys.contains(key)));

    both(people, &day, "close-vote");
    count(people, &day);
    assert!(
        !holds(dir, "只有我"),
        "a group of two is never written down"
    );
    assert!(!holds(dir, "代表001说") && !holds(dir, "13800000000"));
    assert!(holds(dir, "路灯不亮"));
    let after = bytes(dir);
    assert!(
        !sealed_keys.iter().any(|key| contains(&after, key)),
        "no sealed record is left"
    );
    let page = shown(people[0], &day);
    assert!(
        page.says("结果认证以后显示") && !page.says("路灯"),
        "{}",
        page.text()
    );

    certify(people, &day);
    let page = shown(people[0], &day);
    for words in [
        "***说路灯不亮",
        "台阶太高，打***",
        "很好，再修一条",
        "不足三人，没有保存",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    // Nothing of it is public, and the clerk of another congress learns nothing.
    let result = hall.client().get(&format!("/polls/{}", day.poll));
    assert!(!result.says("路灯"), "{}", result.text());
    let mut foreign = hall.signed_in("township-clerk");
    assert_eq!(shown(&mut foreign, &day).status, 404);
}

#[test]
fn what_was_said_on_two_lines_cannot_be_put_together_again() {
    let hall = hall();
    let (mut clerk, mut chief) = staff(&hall);
    let people = &mut [&mut clerk, &mut chief];
    let (day, codes) = open(&hall, people);
    for (place, code) in codes.iter().enumerate() {
        let (one, two) = (format!("甲{place:02}"), format!("乙{place:02}"));
        let marks = [("m1", "b"), ("m2", "d"), ("r1", &*one), ("r2", &*two)];
        cast(&hall, &day, code, &marks);
    }
    both(people, &day, "close-vote");
    count(people, &day);
    let order = |line| -> Vec<String> {
        let sql = format!("select text from opened_remark where line_no = {line} order by key");
        let texts = texts(hall.dir.path(), &sql).into_iter();
        texts.map(|text| text.chars().skip(1).collect()).collect()
    };
    let (first, second) = (order(1), order(2));
    assert_eq!((first.len(), second.len()), (15, 15));
    assert_ne!(first, second, "each line is mixed for itself");
    let mut cast_order = first.clone();
    cast_order.sort();
    assert!(
        first != cast_order && second != cast_order,
        "and lies in no order of casting"
    );
}

#[test]
fn a_form_has_one_length_whatever_is_said() {
    let hall = hall();
    let (mut clerk, mut chief) = staff(&hall);
    let (day, codes) = open(&hall, &mut [&mut clerk, &mut chief]);
    let ballot = format!("/ballot/{}", day.poll);
    let mut lengths = Vec::new();
    let longest = "渠".repeat(100);
    for (code, said) in codes.iter().zip(["", "修好 & 亮了", &longest]) {
        let mut deputy = hall.client();
        let sheet = deputy.post("/ballot", &[("code", code)]);
        let marks = [("m1", "d"), ("m2", "s"), ("r1", said), ("r2", said)];
        let checked = deputy.submit(&sheet, &format!("{ballot}/review"), &marks);
        let (_, fields) = checked.form("/cast");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
        let sent = crate::support::client::encode(&fields);
        lengths.push((sent.len(), checked.body.len()));
    }
    assert_eq!(lengths[0], lengths[1]);
    assert_eq!(lengths[0], lengths[2]);

    // Too long: said at its line, with everything that was typed, and nothing is spent.
    let mut deputy = hall.client();
    let sheet = deputy.post("/ballot", &[("code", &codes[5])]);
    let long = "渠".repeat(103);
    let marks = [("m1", "d"), ("m2", "b"), ("r1", "灯不亮"), ("r2", &*long)];
    let again = deputy.submit(&sheet, &format!("{ballot}/review"), &marks);
    assert_eq!(again.status, 422);
    assert!(
        again.says("第2项的意见太长，最多100个字，请删去至少3个字"),
        "{}",
        again.text()
    );
    assert!(
        again.says("灯不亮") && again.says(&long),
        "{}",
        again.text()
    );
    let marks = [("r2", "不平")];
    let checked = deputy.submit(&again, &format!("{ballot}/review"), &marks);
    let (_, fields) = checked.form("/cast");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    let back = deputy.post(&ballot, &fields);
    assert!(
        back.says("灯不亮") && back.says("不平"),
        "the way back keeps them"
    );
    // Other words in the last form than those that were reviewed are not cast.
    let forged = deputy.submit(&checked, &format!("{ballot}/cast"), &[("r1", "别的话")]);
    assert!(forged.status >= 400, "{}", forged.text());
    let counted = hall.stored("select cast(count(*) as text) from box_remark");
    assert_eq!(counted, "0");
}

#[test]
fn a_remark_that_points_at_a_person_is_taken_out_for_good() {
    let hall = hall();
    let (mut clerk, mut chief) = staff(&hall);
    let people = &mut [&mut clerk, &mut chief];
    let (day, codes) = open(&hall, people);
    for code in &codes {
        let marks = [("m1", "d"), ("r1", "村口老张家门前没修")];
        cast(&hall, &day, code, &marks);
    }
    both(people, &day, "close-vote");
    count(people, &day);
    certify(people, &day);
    let page = shown(people[0], &day);
    assert!(page.has_form("/remarks"), "{}", page.text());
    // A deputy reads them and changes nothing.
    let read = shown(people[1], &day);
    assert!(read.says("村口老张") && !read.has_form("/remarks"));
    let (to, fields) = page.form("/remarks");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    let refused = people[1].post(&to, &fields);
    assert!(refused.status == 403, "{}", refused.text());
    for _ in 0..2 {
        let page = people[0].post(&to, &fields);
        let left = page.text().matches("村口老张").count();
        // Each stands twice: as text and as the name of its button.
        assert_eq!(left, 2 * 14, "{}", page.text());
    }
    let gone = people[0].submit(&page, "/remarks", &[("remark", "00")]);
    assert_eq!(gone.status, 404);
}

#[test]
fn voiding_destroys_remarks_unread() {
    let hall = hall();
    let (mut clerk, mut chief) = staff(&hall);
    let people = &mut [&mut clerk, &mut chief];
    let (day, codes) = open(&hall, people);
    for code in &codes[..4] {
        cast(&hall, &day, code, &[("m1", "d"), ("r1", "灯不亮")]);
    }
    let page = people[0].get(&format!("/manage/polls/{}", day.poll));
    let to = format!("/manage/rounds/{}/void", day.round);
    people[0].submit(&page, &to, &[("reason", "设备故障")]);
    let page = people[1].get(&format!("/manage/polls/{}", day.poll));
    people[1].submit(&page, &to, &[("reason", "设备故障")]);
    assert_eq!(
        hall.stored("select stage from round where number = 1 and stage = 'void'"),
        "void"
    );
    for table in ["box_remark", "opened_remark"] {
        let sql = format!("select cast(count(*) as text) from {table}");
        assert_eq!(hall.stored(&sql), "0", "{table}");
    }
    assert!(!holds(hall.dir.path(), "灯不亮"));
}

#[test]
fn records_that_were_removed_after_closing_stop_the_opening() {
    let hall = hall();
    let (mut clerk, mut chief) = staff(&hall);
    let people = &mut [&mut clerk, &mut chief];
    let (day, codes) = open(&hall, people);
    for code in &codes {
        cast(&hall, &day, code, &[("m1", "d"), ("r1", "灯不亮")]);
    }
    both(people, &day, "close-vote");
    super::sitting::alone(people[0], &day, "confirm-account");
    hall.write_past("delete from box_remark where key = (select min(key) from box_remark)");
    let page = people[0].get(&format!("/manage/polls/{}", day.poll));
    assert!(page.says("票箱里的票与当时确定的不一致"), "{}", page.text());
    let token = page.value("token");
    let act = format!("/manage/rounds/{}/open-box", day.round);
    let page = people[0].post(&act, &[("token", &token)]);
    assert!(page.status >= 400, "{}", page.text());
    let counted = |table: &str| {
        let round = &day.round;
        hall.stored(&format!(
            "select cast(count(*) as text) from {table} where round = {round}"
        ))
    };
    assert_eq!(counted("box_ballot"), "15");
    assert_eq!(counted("opened_paper"), "0", "nothing was written");
}
