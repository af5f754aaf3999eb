//! Photos of a project: added by the clerk with words for those who cannot see them, public with the
//! frozen slate, and fixed by it.

use minsheng::demo::DemoStage;

use super::steps;
use crate::support::{Client, Hall, Page};

pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([90, 120, 60]))
        .write_to(&mut out, image::ImageFormat::Jpeg)
        .unwrap();
    let plain = out.into_inner();
    // A place as cameras write it: an Exif segment behind the first two bytes.
    let mut with_place = plain[..2].to_vec();
    let exif = b"Exif\0\0MM\0*\0\0\0\x08GPS 46.67N 90.38E";
    with_place.extend([0xff, 0xe1]);
    with_place.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    with_place.extend(exif);
    with_place.extend(&plain[2..]);
    with_place
}

pub(crate) fn add(clerk: &mut Client, caption: &str, photo: &[u8]) -> Page {
    let page = clerk.get("/manage/projects/1/photos");
    clerk.submit_photo(&page, "/photos/new", &[("caption", caption)], photo)
}

/// The addresses of the small photos of a page.
fn small(page: &Page) -> Vec<String> {
    let html = page.html();
    let images = html.split("src=\"").skip(1);
    let addresses = images.map(|rest| rest.split('"').next().unwrap().to_owned());
    addresses.filter(|to| to.ends_with("-320.jpg")).collect()
}

#[test]
fn a_photo_is_added_with_its_words_and_public_with_the_frozen_slate_and_not_before() {
    let hall = steps::hall(|_| {});
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = add(&mut clerk, "冲断的牧道桥头", &jpeg(1800, 900));
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(
        page.html().contains("alt=\"冲断的牧道桥头\""),
        "{}",
        page.text()
    );
    let address = small(&page).pop().unwrap();
    let photo = clerk.get(&address);
    assert_eq!(photo.header("content-type").unwrap(), "image/jpeg");
    let decoded = image::load_from_memory(&photo.body).unwrap();
    assert_eq!((decoded.width(), decoded.height()), (320, 160));
    let large = clerk.get(&address.replace("-320", "-1600"));
    for bytes in [&photo.body, &large.body] {
        let is_placed = bytes.windows(3).any(|part| part == b"GPS");
        assert!(!is_placed, "the place is stripped");
    }
    let content = clerk.get("/manage/projects/1");
    assert_eq!(small(&content), std::slice::from_ref(&address));
    assert!(
        clerk
            .get("/manage/projects/1/history")
            .says("冲断的牧道桥头"),
        "a row of history"
    );
    // Before the slate nobody outside the office sees it, and no other congress ever.
    let public = address.replace("/manage", "");
    assert_eq!(hall.client().get(&public).status, 404);
    assert_eq!(hall.signed_in("township-clerk").get(&address).status, 404);
    let other = address.replace("projects/1/", "projects/2/");
    assert_eq!(clerk.get(&other).status, 404, "another project's photo");

    let mut codes = Vec::new();
    steps::open(&hall, &mut codes);
    let mut phone = hall.client();
    let project = phone.get("/projects/QH2026-01");
    assert_eq!(small(&project), std::slice::from_ref(&public));
    assert!(project.html().contains("alt=\"冲断的牧道桥头\""));
    assert_eq!(phone.get(&public).status, 200);
    let page = clerk.get("/manage/projects/1/photos");
    assert!(
        page.says("照片不能再增减") && !page.has_form("/photos/new"),
        "{}",
        page.text()
    );
    let token = page.value("token");
    let told = clerk.post(
        &address.replace("-320.jpg", "-1600.jpg/remove"),
        &[("token", &token)],
    );
    assert_eq!(told.status, 409, "{}", told.text());
}

#[test]
fn a_photo_without_words_or_that_is_none_comes_back_at_its_field_and_can_be_taken_away() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let told = add(&mut clerk, "", &jpeg(40, 40));
    assert!(
        told.status == 422 && told.says("请写明照片里是什么"),
        "{}",
        told.text()
    );
    let told = add(&mut clerk, "桥头", b"");
    assert!(
        told.status == 422 && told.says("请选择一张照片"),
        "{}",
        told.text()
    );
    let told = add(
        &mut clerk,
        "桥头",
        b"%PDF-1.7 a file that is not what it says",
    );
    assert!(
        told.status == 422 && told.says("不是 JPEG"),
        "{}",
        told.text()
    );
    assert!(
        told.html().contains("value=\"桥头\""),
        "what was typed stays"
    );
    let told = add(&mut clerk, "桥<头", &jpeg(40, 40));
    assert_eq!(told.status, 422, "{}", told.text());
    for number in 1..=8 {
        let page = add(&mut clerk, &format!("照片{number}"), &jpeg(40, 40));
        assert_eq!(small(&page).len(), number, "{}", page.text());
    }
    let page = clerk.get("/manage/projects/1/photos");
    assert!(!page.html().contains("type=\"file\""), "eight are the most");
    let page = clerk.submit(&page, "/remove", &[]);
    assert_eq!(small(&page).len(), 7);
    assert!(!page.says("照片1去掉") && page.html().contains("alt=\"照片2\""));
    // Others look, and change nothing.
    let mut chief = hall.signed_in("qinghe-chief");
    let page = chief.get("/manage/projects/1/photos");
    assert_eq!(small(&page).len(), 7);
    let told = chief.submit(&page, "/remove", &[]);
    assert_eq!(told.status, 403, "{}", told.text());
}
