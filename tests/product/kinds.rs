//! Every kind of ballot, from the slip to the published result: ticks, ranks, the list as a whole,
//! exactly as many as places.

use std::collections::BTreeSet;

use domain::congress::Body;
use domain::poll::rules::{Rules, ShortfallRule};
use domain::poll::template::Template;
use domain::round::RoundAct;

use super::ballot::review;
use super::steps::{count, do_it, everybody, hall, open, publish, voter};
use crate::support::client::encode;
use crate::support::{Hall, Page};

/// Fields of a ballot and what they send.
type Marks = &'static [(&'static str, &'static str)];

/// A hall of fifteen with voting open by a template, and its slips.
pub(crate) fn voting(
    template: Template,
    places: u16,
    change: impl FnOnce(&mut Rules),
) -> (Hall, Vec<String>) {
    let hall = hall(|rules| {
        *rules = template.rules(Body::Congress, places);
        change(rules);
    });
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    (hall, codes)
}

/// Counts, certifies, publishes; what everybody may read then.
fn published(hall: &Hall) -> Page {
    count(hall);
    do_it(hall, &[RoundAct::Certify]);
    publish(hall);
    hall.client().get("/polls/1")
}

/// What a table's row says of a project.
#[track_caller]
fn row(page: &Page, line: u16) -> String {
    let html = page.html();
    let start = format!("<span class=\"no\">{line}</span>");
    let row = html
        .split("<tr")
        .find(|row| row.contains(&start))
        .unwrap_or_else(|| panic!("no row {line}: {}", page.text()));
    let only = Page {
        body: format!("<tr{row}").into_bytes(),
        ..page.clone()
    };
    only.text()
}

#[test]
fn ticks_are_counted_as_approvals_and_the_rest_as_the_rules_say() {
    let (hall, codes) = voting(Template::Tick, 4, |_| {});
    let page = voter(&hall, &codes[0]).get("/ballot/1");
    assert!(page.says("请选出您赞成的项目，最多4项"), "{}", page.text());
    assert!(
        !page.says("反对") && !page.says("弃权"),
        "one choice and the quiet one: {}",
        page.text()
    );
    everybody(&hall, &codes, |n| match n {
        0..=8 => vec![("m1", "a"), ("m2", "a")],
        9..=12 => vec![("m1", "a"), ("m3", "a"), ("m4", "a"), ("m5", "a")],
        13 => vec![("m2", "a")],
        _ => Vec::new(),
    });
    let result = published(&hall);
    for words in ["收回15", "有效15", "其中空白1"] {
        assert!(result.says(words), "{words}: {}", result.text());
    }
    assert!(
        row(&result, 1).contains("13 0 2 1 ✓ 入选"),
        "{}",
        row(&result, 1)
    );
    assert!(
        row(&result, 2).contains("10 0 5 2 ✓ 入选"),
        "{}",
        row(&result, 2)
    );
    assert!(
        row(&result, 3).contains("4 0 11 3 差 4 票"),
        "{}",
        row(&result, 3)
    );
}

#[test]
fn ranks_pass_by_votes_and_are_ordered_by_points() {
    let (hall, codes) = voting(Template::Rank, 2, |_| {});
    let page = voter(&hall, &codes[0]).get("/ballot/1");
    assert!(page.says("最多排2项"), "{}", page.text());
    // Line 3 is on most papers and second on all of them; lines 1 and 2 share the first ranks.
    everybody(&hall, &codes, |n| match n {
        0..=7 => vec![("m1", "1"), ("m3", "2")],
        8..=13 => vec![("m2", "1"), ("m3", "2")],
        _ => vec![("m1", "1")],
    });
    count(&hall);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let outcome = clerk.get("/count/1");
    assert!(outcome.says("积分"), "{}", outcome.text());
    // Approvals, oppose, abstain, points, rank: 9 papers with 2 points each; 14 with 1 each.
    assert!(
        row(&outcome, 1).contains("9 0 6 18 1 ✓ 入选"),
        "{}",
        row(&outcome, 1)
    );
    assert!(
        row(&outcome, 3).contains("14 0 1 14 2 ✓ 入选"),
        "{}",
        row(&outcome, 3)
    );
    assert!(
        row(&outcome, 2).contains("6 0 9 12 3 差 2 票"),
        "points do not replace the majority: {}",
        row(&outcome, 2)
    );
    do_it(&hall, &[RoundAct::Certify]);
    publish(&hall);
    // The same steps, each with its clause, for officers, for everybody and in the record.
    let result = hall.client().get("/polls/1");
    let statement = clerk.get("/count/1/statement");
    for page in [&outcome, &result, &statement] {
        for step in [
            "计票过程",
            "通过须获赞成8票。（第12条通过票数）",
            "达到要求的项目2个，名额2个。",
            "结果确定。",
        ] {
            assert!(page.says(step), "{step}: {}", page.text());
        }
    }
    for fact in [
        "minsheng-statement5",
        "ballotrank",
        "warningrank-without-choices",
        "acceptedtriedinatest",
        "line1",
        "stepneededvotes=8majority12",
        "steppassedpassed=2places=2majority12",
    ] {
        let record = statement.squeezed().replace('\t', "");
        assert!(record.contains(fact), "{fact}: {record}");
    }
    assert!(
        statement.says("请说明理由") && statement.says("已接受，理由：tried in a test"),
        "in words too: {}",
        statement.text()
    );
}

#[test]
fn a_list_as_a_whole_stands_or_falls_together() {
    for (approvals, told) in [(8, "✓ 入选"), (7, "差 1 票")] {
        let (hall, codes) = voting(Template::WholeList, 6, |_| {});
        let page = voter(&hall, &codes[0]).get("/ballot/1");
        assert!(page.says("对全部6个项目作一次选择"), "{}", page.text());
        assert!(!page.html().contains("name=\"m2\""), "one mark for all");
        everybody(&hall, &codes, |n| match n {
            n if n < approvals => vec![("m1", "a")],
            14 => Vec::new(),
            _ => vec![("m1", "o")],
        });
        let result = published(&hall);
        for line in 1..=6 {
            assert!(row(&result, line).contains(told), "{}", row(&result, line));
        }
        assert!(row(&result, 6).contains(&format!("{approvals} {} 1", 14 - approvals)));
    }
}

#[test]
fn exactly_as_many_as_places_are_asked_for_and_a_blank_paper_is_refused_by_its_own_words() {
    let (hall, codes) = voting(Template::Exactly, 4, |_| {});
    let mut client = voter(&hall, &codes[0]);
    let page = client.get("/ballot/1");
    assert!(page.says("正好赞成4项"), "{}", page.text());
    assert!(page.says("已赞成0，还须赞成4"), "{}", page.text());
    let few = review(
        &mut client,
        &[("m1", "a"), ("m2", "a"), ("m3", "a"), ("m4", "o")],
    );
    assert_eq!(few.status, 422);
    assert!(few.says("必须正好赞成4项，还差1项"), "{}", few.text());
    assert!(few.says("已赞成3，还须赞成1"), "{}", few.text());
    assert!(
        few.html().contains("<a href=\"#line-4\">") && !few.html().contains("<a href=\"#line-1\">"),
        "links to what is not approved yet"
    );
    let blank = review(&mut client, &[]);
    assert_eq!(blank.status, 422);
    assert!(blank.says("这是一张空白票"), "{}", blank.text());
    everybody(&hall, &codes, |n| {
        let fourth = if n < 9 { "m4" } else { "m5" };
        vec![
            ("m1", "a"),
            ("m2", "a"),
            ("m3", "a"),
            (fourth, "a"),
            ("m6", "o"),
        ]
    });
    let result = published(&hall);
    assert!(
        row(&result, 4).contains("9 0 6 4 ✓ 入选"),
        "{}",
        row(&result, 4)
    );
    assert!(
        row(&result, 6).contains("0 15 0 6 差 8 票"),
        "{}",
        row(&result, 6)
    );
}

#[test]
fn too_many_ticks_come_back_with_the_lines_linked_and_nothing_dropped() {
    let (hall, codes) = voting(Template::Tick, 2, |_| {});
    let mut client = voter(&hall, &codes[0]);
    let marks = [("m1", "a"), ("m2", "a"), ("m5", "a")];
    let again = review(&mut client, &marks);
    assert_eq!(again.status, 422);
    assert!(
        again.says("您选了3项，最多2项：请把其中1项改为未选"),
        "{}",
        again.text()
    );
    assert!(again.says("多选1项，请改为未选"), "{}", again.text());
    let (_, kept) = again.form("/ballot/1/review");
    for (line, mark) in marks {
        assert!(kept.contains(&(line.to_owned(), mark.to_owned())), "{line}");
    }
    for line in [1, 2, 5] {
        assert!(again.html().contains(&format!("<a href=\"#line-{line}\">")));
    }
    let checked = client.submit(&again, "/ballot/1/review", &[("m5", "n")]);
    assert_eq!(checked.status, 200, "{}", checked.text());
    assert!(checked.says("未选4按弃权计"), "{}", checked.text());
}

#[test]
fn ranks_are_asked_for_again_at_their_line() {
    let (hall, codes) = voting(Template::Rank, 3, |_| {});
    let cases: [(Marks, u16, &str); 3] = [
        (&[("m1", "1"), ("m4", "1")], 4, "前面已有项目排在这一位"),
        (&[("m1", "1"), ("m4", "3")], 4, "没有项目排在第2位"),
        (
            &[("m1", "1"), ("m2", "2"), ("m4", "9")],
            4,
            "最多只能排到第3位",
        ),
    ];
    for (marks, line, told) in cases {
        let mut client = voter(&hall, &codes[0]);
        let again = review(&mut client, marks);
        assert_eq!(again.status, 422, "{told}");
        let html = again.html();
        let mine = html
            .split("<fieldset")
            .find(|part| part.contains(&format!("id=\"line-{line}\"")))
            .unwrap();
        let mine = Page {
            body: mine.as_bytes().to_vec(),
            ..again.clone()
        };
        assert!(mine.says(told), "{told}: {}", mine.text());
        assert!(
            html.contains(&format!("<a href=\"#line-{line}\">")),
            "{told}"
        );
        let (_, kept) = again.form("/ballot/1/review");
        for (field, mark) in marks {
            assert!(
                kept.contains(&((*field).to_owned(), (*mark).to_owned())),
                "{told}: {field} is kept: {kept:?}"
            );
        }
    }
    let mut client = voter(&hall, &codes[0]);
    let strange = review(&mut client, &[("m1", "first")]);
    assert!(
        strange.status == 422 && strange.says("不是"),
        "{}",
        strange.text()
    );
}

#[test]
fn the_last_look_names_each_kinds_marks_and_leads_back_to_them() {
    let (hall, codes) = voting(Template::Rank, 3, |_| {});
    let mut client = voter(&hall, &codes[0]);
    let checked = review(&mut client, &[("m5", "1"), ("m2", "2")]);
    let text = checked.squeezed();
    let (first, second) = (text.find("第1位").unwrap(), text.find("第2位").unwrap());
    assert!(first < second, "in the order of the ranks: {text}");
    assert!(text.contains("不排4按弃权计"), "{text}");
    let switched = client.submit(&client_change(&checked), "/ballot/1", &[]);
    let (_, kept) = switched.form("/ballot/1/review");
    assert!(
        kept.contains(&("m5".to_owned(), "1".to_owned())),
        "{kept:?}"
    );
    let uighur = client.submit(&switched, "/ballot/1/review", &[("show", "ug")]);
    assert!(uighur.html().contains("dir=\"rtl\""));
    let (_, kept) = uighur.form("/ballot/1/review");
    assert!(
        kept.contains(&("m2".to_owned(), "2".to_owned())),
        "{kept:?}"
    );

    let (hall, codes) = voting(Template::WholeList, 6, |_| {});
    let mut client = voter(&hall, &codes[0]);
    let checked = review(&mut client, &[("m1", "x")]);
    assert!(checked.says("弃权6"), "{}", checked.text());
    assert!(!checked.says("赞成"), "{}", checked.text());
    let blank = review(&mut client, &[]);
    assert!(
        blank.says("这是一张空白票") && blank.says("未选6按弃权计"),
        "{}",
        blank.text()
    );
}

/// The second form of the last look, which leads back.
fn client_change(checked: &Page) -> Page {
    let html = checked.html();
    let place = html.find("action=\"/ballot/1\"").unwrap();
    let start = html[..place].rfind("<form").unwrap();
    Page {
        body: html.as_bytes()[start..].to_vec(),
        ..checked.clone()
    }
}

#[test]
fn every_kind_has_one_length_on_the_wire_and_in_the_box_whatever_was_marked() {
    let cases: [(Template, u16, [Marks; 3], usize); 4] = [
        (
            Template::Exactly,
            2,
            [
                &[("m1", "a"), ("m2", "a")],
                &[("m5", "a"), ("m6", "a"), ("m1", "o"), ("m2", "x")],
                &[("m1", "a"), ("m4", "a"), ("m5", "x")],
            ],
            8,
        ),
        (
            Template::Tick,
            4,
            [
                &[],
                &[("m1", "a")],
                &[("m1", "a"), ("m2", "a"), ("m6", "a")],
            ],
            8,
        ),
        (
            Template::Rank,
            4,
            [
                &[],
                &[("m6", "1")],
                &[("m1", "3"), ("m2", "2"), ("m6", "1")],
            ],
            8,
        ),
        (
            Template::WholeList,
            6,
            [&[], &[("m1", "a")], &[("m1", "o")]],
            3,
        ),
    ];
    for (template, places, papers, stored) in cases {
        let (hall, codes) = voting(template, places, |_| {});
        let mut lengths = BTreeSet::new();
        for (marks, code) in papers.iter().zip(&codes) {
            let mut client = voter(&hall, code);
            let form = review(&mut client, marks);
            assert_eq!(form.status, 200, "{template:?}: {}", form.text());
            let (_, fields) = form.form("/ballot/1/cast");
            let pairs: Vec<_> = fields
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let body = encode(&pairs).len();
            let back = client.submit(&client_change(&form), "/ballot/1", &[]);
            let done = client.submit(&form, "/ballot/1/cast", &[]);
            assert_eq!(done.path, "/ballot/1/done");
            lengths.insert((form.body.len(), body, back.body.len(), done.body.len()));
        }
        assert_eq!(lengths.len(), 1, "{template:?}: {lengths:?}");
        let bodies = super::secrecy::blobs(hall.dir.path(), "select body from box_ballot");
        assert_eq!(bodies.len(), 3);
        assert!(
            bodies.iter().all(|body| body.len() == stored + 48),
            "{template:?}"
        );
    }
}

/// Two places, line 1 clear of all; lines 2 and 3 have eight votes each, and equal points too.
fn tied(template: Template, n: usize) -> Vec<(&'static str, &'static str)> {
    let (first, second) = if template == Template::Rank {
        ("1", "2")
    } else {
        ("a", "a")
    };
    match n {
        0..=5 => vec![("m1", first), ("m2", second)],
        6..=11 => vec![("m1", first), ("m3", second)],
        12 => vec![("m2", first), ("m3", second)],
        13 => vec![("m3", first), ("m2", second)],
        _ => Vec::new(),
    }
}

#[test]
fn equal_ticks_and_equal_points_go_to_a_run_off_of_their_own_kind() {
    for (template, mark, asked) in [
        (Template::Tick, "a", "请选出您赞成的项目，最多1项"),
        (Template::Rank, "1", "从第1位起，最多排1项"),
    ] {
        let (hall, mut codes) = voting(template, 2, |_| {});
        everybody(&hall, &codes, |n| tied(template, n));
        count(&hall);
        let page = hall.signed_in("qinghe-clerk").get("/count/1");
        assert!(page.says("已起草下一轮：第2轮"), "{}", page.text());
        assert!(row(&page, 2).contains("票数相等"), "{}", row(&page, 2));
        assert!(row(&page, 3).contains("票数相等"), "{}", row(&page, 3));
        open(&hall, &mut codes);
        let page = voter(&hall, &codes[0]).get("/ballot/1");
        assert!(page.says(asked), "{}", page.text());
        everybody(&hall, &codes, |n| {
            vec![(if n < 9 { "m1" } else { "m2" }, mark)]
        });
        let result = published(&hall);
        for words in ["第1轮", "第2轮"] {
            assert!(result.says(words), "{words}: {}", result.text());
        }
        assert!(hall.client().get("/").says("入选2项"), "{template:?}");
    }
}

#[test]
fn a_shortfall_of_ticks_or_ranks_drafts_a_round_of_the_same_kind() {
    for (template, mark) in [(Template::Tick, "a"), (Template::Rank, "1")] {
        let (hall, mut codes) = voting(template, 3, |rules| {
            rules.shortfall = ShortfallRule::Supplementary;
        });
        everybody(&hall, &codes, |n| match n {
            0..=9 => vec![("m1", mark)],
            10..=12 => vec![("m2", mark)],
            13 => vec![("m3", mark)],
            _ => vec![("m4", mark)],
        });
        count(&hall);
        let mut clerk = hall.signed_in("qinghe-clerk");
        assert!(clerk.get("/manage/polls/1").says("第2轮：补充票决"));
        // Two places left: three candidates, and all that equal the last of them.
        assert!(clerk.get("/manage/polls/1/slate").says("候选3个，应选2个"));
        open(&hall, &mut codes);
        everybody(&hall, &codes, |n| {
            if n < 8 {
                vec![("m1", mark)]
            } else {
                Vec::new()
            }
        });
        count(&hall);
        let page = clerk.get("/count/1");
        assert!(page.says("以达到的为准，可以认证"), "{}", page.text());
        do_it(&hall, &[RoundAct::Certify]);
        publish(&hall);
        assert!(hall.client().get("/").says("入选2项"), "{template:?}");
    }
}
