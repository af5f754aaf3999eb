//! A sitting by its pages alone: seated, voted, counted, certified, published.

use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, Page, slips};

/// The first address on a page that begins like this, up to its end.
pub(super) fn link(page: &Page, begins: &str) -> String {
    let html = page.html();
    let at = html
        .find(begins)
        .unwrap_or_else(|| panic!("no {begins} on {}: {}", page.path, page.text()));
    html[at..].split(['"', '?']).next().unwrap().to_owned()
}

/// What stands in an address between a beginning and the next slash.
pub(super) fn number(address: &str, begins: &str) -> String {
    let rest = address.strip_prefix(begins).unwrap();
    rest.split('/').next().unwrap().to_owned()
}

/// A session with its poll, everybody present, rules and officers adopted.
pub(super) struct Day {
    pub(super) poll: String,
    pub(super) sitting: String,
    pub(super) round: String,
}

/// Officers proposed, everybody present, rules and officers adopted.
pub(super) fn seated(
    hall: &Hall,
    clerk: &mut Client,
    session: &str,
    poll: &str,
    sitting: &str,
) -> Day {
    let officers = clerk.get(&format!("{session}/officers"));
    let to = format!("{session}/officers");
    for (post, number, username) in [
        ("chief_scrutineer", "001", "qinghe-chief"),
        ("teller", "002", ""),
    ] {
        let typed = [("post", post), ("number", number), ("username", username)];
        clerk.submit(&officers, &to, &typed);
    }
    let at = format!("/manage/sittings/{sitting}");
    let roll = clerk.get(&format!("{at}/roll"));
    let roll = clerk.submit(&roll, "/open-roll", &[]);
    let roll = clerk.submit(&roll, &format!("{at}/roll"), &[("all", "present")]);
    let roll = clerk.submit(&roll, "/declare-quorum", &[]);
    assert!(roll.says("符合法定人数"), "{}", roll.text());
    let rules = clerk.get(&format!("/manage/polls/{poll}/rules"));
    if rules.has_form("/rules/accept") {
        clerk.submit(&rules, "/rules/accept", &[("reason", "本届惯例")]);
    }
    let sheet = clerk.get(&format!("/manage/polls/{poll}"));
    clerk.submit(&sheet, "/rules/adopt", &[]);
    let page = clerk.get(&format!("{session}/officers"));
    clerk.submit(&page, &format!("{at}/officers"), &[]);
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get(&format!("{session}/officers"));
    chief.submit(&page, &format!("{at}/officers"), &[]);
    let sheet = clerk.get(&format!("/manage/polls/{poll}"));
    let round = number(&link(&sheet, "/manage/rounds/"), "/manage/rounds/");
    Day {
        poll: poll.to_owned(),
        sitting: sitting.to_owned(),
        round,
    }
}

/// An act of two people, each on the run-sheet.
pub(super) fn both(people: &mut [&mut Client; 2], day: &Day, act: &str) -> Page {
    let [clerk, chief] = people;
    let to = format!("/manage/rounds/{}/{act}", day.round);
    let page = clerk.get(&format!("/manage/polls/{}", day.poll));
    clerk.submit(&page, &to, &[]);
    let page = chief.get(&format!("/manage/polls/{}", day.poll));
    chief.submit(&page, &to, &[])
}

pub(super) fn alone(clerk: &mut Client, day: &Day, act: &str) -> Page {
    let page = clerk.get(&format!("/manage/polls/{}", day.poll));
    clerk.submit(&page, &format!("/manage/rounds/{}/{act}", day.round), &[])
}

/// The sitting votes: slips drawn, fifteen ballots cast, counted, certified and published by two.
pub(super) fn voted(
    hall: &Hall,
    people: &mut [&mut Client; 2],
    day: &Day,
    marks: impl Fn(usize) -> Vec<(&'static str, &'static str)>,
) {
    voted_by(hall, people, day, 15, marks);
}

/// The same where so many vote.
pub(super) fn voted_by(
    hall: &Hall,
    people: &mut [&mut Client; 2],
    day: &Day,
    voters: usize,
    marks: impl Fn(usize) -> Vec<(&'static str, &'static str)>,
) {
    let codes = open_vote_for(people, day, voters);
    cast_all(hall, day, &codes, marks);
    both(people, day, "close-vote");
    count(people, day);
    certify(people, day);
}

/// Frozen, sealed, fifteen slips handed out, voting open; answers the codes.
pub(super) fn open_vote(people: &mut [&mut Client; 2], day: &Day) -> Vec<String> {
    open_vote_for(people, day, 15)
}

fn open_vote_for(people: &mut [&mut Client; 2], day: &Day, voters: usize) -> Vec<String> {
    issuing(people, day);
    let codes = slips_for(people, day, voters);
    handed_out(people[0], day);
    let page = both(people, day, "open-vote");
    assert!(page.says("投票"), "{}", page.text());
    codes
}

/// Frozen, sealed, and slips may be handed out.
pub(super) fn issuing(people: &mut [&mut Client; 2], day: &Day) {
    both(people, day, "freeze");
    let sealing = format!("/manage/rounds/{}/box", day.round);
    let page = people[0].get(&sealing);
    people[0].submit(&page, "/box/seal", &[("holding", "server")]);
    let page = people[1].get(&sealing);
    people[1].submit(&page, "/box/seal", &[]);
    alone(people[0], day, "start-issuing");
}

/// So many slips printed: their typed codes.
pub(super) fn slips_for(
    [clerk, chief]: &mut [&mut Client; 2],
    day: &Day,
    number: usize,
) -> Vec<String> {
    let address = format!("/manage/sittings/{}/slips", day.sitting);
    let pdf = slips::print_pdf(clerk, chief, &address, &number.to_string());
    slips::digits(&Pdf::of(&pdf))
}

/// Everybody present signs for a slip.
pub(super) fn handed_out(clerk: &mut Client, day: &Day) -> Page {
    let slips = format!("/manage/sittings/{}/slips", day.sitting);
    let page = clerk.get(&slips);
    clerk.submit(&page, &format!("{slips}/issue"), &[("all", "yes")])
}

/// A ballot for each of these slips.
pub(super) fn cast_all(
    hall: &Hall,
    day: &Day,
    codes: &[String],
    marks: impl Fn(usize) -> Vec<(&'static str, &'static str)>,
) {
    for (place, code) in codes.iter().enumerate() {
        cast(hall, day, code, &marks(place));
    }
}

/// A deputy's ballot, reviewed and cast; answers the page of the last look.
pub(super) fn cast(hall: &Hall, day: &Day, code: &str, marks: &[(&str, &str)]) -> Page {
    let ballot = format!("/ballot/{}", day.poll);
    let mut deputy = hall.client();
    let sheet = deputy.post("/ballot", &[("code", code)]);
    let checked = deputy.submit(&sheet, &format!("{ballot}/review"), marks);
    let done = deputy.submit(&checked, &format!("{ballot}/cast"), &[]);
    assert_eq!(done.path, format!("{ballot}/done"), "{}", done.text());
    checked
}

/// A closed round's box is opened and counted.
pub(super) fn count(people: &mut [&mut Client; 2], day: &Day) {
    alone(people[0], day, "confirm-account");
    both(people, day, "open-box");
    let counted = alone(people[0], day, "count");
    assert!(counted.says("已计票"), "{}", counted.text());
}

/// Certified and published by two.
pub(super) fn certify(people: &mut [&mut Client; 2], day: &Day) {
    both(people, day, "certify");
    for person in people {
        let page = person.get(&format!("/manage/polls/{}", day.poll));
        person.submit(&page, "/publish", &[]);
    }
}
