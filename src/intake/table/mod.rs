//! Reads a table of cells: weeks by days, days by weeks, or one day a row.

mod cell;
mod days;
mod grid;
mod layout;
mod weeks;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::builder::Builder;
use super::figures::Setting;
use super::items::{Context, Fragment, ItemKind};
use super::lexicon::{Meaning, Unit};
use super::reading::{Options, Piece};
pub use grid::{Grid, GridCell};
pub(super) use layout::{Layout, layout};

/// What a column beside the days holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Week,
    ToGo,
    Total(Option<Unit>),
    Words,
}

/// Reads a table into a builder.
pub(super) fn read_table(
    grid: &Grid,
    layout: Layout,
    context: &Context,
    options: &Options,
    builder: &mut Builder,
) {
    let turned;
    let (grid, flipped) = if layout == Layout::Turned {
        turned = grid.turned();
        (&turned, true)
    } else {
        (grid, false)
    };
    let mut reader = Reader {
        grid,
        flipped,
        context,
        year: options
            .year
            .or(options.start.or(options.race).map(|date| date.year())),
        builder,
        columns: BTreeMap::new(),
        dates: BTreeMap::new(),
        sides: BTreeMap::new(),
        has_labels: false,
        begun: false,
    };
    match layout {
        Layout::Weeks | Layout::Turned => reader.weeks(),
        Layout::Days => reader.days(),
        Layout::None => {}
    }
}

struct Reader<'a, 'b> {
    grid: &'a Grid,
    flipped: bool,
    context: &'a Context<'a>,
    year: Option<i32>,
    builder: &'b mut Builder,
    columns: BTreeMap<u32, Weekday>,
    dates: BTreeMap<u32, NaiveDate>,
    sides: BTreeMap<u32, Side>,
    has_labels: bool,
    begun: bool,
}

impl Reader<'_, '_> {
    /// The text of a cell as a piece of the source.
    pub(super) fn piece(&mut self, row: u32, column: u32, text: &str) -> usize {
        let (line, column) = if self.flipped {
            (column, row)
        } else {
            (row, column)
        };
        self.builder.reading.pieces.push(Piece {
            line: line as usize + 1,
            column: column as usize + 1,
            text: text.to_owned(),
            cell: true,
        });
        self.builder.reading.pieces.len() - 1
    }

    pub(super) fn side(&self, text: &str) -> Side {
        let fragment = Fragment::new(text, 0, 0, self.context);
        let any = |meaning: &Meaning| (0..fragment.len()).any(|at| fragment.is(at, meaning));
        let unit = (0..fragment.len()).find_map(|at| match fragment.meaning(at) {
            Some(Meaning::Unit(unit @ (Unit::Km | Unit::Mile))) => Some(*unit),
            _ => None,
        });
        if any(&Meaning::ToGo) {
            Side::ToGo
        } else if any(&Meaning::Total) || (unit.is_some() && fragment.len() <= 3) {
            Side::Total(unit)
        } else if any(&Meaning::Week) {
            Side::Week
        } else {
            Side::Words
        }
    }

    /// Marks the words of a cell that is understood as a whole.
    pub(super) fn mark(&mut self, text: &str, piece: usize) {
        let mut fragment = Fragment::new(text, piece, 0, self.context);
        let all = fragment.len();
        fragment.read(0, all);
        self.builder.finish_fragment(&mut fragment);
    }
}
/// A total in metres; a plain figure has the unit of its column.
fn total_of(fragment: &Fragment, unit: Option<Unit>, context: &Context) -> Option<f64> {
    let scale = match unit {
        Some(Unit::Mile) => 1609.344,
        Some(_) => 1000.0,
        None => context.unit.meters(),
    };
    (0..fragment.len()).find_map(|at| {
        let found = fragment
            .quantity(at, Setting::Whole)
            .filter(|found| found.amount.is_distance());
        match found {
            Some(found) => Some(found.amount.value()),
            None => fragment
                .number(at)
                .filter(|value| {
                    *value > 0.0
                        && !matches!(
                            fragment.items.get(at + 1).map(|item| &item.kind),
                            Some(ItemKind::Sign(':' | '%'))
                        )
                })
                .map(|value| value * scale),
        }
    })
}
