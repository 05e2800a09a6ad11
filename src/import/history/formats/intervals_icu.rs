//! intervals.icu's `activities.csv`: seconds, metres and local moments under their technical names.

use crate::history::FileContents;
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "intervals.icu", recognises, read);

const ID: &str = "intervals.icu";

fn recognises(table: &Table) -> bool {
    table.has(&["id", "type", "start date local", "moving time"])
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    let mut columns = ActivityColumns::of(table);
    columns.date = table.column("start date local");
    columns.distance = table
        .column("distance")
        .map(|place| (place, DistanceIn::Meters));
    columns.workout = table.column("sub type");
    activity_table::read(ID, table, columns, Unnamed::AsNamed, options)
}
