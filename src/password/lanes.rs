//! What waits for a hash, and whose turn is next: first come, first served within a lane.
//!
//! Those who are known go first and have a thread of their own. Strangers share the other; of them an
//! address that sent too many wrong tries waits apart, each such address in turn, and gets every second
//! place, so that it neither holds the others up nor starves. Whoever hung up is passed over unhashed.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, PoisonError};

use tokio::sync::oneshot;

use super::{HASH, PasswordError, SALT};
use crate::bounds::WAITING_KNOWN;

/// Where a try waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane<'a> {
    /// Somebody signed in, or a browser that signed in before.
    Known,
    /// Anybody.
    Anyone,
    /// An address over its limit of wrong tries.
    Over(&'a str),
}

/// Which lanes a thread serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Serves {
    /// The known alone.
    Known,
    /// All, the known first.
    All,
}

/// One hash to be made.
pub(super) struct Job {
    pub(super) password: Vec<u8>,
    pub(super) salt: [u8; SALT],
    pub(super) reply: oneshot::Sender<Result<[u8; HASH], PasswordError>>,
}

impl Job {
    /// Answers whoever waits, if anybody still does.
    pub(super) fn answer(self, hash: Result<[u8; HASH], PasswordError>) {
        // A caller that hung up needs no answer, and the log no line of it.
        let _unheard = self.reply.send(hash);
    }
}

/// The lanes of one cost.
pub(super) struct Lanes {
    most: usize,
    waiting: Mutex<Waiting>,
    came: Condvar,
}

#[derive(Default)]
struct Waiting {
    known: VecDeque<Job>,
    anyone: VecDeque<Job>,
    over: BTreeMap<String, VecDeque<Job>>,
    /// The addresses that wait, in the order of their turns.
    turns: VecDeque<String>,
    is_overs_turn: bool,
    is_closed: bool,
}

impl Lanes {
    /// Lanes in which so many strangers may wait.
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            waiting: Mutex::default(),
            came: Condvar::new(),
        }
    }

    /// Queues a job, or answers that too many wait. A full room makes place at the cost of the address that
    /// takes most of it.
    pub(super) fn put(&self, lane: Lane<'_>, job: Job) -> Result<(), PasswordError> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        match lane {
            Lane::Known if waiting.known.len() >= WAITING_KNOWN => return Err(PasswordError::Busy),
            Lane::Known => waiting.known.push_back(job),
            Lane::Anyone => {
                if waiting.strangers() >= self.most {
                    waiting.make_place("")?;
                }
                waiting.anyone.push_back(job);
            }
            Lane::Over(address) => {
                if waiting.strangers() >= self.most {
                    waiting.make_place(address)?;
                }
                if !waiting.over.contains_key(address) {
                    waiting.turns.push_back(address.to_owned());
                }
                let row = waiting.over.entry(address.to_owned()).or_default();
                row.push_back(job);
            }
        }
        drop(waiting);
        self.came.notify_all();
        Ok(())
    }

    /// The next job that somebody still waits for; none once the lanes are closed and empty.
    pub(super) fn next(&self, serves: Serves) -> Option<Job> {
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

impl Waiting {
    fn strangers(&self) -> usize {
        let over: usize = self.over.values().map(VecDeque::len).sum();
        self.anyone.len() + over
    }

    /// The last of the address with most places is told to come back, unless a newcomer of that same
    /// address asks.
    fn make_place(&mut self, newcomer: &str) -> Result<(), PasswordError> {
        let longest = self.over.iter_mut().max_by_key(|(_, row)| row.len());
        let Some((address, row)) = longest.filter(|(address, _)| *address != newcomer) else {
            return Err(PasswordError::Busy);
        };
        if let Some(last) = row.pop_back() {
            last.answer(Err(PasswordError::Busy));
        }
        if row.is_empty() {
            let address = address.clone();
            self.over.remove(&address);
            self.turns.retain(|turn| *turn != address);
        }
        Ok(())
    }

    fn take(&mut self, serves: Serves) -> Option<Job> {
        let known = self.known.pop_front();
        if known.is_some() || serves == Serves::Known {
            return known;
        }
        self.is_overs_turn = !self.is_overs_turn;
        let overs = if self.is_overs_turn {
            self.take_over()
        } else {
            None
        };
        overs
            .or_else(|| self.anyone.pop_front())
            .or_else(|| self.take_over())
    }

    /// The next of the address whose turn it is.
    fn take_over(&mut self) -> Option<Job> {
        let address = self.turns.pop_front()?;
        let row = self.over.get_mut(&address)?;
        let job = row.pop_front();
        if row.is_empty() {
            self.over.remove(&address);
        } else {
            self.turns.push_back(address);
        }
        job
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Answer = oneshot::Receiver<Result<[u8; HASH], PasswordError>>;

    fn put(lanes: &Lanes, lane: Lane<'_>, name: &str) -> Result<Answer, PasswordError> {
        let (reply, answer) = oneshot::channel();
        let job = Job {
            password: name.as_bytes().to_vec(),
            salt: [0; SALT],
            reply,
        };
        lanes.put(lane, job).map(|()| answer)
    }

    fn order(lanes: &Lanes, serves: Serves) -> String {
        lanes.close();
        let jobs = std::iter::from_fn(|| lanes.next(serves));
        let names = jobs.map(|job| String::from_utf8(job.password).unwrap());
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_known_go_first_and_an_address_over_its_limit_gets_every_second_place() {
        let lanes = Lanes::new(99);
        let mut waits = Vec::new();
        for (lane, name) in [
            (Lane::Over("x"), "x1"),
            (Lane::Over("x"), "x2"),
            (Lane::Over("x"), "x3"),
            (Lane::Over("y"), "y1"),
            (Lane::Anyone, "a1"),
            (Lane::Anyone, "a2"),
            (Lane::Anyone, "a3"),
            (Lane::Known, "k1"),
        ] {
            waits.push(put(&lanes, lane, name).unwrap());
        }
        assert_eq!(order(&lanes, Serves::All), "k1 x1 a1 y1 a2 x2 a3 x3");
    }

    #[test]
    fn a_thread_of_the_known_does_nothing_else_and_who_hung_up_costs_nothing() {
        let lanes = Lanes::new(99);
        let stays = put(&lanes, Lane::Anyone, "a").unwrap();
        drop(put(&lanes, Lane::Known, "gone").unwrap());
        let known = put(&lanes, Lane::Known, "k").unwrap();
        assert_eq!(order(&lanes, Serves::Known), "k");
        drop((stays, known));
    }

    #[test]
    fn a_full_room_costs_the_address_that_fills_it_and_nobody_else() {
        let lanes = Lanes::new(10);
        let mut flood: Vec<Answer> = (0..10)
            .map(|_| put(&lanes, Lane::Over("flood"), "f").unwrap())
            .collect();
        assert!(put(&lanes, Lane::Over("flood"), "f").is_err());
        let kept = [
            put(&lanes, Lane::Anyone, "a").unwrap(),
            put(&lanes, Lane::Over("hall"), "h").unwrap(),
        ];
        let told = flood.split_off(8);
        for mut answer in told {
            assert!(matches!(answer.try_recv(), Ok(Err(PasswordError::Busy))));
        }
        assert_eq!(order(&lanes, Serves::All), "f a h f f f f f f f");
        drop((flood, kept));
    }
}
