//! The demo's staff, a deputy and a unit: numbered, with passwords drawn anew for each demo.

use super::account::{DemoError, DemoService, DemoStaff};
use domain::access::{Actor, Role};
use domain::id::SessionId;
use domain::sitting::officer::Post;
use service::people::accounts::NewAccount;
use service::sitting::officers::NewOfficer;
use text::say;
use text::{Language, Words};

/// The staff of a demo: role, username, congress.
const STAFF: [(Role, &str, Option<&str>); 14] = [
    (Role::Clerk, "qinghe-clerk", Some("qinghe")),
    (Role::ChiefScrutineer, "qinghe-chief", Some("qinghe")),
    (Role::Scrutineer, "qinghe-scrutineer", Some("qinghe")),
    (Role::Scrutineer, "qinghe-scrutineer-2", Some("qinghe")),
    (Role::Teller, "qinghe-teller", Some("qinghe")),
    (Role::Publisher, "qinghe-publisher", Some("qinghe")),
    (Role::Clerk, "township-clerk", Some(super::day::TOWNSHIP)),
    (
        Role::ChiefScrutineer,
        "township-chief",
        Some(super::day::TOWNSHIP),
    ),
    (
        Role::Scrutineer,
        "township-scrutineer",
        Some(super::day::TOWNSHIP),
    ),
    (Role::PrefectureReader, "reader", None),
    (Role::Administrator, "admin", None),
    (Role::Teller, "qinghe-teller-2", Some("qinghe")),
    (Role::PrefectureClerk, "prefecture-clerk", None),
    (Role::PrefectureClerk, "prefecture-clerk-2", None),
];

/// Creates the staff and answers with their passwords.
pub(super) async fn create(service: &DemoService) -> Result<Vec<DemoStaff>, DemoError> {
    let mut made = Vec::new();
    let words = Words::of(Language::ZhHans);
    for (role, username, congress) in STAFF {
        let number = number(username);
        let password = service.draw_password()?;
        let new = NewAccount {
            username: username.to_owned(),
            name: staff_name(words, role, number),
            password: password.clone(),
            // Drawn by the machine and printed for whoever tries it: nobody else's to change.
            must_change: false,
            role,
            congress: congress.map(str::to_owned),
        };
        service.create_account(&Actor::console(), new).await?;
        made.push(DemoStaff {
            role: role.word(),
            congress: congress.map(str::to_owned),
            username: username.to_owned(),
            password,
        });
    }
    Ok(made)
}

/// The number of an invented person by their username.
fn number(username: &str) -> &'static str {
    if username.ends_with("-2") {
        "002"
    } else {
        "001"
    }
}

/// Invented people are numbered, and their names say so.
fn staff_name(words: Words, role: Role, number: &str) -> String {
    let role = words.say_named("role", role.word(), &[]).text;
    say!(words, "demo-person", role = role, number = number).text
}

/// Invites the deputies and two people of the first project's unit, and joins one deputy and those
/// two, as they would with their printed slips.
pub(super) async fn join(
    service: &DemoService,
    staff: &[DemoStaff],
    slug: &str,
    year: i16,
) -> Result<Vec<DemoStaff>, DemoError> {
    let words = Words::of(Language::ZhHans);
    let clerk = sign_in(service, staff, &format!("{slug}-clerk")).await?;
    let congress = service.find_congress(slug).await?;
    let mut printed = service.invite_deputies(&clerk, congress).await?;
    printed.truncate(1);
    let projects = service.list_projects(&clerk, congress, year).await?;
    let unit = projects.first().map(|project| project.lead_unit.as_str());
    let unit = service
        .keep_unit(&clerk, congress, unit.unwrap_or_default())
        .await?;
    for role in [Role::UnitStaff, Role::UnitHead] {
        let name = staff_name(words, role, "001");
        let invited = service.invite_for_unit(&clerk, congress, unit, &name, role);
        printed.push(invited.await?);
    }
    let mut joined = Vec::new();
    for one in printed {
        let password = service.draw_password()?;
        service
            .join(one.code.text(), "", &password, &password, None)
            .await?;
        joined.push(DemoStaff {
            role: one.role.word(),
            congress: Some(slug.to_owned()),
            username: one.username,
            password,
        });
    }
    Ok(joined)
}

/// Proposes the chief scrutineer, and both scrutineers and tellers where the demo has accounts for them.
pub(super) async fn propose_officers(
    service: &DemoService,
    clerk: &Actor,
    session: SessionId,
    prefix: &str,
) -> Result<(), DemoError> {
    let words = Words::of(Language::ZhHans);
    let chosen = Post::ALL.into_iter().flat_map(|post| {
        let most = if post == Post::ChiefScrutineer { 1 } else { 2 };
        let of_the_post = move |(role, username, _): &&(Role, &str, Option<&str>)| {
            *role == post.role() && username.starts_with(prefix)
        };
        let found = STAFF.iter().filter(of_the_post).take(most);
        found.map(move |found| (post, found))
    });
    for (post, (role, username, _)) in chosen {
        let number = number(username);
        let new = NewOfficer {
            post,
            number: String::new(),
            name: staff_name(words, *role, number),
            username: (*username).to_owned(),
            unit: String::new(),
        };
        service.propose_officer(clerk, session, new).await?;
    }
    Ok(())
}

/// Signs one of the staff in, as the sign-in page would.
pub(super) async fn sign_in(
    service: &DemoService,
    staff: &[DemoStaff],
    username: &str,
) -> Result<Actor, DemoError> {
    let found = staff.iter().find(|one| one.username == username);
    let found = found.ok_or(DemoError::NotFound("account"))?;
    let secret = service.sign_in(username, &found.password).await?;
    service
        .find_actor(&secret)
        .await?
        .ok_or(DemoError::NotFound("account"))
}
