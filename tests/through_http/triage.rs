//! The clerk sorts: likely the same, merged, split, taken up, declined, handed over; each taken back.

use minsheng::cli::demo::Stage;

use super::leads::{hand_in, leads, newest};
use crate::support::{Client, Hall, Page};

fn act(clerk: &mut Client, lead: &str, act: &str, set: &[(&str, &str)]) -> Page {
    let page = clerk.get(&format!("/manage/leads/{lead}"));
    clerk.submit(&page, &format!("/manage/leads/{lead}/{act}"), set)
}

/// Two leads that say nearly the same: their numbers at the desk and the addresses of their receipts.
fn pair(hall: &Hall, clerk: &mut Client) -> [(String, String); 2] {
    let mut phone = hall.client();
    let one = hand_in(hall, &mut phone, &[]).path;
    let first = newest(hall, clerk);
    let what = "村口到小学的路要铺成硬化路，雨天走不了";
    let other = hand_in(hall, &mut hall.client(), &[("what", what)]).path;
    [(first, one), (newest(hall, clerk), other)]
}

#[test]
fn likely_duplicates_stand_side_by_side_and_merge_with_both_origins_kept() {
    let hall = Hall::at(Stage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let [(first, first_receipt), (second, second_receipt)] = pair(&hall, &mut clerk);
    let page = clerk.get(&format!("/manage/leads/{second}"));
    assert!(
        page.says("可能重复") && page.says(&format!("第{first}号建议")),
        "{}",
        page.text()
    );
    let merged = clerk.submit(
        &page,
        &format!("/manage/leads/{second}/merge"),
        &[("into", &first)],
    );
    assert!(
        merged.says("已合并到") && !merged.says("可能重复"),
        "{}",
        merged.text()
    );
    let kept = clerk.get(&format!("/manage/leads/{first}"));
    assert!(kept.says("一并代表的建议（1条）") && kept.says("居民手机提交"));
    // A circle is refused, and so is a lead that is decided already.
    let circle = act(&mut clerk, &first, "merge", &[("into", &second)]);
    assert_eq!(circle.status, 409);
    assert!(circle.says("不能再反过来合并"), "{}", circle.text());
    let itself = act(&mut clerk, &first, "merge", &[("into", &first)]);
    assert!(itself.status == 409 && itself.says("不能合并到自己"));
    // What is decided about the one is the fate of both, and each resident reads it.
    act(
        &mut clerk,
        &first,
        "decline",
        &[("reason", "这条路今年由县交通局另行安排")],
    );
    let mut phone = hall.client();
    for receipt in [&first_receipt, &second_receipt] {
        let page = phone.get(receipt);
        assert!(
            page.says("未采纳") && page.says("由县交通局另行安排"),
            "{}",
            page.text()
        );
    }
    let told = phone.get(&second_receipt);
    assert!(told.says("与内容相同的建议合并办理") && !told.html().contains(&first_receipt[7..]));
    // The merge is taken back by name, and the lead stands for itself again.
    let back = act(&mut clerk, &second, "undo-merge", &[]);
    assert!(back.says("待处理"), "{}", back.text());
    assert!(phone.get(&second_receipt).says("等待整理"));
}

#[test]
fn a_lead_that_asks_for_two_things_is_split_and_its_number_tells_of_both() {
    let hall = Hall::at(Stage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let what = "修通村里的路，还想在村口装两盏路灯";
    let receipt = hand_in(&hall, &mut hall.client(), &[("what", what)]).path;
    let whole = newest(&hall, &mut clerk);
    let empty = act(
        &mut clerk,
        &whole,
        "split",
        &[("what", " "), ("kind", "energy")],
    );
    assert!(empty.status == 422 && empty.says("请填写这一栏"));
    let split = act(
        &mut clerk,
        &whole,
        "split",
        &[
            ("what", "在村口装两盏路灯"),
            ("kind", "energy"),
            ("place", "村口"),
        ],
    );
    assert!(
        split.says("拆分出的建议") && split.says(what),
        "the words stay: {}",
        split.text()
    );
    let part = newest(&hall, &mut clerk);
    assert_ne!(part, whole);
    let page = clerk.get(&format!("/manage/leads/{part}"));
    assert!(page.says("拆分自") && page.says("居民手机提交") && page.says("阿热勒镇"));
    act(
        &mut clerk,
        &part,
        "hand-over",
        &[("to", "县住建局路灯管理所")],
    );
    let mut phone = hall.client();
    let told = phone.get(&receipt);
    assert!(
        told.says("拆分出的部分") && told.says("县住建局路灯管理所"),
        "{}",
        told.text()
    );
    assert!(told.says("等待整理"), "the rest still waits");
    // A decided part stays; taken back it can go into its whole again.
    act(&mut clerk, &part, "reconsider", &[]);
    let back = act(&mut clerk, &part, "undo-split", &[]);
    assert_eq!(
        back.path,
        format!("/manage/leads/{whole}"),
        "{}",
        back.text()
    );
    assert!(!back.says("拆分出的建议"));
    assert_eq!(clerk.get(&format!("/manage/leads/{part}")).status, 404);
}

#[test]
fn a_lead_becomes_a_project_and_its_resident_sees_how_far_it_comes() {
    let hall = Hall::at(Stage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let [(first, first_receipt), (second, second_receipt)] = pair(&hall, &mut clerk);
    let nameless = act(
        &mut clerk,
        &first,
        "take-up",
        &[("project", ""), ("name", " ")],
    );
    assert_eq!(nameless.status, 422, "{}", nameless.text());
    let fields = [
        ("project", ""),
        ("name", "村口道路硬化"),
        ("summary", "两公里"),
    ];
    let made = act(&mut clerk, &first, "take-up", &fields);
    assert!(
        made.says("已入库") && made.says("村口道路硬化"),
        "{}",
        made.text()
    );
    // The other one joins it.
    let page = clerk.get(&format!("/manage/leads/{second}"));
    let html = page.html();
    let at = html.find("村口道路硬化").unwrap();
    let option = html[..at].rfind("value=\"").unwrap() + 7;
    let project: String = html[option..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let joined = act(&mut clerk, &second, "take-up", &[("project", &project)]);
    assert!(joined.says("已入库"), "{}", joined.text());
    let mut phone = hall.client();
    for receipt in [&first_receipt, &second_receipt] {
        let page = phone.get(receipt);
        assert!(page.says("已列入项目库：村口道路硬化") && page.says("在项目库中"));
    }
    // Taken back, it waits again; a project of nowhere is refused.
    let back = act(&mut clerk, &second, "reconsider", &[]);
    assert!(back.says("待处理"));
    let nowhere = act(&mut clerk, &second, "take-up", &[("project", "99999")]);
    assert!(nowhere.status == 409 && nowhere.says("同一年度的项目"));
}

#[test]
fn the_list_is_searched_by_two_characters_and_filtered_by_its_address() {
    let hall = Hall::at(Stage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut phone = hall.client();
    hand_in(&hall, &mut phone, &[]);
    hand_in(
        &hall,
        &mut phone,
        &[
            ("what", "请给敬老院的老人装扶手"),
            ("kind", "care"),
            ("region", "塔克什肯镇"),
        ],
    );
    let list = leads(&hall);
    let query =
        |fields: &[(&str, &str)]| format!("{list}?{}", crate::support::client::encode(fields));
    for (fields, total) in [
        (&[][..], 3),
        (&[("q", "硬化")], 1),
        (&[("q", "敬老院")], 1),
        (&[("q", "扶手 塔克什肯")], 1),
        (&[("q", "手")], 1),
        (&[("q", "手机")], 0),
        (&[("kind", "roads")], 2),
        (&[("kind", "roads"), ("origin", "resident")], 1),
        (&[("region", "塔克什肯镇")], 1),
        (&[("stage", "declined")], 0),
        (&[("picture", "yes")], 0),
        (&[("call", "2")], 3),
        (&[("call", "1")], 0),
    ] {
        let page = clerk.get(&query(fields));
        assert!(
            page.says(&format!("共{total}条")),
            "{fields:?}: {}",
            page.text()
        );
        for (name, value) in fields {
            if *name == "q" {
                assert!(
                    page.html().contains(&format!("value=\"{value}\"")),
                    "kept in the form"
                );
            } else if page.html().contains(&format!("<option value=\"{value}\"")) {
                assert!(
                    page.html()
                        .contains(&format!("<option value=\"{value}\" selected"))
                );
            }
        }
    }
}

#[test]
fn a_clerk_of_another_congress_finds_nothing_here() {
    let hall = Hall::at(Stage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let lead = newest(&hall, &mut clerk);
    let mut stranger = hall.signed_in("township-clerk");
    assert_eq!(stranger.get(&format!("/manage/leads/{lead}")).status, 404);
    assert_eq!(stranger.get(&leads(&hall)).status, 404);
}
