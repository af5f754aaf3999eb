//! Units, and the accounts of deputies and units: the clerk invites, a printed slip opens.
//!
//! A deputy votes with a drawn slip and no account. The account made here is for leads, findings and
//! questions; nothing of it is read on the way of a ballot.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Role};
use domain::audit::{Event, EventKind};
use domain::congress::{Body, Congress};
use domain::digest::Digest;
use domain::id::{AccountId, CongressId, DeputyId, UnitId};
use domain::people::invitation::{CODES, InvitationCode};
use domain::people::person::{Deputy, InvitedAccount, Unit};
use domain::problem::Problem;
use store::access::sign_ins;
use store::people::{accounts, congresses, deputies, invitations, units};
use store::{WriteTx, Written};

/// How long a printed slip opens its account.
const LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Characters of a unit's or a person's name at most.
const NAME: usize = 60;

/// The people of a congress, as its clerk keeps them.
#[derive(Debug, Clone)]
pub struct People {
    pub congress: Congress,
    /// Its responsible units.
    pub units: Vec<Unit>,
    /// Its deputies in office, each with an account if there is one.
    pub deputies: Vec<(Deputy, Option<InvitedAccount>)>,
    pub unit_accounts: Vec<InvitedAccount>,
}

/// A printed invitation: its code stands here and nowhere else.
#[derive(Debug, Clone)]
pub struct PrintedInvitation {
    /// What is typed to sign in later.
    pub username: String,
    /// Name shown.
    pub name: String,
    pub role: Role,
    /// The code of the first sign-in.
    pub code: InvitationCode,
}

impl Service {
    /// Units, deputies and their accounts.
    ///
    /// # Errors
    /// Denied; not found when there is no such congress.
    pub async fn list_people(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<People, ServiceError> {
        permit(actor, Action::KeepPeople, congress)?;
        self.store
            .read(move |tx| {
                let (owned, unit_accounts): (Vec<_>, Vec<_>) =
                    accounts::list_invited(tx, congress)?
                        .into_iter()
                        .partition(|account| account.role == Role::Deputy);
                let mut of: BTreeMap<DeputyId, InvitedAccount> = owned
                    .into_iter()
                    .filter_map(|account| Some((account.deputy?, account)))
                    .collect();
                let deputies = deputies::list(tx, congress, Body::Congress)?.into_iter();
                let deputies = deputies
                    .map(|deputy| {
                        let account = of.remove(&deputy.id);
                        (deputy, account)
                    })
                    .collect();
                Ok(People {
                    congress: congresses::get(tx, congress)?,
                    units: units::list(tx, congress)?,
                    deputies,
                    unit_accounts,
                })
            })
            .await
    }

    /// Names a responsible unit; a name that is there already is the same unit.
    ///
    /// # Errors
    /// Denied. Invalid: `name-form` at `unit`.
    pub async fn keep_unit(
        &self,
        actor: &Actor,
        congress: CongressId,
        name: &str,
    ) -> Result<UnitId, ServiceError> {
        let grant = permit(actor, Action::KeepPeople, congress)?;
        let name = name_of(name, "unit").map_err(ServiceError::invalid)?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let unit = units::save(tx, congress, &name)?;
                let what = EventKind::UnitKept { unit };
                Ok(Written::recorded(unit, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Makes accounts for all deputies in office who have none, and prints invitations for everybody
    /// who has not signed in yet. Printing again ends the slips printed before.
    ///
    /// # Errors
    /// Denied. Refused: `nobody-to-invite`.
    pub async fn invite_deputies(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<Vec<PrintedInvitation>, ServiceError> {
        let grant = permit(actor, Action::KeepPeople, congress)?;
        let people = self.list_people(actor, congress).await?;
        let waiting: Vec<(Deputy, InvitationCode)> = people
            .deputies
            .into_iter()
            .filter(|(_, account)| account.as_ref().is_none_or(|one| !one.has_joined))
            .map(|(deputy, _)| Ok((deputy, self.draw_invitation()?)))
            .collect::<Result<_, ServiceError>>()?;
        if waiting.is_empty() {
            return Err(ServiceError::refused(Problem::error("nobody-to-invite")));
        }
        let slug = people.congress.slug;
        let service = self.clone();
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let known = accounts::list_invited(tx, congress)?;
                let mut printed = Vec::with_capacity(waiting.len());
                for (deputy, code) in waiting {
                    let known = known.iter().find(|one| one.deputy == Some(deputy.id));
                    let account = match known {
                        Some(account) => account.clone(),
                        None => create_for(tx, congress, &slug, &deputy)?,
                    };
                    service.invite(tx, account.id, &code, grant.account(), now)?;
                    printed.push(invited(account, code));
                }
                let accounts = u64::try_from(printed.len()).unwrap_or(u64::MAX);
                let what = EventKind::AccountsInvited { congress, accounts };
                Ok(Written::recorded(printed, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Makes an account for somebody of a unit and prints its invitation.
    ///
    /// # Errors
    /// Denied. Invalid: `name-form` at `name`, `role-place` at `role`, `unit-unknown` at `of_unit`.
    pub async fn invite_for_unit(
        &self,
        actor: &Actor,
        congress: CongressId,
        unit: UnitId,
        name: &str,
        role: Role,
    ) -> Result<PrintedInvitation, ServiceError> {
        let grant = permit(actor, Action::KeepPeople, congress)?;
        let name = name_of(name, "name").map_err(ServiceError::invalid)?;
        if !role.is_of_unit() {
            let problem = Problem::error("role-place").at("role");
            return Err(ServiceError::invalid(problem));
        }
        let (code, service, now) = (self.draw_invitation()?, self.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let known = units::list(tx, congress)?;
                if !known.iter().any(|one| one.id == unit) {
                    let problem = Problem::error("unit-unknown").at("of_unit");
                    return Err(ServiceError::invalid(problem));
                }
                let slug = congresses::get(tx, congress)?.slug;
                let invited_before = accounts::list_invited(tx, congress)?;
                let of_units = invited_before.iter().filter(|one| one.role.is_of_unit());
                let number = of_units.count();
                let username = format!("{slug}-u{}", number + 1);
                let id = accounts::create_invited(tx, &username, &name, None, Some(unit))?;
                accounts::create_role(tx, id, role, Some(congress))?;
                service.invite(tx, id, &code, grant.account(), now)?;
                let printed = invited(accounts::get_invited(tx, congress, id)?, code);
                let what = EventKind::AccountsInvited {
                    congress,
                    accounts: 1,
                };
                Ok(Written::recorded(printed, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Prints a new invitation for somebody who lost the slip or the password: the old password and
    /// every sign-in of the account end.
    ///
    /// # Errors
    /// Denied; not found for an account that is none of the congress's deputies and units.
    pub async fn invite_again(
        &self,
        actor: &Actor,
        congress: CongressId,
        account: AccountId,
    ) -> Result<PrintedInvitation, ServiceError> {
        let grant = permit(actor, Action::KeepPeople, congress)?;
        let (code, service, now) = (self.draw_invitation()?, self.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let found = accounts::get_invited(tx, congress, account)?;
                accounts::update_password(tx, account, "", false)?;
                sign_ins::remove_all(tx, account)?;
                service.invite(tx, account, &code, grant.account(), now)?;
                let what = EventKind::AccountsInvited {
                    congress,
                    accounts: 1,
                };
                let printed = invited(found, code);
                Ok(Written::recorded(printed, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Closes an account of a deputy or a unit, or opens it again; closing ends its sign-ins and its
    /// invitation.
    ///
    /// # Errors
    /// Denied; not found for an account that is none of the congress's deputies and units.
    pub async fn set_disabled(
        &self,
        actor: &Actor,
        congress: CongressId,
        account: AccountId,
        disabled: bool,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::KeepPeople, congress)?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                accounts::get_invited(tx, congress, account)?;
                accounts::update_disabled(tx, account, disabled)?;
                if disabled {
                    sign_ins::remove_all(tx, account)?;
                    invitations::remove(tx, account)?;
                }
                let what = EventKind::AccountDisabled { account, disabled };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    fn draw_invitation(&self) -> Result<InvitationCode, ServiceError> {
        Ok(InvitationCode::of(self.random.below(CODES)?))
    }

    /// The keyed hash under which an invitation's code is kept.
    pub(crate) fn invitation_hash(&self, code: &InvitationCode) -> Digest {
        self.keys.hash("invitation", &[code.text().as_bytes()])
    }

    fn invite(
        &self,
        tx: &WriteTx<'_>,
        account: AccountId,
        code: &InvitationCode,
        by: Option<AccountId>,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        // Whoever prints the slip could open the account with it: the two never stand for one act.
        accounts::update_opened_by(tx, account, by)?;
        let expires_at = now.saturating_add(LIFE).unwrap_or(now);
        let hash = self.invitation_hash(code);
        Ok(invitations::save(tx, account, hash, expires_at)?)
    }
}

/// Makes the account of a deputy.
fn create_for(
    tx: &WriteTx<'_>,
    congress: CongressId,
    slug: &str,
    deputy: &Deputy,
) -> Result<InvitedAccount, ServiceError> {
    let username = format!("{slug}-d{}", deputy.id);
    let id = accounts::create_invited(tx, &username, &deputy.name, Some(deputy.id), None)?;
    accounts::create_role(tx, id, Role::Deputy, Some(congress))?;
    Ok(accounts::get_invited(tx, congress, id)?)
}

fn invited(account: InvitedAccount, code: InvitationCode) -> PrintedInvitation {
    PrintedInvitation {
        username: account.username,
        name: account.name,
        role: account.role,
        code,
    }
}

/// A name as people and units have them: not empty, not long, no control characters.
fn name_of(text: &str, field: &'static str) -> Result<String, Problem> {
    let name = text.trim();
    let is_name = !name.is_empty()
        && name.chars().count() <= NAME
        && !name.chars().any(|c| c.is_control() || is_direction(c));
    if is_name {
        Ok(name.to_owned())
    } else {
        Err(Problem::error("name-form").at(field).with("most", NAME))
    }
}

/// Marks that turn the direction of a text around, which a name never needs.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
