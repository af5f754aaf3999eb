//! Whoever reads the log: it never tells when somebody cast, not even where the cast failed.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::ballot::review;
use crate::support::{Client, Server};

/// Runs a server whose files may not grow beyond so many blocks of 512 bytes, its log in a file. Nobody told it
/// to ignore the signal that ends a process for that.
fn serve(blocks: u64, data: &str, log: &std::path::Path) -> Server {
    let child = Command::new("sh")
        .args(["-c", &format!("ulimit -f {blocks}; exec \"$0\" \"$@\"")])
        .arg(env!("CARGO_BIN_EXE_minsheng"))
        .args(["serve", "--data", data, "--listen", "127.0.0.1:0"])
        .env("NO_COLOR", "1")
        .env("MINSHENG_LOG", "trace")
        .stderr(Stdio::from(File::create(log).unwrap()))
        .spawn()
        .unwrap();
    let mut server = Server {
        child,
        address: String::new(),
    };
    for _ in 0..600 {
        let text = std::fs::read_to_string(log).unwrap();
        if let Some((_, address)) = text.split_once("listening on http://") {
            let address = address.split_whitespace().next().unwrap().to_owned();
            server.address = format!("http://{address}");
            return server;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    unreachable!(
        "it did not start: {}",
        std::fs::read_to_string(log).unwrap()
    );
}

#[test]
fn a_full_disk_in_mid_vote_leaves_no_moment_of_a_cast_in_the_log_and_the_server_alive() {
    let folder = tempfile::tempdir().unwrap();
    let (data, codes) = (folder.path().join("demo"), folder.path().join("slips.csv"));
    let (data, log) = (data.to_str().unwrap(), folder.path().join("log"));
    let arguments = [
        "demo",
        "--dir",
        data,
        "--codes",
        codes.to_str().unwrap(),
        "--deputies",
        "30",
        "--json",
    ];
    let (server, _) = Server::start(&arguments);
    drop(server);
    // The reminders of the day are written already, whatever time it is: by day the server would fill the
    // log with them. The log begins empty, so that some casts find room.
    let database = rusqlite::Connection::open(folder.path().join("demo/minsheng.db")).unwrap();
    database
        .execute_batch(
            "insert into reminder_run (congress, ran_on, ran_at) \
             select id, date('now', '+8 hours', later || ' days'), unixepoch() * 1000 \
             from congress, (select 0 as later union select 1)",
        )
        .unwrap();
    let busy = "pragma wal_checkpoint(truncate)";
    let busy: i64 = database.query_row(busy, [], |row| row.get(0)).unwrap();
    assert_eq!(busy, 0);
    drop(database);
    let mode = std::fs::metadata(&codes).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(&mode.permissions());
    assert_eq!(mode & 0o777, 0o600, "codes vote: nobody else reads them");
    let slips = std::fs::read_to_string(&codes).unwrap();
    let slips: Vec<&str> = slips
        .lines()
        .skip(1)
        .map(|line| line.rsplit('/').next().unwrap())
        .collect();
    let mut server = serve(256, data, &log);
    let (mut taken, mut refused) = (0, Vec::new());
    for slip in &slips {
        let mut phone = Client::new(&server.address);
        phone.get(&format!("/b/{slip}"));
        let form = review(&mut phone, &[("m1", "a")]);
        let told = phone.submit(&form, "/ballot/1/cast", &[]);
        if told.path.ends_with("/done") && told.status == 200 {
            taken += 1;
        } else {
            assert!(
                [500, 503].contains(&told.status),
                "{}: {}",
                told.status,
                told.text()
            );
            refused.push(*slip);
        }
    }
    assert!(
        taken > 0 && refused.len() > 3,
        "{taken} taken, {} refused",
        refused.len()
    );
    assert!(
        server.child.try_wait().unwrap().is_none(),
        "the server lives"
    );
    let killed = Command::new("kill")
        .arg(server.child.id().to_string())
        .status();
    assert!(killed.unwrap().success());
    assert_eq!(
        server.child.wait().unwrap().code(),
        Some(0),
        "and ends when it is told to"
    );
    let text = std::fs::read_to_string(&log).unwrap();
    // The reminders fail by the server's own clock, a quarter of an hour after the last, whoever casts.
    let of_the_server = "reminders could not be written";
    let failures: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("ERROR") && !line.contains(of_the_server))
        .collect();
    assert!(!failures.is_empty(), "the failures are told: {text}");
    for line in &failures {
        assert!(line.contains(" times since the last minute: "), "{line}");
    }
    assert!(
        failures.len() <= 4,
        "a line a kind, not a line a cast: {text}"
    );
    for slip in &slips {
        assert!(!text.contains(slip), "no code");
    }
    assert!(
        !text.contains("/ballot") && !text.contains("/b/"),
        "no request: {text}"
    );
    // With room again every refused phone sends its form once more, and each counts once.
    let server = serve(1 << 20, data, &log);
    for slip in &refused {
        let mut phone = Client::new(&server.address);
        phone.get(&format!("/b/{slip}"));
        let form = review(&mut phone, &[("m1", "a")]);
        assert!(
            phone
                .submit(&form, "/ballot/1/cast", &[])
                .path
                .ends_with("/done")
        );
    }
    drop(server);
    let database = crate::support::boxes::open(&folder.path().join("demo"));
    let boxed: i64 = database
        .query_row("select count(*) from box_ballot", [], |row| row.get(0))
        .unwrap();
    assert_eq!(usize::try_from(boxed).unwrap(), slips.len());
}
