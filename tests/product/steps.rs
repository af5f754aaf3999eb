//! The steps of a voting day, as many tests take them: the hall, the rounds, everybody's ballots.

use crate::support::AsShown as _;
use domain::poll::rules::Rules;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::review;
use crate::support::{Client, Hall};

/// A hall of fifteen whose rules were changed before freezing, with voting open.
pub(crate) fn hall(change: impl FnOnce(&mut Rules)) -> Hall {
    let hall = Hall::at(DemoStage::Draft);
    let clerk = hall.actor("qinghe-clerk");
    let chief = hall.actor("qinghe-chief");
    hall.run(async {
        use domain::sitting::roll::Attendance;
        use domain::sitting::stage::SittingAct;
        let (service, sitting, poll) = (&hall.service, hall.sitting(), hall.poll());
        let view = service.get_poll(&clerk, poll).await.unwrap();
        let mut rules = view.rounds[0].rules.clone();
        change(&mut rules);
        service
            .set_rules(&clerk, poll, &view.poll.title, rules)
            .await
            .unwrap();
        service
            .act_on_sitting(&clerk, sitting, SittingAct::OpenRoll)
            .await
            .unwrap();
        let roll = service.get_roll(&clerk, sitting).await.unwrap();
        let all = roll
            .lines
            .iter()
            .map(|line| (line.deputy, Attendance::Present))
            .collect();
        service.keep_roll(&clerk, sitting, all).await.unwrap();
        service
            .act_on_sitting(&clerk, sitting, SittingAct::DeclareQuorum)
            .await
            .unwrap();
        if !service
            .get_poll(&clerk, poll)
            .await
            .unwrap()
            .findings
            .is_empty()
        {
            service
                .accept_warnings(&clerk, poll, "tried in a test")
                .await
                .unwrap();
        }
        service.adopt_rules(&clerk, poll).await.unwrap();
        for one in [&clerk, &chief] {
            let adopted = service.adopt_shown(one, sitting);
            adopted.await.unwrap();
        }
    });
    hall
}

/// The newest round of the county's poll.
pub(crate) fn newest(hall: &Hall) -> domain::id::RoundId {
    let clerk = hall.actor("qinghe-clerk");
    let view = hall
        .run(hall.service.get_poll(&clerk, hall.poll()))
        .unwrap();
    view.rounds.last().unwrap().round.id
}

pub(crate) fn do_it(hall: &Hall, acts: &[RoundAct]) {
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let round = newest(hall);
    for act in acts {
        hall.run(hall.service.act_shown(&clerk, round, *act, ""))
            .unwrap();
        if act.needs_two() {
            hall.run(hall.service.act_shown(&chief, round, *act, ""))
                .unwrap();
        }
    }
}

/// Opens the newest round; the first one prints and hands out the slips that serve them all.
pub(crate) fn open(hall: &Hall, codes: &mut Vec<String>) {
    do_it(
        hall,
        &[RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing],
    );
    if codes.is_empty() {
        let slips = hall.print_slips(15);
        codes.extend(slips.into_iter().map(|slip| slip.scanned));
        let clerk = hall.actor("qinghe-clerk");
        hall.run(async {
            let roll = hall.service.get_roll(&clerk, hall.sitting()).await.unwrap();
            let all = roll.lines.iter().map(|line| line.deputy).collect();
            hall.service
                .issue_slips(&clerk, hall.sitting(), all)
                .await
                .unwrap();
        });
    }
    do_it(hall, &[RoundAct::OpenVote]);
}

pub(crate) fn count(hall: &Hall) {
    do_it(
        hall,
        &[
            RoundAct::CloseVote,
            RoundAct::ConfirmAccount,
            RoundAct::OpenBox,
            RoundAct::Count,
        ],
    );
}

/// Publishes what is certified.
pub(crate) fn publish(hall: &Hall) {
    for person in ["qinghe-clerk", "qinghe-chief"] {
        hall.run(hall.service.publish_shown(&hall.actor(person), hall.poll()))
            .unwrap();
    }
}

/// A browser that has scanned a code.
pub(crate) fn voter(hall: &Hall, code: &str) -> Client {
    let mut client: Client = hall.client();
    assert_eq!(client.get(&format!("/b/{code}")).path, "/ballot/1");
    client
}

/// Everybody votes as the function says for the n-th slip: fields and what they send.
pub(crate) fn everybody(
    hall: &Hall,
    codes: &[String],
    marks: impl Fn(usize) -> Vec<(&'static str, &'static str)>,
) {
    for (n, code) in codes.iter().enumerate() {
        let mut client = voter(hall, code);
        let page = review(&mut client, &marks(n));
        assert_eq!(page.status, 200, "slip {n}: {}", page.text());
        let done = client.submit(&page, "/ballot/1/cast", &[]);
        assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
    }
}

/// Everybody approves the lines that the function says for the n-th slip.
pub(crate) fn approve(hall: &Hall, codes: &[String], lines: impl Fn(usize) -> Vec<usize>) {
    const FIELDS: [&str; 7] = ["", "m1", "m2", "m3", "m4", "m5", "m6"];
    everybody(hall, codes, |n| {
        let lines = lines(n);
        lines.iter().map(|line| (FIELDS[*line], "a")).collect()
    });
}

/// Lines 1 to 3 pass with all; lines 4 and 5 share one place with eight votes each.
pub(crate) fn tied(n: usize) -> Vec<usize> {
    match n {
        0 => vec![1, 2, 4, 5],
        1..=7 => vec![1, 2, 3, 4],
        _ => vec![1, 2, 3, 5],
    }
}
