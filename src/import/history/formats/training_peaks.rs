//! TrainingPeaks' workouts: planned and done side by side; only what was done is history.

use std::collections::HashMap;

use crate::history::{FileContents, LoggedEffort};
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::figures::number;
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::set_cells::add_line;
use crate::import::history::table::Table;

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "TrainingPeaks", recognises, read);

const ID: &str = "trainingpeaks";

fn recognises(table: &Table) -> bool {
    table.has(&["title", "workouttype", "workoutday", "timetotalinhours"])
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    let mut columns = ActivityColumns::of(table);
    columns.id = None;
    columns.date = table.column("workoutday");
    columns.distance = table
        .column("distanceinmeters")
        .map(|place| (place, DistanceIn::Meters));
    columns.note = table.column("athletecomments");
    let mut reading = activity_table::read(ID, table, columns, Unnamed::AsNamed, options);
    // A row without time and distance was planned and not done.
    reading
        .activities
        .retain(|activity| activity.run.moving.is_some() || activity.run.distance.is_some());
    let coach = table.column("coachcomments");
    let mut comments = HashMap::new();
    let mut efforts = HashMap::new();
    let zones = zones(table);
    table.for_each(|row| {
        let said = row.cell(coach);
        if !said.is_empty() {
            comments.insert(row.line, said.to_owned());
        }
        let minutes = zones.each_ref().map(|of| -> f64 {
            let cells = of.iter().map(|column| row.cell(Some(*column)));
            cells.filter_map(|cell| number(cell, table.mark)).sum()
        });
        let [easy, moderate, hard] = minutes;
        if let Some(effort) = LoggedEffort::of_minutes(easy, moderate, hard) {
            efforts.insert(row.line, effort);
        }
    });
    for activity in &mut reading.activities {
        activity.effort = efforts.get(&activity.line).copied();
        if let Some(said) = comments.get(&activity.line) {
            add_line(&mut activity.note, &format!("Coach: {said}"));
        }
    }
    reading
}

/// The columns of minutes in easy, moderate and hard heart-rate zones. In the zones that TrainingPeaks sets by itself,
/// after Friel, the first two are easy, the third is tempo, and from the fourth on it is the threshold and above.
fn zones(table: &Table) -> [Vec<usize>; 3] {
    let columns = |zones: std::ops::RangeInclusive<u8>| {
        zones
            .filter_map(|zone| table.column(&format!("hrzone{zone}minutes")))
            .collect()
    };
    [columns(1..=2), columns(3..=3), columns(4..=10)]
}
