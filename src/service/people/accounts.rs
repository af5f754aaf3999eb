//! Setting up an installation: the prefecture's name, accounts, roles, passwords.

use crate::access::choosing::PasswordOwner;
use crate::{Service, ServiceError};
use domain::access::password;
use domain::access::{self, Action, Actor, Role};
use domain::audit::{Event, EventKind};
use domain::id::AccountId;
use domain::problem::Problem;
use store::Written;
use store::access::sign_ins;
use store::people::{accounts, congresses};

/// What an account is made of.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What is typed to sign in; small ASCII letters, digits, dots and dashes.
    pub username: String,
    /// Name shown.
    pub name: String,
    /// First password.
    pub password: String,
    /// Whether the owner must choose another at the first sign-in; only those of a demo need not.
    pub must_change: bool,
    pub role: Role,
    /// The slug of the role's congress; none for a role of the prefecture.
    pub congress: Option<String>,
}

impl Service {
    /// Names the prefecture and says whether its data are invented.
    ///
    /// # Errors
    /// [`ServiceError::Denied`] for anybody but the operator or an administrator.
    pub async fn name_prefecture(
        &self,
        actor: &Actor,
        name: &str,
        is_demo: bool,
    ) -> Result<(), ServiceError> {
        let grant = access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        let (now, name) = (self.clock.now(), name.to_owned());
        self.store
            .write(move |tx| {
                congresses::set_prefecture(tx, &name, is_demo)?;
                Ok(Written::recorded(
                    (),
                    Event::new(&grant, now, EventKind::PrefectureSet),
                ))
            })
            .await
    }

    /// Creates an account with a role.
    ///
    /// # Errors
    /// Invalid: `username-form`, `username-taken`, `congress-unknown`, `role-place`, and what
    /// [`password::check`] says.
    pub async fn create_account(
        &self,
        actor: &Actor,
        new: NewAccount,
    ) -> Result<AccountId, ServiceError> {
        let grant = access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        let asked = new.clone();
        let owner = self.store.read(move |tx| {
            let names = vec![asked.username, asked.name];
            PasswordOwner::for_role(tx, names, asked.role, asked.congress.as_deref())
        });
        let mut problems = check(&new);
        problems.extend(owner.await?.check(&new.password, "password").err());
        if !problems.is_empty() {
            return Err(ServiceError::Invalid(problems));
        }
        let hash = self
            .passwords
            .hash(&new.password, self.random.bytes()?)
            .await?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let congress = match &new.congress {
                    Some(slug) => Some(congresses::find(tx, slug)?.ok_or_else(|| {
                        let problem = Problem::error("congress-unknown").at("congress");
                        ServiceError::invalid(problem.with("congress", slug))
                    })?),
                    None => None,
                };
                let made = accounts::create(tx, &new.username, &new.name, &hash, new.must_change);
                let account = made.map_err(|error| {
                    if !error.is_constraint() {
                        return error.into();
                    }
                    let problem = Problem::error("username-taken").at("username");
                    ServiceError::invalid(problem.with("name", &new.username))
                })?;
                accounts::create_role(tx, account, new.role, congress.map(|c| c.id))?;
                let role = new.role.word();
                let events = vec![
                    Event::new(&grant, now, EventKind::AccountCreated { account }),
                    Event::new(&grant, now, EventKind::RoleGiven { account, role }),
                ];
                Ok(Written::recorded_all(account, events))
            })
            .await
    }

    /// Sets a new password for somebody who forgot theirs, and ends their sign-ins; they choose one of their
    /// own at the next.
    ///
    /// # Errors
    /// Invalid: `username-unknown`, and what [`password::check`] says.
    pub async fn reset_password(
        &self,
        actor: &Actor,
        username: &str,
        password: &str,
    ) -> Result<(), ServiceError> {
        let grant = access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        let (now, username) = (self.clock.now(), username.to_owned());
        let (account, owner) = self
            .store
            .read(move |tx| {
                let unknown = || {
                    let problem = Problem::error("username-unknown").with("name", &username);
                    ServiceError::invalid(problem)
                };
                let account = accounts::find(tx, &username)?.ok_or_else(unknown)?.id;
                Ok::<_, ServiceError>((account, PasswordOwner::of(tx, account)?))
            })
            .await?;
        let checked = owner.check(password, "password");
        checked.map_err(ServiceError::invalid)?;
        let hash = self.passwords.hash(password, self.random.bytes()?).await?;
        self.store
            .write(move |tx| {
                accounts::update_password(tx, account, &hash, true)?;
                sign_ins::remove_all(tx, account)?;
                let what = EventKind::PasswordChanged { account };
                Ok::<_, ServiceError>(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Draws a first password that is easy to read out: twelve digits in three groups.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when there is no randomness.
    pub fn draw_password(&self) -> Result<String, ServiceError> {
        loop {
            let number = self.random.below(1_000_000_000_000)?;
            let (high, rest) = (number / 100_000_000, number % 100_000_000);
            let (middle, low) = (rest / 10_000, rest % 10_000);
            let drawn = format!("{high:04}-{middle:04}-{low:04}");
            if password::check(&drawn, password::LEAST_OF_STAFF, &[]).is_ok() {
                return Ok(drawn);
            }
        }
    }

    /// Every account with its roles and whether its password must be changed, for the operator.
    ///
    /// # Errors
    /// [`ServiceError::Denied`] for anybody but the operator or an administrator.
    pub async fn list_accounts(
        &self,
        actor: &Actor,
    ) -> Result<Vec<(String, String, String, bool)>, ServiceError> {
        access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        self.store.read(|tx| Ok(accounts::list(tx)?)).await
    }
}

fn check(new: &NewAccount) -> Vec<Problem> {
    let mut problems = Vec::new();
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    if new.username.is_empty() || new.username.len() > 40 || !new.username.chars().all(is_plain) {
        problems.push(Problem::error("username-form").at("username"));
    }
    if new.role.is_of_prefecture() != new.congress.is_none() {
        problems.push(Problem::error("role-place").at("congress"));
    }
    problems
}
