//! Officers of a session: scrutineers (监票人), the chief one (总监票人), tellers (计票人); and their PINs.
//!
//! The congress adopts them; the clerk's office never counts alone. An officer with an account of
//! their own confirms an act there; one without opens a device with a printed slip. A PIN set there may
//! be typed on the clerk's screen when a phone fails.

use crate::access::{Action, Role};
use crate::id::{AccountId, DeputyId, OfficerId, SessionId};
use crate::problem::Problem;

/// Wrong tries in a row by one account, or on one device, after which a PIN opens nothing there any more.
pub const MOST_WRONG_PINS: u32 = 5;
/// Digits of a PIN.
const PIN_DIGITS: usize = 6;

/// What an officer was named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Post {
    /// The chief scrutineer: one a session.
    ChiefScrutineer,
    Scrutineer,
    Teller,
}

impl Post {
    /// All posts, in the order of the list that is adopted.
    pub const ALL: [Self; 3] = [Self::ChiefScrutineer, Self::Scrutineer, Self::Teller];

    /// The word in the store and in forms.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.role().word()
    }

    /// The post of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|post| post.word() == word)
    }

    /// The role whose permissions the post has.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::ChiefScrutineer => Role::ChiefScrutineer,
            Self::Scrutineer => Role::Scrutineer,
            Self::Teller => Role::Teller,
        }
    }
}

/// An officer of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// Identifier.
    pub id: OfficerId,
    pub session: SessionId,
    pub post: Post,
    pub name: String,
    /// The deputy that they are; tellers may be of the staff.
    pub deputy: Option<DeputyId>,
    /// The account with which they also sign in.
    pub account: Option<AccountId>,
    /// Whether that account is theirs alone: not opened first by a slip that the office printed.
    pub has_own_account: bool,
    /// Where they work; empty when nobody said.
    pub unit: String,
    /// The civil date of the adoption, ISO 8601; none while proposed.
    pub adopted_on: Option<String>,
    /// Whether they have chosen a PIN on a screen of their own.
    pub has_pin: bool,
}

/// Wrong tries in a row at an officer's PIN, by one account or on the officer's own device. Each is counted
/// apart, so that nobody locks a PIN for anybody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinTries {
    /// Whose PIN.
    pub officer: OfficerId,
    /// On whose page, with the account's name; none on the officer's own device.
    pub typed_by: Option<(AccountId, String)>,
    /// How many, at least one.
    pub wrong: u32,
}

impl PinTries {
    /// Whether the PIN opens nothing there any more.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.wrong >= MOST_WRONG_PINS
    }

    /// Whether these are the tries of an account.
    #[must_use]
    pub fn is_of(&self, account: Option<AccountId>) -> bool {
        self.typed_by.as_ref().map(|(id, _)| *id) == account
    }
}

impl Officer {
    /// The count of tries with one more, before the PIN is looked at; `wrong` were typed there before.
    ///
    /// # Errors
    /// At `pin`: `pin-locked` with the officer's name.
    pub fn try_pin(&self, wrong: u32) -> Result<u32, Problem> {
        if wrong >= MOST_WRONG_PINS {
            let problem = Problem::error("pin-locked").at("pin");
            return Err(problem.with("name", &self.name));
        }
        Ok(wrong + 1)
    }

    /// Whether this officer's PIN may stand for an action now.
    ///
    /// # Errors
    /// At `pin`: `officer-not-yet-adopted`, `officer-may-not` with the post, `pin-not-set`; each with the
    /// officer's name.
    pub fn may_confirm(&self, action: Action) -> Result<(), Problem> {
        let problem = |code| Err(Problem::error(code).at("pin").with("name", &self.name));
        if self.adopted_on.is_none() {
            return problem("officer-not-yet-adopted");
        }
        if !action.roles().contains(&self.post.role()) {
            return problem("officer-may-not");
        }
        if !self.has_pin {
            return problem("pin-not-set");
        }
        Ok(())
    }

    /// The warning where the officer works for a unit that leads a project on a slate.
    #[must_use]
    pub fn interest(&self, lead_units: &[String]) -> Option<Problem> {
        let unit = self.unit.trim();
        let is_concerned = !unit.is_empty() && lead_units.iter().any(|lead| lead.trim() == unit);
        is_concerned.then(|| {
            Problem::warning("officer-interested")
                .with("name", &self.name)
                .with("unit", unit)
        })
    }
}

/// Whether six digits may be a PIN: neither all the same nor a run.
///
/// # Errors
/// `pin-form` at `new_pin`, `pin-easy` for 111111 or 123456.
pub fn check_pin(pin: &str) -> Result<(), Problem> {
    if pin.len() != PIN_DIGITS || !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::error("pin-form").at("new_pin"));
    }
    let steps: Vec<i16> = pin
        .bytes()
        .zip(pin.bytes().skip(1))
        .map(|(one, next)| i16::from(next) - i16::from(one))
        .collect();
    if [0, 1, -1]
        .iter()
        .any(|step| steps.iter().all(|found| found == step))
    {
        return Err(Problem::error("pin-easy").at("new_pin"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn officer() -> Officer {
        Officer {
            id: OfficerId(1),
            session: SessionId(1),
            post: Post::Scrutineer,
            name: "one".to_owned(),
            deputy: None,
            account: None,
            has_own_account: false,
            unit: "水利局".to_owned(),
            adopted_on: Some("2026-01-15".to_owned()),
            has_pin: true,
        }
    }

    #[test]
    fn a_pin_stands_only_for_an_adopted_officer_within_the_post() {
        let code = |officer: Officer, action| officer.may_confirm(action).map_err(|told| told.code);
        assert_eq!(code(officer(), Action::ActOnRound), Ok(()));
        let proposed = Officer {
            adopted_on: None,
            ..officer()
        };
        assert_eq!(
            code(proposed, Action::ActOnRound),
            Err("officer-not-yet-adopted")
        );
        assert_eq!(code(officer(), Action::Publish), Err("officer-may-not"));
        let teller = Officer {
            post: Post::Teller,
            ..officer()
        };
        assert_eq!(code(teller, Action::ActOnRound), Err("officer-may-not"));
        let without = Officer {
            has_pin: false,
            ..officer()
        };
        assert_eq!(code(without, Action::Certify), Err("pin-not-set"));
    }

    #[test]
    fn five_tries_are_counted_and_a_sixth_is_not_looked_at() {
        let tried = (0..=MOST_WRONG_PINS).map(|wrong| officer().try_pin(wrong));
        let counts: Vec<_> = tried.map(|one| one.map_err(|told| told.code)).collect();
        let wanted = [Ok(1), Ok(2), Ok(3), Ok(4), Ok(5), Err("pin-locked")];
        assert_eq!(counts, wanted);
    }

    #[test]
    fn pins_that_anybody_guesses_are_refused() {
        assert!(check_pin("180926").is_ok());
        for (pin, code) in [
            ("12345", "pin-form"),
            ("12345a", "pin-form"),
            ("１２３４５６", "pin-form"),
            ("000000", "pin-easy"),
            ("123456", "pin-easy"),
            ("987654", "pin-easy"),
        ] {
            assert_eq!(check_pin(pin).unwrap_err().code, code, "{pin}");
        }
    }

    #[test]
    fn who_works_for_a_unit_on_the_slate_is_warned_of() {
        let slate = ["交通局".to_owned(), "水利局".to_owned()];
        assert!(officer().interest(&slate).is_some());
        assert!(officer().interest(&slate[..1]).is_none());
        let unsaid = Officer {
            unit: String::new(),
            ..officer()
        };
        assert!(unsaid.interest(&[String::new()]).is_none());
    }
}
