//! On which day a watch's run stands, wherever it was.

use chrono::DateTime;
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::Message;

use super::watches::{fit, moment, session};
use super::*;

/// What a watch writes when an activity ends: the moment, and the same on its own clock.
fn clock(moment_in_utc: &str, on_the_watch: &str) -> Message {
    let mut activity = mesgdef::Activity::new();
    activity.timestamp = moment(moment_in_utc);
    activity.local_timestamp = typedef::LocalDateTime::from_unix_timestamp(
        DateTime::parse_from_rfc3339(on_the_watch)
            .unwrap()
            .timestamp(),
    );
    activity.into()
}

fn evening_run() -> Message {
    session(
        "2024-05-02T05:30:00Z",
        typedef::Sport::RUNNING,
        typedef::SubSport::GENERIC,
        1800.0,
        5000.0,
    )
}

#[test]
fn fit_stands_on_the_day_that_the_watch_showed() {
    let day_of = |messages: Vec<Message>| {
        let read = history(fit(messages));
        let activity = &read.reading.activities[0];
        format!("{} {}", activity.date, activity.time.unwrap())
    };
    // Half past ten in the evening in California.
    let there = clock("2024-05-02T06:00:03Z", "2024-05-01T23:00:02Z");
    assert_eq!(day_of(vec![evening_run(), there]), "2024-05-01 22:30:00");
    // Nothing said, nothing that is a zone: the clock of this computer.
    for unsaid in [
        vec![evening_run()],
        vec![
            evening_run(),
            clock("2024-05-02T06:00:00Z", "2024-05-02T06:00:00Z"),
        ],
        vec![
            evening_run(),
            clock("2024-05-02T06:00:00Z", "2001-01-01T06:00:00Z"),
        ],
    ] {
        assert_eq!(day_of(unsaid), "2024-05-02 05:30:00");
    }
}

/// A website says the moment in UTC, which is the next day where the coach lives.
#[test]
fn a_run_far_from_home_is_one_run_on_whichever_day() {
    let there = clock("2024-05-02T06:00:03Z", "2024-05-01T23:00:02Z");
    let watch = history(fit(vec![evening_run(), there]));
    let strava = history(
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Moving Time\n\
         7,\"May 2, 2024, 5:30:04 AM\",Evening,Run,,1850,5.01,1790\n\
         8,\"May 1, 2024, 5:30:00 AM\",The same round a day before,Run,,1850,5.01,1790\n",
    );
    for files in [[&watch, &strava], [&strava, &watch]] {
        let mut anna = anna();
        let files = files.map(Clone::clone);
        assert_eq!(take(&mut anna, &files), (2, 0, 1));
        assert_eq!(take(&mut anna, &files), (0, 0, 3));
    }
}
