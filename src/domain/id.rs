//! Typed identifiers: a poll's number cannot be handed in where a round's is asked for.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A people's congress of a county, city or township.
    CongressId,
    /// A deputy of one congress (代表).
    DeputyId,
    /// A staff account: a person who signs in.
    AccountId,
    /// A session of a congress or of its standing committee (会议).
    SessionId,
    /// One plenary meeting of a session (全体会议).
    SittingId,
    /// A project of the library (民生实事项目).
    ProjectId,
    /// One question put to a session.
    PollId,
    /// One round of a poll (轮次).
    RoundId,
    /// A certified count statement, one version of it.
    StatementId,
    /// A public notice (公告).
    NoticeId,
}
