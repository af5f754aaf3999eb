//! Live lines (server-sent events): how many there may be of one screen, one slip, one address and in all. A newcomer always gets
//! one; where there are too many, the oldest is ended, and its page opens another. Each ends by itself after
//! a while, so that nobody holds one for ever.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::sync::Notify;
use tokio_stream::Stream;

use domain::hall::screen::PairCode;
use machine::bounds::{ConnectionLimits, STREAMS_OF_SCREEN, STREAMS_OF_SLIP};
use service::voting::ticket::Ticket;

/// What a live line follows, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum StreamTopic {
    /// The scenes of a screen, for whoever knows its code.
    Screen(PairCode),
    /// How voting stands, for a slip.
    Slip(Ticket),
}

impl StreamTopic {
    fn most(&self) -> usize {
        match self {
            Self::Screen(_) => STREAMS_OF_SCREEN,
            Self::Slip(_) => STREAMS_OF_SLIP,
        }
    }
}

/// The live lines that are open, in memory only.
#[derive(Clone)]
pub(super) struct Streams {
    room: ConnectionLimits,
    open: Arc<Mutex<OpenStreams>>,
}

#[derive(Default)]
struct OpenStreams {
    next: u64,
    lines: BTreeMap<u64, LiveLine>,
    of_what: BTreeMap<StreamTopic, BTreeSet<u64>>,
    of_address: BTreeMap<String, BTreeSet<u64>>,
}

struct LiveLine {
    what: StreamTopic,
    address: String,
    end: Arc<Notify>,
}

impl OpenStreams {
    fn end(&mut self, number: u64) {
        let Some(line) = self.lines.remove(&number) else {
            return;
        };
        without(&mut self.of_what, &line.what, number);
        without(&mut self.of_address, &line.address, number);
        line.end.notify_one();
    }
}

fn without<K: Ord>(sets: &mut BTreeMap<K, BTreeSet<u64>>, key: &K, number: u64) {
    if let Some(set) = sets.get_mut(key) {
        set.remove(&number);
        if set.is_empty() {
            sets.remove(key);
        }
    }
}

fn oldest_beyond(set: Option<&BTreeSet<u64>>, most: usize) -> Option<u64> {
    set.filter(|set| set.len() > most)
        .and_then(|set| set.first())
        .copied()
}

impl Streams {
    pub(super) fn new(room: ConnectionLimits) -> Self {
        Self {
            room,
            open: Arc::default(),
        }
    }

    /// Keeps the events of a live line as long as it has its place.
    pub(super) fn keep<S>(
        &self,
        what: StreamTopic,
        address: &str,
        events: S,
    ) -> impl Stream<Item = S::Item> + Send + use<S>
    where
        S: Stream + Send + 'static,
    {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.next += 1;
        let (number, end) = (open.next, Arc::new(Notify::new()));
        let most = what.most();
        open.of_what.entry(what).or_default().insert(number);
        let of_address = open.of_address.entry(address.to_owned()).or_default();
        of_address.insert(number);
        let line = LiveLine {
            what,
            address: address.to_owned(),
            end: Arc::clone(&end),
        };
        open.lines.insert(number, line);
        let too_many = [
            oldest_beyond(open.of_what.get(&what), most),
            oldest_beyond(open.of_address.get(address), self.room.streams_of_address),
        ];
        for oldest in too_many.into_iter().flatten() {
            open.end(oldest);
        }
        if open.lines.len() > self.room.streams
            && let Some(oldest) = open.lines.keys().next().copied()
        {
            open.end(oldest);
        }
        drop(open);
        // Not all at once: lines that began together end one after the other.
        let longer = Duration::from_secs(number % 60);
        let lasts = tokio::time::sleep(self.room.stream + longer);
        let over = async move {
            tokio::select! {
                () = end.notified() => {}
                () = lasts => {}
            }
        };
        StreamEntry {
            events: Box::pin(events),
            over: Some(Box::pin(over)),
            _place: StreamGuard {
                number,
                open: Arc::clone(&self.open),
            },
        }
    }
}

/// The place of one line, given back when it is dropped.
struct StreamGuard {
    number: u64,
    open: Arc<Mutex<OpenStreams>>,
}

impl Drop for StreamGuard {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.end(self.number);
    }
}

struct StreamEntry<S> {
    events: Pin<Box<S>>,
    /// Until when it is kept; none once it has ended.
    over: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
    _place: StreamGuard,
}

impl<S: Stream> Stream for StreamEntry<S> {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let Some(over) = &mut self.over else {
            return Poll::Ready(None);
        };
        if over.as_mut().poll(context).is_ready() {
            self.over = None;
            return Poll::Ready(None);
        }
        self.events.as_mut().poll_next(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio_stream::StreamExt as _;

    fn code(digits: &str) -> StreamTopic {
        StreamTopic::Screen(digits.parse().unwrap())
    }

    /// How many of these lines still have their place.
    async fn alive<S: Stream<Item = u8> + Unpin>(lines: &mut [S]) -> Vec<usize> {
        let mut alive = Vec::new();
        for (number, line) in lines.iter_mut().enumerate() {
            if line.next().await.is_some() {
                alive.push(number);
            }
        }
        alive
    }

    #[tokio::test]
    async fn the_newest_follower_of_a_code_or_address_is_served_and_the_oldest_ends() {
        let room = ConnectionLimits {
            streams: 20,
            streams_of_address: 15,
            ..ConnectionLimits::USUAL
        };
        let streams = Streams::new(room);
        let follow = |code: StreamTopic, address: &str| {
            let events = tokio_stream::iter(std::iter::repeat(1_u8));
            Box::pin(streams.keep(code, address, events))
        };
        let mut of_code: Vec<_> = (0..14).map(|_| follow(code("111111"), "a")).collect();
        assert_eq!(alive(&mut of_code).await, (2..14).collect::<Vec<_>>());
        let mut of_address: Vec<_> = (2..6)
            .map(|n| follow(code(&n.to_string().repeat(6)), "a"))
            .collect();
        assert_eq!(alive(&mut of_address).await, [0, 1, 2, 3]);
        assert_eq!(alive(&mut of_code).await, (3..14).collect::<Vec<_>>());
        drop(of_code);
        drop(of_address);
        let open = streams.open.lock().unwrap();
        assert!(open.lines.is_empty() && open.of_what.is_empty() && open.of_address.is_empty());
    }

    #[tokio::test]
    async fn a_line_ends_by_itself_after_its_time() {
        let room = ConnectionLimits {
            stream: Duration::ZERO,
            ..ConnectionLimits::USUAL
        };
        let streams = Streams::new(room);
        let events = tokio_stream::pending::<u8>();
        let line = Box::pin(streams.keep(code("111111"), "a", events));
        assert_eq!(line.collect::<Vec<u8>>().await, [0_u8; 0]);
    }
}
