//! A table of text, read a row at a time: whatever parts its cells, and whichever order its columns have.

use crate::history::{DayOrder, FileContents};

use super::figures::DecimalMark;
use super::header::plain_header;
use super::rows::Rows;
use super::sample::Sample;

pub use super::rows::CsvRow;

/// The most columns a table may have.
const COLUMN_LIMIT: usize = 2_000;

/// A table: its headers, and how its cells are to be read.
pub struct Table<'a> {
    text: &'a str,
    /// The line in the file that the text begins with, from 1.
    first_line: u64,
    delimiter: u8,
    headers: Vec<String>,
    /// Which mark parts whole from fraction.
    pub mark: DecimalMark,
    /// Whether day or month comes first.
    pub order: DayOrder,
}

impl<'a> Table<'a> {
    /// The table in this text; `None` where its first line has no two cells.
    pub fn new(text: &'a str) -> Option<Self> {
        let whole = text;
        let text = text.trim_start_matches(['\u{feff}', '\r', '\n']);
        // Excel writes down which mark parts the cells.
        let (told, text) = match text.split_once('\n') {
            Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => (
                first
                    .as_bytes()
                    .get(4)
                    .copied()
                    .filter(|mark| *mark != b'"'),
                rest,
            ),
            _ => (None, text),
        };
        let first = text.lines().next()?;
        let delimiter = told.or_else(|| {
            let counted = [b',', b';', b'\t', b'|'].map(|mark| (outside_quotes(first, mark), mark));
            counted
                .into_iter()
                .max_by_key(|(count, mark)| (*count, *mark == b','))
                .filter(|(count, _)| *count > 0)
                .map(|(_, mark)| mark)
        })?;
        let before = whole.strip_suffix(text).unwrap_or_default();
        let mut table = Self {
            text,
            first_line: 1 + before.bytes().filter(|byte| *byte == b'\n').count() as u64,
            delimiter,
            headers: Vec::new(),
            mark: DecimalMark::default(),
            order: DayOrder::default(),
        };
        let mut rows = table.rows();
        let headers = rows.next_row().filter(|row| row.len() <= COLUMN_LIMIT)?;
        table.headers = headers.cells().map(plain_header).collect();
        let mut sample = Sample::default();
        while sample.is_open()
            && let Some(row) = rows.next_row()
        {
            sample.take(row.cells());
        }
        table.mark = sample.mark();
        table.order = sample.order();
        Some(table)
    }

    /// All rows, the first of which holds the headers.
    fn rows(&self) -> Rows<'a> {
        Rows::new(self.text, self.delimiter, self.first_line)
    }

    /// The headers as they are compared: lower case, without marks and tags.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The first column with this plain header.
    pub fn column(&self, header: &str) -> Option<usize> {
        self.nth_column(header, 0)
    }

    /// The column with this plain header that comes `nth`, from 0: exports repeat names.
    pub fn nth_column(&self, header: &str, nth: usize) -> Option<usize> {
        self.headers
            .iter()
            .enumerate()
            .filter(|(_, other)| *other == header)
            .map(|(place, _)| place)
            .nth(nth)
    }

    /// True when all of these plain headers are there.
    pub fn has(&self, headers: &[&str]) -> bool {
        headers.iter().all(|header| self.column(header).is_some())
    }

    /// True when one of the first `rows` rows is so.
    pub fn some_of_first(&self, rows: usize, mut is_so: impl FnMut(&CsvRow) -> bool) -> bool {
        let mut reader = self.rows();
        reader.next_row();
        (0..rows).any(|_| reader.next_row().is_some_and(&mut is_so))
    }

    /// What `take` makes of every row. A row that it refuses is told with its line and the reason.
    pub fn read(
        &self,
        mut take: impl FnMut(&CsvRow, &mut FileContents) -> Result<(), String>,
    ) -> FileContents {
        let mut reading = FileContents::default();
        self.for_each(|row| {
            if let Err(reason) = take(row, &mut reading) {
                reading.skip(row.line, reason);
            }
        });
        reading
    }

    /// Calls `each` for every row below the headers that is not blank.
    pub fn for_each(&self, mut each: impl FnMut(&CsvRow)) {
        let mut rows = self.rows();
        rows.next_row();
        while let Some(row) = rows.next_row() {
            if !row.is_blank() {
                each(row);
            }
        }
    }
}

/// How often `mark` stands in `line` outside quotes.
fn outside_quotes(line: &str, mark: u8) -> usize {
    let (mut quoted, mut count) = (false, 0);
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            byte if byte == mark && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, header: &str) -> Vec<(u64, String)> {
        let table = Table::new(text).unwrap();
        let column = table.column(header);
        let mut all = Vec::new();
        table.for_each(|row| all.push((row.line, row.cell(column).to_owned())));
        all
    }

    #[test]
    fn cells_are_parted_by_what_the_first_line_uses() {
        for text in [
            "Date,Reps\n2026-01-01,5\n",
            "Date;Reps\r\n2026-01-01;5\r\n",
            "Date\tReps\n2026-01-01\t5",
            "\u{feff}\"Date\",\"Reps\"\n\"2026-01-01\",\"5\"\n",
            "sep=;\nDate;Reps\n2026-01-01;5\n",
            "Date;\"Reps\"\n2026-01-01;5\n\n;\n",
        ] {
            let read: Vec<_> = rows(text, "reps")
                .into_iter()
                .map(|(_, cell)| cell)
                .collect();
            assert_eq!(read, ["5"], "{text:?}");
        }
        assert!(Table::new("just a line").is_none());
        assert!(Table::new("").is_none());
        assert!(Table::new(&"a,".repeat(10_000)).is_none());
    }

    #[test]
    fn quoted_newlines_keep_line_numbers_right() {
        assert_eq!(
            rows("Note,Reps\n\"two\nlines\",5\nx,6\n", "reps"),
            [(2, "5".to_owned()), (4, "6".to_owned())]
        );
        assert_eq!(
            rows("Note,Reps\nshort\nx,6,too,many\n", "reps"),
            [(2, String::new()), (3, "6".to_owned())]
        );
    }

    #[test]
    fn lines_above_the_headers_count() {
        for above in ["sep=,\n", "\n\r\n", "\u{feff}\n\nsep=,\r\n"] {
            let lines = above.matches('\n').count() as u64;
            let text = format!("{above}Date,Reps\nx,5\n");
            assert_eq!(
                rows(&text, "reps"),
                [(lines + 2, "5".to_owned())],
                "{above:?}"
            );
        }
    }

    #[test]
    fn a_name_that_stands_twice_is_read_by_its_place() {
        let table = Table::new("Distance,Time,Distance\n1,2,3\n").unwrap();
        assert_eq!(
            (
                table.nth_column("distance", 0),
                table.nth_column("distance", 1)
            ),
            (Some(0), Some(2))
        );
    }
}
