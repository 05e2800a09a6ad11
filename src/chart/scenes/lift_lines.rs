//! Lines of lifts over days: how they are drawn, their table with a row a day, and what the pointer can find.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::chart::color::Tone;
use crate::chart::scene::{Extent, Hit, Layer, Line, Merge, Point, Target, TimeBody};
use crate::chart::table::{Cell, Column, Key, Table, ValueFormat};
use crate::chart::time::day_of;
use crate::chart::words;
use crate::domain::{Kilograms, Units};

/// The axis covers at least this much, so that half a kilogram does not look like a mountain.
const LEAST_SPAN: Kilograms = Kilograms::new(10.0);

/// The line of an exercise with its points, dashed from the last that was done on.
pub(super) fn traced(done: Vec<Point>, planned: Vec<Point>, name: &str, tone: Tone) -> [Layer; 2] {
    let turn = done.last().map_or(f64::NEG_INFINITY, |last| last.at);
    let points: Vec<Point> = done.into_iter().chain(planned).collect();
    let line = Line {
        points: points.iter().map(|it| [it.at, it.value]).collect(),
        turn,
        tone,
        width: 1.75,
        label: name.to_owned(),
        merge: Merge::Highest,
    };
    [Layer::Line(line), Layer::Points(points)]
}

/// A chart of such lines, in the athlete's unit.
pub(super) fn body(units: Units, layers: Vec<Layer>, hits: Vec<Hit>) -> TimeBody {
    TimeBody {
        unit: words::mass_unit(units).to_owned(),
        format: ValueFormat::Number(1),
        extent: Extent::Around(words::mass_in(LEAST_SPAN, units)),
        layers,
        hits,
        nothing: "Not lifted in this time".to_owned(),
    }
}

/// A table while it is filled, column by column.
#[derive(Debug, Default)]
pub(super) struct DayGrid {
    columns: Vec<Column>,
    rows: BTreeMap<NaiveDate, Vec<(usize, f64)>>,
    /// Day, value and target of each point that can be pointed at.
    points: Vec<(NaiveDate, f64, Target)>,
}

impl DayGrid {
    /// Adds a column and gives its place.
    pub(super) fn column(&mut self, column: Column) -> usize {
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// Writes a figure into a day's row.
    pub(super) fn figure(&mut self, column: usize, date: NaiveDate, value: f64) {
        self.rows.entry(date).or_default().push((column, value));
    }

    /// The same for a figure that is drawn as a point.
    pub(super) fn point(&mut self, column: usize, date: NaiveDate, value: f64, target: Target) {
        self.figure(column, date, value);
        self.points.push((date, value, target));
    }

    /// The table, and the points by day.
    pub(super) fn finish(self) -> (Table, Vec<Hit>) {
        let count = self.columns.len();
        let mut table = Table::new("Day", self.columns);
        let mut places = BTreeMap::new();
        for (date, figures) in self.rows {
            let mut cells = vec![Cell::Empty; count];
            for (column, value) in figures {
                if let Some(cell) = cells.get_mut(column) {
                    *cell = value.into();
                }
            }
            places.insert(date, table.push(Key::Day(date), cells));
        }
        let points = self.points.into_iter();
        let mut hits: Vec<Hit> = points
            .filter_map(|(date, value, target)| {
                let at = day_of(date) + 0.5;
                Some(Hit {
                    from: at,
                    to: at,
                    value: Some(value),
                    row: *places.get(&date)?,
                    target,
                })
            })
            .collect();
        hits.sort_by(|a, b| a.from.total_cmp(&b.from));
        (table, hits)
    }
}
