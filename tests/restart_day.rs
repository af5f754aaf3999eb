//! A server that is killed between any two steps of the run-sheet goes on from the same step.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "a test may fail loudly"
)]

mod support;

use std::net::TcpListener;

use support::{Client, Server};

/// A day whose server dies after every step.
struct Day {
    server: Server,
    data: String,
    listen: String,
    clerk: Client,
    chief: Client,
}

impl Day {
    /// Kills the server, starts it again, and sees that the next step is still the same.
    fn die(&mut self) {
        let before = self.clerk.get("/manage/polls/1").text();
        self.server.child.kill().unwrap();
        self.server.child.wait().unwrap();
        (self.server, _) =
            Server::start(&["serve", "--data", &self.data, "--listen", &self.listen]);
        let after = self.clerk.get("/manage/polls/1").text();
        assert_eq!(before, after, "the page is the same after the kill");
    }

    /// The page with an act's button: the box is sealed on one of its own.
    fn page_of(act: &str) -> &'static str {
        match act {
            "seal" => "/manage/rounds/1/box",
            _ => "/manage/polls/1",
        }
    }

    /// One person presses; the server dies.
    fn one(&mut self, act: &str) {
        let sheet = self.clerk.get(Self::page_of(act));
        let done = self.clerk.submit(&sheet, &format!("/{act}"), &[]);
        assert_eq!(done.status, 200, "{act}: {}", done.text());
        self.die();
    }

    /// One person asks, the server dies, another confirms, the server dies.
    fn two(&mut self, act: &str) {
        self.one(act);
        let sheet = self.chief.get(Self::page_of(act));
        let done = self.chief.submit(&sheet, &format!("/{act}"), &[]);
        assert_eq!(done.status, 200, "{act}: {}", done.text());
        self.die();
    }
}

fn free_port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

fn signed_in(address: &str, demo: &serde_json::Value, username: &str) -> Client {
    let staff = demo["staff"].as_array().unwrap();
    let one = staff
        .iter()
        .find(|one| one["username"] == username)
        .unwrap();
    let mut client = Client::new(&format!("http://{address}"));
    let fields = [
        ("username", username),
        ("password", one["password"].as_str().unwrap()),
    ];
    assert_eq!(client.post("/sign-in", &fields).status, 200);
    client
}

#[test]
fn a_day_goes_on_from_the_same_step_after_a_kill_between_any_two() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data").to_str().unwrap().to_owned();
    let listen = free_port();
    let (server, printed) = Server::start(&[
        "demo",
        "--json",
        "--deputies",
        "9",
        "--stage",
        "frozen",
        "--dir",
        &data,
        "--listen",
        &listen,
    ]);
    let demo: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let mut day = Day {
        clerk: signed_in(&listen, &demo, "qinghe-clerk"),
        chief: signed_in(&listen, &demo, "qinghe-chief"),
        server,
        data,
        listen,
    };
    day.two("seal");
    day.one("start-issuing");
    let slips = day.clerk.get("/manage/sittings/1/slips");
    let fields = [("number", "9"), ("as", "csv")];
    let printed = day
        .clerk
        .submit(&slips, "/manage/sittings/1/slips", &fields);
    let code = printed
        .html()
        .lines()
        .nth(1)
        .unwrap()
        .rsplit_once("/b/")
        .unwrap()
        .1
        .trim()
        .to_owned();
    day.die();
    let slips = day.clerk.get("/manage/sittings/1/slips");
    let slips = day.clerk.submit(&slips, "/slips/issue", &[("all", "yes")]);
    assert!(slips.says("未交代0"), "{}", slips.text());
    day.die();
    day.two("open-vote");
    let mut phone = Client::new(&format!("http://{}", day.listen));
    let ballot = phone.get(&format!("/b/{code}"));
    let review = phone.submit(&ballot, "/review", &[("m1", "a")]);
    day.die();
    let done = phone.submit(&review, "/cast", &[]);
    assert!(
        done.path.ends_with("/done"),
        "the form outlives the kill: {}",
        done.text()
    );
    day.one("pause");
    day.one("resume");
    day.two("close-vote");
    day.one("confirm-account");
    day.two("open-box");
    day.one("count");
    assert!(
        day.clerk.get("/count/1").says("收回1"),
        "{}",
        day.clerk.get("/count/1").text()
    );
}
