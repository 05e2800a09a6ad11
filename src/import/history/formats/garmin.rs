//! Garmin Connect's `Activities.csv`, in nine languages. Distance has no unit; names of columns may stand twice.

use crate::history::FileContents;
use crate::import::history::activity_table::{self, ActivityColumns, Unnamed};
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "Garmin Connect", recognises, read);

/// "Favorite" in the languages of Garmin Connect: no other export has such a column.
const FAVOURITE: &[&str] = &[
    "favorite",
    "favourite",
    "favorit",
    "favoritt",
    "favorita",
    "favorito",
    "preferita",
    "preferito",
    "favori",
    "favoriet",
    "ulubiony",
    "ulubione",
    "kedvenc",
];

const ID: &str = "garmin";

fn recognises(table: &Table) -> bool {
    let columns = ActivityColumns::of(table);
    FAVOURITE
        .iter()
        .any(|header| table.column(header).is_some())
        && columns.kind.is_some()
        && columns.date.is_some()
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    let mut columns = ActivityColumns::of(table);
    // "Time" is without pauses on the watch; there are no ids, so the moment stands for one.
    columns.id = None;
    activity_table::read(ID, table, columns, Unnamed::AsNamed, options)
}
