//! Weeks as rows: day names over the columns, and what stands beside them.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::dates::{WeekHeading, date, monday_of, week, when};
use super::super::items::Fragment;
use super::super::tidy::tidy;
use super::grid::GridCell;
use super::layout::{day_cells, is_head};
use super::{Reader, Side, total_of};

/// What a cell beside the days says.
enum Label {
    Week(WeekHeading),
    Total(Option<f64>),
    Words,
}

impl Reader<'_, '_> {
    pub(super) fn weeks(&mut self) {
        let days = day_cells(self.grid, self.context);
        self.has_labels = self.label_columns(&days);
        for row in 0..self.grid.rows() {
            let here: BTreeMap<u32, Weekday> = days
                .iter()
                .filter(|((own, _), _)| *own == row)
                .map(|((_, column), day)| (*column, *day))
                .collect();
            if is_head(self.grid, row, here.len()) {
                self.head(row, here);
            } else if self.columns.is_empty() {
                self.title_row(row);
            } else if !self.date_row(row) {
                self.week_row(row);
            }
        }
    }

    /// True when a column beside the days names weeks, so that a row without a name goes on with the week above.
    fn label_columns(&self, days: &BTreeMap<(u32, u32), Weekday>) -> bool {
        let first = days.keys().map(|(_, column)| *column).min().unwrap_or(0);
        let head = days.keys().map(|(row, _)| *row).min().unwrap_or(0);
        (0..first).any(|column| {
            (head + 1..self.grid.rows())
                .filter(|row| self.grid.get(*row, column).is_some())
                .count()
                >= 2
        })
    }

    /// A row of day names: what its columns hold, and those beside them.
    fn head(&mut self, row: u32, days: BTreeMap<u32, Weekday>) {
        self.dates.clear();
        self.sides.clear();
        for (column, day) in &days {
            let text = self.grid.text(row, *column);
            let fragment = Fragment::new(&text, 0, 0, self.context);
            if let Some(date) = when(&fragment, 0, self.year).and_then(|when| when.date) {
                self.dates.insert(*column, date);
            }
            let piece = self.piece(row, *column, &text);
            self.mark(&text, piece);
            let _ = day;
        }
        for column in 0..self.grid.columns() {
            if days.contains_key(&column) {
                continue;
            }
            let mut text = self.grid.text(row, column);
            if text.is_empty() && row > 0 {
                // Two header rows: the one above names what this one leaves open.
                text = self.grid.text(row - 1, column);
            }
            let side = self.side(&text);
            self.sides.insert(column, side);
            if !text.is_empty() {
                let piece = self.piece(row, column, &text);
                self.mark(&text, piece);
            }
        }
        if days.values().next() == Some(&Weekday::Sun) {
            self.builder.begin_on_sunday();
        }
        self.columns = days;
    }

    /// The Monday of a row that names its first day; where weeks begin on Sunday, that is the day after.
    fn monday_from(&self, first: NaiveDate) -> NaiveDate {
        let sunday = self.columns.values().next() == Some(&Weekday::Sun);
        let ahead = chrono::Days::new(u64::from(sunday && first.weekday() == Weekday::Sun));
        monday_of(first.checked_add_days(ahead).unwrap_or(first))
    }

    /// A row above the table: its title.
    fn title_row(&mut self, row: u32) {
        for (column, text) in self.grid.filled(row) {
            let piece = self.piece(row, column, &text);
            let fragment = Fragment::new(&text, piece, 0, self.context);
            let place = fragment.place(0, fragment.len());
            self.builder.note(place, &text);
        }
    }

    /// A row of dates under or between the days.
    fn date_row(&mut self, row: u32) -> bool {
        let mut dates = BTreeMap::new();
        let mut others = 0;
        for column in self.columns.keys() {
            match self.grid.get(row, *column) {
                Some(GridCell::Date(date)) => {
                    dates.insert(*column, *date);
                }
                Some(GridCell::Text(text)) => {
                    let fragment = Fragment::new(text, 0, 0, self.context);
                    match date(&fragment, 0, self.year) {
                        Some((date, to, _)) if to >= fragment.len() => {
                            dates.insert(*column, date);
                        }
                        _ => others += 1,
                    }
                }
                Some(GridCell::Number(_)) => others += 1,
                None => {}
            }
        }
        if dates.len() < 3 || others > 0 {
            return false;
        }
        for column in dates.keys().copied().collect::<Vec<_>>() {
            let text = self.grid.text(row, column);
            let piece = self.piece(row, column, &text);
            self.mark(&text, piece);
        }
        self.dates = dates;
        self.labels(row);
        true
    }

    /// What stands beside the days of a row: the week, its phase, its total. Returns true when a week was begun.
    fn labels(&mut self, row: u32) -> bool {
        let mut heading: Option<WeekHeading> = None;
        let mut words: Vec<String> = Vec::new();
        let mut total = None;
        let sides: Vec<(u32, Side)> = self
            .sides
            .iter()
            .map(|(column, side)| (*column, *side))
            .collect();
        let first_day = self.columns.keys().min().copied().unwrap_or(0);
        for (column, side) in sides {
            let Some(cell) = self.grid.get(row, column).cloned() else {
                continue;
            };
            let text = cell.text();
            if text.trim().is_empty() {
                continue;
            }
            let piece = self.piece(row, column, &text);
            let found = self.label(&cell, &text, side, column < first_day);
            match found {
                Label::Week(found) => {
                    let mut merged = heading.take().unwrap_or_default();
                    merged.number = merged.number.or(found.number);
                    merged.to_go = merged.to_go.or(found.to_go);
                    merged.monday = merged.monday.or(found.monday);
                    heading = Some(merged);
                    let fragment = Fragment::new(&text, piece, 0, self.context);
                    let rest = tidy(fragment.written(found.to.min(fragment.len()), fragment.len()));
                    if !rest.is_empty() && found.to > 0 {
                        words.push(rest);
                    }
                    self.mark(&text, piece);
                }
                Label::Total(meters) => {
                    total = total.or(meters);
                    self.mark(&text, piece);
                }
                Label::Words => {
                    words.push(text.clone());
                    self.mark(&text, piece);
                }
            }
        }
        let named = heading.is_some();
        if let Some(heading) = heading {
            self.builder.begin_week(&heading, words.join(" · "));
            self.begun = true;
        } else if !words.is_empty() && self.begun {
            self.builder.title(&words.join(" · "));
        }
        if let Some(total) = total {
            self.builder.total(total);
        }
        named
    }

    fn label(&self, cell: &GridCell, text: &str, side: Side, leading: bool) -> Label {
        let fragment = Fragment::new(text, 0, 0, self.context);
        let to = fragment.len();
        let whole = |number: f64| {
            (number.fract() == 0.0 && (0.0..=60.0).contains(&number)).then_some(number as u32)
        };
        match (side, cell) {
            (Side::Total(unit), _) => {
                let meters = total_of(&fragment, unit, self.context);
                Label::Total(meters)
            }
            (Side::ToGo, GridCell::Number(value)) => Label::Week(WeekHeading {
                to_go: whole(*value),
                to,
                ..WeekHeading::default()
            }),
            (_, GridCell::Date(date)) => Label::Week(WeekHeading {
                monday: Some(self.monday_from(*date)),
                to,
                ..WeekHeading::default()
            }),
            (Side::Week, GridCell::Number(value)) => Label::Week(WeekHeading {
                number: whole(*value),
                to,
                ..WeekHeading::default()
            }),
            (Side::Words, GridCell::Number(value)) if leading && whole(*value).is_some() => {
                Label::Week(WeekHeading {
                    number: whole(*value),
                    to,
                    ..WeekHeading::default()
                })
            }
            (_, GridCell::Text(_)) => {
                if let Some(heading) = week(&fragment, 0, self.year) {
                    return Label::Week(heading);
                }
                if let Some((date, to, _)) = date(&fragment, 0, self.year)
                    && leading
                {
                    return Label::Week(WeekHeading {
                        monday: Some(self.monday_from(date)),
                        to,
                        ..WeekHeading::default()
                    });
                }
                if (side == Side::Week || side == Side::ToGo)
                    && (fragment.len() <= 2 || is_bracket(&fragment, 1))
                    && let Some(number) = fragment.count(0, 0..=60)
                {
                    let (number, to_go) = if side == Side::Week {
                        (Some(number), None)
                    } else {
                        (None, Some(number))
                    };
                    return Label::Week(WeekHeading {
                        number,
                        to_go,
                        to: 1,
                        monday: None,
                    });
                }
                Label::Words
            }
            (_, GridCell::Number(_)) => Label::Words,
        }
    }

    fn week_row(&mut self, row: u32) {
        let filled = self.columns.keys().any(|column| {
            self.grid
                .get(row, *column)
                .is_some_and(|cell| !cell.text().trim().is_empty())
        });
        if !filled && self.is_sentence(row) {
            return self.title_row(row);
        }
        // A row of totals or one phase across everything has nothing in its days.
        let named = self.labels(row);
        if !filled {
            return;
        }
        if self.is_total_row(row) {
            return;
        }
        if !(named || self.has_labels && self.begun) && self.dates.is_empty() {
            self.builder
                .begin_week(&WeekHeading::default(), String::new());
            self.begun = true;
        }
        let columns: Vec<(u32, Weekday)> = self
            .columns
            .iter()
            .map(|(column, day)| (*column, *day))
            .collect();
        for (column, day) in columns {
            let date = self.dates.get(&column).copied();
            self.day_cell(row, column, Some(day), date);
        }
    }

    /// True for a row without days that is one cell of many words: what is said below a table.
    fn is_sentence(&self, row: u32) -> bool {
        const LONGEST_HEADING: usize = 40;
        let cells: Vec<(u32, String)> = self.grid.filled(row).collect();
        matches!(cells.as_slice(), [(_, text)] if text.chars().count() > LONGEST_HEADING)
    }

    /// True when the days of a row hold only figures and its name says that they are sums.
    fn is_total_row(&mut self, row: u32) -> bool {
        let total = (0..self.grid.columns()).any(|column| {
            let text = self.grid.text(row, column);
            !self.columns.contains_key(&column)
                && !text.is_empty()
                && matches!(self.side(&text), Side::Total(_))
                && matches!(self.grid.get(row, column), Some(GridCell::Text(_)))
                && !text.chars().any(|c| c.is_ascii_digit())
        });
        if total {
            for column in self.columns.keys().copied().collect::<Vec<_>>() {
                let text = self.grid.text(row, column);
                if !text.is_empty() {
                    let piece = self.piece(row, column, &text);
                    self.mark(&text, piece);
                }
            }
        }
        total
    }
}

/// True for the bracket behind a number: "3 (down)".
fn is_bracket(fragment: &Fragment, at: usize) -> bool {
    fragment.is_sign(at, '(') || fragment.is_sign(at, '[')
}
