//! What history is brought into, and with what.

use std::collections::BTreeMap;

use crate::domain::{Athlete, AthleteId, DateStyle, DumbbellWeight, NameAnswer, SessionId, Stamp};
use crate::library::Library;

use super::reading::FileHistory;

/// What activities are brought into, and with what.
pub struct BringIn<'a> {
    /// Whose calendar.
    pub athlete: &'a Athlete,
    /// The exercises that names are looked up in.
    pub library: &'a Library,
    /// Answers to earlier questions about names.
    pub learned: &'a BTreeMap<String, NameAnswer>,
    /// What programs mean by the weight of two dumbbells, as far as it was said.
    pub dumbbells: &'a BTreeMap<String, DumbbellWeight>,
    /// The moment of the change.
    pub stamp: Stamp,
    /// How what is told of it writes days.
    pub dates: DateStyle,
    /// Makes the identity of a new session.
    pub new_id: &'a mut dyn FnMut() -> SessionId,
}

/// Whose answers these files are, where nothing in them is the shown athlete's; of several who sent some, the first.
pub fn sender_of(files: &[FileHistory], shown: AthleteId) -> Option<AthleteId> {
    let has_records = |file: &FileHistory| !file.reading.activities.is_empty();
    let replies = || files.iter().flat_map(|file| &file.reading.replies);
    if files.iter().any(has_records) || replies().any(|reply| reply.athlete == shown) {
        return None;
    }
    replies().next().map(|reply| reply.athlete)
}
