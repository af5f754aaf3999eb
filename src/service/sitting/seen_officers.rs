//! Who holds an officer's device: seen by another account than the one that was shown the slip's digits.
//!
//! Whoever was shown them could have opened the device. Until somebody else saw the officer at it, both are
//! one person where two are asked for.

use crate::act_of_two::ask::{permit_either, stood_before};
use crate::act_of_two::person::{account_person, officer_person, person_of};
use crate::{Service, ServiceError, account_of, permit_over_line};
use domain::access::Actor;
use domain::access::line::LineContent;
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::{ActScreen, Person, TwoPeople};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{CongressId, OfficerId};
use domain::problem::Problem;
use domain::sitting::event::DayEvent;
use domain::sitting::officer::Officer;
use store::people::{accounts, congresses};
use store::sitting::officer_slips::{self, OfficerSlip};
use store::sitting::{officers, sessions};
use store::{ReadTx, Written};

/// An officer's device that nobody saw yet but who printed its slip.
#[derive(Debug, Clone)]
pub struct UnseenOfficer {
    pub officer: Officer,
    pub congress: Congress,
    /// Who printed the slip.
    pub printed_by: String,
    /// Milliseconds: when it was opened.
    pub opened_at: i64,
}

impl Service {
    /// The officers' devices that an account may note as seen.
    pub async fn list_unseen_officers(
        &self,
        actor: &Actor,
    ) -> Result<Vec<UnseenOfficer>, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let mut unseen = Vec::new();
                for slip in officer_slips::list_unseen(tx)? {
                    let Some(printed_by) = slip.printed_by else {
                        continue;
                    };
                    let (officer, congress) = place(tx, slip.officer)?;
                    let may = permit_either(&actor, ActOfTwo::GiveOfficerSlips, congress);
                    if may.is_err() || another(tx, &actor, &officer, &slip).is_err() {
                        continue;
                    }
                    unseen.push(UnseenOfficer {
                        congress: congresses::get(tx, congress)?,
                        printed_by: accounts::get_name(tx, printed_by)?,
                        opened_at: slip.opened_at.unwrap_or(slip.given_at),
                        officer,
                    });
                }
                Ok(unseen)
            })
            .await
    }

    /// Notes that an account saw an officer at the own device.
    ///
    /// # Errors
    /// Denied to whoever may neither ask for officers' slips nor confirm it. Refused: `line-is-open`,
    /// `officer-not-open` where no device acts; `same-person` and `opened-by-other` for the officer, for
    /// whoever printed the slip, and for an account that either of them opened; `slip-shown-here` in the browser
    /// in which its digits were shown.
    pub async fn note_officer_seen(
        &self,
        actor: &Actor,
        id: OfficerId,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (officer, congress) = place(tx, id)?;
                let grant = permit_either(&actor, ActOfTwo::GiveOfficerSlips, congress)?;
                permit_over_line(&actor, LineContent::SecondWord)?;
                let slip = officer_slips::find(tx, id)?.filter(|slip| slip.is_open);
                let slip = slip.ok_or_else(|| {
                    let problem = Problem::error("officer-not-open");
                    ServiceError::refused(problem.with("name", officer.name.clone()))
                })?;
                another(tx, &actor, &officer, &slip)?;
                if slip.seen_by.is_some() {
                    return Ok(stood_before(()));
                }
                officer_slips::update_seen(tx, id, account_of(&grant)?)?;
                let by = person_of(tx, Some(officer.session), &actor)?.to_string();
                let what = EventKind::Day(DayEvent::OfficerSeen { officer: id, by });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

fn place(tx: &ReadTx<'_>, id: OfficerId) -> Result<(Officer, CongressId), ServiceError> {
    let officer = officers::get(tx, id)?;
    let congress = sessions::get(tx, officer.session)?.congress;
    Ok((officer, congress))
}

/// Refuses everybody who is not another person than the officer and than whoever printed the slip.
fn another(
    tx: &ReadTx<'_>,
    actor: &Actor,
    officer: &Officer,
    slip: &OfficerSlip,
) -> Result<(), ServiceError> {
    let me = person_of(tx, Some(officer.session), actor)?;
    let own = officer_person(tx, officer, ActScreen::Device)?;
    TwoPeople::of(own, me).map_err(ServiceError::refused)?;
    if let Some(printed_by) = slip.printed_by {
        // Nor is another account that signs in at the very browser somebody else: nobody stepped to it.
        let printer = Person {
            browser: slip.printed_in,
            ..account_person(tx, officer.session, printed_by)?
        };
        TwoPeople::of(printer, me).map_err(|problem| match problem.code {
            "same-browser" => ServiceError::refused(Problem::error("slip-shown-here")),
            _ => ServiceError::refused(problem),
        })?;
    }
    Ok(())
}
