//! Sealing a box: its secret is drawn, its key bound to the round, its cards made, the whole proven.
//!
//! Everything of the secret leaves this module as shares on the desk ([`super::card_shares`]), or in a demo
//! as a file; the store gets the public key and the hash of each card.

use zeroize::Zeroizing;

use super::context::{ActContext, RoundContext, advance};
use super::proving;
use super::proving::unproven;
use super::sealed::{NewBoxSecrets, broken, context};
use crate::act_of_two::person::{account_person, officer_person};
use crate::installation::keys::Epoch;
use crate::{Service, ServiceError};
use domain::access::Action;
use domain::act_of_two::two_people::{ActScreen, Person};
use domain::audit::Event;
use domain::digest::Digest;
use domain::id::BoxName;
use domain::problem::Problem;
use domain::round::RoundAct;
use domain::round::holding::KeyHolding;
use seal::{SealError, Secret, share};
use store::people::{accounts, congresses};
use store::poll::rehearsals;
use store::round::sealed_boxes::{NewBox, PublicKey};
use store::round::{cards, sealed_boxes};
use store::sitting::officers;
use store::{ReadTx, WriteTx};

/// Random bytes for one box. They are drawn before the transaction, for the store may not ask for
/// chance.
pub(crate) struct BoxRandomness {
    secret: Secret,
    name: BoxName,
    epoch: Epoch,
    split: [u8; share::RANDOM],
    trial: [u8; 32],
}

impl Service {
    /// Draws what a box needs.
    pub(crate) fn draw_box(&self) -> Result<BoxRandomness, ServiceError> {
        let drawn = Zeroizing::new(self.random.bytes::<32>()?);
        let (secret, name) = drawn.split_at(16);
        let sixteen = |half: &[u8]| half.try_into().map_err(|_| broken(SealError::Key));
        Ok(BoxRandomness {
            secret: Secret::of(sixteen(secret)?),
            name: BoxName(sixteen(name)?),
            epoch: self.keys.epoch(),
            split: self.random.bytes()?,
            trial: self.random.bytes()?,
        })
    }
}

/// How a key shall be held, as the first of two people chose it; in a demo or a rehearsal, without a
/// choice, by the server.
pub(crate) fn chosen(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    word: &str,
) -> Result<KeyHolding, ServiceError> {
    let is_demo = congresses::find_prefecture(tx)?.is_some_and(|(_, is_demo)| is_demo)
        || rehearsals::find_real(tx, place.congress.id)?.is_some();
    let refused = |problem: Problem| ServiceError::invalid(problem.at("holding"));
    let holding = match KeyHolding::from_word(word) {
        None if word.is_empty() && is_demo => KeyHolding::Server,
        None => return Err(refused(Problem::error("holding-missing"))),
        Some(holding) => holding,
    };
    match holding {
        KeyHolding::Server if !is_demo => Err(refused(Problem::error("holding-only-demo"))),
        KeyHolding::Server => Ok(holding),
        KeyHolding::OneOfTwo | KeyHolding::TwoOfThree | KeyHolding::ThreeOfFive => {
            let holders = holders(tx, place)?;
            if holders.len() < usize::from(holding.cards()) {
                let problem = Problem::error("holders-too-few").with("there", holders.len());
                return Err(refused(problem.with("cards", holding.cards())));
            }
            Ok(holding)
        }
    }
}

/// Everybody who may hold a card: scrutineers who sign in, and adopted ones who have a PIN.
fn holders(tx: &ReadTx<'_>, place: &RoundContext) -> Result<Vec<Person>, ServiceError> {
    let session = place.session.id;
    let mut found: Vec<Person> = Vec::new();
    let mut add = |person: Person| {
        if !found.iter().any(|one| one.is_same(&person)) {
            found.push(person);
        }
    };
    for role in Action::HoldCard.roles() {
        for account in accounts::list_with_role(tx, place.congress.id, *role)? {
            add(account_person(tx, session, account)?);
        }
    }
    for officer in officers::list(tx, session)? {
        if officer.may_confirm(Action::HoldCard).is_ok() {
            add(officer_person(tx, &officer, ActScreen::Clerk)?);
        }
    }
    Ok(found)
}

/// Seals a round's box, or seals it anew with another key.
pub(crate) fn seal(
    tx: &WriteTx<'_>,
    place: RoundContext,
    act: RoundAct,
    doing: &ActContext<'_>,
    drawn: &BoxRandomness,
) -> Result<(Vec<Event>, NewBoxSecrets), ServiceError> {
    let id = place.round.id;
    let holding = chosen(tx, &place, doing.reason)?;
    let context = context(&place, holding, drawn.epoch, drawn.name)?;
    let key = drawn.secret.opening_key(&context).map_err(broken)?;
    let shares = share::split(&drawn.secret, holding, drawn.split).map_err(broken)?;
    let name = key.box_key().id().to_string();
    let public = key.box_key().bytes();
    let keys = if holding == KeyHolding::Server {
        vec![key]
    } else {
        share::every_key(&shares, holding, key.box_key()).map_err(|_| unproven())?
    };
    let proof = proving::prove(tx, &place.round, &keys, drawn.trial)?;
    cards::remove_all(tx, id)?;
    let new = NewBox {
        name: name.clone(),
        drawn: drawn.name,
        holding,
        key: PublicKey {
            bytes: public,
            context: context.bytes().to_vec(),
        },
        proof,
    };
    sealed_boxes::save(tx, id, &new)?;
    for share in &shares {
        cards::create(tx, id, share.number(), share.hash(&context))?;
    }
    advance(tx, place, act)?;
    let detail = format!(
        "returned=0 box={name} key={} holding={}",
        Digest(public),
        holding.word()
    );
    let secret = (holding == KeyHolding::Server).then(|| Secret::of(*drawn.secret.bytes()));
    Ok((
        vec![doing.event(id, act, detail)],
        NewBoxSecrets {
            name: drawn.name,
            secret,
            shares,
        },
    ))
}
