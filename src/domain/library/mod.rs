//! The project library (项目库): what may come onto a slate.

pub mod project;
