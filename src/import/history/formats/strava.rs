//! Strava's `activities.csv` out of the archive of an account. Several names stand twice: the first distance is in
//! kilometres, the second in metres. Headers are in the account's language. Moments are in UTC. Old exports have tags
//! of HTML in their headers; an older variant has `id,date,name,type`.

use std::collections::HashMap;

use crate::domain::RunKind;
use crate::history::{FileContents, InUtc};
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::figures::number;
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::set_cells::says_yes;
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "Strava", recognises, read);

/// What Strava calls the id, in its languages: no other program calls it so.
const ACTIVITY_ID: &[&str] = &[
    "activity id",
    "aktivitäts id",
    "id de actividad",
    "id de l activité",
    "id attività",
    "activiteits id",
];

const ID: &str = "strava";

fn recognises(table: &Table) -> bool {
    let columns = ActivityColumns::of(table);
    let named = [columns.date, columns.kind, columns.title];
    (has_activity_id(table) && named.iter().all(Option::is_some))
        || (table.has(&["id", "date", "name", "type", "distance"])
            && !table.has(&["start date local"]))
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    let mut columns = ActivityColumns::of(table);
    // The second of the columns that stand twice is the exact one.
    let again = |place: usize| table.nth_column(table.headers().get(place)?, 1);
    columns.distance = columns.distance.map(|(first, _)| match again(first) {
        Some(meters) => (meters, DistanceIn::Meters),
        None if has_activity_id(table) => (first, DistanceIn::Km),
        // The older variant.
        None => (first, DistanceIn::Meters),
    });
    columns.elapsed = columns.elapsed.map(|first| again(first).unwrap_or(first));
    columns.hr_max = columns.hr_max.map(|first| again(first).unwrap_or(first));
    // Moments are read as they stand, whether the file says that they are in UTC or not, and moved once.
    let utc = ReadOptions {
        zone: |utc| utc.naive_utc(),
        ..*options
    };
    let mut reading = activity_table::read(ID, table, columns, Unnamed::AsNamed, &utc);
    mark_kinds(table, &mut reading);
    for activity in &mut reading.activities {
        // The file writes moments in UTC without saying so.
        if let Some(time) = activity.time {
            let utc = activity.date.and_time(time).and_utc();
            let home = (options.zone)(utc);
            activity.date = home.date();
            activity.time = Some(home.time());
            activity.in_utc = Some(Box::new(InUtc { utc, home }));
        }
    }
    reading
}

/// Marks the runs that the athlete ticked as a race or a long run.
fn mark_kinds(table: &Table, reading: &mut FileContents) {
    let columns = [("competition", RunKind::Race), ("long run", RunKind::Long)];
    let ticked = columns.map(|(header, kind)| (table.column(header), kind));
    if ticked.iter().all(|(column, _)| column.is_none()) {
        return;
    }
    let mut kinds = HashMap::new();
    table.for_each(|row| {
        let is_ticked = |column: Option<usize>| {
            let cell = row.cell(column);
            says_yes(cell) || number(cell, table.mark) == Some(1.0)
        };
        let kind = ticked.iter().find(|(column, _)| is_ticked(*column));
        if let Some((_, kind)) = kind {
            kinds.insert(row.line, *kind);
        }
    });
    for activity in &mut reading.activities {
        activity.run_kind = kinds.get(&activity.line).copied();
    }
}

fn has_activity_id(table: &Table) -> bool {
    ACTIVITY_ID
        .iter()
        .any(|header| table.column(header).is_some())
}
