//! Several polls at one sitting: one slip for all, each with its colour, its box and its account.

use crate::support::AsShown as _;
use domain::id::{PollId, RoundId};
use domain::poll::template::Template;
use domain::round::RoundAct;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingAct;
use minsheng::demo::DemoStage;
use service::library::listing::ListReview;
use service::poll::polling::NewPoll;

use super::hall::paired;
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, slips};

/// Both rounds of the hall.
const ROUNDS: [RoundId; 2] = [RoundId(1), RoundId(3)];

fn act(hall: &Hall, round: RoundId, act: RoundAct) {
    let people = if act.needs_two() { 2 } else { 1 };
    for person in ["qinghe-clerk", "qinghe-chief"].iter().take(people) {
        let person = hall.actor(person);
        hall.run(hall.service.act_shown(&person, round, act, ""))
            .unwrap();
    }
}

/// A hall of fifteen with two polls on two lists, and voting open in both.
fn hall_of_two() -> (Hall, PollId) {
    let hall = Hall::at(DemoStage::Draft);
    let (clerk, service) = (hall.actor("qinghe-clerk"), &hall.service);
    let (sitting, first) = (hall.sitting(), hall.poll());
    let chief = hall.actor("qinghe-chief");
    let second = hall.run(async {
        let view = service.get_poll(&clerk, first).await.unwrap();
        let congress = view.congress.id;
        let all: Vec<_> = view.rounds[0]
            .lines
            .iter()
            .filter_map(|line| line.subject.project())
            .collect();
        let list = service.list_lists(&clerk, first).await.unwrap().0.unwrap();
        service.reopen_list(&clerk, list).await.unwrap();
        let other = service
            .create_list(&clerk, congress, 2026, 1)
            .await
            .unwrap();
        let new = NewPoll {
            session: view.session.id,
            sitting,
            title: "新增项目票决".to_owned(),
            places: 1,
            template: Template::PerItem,
        };
        let (second, _) = service.create_poll(&clerk, new).await.unwrap();
        for (poll, list, lines, places) in [
            (first, list, all[..4].to_vec(), 2),
            (second, other, all[4..].to_vec(), 1),
        ] {
            service.set_list(&clerk, list, places, lines).await.unwrap();
            let review = ListReview {
                on: service.today(),
                how: "常委会会议".to_owned(),
            };
            service.review_list(&clerk, list, review).await.unwrap();
            service.fix_list(&clerk, list).await.unwrap();
            service.use_list(&clerk, poll, list).await.unwrap();
        }
        service
            .act_on_sitting(&clerk, sitting, SittingAct::OpenRoll)
            .await
            .unwrap();
        let roll = service.get_roll(&clerk, sitting).await.unwrap();
        let all: Vec<_> = roll.lines.iter().map(|line| line.deputy).collect();
        let here = all.iter().map(|one| (*one, Attendance::Present)).collect();
        service.keep_roll(&clerk, sitting, here).await.unwrap();
        service
            .act_on_sitting(&clerk, sitting, SittingAct::DeclareQuorum)
            .await
            .unwrap();
        for one in [&clerk, &chief] {
            let adopted = service.adopt_shown(one, sitting);
            adopted.await.unwrap();
        }
        for poll in [first, second] {
            let view = service.get_poll(&clerk, poll).await.unwrap();
            if !view.findings.is_empty() {
                service
                    .accept_warnings(&clerk, poll, "tried in a test")
                    .await
                    .unwrap();
            }
            service.adopt_rules(&clerk, poll).await.unwrap();
        }
        second
    });
    for round in ROUNDS {
        for step in [RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing] {
            act(&hall, round, step);
        }
    }
    (hall, second)
}

/// Prints and hands out a slip to each of the fifteen, opens both polls.
fn hand_out(hall: &Hall) -> Vec<String> {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut chief = hall.signed_in("qinghe-chief");
    let slips = "/manage/sittings/1/slips";
    let pdf = Pdf::of(&slips::print_pdf(&mut clerk, &mut chief, slips, "15"));
    let sheet = pdf.page(2);
    for words in ["白色票", "粉色票", "新增项目票决"] {
        assert_eq!(
            sheet.matches(words).count(),
            8,
            "each slip names both polls: {sheet}"
        );
    }
    let codes = slips::digits(&pdf);
    assert_eq!(codes.len(), 15);
    let page = clerk.get("/manage/sittings/1/slips");
    clerk.submit(&page, "/slips/issue", &[("all", "yes")]);
    for round in ROUNDS {
        act(hall, round, RoundAct::OpenVote);
    }
    codes
}

/// A phone that typed a code, and votes in a poll.
fn vote(phone: &mut Client, poll: PollId) {
    let sheet = phone.get(&format!("/ballot/{poll}"));
    let review = phone.submit(&sheet, "/review", &[("m1", "a")]);
    let done = phone.submit(&review, "/cast", &[]);
    assert_eq!(done.path, format!("/ballot/{poll}/done"), "{}", done.text());
    assert!(done.says("本次会议有2项票决"), "{}", done.text());
}

#[test]
fn each_poll_of_a_sitting_is_told_by_colour_and_word_wherever_it_is_seen() {
    let (hall, second) = hall_of_two();
    let codes = hand_out(&hall);
    // The phone: a choice, then each ballot with its mark.
    let mut phone = hall.client();
    let page = phone.get("/ballot");
    let choice = phone.submit(&page, "/ballot", &[("code", &codes[0])]);
    assert!(
        choice.says("白色票") && choice.says("粉色票"),
        "{}",
        choice.text()
    );
    for (poll, mine, other) in [
        (hall.poll(), "白色票", "粉色票"),
        (second, "粉色票", "白色票"),
    ] {
        let ballot = phone.get(&format!("/ballot/{poll}"));
        assert!(
            ballot.says(mine) && !ballot.says(other),
            "{}",
            ballot.text()
        );
    }
    // The hall's screen.
    let (mut screen, wall, mut clerk) = paired(&hall);
    for (round, mine, class) in [
        (1, "白色票", "class=\"stage tint white size0\""),
        (3, "粉色票", "class=\"stage tint pink size0\""),
    ] {
        let page = clerk.get("/manage/sittings/1/screens");
        let scene = format!("voting:{round}");
        let fields = [("token", &*page.value("token")), ("scene", &scene)];
        clerk.post("/manage/screens/1", &fields);
        let told = screen.get(&wall);
        assert!(
            told.says(mine) && told.html().contains(class),
            "{}",
            told.html()
        );
    }
    // The cockpit of one shows both.
    let sheet = clerk.get("/manage/polls/1");
    assert!(
        sheet.says("粉色票新增项目票决·投票中发出15，收回0"),
        "{}",
        sheet.text()
    );
}

#[test]
fn each_poll_of_a_sitting_has_its_own_box_and_its_own_account() {
    let (hall, second) = hall_of_two();
    let codes = hand_out(&hall);
    for (voter, code) in codes.iter().enumerate().take(6) {
        let mut phone = hall.client();
        let page = phone.get("/ballot");
        phone.submit(&page, "/ballot", &[("code", code)]);
        vote(&mut phone, hall.poll());
        if voter < 2 {
            vote(&mut phone, second);
        }
    }
    act(&hall, ROUNDS[0], RoundAct::CloseVote);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let sheet = clerk.get("/manage/polls/1");
    for told in ["投票结束发出15，收回6", "投票中发出15，收回2"] {
        assert!(sheet.says(told), "{told}: {}", sheet.text());
    }
    act(&hall, ROUNDS[1], RoundAct::CloseVote);
    for (poll, colour, returned, rest) in [(hall.poll(), "白色票", 6, 9), (second, "粉色票", 2, 13)]
    {
        let page = clerk.get(&format!("/count/{poll}/account"));
        assert!(
            page.says(colour) && page.says(&format!("票证15150000{returned}{rest}")),
            "{}",
            page.text()
        );
    }
    // One is counted while the other still waits.
    for step in [RoundAct::ConfirmAccount, RoundAct::OpenBox, RoundAct::Count] {
        act(&hall, ROUNDS[1], step);
    }
    assert!(clerk.get("/manage/polls/1").says("下一步:确认清点数"));
    assert!(clerk.get(&format!("/count/{second}")).says("收回2"));
}
