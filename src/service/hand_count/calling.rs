//! Papers called out one after the other in a small congress: one calls, one marks, one watches. It
//! ends in the same sealed batch as typing does.
//!
//! What is called lies on the table like everything that is typed. It is public as it is called, and
//! so it is refused while a phone's ballot lies in the closed box.

use super::room::{BatchLine, CountingRoom, name_of, open_size};
use super::table::CalledPapers;
use super::typing::{BatchContext, gone, read_all, work};
use crate::act_of_two::person::{account_person, refuse_not_adopted};
use crate::act_of_two::press::PinEntry;
use crate::round::context::RoundContext;
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::two_people::{Person, TwoPeople};
use domain::audit::{Event, EventKind};
use domain::hand_count::batch::Batch;
use domain::hand_count::calling::{Strokes, strokes};
use domain::hand_count::event::BatchEvent;
use domain::hand_count::typed::{TypedPaper, of_paper};
use domain::id::RoundId;
use domain::problem::Problem;
use store::Written;

/// A batch that is called out. It has no `Debug`: it holds marks.
pub struct CallingPage {
    pub room: CountingRoom,
    pub line: BatchLine,
    /// Who marks and who watches; none before it begins.
    pub people: Option<[String; 2]>,
    /// Whether the reader is the one who marks.
    pub is_marker: bool,
    /// The paper that was called last.
    pub last: Option<TypedPaper>,
    /// Everything called in this round since the program started, all batches.
    pub strokes: Strokes,
}

/// What somebody does to a batch that is called out.
#[derive(Debug, Clone)]
pub enum CallAct {
    /// Begins: the account marks, the officer with the PIN watches.
    Begin,
    /// Marks one paper down, by its keys.
    Mark(String),
    /// Takes the last paper back; both want it.
    Undo,
    /// Ends: both stand for the batch, whose papers were counted again.
    End(u32),
}

impl Service {
    /// A batch that is called out, or may be.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for a number that no batch has, also for strangers.
    pub async fn get_calling(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
    ) -> Result<CallingPage, ServiceError> {
        let (actor, service) = (actor.clone(), self.clone());
        self.store
            .read(move |tx| {
                let (room, line, me) = service.batch_line(tx, &actor, id, number)?;
                let called = service.counting_table.lying().called.clone();
                let this = called.get(&(id, number));
                let people = match this {
                    Some(called) => {
                        let [marker, watcher] = called.people;
                        Some([name_of(tx, &marker)?, name_of(tx, &watcher)?])
                    }
                    None => None,
                };
                let of_round = called.iter().filter(|((round, _), _)| *round == id);
                let papers = of_round.flat_map(|(_, called)| &called.papers);
                let (kind, lines) = (room.round.rules.kind, room.round.lines.len());
                Ok(CallingPage {
                    strokes: strokes(papers, kind, lines),
                    is_marker: this.is_some_and(|called| {
                        let [marker, _] = called.people;
                        me.is_some_and(|me| me.is_same(&marker))
                    }),
                    last: this.and_then(|called| called.papers.last().cloned()),
                    people,
                    line,
                    room,
                })
            })
            .await
    }

    /// An act of calling out. Beginning, taking back and ending need the PIN of whoever watches.
    ///
    /// # Errors
    /// Refused: `calling-mixed`, `batch-typed`, `same-person`, `calling-not-yours` for another than who
    /// marks or watches, `calling-none` when nothing is there to take back, `batch-gone`,
    /// `calling-unfinished`. Invalid: at `paper-<number>` what was keyed, `batch-pile-differs` at
    /// `counted`, `pin-missing-here` at `pin`.
    pub async fn call_papers(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        act: CallAct,
        by: Option<PinEntry>,
    ) -> Result<(), ServiceError> {
        let needs_pin = !matches!(act, CallAct::Mark(_));
        if needs_pin && by.is_none() {
            let problem = Problem::error("calling-pin").at("pin");
            return Err(ServiceError::invalid(problem));
        }
        let by = by.filter(|_| needs_pin);
        let (work, watcher) = self.callers(actor, id, number, by).await?;
        let people = |watcher: Option<Person>| {
            let watcher = watcher.ok_or_else(gone)?;
            TwoPeople::of(work.person, watcher).map_err(ServiceError::refused)
        };
        match act {
            CallAct::Begin => self.begin(id, number, people(watcher)?),
            CallAct::Mark(keys) => self.mark(id, number, &work, keys),
            CallAct::Undo => {
                let people = people(watcher)?;
                self.undo(id, number, people)?;
                let event = BatchEvent::Undone(people);
                self.write_batch_event(actor, id, number, event).await
            }
            CallAct::End(counted) => {
                let people = people(watcher)?;
                self.end(id, number, people, &work, counted)?;
                let event = BatchEvent::Called(people);
                let settled = self.settle(actor, id, number, Some(event)).await;
                if settled.is_err() {
                    // It can be ended once more: nothing of it is lost.
                    self.counting_table.lying().batches.remove(&(id, number));
                }
                settled.map(drop)
            }
        }
    }

    /// Who marks, signed in, and who watches, with a PIN.
    async fn callers(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        by: Option<PinEntry>,
    ) -> Result<(BatchContext, Option<Person>), ServiceError> {
        let watcher = self
            .second_of(actor, id, Action::CallPapers, by.as_ref())
            .await?;
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, Action::CallPapers, place.congress.id)?;
                let account = account_of(&grant)?;
                open_size(tx, &place, number)?;
                if place.round.slips_returned != Some(0) {
                    return Err(ServiceError::refused(Problem::error("calling-mixed")));
                }
                let me = account_person(tx, place.session.id, account)?;
                refuse_not_adopted(tx, place.session.id, Action::CallPapers, &[me])?;
                let watcher = watcher.as_ref().map(|watcher| watcher.person(tx));
                Ok((work(tx, &place, number, me)?, watcher.transpose()?))
            })
            .await
    }

    fn begin(&self, id: RoundId, number: u32, people: TwoPeople) -> Result<(), ServiceError> {
        let mut table = self.counting_table.lying();
        let key = (id, number);
        if table.batches.contains_key(&key) || table.called.contains_key(&key) {
            return Err(ServiceError::refused(Problem::error("batch-typed")));
        }
        let called = CalledPapers {
            people: [people.first(), people.second()],
            papers: Vec::new(),
        };
        table.called.insert(key, called);
        Ok(())
    }

    fn mark(
        &self,
        id: RoundId,
        number: u32,
        work: &BatchContext,
        keys: String,
    ) -> Result<(), ServiceError> {
        let mut table = self.counting_table.lying();
        let called = table.called.get_mut(&(id, number)).ok_or_else(gone)?;
        let [marker, _] = called.people;
        if !marker.is_same(&work.person) {
            return Err(not_yours());
        }
        let paper = u32::try_from(called.papers.len()).unwrap_or(u32::MAX);
        let paper = paper.saturating_add(1);
        if paper > work.papers {
            return Err(pile_differs(paper, work.papers));
        }
        let typed = read_all(work, &[(paper, keys)], vec![paper])?;
        let (_, typed) = typed.into_iter().next().ok_or_else(gone)?;
        if typed == TypedPaper::Doubtful {
            let problem = Problem::error("decide-doubtful").with("paper", paper);
            return Err(ServiceError::invalid(of_paper(problem, paper)));
        }
        called.papers.push(typed);
        Ok(())
    }

    fn undo(&self, id: RoundId, number: u32, people: TwoPeople) -> Result<(), ServiceError> {
        let mut table = self.counting_table.lying();
        let called = table.called.get_mut(&(id, number)).ok_or_else(gone)?;
        refuse_others(called, people)?;
        match called.papers.pop() {
            Some(_) => Ok(()),
            None => Err(ServiceError::refused(Problem::error("calling-none"))),
        }
    }

    fn end(
        &self,
        id: RoundId,
        number: u32,
        people: TwoPeople,
        work: &BatchContext,
        counted: u32,
    ) -> Result<(), ServiceError> {
        let mut table = self.counting_table.lying();
        let called = table.called.get(&(id, number)).ok_or_else(gone)?;
        refuse_others(called, people)?;
        let done = u32::try_from(called.papers.len()).unwrap_or(u32::MAX);
        if done != work.papers {
            let problem = Problem::error("calling-unfinished").with("called", done);
            return Err(ServiceError::refused(problem.with("papers", work.papers)));
        }
        if counted != work.papers {
            return Err(pile_differs(counted, work.papers));
        }
        let batch = Batch::called(people, &called.papers);
        table.batches.insert((id, number), batch);
        Ok(())
    }

    /// Writes down that two people took a paper back; nothing of the paper.
    async fn write_batch_event(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u32,
        event: BatchEvent,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, Action::CallPapers, place.congress.id)?;
                let what = EventKind::Batch(id, number, event);
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded((), event))
            })
            .await
    }
}

/// Only the two who began it take back and end.
fn refuse_others(called: &CalledPapers, people: TwoPeople) -> Result<(), ServiceError> {
    let [marker, watcher] = called.people;
    if marker.is_same(&people.first()) && watcher.is_same(&people.second()) {
        return Ok(());
    }
    Err(not_yours())
}

fn not_yours() -> ServiceError {
    ServiceError::refused(Problem::error("calling-not-yours"))
}

fn pile_differs(counted: u32, papers: u32) -> ServiceError {
    let problem = Problem::error("batch-pile-differs").with("counted", counted);
    ServiceError::invalid(problem.with("papers", papers).at("counted"))
}
