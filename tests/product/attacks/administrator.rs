//! The administrator with the file changes what was fixed, between any two steps of the day. Whatever
//! it is, the next act or `doctor` names it, and no other result is ever counted.

use std::collections::BTreeMap;

use crate::support::AsShown as _;
use rusqlite::Connection;

use super::altered::{Days, Fate, Step, doctor};
use crate::support::{Hall, noon};
use domain::audit::chain::PrintedHead;
use minsheng::demo::DemoStage;
use service::audit::checking::check_file;
use service::installation::backup_place::{BackupPlace, list_backups};

/// A change of the file: before which step it is made, how, and what is named.
const CHANGES: &[(&str, Step, &str, &str)] = &[
    (
        "the rules between adoption and freezing",
        Step::Freeze,
        "update round set rules = replace(rules, 'places = 4', 'places = 1')",
        "fact-changed:adopted",
    ),
    (
        "rules that nobody adopted are said to be adopted",
        Step::Freeze,
        "update poll set rules = replace(rules, 'places = 4', 'places = 2'); \
         update round set rules = replace(rules, 'places = 4', 'places = 2')",
        "fact-changed:adopted",
    ),
    (
        "the rules after freezing, with their hash",
        Step::Open,
        "update round set rules = replace(rules, 'places = 4', 'places = 1'), \
         rules_hash = zeroblob(32)",
        "fact-changed:rules",
    ),
    (
        "the text of the slate",
        Step::Open,
        "update round set slate = replace(slate, 'line\t1\t', 'line\t9\t')",
        "fact-changed:slate",
    ),
    (
        "the lines of the slate",
        Step::Close,
        "update round_line set line_no = 100 where line_no = 1; \
         update round_line set line_no = 1 where line_no = 2; \
         update round_line set line_no = 2 where line_no = 100",
        "fact-changed:slate",
    ),
    (
        "the name of a project on the slate",
        Step::Count,
        "update project set name = name || ' II' where id = (select project from round_line limit 1)",
        "fact-changed:slate",
    ),
    (
        "the frozen list",
        Step::Seal,
        "update list_version set text = text || 'more'",
        "fact-changed:list",
    ),
    (
        "N",
        Step::Count,
        "update sitting set due = due - 7",
        "fact-changed:roll",
    ),
    (
        "who was counted for the quorum",
        Step::Certify,
        "update sitting set quorum_present = quorum_present - 1",
        "fact-changed:roll",
    ),
    (
        "the name of an officer whom the sitting adopted",
        Step::Close,
        "update officer set name = name || '甲' where post = 'chief_scrutineer'",
        "fact-changed:officers",
    ),
    (
        "an officer whom nobody adopted",
        Step::OpenBox,
        "insert into officer (session, post, name, adopted_on) \
         select session, 'scrutineer', '外人', adopted_on from officer \
         where post = 'chief_scrutineer' and adopted_on is not null",
        "fact-changed:officers",
    ),
    (
        "a deputy's line of the roll",
        Step::Close,
        "update attendance set status = 'absent' where sitting = 1 \
         and deputy = (select min(deputy) from attendance where sitting = 1)",
        "fact-changed:roll",
    ),
    (
        "a deputy's line is taken away",
        Step::Seal,
        "delete from attendance where sitting = 1 and deputy = \
         (select max(deputy) from attendance where sitting = 1)",
        "fact-changed:roll",
    ),
    (
        "who holds the key of the box",
        Step::Close,
        "update sealed_box set holding = '2-of-3'",
        "fact-changed:sealed",
    ),
    (
        "the name of the box",
        Step::Certify,
        "update sealed_box set name = 'AAAAAAAA'",
        "fact-changed:sealed",
    ),
    (
        "a sealed ballot is taken out, with its right",
        Step::Account,
        "delete from box_ballot where key = (select min(key) from box_ballot); \
         update round set returned = returned - 1; \
         update ballot_account set returned = returned - 1 where kind = 'slip'",
        "fact-changed:box",
    ),
    (
        "a bit of a sealed ballot",
        Step::OpenBox,
        "update box_ballot set body = zeroblob(length(body)) \
         where key = (select min(key) from box_ballot)",
        "box-changed",
    ),
    (
        "a number of the account",
        Step::OpenBox,
        "update ballot_account set printed = printed + 1, unused = unused + 1 where kind = 'slip'",
        "fact-changed:account",
    ),
    (
        "what was issued",
        Step::Count,
        "update round set issued = issued + 1",
        "fact-changed:account",
    ),
    (
        "the opened papers, every mark turned around",
        Step::Count,
        "update opened_paper set pattern = \
         unhex(replace(replace(replace(hex(pattern), '01', 'EE'), '02', '01'), 'EE', '02'))",
        "fact-changed:papers",
    ),
    (
        "how many papers are alike",
        Step::Certify,
        "update opened_paper set papers = papers + 3 where pattern = (select max(pattern) from opened_paper)",
        "fact-changed:papers",
    ),
    (
        "the papers with their digest and without a salt",
        Step::Certify,
        "update opened_paper set papers = papers + 3 where pattern = (select max(pattern) from opened_paper); \
         update round set papers_digest = zeroblob(32), papers_salt = null",
        "fact-changed:papers",
    ),
    (
        "a decision that the presidium never made",
        Step::Certify,
        "update round set decided_by_presidium = 'lines=6 reason=x'",
        "fact-changed:presidium",
    ),
    (
        "the stage, so that the account need not be confirmed",
        Step::Account,
        "update round set stage = 'accounted'",
        "fact-changed:stage",
    ),
    (
        "an act that the first person never asked for",
        Step::Certify,
        "insert into act_request (subject, id, act, asked_by, asked_at) \
         select 'round', 1, 'certify', account, 0 from account_role \
         where role = 'chief_scrutineer' and congress = (select s.congress from poll as p \
         join session as s on s.id = p.session where p.id = 1) limit 1",
        "fact-changed:asked",
    ),
    (
        "the text of the certified statement, with its digest",
        Step::Publish,
        "update statement set text = replace(text, 'valid\t15', 'valid\t14'), digest = zeroblob(32)",
        "fact-changed:statement",
    ),
    (
        "what became of a project",
        Step::Publish,
        "update vote_result set is_selected = 1 - is_selected",
        "fact-changed:results",
    ),
    (
        "a line of the audit log",
        Step::Certify,
        "update audit set line = replace(line, 'issued=15', 'issued=16') where line like '%act=close-vote%'",
        "chain-broken:changed",
    ),
    (
        "a line of the audit log is taken away",
        Step::Certify,
        "delete from audit where chain = (select id from congress where slug = 'qinghe') and number = 5",
        "chain-broken:removed",
    ),
    (
        "two lines of the audit log change places",
        Step::Publish,
        "update audit set number = -1 where chain = (select id from congress where slug = 'qinghe') and number = 5; \
         update audit set number = 5 where chain = (select id from congress where slug = 'qinghe') and number = 6; \
         update audit set number = 6 where chain = (select id from congress where slug = 'qinghe') and number = -1",
        "chain-broken:moved",
    ),
    (
        "a column beside a line of the audit log",
        Step::Publish,
        "update audit set at = at + 3600000 where chain = (select id from congress where slug = 'qinghe') and number = 7",
        "chain-broken:column",
    ),
    (
        "a line of the audit log is given to somebody else",
        Step::Certify,
        "update audit set account = 2 where id = (select max(id) from audit where account = 1 and chain = (select id from congress where slug = 'qinghe'))",
        "chain-broken:column",
    ),
];

fn batch(sql: &str) -> impl FnOnce(&Connection) -> rusqlite::Result<()> {
    move |database| database.execute_batch(sql)
}

#[test]
fn whatever_is_changed_between_two_steps_is_named_by_the_next_act() {
    let days = Days::new();
    for (what, before, sql, wanted) in CHANGES {
        let fate = days.fate(Some(*before), batch(sql));
        let Fate::Stopped(at, told) = &fate else {
            panic!("{what}: {fate:?}");
        };
        assert!(
            told.iter().any(|one| one == wanted),
            "{what}: stopped at {at:?} for {told:?}, not for {wanted}"
        );
        assert!(
            at >= before && (*before < Step::Count || at == before),
            "{what}: {at:?}"
        );
    }
    assert_eq!(
        days.fate(Some(Step::Count), |_| Ok(())),
        Fate::Harmless,
        "an honest day comes to its end"
    );
}

/// Appends a line that follows from the last: the newest one that has `like`, with `change` made to it.
fn append(database: &Connection, like: &str, change: impl Fn(&str) -> String) {
    use sha2::Digest as _;
    let sql = "select account, congress, kind, line, chain from audit where line like ?1 order by id desc limit 1";
    let read = |row: &rusqlite::Row<'_>| {
        let ids: (Option<i64>, Option<i64>, i64) = (row.get(0)?, row.get(1)?, row.get(4)?);
        Ok((ids, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
    };
    let ((account, congress, chain), kind, line) = database
        .query_row(sql, [format!("%{like}%")], read)
        .unwrap();
    let line = change(&line);
    let sql = "select number, hash from audit where chain = ?1 order by number desc limit 1";
    let last = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?));
    let (last, before) = database.query_row(sql, [chain], last).unwrap();
    let hash = sha2::Sha256::new()
        .chain_update(&before)
        .chain_update(line.as_bytes())
        .finalize();
    let at: i64 = line.split('\t').nth(1).unwrap().parse().unwrap();
    database
        .execute(
            "insert into audit (chain, number, at, account, congress, kind, line, hash) \
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            rusqlite::params![
                chain,
                last + 1,
                at,
                account,
                congress,
                kind,
                line,
                hash.as_slice()
            ],
        )
        .unwrap();
}

fn hex(text: &str) -> String {
    use sha2::Digest as _;
    let hash = sha2::Sha256::digest(text.as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Other rules for a round, with their hash, and a line at the end of the log that tells of them: the
/// lines before it, and any head of theirs on paper, stay as they are.
fn other_rules(database: &Connection) {
    let rules: String = database
        .query_row("select rules from round where id = 1", [], |row| row.get(0))
        .unwrap();
    let other = rules.replace("places = 4", "places = 1");
    assert_ne!(rules, other);
    let (old, new) = (hex(&rules), hex(&other));
    database
        .execute(
            "update round set rules = ?1, rules_hash = unhex(?2)",
            [&other, &new],
        )
        .unwrap();
    database
        .execute(
            "update poll set rules = ?1, adopted_hash = unhex(?2) where id = 1",
            [&other, &new],
        )
        .unwrap();
    append(database, "rules=", |line| line.replace(&old, &new));
    append(database, "act=freeze", |line| line.replace(&old, &new));
}

/// `doctor` names it.
#[track_caller]
fn assert_named(fate: &Fate, wanted: &str) {
    assert!(
        matches!(fate, Fate::Doctor(told) if told.iter().any(|one| one == wanted)),
        "{fate:?}, not {wanted}"
    );
}

#[test]
fn a_line_at_the_end_of_the_log_that_says_an_old_act_anew_is_named() {
    let days = Days::new();
    for before in [Step::Seal, Step::Close, Step::Count, Step::Certify] {
        let fate = days.fate(Some(before), |database| {
            other_rules(database);
            Ok(())
        });
        assert!(
            matches!(&fate, Fate::Stopped(at, told) if *at == before && told.iter().any(|one| one == "fact-changed:turn")),
            "{before:?}: {fate:?}"
        );
    }
    // After the end, too: the winners of a published result.
    let fate = days.fate(None, |database| {
        other_rules(database);
        Ok(())
    });
    assert_named(&fate, "fact-changed:turn");
    // A statement that is certified a second time, a notice published a second time.
    for (kind, wanted) in [("\tcertified\t", "statement"), ("\tpublished\t", "notice")] {
        let fate = days.fate(None, |database| {
            append(database, kind, str::to_owned);
            Ok(())
        });
        assert_named(&fate, &format!("fact-changed:{wanted}"));
    }
    // The roll: somebody more is here, said after the quorum.
    let fate = days.fate(Some(Step::Count), |database| {
        append(database, "\troll-kept\t", str::to_owned);
        Ok(())
    });
    assert!(
        matches!(&fate, Fate::Stopped(Step::Count, told) if told.iter().any(|one| one == "fact-changed:turn")),
        "{fate:?}"
    );
    // Each act of the day said again.
    for act in [
        "seal",
        "start-issuing",
        "open-vote",
        "close-vote",
        "confirm-account",
        "open-box",
        "count",
        "certify",
    ] {
        let fate = days.fate(None, |database| {
            append(database, &format!("act={act}"), str::to_owned);
            Ok(())
        });
        assert_named(&fate, "fact-changed:turn");
    }
}

#[test]
fn a_box_whose_key_is_changed_while_the_vote_runs_takes_no_ballot_after_a_restart() {
    let days = Days::new();
    // The key alone, and with a line that says that the box was sealed again.
    for is_told in [false, true] {
        let fate = days.fate(Some(Step::Vote), |database| {
            let key: Vec<u8> =
                database.query_row("select public_key from sealed_box", [], |r| r.get(0))?;
            let mut other = key.clone();
            other[1] ^= 1;
            database.execute("update sealed_box set public_key = ?1", [&other])?;
            if is_told {
                let hex = |bytes: &[u8]| {
                    bytes
                        .iter()
                        .map(|byte| format!("{byte:02x}"))
                        .collect::<String>()
                };
                append(database, "act=seal", |line| {
                    line.replace("act=seal", "act=seal-again")
                        .replace(&hex(&key), &hex(&other))
                });
            }
            Ok(())
        });
        let Fate::Stopped(Step::Vote, told) = &fate else {
            panic!("{fate:?}");
        };
        let wanted = if is_told {
            "fact-changed:turn"
        } else {
            "fact-changed:sealed"
        };
        assert!(told.iter().any(|one| one == wanted), "{told:?}");
    }
}

#[test]
fn a_round_that_is_void_in_the_file_and_by_nobodys_act_is_named() {
    let days = Days::new();
    for before in [Some(Step::Seal), Some(Step::Vote), Some(Step::Count), None] {
        let dir = days.copy(before);
        let database = Connection::open(dir.path().join("minsheng.db")).unwrap();
        database
            .execute_batch("update round set stage = 'void', void_reason = 'because', papers_digest = null, papers_salt = null where id = 1")
            .unwrap();
        drop(database);
        let told = doctor(dir.path());
        assert!(
            told.contains(&"fact-changed:stage".to_owned()),
            "{before:?}: {told:?}"
        );
    }
    // One that two people voided is as it was, also after a restart.
    let hall = Hall::at(DemoStage::Open);
    for person in ["qinghe-clerk", "qinghe-chief"] {
        use domain::round::RoundAct;
        let (actor, round) = (hall.actor(person), hall.round());
        let void = hall
            .service
            .act_shown(&actor, round, RoundAct::Void, "wrong");
        hall.run(void).unwrap();
    }
    let checked = hall.run(hall.service.check_record(None)).unwrap();
    assert_eq!(checked.differences, []);
}

#[test]
fn what_the_sitting_adopted_is_compared_for_ever() {
    let days = Days::new();
    for sql in [
        "update poll set rules_adopted = 0",
        "update poll set adopted_hash = zeroblob(32)",
    ] {
        for before in [Step::Open, Step::Count, Step::Certify] {
            let fate = days.fate(Some(before), batch(sql));
            assert_eq!(
                fate,
                Fate::Stopped(before, vec!["fact-changed:adopted".to_owned()]),
                "{sql}"
            );
        }
        let fate = days.fate(None, batch(sql));
        assert_named(&fate, "fact-changed:adopted");
    }
}

#[test]
fn a_line_below_the_first_is_named_as_put_in() {
    let days = Days::new();
    for number in [-5, 0] {
        let sql = format!(
            "insert into audit (chain, number, at, account, congress, kind, line, hash) \
             select chain, {number}, at, account, congress, kind, line, hash from audit where chain = (select id from congress where slug = 'qinghe') and number = 20"
        );
        let fate = days.fate(None, batch(&sql));
        assert_named(&fate, "chain-broken:added");
    }
}

#[test]
fn a_trigger_that_waits_in_the_file_and_a_rule_that_is_gone_are_named() {
    for (sql, named) in [
        (
            "create trigger evil after insert on opened_paper begin update round set returned = 0; end",
            "trigger evil",
        ),
        ("drop trigger audit_stays", "trigger audit_stays"),
        ("create table more (a integer) strict", "table more"),
        ("create view seen as select * from slip", "view seen"),
    ] {
        let hall = Hall::at(DemoStage::Closed);
        let database = Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
        database.execute_batch(sql).unwrap();
        let checked = hall.run(hall.service.check_record(None)).unwrap();
        let facts: Vec<_> = checked
            .differences
            .iter()
            .filter(|one| one.problem.code == "schema-changed")
            .flat_map(|one| one.problem.facts.clone())
            .collect();
        assert!(
            facts.iter().any(|(_, fact)| fact.contains(named)),
            "{named}: {facts:?}"
        );
        let mut admin = hall.signed_in("admin");
        let page = admin.get("/manage/backups");
        assert!(
            page.says("数据库里有本系统没有建立的结构"),
            "{}",
            page.text()
        );
        use domain::round::RoundAct;
        crate::steps::do_it(
            &hall,
            &[RoundAct::ConfirmAccount, RoundAct::OpenBox, RoundAct::Count],
        );
        let (clerk, round) = (hall.actor("qinghe-clerk"), hall.round());
        let refused = hall.run(
            hall.service
                .act_on_round(&clerk, round, RoundAct::Certify, ""),
        );
        assert!(
            format!("{refused:?}").contains("schema-changed"),
            "{refused:?}"
        );
    }
}

#[test]
fn a_new_chain_shows_against_a_head_on_paper_and_against_nothing_else() {
    let days = Days::new();
    let honest = days.copy(None);
    let checked = check_file(honest.path(), &[], None).unwrap();
    assert_eq!(checked.differences, []);
    let dir = days.copy(None);
    // The last line goes, and what the installation's chain has of it: what is left are chains in themselves.
    let database = Connection::open(dir.path().join("minsheng.db")).unwrap();
    let last = "select number || ':' || lower(hex(hash)) from audit where chain = (select id from congress where slug = 'qinghe') order by number desc limit 1";
    let last: String = database.query_row(last, [], |row| row.get(0)).unwrap();
    let head = PrintedHead::read(&format!("qinghe:{last}")).unwrap();
    let (number, hash) = last.split_once(':').unwrap();
    database
        .execute_batch(&format!(
            "drop trigger audit_stays; delete from audit where chain = (select id from congress where slug = 'qinghe') and number = {number}; \
             delete from audit where chain = 0 and id >= (select coalesce(min(id), 1000000) from audit \
             where kind = 'head-taken' and line like '%{hash}%')"
        ))
        .unwrap();
    let told = |heads: &[PrintedHead]| {
        let found = check_file(dir.path(), heads, None).unwrap().differences;
        let facts = found.iter().flat_map(|one| one.problem.facts.clone());
        facts
            .filter(|(name, _)| *name == "kind" || *name == "line")
            .map(|(_, fact)| fact)
            .collect::<Vec<_>>()
    };
    assert!(!told(&[]).contains(&"short".to_owned()));
    let line = head.number.to_string();
    assert!(
        told(std::slice::from_ref(&head)).ends_with(&["short".to_owned(), line]),
        "{:?}",
        told(std::slice::from_ref(&head))
    );
    let other = PrintedHead {
        slug: Some("qinghe".to_owned()),
        number: 4,
        hash: "0".repeat(16),
    };
    assert!(told(&[other]).ends_with(&["other".to_owned(), "4".to_owned()]));
    assert_eq!(
        check_file(honest.path(), &[head], None)
            .unwrap()
            .differences,
        []
    );
}

#[test]
fn doctor_names_what_was_changed_and_a_typed_head_that_does_not_fit() {
    let days = Days::new();
    let dir = days.copy(None);
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_minsheng"))
            .args(["doctor", "--data", dir.path().to_str().unwrap()])
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let told = run(&[]);
    assert!(told.contains("ok    the audit log holds: "), "{told}");
    let head = told
        .split("head ")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap()
        .to_owned();
    assert!(run(&["--head", &head]).contains("has every head that was typed"));
    let told = run(&["--head", "qinghe:3:0000000000000000"]);
    assert!(
        told.contains("FAIL  Line 3 of the audit log is not that of a head"),
        "{told}"
    );
    let database = Connection::open(dir.path().join("minsheng.db")).unwrap();
    database
        .execute_batch("update opened_paper set papers = papers + 1")
        .unwrap();
    let told = run(&[]);
    assert!(
        told.contains("Not as it was fixed: the opened papers."),
        "{told}"
    );
    drop(database);
    let file = dir.path().join("minsheng.db");
    let mut bytes = std::fs::read(&file).unwrap();
    for page in 3..9 {
        bytes[page * 4096..(page + 1) * 4096].fill(0xa5);
    }
    std::fs::write(&file, &bytes).unwrap();
    let told = run(&[]);
    assert!(
        told.contains("FAIL  The database file is damaged"),
        "{told}"
    );
}

#[test]
fn nothing_of_a_changed_round_is_shown_and_it_can_still_be_voided() {
    use domain::round::RoundAct;
    let hall = Hall::at(DemoStage::Closed);
    crate::steps::do_it(
        &hall,
        &[RoundAct::ConfirmAccount, RoundAct::OpenBox, RoundAct::Count],
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert!(clerk.get("/count/1").says("入选"));
    hall.write_past("update opened_paper set papers = papers + 2");
    let page = clerk.get("/count/1");
    assert!(
        page.says("开箱后的选票与当时确定的不一致"),
        "{}",
        page.text()
    );
    assert!(!page.says("入选"), "{}", page.text());
    let page = clerk.get("/manage/polls/1");
    assert!(page.says("可由两人作废本轮"), "{}", page.text());
    hall.write_past("update round set rules = 'nothing that can be read'");
    let page = clerk.get("/manage/polls/1");
    assert!(page.says("本轮办法与当时确定的不一致"), "{}", page.text());
    for person in ["qinghe-clerk", "qinghe-chief"] {
        let (actor, round) = (hall.actor(person), hall.round());
        let void = hall
            .service
            .act_shown(&actor, round, RoundAct::Void, "changed");
        hall.run(void).unwrap();
    }
    assert_eq!(hall.stored("select stage from round where id = 1"), "void");
}

#[test]
fn a_number_of_the_account_that_was_changed_stands_on_no_page_without_its_difference() {
    let hall = Hall::at(DemoStage::Closed);
    let everybody = || {
        [
            "qinghe-clerk",
            "qinghe-chief",
            "qinghe-scrutineer",
            "qinghe-teller",
            "qinghe-publisher",
            "qinghe-d1",
            "reader",
            "prefecture-clerk",
            "admin",
        ]
    };
    // Numbers that stand nowhere else, with every constraint of the table kept.
    hall.write_past(
        "update ballot_account set printed = 4321 + handed_in + spoilt + cancelled + unused, \
         issued = 4321, returned = 4321",
    );
    hall.write_past("update round set issued = 4321, returned = 4321 where id = 1");
    let (mut shown, mut named) = (Vec::new(), 0);
    for username in everybody() {
        let mut browser = hall.signed_in(username);
        for route in web::routes() {
            if route.method != "GET" || route.pattern.ends_with("/live") {
                continue;
            }
            let page = browser.get(&super::super::access::address(&route.pattern));
            let text = match page.header("content-type") {
                Some(kind) if kind.starts_with("text/html") => page.text(),
                _ => continue,
            };
            let is_named = text.contains("当时确定的不一致") || text.contains("有内容被改动过");
            named += usize::from(is_named);
            if text.contains("4321") && !is_named {
                shown.push(format!("{username} {}", route.pattern));
            }
        }
    }
    assert_eq!(shown, [] as [String; 0]);
    assert!(named >= 6, "{named}");
    let mut clerk = hall.signed_in("qinghe-clerk");
    for path in ["/count/1/account", "/manage/polls/1/script"] {
        let page = clerk.get(path);
        assert!(
            page.says("不一致") && !page.says("4321"),
            "{path}: {}",
            page.text()
        );
    }
}

#[test]
fn a_published_result_that_was_changed_is_shown_to_nobody() {
    let hall = Hall::at(DemoStage::Published);
    let mut public = hall.client();
    assert!(public.get("/polls/1").says("入选"));
    let notice = hall.stored("select cast(min(id) as text) from notice where poll = 1");
    let address = format!("/notices/{notice}");
    hall.write_past("update opened_paper set papers = papers + 2 where round = 1");
    for address in [
        "/polls/1",
        &address,
        "/",
        "/regions/qinghe",
        "/sessions/1",
        "/projects/1",
        "/projects/2",
    ] {
        let page = public.get(address);
        assert!(
            page.says("与当时确定的不一致"),
            "{address}: {}",
            page.text()
        );
        for result in ["✓ 入选", "入选4项", "得赞成票"] {
            assert!(!page.says(result), "{address}: {}", page.text());
        }
    }
}

#[test]
fn the_public_page_of_a_project_tells_what_was_counted_and_not_what_a_column_says() {
    let hall = Hall::at(DemoStage::Published);
    let lost =
        hall.stored("select cast(min(project) as text) from vote_result where is_selected = 0");
    let address = format!("/projects/{lost}");
    let before = hall.client().get(&address).squeezed();
    assert!(before.contains("未入选"), "{before}");
    hall.write_past("update project set stage = 'selected' where stage = 'not_selected'");
    assert_eq!(hall.client().get(&address).squeezed(), before);
}

#[test]
fn the_words_of_a_certified_poll_are_compared_before_they_are_published() {
    let days = Days::new();
    for sql in [
        "update poll set title = 'another'",
        "update round set kind = 'supplementary'",
        "update round set number = 2",
    ] {
        let fate = days.fate(Some(Step::Publish), batch(sql));
        assert!(
            matches!(&fate, Fate::Stopped(Step::Publish, told) if told.iter().any(|one| one == "fact-changed:slate")),
            "{sql}: {fate:?}"
        );
        let fate = days.fate(None, batch(sql));
        assert_named(&fate, "fact-changed:slate");
    }
}

#[test]
fn a_backup_of_a_changed_record_is_made_and_marked_red() {
    let hall = Hall::at(DemoStage::Certified);
    let place = tempfile::tempdir().unwrap();
    let admin = hall.actor("admin");
    let honest = hall
        .run(
            hall.service
                .back_up(&admin, &BackupPlace::plain(place.path())),
        )
        .unwrap();
    assert_eq!(honest.manifest.differs, [] as [&str; 0]);
    hall.run(hall.service.check_record(Some(place.path())))
        .unwrap();
    let mut browser = hall.signed_in("admin");
    assert!(browser.get("/manage/backups").says("都一致"));
    let database = Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    database
        .execute_batch(
            "drop trigger audit_is_final; update audit set line = line || ' x' \
             where chain = (select id from congress where slug = 'qinghe') and number = 9",
        )
        .unwrap();
    hall.clock.set(noon() + jiff::Span::new().hours(1));
    let marked = hall
        .run(
            hall.service
                .back_up(&admin, &BackupPlace::plain(place.path())),
        )
        .unwrap();
    assert!(
        marked.manifest.differs[0].starts_with("chain-broken kind=changed line=9"),
        "{:?}",
        marked.manifest.differs
    );
    assert_eq!(list_backups(place.path()).len(), 2, "it is kept");
    // The backup's own check is the newest one: the page is red at once.
    let page = browser.get("/manage/backups");
    assert!(!page.says("都一致"), "{}", page.text());
    assert!(page.says("审计记录第9行被改动过"), "{}", page.text());
}

#[test]
fn a_log_that_was_written_anew_is_marked_in_every_later_backup_and_a_marked_one_is_not_restored_unasked()
 {
    use service::installation::restoring::{RestoreError, RestoreOrder, restore};
    let hall = Hall::at(DemoStage::Certified);
    let place = tempfile::tempdir().unwrap();
    let admin = hall.actor("admin");
    let back_up = || {
        hall.run(
            hall.service
                .back_up(&admin, &BackupPlace::plain(place.path())),
        )
        .unwrap()
    };
    let honest = back_up();
    // Two within one second have two names.
    let twin = back_up();
    assert_ne!(honest.file, twin.file);
    assert_eq!(twin.manifest.differs, [] as [&str; 0]);
    rewrite(&hall.dir.path().join("minsheng.db"));
    for _ in 0..2 {
        hall.clock.set(noon() + jiff::Span::new().hours(1));
        let marked = back_up();
        assert!(
            marked
                .manifest
                .differs
                .iter()
                .any(|one| one.starts_with("chain-broken kind=other")),
            "{:?}",
            marked.manifest.differs
        );
        let data = tempfile::tempdir().unwrap();
        let refused = restore(&RestoreOrder {
            file: &marked.file,
            data: data.path(),
            key: None,
            identity: None,
            and_marked: false,
        })
        .unwrap_err();
        assert!(matches!(refused, RestoreError::Marked(..)));
        assert!(
            refused
                .to_string()
                .contains(&twin.file.display().to_string()),
            "the newest sound one is named: {refused}"
        );
        assert!(
            restore(&RestoreOrder {
                file: &marked.file,
                data: data.path(),
                key: None,
                identity: None,
                and_marked: true
            })
            .is_ok()
        );
    }
    // And the heads of marked ones are not heads: the honest one still holds, restored.
    let data = tempfile::tempdir().unwrap();
    restore(&RestoreOrder {
        file: &twin.file,
        data: data.path(),
        key: None,
        identity: None,
        and_marked: false,
    })
    .unwrap();
    let found = check_file(data.path(), &[], Some(place.path())).unwrap();
    assert!(found.differences.is_empty(), "{:?}", found.differences);
}

/// Writes the whole log anew, with one word changed.
fn rewrite(file: &std::path::Path) {
    use sha2::Digest as _;
    let database = Connection::open(file).unwrap();
    let triggers: Vec<String> = database
        .prepare("select sql from sqlite_schema where type = 'trigger' and tbl_name = 'audit'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    database
        .execute_batch("drop trigger audit_is_final; drop trigger audit_stays")
        .unwrap();
    let lines: Vec<(i64, i64, String, String)> = database
        .prepare("select id, chain, line, lower(hex(hash)) from audit order by id")
        .unwrap()
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut before: BTreeMap<i64, Vec<u8>> = BTreeMap::new();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for (id, chain, line, old) in lines {
        let mut line = if id == 3 { format!("{line} ") } else { line };
        // Heads that were taken are written anew too.
        if let Some((_, taken)) = line.split_once(" hash=")
            && let Some(new) = renamed.get(taken)
        {
            line = line.replace(taken, new);
        }
        let hash = sha2::Sha256::new()
            .chain_update(before.get(&chain).map_or(&[0; 32][..], |hash| hash))
            .chain_update(line.as_bytes())
            .finalize();
        let new: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        renamed.insert(old, new);
        before.insert(chain, hash.to_vec());
        database
            .execute(
                "update audit set line = ?2, hash = ?3 where id = ?1",
                rusqlite::params![id, line, hash.to_vec()],
            )
            .unwrap();
    }
    for trigger in triggers {
        database.execute_batch(&trigger).unwrap();
    }
}

#[test]
fn the_log_is_compared_with_the_newest_backup_of_the_folder() {
    let hall = Hall::at(DemoStage::Certified);
    let place = tempfile::tempdir().unwrap();
    let admin = hall.actor("admin");
    hall.run(
        hall.service
            .back_up(&admin, &BackupPlace::plain(place.path())),
    )
    .unwrap();
    let database = Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    database
        .execute_batch("drop trigger audit_stays; delete from audit where id > 9")
        .unwrap();
    let checked = hall
        .run(hall.service.check_record(Some(place.path())))
        .unwrap();
    let kinds: Vec<_> = checked
        .differences
        .iter()
        .filter(|one| one.problem.code == "chain-broken")
        .flat_map(|one| one.problem.facts.clone())
        .collect();
    assert!(
        kinds
            .iter()
            .any(|(name, fact)| *name == "kind" && fact == "short"),
        "{kinds:?}"
    );
    assert!(!doctor(hall.dir.path()).is_empty());
}

#[test]
fn a_record_that_an_earlier_program_kept_holds_and_a_change_of_it_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("minsheng.db");
    let kept = include_str!("../../databases/version-1.sql");
    let database = Connection::open(&file).unwrap();
    database.execute_batch(kept).unwrap();
    drop(database);
    let key = kept.split("Its key file: ").nth(1).unwrap();
    let hex = |at: usize| u8::from_str_radix(&key[at * 2..at * 2 + 2], 16).unwrap();
    let bytes: Vec<u8> = (0..32).map(hex).collect();
    std::fs::write(dir.path().join("minsheng.key"), bytes).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let opened = service::Service::open_at(
        service::access::password::HashCost::CHEAP,
        dir.path(),
        machine::clock::Clock::fixed(noon()),
        machine::random::Random::seeded(1),
    );
    drop(runtime.block_on(opened).unwrap());
    assert_eq!(doctor(dir.path()), [] as [&str; 0]);
    let database = Connection::open(&file).unwrap();
    database
        .execute_batch("update opened_paper set papers = papers + 1")
        .unwrap();
    assert_eq!(doctor(dir.path()), ["fact-changed:papers"]);
}

#[test]
fn no_page_and_no_paper_of_the_office_tells_a_number_of_a_roll_or_an_account_that_was_changed() {
    let wrong_roll = "update sitting set due = 149, quorum_present = 121 where id = 1";
    let wrong_account = "update ballot_account set returned = 149 where kind = 'slip'";
    for (stage, sql, wrong) in [
        (
            DemoStage::Open,
            wrong_roll,
            &["149", "121", "75", "100"][..],
        ),
        (
            DemoStage::Published,
            wrong_roll,
            &["149", "121", "75", "100"],
        ),
        (DemoStage::Closed, wrong_account, &["149"]),
    ] {
        let hall = Hall::at(stage);
        let mut clerk = hall.signed_in("qinghe-clerk");
        let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
        hall.write_past(sql);
        let mut warned = 0;
        for path in [
            "/manage/polls/1",
            "/manage/polls/1/rules",
            "/manage/polls/1/script",
            "/manage/sittings/1/roll",
            "/manage/sittings/1/check-in",
            "/manage/sittings/1/closing",
            "/manage/polls/1/forms/account",
            "/manage/polls/1/forms/zero-report",
            "/manage/polls/1/forms/rules",
            "/count/1",
            "/count/1/account",
            "/polls/1",
            &format!("/manage/congresses/{congress}"),
        ] {
            let page = clerk.get(path);
            let text = page.text();
            let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
            for number in wrong {
                assert!(!numbers.contains(number), "{path}: {number}: {text}");
            }
            assert_ne!(
                page.header("content-type").unwrap(),
                "application/pdf",
                "{path}"
            );
            let told = ["有内容被改动过", "与当时确定的不一致", "不一致", "对不上"];
            warned += u32::from(told.iter().any(|told| text.contains(told)));
        }
        assert!(warned >= 5, "{warned} pages say so");
    }
}
