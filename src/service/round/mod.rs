//! A round from draft to counted: its stages and acts, the sealed box and its cards, the fixed texts.

pub(crate) mod act_inputs;
pub mod acts;
pub(crate) mod card_shares;
pub mod cards;
pub(crate) mod contents;
pub(crate) mod context;
pub mod counting;
pub(crate) mod drafting;
pub(crate) mod facts;
pub(crate) mod fixed;
pub(crate) mod freezing;
pub(crate) mod frozen_rounds;
pub(crate) mod opening;
pub(crate) mod outcome;
pub mod papers;
pub(crate) mod presidium;
pub(crate) mod proving;
pub(crate) mod rules;
pub(crate) mod scrubbing;
pub(crate) mod sealed;
pub(crate) mod sealing;
pub(crate) mod slate;
pub(crate) mod turnout;
pub mod view;
