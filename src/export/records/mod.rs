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
pub use cells::{Cell, Column, Subject, Table, TableOptions};
pub(super) use xlsx::number_format;
pub use xlsx::workbook;

use crate::domain::RowKind;
use crate::library::Library;

/// The table of one kind of record.
pub fn table(
    record: RowKind,
    subjects: &[Subject],
    library: &Library,
    options: TableOptions,
) -> Table {
    match record {
        RowKind::Week => weeks::table(subjects, library, options),
        RowKind::Session => sessions::table(subjects, library, options),
        RowKind::Set => sets::table(subjects, library, options),
        RowKind::Finding => findings::table(subjects, library, options.dates),
    }
}
