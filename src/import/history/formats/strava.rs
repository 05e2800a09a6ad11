//! Strava's `activities.csv` out of the archive of an account. Several names stand twice: the first distance is in
//! kilometres, the second in metres. Moments are in UTC. Old exports have tags of HTML in their headers; an older
//! variant has `id,date,name,type`.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::history::Reading;
use crate::import::history::activity_table::{self, ActivityColumns, DistanceIn, Unnamed};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};

/// The format.
pub struct Strava;

impl HistoryFormat for Strava {
    fn id(&self) -> &'static str {
        "strava"
    }

    fn name(&self) -> &'static str {
        "Strava"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            table.has(&[
                "activity id",
                "activity date",
                "activity name",
                "activity type",
            ]) || (table.has(&["id", "date", "name", "type", "distance"])
                && !table.has(&["start date local"]))
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> Reading {
        let Some(table) = content.table() else {
            return Reading::default();
        };
        let mut columns = ActivityColumns::of(table);
        let (first, second) = (
            table.nth_column("distance", 0),
            table.nth_column("distance", 1),
        );
        let older = table.column("activity id").is_none();
        columns.distance = match (second, first) {
            (Some(meters), _) => Some((meters, DistanceIn::Meters)),
            (None, Some(first)) if older => Some((first, DistanceIn::Meters)),
            (None, Some(first)) => Some((first, DistanceIn::Km)),
            (None, None) => None,
        };
        // The second of the columns that stand twice is the exact one.
        let exact = |header| table.nth_column(header, 1).or(table.column(header));
        columns.elapsed = exact("elapsed time").or(columns.elapsed);
        columns.hr_max = exact("max heart rate").or(columns.hr_max);
        columns.rpe = table.column("perceived exertion");
        let utc = ReadOptions {
            zone: options.zone,
            ..*options
        };
        let mut reading = activity_table::read(self.id(), table, columns, Unnamed::AsNamed, &utc);
        for activity in &mut reading.activities {
            // The file writes moments in UTC without saying so.
            if let Some(time) = activity.time {
                let local = local(activity.date.and_time(time).and_utc(), options.zone);
                activity.date = local.date();
                activity.time = Some(local.time());
            }
        }
        reading
    }
}

fn local(moment: DateTime<Utc>, zone: fn(DateTime<Utc>) -> NaiveDateTime) -> NaiveDateTime {
    zone(moment)
}
