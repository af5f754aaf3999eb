//! The clerk sorts: likely the same, merged, split, taken up, declined, handed over; each taken back.

use minsheng::demo::DemoStage;

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
    let hall = Hall::at(DemoStage::Draft);
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
    let hall = Hall::at(DemoStage::Draft);
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
    let hall = Hall::at(DemoStage::Draft);
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
    let hall = Hall::at(DemoStage::Draft);
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
        (&[][..], 2),
        (&[("q", "硬化")], 1),
        (&[("q", "敬老院")], 1),
        (&[("q", "扶手 塔克什肯")], 1),
        (&[("q", "手")], 1),
        (&[("q", "手机")], 0),
        (&[("kind", "roads")], 1),
        (&[("kind", "roads"), ("origin", "resident")], 1),
        (&[("region", "塔克什肯镇")], 1),
        (&[("stage", "declined")], 0),
        (&[("picture", "yes")], 0),
        (&[("call", "2")], 2),
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
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    hand_in(&hall, &mut hall.client(), &[]);
    let lead = newest(&hall, &mut clerk);
    let mut stranger = hall.signed_in("township-clerk");
    assert_eq!(stranger.get(&format!("/manage/leads/{lead}")).status, 404);
    assert_eq!(stranger.get(&leads(&hall)).status, 404);
}

#[test]
fn what_the_list_shows_is_exported_and_its_file_brings_nothing_new() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    hand_in(&hall, &mut hall.client(), &[("contact", "13800000000")]);
    let list = leads(&hall);
    let csv = clerk.get(&format!("{list}?kind=roads&as=csv"));
    assert!(
        csv.header("content-disposition")
            .unwrap()
            .contains("leads-2027.csv")
    );
    let text = String::from_utf8(csv.body.clone()).unwrap();
    assert!(text.contains("登记号,收到日期,来源,") && text.contains("村口到小学的路雨天走不了"));
    assert!(!text.contains("13800000000"), "contacts are not given back");
    let none = clerk.get(&format!("{list}?kind=water&as=csv"));
    assert_eq!(
        String::from_utf8(none.body).unwrap().lines().count(),
        1,
        "the header alone"
    );
    let book = clerk.get(&format!("{list}?as=xlsx"));
    assert!(book.body.starts_with(b"PK"));
    // The file comes back through the clerk's own upload, as it would anywhere else.
    let console = domain::access::Actor::console();
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    for file in [csv.body, book.body] {
        let refused = hall.run(hall.service.import_leads(&console, congress, 2027, &file));
        assert_eq!(refused.unwrap(), 1, "one row read");
    }
    assert!(clerk.get(&list).says("共1条"), "and none added");
}

#[test]
fn a_station_book_comes_by_file_with_a_trial_run_and_its_contacts_are_kept_apart() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let desk = clerk.get(&format!("/manage/files/{congress}/leads-2027"));
    assert!(
        desk.says("2027年建议线索导入与导出") && desk.says("联系方式只读入，不导出"),
        "{}",
        desk.text()
    );
    let file = "登记号,收到日期,来源,编号或名称,乡镇或村,类别,建议内容,联系方式\n\
        J-1,2026/1/9,家站,阿尕什敖包村家站,阿尕什敖包乡,牧道,修便桥,13811112222\n\
        J-2,2026年1月10日,议案,第7号,青河镇,其他,建公园,\n";
    let console = domain::access::Actor::console();
    hall.run(
        hall.service
            .import_leads(&console, congress, 2027, file.as_bytes()),
    )
    .unwrap();
    let again = hall.run(
        hall.service
            .import_leads(&console, congress, 2027, file.as_bytes()),
    );
    again.unwrap();
    let list = clerk.get(&leads(&hall));
    assert!(list.says("共2条"), "{}", list.text());
    let bridge = clerk.get(&format!("{}?q=便桥", leads(&hall)));
    let at = bridge.html().find("href=\"/manage/leads/").unwrap() + "href=\"/manage/leads/".len();
    let id: String = bridge.html()[at..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let lead = clerk.get(&format!("/manage/leads/{id}"));
    for told in [
        "登记号 J-1",
        "代表家站 阿尕什敖包村家站",
        "2027 年民生实事项目征集",
        "留了联系方式",
    ] {
        assert!(lead.says(told), "{told}: {}", lead.text());
    }
    // Whoever told it at the station may follow it too: saving the file gave it a number to print.
    let digits = hall.stored(&format!("select receipt from lead where id = {id}"));
    assert!(lead.says("查看和打印回执") && lead.html().contains(&format!("/leads/{digits}\"")));
    let receipt = hall.client().get(&format!("/leads/{digits}"));
    assert!(
        receipt.status == 200 && receipt.says("等待整理") && receipt.says("修便桥"),
        "{}",
        receipt.text()
    );
    assert!(!receipt.says("13811112222"), "without the contact");
    assert_eq!(
        hall.stored(
            "select count(distinct receipt) || '/' || count(*) from lead where year = 2027"
        ),
        "2/2",
        "one number each, and none anew for a file brought twice"
    );
}

#[test]
fn deputies_and_units_propose_with_their_accounts_and_a_clerk_on_behalf() {
    let hall = Hall::at(DemoStage::Draft);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let path = format!("/my/congresses/{congress}/leads/new");
    let wish = [("region", "青河镇"), ("kind", "water"), ("what", "换水管")];
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&path);
    let nobody = clerk.submit(&page, "/leads/new", &wish);
    assert!(
        nobody.status == 422 && nobody.says("请选择来源"),
        "{}",
        nobody.text()
    );
    let mut fields = wish.to_vec();
    fields.push(("origin", "proposal"));
    let unnumbered = clerk.submit(&page, "/leads/new", &fields);
    assert!(
        unnumbered.status == 422 && unnumbered.says("编号"),
        "{}",
        unnumbered.text()
    );
    fields.push(("origin_ref", "第12号"));
    fields.push(("call", "2"));
    let done = clerk.submit(&page, "/leads/new", &fields);
    assert!(done.path.starts_with("/leads/"), "{}", done.text());
    for (name, origin) in [("qinghe-d1", "代表提交"), ("qinghe-u1", "部门提交")] {
        let mut client = hall.signed_in(name);
        let page = client.get(&path);
        assert_eq!(page.status, 200, "{name}: {}", page.text());
        assert!(
            !page.html().contains("name=\"origin\""),
            "they speak for themselves"
        );
        let mut fields = wish.to_vec();
        fields.push(("call", "2"));
        fields.push(("origin", "letter"));
        let done = client.submit(&page, "/leads/new", &fields);
        assert!(done.path.starts_with("/leads/"), "{}", done.text());
        let id = newest(&hall, &mut clerk);
        assert!(
            clerk.get(&format!("/manage/leads/{id}")).says(origin),
            "{origin}"
        );
    }
}
