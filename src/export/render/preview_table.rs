//! What is looked at before a file is made: pages, tables or words.

use std::sync::Arc;

use crate::domain::{DateStyle, PreviewTable};
use crate::export::png::Pages;
use crate::export::records::{Cell, Table};
use crate::export::words;

/// What an order will make, to be looked at beforehand.
#[derive(Debug)]
pub enum ExportPreview {
    /// Its pages.
    Pages(Pages),
    /// The beginning of its tables.
    Tables(Arc<[PreviewTable]>),
    /// The beginning of its text, or what it holds in words.
    Text(String),
}

/// The first rows of a table, at most so many.
pub(super) fn preview_table(table: &Table, dates: DateStyle, most: usize) -> PreviewTable {
    let shown = table.rows.iter().take(most);
    // A column without anything in it would push the others out of sight.
    let filled = |column: &usize| {
        let mut rows = table.rows.iter();
        rows.any(|row| row.get(*column).is_some_and(|cell| *cell != Cell::Empty))
    };
    let columns: Vec<usize> = (0..table.columns.len()).filter(filled).collect();
    let heads = columns
        .iter()
        .filter_map(|column| table.columns.get(*column));
    let is_figure = |column: &usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(*column));
        let mut cells = cells.filter(|cell| **cell != Cell::Empty);
        cells.all(|cell| matches!(cell, Cell::Number(_) | Cell::Time(_)))
    };
    let row = |row: &Vec<Cell>| {
        let cells = columns.iter().filter_map(|column| row.get(*column));
        cells.map(|cell| said(cell, dates)).collect()
    };
    let heads = heads.map(|column| column.title.clone()).collect();
    let figures = columns.iter().map(is_figure).collect();
    let cells = shown.map(row).collect();
    let empty = table.columns.len() - columns.len();
    let rows = words::counted(table.rows.len(), "row", "rows");
    let columns = words::counted(table.columns.len(), "column", "columns");
    PreviewTable {
        title: format!("{} · {rows}", table.record.name()),
        note: if empty == 0 || table.rows.is_empty() {
            columns
        } else {
            format!("{columns}, {empty} of them empty")
        },
        heads,
        figures,
        rows: cells,
        more: table.rows.len().saturating_sub(most),
    }
}

fn said(cell: &Cell, dates: DateStyle) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => words::one_line(text),
        Cell::Number(value) => words::number(*value, 2),
        Cell::Date(date) => dates.date(*date),
        Cell::Time(time) => time.format("%H:%M").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RowKind;
    use crate::export::records::Column;

    #[test]
    fn a_table_is_shown_from_its_first_row_on_without_its_empty_columns() {
        let column = |title: &str| Column {
            title: title.to_owned(),
            width: 10,
        };
        let row = |far: f64| {
            vec![
                Cell::Date("2026-11-24".parse().unwrap()),
                Cell::Empty,
                Cell::Number(far),
            ]
        };
        let table = Table {
            record: RowKind::Session,
            columns: ["Date", "Pain", "Done km"].map(column).into(),
            rows: vec![row(8.03), row(10.0), row(12.5)],
        };
        let shown = preview_table(&table, DateStyle::DayFirst, 2);
        assert_eq!(shown.heads, ["Date", "Done km"]);
        assert_eq!(shown.figures, [false, true]);
        assert_eq!(shown.rows, [["24 Nov 2026", "8.03"], ["24 Nov 2026", "10"]]);
        assert_eq!(shown.more, 1);
        assert_eq!(shown.title, "Sessions · 3 rows");
        assert_eq!(shown.note, "3 columns, 1 of them empty");
    }
}
