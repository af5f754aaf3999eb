//! A browser's own name: random, vouched for by the installation's key, in a cookie that is sent to the
//! office's pages and never to a ballot. It opens nothing; it tells a browser that somebody signed in with
//! from those that only know a name, and it holds a staff sign-in or one officer's device, never both and
//! never two officers.

use jiff::Timestamp;

use super::sign_in::is_alive;
use crate::{Service, ServiceError};
use domain::digest::Digest;
use domain::id::OfficerId;
use domain::problem::{Nature, Problem};
use store::ReadTx;
use store::access::sign_ins;
use store::people::accounts;
use store::sitting::{officer_slips, officers};

impl Service {
    /// The cookie of a browser that has no name yet.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] without randomness.
    pub fn new_browser(&self) -> Result<String, ServiceError> {
        let name = Digest(self.random.bytes()?).to_string();
        let seal = self.keys.token("browser", &[name.as_bytes()]);
        Ok(format!("{name}{seal}"))
    }

    /// The keyed hash of a browser's name by its cookie, if this installation gave it out.
    #[must_use]
    pub fn browser(&self, cookie: &str) -> Option<Digest> {
        let (name, seal) = cookie.split_at_checked(64)?;
        let is_ours = self.keys.agrees(seal, "browser", &[name.as_bytes()]);
        is_ours.then(|| self.keys.hash("browser-name", &[name.as_bytes()]))
    }
}

/// Refuses to sign in where an officer's device is.
pub(crate) fn refuse_sign_in(tx: &ReadTx<'_>, browser: Option<Digest>) -> Result<(), ServiceError> {
    let Some(browser) = browser else {
        return Ok(());
    };
    match officer_slips::find_open_in(tx, browser)? {
        Some(slip) => held_by(tx, slip.officer),
        None => Ok(()),
    }
}

/// Refuses to open an officer's device where somebody is signed in, or where another officer's is.
pub(crate) fn refuse_device(
    tx: &ReadTx<'_>,
    browser: Digest,
    officer: OfficerId,
    now: Timestamp,
) -> Result<(), ServiceError> {
    if let Some(slip) = officer_slips::find_open_in(tx, browser)?
        && slip.officer != officer
    {
        return held_by(tx, slip.officer);
    }
    let signed_in = sign_ins::list_of_browser(tx, browser)?;
    match signed_in.iter().find(|one| is_alive(one, now)) {
        Some(one) => {
            let name = accounts::get_name(tx, one.account)?;
            let problem = Problem::error("browser-signed-in")
                .of(Nature::BrowserTaken)
                .with("name", name);
            Err(ServiceError::refused(problem))
        }
        None => Ok(()),
    }
}

fn held_by(tx: &ReadTx<'_>, officer: OfficerId) -> Result<(), ServiceError> {
    let name = officers::get(tx, officer)?.name;
    let problem = Problem::error("browser-holds-officer")
        .of(Nature::BrowserTaken)
        .with("name", name);
    Err(ServiceError::refused(problem))
}
