//! Fitbod: a row for each set, kilograms and metres whatever the app shows. Its column "multiplier" says how often the
//! weight was held: 2 with a dumbbell in each hand.

use crate::history::FileContents;
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::set_table;

/// The format.
pub struct Fitbod;

impl HistoryFormat for Fitbod {
    fn id(&self) -> &'static str {
        "fitbod"
    }

    fn name(&self) -> &'static str {
        "Fitbod"
    }

    fn recognises(&self, content: &Content) -> bool {
        content
            .table()
            .is_some_and(|table| table.has(&["date", "exercise", "reps", "iswarmup", "multiplier"]))
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        set_table::read_with(self.id(), table, options, |columns, table| {
            columns.seconds = table.column("duration s");
            columns.times_held = table.column("multiplier");
            // The column of durations belongs to sets, not to the session.
            columns.workout_duration = None;
        })
    }
}
