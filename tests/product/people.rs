//! Units and the accounts of deputies and units: invited by a printed slip, closed by the clerk, and
//! never near a ballot.

use minsheng::demo::DemoStage;

use crate::support::{Client, Hall, Page, noon};

pub(super) fn people_page(hall: &Hall, clerk: &mut Client) -> Page {
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let page = clerk.get(&format!("/manage/congresses/{congress}/people"));
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

/// The codes on a printed sheet: fifteen digits in three groups.
pub(super) fn codes(sheet: &Page) -> Vec<String> {
    let is_code =
        |text: &&str| text.len() == 17 && text.bytes().all(|b| b.is_ascii_digit() || b == b' ');
    let html = sheet.html();
    let text = html.split(['<', '>']).map(str::trim);
    text.filter(is_code).map(str::to_owned).collect()
}

#[test]
fn a_deputy_signs_in_with_a_printed_slip_once_and_then_with_a_password() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people_page(&hall, &mut clerk);
    assert!(page.says("在任代表15名，已登录过1名"), "{}", page.text());
    let sheet = clerk.submit(&page, "/people/deputies", &[]);
    let printed = codes(&sheet);
    assert_eq!(printed.len(), 14, "one for each who has not signed in");
    assert!(sheet.says("这不是票证"));

    let mut deputy = hall.client();
    let asked = deputy.get("/join");
    let typed = printed[0].replace(' ', "-");
    let welcome = deputy.submit(&asked, "/join", &[("code", &typed)]);
    assert!(welcome.says("代表002"), "{}", welcome.text());
    let looked = deputy.get(&welcome.path);
    assert_eq!(looked.status, 200, "looking spends nothing");
    let form = welcome.path.clone();
    let short = deputy.submit(&looked, &form, &[("new", "short"), ("repeat", "short")]);
    assert_eq!(short.status, 422);
    let other = deputy.submit(
        &looked,
        &form,
        &[("new", "long-enough-1"), ("repeat", "long-enough-2")],
    );
    assert!(other.says("两次"), "{}", other.text());
    let home = deputy.submit(
        &looked,
        &form,
        &[("new", "long-enough-1"), ("repeat", "long-enough-1")],
    );
    assert_eq!(home.path, "/my", "{}", home.text());
    assert!(home.says("代表002"));

    let mut again = hall.client();
    let used = again.get(&form);
    assert_eq!(used.status, 422, "a slip works once");
    assert!(used.says("已用过"));
    let username = welcome.value("username");
    let home = again.post(
        "/sign-in",
        &[("username", &username), ("password", "long-enough-1")],
    );
    assert_eq!(
        home.path,
        "/my",
        "a deputy has no task list of the office: {}",
        home.text()
    );
    assert!(people_page(&hall, &mut clerk).says("已登录过2名"));
}

#[test]
fn an_invited_account_has_no_password_to_guess() {
    let hall = Hall::at(DemoStage::Draft);
    let mut client = hall.client();
    for password in ["", "12345678"] {
        let told = client.post(
            "/sign-in",
            &[("username", "qinghe-d2"), ("password", password)],
        );
        assert_eq!(told.status, 422);
    }
}

#[test]
fn printing_again_ends_the_slip_before_and_closing_ends_everything() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let mut unit = hall.signed_in("qinghe-u1");
    assert_eq!(unit.get("/my").status, 200);
    let people = hall.run(async {
        let congress = hall.service.find_congress("qinghe").await.unwrap();
        let actor = hall
            .service
            .sign_in("qinghe-clerk", &hall.made.password("qinghe-clerk"))
            .await
            .unwrap();
        let actor = hall.service.find_actor(&actor).await.unwrap().unwrap();
        hall.service.list_people(&actor, congress).await.unwrap()
    });
    let account = people
        .unit_accounts
        .iter()
        .find(|one| one.username == "qinghe-u1")
        .unwrap();
    let path = format!("/people/{}", account.id);
    let page = people_page(&hall, &mut clerk);
    let first = codes(&clerk.submit(&page, &path, &[("act", "invite")]));
    assert!(
        unit.get("/my").path.starts_with("/sign-in"),
        "the old sign-in has ended"
    );
    let second = codes(&clerk.submit(&page, &path, &[("act", "invite")]));
    let mut anybody = hall.client();
    let dead = anybody.get(&format!("/join/{}", first[0].replace(' ', "")));
    assert_eq!(dead.status, 422);
    let alive = anybody.get(&format!("/join/{}", second[0].replace(' ', "")));
    assert_eq!(alive.status, 200);
    let closed = clerk.submit(&page, &path, &[("act", "close")]);
    assert!(closed.says("已停用"), "{}", closed.text());
    let dead = anybody.get(&format!("/join/{}", second[0].replace(' ', "")));
    assert_eq!(dead.status, 422);
    let opened = clerk.submit(&closed, &path, &[("act", "open")]);
    assert!(!opened.says("已停用"));
}

#[test]
fn an_invitation_expires_after_thirty_days() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people_page(&hall, &mut clerk);
    let printed = codes(&clerk.submit(&page, "/people/deputies", &[]));
    let code = printed[0].replace(' ', "");
    let mut deputy = hall.client();
    let month = jiff::SignedDuration::from_hours(30 * 24);
    hall.clock
        .set(noon() + month - jiff::SignedDuration::from_secs(1));
    assert_eq!(deputy.get(&format!("/join/{code}")).status, 200);
    hall.clock.set(noon() + month);
    assert_eq!(deputy.get(&format!("/join/{code}")).status, 422);
}

#[test]
fn a_clerk_names_units_and_invites_their_people_and_is_told_what_is_missing() {
    let hall = Hall::at(DemoStage::Draft);
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people_page(&hall, &mut clerk);
    let empty = clerk.submit(&page, "/people/units", &[("unit", "  ")]);
    assert_eq!(empty.status, 422);
    let turned = clerk.submit(&page, "/people/units", &[("unit", "水利\u{202e}局")]);
    assert_eq!(
        turned.status, 422,
        "a name never turns its direction around"
    );
    let named = clerk.submit(&page, "/people/units", &[("unit", "县水利局")]);
    let named = clerk.submit(&named, "/people/units", &[("unit", "县水利局")]);
    assert_eq!(
        named.html().matches("<li><bdi>县水利局</bdi></li>").count(),
        1,
        "once"
    );
    let nameless = clerk.submit(
        &named,
        "/people/unit-accounts",
        &[("of_unit", "1"), ("name", ""), ("role", "unit_head")],
    );
    assert_eq!(nameless.status, 422);
    assert!(
        nameless.html().contains("value=\"unit_head\" checked"),
        "what was chosen is kept: {}",
        nameless.html()
    );
    let wrong = clerk.submit(
        &named,
        "/people/unit-accounts",
        &[("of_unit", "1"), ("name", "某"), ("role", "clerk")],
    );
    assert_eq!(wrong.status, 422, "no clerk is made here");
    let sheet = clerk.submit(
        &named,
        "/people/unit-accounts",
        &[("of_unit", "1"), ("name", "张某"), ("role", "unit_head")],
    );
    assert_eq!(codes(&sheet).len(), 1, "{}", sheet.text());
    let mut deputy = hall.signed_in("qinghe-d1");
    let refused = deputy.get(&page.path);
    assert_eq!(refused.status, 403);
    assert!(refused.says("工作人员"), "a refusal says who may");
}

#[test]
fn a_deputys_sign_in_never_travels_to_the_ballot() {
    let hall = Hall::at(DemoStage::Open);
    let mut deputy = hall.client();
    let page = deputy.once(
        "POST",
        "/sign-in",
        Some(
            format!(
                "username=qinghe-d1&password={}",
                hall.made.password("qinghe-d1")
            )
            .into_bytes(),
        ),
    );
    let places: Vec<String> = page
        .headers
        .iter()
        .filter(|(name, cookie)| name == "set-cookie" && cookie.starts_with("minsheng_office="))
        .filter_map(|(_, cookie)| Some(cookie.split_once("Path=")?.1.split(';').next()?.to_owned()))
        .collect();
    assert_eq!(places, ["/manage", "/my", "/count", "/sign-out"]);
    // Nor does any other cookie of it, such as the browser's own name.
    let told = page.headers.iter().filter(|(name, _)| name == "set-cookie");
    for (_, cookie) in told {
        let place = cookie
            .split_once("Path=")
            .unwrap()
            .1
            .split(';')
            .next()
            .unwrap();
        assert!(!"/ballot".starts_with(place), "{cookie}");
        assert!(!"/b/".starts_with(place), "{cookie}");
    }
    let code = hall.made.slips[0].scanned.clone();
    let ballot = deputy.get(&format!("/b/{code}"));
    assert!(!ballot.says("代表001"), "the ballot knows no name");
}
