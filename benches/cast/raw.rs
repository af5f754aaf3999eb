//! What SQLite alone can do on this disk: the two statements of a cast, 64 casts a commit, one
//! thread, no HTTP, no checks.

use std::path::Path;
use std::time::{Duration, Instant};

use machine::random::Random;
use rusqlite::params;

use super::hall::Prepared;
use super::load::Measured;
use super::mutex::{PUT, SPEND, connection};

pub(crate) fn run(data: &Path, prepared: &Prepared, most: Duration) -> Measured {
    let database = connection(data);
    let random = Random::system();
    let mut spend = database.prepare(SPEND).unwrap();
    let mut put = database.prepare(PUT).unwrap();
    let mut done = 0;
    let begun = Instant::now();
    for batch in prepared.forms.chunks(64) {
        if begun.elapsed() > most {
            break;
        }
        database.execute_batch("begin immediate").unwrap();
        for form in batch {
            spend.execute(params![form.round, form.slip]).unwrap();
            let key = random.bytes::<16>().unwrap();
            put.execute(params![form.round, key, form.body]).unwrap();
            done += 1;
        }
        database.execute_batch("commit").unwrap();
    }
    Measured {
        done,
        took: begun.elapsed(),
        latencies: Vec::new(),
    }
}
