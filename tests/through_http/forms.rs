//! Official forms as PDF: their words, their numbers, their pages, and what they must not carry.

use minsheng::cli::demo::Stage;

use crate::support::pdf::Pdf;
use crate::support::{Client, Hall};

/// A form of the county's poll, printed by one of its officers.
fn print(client: &mut Client, form: &str) -> Pdf {
    Pdf::of(&client.get(&format!("/manage/polls/1/forms/{form}")))
}

#[test]
fn the_ballot_paper_says_what_the_screen_says_in_the_same_order() {
    let hall = Hall::at(Stage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1/forms/ballot");
    let paper = Pdf::of(&page);
    let screen = hall.scanned(0).get("/ballot/1");
    let words = paper.squeezed();
    let lines = &hall
        .run(
            hall.service
                .get_poll(&hall.actor("qinghe-clerk"), hall.poll()),
        )
        .unwrap()
        .rounds[0]
        .lines
        .clone();
    let mut from = 0;
    for line in lines {
        let name: String = line.name.split_whitespace().collect();
        let at = words[from..].find(&name);
        from += at.unwrap_or_else(|| panic!("{name} comes later: {words}"));
        assert!(screen.says(&line.name));
    }
    for sentence in [
        "请在每个项目下选一项，最多赞成4项。",
        "赞成",
        "反对",
        "弃权",
    ] {
        assert!(paper.says(sentence) && screen.says(sentence), "{sentence}");
    }
    assert!(paper.says("多于4项的") && paper.says("（盖章处）") && paper.says("第1页，共1页"));
    assert_eq!(paper.pages(), 1, "one side of one sheet");
    let size = if lines.len() <= 8 {
        (148, 210)
    } else {
        (210, 297)
    };
    assert_eq!(paper.size(), size);
    let (fonts, embedded) = paper.fonts();
    assert!(embedded, "{fonts:?}");
    assert!(
        fonts.iter().all(|name| name.contains("NotoSerifSC")),
        "{fonts:?}"
    );
    let again = clerk.get("/manage/polls/1/forms/ballot");
    assert_eq!(
        page.body, again.body,
        "no serial, no time, no mark of a sheet"
    );
}

#[test]
fn every_form_prints_from_its_stage_on_and_waits_before_it() {
    let hall = Hall::at(Stage::Certified);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1/forms");
    for (form, title, says) in [
        ("booklet", "候选项目简介", "第1轮"),
        ("rules", "票决办法要点", "赞成"),
        ("zero-report", "零票报告", "封条编号"),
        ("tally-sheet", "计票单", "正正"),
        ("account", "清点单", "壹拾"),
        ("statement", "计票结果报告单", "收回"),
        ("seal-labels", "封存标签", "封存内容"),
        (
            "parallel-kk",
            "候选项目对照表（哈萨克文）",
            "本表不是表决票",
        ),
    ] {
        assert!(page.says(title), "{title}");
        let paper = print(&mut clerk, form);
        assert_eq!(paper.title(), title);
        assert!(paper.says(says), "{form}: {}", paper.text());
        assert!(paper.says("演示"), "{form}");
        assert_eq!(paper.size(), (210, 297), "{form}");
        assert!(paper.fonts().1, "{form} embeds its typefaces");
    }
}
