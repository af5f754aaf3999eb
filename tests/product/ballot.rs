//! A deputy's path, from the slip to the box.

use crate::support::AsShown as _;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use crate::support::{Client, Hall, Page};

/// Marks lines of the open ballot and sends it to review.
pub(crate) fn review(client: &mut Client, marks: &[(&str, &str)]) -> Page {
    let page = client.get("/ballot/1");
    client.submit(&page, "/ballot/1/review", marks)
}

/// Marks, reviews and casts.
pub(crate) fn vote(client: &mut Client, marks: &[(&str, &str)]) -> Page {
    let page = review(client, marks);
    client.submit(&page, "/ballot/1/cast", &[])
}

/// An act of two people, by their accounts.
pub(crate) fn two(hall: &Hall, act: RoundAct) {
    let (clerk, chief) = (hall.actor("qinghe-clerk"), hall.actor("qinghe-chief"));
    let reason = if act == RoundAct::Void { "reason" } else { "" };
    hall.run(hall.service.act_shown(&clerk, hall.round(), act, reason))
        .unwrap();
    hall.run(hall.service.act_shown(&chief, hall.round(), act, ""))
        .unwrap();
}

/// Ballots in the box, past the steps in which anybody may see their number.
fn in_box(hall: &Hall) -> u32 {
    let counted = hall.stored("select cast(count(*) as text) from box_ballot");
    counted.parse().unwrap()
}

#[test]
fn a_slip_leads_to_its_ballot_and_opening_it_spends_nothing() {
    let hall = Hall::at(DemoStage::Open);
    let address = format!("/b/{}", hall.made.slips[0].scanned);
    for method in ["GET", "HEAD"] {
        for _ in 0..20 {
            hall.client().once(method, &address, None);
        }
    }
    let mut client = hall.client();
    let page = client.get(&address);
    assert_eq!((page.status, page.path.as_str()), (200, "/ballot/1"));
    assert!(page.says("最多赞成4项"), "{}", page.text());
    assert!(page.says("演示"));
    assert_eq!(page.header("cache-control").unwrap(), "no-store");
    assert_eq!(page.header("referrer-policy").unwrap(), "no-referrer");
    assert_eq!(in_box(&hall), 0);
    assert_eq!(vote(&mut client, &[("m1", "a")]).path, "/ballot/1/done");
}

#[test]
fn a_ballot_goes_into_the_box_and_a_repeat_of_the_form_hears_the_same() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let checked = review(&mut client, &[("m1", "a"), ("m2", "o"), ("m3", "x")]);
    assert_eq!(
        (checked.status, checked.path.as_str()),
        (200, "/ballot/1/review")
    );
    assert!(checked.says("未选3按弃权计"), "{}", checked.text());
    let (to, fields) = checked.form("/ballot/1/cast");
    let fields: Vec<_> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    for _ in 0..3 {
        let done = client.post(&to, &fields);
        assert_eq!((done.status, done.path.as_str()), (200, "/ballot/1/done"));
        assert!(done.says("表决票已投入票箱"));
        for word in ["赞成", "反对", "弃权", "牧道"] {
            assert!(!done.text().contains(word), "the end page says {word}");
        }
    }
    assert_eq!(in_box(&hall), 1);
    assert_eq!(
        client.get("/ballot/1").path,
        "/ballot/1/done",
        "back leads to the end page"
    );
    two(&hall, RoundAct::CloseVote);
    assert!(
        client.post(&to, &fields).says("表决票已投入票箱"),
        "a repeat after closing too"
    );
}

#[test]
fn another_form_with_a_spent_slip_hears_the_same_and_counts_nothing() {
    let hall = Hall::at(DemoStage::Open);
    let (mut first, mut second) = (hall.scanned(0), hall.scanned(0));
    let form = review(&mut second, &[("m1", "o")]);
    let done = vote(&mut first, &[("m1", "a")]);
    let told = second.submit(&form, "/ballot/1/cast", &[]);
    assert_eq!((told.status, told.path.as_str()), (200, "/ballot/1/done"));
    assert!(told.says("只计先投入的一张") && told.says("票务台"));
    assert_eq!(told.text(), done.text());
    assert_eq!(in_box(&hall), 1);
}

#[test]
fn too_many_approvals_are_caught_at_review_and_nothing_is_dropped() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let marks = [
        ("m1", "a"),
        ("m2", "a"),
        ("m3", "a"),
        ("m4", "a"),
        ("m5", "a"),
        ("m6", "o"),
    ];
    let again = review(&mut client, &marks);
    assert_eq!(again.status, 422);
    assert!(again.says("您赞成了5项，最多4项"), "{}", again.text());
    assert!(
        again.html().contains("<title>错误："),
        "the window says so first"
    );
    let (_, kept) = again.form("/ballot/1/review");
    for (line, mark) in marks {
        assert!(
            kept.contains(&(line.to_owned(), mark.to_owned())),
            "{line} is kept"
        );
    }
    let checked = client.submit(&again, "/ballot/1/review", &[("m5", "x")]);
    assert_eq!(
        client.submit(&checked, "/ballot/1/cast", &[]).path,
        "/ballot/1/done"
    );
}

#[test]
fn going_back_from_the_review_keeps_the_marks() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let checked = review(&mut client, &[("m1", "a"), ("m4", "x")]);
    let (to, fields) = {
        let html = checked.html();
        let place = html.find("action=\"/ballot/1\"").unwrap();
        let start = html[..place].rfind("<form").unwrap();
        let only = Page {
            body: html.as_bytes()[start..].to_vec(),
            ..checked
        };
        only.form("/ballot/1")
    };
    let fields: Vec<_> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let (_, kept) = client.post(&to, &fields).form("/ballot/1/review");
    assert!(kept.contains(&("m1".to_owned(), "a".to_owned())));
    assert!(kept.contains(&("m4".to_owned(), "x".to_owned())));
    assert!(kept.contains(&("m2".to_owned(), "n".to_owned())));
}

#[test]
fn language_and_size_change_without_losing_a_mark() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let page = review(&mut client, &[("m2", "a"), ("show", "kk-Arab")]);
    assert!(
        page.html().contains("<html lang=\"kk-Arab\" dir=\"rtl\""),
        "{}",
        page.html()
    );
    assert!(
        page.html().contains("<span lang=\"zh-Hans\" dir=\"ltr\">"),
        "fallbacks say so"
    );
    let page = client.submit(&page, "/ballot/1/review", &[("show", "size-2")]);
    assert!(page.html().contains("class=\"size-2\""));
    let (_, kept) = page.form("/ballot/1/review");
    assert!(kept.contains(&("m2".to_owned(), "a".to_owned())));
}

#[test]
fn closing_while_marking_says_so_plainly() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let form = review(&mut client, &[("m1", "a")]);
    two(&hall, RoundAct::CloseVote);
    let told = client.submit(&form, "/ballot/1/cast", &[]);
    assert_eq!(told.status, 409);
    assert!(told.says("投票已结束，您的票没有投出"), "{}", told.text());
    assert!(client.get("/ballot/1").says("投票已结束，您的票没有投出"));
}

#[test]
fn a_pause_keeps_ballots_and_takes_none() {
    let hall = Hall::at(DemoStage::Open);
    let clerk = hall.actor("qinghe-clerk");
    let mut client = hall.scanned(0);
    let form = review(&mut client, &[("m1", "a")]);
    hall.run(
        hall.service
            .act_shown(&clerk, hall.round(), RoundAct::Pause, ""),
    )
    .unwrap();
    let told = client.submit(&form, "/ballot/1/cast", &[]);
    assert!(told.says("投票暂停"), "{}", told.text());
    hall.run(
        hall.service
            .act_shown(&clerk, hall.round(), RoundAct::Resume, ""),
    )
    .unwrap();
    assert_eq!(
        client.submit(&form, "/ballot/1/cast", &[]).path,
        "/ballot/1/done"
    );
    assert_eq!(in_box(&hall), 1);
}

#[test]
fn ten_digits_are_enough_however_they_are_typed() {
    let hall = Hall::at(DemoStage::Open);
    let typed = hall.made.slips[0].typed.clone();
    let spaced = format!("{} {}", &typed[..5], &typed[5..]);
    let dashed = format!(" {}-{} ", &typed[..5], &typed[5..]);
    let shift = |from: u32| -> String {
        typed
            .chars()
            .map(|c| char::from_u32(c as u32 - 48 + from).unwrap())
            .collect()
    };
    for code in [
        typed.clone(),
        spaced,
        dashed,
        shift(0xff10),
        shift(0x0660),
        shift(0x06f0),
    ] {
        let page = hall.client().post("/ballot", &[("code", &code)]);
        assert_eq!(page.path, "/ballot/1", "{code}");
    }
}

#[test]
fn codes_that_lead_nowhere_are_told_apart_where_that_helps() {
    let hall = Hall::at(DemoStage::Open);
    let wrong = hall.client().post("/ballot", &[("code", "00000 00000")]);
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.says("没有这个号码") && wrong.html().contains("00000 00000"),
        "kept as typed"
    );
    assert_eq!(hall.client().get("/b/NOTHING").status, 422);
    let chief = hall.actor("qinghe-chief");
    let cancelled = hall.run(hall.service.cancel_slips(
        &chief,
        hall.sitting(),
        &hall.made.slips[1].typed,
    ));
    assert!(
        cancelled.is_err(),
        "no slip is cancelled once voting has begun"
    );
    assert_eq!(
        hall.client().get("/ballot/1").path,
        "/ballot",
        "without a slip: the code page"
    );
}

#[test]
fn a_cancelled_slip_goes_to_the_desk() {
    let hall = Hall::at(DemoStage::Frozen);
    two(&hall, RoundAct::Seal);
    let clerk = hall.actor("qinghe-clerk");
    hall.run(
        hall.service
            .act_shown(&clerk, hall.round(), RoundAct::StartIssuing, ""),
    )
    .unwrap();
    let slips = hall.print_slips(2);
    hall.run(
        hall.service
            .cancel_slips(&clerk, hall.sitting(), &slips[0].scanned),
    )
    .unwrap();
    let told = hall.client().get(&format!("/b/{}", slips[0].scanned));
    assert_eq!(told.status, 422);
    assert!(told.says("这张票证已注销"), "{}", told.text());
    let mut waiting = hall.client();
    let told = waiting.get(&format!("/b/{}", slips[1].scanned));
    assert!(told.says("投票还没有开始"), "{}", told.text());
}

#[test]
fn wrong_codes_by_the_dozen_lock_nobody_out_whatever_the_clock_is_set_to() {
    let hall = Hall::at(DemoStage::Open);
    let answers: Vec<u16> = (0..80)
        .map(|n| {
            hall.client()
                .post("/ballot", &[("code", &format!("{n:010}"))])
                .status
        })
        .collect();
    assert!(answers.iter().all(|status| *status == 422), "{answers:?}");
    for (slip, set) in [
        "2026-01-15T04:00:00Z",
        "2016-01-15T04:00:00Z",
        "2036-01-15T04:00:00Z",
    ]
    .into_iter()
    .enumerate()
    {
        hall.clock.set(set.parse().unwrap());
        let typed = &hall.made.slips[slip].typed;
        let let_in = hall.client().post("/ballot", &[("code", typed)]);
        assert_eq!(let_in.path, "/ballot/1", "{set}: {}", let_in.text());
    }
    hall.scanned(3);
}

#[test]
fn digits_let_in_only_while_slips_are_handed_out_or_voting_is_on_and_a_scan_at_any_stage() {
    for (stage, is_let_in) in [
        (DemoStage::Frozen, false),
        (DemoStage::Open, true),
        (DemoStage::Closed, false),
        (DemoStage::Certified, false),
    ] {
        let hall = Hall::at(stage);
        let slips = if stage == DemoStage::Frozen {
            hall.print_slips(3)
        } else {
            hall.made.slips.clone()
        };
        let typed = hall.client().post("/ballot", &[("code", &slips[0].typed)]);
        let tablet = hall
            .client()
            .post("/ballot/kiosk", &[("code", &slips[1].typed)]);
        if is_let_in {
            assert_eq!(
                (typed.path.as_str(), tablet.path.as_str()),
                ("/ballot/1", "/ballot/1")
            );
        } else {
            let wrong = hall.client().post("/ballot", &[("code", "0123456789")]);
            for told in [&typed, &tablet] {
                assert_eq!(told.status, 422);
                assert!(told.says("不接受输入号码"), "{stage:?}: {}", told.text());
            }
            let untyped = |page: &Page, code: &str| page.html().replace(code, "");
            assert_eq!(
                untyped(&typed, &slips[0].typed),
                untyped(&wrong, "0123456789"),
                "a true code and a wrong one sound alike"
            );
        }
        let scanned = hall.client().get(&format!("/b/{}", slips[2].scanned));
        assert!(
            scanned.path.starts_with("/ballot/1"),
            "{stage:?}: {}",
            scanned.text()
        );
    }
}

#[test]
fn more_than_350_slips_have_twelve_digits_and_each_length_is_understood_beside_the_other() {
    let hall = Hall::with(DemoStage::Frozen, 380);
    let first = hall.print_slips(350);
    let second = hall.print_slips(30);
    assert!(first.iter().all(|slip| slip.typed.len() == 10));
    assert!(
        second
            .iter()
            .all(|slip| slip.typed.len() == 12 && !slip.typed.starts_with('0'))
    );
    crate::steps::do_it(&hall, &[RoundAct::Seal, RoundAct::StartIssuing]);
    let twelve = &second[0].typed;
    let (a, b, c) = (&twelve[..4], &twelve[4..8], &twelve[8..]);
    for code in [
        first[0].typed.clone(),
        twelve.clone(),
        format!("{a}-{b}　{c}"),
    ] {
        let let_in = hall.client().post("/ballot", &[("code", &code)]);
        assert_eq!(let_in.path, "/ballot/1", "{code}: {}", let_in.text());
    }
    for short in [&twelve[1..], &twelve[..10]] {
        let told = hall.client().post("/ballot", &[("code", short)]);
        assert_eq!(told.status, 422, "{short}");
    }
}

#[test]
fn a_hundred_posts_of_one_slip_at_the_same_instant_cast_one_ballot() {
    let hall = Hall::at(DemoStage::Open);
    let forms: Vec<(Client, Page)> = (0..10)
        .map(|n| {
            let mut client = hall.scanned(0);
            let form = review(&mut client, &[("m1", if n % 2 == 0 { "a" } else { "o" })]);
            (client, form)
        })
        .collect();
    let threads: Vec<_> = (0..100)
        .map(|n| {
            let (client, form) = &forms[n % forms.len()];
            let (to, fields) = form.form("/ballot/1/cast");
            let mut phone = hall.client();
            phone.cookies.clone_from(&client.cookies);
            std::thread::spawn(move || {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|(n, v)| (n.as_str(), v.as_str()))
                    .collect();
                let done = phone.post(&to, &fields);
                (done.status, done.path)
            })
        })
        .collect();
    for one in threads {
        assert_eq!(one.join().unwrap(), (200, "/ballot/1/done".to_owned()));
    }
    assert_eq!(in_box(&hall), 1);
}

#[test]
fn a_slip_of_another_congress_finds_no_ballot_here() {
    let hall = Hall::at(DemoStage::Open);
    let mut client = hall.scanned(0);
    let township = client.get("/ballot/2");
    let nothing = client.get("/ballot/99");
    assert_eq!((township.status, nothing.status), (404, 404));
    assert_eq!(
        township.text(),
        nothing.text(),
        "as if there were no such poll"
    );
}

#[test]
fn a_form_says_by_its_whole_name_that_it_is_one_and_a_cookie_has_one_spelling() {
    let hall = Hall::at(DemoStage::Open);
    let code = format!("code={}", hall.made.slips[0].typed);
    for (kind, status) in [
        ("application/x-www-form-urlencoded", 303),
        ("Application/X-WWW-Form-Urlencoded", 303),
        ("application/x-www-form-urlencoded; charset=UTF-8", 303),
        ("application/x-www-form-urlencoded2", 415),
        ("text/plain", 415),
    ] {
        let mut client = hall.client();
        let kind_of = ("content-type".to_owned(), kind.to_owned());
        client.headers.push(kind_of);
        let page = client.once("POST", "/ballot", Some(code.clone().into_bytes()));
        assert_eq!(page.status, status, "{kind}");
    }
    let mut phone = hall.scanned(0);
    let cookie = phone.cookies["minsheng_slip"].to_uppercase();
    phone.cookies.put("minsheng_slip", &cookie);
    assert_eq!(phone.get("/ballot/1").path, "/ballot");
}

#[test]
fn nine_digits_of_a_code_that_begins_with_zero_are_understood() {
    let begins_with_zero = |hall: &Hall| {
        let slips = hall.made.slips.iter();
        let mut found = slips.filter(|slip| slip.typed.starts_with('0'));
        found.next().map(|slip| slip.typed.clone())
    };
    let (hall, typed) = (1..20)
        .map(|seed| Hall::seeded(DemoStage::Open, 15, seed))
        .find_map(|hall| begins_with_zero(&hall).map(|typed| (hall, typed)))
        .unwrap();
    let nine = typed.trim_start_matches('0');
    let wide: String = nine
        .chars()
        .map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap())
        .collect();
    let dashed = format!("{}-{}", &nine[..4], &nine[4..]);
    for code in [typed.as_str(), nine, &typed[1..], &wide, &dashed] {
        let page = hall.client().post("/ballot", &[("code", code)]);
        assert_eq!(page.path, "/ballot/1", "{code}");
        let mut tablet = hall.client();
        tablet.get("/ballot/kiosk");
        let page = tablet.post("/ballot/kiosk", &[("code", code)]);
        assert_eq!(page.path, "/ballot/1", "{code}");
    }
    let short = hall.client().post("/ballot", &[("code", "1234")]);
    assert_eq!(short.status, 422);
}
