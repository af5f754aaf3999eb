//! The own devices of officers without an account: slips given out by two people, printed once, opened
//! once; and the PIN, set on the own device or from the own account and nowhere else.

use jiff::SignedDuration;

use super::acting_officers::{acting, numbered};
use super::context;
use crate::access::browsers::refuse_device;
use crate::access::sign_in::come_back;
use crate::act_of_two::ask::{ActProgress, permit_either, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, Press};
use crate::installation::keys::digest;
use crate::{Service, ServiceError, account_of, permit, permit_over_line};
use domain::access::line::LineContent;
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::ActScreen;
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::digest::Digest;
use domain::id::{OfficerId, SessionId, SittingId};
use domain::people::invitation::{CODES, InvitationCode};
use domain::problem::Problem;
use domain::sitting::Session;
use domain::sitting::event::DayEvent;
use domain::sitting::officer::{Officer, check_pin};
use domain::sitting::stage::SittingStage;
use store::act_of_two::act_requests::RequestSubject;
use store::people::congresses;
use store::sitting::officer_slips::DeviceOpening;
use store::sitting::{officer_slips, officers, sessions};
use store::{ReadTx, Written};

/// How long a slip can be opened.
const LIFE: SignedDuration = SignedDuration::from_hours(12);

/// An officer's slip as it is printed: its code stands here and nowhere else.
#[derive(Debug, Clone)]
pub struct PrintedOfficerSlip {
    pub officer: Officer,
    /// What opens the device.
    pub code: InvitationCode,
}

/// Whom a slip greets.
#[derive(Debug, Clone)]
pub struct SlipHolder {
    pub officer: Officer,
    pub congress: Congress,
}

/// An officer's device, as its own pages know it.
#[derive(Debug, Clone)]
pub struct OpenDevice {
    /// Who acts there.
    pub actor: Actor,
    pub officer: Officer,
    pub congress: Congress,
    pub session: Session,
    /// Milliseconds: when the slip was opened.
    pub opened_at: i64,
}

impl Service {
    /// Asks for slips to be given out to officers, or confirms it: earlier slips end, and with them the
    /// devices that they opened and the PINs that were set there. They wait to be printed then.
    ///
    /// # Errors
    /// Invalid: `choose-someone`. Refused: `officer-not-yet-adopted`, `officer-has-account` for one who
    /// acts from an account, `sitting-is-over`, and as for every act of two.
    pub async fn give_officer_slips(
        &self,
        actor: &Actor,
        sitting: SittingId,
        chosen: Vec<OfficerId>,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (
            ActOfTwo::GiveOfficerSlips,
            RequestSubject::Sitting(sitting.0),
        );
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let (congress, session, at) = context::place(tx, sitting)?;
                permit_either(&pressing.actor, act, congress.id)?;
                if at.stage == SittingStage::Closed {
                    return Err(ServiceError::refused(Problem::error("sitting-is-over")));
                }
                let now = pressing.now;
                let given = || {
                    let found = receivers(tx, session.id, &chosen)?;
                    let numbers: Vec<String> = found.iter().map(|one| one.id.to_string()).collect();
                    Ok(numbers.join(","))
                };
                let (grant, people, officers) = match stand(tx, &pressing, given)? {
                    ActProgress::Asked(grant) => {
                        let officers: Vec<String> =
                            chosen.iter().map(ToString::to_string).collect();
                        let asked = DayEvent::OfficerSlipsAsked {
                            sitting,
                            officers: officers.join(","),
                        };
                        let event = Event::new(&grant, now, EventKind::Day(asked));
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, people, officers) => (grant, *people, officers),
                };
                for officer in receivers(tx, session.id, &numbered(&officers))? {
                    // Whoever opened the earlier device may know its PIN: the new one chooses its own.
                    officers::remove_pin(tx, officer.id)?;
                    officer_slips::give(tx, officer.id, now)?;
                }
                let what = EventKind::Day(DayEvent::OfficerSlipsGiven {
                    sitting,
                    officers,
                    people: format!("{} {}", people.first(), people.second()),
                });
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }

    /// Prints the slips that were given out and not printed yet, once: whoever needs one again asks two
    /// people again. Whoever is shown the digits is not told apart from the officers whose devices they
    /// open, until another account saw those ([`Service::note_officer_seen`]).
    ///
    /// # Errors
    /// Denied to whoever may neither ask for slips nor confirm it. Refused: `officer-slips-none`,
    /// `line-is-open`.
    pub async fn print_officer_slips(
        &self,
        actor: &Actor,
        session: SessionId,
    ) -> Result<(Congress, Vec<PrintedOfficerSlip>), ServiceError> {
        let (actor, now, service) = (actor.clone(), self.clock.now(), self.clone());
        let waiting = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(unprinted(tx, session)?.len()))
            .await?;
        let mut codes = Vec::new();
        for _ in 0..waiting {
            codes.push(InvitationCode::of(self.random.below(CODES)?));
        }
        self.store
            .write(move |tx| {
                let held = sessions::get(tx, session)?;
                let grant = permit_either(&actor, ActOfTwo::GiveOfficerSlips, held.congress)?;
                permit_over_line(&actor, LineContent::Secret)?;
                let by = account_of(&grant)?;
                let waiting = unprinted(tx, session)?;
                if waiting.is_empty() || waiting.len() != codes.len() {
                    return Err(ServiceError::refused(Problem::error("officer-slips-none")));
                }
                let expires_at = now.saturating_add(LIFE).unwrap_or(now);
                let mut printed = Vec::new();
                for (id, code) in waiting.into_iter().zip(codes) {
                    let hash = service.officer_code_hash(&code);
                    officer_slips::update_code(tx, id, hash, (by, actor.browser), expires_at)?;
                    let officer = officers::get(tx, id)?;
                    printed.push(PrintedOfficerSlip { officer, code });
                }
                let numbers: Vec<String> = printed
                    .iter()
                    .map(|one| one.officer.id.to_string())
                    .collect();
                let officers = numbers.join(",");
                let what = EventKind::Day(DayEvent::OfficerSlipsPrinted { officers });
                let congress = congresses::get(tx, held.congress)?;
                Ok(Written::recorded(
                    (congress, printed),
                    Event::new(&grant, now, what),
                ))
            })
            .await
    }

    /// Whom a slip's code greets. Looking spends nothing: chat programs open links ahead of people.
    ///
    /// # Errors
    /// Invalid at `code`: `officer-code-unknown`, `sign-in-wait` after many wrong ones from one
    /// address, `officer-slip-used` with the time.
    pub async fn greet_officer(
        &self,
        code: &str,
        address: &str,
        browser: Option<Digest>,
    ) -> Result<SlipHolder, ServiceError> {
        let Some(code) = InvitationCode::read(code) else {
            return Err(self.unknown_officer_code(address));
        };
        let (hash, now) = (self.officer_code_hash(&code), self.clock.now());
        let found = self
            .store
            .read(move |tx| {
                let Some(slip) = openable(tx, hash, browser, now.as_millisecond())? else {
                    return Ok(None);
                };
                let officer = officers::get(tx, slip)?;
                let session = sessions::get(tx, officer.session)?;
                let congress = congresses::get(tx, session.congress)?;
                Ok::<_, ServiceError>(Some(SlipHolder { officer, congress }))
            })
            .await?;
        found.ok_or_else(|| self.unknown_officer_code(address))
    }

    /// Opens an officer's device with a slip's code, once; answers the cookie's secret. The same
    /// browser may repeat it after a lost answer.
    ///
    /// # Errors
    /// As [`Service::greet_officer`]; refused: `browser-signed-in`, `browser-holds-officer`.
    pub async fn open_officer_device(
        &self,
        code: &str,
        address: &str,
        browser: Digest,
        screen: ActScreen,
    ) -> Result<String, ServiceError> {
        let greeted = self.greet_officer(code, address, Some(browser)).await?;
        let unknown = || {
            let problem = Problem::error("officer-code-unknown").at("code");
            ServiceError::invalid(problem)
        };
        let hash = self.officer_code_hash(&InvitationCode::read(code).ok_or_else(unknown)?);
        let secret = Digest(self.random.bytes()?).to_string();
        let (token, now) = (digest(secret.as_bytes()), self.clock.now());
        let id = greeted.officer.id;
        self.store
            .write(move |tx| {
                let found = openable(tx, hash, Some(browser), now.as_millisecond())?;
                if found != Some(id) {
                    return Err(unknown());
                }
                refuse_device(tx, browser, id, now)?;
                let new = DeviceOpening {
                    token,
                    browser,
                    screen,
                };
                officer_slips::open(tx, id, &new, now)?;
                let (actor, _, session) = acting(tx, id, screen, browser)?;
                let grant = permit(&actor, Action::Look, session.congress)?;
                let officer = id;
                let what = EventKind::Day(DayEvent::OfficerDeviceOpened { officer, screen });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await?;
        Ok(secret)
    }

    /// The officer's device that a cookie belongs to, while it acts.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database fails; an unknown or ended cookie is `None`.
    pub async fn find_officer_device(
        &self,
        secret: &str,
    ) -> Result<Option<OpenDevice>, ServiceError> {
        let token = digest(secret.as_bytes());
        self.store
            .read(move |tx| {
                let Some(slip) = officer_slips::find_by_token(tx, token)? else {
                    return Ok(None);
                };
                let Some(browser) = slip.browser else {
                    return Ok(None);
                };
                let (actor, officer, session) = acting(tx, slip.officer, slip.screen, browser)?;
                Ok(Some(OpenDevice {
                    congress: congresses::get(tx, session.congress)?,
                    opened_at: slip.opened_at.unwrap_or(slip.given_at),
                    actor,
                    officer,
                    session,
                }))
            })
            .await
    }

    /// Gives an officer's device back: it is an ordinary browser again, and the officer needs a new
    /// slip.
    ///
    /// # Errors
    /// Not found for anything but an officer's device.
    pub async fn leave_officer_device(&self, actor: &Actor) -> Result<(), ServiceError> {
        let device = actor.device.ok_or(ServiceError::NotFound("device"))?;
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let officer = officers::get(tx, device.officer)?;
                let session = sessions::get(tx, officer.session)?;
                let grant = permit(&actor, Action::Look, session.congress)?;
                officer_slips::close(tx, officer.id)?;
                let officer = officer.id;
                let what = EventKind::Day(DayEvent::OfficerDeviceLeft { officer });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Keeps the PIN that an officer types on the own device or where the own account is signed in,
    /// and nowhere else. One that exists is changed only after two people took it away.
    ///
    /// # Errors
    /// Invalid: what [`check_pin`] of the domain says, `pin-repeat`. Refused: `pin-own-account`,
    /// `pin-own-device` for anybody else, the clerk above all; `pin-exists`.
    pub async fn set_pin(
        &self,
        actor: &Actor,
        id: OfficerId,
        pin: &str,
        repeat: &str,
    ) -> Result<(), ServiceError> {
        let (asker, now) = (actor.clone(), self.clock.now());
        // Who it is comes before what was typed.
        self.store
            .read(move |tx| own_screen(tx, &asker, id).map(drop))
            .await?;
        check_pin(pin).map_err(ServiceError::invalid)?;
        if pin != repeat {
            return Err(ServiceError::invalid(
                Problem::error("pin-repeat").at("repeat"),
            ));
        }
        let hash = self.passwords.hash(pin, self.random.bytes()?).await?;
        let actor = actor.clone();
        self.store
            .write(move |tx| {
                let (officer, screen) = own_screen(tx, &actor, id)?;
                let session = sessions::get(tx, officer.session)?;
                let grant = permit(&actor, Action::Look, session.congress)?;
                if officer.has_pin {
                    let problem = Problem::error("pin-exists").with("name", officer.name);
                    return Err(ServiceError::refused(problem));
                }
                officers::update_pin(tx, id, &hash, screen)?;
                let what = EventKind::Day(DayEvent::PinSet {
                    officer: id,
                    screen,
                });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// The keyed hash under which an officer's code is kept: no other code hashes alike.
    fn officer_code_hash(&self, code: &InvitationCode) -> Digest {
        self.keys.hash("officer-slip", &[code.text().as_bytes()])
    }

    fn unknown_officer_code(&self, address: &str) -> ServiceError {
        match self.sign_in_limits.wrong_invitation(address) {
            Ok(()) => ServiceError::invalid(Problem::error("officer-code-unknown").at("code")),
            Err(wait) => come_back(wait, "code"),
        }
    }
}

/// The officer whose slip this code opens now. A slip works once; the browser that opened it may
/// repeat that while its device acts.
fn openable(
    tx: &ReadTx<'_>,
    code: Digest,
    browser: Option<Digest>,
    now: i64,
) -> Result<Option<OfficerId>, ServiceError> {
    let Some(slip) = officer_slips::find_by_code(tx, code)? else {
        return Ok(None);
    };
    match slip.opened_at {
        None if slip.expires_at.is_some_and(|end| end > now) => Ok(Some(slip.officer)),
        None => Ok(None),
        Some(_) if slip.is_open && browser.is_some() && slip.browser == browser => {
            Ok(Some(slip.officer))
        }
        Some(at) => {
            let problem = Problem::error("officer-slip-used").at("code");
            Err(ServiceError::invalid(problem.with("at", at)))
        }
    }
}

/// The screen of an officer's own on which somebody is, or the way to one.
fn own_screen(
    tx: &ReadTx<'_>,
    actor: &Actor,
    id: OfficerId,
) -> Result<(Officer, ActScreen), ServiceError> {
    let officer = officers::get(tx, id)?;
    if let Some(device) = actor.device.filter(|device| device.officer == id) {
        return Ok((officer, device.screen));
    }
    let is_own = officer.account.is_some() && officer.account == actor.account;
    if is_own && officer.has_own_account {
        return Ok((officer, ActScreen::Account));
    }
    let session = sessions::get(tx, officer.session)?;
    permit(actor, Action::Look, session.congress)?;
    let code = if officer.has_own_account {
        "pin-own-account"
    } else {
        "pin-own-device"
    };
    let problem = Problem::error(code).with("name", officer.name);
    Err(ServiceError::refused(problem))
}

/// The officers of these numbers, each of whom may be given a slip.
fn receivers(
    tx: &ReadTx<'_>,
    session: SessionId,
    chosen: &[OfficerId],
) -> Result<Vec<Officer>, ServiceError> {
    if chosen.is_empty() {
        return Err(ServiceError::invalid(Problem::error("choose-someone")));
    }
    let named = officers::list(tx, session)?;
    let mut found = Vec::new();
    for id in chosen {
        let officer = named.iter().find(|one| one.id == *id);
        let officer = officer.ok_or(ServiceError::NotFound("officer"))?;
        let refused = |code| {
            let problem = Problem::error(code).with("name", officer.name.clone());
            Err(ServiceError::refused(problem))
        };
        if officer.adopted_on.is_none() {
            return refused("officer-not-yet-adopted");
        }
        if officer.has_own_account {
            return refused("officer-has-account");
        }
        found.push(officer.clone());
    }
    Ok(found)
}

/// The officers whose slips were given out and not printed.
fn unprinted(tx: &ReadTx<'_>, session: SessionId) -> Result<Vec<OfficerId>, ServiceError> {
    let slips = officer_slips::list(tx, session)?.into_iter();
    Ok(slips
        .filter(|slip| slip.expires_at.is_none())
        .map(|slip| slip.officer)
        .collect())
}
