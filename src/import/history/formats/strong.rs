//! Strong: a row for each set, in three shapes, with English, German, French, Spanish or Italian headers, parted by
//! commas or semicolons. The first two shapes name no unit.

use crate::history::FileContents;
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::set_columns::SetColumns;
use crate::import::history::set_table;

/// The format.
pub struct Strong;

impl HistoryFormat for Strong {
    fn id(&self) -> &'static str {
        "strong"
    }

    fn name(&self) -> &'static str {
        "Strong"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            let columns = SetColumns::of(table);
            let all = [
                columns.date,
                columns.workout,
                columns.exercise,
                columns.order,
                columns.reps,
            ];
            all.iter().all(Option::is_some) && columns.has_weight()
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        set_table::read_with(self.id(), table, options, |columns, table| {
            // Beside the seconds of sets these are those of the session.
            if table.column("seconds").is_some() {
                columns.workout_duration =
                    columns.workout_duration.or(table.column("duration sec"));
            }
        })
    }
}
