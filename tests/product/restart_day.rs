//! A server that is killed between any two steps of the run-sheet goes on from the same step.

use std::net::TcpListener;
use std::path::Path;

use crate::support::pdf::Pdf;
use crate::support::{Client, Server, slips};

/// A day whose server dies after every step.
struct Day {
    server: Server,
    data: String,
    listen: String,
    clerk: Client,
    chief: Client,
    /// The address of the hall's screen.
    wall: String,
}

impl Day {
    /// Kills the server, starts it again, and sees that the next step is still the same.
    fn die(&mut self) {
        let before = self.seen();
        self.server.child.kill().unwrap();
        self.server.child.wait().unwrap();
        let address = format!("http://{}", self.listen);
        (self.server, _) = Server::start(&[
            "serve",
            "--data",
            &self.data,
            "--listen",
            &self.listen,
            "--public-url",
            &address,
        ]);
        assert_eq!(before, self.seen(), "the same step after the kill");
    }

    /// What the cockpit says, and which scene hangs on the wall. How many have voted moves in steps of
    /// three seconds on both, and the day's reminders are written by a task of the server's own, which
    /// tells their number in the bar and moves the head of the log: these are left out.
    fn seen(&mut self) -> [String; 2] {
        let wall = self.clerk.get(&self.wall.clone()).html();
        let scene = wall.split("class=\"body ").nth(1).unwrap_or("standby");
        let scene = scene.split('"').next().unwrap().to_owned();
        let sheet = self.clerk.get("/manage/polls/1").text();
        let (_, sheet) = sheet.split_once("退出登录").unwrap();
        let (sheet, _) = sheet.split_once("审计链头").unwrap();
        let mut pieces = sheet.split("已投 ");
        let mut steady = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            steady.push_str(piece.trim_start_matches(|c: char| c.is_ascii_digit()));
        }
        [steady, scene]
    }

    /// The page with an act's button: some acts have pages of their own.
    fn page_of(act: &str) -> &'static str {
        match act {
            "seal" => "/manage/rounds/1/box",
            "open-roll" | "declare-quorum" => "/manage/sittings/1/roll",
            "sittings/1/officers" => "/manage/sessions/1/officers",
            _ => "/manage/polls/1",
        }
    }

    /// One person presses; the server dies.
    fn one(&mut self, act: &str) {
        self.press(act, &[]);
    }

    fn press(&mut self, act: &str, fields: &[(&str, &str)]) {
        let sheet = self.clerk.get(Self::page_of(act));
        let done = self.clerk.submit(&sheet, &format!("/{act}"), fields);
        assert_eq!(done.status, 200, "{act}: {}", done.text());
        self.die();
    }

    /// Everybody is checked in; the server dies between the first and the others.
    fn one_by_one(&mut self) {
        let page = self.clerk.get("/manage/sittings/1/check-in");
        let found = self.clerk.submit(&page, "/check-in", &[("find", "001")]);
        self.clerk.submit(&found, "/check-in/1", &[]);
        self.die();
        let roll = self.clerk.get("/manage/sittings/1/roll");
        assert!(roll.says("实到1"), "{}", roll.text());
        let here = [("all", "present")];
        self.clerk.submit(&roll, "/manage/sittings/1/roll", &here);
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

/// A draft of nine deputies, served, with a screen on the wall.
fn begun(dir: &Path) -> Day {
    let data = dir.join("data").to_str().unwrap().to_owned();
    let listen = free_port();
    let (server, printed) = Server::start(&[
        "demo",
        "--json",
        "--deputies",
        "9",
        "--stage",
        "draft",
        "--dir",
        &data,
        "--listen",
        &listen,
    ]);
    let demo: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let mut clerk = signed_in(&listen, &demo, "qinghe-clerk");
    let wall = clerk.get("/screen").path;
    let screens = clerk.get("/manage/sittings/1/screens");
    let code = wall.rsplit('/').next().unwrap();
    let fields = [("code", code), ("name", "主屏")];
    clerk.submit(&screens, "/manage/sittings/1/screens", &fields);
    Day {
        clerk,
        chief: signed_in(&listen, &demo, "qinghe-chief"),
        wall,
        server,
        data,
        listen,
    }
}

#[test]
fn a_day_goes_on_from_the_same_step_after_a_kill_between_any_two() {
    let dir = tempfile::tempdir().unwrap();
    let mut day = begun(dir.path());
    day.one("open-roll");
    day.one("polls/1/scene");
    day.one_by_one();
    day.one("declare-quorum");
    day.one("rules/adopt");
    day.two("sittings/1/officers");
    day.two("freeze");
    day.two("seal");
    day.one("start-issuing");
    let (clerk, chief) = (&mut day.clerk, &mut day.chief);
    let pdf = slips::print_pdf(clerk, chief, "/manage/sittings/1/slips", "9");
    let code = slips::digits(&Pdf::of(&pdf)).remove(0);
    day.die();
    let slips = day.clerk.get("/manage/sittings/1/slips");
    let slips = day.clerk.submit(&slips, "/slips/issue", &[("all", "yes")]);
    assert!(slips.says("未交代0"), "{}", slips.text());
    day.die();
    day.two("open-vote");
    day.one("polls/1/scene");
    let mut phone = Client::new(&format!("http://{}", day.listen));
    let ballot = phone.post("/ballot", &[("code", &code)]);
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
    day.two("certify");
    day.one("polls/1/scene");
    day.two("publish");
    assert!(
        day.clerk.get("/count/1").says("收回1"),
        "{}",
        day.clerk.get("/count/1").text()
    );
}
