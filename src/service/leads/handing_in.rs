//! Handing in leads and following them: residents without an account, and whoever has one.

use jiff::Timestamp;

use crate::access::resident_limits::RetryAfter;
use crate::access::sender::Sender;
use crate::installation::keys::digest;
use crate::picture::shrinking::{self, KeptPhoto};
use crate::{Service, ServiceError, permit};
use domain::access;
use domain::access::{Action, Actor, Grant, Role};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::digest::Digest;
use domain::id::{CallId, CongressId};
use domain::leads::call::CallPhase;
use domain::leads::event::LeadEvent;
use domain::leads::kind::LeadOrigin;
use domain::leads::receipt::{DRAWN_BELOW, Receipt};
use domain::leads::{Lead, LeadState, MOST_LINE, Wish};
use domain::library::typed;
use domain::picture::{PictureFacts, PictureName, PictureOwner};
use domain::problem::{Nature, Problem};

use store::leads::rows::NewLead;
use store::leads::{calls, lead_contacts, rows};
use store::library::project_leads;
use store::library::project_leads::PublicProject;
use store::people::congresses;
use store::picture::pictures as stored_pictures;
use store::{ReadTx, WriteTx, Written};

/// A form filled in faster than this was filled in by a program, in milliseconds.
const QUICKEST: i64 = 3_000;
/// A form older than this is asked for anew, in milliseconds: a day.
const OLDEST: i64 = 86_400_000;

/// What a resident hands in.
#[derive(Debug, Clone)]
pub struct LeadSubmission {
    /// The call that it answers.
    pub call: CallId,
    /// What is wished for; its origin is set here.
    pub wish: Wish,
    /// How to reach the resident; may be empty.
    pub contact: String,
    /// The photo's bytes, if one was chosen.
    pub picture: Option<Vec<u8>>,
    /// The stamp of the form ([`Service::stamp_form`]).
    pub stamp: String,
    /// What stood in the field that people do not see.
    pub trap: String,
}

/// What came of handing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadReceipt {
    /// It is in, under this number.
    In(Receipt),
    /// Too many came from there: the form is kept, and may be sent again.
    ComeBack(RetryAfter),
}

/// What somebody with an account hands in, for themselves or on a resident's behalf.
#[derive(Debug, Clone)]
pub struct LeadProposal {
    /// Whose library.
    pub congress: CongressId,
    /// The year that it is for; a call decides instead.
    pub year: i16,
    /// The call that it answers, if any.
    pub call: Option<CallId>,
    /// What is wished for. The origin is looked at only where the account may choose it.
    pub wish: Wish,
    /// How to reach the resident; may be empty.
    pub contact: String,
    /// The photo's bytes, if one was chosen.
    pub picture: Option<Vec<u8>>,
}

/// One lead's fate: its own or its part's.
#[derive(Debug, Clone)]
pub struct LeadOutcome {
    /// Whether it shares another lead's fate.
    pub is_merged: bool,
    /// The state that decides.
    pub state: LeadState,
    /// The project that it stands behind, as far as the public may know it, and what that went on as.
    pub projects: Vec<PublicProject>,
}

/// What the holder of a receipt sees. No contact, and nothing of other people's leads.
#[derive(Debug, Clone)]
pub struct LeadProgress {
    /// Whose library.
    pub congress: Congress,
    /// The lead as it was handed in.
    pub lead: Lead,
    pub receipt: Receipt,
    /// What became of it.
    pub fate: LeadOutcome,
    /// What became of the parts that were split off, with their words.
    pub parts: Vec<(Wish, LeadOutcome)>,
    pub pictures: Vec<PictureFacts>,
}

impl Service {
    /// A stamp for a form: when and for which call it was shown. It makes a form that is sent twice
    /// one lead, and a form that is sent at once a program's.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] without random bytes.
    pub fn stamp_form(&self, call: CallId) -> Result<String, ServiceError> {
        let at = self.clock.now().as_millisecond();
        let nonce = Digest(self.random.bytes()?);
        let mac = self.stamp_mac(call, at, nonce);
        Ok(format!("{at}-{nonce}-{mac}"))
    }

    fn stamp_mac(&self, call: CallId, at: i64, nonce: Digest) -> Digest {
        let (call, at) = (call.0.to_be_bytes(), at.to_be_bytes());
        self.keys.token("lead-form", &[&call, &at, &nonce.0])
    }

    /// The moment and the hash of a stamp of this service.
    fn read_stamp(&self, call: CallId, stamp: &str) -> Option<(i64, Digest)> {
        let mut pieces = stamp.split('-');
        let (at, nonce, mac) = (pieces.next()?, pieces.next()?, pieces.next()?);
        let at: i64 = at.parse().ok()?;
        let nonce = Digest::from_hex(nonce)?;
        let is_ours = self.keys.agrees(
            mac,
            "lead-form",
            &[&call.0.to_be_bytes(), &at.to_be_bytes(), &nonce.0],
        );
        is_ours.then(|| (at, digest(stamp.as_bytes())))
    }

    /// A cookie for a device that has none.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] without random bytes.
    pub fn new_device(&self) -> Result<String, ServiceError> {
        let name = Digest(self.random.bytes()?).to_string();
        let mac = self.keys.token("device", &[name.as_bytes()]);
        Ok(format!("{name}-{mac}"))
    }

    /// The device of a cookie that this service made.
    #[must_use]
    pub fn device(&self, cookie: &str) -> Option<String> {
        let (name, mac) = cookie.split_once('-')?;
        let is_ours = self.keys.agrees(mac, "device", &[name.as_bytes()]);
        is_ours.then(|| name.to_owned())
    }

    /// Takes a resident's lead. The same form sent again hears the same number.
    ///
    /// # Errors
    /// Refused: `call-not-open`. Invalid: `lead-form-old`, `lead-too-quick`, `lead-trap`, and what
    /// is wrong with wish, contact or photo, all at once.
    pub async fn hand_in(
        &self,
        new: LeadSubmission,
        sender: &Sender,
    ) -> Result<LeadReceipt, ServiceError> {
        let now = self.clock.now();
        let Some((made_at, form)) = self.read_stamp(new.call, &new.stamp) else {
            return Err(ServiceError::invalid(
                Problem::error("lead-form-old").of(Nature::OldForm),
            ));
        };
        let call = new.call;
        let before = self
            .store
            .read(move |tx| {
                let call = calls::get(tx, call)?;
                let lead = rows::find_of_form(tx, form)?;
                Ok::<_, ServiceError>((call, lead.and_then(|lead| lead.receipt)))
            })
            .await?;
        let call = match before {
            (_, Some(receipt)) => return Ok(LeadReceipt::In(receipt)),
            (call, None) => call,
        };
        let phase = call.text.phase(self.today());
        if phase != CallPhase::Open {
            let problem = Problem::error("call-not-open").with("phase", phase.word());
            return Err(ServiceError::refused(problem));
        }
        let mut problems = caught(&new, made_at, now);
        let wish = Wish {
            origin: LeadOrigin::Resident,
            origin_ref: String::new(),
            ..new.wish
        };
        let wish = gathered(wish.checked(&call.text.regions), &mut problems);
        let contact = typed::line("contact", &new.contact, MOST_LINE);
        let contact = gathered(contact.map_err(|one| vec![one]), &mut problems);
        // A photo costs work: it is looked at only when the rest is well.
        let (Some(wish), Some(contact), true) = (wish, contact, problems.is_empty()) else {
            return Err(ServiceError::Invalid(problems));
        };
        if let Err(wait) =
            self.lead_limits
                .handed_in(call.congress, &sender.address, sender.device.as_deref())
        {
            return Ok(LeadReceipt::ComeBack(wait));
        }
        let picture = self.kept_photo(new.picture).await?;
        let new = NewLead {
            congress: call.congress,
            year: call.text.year,
            call: Some(call.id),
            wish,
            received_at: now,
            by: None,
            number: None,
            receipt: Some(self.draw_receipt()?),
            form: Some(form),
            split_from: None,
        };
        let grant = access::resident(call.congress);
        self.take_in(grant, new, contact, picture)
            .await
            .map(LeadReceipt::In)
    }

    /// Takes a lead from an account: a deputy's and a unit's as their own, a clerk's on behalf of
    /// whom the wish names.
    ///
    /// # Errors
    /// Invalid: `lead-origin` and what is wrong with wish, contact or photo.
    pub async fn propose(&self, actor: &Actor, new: LeadProposal) -> Result<Receipt, ServiceError> {
        let grant = permit(actor, Action::Propose, new.congress)?;
        let (call, congress) = (new.call, new.congress);
        let call = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(call.map(|id| calls::get(tx, id)).transpose()?))
            .await?
            .filter(|call| call.congress == congress);
        let mut problems = Vec::new();
        let origin = gathered(origin_of(actor, &new), &mut problems);
        let regions = call.as_ref().map_or(&[][..], |call| &call.text.regions);
        let wish = Wish {
            origin: origin.unwrap_or(new.wish.origin),
            ..new.wish
        };
        let wish = gathered(wish.checked(regions), &mut problems);
        let contact = typed::line("contact", &new.contact, MOST_LINE);
        let contact = gathered(contact.map_err(|one| vec![one]), &mut problems);
        let (Some(wish), Some(contact), true) = (wish, contact, problems.is_empty()) else {
            return Err(ServiceError::Invalid(problems));
        };
        let picture = self.kept_photo(new.picture).await?;
        let new = NewLead {
            congress: new.congress,
            year: call.as_ref().map_or(new.year, |call| call.text.year),
            call: call.map(|call| call.id),
            wish,
            received_at: self.clock.now(),
            by: actor.account,
            number: None,
            receipt: Some(self.draw_receipt()?),
            form: None,
            split_from: None,
        };
        self.take_in(grant, new, contact, picture).await
    }

    /// The congress in which an account is about to hand in a lead.
    ///
    /// # Errors
    /// Denied.
    pub async fn get_place_to_propose(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<Congress, ServiceError> {
        permit(actor, Action::Propose, congress)?;
        self.store
            .read(move |tx| Ok(congresses::get(tx, congress)?))
            .await
    }

    async fn kept_photo(
        &self,
        picture: Option<Vec<u8>>,
    ) -> Result<Option<KeptPhoto>, ServiceError> {
        match picture {
            Some(bytes) => Ok(Some(self.keep_picture("picture", bytes).await?)),
            None => Ok(None),
        }
    }

    fn draw_receipt(&self) -> Result<Receipt, ServiceError> {
        Ok(Receipt::of(self.random.below(DRAWN_BELOW)?))
    }

    async fn take_in(
        &self,
        grant: Grant,
        new: NewLead,
        contact: String,
        picture: Option<KeptPhoto>,
    ) -> Result<Receipt, ServiceError> {
        let _place = self.lead_limits.waiting()?;
        self.store
            .write(move |tx| {
                let receipt = put(tx, &new, &contact, picture)?;
                let what = EventKind::Lead(LeadEvent::Received {
                    lead: receipt.0,
                    origin: new.wish.origin,
                });
                let event = Event::new(&grant, new.received_at, what);
                Ok(Written::recorded(receipt.1, event))
            })
            .await
    }

    /// What became of the lead of a receipt; the outer error is for a wrong number typed too often.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for a number that is nobody's.
    pub async fn follow_lead(
        &self,
        receipt: Receipt,
        address: &str,
    ) -> Result<Result<LeadProgress, RetryAfter>, ServiceError> {
        let found = self
            .store
            .read(move |tx| match rows::find(tx, &receipt)? {
                Some(lead) => followed(tx, lead, receipt).map(Some),
                None => Ok(None),
            })
            .await?;
        match found {
            Some(found) => Ok(Ok(found)),
            None => match self.lead_limits.wrong_receipt(address) {
                Ok(()) => Err(ServiceError::NotFound("lead")),
                Err(wait) => Ok(Err(wait)),
            },
        }
    }

    /// A picture of the lead of a receipt.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when it is not this lead's.
    pub async fn get_followed_picture(
        &self,
        receipt: Receipt,
        name: PictureName,
    ) -> Result<Vec<u8>, ServiceError> {
        self.read_picture(move |tx| {
            let lead = rows::find(tx, &receipt)?.ok_or(ServiceError::NotFound("lead"))?;
            Self::picture_of(tx, PictureOwner::Lead(lead.id), name)
        })
        .await
    }
}

/// What gives a program away: nobody reads and fills in a form at once, or a field that is not shown.
fn caught(new: &LeadSubmission, made_at: i64, now: Timestamp) -> Vec<Problem> {
    let age = now.as_millisecond() - made_at;
    let mut problems = Vec::new();
    if age > OLDEST {
        problems.push(Problem::error("lead-form-old").of(Nature::OldForm));
    }
    if age < QUICKEST {
        problems.push(Problem::error("lead-too-quick").with("seconds", QUICKEST / 1_000));
    }
    if !new.trap.is_empty() {
        problems.push(Problem::error("lead-trap").at("website"));
    }
    problems
}

/// A value, or its problems put to the others.
fn gathered<T>(found: Result<T, Vec<Problem>>, problems: &mut Vec<Problem>) -> Option<T> {
    match found {
        Ok(value) => Some(value),
        Err(more) => {
            problems.extend(more);
            None
        }
    }
}

/// A deputy and a unit speak for themselves; a clerk writes down for somebody else.
fn origin_of(actor: &Actor, new: &LeadProposal) -> Result<LeadOrigin, Vec<Problem>> {
    let mut roles = actor.roles_in(new.congress);
    if actor.account.is_none() || roles.any(|role| role == Role::Clerk) {
        let is_on_behalf = LeadOrigin::ON_BEHALF.contains(&new.wish.origin);
        if is_on_behalf {
            return Ok(new.wish.origin);
        }
        return Err(vec![Problem::error("lead-origin").at("origin")]);
    }
    if actor.deputy.is_some() {
        return Ok(LeadOrigin::Deputy);
    }
    Ok(LeadOrigin::Unit)
}

/// Writes a lead with its contact and picture.
fn put(
    tx: &WriteTx<'_>,
    new: &NewLead,
    contact: &str,
    picture: Option<KeptPhoto>,
) -> Result<(domain::id::LeadId, Receipt), ServiceError> {
    // Two requests with the same form may have run side by side.
    if let Some(form) = new.form
        && let Some(lead) = rows::find_of_form(tx, form)?
        && let Some(receipt) = lead.receipt
    {
        return Ok((lead.id, receipt));
    }
    let lead = rows::create(tx, new)?;
    if !contact.is_empty() {
        lead_contacts::create(tx, lead, contact, new.received_at)?;
    }
    if let Some(photo) = picture {
        shrinking::keep(tx, PictureOwner::Lead(lead), "", new.received_at, photo)?;
        rows::update_picture(tx, lead)?;
    }
    let receipt = new.receipt.clone().ok_or(ServiceError::NotFound("lead"))?;
    Ok((lead, receipt))
}

fn followed(tx: &ReadTx<'_>, lead: Lead, receipt: Receipt) -> Result<LeadProgress, ServiceError> {
    let family = rows::family(tx, lead.id)?;
    let fate = |id| {
        let head = rows::get(tx, family.head(id))?;
        let projects = match head.state {
            LeadState::TakenUp { project } => project_leads::list_public(tx, project)?,
            LeadState::Received
            | LeadState::Merged { .. }
            | LeadState::Declined { .. }
            | LeadState::HandedOver { .. } => Vec::new(),
        };
        Ok::<_, ServiceError>(LeadOutcome {
            is_merged: head.id != id,
            state: head.state,
            projects,
        })
    };
    let mut parts = Vec::new();
    for part in family.parts(lead.id) {
        parts.push((rows::get(tx, part)?.wish, fate(part)?));
    }
    Ok(LeadProgress {
        congress: congresses::get(tx, lead.congress)?,
        fate: fate(lead.id)?,
        parts,
        pictures: stored_pictures::list(tx, PictureOwner::Lead(lead.id))?,
        lead,
        receipt,
    })
}
