//! The figures behind a chart as text for a spreadsheet.

use super::table::{Cell, Column, Table, ValueFormat};
use super::words;

impl Table {
    /// The table as a spreadsheet reads it: comma-separated, units in the headers, days as
    /// 2026-11-24, percentages as plain numbers and times in seconds.
    pub fn csv(&self) -> String {
        self.separated(b',')
    }

    /// The same with tabs, as spreadsheets take it from the clipboard.
    pub fn tabbed(&self) -> String {
        self.separated(b'\t')
    }

    fn separated(&self, by: u8) -> String {
        let mut writer = ::csv::WriterBuilder::new()
            .delimiter(by)
            .from_writer(Vec::new());
        let headers = self.columns.iter().map(Column::header);
        let header: Vec<String> = std::iter::once(self.about.clone()).chain(headers).collect();
        // Writing to memory cannot fail, and all rows are as long as the header.
        let _ = writer.write_record(&header);
        for row in &self.rows {
            let fields = self.columns.iter().zip(&row.cells).map(field);
            let mut record: Vec<String> = std::iter::once(row.key.field()).chain(fields).collect();
            record.resize(header.len(), String::new());
            let _ = writer.write_record(&record);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

fn field((column, cell): (&Column, &Cell)) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Date(date) => date.format("%Y-%m-%d").to_string(),
        Cell::Number(value) => match column.format {
            ValueFormat::Number(digits) => words::plain_number(*value, digits),
            ValueFormat::Share | ValueFormat::Change => words::plain_number(value * 100.0, 1),
            ValueFormat::Clock => words::plain_number(*value, 0),
        },
    }
}
