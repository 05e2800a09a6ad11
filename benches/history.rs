//! How long other programs' files take from bytes to report: 10 000 sets of Strong (budget 150 ms, and three times what
//! the `csv` crate alone takes), 2 000 activities of Garmin (150 ms), an hour of a watch's own file (50 ms).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use embedded_io_adapters::std::FromStd;
use ironstride::domain::{Athlete, AthleteId, DistanceUnit, MassUnit, Profile, SessionId, Stamp};
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

fn sets(count: u64) -> String {
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

fn activities(count: u64) -> String {
    let mut text =
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Total Ascent\n"
            .to_owned();
    for number in 0..count {
        let _ = writeln!(
            text,
            "Running,{} 07:{:02}:00,false,\"Morning run\",\"{}.{:02}\",\"500\",\"00:{:02}:30\",\"145\",\"170\",\"80\"",
            day(number),
            number % 60,
            5 + number % 15,
            number % 100,
            30 + number % 30
        );
    }
    text
}

fn hour_of_fit() -> Vec<u8> {
    let at = |second: i64| typedef::DateTime::from_unix_timestamp(1_700_000_000 + second);
    let mut file_id = mesgdef::FileId::new();
    file_id.r#type = typedef::File::ACTIVITY;
    let mut messages = vec![file_id.into()];
    for second in 0..3600 {
        let mut record = mesgdef::Record::new();
        record.timestamp = at(second);
        record.heart_rate = 140 + (second % 20) as u8;
        record.set_distance_scaled(second as f64 * 3.0);
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

fn report(athlete: &Athlete, library: &Library, file: &InputFile) -> HistoryReport {
    let options = ReadOptions {
        mass: Some(MassUnit::Kg),
        distance: Some(DistanceUnit::Km),
        ..ReadOptions::default()
    };
    let mut next = 0;
    bring_in(
        &[read(file, &options)],
        BringIn {
            athlete,
            library,
            learned: &BTreeMap::new(),
            stamp: Stamp::default(),
            new_id: &mut || {
                next += 1;
                SessionId::from_bits(next)
            },
        },
    )
}

fn history(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the library that ships");
    let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    let file = |bytes: Vec<u8>| InputFile {
        name: "file".to_owned(),
        bytes,
    };
    let strong = file(sets(10_000).into_bytes());
    criterion.bench_function("10 000 sets: the csv crate alone", |bencher| {
        bencher.iter(|| {
            let mut reader = csv::Reader::from_reader(black_box(strong.bytes.as_slice()));
            reader.records().flatten().count()
        });
    });
    criterion.bench_function("10 000 sets: from bytes to report", |bencher| {
        bencher.iter(|| report(&athlete, &library, black_box(&strong)));
    });
    let garmin = file(activities(2_000).into_bytes());
    criterion.bench_function("2 000 activities: from bytes to report", |bencher| {
        bencher.iter(|| report(&athlete, &library, black_box(&garmin)));
    });
    let fit = file(hour_of_fit());
    criterion.bench_function("an hour of a watch: from bytes to report", |bencher| {
        bencher.iter(|| report(&athlete, &library, black_box(&fit)));
    });
}

criterion_group!(benches, history);
criterion_main!(benches);
