//! The figures behind a chart, as a table: what the pointer reads.

use chrono::NaiveDate;

use super::color::Tone;
use super::words;
use crate::domain::DateStyle;

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueFormat {
    /// A number with at most this many decimals.
    Number(usize),
    /// A share, 1 being the whole: "86 %".
    Share,
    /// A change as a share, 0.1 being a tenth more: "+10 %".
    Change,
    /// Seconds, as a clock says them: "1:40:30".
    Clock,
}

impl ValueFormat {
    /// A figure without its unit.
    pub fn figure(self, value: f64) -> String {
        match self {
            Self::Number(digits) => words::number(value, digits),
            Self::Share => format!("{:.0} %", value * 100.0),
            Self::Change => words::change(value),
            Self::Clock => words::clock(value),
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it holds.
    pub name: String,
    /// The unit; empty where the figures say it themselves.
    pub unit: String,
    /// How its figures are written.
    pub format: ValueFormat,
    /// The colour of what it is about.
    pub tone: Option<Tone>,
}

impl Column {
    /// A column of numbers.
    pub fn new(name: impl Into<String>, unit: impl Into<String>, format: ValueFormat) -> Self {
        Self {
            name: name.into(),
            unit: unit.into(),
            format,
            tone: None,
        }
    }

    /// The same column with the colour of what it is about.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self {
            tone: Some(tone),
            ..self
        }
    }

    /// The name with its unit: "Run load (AU)".
    pub fn header(&self) -> String {
        match (self.unit.as_str(), self.format) {
            ("", ValueFormat::Share | ValueFormat::Change) => format!("{} (%)", self.name),
            ("", ValueFormat::Clock) => format!("{} (s)", self.name),
            ("", ValueFormat::Number(_)) => self.name.clone(),
            (unit, _) => format!("{} ({unit})", self.name),
        }
    }
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// Some weeks from their first day on.
    Weeks(NaiveDate, usize),
    /// A calendar month, by its first day.
    Month(NaiveDate),
    /// A day.
    Day(NaiveDate),
    /// A name.
    Name(String),
}

impl Key {
    /// Its first day, where it is about time.
    pub(super) fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Weeks(first, _) | Self::Month(first) | Self::Day(first) => Some(*first),
            Self::Name(_) => None,
        }
    }

    /// The title over its figures: "Week 48 · 23–29 Nov 2026".
    pub fn title(&self, dates: DateStyle) -> String {
        match self {
            Self::Weeks(monday, 1) => words::week_name(dates, *monday),
            Self::Weeks(monday, weeks) => words::weeks_span(dates, *monday, *weeks),
            Self::Month(first) => first.format("%B %Y").to_string(),
            Self::Day(date) => dates.weekday_date(*date),
            Self::Name(name) => name.clone(),
        }
    }

    /// The title in a word or two: "W48", "Nov 2026", "24 Nov".
    pub fn short(&self, dates: DateStyle) -> String {
        match self {
            Self::Weeks(monday, _) => words::week_number(*monday),
            Self::Month(first) => first.format("%b %Y").to_string(),
            Self::Day(date) => dates.day_month(*date),
            Self::Name(name) => name.clone(),
        }
    }

    pub(super) fn field(&self) -> String {
        match self {
            Self::Weeks(date, _) | Self::Month(date) | Self::Day(date) => {
                date.format("%Y-%m-%d").to_string()
            }
            Self::Name(name) => name.clone(),
        }
    }
}

/// A field of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Not known, or not there.
    Empty,
    /// A figure.
    Number(f64),
    /// Words.
    Text(String),
    /// A day.
    Date(NaiveDate),
}

impl From<f64> for Cell {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<Option<f64>> for Cell {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Empty, Self::Number)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub key: Key,
    /// A field for each column.
    pub cells: Vec<Cell>,
}

/// The figures behind a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the rows are about: "Week", "Day", "Muscle".
    pub about: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, in display order.
    pub rows: Vec<Row>,
    /// How days are written where people read them; a file has them as year, month and day.
    pub dates: DateStyle,
}

/// A figure as the pointer reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Readout {
    /// The colour of what it is about.
    pub tone: Option<Tone>,
    /// What it is.
    pub name: String,
    /// How much, with its unit.
    pub value: String,
}

impl Table {
    /// The title over the figures of a row; empty where there is none.
    pub fn title(&self, row: usize) -> String {
        let row = self.rows.get(row);
        row.map_or_else(String::new, |row| row.key.title(self.dates))
    }

    /// The title of a row in a word or two; empty where there is none.
    pub fn short_title(&self, row: usize) -> String {
        let row = self.rows.get(row);
        row.map_or_else(String::new, |row| row.key.short(self.dates))
    }

    /// A table without rows.
    pub fn new(about: impl Into<String>, columns: Vec<Column>) -> Self {
        Self {
            about: about.into(),
            columns,
            ..Self::default()
        }
    }

    /// Adds a row, and gives its place.
    pub fn push(&mut self, key: Key, cells: Vec<Cell>) -> usize {
        self.rows.push(Row { key, cells });
        self.rows.len() - 1
    }

    /// What there is to read in a row, empty fields left out.
    pub fn readings(&self, row: usize) -> Vec<Readout> {
        let cells = self.rows.get(row).map_or(&[][..], |row| &row.cells);
        let fields = self.columns.iter().zip(cells);
        fields
            .filter_map(|(column, cell)| {
                let value = match cell {
                    Cell::Empty => return None,
                    Cell::Text(text) => text.clone(),
                    Cell::Date(date) => self.dates.date(*date),
                    Cell::Number(value) => {
                        let figure = column.format.figure(*value);
                        if column.unit.is_empty() {
                            figure
                        } else {
                            format!("{figure} {}", unit_of(&figure, &column.unit))
                        }
                    }
                };
                Some(Readout {
                    tone: column.tone,
                    name: column.name.clone(),
                    value,
                })
            })
            .collect()
    }
}

/// The unit of a figure: of one thing that is counted, its singular.
fn unit_of<'u>(figure: &str, unit: &'u str) -> &'u str {
    match unit {
        "sessions" | "sets" if figure == "1" => unit.trim_end_matches('s'),
        unit => unit,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    #[test]
    fn one_session_is_not_called_sessions() {
        let sessions = Column::new("Skipped", "sessions", ValueFormat::Number(0));
        let mut table = Table::new("Week", vec![sessions]);
        for count in [1.0, 2.0] {
            table.push(Key::Name("W47".to_owned()), vec![count.into()]);
        }
        assert_eq!(table.readings(0)[0].value, "1 session");
        assert_eq!(table.readings(1)[0].value, "2 sessions");
    }

    pub(in crate::chart) fn table() -> Table {
        let mut table = Table::new(
            "Week",
            vec![
                Column::new("Run load", "AU", ValueFormat::Number(0)),
                Column::new("Change", "", ValueFormat::Change),
                Column::new("Skipped", "", ValueFormat::Number(0)),
            ],
        );
        let monday = "2026-11-23".parse().unwrap();
        let skipped = Cell::from("Tempo, \"hills\"".to_owned());
        table.push(
            Key::Weeks(monday, 1),
            vec![512.4.into(), Some(-0.125).into(), skipped],
        );
        table.push(
            Key::Weeks(monday, 4),
            vec![0.0.into(), None.into(), Cell::Empty],
        );
        table
    }

    #[test]
    fn a_spreadsheet_gets_units_in_headers_and_plain_numbers() {
        assert_eq!(
            table().csv(),
            "Week,Run load (AU),Change (%),Skipped\n\
             2026-11-23,512,-12.5,\"Tempo, \"\"hills\"\"\"\n\
             2026-11-23,0,,\n"
        );
        assert!(table().tabbed().starts_with("Week\tRun load (AU)\t"));
    }

    #[test]
    fn the_pointer_reads_the_same_figures_with_their_units() {
        let table = table();
        let readings = table.readings(0);
        let values: Vec<_> = readings.iter().map(|r| r.value.as_str()).collect();
        assert_eq!(values, ["512 AU", "−13 %", "Tempo, \"hills\""]);
        assert_eq!(table.readings(1).len(), 1);
        assert_eq!(table.title(0), "Week 48 · 23–29 Nov 2026");
        assert_eq!(table.title(1), "23 Nov – 20 Dec 2026");
    }
}
