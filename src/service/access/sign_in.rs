//! Signing in and out of staff, and changing one's password.

use jiff::{SignedDuration, Timestamp};

use super::browsers::refuse_sign_in;
use super::choosing::PasswordOwner;
use super::sign_in_limits::{PasswordTry, WaitTime};
use crate::access::password::HashQueue;
use crate::access::sender::Sender;
use crate::installation::keys::digest;
use crate::{Service, ServiceError};
use domain::access::{self, Actor, Grant};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::people::person::Account;
use domain::problem::{Nature, Problem};
use store::access::sign_ins;
use store::people::accounts;
use store::reminder::inbox;
use store::{ReadTx, Written};

/// A sign-in ends after this long without a page.
const IDLE: SignedDuration = SignedDuration::from_hours(4);
/// A sign-in ends after this long in any case.
const LONGEST: SignedDuration = SignedDuration::from_hours(16);
/// How often a sign-in's last page is written down.
const TOUCH: SignedDuration = SignedDuration::from_mins(5);

/// A signed-in browser's owner.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who acts.
    pub actor: Actor,
    /// How many reminders they have not read.
    pub unread: u64,
    /// Whether somebody else chose the password: nothing may be done before it is changed.
    pub must_change: bool,
}

impl Service {
    /// Signs in from within the program, where nobody floods; answers the cookie's secret.
    ///
    /// # Errors
    /// Invalid: `sign-in-wrong` (which of the two is wrong is not said).
    pub async fn sign_in(&self, username: &str, password: &str) -> Result<String, ServiceError> {
        let username = username.trim().to_ascii_lowercase();
        self.sign_in_within(&username, password, None).await
    }

    /// The same, in a browser whose name has this keyed hash.
    pub(crate) async fn sign_in_within(
        &self,
        username: &str,
        password: &str,
        browser: Option<Digest>,
    ) -> Result<String, ServiceError> {
        let found = self.look(username, password, HashQueue::Known).await?;
        self.let_in(found, browser).await
    }

    /// Signs a browser in, whose name has this keyed hash; answers the cookie's secret.
    ///
    /// # Errors
    /// Invalid: `sign-in-wrong` (which of the two is wrong is not said), `sign-in-wait` with the
    /// seconds after several wrong tries at this account from there, or from there in all. Refused:
    /// `browser-holds-officer`.
    pub async fn sign_in_from(
        &self,
        sender: &Sender,
        browser: Option<Digest>,
        username: &str,
        password: &str,
    ) -> Result<String, ServiceError> {
        let username = username.trim().to_ascii_lowercase();
        let tried = self.sign_in_limits.try_password(&username, sender);
        let tried = tried.map_err(|wait| come_back(wait, "password"))?;
        let found = self.look(&username, password, tried.lane()).await;
        self.note_try(&tried, &found);
        self.let_in(found?, browser).await
    }

    /// What a try at a password comes to: a right one wipes the slate, and one that nobody looked at does
    /// not count.
    fn note_try<T>(&self, tried: &PasswordTry, found: &Result<Option<T>, ServiceError>) {
        match found {
            Ok(Some(_)) => self.sign_in_limits.was_right(tried),
            Ok(None) => {}
            Err(_) => self.sign_in_limits.was_not_seen(tried),
        }
    }

    /// The account of a name, if the password is right.
    async fn look(
        &self,
        username: &str,
        password: &str,
        lane: HashQueue,
    ) -> Result<Option<Account>, ServiceError> {
        let name = username.to_owned();
        let find = move |tx: &ReadTx<'_>| Ok::<_, ServiceError>(accounts::find(tx, &name)?);
        let found = match lane {
            HashQueue::Known => self.store.read(find).await?,
            HashQueue::Anyone => self.read_for_stranger(find).await?,
        };
        // An invited account has no password yet: to try one is as wrong as any other.
        let stored = found.as_ref().map(|account| account.password_hash.as_str());
        let stored = stored.filter(|hash| !hash.is_empty());
        let is_right = self.passwords.verify(password, stored, lane).await?;
        Ok(found.filter(|_| is_right))
    }

    async fn let_in(
        &self,
        found: Option<Account>,
        browser: Option<Digest>,
    ) -> Result<String, ServiceError> {
        let now = self.clock.now();
        let Some(account) = found else {
            let problem = Problem::error("sign-in-wrong").at("password");
            return Err(ServiceError::invalid(problem));
        };
        let secret = Digest(self.random.bytes()?).to_string();
        let token = digest(secret.as_bytes());
        self.store
            .write(move |tx| {
                let grant = own_act(&accounts::get_actor(tx, account.id)?);
                refuse_sign_in(tx, browser)?;
                sign_ins::create(tx, token, account.id, browser, now)?;
                let what = EventKind::SignedIn {
                    account: account.id,
                };
                Ok::<_, ServiceError>(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await?;
        Ok(secret)
    }

    /// Who a cookie belongs to, while it lives.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database fails; an unknown or dead cookie is `None`.
    pub async fn find_actor(&self, secret: &str) -> Result<Option<Actor>, ServiceError> {
        let found = self.find_signed_in(secret).await?;
        Ok(found.map(|found| found.actor))
    }

    /// Who a cookie belongs to, with what every page must know of them.
    ///
    /// # Errors
    /// As [`find_actor`](Self::find_actor).
    pub async fn find_signed_in(&self, secret: &str) -> Result<Option<SignedIn>, ServiceError> {
        let (token, now) = (digest(secret.as_bytes()), self.clock.now());
        let found = self
            .store
            .read(move |tx| {
                let Some(sign_in) = sign_ins::find(tx, token)? else {
                    return Ok(None);
                };
                if !is_alive(&sign_in, now) {
                    return Ok(None);
                }
                let actor = Actor {
                    browser: sign_in.browser,
                    ..accounts::get_actor(tx, sign_in.account)?
                };
                let is_old = age(sign_in.seen_at, now) > TOUCH;
                let signed_in = SignedIn {
                    actor,
                    unread: inbox::count_unread(tx, sign_in.account)?,
                    must_change: accounts::must_change(tx, sign_in.account)?,
                };
                Ok::<_, ServiceError>(Some((signed_in, is_old)))
            })
            .await;
        match found {
            Ok(None) | Err(ServiceError::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
            Ok(Some((signed_in, is_old))) => {
                if is_old {
                    self.touch(token, now).await?;
                }
                Ok(Some(signed_in))
            }
        }
    }

    async fn touch(&self, token: Digest, now: Timestamp) -> Result<(), ServiceError> {
        self.store
            .write(move |tx| {
                sign_ins::update_seen(tx, token, now)?;
                Ok(Written::quiet((), "a page seen is nobody's act"))
            })
            .await
    }

    /// Ends a sign-in; a cookie that is dead already is left so.
    pub async fn sign_out(&self, actor: &Actor, secret: &str) -> Result<(), ServiceError> {
        let (token, now, grant) = (digest(secret.as_bytes()), self.clock.now(), own_act(actor));
        let account = actor.account.ok_or(ServiceError::NotFound("account"))?;
        self.store
            .write(move |tx| {
                sign_ins::remove(tx, token)?;
                let what = EventKind::SignedOut { account };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Changes one's own password and ends every sign-in of the account; the caller signs in anew.
    ///
    /// # Errors
    /// Invalid: `password-wrong` at `old`, or `sign-in-wait` after several; `password-same` at `new`, or what
    /// [`password::check`](domain::access::password::check) says; `password-repeat` at `repeat`.
    pub async fn change_password(
        &self,
        actor: &Actor,
        old: &str,
        new: &str,
        repeat: &str,
    ) -> Result<(), ServiceError> {
        let account = actor.account.ok_or(ServiceError::NotFound("account"))?;
        let (owner, (username, stored)) = self
            .store
            .read(move |tx| {
                let secret = accounts::get_secret(tx, account)?;
                Ok::<_, ServiceError>((PasswordOwner::of(tx, account)?, secret))
            })
            .await?;
        owner.check(new, "new").map_err(ServiceError::invalid)?;
        if new == old {
            let problem = Problem::error("password-same").at("new");
            return Err(ServiceError::invalid(problem));
        }
        if new != repeat {
            return Err(ServiceError::invalid(
                Problem::error("password-repeat").at("repeat"),
            ));
        }
        let tried = self.sign_in_limits.try_old_password(&username);
        let tried = tried.map_err(|wait| come_back(wait, "old"))?;
        let is_right = self.passwords.verify(old, Some(&stored), tried.lane());
        let is_right = is_right.await.map_err(ServiceError::from);
        let found = is_right.map(|is_right| is_right.then_some(()));
        self.note_try(&tried, &found);
        if found?.is_none() {
            return Err(ServiceError::invalid(
                Problem::error("password-wrong").at("old"),
            ));
        }
        let hash = self.passwords.hash(new, self.random.bytes()?).await?;
        let (now, grant) = (self.clock.now(), own_act(actor));
        self.store
            .write(move |tx| {
                accounts::update_password(tx, account, &hash, false)?;
                sign_ins::remove_all(tx, account)?;
                let what = EventKind::PasswordChanged { account };
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

/// Come back later, said beside a field.
pub(crate) fn come_back(wait: WaitTime, field: &'static str) -> ServiceError {
    let problem = Problem::error("sign-in-wait")
        .of(Nature::Wait(wait.seconds))
        .with("seconds", wait.seconds);
    ServiceError::invalid(problem.at(field))
}

/// What anybody may do with their own account.
fn own_act(actor: &Actor) -> Grant {
    access::own(actor)
}

fn age(since: i64, now: Timestamp) -> SignedDuration {
    SignedDuration::from_millis(now.as_millisecond().saturating_sub(since))
}

/// A clock set back must not make a sign-in immortal: a sign-in from the future is dead.
pub(crate) fn is_alive(sign_in: &sign_ins::SignIn, now: Timestamp) -> bool {
    let slack = SignedDuration::from_hours(-1);
    let (idle, whole) = (age(sign_in.seen_at, now), age(sign_in.created_at, now));
    idle >= slack && whole >= slack && idle <= IDLE && whole <= LONGEST
}
