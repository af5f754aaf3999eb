//! Deputies of a congress and the staff accounts that serve it.

use crate::access::Role;
use crate::id::{AccountId, CongressId, DeputyId, UnitId};

/// A deputy (代表), who votes with a slip and has no account for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deputy {
    /// Identifier.
    pub id: DeputyId,
    pub congress: CongressId,
    /// The office's own number, as on the roster.
    pub number: String,
    /// Name as on the roster.
    pub name: String,
    /// Delegation (代表团) or district.
    pub delegation: String,
    /// Whether a member of the standing committee.
    pub is_committee_member: bool,
    /// Language tag wanted.
    pub language: String,
}

/// A responsible unit (责任单位) of a congress's government: it answers opinions, carries projects out
/// and reports on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Identifier.
    pub id: UnitId,
    pub congress: CongressId,
    /// Its name, as projects and lists write it.
    pub name: String,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Identifier.
    pub id: AccountId,
    /// What is typed to sign in.
    pub username: String,
    /// Name shown.
    pub name: String,
    /// argon2id in PHC form.
    pub password_hash: String,
    /// Whether somebody else chose the password: the owner chooses one before anything else.
    pub must_change: bool,
}

/// An account of a deputy or a unit, as the clerk's list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedAccount {
    /// Identifier.
    pub id: AccountId,
    /// What is typed to sign in.
    pub username: String,
    /// Name shown.
    pub name: String,
    pub role: Role,
    pub deputy: Option<DeputyId>,
    pub unit: Option<UnitId>,
    /// Whether its first sign-in was done.
    pub has_joined: bool,
    /// Whether it is closed.
    pub is_disabled: bool,
}
