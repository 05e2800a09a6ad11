//! Strong: a row for each set, in three shapes, with English, German, French, Spanish or Italian headers, parted by
//! commas or semicolons. The first two shapes name no unit.

use crate::history::FileContents;
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::set_columns::SetColumns;
use crate::import::history::set_table;
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "Strong", recognises, read);

const ID: &str = "strong";

fn recognises(table: &Table) -> bool {
    let columns = SetColumns::of(table);
    let all = [
        columns.date,
        columns.workout,
        columns.exercise,
        columns.order,
        columns.reps,
    ];
    all.iter().all(Option::is_some) && columns.has_weight()
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    set_table::read_with(ID, table, options, |columns, table| {
        // Beside the seconds of sets these are those of the session.
        if table.column("seconds").is_some() {
            columns.workout_duration = columns.workout_duration.or(table.column("duration sec"));
        }
    })
}
