//! What goes wrong on the day of an evaluation: more papers than were issued, somebody who left office
//! while the roll was open, and votes that are exactly half.

use super::evaluation::{drafted, hall_of, session};
use super::sitting::{
    Day, both, cast_all, certify, count, handed_out, issuing, link, number, seated, slips_for,
    voted_by,
};
use crate::support::{Client, Hall};

/// An evaluation of the first project with these rules, everybody present, rules and officers adopted.
fn ready(hall: &Hall, clerk: &mut Client, number_of: &str, rules: &[(&str, &str)]) -> Day {
    let session = session(hall, clerk, number_of);
    let page = drafted(clerk, &session, &[("project", "1")]);
    let page = clerk.submit(&page, "/rules", rules);
    assert_eq!(page.status, 200, "{}", page.text());
    let poll = number(&page.path, "/manage/polls/");
    let sitting = number(&link(&session, "/manage/sittings/"), "/manage/sittings/");
    seated(hall, clerk, &session.path, &poll, &sitting)
}

#[test]
fn more_papers_than_were_issued_void_the_round_of_an_evaluation_and_a_new_one_grades() {
    let hall = hall_of(15);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let day = ready(&hall, &mut clerk, "6", &[]);
    issuing(&mut [&mut clerk, &mut chief], &day);
    let codes = slips_for(&mut [&mut clerk, &mut chief], &day, 15);
    let account = format!("/count/{}/account", day.poll);
    let page = clerk.get(&account);
    let page = clerk.submit(&page, "/papers/printed", &[("printed", "4")]);
    assert_eq!(page.status, 200, "{}", page.text());
    handed_out(&mut clerk, &day);
    both(&mut [&mut clerk, &mut chief], &day, "open-vote");

    // One deputy exchanges the slip for a paper; two papers are found in the box.
    let desk = format!("/manage/sittings/{}/desk", day.sitting);
    let page = clerk.get(&desk);
    clerk.submit(&page, "/desk/take-slip", &[("code", &codes[0])]);
    let page = clerk.get(&desk);
    clerk.submit(&page, "/desk/give-paper", &[]);
    cast_all(&hall, &day, &codes[1..], |_| vec![("m1", "d")]);
    both(&mut [&mut clerk, &mut chief], &day, "close-vote");
    for person in [&mut clerk, &mut chief] {
        let page = person.get(&account);
        let returned = [("boxes", "2")];
        let page = person.submit(&page, "/papers/returned", &returned);
        assert_eq!(page.status, 200, "{}", page.text());
    }
    let page = clerk.get(&account);
    assert!(
        page.says("纸质票收回2张，多于发出1张：投票无效"),
        "{}",
        page.text()
    );
    let sheet = clerk.get(&format!("/manage/polls/{}", day.poll));
    assert!(
        !sheet.has_form("/confirm-account") && !sheet.has_form("/open-box"),
        "{}",
        sheet.text()
    );
    let reason = [("reason", "收回的纸质票多于发出的")];
    for person in [&mut clerk, &mut chief] {
        let page = person.get(&format!("/manage/polls/{}", day.poll));
        person.submit(&page, "/void", &reason);
    }
    let sheet = clerk.get(&format!("/manage/polls/{}", day.poll));
    assert!(sheet.says("第2轮"), "{}", sheet.text());

    // The new round asks about the same line with the same slips' right anew, and grades.
    let round = number(&link(&sheet, "/manage/rounds/"), "/manage/rounds/");
    assert_ne!(round, day.round);
    let again = Day { round, ..day };
    issuing(&mut [&mut clerk, &mut chief], &again);
    let account = format!("/count/{}/account", again.poll);
    let page = clerk.get(&account);
    clerk.submit(&page, "/papers/printed", &[("printed", "1")]);
    both(&mut [&mut clerk, &mut chief], &again, "open-vote");
    cast_all(&hall, &again, &codes[1..], |_| vec![("m1", "s")]);
    both(&mut [&mut clerk, &mut chief], &again, "close-vote");
    for person in [&mut clerk, &mut chief] {
        let page = person.get(&account);
        person.submit(&page, "/papers/returned", &[("boxes", "0")]);
    }
    count(&mut [&mut clerk, &mut chief], &again);
    certify(&mut [&mut clerk, &mut chief], &again);
    let result = hall.client().get(&format!("/polls/{}", again.poll));
    for words in ["本轮无效", "收回的纸质票多于发出的", "第1项测评等次为满意"]
    {
        assert!(result.says(words), "{words}: {}", result.text());
    }
    let graded = hall.stored("select cast(count(*) as text) from grade_result");
    assert_eq!(graded, "1", "the void round graded nothing");
    let found = hall.stored("select cast(count(*) as text) from finding");
    assert_eq!(found, "0", "and ordered nothing");
}

#[test]
fn whoever_left_office_after_the_roll_was_opened_gets_no_slip_and_the_number_due_stays() {
    let hall = hall_of(15);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let day = ready(&hall, &mut clerk, "6", &[]);
    issuing(&mut [&mut clerk, &mut chief], &day);
    let codes = slips_for(&mut [&mut clerk, &mut chief], &day, 15);
    // The roster is corrected while the sitting lasts: number 007 is no deputy any more.
    hall.write_past(
        "update deputy set in_office = 0 where number = '007' \
         and congress = (select id from congress where slug = 'qinghe')",
    );
    let gone = hall.stored(
        "select cast(id as text) from deputy where number = '007' \
         and congress = (select id from congress where slug = 'qinghe')",
    );
    let slips = format!("/manage/sittings/{}/slips", day.sitting);
    for kind in ["slip", "paper"] {
        let page = clerk.get(&slips);
        let one = [("deputy", gone.as_str()), ("kind", kind)];
        let told = clerk.submit(&page, &format!("{slips}/issue"), &one);
        assert_eq!(told.status, 409, "{kind}: {}", told.text());
        assert!(
            told.says("已不再任职") && told.says("由工作人员在代表名册中改正"),
            "{kind}: {}",
            told.text()
        );
    }
    // Everybody else signs; whoever left is told of on the roll and on the check-in.
    let page = handed_out(&mut clerk, &day);
    assert_eq!(page.status, 200, "{}", page.text());
    let signed = format!(
        "select cast(count(*) as text) from issued where sitting = {}",
        day.sitting
    );
    assert_eq!(hall.stored(&signed), "14");
    let roll = clerk.get(&format!("/manage/sittings/{}/roll", day.sitting));
    assert!(
        roll.says("已不任职") && roll.says("本次会议应到仍为15名"),
        "{}",
        roll.text()
    );

    // Fourteen vote; the base stays fifteen: eight satisfied make satisfied, seven do not.
    let left = codes[14].clone();
    let page = clerk.get(&slips);
    let cancelled = clerk.submit(&page, "/slips/cancel", &[("codes", &left)]);
    assert_eq!(cancelled.status, 200, "{}", cancelled.text());
    both(&mut [&mut clerk, &mut chief], &day, "open-vote");
    cast_all(&hall, &day, &codes[..14], |place| {
        vec![("m1", if place < 7 { "s" } else { "d" })]
    });
    both(&mut [&mut clerk, &mut chief], &day, "close-vote");
    count(&mut [&mut clerk, &mut chief], &day);
    certify(&mut [&mut clerk, &mut chief], &day);
    let result = hall.client().get(&format!("/polls/{}", day.poll));
    assert!(
        result.says("第1项测评等次为不满意") && result.says("应到代表15名"),
        "{}",
        result.text()
    );
}

#[test]
fn whoever_left_office_does_not_sign_in_and_counts_for_no_quorum() {
    let hall = hall_of(15);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let meeting = session(&hall, &mut clerk, "6");
    let sitting = number(&link(&meeting, "/manage/sittings/"), "/manage/sittings/");
    let at = format!("/manage/sittings/{sitting}");
    let roll = clerk.get(&format!("{at}/roll"));
    let roll = clerk.submit(&roll, "/open-roll", &[]);
    let of_qinghe = "congress = (select id from congress where slug = 'qinghe')";
    let one = hall.stored(&format!(
        "select cast(id as text) from deputy where number = '003' and {of_qinghe}"
    ));
    let field = format!("d{one}");
    let roll = clerk.submit(&roll, &format!("{at}/roll"), &[(&field, "present")]);
    hall.write_past(&format!(
        "update deputy set in_office = 0 where number in ('003', '004') and {of_qinghe}"
    ));
    // Nobody can sign 004 in, and all at once means all who are members.
    let four = hall.stored(&format!(
        "select cast(id as text) from deputy where number = '004' and {of_qinghe}"
    ));
    let told = clerk.submit(
        &roll,
        &format!("{at}/roll"),
        &[(&format!("d{four}"), "present")],
    );
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(told.says("已不再任职"), "{}", told.text());
    let roll = clerk.get(&format!("{at}/roll"));
    let roll = clerk.submit(&roll, &format!("{at}/roll"), &[("all", "present")]);
    assert!(roll.says("实到14"), "{}", roll.text());
    // 003 signed in before: the quorum is not declared with it.
    let told = clerk.submit(&roll, "/declare-quorum", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(told.says("先改为缺席"), "{}", told.text());
    let roll = clerk.get(&format!("{at}/roll"));
    clerk.submit(&roll, &format!("{at}/roll"), &[(&field, "absent")]);
    let roll = clerk.get(&format!("{at}/roll"));
    let roll = clerk.submit(&roll, "/declare-quorum", &[]);
    assert!(
        roll.says("符合法定人数") && roll.says("实到13"),
        "{}",
        roll.text()
    );
}

/// So many of all satisfied, the others dissatisfied: what the published result says.
fn graded(due: u32, satisfied: usize, rules: &[(&str, &str)]) -> String {
    let hall = hall_of(due);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let day = ready(&hall, &mut clerk, "6", rules);
    let voters = usize::try_from(due).unwrap();
    voted_by(
        &hall,
        &mut [&mut clerk, &mut chief],
        &day,
        voters,
        |place| vec![("m1", if place < satisfied { "s" } else { "d" })],
    );
    let result = hall.client().get(&format!("/polls/{}", day.poll));
    let told = result.squeezed();
    let at = told.find("第1项测评等次为").expect("a grade");
    let grade = told[at..].trim_start_matches("第1项测评等次为");
    grade.split('。').next().unwrap().to_owned()
}

#[test]
fn fifteen_of_thirty_is_what_the_rules_say_half_is() {
    assert_eq!(graded(30, 15, &[("half", "passes")]), "满意");
    assert_eq!(graded(30, 15, &[("half", "fails")]), "不满意");
}

#[test]
fn an_odd_base_has_no_half_and_both_settings_agree() {
    for half in ["passes", "fails"] {
        assert_eq!(graded(15, 7, &[("half", half)]), "不满意", "{half}");
        assert_eq!(graded(15, 8, &[("half", half)]), "满意", "{half}");
    }
}
