//! Official forms as PDF: their words, their numbers, their pages, and what they must not carry.

use crate::support::AsShown as _;
use domain::congress::Body;
use domain::poll::template::Template;
use domain::publish::official_form::OfficialForm;
use domain::round::RoundAct;
use minsheng::demo::DemoStage;
use paper::{
    FaceFolders, FormBody, FormHead, Press, PressError, PrintedForm, RecordBlock, RecordForm,
};

use super::library::second_clerk;
use super::sealed_box::voting;
use super::steps::{approve, count, do_it, hall, open, publish};
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, slips};

/// Debian's fonts-noto-cjk, which `scripts/test` installs.
const SYSTEM: &str = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";

/// A form of the county's poll, printed by one of its officers.
fn print(client: &mut Client, form: &str) -> Pdf {
    Pdf::of(&client.get(&format!("/manage/polls/1/forms/{form}")))
}

/// A sheet with these paragraphs, as any form may have them.
fn sheet(texts: &[&str]) -> PrintedForm {
    let paragraph = |text: &&str| RecordBlock::Text {
        text: (*text).to_owned(),
    };
    PrintedForm {
        head: FormHead {
            title: "签到表".to_owned(),
            of: "青河县第十七届人民代表大会第四次会议".to_owned(),
            demo: None,
            page_words: "第 #page 页，共 #of 页".to_owned(),
            foot: "签到表 · 第一次全体会议".to_owned(),
        },
        body: FormBody::Record(RecordForm {
            landscape: false,
            blocks: texts.iter().map(paragraph).collect(),
        }),
    }
}

#[test]
fn the_ballot_paper_says_what_the_screen_says_in_the_same_order() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1/forms/ballot");
    let paper = Pdf::of(&page);
    let screen = hall.scanned(0).get("/ballot/1");
    let words = paper.squeezed();
    let actor = hall.actor("qinghe-clerk");
    let poll = hall.service.get_poll(&actor, hall.poll());
    let lines = hall.run(poll).unwrap().rounds[0].lines.clone();
    let mut from = 0;
    for line in &lines {
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
    assert!(paper.says("多于4项的") && paper.says("（盖章处）") && paper.says("白色票"));
    assert!(paper.says("第1页，共1页"), "{words}");
    assert_eq!(paper.pages(), 1, "one side of one sheet");
    assert_eq!(lines.len(), 6, "up to eight lines stand on A5");
    assert_eq!(paper.size(), (148, 210));
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
fn every_kind_of_ballot_has_its_boxes_and_its_sentence() {
    for (template, sentence, says, is_not) in [
        (
            Template::Tick,
            "请选出您赞成的项目，最多4项。",
            "赞成",
            "反对",
        ),
        (
            Template::Rank,
            "请给您赞成的项目排序",
            "在方框内写上名次的数字",
            "画“○”",
        ),
        (
            Template::WholeList,
            "对全部6个项目作一次选择",
            "对全部6个项目",
            "名次",
        ),
        (Template::Exactly, "正好赞成4项", "弃权", "名次"),
    ] {
        let places = if template == Template::WholeList {
            6
        } else {
            4
        };
        let hall = hall(|rules| *rules = template.rules(Body::Congress, places));
        do_it(&hall, &[RoundAct::Freeze]);
        let paper = print(&mut hall.signed_in("qinghe-clerk"), "ballot");
        for words in [sentence, says] {
            assert!(paper.says(words), "{template:?}: {}", paper.text());
        }
        assert!(!paper.says(is_not), "{template:?}: {}", paper.text());
        assert_eq!(paper.pages(), 1);
    }
}

#[test]
fn every_form_prints_from_its_stage_on_and_says_what_it_waits_for() {
    let hall = Hall::at(DemoStage::Certified);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/polls/1/forms");
    for (form, title, says) in [
        ("booklet", "候选项目简介", "牧道建设项目"),
        ("rules", "票决办法要点", "过半数为8票"),
        ("zero-report", "零票报告", "封条编号"),
        ("tally-sheet", "计票单", "正正"),
        ("account", "清点单", "壹拾伍"),
        ("seal-labels", "封存标签", "封存内容"),
    ] {
        assert!(page.says(title), "{title}");
        let paper = print(&mut clerk, form);
        assert_eq!(paper.title(), title);
        for words in [says, "演示", "青河县第十七届人民代表大会第四次会议"] {
            assert!(paper.says(words), "{form}: {}", paper.text());
        }
        assert_eq!(paper.size(), (210, 297), "{form}");
        assert!(paper.fonts().1, "{form} embeds its typefaces");
    }
    let cards = clerk.get("/manage/polls/1/forms/key-cards");
    assert_eq!(cards.status, 409);
    assert!(cards.says("没有密钥卡"), "the demo's server holds the key");
}

#[test]
fn a_form_that_would_say_what_is_not_settled_is_refused_with_the_step_it_waits_for() {
    let hall = Hall::at(DemoStage::Open);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let list = clerk.get("/manage/polls/1/forms");
    assert!(list.says("清点单投票结束后才能打印"), "{}", list.text());
    for (form, step) in [("account", "投票结束"), ("statement", "计票")] {
        let page = clerk.get(&format!("/manage/polls/1/forms/{form}"));
        assert_eq!(page.status, 409, "no number of votes before the count");
        assert!(page.says(&format!("{step}后才能打印")), "{}", page.text());
    }
    assert_eq!(clerk.get("/manage/polls/1/forms/anything").status, 404);
    assert_eq!(clerk.get("/manage/polls/99/forms/ballot").status, 404);
    let stranger = hall
        .signed_in("township-clerk")
        .get("/manage/polls/1/forms/ballot");
    assert_eq!(stranger.status, 404);
    let reason = "票箱损坏";
    for person in ["qinghe-clerk", "qinghe-chief"] {
        let actor = hall.actor(person);
        let void = hall
            .service
            .act_shown(&actor, hall.round(), RoundAct::Void, reason);
        hall.run(void).unwrap();
    }
    let next = clerk.get("/manage/polls/1/forms/ballot");
    assert!(
        next.says("定稿后才能打印"),
        "the next round is a draft: {}",
        next.text()
    );
}

#[test]
fn the_statement_has_every_number_in_figures_and_words_and_the_head_of_the_audit_chain() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes[..13], |n| {
        if n < 10 { vec![1, 2, 3] } else { vec![1] }
    });
    count(&hall);
    // Signing in lengthens the chain, printing does not.
    let actor = hall.actor("qinghe-clerk");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let paper = print(&mut clerk, "statement");
    let words = paper.text();
    for sentence in [
        "应到代表15名，实到15名",
        "壹拾伍",
        "壹拾叁",
        "收回13=有效13+无效0",
        "须得票",
        "捌",
        "总监票人：演示总监票人001",
        "计票人：演示计票人001",
    ] {
        let squeezed = paper.squeezed();
        let folded: String = sentence.split_whitespace().collect();
        assert!(squeezed.contains(&folded), "{sentence}: {words}");
    }
    let row: Vec<&str> = words
        .lines()
        .find(|line| line.trim_start().starts_with("1 ") && line.contains("牧道建设项目"))
        .unwrap()
        .split_whitespace()
        .collect();
    assert_eq!(row[2], "13", "every paper approves the first: {row:?}");
    let view = hall.service.get_poll(&actor, hall.poll());
    let head = hall.run(view).unwrap().audit_head;
    assert!(paper.says(&head.to_string()), "{words}");
    assert!(
        clerk
            .get("/count/1/statement")
            .html()
            .contains("/manage/polls/1/forms/statement")
    );
}

#[test]
fn the_notice_is_set_after_the_standard_and_everybody_may_print_it() {
    let hall = hall(|_| {});
    let mut codes = Vec::new();
    open(&hall, &mut codes);
    approve(&hall, &codes, |_| vec![1, 2, 3, 4]);
    count(&hall);
    do_it(&hall, &[RoundAct::Certify]);
    assert_eq!(hall.client().get("/notices/1/pdf").status, 404);
    publish(&hall);
    let page = hall.client().get("/notices/1");
    assert!(page.html().contains("/notices/1/pdf"));
    let notice = Pdf::of(&hall.client().get("/notices/1/pdf"));
    for words in [
        "青河县人民代表大会公告",
        "以全体代表过半数通过下列民生实事项目",
        "1．牧道建设项目",
        "现予公告。",
        "第四次会议主席团",
        "2026年1月15日",
        "—1—",
        "（盖章处）",
    ] {
        assert!(notice.says(words), "{words}: {}", notice.text());
    }
    assert!(page.says("现予公告。"), "the same words as on the page");
    assert_eq!(notice.size(), (210, 297));
    let (left, right) = (notice.left_of("青河县第十七届"), notice.right());
    assert!(
        (38.0..40.0).contains(&left),
        "28 mm and two characters: {left}"
    );
    assert!(right <= 185.0, "156 mm of text: {right}");
}

#[test]
fn the_sign_in_sheet_has_a_line_for_each_member_and_no_page_can_be_lost_unseen() {
    let hall = Hall::with(DemoStage::Draft, 60);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let address = format!("/manage/sittings/{}/sign-in-sheet", hall.sitting());
    let sheet = Pdf::of(&clerk.get(&address));
    let pages = sheet.pages();
    assert!(pages > 1, "sixty members need more than one page");
    for page in 1..=pages {
        let words = sheet.page(page);
        let told = format!("第{page}页，共{pages}页");
        for wanted in [told.as_str(), "签到表·青河县", "代表编号"] {
            assert!(words.contains(wanted), "{page}: {words}");
        }
    }
    assert!(sheet.says("代表001") && sheet.says("代表060") && sheet.says("应到60"));
    let roll = clerk.get(&format!("/manage/sittings/{}/roll", hall.sitting()));
    assert!(roll.html().contains(&address));
}

#[test]
fn slips_carry_ten_large_digits_that_open_the_ballot_and_the_halls_network() {
    let hall = Hall::at(DemoStage::Frozen);
    do_it(&hall, &[RoundAct::Seal, RoundAct::StartIssuing]);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let address = format!("/manage/sittings/{}/slips", hall.sitting());
    let mut chief = hall.signed_in("qinghe-chief");
    let pdf = Pdf::of(&slips::print_pdf(&mut clerk, &mut chief, &address, "15"));
    assert_eq!(
        pdf.pages(),
        3,
        "what is done with them, then eight on a sheet"
    );
    let told = pdf.page(1);
    for words in ["印制票证15张", "申请", "确认", "对折", "折在里面", "原大"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    // Folded at the middle of each slip, the half without codes covers the one with them.
    for (left, right) in pdf.edges_of(|word| word.len() == 5 && word.parse::<u32>().is_ok()) {
        let place = left % 105.0;
        assert!(
            place > 3.0 && right - left + place < 52.5 - 3.0,
            "{left} {right}"
        );
    }
    assert!(pdf.says("会场无线网：dahui#1/*2026*"), "{}", pdf.text());
    let codes = slips::digits(&pdf);
    assert_eq!(codes.len(), 15, "{}", pdf.text());
    let actor = hall.actor("qinghe-clerk");
    hall.run(async {
        let roll = hall.service.get_roll(&actor, hall.sitting()).await.unwrap();
        let all = roll.lines.iter().map(|line| line.deputy).collect();
        let issued = hall.service.issue_slips(&actor, hall.sitting(), all).await;
        issued.unwrap();
    });
    do_it(&hall, &[RoundAct::OpenVote]);
    let mut voter = hall.client();
    let page = voter.post("/ballot", &[("code", &codes[0])]);
    assert_eq!(page.path, "/ballot/1", "{}", page.text());
    for file in std::fs::read_dir(hall.dir.path()).unwrap() {
        let path = file.unwrap().path();
        let bytes = if path.is_file() {
            std::fs::read(&path).unwrap()
        } else {
            Vec::new()
        };
        let is_kept = bytes.windows(5).any(|part| part == b"dahui");
        assert!(!is_kept, "{} keeps the network", path.display());
    }
}

#[test]
fn key_cards_are_blank_for_their_numbers_are_in_no_file() {
    let (hall, _, cards) = voting();
    let paper = print(&mut hall.signed_in("qinghe-clerk"), "key-cards");
    assert_eq!(paper.pages(), 2, "two cards on a page, three cards");
    for words in [
        "密钥卡第1张",
        "密钥卡第3张",
        "共3张；2张可以开箱",
        "校验",
        "贴二维码处",
    ] {
        assert!(paper.says(words), "{words}: {}", paper.text());
    }
    let text = paper.text();
    for group in cards.iter().flat_map(|card| card.split_whitespace()) {
        assert!(!text.contains(group), "{group} of a card is on the form");
    }
}

#[test]
fn parallel_sheets_carry_checked_translations_from_right_to_left_and_no_boxes() {
    let hall = Hall::at(DemoStage::Draft);
    let mut client = hall.signed_in("qinghe-clerk");
    let mut other = second_clerk(&hall);
    // Letters without dots, for poppler reads a dot as its letter once more.
    let (kazakh, uyghur) = ("مال كولى", "مەكەل");
    let actor = hall.actor("qinghe-clerk");
    let view = hall.run(hall.service.get_poll(&actor, hall.poll()));
    let project = view.unwrap().rounds[0].lines[0].subject.project().unwrap();
    let address = format!("/manage/projects/{project}/translations");
    for (language, name) in [("kk-Arab", kazakh), ("ug", uyghur)] {
        let page = client.get(&address);
        client.submit(
            &page,
            &format!("/translations/{language}"),
            &[("name", name)],
        );
        let page = other.get(&address);
        other.submit(&page, &format!("/translations/{language}/check"), &[]);
    }
    assert_eq!(client.get("/manage/polls/1/forms/parallel-ug").status, 409);
    freeze(&hall);
    for (form, run) in [("parallel-kk", kazakh), ("parallel-ug", uyghur)] {
        let paper = print(&mut client, form);
        for words in [run, "本表不是表决票", "译文未提供"] {
            assert!(paper.says(words), "{form} {words}: {}", paper.text());
        }
        assert!(!paper.says("画“○”"), "nobody marks it");
        let (fonts, embedded) = paper.fonts();
        assert!(
            embedded && fonts.iter().any(|name| name.contains("NotoNaskhArabic")),
            "{fonts:?}"
        );
    }
}

/// From a draft to a frozen round, as the day takes it.
fn freeze(hall: &Hall) {
    use domain::sitting::roll::Attendance;
    use domain::sitting::stage::SittingAct;
    let clerk = hall.actor("qinghe-clerk");
    let chief = hall.actor("qinghe-chief");
    hall.run(async {
        let (service, sitting, poll) = (&hall.service, hall.sitting(), hall.poll());
        let open = SittingAct::OpenRoll;
        service.act_on_sitting(&clerk, sitting, open).await.unwrap();
        let roll = service.get_roll(&clerk, sitting).await.unwrap();
        let present =
            |line: &store::sitting::attendances::RollLine| (line.deputy, Attendance::Present);
        let all = roll.lines.iter().map(present).collect();
        service.keep_roll(&clerk, sitting, all).await.unwrap();
        let declare = SittingAct::DeclareQuorum;
        service
            .act_on_sitting(&clerk, sitting, declare)
            .await
            .unwrap();
        service.adopt_rules(&clerk, poll).await.unwrap();
        for one in [&clerk, &chief] {
            let adopted = service.adopt_shown(one, sitting);
            adopted.await.unwrap();
        }
    });
    do_it(hall, &[RoundAct::Freeze]);
}

#[test]
fn a_name_that_looks_like_markup_prints_as_it_stands() {
    let name = "#set page() *粗* _斜_ `码` $x$ <标> @引 \\ // [框] = 标题 ~";
    let press = Press::new(FaceFolders::default());
    let printed = press.print_here(&sheet(&[name])).unwrap();
    let paper = Pdf::read(&printed);
    assert!(paper.says(name), "{}", paper.text());
}

#[test]
fn a_rare_character_comes_from_the_systems_typeface() {
    let press = Press::new(FaceFolders {
        office: None,
        system: vec![SYSTEM.into()],
    });
    let printed = press.print_here(&sheet(&["代表 𠮷田 㙟 䶮"])).unwrap();
    let paper = Pdf::read(&printed);
    assert!(paper.says("𠮷田㙟䶮"), "{}", paper.text());
    let (fonts, embedded) = paper.fonts();
    assert!(
        embedded && fonts.iter().any(|name| name.contains("SerifCJK")),
        "{fonts:?}"
    );
}

#[test]
fn a_character_that_no_typeface_has_stops_the_print_and_is_named_with_its_person() {
    let press = Press::new(FaceFolders::default());
    match press.print_here(&sheet(&["代表 001", "代表 𠮷田"])) {
        Err(PressError::Missing(problems)) => {
            let told: Vec<_> = problems.iter().flat_map(|one| &one.facts).collect();
            let told: Vec<&str> = told.iter().map(|(_, value)| value.as_str()).collect();
            assert_eq!(told, ["𠮷", "U+20BB7", "代表 𠮷田"]);
        }
        other => panic!("{other:?}"),
    }
    let hall = Hall::at(DemoStage::Draft);
    let sql = "update deputy set name = '代表' || char(57379) where number = (select min(number) from deputy)";
    hall.write_past(sql);
    let address = format!("/manage/sittings/{}/sign-in-sheet", hall.sitting());
    let page = hall.signed_in("qinghe-clerk").get(&address);
    assert_eq!(page.status, 409);
    for words in ["代表\u{e023}", "U+E023", "没有字形", "请系统管理员"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
}

#[test]
fn an_offices_own_typeface_comes_first_and_a_broken_file_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let own = "src/paper/fonts/NotoNaskhArabic-Regular.ttf";
    std::fs::copy(own, folder.path().join("text.ttf")).unwrap();
    std::fs::write(folder.path().join("title.ttf"), "no typeface").unwrap();
    let press = Press::new(FaceFolders {
        office: Some(folder.path().to_owned()),
        system: Vec::new(),
    });
    let printed = press.print_here(&sheet(&["(2026)"])).unwrap();
    let (fonts, _) = Pdf::read(&printed).fonts();
    assert!(
        fonts.iter().any(|name| name.contains("NotoNaskhArabic")),
        "{fonts:?}"
    );
    let plain = Press::new(FaceFolders::default());
    let printed = plain.print_here(&sheet(&["(2026)"])).unwrap();
    let (fonts, _) = Pdf::read(&printed).fonts();
    assert!(
        fonts.iter().all(|name| !name.contains("NotoNaskhArabic")),
        "{fonts:?}"
    );
}

#[test]
fn letters_of_kazakh_and_uyghur_join_and_run_from_right_to_left() {
    let press = Press::new(FaceFolders::default());
    let print = |text: &str| Pdf::read(&press.print_here(&sheet(&[text])).unwrap());
    let (joined, apart) = (
        print("ككككك"),
        print("ك\u{200c}ك\u{200c}ك\u{200c}ك\u{200c}ك"),
    );
    let (joined, apart) = (joined.width_of_arabic(), apart.width_of_arabic());
    assert!(
        joined + 1.0 < apart,
        "joined letters are narrower: {joined} {apart}"
    );
    let two = print("ككك ووو");
    let (first, second) = (two.left_of("ككك"), two.left_of("ووو"));
    assert!(
        first > second,
        "the first word stands at the right: {first} {second}"
    );
}

#[test]
fn the_table_of_forms_in_the_guide_has_every_form_at_its_stage() {
    let guide = std::fs::read_to_string("docs/lifecycle.md").unwrap();
    let names = [
        (OfficialForm::Ballot, "ballot paper"),
        (OfficialForm::KazakhSheet, "parallel sheets"),
        (OfficialForm::UyghurSheet, "parallel sheets"),
        (OfficialForm::Booklet, "candidates"),
        (OfficialForm::Rules, "rules in brief"),
        (OfficialForm::ZeroReport, "report of the empty box"),
        (OfficialForm::KeyCards, "blank key cards"),
        (OfficialForm::TallySheet, "tally sheet"),
        (OfficialForm::Account, "account"),
        (OfficialForm::OpeningSheet, "opening sheet"),
        (OfficialForm::Statement, "statement"),
        (OfficialForm::SealLabels, "sealing labels"),
    ];
    assert_eq!(names.map(|(form, _)| form), OfficialForm::ALL);
    for (form, name) in names {
        let start = format!("| `{}` |", form.since().word());
        let rows = guide.lines().filter(|line| line.starts_with(&start));
        assert!(
            rows.clone().any(|row| row.contains(name)),
            "{name}: {:?}",
            rows.collect::<Vec<_>>()
        );
    }
}
