//! A certificate given to the server: officers' pages answer over HTTPS beside plain http, and where they
//! do not open the page says why, who can change it, and how.

use std::path::{Path, PathBuf};
use std::process::Command;

use machine::bounds::ConnectionLimits;
use minsheng::demo::DemoStage;
use web::config::Config;
use web::{self, Certificate, Listener, ServerAddress};

use crate::officers::scrutineer_without_account;
use crate::support::{Client, Hall};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/certificates")
        .join(name)
}

/// The certificate of the tests.
pub(crate) fn certificate() -> Certificate {
    Certificate::read(&file("certificate.pem"), &file("key.pem")).unwrap()
}

/// The hall's service at a further gate.
pub(crate) fn gate(hall: &Hall, certificate: Option<Certificate>, behind_proxy: bool) -> String {
    gate_within(ConnectionLimits::USUAL, hall, certificate, behind_proxy)
}

/// The same with other room.
pub(crate) fn gate_within(
    room: ConnectionLimits,
    hall: &Hall,
    certificate: Option<Certificate>,
    behind_proxy: bool,
) -> String {
    let listener = hall
        .run(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    let config = Config {
        data: hall.dir.path().to_owned(),
        listen: address,
        public_url: Some(format!("http://{address}")),
        behind_proxy,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let is_tls = certificate.is_some();
    let front = ServerAddress {
        is_tls,
        officers_url: Some("https://officers.example"),
    };
    let app = web::app_at(room, hall.service.clone(), &config, front);
    let gate = Listener {
        listener,
        app,
        certificate,
    };
    hall.runtime
        .spawn(web::serve_gates(room, vec![gate], std::future::pending()));
    let scheme = if is_tls { "https" } else { "http" };
    format!("{scheme}://{address}")
}

#[test]
fn an_officers_phone_opens_over_https_and_the_record_says_that_it_was_the_own_device() {
    let hall = Hall::at(DemoStage::Open);
    let base = gate(&hall, Some(certificate()), false);
    let id = scrutineer_without_account(&hall);
    let code = hall.slip_for(id);
    let mut phone = Client::new(&base);
    assert!(phone.get("/officer").says("开机条上的十五位数字"));
    let greeting = phone.get(&format!("/officer/open/{code}"));
    let page = phone.submit(&greeting, "/officer/open", &[]);
    assert_eq!(page.status, 200, "{}", page.text());
    let opened = hall.stored("select screen from officer_slip");
    assert_eq!(opened, "own-device");
    // Its cookies never go out on the plain line of the same host.
    let answer = phone.once("GET", &format!("/officer/open/{code}"), None);
    let cookie = answer.header("set-cookie").unwrap_or_default();
    assert!(cookie.contains("Secure"), "{cookie}");
}

#[test]
fn on_plain_http_from_elsewhere_the_page_says_why_who_can_change_it_and_how() {
    let hall = Hall::at(DemoStage::Open);
    let id = scrutineer_without_account(&hall);
    let code = hall.slip_for(id);
    let base = gate(&hall, None, true);
    for path in ["/officer".to_owned(), format!("/officer/open/{code}")] {
        let mut phone = Client::new(&base);
        phone
            .headers
            .push(("x-forwarded-for".to_owned(), "192.168.8.77".to_owned()));
        let told = phone.get(&path);
        assert_eq!(told.status, 409, "{}", told.text());
        for words in ["没有加密", "系统管理员", "--certificate", "https"] {
            assert!(told.says(words), "{words}: {}", told.text());
        }
        // The machine itself, by any of its own addresses.
        for own in ["127.0.0.1", "127.0.0.2", "::1"] {
            phone.headers.clear();
            phone
                .headers
                .push(("x-forwarded-for".to_owned(), own.to_owned()));
            assert_eq!(phone.get(&path).status, 200, "{own}");
        }
    }
    assert_eq!(
        hall.stored("select cast(count(opened_at) as text) from officer_slip"),
        "0"
    );
}

#[test]
fn on_plain_http_from_elsewhere_no_account_types_a_pin_or_sees_a_card_and_the_machine_itself_does()
{
    let hall = Hall::at(DemoStage::Frozen);
    hall.choose_pin("总监票人", "804172");
    crate::sealed_box::seal(&hall, "2-of-3");
    let base = gate(&hall, None, true);
    let from = |username: &str, address: &str| {
        let mut browser = Client::new(&base);
        browser
            .headers
            .push(("x-forwarded-for".to_owned(), address.to_owned()));
        let page = browser.get("/sign-in");
        let password = hall.made.password(username);
        let fields = [("username", username), ("password", password.as_str())];
        browser.submit(&page, "/sign-in", &fields);
        browser
    };
    let elsewhere = "192.168.8.77";
    let chief = hall.officer("总监票人").to_string();
    let other = hall.stored(
        "select cast(o.id as text) from officer as o join account as a on a.id = o.account \
         where a.username = 'qinghe-scrutineer'",
    );
    let set = format!("/manage/officers/{other}/pin");
    let cards = "/manage/rounds/1/cards/1";
    let by_pin = [
        ("officer", chief.as_str()),
        ("pin", "804172"),
        ("reason", "x"),
        ("as", "pin"),
    ];
    let tries = [
        ("qinghe-clerk", "/manage/rounds/1/void", by_pin.as_slice()),
        (
            "qinghe-scrutineer",
            &set,
            &[("new_pin", "804173"), ("repeat", "804173")],
        ),
        ("qinghe-scrutineer", cards, &[]),
        (
            "qinghe-scrutineer",
            "/manage/rounds/1/cards/check",
            &[("card", "123456789")],
        ),
    ];
    for (username, path, fields) in tries {
        let mut browser = from(username, elsewhere);
        let home = browser.get("/manage");
        assert!(
            home.says("不要在这台设备上输入PIN或密钥卡"),
            "{}",
            home.text()
        );
        let token = home.value("token");
        let mut all = vec![("token", token.as_str())];
        all.extend(fields);
        let told = browser.post(path, &all);
        assert_eq!(told.status, 409, "{path}: {}", told.text());
        for words in ["没有加密", "会议电脑", "--certificate", "https"] {
            assert!(told.says(words), "{words}: {}", told.text());
        }
    }
    assert_eq!(
        hall.stored("select stage from round where id = 1"),
        "sealed"
    );
    let taken = "select cast(count(holder) as text) from card";
    assert_eq!(hall.stored(taken), "0");
    let set_pins = "select cast(count(*) as text) from officer where pin_hash <> ''";
    assert_eq!(hall.stored(set_pins), "1");
    // The machine itself.
    let mut here = from("qinghe-scrutineer", "127.0.0.1");
    let home = here.get("/manage");
    assert!(!home.says("没有加密"), "{}", home.text());
    let token = home.value("token");
    let card = here.post(cards, &[("token", token.as_str())]);
    assert_eq!(card.status, 200, "{}", card.text());
    assert_eq!(hall.stored(taken), "1");
}

#[test]
fn a_certificate_that_is_missing_empty_or_of_another_key_is_said_in_words_at_the_start() {
    let data = tempfile::tempdir().unwrap();
    let serve = |certificate: &Path, key: &Path| {
        let ended = Command::new(env!("CARGO_BIN_EXE_minsheng"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data.path())
            .arg("--certificate")
            .arg(certificate)
            .arg("--key")
            .arg(key)
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        assert!(!ended.status.success());
        String::from_utf8_lossy(&ended.stderr).into_owned()
    };
    let (certificate, key) = (file("certificate.pem"), file("key.pem"));
    let told = serve(&file("nowhere.pem"), &key);
    assert!(told.contains("nowhere.pem cannot be read"), "{told}");
    let told = serve(&certificate, &certificate);
    assert!(told.contains("holds no key in PEM form"), "{told}");
    let told = serve(&key, &key);
    assert!(told.contains("holds no certificate in PEM form"), "{told}");
    let told = serve(&certificate, &file("other-key.pem"));
    assert!(told.contains("cannot be used with this key"), "{told}");
}
