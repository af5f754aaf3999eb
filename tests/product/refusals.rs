//! Bad input: a clear, coded, translated answer, and nothing lost or half saved.

use minsheng::demo::DemoStage;

use super::ballot::review;
use crate::support::Hall;

/// The fields of a form.
type Pairs = Vec<(String, String)>;

fn nothing_in_box(hall: &Hall) {
    let counted = hall.stored("select cast(count(*) as text) from box_ballot");
    assert_eq!(counted, "0");
}

#[test]
fn a_ballot_form_that_was_tampered_with_is_refused_whole() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let form = review(&mut client, &[("m1", "a")]);
    let (to, fields) = form.form("/ballot/1/cast");
    let body = |change: &dyn Fn(&mut Pairs)| {
        let mut fields = fields.clone();
        change(&mut fields);
        let pairs: Vec<_> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        crate::support::client::encode(&pairs)
    };
    let set = |name: &'static str, value: &'static str| {
        body(&|fields| {
            let field = fields.iter_mut().find(|(n, _)| n == name).unwrap();
            field.1 = value.to_owned();
        })
    };
    let other = "00".repeat(32);
    let cases = [
        (
            "an extra field",
            body(&|f| f.push(("role".into(), "admin".into()))),
            422,
            "多余",
        ),
        (
            "a candidate of another poll",
            body(&|f| f.push(("m7".into(), "a".into()))),
            422,
            "多余",
        ),
        (
            "a missing line",
            body(&|f| f.retain(|(n, _)| n != "m3")),
            422,
            "缺少",
        ),
        (
            "a doubled line",
            body(&|f| f.push(("m1".into(), "o".into()))),
            422,
            "重复",
        ),
        ("an unknown mark", set("m1", "A"), 422, "无法识别"),
        ("other marks than reviewed", set("m1", "o"), 403, "校验"),
        (
            "a missing token",
            body(&|f| f.retain(|(n, _)| n != "token")),
            403,
            "校验",
        ),
        (
            "a foreign token",
            body(&|f| {
                f.iter_mut().find(|(n, _)| n == "token").unwrap().1 = other.clone();
            }),
            403,
            "校验",
        ),
        ("a round of the past", set("round", "77"), 409, "过期"),
        ("an empty body", String::new(), 422, "缺少"),
    ];
    for (what, body, status, word) in cases {
        let told = client.post_raw(&to, body.as_bytes());
        assert_eq!(told.status, status, "{what}: {}", told.text());
        assert!(told.text().contains(word), "{what}: {}", told.text());
    }
    nothing_in_box(&hall);
    assert_eq!(
        client.submit(&form, "/ballot/1/cast", &[]).status,
        200,
        "the true form still casts"
    );
}

#[test]
fn a_body_of_two_megabytes_or_of_another_kind_is_not_read() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let told = client.post_raw("/ballot/1/cast", &vec![b'a'; 2 << 20]);
    assert_eq!(told.status, 413);
    assert!(told.says("提交的内容太大"), "{}", told.text());
    client
        .headers
        .push(("content-type".into(), "application/json".into()));
    let told = client.post_raw("/ballot/1/cast", b"{}");
    assert_eq!(told.status, 415);
    nothing_in_box(&hall);
}

#[test]
fn a_form_from_another_site_is_refused_and_an_old_browser_is_not() {
    let hall = Hall::at(DemoStage::Open);
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let mut client = hall.scanned(0);
        let form = review(&mut client, &[("m1", "a")]);
        client.headers.push((name.into(), value.into()));
        let told = client.submit(&form, "/ballot/1/cast", &[]);
        assert_eq!(told.status, 403, "{name}: {value}");
    }
    nothing_in_box(&hall);
}

#[test]
fn a_wrong_address_method_or_language_has_a_page_with_a_way_on() {
    let hall = Hall::at(DemoStage::Draft);
    let mut client = hall.client();
    for path in [
        "/nothing",
        "/polls/x",
        "/polls/999",
        "/regions/nowhere",
        "/assets/../Cargo.toml",
    ] {
        let page = client.get(path);
        assert_eq!(page.status, 404, "{path}");
        assert!(page.says("没有这个页面") && page.says("返回首页"), "{path}");
    }
    let page = client.once("GET", "/ballot/1/cast", None);
    assert_eq!(page.status, 405, "nothing is cast by opening an address");
    client
        .headers
        .push(("accept-language".into(), "en-GB,en;q=0.8".into()));
    assert!(client.get("/nothing").says("There is no such page"));
}

#[test]
fn a_result_is_not_shown_before_it_is_published() {
    let hall = Hall::at(DemoStage::Certified);
    let page = hall.client().get("/polls/1");
    assert_eq!(page.status, 200);
    assert!(page.says("结果尚未公布"));
    assert!(
        !page.says("牧道"),
        "no candidate and no number: {}",
        page.text()
    );
    assert!(!hall.client().get("/").says("入选"));
}

#[test]
fn every_page_carries_its_guards() {
    let hall = Hall::at(DemoStage::Open);
    for path in ["/", "/ballot", "/sign-in", "/nothing", "/polls/1"] {
        let page = hall.client().get(path);
        let policy = page.header("content-security-policy").unwrap();
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{path}"
        );
        assert_eq!(page.header("x-content-type-options").unwrap(), "nosniff");
        for validator in ["etag", "last-modified", "server-timing", "age"] {
            // What everybody reads alike has a tag of its words; nothing else has any.
            let is_published = ["/", "/polls/1"].contains(&path) && validator == "etag";
            assert_eq!(
                page.header(validator).is_some(),
                is_published,
                "{path}: {validator}"
            );
        }
        assert!(
            !page.html().contains("style=\"") && !page.html().contains(" onclick"),
            "{path}"
        );
    }
}
