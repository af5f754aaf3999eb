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
    /// A person who signs in: staff, a deputy, somebody of a unit.
    AccountId,
    /// A responsible unit of a congress's government (责任单位).
    UnitId,
    /// A session of a congress or of its standing committee (会议).
    SessionId,
    /// One plenary meeting of a session (全体会议).
    SittingId,
    /// A scrutineer or teller of a session (监票人、计票人).
    OfficerId,
    /// A call for leads (征集公告).
    CallId,
    /// A lead (线索).
    LeadId,
    /// A picture that belongs to a lead, a project, a report or a finding.
    PictureId,
    /// Photos of an account that wait for their report or finding.
    TrayId,
    /// A project of the library (民生实事项目).
    ProjectId,
    /// An opinion that a unit was asked for (部门意见).
    OpinionId,
    /// A candidate list (候选项目名单).
    ListId,
    /// One question put to a session.
    PollId,
    /// One round of a poll (轮次).
    RoundId,
    /// A certified count statement, one version of it.
    StatementId,
    /// A public notice (公告).
    NoticeId,
    /// The plan of a selected project (实施计划).
    PlanId,
    /// A milestone of a plan (节点).
    MilestoneId,
    /// A monthly report (进度报告).
    ReportId,
    /// What a deputy found at a project (检查发现的问题).
    FindingId,
    /// A change of a plan that a body must decide (调整).
    ChangeId,
    /// A resident's rating of a project (群众评价).
    RatingId,
    /// A group of deputies that supervises projects (督办小组).
    DeputyGroupId,
    /// An entry of the supervision calendar (监督计划).
    EntryId,
    /// A review of a department (工作评议).
    ReviewId,
    /// A question put at a review.
    ReviewQuestionId,
    /// What a department must put right after a review (整改).
    ReviewTaskId,
    /// A screen of the hall (大屏).
    ScreenId,
    /// One run of the daily task that writes reminders.
    RunId,
    /// A reminder of a debt (提醒).
    ReminderId,
    /// A run on its way through one channel.
    DeliveryId,
}

/// The random name of a sealed box. Each sealing draws one, so no two boxes ever share it: what is
/// remembered of a box is known by it, and by nothing that could come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BoxName(pub [u8; 16]);
