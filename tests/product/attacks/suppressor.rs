//! Whoever wants a deputy not to vote: sends links of used slips around, sticks them over the own ones.

use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::super::ballot::{two, vote};
use crate::support::Hall;

#[test]
fn a_link_to_another_slip_takes_no_slip_away_that_may_still_vote() {
    let hall = Hall::at(DemoStage::Open);
    let (own, used, unused) = (0, 1, 2);
    vote(&mut hall.scanned(used), &[("m1", "a")]);
    let mut phone = hall.scanned(own);
    let mine = phone.cookies["minsheng_slip"].to_owned();
    let asked: Vec<String> = [used, unused]
        .iter()
        .map(|slip| {
            let link = format!("/b/{}", hall.made.slips[*slip].scanned);
            // A browser sends to a slip's address what belongs there, and no more.
            assert!(!phone.cookies.header(&link).contains("minsheng_slip="));
            let before = format!("{:?}", phone.cookies);
            phone
                .headers
                .push(("sec-fetch-site".to_owned(), "cross-site".to_owned()));
            let page = phone.get(&link);
            phone.headers.clear();
            let after = format!("{:?}", phone.cookies);
            assert_eq!(after, before, "asking sets no cookie");
            assert_eq!(page.status, 200);
            assert!(
                page.says("换用另一张票证吗") && page.says("保留原来的票证"),
                "{}",
                page.text()
            );
            assert!(!page.text().contains("票箱"), "nor does it tell of a cast");
            page.text()
        })
        .collect();
    assert_eq!(asked[0], asked[1], "used or not, the question is the same");
    assert_eq!(phone.get("/ballot").path, "/ballot/1", "keeping mine");
    // Who means it changes; one's own link asks nothing.
    let page = phone.get(&format!("/b/{}", hall.made.slips[unused].scanned));
    assert_eq!(phone.submit(&page, "/ballot", &[]).path, "/ballot/1");
    assert_ne!(phone.cookies["minsheng_slip"], mine[..]);
    let own_link = format!("/b/{}", hall.made.slips[unused].scanned);
    assert_eq!(phone.get(&own_link).path, "/ballot/1");
    assert_eq!(vote(&mut phone, &[("m1", "a")]).path, "/ballot/1/done");
    // After the vote the next link is just taken.
    two(&hall, RoundAct::CloseVote);
    let page = phone.get(&format!("/b/{}", hall.made.slips[own].scanned));
    assert!(page.says("您的票没有投出"), "{}", page.text());
}

#[test]
fn a_slip_at_a_second_tablet_ends_its_visit_at_the_first() {
    let hall = Hall::at(DemoStage::Open);
    let typed = hall.made.slips[0].typed.clone();
    let enter = || {
        let mut tablet = hall.client();
        tablet.get("/ballot/kiosk");
        tablet.post("/ballot/kiosk", &[("code", &typed)]);
        tablet
    };
    let (mut first, mut second) = (enter(), enter());
    assert_eq!(first.get("/ballot/1").path, "/ballot/kiosk");
    assert_eq!(second.get("/ballot/1").path, "/ballot/1");
}

#[test]
fn a_link_to_the_tablets_page_takes_no_phone_over_that_holds_a_slip() {
    let hall = Hall::at(DemoStage::Open);
    let slips = hall.made.slips.clone();
    let (mine, other) = (&slips[slips.len() - 1], &slips[slips.len() - 2]);
    let mut phone = hall.client();
    assert_eq!(phone.get(&format!("/b/{}", mine.scanned)).path, "/ballot/1");
    let asked = phone.get("/ballot/kiosk");
    assert!(asked.says("把本机用作自助投票机吗"), "{}", asked.text());
    assert!(phone.cookies.get("minsheng_kiosk").is_none());
    assert_eq!(
        phone.get("/ballot").path,
        "/ballot/1",
        "it is a phone still"
    );
    // Used or not, it asks the same: nobody learns from it that somebody voted.
    assert_eq!(vote(&mut phone, &[("m1", "a")]).path, "/ballot/1/done");
    let again = phone.get("/ballot/kiosk");
    assert_eq!(asked.html(), again.html());
    // Whoever means it presses; then no slip is left on it, also for the next one who stands there.
    let start = phone.submit(&again, "/ballot/kiosk", &[]);
    assert!(
        start.html().contains("data-surface=\"kiosk\""),
        "{}",
        start.text()
    );
    for slip in ["minsheng_slip", "minsheng_own_slip"] {
        assert!(phone.cookies.get(slip).is_none(), "{slip}");
    }
    let page = phone.submit(&start, "/ballot/kiosk", &[("code", &other.typed)]);
    assert_eq!(page.path, "/ballot/1", "{}", page.text());
    assert_eq!(vote(&mut phone, &[("m2", "a")]).path, "/ballot/1/done");
    assert_eq!(phone.get("/ballot/1").path, "/ballot/kiosk");
    // A slip that votes no more is asked nothing.
    let mut late = hall.client();
    late.get(&format!("/b/{}", slips[0].scanned));
    two(&hall, RoundAct::CloseVote);
    assert!(
        late.get("/ballot/kiosk")
            .html()
            .contains("data-surface=\"kiosk\"")
    );
}

#[test]
fn a_link_to_another_slip_takes_no_tablet_over_where_somebody_votes() {
    let hall = Hall::at(DemoStage::Open);
    let slips = hall.made.slips.clone();
    let [.., third, second, first] = slips.as_slice() else {
        panic!("three slips");
    };
    let mut tablet = hall.client();
    tablet.get("/ballot/kiosk");
    let page = tablet.post("/ballot/kiosk", &[("code", &first.typed)]);
    assert_eq!(page.path, "/ballot/1");
    let foreign = format!("/b/{}", second.scanned);
    let asked = tablet.get(&foreign);
    assert!(asked.says("换用另一张票证吗"), "{}", asked.text());
    assert_eq!(
        tablet.get("/ballot").path,
        "/ballot/1",
        "what was open goes on"
    );
    // One's own slip scanned once more changes nothing, and leaves no slip's cookie on a tablet.
    let page = tablet.get(&format!("/b/{}", first.scanned));
    assert_eq!(page.path, "/ballot/1");
    assert!(tablet.cookies.get("minsheng_slip").is_none());
    assert_eq!(vote(&mut tablet, &[("m1", "a")]).path, "/ballot/1/done");
    // The next one stands there, and another link comes: whoever means it presses, and it stays a tablet.
    tablet.get("/ballot/kiosk");
    tablet.post("/ballot/kiosk", &[("code", &third.typed)]);
    let asked = tablet.get(&foreign);
    let page = tablet.submit(&asked, "/ballot/kiosk", &[]);
    assert_eq!(page.path, "/ballot/1", "{}", page.text());
    assert!(page.html().contains("data-surface=\"kiosk\""));
    assert_eq!(vote(&mut tablet, &[("m2", "a")]).path, "/ballot/1/done");
    assert!(tablet.cookies.get("minsheng_slip").is_none());
    // The one who was pushed aside has lost nothing.
    let mut phone = hall.client();
    phone.get(&format!("/b/{}", third.scanned));
    assert_eq!(vote(&mut phone, &[("m1", "x")]).path, "/ballot/1/done");
}
