//! Choosing a password: whose it is decides what it may not be.

use crate::ServiceError;
use domain::access::Role;
use domain::access::password;
use domain::id::AccountId;
use domain::problem::Problem;
use store::ReadTx;
use store::people::{accounts, congresses, units};

/// Whose password it will be.
#[derive(Debug, Clone)]
pub(crate) struct PasswordOwner {
    names: Vec<String>,
    roles: Vec<Role>,
}

impl PasswordOwner {
    /// An account that is there.
    pub(crate) fn of(tx: &ReadTx<'_>, account: AccountId) -> Result<Self, ServiceError> {
        let (username, _) = accounts::get_secret(tx, account)?;
        let actor = accounts::get_actor(tx, account)?;
        let mut owner = Self::new(tx, vec![username, actor.name])?;
        if let Some(unit) = actor.unit {
            owner.names.push(units::get(tx, unit)?.name);
        }
        for (role, congress) in actor.roles {
            owner.roles.push(role);
            if let Some(congress) = congress {
                let congress = congresses::get(tx, congress)?;
                owner.names.extend([congress.slug, congress.name]);
            }
        }
        Ok(owner)
    }

    /// An account that is to be made, for a role at a place.
    pub(crate) fn for_role(
        tx: &ReadTx<'_>,
        names: Vec<String>,
        role: Role,
        slug: Option<&str>,
    ) -> Result<Self, ServiceError> {
        let mut owner = Self::new(tx, names)?;
        owner.roles.push(role);
        if let Some(slug) = slug {
            owner.names.push(slug.to_owned());
            let congress = congresses::find(tx, slug)?;
            owner.names.extend(congress.map(|congress| congress.name));
        }
        Ok(owner)
    }

    fn new(tx: &ReadTx<'_>, mut names: Vec<String>) -> Result<Self, ServiceError> {
        let prefecture = congresses::find_prefecture(tx)?;
        names.extend(prefecture.map(|(name, _)| name));
        Ok(Self {
            names,
            roles: Vec::new(),
        })
    }

    /// Refuses a password that is too short or easily guessed.
    ///
    /// # Errors
    /// At the field: `password-short`, `password-common`, `password-like-name`.
    pub(crate) fn check(&self, new: &str, field: &str) -> Result<(), Problem> {
        let least = password::least(self.roles.iter().copied());
        password::check(new, least, &self.names).map_err(|problem| problem.at(field))
    }
}
