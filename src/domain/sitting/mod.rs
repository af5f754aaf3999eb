//! A session of a congress or of its standing committee, its sittings and their rolls, its officers.

pub mod closing;
pub mod event;
pub mod officer;
pub mod participant;
pub mod roll;
pub mod stage;

use super::congress::Body;
use super::id::{CongressId, SessionId};

/// A session (会议), for example 青河县十七届人大四次会议: always the congress's, never a browser's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: SessionId,
    pub congress: CongressId,
    /// The congress itself or its standing committee.
    pub body: Body,
    /// The term (届), for example 17.
    pub term_no: u32,
    /// The number within the term (次), for example 4.
    pub session_no: u32,
    /// The year whose projects it decides.
    pub year: i16,
}

/// A sitting as pages and rules need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Its identifier.
    pub id: super::id::SittingId,
    pub session: SessionId,
    /// Its number in the session.
    pub number: u32,
    /// The civil date, ISO 8601.
    pub held_on: String,
    /// Where it stands.
    pub stage: stage::SittingStage,
    /// N, fixed when the roll opened.
    pub due: Option<u32>,
    /// Present when the quorum was declared.
    pub quorum_present: Option<u32>,
    /// Digest of the roll as the last act on it has left it, once it is open.
    pub roll_digest: Option<super::digest::Digest>,
}
