//! One day a row, with columns that have names.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use super::super::dates::{WeekHeading, week, when};
use super::super::items::Fragment;
use super::super::lexicon::{Meaning, Unit};
use super::super::scan::fold;
use super::super::session::sessions;
use super::super::tidy::tidy;
use super::grid::GridCell;
use super::{Reader, Side, total_of};

/// What the column of a list of days holds.
#[derive(Debug, Clone, Copy)]
enum Head {
    Week,
    /// Figures of this unit.
    Unit(&'static str),
    Words,
}

impl Reader<'_, '_> {
    /// One day a row.
    pub(super) fn days(&mut self) {
        let columns = self.grid.columns();
        let mut heads: BTreeMap<u32, Head> = BTreeMap::new();
        let mut started = false;
        for row in 0..self.grid.rows() {
            let (days, date, when_columns) = self.when_of_row(row);
            if days.is_none() && date.is_none() {
                if started || !self.heads(row, &mut heads) {
                    self.other_row(row);
                }
                continue;
            }
            started = true;
            if let Some(day) = days
                && date.is_none()
            {
                self.builder.go_to(day);
            }
            let mut text = String::new();
            for column in 0..columns {
                if when_columns.contains(&column) {
                    continue;
                }
                let Some(cell) = self.grid.get(row, column) else {
                    continue;
                };
                let head = heads.get(&column).copied().unwrap_or(Head::Words);
                let own = match (head, cell) {
                    (Head::Week, _) => {
                        let words = cell.text();
                        let fragment = Fragment::new(&words, 0, 0, self.context);
                        let number = fragment
                            .count(0, 1..=60)
                            .or_else(|| week(&fragment, 0, None)?.number);
                        if date.is_none() {
                            self.week_of_row(number);
                        }
                        continue;
                    }
                    (Head::Unit(unit), GridCell::Number(_)) => format!("{} {}", cell.text(), unit),
                    (Head::Unit(unit), GridCell::Text(words))
                        if words
                            .chars()
                            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) =>
                    {
                        format!("{words} {unit}")
                    }
                    _ => cell.text(),
                };
                if own.trim().is_empty() {
                    continue;
                }
                if !text.is_empty() {
                    text.push_str(", ");
                }
                text.push_str(own.trim());
            }
            if text.chars().all(|c| !c.is_alphanumeric()) {
                continue;
            }
            let piece = self.piece(
                row,
                when_columns.iter().max().map_or(0, |column| column + 1),
                &text,
            );
            let mut fragment = Fragment::new(&text, piece, 0, self.context);
            let drafts = sessions(&mut fragment, 0);
            let date = date.map(|date| self.builder.dated(date));
            let days: Vec<Weekday> = if date.is_some() {
                Vec::new()
            } else {
                days.into_iter().collect()
            };
            self.builder.add(&drafts, &days, date, None);
            self.builder.finish_fragment(&mut fragment);
        }
    }

    fn week_of_row(&mut self, number: Option<u32>) {
        if let Some(number) = number
            && self.builder.current_week() != Some(number)
        {
            let heading = WeekHeading {
                number: Some(number),
                ..WeekHeading::default()
            };
            self.builder.begin_week(&heading, String::new());
        }
    }

    /// The day and date that a row names, and the columns they stand in.
    fn when_of_row(&self, row: u32) -> (Option<Weekday>, Option<NaiveDate>, Vec<u32>) {
        let (mut day, mut found, mut columns) = (None, None, Vec::new());
        for column in 0..self.grid.columns().min(8) {
            match self.grid.get(row, column) {
                Some(GridCell::Date(date)) if found.is_none() => {
                    found = Some(*date);
                    columns.push(column);
                }
                Some(GridCell::Text(text)) if text.len() < 40 => {
                    let fragment = Fragment::new(text, 0, 0, self.context);
                    if let Some(when) = when(&fragment, 0, self.year)
                        && when.to + 1 >= fragment.len()
                        && (when.date.is_some() || when.days.len() == 1)
                    {
                        found = found.or(when.date);
                        day = day.or(when.days.first().copied());
                        columns.push(column);
                    }
                }
                _ => {}
            }
        }
        (day, found, columns)
    }

    /// The names of columns: which hold weeks, and which figures of a unit.
    fn heads(&mut self, row: u32, heads: &mut BTreeMap<u32, Head>) -> bool {
        let filled: Vec<u32> = (0..self.grid.columns())
            .filter(|column| self.grid.get(row, *column).is_some())
            .collect();
        if filled.len() < 2 {
            return false;
        }
        for column in filled {
            let text = self.grid.text(row, column);
            let lower = fold(&text);
            let fragment = Fragment::new(&text, 0, 0, self.context);
            let unit = (0..fragment.len()).find_map(|at| match fragment.meaning(at) {
                Some(Meaning::Unit(unit)) => Some(*unit),
                _ => None,
            });
            let distance = ["dist", "afstand", "strecke", "distanz"]
                .iter()
                .any(|word| lower.contains(word));
            let time = [
                "time",
                "dur",
                "zeit",
                "dauer",
                "tijd",
                "duree",
                "tiempo",
                "tempo (min",
            ]
            .iter()
            .any(|word| lower.contains(word));
            let own = match self.context.unit {
                crate::domain::DistanceUnit::Km => "km",
                crate::domain::DistanceUnit::Miles => "mi",
            };
            let head = match unit {
                _ if fragment.is(0, &Meaning::Week) => Head::Week,
                Some(Unit::Km) => Head::Unit("km"),
                Some(Unit::Mile) => Head::Unit("mi"),
                Some(Unit::Meter) if distance => Head::Unit("metres"),
                Some(Unit::Minute) => Head::Unit("min"),
                Some(Unit::Hour) if time => Head::Unit("h"),
                _ if distance => Head::Unit(own),
                _ if time => Head::Unit("min"),
                _ => Head::Words,
            };
            heads.insert(column, head);
            let piece = self.piece(row, column, &text);
            self.mark(&text, piece);
        }
        true
    }

    /// A row without a day: a heading of a week, a total, or words.
    fn other_row(&mut self, row: u32) {
        for (column, text) in self.grid.filled(row) {
            let piece = self.piece(row, column, &text);
            let fragment = Fragment::new(&text, piece, 0, self.context);
            if let Some(heading) = week(&fragment, 0, self.year) {
                let title = tidy(fragment.written(heading.to, fragment.len()));
                self.builder.begin_week(&heading, title);
                self.mark(&text, piece);
            } else if matches!(self.side(&text), Side::Total(_)) {
                if let Some(total) = total_of(&fragment, None, self.context) {
                    self.builder.total(total);
                }
                self.mark(&text, piece);
            } else {
                let place = fragment.place(0, fragment.len());
                self.builder.note(place, &text);
            }
        }
    }
}
