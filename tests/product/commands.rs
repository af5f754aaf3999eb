//! The commands as an operator types them: exit codes, plain English, one directory one server.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub(super) fn minsheng(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_minsheng"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

pub(super) fn told(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn without_a_command_the_help_is_shown() {
    let help = minsheng(&[], "");
    assert_eq!(help.status.code(), Some(0));
    for word in ["demo", "serve", "admin"] {
        assert!(told(&help).contains(word), "{word}");
    }
}

#[test]
fn a_stage_that_does_not_exist_is_refused_by_name() {
    let refused = minsheng(&["demo", "--stage", "evaluated"], "");
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        told(&refused).contains("published, followup"),
        "{}",
        told(&refused)
    );
}

#[test]
fn a_demo_never_wipes_a_directory_that_is_not_a_demos() {
    let dir = TempDir::new().unwrap();
    std::fs::write(dir.path().join("precious.txt"), "keep me").unwrap();
    let refused = minsheng(&["demo", "--dir", dir.path().to_str().unwrap()], "");
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        told(&refused).contains("holds something else than a demo"),
        "{}",
        told(&refused)
    );
    assert!(dir.path().join("precious.txt").exists());
}

#[test]
fn an_operator_sets_up_an_office_and_is_told_what_is_wrong() {
    let dir = TempDir::new().unwrap();
    let data = dir.path().to_str().unwrap();
    let admin = |args: &[&str], input: &str| {
        let all: Vec<&str> = ["admin", "--data", data]
            .iter()
            .chain(args)
            .copied()
            .collect();
        minsheng(&all, input)
    };
    assert_eq!(admin(&["name", "Altay"], "").status.code(), Some(0));
    let file = dir.path().join("congresses.csv");
    std::fs::write(
        &file,
        "code,slug,name,level\n654325,qinghe,Q,county\n65,X,Y,castle\n",
    )
    .unwrap();
    let refused = admin(&["import-congresses", file.to_str().unwrap()], "");
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("row 3"), "{}", told(&refused));
    std::fs::write(&file, "code,slug,name,level\n654325,qinghe,Q,county\n").unwrap();
    assert_eq!(
        admin(&["import-congresses", file.to_str().unwrap()], "")
            .status
            .code(),
        Some(0)
    );
    let add = [
        "add-account",
        "clerk-1",
        "--name",
        "One",
        "--role",
        "clerk",
        "--congress",
        "qinghe",
    ];
    let refused = admin(&add, "short\n");
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        told(&refused).contains("at least 10 characters"),
        "{}",
        told(&refused)
    );
    assert_eq!(admin(&add, "long enough\n").status.code(), Some(0));
    assert!(told(&admin(&add, "long enough\n")).contains("is taken"));
    let listed = admin(&["accounts"], "");
    assert!(
        told(&listed).contains("clerk-1\tOne\tclerk@qinghe"),
        "{}",
        told(&listed)
    );
}

#[test]
fn two_servers_never_share_a_directory() {
    let hall = crate::support::Hall::at(minsheng::demo::DemoStage::Draft);
    let data = hall.dir.path().to_str().unwrap();
    let refused = minsheng(&["serve", "--data", data, "--listen", "127.0.0.1:0"], "");
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        told(&refused).contains("another minsheng works in"),
        "{}",
        told(&refused)
    );
}

#[test]
fn the_doctor_looks_at_the_machine_and_says_what_to_mend() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("minsheng.key"), [0; 32]).unwrap();
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    std::fs::set_permissions(data.join("minsheng.key"), open).unwrap();
    let ask = |backups: &std::path::Path| {
        let output = Command::new(env!("CARGO_BIN_EXE_minsheng"))
            .args(["doctor", "--listen", "127.0.0.1:0"])
            .arg("--data")
            .arg(&data)
            .arg("--backups")
            .arg(backups)
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        (output.status.code().unwrap(), told)
    };
    let (code, told) = ask(&folder.path().join("nowhere"));
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("FAIL  others may read"), "{told}");
    assert!(told.contains("FAIL  backups cannot go to"), "{told}");
    let closed = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(data.join("minsheng.key"), closed).unwrap();
    let (_, told) = ask(folder.path());
    assert!(told.contains("on the same disk as the data"), "{told}");
    for line in [
        "the clock says",
        "Asia/Shanghai",
        "MB free",
        "a durable write takes",
        "swap",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let left: Vec<_> = std::fs::read_dir(&data)
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert!(
        left.iter()
            .all(|name| name == "minsheng.key" || name == "minsheng.lock"),
        "{left:?}"
    );
}

#[test]
fn the_table_of_congresses_in_the_install_guide_is_taken_as_it_stands() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    let guide = std::fs::read_to_string("deploy/install.md").unwrap();
    let rows = guide.lines().filter(|line| line.starts_with("       "));
    let table: Vec<&str> = rows
        .map(str::trim)
        .filter(|row| row.contains(','))
        .collect();
    assert_eq!(table.len(), 3, "{table:?}");
    let file = folder.path().join("congresses.csv");
    std::fs::write(&file, table.join("\n")).unwrap();
    for act in [
        &["name", "阿勒泰地区"][..],
        &["import-congresses", file.to_str().unwrap()],
    ] {
        let mut all = vec!["admin", "--data", data];
        all.extend(act);
        let done = minsheng(&all, "");
        assert_eq!(done.status.code(), Some(0), "{}", told(&done));
    }
}
