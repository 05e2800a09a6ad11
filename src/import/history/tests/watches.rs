//! Files of watches: tracks, laps, and the watch's own format.

use std::fmt::Write as _;

use chrono::DateTime;
use embedded_io_adapters::std::FromStd;
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::{FIT, Message};

use super::*;

#[test]
fn gpx_with_heart_rate_under_any_prefix() {
    let mut points = String::new();
    for second in 0..=300 {
        let lat = 50.0 + 3.0 / 111_195.0 * f64::from(second);
        let _ = write!(
            points,
            "<trkpt lat=\"{lat:.7}\" lon=\"8.0\"><ele>100</ele><time>2024-05-01T06:{:02}:{:02}Z</time><extensions><ns3:TrackPointExtension><ns3:hr>150</ns3:hr></ns3:TrackPointExtension></extensions></trkpt>",
            second / 60,
            second % 60
        );
    }
    let text = format!(
        "<?xml version=\"1.0\"?><gpx version=\"1.1\" xmlns:ns3=\"u\"><metadata><name>not this</name></metadata><trk><name>Park</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    );
    let read = history(&text);
    assert_eq!(read.format, Some("gpx"));
    assert_eq!(lines(&read), ["2024-05-01 run \"Park\" 900 m 300 s"]);
    assert_eq!(read.reading.activities[0].run.hr_average.unwrap().0, 150);
    let without = "<gpx><trk><name>Route</name><trkseg><trkpt lat='50' lon='8'/><trkpt lat='51' lon='8'/></trkseg></trk></gpx>";
    let read = history(without);
    assert_eq!(read.reading.activities, []);
    assert!(read.reading.skipped[0].reason.contains("no moments"));
}

#[test]
fn tcx_sums_its_laps_and_weighs_heart_rate_by_time() {
    let lap = |seconds: u32, meters: u32, pulse: u32| {
        format!(
            "<Lap StartTime=\"2024-05-01T06:00:00Z\"><TotalTimeSeconds>{seconds}.0</TotalTimeSeconds><DistanceMeters>{meters}.0</DistanceMeters><AverageHeartRateBpm><Value>{pulse}</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>{}</Value></MaximumHeartRateBpm><Track><Trackpoint><Time>2024-05-01T06:00:00Z</Time><DistanceMeters>1.0</DistanceMeters></Trackpoint></Track></Lap>",
            pulse + 20
        )
    };
    let text = format!(
        "<TrainingCenterDatabase xmlns=\"u\"><Activities><Activity Sport=\"Running\"><Id>2024-05-01T06:00:00Z</Id>{}{}</Activity></Activities></TrainingCenterDatabase>",
        lap(600, 2000, 140),
        lap(1200, 5000, 155)
    );
    let read = history(&text);
    assert_eq!(read.format, Some("tcx"));
    assert_eq!(lines(&read), ["2024-05-01 run \"\" 7000 m 1800 s"]);
    let run = read.reading.activities[0].run.clone();
    assert_eq!(
        (run.hr_average.unwrap().0, run.hr_max.unwrap().0),
        (150, 175)
    );
}

pub(super) fn moment(text: &str) -> typedef::DateTime {
    typedef::DateTime::from_unix_timestamp(DateTime::parse_from_rfc3339(text).unwrap().timestamp())
}

pub(super) fn session(
    start: &str,
    sport: typedef::Sport,
    sub: typedef::SubSport,
    seconds: f64,
    meters: f64,
) -> Message {
    let mut session = mesgdef::Session::new();
    session.start_time = moment(start);
    session.timestamp = session.start_time;
    session.sport = sport;
    session.sub_sport = sub;
    session.set_total_timer_time_scaled(seconds);
    session.set_total_elapsed_time_scaled(seconds);
    if meters > 0.0 {
        session.set_total_distance_scaled(meters);
    }
    session.avg_heart_rate = 148;
    session.workout_rpe = 60;
    session.into()
}

fn set(start: &str, reps: u16, kg: f64, subtype: u16) -> Message {
    let mut set = mesgdef::Set::new();
    set.start_time = moment(start);
    set.timestamp = set.start_time;
    set.repetitions = reps;
    set.set_weight_scaled(kg);
    set.set_type = typedef::SetType::ACTIVE;
    set.category = Box::new([typedef::ExerciseCategory::SQUAT]);
    set.category_subtype = Box::new([subtype]);
    set.into()
}

pub(super) fn fit(mut messages: Vec<Message>) -> Vec<u8> {
    let mut file_id = mesgdef::FileId::new();
    file_id.r#type = typedef::File::ACTIVITY;
    messages.insert(0, file_id.into());
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut fit = FIT {
        messages,
        ..FIT::default()
    };
    rustyfit::Encoder::new()
        .encode(FromStd::new(&mut bytes), &mut fit)
        .unwrap();
    bytes.into_inner()
}

#[test]
fn fit_with_a_run_and_lifting_in_one_file() {
    let bytes = fit(vec![
        set(
            "2024-05-01T07:05:00Z",
            5,
            60.0,
            typedef::SquatExerciseName::GOBLET_SQUAT.0,
        ),
        set(
            "2024-05-01T07:08:00Z",
            5,
            62.5,
            typedef::SquatExerciseName::GOBLET_SQUAT.0,
        ),
        session(
            "2024-05-01T06:00:00Z",
            typedef::Sport::RUNNING,
            typedef::SubSport::TREADMILL,
            1800.0,
            5000.0,
        ),
        session(
            "2024-05-01T07:00:00Z",
            typedef::Sport::TRAINING,
            typedef::SubSport::STRENGTH_TRAINING,
            2400.0,
            0.0,
        ),
    ]);
    let read = history(&bytes);
    assert_eq!(read.format, Some("fit"));
    assert_eq!(read.reading.skipped, []);
    assert_eq!(
        lines(&read),
        [
            "2024-05-01 run \"Treadmill run\" 5000 m 1800 s",
            "2024-05-01 strength \"\" 2400 s; goblet squat: 5x60, 5x62.5"
        ]
    );
    assert_eq!(read.reading.activities[0].rpe.unwrap().value(), 6.0);
    assert_eq!(read.reading.activities[0].run.hr_average.unwrap().0, 148);
}

/// A record a second from this moment on: for so many seconds at so many metres a second and so many beats a minute.
pub(super) fn records(start: &str, parts: &[(i64, f64, u8)]) -> Vec<Message> {
    let start = DateTime::parse_from_rfc3339(start).unwrap().timestamp();
    let (mut second, mut meters) = (0, 0.0);
    let mut messages = Vec::new();
    for (seconds, speed, pulse) in parts {
        for _ in 0..*seconds {
            let mut record = mesgdef::Record::new();
            record.timestamp = typedef::DateTime::from_unix_timestamp(start + second);
            record.heart_rate = *pulse;
            record.set_distance_scaled(meters);
            messages.push(record.into());
            second += 1;
            meters += speed;
        }
    }
    messages
}

#[test]
fn fit_runs_tell_their_fastest_stretches_and_heart_rates_each_its_own() {
    let run = |start: &str, seconds: f64, meters: f64| {
        session(
            start,
            typedef::Sport::RUNNING,
            typedef::SubSport::GENERIC,
            seconds,
            meters,
        )
    };
    let mut messages = records("2024-05-01T06:00:00Z", &[(1000, 2.5, 142), (251, 4.0, 172)]);
    messages.extend(records("2024-05-01T18:00:00Z", &[(2001, 2.5, 132)]));
    messages.push(run("2024-05-01T06:00:00Z", 1250.0, 3500.0));
    messages.push(run("2024-05-01T18:00:00Z", 2000.0, 5000.0));
    let read = history(fit(messages));
    assert_eq!(read.reading.skipped, []);
    let runs: Vec<_> = read
        .reading
        .activities
        .iter()
        .map(|a| a.run.clone())
        .collect();
    let bests = |run: &crate::domain::RunLog| {
        [run.best_1k, run.best_5k, run.best_10k].map(|best| best.map(|seconds| seconds.0))
    };
    assert_eq!(bests(&runs[0]), [Some(250), None, None]);
    assert_eq!(bests(&runs[1]), [Some(400), Some(2000), None]);
    let heart = runs[0].heart_time.clone().unwrap();
    assert_eq!((heart.below(170.0), heart.total()), (999.0, 1250.0));
    assert_eq!(runs[1].heart_time.clone().unwrap().below(135.0), 2000.0);
    // What the session itself says of the whole run stays.
    assert_eq!(runs[0].hr_average.unwrap().0, 148);
    assert_eq!(runs[0].distance.unwrap().m(), 3500.0);

    // The same run from a website, known first: the file of the watch adds what only points say.
    let mut anna = anna();
    let row = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute\n7,\"May 1, 2024, 6:00:00 AM\",Morning,Run,,1250,3.5,175,,false\n";
    take(&mut anna, &[history(row)]);
    assert_eq!(take(&mut anna, &[read]), (1, 0, 1));
    let morning = &anna.sessions.all()[0];
    let log = morning.log.as_ref().unwrap().run.clone().unwrap();
    assert_eq!((bests(&log)[0], log.hr_max.unwrap().0), (Some(250), 175));
}

#[test]
fn gpx_and_tcx_runs_tell_their_fastest_stretches() {
    let mut points = String::new();
    let mut laps = String::new();
    for second in 0..=1000_u32 {
        // Three metres a second, and a position that is lost for one.
        let astray = if second == 400 { 0.05 } else { 0.0 };
        let lat = 50.0 + 3.0 / 111_195.0 * f64::from(second) + astray;
        let time = format!("2024-05-01T06:{:02}:{:02}Z", second / 60, second % 60);
        let _ = write!(
            points,
            "<trkpt lat=\"{lat:.7}\" lon=\"8.0\"><time>{time}</time></trkpt>"
        );
        let _ = write!(
            laps,
            "<Trackpoint><Time>{time}</Time><DistanceMeters>{}</DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm></Trackpoint>",
            second * 3
        );
    }
    let gpx = history(format!(
        "<gpx><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    ));
    let run = gpx.reading.activities[0].run.clone();
    assert_eq!(run.best_1k.unwrap().0, 334);
    assert!((run.distance.unwrap().m() - 3000.0).abs() < 10.0, "{run:?}");
    let tcx = history(format!(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2024-05-01T06:00:00Z</Id><Lap><TotalTimeSeconds>1000</TotalTimeSeconds><DistanceMeters>3000</DistanceMeters><Track>{laps}</Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    ));
    let run = tcx.reading.activities[0].run.clone();
    assert_eq!((run.best_1k.unwrap().0, run.best_5k), (334, None));
    assert_eq!(run.heart_time.unwrap().below(155.0), 1000.0);
}

#[test]
fn fit_of_a_triathlon_has_no_training_between_its_parts() {
    let part = |start: &str, sport: typedef::Sport, seconds: f64| {
        session(start, sport, typedef::SubSport::GENERIC, seconds, 0.0)
    };
    let read = history(fit(vec![
        part("2024-05-01T06:00:00Z", typedef::Sport::SWIMMING, 1800.0),
        part("2024-05-01T06:30:00Z", typedef::Sport::TRANSITION, 120.0),
        part("2024-05-01T06:32:00Z", typedef::Sport::CYCLING, 3600.0),
        part("2024-05-01T07:32:00Z", typedef::Sport::TRANSITION, 60.0),
        part("2024-05-01T07:33:00Z", typedef::Sport::RUNNING, 1500.0),
    ]));
    assert_eq!(
        lines(&read),
        [
            "2024-05-01 cross swimming \"\" 1800 s",
            "2024-05-01 cross cycling \"\" 3600 s",
            "2024-05-01 run \"\" 1500 s"
        ]
    );
}

#[test]
fn a_course_is_no_run_that_was_done() {
    let mut file_id = mesgdef::FileId::new();
    file_id.r#type = typedef::File::COURSE;
    let mut messages = records("2024-05-01T06:00:00Z", &[(600, 3.0, 140)]);
    messages.insert(0, file_id.into());
    let read = history(fit(messages));
    assert_eq!(read.reading.activities, []);
    assert!(
        read.reading.skipped[0]
            .reason
            .contains("a course or a workout")
    );
}

/// Some watches leave sums out of the session that their points have.
#[test]
fn fit_takes_from_its_points_what_the_session_leaves_out() {
    let mut short = mesgdef::Session::new();
    short.start_time = moment("2024-05-01T06:00:00Z");
    short.timestamp = short.start_time;
    short.sport = typedef::Sport::RUNNING;
    short.set_total_timer_time_scaled(600.0);
    short.set_total_elapsed_time_scaled(600.0);
    let mut messages = records("2024-05-01T06:00:00Z", &[(601, 3.0, 140)]);
    messages.push(short.into());
    let read = history(fit(messages));
    assert_eq!(lines(&read), ["2024-05-01 run \"\" 1800 m 600 s"]);
    let run = read.reading.activities[0].run.clone();
    assert_eq!(
        (run.hr_average.unwrap().0, run.hr_max.unwrap().0),
        (140, 140)
    );
}

#[test]
fn names_that_programs_make_up_of_moments_are_none() {
    let title = |name: &str| {
        let text = format!(
            "<gpx><trk><name>{name}</name><type>Running</type><trkseg><trkpt lat='50' lon='8'><time>2026-04-01T06:00:00Z</time></trkpt><trkpt lat='50.01' lon='8'><time>2026-04-01T06:06:00Z</time></trkpt></trkseg></trk></gpx>"
        );
        history(text).reading.activities[0].title.clone()
    };
    assert_eq!(title("suuntoapp-Running-2026-04-01T06:00:00Z"), "");
    assert_eq!(title("2026-04-01 06:00"), "");
    assert_eq!(title("Parkrun 123"), "Parkrun 123");
}
