//! A SHA-256 digest as a value; computing one is the service's business.

/// Thirty-two bytes of a digest or of a keyed hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// How many hexadecimal digits people compare by eye: fewer could be met by trying.
    pub const SHORT: usize = 16;

    /// The first [`Digest::SHORT`] hexadecimal digits, for people who compare by eye.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string().chars().take(Self::SHORT).collect()
    }

    /// A digest from 64 hexadecimal digits as [`Display`](std::fmt::Display) writes them, in small
    /// letters: one digest has one text.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut out = [0; 32];
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 64 || !text.bytes().all(is_hex) {
            return None;
        }
        for (place, byte) in out.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
        }
        Some(Self(out))
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digest_has_one_text() {
        let digest = Digest([0xab; 32]);
        let text = digest.to_string();
        assert_eq!(Digest::from_hex(&text), Some(digest));
        for other in [
            text.to_uppercase(),
            text.replacen("ab", "+b", 1),
            format!(" {}", &text[1..]),
            text[2..].to_owned(),
        ] {
            assert_eq!(Digest::from_hex(&other), None, "{other}");
        }
    }
}
