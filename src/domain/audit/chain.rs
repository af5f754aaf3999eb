//! The audit log as a chain: what a line binds, what a head is, and what can be wrong with either.

use crate::digest::Digest;
use crate::id::CongressId;
use crate::problem::Problem;
use count::words;

/// The first word of every line.
const VERSION: &str = "minsheng-audit-1";
/// What a canonical line says of the columns that are stored beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumns<'l> {
    /// Milliseconds: when.
    pub at: i64,
    /// Whose account; none for the console and for residents.
    pub account: Option<i64>,
    /// Under which congress; of a rehearsal the marked one.
    pub congress: Option<i64>,
    /// The kind's word.
    pub kind: &'l str,
    /// The facts, `name=value` each.
    pub detail: &'l str,
}

impl<'l> LineColumns<'l> {
    /// Reads a canonical line; nothing when it is none.
    #[must_use]
    pub fn read(line: &'l str) -> Option<Self> {
        let mut fields = line.splitn(7, '\t');
        if fields.next() != Some(VERSION) {
            return None;
        }
        let number = |field: &str| match field {
            "" => Some(None),
            digits => digits.parse().ok().map(Some),
        };
        let at = fields.next()?.parse().ok()?;
        let account = number(fields.next()?)?;
        let _name = fields.next()?;
        Some(Self {
            at,
            account,
            congress: number(fields.next()?)?,
            kind: fields.next()?,
            detail: fields.next()?,
        })
    }

    /// The value of the first fact of a name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&'l str> {
        let mut words = self.detail.split(' ');
        words.find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }
}

/// Whose chain a line stands in. Each congress has its own, so that no other's stops it; the installation's
/// holds what is of none, and takes the heads of all the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogChain {
    Installation,
    Congress(CongressId),
}

impl LogChain {
    /// Its number in the store: that of the congress, or none.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Installation => 0,
            Self::Congress(CongressId(id)) => id,
        }
    }

    /// The chain of a number.
    #[must_use]
    pub fn of(number: i64) -> Self {
        match number {
            0 => Self::Installation,
            id => Self::Congress(CongressId(id)),
        }
    }
}

/// A head of a chain: how many lines there were, and the hash up to and with the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainHead {
    /// Place of the line, from 1; 0 before the first.
    pub number: i64,
    /// The chain's hash there.
    pub hash: Digest,
}

impl ChainHead {
    /// Before the first line.
    pub const EMPTY: Self = Self {
        number: 0,
        hash: Digest([0; 32]),
    };
}

/// As it is printed: number and the first digits of the hash.
impl std::fmt::Display for ChainHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.number, self.hash.short())
    }
}

/// The head of a congress's chain with the name under which it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CongressHead {
    /// The congress's short name, as in addresses.
    pub slug: String,
    pub head: ChainHead,
}

/// As it is printed and typed: name, number and the first digits of the hash.
impl std::fmt::Display for CongressHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.slug, self.head)
    }
}

/// A head that somebody read off paper: its number, and as many digits of its hash as stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedHead {
    /// The short name of the congress whose chain it is; none: the installation's.
    pub slug: Option<String>,
    /// Place of the line.
    pub number: i64,
    /// The first digits of the hash, in small letters; [`Digest::SHORT`] or more.
    pub hash: String,
}

impl PrintedHead {
    /// Reads `CONGRESS:NUMBER:HASH`, or `NUMBER:HASH` of the installation's chain, which is also that of
    /// papers that were printed before each congress had its own.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().rsplitn(3, ':');
        let hash = parts.next()?.trim().to_ascii_lowercase();
        let number = parts.next()?.trim().parse().ok().filter(|n| *n > 0)?;
        let is_hash = hash.len() >= Digest::SHORT && hash.len() <= 64;
        let is_hash = is_hash && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let slug = parts.next().map(|slug| slug.trim().to_owned());
        is_hash.then_some(Self { slug, number, hash })
    }

    /// Whether a stored hash is the one on the paper.
    #[must_use]
    pub fn is(&self, hash: &Digest) -> bool {
        hash.to_string().starts_with(&self.hash)
    }
}

/// A head of the installation's chain.
impl From<ChainHead> for PrintedHead {
    fn from(head: ChainHead) -> Self {
        Self {
            slug: None,
            number: head.number,
            hash: head.hash.to_string(),
        }
    }
}

words! {
    /// How the log is not what it was.
    pub enum BreakKind {
        /// A line is missing.
        Removed = "removed",
        /// A line is another than was hashed, or one before it was taken out.
        Changed = "changed",
        /// A line was put in between.
        Added = "added",
        /// A line belongs after another.
        Moved = "moved",
        /// A column beside the line says something else than the line.
        Column = "column",
        /// The log ends before a head that is known from outside.
        Short = "short",
        /// The line is not the one of a head that is known from outside: all up to it may be new.
        Other = "other",
    }
}

/// The first place where a chain is not what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainBreak {
    pub chain: LogChain,
    pub kind: BreakKind,
    /// The line's place.
    pub line: i64,
}

impl ChainBreak {
    /// As a problem in words: `chain-broken` with the kind and the line.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let problem = Problem::error("chain-broken").with("kind", self.kind.word());
        problem.with("line", self.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_back_to_what_it_binds() {
        let line = "minsheng-audit-1\t17\t3\tround=9 papers=forged\t1\tround\tround=2 act=open-box papers=ab cd";
        let read = LineColumns::read(line).unwrap();
        assert_eq!(
            (read.at, read.account, read.congress),
            (17, Some(3), Some(1))
        );
        assert_eq!((read.kind, read.fact("act")), ("round", Some("open-box")));
        assert_eq!(
            (read.fact("papers"), read.fact("pape")),
            (Some("ab"), None),
            "a name is no fact, and half a name neither"
        );
        let console = LineColumns::read("minsheng-audit-1\t17\t\t\t\tprefecture-set\t").unwrap();
        assert_eq!((console.account, console.congress), (None, None));
        for wrong in [
            "",
            "minsheng-audit-2\t1\t\t\t\ta\t",
            "minsheng-audit-1\t1\tx\t\t\ta\t",
        ] {
            assert_eq!(LineColumns::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_head_is_typed_as_it_is_printed() {
        let head = ChainHead {
            number: 120,
            hash: Digest([0xab; 32]),
        };
        let printed = PrintedHead::read(&head.to_string()).unwrap();
        assert!(printed.is(&head.hash) && !printed.is(&Digest([0; 32])));
        let text = " 120:abababababababab ";
        assert_eq!(PrintedHead::read(text), Some(printed.clone()), "{text}");
        let slug = "qinghe".to_owned();
        let of_congress = CongressHead { slug, head }.to_string();
        for text in [of_congress.as_str(), "qinghe:120:ABABABABABABABAB"] {
            let read = PrintedHead::read(text).unwrap();
            assert_eq!(read.slug.as_deref(), Some("qinghe"), "{text}");
            assert_eq!(read.hash, printed.hash, "{text}");
        }
        assert!(PrintedHead::from(head).is(&head.hash));
        for wrong in [
            "120:abababababababa",
            "0:abababababababab",
            "-3:abababababababab",
            "abababababababab",
            "1:zzzzzzzzzzzzzzzz",
            "",
        ] {
            assert_eq!(PrintedHead::read(wrong), None, "{wrong}");
        }
    }
}
