//! The only source of randomness: the operating system's generator, or a seeded stream in tests.

use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// A source of random bytes.
#[derive(Debug, Clone, Default)]
pub struct Random {
    seeded: Option<Arc<Mutex<(u64, u64)>>>,
}

/// The operating system refused to give random bytes: nothing secret may be made without them.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoRandom;

impl Random {
    /// The operating system's generator.
    #[must_use]
    pub fn system() -> Self {
        Self::default()
    }

    /// A repeatable stream for tests; never used by the product's own commands.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self {
            seeded: Some(Arc::new(Mutex::new((seed, 0)))),
        }
    }

    /// Draws `N` random bytes.
    ///
    /// # Errors
    /// [`NoRandom`] when the operating system has none to give.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoRandom> {
        let mut out = [0; N];
        self.fill(&mut out)?;
        Ok(out)
    }

    /// Draws a number below `bound`, each equally likely (by rejection).
    ///
    /// # Errors
    /// [`NoRandom`] when the operating system has none to give.
    pub fn below(&self, bound: u64) -> Result<u64, NoRandom> {
        let bound = bound.max(1);
        let rest = u64::MAX % bound;
        loop {
            let drawn = u64::from_le_bytes(self.bytes::<8>()?);
            if drawn <= u64::MAX - rest {
                return Ok(drawn % bound);
            }
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that may ask the system"
    )]
    fn fill(&self, out: &mut [u8]) -> Result<(), NoRandom> {
        let Some(seeded) = &self.seeded else {
            return getrandom::fill(out).map_err(|_| NoRandom);
        };
        let mut state = seeded.lock().unwrap_or_else(PoisonError::into_inner);
        for chunk in out.chunks_mut(32) {
            let block = Sha256::new()
                .chain_update(state.0.to_le_bytes())
                .chain_update(state.1.to_le_bytes());
            state.1 = state.1.wrapping_add(1);
            for (to, from) in chunk.iter_mut().zip(block.finalize()) {
                *to = from;
            }
        }
        Ok(())
    }
}
