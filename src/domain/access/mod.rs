//! The whole permission table: role x action, inside one congress.
//!
//! [`may`] is the only way to a [`Grant`], and an audit event cannot be written without one: a
//! forgotten check does not compile.

pub mod line;
pub mod ownership;
pub mod password;

use self::line::LineSafety;
use super::digest::Digest;
use super::id::{AccountId, CongressId, DeputyId, OfficerId, UnitId};
use crate::act_of_two::two_people::ActScreen;
use count::words;

words! {
    /// What an account is trusted with in one congress (or, for the last two, in the whole prefecture).
    ///
    /// A deputy's account is for leads, findings and questions; it has nothing to do with voting, which
    /// takes a drawn slip and no account.
    pub enum Role {
        /// The congress office's clerk, who configures and runs ballots.
        Clerk = "clerk",
        /// The chief scrutineer (总监票人), the second person of most acts.
        ChiefScrutineer = "chief_scrutineer",
        /// A scrutineer (监票人).
        Scrutineer = "scrutineer",
        /// A teller (计票人).
        Teller = "teller",
        /// The person who publishes certified results.
        Publisher = "publisher",
        /// A deputy (代表), who hands in leads, asks and inspects.
        Deputy = "deputy",
        /// Somebody of a responsible unit (责任单位), who answers and reports for it.
        UnitStaff = "unit_staff",
        /// The head of a responsible unit, who checks what the unit reports.
        UnitHead = "unit_head",
        /// The prefecture work committee: reads what is certified, acts on nothing.
        PrefectureReader = "prefecture_reader",
        /// Keeps the work committee's own advisory records; in a congress it reads, as its reader does.
        PrefectureClerk = "prefecture_clerk",
        /// Runs the installation: accounts and backups, never a ballot.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether the role is held in the prefecture as a whole, not in one congress.
    #[must_use]
    pub fn is_of_prefecture(self) -> bool {
        match self {
            Self::PrefectureReader | Self::PrefectureClerk | Self::Administrator => true,
            Self::Clerk
            | Self::ChiefScrutineer
            | Self::Scrutineer
            | Self::Teller
            | Self::Publisher
            | Self::Deputy
            | Self::UnitStaff
            | Self::UnitHead => false,
        }
    }

    /// Whether the account must belong to a responsible unit.
    #[must_use]
    pub fn is_of_unit(self) -> bool {
        match self {
            Self::UnitStaff | Self::UnitHead => true,
            Self::Clerk
            | Self::ChiefScrutineer
            | Self::Scrutineer
            | Self::Teller
            | Self::Publisher
            | Self::Deputy
            | Self::PrefectureReader
            | Self::PrefectureClerk
            | Self::Administrator => false,
        }
    }
}

/// Something a signed-in person may want to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// See the task list, sessions and polls of a congress.
    Look,
    /// Create sessions and polls, edit rules and slates, import rosters and projects.
    Prepare,
    /// Keep the roll, declare the quorum, adjourn.
    KeepRoll,
    /// Print slips, hand them out, cancel what is left over.
    KeepSlips,
    /// Pair hall screens and choose what they show.
    ShowScenes,
    /// First or second person of an act on a round: freeze, seal, open, close, open the box, void.
    ActOnRound,
    /// Second person of adopting officers and of giving out their slips, before officers can act.
    Witness,
    /// Type papers by hand, as one of two tellers.
    TypePapers,
    /// Mark down papers that are called out, or watch it.
    CallPapers,
    /// Decide about a paper on which tellers differ, as one of two scrutineers.
    JudgePapers,
    /// Count the opened papers.
    Count,
    /// First or second person of certifying or correcting.
    Certify,
    /// First or second person of publishing.
    Publish,
    /// Keep units, and the accounts of deputies and units.
    KeepPeople,
    /// Keep calls, leads, projects, appraisals and candidate lists.
    KeepLibrary,
    /// Hand in a lead with one's account.
    Propose,
    /// See how to reach a resident who handed in a lead; each look is an event.
    SeeContact,
    /// Answer an opinion that the unit was asked for.
    Opine,
    /// First or second person of changing a frozen candidate list.
    ReviseSlate,
    /// Write a unit's monthly report.
    Report,
    /// Check a unit's report, so that it becomes visible.
    CheckReport,
    /// Bring photos for a report, a finding or an answer.
    Photograph,
    /// Write down a finding, check again what was mended.
    Inspect,
    /// Assign projects, send findings, extend, close, keep the supervision calendar.
    Supervise,
    /// Read the boards of the follow-up.
    Oversee,
    /// Keep the advisory reviews of the prefecture's work committee, which belong to no congress.
    KeepAdvisory,
    /// See a card of a sealed box, once, and type it back.
    HoldCard,
    /// Create accounts and set roles and passwords.
    Administer,
}

impl Action {
    /// All actions, in the order of the table.
    pub const ALL: [Self; 28] = [
        Self::Look,
        Self::Prepare,
        Self::KeepRoll,
        Self::KeepSlips,
        Self::ShowScenes,
        Self::ActOnRound,
        Self::Witness,
        Self::TypePapers,
        Self::CallPapers,
        Self::JudgePapers,
        Self::Count,
        Self::Certify,
        Self::Publish,
        Self::KeepPeople,
        Self::KeepLibrary,
        Self::Propose,
        Self::SeeContact,
        Self::Opine,
        Self::ReviseSlate,
        Self::Report,
        Self::CheckReport,
        Self::Photograph,
        Self::Inspect,
        Self::Supervise,
        Self::Oversee,
        Self::KeepAdvisory,
        Self::HoldCard,
        Self::Administer,
    ];

    /// The roles that may.
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        use Role::{
            Administrator, ChiefScrutineer, Clerk, Deputy, PrefectureClerk, PrefectureReader,
            Publisher, Scrutineer, Teller, UnitHead, UnitStaff,
        };
        match self {
            Self::Look => &[Clerk, ChiefScrutineer, Scrutineer, Teller, Publisher],
            Self::Prepare
            | Self::KeepRoll
            | Self::KeepPeople
            | Self::KeepLibrary
            | Self::SeeContact
            | Self::Supervise => &[Clerk],
            Self::KeepSlips => &[Clerk, ChiefScrutineer, Scrutineer],
            Self::ActOnRound | Self::Certify => &[Clerk, ChiefScrutineer, Scrutineer],
            Self::Witness => &[ChiefScrutineer, Scrutineer, Deputy, PrefectureClerk],
            Self::TypePapers => &[Teller],
            Self::CallPapers => &[ChiefScrutineer, Scrutineer, Teller],
            Self::JudgePapers => &[ChiefScrutineer, Scrutineer],
            Self::Count => &[Clerk, ChiefScrutineer, Teller],
            Self::Publish => &[Clerk, ChiefScrutineer, Publisher],
            Self::Propose | Self::Photograph => &[Clerk, Deputy, UnitStaff, UnitHead],
            Self::Opine | Self::Report => &[Clerk, UnitStaff, UnitHead],
            Self::ShowScenes | Self::ReviseSlate => &[Clerk, ChiefScrutineer],
            Self::CheckReport => &[Clerk, UnitHead],
            Self::Inspect => &[Clerk, Deputy],
            Self::Oversee => &[
                Clerk,
                ChiefScrutineer,
                Scrutineer,
                Teller,
                Publisher,
                Deputy,
                UnitStaff,
                UnitHead,
                PrefectureReader,
                PrefectureClerk,
            ],
            Self::KeepAdvisory => &[PrefectureClerk],
            Self::HoldCard => &[ChiefScrutineer, Scrutineer],
            Self::Administer => &[Administrator],
        }
    }
}

/// The device of an officer who has no account of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    pub officer: OfficerId,
    /// What it is: a device over TLS, or the machine itself.
    pub screen: ActScreen,
}

/// Whoever acts: a signed-in account with its roles, an officer on the own device, or the operator at
/// the machine's console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account; none for an officer's device and for the operator at the console.
    pub account: Option<AccountId>,
    /// The officer's device, where it is one.
    pub device: Option<Device>,
    /// The keyed hash of the browser's name, where one asks: no browser sees two cards of a box.
    pub browser: Option<Digest>,
    /// The line over which they ask.
    pub line: LineSafety,
    /// The name that pages and the audit log show.
    pub name: String,
    /// The deputy whose account it is.
    pub deputy: Option<DeputyId>,
    /// The responsible unit that the account belongs to.
    pub unit: Option<UnitId>,
    /// Roles, each in one congress or (none) in the prefecture.
    pub roles: Vec<(Role, Option<CongressId>)>,
}

impl Actor {
    /// The operator who runs `minsheng admin`, `import` or `demo` at the machine itself. May
    /// prepare and administer, and take no part in a ballot.
    #[must_use]
    pub fn console() -> Self {
        Self {
            account: None,
            device: None,
            browser: None,
            line: LineSafety::Closed,
            name: "console".to_owned(),
            deputy: None,
            unit: None,
            roles: Vec::new(),
        }
    }

    /// The roles held in a congress.
    pub fn roles_in(&self, congress: CongressId) -> impl Iterator<Item = Role> {
        self.roles
            .iter()
            .filter(move |(role, of)| role.is_of_prefecture() || *of == Some(congress))
            .map(|(role, _)| *role)
    }
}

/// A permission that one must hold: it came from [`may`] and from nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    account: Option<AccountId>,
    name: String,
    action: Action,
    congress: Option<CongressId>,
}

impl Grant {
    /// The account that acts; none for the console.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// The name for the audit log.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was permitted.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// Where it was permitted; none for the prefecture.
    #[must_use]
    pub fn congress(&self) -> Option<CongressId> {
        self.congress
    }
}

/// The answer to somebody who may not: who may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PermissionDenied {
    /// What was asked for.
    pub action: Action,
    /// Whether the asker belongs to the congress at all. Who does not is told nothing, not even
    /// that the thing exists.
    pub is_stranger: bool,
}

/// Decides whether an actor may do an action in a congress (none: in the prefecture).
///
/// # Errors
/// [`PermissionDenied`], with the roles that may in [`Action::roles`].
pub fn may(
    actor: &Actor,
    action: Action,
    congress: Option<CongressId>,
) -> Result<Grant, PermissionDenied> {
    let at_console = actor.account.is_none()
        && actor.device.is_none()
        && matches!(
            action,
            Action::Prepare
                | Action::Administer
                | Action::Look
                | Action::KeepPeople
                | Action::KeepLibrary
        );
    let roles: Vec<Role> = match congress {
        Some(congress) => actor.roles_in(congress).collect(),
        None => actor
            .roles
            .iter()
            .filter(|(role, _)| role.is_of_prefecture())
            .map(|(role, _)| *role)
            .collect(),
    };
    if at_console || roles.iter().any(|role| action.roles().contains(role)) {
        return Ok(Grant {
            account: actor.account,
            name: actor.name.clone(),
            action,
            congress,
        });
    }
    let is_stranger = roles.iter().all(|role| role.is_of_prefecture());
    Err(PermissionDenied {
        action,
        is_stranger,
    })
}

/// The permission that everybody has over their own account: to sign in and out, to change the
/// password. It names no congress.
#[must_use]
pub fn own(actor: &Actor) -> Grant {
    Grant {
        account: actor.account,
        name: actor.name.clone(),
        action: Action::Look,
        congress: None,
    }
}

/// The permission that everybody has without an account: to hand in a lead under an open call.
#[must_use]
pub fn resident(congress: CongressId) -> Grant {
    Grant {
        account: None,
        name: "resident".to_owned(),
        action: Action::Propose,
        congress: Some(congress),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(role: Role, congress: Option<i64>) -> Actor {
        Actor {
            account: Some(AccountId(1)),
            device: None,
            browser: None,
            line: LineSafety::Closed,
            name: "one".to_owned(),
            deputy: None,
            unit: None,
            roles: vec![(role, congress.map(CongressId))],
        }
    }

    #[test]
    fn every_role_may_just_what_the_table_says() {
        let table: Vec<String> = Role::ALL
            .into_iter()
            .map(|role| {
                let congress = (!role.is_of_prefecture()).then_some(7);
                let may: Vec<String> = Action::ALL
                    .into_iter()
                    .filter(|action| {
                        may(&actor(role, congress), *action, Some(CongressId(7))).is_ok()
                    })
                    .map(|action| format!("{action:?}"))
                    .collect();
                format!("{}: {}", role.word(), may.join(" "))
            })
            .collect();
        assert_eq!(
            table,
            [
                "clerk: Look Prepare KeepRoll KeepSlips ShowScenes ActOnRound Count Certify Publish \
                 KeepPeople KeepLibrary Propose SeeContact Opine ReviseSlate Report CheckReport Photograph Inspect Supervise Oversee",
                "chief_scrutineer: Look KeepSlips ShowScenes ActOnRound Witness CallPapers JudgePapers Count Certify Publish \
                 ReviseSlate Oversee HoldCard",
                "scrutineer: Look KeepSlips ActOnRound Witness CallPapers JudgePapers Certify Oversee HoldCard",
                "teller: Look TypePapers CallPapers Count Oversee",
                "publisher: Look Publish Oversee",
                "deputy: Witness Propose Photograph Inspect Oversee",
                "unit_staff: Propose Opine Report Photograph Oversee",
                "unit_head: Propose Opine Report CheckReport Photograph Oversee",
                "prefecture_reader: Oversee",
                "prefecture_clerk: Witness Oversee KeepAdvisory",
                "administrator: Administer",
            ]
        );
    }

    #[test]
    fn a_clerk_of_one_congress_is_a_stranger_to_another() {
        let clerk = actor(Role::Clerk, Some(1));
        let denied = may(&clerk, Action::Look, Some(CongressId(2))).unwrap_err();
        assert!(denied.is_stranger);
        let publisher = actor(Role::Publisher, Some(1));
        let denied = may(&publisher, Action::Count, Some(CongressId(1))).unwrap_err();
        assert!(!denied.is_stranger, "a colleague is told who may");
    }

    #[test]
    fn an_officers_device_is_not_the_console_and_may_what_its_post_may() {
        let device = Actor {
            account: None,
            device: Some(Device {
                officer: OfficerId(1),
                screen: ActScreen::Device,
            }),
            ..actor(Role::Scrutineer, Some(1))
        };
        assert!(may(&device, Action::ActOnRound, Some(CongressId(1))).is_ok());
        for action in [Action::Prepare, Action::Administer, Action::KeepPeople] {
            assert!(
                may(&device, action, Some(CongressId(1))).is_err(),
                "{action:?}"
            );
        }
        assert!(may(&device, Action::Look, Some(CongressId(2))).is_err());
    }

    #[test]
    fn the_console_takes_no_part_in_a_ballot() {
        let console = Actor::console();
        assert!(may(&console, Action::Prepare, Some(CongressId(1))).is_ok());
        for action in [
            Action::ActOnRound,
            Action::Count,
            Action::Certify,
            Action::Publish,
        ] {
            assert!(
                may(&console, action, Some(CongressId(1))).is_err(),
                "{action:?}"
            );
        }
    }
}
