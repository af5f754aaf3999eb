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
