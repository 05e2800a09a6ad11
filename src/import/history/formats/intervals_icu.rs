//! intervals.icu's `activities.csv`: seconds, metres and local moments under their technical names.

use crate::history::FileContents;
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};

/// The format.
pub struct IntervalsIcu;

impl HistoryFormat for IntervalsIcu {
    fn id(&self) -> &'static str {
        "intervals.icu"
    }

    fn name(&self) -> &'static str {
        "intervals.icu"
    }

    fn recognises(&self, content: &Content) -> bool {
        content
            .table()
            .is_some_and(|table| table.has(&["id", "type", "start date local", "moving time"]))
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        let mut columns = ActivityColumns::of(table);
        columns.date = table.column("start date local");
        columns.distance = table
            .column("distance")
            .map(|place| (place, DistanceIn::Meters));
        columns.workout = table.column("sub type");
        activity_table::read(self.id(), table, columns, Unnamed::AsNamed, options)
    }
}
