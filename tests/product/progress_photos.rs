//! Photos of reports and findings: over a line that breaks, within limits, without their place unless
//! that is allowed, and without JavaScript.

use std::io::Write as _;
use std::net::{Shutdown, TcpStream};

use minsheng::demo::DemoStage;

use super::followup::{PROJECT, assign, deputy, head, unit};
use crate::support::client::multipart;
use crate::support::{Client, Hall, Page};

const MEGABYTE: usize = 1 << 20;

fn hall() -> Hall {
    let hall = Hall::at(DemoStage::Published);
    assign(&hall);
    hall.on("2026-04-02");
    hall
}

/// A photo of so many bytes: what follows a picture's end is nothing to its reader.
fn photo(bytes: usize) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(640, 480, |x, y| {
        image::Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 90])
    });
    picture
        .write_to(&mut out, image::ImageFormat::Jpeg)
        .unwrap();
    let mut photo = out.into_inner();
    photo.resize(bytes.max(photo.len()), 0);
    photo
}

/// The same photo with an EXIF block that says 46.66999 north, 90.37999 east.
fn photo_with_place() -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        block.extend(tag.to_be_bytes());
        block.extend(kind.to_be_bytes());
        block.extend(count.to_be_bytes());
        block.extend(value);
        if tag == 0x8825 {
            block.extend([0, 0, 0, 0, 0, 4]);
        }
    };
    entry(0x8825, 4, 1, [0, 0, 0, 26]);
    entry(1, 2, 2, *b"N\0\0\0");
    entry(2, 5, 3, [0, 0, 0, 80]);
    entry(3, 2, 2, *b"E\0\0\0");
    entry(4, 5, 3, [0, 0, 0, 104]);
    block.extend([0; 4]);
    for value in [46_u32, 1, 40, 1, 12, 1, 90, 1, 22, 1, 48, 1] {
        block.extend(value.to_be_bytes());
    }
    let plain = photo(0);
    let mut whole = plain[..2].to_vec();
    whole.extend([0xff, 0xe1]);
    whole.extend(u16::try_from(block.len() + 2).unwrap().to_be_bytes());
    whole.extend(block);
    whole.extend(&plain[2..]);
    whole
}

/// A browser whose script brings photos.
struct Phone {
    client: Client,
    token: String,
}

impl Phone {
    fn of(mut client: Client) -> Self {
        let token = client.get(&format!("{PROJECT}/life")).value("token");
        client
            .headers
            .push(("form-token".to_owned(), token.clone()));
        Self { client, token }
    }

    fn begin(&mut self, bytes: usize, more: &[(&str, &str)]) -> Page {
        let before = self.client.headers.len();
        let set = [("upload-length", bytes.to_string())];
        let set = set.map(|(name, value)| (name.to_owned(), value));
        self.client.headers.extend(set);
        let more = more.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
        self.client.headers.extend(more);
        let page = self
            .client
            .once("POST", &format!("{PROJECT}/uploads"), Some(Vec::new()));
        self.client.headers.truncate(before);
        page
    }

    fn offset(&mut self, address: &str) -> usize {
        let page = self.client.once("HEAD", address, None);
        page.header("upload-offset").unwrap().parse().unwrap()
    }

    fn piece(&mut self, address: &str, offset: usize, bytes: &[u8]) -> Page {
        let at = ("upload-offset".to_owned(), offset.to_string());
        self.client.headers.push(at);
        let page = self.client.once("PATCH", address, Some(bytes.to_vec()));
        self.client.headers.pop();
        page
    }

    /// Sends a photo in one piece; answers the page of its last answer.
    fn bring(&mut self, bytes: &[u8], more: &[(&str, &str)]) -> Page {
        let begun = self.begin(bytes.len(), more);
        assert_eq!(begun.status, 200, "{}", begun.text());
        let address = begun.header("location").unwrap();
        self.piece(&address, 0, bytes)
    }

    /// Sends everything from an offset on, over a line that drops after a megabyte.
    fn drop_line(&self, hall: &Hall, address: &str, offset: usize, bytes: &[u8]) {
        let host = hall.address.trim_start_matches("http://");
        let head = format!(
            "PATCH {address} HTTP/1.1\r\nhost: {host}\r\ncookie: {}\r\nform-token: {}\r\n\
             upload-offset: {offset}\r\ncontent-length: {}\r\n\r\n",
            self.client.cookies.header(address),
            self.token,
            bytes.len() - offset
        );
        let mut line = TcpStream::connect(host).unwrap();
        line.write_all(head.as_bytes()).unwrap();
        let end = bytes.len().min(offset + MEGABYTE);
        // The server may have cut the line first: that too is a line that drops.
        drop(line.write_all(&bytes[offset..end]));
        drop(line.shutdown(Shutdown::Both));
        // The browser's script waits half a second before it asks how much arrived.
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

fn photos_on(page: &Page, path: &str) -> usize {
    let begins = format!("src=\"{path}/progress-photos/");
    page.html().matches(&begins).count()
}

fn waiting_files(hall: &Hall) -> usize {
    std::fs::read_dir(hall.dir.path().join("uploads")).map_or(0, Iterator::count)
}

#[test]
fn thirty_photos_of_eight_megabytes_arrive_over_a_line_that_drops_at_each_megabyte() {
    let hall = hall();
    let mut phone = Phone::of(unit(&hall));
    let bytes = photo(8 * MEGABYTE);
    let mut lines = 0;
    for number in 0..30 {
        let begun = phone.begin(bytes.len(), &[]);
        let address = begun.header("location").unwrap();
        loop {
            let offset = phone.offset(&address);
            if offset == bytes.len() {
                break;
            }
            lines += 1;
            assert!(lines < 600, "photo {number} stands at {offset}");
            phone.drop_line(&hall, &address, offset, &bytes);
        }
        let done = phone.piece(&address, bytes.len(), &[]);
        let picture = done.header("upload-picture").unwrap();
        let again = phone.piece(&address, 0, &bytes[..10]);
        assert_eq!(
            again.header("upload-picture").unwrap(),
            picture,
            "asked again"
        );
    }
    assert!(lines >= 30 * 8, "{lines} lines broke");
    assert_eq!(waiting_files(&hall), 0, "no photo is left as it was taken");
    let more = phone.begin(1_000, &[]);
    assert_eq!(more.status, 422);
    assert!(more.says("一次最多30张照片"), "{}", more.text());

    let form = phone.client.get(&format!("{PROJECT}/reports/new"));
    assert_eq!(photos_on(&form, PROJECT), 30, "they wait in the form");
    let fields = [
        ("month", "2026-03"),
        ("quantity", "9"),
        ("paid", "80"),
        ("status", "路基"),
    ];
    let life = phone.client.submit(&form, "/reports/new", &fields);
    assert_eq!(photos_on(&life, PROJECT), 30, "{}", life.text());
    let form = phone.client.get(&format!("{PROJECT}/reports/new"));
    assert_eq!(photos_on(&form, PROJECT), 0, "the tray is empty again");
    let html = life.html();
    let start = html.find(&format!("{PROJECT}/progress-photos/")).unwrap();
    let office = html[start..].split('"').next().unwrap().to_owned();
    let public = office.replace("/manage", "");
    assert_eq!(
        hall.client().get(&public).status,
        404,
        "nobody stands for them yet"
    );
    let mut head = head(&hall);
    let page = head.get(&format!("{PROJECT}/life"));
    head.submit(&page, "/check", &[]);
    let page = hall.client().get("/projects/1");
    assert_eq!(photos_on(&page, "/projects/1"), 30, "{}", page.text());
    let picture = hall.client().get(&public);
    assert_eq!(picture.header("content-type").unwrap(), "image/jpeg");
    let strange = public.replace("/projects/1/", "/projects/2/");
    assert_eq!(
        hall.client().get(&strange).status,
        404,
        "not that project's"
    );
}

#[test]
fn a_photo_goes_on_where_it_stopped_and_nobody_elses_can_be_touched() {
    let hall = hall();
    let mut phone = Phone::of(unit(&hall));
    let bytes = photo(200_000);
    let begun = phone.begin(bytes.len(), &[]);
    let address = begun.header("location").unwrap();
    let half = phone.piece(&address, 0, &bytes[..100_000]);
    assert_eq!(half.header("upload-offset").unwrap(), "100000");
    for wrong in [0, 99_999, 100_001] {
        let told = phone.piece(&address, wrong, &bytes[..10]);
        assert_eq!(told.status, 409, "{wrong}");
        assert_eq!(told.header("upload-offset").unwrap(), "100000");
    }
    let long = phone.piece(&address, 100_000, &bytes);
    assert_eq!(long.status, 422);
    assert!(long.says("比开始时说的大"), "{}", long.text());
    let mut other = Phone::of(head(&hall));
    assert_eq!(other.client.once("HEAD", &address, None).status, 404);
    assert_eq!(other.piece(&address, 100_000, &bytes).status, 404);
    let mut blind = unit(&hall);
    let refused = blind.once("PATCH", &address, Some(bytes[100_000..].to_vec()));
    assert_eq!(refused.status, 403, "no token, no piece");
    let offset = phone.offset(&address);
    let done = phone.piece(&address, offset, &bytes[offset..]);
    let picture = done.header("upload-picture").unwrap();
    let own = format!("{PROJECT}/progress-photos/{picture}-320.jpg");
    assert_eq!(phone.client.get(&own).status, 200);
    assert_eq!(
        other.client.get(&own).status,
        404,
        "it waits in a tray of its own"
    );
    let mut stranger = hall.signed_in("township-clerk");
    assert_eq!(stranger.get(&own).status, 404);
}

#[test]
fn what_is_too_much_or_no_photo_is_refused_with_its_reason() {
    let hall = hall();
    let mut phone = Phone::of(unit(&hall));
    for (bytes, told) in [(0, "照片打不开"), (21 * MEGABYTE, "照片超过20MB")] {
        let page = phone.begin(bytes, &[]);
        assert_eq!(page.status, 422);
        assert!(page.says(told), "{}", page.text());
    }
    let told = phone.bring(b"%PDF-1.7 and no photo", &[]);
    assert_eq!(told.status, 422);
    assert!(told.says("这不是JPEG、PNG或WebP照片"), "{}", told.text());
    // Half photos of twenty megabytes: 400 MB is the most that one account has under way.
    for _ in 0..19 {
        assert_eq!(phone.begin(20 * MEGABYTE, &[]).status, 200);
    }
    assert_eq!(phone.begin(19 * MEGABYTE, &[]).status, 200);
    let told = phone.begin(20 * MEGABYTE, &[]);
    assert_eq!(told.status, 422);
    assert!(told.says("张照片还没有传完"), "{}", told.text());
    let mut other = Phone::of(head(&hall));
    assert_eq!(
        other.bring(&photo(0), &[]).status,
        200,
        "each account has its own limit"
    );
}

#[test]
fn half_photos_and_photos_that_no_report_took_are_forgotten_after_four_days() {
    let hall = hall();
    let mut phone = Phone::of(unit(&hall));
    let bytes = photo(200_000);
    let begun = phone.begin(bytes.len(), &[]);
    let address = begun.header("location").unwrap();
    phone.piece(&address, 0, &bytes[..100_000]);
    assert_eq!(phone.bring(&bytes, &[]).status, 200);
    assert_eq!(waiting_files(&hall), 1);
    hall.on("2026-04-05");
    assert_eq!(
        hall.run(hall.service.forget_photos()).unwrap(),
        0,
        "three days: kept"
    );
    hall.on("2026-04-07");
    assert_eq!(hall.run(hall.service.forget_photos()).unwrap(), 2);
    assert_eq!(waiting_files(&hall), 0);
    assert_eq!(
        hall.stored("select cast(count(*) as text) from picture where owner_kind = 'tray'"),
        "0"
    );
}

#[test]
fn where_a_photo_was_taken_is_told_only_where_its_sender_allows_it() {
    let hall = hall();
    let mut phone = Phone::of(unit(&hall));
    phone.bring(&photo_with_place(), &[]);
    let form = phone.client.get(&format!("{PROJECT}/reports/new"));
    let fields = [
        ("month", "2026-02"),
        ("quantity", "5"),
        ("paid", "10"),
        ("status", "进场"),
    ];
    let life = phone.client.submit(&form, "/reports/new", &fields);
    assert!(
        photos_on(&life, PROJECT) == 1 && !life.says("拍摄位置"),
        "{}",
        life.text()
    );
    phone.bring(&photo_with_place(), &[("upload-place", "kept")]);
    let form = phone.client.get(&format!("{PROJECT}/reports/new"));
    let fields = [
        ("month", "2026-03"),
        ("quantity", "9"),
        ("paid", "80"),
        ("status", "路基"),
    ];
    let life = phone.client.submit(&form, "/reports/new", &fields);
    assert!(life.says("拍摄位置46.66999,90.37999"), "{}", life.text());
    let html = life.html();
    let start = html.find(&format!("{PROJECT}/progress-photos/")).unwrap();
    let picture = phone.client.get(html[start..].split('"').next().unwrap());
    let has_block = picture.body.windows(4).any(|bytes| bytes == b"Exif");
    assert!(!has_block, "the picture itself carries nothing");
}

/// Posts a form of a page with photos, as a browser without JavaScript does.
fn with_photos(
    client: &mut Client,
    page: &Page,
    action: &str,
    set: &[(&str, &str)],
    photos: &[&[u8]],
) -> Page {
    let (to, mut fields) = page.form(action);
    fields.retain(|(name, _)| name != "photos" && set.iter().all(|(n, _)| n != name));
    let own = fields.iter().map(|(n, v)| (n.as_str(), v.as_str()));
    let all = own.chain(set.iter().copied());
    let mut parts: Vec<(&str, Option<&str>, &[u8])> =
        all.map(|(n, v)| (n, None, v.as_bytes())).collect();
    parts.extend(photos.iter().map(|bytes| ("photos", Some("p.jpg"), *bytes)));
    client.post_multipart(&to, multipart(&parts))
}

#[test]
fn without_javascript_photos_go_with_the_form_and_a_refused_form_loses_none() {
    let hall = hall();
    let mut unit = unit(&hall);
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    let (one, two) = (photo(0), photo(50_000));
    let fields = [("month", "2026-03"), ("quantity", "9"), ("paid", "80")];
    let told = with_photos(&mut unit, &form, "/reports/new", &fields, &[&one, &two]);
    assert_eq!(told.status, 422, "the status is missing: {}", told.text());
    assert_eq!(photos_on(&told, PROJECT), 2, "and the photos are here");
    assert_eq!(told.value("paid"), "80");
    let bad = [("status", "路基")];
    let told = with_photos(&mut unit, &told, "/reports/new", &bad, &[b"GIF89a"]);
    assert!(told.says("这不是JPEG、PNG或WebP照片"), "{}", told.text());
    let first = [("as", "photo")];
    let more = with_photos(&mut unit, &told, "/reports/new", &first, &[&one]);
    assert_eq!((more.status, photos_on(&more, PROJECT)), (200, 3));
    assert_eq!(more.value("status"), "路基", "what was typed stays");
    let life = with_photos(&mut unit, &more, "/reports/new", &[], &[]);
    assert_eq!(life.path, format!("{PROJECT}/life"), "{}", life.text());
    assert_eq!(photos_on(&life, PROJECT), 3);
    let heavy = [photo(17 * MEGABYTE), photo(16 * MEGABYTE)];
    let form = unit.get(&format!("{PROJECT}/reports/new"));
    let fields = [("month", "2026-04"), ("paid", "90"), ("status", "路面")];
    let told = with_photos(
        &mut unit,
        &form,
        "/reports/new",
        &fields,
        &[&heavy[0], &heavy[1]],
    );
    assert_eq!(told.status, 422);
    assert!(told.says("合计超过32MB"), "{}", told.text());
    assert_eq!(photos_on(&told, PROJECT), 1, "the first was taken");
    assert_eq!(told.value("status"), "路面");
}

#[test]
fn a_finding_and_its_answer_show_their_photos_on_the_page_of_everybody() {
    let hall = hall();
    let mut deputy = deputy(&hall);
    let form = deputy.get(&format!("{PROJECT}/findings/new"));
    let seen = photo(0);
    let fields = [("text", "护栏松动"), ("place", "12公里处")];
    let page = with_photos(&mut deputy, &form, "/findings/new", &fields, &[&seen]);
    assert_eq!(page.path, "/manage/findings/1", "{}", page.text());
    assert_eq!(photos_on(&page, PROJECT), 1);
    let public = hall.client().get("/projects/1");
    assert_eq!(
        photos_on(&public, "/projects/1"),
        0,
        "not before it is sent"
    );
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get("/manage/findings/1");
    clerk.submit(&page, "/send", &[("due", "2026-04-20")]);
    let mut unit = unit(&hall);
    let page = unit.get("/manage/findings/1");
    let proof = [("text", "已加固")];
    let page = with_photos(&mut unit, &page, "/answer", &proof, &[&seen, &seen]);
    assert_eq!(photos_on(&page, PROJECT), 3, "{}", page.text());
    let public = hall.client().get("/projects/1");
    assert_eq!(photos_on(&public, "/projects/1"), 3, "{}", public.text());
}
