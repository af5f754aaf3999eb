//! Passwords and typed slip codes: argon2id on threads of its own with memory of its own.
//!
//! On the shared blocking pool every hash would allocate 19 MiB anew and a rush of sign-ins would
//! take gigabytes; two threads that reuse their memory do the same work in a fixed 38 MiB. What waits for
//! them waits in lanes: one thread of two is for those who are known alone. The threads of strangers give
//! way to all other work of the machine: votes first, hashing last.

mod queues;

use std::sync::Arc;
use std::thread::Builder;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use subtle::ConstantTimeEq;
use tokio::sync::oneshot;

use machine::bounds::{HASHING_GIVES_WAY, WAITING_CODES, WAITING_SIGN_INS};
pub use queues::HashQueue;
use queues::{HashJob, HashQueues, QueueSet};

/// What one hash costs, how many threads work at it, and how many may wait for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashCost {
    /// Memory in KiB.
    memory: u32,
    /// Passes over it.
    passes: u32,
    /// Threads, and which lanes each serves.
    threads: &'static [QueueSet],
    /// Strangers who wait at one moment.
    waiting: usize,
}

impl HashCost {
    /// For sign-ins: OWASP's second recommendation for argon2id, about 17 ms.
    pub const PASSWORD: Self = Self {
        memory: 19_456,
        passes: 2,
        threads: &[QueueSet::All, QueueSet::Known],
        waiting: WAITING_SIGN_INS,
    };
    /// For tests of anything but passwords: worth nothing against a thief, and hundreds of tests sign
    /// a dozen people in. No command uses it.
    pub const CHEAP: Self = Self {
        memory: 64,
        passes: 1,
        ..Self::PASSWORD
    };
    /// For ten typed digits, about 2 ms on one thread: nobody tries more than some 500 codes a
    /// second through the server, and a stolen database with its key costs 10^10 such hashes.
    pub(crate) const TYPED_CODE: Self = Self {
        memory: 4_096,
        passes: 1,
        threads: &[QueueSet::All],
        waiting: WAITING_CODES,
    };
}

const SALT: usize = 16;
const HASH: usize = 32;

/// Why no answer could be given about a password.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PasswordError {
    /// Too many sign-ins wait.
    #[error("too many sign-ins wait")]
    Busy,
    /// The stored hash cannot be read, or the threads are gone.
    #[error("the password could not be checked")]
    Broken,
}

/// A handle to the hashing threads of one cost; they end with the last one.
#[derive(Clone)]
pub(crate) struct Passwords {
    lanes: Arc<RunningQueues>,
    cost: HashCost,
}

/// The lanes while anybody may still come.
struct RunningQueues(Arc<HashQueues>);

impl Drop for RunningQueues {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Passwords {
    /// Starts the threads.
    ///
    /// # Errors
    /// [`PasswordError::Broken`] when the machine gives no thread.
    pub(crate) fn start(cost: HashCost) -> Result<Self, PasswordError> {
        let lanes = Arc::new(HashQueues::new(cost.waiting));
        for serves in cost.threads {
            let lanes = Arc::clone(&lanes);
            let thread = Builder::new().name("password".to_owned());
            let started = thread.spawn(move || {
                if *serves == QueueSet::All {
                    give_way();
                }
                let mut memory = Vec::new();
                while let Some(job) = lanes.next(*serves) {
                    let hash = derive(&job.password, &job.salt, cost, &mut memory);
                    job.answer(hash.ok_or(PasswordError::Broken));
                }
            });
            started.map_err(|_| PasswordError::Broken)?;
        }
        let lanes = Arc::new(RunningQueues(lanes));
        Ok(Self { lanes, cost })
    }

    /// Hashes a new password under a random salt, for somebody who is known.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub(crate) async fn hash(
        &self,
        password: &str,
        salt: [u8; SALT],
    ) -> Result<String, PasswordError> {
        let hash = self.derive(password, salt, HashQueue::Known).await?;
        let HashCost { memory, passes, .. } = self.cost;
        Ok(format!(
            "argon2id-{memory}-{passes}-1${}${}",
            hex(&salt),
            hex(&hash)
        ))
    }

    /// Whether a password is the one behind a stored hash. Give `None` when there is no such
    /// account: the same work is done, so that the answer's time tells nothing.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub(crate) async fn verify(
        &self,
        password: &str,
        stored: Option<&str>,
        lane: HashQueue,
    ) -> Result<bool, PasswordError> {
        let Some(stored) = stored else {
            self.derive(password, [0; SALT], lane).await?;
            return Ok(false);
        };
        let mut parts = stored.split('$').skip(1);
        let salt = parts
            .next()
            .and_then(unhex::<SALT>)
            .ok_or(PasswordError::Broken)?;
        let hash = parts
            .next()
            .and_then(unhex::<HASH>)
            .ok_or(PasswordError::Broken)?;
        let derived = self.derive(password, salt, lane).await?;
        Ok(derived.ct_eq(&hash).into())
    }

    /// The bare hash of a password or code under a salt.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub(crate) async fn derive(
        &self,
        password: &str,
        salt: [u8; SALT],
        lane: HashQueue,
    ) -> Result<[u8; HASH], PasswordError> {
        let (reply, answer) = oneshot::channel();
        let job = HashJob {
            password: password.as_bytes().to_vec(),
            salt,
            reply,
        };
        self.lanes.0.put(lane, job)?;
        answer.await.map_err(|_| PasswordError::Broken)?
    }
}

/// Lets this thread have what others leave of a core. Where the machine knows no such rank of a single
/// thread, it stays as it is.
fn give_way() {
    if cfg!(target_os = "linux") {
        // A machine that refuses it hashes as fast as before.
        let _rank = rustix::process::nice(HASHING_GIVES_WAY);
    }
}

fn derive(
    password: &[u8],
    salt: &[u8; SALT],
    cost: HashCost,
    memory: &mut Vec<Block>,
) -> Option<[u8; HASH]> {
    let params = Params::new(cost.memory, cost.passes, 1, Some(HASH)).ok()?;
    memory.resize(params.block_count(), Block::default());
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut out = [0; HASH];
    argon
        .hash_password_into_with_memory(password, salt, &mut out, memory.as_mut_slice())
        .ok()?;
    Some(out)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut out = [0; N];
    for (place, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    (text.len() == N * 2).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let passwords = Passwords::start(HashCost::PASSWORD).unwrap();
        let stored = passwords.hash("密码 with spaces", [3; SALT]).await.unwrap();
        assert!(stored.starts_with("argon2id-19456-2-1$"));
        assert!(
            passwords
                .verify("密码 with spaces", Some(&stored), HashQueue::Anyone)
                .await
                .unwrap()
        );
        assert!(
            !passwords
                .verify("密码 with space", Some(&stored), HashQueue::Known)
                .await
                .unwrap()
        );
        assert!(
            !passwords
                .verify("anything", None, HashQueue::Anyone)
                .await
                .unwrap()
        );
        assert!(
            passwords
                .verify("x", Some("not a hash"), HashQueue::Anyone)
                .await
                .is_err()
        );
    }
}
