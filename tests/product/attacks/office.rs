//! What the office does to itself: a key file lost or mixed up, a disk that rots, a folder that everybody may
//! look into, passwords that the operator knows or that everybody tries.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use domain::access::{Actor, Role};
use minsheng::demo::DemoStage;
use serde_json::Value;
use service::people::accounts::NewAccount;
use service::{Service, ServiceError};
use tempfile::TempDir;

use crate::ballot::vote;
use crate::commands::{minsheng, told};
use crate::people::{codes, people_page};
use crate::support::client::multipart;
use crate::support::{Client, Hall, Server, slips, until};

/// A demo's folder whose server was killed, and what the demo printed.
struct Office {
    _folder: TempDir,
    data: PathBuf,
    printed: Value,
    /// The code of one slip, where the stage has slips.
    slip: String,
}

impl Office {
    fn at(stage: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("demo");
        let path = data.to_str().unwrap();
        let codes = folder.path().join("codes.csv");
        let arguments = [
            "demo",
            "--dir",
            path,
            "--codes",
            codes.to_str().unwrap(),
            "--stage",
            stage,
            "--deputies",
            "15",
            "--json",
        ];
        let (server, printed) = Server::start(&arguments);
        drop(server);
        let printed = serde_json::from_str(&printed).unwrap();
        let codes = std::fs::read_to_string(codes).unwrap();
        let code = codes.lines().nth(1).and_then(|line| line.split(',').nth(1));
        Self {
            slip: code.unwrap_or_default().to_owned(),
            _folder: folder,
            data,
            printed,
        }
    }

    /// The folder served anew.
    fn serve(&self) -> Server {
        let data = self.data.to_str().unwrap();
        let address = ["--public-url", "http://192.0.2.9:8080"];
        Server::start(&["serve", "--data", data, address[0], address[1]]).0
    }

    fn signed_in(&self, server: &Server, username: &str) -> Client {
        let mut client = Client::new(&format!("http://{}", server.address));
        let password = self.password(username);
        let fields = [("username", username), ("password", password.as_str())];
        let page = client.post("/sign-in", &fields);
        assert_eq!(page.status, 200, "{}", page.text());
        client
    }

    fn key(&self) -> PathBuf {
        self.data.join("minsheng.key")
    }

    fn password(&self, username: &str) -> String {
        let staff = self.printed["staff"].as_array().unwrap();
        let one = staff.iter().find(|one| one["username"] == username);
        one.unwrap()["password"].as_str().unwrap().to_owned()
    }

    fn stored(&self, sql: &str) -> String {
        let database = crate::support::boxes::open(&self.data);
        database.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// A command on this folder: its exit code and all that it said.
    fn run(&self, command: &[&str], input: &str) -> (i32, String) {
        let mut all = vec![command[0], "--data", self.data.to_str().unwrap()];
        all.extend(&command[1..]);
        let output = minsheng(&all, input);
        (output.status.code().unwrap(), told(&output))
    }

    fn new_key(&self, people: [&str; 2]) -> (i32, String) {
        let [first, second] = people;
        let typed = people.map(|name| self.password(name) + "\n").concat();
        self.run(
            &["admin", "new-key", "--first", first, "--second", second],
            &typed,
        )
    }
}

/// Makes the page of the file that a table begins with unreadable, once nothing of it is in the log.
fn damage(data: &Path, table: &str) {
    let file = data.join("minsheng.db");
    let database = rusqlite::Connection::open(&file).unwrap();
    let busy: i64 = database
        .query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))
        .unwrap();
    assert_eq!(busy, 0);
    let (page, size): (i64, i64) = database
        .query_row(
            "select rootpage, (select page_size from pragma_page_size) from sqlite_schema where name = ?1",
            [table],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    drop(database);
    let mut bytes = std::fs::read(&file).unwrap();
    let from = usize::try_from((page - 1) * size).unwrap();
    bytes[from..from + 100].fill(0xff);
    std::fs::write(&file, bytes).unwrap();
}

#[test]
fn without_its_own_key_nothing_opens_and_no_other_is_drawn() {
    let office = Office::at("open");
    let kept = std::fs::read(office.key()).unwrap();
    let name = office.stored("select lower(hex(name)) from key_name");
    let events = "select cast(count(*) as text) from audit where kind = 'key-named'";
    assert_eq!(
        office.stored(events),
        "1",
        "a fresh database made its key once"
    );
    for (bytes, fault) in [
        (None, "is missing"),
        (Some(vec![7; 32]), "is foreign"),
        (Some(kept[..20].to_vec()), "cannot be read"),
        (Some(Vec::new()), "cannot be read"),
        (Some([kept.as_slice(), b"\n"].concat()), "cannot be read"),
    ] {
        match &bytes {
            Some(bytes) => std::fs::write(office.key(), bytes).unwrap(),
            None => std::fs::remove_file(office.key()).unwrap(),
        }
        let place = office.data.to_str().unwrap();
        for command in [
            &["serve", "--listen", "127.0.0.1:0"][..],
            &["admin", "accounts"],
            &["backup", "--to", place],
        ] {
            let (code, told) = office.run(command, "");
            assert_eq!(code, 2, "{command:?}: {told}");
            let path = office.key().display().to_string();
            for words in [
                fault,
                &path,
                "put the file back",
                "new-key",
                "two people",
                &name[..16],
            ] {
                assert!(told.contains(words), "{command:?}: {words}: {told}");
            }
        }
        let (code, told) = office.run(&["doctor", "--listen", "127.0.0.1:0"], "");
        assert_eq!(code, 1, "{told}");
        assert!(
            told.contains(&format!("FAIL  the key file {fault}")),
            "{told}"
        );
        assert_eq!(
            std::fs::read(office.key()).ok(),
            bytes,
            "nothing was drawn or mended"
        );
    }
    assert_eq!(office.stored("select lower(hex(name)) from key_name"), name);
    std::fs::write(office.key(), kept).unwrap();
    let (code, told) = office.run(&["doctor", "--listen", "127.0.0.1:0"], "");
    assert!(
        told.contains("minsheng.key is the key of this database"),
        "{code}: {told}"
    );
    assert!(told.contains("the database was read through"), "{told}");
    assert_eq!(office.run(&["admin", "accounts"], "").0, 0);
}

#[test]
fn a_key_whose_database_is_gone_begins_no_new_prefecture() {
    let office = Office::at("closed");
    let file = office.data.join("minsheng.db");
    for is_empty in [true, false] {
        if is_empty {
            std::fs::write(&file, "").unwrap();
        } else {
            std::fs::remove_file(&file).unwrap();
        }
        let (code, told) = office.run(&["serve", "--listen", "127.0.0.1:0"], "");
        assert_eq!(code, 2, "{told}");
        assert!(told.contains("stands alone"), "{told}");
        assert!(told.contains("restore the newest backup"), "{told}");
        let (_, told) = office.run(&["doctor"], "");
        assert!(told.contains("stands alone"), "{told}");
    }
    assert!(!file.exists(), "and none is made");
}

#[test]
fn a_new_key_needs_two_people_and_ends_whatever_lived_under_the_old_one() {
    let office = Office::at("open");
    let old = std::fs::read(office.key()).unwrap();
    let name = office.stored("select lower(hex(name)) from key_name");
    std::fs::remove_file(office.key()).unwrap();
    for (people, words) in [
        (["qinghe-clerk", "qinghe-clerk"], "same"),
        (
            ["qinghe-chief", "qinghe-teller"],
            "clerk or an administrator",
        ),
        (["qinghe-clerk", "qinghe-d1"], "clerk or an administrator"),
        (["reader", "admin"], "clerk or an administrator"),
    ] {
        let (code, told) = office.new_key(people);
        assert_eq!(code, 1, "{people:?}: {told}");
        assert!(told.contains(words), "{people:?}: {told}");
    }
    let wrong = [
        "admin",
        "new-key",
        "--first",
        "qinghe-clerk",
        "--second",
        "admin",
    ];
    for typed in [
        format!("{}\nno\n", office.password("qinghe-clerk")),
        format!("{}\n", office.password("qinghe-clerk")),
        format!("no\n{}\n", office.password("admin")),
    ] {
        let (code, told) = office.run(&wrong, &typed);
        assert_eq!(code, 1, "{told}");
        assert!(told.contains("wrong"), "{told}");
    }
    assert!(!office.key().exists());
    assert_eq!(office.stored("select lower(hex(name)) from key_name"), name);

    let (code, told) = office.new_key(["qinghe-clerk", "admin"]);
    assert_eq!(code, 0, "{told}");
    assert!(
        told.contains("ended: 15 living slips, 14 printed first sign-ins"),
        "{told}"
    );
    let drawn = std::fs::read(office.key()).unwrap();
    assert!(drawn.len() == 32 && drawn != old);
    let mode = std::fs::metadata(office.key())
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    for (sql, left) in [
        // The vote that runs knows its slips until it is closed; under the new key none of them is found.
        ("select count(*) from desk where old_slips = 'voting'", "1"),
        ("select count(*) from slip", "20"),
        ("select count(*) from invitation", "0"),
        ("select count(*) from sign_in", "0"),
        ("select count(*) from officer where pin_hash <> ''", "0"),
        (
            "select count(*) from audit where kind = 'key-replaced'",
            "1",
        ),
    ] {
        let sql = format!("select cast(({sql}) as text)");
        assert_eq!(office.stored(&sql), left, "{sql}");
    }
    let line = office.stored("select line from audit where kind = 'key-replaced'");
    assert!(
        line.contains("second=") && line.contains("slips=15"),
        "{line}"
    );
    // The vote that had begun can be closed with what was cast; the old slips are nobody's.
    let path = office.data.to_str().unwrap();
    let (server, _) = Server::start(&["serve", "--data", path]);
    let mut clerk = Client::new(&format!("http://{}", server.address));
    let password = office.password("qinghe-clerk");
    let fields = [
        ("username", "qinghe-clerk"),
        ("password", password.as_str()),
    ];
    assert_eq!(clerk.post("/sign-in", &fields).status, 200);
    let told = clerk.get("/manage/polls/1");
    assert!(
        told.says("申请投票结束") || told.says("投票结束"),
        "{}",
        told.text()
    );
    drop(server);
    finish_after_a_kill(&office, &old, &drawn);
}

/// The program was killed between the database and the file: the next start finishes.
fn finish_after_a_kill(office: &Office, old: &[u8], drawn: &[u8]) {
    std::fs::rename(office.key(), office.data.join("minsheng.key.new")).unwrap();
    std::fs::write(office.key(), old).unwrap();
    assert_eq!(office.run(&["admin", "accounts"], "").0, 0);
    assert_eq!(std::fs::read(office.key()).unwrap(), drawn);
    let aside = std::fs::read(office.data.join("minsheng.key.before-1"));
    assert_eq!(aside.unwrap(), old, "what was there is kept aside");
}

#[test]
fn what_was_cast_before_a_new_key_is_opened_and_counted_after_it() {
    for stage in ["open", "closed"] {
        let office = Office::at(stage);
        if stage == "open" {
            let server = office.serve();
            let mut phone = Client::new(&format!("http://{}", server.address));
            phone.get(&format!("/b/{}", office.slip));
            let done = vote(&mut phone, &[("m1", "a")]);
            assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
        }
        let (code, told) = office.new_key(["qinghe-clerk", "admin"]);
        assert_eq!(code, 0, "{told}");
        let server = office.serve();
        let mut clerk = office.signed_in(&server, "qinghe-clerk");
        let mut chief = office.signed_in(&server, "qinghe-chief");
        let sheet = "/manage/polls/1";
        if stage == "open" {
            two(&mut clerk, &mut chief, sheet, "/close-vote");
        }
        let page = clerk.get(sheet);
        let page = clerk.submit(&page, "/confirm-account", &[]);
        assert_eq!(page.status, 200, "{stage}: {}", page.text());
        two(&mut clerk, &mut chief, sheet, "/open-box");
        let page = clerk.get(sheet);
        let page = clerk.submit(&page, "/count", &[]);
        assert_eq!(page.status, 200, "{stage}: {}", page.text());
        let opened = office.stored("select cast(sum(papers) as text) from opened_paper");
        let returned = "select cast(sum(returned) as text) from ballot_account where round = 1";
        assert_eq!(office.stored(returned), opened, "{stage}");
        assert_ne!(opened, "0", "{stage}");
        let now = office.stored("select stage from round where id = 1");
        assert_eq!(now, "counted", "{stage}");
        // No vote comes at the sitting: slips would stand beside an account that was signed.
        let page = clerk.get("/manage/sittings/1/slips");
        let order = [
            ("number", "5"),
            ("slips", "5"),
            ("reason", "x"),
            ("as", "ask"),
        ];
        let told = clerk.submit(&page, "/slips/ask", &order);
        assert!(told.says("投票已经开始，票证不能再变动"), "{}", told.text());
        let asked = "select cast(count(*) as text) from act_request where act = 'print-slips'";
        assert_eq!(office.stored(asked), "0");
    }
}

#[test]
fn an_account_lists_the_prints_that_its_round_was_held_with_as_they_were_then() {
    let office = Office::at("open");
    let (code, told) = office.new_key(["qinghe-clerk", "admin"]);
    assert_eq!(code, 0, "{told}");
    let server = office.serve();
    let mut clerk = office.signed_in(&server, "qinghe-clerk");
    let mut chief = office.signed_in(&server, "qinghe-chief");
    let account = "/count/1/account";
    let of_first = clerk.get(account);
    assert!(of_first.says("第 1 次印制票证") && !of_first.says("全部失效"));
    // The round after it is held with other slips: its list says that these have ended.
    let sheet = "/manage/polls/1";
    for (who, way) in [(&mut clerk, "ask"), (&mut chief, "confirm")] {
        let page = who.get(sheet);
        let page = who.submit(&page, "/void", &[("as", way), ("reason", "x")]);
        assert_eq!(page.status, 200, "{}", page.text());
    }
    let of_second = clerk.get(account);
    assert!(
        of_second.says("已更换密钥或从备份恢复，全部失效"),
        "{}",
        of_second.text()
    );
}

/// An act of two on the run-sheet: the clerk asks, the chief confirms.
fn two(clerk: &mut Client, chief: &mut Client, sheet: &str, act: &str) {
    for (who, way) in [(clerk, "ask"), (chief, "confirm")] {
        let page = who.get(sheet);
        let page = who.submit(&page, act, &[("as", way)]);
        assert_eq!(page.status, 200, "{act}: {}", page.text());
    }
}

#[test]
fn slips_that_nobody_voted_with_are_printed_and_drawn_anew_under_the_new_key() {
    let office = Office::at("open");
    let database = rusqlite::Connection::open(office.data.join("minsheng.db")).unwrap();
    database
        .execute_batch("update round set stage = 'issuing'")
        .unwrap();
    drop(database);
    std::fs::remove_dir_all(office.data.join("boxes")).unwrap();
    let (code, told) = office.new_key(["admin", "qinghe-clerk"]);
    assert_eq!(code, 0, "{told}");
    for sql in [
        "select cast(count(*) as text) from slip",
        "select cast(count(*) as text) from issued where kind = 'slip'",
    ] {
        assert_eq!(office.stored(sql), "0", "{sql}");
    }
    let mut aside = std::fs::read_dir(&office.data).unwrap();
    let is_aside = |name: &std::ffi::OsStr| name == "minsheng.key.before-1";
    assert!(aside.any(|entry| is_aside(&entry.unwrap().file_name())));
}

#[test]
fn whoever_chose_the_first_passwords_of_two_is_not_two_people() {
    let dir = TempDir::new().unwrap();
    let data = dir.path().join("data");
    let path = data.to_str().unwrap();
    let admin = |arguments: &[&str], input: &str| {
        let mut all = vec!["admin", "--data", path];
        all.extend(arguments);
        let output = minsheng(&all, input);
        (output.status.code().unwrap(), told(&output))
    };
    assert_eq!(admin(&["name", "Altay"], "").0, 0);
    let mode = std::fs::metadata(&data).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700, "the folder is its owner's alone");
    for (name, typed) in [
        ("keeper", "otters swim far\n"),
        ("other", "herons stand still\n"),
    ] {
        let add = [
            "add-account",
            name,
            "--name",
            name,
            "--role",
            "administrator",
        ];
        assert_eq!(admin(&add, typed).0, 0);
    }
    let listed = admin(&["accounts"], "").1;
    assert_eq!(listed.matches("\tfirst password").count(), 2, "{listed}");
    let new_key = ["new-key", "--first", "keeper", "--second", "other"];
    let both = "otters swim far\nherons stand still\n";
    let (code, told) = admin(&new_key, both);
    assert_eq!(code, 0, "where nothing lives nothing is lost: {told}");
    let database = rusqlite::Connection::open(data.join("minsheng.db")).unwrap();
    let living = "insert into sign_in (token_hash, account, created_at, seen_at) values (zeroblob(32), 1, 0, 0)";
    database.execute(living, []).unwrap();
    drop(database);
    let (code, told) = admin(&new_key, both);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("somebody else chose"), "{told}");
}

#[test]
fn a_damaged_database_is_named_at_start_by_the_doctor_and_on_every_page() {
    let office = Office::at("published");
    damage(&office.data, "audit");
    for command in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["admin", "accounts"],
    ] {
        let (code, told) = office.run(command, "");
        assert_eq!(code, 2, "{told}");
        for words in [
            "the database is damaged: page ",
            "(table audit)",
            "minsheng restore",
        ] {
            assert!(told.contains(words), "{words}: {told}");
        }
    }
    let (code, told) = office.run(&["doctor", "--listen", "127.0.0.1:0"], "");
    assert_eq!(code, 1, "{told}");
    assert!(
        told.contains("FAIL  the database is damaged: page ") && told.contains("(table audit)"),
        "{told}"
    );
    std::fs::write(
        office.data.join("minsheng.db"),
        "something else entirely, for a start",
    )
    .unwrap();
    drop(std::fs::remove_file(office.data.join("minsheng.db-wal")));
    drop(std::fs::remove_file(office.data.join("minsheng.db-shm")));
    let (code, told) = office.run(&["serve", "--listen", "127.0.0.1:0"], "");
    assert_eq!(code, 2);
    assert!(told.contains("the database is damaged"), "{told}");

    let hall = Hall::at(DemoStage::Published);
    let mut client = hall.client();
    assert_eq!(client.get("/").status, 200);
    hall.write_past("update prefecture set is_demo = 1");
    damage(hall.dir.path(), "statement");
    damage(hall.dir.path(), "poll");
    let page = client.get("/polls/1");
    assert_eq!(page.status, 500);
    for words in ["数据库已损坏", "刚才的内容没有保存", "minsheng doctor"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
}

#[test]
fn a_value_that_the_program_never_writes_is_damage_and_no_silent_error() {
    let hall = Hall::at(DemoStage::Published);
    let database = rusqlite::Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    database
        .execute_batch("pragma ignore_check_constraints = on")
        .unwrap();
    let changed = database.execute("update round set stage = 'opne' where id = 1", []);
    assert_eq!(changed.unwrap(), 1);
    let page = hall.client().get("/polls/1");
    assert_eq!(page.status, 500);
    assert!(page.says("数据库已损坏"), "{}", page.text());
}

#[test]
fn a_row_that_names_one_that_is_gone_is_told_on_the_administrators_page_too() {
    let hall = Hall::at(DemoStage::Draft);
    let file = hall.dir.path().join("minsheng.db");
    let database = rusqlite::Connection::open(file).unwrap();
    database.pragma_update(None, "foreign_keys", false).unwrap();
    let moved = "update project set id = 0 where id = (select max(id) from project)";
    assert_eq!(database.execute(moved, []).unwrap(), 1);
    let checked = hall.run(hall.service.check_record(None)).unwrap();
    let codes: Vec<_> = checked
        .differences
        .iter()
        .map(|one| one.problem.code)
        .collect();
    assert!(codes.contains(&"database-damaged"), "{codes:?}");
    let page = hall.signed_in("admin").get("/manage/backups");
    assert!(
        page.says("names one of project that is not there"),
        "{}",
        page.text()
    );
}

#[test]
fn a_folder_that_others_may_look_into_is_told_and_none_is_made_so() {
    let office = Office::at("certified");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&office.data), 0o700, "the demo's folder");
    std::fs::set_permissions(&office.data, std::fs::Permissions::from_mode(0o755)).unwrap();
    // No machine has this address: the server says what it sees and ends.
    let (code, told) = office.run(&["serve", "--listen", "203.0.113.1:1"], "");
    assert_eq!(code, 2, "{told}");
    assert!(
        told.contains("others may look into") && told.contains("mode 755"),
        "{told}"
    );
    let (_, told) = office.run(&["doctor", "--listen", "127.0.0.1:0"], "");
    assert!(told.contains("warn  others may look into"), "{told}");
    let place = tempfile::tempdir().unwrap();
    let (code, told) = office.run(&["backup", "--to", place.path().to_str().unwrap()], "");
    assert_eq!(code, 0, "{told}");
    let backup = service::installation::backup_place::list_backups(place.path())
        .remove(0)
        .file;
    let restored = place.path().join("restored");
    let into = restored.to_str().unwrap();
    let output = minsheng(&["restore", backup.to_str().unwrap(), "--data", into], "");
    let text = told_of(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(
        text.contains("nothing starts before the file minsheng.key lies there"),
        "{text}"
    );
    assert_eq!(mode(&restored), 0o700);
    let output = minsheng(&["admin", "--data", into, "accounts"], "");
    assert_eq!(output.status.code(), Some(2), "{}", told_of(&output));
    std::fs::copy(office.key(), restored.join("minsheng.key")).unwrap();
    let output = minsheng(&["admin", "--data", into, "accounts"], "");
    assert_eq!(output.status.code(), Some(0), "{}", told_of(&output));
}

fn told_of(output: &std::process::Output) -> String {
    told(output)
}

/// An account of 青河县 whose first password the operator typed.
fn hire(hall: &Hall, username: &str, role: Role) -> Result<(), ServiceError> {
    let new = NewAccount {
        username: username.to_owned(),
        name: "新来的人".to_owned(),
        password: "otters swim far".to_owned(),
        must_change: true,
        role,
        congress: Some("qinghe".to_owned()),
    };
    let console = Actor::console();
    let made = hall.service.create_account(&console, new);
    hall.run(made).map(drop)
}

fn sign_in(hall: &Hall, username: &str, password: &str) -> Client {
    let mut client = hall.client();
    let page = client.post(
        "/sign-in",
        &[("username", username), ("password", password)],
    );
    assert_eq!(page.status, 200, "{}", page.text());
    client
}

#[test]
fn whose_password_the_operator_typed_does_nothing_before_choosing_one() {
    let console = Actor::console();
    let hall = Hall::at(DemoStage::Open);
    hire(&hall, "new-clerk", Role::Clerk).unwrap();
    let mut clerk = sign_in(&hall, "new-clerk", "otters swim far");
    let page = clerk.get("/manage/polls/1");
    assert_eq!(
        page.path, "/manage/password",
        "the first page is that of the password"
    );
    assert!(page.says("您现在的密码是别人设置的"), "{}", page.text());
    let token = page.value("token");
    let mut asked = 0;
    for route in web::routes() {
        let is_anybodys = {
            use web::RouteRole::{Everybody, Public, Published, Voter};
            matches!(route.who, Everybody | Public | Published | Voter)
        };
        // An officer's device has a cookie of its own: no account opens its pages.
        let is_staffs = !is_anybodys && route.who != web::RouteRole::Officer;
        if !is_staffs || ["/manage/password", "/sign-out"].contains(&route.pattern.as_ref()) {
            continue;
        }
        let path = crate::access::address(&route.pattern);
        let body = (route.method != "GET").then(|| format!("token={token}").into_bytes());
        clerk.headers.push(("form-token".to_owned(), token.clone()));
        let answer = clerk.once(route.method.as_str(), &path, body);
        clerk.headers.clear();
        let to = answer.header("location").unwrap_or_default();
        assert_eq!(
            (answer.status, to.as_str()),
            (303, "/manage/password"),
            "{} {path}",
            route.method
        );
        asked += 1;
    }
    assert!(asked > 150, "{asked} routes were asked");
    let mut choose = |new: &str| {
        let set = [("old", "otters swim far"), ("new", new), ("repeat", new)];
        let page = clerk.get("/manage/password");
        clerk.submit(&page, "/manage/password", &set)
    };
    for (new, words) in [
        ("otters swim far", "新密码和原密码一样"),
        ("1234567890", "太常见"),
        ("P@ssw0rd123", "太常见"),
        ("13812345678", "太常见"),
        ("qinghe-2026", "太像"),
        ("new-clerk-1", "太像"),
        ("青河县青河县青河县青河县", "太像"),
        ("x7!kq2w9b", "至少10个字符"),
    ] {
        let told = choose(new);
        assert_eq!(told.status, 422, "{new}");
        assert!(told.says(words), "{new}: {}", told.text());
    }
    let told = choose("herons stand still");
    assert!(told.path.starts_with("/sign-in"), "{}", told.text());
    let mut clerk = sign_in(&hall, "new-clerk", "herons stand still");
    assert_eq!(clerk.get("/manage/polls/1").path, "/manage/polls/1");
    // Who forgot it gets one from the operator, and is where they were at first.
    let reset = hall
        .service
        .reset_password(&console, "new-clerk", "otters swim far");
    hall.run(reset).unwrap();
    assert!(
        clerk.get("/manage").path.starts_with("/sign-in"),
        "signed out"
    );
    let mut clerk = sign_in(&hall, "new-clerk", "otters swim far");
    assert_eq!(clerk.get("/manage").path, "/manage/password");
}

#[test]
fn nobody_gets_a_password_that_everybody_tries() {
    let console = Actor::console();
    let hall = Hall::at(DemoStage::Draft);
    for password in [
        "12345678",
        "1234567890",
        "qinghe2026",
        "password123",
        "new-clerk1",
    ] {
        let new = NewAccount {
            username: "new-clerk".to_owned(),
            name: "新来的人".to_owned(),
            password: password.to_owned(),
            must_change: true,
            role: Role::Clerk,
            congress: Some("qinghe".to_owned()),
        };
        let made = hall.service.create_account(&console, new);
        let refused = hall.run(made).unwrap_err();
        let code = refused.problems()[0].code;
        assert!(code.starts_with("password-"), "{password}: {code}");
        if password.starts_with("new-clerk") {
            continue; // the name of that account, and nobody else's
        }
        let reset = hall
            .service
            .reset_password(&console, "qinghe-clerk", password);
        assert!(hall.run(reset).is_err(), "{password}");
    }
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people_page(&hall, &mut clerk);
    let sheet = clerk.submit(&page, "/people/deputies", &[]);
    let code = codes(&sheet)[0].replace(' ', "");
    let mut deputy = hall.client();
    let welcome = deputy.get(&format!("/join/{code}"));
    for (new, words) in [
        ("12345678", "太常见"),
        ("88888888", "太常见"),
        ("woaini1314", "太常见"),
        ("青河县青河县青河县", "太像"),
        ("x7!kq2w", "至少8个字符"),
    ] {
        let told = deputy.submit(&welcome, "/join/", &[("new", new), ("repeat", new)]);
        assert_eq!(told.status, 422, "{new}");
        assert!(told.says(words), "{new}: {}", told.text());
    }
    let home = deputy.submit(
        &welcome,
        "/join/",
        &[("new", "x7!kq2w9"), ("repeat", "x7!kq2w9")],
    );
    assert_eq!(home.path, "/my", "{}", home.text());
}

#[test]
fn a_second_look_at_the_folder_leaves_nothing_there() {
    let folder = tempfile::tempdir().unwrap();
    assert!(!Service::is_in_use(folder.path()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    assert!(Service::examine(folder.path()).unwrap().is_none());
}

#[test]
fn a_new_key_in_the_middle_of_a_vote_says_what_it_ends_and_leads_on_to_new_slips() {
    let office = Office::at("open");
    let cast = office.stored("select cast(count(*) as text) from box_ballot");
    let living = office.stored("select cast(count(*) as text) from slip where is_cancelled = 0");
    let people = ["qinghe-clerk", "qinghe-chief"];
    std::fs::remove_file(office.key()).unwrap();
    let (code, told) = office.new_key(people);
    assert_eq!(code, 0, "{told}");
    let before = told.find("a new key ends").unwrap();
    let asked = told.find("password of").unwrap();
    assert!(before < asked, "it says first what ends: {told}");
    for words in [
        format!("a new key ends {living} living slips"),
        "a vote runs: ".to_owned(),
        format!("ended: {living} living slips"),
    ] {
        assert!(told.contains(&words), "{words}: {told}");
    }
    let server = office.serve();
    let mut phone = Client::new(&format!("http://{}", server.address));
    // A deputy with a slip of before reads words, and no dead form.
    let code = &office.slip;
    let page = phone.get(&format!("/b/{code}"));
    assert!(page.says("先前发的票证已全部作废"), "{}", page.text());
    let (mut clerk, mut chief) = (
        office.signed_in(&server, people[0]),
        office.signed_in(&server, people[1]),
    );
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("结束投票，按已投的票计；或者作废本轮") && sheet.says("重新印制、发放"),
        "{}",
        sheet.text()
    );
    // What was cast is counted: the account knows the slips that were handed out.
    for (who, way) in [(&mut clerk, "ask"), (&mut chief, "confirm")] {
        let page = who.get("/manage/polls/1");
        let page = who.submit(&page, "/manage/rounds/1/close-vote", &[("as", way)]);
        assert_eq!(page.status, 200, "{}", page.text());
    }
    assert_eq!(
        office.stored("select stage from round where id = 1"),
        "closed"
    );
    let account = "select issued || ' ' || returned from ballot_account where kind = 'slip'";
    let issued = office.stored("select cast(issued as text) from round where id = 1");
    assert_eq!(office.stored(account), format!("{issued} {cast}"));
    assert_eq!(
        office.stored("select cast(count(*) as text) from slip where sitting = 1"),
        "0"
    );
    // Nothing is to be voted here again; where a round follows, new slips are printed and signed for.
    for (who, way) in [(&mut clerk, "ask"), (&mut chief, "confirm")] {
        let page = who.get("/manage/polls/1");
        let set = [("reason", "密钥遗失"), ("as", way)];
        let page = who.submit(&page, "/manage/rounds/1/void", &set);
        assert_eq!(page.status, 200, "{}", page.text());
    }
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("请由两个人印制新票证，请代表重新签领"),
        "{}",
        sheet.text()
    );
    let slips = "/manage/sittings/1/slips";
    let printed = slips::print_pdf(&mut clerk, &mut chief, slips, "15");
    assert_eq!(printed.status, 200);
    assert_eq!(
        office.stored("select cast(count(*) as text) from slip where sitting = 1"),
        "15"
    );
    assert_eq!(
        office.stored(
            "select cast(count(*) as text) from issued where sitting = 1 and kind = 'slip'"
        ),
        "0"
    );
    let wrong = phone.get(&format!("/b/{code}"));
    assert!(wrong.says("先前发的票证已全部作废"), "{}", wrong.text());
}

#[test]
fn damage_of_a_large_database_is_found_while_it_is_served_already() {
    let office = Office::at("published");
    damage(&office.data, "screening");
    let database = rusqlite::Connection::open(office.data.join("minsheng.db")).unwrap();
    // Room that was used once and is free: the file stays large, as one of many pictures is.
    database
        .execute_batch(
            "create table large (bytes blob); insert into large values (zeroblob(70000000)); drop table large; \
             pragma wal_checkpoint(truncate)",
        )
        .unwrap();
    drop(database);
    let size = std::fs::metadata(office.data.join("minsheng.db"))
        .unwrap()
        .len();
    assert!(size > 64 << 20, "{size}");
    // It listens first: the vote of another township does not wait for the reading.
    let server = office.serve();
    let mut client = Client::new(&format!("http://{}", server.address));
    until("the damage is told on every page", || {
        let page = client.get("/");
        page.status == 500 && page.says("数据库已损坏") && page.says("minsheng doctor")
    });
    let page = client.get("/polls/1");
    assert!(page.says("数据库已损坏"), "{}", page.text());
    // The administrator hears it at the door.
    let password = office.password("admin");
    let fields = [("username", "admin"), ("password", password.as_str())];
    let page = client.post("/sign-in", &fields);
    assert!(page.says("数据库已损坏"), "{}", page.text());
    // Beside the running server too the doctor says which page of which table it is.
    let (code, told) = office.run(&["doctor", "--listen", "127.0.0.1:0"], "");
    assert_eq!(code, 1, "{told}");
    assert!(
        told.contains("the database is damaged: page ") && told.contains("(table screening)"),
        "{told}"
    );
}

#[test]
fn a_text_that_reads_as_another_one_is_refused_in_whatever_form_it_is_typed() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let token = clerk.get("/manage").value("token");
    for (path, field) in [
        ("/manage/rounds/1/void", "reason"),
        ("/manage/congresses/6/sessions/new", "title"),
        ("/manage/sittings/1/slips/ask", "reason"),
        ("/manage/polls/1/rules", "x"),
    ] {
        let fields = [("token", token.as_str()), (field, "票\u{202e}箱")];
        let told = clerk.post(path, &fields);
        assert_eq!(told.status, 422, "{path}: {}", told.text());
        assert!(told.says("看不见的控制字符（U+202E）"), "{}", told.text());
    }
    // Beside a photo too.
    let parts = multipart(&[
        ("token", None, token.as_bytes()),
        ("x", None, "票\u{202e}箱".as_bytes()),
        ("picture", Some("a.jpg"), b"x"),
    ]);
    let told = clerk.post_multipart("/manage/projects/1/photos/new", parts);
    assert_eq!(told.status, 422, "{}", told.text());
    assert!(told.says("看不见的控制字符（U+202E）"), "{}", told.text());
    let page = clerk.get("/manage/sessions/1/officers");
    let fields = [("post", "teller"), ("name", "李\u{202e}明")];
    let told = clerk.submit(&page, "/sessions/1/officers", &fields);
    assert_eq!(told.status, 422, "{}", told.text());
}
