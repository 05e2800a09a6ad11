//! TrainingPeaks' workouts: planned and done side by side; only what was done is history.

use crate::history::FileContents;
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::set_cells::add_line;

/// The format.
pub struct TrainingPeaks;

impl HistoryFormat for TrainingPeaks {
    fn id(&self) -> &'static str {
        "trainingpeaks"
    }

    fn name(&self) -> &'static str {
        "TrainingPeaks"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            table.has(&["title", "workouttype", "workoutday", "timetotalinhours"])
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        let mut columns = ActivityColumns::of(table);
        columns.id = None;
        columns.date = table.column("workoutday");
        columns.distance = table
            .column("distanceinmeters")
            .map(|place| (place, DistanceIn::Meters));
        columns.note = table.column("athletecomments");
        let mut reading =
            activity_table::read(self.id(), table, columns, Unnamed::AsNamed, options);
        // A row without time and distance was planned and not done.
        reading
            .activities
            .retain(|activity| activity.run.moving.is_some() || activity.run.distance.is_some());
        let coach = table.column("coachcomments");
        let mut comments = std::collections::HashMap::new();
        table.for_each(|row| {
            let said = row.cell(coach);
            if !said.is_empty() {
                comments.insert(row.line, said.to_owned());
            }
        });
        for activity in &mut reading.activities {
            if let Some(said) = comments.get(&activity.line) {
                add_line(&mut activity.note, &format!("Coach: {said}"));
            }
        }
        reading
    }
}
