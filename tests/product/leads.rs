//! A resident's wish: read the call, hand it in, keep the number, see what became of it; and what the
//! clerk makes of it.

use jiff::{SignedDuration, Timestamp};
use minsheng::demo::DemoStage;

use crate::support::{Client, Hall, Page};

/// The call of 青河县 that is open at noon, for the projects of 2027.
pub(super) const CALL: &str = "/calls/2";

/// Four fields of a lead as a resident types them.
pub(super) const ROAD: [(&str, &str); 4] = [
    ("region", "阿热勒镇"),
    ("kind", "roads"),
    ("what", "村口到小学的路雨天走不了，请铺成硬化路"),
    ("place", "村口到小学"),
];

fn later(hall: &Hall, seconds: i64) {
    let now: Timestamp = hall.service_now();
    hall.clock.set(now + SignedDuration::from_secs(seconds));
}

/// Opens the form and waits as long as a person needs to fill it in.
pub(super) fn form(hall: &Hall, client: &mut Client) -> Page {
    let page = client.get(&format!("{CALL}/leads/new"));
    assert_eq!(page.status, 200, "{}", page.text());
    later(hall, 30);
    page
}

/// Hands a lead in and answers the page of its receipt.
pub(super) fn hand_in(hall: &Hall, client: &mut Client, set: &[(&str, &str)]) -> Page {
    let page = form(hall, client);
    let mut fields = ROAD.to_vec();
    for (name, value) in set {
        fields.retain(|(n, _)| n != name);
        fields.push((name, value));
    }
    let page = client.submit(&page, "/leads/new", &fields);
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.path.starts_with("/leads/"), "{}", page.path);
    page
}

/// The number of the newest lead in 青河县's list of 2027.
pub(super) fn newest(hall: &Hall, clerk: &mut Client) -> String {
    let list = clerk.get(&leads(hall));
    let html = list.html();
    let at = html.find("href=\"/manage/leads/").unwrap() + "href=\"/manage/leads/".len();
    html[at..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect()
}

/// The address of 青河县's list of leads for 2027.
pub(super) fn leads(hall: &Hall) -> String {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    format!("/manage/congresses/{congress}/leads/2027")
}

fn photo() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(640, 480, image::Rgb([90, 120, 60]));
    picture
        .write_to(&mut out, image::ImageFormat::Jpeg)
        .unwrap();
    out.into_inner()
}

#[test]
fn a_resident_reads_the_call_hands_in_a_lead_and_follows_it_by_its_number() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    let home = phone.get("/");
    assert!(home.says("正在征集建议") && home.html().contains(CALL));
    let call = phone.get(CALL);
    assert!(
        call.says("正在征集") && call.says("已收到0条建议"),
        "{}",
        call.text()
    );
    assert!(call.says("投诉举报请到信访局"), "what does not belong here");
    let page = form(&hall, &mut phone);
    let mut fields = ROAD.to_vec();
    fields.push(("contact", "13800000000"));
    let receipt = phone.submit_photo(&page, "/leads/new", &fields, &photo());
    assert_eq!(receipt.status, 200, "{}", receipt.text());
    let digits = receipt.path.strip_prefix("/leads/").unwrap().to_owned();
    assert_eq!(digits.len(), 16);
    assert!(
        receipt.says("等待整理") && receipt.says("村口到小学的路"),
        "{}",
        receipt.text()
    );
    assert!(
        !receipt.html().contains("13800000000"),
        "no contact on a page that anybody may open"
    );
    assert!(receipt.html().contains("<svg"), "a QR to print");
    let at = receipt
        .html()
        .find(&format!("/leads/{digits}/pictures/"))
        .unwrap();
    let picture: String = receipt.html()[at..]
        .chars()
        .take_while(|c| *c != '"')
        .collect();
    let picture = phone.get(&picture);
    assert_eq!(picture.header("content-type").unwrap(), "image/jpeg");
    assert!(
        picture
            .header("cache-control")
            .unwrap()
            .contains("private, max-age=31536000")
    );
    assert!(phone.get(CALL).says("已收到1条建议"));
    // Anybody with the number follows it, however it is typed.
    let mut other = hall.client();
    let spaced = format!("{} {}", &digits[..4], &digits[4..]);
    let wide: String = spaced
        .chars()
        .map(|c| {
            c.to_digit(10)
                .map_or(c, |d| char::from_u32(0xff10 + d).unwrap())
        })
        .collect();
    let ask = other.get("/leads");
    let (to, _) = ask.form("/leads");
    let query = crate::support::client::encode(&[("receipt", &wide)]);
    let found = other.get(&format!("{to}?{query}"));
    assert_eq!(found.path, format!("/leads/{digits}"), "{}", found.text());
    // The clerk sees it, in the list and with its photo.
    let mut clerk = hall.signed_in("qinghe-clerk");
    let id = newest(&hall, &mut clerk);
    let lead = clerk.get(&format!("/manage/leads/{id}"));
    assert!(lead.says("待处理") && lead.says("居民手机提交") && lead.says("阿热勒镇"));
    assert!(
        !lead.html().contains("13800000000"),
        "not even here before it is asked for"
    );
    assert!(
        lead.html()
            .contains(&format!("/manage/leads/{id}/pictures/"))
    );
}

#[test]
fn a_number_that_is_wrong_says_how() {
    let hall = Hall::at(DemoStage::Draft);
    let mut phone = hall.client();
    for (typed, told) in [
        ("1234", "现在是 4 位"),
        ("abc", "只有数字"),
        ("1234567812345678", "有一位数字不对"),
        ("0000000000000000", "没有这个回执号"),
    ] {
        let page = phone.get(&format!("/leads?receipt={typed}"));
        assert_eq!(page.status, 422, "{typed}: {}", page.text());
        assert!(page.says(told), "{typed}: {}", page.text());
        assert!(
            page.html().contains(&format!("value=\"{typed}\"")),
            "what was typed is kept"
        );
    }
    assert_eq!(phone.get("/leads/0000000000000000").status, 404);
}
