//! A plan and its log as tables of plain cells: what a spreadsheet and a CSV file are written from.

mod cells;
mod csv;
mod findings;
mod sessions;
mod sets;
mod weeks;
mod xlsx;

#[cfg(test)]
mod tests;

pub use self::csv::csv;
pub use cells::{Cell, Column, RecordOptions, Subject, Table};
pub(super) use xlsx::number_format;
pub use xlsx::{workbook, workbook_with};

use crate::domain::Record;
use crate::library::Library;

/// The table of one kind of record.
pub fn table(
    record: Record,
    subjects: &[Subject],
    library: &Library,
    options: RecordOptions,
) -> Table {
    match record {
        Record::Week => weeks::table(subjects, library, options),
        Record::Session => sessions::table(subjects, library, options),
        Record::Set => sets::table(subjects, library, options),
        Record::Finding => findings::table(subjects, library, options.dates),
    }
}
