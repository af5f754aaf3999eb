//! Rounds, their papers in numbers, boxes and cards.

pub mod boxes;
pub mod cards;
pub mod papers;
pub mod rounds;
pub mod sealed_boxes;
