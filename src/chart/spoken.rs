//! What is said of a chart to those who do not see it: where it changed, its values, its rows.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::scene::{Layer, Scene};
use super::table::{Cell, Column, Key, Row, Table, ValueFormat};
use super::words;

/// Columns that sum up a row, the first that there is; else the first of all.
const SUMS: [&str; 3] = ["Together", "All of this week", "Still planned"];

impl Scene {
    /// How the lines of this chart differ from those of `before` where its table says the same: a value that only stands on
    /// another day bends the line between it and its neighbours.
    pub fn small_change_since(&self, before: &Self) -> &'static str {
        let points = |scene: &Self| -> Vec<[f64; 2]> {
            let layers = scene.time().into_iter().flat_map(|body| &body.layers);
            let lines = layers.filter_map(|layer| match layer {
                Layer::Line(line) => Some(&line.points),
                _ => None,
            });
            lines.flatten().copied().collect()
        };
        let values = |points: Vec<[f64; 2]>| {
            let mut values: Vec<f64> = points.into_iter().map(|[_, value]| value).collect();
            values.sort_by(f64::total_cmp);
            values
        };
        let (is, was) = (points(self), points(before));
        if is == was {
            return "no change";
        }
        match is.len().cmp(&was.len()) {
            Ordering::Less => "fewer values",
            Ordering::Greater => "more values",
            Ordering::Equal if values(is) == values(was) => "same values, other days",
            Ordering::Equal => "hardly any",
        }
    }
}

impl Table {
    /// Where this table differs most from one of before, in the column that sums up the chart: "W48: 1780 → 2140 AU",
    /// and where that is one line of several, of which: "Fitness, 27 Nov: 210 → 218 AU a day". Of two places that
    /// differ by about the same, the earlier. `None` where it says the same.
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
    use crate::chart::color::{Hue, Tone};
    use crate::chart::table::tests::table;

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
                Column::new(name, "AU a day", ValueFormat::Number(0)).toned(Tone::of(Hue::Run))
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
}
