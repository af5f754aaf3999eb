//! Who may stand for an act of two once the sitting adopted its officers.
//!
//! Before that, a role of an account is enough. Afterwards the officers are those whom the sitting
//! adopted and nobody else: one of the two is an adopted officer, and the other one too or of the
//! clerk's office. Publishing comes after the day and has a role of its own.

use super::officer::Officer;
use crate::access::{Action, Role};
use crate::act_of_two::two_people::Person;
use crate::problem::Problem;

/// Somebody who asks for an act or confirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Everything that they are known by in this session.
    pub person: Person,
    /// Their name, for the refusal.
    pub name: String,
    /// The roles of their account in this congress and in the prefecture; none for a PIN.
    pub roles: Vec<Role>,
}

/// As what somebody stands for an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capacity {
    /// Adopted by the sitting, for a post that may.
    Officer,
    /// Of the clerk's office, or whoever publishes.
    Office,
    /// Of the prefecture, where officers are adopted or given slips: the way out where each forgot the PIN.
    Prefecture,
    /// Neither.
    None,
}

/// What an act of two asks of those who stand for it, in a session whose officers are these.
#[derive(Debug, Clone, Copy)]
pub struct ParticipantRules<'o> {
    /// What whoever confirms must be permitted.
    pub confirms: Action,
    /// The officers named for the session, proposed ones included.
    pub named: &'o [Officer],
}

impl<'o> ParticipantRules<'o> {
    /// Whether whoever asks may be one of the two, before there is a second one.
    ///
    /// # Errors
    /// `not-an-adopted-officer` with the `name` and, as `who`, those who can.
    pub fn check_first(self, first: &Participant) -> Result<(), Problem> {
        if self.is_free() || self.capacity(first) != Capacity::None {
            return Ok(());
        }
        Err(self.refusal("not-an-adopted-officer", first))
    }

    /// Whether the two may stand for the act together.
    ///
    /// # Errors
    /// `not-an-adopted-officer` for whoever is neither adopted nor of the clerk's office;
    /// `officer-must-stand` when both are of the office. Each with a `name` and, as `who`, those who can.
    pub fn check(self, first: &Participant, second: &Participant) -> Result<(), Problem> {
        if self.is_free() {
            return Ok(());
        }
        for one in [first, second] {
            self.check_first(one)?;
        }
        let is_of_office = |one| self.capacity(one) == Capacity::Office;
        if !is_of_office(first) || !is_of_office(second) || self.confirms == Action::Publish {
            return Ok(());
        }
        Err(self.refusal("officer-must-stand", second))
    }

    /// Whether roles are enough: nobody is adopted, or those who are have neither a PIN nor an account of
    /// their own yet, and this is the act that gives them one.
    fn is_free(self) -> bool {
        let mut adopted = self.adopted();
        if self.confirms == Action::Witness {
            return !adopted.any(|one| one.has_pin || one.has_own_account);
        }
        adopted.next().is_none()
    }

    fn adopted(self) -> impl Iterator<Item = &'o Officer> {
        self.named.iter().filter(|one| one.adopted_on.is_some())
    }

    /// The adopted officers whose post may.
    fn able(self) -> impl Iterator<Item = &'o Officer> {
        let may = self.confirms.roles();
        self.adopted()
            .filter(move |one| may.contains(&one.post.role()))
    }

    fn capacity(self, one: &Participant) -> Capacity {
        let is_able = |id| self.able().any(|officer| officer.id == id);
        if one.person.officer.is_some_and(is_able) {
            return Capacity::Officer;
        }
        // Cards and papers are for officers alone, whatever else their account may.
        let is_of_officers = matches!(
            self.confirms,
            Action::HoldCard | Action::TypePapers | Action::CallPapers | Action::JudgePapers
        );
        if is_of_officers {
            return Capacity::None;
        }
        let holds = |role| one.roles.contains(&role);
        if holds(Role::Clerk) || (self.confirms == Action::Publish && holds(Role::Publisher)) {
            Capacity::Office
        } else if self.confirms == Action::Witness && holds(Role::PrefectureClerk) {
            Capacity::Prefecture
        } else {
            Capacity::None
        }
    }

    fn refusal(self, code: &'static str, one: &Participant) -> Problem {
        let names: Vec<&str> = self.able().map(|officer| officer.name.as_str()).collect();
        let problem = Problem::error(code).with("name", &one.name);
        problem.with("who", names.join(" / "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{AccountId, OfficerId, SessionId};
    use crate::sitting::officer::Post;

    fn officer(id: i64, post: Post, is_adopted: bool, has_pin: bool) -> Officer {
        Officer {
            id: OfficerId(id),
            session: SessionId(1),
            post,
            name: format!("officer {id}"),
            deputy: None,
            account: None,
            has_own_account: false,
            unit: String::new(),
            adopted_on: is_adopted.then(|| "2026-01-15".to_owned()),
            has_pin,
        }
    }

    fn standee(account: i64, officer: Option<i64>, role: Role) -> Participant {
        Participant {
            person: Person {
                officer: officer.map(OfficerId),
                ..Person::from(AccountId(account))
            },
            name: format!("account {account}"),
            roles: vec![role],
        }
    }

    #[test]
    fn once_officers_are_adopted_a_role_alone_stands_for_nothing() {
        let named = [
            officer(1, Post::ChiefScrutineer, true, true),
            officer(2, Post::Scrutineer, false, true),
            officer(3, Post::Teller, true, true),
        ];
        let bench = |confirms| ParticipantRules {
            confirms,
            named: &named,
        };
        let clerk = standee(1, None, Role::Clerk);
        let other_clerk = standee(2, None, Role::Clerk);
        let chief = standee(3, Some(1), Role::ChiefScrutineer);
        let proposed = standee(4, Some(2), Role::Scrutineer);
        let by_role = standee(5, None, Role::ChiefScrutineer);
        let teller = standee(6, Some(3), Role::Scrutineer);
        for (two, code) in [
            ((&clerk, &chief), None),
            ((&chief, &clerk), None),
            ((&clerk, &other_clerk), Some("officer-must-stand")),
            ((&clerk, &proposed), Some("not-an-adopted-officer")),
            ((&clerk, &by_role), Some("not-an-adopted-officer")),
            ((&by_role, &chief), Some("not-an-adopted-officer")),
            ((&clerk, &teller), Some("not-an-adopted-officer")),
        ] {
            for confirms in [Action::ActOnRound, Action::Certify, Action::KeepSlips] {
                let refused = bench(confirms).check(two.0, two.1).err();
                let found = refused.as_ref().map(|one| one.code);
                assert_eq!(found, code, "{two:?}");
                let named = |one: Problem| one.facts.contains(&("who", "officer 1".to_owned()));
                assert!(refused.is_none_or(named), "it leads to who can");
            }
        }
        assert!(bench(Action::ActOnRound).check_first(&by_role).is_err());
        for confirms in [Action::HoldCard, Action::JudgePapers] {
            assert!(bench(confirms).check_first(&clerk).is_err(), "{confirms:?}");
        }
        let publisher = standee(7, None, Role::Publisher);
        assert!(bench(Action::Publish).check(&clerk, &publisher).is_ok());
        assert!(bench(Action::Publish).check(&clerk, &by_role).is_err());
        assert!(bench(Action::Certify).check(&clerk, &publisher).is_err());
    }

    #[test]
    fn before_officers_can_act_another_account_is_the_second_one() {
        let clerk = standee(1, None, Role::Clerk);
        let deputy = standee(2, None, Role::Deputy);
        let prefecture = standee(3, None, Role::PrefectureClerk);
        let ok = |named: &[Officer], second| {
            let confirms = Action::Witness;
            ParticipantRules { confirms, named }
                .check(&clerk, second)
                .is_ok()
        };
        let proposed = [officer(1, Post::ChiefScrutineer, false, false)];
        assert!(ok(&proposed, &deputy), "nobody is adopted");
        let adopted = [officer(1, Post::ChiefScrutineer, true, false)];
        assert!(ok(&adopted, &deputy), "adopted, and nobody can act yet");
        let able = [officer(1, Post::ChiefScrutineer, true, true)];
        assert!(!ok(&able, &deputy));
        assert!(
            ok(&able, &prefecture),
            "the way out where PINs are forgotten"
        );
        let confirms = Action::ActOnRound;
        let named = &able;
        assert!(
            ParticipantRules { confirms, named }
                .check(&clerk, &prefecture)
                .is_err()
        );
    }
}
