//! Runalyze's table of activities: kilometres and seconds, in English or German.

use crate::history::FileContents;
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};

/// The format.
pub struct Runalyze;

impl HistoryFormat for Runalyze {
    fn id(&self) -> &'static str {
        "runalyze"
    }

    fn name(&self) -> &'static str {
        "Runalyze"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            table.has(&["sportid", "time", "distance", "s"])
                || table.has(&["sport", "date", "distance", "trimp"])
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        let mut columns = ActivityColumns::of(table);
        columns.distance = table
            .column("distance")
            .map(|place| (place, DistanceIn::Km));
        if let Some(seconds) = table.column("s") {
            columns.moving = Some(seconds);
            columns.time = None;
            columns.date = table.column("date").or(table.column("time"));
            columns.kind = table.column("sport").or(table.column("sportid"));
        }
        activity_table::read(self.id(), table, columns, Unnamed::AsNamed, options)
    }
}
