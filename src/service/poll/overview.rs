//! What pages show: the year's tasks of the staff, a poll's result for officers and the public.

use crate::act_of_two::press::PendingAct;
use crate::act_of_two::show::{ActFact, shown_on};
use crate::round::context::RoundContext;
use crate::round::fixed;
use crate::round::presidium::PresidiumDecision;
use crate::round::rules::lint_of;
use crate::round::rules::rules_of;
use crate::round::turnout::turnout;
use crate::sitting::sessions::{SessionView, view};
use crate::statement::corrections::CorrectedNames;
use crate::statement::counted::counted_rounds;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Role};
use domain::act_of_two::ActOfTwo;
use domain::ballot::LineNo;
use domain::congress::{Body, Congress};
use domain::id::{CongressId, NoticeId, PollId, SessionId};
use domain::library::stage::ProjectStage;
use domain::poll::rules::Rules;
use domain::poll::{Poll, Round, RoundKind, RoundLine};
use domain::problem::Problem;
use domain::round::turnout::Turnout;
use domain::sitting::{Session, Sitting};
use domain::statement::correction::Correction;
use domain::tally::Outcome;
use store::ReadTx;
use store::act_of_two::act_requests::RequestSubject;
use store::library::projects::search;
use store::library::projects::search::ProjectFilter;
use store::people::{congresses, deputies};
use store::poll::{polls, rehearsals};
use store::publish::notices;
use store::publish::notices::Notice;
use store::round::sealed_boxes::SealedBox;
use store::round::{rounds, sealed_boxes};
use store::sitting::sessions;
use store::statement::statements;
pub use store::statement::statements::Statement;
use store::voting::slip_prints;
use store::voting::slip_prints::SlipPrint;

/// The prefecture with its congresses.
#[derive(Debug, Clone)]
pub struct Prefecture {
    /// Its name; empty before it is named.
    pub name: String,
    /// Whether its data are invented.
    pub is_demo: bool,
    /// Counties, each before its townships.
    pub congresses: Vec<Congress>,
}

/// A round as a result page tells it.
#[derive(Debug, Clone)]
pub struct RoundResult {
    pub round: Round,
    pub rules: Rules,
    /// What the lint warned of in them; accepted for the reason that the poll keeps.
    pub warnings: Vec<Problem>,
    pub lines: Vec<RoundLine>,
    /// Its outcome; none for a void round.
    pub outcome: Option<Outcome>,
    /// The sitting at which it was held.
    pub sitting: Sitting,
    /// The prints of that sitting's slips.
    pub prints: Vec<SlipPrint>,
    /// Issued, and what came back, by its own account.
    pub turnout: Turnout,
    /// What the presidium decided: the lines it chose, and why.
    pub decided: Option<(Vec<LineNo>, String)>,
    /// Its sealed box; none if it was voided before that.
    pub sealed: Option<SealedBox>,
    /// What the presidium is said to have decided, where that waits for a second person.
    pub presidium: Option<(PendingAct, Vec<ActFact>)>,
}

/// A poll's result with everything a page needs.
#[derive(Debug, Clone)]
pub struct ResultView {
    pub congress: Congress,
    pub session: Session,
    pub poll: Poll,
    /// Rounds that were held, void ones too.
    pub rounds: Vec<RoundResult>,
    /// Certified versions, oldest first.
    pub statements: Vec<Statement>,
    /// Published notices, oldest first.
    pub notices: Vec<Notice>,
    /// What is not as it was fixed: then no round is told, no statement and no notice.
    pub changed: Vec<Problem>,
}

impl ResultView {
    /// Whether the public may see it.
    #[must_use]
    pub fn is_published(&self) -> bool {
        !self.notices.is_empty()
    }

    /// Whether everything chosen passed with a majority of all: a round that decides between those
    /// that have passed already asks for none again.
    #[must_use]
    pub fn is_by_majority_of_all(&self) -> bool {
        let opening = |result: &&RoundResult| result.round.kind != RoundKind::RunOff;
        let mut asked = self.rounds.iter().filter(opening);
        asked.all(|result| result.rules.is_by_majority_of_all())
    }
}

/// A notice with what it makes public.
#[derive(Debug, Clone)]
pub struct NoticeView {
    pub notice: Notice,
    pub result: ResultView,
    /// Whether a later notice, of a correction, stands in its place.
    pub is_replaced: bool,
    /// The number of the notice that it corrects, and the version which that one published.
    pub corrects: Option<(u32, u32)>,
}

impl NoticeView {
    /// What was corrected since the notice before it, with its reason; of a first notice the papers that
    /// were found before it, for a name that was set right before anybody read it is no correction.
    #[must_use]
    pub fn corrections(&self) -> Vec<(Correction, &str)> {
        let since = self.corrects.map_or(0, |(_, version)| version);
        let versions = self.result.statements.iter();
        let since = versions.filter(|one| one.version > since);
        let made = since
            .filter_map(|one| Some((Correction::of_statement(&one.text)?, one.reason.as_str())));
        let is_told = |one: &Correction| {
            self.corrects.is_some() || matches!(one, Correction::PapersFound { .. })
        };
        made.filter(|(one, _)| is_told(one)).collect()
    }
}

/// One congress in the task list of a member of staff.
#[derive(Debug, Clone)]
pub struct CongressTasks {
    pub congress: Congress,
    /// Whether the reader may bring and take files.
    pub may_prepare: bool,
    /// Deputies in office.
    pub deputies: u32,
    /// Projects of the newest session's year that are candidates or came onto a slate.
    pub candidates: usize,
    /// Its sessions, newest first.
    pub sessions: Vec<SessionView>,
    /// The year of its library that is at hand: the newest session's, or the newest with projects.
    pub year: Option<i16>,
}

impl Service {
    /// The prefecture and its congresses: public.
    pub async fn get_prefecture(&self) -> Result<Prefecture, ServiceError> {
        self.store
            .read(|tx| {
                let (name, is_demo) = congresses::find_prefecture(tx)?.unwrap_or_default();
                Ok(Prefecture {
                    name,
                    is_demo,
                    congresses: congresses::list(tx)?,
                })
            })
            .await
    }

    /// The congress of a slug: public.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn find_congress(&self, slug: &str) -> Result<CongressId, ServiceError> {
        let slug = slug.to_owned();
        self.store
            .read(move |tx| {
                let found = congresses::find(tx, &slug)?;
                Ok(found.ok_or(ServiceError::NotFound("congress"))?.id)
            })
            .await
    }

    /// The task list of a member of staff: one desk for each congress they serve.
    pub async fn list_desks(&self, actor: &Actor) -> Result<Vec<CongressTasks>, ServiceError> {
        let serves = |(role, congress): &(Role, Option<CongressId>)| {
            congress.filter(|_| Action::Look.roles().contains(role))
        };
        let mut ids: Vec<CongressId> = actor.roles.iter().filter_map(serves).collect();
        ids.sort_unstable();
        ids.dedup();
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let mut desks = Vec::new();
                for id in ids {
                    let mut views = Vec::new();
                    for session in sessions::list(tx, id)? {
                        views.push(view(tx, session.id)?);
                    }
                    let year = match views.first() {
                        Some(view) => Some(view.session.year),
                        None => search::list_years(tx, id)?.into_iter().max(),
                    };
                    desks.push(CongressTasks {
                        year,
                        congress: congresses::get(tx, id)?,
                        may_prepare: permit(&actor, Action::Prepare, id).is_ok(),
                        deputies: deputies::count(tx, id, Body::Congress)?,
                        candidates: candidates(tx, id, year.unwrap_or(0))?,
                        sessions: views,
                    });
                }
                Ok(desks)
            })
            .await
    }

    /// The congresses in which somebody is a deputy or of a unit, with the role there.
    pub async fn list_my_places(
        &self,
        actor: &Actor,
    ) -> Result<Vec<(Congress, Role)>, ServiceError> {
        let mine = |(role, congress): &(Role, Option<CongressId>)| {
            let is_mine = *role == Role::Deputy || role.is_of_unit();
            congress.filter(|_| is_mine).map(|id| (id, *role))
        };
        let places: Vec<(CongressId, Role)> = actor.roles.iter().filter_map(mine).collect();
        self.store
            .read(move |tx| {
                let with_name = |(id, role)| Ok((congresses::get(tx, id)?, role));
                places.into_iter().map(with_name).collect()
            })
            .await
    }

    /// A poll's result for the officers of its congress, as soon as there is one.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_result(&self, actor: &Actor, id: PollId) -> Result<ResultView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let view = result(tx, id)?;
                permit(&actor, Action::Look, view.congress.id)?;
                Ok(view)
            })
            .await
    }

    /// A poll's published result: public. A poll that is not published yet shows no round.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when there is no such poll.
    pub async fn get_published(&self, id: PollId) -> Result<ResultView, ServiceError> {
        self.store
            .read(move |tx| {
                let found = read(tx, id)?;
                refuse_rehearsed(tx, found.congress.id, "poll")?;
                named(tx, published(found))
            })
            .await
    }

    /// The published results of a congress or of the whole prefecture, newest first: public.
    pub async fn list_published(
        &self,
        congress: Option<CongressId>,
        most: u32,
    ) -> Result<Vec<ResultView>, ServiceError> {
        self.store
            .read(move |tx| {
                let listed = polls::list_published(tx, congress, most)?;
                listed
                    .into_iter()
                    .map(|poll| named(tx, published(read(tx, poll.id)?)))
                    .collect()
            })
            .await
    }

    /// A notice with its result: public.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn get_notice(&self, id: NoticeId) -> Result<NoticeView, ServiceError> {
        self.store
            .read(move |tx| {
                let notice = notices::find(tx, id)?.ok_or(ServiceError::NotFound("notice"))?;
                let mut result = published(read(tx, notice.poll)?);
                refuse_rehearsed(tx, result.congress.id, "notice")?;
                let is_replaced = result.notices.last().is_some_and(|newest| newest.id != id);
                // An earlier notice says what its own version said.
                let own = statements::get(tx, notice.statement)?.version;
                let before = result
                    .notices
                    .iter()
                    .rfind(|one| one.number < notice.number);
                let corrects = match before {
                    Some(before) => {
                        let version = statements::get(tx, before.statement)?.version;
                        Some((before.number, version))
                    }
                    None => None,
                };
                result.statements.retain(|version| version.version <= own);
                let result = named(tx, result)?;
                Ok(NoticeView {
                    notice,
                    result,
                    is_replaced,
                    corrects,
                })
            })
            .await
    }

    /// A session with the published results of its polls: public.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`].
    pub async fn get_public_session(
        &self,
        id: SessionId,
    ) -> Result<(SessionView, Vec<ResultView>), ServiceError> {
        self.store
            .read(move |tx| {
                let session = view(tx, id)?;
                refuse_rehearsed(tx, session.congress.id, "session")?;
                let results: Result<Vec<_>, ServiceError> = session
                    .polls
                    .iter()
                    .map(|(poll, _)| named(tx, published(read(tx, poll.id)?)))
                    .collect();
                Ok((session, results?))
            })
            .await
    }

    /// The sessions of a congress, newest first: public.
    pub async fn list_sessions(&self, congress: CongressId) -> Result<Vec<Session>, ServiceError> {
        self.store
            .read(move |tx| Ok(sessions::list(tx, congress)?))
            .await
    }
}

/// Projects of a year that are candidates, on a slate, or came from one.
fn candidates(tx: &ReadTx<'_>, congress: CongressId, year: i16) -> Result<usize, ServiceError> {
    let mut found = 0;
    for stage in ProjectStage::ALL.iter().copied() {
        if stage.has_been_candidate() {
            let filter = ProjectFilter {
                stage: Some(stage),
                ..ProjectFilter::default()
            };
            let total = search::count(tx, congress, year, &filter)?;
            found += usize::try_from(total).unwrap_or(usize::MAX);
        }
    }
    Ok(found)
}

/// What is rehearsed is nobody's but those who rehearse it.
///
/// # Errors
/// [`ServiceError::NotFound`], as for what nobody has.
fn refuse_rehearsed(
    tx: &ReadTx<'_>,
    congress: CongressId,
    what: &'static str,
) -> Result<(), ServiceError> {
    match rehearsals::find_real(tx, congress)? {
        Some(_) => Err(ServiceError::NotFound(what)),
        None => Ok(()),
    }
}

/// A poll's result with the names that its newest version has.
pub(crate) fn result(tx: &ReadTx<'_>, id: PollId) -> Result<ResultView, ServiceError> {
    named(tx, read(tx, id)?)
}

/// Gives the lines the names that the versions which are shown have set right.
fn named(tx: &ReadTx<'_>, mut view: ResultView) -> Result<ResultView, ServiceError> {
    let last = view.statements.last().map_or(0, |last| last.version);
    let names = CorrectedNames::of(tx, view.poll.id, Some(last))?;
    for round in &mut view.rounds {
        names.apply(&mut round.lines);
    }
    Ok(view)
}

/// A poll's result with the names that were voted on.
fn read(tx: &ReadTx<'_>, id: PollId) -> Result<ResultView, ServiceError> {
    let newest = rounds::list(tx, id)?
        .pop()
        .ok_or(ServiceError::NotFound("poll"))?;
    let place = RoundContext::of(tx, newest.id)?;
    let mut results = Vec::new();
    let (counted, mut changed) = match fixed::told(counted_rounds(tx, id))? {
        Ok(counted) => {
            let changed = fixed::of_results(tx, id, &counted)?;
            (counted, Vec::from_iter(changed))
        }
        Err(changed) => (Vec::new(), changed),
    };
    changed.extend(fixed::of_statements(tx, place.congress.id, id)?);
    for (counted, lines, outcome) in counted.into_iter().filter(|_| changed.is_empty()) {
        let rules = rules_of(&counted.round)?;
        let warnings = lint_of(tx, &counted, &rules, lines.len())?;
        results.push(RoundResult {
            sealed: sealed_boxes::find(tx, counted.round.id)?,
            presidium: shown_on(
                tx,
                ActOfTwo::DecideByPresidium,
                RequestSubject::Round(counted.round.id.0),
            )?,
            turnout: turnout(tx, &counted.round)?,
            decided: PresidiumDecision::read(&counted.round.decided_by_presidium)
                .map(|decided| (decided.chosen, decided.reason)),
            prints: slip_prints::list_of_round(tx, counted.sitting.id, counted.round.id)?,
            sitting: counted.sitting,
            round: counted.round,
            rules,
            warnings,
            lines,
            outcome,
        });
    }
    Ok(ResultView {
        congress: place.congress,
        session: place.session,
        poll: place.poll,
        rounds: results,
        statements: statements::list(tx, id)?,
        notices: notices::list(tx, id)?,
        changed,
    })
}

/// Takes away what the public may not see yet: everything, until a notice is published, and
/// versions after the newest that a notice has published.
fn published(mut view: ResultView) -> ResultView {
    if !view.is_published() {
        view.rounds.clear();
        view.changed.clear();
    }
    let shown: Vec<_> = view.notices.iter().map(|notice| notice.statement).collect();
    // What was corrected before the newest notice belongs to what it published.
    let versions = view.statements.iter();
    let told = versions.filter(|one| shown.contains(&one.id));
    let last = told.map(|one| one.version).max().unwrap_or(0);
    view.statements.retain(|one| one.version <= last);
    view
}
