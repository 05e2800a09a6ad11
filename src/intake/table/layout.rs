//! How a table lies: where its days and weeks are.

use std::collections::BTreeMap;

use chrono::Weekday;

use super::super::dates::{date, week, when};
use super::super::items::{Context, Fragment};
use super::super::letter_days::weeks_of;
use super::grid::{Grid, GridCell};

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Layout {
    /// Weeks are rows, days columns.
    Weeks,
    /// Weeks are columns, days rows.
    Turned,
    /// One day a row.
    Days,
    /// No table of days.
    None,
}

/// The most letters of a label over a column: "Wednesday 30.11.".
const LONGEST_LABEL: usize = 16;

/// The layout of a table, from where its days stand.
pub(in crate::intake) fn layout(grid: &Grid, context: &Context) -> Layout {
    let days = day_cells(grid, context);
    let mut by_row: BTreeMap<u32, Vec<Weekday>> = BTreeMap::new();
    let mut by_column: BTreeMap<u32, Vec<Weekday>> = BTreeMap::new();
    for ((row, column), day) in &days {
        by_row.entry(*row).or_default().push(*day);
        by_column.entry(*column).or_default().push(*day);
    }
    let distinct = |days: &Vec<Weekday>| {
        let mut days = days.clone();
        days.sort_by_key(Weekday::num_days_from_monday);
        days.dedup();
        days.len()
    };
    let heads = by_row
        .iter()
        .filter(|(row, days)| is_head(grid, **row, days.len()));
    let row = heads.map(|(_, days)| distinct(days)).max().unwrap_or(0);
    let column = by_column.values().map(distinct).max().unwrap_or(0);
    if row >= 2 && row >= column {
        return Layout::Weeks;
    }
    if column >= 3 {
        let most = by_column.values().map(Vec::len).max().unwrap_or(0);
        let first = by_column
            .iter()
            .find(|(_, days)| days.len() == most)
            .map_or(0, |(column, _)| *column);
        // Several columns with a heading of a week each: weeks lie side by side.
        let headings = (first + 1..grid.columns())
            .filter(|column| {
                (0..grid.rows().min(4)).any(|row| {
                    let text = grid.text(row, *column);
                    !text.is_empty() && {
                        let fragment = Fragment::new(&text, 0, 0, context);
                        week(&fragment, 0, None).is_some()
                            || matches!(grid.get(row, *column), Some(GridCell::Number(_)))
                    }
                })
            })
            .count();
        return if headings >= 2 && most <= 14 {
            Layout::Turned
        } else {
            Layout::Days
        };
    }
    let mut dates: BTreeMap<u32, usize> = BTreeMap::new();
    for ((_, column), cell) in &grid.cells {
        if is_date(cell, context) {
            *dates.entry(*column).or_default() += 1;
        }
    }
    if dates.values().any(|count| *count >= 2) {
        return Layout::Days;
    }
    Layout::None
}

/// True for a row that names the days of its columns: three of them, or two beside nothing but short labels.
pub(in crate::intake) fn is_head(grid: &Grid, row: u32, days: usize) -> bool {
    let is_label = |column| grid.text(row, column).chars().count() <= LONGEST_LABEL;
    days >= 3 || (days == 2 && (0..grid.columns()).all(is_label))
}

fn is_date(cell: &GridCell, context: &Context) -> bool {
    match cell {
        GridCell::Date(_) => true,
        GridCell::Text(text) if text.len() < 40 => {
            let fragment = Fragment::new(text, 0, 0, context);
            date(&fragment, 0, Some(2000)).is_some_and(|(_, to, _)| to >= fragment.len())
        }
        GridCell::Number(_) | GridCell::Text(_) => false,
    }
}

/// Cells that name a day and nothing more, perhaps with its date.
pub(in crate::intake) fn day_cells(
    grid: &Grid,
    context: &Context,
) -> BTreeMap<(u32, u32), Weekday> {
    let mut found = letter_cells(grid, context);
    for (place, cell) in &grid.cells {
        let GridCell::Text(text) = cell else { continue };
        if text.len() > 40 {
            continue;
        }
        let fragment = Fragment::new(text, 0, 0, context);
        if let Some(when) = when(&fragment, 0, Some(2000))
            && let [day] = when.days.as_slice()
            && when.to + 1 >= fragment.len()
        {
            found.insert(*place, *day);
        }
    }
    found
}

/// Cells of a row that name the days by one or two letters: `M`, `T`, `W`, `Th` …
fn letter_cells(grid: &Grid, context: &Context) -> BTreeMap<(u32, u32), Weekday> {
    let mut rows: BTreeMap<u32, Vec<(usize, &str)>> = BTreeMap::new();
    for ((row, column), cell) in &grid.cells {
        if let GridCell::Text(text) = cell
            && let mark = text.trim()
            && mark.chars().count() <= 2
            && mark.chars().all(char::is_alphabetic)
        {
            rows.entry(*row).or_default().push((*column as usize, mark));
        }
    }
    let language = context.votes.first();
    let days = rows.into_iter().flat_map(|(row, heads)| {
        let days = weeks_of(&heads, language);
        days.into_iter()
            .map(move |(column, day)| ((row, column as u32), day))
    });
    days.collect()
}
