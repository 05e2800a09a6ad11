//! Any other table whose columns can be recognised: date, exercise, weight and repetitions; or date and distance or
//! time. How the columns were taken is told.

use crate::history::FileContents;
use crate::import::history::activity_table::{self, ActivityColumns, Unnamed};
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::set_columns::SetColumns;
use crate::import::history::set_table;
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "Table", recognises, read);

const ID: &str = "table";

fn recognises(table: &Table) -> bool {
    let activities = ActivityColumns::of(table);
    let figures = activities.distance.is_some()
        || activities
            .time
            .or(activities.moving)
            .or(activities.elapsed)
            .or(activities.minutes)
            .or(activities.hours)
            .is_some();
    has_sets(&SetColumns::of(table)) || (activities.date.is_some() && figures)
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    if has_sets(&SetColumns::of(table)) {
        let mut reading = set_table::read(ID, table, options);
        reading.mapping = SetColumns::mapping(table);
        reading.unread = SetColumns::unread(table);
        return reading;
    }
    let columns = ActivityColumns::of(table);
    let mut reading = activity_table::read(ID, table, columns, Unnamed::Runs, options);
    reading.mapping = ActivityColumns::mapping(table);
    reading.unread = ActivityColumns::unread(table);
    reading
}

fn has_sets(columns: &SetColumns) -> bool {
    columns.date.is_some()
        && columns.exercise.is_some()
        && (columns.reps.is_some() || columns.has_weight())
}
