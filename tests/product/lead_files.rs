//! Leads that come by file at a page, and photos that come slowly: neither holds anything up.

use std::io::Write as _;
use std::net::TcpStream;

use minsheng::demo::DemoStage;

use super::ballot::review;
use crate::support::client::BOUNDARY;
use crate::support::{Client, Hall, Page};

const HEADER: &str = "登记号,收到日期,来源,编号或名称,乡镇或村,类别,建议内容,联系方式";

fn try_file(clerk: &mut Client, at: &str, file: &str) -> Page {
    let page = clerk.get(at);
    let token = page.value("token");
    clerk.upload(at, &token, "线索.csv", file.as_bytes())
}

/// The figures of a trial: each name with its number.
fn figures(page: &Page) -> Vec<(String, String)> {
    let html = page.html();
    let list = html.split("<dl class=\"figures\">").nth(1).unwrap();
    let list = list.split("</dl>").next().unwrap();
    let text = |part: &str, tag: &str| {
        let inside = part.split(&format!("<{tag}>")).nth(1).unwrap();
        inside.split('<').next().unwrap().to_owned()
    };
    list.split("<div>")
        .skip(1)
        .map(|part| (text(part, "dt"), text(part, "dd")))
        .collect()
}

#[test]
fn a_book_of_leads_is_tried_first_and_compared_with_what_it_names() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let at = format!("/manage/files/{congress}/leads-2026");
    let leads = "select cast(count(*) as text) from lead where year = 2026 and congress = \
                 (select id from congress where slug = 'qinghe')";
    let before: u32 = hall.stored(leads).parse().unwrap();
    // 001 stands with other words; the other two are new.
    let file = format!(
        "{HEADER}\n001,2025-09-02,来信,,青河镇,其他,改写别人的话,\n\
         B-1,2025-09-03,家站,阿热勒村家站,阿热勒镇,饮水,换水管,13811112222\n\
         B-2,2025-09-04,来电,,青河镇,供暖照明用电,装路灯,\n"
    );
    let trial = try_file(&mut clerk, &at, &file);
    assert_eq!(trial.status, 200, "{}", trial.text());
    let numbers: Vec<String> = figures(&trial)
        .into_iter()
        .map(|(_, number)| number)
        .collect();
    assert_eq!(
        numbers,
        ["3", "2", "0", "0", "1"],
        "read, new, changed, unchanged, left out; a book that names three of many says of no other \
         that it is gone: {}",
        trial.text()
    );
    assert!(
        trial.says("登记号“001”已有建议，文件不会改动它"),
        "{}",
        trial.text()
    );
    assert_eq!(
        hall.stored(leads),
        before.to_string(),
        "nothing is saved yet"
    );
    let saved = clerk.submit(&trial, "/tried/", &[]);
    assert!(saved.says("新增2行"), "{}", saved.text());
    assert_eq!(hall.stored(leads), (before + 2).to_string());
    let rewritten = "select cast(count(*) as text) from lead where what like '%改写%'";
    assert_eq!(
        hall.stored(rewritten),
        "0",
        "a wish is never rewritten by a file"
    );
    let again = try_file(&mut clerk, &at, &file);
    let numbers: Vec<String> = figures(&again)
        .into_iter()
        .map(|(_, number)| number)
        .collect();
    assert_eq!(numbers[1], "0", "{}", again.text());
}

#[test]
fn slow_photos_hold_up_no_ballot_and_no_other_photo() {
    let hall = Hall::at(DemoStage::Open);
    let host = hall.address.strip_prefix("http://").unwrap().to_owned();
    let head = format!(
        "POST /calls/2/leads/new HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\n\
         content-type: multipart/form-data; boundary={BOUNDARY}\r\ncontent-length: 10000000\r\n\r\n\
         --{BOUNDARY}\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"p.jpg\"\r\n\r\n"
    );
    let slow: Vec<TcpStream> = (0..24)
        .map(|_| {
            let mut line = TcpStream::connect(&host).unwrap();
            line.write_all(head.as_bytes()).unwrap();
            line
        })
        .collect();
    let mut phone = hall.client();
    let page = super::leads::form(&hall, &mut phone);
    let photo = crate::photos::jpeg(320, 240);
    let taken = phone.submit_photo(&page, "/leads/new", &super::leads::ROAD, &photo);
    assert_eq!(taken.status, 200, "{}", taken.text());
    assert!(taken.path.starts_with("/leads/"), "{}", taken.text());

    let mut voter = hall.scanned(0);
    let form = review(&mut voter, &[("m1", "a")]);
    let done = voter.submit(&form, "/cast", &[]);
    assert!(done.path.ends_with("/done"), "{}", done.text());
    drop(slow);
}
