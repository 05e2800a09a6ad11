//! A table of text, read a row at a time: whatever parts its cells, and whichever order its columns have.

use csv::{ReaderBuilder, StringRecord};

use crate::history::{DayOrder, FileContents};

use super::figures::DecimalMark;
use super::header::plain_header;
use super::sample::Sample;

/// The most columns a table may have.
const COLUMN_LIMIT: usize = 2_000;

/// A table: its headers, and how its cells are to be read.
pub struct Table<'a> {
    text: &'a str,
    delimiter: u8,
    headers: Vec<String>,
    /// Which mark parts whole from fraction.
    pub mark: DecimalMark,
    /// Whether day or month comes first.
    pub order: DayOrder,
}

/// One row and where it stands.
pub struct Row<'a> {
    record: &'a StringRecord,
    /// Its line in the file, from 1.
    pub line: u64,
}

impl Row<'_> {
    /// The cell of a column, without blanks around it; empty where the row is too short or the table lacks the column.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column
            .and_then(|column| self.record.get(column))
            .map_or("", trimmed)
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.record.len()
    }

    /// True when no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.record.iter().all(|cell| trimmed(cell).is_empty())
    }
}

impl<'a> Table<'a> {
    /// The table in this text; `None` where its first line has no two cells.
    pub fn new(text: &'a str) -> Option<Self> {
        let text = text.trim_start_matches(['\u{feff}', '\r', '\n']);
        // Excel writes down which mark parts the cells.
        let (told, text) = match text.split_once('\n') {
            Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => {
                (first.as_bytes().get(4).copied(), rest)
            }
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
        let mut table = Self {
            text,
            delimiter,
            headers: Vec::new(),
            mark: DecimalMark::default(),
            order: DayOrder::default(),
        };
        let mut reader = table.reader();
        let mut record = StringRecord::new();
        if !matches!(reader.read_record(&mut record), Ok(true)) || record.len() > COLUMN_LIMIT {
            return None;
        }
        table.headers = record.iter().map(plain_header).collect();
        let mut sample = Sample::default();
        while sample.is_open() && matches!(reader.read_record(&mut record), Ok(true)) {
            sample.take(&record);
        }
        table.mark = sample.mark();
        table.order = sample.order();
        Some(table)
    }

    fn reader(&self) -> csv::Reader<&'a [u8]> {
        ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(self.text.as_bytes())
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
    pub fn some_of_first(&self, rows: usize, mut is_so: impl FnMut(&Row) -> bool) -> bool {
        let mut reader = self.reader();
        let mut record = StringRecord::new();
        let _ = reader.read_record(&mut record);
        (0..rows).any(|_| {
            matches!(reader.read_record(&mut record), Ok(true))
                && is_so(&Row {
                    line: 0,
                    record: &record,
                })
        })
    }

    /// What `take` makes of every row. A row that it refuses is told with its line and the reason.
    pub fn read(
        &self,
        mut take: impl FnMut(&Row, &mut FileContents) -> Result<(), String>,
    ) -> FileContents {
        let mut reading = FileContents::default();
        self.for_each(|row| {
            if let Err(reason) = take(row, &mut reading) {
                reading.skip(row.line, reason);
            }
        });
        reading
    }

    /// Calls `each` for every row below the headers that is not blank. A row that is no text ends the table: what
    /// follows it could be read only by luck.
    pub fn for_each(&self, mut each: impl FnMut(&Row)) {
        let mut reader = self.reader();
        let mut record = StringRecord::new();
        let _ = reader.read_record(&mut record);
        while matches!(reader.read_record(&mut record), Ok(true)) {
            let row = Row {
                line: record.position().map_or(0, csv::Position::line),
                record: &record,
            };
            if !row.is_blank() {
                each(&row);
            }
        }
    }
}

/// The text without blanks around it; most cells have none, which their first and last byte tell.
fn trimmed(cell: &str) -> &str {
    match (cell.as_bytes().first(), cell.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
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
