//! Officers as whoever acts on a device of theirs.

use crate::ServiceError;
use domain::access::line::LineSafety;
use domain::access::{Actor, Device};
use domain::act_of_two::two_people::ActScreen;
use domain::digest::Digest;
use domain::id::OfficerId;
use domain::sitting::Session;
use domain::sitting::officer::Officer;
use store::ReadTx;
use store::sitting::{officers, sessions};

/// The officer as whoever acts on a device of theirs.
pub(crate) fn acting(
    tx: &ReadTx<'_>,
    id: OfficerId,
    screen: ActScreen,
    browser: Digest,
) -> Result<(Actor, Officer, Session), ServiceError> {
    let officer = officers::get(tx, id)?;
    let session = sessions::get(tx, officer.session)?;
    let actor = Actor {
        account: None,
        device: Some(Device {
            officer: id,
            screen,
        }),
        browser: Some(browser),
        // A device answers nowhere else.
        line: LineSafety::Closed,
        name: officer.name.clone(),
        deputy: officer.deputy,
        unit: None,
        roles: vec![(officer.post.role(), Some(session.congress))],
    };
    Ok((actor, officer, session))
}

/// Whoever acts, and on an officer's own device the same officer in the rehearsals of the congress: what
/// is rehearsed there is done on the phone that the day will use.
pub(crate) fn selves(tx: &ReadTx<'_>, actor: &Actor) -> Result<Vec<Actor>, ServiceError> {
    let mut selves = vec![actor.clone()];
    if let (Some(device), Some(browser)) = (actor.device, actor.browser) {
        for copy in officers::list_copies(tx, device.officer)? {
            selves.push(acting(tx, copy, device.screen, browser)?.0);
        }
    }
    Ok(selves)
}

/// The officers that a request names.
pub(crate) fn numbered(text: &str) -> Vec<OfficerId> {
    let numbers = text.split(',').filter_map(|number| number.parse().ok());
    numbers.map(OfficerId).collect()
}
