//! Files of other programs: bytes in, a report out. Nothing of an athlete changes before the report is accepted.

pub mod exercises;
pub mod history;
pub mod plan;
