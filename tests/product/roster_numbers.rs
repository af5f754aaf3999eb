//! A roster that comes back from a table calculation: its numbers have lost their zeros, or its people come
//! under other numbers. N never changes unseen.

use super::files::Desk;
use crate::support::Page;

/// The roster as it stands, a line each below the headings.
fn exported(desk: &mut Desk) -> (String, Vec<String>) {
    let page = desk.export("csv");
    let text = String::from_utf8(page.body).unwrap();
    let text = text.trim_start_matches('\u{feff}').replace('\r', "");
    let mut lines = text.lines().map(str::to_owned);
    let head = lines.next().unwrap();
    (head, lines.collect())
}

fn tried(desk: &mut Desk, head: &str, lines: &[String]) -> Page {
    let file = format!("{head}\n{}\n", lines.join("\n"));
    desk.try_file(file.as_bytes())
}

fn in_office(desk: &Desk) -> String {
    let sql = "select cast(count(*) as text) from deputy where in_office = 1 and congress = \
               (select id from congress where slug = 'qinghe')";
    desk.hall.stored(sql)
}

#[test]
fn numbers_that_lost_their_zeros_are_errors_that_name_both_and_nothing_is_saved() {
    let mut desk = Desk::of("deputies");
    let before = in_office(&desk);
    let (head, lines) = exported(&mut desk);
    assert!(lines[0].contains("001"), "{lines:?}");
    let shorn: Vec<String> = lines
        .iter()
        .map(|line| line.trim_start_matches('0').to_owned())
        .collect();
    // A remark comes first in the file, the errors first on the page.
    let mut file = shorn;
    file.insert(0, "X-1,代表 901,第九代表团,否,汉语,".to_owned());
    file.insert(1, "X-2,代表 901,第九代表团,否,汉语,".to_owned());
    let page = tried(&mut desk, &head, &file);
    assert!(page.says("编号“1”与在册代表"), "{}", page.text());
    assert!(page.says("的编号“001”只差前面的0"), "{}", page.text());
    assert!(!page.has_form("/tried/"), "nothing can be saved");
    let table = page
        .html()
        .split("id=\"problems\"")
        .nth(1)
        .unwrap()
        .to_owned();
    let (error, remark) = (table.find("只差前面的"), table.find("901"));
    assert!(error < remark, "{table}");
    // As they stand, with their zeros, nothing is new.
    let page = tried(&mut desk, &head, &lines);
    assert!(
        !page.says("只差前面的") && page.says("文件内容与现有的一致"),
        "{}",
        page.text()
    );
    assert_eq!(in_office(&desk), before);
}

#[test]
fn a_number_beside_those_that_it_is_like_is_a_deputy_of_its_own() {
    let mut desk = Desk::of("deputies");
    let (head, mut lines) = exported(&mut desk);
    // Both are in the file: so they are two.
    lines.push("1,代表 901,第九代表团,否,汉语,".to_owned());
    let page = tried(&mut desk, &head, &lines);
    assert!(!page.says("只差前面的"), "{}", page.text());
    assert!(page.has_form("/tried/"));
}

#[test]
fn somebody_who_comes_under_another_number_is_named_and_the_trial_says_what_n_becomes() {
    let mut desk = Desk::of("deputies");
    assert_eq!(in_office(&desk), "15");
    let (head, lines) = exported(&mut desk);
    let renumbered: Vec<String> = lines
        .iter()
        .map(|line| line.replacen("0", "9", 1))
        .collect();
    let page = tried(&mut desk, &head, &renumbered);
    assert!(page.says("请仍用编号“001”"), "{}", page.text());
    // 15 now, 30 after saving, 15 again if the others are noted as having left.
    for wanted in ["现在15108", "保存后302016", "记为离任15108"] {
        assert!(page.says(wanted), "{wanted}: {}", page.text());
    }
    desk.save(&page);
    assert_eq!(in_office(&desk), "30");
    // Where N stays, nothing is said of it.
    let page = tried(&mut desk, &head, &lines[..1]);
    assert!(page.says("在册、但不在此文件中的代表"), "{}", page.text());
    let same: Vec<String> = renumbered.iter().chain(&lines).cloned().collect();
    let page = tried(&mut desk, &head, &same);
    assert!(!page.says("保存前后的应到人数"), "{}", page.text());
}
