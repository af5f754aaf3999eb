//! A day with faults: a clock set back, casts under way at closing, and a run-off in few acts.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::SignedDuration;
use minsheng::cli::demo::Stage;
use minsheng::domain::poll::round::RoundAct;

use super::ballot::{review, two, vote};
use super::officers::choose_pin;
use super::secrecy::texts;
use super::steps::{approve, count, hall, open};
use crate::support::{Hall, noon};

/// Ballots in the box.
fn boxed(hall: &Hall) -> usize {
    let found = texts(
        hall.dir.path(),
        "select cast(count(*) as text) from box_ballot",
    );
    found[0].parse().unwrap()
}

#[test]
fn a_clock_set_back_in_mid_vote_changes_nothing_that_is_counted() {
    let hall = Hall::at(Stage::Open);
    for slip in 0..4 {
        vote(&mut hall.scanned(slip), &[("m1", "a")]);
    }
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    for back in [
        SignedDuration::from_mins(-30),
        SignedDuration::from_hours(-24 * 400),
    ] {
        hall.clock.set(noon().checked_add(back).unwrap());
        let slip = boxed(&hall);
        vote(&mut hall.scanned(slip), &[("m1", "a")]);
    }
    // A sign-in from the future is dead; who signs in again goes on from the same step.
    let told = clerk.submit(&sheet, "/close-vote", &[("as", "ask")]);
    assert!(told.path.starts_with("/sign-in"), "{}", told.path);
    two(&hall, RoundAct::CloseVote);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/count/1/account");
    assert!(page.says("票证印制20=发出15"), "{}", page.text());
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("下一步:确认清点数") && sheet.says("已投6"),
        "{}",
        sheet.text()
    );
    clerk.submit(&sheet, "/confirm-account", &[]);
    two(&hall, RoundAct::OpenBox);
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/count", &[]);
    assert!(
        clerk.get("/count/1").says("收回6"),
        "{}",
        clerk.get("/count/1").text()
    );
}

#[test]
fn each_cast_under_way_at_closing_is_counted_or_told_that_it_was_not() {
    let hall = Hall::with(Stage::Open, 40);
    let clerk = hall.actor("qinghe-clerk");
    let chief = hall.actor("qinghe-chief");
    hall.run(
        hall.service
            .act_on_round(&clerk, hall.round(), RoundAct::CloseVote, ""),
    )
    .unwrap();
    let mut waiting = Vec::new();
    for slip in 0..30 {
        let mut phone = hall.scanned(slip);
        let form = review(&mut phone, &[("m1", "a")]);
        waiting.push((phone, form));
    }
    let (acknowledged, told) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for group in waiting.chunks_mut(5) {
            let (acknowledged, told) = (&acknowledged, &told);
            scope.spawn(move || {
                for (phone, form) in group {
                    let page = phone.submit(form, "/cast", &[]);
                    if page.path.ends_with("/done") && page.status == 200 {
                        acknowledged.fetch_add(1, Ordering::SeqCst);
                    } else {
                        assert!(
                            page.says("投票已结束，您的票没有投出"),
                            "{} {}",
                            page.status,
                            page.text()
                        );
                        told.fetch_add(1, Ordering::SeqCst);
                    }
                }
            });
        }
        while acknowledged.load(Ordering::SeqCst) < 8 {
            std::thread::yield_now();
        }
        hall.run(
            hall.service
                .act_on_round(&chief, hall.round(), RoundAct::CloseVote, ""),
        )
        .unwrap();
    });
    let (acknowledged, told) = (acknowledged.into_inner(), told.into_inner());
    assert_eq!(acknowledged + told, 30, "nobody hears nothing");
    assert_eq!(
        boxed(&hall),
        acknowledged,
        "what was told is in the box, and nothing else"
    );
    let returned = texts(
        hall.dir.path(),
        "select cast(returned as text) from round where id = 1",
    );
    assert_eq!(returned, [acknowledged.to_string()]);
}

#[test]
fn from_a_tie_to_the_open_run_off_in_four_acts_with_a_pin() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, |n| match n {
        0 => vec![1, 2, 4, 5],
        1..=7 => vec![1, 2, 3, 4],
        _ => vec![1, 2, 3, 5],
    });
    count(&hall);
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut acts = 0;
    let mut scripts = Vec::new();
    loop {
        let sheet = clerk.get("/manage/polls/1");
        if sheet.says("下一步:结束投票") {
            break;
        }
        let is_next = |act: &&str| sheet.has_form(&format!("/{act}"));
        let next = ["freeze", "start-issuing", "open-vote"]
            .into_iter()
            .find(is_next);
        scripts.push(sheet.text());
        // The box is sealed on a page of its own.
        let (next, sheet) = match next {
            Some(next) => (next, sheet),
            None => {
                let html = sheet.html();
                let at = html.find("/manage/rounds/").unwrap();
                let box_page = html[at..].split('"').next().unwrap();
                assert!(box_page.ends_with("/box"), "{box_page}");
                ("seal", clerk.get(box_page))
            }
        };
        let fields = [("officer", pin.as_str()), ("pin", "180926"), ("as", "pin")];
        let done = clerk.submit(&sheet, &format!("/{next}"), &fields);
        assert_eq!(done.status, 200, "{next}: {}", done.text());
        acts += 1;
    }
    assert_eq!(acts, 4, "at most eight");
    assert!(
        scripts[0].replace(' ', "").contains("候选项目2个，应选1个"),
        "the chair's words have the run-off's numbers: {}",
        scripts[0]
    );
}
