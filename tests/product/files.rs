//! Files of a clerk: tried first, saved all or nothing, given back so that importing them changes
//! nothing; what is wrong with one is told by row, column and cause.

use std::io::Write as _;
use std::net::TcpStream;

use domain::id::SittingId;
use domain::sitting::stage::SittingAct;
use minsheng::demo::DemoStage;

use super::ballot::review;
use crate::support::client::{BOUNDARY, multipart};
use crate::support::{Client, Hall, Page, noon};

/// A hall with 青河县's clerk at the page of a kind of file.
pub(super) struct Desk {
    pub(super) hall: Hall,
    pub(super) clerk: Client,
    at: String,
    token: String,
}

impl Desk {
    pub(super) fn of(kind: &str) -> Self {
        Self::at(kind, DemoStage::Draft)
    }

    pub(super) fn at(kind: &str, stage: DemoStage) -> Self {
        let hall = Hall::at(stage);
        let clerk = hall.signed_in("qinghe-clerk");
        Self::by(hall, clerk, kind)
    }

    /// The same page in another's hands.
    pub(super) fn by(hall: Hall, mut clerk: Client, kind: &str) -> Self {
        let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
        let at = format!("/manage/files/{congress}/{kind}");
        let page = clerk.get(&at);
        assert_eq!(page.status, 200, "{}", page.text());
        let token = page.value("token");
        Self {
            hall,
            clerk,
            at,
            token,
        }
    }

    /// Tries a file and answers with the page that this leads to.
    pub(super) fn try_file(&mut self, bytes: &[u8]) -> Page {
        self.clerk.upload(&self.at, &self.token, "名册.csv", bytes)
    }

    /// Presses the button of a trial.
    pub(super) fn save(&mut self, trial: &Page) -> Page {
        self.clerk.submit(trial, "/tried/", &[])
    }

    pub(super) fn export(&mut self, format: &str) -> Page {
        let page = self.clerk.get(&format!("{}/export/{format}", self.at));
        assert_eq!(page.status, 200);
        page
    }

    /// Deputies in office as the task list tells it.
    fn in_office(&mut self) -> String {
        let page = self.clerk.get("/manage").squeezed();
        let start = page.find("在任").unwrap();
        page[start..].chars().take_while(|c| *c != '名').collect()
    }

    fn events(&self, kind: &str) -> Vec<String> {
        let database = rusqlite::Connection::open(self.hall.dir.path().join("minsheng.db"));
        let database = database.unwrap();
        let mut statement = database
            .prepare("select line from audit where kind = ?1 and account is not null order by id")
            .unwrap();
        let lines = statement.query_map([kind], |row| row.get(0)).unwrap();
        lines.map(Result::unwrap).collect()
    }
}

/// A roster with these rows under the header.
fn roster(rows: &[&str]) -> String {
    format!("代表编号,姓名,代表团\n{}\n", rows.join("\n"))
}

/// The numbers of a trial: read, new, changed, unchanged, left out, not in the file.
pub(super) fn figures(page: &Page) -> Vec<String> {
    let html = page.html();
    let list = html.split("class=\"figures\"").nth(1).unwrap_or_default();
    let list = list.split("</dl>").next().unwrap_or_default();
    let numbers = list.split("<dd>").skip(1);
    numbers
        .map(|part| part.split('<').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_file_is_tried_and_nothing_is_saved_until_the_button_is_pressed() {
    let mut desk = Desk::of("deputies");
    let before = desk.in_office();
    let trial = desk.try_file(roster(&["901,新代表甲,第一代表团", "902,新代表乙,"]).as_bytes());
    assert_eq!(trial.status, 200, "{}", trial.text());
    assert!(trial.path.contains("/tried/"), "{}", trial.path);
    assert_eq!(figures(&trial), ["2", "2", "0", "0", "0", "15"]);
    assert!(trial.says("现在还没有保存任何内容"), "{}", trial.text());
    assert!(trial.says("新代表甲"), "a sample of what would be saved");
    assert_eq!(desk.in_office(), before);
    assert_eq!(desk.events("deputies-imported"), [""; 0]);

    let saved = desk.save(&trial);
    assert!(
        saved.says("已保存：新增 2 行，更新 0 行"),
        "{}",
        saved.text()
    );
    assert_eq!(desk.in_office(), "在任17");
    let events = desk.events("deputies-imported");
    assert_eq!(events.len(), 1, "one save, one event");
    assert!(events[0].ends_with("saved=2 left=0"), "{events:?}");

    let again = desk.save(&trial);
    assert!(
        again.says("已保存：新增 2 行"),
        "a second click does nothing more"
    );
    assert_eq!(desk.events("deputies-imported").len(), 1);
}

#[test]
fn one_wrong_cell_keeps_every_row_from_being_saved_and_is_told_by_row_and_column() {
    let mut desk = Desk::of("deputies");
    let trial = desk.try_file(roster(&["901,新代表甲,", "902,,", "903,新代表丙,"]).as_bytes());
    assert_eq!(figures(&trial)[..5], ["3", "2", "0", "0", "1"]);
    assert!(
        trial.says("3 姓名 必须改正 此格必须填写"),
        "{}",
        trial.text()
    );
    assert!(trial.says("没有保存任何内容"));
    assert!(!trial.has_form("/tried/"), "there is no button to save it");
    let forced = desk.clerk.post(
        &trial.path,
        &[("token", &desk.token), ("seen", &"0".repeat(64))],
    );
    assert_eq!(forced.status, 422, "nor does the address save it");
    assert_eq!(desk.in_office(), "在任15");
}

#[test]
fn rules_of_a_roster_are_told_at_the_trial() {
    let mut desk = Desk::of("deputies");
    for (file, told) in [
        (roster(&["901,甲,", "901,乙,"]), "“901”与第 3 行重复"),
        ("姓名,代表团\n甲,一\n".to_owned(), "缺少“代表编号”列"),
        (roster(&["001,换了名字,"]), "将由“代表 001”改为“换了名字”"),
    ] {
        let page = desk.try_file(file.as_bytes());
        assert!(page.says(told), "{told}: {}", page.text());
    }
    let (gb, _, _) = encoding_rs::GB18030.encode("902,乙,\n");
    let mixed = [roster(&["901,甲,"]).as_bytes(), gb.as_ref()].concat();
    let page = desk.try_file(&mixed);
    assert!(page.says("本行的文字编码与其他行不同"), "{}", page.text());
    assert_eq!(page.status, 422);
}

#[test]
fn a_formula_is_told_by_its_cell_and_keeps_the_file_from_being_saved() {
    let mut desk = Desk::of("deputies");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["代表编号", "姓名"]).unwrap();
    sheet.write_row(1, 0, ["901", "新代表甲"]).unwrap();
    sheet.write_string(2, 0, "902").unwrap();
    sheet.write_formula(2, 1, "=B2").unwrap();
    let trial = desk.try_file(&book.save_to_buffer().unwrap());
    assert!(trial.says("3 姓名 必须改正 此格是公式"), "{}", trial.text());
    assert!(!trial.has_form("/tried/"));
}

#[test]
fn every_usual_encoding_is_read_alike() {
    let mut desk = Desk::of("deputies");
    let text = roster(&["901,新代表甲,第一代表团"]);
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let wide: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = format!("\u{feff}{text}");
    for (name, bytes) in [
        ("UTF-8", text.as_bytes()),
        ("UTF-8 with a mark", marked.as_bytes()),
        ("UTF-16", &wide),
        ("GB18030", &gb),
    ] {
        let page = desk.try_file(bytes);
        assert_eq!(figures(&page), ["1", "1", "0", "0", "0", "15"], "{name}");
        assert!(page.says("新代表甲"), "{name}");
    }
}

#[test]
fn importing_an_export_changes_nothing() {
    for kind in ["deputies", "projects-2026"] {
        let mut desk = Desk::of(kind);
        for format in ["csv", "xlsx"] {
            let file = desk.export(format);
            let trial = desk.try_file(&file.body);
            let found = figures(&trial);
            assert_eq!(found[0], found[3], "{kind} {format}: {}", trial.text());
            assert_eq!(found[1..3], ["0", "0"], "{kind} {format}");
            assert_eq!(found[4..], ["0", "0"], "{kind} {format}");
            assert_ne!(found[0], "0");
            assert!(trial.says("没有要保存的行"), "{}", trial.text());
        }
    }
}

#[test]
fn what_was_exported_can_be_changed_and_imported_again() {
    let mut desk = Desk::of("deputies");
    let file = String::from_utf8(desk.export("csv").body).unwrap();
    let changed = file.replacen("代表 001", "=代表 001", 1);
    let trial = desk.try_file(changed.as_bytes());
    assert_eq!(figures(&trial), ["15", "0", "1", "14", "0", "0"]);
    let saved = desk.save(&trial);
    assert!(saved.says("更新 1 行"), "{}", saved.text());
    let exported = desk.export("csv").html();
    assert!(
        exported.contains("'=代表 001"),
        "no cell begins a formula: {exported}"
    );
}

#[test]
fn a_column_that_the_file_has_not_stays_and_an_empty_cell_empties() {
    let mut desk = Desk::of("deputies");
    let before = desk.export("csv").html();
    let line = |file: &str| {
        let mut lines = file.lines();
        lines
            .find(|line| line.starts_with("001,"))
            .unwrap()
            .to_owned()
    };
    let trial = desk.try_file("代表编号,姓名\n001,换名\n".as_bytes());
    assert_eq!(figures(&trial)[..4], ["1", "0", "1", "0"]);
    desk.save(&trial);
    let renamed = line(&before).replace("代表 001", "换名");
    assert_eq!(line(&desk.export("csv").html()), renamed, "all else stays");

    let trial = desk.try_file("代表编号,姓名,代表团,备注\n001,换名,,\n".as_bytes());
    desk.save(&trial);
    let after = line(&desk.export("csv").html());
    let cells: Vec<&str> = after.split(',').collect();
    assert_eq!((cells[2], cells[5]), ("", ""), "{after}");
    assert_eq!(cells[4], renamed.split(',').nth(4).unwrap());
}

#[test]
fn a_file_without_the_column_takes_no_candidate_back() {
    let mut desk = Desk::of("projects-2026");
    let file = desk.export("csv").html();
    let cells: Vec<&str> = file.lines().nth(1).unwrap().split(',').collect();
    let short = format!(
        "项目编号,项目名称,一句话说明,投资\n{},改名,改了说明,5\n",
        cells[0]
    );
    let trial = desk.try_file(short.as_bytes());
    assert_eq!(
        figures(&trial)[..4],
        ["1", "0", "1", "0"],
        "{}",
        trial.text()
    );
    assert!(desk.save(&trial).says("更新 1 行"));
    let after = desk.export("csv").html();
    let line = after.lines().nth(1).unwrap();
    assert!(line.contains(",改名,改了说明,"), "{line}");
    assert_eq!(
        line.contains(",是,"),
        file.lines().nth(1).unwrap().contains(",是,")
    );
}

#[test]
fn exports_and_templates_have_a_name_that_every_browser_can_keep() {
    let mut desk = Desk::of("projects-2026");
    let page = desk.export("csv");
    assert_eq!(
        page.header("content-disposition").unwrap(),
        "attachment; filename=\"qinghe-projects-2026.csv\"; \
         filename*=UTF-8''%E9%9D%92%E6%B2%B3%E5%8E%BF2026%E5%B9%B4%E9%A1%B9%E7%9B%AE.csv"
    );
    assert_eq!(
        page.header("content-type").unwrap(),
        "text/csv; charset=utf-8"
    );
    assert!(page.body.starts_with(b"\xef\xbb\xbf"));
    assert!(desk.export("xlsx").body.starts_with(b"PK"));
    let page = desk.clerk.get(&format!("{}/blank/csv", desk.at));
    assert!(
        page.html().starts_with("\u{feff}项目编号*,项目名称*,"),
        "{}",
        page.html()
    );
    let page = desk.clerk.get(&format!("{}/export/pdf", desk.at));
    assert_eq!(page.status, 404);
}

#[test]
fn the_example_row_of_a_template_is_never_saved() {
    for kind in ["deputies", "projects-2026"] {
        let mut desk = Desk::of(kind);
        for format in ["csv", "xlsx"] {
            let file = desk.clerk.get(&format!("{}/blank/{format}", desk.at));
            let page = desk.try_file(&file.body);
            assert!(
                page.says("这是模板的示例行"),
                "{kind} {format}: {}",
                page.text()
            );
            assert!(page.says("没有可读取的数据"), "{kind} {format}");
        }
    }
    let mut desk = Desk::of("deputies");
    let file = desk.clerk.get(&format!("{}/blank/csv", desk.at)).html();
    let trial = desk.try_file(format!("{file}901,新代表甲,,,,\r\n").as_bytes());
    assert_eq!(figures(&trial)[..2], ["1", "1"], "{}", trial.text());
}

#[test]
fn those_who_are_not_in_the_file_leave_office_only_when_it_is_ticked() {
    let mut desk = Desk::of("deputies");
    let file = String::from_utf8(desk.export("csv").body).unwrap();
    let short: Vec<&str> = file
        .lines()
        .filter(|line| !line.starts_with("003,"))
        .collect();
    let trial = desk.try_file(short.join("\n").as_bytes());
    assert_eq!(figures(&trial), ["14", "0", "0", "14", "0", "1"]);
    assert!(trial.says("003 代表 003"), "{}", trial.text());
    let refused = desk.save(&trial);
    assert_eq!(refused.status, 409);
    assert!(refused.says("没有要保存的内容"), "{}", refused.text());
    assert_eq!(desk.in_office(), "在任15");
    let saved = desk.clerk.submit(&trial, "/tried/", &[("leave", "yes")]);
    assert!(saved.says("已记为离任：1 名"), "{}", saved.text());
    assert_eq!(desk.in_office(), "在任14");
    assert!(desk.events("deputies-imported")[0].ends_with("saved=0 left=1"));

    let trial = desk.try_file(file.as_bytes());
    assert!(
        trial.says("“代表 003”已经离任，保存后重新在任"),
        "{}",
        trial.text()
    );
    desk.save(&trial);
    assert_eq!(desk.in_office(), "在任15");
}

#[test]
fn a_deputy_who_left_office_keeps_no_role_and_has_it_again_on_return() {
    let mut desk = Desk::of("deputies");
    let roles = |desk: &Desk| desk.hall.actor("qinghe-d1").roles.len();
    assert_eq!(roles(&desk), 1);
    let file = desk.export("csv").html();
    let rest: Vec<&str> = file
        .lines()
        .filter(|line| !line.starts_with("001,"))
        .collect();
    let trial = desk.try_file(rest.join("\n").as_bytes());
    desk.clerk.submit(&trial, "/tried/", &[("leave", "yes")]);
    assert_eq!(roles(&desk), 0);
    let trial = desk.try_file(file.as_bytes());
    desk.save(&trial);
    assert_eq!(roles(&desk), 1);
}

#[test]
fn nobody_leaves_while_a_roll_is_open() {
    let mut desk = Desk::of("deputies");
    let trial = desk.try_file(roster(&["001,代表 001,"]).as_bytes());
    assert!(trial.says("以上 14 名代表已经离任"), "{}", trial.text());
    let clerk = desk.hall.actor("qinghe-clerk");
    let sitting: SittingId = desk.hall.sitting();
    let act = |act| {
        desk.hall
            .run(desk.hall.service.act_on_sitting(&clerk, sitting, act))
    };
    act(SittingAct::OpenRoll).unwrap();
    let refused = desk.clerk.submit(&trial, "/tried/", &[("leave", "yes")]);
    assert_eq!(refused.status, 409);
    assert!(
        refused.says("名册已经打开，应到人数不再改变"),
        "{}",
        refused.text()
    );
    assert!(
        !refused.html().contains("name=\"leave\""),
        "it cannot be ticked any more"
    );
    assert_eq!(desk.in_office(), "在任15");
}

#[test]
fn what_changed_after_the_trial_is_shown_before_anything_is_saved() {
    let mut desk = Desk::of("deputies");
    let trial = desk.try_file(roster(&["901,新代表甲,"]).as_bytes());
    let other = desk.try_file(roster(&["901,别的代表,"]).as_bytes());
    desk.save(&other);
    let refused = desk.save(&trial);
    assert_eq!(refused.status, 409);
    assert!(refused.says("现有数据被别人改动过"), "{}", refused.text());
    assert_eq!(
        figures(&refused)[..3],
        ["1", "0", "1"],
        "set against what stands now"
    );
    let saved = desk.save(&refused);
    assert!(saved.says("更新 1 行"), "{}", saved.text());
}

#[test]
fn a_tried_file_is_its_owners_alone_and_does_not_wait_for_ever() {
    let mut desk = Desk::of("deputies");
    let trial = desk.try_file(roster(&["901,新代表甲,"]).as_bytes());
    let mut chief = desk.hall.signed_in("qinghe-chief");
    assert_eq!(chief.get(&trial.path).status, 403);
    let mut stranger = desk.hall.signed_in("township-clerk");
    assert_eq!(stranger.get(&trial.path).status, 404);
    let at = trial.path.replace("/deputies/", "/projects-2026/");
    assert!(desk.clerk.get(&at).says("试读的文件已经过期"));

    let later = noon().saturating_add(jiff::SignedDuration::from_mins(31));
    desk.hall.clock.set(later.unwrap());
    let page = desk.clerk.get(&trial.path);
    assert_eq!(page.status, 409);
    assert!(page.says("试读的文件已经过期，没有保存"), "{}", page.text());
    assert!(page.has_form("/deputies"), "the file is asked for again");
}

#[test]
fn projects_on_a_frozen_slate_are_left_out_and_the_rest_is_saved() {
    let mut desk = Desk::at("projects-2026", DemoStage::Open);
    let file = String::from_utf8(desk.export("csv").body).unwrap();
    let trial = desk.try_file(file.as_bytes());
    assert_eq!(figures(&trial)[1..3], ["0", "0"], "{}", trial.text());
    let first = file.lines().nth(1).unwrap();
    let name = first.split(',').nth(1).unwrap();
    let cells = file.lines().next().unwrap().trim_start_matches('\u{feff}');
    let cells = cells.split(',').map(|header| match header {
        "项目编号" => "P-99",
        "项目名称" => "新项目",
        "一句话说明" => "一句话",
        "投资（万元）" => "10",
        _ => "",
    });
    let new = cells.collect::<Vec<_>>().join(",");
    let changed = file.replace(name, "改了名的项目") + &new + "\r\n";
    let trial = desk.try_file(changed.as_bytes());
    assert_eq!(figures(&trial)[1..3], ["1", "0"], "{}", trial.text());
    assert_eq!(figures(&trial)[4], "1");
    assert!(trial.says("已经列入冻结的候选名单"), "{}", trial.text());
    assert!(desk.save(&trial).says("新增 1 行，更新 0 行"));
}

#[test]
fn a_code_of_another_year_is_refused() {
    let mut desk = Desk::of("projects-2026");
    let file = desk.export("csv");
    desk.at = desk.at.replace("2026", "2027");
    let trial = desk.try_file(&file.body);
    assert!(trial.says("已用于另一年的项目"), "{}", trial.text());
    assert!(!trial.has_form("/tried/"));
}

#[test]
fn what_is_no_table_is_a_problem_on_the_page() {
    let mut desk = Desk::of("deputies");
    let large = vec![b'x'; (8 << 20) + 1];
    let mut many = "代表编号,姓名\n".to_owned();
    for number in 0..100_000 {
        many.push_str(&format!("{number},代表\n"));
    }
    let bomb = bomb();
    for (what, bytes, told) in [
        ("empty", &b""[..], "没有可读取的数据"),
        ("a picture", b"\x89PNG\r\n\x1a\n0000", "这不是表格文件"),
        (
            "an old workbook",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "旧版 .xls 工作簿",
        ),
        ("a web page", b"<html><table></table>", "网页格式的表格"),
        (
            "a broken workbook",
            b"PK\x03\x04 and nothing else",
            "工作簿已损坏",
        ),
        ("a bomb", &bomb, "解压后超出限制"),
        ("100,000 rows", many.as_bytes(), "数据超过 20000 行"),
        ("too large", &large, "文件过大。请上传不超过 8 MB"),
    ] {
        let page = desk.try_file(bytes);
        assert_eq!(page.status, 422, "{what}");
        assert!(page.says(told), "{what}: {}", page.text());
        assert!(page.has_form("/deputies"), "{what}: another can be chosen");
    }
    let huge = desk.try_file(&vec![b'x'; 41 << 20]);
    assert_eq!(huge.status, 422, "nothing is looked for in a form so large");
    assert!(huge.says("文件过大"));
    let body = multipart(&[
        ("token", None, desk.token.as_bytes()),
        ("file", Some(""), b""),
    ]);
    let page = desk.clerk.post_multipart(&desk.at, body);
    assert!(page.says("还没有选择文件"), "{}", page.text());
}

/// A workbook whose sheet unpacks to far more than it is.
fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, size) in [
        ("xl/workbook.xml", 10),
        ("xl/worksheets/sheet1.xml", 60 << 20),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(&vec![b' '; size]).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn nothing_is_read_without_the_token_of_the_form() {
    let mut desk = Desk::of("deputies");
    let file = roster(&["901,新代表甲,"]);
    let token = desk.token.clone();
    let wrong = desk
        .clerk
        .upload(&desk.at, "wrong", "a.csv", file.as_bytes());
    assert_eq!(wrong.status, 403);
    let late = multipart(&[
        ("file", Some("a.csv"), file.as_bytes()),
        ("token", None, token.as_bytes()),
    ]);
    assert_eq!(
        desk.clerk.post_multipart(&desk.at, late).status,
        403,
        "the token comes first"
    );
    let body = format!("token={token}");
    let plain = desk.clerk.once("POST", &desk.at, Some(body.into_bytes()));
    assert_eq!(plain.status, 415);
    let mut cut = multipart(&[
        ("token", None, token.as_bytes()),
        ("file", Some("a.csv"), file.as_bytes()),
    ]);
    cut.truncate(cut.len() - 40);
    let page = desk.clerk.post_multipart(&desk.at, cut);
    assert_eq!(page.status, 422);
    assert!(page.says("文件没有传完整"), "{}", page.text());
}

#[test]
fn slow_uploads_hold_up_no_ballot_and_only_so_many_are_taken() {
    let mut desk = Desk::at("deputies", DemoStage::Open);
    let cookie = format!("minsheng_office={}", &desk.clerk.cookies["minsheng_office"]);
    let host = desk
        .hall
        .address
        .strip_prefix("http://")
        .unwrap()
        .to_owned();
    let head = format!(
        "POST {} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\n\
         content-type: multipart/form-data; boundary={BOUNDARY}\r\ncontent-length: 1000000\r\n\r\n",
        desk.at
    );
    let slow: Vec<TcpStream> = (0..6)
        .map(|_| {
            let mut line = TcpStream::connect(&host).unwrap();
            line.write_all(head.as_bytes()).unwrap();
            line
        })
        .collect();
    let file = roster(&["901,新代表甲,"]);
    let mut refused = desk.try_file(file.as_bytes());
    for _ in 0..100 {
        if refused.status == 503 {
            break;
        }
        refused = desk.try_file(file.as_bytes());
    }
    assert_eq!(refused.status, 503, "one more is told to come again");
    assert!(refused.header("retry-after").is_some());

    let mut voter = desk.hall.scanned(0);
    let form = review(&mut voter, &[("m1", "a")]);
    let done = voter.submit(&form, "/cast", &[]);
    assert!(done.path.ends_with("/done"), "{}", done.text());

    drop(slow);
    let mut taken = desk.try_file(file.as_bytes());
    for _ in 0..100 {
        if taken.status == 200 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        taken = desk.try_file(file.as_bytes());
    }
    assert_eq!(taken.status, 200, "their places are free again");
}

#[test]
fn many_problems_are_told_page_by_page_with_their_total() {
    let mut desk = Desk::of("deputies");
    let rows: Vec<String> = (0..120).map(|number| format!("9{number:03},,")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let trial = desk.try_file(roster(&rows).as_bytes());
    assert!(trial.says("问题（共 120 处）"), "{}", trial.text());
    assert!(trial.says("第 1–50 处，共 120 处"));
    let last = desk.clerk.get(&format!("{}?page=3", trial.path));
    assert!(last.says("第 101–120 处，共 120 处"), "{}", last.text());
    assert!(last.says("121 姓名"), "the last row's problem");
    let beyond = desk.clerk.get(&format!("{}?page=99", trial.path));
    assert!(beyond.says("第 101–120 处"));
}

#[test]
fn the_task_list_and_the_library_lead_to_the_files() {
    let mut desk = Desk::of("deputies");
    let tasks = desk.clerk.get("/manage").html();
    assert!(tasks.contains(&format!("href=\"{}\"", desk.at)), "{tasks}");
    let congress = desk.at.split('/').nth(3).unwrap();
    let library = format!("/manage/congresses/{congress}/projects/2026");
    let page = desk.clerk.get(&library).html();
    assert!(
        page.contains(&desk.at.replace("deputies", "projects-2026")),
        "{page}"
    );
    let mut teller = desk.hall.signed_in("qinghe-teller");
    assert!(!teller.get("/manage").html().contains("/deputies\""));
}
