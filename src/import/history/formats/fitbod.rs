//! Fitbod: a row for each set, kilograms and metres whatever the app shows. Its column "multiplier" says how often the
//! weight was held: 2 with a dumbbell in each hand.

use crate::history::FileContents;
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::set_table;
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "Fitbod", recognises, read);

const ID: &str = "fitbod";

fn recognises(table: &Table) -> bool {
    table.has(&["date", "exercise", "reps", "iswarmup", "multiplier"])
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    set_table::read_with(ID, table, options, |columns, table| {
        columns.seconds = table.column("duration s");
        columns.times_held = table.column("multiplier");
        // The column of durations belongs to sets, not to the session.
        columns.workout_duration = None;
    })
}
