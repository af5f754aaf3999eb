//! What becomes of a wish: whoever holds the receipt reads it from the library to the frozen slate, the
//! vote, and the year after; the clerk reads off a project who asked for it.

use domain::access::Actor;
use minsheng::demo::DemoStage;

use super::library::entered;
use crate::support::{Client, Hall, Page};

/// The receipt's page of a lead by its number in the office's book.
fn followed(hall: &Hall, client: &mut Client, number: &str) -> Page {
    let sql = format!(
        "select receipt from lead where number = '{number}' and year = 2026 and congress = \
         (select id from congress where slug = 'qinghe')"
    );
    let page = client.get(&format!("/leads/{}", hall.stored(&sql)));
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

/// The steps that the page tells, one a line.
fn steps(page: &Page) -> Vec<String> {
    let html = page.html();
    let list = html.split("<ol class=\"fate\">").nth(1).unwrap();
    let list = list.split("</ol>").next().unwrap();
    let steps = list.split("</li>").map(|step| {
        let mut text = String::new();
        let mut is_tag = false;
        for c in step.chars() {
            match c {
                '<' => is_tag = true,
                '>' => is_tag = false,
                c if !is_tag && !c.is_whitespace() => text.push(c),
                _ => {}
            }
        }
        text
    });
    steps.filter(|step| !step.is_empty()).collect()
}

#[test]
fn a_receipt_tells_of_the_candidate_the_slate_and_the_vote_and_nothing_before_its_notice() {
    for (stage, chosen, other) in [
        (DemoStage::Draft, "列为候选项目", "列为候选项目"),
        (
            DemoStage::Frozen,
            "列入候选项目名单，提请代表票决查看这个项目的全过程",
            "列入候选项目名单，提请代表票决查看这个项目的全过程",
        ),
        (
            DemoStage::Certified,
            "列入候选项目名单，提请代表票决查看这个项目的全过程",
            "列入候选项目名单，提请代表票决查看这个项目的全过程",
        ),
        (
            DemoStage::Published,
            "代表票决入选，将组织实施查看这个项目的全过程",
            "代表票决未入选，留在项目库查看这个项目的全过程",
        ),
    ] {
        let hall = Hall::at(stage);
        let mut phone = hall.client();
        for (number, project, told) in [
            ("001", "牧道建设项目", chosen),
            ("028", "背街小巷夜间照明工程", other),
        ] {
            let page = followed(&hall, &mut phone, number);
            let steps = steps(&page);
            assert_eq!(steps.len(), 3, "{steps:?}");
            assert_eq!(steps[0], "已收到");
            assert_eq!(steps[1], format!("已列入项目库：{project}"));
            assert_eq!(steps[2], told, "{stage:?}");
        }
        // What was merged into another wish shares its way, and tells nothing else of it.
        let merged = followed(&hall, &mut phone, "003");
        assert_eq!(steps(&merged).last().map(String::as_str), Some(chosen));
        assert!(merged.says("与内容相同的建议合并办理"));
    }
}

#[test]
fn a_receipt_goes_on_with_the_project_into_the_next_year() {
    let hall = Hall::at(DemoStage::Published);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/projects/6");
    clerk.submit(&page, "/act/return", &[]);
    let mut phone = hall.client();
    let page = followed(&hall, &mut phone, "028");
    let steps = steps(&page);
    assert_eq!(
        steps[2..],
        [
            "代表票决未入选，留在项目库查看这个项目的全过程",
            "未入选后转入2027年项目库：背街小巷夜间照明工程",
            "在项目库中"
        ]
    );
    let public = page.html();
    let at = public.find("/projects/").unwrap();
    let address = public[at..].split('"').next().unwrap();
    let project = phone.get(address);
    assert!(
        project.says("未入选") && project.says("需要8票"),
        "{}",
        project.text()
    );
}

#[test]
fn a_receipt_tells_why_a_project_was_declined_and_where_a_merged_one_went() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    entered(&hall, &mut clerk, &[("code", "F-1"), ("name", "一号桥")]);
    let mut phone = hall.client();
    // 030 and 032 stand behind the seventh and the eighth, which are no candidates.
    let before = steps(&followed(&hall, &mut phone, "030"));
    let seventh = hall.stored("select cast(id as text) from project where code = 'QH2026-07'");
    let eighth = hall.stored("select cast(id as text) from project where code = 'QH2026-08'");
    let page = clerk.get(&format!("/manage/projects/{seventh}"));
    let merged = clerk.submit(&page, "/merge", &[("into", "F-1"), ("reason", "同一座桥")]);
    assert!(merged.says("已合并"), "{}", merged.text());
    let after = steps(&followed(&hall, &mut phone, "030"));
    assert_eq!(before.len() + 2, after.len(), "{after:?}");
    assert_eq!(
        after[2..],
        ["并入另一个项目", "已列入项目库：一号桥", "在项目库中"]
    );
    let page = clerk.get(&format!("/manage/projects/{eighth}"));
    let page = clerk.submit(&page, "/act/start-appraisal", &[]);
    let set = [("conclusion", "decline"), ("reason", "超出本年财力")];
    let page = clerk.submit(&page, "/conclude", &set);
    assert_eq!(page.status, 200, "{}", page.text());
    let told = steps(&followed(&hall, &mut phone, "032"));
    assert_eq!(
        told.last().map(String::as_str),
        Some("论证后未列为候选项目，理由：超出本年财力")
    );
}

#[test]
fn the_page_of_a_project_lists_the_leads_behind_it_each_with_its_own_origin() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/projects/1/origins");
    let rows = page.html().matches("href=\"/manage/leads/").count();
    assert_eq!(rows, 6, "the merged one too: {}", page.text());
    assert!(page.says("已合并"), "{}", page.text());
    let behind: u32 = hall
        .stored(
            "select cast(count(*) as text) from lead l where l.id in (select lead from project_lead \
             where project = 1) or l.merged_into in (select lead from project_lead where project = 1)",
        )
        .parse()
        .unwrap();
    assert_eq!(behind, 6);
    let origins = hall.stored(
        "select group_concat(distinct origin) from lead where congress = \
         (select id from congress where slug = 'qinghe') and number in \
         ('001', '002', '003', '004', '005', '006')",
    );
    for origin in origins.split(',') {
        let word = match origin {
            "resident" => "居民手机提交",
            "station" => "代表家站",
            "letter" => "来信",
            "phone" => "电话",
            "deputy_visit" => "代表走访",
            "proposal" => "议案",
            "unselected" => "上年未入选",
            "deputy" => "代表提交",
            "unit" => "部门提交",
            other => panic!("{other}"),
        };
        assert!(page.says(word), "{word}: {}", page.text());
    }
    // Who does not keep the library sees how many asked, and none of their words.
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get("/manage/projects/1/origins");
    assert!(
        page.says("线索") && !page.html().contains("/manage/leads/"),
        "{}",
        page.text()
    );
    let public = Hall::at(DemoStage::Frozen)
        .client()
        .get("/projects/QH2026-01");
    assert!(public.says("线索") && !public.html().contains("/manage/leads/"));
}

/// The projects of a page of the library, in order.
fn codes(page: &Page) -> Vec<String> {
    let html = page.html();
    let rows = html.split("<td class=\"num\">").skip(1);
    rows.map(|row| row.split('<').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_long_library_is_read_page_by_page_with_its_filters_kept() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let mut file = "项目编号,项目名称,一句话说明,投资,类别\n".to_owned();
    for number in 1..=120 {
        file.push_str(&format!("P-{number:03},第{number}号水井,打井,1,饮水\n"));
    }
    let console = Actor::console();
    hall.run(
        hall.service
            .import_projects(&console, congress, 2026, file.as_bytes()),
    )
    .unwrap();
    let base = super::library::library(&hall);
    let mut page = clerk.get(&format!("{base}?q=%E6%B0%B4%E4%BA%95&category=water")); // 水井
    let mut read = Vec::new();
    for number in 1..=3 {
        assert!(page.says("共120个项目"), "{}", page.text());
        assert!(
            page.says(&format!("第{number}页，共3页")),
            "{}",
            page.text()
        );
        read.extend(codes(&page));
        let html = page.html();
        let next = html.split("href=\"").skip(1).filter_map(|link| {
            let link = link.split('"').next()?.replace("&amp;", "&");
            link.ends_with(&format!("page={}", number + 1))
                .then_some(link)
        });
        let Some(next) = next.last() else {
            break;
        };
        assert!(next.contains("category=water"), "{next}");
        page = clerk.get(&next);
    }
    let all: Vec<String> = (1..=120).map(|number| format!("P-{number:03}")).collect();
    assert_eq!(read, all, "every project once, in order");
    let beyond = clerk.get(&format!("{base}?category=water&page=99"));
    assert_eq!(beyond.status, 200);
    assert_eq!(codes(&beyond).len(), 0);
}

#[test]
fn a_long_list_of_leads_is_read_page_by_page_and_what_comes_in_moves_nothing() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let import = |from: u32, to: u32| {
        let mut file = "登记号,收到日期,来源,编号或名称,乡镇或村,类别,建议内容\n".to_owned();
        for number in from..=to {
            file.push_str(&format!(
                "N-{number:03},2026-01-09,来信,,青河镇,饮水,第{number}口井\n"
            ));
        }
        let console = Actor::console();
        hall.run(
            hall.service
                .import_leads(&console, congress, 2027, file.as_bytes()),
        )
        .unwrap();
    };
    import(1, 120);
    let shown = |page: &Page| -> Vec<u32> {
        let text = page.html();
        let rows = text.split("口井").map(|before| {
            let digits: String = before
                .chars()
                .rev()
                .take_while(char::is_ascii_digit)
                .collect();
            digits.chars().rev().collect::<String>()
        });
        rows.filter_map(|digits| digits.parse().ok()).collect()
    };
    let link = |page: &Page, turn: &str| {
        let html = page.html();
        let found = html.split("href=\"").skip(1).find_map(|link| {
            let link = link.split('"').next()?.replace("&amp;", "&");
            link.contains(turn).then_some(link)
        });
        found.unwrap_or_else(|| panic!("{turn}: {}", page.text()))
    };
    let base = super::leads::leads(&hall);
    let first = clerk.get(&format!("{base}?kind=water"));
    assert!(first.says("共120条"), "{}", first.text());
    let mut read = shown(&first);
    let most = read.len();
    assert!((10..120).contains(&most), "{most}");
    import(121, 125);
    let mut page = clerk.get(&link(&first, "older="));
    loop {
        assert!(page.html().contains("kind=water"), "the filter stays");
        read.extend(shown(&page));
        if read.len() >= 120 {
            break;
        }
        page = clerk.get(&link(&page, "older="));
    }
    let all: Vec<u32> = (1..=120).rev().collect();
    assert_eq!(
        read, all,
        "every lead once, newest first, whatever came in meanwhile"
    );
    let back = clerk.get(&link(&page, "newer="));
    assert_eq!(shown(&back).len(), most);
}
