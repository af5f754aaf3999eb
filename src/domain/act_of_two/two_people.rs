//! Two different people who are answerable for one act, however each of them is known: with an account, with
//! a PIN on a device of their own or on somebody else's screen, or as a deputy of the roster.

use crate::digest::Digest;
use crate::id::{AccountId, DeputyId, OfficerId};
use crate::problem::Problem;
use count::words;

/// How somebody stood for an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participation {
    /// Signed in with an account.
    Account(AccountId),
    /// With an officer's PIN: on the officer's own device, or where another one is signed in.
    Pin(OfficerId),
}

words! {
    /// On which screen somebody stood for an act. The record says it of each act.
    pub enum ActScreen {
        /// Where the own account is signed in.
        Account = "own-account",
        /// The officer's own device, over TLS.
        Device = "own-device",
        /// The machine itself, opened as the officer's device.
        Machine = "machine",
        /// The screen of somebody else who is signed in: the way out when a phone fails.
        Clerk = "clerk-screen",
        /// Where the own account is signed in, over a line that others could listen to: it may ask there,
        /// and never confirm.
        OpenLine = "open-line",
    }
}

impl std::fmt::Display for Participation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Account(id) => write!(f, "account/{id}"),
            Self::Pin(id) => write!(f, "officer/{id}"),
        }
    }
}

/// A person with everything that they are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// How they stand for the act.
    pub stands: Participation,
    pub screen: ActScreen,
    /// Who printed the slip that first opened the account, or the device, with which they stand: whoever
    /// had it in the hand could have opened it too.
    pub opened_by: Option<AccountId>,
    pub account: Option<AccountId>,
    /// The officer that they are in this session.
    pub officer: Option<OfficerId>,
    pub deputy: Option<DeputyId>,
    /// The keyed hash of the name of the browser in which they stand; none where it is not known, and
    /// for a PIN that is typed on somebody else's screen.
    pub browser: Option<Digest>,
}

/// Somebody of whom only the account is known.
impl From<AccountId> for Person {
    fn from(account: AccountId) -> Self {
        Self {
            stands: Participation::Account(account),
            screen: ActScreen::Account,
            opened_by: None,
            account: Some(account),
            officer: None,
            deputy: None,
            browser: None,
        }
    }
}

/// How they stood and on which screen, for the log: `officer/7@own-device`.
impl std::fmt::Display for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{}", self.stands, self.screen.word())
    }
}

impl Person {
    /// Whether both are one and the same: one thing in common is enough. An account or a device and
    /// whoever printed the slip that first opened it are not told apart either.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.is_one_with(other) || self.is_opened_with(other)
    }

    fn is_one_with(&self, other: &Self) -> bool {
        self.stands == other.stands
            || (self.account.is_some() && self.account == other.account)
            || (self.officer.is_some() && self.officer == other.officer)
            || (self.deputy.is_some() && self.deputy == other.deputy)
    }

    fn is_opened_with(&self, other: &Self) -> bool {
        let opened = |one: &Self, by: &Self| one.opened_by.is_some() && one.opened_by == by.account;
        opened(self, other) || opened(other, self)
    }
}

/// Two different people that stand for one act, each in a browser of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoPeople {
    first: Person,
    second: Person,
}

impl TwoPeople {
    /// Joins two people, refusing one person twice, and one browser in which two sign in by turns.
    ///
    /// # Errors
    /// `same-person` when both are one, by account, PIN or deputy; `opened-by-other` when one of them
    /// printed the slip that opened the other's account or device; `same-browser`.
    pub fn of(first: impl Into<Person>, second: impl Into<Person>) -> Result<Self, Problem> {
        let (first, second) = (first.into(), second.into());
        if first.is_one_with(&second) {
            return Err(Problem::error("same-person"));
        }
        if first.is_opened_with(&second) {
            return Err(Problem::error("opened-by-other"));
        }
        if first.browser.is_some() && first.browser == second.browser {
            return Err(Problem::error("same-browser"));
        }
        Ok(Self { first, second })
    }

    /// Who asked.
    #[must_use]
    pub fn first(self) -> Person {
        self.first
    }

    /// Who confirmed.
    #[must_use]
    pub fn second(self) -> Person {
        self.second
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(account: Option<i64>, officer: Option<i64>, deputy: Option<i64>) -> Person {
        let stands = match (account, officer) {
            (Some(account), _) => Participation::Account(AccountId(account)),
            (None, officer) => Participation::Pin(OfficerId(officer.unwrap_or(0))),
        };
        Person {
            stands,
            screen: ActScreen::Account,
            opened_by: None,
            account: account.map(AccountId),
            officer: officer.map(OfficerId),
            deputy: deputy.map(DeputyId),
            browser: None,
        }
    }

    #[test]
    fn one_browser_is_never_two_people_whoever_is_signed_in_there() {
        let at = |account, browser: u8| Person {
            browser: Some(Digest([browser; 32])),
            ..person(Some(account), None, None)
        };
        let refusal = TwoPeople::of(at(1, 7), at(2, 7)).unwrap_err();
        assert_eq!(refusal.code, "same-browser");
        assert!(TwoPeople::of(at(1, 7), at(2, 8)).is_ok());
        let by_pin = person(None, Some(3), None);
        assert!(TwoPeople::of(at(1, 7), by_pin).is_ok(), "the way out");
    }

    #[test]
    fn one_person_is_never_both_however_they_are_known() {
        let clerk = person(Some(1), None, None);
        let cases = [
            (person(Some(1), None, None), true, "the same account"),
            (person(Some(2), None, None), false, "another account"),
            (
                person(None, Some(1), None),
                false,
                "an officer whose number is the account's",
            ),
        ];
        for (other, is_same, why) in cases {
            assert_eq!(TwoPeople::of(clerk, other).is_err(), is_same, "{why}");
        }
        let with_all = person(Some(1), Some(5), Some(9));
        for (other, why) in [
            (
                person(None, Some(5), None),
                "the PIN of the officer that the account is",
            ),
            (
                person(Some(2), None, Some(9)),
                "a second account of one deputy",
            ),
            (
                person(None, Some(6), Some(9)),
                "another post of the same deputy",
            ),
        ] {
            let refusal = TwoPeople::of(with_all, other).unwrap_err();
            assert_eq!(refusal.code, "same-person", "{why}");
        }
        assert!(TwoPeople::of(person(None, Some(1), None), person(None, Some(2), None)).is_ok());
    }

    #[test]
    fn whoever_printed_the_slip_of_an_account_is_not_its_second_person() {
        let clerk = person(Some(1), None, None);
        let invited = Person {
            opened_by: Some(AccountId(1)),
            ..person(Some(2), None, Some(9))
        };
        let refusal = TwoPeople::of(clerk, invited).unwrap_err();
        assert_eq!(refusal.code, "opened-by-other");
        assert!(TwoPeople::of(invited, clerk).is_err(), "in any order");
        assert!(TwoPeople::of(person(Some(3), None, None), invited).is_ok());
    }

    #[test]
    fn every_screen_has_a_word_of_its_own() {
        for screen in ActScreen::ALL {
            assert_eq!(ActScreen::from_word(screen.word()), Some(screen));
        }
        assert_eq!(ActScreen::from_word("elsewhere"), None);
    }
}
