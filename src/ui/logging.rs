//! Word of the records that a log brings.

use crate::domain::{Athlete, Session};
use crate::library::Library;
use crate::load::records;
use crate::planning;

use super::records as words;

/// "New record: squat, 5 reps at 82.5 kg", where the change of a session's log brings a record that was not there.
pub fn news(athlete: &Athlete, library: &Library, changed: &Session) -> Option<String> {
    let new = planning::new_records(athlete, library, changed);
    let first = records::headline(&new)?;
    let record = words::sentence(first, athlete.profile.units);
    Some(match new.len() {
        1 => format!("New record: {record}"),
        more => format!("New record: {record}, and {} more", more - 1),
    })
}
