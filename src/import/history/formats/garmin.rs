//! Garmin Connect's `Activities.csv`, in nine languages. Distance has no unit; names of columns may stand twice.

use crate::history::FileContents;
use crate::import::history::activity_table::{self, ActivityColumns, Unnamed};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};

/// The format.
pub struct Garmin;

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

impl HistoryFormat for Garmin {
    fn id(&self) -> &'static str {
        "garmin"
    }

    fn name(&self) -> &'static str {
        "Garmin Connect"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            let columns = ActivityColumns::of(table);
            FAVOURITE
                .iter()
                .any(|header| table.column(header).is_some())
                && columns.kind.is_some()
                && columns.date.is_some()
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        let mut columns = ActivityColumns::of(table);
        // "Time" is without pauses on the watch; there are no ids, so the moment stands for one.
        columns.id = None;
        activity_table::read(self.id(), table, columns, Unnamed::AsNamed, options)
    }
}
