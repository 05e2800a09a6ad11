//! FitNotes: a row for each set, one session a day. The unit stands in a column of its own or in the header, where
//! kilograms are also written `kgs`; newer exports have a column for either unit.

use crate::history::FileContents;
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::set_columns::SetColumns;
use crate::import::history::set_table;

/// The format.
pub struct FitNotes;

impl HistoryFormat for FitNotes {
    fn id(&self) -> &'static str {
        "fitnotes"
    }

    fn name(&self) -> &'static str {
        "FitNotes"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            table.has(&["date", "exercise", "category", "reps"])
                && SetColumns::of(table).has_weight()
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        set_table::read_with(self.id(), table, options, |columns, table| {
            // Holds stand under "Time", as a clock would write them.
            columns.seconds = table.column("time");
        })
    }
}
