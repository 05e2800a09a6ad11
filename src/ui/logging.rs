//! Word of the records that a log brings.

use crate::domain::{Session, Units};
use crate::library::Library;
use crate::load::records::{self, RecordBook};
use crate::planning;

use super::records as words;

/// "New record: squat, 5 reps at 82.5 kg", where the change of a session's log brings a record that is not in the
/// athlete's book.
pub fn news(
    book: &RecordBook,
    library: &Library,
    units: Units,
    changed: &Session,
) -> Option<String> {
    let new = planning::new_records(book, library, changed);
    let first = records::headline(&new)?;
    let record = words::sentence(first, units);
    Some(match new.len() {
        1 => format!("New record: {record}"),
        more => format!("New record: {record}, and {} more", more - 1),
    })
}
