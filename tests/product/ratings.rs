//! Residents say at the site whether they are satisfied: no name, once a month, never a grade.

use minsheng::demo::DemoStage;

use super::evaluation::begun;
use crate::support::{Client, Hall, Page};

const RATE: &str = "/ratings/1";

fn hall() -> Hall {
    let hall = Hall::at(DemoStage::Published);
    begun(&hall);
    hall
}

fn rate(phone: &mut Client, word: &str, remark: &str) -> Page {
    let form = phone.get(RATE);
    phone.submit(&form, RATE, &[("word", word), ("remark", remark)])
}

#[test]
fn a_phone_counts_once_a_month_and_again_the_next() {
    let hall = hall();
    let mut phone = hall.client();
    let told = rate(&mut phone, "satisfied", "");
    assert!(told.says("谢谢，已经收到"), "{}", told.text());
    for _ in 0..3 {
        let told = rate(&mut phone, "dissatisfied", "");
        assert!(told.says("本月已经评价过"), "{}", told.text());
    }
    assert_eq!(
        hall.stored("select cast(count(*) as text) from rating"),
        "1"
    );
    hall.on("2027-01-02");
    let told = rate(&mut phone, "fair", "");
    assert!(told.says("谢谢"), "{}", told.text());
    assert_eq!(
        hall.stored("select cast(count(*) as text) from rating"),
        "2"
    );
}

#[test]
fn a_hundred_tries_from_one_phone_are_one_rating_and_a_hundred_phones_behind_one_gateway_are_a_hundred()
 {
    let hall = hall();
    let mut phone = hall.client();
    let mut later = 0;
    for _ in 0..100 {
        let form = phone.get(RATE);
        let told = phone.submit(&form, RATE, &[("word", "dissatisfied")]);
        later += u32::from(told.status == 429);
    }
    assert_eq!(
        hall.stored("select cast(count(*) as text) from rating"),
        "1"
    );
    assert!(later > 80, "told to come back: {later}");
    for _ in 0..100 {
        let told = rate(&mut hall.client(), "satisfied", "");
        assert_eq!(told.status, 200, "{}", told.text());
    }
    assert_eq!(
        hall.stored("select cast(count(*) as text) from rating"),
        "101"
    );
}

#[test]
fn a_browser_without_cookies_is_limited_by_its_address() {
    let hall = hall();
    let mut taken = 0;
    for _ in 0..60 {
        let told = hall.client().post(RATE, &[("word", "satisfied")]);
        taken += u32::from(told.status == 200);
    }
    assert_eq!(taken, 20, "twenty at once, then one a minute");
}

#[test]
fn a_low_rating_becomes_a_finding_in_the_offices_words() {
    let hall = hall();
    let remark = "路面返工了，村会计演示人说的";
    rate(&mut hall.client(), "dissatisfied", remark);
    rate(&mut hall.client(), "satisfied", "很好");
    let mut deputy = hall.signed_in("qinghe-d1");
    let page = deputy.get("/manage/projects/1/ratings");
    assert!(page.html().contains(remark), "the office reads remarks");
    let public = hall.client().get("/projects/1");
    assert!(!public.html().contains(remark), "nobody else does");
    assert!(public.says("群众评价"), "{}", public.text());
    let empty = deputy.submit(&page, "/finding", &[("text", " ")]);
    assert_eq!(empty.status, 422);
    let finding = deputy.submit(&page, "/finding", &[("text", "部分路面返工")]);
    assert!(
        finding.path.starts_with("/manage/findings/"),
        "{}",
        finding.text()
    );
    assert!(finding.says("部分路面返工"), "{}", finding.text());
    let page = deputy.get("/manage/projects/1/ratings");
    assert!(!page.has_form("/finding"), "it is settled");
    assert!(page.says("已记为问题"), "{}", page.text());
}

#[test]
fn a_rating_needs_its_word_keeps_what_was_typed_and_knows_no_script() {
    let hall = hall();
    let mut phone = hall.client();
    let form = phone.get(RATE);
    let told = phone.submit(&form, RATE, &[("remark", "<script>alert(1)</script>")]);
    assert_eq!(told.status, 422);
    assert!(told.says("请选满意、一般或者不满意"), "{}", told.text());
    assert!(
        told.html().contains("&lt;script&gt;"),
        "what was typed stays"
    );
    assert!(!told.html().contains("<script>alert"));
    let long = "长".repeat(201);
    let told = phone.submit(&form, RATE, &[("word", "fair"), ("remark", &long)]);
    assert_eq!(told.status, 422);
    // The third project was selected and has no work to look at yet.
    assert_eq!(phone.get("/ratings/3").status, 404);
}

#[test]
fn nothing_stored_of_a_rating_tells_whose_it_is() {
    let hall = hall();
    let mut phone = hall.client();
    rate(&mut phone, "fair", "");
    let columns = "select group_concat(name) from pragma_table_info('rating')";
    assert_eq!(
        hall.stored(columns),
        "id,project,month,word,remark,device,finding"
    );
    let cookie = &phone.cookies["minsheng_rater"];
    let name = cookie.split('-').next().unwrap();
    let found =
        format!("select cast(count(*) as text) from rating where hex(device) = upper('{name}')");
    assert_eq!(
        hall.stored(&found),
        "0",
        "a hash of the phone, not its name"
    );
}
