//! Deputies' groups: whoever is of the group of a project checks a finding again, as the finder does;
//! other deputies do not.

use minsheng::demo::DemoStage;

use super::followup::{PROJECT, assign, deputy, unit};
use super::people::{codes, people_page};
use crate::support::{Client, Hall};

/// Lets the deputies of these numbers sign in with their printed slips.
fn joined<const N: usize>(hall: &Hall, numbers: [usize; N]) -> [Client; N] {
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = people_page(hall, &mut clerk);
    let sheet = clerk.submit(&page, "/people/deputies", &[]);
    // Deputy 001 has an account already: the first slip is of 002.
    let printed = codes(&sheet);
    numbers.map(|number| {
        let mut client = hall.client();
        let asked = client.get("/join");
        let welcome = client.submit(&asked, "/join", &[("code", &printed[number - 2])]);
        let chosen = [("new", "long-enough-1"), ("repeat", "long-enough-1")];
        let home = client.submit(&welcome, &welcome.path.clone(), &chosen);
        assert!(home.says(&format!("代表00{number}")), "{}", home.text());
        client
    })
}

#[test]
fn somebody_of_the_projects_group_closes_a_finding_and_another_deputy_does_not() {
    let hall = Hall::at(DemoStage::Published);
    let congress = hall.run(hall.service.find_congress("qinghe")).unwrap();
    let groups = format!("/manage/congresses/{congress}/groups");
    let mut clerk = hall.signed_in("qinghe-clerk");
    let page = clerk.get(&groups);
    let told = clerk.submit(
        &page,
        "/groups",
        &[("name", "第一督办小组"), ("members", " ")],
    );
    assert_eq!(told.status, 422);
    assert!(told.says("至少一名成员"), "{}", told.text());
    let unknown = [("name", "第一督办小组"), ("members", "002、999")];
    let told = clerk.submit(&page, "/groups", &unknown);
    assert!(told.says("没有编号“999”的代表"), "{}", told.text());
    assert_eq!(told.value("name"), "第一督办小组", "what was typed stays");
    let right = [("name", "第一督办小组"), ("members", "002，004")];
    let page = clerk.submit(&told, "/groups", &right);
    assert!(
        page.says("002代表002") && page.says("004代表004"),
        "{}",
        page.text()
    );
    let form = clerk.get(&format!("{PROJECT}/plan"));
    assert!(form.says("已登记的小组：第一督办小组"), "{}", form.text());
    assign(&hall);

    let mut finder = deputy(&hall);
    let form = finder.get(&format!("{PROJECT}/findings/new"));
    let finding = finder
        .submit(&form, "/findings/new", &[("text", "护栏松动")])
        .path;
    let page = clerk.get(&finding);
    clerk.submit(&page, "/send", &[("due", "2026-02-10")]);
    let mut unit = unit(&hall);
    let page = unit.get(&finding);
    unit.submit(&page, "/answer", &[("text", "已加固")]);

    let [mut of_group, mut other] = joined(&hall, [2, 3]);
    let page = other.get(&finding);
    assert!(!page.has_form("/close"), "{}", page.text());
    let token = page.value("token");
    let close = [("token", token.as_str()), ("text", "看过了")];
    let told = other.post(&format!("{finding}/close"), &close);
    assert_eq!(told.status, 422);
    assert!(
        told.says("督办小组的成员或人大工作人员可以复查"),
        "{}",
        told.text()
    );
    let page = of_group.get(&finding);
    let page = of_group.submit(
        &page,
        "/reopen",
        &[("text", "仍松动"), ("due", "2026-02-15")],
    );
    assert!(page.says("待整改"), "{}", page.text());
    let page = unit.get(&finding);
    unit.submit(&page, "/answer", &[("text", "已更换立柱")]);
    let page = of_group.get(&finding);
    let page = of_group.submit(&page, "/close", &[("text", "小组现场看过")]);
    assert!(
        page.says("已销号") && page.says("小组现场看过"),
        "{}",
        page.text()
    );
    let mut stranger = hall.signed_in("township-clerk");
    assert_eq!(stranger.get(&groups).status, 404);
    assert!(
        !of_group.get(&groups).has_form("/groups"),
        "the office keeps the groups"
    );
}
