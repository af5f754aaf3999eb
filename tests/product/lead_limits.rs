//! What keeps leads from doing harm: floods, programs, deceiving characters, files that are no photos;
//! and how a contact is seen, noted and forgotten.

use jiff::SignedDuration;
use minsheng::demo::DemoStage;

use super::leads::{CALL, ROAD, form, hand_in, newest};
use crate::support::{Client, Hall, Page};

/// Sends a filled form and answers whatever comes.
fn send(hall: &Hall, client: &mut Client, set: &[(&str, &str)]) -> Page {
    let page = form(hall, client);
    let mut fields = ROAD.to_vec();
    for (name, value) in set {
        fields.retain(|(n, _)| n != name);
        fields.push((name, value));
    }
    client.submit(&page, "/leads/new", &fields)
}

#[test]
fn one_phone_hands_in_five_and_then_waits_while_its_village_goes_on() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    for _ in 0..5 {
        hand_in(&hall, &mut phone, &[]);
    }
    let refused = send(&hall, &mut phone, &[("what", "第六条建议的内容")]);
    assert_eq!(refused.status, 429, "{}", refused.text());
    let wait: i64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=600).contains(&wait), "{wait}");
    assert!(refused.says("填写的内容已保留") && refused.html().contains("第六条建议的内容"));
    // The neighbour's phone behind the same gateway is not held up.
    hand_in(&hall, &mut hall.client(), &[]);
}

#[test]
fn a_form_sent_twice_is_one_lead_and_both_hear_the_same_number() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    let page = form(&hall, &mut phone);
    let one = phone.submit(&page, "/leads/new", &ROAD);
    let two = phone.submit(&page, "/leads/new", &ROAD);
    assert_eq!((one.status, &one.path), (200, &two.path));
    assert!(
        phone.get(CALL).says("已收到1条建议"),
        "{}",
        phone.get(CALL).text()
    );
}

#[test]
fn a_program_is_caught_without_a_puzzle_and_a_person_loses_nothing() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    // At once: filled in faster than anybody reads.
    let page = phone.get(&format!("{CALL}/leads/new"));
    let quick = phone.submit(&page, "/leads/new", &ROAD);
    assert!(
        quick.status == 422 && quick.says("提交得太快"),
        "{}",
        quick.text()
    );
    assert!(quick.html().contains("村口到小学的路雨天走不了"), "kept");
    // The page that came back works after the wait, with the same stamp.
    hall.clock
        .set(hall.service_now() + SignedDuration::from_secs(5));
    let done = phone.submit(&quick, "/leads/new", &ROAD);
    assert!(done.path.starts_with("/leads/"), "{}", done.text());
    // The field that people do not see.
    let trapped = send(&hall, &mut phone, &[("website", "http://x")]);
    assert!(trapped.status == 422 && trapped.says("隐藏的那一栏"));
    // A made-up stamp, and one of yesterday: asked again with everything kept.
    let forged = send(&hall, &mut phone, &[("form", "1-2-3")]);
    assert!(forged.status == 422 && forged.says("页面打开太久"));
    let page = phone.get(&format!("{CALL}/leads/new"));
    hall.clock
        .set(hall.service_now() + SignedDuration::from_hours(25));
    let old = phone.submit(&page, "/leads/new", &ROAD);
    assert!(old.status == 422 && old.says("页面打开太久"));
    hall.clock
        .set(hall.service_now() + SignedDuration::from_secs(5));
    let done = phone.submit(&old, "/leads/new", &ROAD);
    assert!(done.path.starts_with("/leads/"), "{}", done.text());
}

#[test]
fn every_field_that_is_wrong_is_named_and_what_was_typed_stays() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    let page = send(
        &hall,
        &mut phone,
        &[
            ("region", ""),
            ("what", "有\u{202e}倒着的字"),
            ("contact", "\u{2067}x"),
        ],
    );
    assert_eq!(page.status, 422);
    for told in ["请填写这一栏", "看不见的控制字符（U+202E）", "U+2067"] {
        assert!(page.says(told), "{told}: {}", page.text());
    }
    assert!(page.html().contains("aria-invalid=\"true\"") && page.html().contains("村口到小学"));
    let unchosen = send(&hall, &mut phone, &[("kind", "")]);
    assert!(unchosen.status == 422 && unchosen.says("请选择类别"));
}

#[test]
fn scripts_and_invisible_marks_are_shown_as_the_letters_they_are() {
    let hall = Hall::at(DemoStage::Draft);
    let what = "<script>alert(1)</script>\u{200b}修\u{feff}路 ٴبىر";
    let page = hand_in(
        &hall,
        &mut hall.client(),
        &[("what", what), ("place", "\"><img src=x>")],
    );
    assert!(
        page.html()
            .contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;修路 ٴبىر</bdi>")
    );
    assert!(!page.html().contains("<img src=x>"));
    let mut clerk = hall.signed_in("qinghe-clerk");
    let id = newest(&hall, &mut clerk);
    let lead = clerk.get(&format!("/manage/leads/{id}"));
    assert!(lead.html().contains("<bdi>&lt;script&gt;") && !lead.html().contains("<script>alert"));
}

#[test]
fn what_is_no_photo_is_refused_beside_its_field_and_the_words_are_kept() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    let mut huge = b"\xff\xd8\xff\xe0".to_vec();
    huge.resize((20 << 20) + 1, 0);
    for (bytes, told) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], "HEIC"),
        (b"%PDF-1.7 not a photo", "PDF"),
        (b"\xff\xd8\xff\xe0 not a photo either", "打不开"),
        (&huge, "超过20MB"),
    ] {
        let page = form(&hall, &mut phone);
        let page = phone.submit_photo(&page, "/leads/new", &ROAD, bytes);
        assert_eq!(page.status, 422, "{}", page.text());
        assert!(page.says(told), "{told}: {}", page.text());
        assert!(page.html().contains("村口到小学的路雨天走不了"));
    }
}

#[test]
fn nothing_is_taken_in_before_a_call_opens_or_after_it_closes() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    let page = form(&hall, &mut phone);
    let closed = phone.get("/calls/1");
    assert!(closed.says("已经截止") && !closed.html().contains("/calls/1/leads/new"));
    assert_eq!(
        phone.get("/calls/1/leads/new").path,
        "/calls/1",
        "led back to why"
    );
    // The last day belongs to the call, in Beijing: 23:59 is in, midnight is out.
    hall.clock.set("2026-02-14T15:59:00Z".parse().unwrap());
    assert!(phone.get(CALL).says("正在征集"));
    let page = {
        drop(page);
        phone.get(&format!("{CALL}/leads/new"))
    };
    hall.clock.set("2026-02-14T16:00:00Z".parse().unwrap());
    assert!(phone.get(CALL).says("已经截止"));
    let late = phone.submit(&page, "/leads/new", &ROAD);
    assert!(
        late.status == 409 && late.says("已经截止"),
        "{}",
        late.text()
    );
    hall.clock.set("2026-01-07T15:00:00Z".parse().unwrap());
    assert!(phone.get(CALL).says("尚未开始"));
}

#[test]
fn a_contact_is_shown_to_the_clerk_alone_and_each_look_is_in_the_audit_log() {
    let hall = Hall::at(DemoStage::Draft);
    hand_in(
        &hall,
        &mut hall.client(),
        &[("contact", "演示手机 13812345678")],
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let id = newest(&hall, &mut clerk);
    let page = clerk.get(&format!("/manage/leads/{id}"));
    assert!(page.says("留了联系方式") && !page.html().contains("13812345678"));
    let seen = clerk.submit(&page, "/contact", &[]);
    assert!(seen.says("演示手机 13812345678") && seen.says("已记入审计日志"));
    let log = rusqlite::Connection::open(hall.dir.path().join("minsheng.db")).unwrap();
    let looks: i64 = log
        .query_row(
            "select count(*) from audit where kind = 'contact-seen' and line like ?1",
            [format!("%lead={id}")],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(looks, 1);
    let told: i64 = log
        .query_row(
            "select count(*) from audit where line like '%13812345678%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(
        told, 0,
        "the log says that somebody looked, not what was seen"
    );
}

#[test]
fn contacts_are_gone_from_every_byte_of_the_files_once_their_time_is_over() {
    let hall = Hall::at(DemoStage::Draft);
    let console = domain::access::Actor::console();
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    // Many, so that the table has more than one page and deleting moves what is left.
    let mut file = "登记号,收到日期,来源,乡镇或村,类别,建议内容,联系方式\n".to_owned();
    for number in 0..900 {
        let day = if number % 3 == 0 {
            "2025-12-30"
        } else {
            "2025-06-01"
        };
        file.push_str(&format!(
            "C{number},{day},来信,青河镇,道路桥梁,修路,KONTAKT{number:04}\n"
        ));
    }
    hall.run(
        hall.service
            .import_leads(&console, congress, 2027, file.as_bytes()),
    )
    .unwrap();
    let kept = |hall: &Hall| -> Vec<u32> {
        let mut bytes = Vec::new();
        for name in ["minsheng.db", "minsheng.db-wal"] {
            bytes.extend(std::fs::read(hall.dir.path().join(name)).unwrap_or_default());
        }
        let word = b"KONTAKT";
        let places = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(word));
        let numbers: std::collections::BTreeSet<u32> = places
            .map(|at| {
                String::from_utf8_lossy(&bytes[at + 7..at + 11])
                    .parse()
                    .unwrap_or(9_999)
            })
            .collect();
        numbers.into_iter().collect()
    };
    assert_eq!(kept(&hall).len(), 900);
    let gone = hall.run(hall.service.forget_contacts()).unwrap();
    assert_eq!(gone, 600, "180 days are over for these");
    let left = kept(&hall);
    assert_eq!(left.len(), 300, "{:?}", &left[..left.len().min(20)]);
    assert!(left.iter().all(|number| number % 3 == 0));
    // The office keeps them for a shorter time now.
    let mut clerk = hall.signed_in("qinghe-clerk");
    let desk = clerk.get(&format!("/manage/congresses/{congress}/calls"));
    let wrong = clerk.submit(&desk, "/contact-days", &[("contact_days", "3")]);
    assert!(wrong.status == 422 && wrong.says("7至730"));
    clerk.submit(&desk, "/contact-days", &[("contact_days", "7")]);
    assert_eq!(hall.run(hall.service.forget_contacts()).unwrap(), 300);
    assert_eq!(kept(&hall), [] as [u32; 0]);
    let id = newest(&hall, &mut clerk);
    assert!(
        !clerk
            .get(&format!("/manage/leads/{id}"))
            .says("留了联系方式")
    );
}
