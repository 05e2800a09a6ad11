//! The figures behind a chart, as a table: what the pointer reads, and what is said of it.

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
    fn date(&self) -> Option<NaiveDate> {
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

/// Columns that sum up a row, the first that there is; else the first of all.
const SUMS: [&str; 3] = ["Together", "All of this week", "Still planned"];

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
                            format!("{figure} {}", column.unit)
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

    /// Where this table differs most from one of before, in the column that sums up the chart: "W48: 1780 → 2140 AU", and
    /// where that is one line of several, of which: "Fitness, 27 Nov: 210 → 218 AU a day". Of
    /// two places that differ by about the same, the earlier. `None` where it says the same.
    pub fn change_since(&self, before: &Self) -> Option<String> {
        let (place, column) = self.sum()?;
        let number = |row: &Row| match row.cells.get(place) {
            Some(Cell::Number(value)) => Some(*value),
            _ => None,
        };
        let mut old = before.rows.iter();
        let mut most: Option<(&Row, f64, f64)> = None;
        for row in &self.rows {
            // Most tables are in the same order and most rows the same; those that go by their figures may change it.
            let mut ahead = old.clone();
            let then = ahead.find(|then| then.key == row.key);
            if then.is_some() {
                old = ahead;
            }
            let then = then.or_else(|| before.rows.iter().find(|then| then.key == row.key));
            let was = then.and_then(number).unwrap_or_default();
            let Some(is) = number(row) else { continue };
            let differs = |from: f64, to: f64| (to - from).abs();
            let is_it = most.is_none_or(|(other, from, to)| {
                let (here, there) = (differs(was, is), differs(from, to));
                let about_the_same = (here - there).abs() <= 0.01 * here.max(there);
                if about_the_same {
                    here > 0.0 && row.key.date() < other.key.date()
                } else {
                    here > there
                }
            });
            if is_it {
                most = Some((row, was, is));
            }
        }
        let (row, was, is) = most?;
        let (was, is) = (column.format.figure(was), column.format.figure(is));
        let unit = column.unit.as_str();
        let several = self.columns.iter().filter(|it| it.tone.is_some()).count() > 1;
        let is_one_of_them = several && column.tone.is_some();
        let is_named = is_one_of_them && !SUMS.contains(&column.name.as_str());
        let of = if is_named && row.key.date().is_some() {
            format!("{}, ", column.name)
        } else {
            String::new()
        };
        (was != is).then(|| {
            format!("{of}{}: {was} → {is} {unit}", row.key.short(self.dates))
                .trim_end()
                .to_owned()
        })
    }

    /// The last figure up to a day in the column that sums up the chart, and how it stands to the one before, as
    /// somebody says it who reads it out: "12 weeks up to W48: 412 AU, +8 % on W47". `None` where there is none.
    pub fn spoken_value(&self, today: NaiveDate) -> Option<String> {
        let (place, column) = self.sum()?;
        let number = |row: &Row| match row.cells.get(place) {
            Some(Cell::Number(value)) => Some(*value),
            _ => None,
        };
        let told = self.rows.iter().filter_map(|row| {
            let date = row.key.date().filter(|date| *date <= today)?;
            Some((date, row, number(row)?))
        });
        let mut told: Vec<_> = told.collect();
        told.sort_by_key(|(date, ..)| *date);
        let (_, row, last) = told.last()?;
        let value = format!("{} {}", column.format.figure(*last), column.unit);
        let mut said = format!("{}: {}", row.key.short(self.dates), value.trim_end());
        let before = told.iter().rev().nth(1);
        if let (Some((_, row, before)), ValueFormat::Number(_)) = (before, column.format)
            && *before > 0.0
        {
            let change = words::change(last / before - 1.0);
            said = format!("{said}, {change} on {}", row.key.short(self.dates));
        }
        let kind = match row.key {
            Key::Weeks(..) => ("week", "weeks"),
            Key::Month(_) => ("month", "months"),
            Key::Day(_) => ("day", "days"),
            Key::Name(_) => return None,
        };
        Some(format!(
            "{} up to {said}",
            words::count(told.len(), kind.0, kind.1)
        ))
    }

    /// The first rows, each with its first figure, as somebody says them who reads them out: "Soleus: 4 sets; …".
    pub fn spoken_rows(&self, most: usize) -> String {
        let rows = self.rows.iter().enumerate().take(most);
        let words = rows.filter_map(|(place, row)| {
            let reading = self.readings(place).into_iter().next()?;
            Some(format!("{}: {}", row.key.short(self.dates), reading.value))
        });
        words.collect::<Vec<_>>().join("; ")
    }

    /// The column that sums up the chart, and its place.
    fn sum(&self) -> Option<(usize, &Column)> {
        let named = |name: &str| self.columns.iter().position(|column| column.name == name);
        let place = SUMS.iter().find_map(|name| named(name)).unwrap_or(0);
        Some((place, self.columns.get(place)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
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
    fn the_largest_change_is_told_in_a_few_words() {
        let (before, mut after) = (table(), table());
        assert_eq!(after.change_since(&before), None);
        after.rows[1].cells[0] = 300.0.into();
        after.rows[0].cells[0] = 500.0.into();
        let told = after.change_since(&before);
        assert_eq!(told.as_deref(), Some("W48: 0 → 300 AU"));
        let empty = Table::default();
        assert_eq!(empty.change_since(&before), None);
        let told = after.change_since(&empty);
        assert_eq!(told.as_deref(), Some("W48: 0 → 500 AU"));
    }

    #[test]
    fn a_change_of_one_line_among_several_says_of_which() {
        let days = |fitness: f64| {
            let column = |name: &str| {
                Column::new(name, "AU a day", ValueFormat::Number(0))
                    .toned(Tone::of(crate::chart::color::Hue::Run))
            };
            let mut table = Table::new("Day", vec![column("Fitness"), column("Fatigue")]);
            let day = Key::Day("2026-11-27".parse().unwrap());
            table.push(day, vec![fitness.into(), 200.0.into()]);
            table
        };
        let told = days(218.0).change_since(&days(210.0)).unwrap();
        assert_eq!(told, "Fitness, 27 Nov: 210 → 218 AU a day");
    }

    #[test]
    fn a_change_is_found_where_the_rows_changed_their_order() {
        let muscles = |rows: [(&str, f64); 3]| {
            let column = Column::new("Done", "sets", ValueFormat::Number(1));
            let mut table = Table::new("Muscle", vec![column]);
            for (name, sets) in rows {
                table.push(Key::Name(name.to_owned()), vec![sets.into()]);
            }
            table
        };
        let before = muscles([("Soleus", 1.0), ("Gluteus maximus", 11.5), ("Biceps", 12.0)]);
        let after = muscles([("Biceps", 12.0), ("Soleus", 1.0), ("Gluteus maximus", 14.5)]);
        let told = after.change_since(&before).unwrap();
        assert_eq!(told, "Gluteus maximus: 11.5 → 14.5 sets");
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
