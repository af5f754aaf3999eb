//! The writer thread: one connection, a bounded queue, one durable commit for a group of works.
//!
//! Each work runs in a savepoint of its own, so that one that fails takes nothing of the others
//! with it. Nobody is answered before the group's commit has returned; when the commit fails, all
//! of the group are told so. `docs/decisions/0001-one-writer.md` has the figures behind this.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::{Builder, JoinHandle};

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{StoreError, WriteTx, Written};
use crate::voting::box_file::BoxFiles;
use machine::telemetry;

/// Works that may wait; beyond that a caller is told to come back.
const QUEUE: usize = 1024;
/// Works of one commit.
const GROUP: usize = 256;

#[derive(Clone)]
pub(crate) struct Writer {
    queue: Sender<WriterMessage>,
}

/// Opens the file again: what a commit that failed has left on the disk is read anew.
pub(crate) type Anew = Box<dyn Fn() -> Result<Connection, StoreError> + Send>;

/// What the thread works on.
struct WriterThread {
    /// None after a commit failed, until the file is opened again.
    connection: Option<Connection>,
    /// The boxes beside the record; none where the file is a box.
    boxes: Option<BoxFiles>,
    /// How the file is opened again; none where what is on the disk is known after a failure too.
    anew: Option<Anew>,
}

enum WriterMessage {
    Work(Box<dyn WriteJob>),
    Maintain(Maintaining),
}

/// A work outside any transaction, with the boxes beside the record.
type Maintaining = Box<dyn FnOnce(&Connection, Option<&BoxFiles>) + Send>;

/// A work waiting for its commit.
trait WriteJob: Send {
    /// Runs it; answers whether its savepoint is kept.
    fn run(&mut self, tx: &WriteTx<'_>) -> bool;
    /// Answers the caller, after the commit or its failure.
    fn settle(self: Box<Self>, commit: Result<(), StoreError>);
}

/// A work that writes. It is boxed, so that what carries it is compiled once for an answer, not once for
/// each work.
pub(crate) type WriteClosure<T, E> = Box<dyn FnOnce(&WriteTx<'_>) -> Result<Written<T>, E> + Send>;

struct PendingCommit<T, E> {
    work: Option<WriteClosure<T, E>>,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E> PendingCommit<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    /// The message that has a work done, and where its answer comes.
    fn of(work: WriteClosure<T, E>) -> (WriterMessage, oneshot::Receiver<Result<T, E>>) {
        let (reply, answer) = oneshot::channel();
        let pending = Self {
            work: Some(work),
            result: None,
            reply,
        };
        (WriterMessage::Work(Box::new(pending)), answer)
    }
}

impl<T, E> WriteJob for PendingCommit<T, E>
where
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, tx: &WriteTx<'_>) -> bool {
        let Some(work) = self.work.take() else {
            return false;
        };
        // A work that panics loses its savepoint and its answer; the thread lives on.
        let done = catch_unwind(AssertUnwindSafe(|| {
            work(tx).and_then(|written| written.finish(tx).map_err(E::from))
        }));
        let Ok(result) = done else { return false };
        let is_kept = result.is_ok();
        self.result = Some(result);
        is_kept
    }

    fn settle(self: Box<Self>, commit: Result<(), StoreError>) {
        let answer = match (self.result, commit) {
            (Some(Ok(_)), Err(failed)) => Err(E::from(failed)),
            (Some(result), _) => result,
            (None, _) => Err(E::from(StoreError::Lost)),
        };
        // A caller that hung up has lost only the answer; the work is done and may be asked again.
        drop(self.reply.send(answer));
    }
}

impl Writer {
    /// Starts the thread of the record, which ends when the last handle is dropped.
    pub(crate) fn start(
        connection: Connection,
        boxes: Option<BoxFiles>,
    ) -> Result<Self, StoreError> {
        let desk = WriterThread {
            connection: Some(connection),
            boxes,
            anew: None,
        };
        Self::work_at(desk, "writer").map(|(writer, _)| writer)
    }

    /// Starts the thread of a box. Whoever drops the handle may wait for its end.
    pub(crate) fn start_box(
        connection: Connection,
        anew: Anew,
    ) -> Result<(Self, JoinHandle<()>), StoreError> {
        let desk = WriterThread {
            connection: Some(connection),
            boxes: None,
            anew: Some(anew),
        };
        Self::work_at(desk, "box")
    }

    fn work_at(desk: WriterThread, name: &str) -> Result<(Self, JoinHandle<()>), StoreError> {
        let (queue, works) = bounded(QUEUE);
        let thread = Builder::new()
            .name(name.to_owned())
            .spawn(move || desk.serve(&works))
            .map_err(StoreError::Thread)?;
        Ok((Self { queue }, thread))
    }

    /// The same as [`Writer::write`] for the writer of the record, which waits for a box's: it has no
    /// other turn to give away, and it waits for a place in the queue too.
    pub(crate) fn write_now<T, E>(&self, work: WriteClosure<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (message, answer) = PendingCommit::of(work);
        let sent = self.queue.send(message);
        sent.map_err(|_| StoreError::Lost)?;
        let answer = answer.blocking_recv();
        answer.unwrap_or_else(|_| Err(StoreError::Lost.into()))
    }

    pub(crate) async fn write<T, E>(&self, work: WriteClosure<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (message, answer) = PendingCommit::of(work);
        self.send(message)?;
        answer
            .await
            .unwrap_or_else(|_| Err(StoreError::Lost.into()))
    }

    /// Runs something on the writer's connection outside any transaction.
    pub(crate) async fn maintain<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.maintain_all(move |connection, _| work(connection))
            .await
    }

    /// The same with the boxes that lie beside it.
    pub(crate) async fn maintain_all<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection, Option<&BoxFiles>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let work = move |connection: &Connection, boxes: Option<&BoxFiles>| {
            drop(reply.send(work(connection, boxes)));
        };
        self.send(WriterMessage::Maintain(Box::new(work)))?;
        answer.await.unwrap_or(Err(StoreError::Lost))
    }

    fn send(&self, message: WriterMessage) -> Result<(), StoreError> {
        self.queue
            .try_send(message)
            .map_err(|refused| match refused {
                TrySendError::Full(_) => StoreError::Busy,
                TrySendError::Disconnected(_) => StoreError::Lost,
            })
    }
}

impl WriterThread {
    fn serve(mut self, works: &Receiver<WriterMessage>) {
        while let Ok(first) = works.recv() {
            let mut next = Some(first);
            while let Some(message) = next.take() {
                next = self.take(message, works);
            }
        }
    }

    fn take(
        &mut self,
        message: WriterMessage,
        works: &Receiver<WriterMessage>,
    ) -> Option<WriterMessage> {
        if self.connection.is_none() {
            self.open_again();
        }
        let Some(connection) = &self.connection else {
            // Nobody knows what is on the disk: nothing is answered but that.
            if let WriterMessage::Work(work) = message {
                work.settle(Err(StoreError::NotDurable));
            }
            return None;
        };
        match message {
            WriterMessage::Work(work) => {
                let boxes = self.boxes.as_ref();
                let (is_known, next) = serve_group((connection, boxes), work, works);
                if !is_known && self.anew.is_some() {
                    self.connection = None;
                }
                next
            }
            WriterMessage::Maintain(work) => {
                work(connection, self.boxes.as_ref());
                None
            }
        }
    }

    fn open_again(&mut self) {
        let opened = self.anew.as_ref().map(|anew| anew());
        match opened {
            Some(Ok(connection)) => self.connection = Some(connection),
            Some(Err(error)) => {
                telemetry::note(format!("a box could not be opened again: {error}"));
            }
            None => {}
        }
    }
}

/// Runs works until the queue is empty, the group is full or maintenance is asked for, commits them
/// together and answers them. Answers whether it is known what is on the disk, and gives back a message
/// that did not belong to the group.
fn serve_group(
    (connection, boxes): (&Connection, Option<&BoxFiles>),
    first: Box<dyn WriteJob>,
    works: &Receiver<WriterMessage>,
) -> (bool, Option<WriterMessage>) {
    if let Err(error) = run(connection, "begin immediate") {
        first.settle(Err(error.into()));
        return (true, None);
    }
    let mut group: Vec<Box<dyn WriteJob>> = Vec::new();
    let mut left_over = None;
    let mut next = Some(first);
    while let Some(mut work) = next.take() {
        run_in_savepoint((connection, boxes), work.as_mut());
        group.push(work);
        if group.len() == GROUP {
            break;
        }
        match works.try_recv() {
            Ok(WriterMessage::Work(more)) => next = Some(more),
            Ok(other @ WriterMessage::Maintain(_)) => left_over = Some(other),
            Err(_) => {}
        }
    }
    let committed = run(connection, "commit");
    if committed.is_err() && !connection.is_autocommit() {
        // Nothing of the group may stay behind for the next group's commit to make durable.
        if let Err(error) = connection.execute_batch("rollback") {
            telemetry::note(format!("a failed group could not be rolled back: {error}"));
        }
    }
    if let Err(error) = &committed {
        telemetry::note(format!(
            "a commit failed, all of its works are refused: {error}"
        ));
    }
    for work in group {
        work.settle(if committed.is_ok() {
            Ok(())
        } else {
            Err(StoreError::NotDurable)
        });
    }
    (committed.is_ok(), left_over)
}

fn run_in_savepoint(
    (connection, boxes): (&Connection, Option<&BoxFiles>),
    work: &mut dyn WriteJob,
) {
    let tx = WriteTx::beside(connection, boxes);
    if run(connection, "savepoint work").is_err() {
        return;
    }
    let undone = if work.run(&tx) {
        Ok(())
    } else {
        run(connection, "rollback to work")
    };
    if let Err(error) = undone.and_then(|()| run(connection, "release work")) {
        telemetry::note(format!("a savepoint could not be ended: {error}"));
    }
}

/// Runs a statement that is run for every work, prepared once.
fn run(connection: &Connection, sql: &'static str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(drop)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn writer() -> Writer {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch("create table t (n integer unique)")
            .unwrap();
        Writer::start(connection, None).unwrap()
    }

    fn put(n: i64) -> WriteClosure<(), StoreError> {
        Box::new(move |tx| {
            tx.run("insert into t (n) values (?1)", [n])?;
            Ok(Written::unrecorded(()))
        })
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_full_queue_is_told_at_once_and_what_waits_is_still_done() {
        let writer = writer();
        let (go, wait) = mpsc::channel::<()>();
        let (begun, has_begun) = mpsc::channel();
        let blocked = tokio::spawn({
            let writer = writer.clone();
            async move {
                let work = move |_: &WriteTx<'_>| -> Result<Written<()>, StoreError> {
                    begun.send(()).unwrap();
                    wait.recv().unwrap();
                    Ok(Written::unrecorded(()))
                };
                writer.write(Box::new(work)).await
            }
        });
        has_begun.recv().unwrap();
        let waiting: Vec<_> = (0..i64::try_from(QUEUE).unwrap())
            .map(|n| {
                let writer = writer.clone();
                tokio::spawn(async move { writer.write(put(n)).await })
            })
            .collect();
        while !writer.queue.is_full() {
            tokio::task::yield_now().await;
        }
        assert!(matches!(writer.write(put(-1)).await, Err(StoreError::Busy)));
        go.send(()).unwrap();
        blocked.await.unwrap().unwrap();
        for one in waiting {
            one.await.unwrap().unwrap();
        }
    }

    #[tokio::test]
    async fn a_work_that_fails_or_panics_takes_nothing_of_the_others() {
        let writer = writer();
        writer.write(put(1)).await.unwrap();
        assert!(writer.write(put(1)).await.unwrap_err().is_constraint());
        let panics = |tx: &WriteTx<'_>| -> Result<Written<()>, StoreError> {
            tx.run("insert into t (n) values (2)", [])?;
            panic!("a work breaks")
        };
        assert!(matches!(
            writer.write(Box::new(panics)).await,
            Err(StoreError::Lost)
        ));
        writer.write(put(2)).await.unwrap();
    }
}
