//! FitNotes: a row for each set, one session a day. The unit stands in a column of its own or in the header, where
//! kilograms are also written `kgs`; newer exports have a column for either unit.

use crate::history::FileContents;
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::set_columns::SetColumns;
use crate::import::history::set_table;
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "FitNotes", recognises, read);

const ID: &str = "fitnotes";

fn recognises(table: &Table) -> bool {
    table.has(&["date", "exercise", "category", "reps"]) && SetColumns::of(table).has_weight()
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    set_table::read_with(ID, table, options, |columns, table| {
        // Holds stand under "Time", as a clock would write them.
        columns.seconds = table.column("time");
    })
}
