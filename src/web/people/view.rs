//! The page of a congress's people: units, their accounts, deputies' accounts.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::access::Role;
use domain::id::CongressId;
use domain::people::person::InvitedAccount;
use service::people::invited::People;
use text::say;

/// The whole page; what was typed is kept.
pub(super) fn people(frame: &Frame<'_>, people: &People) -> Markup {
    let words = frame.words;
    let title = say!(words, "people-title", name = people.congress.name.clone());
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        p.lead { (say!(words, "people-not-voting")) }
        (units(frame, people))
        (unit_accounts(frame, people))
        (deputies(frame, people))
    };
    let window = kit::window_title(words, &title.text, frame.problems);
    kit::office_page(frame, &window, &content)
}

fn units(frame: &Frame<'_>, people: &People) -> Markup {
    let words = frame.words;
    let form = frame.form();
    html! {
        section.card {
            h2 { (say!(words, "units")) " " span.num { (people.units.len()) } }
            ul.list {
                @for unit in &people.units { li { bdi { (unit.name) } } }
                @if people.units.is_empty() { li.quiet { (say!(words, "units-none")) } }
            }
            form method="post" action=(path::new_unit(people.congress.id)) {
                (kit::token_field(frame.token))
                (form.line("unit", say!(words, "unit-name")).most(60))
                button.button.plain { (say!(words, "unit-add")) }
            }
        }
    }
}

fn unit_accounts(frame: &Frame<'_>, people: &People) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let unit_name = |account: &InvitedAccount| {
        let unit = people
            .units
            .iter()
            .find(|unit| Some(unit.id) == account.unit);
        unit.map_or_else(String::new, |unit| unit.name.clone())
    };
    html! {
            section.card {
                h2 { (say!(words, "unit-accounts")) " " span.num { (people.unit_accounts.len()) } }
                ul.list {
                    @for account in &people.unit_accounts {
                        li {
                            bdi { (unit_name(account)) } " · " b { bdi { (account.name) } } " · "
                            (words.say_named("role", account.role.word(), &[])) " "
                            (account_line(frame, people.congress.id, account))
                        }
                    }
                    @if people.unit_accounts.is_empty() { li.quiet { (say!(words, "unit-accounts-none")) } }
                }
                @if !people.units.is_empty() {
                    form method="post" action=(path::invite_for_unit(people.congress.id)) {
                        (kit::token_field(frame.token))
                        (form.select("of_unit", say!(words, "unit"), people.units.iter().map(|unit| (unit.id.to_string(), &unit.name))))
                        (form.line("name", say!(words, "person-name")).most(60))
                        (form.group("role", say!(words, "person-role")).of(&html! {
    @for role in [Role::UnitStaff, Role::UnitHead] {
                                (form.radio("role", role.word(), words.say_named("role", role.word(), &[])).chosen(frame.typed.get("role") == role.word() || (frame.typed.get("role").is_empty() && role == Role::UnitStaff)))
                            }
    }))
                        button.button.plain { (say!(words, "person-invite")) }
                    }
                }
            }
        }
}

fn deputies(frame: &Frame<'_>, people: &People) -> Markup {
    let words = frame.words;
    let has_joined =
        |account: &Option<InvitedAccount>| account.as_ref().is_some_and(|one| one.has_joined);
    let joined = people
        .deputies
        .iter()
        .filter(|(_, account)| has_joined(account))
        .count();
    let waiting = people.deputies.len().saturating_sub(joined);
    html! {
        section.card {
            h2 { (say!(words, "deputy-accounts")) }
            p { (say!(words, "deputy-accounts-count", deputies = people.deputies.len(), joined = joined)) }
            @if waiting > 0 {
                form method="post" action=(path::invite_deputies(people.congress.id)) {
                    (kit::token_field(frame.token))
                    p.quiet { (say!(words, "deputies-invite-ends")) }
                    button.button.plain { (say!(words, "deputies-invite", waiting = waiting)) }
                }
            }
            details {
                summary { (say!(words, "deputy-accounts-list")) }
                ul.list {
                    @for (deputy, account) in &people.deputies {
                        li {
                            span.num { (deputy.number) } " " bdi { (deputy.name) } " "
                            @match account {
                                Some(account) => { (account_line(frame, people.congress.id, account)) }
                                None => { span.tag.plain { (say!(words, "account-none")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The state of an account, and what its clerk may do with it.
fn account_line(frame: &Frame<'_>, congress: CongressId, account: &InvitedAccount) -> Markup {
    let words = frame.words;
    let (class, state) = if account.is_disabled {
        ("warn", say!(words, "account-closed"))
    } else if account.has_joined {
        ("ok", say!(words, "account-joined"))
    } else {
        ("plain", say!(words, "account-waits"))
    };
    html! {
        span.tag.(class) { (state) } " "
        form.inline method="post" action=(path::account_act(congress, account.id)) {
            (kit::token_field(frame.token))
            @if account.is_disabled {
                button.link name="act" value="open" { (say!(words, "account-open")) span.sr { " " (account.name) } }
            } @else {
                button.link name="act" value="invite" { (say!(words, "account-invite")) span.sr { " " (account.name) } }
                button.link name="act" value="close" { (say!(words, "account-close")) span.sr { " " (account.name) } }
            }
        }
    }
}
