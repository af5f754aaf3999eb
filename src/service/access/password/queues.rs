//! Queues of passwords and codes that wait to be hashed, and which is next. Within a queue it is
//! first come, first served, whatever the address, for a hall shares one.
//!
//! Those who are known go first and have a thread of their own; strangers share the other. Whoever hung up
//! is passed over unhashed.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, PoisonError};

use tokio::sync::oneshot;

use super::{HASH, PasswordError, SALT};
use machine::bounds::WAITING_KNOWN;

/// Where a try waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashQueue {
    /// Somebody signed in, or a browser that signed in before.
    Known,
    /// Anybody.
    Anyone,
}

/// Which lanes a thread serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum QueueSet {
    /// The known alone.
    Known,
    /// All, the known first.
    All,
}

/// One hash to be made.
pub(super) struct HashJob {
    pub(super) password: Vec<u8>,
    pub(super) salt: [u8; SALT],
    pub(super) reply: oneshot::Sender<Result<[u8; HASH], PasswordError>>,
}

impl HashJob {
    /// Answers whoever waits, if anybody still does.
    pub(super) fn answer(self, hash: Result<[u8; HASH], PasswordError>) {
        // A caller that hung up needs no answer, and the log no line of it.
        let _unheard = self.reply.send(hash);
    }
}

/// The lanes of one cost.
pub(super) struct HashQueues {
    most: usize,
    waiting: Mutex<QueuedJobs>,
    came: Condvar,
}

#[derive(Default)]
struct QueuedJobs {
    known: VecDeque<HashJob>,
    anyone: VecDeque<HashJob>,
    is_closed: bool,
}

impl HashQueues {
    /// Lanes in which so many strangers may wait.
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            waiting: Mutex::default(),
            came: Condvar::new(),
        }
    }

    /// Queues a job, or answers that too many wait.
    pub(super) fn put(&self, lane: HashQueue, job: HashJob) -> Result<(), PasswordError> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let (row, most) = match lane {
            HashQueue::Known => (&mut waiting.known, WAITING_KNOWN),
            HashQueue::Anyone => (&mut waiting.anyone, self.most),
        };
        if row.len() >= most {
            // Those who hung up hold no place.
            row.retain(|job| !job.reply.is_closed());
        }
        if row.len() >= most {
            return Err(PasswordError::Busy);
        }
        row.push_back(job);
        drop(waiting);
        self.came.notify_all();
        Ok(())
    }

    /// The next job that somebody still waits for; none once the lanes are closed and empty.
    pub(super) fn next(&self, serves: QueueSet) -> Option<HashJob> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match waiting.take(serves) {
                Some(job) if job.reply.is_closed() => {}
                Some(job) => return Some(job),
                None if waiting.is_closed => return None,
                None => {
                    let woken = self.came.wait(waiting);
                    waiting = woken.unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }

    /// Nobody comes any more: the threads end with what waits.
    pub(super) fn close(&self) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.is_closed = true;
        drop(waiting);
        self.came.notify_all();
    }
}

impl QueuedJobs {
    fn take(&mut self, serves: QueueSet) -> Option<HashJob> {
        let known = self.known.pop_front();
        match serves {
            QueueSet::Known => known,
            QueueSet::All => known.or_else(|| self.anyone.pop_front()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type HashAnswer = oneshot::Receiver<Result<[u8; HASH], PasswordError>>;

    fn put(lanes: &HashQueues, lane: HashQueue, name: &str) -> Result<HashAnswer, PasswordError> {
        let (reply, answer) = oneshot::channel();
        let job = HashJob {
            password: name.as_bytes().to_vec(),
            salt: [0; SALT],
            reply,
        };
        lanes.put(lane, job).map(|()| answer)
    }

    fn order(lanes: &HashQueues, serves: QueueSet) -> String {
        lanes.close();
        let jobs = std::iter::from_fn(|| lanes.next(serves));
        let names = jobs.map(|job| String::from_utf8(job.password).unwrap());
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_known_go_first_and_everybody_else_as_they_came() {
        let lanes = HashQueues::new(99);
        let mut waits = Vec::new();
        for (lane, name) in [
            (HashQueue::Anyone, "a1"),
            (HashQueue::Anyone, "a2"),
            (HashQueue::Known, "k1"),
            (HashQueue::Anyone, "a3"),
            (HashQueue::Known, "k2"),
        ] {
            waits.push(put(&lanes, lane, name).unwrap());
        }
        assert_eq!(order(&lanes, QueueSet::All), "k1 k2 a1 a2 a3");
    }

    #[test]
    fn a_thread_of_the_known_does_nothing_else_and_who_hung_up_costs_nothing() {
        let lanes = HashQueues::new(99);
        let stays = put(&lanes, HashQueue::Anyone, "a").unwrap();
        drop(put(&lanes, HashQueue::Known, "gone").unwrap());
        let known = put(&lanes, HashQueue::Known, "k").unwrap();
        assert_eq!(order(&lanes, QueueSet::Known), "k");
        drop((stays, known));
    }

    #[test]
    fn a_full_row_is_told_so_and_whoever_hung_up_holds_no_place() {
        let lanes = HashQueues::new(2);
        let first = put(&lanes, HashQueue::Anyone, "a").unwrap();
        let second = put(&lanes, HashQueue::Anyone, "b").unwrap();
        assert!(put(&lanes, HashQueue::Anyone, "c").is_err());
        let known = put(&lanes, HashQueue::Known, "k").unwrap();
        drop(first);
        let third = put(&lanes, HashQueue::Anyone, "d").unwrap();
        assert_eq!(order(&lanes, QueueSet::All), "k b d");
        drop((second, third, known));
    }
}
