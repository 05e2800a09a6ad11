//! What runs are called that came without a title, and what kind of run they are.

use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::Message;

use super::watches::{fit, moment, session};
use super::*;
use crate::domain::RunKind;

/// Title and kind of each run as it stands in the calendar.
fn named(files: &[FileHistory]) -> Vec<(String, RunKind)> {
    let mut anna = anna();
    take(&mut anna, files);
    let all = anna.sessions.all().iter();
    all.map(|session| {
        let kind = session.plan.run().expect("a run").kind;
        (session.plan.title.clone(), kind)
    })
    .collect()
}

fn plain(title: &str) -> Vec<(String, RunKind)> {
    vec![(title.to_owned(), RunKind::Easy)]
}

fn intervals(title: &str) -> Vec<(String, RunKind)> {
    vec![(title.to_owned(), RunKind::Intervals)]
}

/// A run of which the watch's wearer did not say how it felt.
fn run(sub: typedef::SubSport) -> Message {
    let start = "2024-05-01T06:00:00Z";
    unfelt(session(start, typedef::Sport::RUNNING, sub, 1800.0, 5000.0))
}

fn unfelt(session: Message) -> Message {
    let mut session = mesgdef::Session::from(&session);
    session.workout_rpe = u8::MAX;
    session.into()
}

fn workout(name: &str) -> Message {
    let mut workout = mesgdef::Workout::new();
    workout.wkt_name = name.into();
    workout.into()
}

fn lap(second: i64, seconds: f64, meters: f64, intensity: typedef::Intensity) -> Message {
    let mut lap = mesgdef::Lap::new();
    let start = moment("2024-05-01T06:00:00Z").unix_timestamp().unwrap() + second;
    lap.start_time = typedef::DateTime::from_unix_timestamp(start);
    lap.timestamp = lap.start_time;
    lap.set_total_timer_time_scaled(seconds);
    lap.set_total_distance_scaled(meters);
    lap.intensity = intensity;
    lap.into()
}

fn repeats() -> Vec<Message> {
    let mut messages = vec![lap(0, 300.0, 900.0, typedef::Intensity::WARMUP)];
    for (repeat, seconds) in [(0, 184.0), (1, 181.0), (2, 178.0), (3, 187.0)] {
        let begun = 300 + repeat * 270;
        messages.push(lap(begun, seconds, 801.0, typedef::Intensity::ACTIVE));
        messages.push(lap(begun + 188, 82.0, 200.0, typedef::Intensity::REST));
    }
    messages
}

#[test]
fn a_watchs_run_is_called_by_its_workout_its_repeats_its_profile_or_its_ground() {
    use typedef::SubSport;
    let read = |messages: Vec<Message>| named(&[history(fit(messages))]);
    assert_eq!(read(vec![run(SubSport::GENERIC)]), plain("Run"));
    assert_eq!(read(vec![run(SubSport::TREADMILL)]), plain("Treadmill run"));
    let mut profile = mesgdef::Session::from(&run(SubSport::TRAIL));
    profile.sport_profile_name = "Laufen".into();
    assert_eq!(read(vec![profile.clone().into()]), plain("Trail run"));
    profile.sport_profile_name = "Along the river".into();
    assert_eq!(read(vec![profile.into()]), plain("Along the river"));

    let mut led = vec![workout("W3 Tue"), run(SubSport::GENERIC)];
    assert_eq!(read(led.clone()), plain("W3 Tue"));
    led.extend(repeats());
    assert_eq!(read(led), intervals("W3 Tue"));
    let mut unnamed = repeats();
    unnamed.push(run(SubSport::GENERIC));
    assert_eq!(read(unnamed), intervals("4 × 800 m"));
    let tempo = vec![workout("Tempo 20 min"), run(SubSport::GENERIC)];
    assert_eq!(read(tempo), [("Tempo 20 min".to_owned(), RunKind::Tempo)]);
}

#[test]
fn laps_of_one_session_say_nothing_of_another_in_the_file() {
    let evening = unfelt(session(
        "2024-05-01T18:00:00Z",
        typedef::Sport::RUNNING,
        typedef::SubSport::GENERIC,
        1200.0,
        3000.0,
    ));
    let mut messages = repeats();
    messages.extend([workout("Morning"), run(typedef::SubSport::GENERIC), evening]);
    let read = named(&[history(fit(messages))]);
    assert_eq!(read, [intervals("4 × 800 m"), plain("Run")].concat());
}

#[test]
fn tcx_has_the_name_of_the_workout_and_not_that_of_the_watch() {
    let lap = |seconds: u32, meters: u32, intensity: &str| {
        format!(
            "<Lap StartTime=\"2024-05-01T06:00:00Z\"><TotalTimeSeconds>{seconds}.0</TotalTimeSeconds><DistanceMeters>{meters}.0</DistanceMeters><Intensity>{intensity}</Intensity></Lap>"
        )
    };
    let file = |laps: &str, training: &str| {
        history(format!(
            "<TrainingCenterDatabase xmlns=\"u\"><Activities><Activity Sport=\"Running\"><Id>2024-05-01T06:00:00Z</Id>{laps}{training}<Creator><Name>Forerunner 965</Name></Creator></Activity></Activities></TrainingCenterDatabase>"
        ))
    };
    let steady = lap(600, 2000, "Active");
    assert_eq!(named(&[file(&steady, "")]), plain("Run"));
    let plan = "<Training VirtualPartner=\"false\"><Plan Type=\"Workout\" IntervalWorkout=\"false\"><Name>Two easy hours</Name></Plan></Training>";
    let read = file(&steady, plan);
    assert_eq!(named(&[read]), plain("Two easy hours"));
    let repeat = lap(120, 500, "Active") + &lap(60, 100, "Resting");
    let read = file(&repeat.repeat(5), "");
    assert_eq!(lines(&read), ["2024-05-01 run \"5 × 2 min\" 3000 m 900 s"]);
    assert_eq!(named(&[read]), intervals("5 × 2 min"));
}

#[test]
fn tracks_and_tables_without_a_name_say_on_what_ground_it_was_or_nothing() {
    let gpx = |name: &str, kind: &str| {
        history(format!(
            "<gpx><trk><name>{name}</name><type>{kind}</type><trkseg><trkpt lat='50.0' lon='8'><time>2024-05-01T06:00:00Z</time></trkpt><trkpt lat='50.01' lon='8'><time>2024-05-01T06:06:00Z</time></trkpt></trkseg></trk></gpx>"
        ))
    };
    let made_up = "suuntoapp-Running-2026-04-01T06:00:00Z";
    assert_eq!(named(&[gpx(made_up, "running")]), plain("Run"));
    assert_eq!(named(&[gpx("", "trail_running")]), plain("Trail running"));
    assert_eq!(named(&[gpx("Park", "9")]), plain("Park"));
    let garmin = |kind: &str, title: &str| {
        history(format!(
            "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n{kind},2024-11-11 19:18:38,false,\"{title}\",\"4.85\",\"286\",\"00:25:16\"\n"
        ))
    };
    assert_eq!(named(&[garmin("Running", "")]), plain("Run"));
    assert_eq!(
        named(&[garmin("Trail Running", "")]),
        plain("Trail Running")
    );
    let place = "Nürnberg Running";
    assert_eq!(named(&[garmin("Running", place)]), plain(place));
}

#[test]
fn a_run_without_a_title_takes_that_of_its_second_record() {
    let watch = history(fit(vec![run(typedef::SubSport::GENERIC)]));
    let row = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute\n7,\"May 1, 2024, 6:00:00 AM\",Track race,Run,,1800,5.0,175,,false\n";
    let read = named(&[watch, history(row)]);
    assert_eq!(read, [("Track race".to_owned(), RunKind::Race)]);
}
