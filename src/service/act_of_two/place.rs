//! Where an act of two is: the congress and session of what it is done on.

use crate::ServiceError;
use crate::round::context::RoundContext;
use crate::sitting::context;

use domain::id::{CongressId, ListId, OfficerId, PollId, RoundId, SessionId, SittingId};
use store::ReadTx;
use store::act_of_two::act_requests::RequestSubject;
use store::poll::{candidate_lists, polls};
use store::sitting::{officers, sessions};

/// Where an act belongs: congress, session if it is of one, and the poll's title.
pub(crate) fn place_of(
    tx: &ReadTx<'_>,
    subject: RequestSubject,
) -> Result<(CongressId, Option<SessionId>, String), ServiceError> {
    Ok(match subject {
        RequestSubject::Round(id) => {
            let place = RoundContext::of(tx, RoundId(id))?;
            (place.congress.id, Some(place.session.id), place.poll.title)
        }
        RequestSubject::Poll(id) => {
            let poll = polls::get(tx, PollId(id))?;
            let session = sessions::get(tx, poll.session)?;
            (session.congress, Some(session.id), poll.title)
        }
        RequestSubject::List(id) => {
            let list = candidate_lists::get(tx, ListId(id))?;
            (list.congress, None, String::new())
        }
        RequestSubject::Officer(id) => {
            let officer = officers::get(tx, OfficerId(id))?;
            let session = sessions::get(tx, officer.session)?;
            (session.congress, Some(session.id), String::new())
        }
        RequestSubject::Sitting(id) => {
            let (congress, session, _) = context::place(tx, SittingId(id))?;
            (congress.id, Some(session.id), String::new())
        }
    })
}
