//! Random bytes that were drawn beforehand, in the shape that the cryptographic crates ask for.

use std::convert::Infallible;

use hpke::rand_core::{TryCryptoRng, TryRng};
use zeroize::Zeroize;

/// So many random bytes and no more. Whoever asks for more gets zeros and is found out by
/// [`RandomBytes::was_enough`], so that nothing is ever made of them.
pub(super) struct RandomBytes<const N: usize> {
    bytes: [u8; N],
    used: usize,
    was_enough: bool,
}

impl<const N: usize> RandomBytes<N> {
    pub(super) fn of(bytes: [u8; N]) -> Self {
        Self {
            bytes,
            used: 0,
            was_enough: true,
        }
    }

    /// Whether all that was asked for was there.
    pub(super) fn was_enough(&self) -> bool {
        self.was_enough
    }
}

impl<const N: usize> Drop for RandomBytes<N> {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

impl<const N: usize> TryRng for RandomBytes<N> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut four = [0; 4];
        self.try_fill_bytes(&mut four)?;
        Ok(u32::from_le_bytes(four))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut eight = [0; 8];
        self.try_fill_bytes(&mut eight)?;
        Ok(u64::from_le_bytes(eight))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        for to in out {
            match self.bytes.get(self.used) {
                Some(byte) => *to = *byte,
                None => {
                    *to = 0;
                    self.was_enough = false;
                }
            }
            self.used = self.used.saturating_add(1);
        }
        Ok(())
    }
}

impl<const N: usize> TryCryptoRng for RandomBytes<N> {}
