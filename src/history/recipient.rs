//! What history is brought into, and with what.

use std::collections::BTreeMap;

use crate::domain::{Athlete, DateStyle, DumbbellWeight, NameAnswer, SessionId, Stamp};
use crate::library::Library;

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
