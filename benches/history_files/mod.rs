//! Files as other programs write them, made up, for the benches of history.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{Days, NaiveDate};
use embedded_io_adapters::std::FromStd;
use ironstride::domain::{Athlete, DistanceUnit, MassUnit, SessionId, Stamp};
use ironstride::history::{BringIn, HistoryReport, bring_in};
use ironstride::import::history::{InputFile, ReadOptions, read};
use ironstride::library::Library;
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::FIT;

const EXERCISES: [&str; 5] = [
    "Squat (Barbell)",
    "Bench Press (Barbell)",
    "Romanian Deadlift (Dumbbell)",
    "Pull Up",
    "Chest Fly (Machine)",
];

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, 1, 1).expect("a date") + Days::new(number)
}

/// Strong's table of so many sets, twenty a session.
pub fn sets(count: u64) -> String {
    let mut text =
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
            .to_owned();
    for number in 0..count {
        let (session, set) = (number / 20, number % 20);
        let exercise = EXERCISES[(set / 4) as usize];
        let kg = 40.0 + (number % 37) as f64 * 2.5;
        let _ = writeln!(
            text,
            "{} 18:05:00,\"Evening, heavy\",58m,\"{exercise}\",{},{kg},{},0,0,\"\",\"\",8",
            day(session * 2),
            set % 4 + 1,
            5 + number % 5
        );
    }
    text
}

/// Garmin's table of so many runs, with the columns that a running watch fills.
pub fn activities(count: u64) -> String {
    let mut text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,\
        Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,Avg Vertical Ratio,Avg Vertical Oscillation,\
        Avg Ground Contact Time,Avg GCT Balance,Avg GAP,Normalized Power® (NP®),Training Stress Score®,Avg Power,Max Power,\
        Steps,Total Reps,Total Sets,Body Battery Drain,Decompression,Best Lap Time,Number of Laps,Avg Resp,Min Resp,Max Resp,\
        Moving Time,Elapsed Time,Min Elevation,Max Elevation\n"
        .to_owned();
    for number in 0..count {
        let (km, minutes) = (5 + number % 15, 30 + number % 30);
        let _ = writeln!(
            text,
            "Running,{} 07:{:02}:00,false,\"Wandsworth Running\",\"{km}.{:02}\",\"500\",\"00:{minutes:02}:30\",\"145\",\"170\",\
            \"3.1\",\"168\",\"182\",\"5:28\",\"4:31\",\"80\",\"78\",\"1.12\",\"8.4\",\"9.3\",\"248\",\"49.4% L / 50.6% R\",\"5:24\",\"301\",\
            \"0.0\",\"295\",\"402\",\"6,204\",\"--\",\"--\",\"-9\",\"No\",\"02:41.3\",\"6\",\"31\",\"18\",\"42\",\"00:{minutes:02}:24\",\
            \"00:{minutes:02}:41\",\"12\",\"64\"",
            day(number),
            number % 60,
            number % 100,
        );
    }
    text
}

/// An hour of running as a watch writes it: a record each second, with place, height, speed, cadence and power.
pub fn hour_of_fit() -> Vec<u8> {
    let at = |second: i64| typedef::DateTime::from_unix_timestamp(1_700_000_000 + second);
    let mut file_id = mesgdef::FileId::new();
    file_id.r#type = typedef::File::ACTIVITY;
    let mut messages = vec![file_id.into()];
    for second in 0..3600 {
        let mut record = mesgdef::Record::new();
        record.timestamp = at(second);
        record.heart_rate = 140 + (second % 20) as u8;
        record.set_distance_scaled(second as f64 * 3.0);
        record.position_lat = 596_523_235 + second as i32 * 322;
        record.position_long = 101_406_950;
        record.set_enhanced_altitude_scaled(120.0 + (second % 40) as f64 / 5.0);
        record.set_enhanced_speed_scaled(3.0);
        record.cadence = 84;
        record.power = 280;
        record.temperature = 14;
        messages.push(record.into());
    }
    let mut session = mesgdef::Session::new();
    session.start_time = at(0);
    session.timestamp = at(3600);
    session.sport = typedef::Sport::RUNNING;
    session.set_total_timer_time_scaled(3600.0);
    session.set_total_distance_scaled(10_800.0);
    messages.push(session.into());
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut fit = FIT {
        messages,
        ..FIT::default()
    };
    rustyfit::Encoder::new()
        .encode(FromStd::new(&mut bytes), &mut fit)
        .expect("a file of a watch");
    bytes.into_inner()
}

/// The same hour as a track of points, with the heart rate among the extensions.
pub fn hour_of_gpx() -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"watch\" \
        xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:ns3=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v1\">\n\
        <trk><name>Morning run</name><type>running</type><trkseg>\n"
        .to_owned();
    for second in 0..3600_u32 {
        let _ = writeln!(
            text,
            "<trkpt lat=\"{:.7}\" lon=\"8.5000000\"><ele>{:.1}</ele><time>2026-04-01T06:{:02}:{:02}Z</time>\
            <extensions><ns3:TrackPointExtension><ns3:hr>{}</ns3:hr></ns3:TrackPointExtension></extensions></trkpt>",
            50.0 + f64::from(second) * 2.7e-5,
            120.0 + f64::from(second % 40),
            second / 60,
            second % 60,
            140 + second % 20
        );
    }
    text += "</trkseg></trk></gpx>\n";
    text
}

/// A file's whole way, from its bytes to the report.
pub fn report(athlete: &Athlete, library: &Library, file: &InputFile) -> HistoryReport {
    let options = ReadOptions {
        mass: Some(MassUnit::Kg),
        distance: Some(DistanceUnit::Km),
        ..ReadOptions::default()
    };
    let mut next = 0;
    bring_in(
        vec![read(file, &options)],
        BringIn {
            athlete,
            library,
            learned: &BTreeMap::new(),
            dumbbells: &BTreeMap::new(),
            stamp: Stamp::default(),
            dates: ironstride::domain::DateStyle::default(),
            new_id: &mut || {
                next += 1;
                SessionId::from_bits(next)
            },
        },
    )
}
