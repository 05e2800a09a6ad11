//! Runalyze's table of activities: kilometres and seconds, in English or German.

use std::collections::HashMap;

use crate::history::{FileContents, Sport};
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "Runalyze", recognises, read);

const ID: &str = "runalyze";

fn recognises(table: &Table) -> bool {
    table.has(&["sportid", "time", "distance", "s"])
        || table.has(&["sport", "date", "distance", "trimp"])
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
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
    // The kind of session, beside the sport.
    columns.workout = table.column("type").filter(|_| columns.kind.is_some());
    let named = activity_table::read(ID, table, columns, Unnamed::AsNamed, options);
    let Some(ids) = columns.kind.filter(|_| table.column("sport").is_none()) else {
        return named;
    };
    columns.kind = None;
    let as_runs = activity_table::read(ID, table, columns, Unnamed::Runs, options);
    by_speed(table, ids, named, as_runs)
}

/// Speeds at which people run for a whole session, in metres a second: 11 min and 2:47 a kilometre.
const RUNNING: std::ops::RangeInclusive<f64> = 1.5..=6.0;

/// Raw exports have a figure for each sport, another one in each account. The sport whose rows are as fast as people
/// run is the running.
fn by_speed(
    table: &Table,
    ids: usize,
    mut named: FileContents,
    as_runs: FileContents,
) -> FileContents {
    let mut id_of = HashMap::new();
    table.for_each(|row| {
        id_of.insert(row.line, row.cell(Some(ids)).to_owned());
    });
    let mut sums: HashMap<&str, (f64, f64)> = HashMap::new();
    for activity in &as_runs.activities {
        let figures = activity.run.distance.zip(activity.run.moving);
        if let (Some((way, time)), Some(id)) = (figures, id_of.get(&activity.line)) {
            let sum = sums.entry(id).or_default();
            sum.0 += way.m();
            sum.1 += f64::from(time.0);
        }
    }
    let is_run = |line: u64| {
        let sum = id_of.get(&line).and_then(|id| sums.get(id.as_str()));
        sum.is_some_and(|(meters, seconds)| RUNNING.contains(&(meters / seconds)))
    };
    named.activities.retain(|activity| !is_run(activity.line));
    for activity in &mut named.activities {
        if activity.sport != Sport::Run {
            // A figure is no name.
            activity.sport = Sport::Cross(String::new());
        }
    }
    let runs = as_runs.activities.into_iter();
    named
        .activities
        .extend(runs.filter(|activity| is_run(activity.line)));
    named.activities.sort_by_key(|activity| activity.line);
    let skipped = as_runs.skipped.into_iter();
    named.skipped.retain(|row| !is_run(row.line));
    named.skipped.extend(skipped.filter(|row| is_run(row.line)));
    named
}
