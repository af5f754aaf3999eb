//! The audit log is broken, and no backup leads on: a line of it was changed in the file. Two people go on
//! with the poll and say why, one alone does not, and what they did stands on the paper for ever.

use minsheng::demo::DemoStage;
use rusqlite::Connection;

use crate::sitting::{Day, alone, both};
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall};

const LOG: &str = "/manage/polls/1/log";

/// Changes the newest line of a kind as whoever can write the file does, and puts the triggers back.
fn break_line(hall: &Hall, kind: &str) -> i64 {
    let database = Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    let line = format!(
        "select id, number from audit where kind = '{kind}' \
         and chain in (0, (select id from congress where slug = 'qinghe')) order by id desc limit 1"
    );
    let (id, line): (i64, i64) = database
        .query_row(&line, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let trigger = "select sql from sqlite_schema where name = 'audit_is_final'";
    let trigger: String = database.query_row(trigger, [], |row| row.get(0)).unwrap();
    database
        .execute_batch(&format!(
            "drop trigger audit_is_final; \
             update audit set line = line || ' x' where id = {id}; {trigger}"
        ))
        .unwrap();
    line
}

fn day() -> Day {
    Day {
        poll: "1".to_owned(),
        sitting: "1".to_owned(),
        round: "1".to_owned(),
    }
}

fn accept(person: &mut Client, button: &str, reason: &str) -> crate::support::Page {
    let page = person.get(LOG);
    person.submit(&page, LOG, &[("as", button), ("reason", reason)])
}

const WHY: &str = "停电时文件受损，没有更早的备份";

/// A counted round, with the clerk and the chief scrutineer.
fn counted() -> (Hall, Client, Client) {
    let hall = Hall::at(DemoStage::Closed);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let day = day();
    alone(&mut clerk, &day, "confirm-account");
    both(&mut [&mut clerk, &mut chief], &day, "open-box");
    alone(&mut clerk, &day, "count");
    (hall, clerk, chief)
}

#[test]
fn a_broken_log_stops_certifying_and_leads_to_two_people_who_say_why() {
    let (hall, mut clerk, mut chief) = counted();
    let day = day();
    assert!(clerk.get(LOG).says("记录完好"));
    assert!(!clerk.get(LOG).has_form(LOG), "there is nothing to accept");
    // What is broken of the installation's chain, or of another congress's, is told and stops nobody here.
    break_line(&hall, "signed-in");
    assert!(clerk.get(LOG).says("记录完好"));

    break_line(&hall, "session-created");
    let told = both(&mut [&mut clerk, &mut chief], &day, "certify");
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(told.says("本项票决的“审计记录”页"), "{}", told.text());
    assert!(
        told.html().contains(&format!("href=\"{LOG}\"")),
        "it leads there"
    );

    let told = accept(&mut clerk, "ask", "");
    assert_eq!(told.status, 422, "without a reason: {}", told.text());
    let waits = accept(&mut clerk, "ask", WHY);
    assert!(waits.says("等待另一位人员确认"), "{}", waits.text());
    let own = chief.get(LOG).value("seen");
    let token = clerk.get("/manage").value("token");
    let fields = [
        ("token", token.as_str()),
        ("as", "confirm"),
        ("seen", own.as_str()),
    ];
    let told = clerk.post(LOG, &fields);
    assert_eq!(told.status, 409, "one alone: {}", told.text());
    assert_eq!(
        both(&mut [&mut clerk, &mut chief], &day, "certify").status,
        409
    );
}

#[test]
fn what_two_people_accept_is_what_was_shown_and_stands_on_the_paper() {
    let (hall, mut clerk, mut chief) = counted();
    let day = day();
    let line = break_line(&hall, "session-created");
    accept(&mut clerk, "ask", WHY);
    // Another break in between is not what was asked for.
    let waiting = chief.get("/my/acts");
    assert!(
        waiting.says(&format!("审计记录第{line}行被改动过")),
        "{}",
        waiting.text()
    );
    let second = break_line(&hall, "list-created");
    let told = chief.submit(&waiting, "/my/acts", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    // Whoever asked asks anew at the same place, and the reason is read as a person wrote it.
    let page = clerk.get(LOG);
    assert!(
        page.says("原来提出时断开的地方与现在不同"),
        "{}",
        page.text()
    );
    let waiting = accept(&mut clerk, "ask", WHY);
    assert_eq!(waiting.status, 200, "{}", waiting.text());
    let page = chief.get(LOG);
    assert!(page.says(WHY) && !page.says("changed:"), "{}", page.text());
    let waiting = chief.get("/my/acts");
    for one in [line, second] {
        assert!(
            waiting.says(&format!("审计记录第{one}行")),
            "{}",
            waiting.text()
        );
    }
    chief.submit(&waiting, "/my/acts", &[]);
    let page = clerk.get(LOG);
    assert!(
        page.says("已由两人说明理由后继续") && page.says("没有更早的备份"),
        "{}",
        page.text()
    );

    both(&mut [&mut clerk, &mut chief], &day, "certify");
    assert_eq!(
        hall.stored("select stage from round where id = 1"),
        "certified"
    );
    let text = hall.stored("select text from statement order by id desc limit 1");
    for one in [line, second] {
        let wanted = format!("log-accepted\tchanged\t{one}\t{WHY}\n");
        assert!(text.contains(&wanted), "{text}");
    }
    assert!(text.contains("stood\t-\taccept-log\t"), "{text}");
    for form in ["statement", "account"] {
        let pdf = Pdf::of(&clerk.get(&format!("/manage/polls/1/forms/{form}")));
        assert!(pdf.says("没有更早的备份"), "{form}: {}", pdf.text());
    }

    // So does the same row, changed once more.
    assert_eq!(break_line(&hall, "session-created"), line);
    let told = clerk.get("/manage/polls/1");
    let told = clerk.submit(&told, "/publish", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(told.says(&format!("第{line}行")), "{}", told.text());

    // A break that is made later stops the poll again, after a restart of the reading too.
    let third = break_line(&hall, "projects-imported");
    let told = clerk.get("/manage/polls/1");
    let told = clerk.submit(&told, "/publish", &[]);
    assert_eq!(told.status, 409, "{}", told.text());
    assert!(told.says(&format!("第{third}行")), "{}", told.text());
}

#[test]
fn what_is_accepted_for_one_poll_leads_no_other_on() {
    let hall = Hall::at(DemoStage::Certified);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    break_line(&hall, "session-created");
    accept(&mut clerk, "ask", "文件受损");
    accept(&mut chief, "confirm", "");
    let prove = |poll: i64| {
        let poll = domain::id::PollId(poll);
        let publisher = hall.actor("qinghe-clerk");
        let press = service::act_of_two::press::Press::default();
        hall.run(hall.service.publish(&publisher, poll, press))
    };
    assert!(prove(1).is_ok(), "{:?}", prove(1));
    let others = hall.stored("select cast(max(id) as text) from poll");
    assert_ne!(others, "1");
    assert!(
        !format!("{:?}", prove(others.parse().unwrap())).contains("chain-broken"),
        "another congress has another chain"
    );
    // The same poll, were it of this congress.
    hall.write_past(&format!(
        "update session set congress = (select id from congress where slug = 'qinghe'), term_no = 90 \
         where id = (select session from poll where id = {others})"
    ));
    let refused = prove(others.parse().unwrap()).unwrap_err();
    assert!(
        refused
            .problems()
            .iter()
            .any(|one| one.code == "chain-broken"),
        "{refused:?}"
    );
    let backup = service::audit::checking::check_file(hall.dir.path(), &[], None).unwrap();
    assert!(!backup.differences.is_empty(), "doctor goes on naming it");
}
