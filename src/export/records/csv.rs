//! A table as comma-separated values, as RFC 4180 has them.

use crate::export::{ExportError, words};

use super::cells::{Cell, Table};

/// The byte-order mark of UTF-8: without it spreadsheets assume another encoding and show every accent wrong.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A table as CSV in UTF-8.
///
/// What people typed is text and stays text: a spreadsheet would run a cell that begins with `=`, `+`, `-` or `@` as a
/// formula, so that such a cell gets an apostrophe before it.
///
/// # Errors
///
/// [`ExportError::Table`] when a row does not fit the others.
pub fn csv(table: &Table) -> Result<Vec<u8>, ExportError> {
    let refuse = |error: &dyn std::fmt::Display| ExportError::Table(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer
        .write_record(table.columns.iter().map(|column| column.title.as_str()))
        .map_err(|error| refuse(&error))?;
    for row in &table.rows {
        writer
            .write_record(row.iter().map(field))
            .map_err(|error| refuse(&error))?;
    }
    writer.into_inner().map_err(|error| refuse(&error))
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) if is_formula(text) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Number(value) => words::number(*value, 2),
        Cell::Date(date) => date.format("%Y-%m-%d").to_string(),
        Cell::Time(time) => time.format("%H:%M").to_string(),
    }
}

/// True for text that a spreadsheet would run.
pub(super) fn is_formula(text: &str) -> bool {
    // Some programs skip white space before they look, others know the full-width signs.
    text.trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
