//! What SQLite alone can do on this disk: a ballot sealed and the two statements of its cast, 64 casts a
//! commit, one thread, no HTTP, no checks.

use std::path::Path;
use std::time::{Duration, Instant};

use domain::ballot::Paper;
use machine::random::Random;
use rusqlite::params;

use super::hall::Prepared;
use super::load::Measured;
use super::mutex::{PUT, ROUND, SPEND, box_key, connection, sealed};

pub(crate) fn run(data: &Path, prepared: &Prepared, most: Duration) -> Measured {
    let database = connection(data);
    let (random, key) = (Random::system(), box_key());
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
            let plain = Paper::Marks(form.marks.clone()).encode();
            let (row, body) = sealed(&random, &key, &plain);
            spend.execute(params![ROUND, form.slip]).unwrap();
            put.execute(params![ROUND, row, body]).unwrap();
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
