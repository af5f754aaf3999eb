//! The robots of chat groups: set without being shown again, told little, tried again, given up; a
//! robot that misbehaves delays nobody.

use std::time::Duration;

use domain::reminder::webhook::RobotKind;
use service::reminder::inbox::Inbox;
use service::reminder::webhook::{Webhook, WebhookLimits};
use web::config::Config;

use super::followup::{assign, report};
use super::reminders::{hall, owing, remind};
use crate::support::robot::{Manner, Robot};
use crate::support::{Client, Hall, Page};

/// What stands in each robot's address and must stand nowhere else.
const KEY: &str = "hidden-key-73febdcb";

/// A hall whose operator allows one fake robot.
struct Group {
    hall: Hall,
    robot: Robot,
    address: String,
    webhook: Webhook,
}

impl Group {
    fn with(manner: Manner) -> Self {
        let hall = hall();
        let robot = Robot::start(manner);
        let listener = hall
            .run(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let config = Config {
            data: hall.dir.path().to_owned(),
            listen: listener.local_addr().unwrap(),
            public_url: Some("https://vote.example.cn".to_owned()),
            behind_proxy: false,
            fonts: None,
            backups: None,
            webhook_hosts: vec![robot.origin.clone()],
        };
        let patience = WebhookLimits {
            connect: Duration::from_millis(500),
            whole: Duration::from_millis(700),
        };
        let webhook = web::patient_robots(&hall.service, &config, patience);
        let unsecured = Config {
            public_url: Some(address.clone()),
            ..config
        };
        let app = web::app(hall.service.clone(), &unsecured);
        hall.runtime.spawn(async move {
            let forever = std::future::pending::<()>();
            web::serve(listener, app, forever).await.unwrap();
        });
        Self {
            hall,
            robot,
            address,
            webhook,
        }
    }

    /// A hall with a robot that its clerk has set.
    fn set(manner: Manner) -> Self {
        let group = Self::with(manner);
        let mut clerk = group.clerk();
        let page = group.typed(&mut clerk, &[("url", &group.url())]);
        assert_eq!(page.status, 200, "{}", page.text());
        group
    }

    fn url(&self) -> String {
        format!("{}/cgi-bin/webhook/send?key={KEY}", self.robot.origin)
    }

    fn page(&self) -> String {
        format!("{}/webhook", owing(&self.hall))
    }

    fn clerk(&self) -> Client {
        self.signed_in("qinghe-clerk")
    }

    fn signed_in(&self, name: &str) -> Client {
        let mut client = Client::new(&self.address);
        let password = self.hall.made.password(name);
        let page = client.post("/sign-in", &[("username", name), ("password", &password)]);
        assert_eq!(page.status, 200, "{}", page.text());
        client
    }

    fn typed(&self, clerk: &mut Client, fields: &[(&str, &str)]) -> Page {
        let page = clerk.get(&self.page());
        clerk.submit(&page, &self.page(), fields)
    }

    /// Carries what is due to the robot; answers how many messages were tried.
    fn carry(&self) -> u32 {
        self.hall
            .run(self.hall.service.carry(&self.webhook))
            .unwrap()
    }

    /// The stage, attempts and reason of the newest delivery to a robot.
    fn delivery(&self) -> String {
        self.hall.stored(
            "select stage || ' ' || attempts || ' ' || coalesce(failure, '-') || ' ' || failure_number \
             from delivery where channel = 'webhook' order by id desc limit 1",
        )
    }

    /// The day on which the plans of what was selected are due: something is told.
    fn told(&self) {
        self.hall.on("2026-01-22");
        assert!(remind(&self.hall) > 0);
    }
}

#[test]
fn a_robot_is_set_and_tried_and_its_address_is_never_shown_again() {
    let group = Group::set(Manner::Code(0));
    let mut clerk = group.clerk();
    let page = clerk.get(&group.page());
    assert!(
        page.says("企业微信") && page.says("还没有发送过消息"),
        "{}",
        page.text()
    );
    assert!(page.html().contains(&format!("{}/…", group.robot.origin)));
    let page = clerk.submit(&page, "/webhook/trial", &[]);
    assert!(page.says("✓2026-01-1512:00送达"), "{}", page.text());
    let texts = group.robot.texts();
    assert_eq!(texts.len(), 1);
    assert!(
        texts[0].contains("青河县") && texts[0].contains("试用消息"),
        "{texts:?}"
    );
    let (target, _) = &group.robot.heard()[0];
    assert_eq!(*target, format!("/cgi-bin/webhook/send?key={KEY}"));

    group.told();
    group.robot.behave(Manner::Status(500));
    group.carry();
    let mut clerk = group.clerk();
    for path in [group.page(), owing(&group.hall), "/my/inbox".to_owned()] {
        assert!(!clerk.get(&path).html().contains(KEY), "{path}");
    }
    let audit = group
        .hall
        .stored("select group_concat(line, ' ') from audit");
    assert!(audit.contains("webhook-set") && audit.contains("webhook-tried"));
    assert!(
        !audit.contains(KEY) && !audit.contains("127.0.0.1"),
        "{audit}"
    );
    let page = clerk.get(&group.page());
    let page = clerk.submit(&page, "/webhook/remove", &[]);
    assert!(page.says("还没有设置群机器人"), "{}", page.text());
    let gone = group
        .hall
        .stored("select cast(count(*) as text) from webhook");
    assert_eq!(gone, "0");
}

#[test]
fn the_server_is_sent_to_no_host_that_the_operator_does_not_allow() {
    let group = Group::with(Manner::Code(0));
    let other = Robot::start(Manner::Code(0));
    let mut clerk = group.clerk();
    let typed = format!("{}/send?key={KEY}", other.origin);
    for url in [
        typed.as_str(),
        "http://169.254.169.254/latest/meta-data/",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
        "http://localhost:22/",
    ] {
        let told = group.typed(&mut clerk, &[("url", url)]);
        assert_eq!(told.status, 422, "{url}");
        assert!(told.says("服务器不允许访问"), "{url}: {}", told.text());
        assert!(
            told.says(&group.robot.origin),
            "who may is told: {}",
            told.text()
        );
        assert_eq!(told.value("url"), url, "what was typed stays");
    }
    for url in ["", "qyapi.weixin.qq.com", "file:///etc/passwd"] {
        let told = group.typed(&mut clerk, &[("url", url)]);
        assert!(
            told.says("请填写完整的机器人地址"),
            "{url}: {}",
            told.text()
        );
    }
    let secret = [("url", group.url()), ("secret", "SECret".to_owned())];
    let secret: Vec<(&str, &str)> = secret.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let told = group.typed(&mut clerk, &secret);
    assert!(told.says("密钥只用于钉钉"), "{}", told.text());
    assert!(!told.html().contains("SECret"), "no page repeats a secret");

    // A host that is taken off the list later is not asked any more, and nothing is tried again.
    group.typed(&mut clerk, &[("url", &group.url())]);
    group.told();
    let none = Config {
        data: group.hall.dir.path().to_owned(),
        listen: "127.0.0.1:0".parse().unwrap(),
        public_url: None,
        behind_proxy: false,
        fonts: None,
        backups: None,
        webhook_hosts: Vec::new(),
    };
    let closed = web::robots(&group.hall.service, &none);
    group.hall.run(group.hall.service.carry(&closed)).unwrap();
    assert_eq!(group.delivery(), "given_up 1 not-allowed 0");
    assert!(group.robot.heard().is_empty() && other.heard().is_empty());
    // Where the operator allows none, there is no form.
    let page = group.hall.signed_in("qinghe-clerk").get(&group.page());
    assert!(page.says("系统管理员没有开放"), "{}", page.text());
}

#[test]
fn a_group_is_told_who_what_how_many_and_since_when_and_nothing_else() {
    let group = Group::set(Manner::Code(0));
    assign(&group.hall);
    let mut deputy = group.signed_in("qinghe-d1");
    let form = deputy.get("/manage/projects/1/findings/new");
    deputy.submit(&form, "/findings/new", &[("text", "护栏松动，王五摔伤")]);
    let mut clerk = group.clerk();
    let page = clerk.get("/manage/findings/1");
    clerk.submit(&page, "/send", &[("due", "2026-01-25")]);
    group.told();
    assert_eq!(group.carry(), 1);
    assert_eq!(group.delivery(), "delivered 1 - 0");
    let texts = group.robot.texts();
    let text = &texts[0];
    for words in [
        "【民生实事】青河县",
        "县农业农村局：整改并反馈 1 项，最早自 2026-01-15",
        "人大工作机构：编制实施计划并交办 3 项，最早自 2026-01-15",
        "https://vote.example.cn/my/inbox",
        "https://vote.example.cn/manage/congresses/",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for hidden in ["牧道", "饮水", "王五", "护栏", "2026-1\n", "演示代表"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    assert_eq!(group.carry(), 0, "it is told once");
    assert_eq!(remind(&group.hall), 0);
    assert_eq!(group.robot.heard().len(), 1);
    let page = group.clerk().get(&group.page());
    assert!(page.says("送达"), "{}", page.text());
}

#[test]
fn whatever_a_robot_does_its_reason_is_told_and_it_is_tried_again() {
    for (manner, kept, told) in [
        (
            Manner::Code(93_000),
            "code 93000",
            "机器人拒收，错误码93000",
        ),
        (Manner::Status(500), "status 500", "错误状态500"),
        (Manner::Status(204), "status 204", "错误状态204"),
        (
            Manner::Redirect,
            "redirect 0",
            "对方要求转到别的地址，已拒绝",
        ),
        (Manner::Hang, "too-slow 0", "没有在规定时间内答复"),
        (Manner::Drip, "too-slow 0", "没有在规定时间内答复"),
        (Manner::Endless, "too-long 0", "答复过长"),
        (Manner::Babble, "unreadable 0", "看不懂对方的答复"),
    ] {
        let group = Group::set(manner);
        group.told();
        assert_eq!(group.carry(), 1, "{manner:?}");
        assert_eq!(group.delivery(), format!("waiting 1 {kept}"), "{manner:?}");
        let page = group.clerk().get(&owing(&group.hall));
        assert!(
            page.says(told) && page.says("再试"),
            "{manner:?}: {}",
            page.text()
        );
        let page = group.clerk().get(&group.page());
        assert!(
            page.says("未送达") && page.says(told),
            "{manner:?}: {}",
            page.text()
        );
        let heard = group.robot.heard();
        assert_eq!(heard.len(), 1, "{manner:?}: nothing is followed: {heard:?}");
        // The inbox has it all the same.
        assert!(group.clerk().get("/my/inbox").says("编制实施计划并交办"));
    }
}

#[test]
fn a_connection_that_cannot_be_made_safe_is_not_used_and_a_host_that_is_down_is_told() {
    let group = Group::with(Manner::Code(0));
    let port = group.robot.origin.rsplit(':').next().unwrap();
    let safe = format!("https://127.0.0.1:{port}");
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let down = format!("http://{}", nobody.local_addr().unwrap());
    drop(nobody);
    for (origin, kept) in [(safe, "insecure 0"), (down, "unreachable 0")] {
        let config = Config {
            data: group.hall.dir.path().to_owned(),
            listen: "127.0.0.1:0".parse().unwrap(),
            public_url: None,
            behind_proxy: false,
            fonts: None,
            backups: None,
            webhook_hosts: vec![origin.clone()],
        };
        let webhook = web::robots(&group.hall.service, &config);
        let congress = group.hall.run(group.hall.service.find_congress("qinghe"));
        let clerk = group.hall.actor("qinghe-clerk");
        let url = format!("{origin}/send?key={KEY}");
        let typed = (RobotKind::WeCom, url.as_str(), "");
        let service = &group.hall.service;
        let set = service.set_robot(&clerk, congress.unwrap(), typed, &webhook);
        group.hall.run(set).unwrap();
        let day = if kept.starts_with("insecure") {
            "2026-01-22"
        } else {
            "2026-01-29"
        };
        group.hall.on(day);
        assert!(remind(&group.hall) > 0);
        group.hall.run(service.carry(&webhook)).unwrap();
        assert_eq!(group.delivery(), format!("waiting 1 {kept}"), "{origin}");
    }
}

#[test]
fn a_robot_that_hangs_delays_neither_the_inbox_nor_any_page() {
    let group = Group::set(Manner::Hang);
    group.hall.on("2026-01-22");
    group
        .hall
        .run(group.hall.service.write_reminders())
        .unwrap();
    let (service, webhook) = (group.hall.service.clone(), group.webhook.clone());
    let hanging = group
        .hall
        .runtime
        .spawn(async move { service.carry(&webhook).await.unwrap() });
    while group.robot.heard().is_empty() {
        std::thread::yield_now();
    }
    let inbox = Inbox::of(&group.hall.service);
    group.hall.run(group.hall.service.carry(&inbox)).unwrap();
    let page = group.clerk().get("/my/inbox");
    assert!(page.says("编制实施计划并交办"), "{}", page.text());
    assert!(!hanging.is_finished(), "the robot is still waited for");
    assert_eq!(group.hall.run(hanging).unwrap(), 1);
    assert_eq!(group.delivery(), "waiting 1 too-slow 0");
}

#[test]
fn attempts_wait_twice_as_long_end_after_eight_and_begin_again_at_the_offices_word() {
    let group = Group::set(Manner::Status(500));
    group.told();
    let began = group.hall.service_now();
    let mut minutes = 0;
    let mut tried = Vec::new();
    while tried.len() < 8 {
        let now = began + jiff::SignedDuration::from_mins(minutes);
        group.hall.clock.set(now);
        if group.carry() == 1 {
            tried.push(minutes);
        }
        minutes += 1;
        assert!(minutes < 1000, "{tried:?}");
    }
    for (place, (one, next)) in tried.iter().zip(&tried[1..]).enumerate() {
        let least = 1 << place;
        let waited = next - one;
        assert!((least..=least * 2).contains(&waited), "{tried:?}");
    }
    assert_eq!(group.delivery(), "given_up 8 status 500");
    group
        .hall
        .clock
        .set(began + jiff::SignedDuration::from_hours(40));
    assert_eq!(group.carry(), 0, "it is given up");
    let mut clerk = group.clerk();
    let page = clerk.get(&owing(&group.hall));
    assert!(
        page.says("试了8次未送达，已停止") && page.says("错误状态500"),
        "{}",
        page.text()
    );
    group.robot.behave(Manner::Code(0));
    // Another congress's clerk does not even learn that there is such a delivery.
    let (to, _) = page.form("/manage/deliveries/");
    let mut stranger = group.signed_in("township-clerk");
    let token = stranger.get("/manage").value("token");
    assert_eq!(stranger.post(&to, &[("token", &token)]).status, 404);
    let page = clerk.submit(&page, "/manage/deliveries/", &[]);
    assert!(page.says("将于"), "{}", page.text());
    assert_eq!(group.carry(), 1);
    assert_eq!(group.delivery(), "delivered 1 - 0");
    let token = clerk.get(&owing(&group.hall)).value("token");
    assert_eq!(clerk.post(&to, &[("token", &token)]).status, 409);
}

#[test]
fn a_stop_in_the_middle_of_a_delivery_loses_nothing_and_may_repeat_it() {
    let group = Group::set(Manner::Hang);
    group.told();
    let (service, webhook) = (group.hall.service.clone(), group.webhook.clone());
    let cut = group
        .hall
        .runtime
        .spawn(async move { service.carry(&webhook).await.map(drop) });
    while group.robot.heard().is_empty() {
        std::thread::yield_now();
    }
    cut.abort();
    assert!(group.hall.run(cut).unwrap_err().is_cancelled());
    assert_eq!(
        group.delivery(),
        "waiting 1 - 0",
        "counted before it was made"
    );
    assert_eq!(group.carry(), 0, "not at once again");
    group.robot.behave(Manner::Close);
    group
        .hall
        .clock
        .set("2026-01-22T04:05:00Z".parse().unwrap());
    assert_eq!(group.carry(), 1);
    assert!(
        group.delivery().starts_with("waiting 2"),
        "{}",
        group.delivery()
    );
    group.robot.behave(Manner::Code(0));
    group
        .hall
        .clock
        .set("2026-01-22T04:30:00Z".parse().unwrap());
    assert_eq!(group.carry(), 1);
    assert_eq!(group.delivery(), "delivered 3 - 0");
    let texts = group.robot.texts();
    assert_eq!(texts.len(), 3, "heard each time: at least once");
    assert_eq!(texts[0], texts[2]);
}

#[test]
fn what_was_paid_before_it_could_be_told_is_not_told() {
    let group = Group::with(Manner::Status(500));
    assign(&group.hall);
    for project in [2, 3, 4] {
        let mut clerk = group.clerk();
        let form = clerk.get(&format!("/manage/projects/{project}/plan"));
        let fields = [("leader", "演示副县长"), ("group", "第一督办小组")];
        clerk.submit(&form, "/plan", &fields);
    }
    group
        .hall
        .write_past("update lead set stage = 'taken_up' where stage = 'received'");
    group.hall.write_past(
        "update opinion set answer = 'agrees', answered_on = '2026-01-15' where answer is null",
    );
    group.typed(&mut group.clerk(), &[("url", &group.url())]);
    group.hall.on("2026-02-05");
    assert!(remind(&group.hall) > 0);
    group.carry();
    let before = group.robot.texts();
    assert!(
        before[0].contains("县农业农村局：报送月度报告 1 项"),
        "{before:?}"
    );
    report(&group.hall, "2026-01", "1", "1");
    group.robot.behave(Manner::Code(0));
    group
        .hall
        .clock
        .set("2026-02-05T05:00:00Z".parse().unwrap());
    assert_eq!(group.carry(), 1);
    let after = group.robot.texts();
    assert!(
        after[1..]
            .iter()
            .all(|text| !text.contains("县农业农村局：报送")),
        "{after:?}"
    );
}

#[test]
fn dingtalk_is_asked_at_a_signed_address() {
    let group = Group::with(Manner::Code(0));
    let url = format!("{}/robot/send?access_token={KEY}", group.robot.origin);
    let fields = [("kind", "dingtalk"), ("url", &url), ("secret", "SECabc")];
    let page = group.typed(&mut group.clerk(), &fields);
    assert!(
        page.says("钉钉") && page.says("已设置加签密钥"),
        "{}",
        page.text()
    );
    assert!(!page.html().contains("SECabc") && !page.html().contains(KEY));
    group.told();
    group.carry();
    let (target, _) = &group.robot.heard()[0];
    let begins = format!("/robot/send?access_token={KEY}&timestamp=1769054400000&sign=");
    assert!(target.starts_with(&begins), "{target}");
}

#[test]
fn another_congress_and_other_roles_set_no_robot() {
    let group = Group::set(Manner::Code(0));
    for (name, status) in [
        ("township-clerk", 404),
        ("reader", 403),
        ("admin", 403),
        ("qinghe-u1", 403),
        ("qinghe-d1", 403),
        ("qinghe-chief", 403),
    ] {
        let mut client = group.signed_in(name);
        assert_eq!(client.get(&group.page()).status, status, "{name}");
        let token = client.get("/manage").value("token");
        for path in ["", "/trial", "/remove"] {
            let to = format!("{}{path}", group.page());
            let told = client.post(&to, &[("token", &token), ("url", &group.url())]);
            assert_eq!(told.status, status, "{name} {path}");
        }
    }
    assert!(group.robot.heard().is_empty());
}
