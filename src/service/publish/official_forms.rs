//! What official forms are printed from: everything of a poll or of a sitting, read at one moment.

use crate::poll::overview::{ResultView, result};
use crate::poll::polling::{PollView, poll_view};
use crate::round::context::RoundContext;
use crate::round::papers::{AccountView, account_view};
use crate::round::rules::due;
use crate::round::view::RoundView;
use crate::sitting::context::place;
use crate::statement::certifying::acts_of_two;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::congress::Congress;
use domain::id::{PollId, SittingId};
use domain::library::translation::Translation;
use domain::publish::official_form::OfficialForm;
use domain::sitting::{Session, Sitting};
pub use store::act_of_two::acts_done::ActDone;
use store::library::translations;
use store::people::deputies;
use store::round::sealed_boxes;
use store::round::sealed_boxes::SealedBox;
use store::sitting::attendances;

/// A poll as its forms need it.
#[derive(Debug, Clone)]
pub struct FormFacts {
    /// The poll with its rounds; its sitting is that of the form's round.
    pub poll: PollView,
    /// The round that the form is of.
    pub round: RoundView,
    /// What came of its rounds, as far as they are counted; of a form of one round that one alone.
    pub result: ResultView,
    /// The round's box, once it is sealed.
    pub sealed: Option<SealedBox>,
    /// For each line of the round what was translated.
    pub translations: Vec<Vec<Translation>>,
    /// The round's account.
    pub account: AccountView,
    /// Who stood for each act of two of the poll, with the number of its round.
    pub acts: Vec<(Option<u32>, ActDone)>,
}

/// Who signs in at a sitting.
#[derive(Debug, Clone)]
pub struct SignInSheet {
    pub congress: Congress,
    pub session: Session,
    pub sitting: Sitting,
    /// Number, name and delegation of each member, in the order of the roster.
    pub members: Vec<(String, String, String)>,
}

impl Service {
    /// What a form of a poll is printed from, once its round has come far enough: the round of a
    /// number, or the newest.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress and for a round that there is
    /// not. Refused: `form-not-yet`, `form-of-void`.
    pub async fn get_form_facts(
        &self,
        actor: &Actor,
        id: PollId,
        form: OfficialForm,
        number: Option<u32>,
    ) -> Result<FormFacts, ServiceError> {
        let (actor, card_shares) = (actor.clone(), self.card_shares.clone());
        self.store
            .read(move |tx| {
                let mut poll = poll_view(tx, &actor, &card_shares, id)?;
                let mut rounds = poll.rounds.iter();
                let of = match number {
                    Some(number) => rounds.find(|one| one.round.number == number),
                    None => rounds.next_back(),
                };
                let round = of.ok_or(ServiceError::NotFound("round"))?.clone();
                if let Some(problem) = form.refusal(round.round.stage, round.round.issued.is_some())
                {
                    return Err(ServiceError::refused(problem));
                }
                let place = RoundContext::of(tx, round.round.id)?;
                (poll.due, poll.sitting) = (due(tx, &place)?, place.sitting.clone());
                let mut result = result(tx, id)?;
                let changed = [round.changed.clone(), result.changed.clone()].concat();
                if !changed.is_empty() {
                    return Err(ServiceError::Refused(changed));
                }
                if number.is_some() {
                    result.rounds.retain(|one| one.round.id == round.round.id);
                }
                let mut translated = Vec::new();
                for line in &round.lines {
                    translated.push(match line.subject.whole() {
                        Some(project) => translations::list(tx, project)?,
                        None => Vec::new(),
                    });
                }
                Ok(FormFacts {
                    result,
                    sealed: sealed_boxes::find(tx, round.round.id)?,
                    translations: translated,
                    account: account_view(tx, &place)?,
                    acts: acts_of_two(tx, &place)?,
                    round,
                    poll,
                })
            })
            .await
    }

    /// The members of a sitting's roll; before it opens, those in office now.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_sign_in_sheet(
        &self,
        actor: &Actor,
        id: SittingId,
    ) -> Result<SignInSheet, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let (congress, session, sitting) = place(tx, id)?;
                permit(&actor, Action::Look, congress.id)?;
                let on_roll = attendances::list(tx, id)?;
                let members = if on_roll.is_empty() {
                    let members = deputies::list(tx, congress.id, session.body)?;
                    let named = |one: domain::people::person::Deputy| {
                        (one.number, one.name, one.delegation)
                    };
                    members.into_iter().map(named).collect()
                } else {
                    let named = on_roll.into_iter();
                    named
                        .map(|line| (line.number, line.name, line.delegation))
                        .collect()
                };
                Ok(SignInSheet {
                    congress,
                    session,
                    sitting,
                    members,
                })
            })
            .await
    }
}
