//! The rows of a table, cut into cells where they stand in the text. The same cells come out as of the `csv` crate,
//! which copies every cell and checks it again; tables of years of training are read while somebody waits.

/// How many cells of a row are kept: more than any table has columns, so that a row of commas alone takes no memory.
const CELL_LIMIT: usize = 4_000;

/// One row and where it stands.
pub struct CsvRow<'a> {
    text: &'a str,
    cells: Vec<Cell>,
    /// The cells that do not stand in the text as they are meant, one behind the other.
    mended: String,
    /// Its line in the file, from 1.
    pub line: u64,
}

/// From where to where a cell goes.
struct Cell {
    start: u32,
    end: u32,
    /// It stands among the mended ones and not in the text.
    is_mended: bool,
}

impl Cell {
    fn in_text(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
            is_mended: false,
        }
    }
}

impl CsvRow<'_> {
    /// The cell of a column, without blanks around it; empty where the row is too short or the table lacks the column.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column
            .and_then(|column| self.cells.get(column))
            .map_or("", |cell| trimmed(self.whole(cell)))
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// All cells, with the blanks around them.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| self.whole(cell))
    }

    /// True when no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| trimmed(cell).is_empty())
    }

    fn whole(&self, cell: &Cell) -> &str {
        let from = if cell.is_mended {
            &self.mended
        } else {
            self.text
        };
        from.get(cell.start as usize..cell.end as usize)
            .unwrap_or_default()
    }
}

/// The text without blanks around it; most cells have none, which their first and last byte tell.
fn trimmed(cell: &str) -> &str {
    match (cell.as_bytes().first(), cell.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}

/// Reads the rows of a text one after the other, by RFC 4180 and beyond it as the `csv` crate does: a quote within a
/// cell that has none around it is a letter, as is what follows a closing quote, and empty lines are no rows.
pub struct Rows<'a> {
    row: CsvRow<'a>,
    delimiter: u8,
    /// For each byte whether it ends a cell without quotes.
    ends_cell: [bool; 256],
    /// Where the next row begins, in bytes and as a line.
    at: usize,
    line: u64,
}

impl<'a> Rows<'a> {
    /// The rows of this text, whose cells are parted by `delimiter`, a byte of ASCII. It begins at the `line` of its
    /// file.
    pub fn new(text: &'a str, delimiter: u8, line: u64) -> Self {
        let row = CsvRow {
            text,
            cells: Vec::new(),
            mended: String::new(),
            line: 0,
        };
        let mut ends_cell = [false; 256];
        for byte in [delimiter, b'\n', b'\r'] {
            ends_cell[usize::from(byte)] = true;
        }
        Self {
            row,
            delimiter,
            ends_cell,
            at: 0,
            line,
        }
    }

    /// The next row; `None` behind the last one.
    pub fn next_row(&mut self) -> Option<&CsvRow<'a>> {
        self.row.cells.clear();
        self.row.mended.clear();
        while self.end_line() {}
        let bytes = self.row.text.as_bytes();
        if self.at >= bytes.len() {
            return None;
        }
        self.row.line = self.line;
        loop {
            let cell = if bytes.get(self.at) == Some(&b'"') {
                self.quoted()
            } else {
                self.bare()
            };
            if self.row.cells.len() < CELL_LIMIT {
                self.row.cells.push(cell);
            }
            if bytes.get(self.at) != Some(&self.delimiter) {
                break;
            }
            self.at += 1;
        }
        self.end_line();
        Some(&self.row)
    }

    /// Goes past the end of a line, where one stands here.
    fn end_line(&mut self) -> bool {
        let bytes = self.row.text.as_bytes();
        let length = match (bytes.get(self.at), bytes.get(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }

    /// A cell up to the next delimiter or the end of the line.
    fn bare(&mut self) -> Cell {
        let start = self.at;
        let rest = self.row.text.as_bytes().get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| self.ends_cell[usize::from(*byte)]);
        self.at = start + length.unwrap_or(rest.len());
        Cell::in_text(start, self.at)
    }

    /// A cell that begins with a quote, without its quotes.
    fn quoted(&mut self) -> Cell {
        let start = self.at + 1;
        let end = self.skip_to_quote();
        if self.is_at_end_of_cell() {
            return Cell::in_text(start, end);
        }
        let mended = self.row.mended.len();
        let (mut start, mut end) = (start, end);
        loop {
            let doubled = self.row.text.as_bytes().get(self.at) == Some(&b'"') && self.at > end;
            self.mend(start, end + usize::from(doubled));
            if !doubled {
                break;
            }
            start = self.at + 1;
            end = self.skip_to_quote();
        }
        let letters = self.bare();
        self.mend(letters.start as usize, letters.end as usize);
        Cell {
            start: mended as u32,
            end: self.row.mended.len() as u32,
            is_mended: true,
        }
    }

    /// Goes from one quote behind the next, and gives where that stands; in a cut text that is the end.
    fn skip_to_quote(&mut self) -> usize {
        let start = self.at + 1;
        let rest = self.row.text.as_bytes().get(start..).unwrap_or_default();
        let mut lines = 0;
        let length = rest.iter().position(|byte| {
            lines += u64::from(*byte == b'\n');
            *byte == b'"'
        });
        self.line += lines;
        let end = start + length.unwrap_or(rest.len());
        self.at = end + usize::from(length.is_some());
        end
    }

    fn is_at_end_of_cell(&self) -> bool {
        let byte = self.row.text.as_bytes().get(self.at);
        byte.is_none_or(|byte| self.ends_cell[usize::from(*byte)])
    }

    fn mend(&mut self, start: usize, end: usize) {
        let part = self.row.text.get(start..end).unwrap_or_default();
        self.row.mended.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ours(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut rows = Rows::new(text, delimiter, 1);
        let mut all = Vec::new();
        while let Some(row) = rows.next_row() {
            all.push(row.cells().map(str::to_owned).collect());
        }
        all
    }

    fn of_the_csv_crate(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes())
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn cells_are_those_of_the_csv_crate() {
        for (text, wanted) in [
            ("a,b\nc,d", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a,\n", vec![vec!["a", ""]]),
            ("a,", vec![vec!["a", ""]]),
            (",", vec![vec!["", ""]]),
            ("\n\r\n\ra\r\rb", vec![vec!["a"], vec!["b"]]),
            ("\"a,b\",\"\"\r\n", vec![vec!["a,b", ""]]),
            ("\"two\nlines\",x", vec![vec!["two\nlines", "x"]]),
            (
                "\"a \"\"b\"\" c\",5' 3\"",
                vec![vec!["a \"b\" c", "5' 3\""]],
            ),
            ("\"\"\"\"", vec![vec!["\""]]),
            ("\"a\" b,\"c\"\"", vec![vec!["a b", "c\""]]),
            ("\"cut,\n", vec![vec!["cut,\n"]]),
            ("\"", vec![vec![""]]),
            (
                "Übung,\"für \"\"zwei\"\"\"",
                vec![vec!["Übung", "für \"zwei\""]],
            ),
        ] {
            assert_eq!(ours(text, b','), wanted, "{text:?}");
            assert_eq!(of_the_csv_crate(text, b','), wanted, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn any_text_falls_into_the_cells_of_the_csv_crate(
            text in "[a,;\"\"\"\r\n é.]{0,40}",
            delimiter in prop::sample::select(vec![b',', b';', b'\t', b'a']),
        ) {
            prop_assert_eq!(ours(&text, delimiter), of_the_csv_crate(&text, delimiter));
        }
    }

    #[test]
    fn each_row_knows_its_line() {
        let text = "a\n\n\"two\nlines\",\"x\r\ny\"\r\nb\rc\n";
        let mut rows = Rows::new(text, b',', 1);
        let mut lines = Vec::new();
        while let Some(row) = rows.next_row() {
            lines.push(row.line);
        }
        assert_eq!(lines, [1, 3, 6, 7]);
    }

    #[test]
    fn a_row_of_commas_alone_takes_little_memory() {
        let text = ",".repeat(100_000) + "\nnext";
        let mut rows = Rows::new(&text, b',', 1);
        assert_eq!(rows.next_row().map(CsvRow::len), Some(CELL_LIMIT));
        assert_eq!(rows.next_row().map(|row| row.cell(Some(0))), Some("next"));
    }
}
