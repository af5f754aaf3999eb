//! BOUNDS: how much of everything there is room for, each with its reason. Whatever a stranger can make
//! the program hold, wait for or work at is bounded by a line of this page and by nothing else.
//!
//! The measure is a hall: 350 deputies behind one address, each with a phone that opens up to six
//! connections and follows one live line; a prefecture votes in seven such halls on one day.

use std::time::Duration;

/// So many at once, then one in each such time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// At once.
    pub burst: u32,
    /// Then one in so long.
    pub each: Duration,
}

impl RateLimit {
    const fn of(burst: u32, each: Duration) -> Self {
        Self { burst, each }
    }
}

// --- Connections and streams (src/web/door, src/web/streams.rs)

/// File handles asked of the machine when the server starts; also those of `deploy/minsheng.service`.
pub const FILES: u64 = 65_536;
/// Fewer handles than this are said to be too few: three halls at once would not find room.
pub const FEWEST_FILES: u64 = 8_192;
/// Handles that connections leave alone: database and its log for each reader, uploads, fonts.
const FILES_OF_THE_HOUSE: usize = 192;

/// Connections, streams and their times, for a machine with so many file handles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// Connections in all. Three halls with every phone's six, and as much again for those who only
    /// stand in the way: an idle connection costs some 20 KB.
    pub connections: usize,
    /// Connections of one address: half of all, for a hall shares one and must not be half let in.
    pub of_address: usize,
    /// Live lines in all: seven halls with a line for each phone. What is beyond connections is for
    /// requests, which end.
    pub streams: usize,
    /// Live lines of one address: two halls and their screens.
    pub streams_of_address: usize,
    /// Time for a request's head, also for the first byte of the next one: phones send it in one piece.
    pub head: Duration,
    /// Time for a request's body from its head on: a form is one piece, a photo comes in pieces of its own.
    pub body: Duration,
    /// How long an answer may wait for somebody who takes nothing of it.
    pub stalled: Duration,
    /// How long a live line is kept at least; then its page opens it anew. Nobody holds a place for ever.
    pub stream: Duration,
}

impl ConnectionLimits {
    /// On a machine with enough file handles.
    pub const USUAL: Self = Self {
        connections: 8_000,
        of_address: 4_000,
        streams: 3_000,
        streams_of_address: 800,
        head: Duration::from_secs(10),
        body: Duration::from_secs(40),
        stalled: Duration::from_secs(20),
        stream: Duration::from_secs(240),
    };

    /// Where a proxy of this machine speaks for everybody: connections are not counted by their address, which
    /// is the proxy's; the proxy does that (`limit_conn` in its sample).
    #[must_use]
    pub fn behind_proxy(self) -> Self {
        Self {
            of_address: self.connections,
            ..self
        }
    }

    /// What fits into so many file handles: fewer connections are better than none for the database.
    #[must_use]
    pub fn within(files: u64) -> Self {
        let files = usize::try_from(files).unwrap_or(usize::MAX);
        let usual = Self::USUAL;
        let connections = files.saturating_sub(FILES_OF_THE_HOUSE).max(16);
        let connections = connections.min(usual.connections);
        let share = |of: usize| (of * connections / usual.connections).max(8);
        Self {
            connections,
            of_address: share(usual.of_address),
            streams: share(usual.streams),
            streams_of_address: share(usual.streams_of_address),
            ..usual
        }
    }
}

/// Bytes of a request's head: 8,000 senders of endless ones hold 256 MB and no more.
pub const HEAD_BYTES: usize = 32 << 10;
/// Live lines of one hall screen's code: the wall, a second one, and the pictures of it at the desks.
pub const STREAMS_OF_SCREEN: usize = 12;
/// Live lines of one slip: a phone looks at one page.
pub const STREAMS_OF_SLIP: usize = 1;

// --- Typed codes (src/password/lanes.rs)

/// Typed codes that wait for their place, in all, one a connection: seven halls that type at once, and a
/// hall's flood. At about 2 ms each they are through within the time of a request.
pub const WAITING_CODES: usize = 3_000;
/// How wrong tries are told on the cockpit: as the largest of these steps that was reached within
/// [`TRIES_TOLD`]. A number that moves with each try would tell who types what.
pub const TRIES_STEPS: [u64; 5] = [10, 50, 100, 500, 1_000];
/// The time over which they are told.
pub const TRIES_TOLD: Duration = Duration::from_secs(600);

// --- Readers of the database (src/store/engine/reader.rs, src/service/access/anonymous_slots.rs, src/web/public_slots.rs)

/// Connections that read the database.
pub const READERS: u32 = 5;
/// Of them, those who look up what strangers ask: typed codes, names at the sign-in, screens that nobody
/// paired.
pub const READERS_OF_STRANGERS: usize = 1;
/// Of them, those of the public's pages. The others are free for voters and officers.
pub const READERS_OF_THE_PUBLIC: usize = 2;
/// Pages of the public that wait for these; whoever comes then is told to come back. At about 2 ms each they
/// are through within a second or two.
pub const WAITING_PUBLIC: usize = 500;
/// Bytes of the largest public page that is kept.
pub const KEPT_PAGE: usize = 4 << 20;
/// Bytes of all public pages that are kept, plain and compressed: some hundreds of usual ones.
pub const KEPT_PAGES: usize = 16 << 20;

/// By how much threads that hash for strangers give way to the others (`nice`): where every core is taken
/// they still get a ninth of one.
pub const HASHING_GIVES_WAY: i32 = 10;

// --- Passwords and PINs (src/password/lanes.rs, src/service/access/sign_in_limits.rs)

/// Wrong codes of a first sign-in from one address: a handful of fat fingers, and one a second afterwards.
pub const WRONG_INVITATIONS: RateLimit = RateLimit::of(60, Duration::from_secs(1));
/// Sign-ins that wait for a thread, of browsers that nobody knows: a second's work.
pub const WAITING_SIGN_INS: usize = 64;
/// PINs and sign-ins of known browsers that wait: all officers of all congresses at once.
pub const WAITING_KNOWN: usize = 256;
/// Tries to sign in of one address, looked at before any work is done; a right one is given back, so that a
/// hall of deputies who know their passwords is not held up.
pub const SIGN_INS_OF_ADDRESS: RateLimit = RateLimit::of(30, Duration::from_secs(2));
/// Wrong passwords in a row that cost no waiting; each further one costs twice the wait before.
pub const FREE_TRIES: u32 = 5;
/// The longest wait between two tries at a password.
pub const LONGEST_WAIT: Duration = Duration::from_secs(60);

// --- Visits to kiosks (src/service/voting/kiosk_visits.rs)

/// Visits at one address: tablets of a hall behind one gateway. The oldest makes way.
pub const VISITS_OF_ADDRESS: usize = 64;
/// Visits in all. The oldest makes way.
pub const VISITS: usize = 1_000;

// --- Leads and ratings of residents (src/service/access/resident_limits.rs)

/// One phone: five at once, for a family shares one, then one in ten minutes.
pub const LEADS_OF_DEVICE: RateLimit = RateLimit::of(5, Duration::from_secs(600));
/// A browser without the cookie, by address: twenty at once, then one a minute.
pub const LEADS_OF_NAMELESS: RateLimit = RateLimit::of(20, Duration::from_secs(60));
/// One address: a village or a station day behind one gateway is 200 people in an hour or two; then
/// one in three seconds, which is 1,200 an hour.
pub const LEADS_OF_ADDRESS: RateLimit = RateLimit::of(200, Duration::from_secs(3));
/// One congress in all: 2,000 at once is more than a county's whole call brought anywhere we read
/// of; then one a second.
pub const LEADS_OF_CONGRESS: RateLimit = RateLimit::of(2_000, Duration::from_secs(1));
/// Wrong receipt numbers of one address: sixty at once, then one in two seconds. Of 10^15 numbers a
/// guesser at this pace hits one of 200,000 leads in some three centuries.
pub const WRONG_RECEIPTS: RateLimit = RateLimit::of(60, Duration::from_secs(2));
/// Leads that wait for the writer at one moment: a sixteenth of its queue.
pub const WAITING_LEADS: usize = 64;

// --- Uploads (src/service/picture/pictures.rs, src/web/upload.rs)

/// Photos of residents in memory at one moment, each at most 20 MB. The oldest that has not come to its end
/// makes way; while all are worked on, whoever comes is told to come back.
pub const RESIDENTS_PHOTOS: usize = 12;
/// Of them from one address, so that one phone does not take them all; the oldest makes way.
pub const RESIDENTS_PHOTOS_OF_ADDRESS: usize = 4;
/// Photos of staff in memory at one moment: a room of their own, which no stranger can fill.
pub const STAFF_PHOTOS: usize = 12;
/// Files of staff that come in at once: each is held in memory until it is read.
pub const STAFF_FILES: usize = 6;

// --- What is remembered

/// Names and addresses that one counter remembers before those that recovered are dropped, and then the
/// one that was quiet for longest.
pub const REMEMBERED: usize = 10_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_file_handles_make_small_room_and_leave_some_for_the_database() {
        assert_eq!(ConnectionLimits::within(FILES), ConnectionLimits::USUAL);
        let few = ConnectionLimits::within(1_024);
        assert_eq!(few.connections, 832);
        assert!(few.of_address < few.connections && few.streams < few.of_address);
        assert!(ConnectionLimits::within(0).connections > 0);
    }

    #[test]
    fn there_is_room_for_requests_beside_the_longest_lines() {
        let ConnectionLimits {
            connections,
            streams,
            ..
        } = ConnectionLimits::USUAL;
        let shared = READERS_OF_STRANGERS + READERS_OF_THE_PUBLIC;
        assert!(
            shared < usize::try_from(READERS).unwrap(),
            "some are kept for voters"
        );
        // Whatever strangers may wait for, seats are kept for scans and officers.
        let strangers = streams + WAITING_CODES + WAITING_PUBLIC + WAITING_SIGN_INS;
        assert!(strangers + 1_000 <= connections);
    }
}
