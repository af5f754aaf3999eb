//! A day with faults: a clock set back, casts under way at closing, and a run-off in few acts.

use crate::support::AsShown as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::round::RoundAct;
use jiff::SignedDuration;
use minsheng::demo::DemoStage;

use super::ballot::{review, two, vote};
use super::hall::paired;
use super::officers::choose_pin;
use super::sealed_box::groups;
use super::secrecy::texts;
use super::steps::{approve, count, do_it, hall, newest, open, tied};
use crate::support::{Client, Hall, Page, noon};

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
    let hall = Hall::at(DemoStage::Open);
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
        sheet.says("下一步:确认清点数") && sheet.says("收回6"),
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
    let hall = Hall::with(DemoStage::Open, 40);
    let clerk = hall.actor("qinghe-clerk");
    let chief = hall.actor("qinghe-chief");
    hall.run(
        hall.service
            .act_shown(&clerk, hall.round(), RoundAct::CloseVote, ""),
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
                .act_shown(&chief, hall.round(), RoundAct::CloseVote, ""),
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
    approve(&hall, &codes, tied);
    count(&hall);
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let box_page = format!("/manage/rounds/{}/box", newest(&hall));
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
            None => ("seal", clerk.get(&box_page)),
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

#[test]
fn from_a_tie_to_the_open_run_off_in_seven_acts_with_three_cards_typed_back_and_the_hall_told() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, tied);
    do_it(
        &hall,
        &[
            RoundAct::CloseVote,
            RoundAct::ConfirmAccount,
            RoundAct::OpenBox,
        ],
    );
    let pin = choose_pin(&hall, "演示监票人", "180926");
    let (mut screen, wall, mut clerk) = paired(&hall);
    // The count that finds the tie takes its scene along.
    let sheet = clerk.get("/manage/polls/1");
    clerk.submit(&sheet, "/rounds/1/count", &[("scene", "yes")]);
    let told = screen.get(&wall);
    assert!(
        told.says("票数相等，待定1个名额") && told.says("下面对以上项目另行投票"),
        "{}",
        told.text()
    );
    let mut acts = 0;
    let mut press = |page: &Page, client: &mut Client, act: &str, typed: &[(&str, &str)]| {
        acts += 1;
        let done = client.submit(page, act, typed);
        assert_eq!(done.status, 200, "{act}: {}", done.text());
        done
    };
    let with_pin = [("officer", pin.as_str()), ("pin", "180926"), ("as", "pin")];
    let box_page = format!("/manage/rounds/{}/box", newest(&hall));
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("候选项目2个，应选1个"),
        "the chair's words: {}",
        sheet.text()
    );
    press(&sheet, &mut clerk, "/freeze", &with_pin);
    let sealing = clerk.get(&box_page);
    let mut typed = vec![("holding", "2-of-3")];
    typed.extend(with_pin);
    press(&sealing, &mut clerk, "/box/seal", &typed);
    for (number, name) in (1..).zip(["qinghe-chief", "qinghe-scrutineer", "qinghe-scrutineer-2"]) {
        let mut holder = hall.signed_in(name);
        let page = holder.get(&box_page);
        let card = press(&page, &mut holder, &format!("/cards/{number}"), &[]);
        let card = groups(&card);
        // Typed back where it was shown, beside what the desk does.
        let page = holder.get(&box_page);
        let page = holder.submit(&page, "/cards/check", &[("card", &card)]);
        assert!(page.says("已核对"), "{}", page.text());
    }
    let sheet = clerk.get("/manage/polls/1");
    let sheet = press(&sheet, &mut clerk, "/start-issuing", &[]);
    let mut typed = with_pin.to_vec();
    typed.push(("scene", "yes"));
    press(&sheet, &mut clerk, "/open-vote", &typed);
    assert_eq!(acts, 7, "at most eight");
    let sheet = clerk.get("/manage/polls/1");
    assert!(sheet.says("下一步:结束投票"), "{}", sheet.text());
    let told = screen.get(&wall);
    assert!(
        told.says("第2轮") && told.says("投票进行中"),
        "{}",
        told.text()
    );
    let mut phone = hall.client();
    let ballot = phone.get(&format!("/b/{}", codes[0]));
    assert!(
        ballot.says("最多赞成1项"),
        "the same slip: {}",
        ballot.text()
    );
}

#[test]
fn two_clerks_who_press_the_same_step_at_once_do_it_once_and_both_hear_who_did() {
    let hall = Hall::at(DemoStage::Closed);
    let mut seats: Vec<(Client, Page)> = (0..6)
        .map(|_| {
            let mut clerk = hall.signed_in("qinghe-clerk");
            let sheet = clerk.get("/manage/polls/1");
            (clerk, sheet)
        })
        .collect();
    let mut told: Vec<Page> = Vec::new();
    std::thread::scope(|scope| {
        let pressed: Vec<_> = seats
            .iter_mut()
            .map(|(clerk, sheet)| scope.spawn(move || clerk.submit(sheet, "/confirm-account", &[])))
            .collect();
        told.extend(pressed.into_iter().map(|one| one.join().unwrap()));
    });
    for page in &told {
        assert_eq!(page.status, 200, "nobody sees an error: {}", page.text());
        assert!(page.says("下一步:开箱"), "{}", page.text());
    }
    let late = told.iter().filter(|page| page.says("没有重复操作"));
    assert_eq!(late.count(), 5, "one did it, five hear that it is done");
    let done = texts(
        hall.dir.path(),
        "select act from act_done where act = 'confirm-account'",
    );
    assert_eq!(done.len(), 1);
}

#[test]
fn a_stream_that_drops_and_returns_begins_with_all_that_was_missed() {
    let hall = Hall::at(DemoStage::Open);
    let (screen, wall, mut clerk) = paired(&hall);
    let mut put_up = |scene: &str| {
        let page = clerk.get("/manage/sittings/1/screens");
        let fields = [("token", &*page.value("token")), ("scene", scene)];
        assert_eq!(clerk.post("/manage/screens/1", &fields).status, 200);
    };
    let live = format!("{wall}/live");
    put_up("voting:1");
    let phone = hall.scanned(0);
    assert!(screen.listen(&live, "scene", 1)[0].contains("投票进行中"));
    assert!(phone.listen("/ballot/1/live", "", 1)[0].contains("\"stage\":\"open\""));
    // Both lines are down. Meanwhile the scene changes twice and voting ends.
    put_up("recess");
    two(&hall, RoundAct::CloseVote);
    put_up("closed:1");
    let scene = screen.listen(&live, "scene", 1).remove(0);
    assert!(
        scene.contains("投票已结束") && !scene.contains("会议休息"),
        "{scene}"
    );
    let now: serde_json::Value = serde_json::from_str(&scene).unwrap();
    let drawn = now["scene"].as_str().unwrap();
    assert_eq!(
        drawn.matches("<div").count(),
        drawn.matches("</div>").count(),
        "whole or not at all"
    );
    phone.listen_for("/ballot/1/live", "", |now| {
        now.contains("\"stage\":\"closed\"")
    });
}
