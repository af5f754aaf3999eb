//! The first sign-in of an invited account: the slip's code opens it once, for a password of its own.

use crate::access::choosing::PasswordOwner;
use crate::access::sign_in::come_back;
use crate::{Service, ServiceError};
use domain::access;
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::id::AccountId;
use domain::people::invitation::InvitationCode;
use domain::problem::Problem;
use store::access::sign_ins;
use store::people::{accounts, invitations};
use store::{ReadTx, Written};

/// Whom a code invites.
#[derive(Debug, Clone)]
pub struct InvitedPerson {
    /// What will be typed to sign in later.
    pub username: String,
    /// Name shown.
    pub name: String,
}

impl Service {
    /// Whom a code invites. Looking spends nothing: chat programs open links ahead of people.
    ///
    /// # Errors
    /// Invalid: `invitation-unknown` at `code` for a code that is none, was used or has expired;
    /// `sign-in-wait` after many wrong ones from one address.
    pub async fn find_guest(
        &self,
        code: &str,
        address: &str,
    ) -> Result<InvitedPerson, ServiceError> {
        let Some(code) = InvitationCode::read(code) else {
            return Err(self.unknown_invitation(address));
        };
        let (hash, now) = (self.invitation_hash(&code), self.clock.now());
        let found = self
            .store
            .read(move |tx| {
                let Some(account) = invitations::find(tx, hash, now)? else {
                    return Ok(None);
                };
                guest(tx, account)
            })
            .await?;
        found.ok_or_else(|| self.unknown_invitation(address))
    }

    /// Sets the password of an invited account, ends its invitation and signs it in; answers the
    /// cookie's secret.
    ///
    /// # Errors
    /// Invalid: `invitation-unknown` at `code`; at `new` what
    /// [`password::check`](domain::access::password::check) says; `password-repeat` at `repeat`.
    pub async fn join(
        &self,
        code: &str,
        address: &str,
        new: &str,
        repeat: &str,
        browser: Option<Digest>,
    ) -> Result<String, ServiceError> {
        let guest = self.find_guest(code, address).await?;
        let unknown = || {
            let problem = Problem::error("invitation-unknown").at("code");
            ServiceError::invalid(problem)
        };
        let hash = self.invitation_hash(&InvitationCode::read(code).ok_or_else(unknown)?);
        let now = self.clock.now();
        let owner = self.store.read(move |tx| {
            let account = invitations::find(tx, hash, now)?.ok_or_else(unknown)?;
            PasswordOwner::of(tx, account)
        });
        let checked = owner.await?.check(new, "new");
        checked.map_err(ServiceError::invalid)?;
        if new != repeat {
            let problem = Problem::error("password-repeat").at("repeat");
            return Err(ServiceError::invalid(problem));
        }
        let password = self.passwords.hash(new, self.random.bytes()?).await?;
        self.store
            .write(move |tx| {
                let account = invitations::find(tx, hash, now)?.ok_or_else(unknown)?;
                crate::access::browsers::refuse_sign_in(tx, browser)?;
                accounts::update_password(tx, account, &password, false)?;
                invitations::remove(tx, account)?;
                sign_ins::remove_all(tx, account)?;
                let grant = access::own(&accounts::get_actor(tx, account)?);
                let what = EventKind::InvitationUsed { account };
                Ok::<_, ServiceError>(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await?;
        self.sign_in_within(&guest.username, new, browser).await
    }

    fn unknown_invitation(&self, address: &str) -> ServiceError {
        match self.sign_in_limits.wrong_invitation(address) {
            Ok(()) => ServiceError::invalid(Problem::error("invitation-unknown").at("code")),
            Err(wait) => come_back(wait, "code"),
        }
    }
}

/// The account as its slip greets it; nobody where it was closed meanwhile.
fn guest(tx: &ReadTx<'_>, account: AccountId) -> Result<Option<InvitedPerson>, ServiceError> {
    let (username, _) = accounts::get_secret(tx, account)?;
    let actor = accounts::find(tx, &username)?;
    Ok(actor.map(|account| InvitedPerson {
        username: account.username,
        name: account.name,
    }))
}
