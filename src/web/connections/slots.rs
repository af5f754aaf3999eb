//! Which connections are open, and which one is closed when there are too many: the oldest connection without a whole request, those first who
//! never sent one, then those of unknown people, and last officers and voters who are idle.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use machine::bounds::ConnectionLimits;

/// How soon a connection without a whole request makes way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SlotPriority {
    /// It never sent a whole request.
    Silent,
    /// It did.
    Asked,
    /// It showed a valid sign-in or a slip of this installation.
    Known,
}

/// A place in the order of making way: standing, since when it waits, which seat.
type SlotOrder = (SlotPriority, u64, u64);

/// All seats of a listener.
pub(super) struct ConnectionSlots {
    room: ConnectionLimits,
    table: Mutex<SlotTable>,
    freed: Notify,
}

#[derive(Default)]
struct SlotTable {
    /// The next seat's number, and the next moment of the order.
    next: u64,
    seats: BTreeMap<u64, TakenSlot>,
    waiting: BTreeSet<SlotOrder>,
    addresses: BTreeMap<IpAddr, AddressSlots>,
}

struct TakenSlot {
    address: IpAddr,
    standing: SlotPriority,
    /// Since when it waits; none while a whole request is being answered.
    since: Option<u64>,
    call: Arc<Notify>,
}

#[derive(Default)]
struct AddressSlots {
    seats: usize,
    waiting: BTreeSet<SlotOrder>,
}

/// The seat of one connection; it is free when the last handle is dropped.
#[derive(Clone)]
pub(crate) struct ConnectionSlot(Arc<SlotHandle>);

struct SlotHandle {
    number: u64,
    seats: Arc<ConnectionSlots>,
    call: Arc<Notify>,
}

impl ConnectionSlots {
    pub(super) fn new(room: ConnectionLimits) -> Self {
        Self {
            room,
            table: Mutex::default(),
            freed: Notify::new(),
        }
    }

    /// A seat for a newcomer. Where all are taken by whole requests it waits until one is answered; an address
    /// whose own seats are taken so gets none.
    pub(super) async fn take(self: &Arc<Self>, address: IpAddr) -> Option<ConnectionSlot> {
        loop {
            let freed = self.freed.notified();
            match self.try_take(address) {
                Ok(seat) => return seat,
                Err(NoFreeSlot) => freed.await,
            }
        }
    }

    fn try_take(self: &Arc<Self>, address: IpAddr) -> Result<Option<ConnectionSlot>, NoFreeSlot> {
        let mut table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        let of_address = table.addresses.get(&address);
        if of_address.is_some_and(|of| of.seats >= self.room.of_address) {
            let oldest = of_address.and_then(|of| of.waiting.first()).copied();
            let Some((_, _, oldest)) = oldest else {
                return Ok(None);
            };
            table.call(oldest);
        }
        if table.seats.len() >= self.room.connections {
            let (_, _, oldest) = table.waiting.first().copied().ok_or(NoFreeSlot)?;
            table.call(oldest);
        }
        let number = table.tick();
        let call = Arc::new(Notify::new());
        let taken = TakenSlot {
            address,
            standing: SlotPriority::Silent,
            since: None,
            call: Arc::clone(&call),
        };
        table.seats.insert(number, taken);
        table.addresses.entry(address).or_default().seats += 1;
        table.wait(number);
        drop(table);
        Ok(Some(ConnectionSlot(Arc::new(SlotHandle {
            number,
            seats: Arc::clone(self),
            call,
        }))))
    }
}

/// Every seat has a whole request.
struct NoFreeSlot;

impl SlotTable {
    fn tick(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// The connection waits from now on.
    fn wait(&mut self, number: u64) {
        let since = self.tick();
        let Some(taken) = self.seats.get_mut(&number) else {
            return;
        };
        if taken.since.is_some() {
            return;
        }
        taken.since = Some(since);
        let turn = (taken.standing, since, number);
        self.waiting.insert(turn);
        if let Some(of) = self.addresses.get_mut(&taken.address) {
            of.waiting.insert(turn);
        }
    }

    /// It waits no more.
    fn go_on(&mut self, number: u64) {
        let Some(taken) = self.seats.get_mut(&number) else {
            return;
        };
        let Some(since) = taken.since.take() else {
            return;
        };
        let turn = (taken.standing, since, number);
        self.waiting.remove(&turn);
        if let Some(of) = self.addresses.get_mut(&taken.address) {
            of.waiting.remove(&turn);
        }
    }

    /// The seat is free.
    fn leave(&mut self, number: u64) -> Option<TakenSlot> {
        self.go_on(number);
        let taken = self.seats.remove(&number)?;
        if let Some(of) = self.addresses.get_mut(&taken.address) {
            of.seats = of.seats.saturating_sub(1);
            if of.seats == 0 {
                self.addresses.remove(&taken.address);
            }
        }
        Some(taken)
    }

    /// Whoever sits there makes way.
    fn call(&mut self, number: u64) {
        if let Some(taken) = self.leave(number) {
            taken.call.notify_one();
        }
    }
}

impl ConnectionSlot {
    fn with(&self, work: impl FnOnce(&mut SlotTable, u64)) {
        let table = &self.0.seats.table;
        let mut table = table.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut table, self.0.number);
    }

    /// A whole request is here: it is answered before anybody makes way.
    pub(super) fn is_whole(&self) {
        self.with(|table, number| {
            table.go_on(number);
            if let Some(taken) = table.seats.get_mut(&number) {
                taken.standing = taken.standing.max(SlotPriority::Asked);
            }
        });
    }

    /// Its answer has gone out.
    pub(super) fn waits(&self) {
        self.with(SlotTable::wait);
    }

    /// Somebody who is known asks here: when it rests it makes way last.
    pub(crate) fn is_known(&self) {
        self.with(|table, number| {
            if let Some(taken) = table.seats.get_mut(&number)
                && taken.since.is_none()
            {
                taken.standing = SlotPriority::Known;
            }
        });
    }

    /// Ends when this connection has to make way.
    pub(super) async fn is_called(&self) {
        self.0.call.notified().await;
    }
}

impl Drop for SlotHandle {
    fn drop(&mut self) {
        let table = &self.seats.table;
        let mut table = table.lock().unwrap_or_else(PoisonError::into_inner);
        table.leave(self.number);
        drop(table);
        self.seats.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(connections: usize, of_address: usize) -> Arc<ConnectionSlots> {
        Arc::new(ConnectionSlots::new(ConnectionLimits {
            connections,
            of_address,
            ..ConnectionLimits::USUAL
        }))
    }

    fn from(last: u8) -> IpAddr {
        IpAddr::from([10, 0, 0, last])
    }

    fn take(seats: &Arc<ConnectionSlots>, last: u8) -> Option<ConnectionSlot> {
        seats.try_take(from(last)).ok().flatten()
    }

    async fn is_called(seat: &ConnectionSlot) -> bool {
        tokio::select! {
            biased;
            () = seat.is_called() => true,
            () = std::future::ready(()) => false,
        }
    }

    #[tokio::test]
    async fn the_oldest_who_never_asked_makes_way_and_a_whole_request_never_does() {
        let seats = seats(4, 4);
        let sat: Vec<ConnectionSlot> = (1..=4).map(|last| take(&seats, last).unwrap()).collect();
        sat[0].is_whole();
        sat[1].is_whole();
        sat[1].is_known();
        sat[1].waits();
        let mut newcomers = Vec::new();
        let mut gone = Vec::new();
        for last in 5..=7 {
            newcomers.push(take(&seats, last).unwrap());
            for (number, seat) in sat.iter().chain(&newcomers).enumerate() {
                if is_called(seat).await {
                    gone.push(number);
                }
            }
            newcomers[newcomers.len() - 1].is_whole();
        }
        // The two who never asked, then the officer at rest; the newcomer that asked holds its seat.
        assert_eq!(gone, [2, 3, 1]);
        assert!(seats.try_take(from(9)).is_err(), "all have whole requests");
    }

    #[tokio::test]
    async fn an_address_makes_room_for_itself_alone() {
        let seats = seats(100, 3);
        let other = take(&seats, 1).unwrap();
        let flood: Vec<ConnectionSlot> = (0..3).map(|_| take(&seats, 2).unwrap()).collect();
        let newcomer = take(&seats, 2).unwrap();
        assert!(is_called(&flood[0]).await);
        assert!(!is_called(&flood[1]).await && !is_called(&other).await);
        for seat in [&flood[1], &flood[2], &newcomer] {
            seat.is_whole();
        }
        assert!(take(&seats, 2).is_none(), "it waits for its own requests");
        assert!(take(&seats, 1).is_some());
    }

    #[tokio::test]
    async fn a_seat_that_is_left_is_free_again() {
        let seats = seats(1, 1);
        let one = take(&seats, 1).unwrap();
        one.is_whole();
        assert!(seats.try_take(from(2)).is_err());
        let waiting = tokio::spawn({
            let seats = Arc::clone(&seats);
            async move { seats.take(from(2)).await.is_some() }
        });
        tokio::task::yield_now().await;
        drop(one);
        assert!(waiting.await.unwrap());
    }
}
