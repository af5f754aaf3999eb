//! A browser's own name: random, vouched for by the installation's key, in a cookie that is sent to the
//! office's pages and never to a ballot. It opens nothing; it tells a browser that somebody signed in with
//! from those that only know a name.

use super::{Service, ServiceError};
use crate::domain::digest::Digest;

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
