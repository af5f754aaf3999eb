//! What a project says in Kazakh or Uyghur: brought by a file, checked by a second person, fixed with
//! the slate under its hash, and read on the ballot above the Chinese.

use domain::access::Actor;
use minsheng::demo::DemoStage;

use super::ballot::review;
use super::steps;
use crate::support::{Client, Hall};

const FILE: &str = "项目编号,项目名称,一句话说明,投资（万元）,哈萨克文名称,哈萨克文说明,哈萨克文内容,维吾尔文名称\n\
    QH2026-01,牧道建设项目,一句话,480,حالىق,تۇرمىسى,\"حالىق\nتۇرمىسى\",خەلق\n";

fn import(hall: &Hall, file: &str) -> Result<u64, Vec<String>> {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let console = Actor::console();
    let work = hall
        .service
        .import_projects(&console, congress, 2026, file.as_bytes());
    hall.run(work).map_err(|error| {
        let told = error.problems().iter();
        told.map(|one| format!("{} {:?}", one.code, one.place))
            .collect()
    })
}

fn check(clerk: &mut Client, language: &str) {
    let page = clerk.get("/manage/projects/1/translations");
    let page = clerk.submit(&page, &format!("/{language}/check"), &[]);
    assert!(page.says("已核对"), "{}", page.text());
}

#[test]
fn words_come_and_go_by_file_and_wait_to_be_checked() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    assert_eq!(import(&hall, FILE), Ok(1));
    let page = clerk.get("/manage/projects/1/translations");
    for told in ["حالىق", "تۇرمىسى", "خەلق", "待核对"] {
        assert!(page.html().contains(told), "{told}: {}", page.text());
    }
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let export = format!("/manage/files/{congress}/projects-2026/export/csv");
    let file = clerk.get(&export);
    let text = String::from_utf8(file.body).unwrap();
    assert!(
        text.contains(
            "哈萨克文名称,哈萨克文说明,哈萨克文内容,维吾尔文名称,维吾尔文说明,维吾尔文内容"
        ),
        "{text}"
    );
    assert!(
        text.contains("حالىق,تۇرمىسى,\"حالىق\nتۇرمىسى\",خەلق"),
        "{text}"
    );
    check(&mut clerk, "kk-Arab");
    import(&hall, &text).unwrap();
    let page = clerk.get("/manage/projects/1/translations");
    assert!(page.says("已核对"), "the same words stay checked");
    import(
        &hall,
        "编号,名称,项目简介,投资\nQH2026-01,牧道建设项目,一句话,480\n",
    )
    .unwrap();
    let page = clerk.get("/manage/projects/1/translations");
    assert!(
        page.says("已核对"),
        "a file without the columns says nothing of them"
    );
    let emptied = FILE.replace("حالىق,تۇرمىسى,\"حالىق\nتۇرمىسى\",خەلق", ",,,خەلق");
    import(&hall, &emptied).unwrap();
    let page = clerk.get("/manage/projects/1/translations");
    assert!(
        page.says("哈萨克文 未填"),
        "an empty cell empties: {}",
        page.text()
    );
}

#[test]
fn words_in_another_script_are_refused_in_their_cell() {
    let hall = Hall::at(DemoStage::Draft);
    let told = import(&hall, &FILE.replace("تۇرمىسى,", "Мал жолы,")).unwrap_err();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("translation-script") && told[0].contains("哈萨克文说明"),
        "{told:?}"
    );
}

#[test]
fn checked_words_are_fixed_under_the_slates_hash_and_stand_on_the_ballot_above_the_chinese() {
    let hall = steps::hall(|_| {});
    let mut clerk = hall.signed_in("qinghe-clerk");
    import(&hall, FILE).unwrap();
    check(&mut clerk, "kk-Arab");
    let list = clerk.get("/manage/candidate-lists/1");
    assert!(
        list.says("哈萨克文 已核对") && list.says("维吾尔文 待核对"),
        "gaps are seen before freezing: {}",
        list.text()
    );
    let mut codes = Vec::new();
    steps::open(&hall, &mut codes);
    let slate = hall.stored("select slate from round where id = 1");
    assert!(slate.starts_with("minsheng-slate 3\n"), "{slate}");
    assert!(
        slate.contains("\nwords\t1\tkk-Arab\tحالىق\tتۇرمىسى\tحالىق تۇرمىسى\nline\t2\t"),
        "{slate}"
    );
    assert!(
        !slate.contains("خەلق"),
        "what nobody checked is not on the slate"
    );
    let page = clerk.get("/manage/projects/1/translations");
    assert!(page.says("已固定") && !page.has_form("/translations/kk-Arab"));

    let mut phone = steps::voter(&hall, &codes[0]);
    let page = phone.get("/ballot/1");
    assert!(!page.says("حالىق"), "a Chinese ballot is Chinese");
    let page = phone.submit(&page, "/ballot/1/review", &[("show", "kk-Arab")]);
    let html = page.html();
    let own = html.find("<bdi lang=\"kk-Arab\" dir=\"rtl\">حالىق</bdi>");
    let own = own.unwrap_or_else(|| panic!("{}", page.text()));
    let chinese = html[own..]
        .find("<span class=\"original\" lang=\"zh-Hans\" dir=\"ltr\">牧道建设项目</span>");
    assert!(
        chinese.is_some_and(|place| place < 200),
        "the Chinese stands below it"
    );
    assert!(
        page.says("تۇرمىسى") && page.says("حالىق تۇرمىسى"),
        "one line and content"
    );
    let last = review(&mut phone, &[("m1", "a")]);
    assert!(
        last.says("حالىق") && last.says("牧道建设项目"),
        "{}",
        last.text()
    );
    let page = phone.submit(&page, "/ballot/1/review", &[("show", "ug")]);
    assert!(!page.says("خەلق"), "and not on the ballot either");
}
