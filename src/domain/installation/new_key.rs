//! The key of an installation: what is told of it in the audit log, and which two people may draw a new one.

use crate::access::{Actor, Role};
use crate::digest::Digest;
use crate::event::events;
use crate::id::{AccountId, CongressId};

events! {
    /// What happens to the key file of an installation.
    pub enum KeyEvent {
        /// The database took a key file for its own, at its first start.
        Named { key: Digest } = "key-named";
        /// Two people replaced the key; what lived under the old one ended.
        /// `ended`: living slips that ended, printed first sign-ins, signed-in browsers, PINs.
        Replaced { key: Digest, second: AccountId, ended: [usize; 4] }
            = "key-replaced" => "key={key} second={second} {}", all_ended(*ended);
    }
}

fn all_ended([slips, invitations, sign_ins, pins]: [usize; 4]) -> String {
    format!("slips={slips} invitations={invitations} sign_ins={sign_ins} pins={pins}")
}

/// Whether two people may draw a new key for the installation: both of the staff of a congress or of the
/// prefecture, and one of them a clerk or an administrator.
#[must_use]
pub fn may_draw(first: &Actor, second: &Actor) -> bool {
    let holds = |actor: &Actor, wanted: &[Role]| {
        let mut roles = actor.roles.iter();
        roles.any(|(role, _)| wanted.contains(role))
    };
    let staff = |actor: &Actor| {
        holds(
            actor,
            &[
                Role::Clerk,
                Role::ChiefScrutineer,
                Role::Scrutineer,
                Role::Teller,
                Role::Publisher,
                Role::PrefectureClerk,
                Role::Administrator,
            ],
        )
    };
    let keeper = |actor: &Actor| holds(actor, &[Role::Clerk, Role::Administrator]);
    staff(first) && staff(second) && (keeper(first) || keeper(second))
}

/// Whether somebody answers for the votes of a congress: who serves it, or is of the prefecture's staff.
#[must_use]
pub fn reaches(actor: &Actor, congress: CongressId) -> bool {
    let mut roles = actor.roles.iter();
    roles.any(|(role, of)| match role {
        Role::Administrator | Role::PrefectureClerk => true,
        Role::Clerk
        | Role::ChiefScrutineer
        | Role::Scrutineer
        | Role::Teller
        | Role::Publisher
        | Role::Deputy
        | Role::UnitStaff
        | Role::UnitHead
        | Role::PrefectureReader => *of == Some(congress),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(role: Role, congress: Option<i64>) -> Actor {
        Actor {
            account: Some(AccountId(1)),
            roles: vec![(role, congress.map(CongressId))],
            ..Actor::console()
        }
    }

    #[test]
    fn a_new_key_is_drawn_by_two_of_the_staff_of_whom_one_keeps_the_office() {
        let of = |role: Role| actor(role, (!role.is_of_prefecture()).then_some(1));
        let table: Vec<String> = Role::ALL
            .into_iter()
            .map(|first| {
                let may = |second: &Role| may_draw(&of(first), &of(*second));
                let with: Vec<&str> = Role::ALL
                    .iter()
                    .copied()
                    .filter(may)
                    .map(Role::word)
                    .collect();
                format!("{}: {}", first.word(), with.join(" "))
            })
            .collect();
        let all =
            "clerk chief_scrutineer scrutineer teller publisher prefecture_clerk administrator";
        for line in table {
            let (first, with) = line.split_once(": ").unwrap();
            let wanted = match first {
                "clerk" | "administrator" => all,
                "deputy" | "unit_staff" | "unit_head" | "prefecture_reader" => "",
                _ => "clerk administrator",
            };
            assert_eq!(with, wanted, "{first}");
        }
    }
}
