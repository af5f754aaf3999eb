//! Each congress has its own chain, and the installation's takes their heads: what is broken in one stops
//! nobody else, and what is cut off one is named by the other.

use minsheng::demo::DemoStage;
use rusqlite::Connection;
use service::audit::checking::check_file;

use super::altered::doctor;
use crate::sitting::{Day, alone, both};
use crate::support::Hall;

fn day() -> Day {
    Day {
        poll: "1".to_owned(),
        sitting: "1".to_owned(),
        round: "1".to_owned(),
    }
}

/// The lines of the log past the triggers, as whoever can write the file has them.
fn past_triggers(hall: &Hall, sql: &str) {
    let database = Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    let triggers = "select group_concat(sql, '; ') from sqlite_schema where type = 'trigger' \
                    and tbl_name = 'audit'";
    let triggers: String = database.query_row(triggers, [], |row| row.get(0)).unwrap();
    database
        .execute_batch(&format!(
            "drop trigger audit_is_final; drop trigger audit_stays; {sql}; {triggers}"
        ))
        .unwrap();
}

fn chain(slug: &str) -> String {
    format!("(select id from congress where slug = '{slug}')")
}

/// A counted round, certified by two; answers the status of the last press.
fn certify(hall: &Hall) -> u16 {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let day = day();
    alone(&mut clerk, &day, "confirm-account");
    both(&mut [&mut clerk, &mut chief], &day, "open-box");
    alone(&mut clerk, &day, "count");
    both(&mut [&mut clerk, &mut chief], &day, "certify").status
}

#[test]
fn a_congress_writes_in_its_own_chain_and_certifying_has_the_installation_take_all_heads() {
    let hall = Hall::at(DemoStage::Closed);
    assert_eq!(certify(&hall), 200);
    for (what, sql) in [
        (
            "lines of a congress in another chain",
            "select count(*) from audit where chain <> coalesce(congress, 0)",
        ),
        (
            "numbers that are not counted from one on",
            "select count(*) from (select chain, max(number) - count(*) as gaps from audit group by chain) \
             where gaps <> 0",
        ),
        (
            "congresses whose head was not taken when the result was certified",
            "select count(*) from audit as a where chain > 0 and number = (select max(number) from audit as b \
             where b.chain = a.chain) and not exists (select 1 from audit as t where t.kind = 'head-taken' \
             and t.line like '%congress=' || a.chain || ' number=' || a.number || ' hash=' || lower(hex(a.hash)))",
        ),
    ] {
        assert_eq!(
            hall.stored(&format!("select cast(({sql}) as text)")),
            "0",
            "{what}"
        );
    }
    let chains = hall.stored("select cast(count(distinct chain) as text) from audit");
    assert!(chains.parse::<u32>().unwrap() >= 3, "{chains}");
    let checked = check_file(hall.dir.path(), &[], None).unwrap();
    assert_eq!(checked.differences, []);
    assert_eq!(checked.chains.to_string(), chains);
}

#[test]
fn what_is_broken_of_another_congress_or_of_the_installation_stops_nobody_here() {
    let hall = Hall::at(DemoStage::Closed);
    let township = "(select min(chain) from audit where chain > 0 and chain <> \
                    (select id from congress where slug = 'qinghe'))";
    for whose in [township, "0"] {
        past_triggers(
            &hall,
            &format!("update audit set line = line || ' x' where chain = {whose} and number = 2"),
        );
    }
    assert_eq!(certify(&hall), 200);
    let found = check_file(hall.dir.path(), &[], None).unwrap().differences;
    let told: Vec<&str> = found.iter().map(|one| one.problem.code).collect();
    assert_eq!(told, ["chain-broken"; 2], "and both are told");
    assert!(found.iter().any(|one| !one.about.is_empty()), "{found:?}");
    let named = doctor(hall.dir.path());
    assert_eq!(named, ["chain-broken:changed"; 2]);
}

#[test]
fn a_chain_that_was_cut_off_is_named_by_the_head_that_was_taken_of_it_and_stops_its_congress() {
    let hall = Hall::at(DemoStage::Closed);
    let heads = "select cast(count(*) as text) from audit where kind = 'head-taken'";
    assert_ne!(hall.stored(heads), "0", "taken at the start");
    let qinghe = chain("qinghe");
    past_triggers(
        &hall,
        &format!(
            "delete from audit where chain = {qinghe} and number = (select max(number) from audit \
             where chain = {qinghe} and kind <> 'round')"
        ),
    );
    let found = check_file(hall.dir.path(), &[], None).unwrap().differences;
    assert!(found.iter().any(|one| one.about == "青河县"), "{found:?}");
    // Cut at its very end, the chain is one in itself.
    let hall = Hall::at(DemoStage::Certified);
    past_triggers(
        &hall,
        &format!(
            "delete from audit where chain = {qinghe} and number > (select max(number) - 3 from audit \
             where chain = {qinghe})"
        ),
    );
    let found = check_file(hall.dir.path(), &[], None).unwrap().differences;
    let short = found.iter().find(|one| {
        let facts = &one.problem.facts;
        facts
            .iter()
            .any(|(name, fact)| *name == "kind" && fact == "short")
    });
    assert!(short.is_some_and(|one| one.about == "青河县"), "{found:?}");
    let press = service::act_of_two::press::Press::default();
    let clerk = hall.actor("qinghe-clerk");
    let publishing = hall.service.publish(&clerk, hall.poll(), press);
    let refused = hall.run(publishing).unwrap_err();
    assert!(
        refused
            .problems()
            .iter()
            .any(|one| one.code == "chain-broken"),
        "{refused:?}"
    );
}

#[test]
fn a_line_that_was_put_into_another_chain_is_named() {
    let hall = Hall::at(DemoStage::Certified);
    let qinghe = chain("qinghe");
    past_triggers(
        &hall,
        &format!(
            "update audit set number = 1 + (select max(number) from audit where chain = 0), chain = 0 \
             where chain = {qinghe} and number = (select max(number) from audit where chain = {qinghe})"
        ),
    );
    let found = check_file(hall.dir.path(), &[], None).unwrap().differences;
    assert!(!found.is_empty());
}

#[test]
fn a_head_is_typed_with_its_congress_and_a_congress_that_is_none_is_told() {
    let hall = Hall::at(DemoStage::Certified);
    let qinghe = chain("qinghe");
    let head = hall.stored(&format!(
        "select number || ':' || lower(substr(hex(hash), 1, 16)) from audit where chain = {qinghe} \
         order by number desc limit 1"
    ));
    let page = hall.signed_in("qinghe-clerk").get("/manage/polls/1");
    assert!(
        page.html().contains(&format!("qinghe:{head}")),
        "{}",
        page.text()
    );
    let checked = |typed: &str| {
        let head = domain::audit::chain::PrintedHead::read(typed).unwrap();
        let found = check_file(hall.dir.path(), &[head], None)
            .unwrap()
            .differences;
        found.iter().map(|one| one.problem.code).collect::<Vec<_>>()
    };
    assert!(checked(&format!("qinghe:{head}")).is_empty());
    assert_eq!(
        checked(&head),
        ["chain-broken"],
        "the installation's is another one"
    );
    assert_eq!(
        checked(&format!("nowhere:{head}")),
        ["head-congress-unknown"]
    );
}

#[test]
fn the_one_chain_of_an_earlier_version_is_the_first_stretch_of_the_installations() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("minsheng.db");
    let database = Connection::open(&file).unwrap();
    database
        .execute_batch(include_str!("../../databases/version-1.sql"))
        .unwrap();
    let before: i64 = database
        .query_row("select count(*) from audit", [], |row| row.get(0))
        .unwrap();
    drop(database);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let kept = include_str!("../../databases/version-1.sql");
    let key = kept.split("Its key file: ").nth(1).unwrap();
    let hex = |at: usize| u8::from_str_radix(&key[at * 2..at * 2 + 2], 16).unwrap();
    let bytes: Vec<u8> = (0..32).map(hex).collect();
    std::fs::write(dir.path().join("minsheng.key"), bytes).unwrap();
    let open = || {
        let clock = machine::clock::Clock::fixed(crate::support::noon());
        let random = machine::random::Random::seeded(1);
        let cost = service::access::password::HashCost::CHEAP;
        runtime
            .block_on(service::Service::open_at(cost, dir.path(), clock, random))
            .unwrap()
    };
    let service = open();
    let of = |sql: &str| -> i64 {
        let database = Connection::open(&file).unwrap();
        database.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert!(of("select count(*) from audit where chain = 0") >= before);
    assert_eq!(of("select count(*) from audit where chain <> 0"), 0);
    assert_eq!(of("select count(*) from audit where number <> id"), 0);
    let congress = runtime.block_on(service.find_congress("qinghe")).unwrap();
    let actor = domain::access::Actor::console();
    let file_of = "姓名,编号,代表团\n代表 901,901,第一代表团\n".as_bytes();
    let told = runtime.block_on(service.import_deputies(&actor, congress, file_of));
    assert!(told.is_ok(), "{told:?}");
    assert_eq!(
        of("select count(*) from audit where chain > 0 and number = 1"),
        1
    );
    drop(service);
    let checked = check_file(dir.path(), &[], None).unwrap();
    assert_eq!(checked.differences, []);
    // A line of before that is changed stops the congress that it is of, and the next start takes the head.
    drop(open());
    assert_eq!(
        of("select count(*) from audit where kind = 'head-taken'"),
        1
    );
    let database = Connection::open(&file).unwrap();
    database
        .execute_batch(
            "drop trigger audit_is_final; update audit set line = line || ' ' where id = 20",
        )
        .unwrap();
    let checked = check_file(dir.path(), &[], None).unwrap();
    assert!(
        checked
            .differences
            .iter()
            .any(|one| one.problem.code == "chain-broken")
    );
}
