//! Tables and calendars as they come, and as they should not.

use chrono::{NaiveDate, Weekday};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;
use crate::domain::{DistanceUnit, Kind, RunKind};
use crate::intake::{Question, ReadSession};

fn library() -> Library {
    Library::shipped().unwrap()
}

fn read(bytes: &[u8]) -> PlanReading {
    read_plan(bytes, &library(), &Options::default()).unwrap()
}

fn refused(bytes: &[u8]) -> String {
    read_plan(bytes, &library(), &Options::default())
        .unwrap_err()
        .to_string()
}

/// Week, day and kind of each session.
fn places(reading: &PlanReading) -> Vec<(u32, Option<Weekday>, Kind)> {
    let place = |session: &ReadSession| (session.week, session.day, session.plan.kind());
    reading.sessions.iter().map(place).collect()
}

fn run(kind: RunKind) -> Kind {
    Kind::Run(kind)
}

const WEEKS: &str = "Plan for Anna,,,,,,,,\n\
    Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total\n\
    1,Rest,6x800m @ 5k pace,easy 8 km,tempo 6 km,Off,easy 6 km,long 16 km,36 km\n\
    2,Rest,8x400m,easy 8 km,,Off,\"easy 6 km\ngym 40 min\",long 18 km,32 km\n\
    Race week,Rest,easy 5 km,,,Off,,Race: half marathon,\n";

#[test]
fn weeks_by_days_become_sessions() {
    let reading = read(WEEKS.as_bytes());
    let places = places(&reading);
    assert_eq!(places.len(), 7 + 7 + 4, "{places:?}");
    assert_eq!(places[1], (1, Some(Weekday::Tue), run(RunKind::Intervals)));
    assert!(places.contains(&(2, Some(Weekday::Sat), Kind::Strength)));
    assert!(places.contains(&(2, Some(Weekday::Sat), run(RunKind::Easy))));
    let race = places.iter().find(|(.., kind)| *kind == run(RunKind::Race));
    assert_eq!(race.map(|(week, ..)| *week), Some(3));
    assert!(reading.questions.contains(&Question::Dates));
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.text == "Plan for Anna")
    );
}

#[test]
fn a_start_or_a_race_day_dates_the_weeks() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let options = Options {
        start: Some(day("2026-11-30")),
        ..Options::default()
    };
    let reading = read_plan(WEEKS.as_bytes(), &library(), &options).unwrap();
    assert_eq!(reading.sessions[0].date, Some(day("2026-11-30")));
    let options = Options {
        race: Some(day("2027-01-10")),
        ..Options::default()
    };
    let reading = read_plan(WEEKS.as_bytes(), &library(), &options).unwrap();
    let race = reading.sessions.last().unwrap();
    assert_eq!(race.date, Some(day("2027-01-10")));
    assert_eq!(reading.sessions[0].date, Some(day("2026-12-21")));
    assert!(reading.questions.is_empty());
}

#[test]
fn totals_are_checked_against_the_week() {
    let text = "Week;Mon;Wed;Sun;Total km\n1;easy 8 km;easy 10 km;long 16 km;34\n2;easy 8 km;easy 10 km;long 18 km;50\n";
    let reading = read(text.as_bytes());
    let weeks: Vec<u32> = reading.totals.iter().map(|total| total.week).collect();
    assert_eq!(weeks, [2]);
    assert_eq!(
        (reading.totals[0].said, reading.totals[0].sum),
        (50_000.0, 36_000.0)
    );
}

#[test]
fn days_by_weeks_are_turned() {
    let text = "Tag\tWoche 1\tWoche 2\tWoche 3\n\
        Montag\tRuhetag\tRuhetag\tRuhetag\n\
        Dienstag\t6x800 m\t8x400 m\t10x200 m\n\
        Donnerstag\tlocker 8 km\tlocker 9 km\tlocker 10 km\n\
        Sonntag\tlanger Lauf 16 km\tlanger Lauf 18 km\tlanger Lauf 20 km\n";
    let places = places(&read(text.as_bytes()));
    assert_eq!(places.len(), 12, "{places:?}");
    assert_eq!(places[11], (3, Some(Weekday::Sun), run(RunKind::Long)));
}

#[test]
fn one_day_a_row_with_its_date() {
    let text = "Date,Workout,Distance (km),Notes\n\
        2026-11-30,Rest,,\n\
        2026-12-01,Easy run,8,flat\n\
        2026-12-03,Tempo,10,\n\
        2026-12-06,Long run,18,with Tom\n\
        2026-12-08,Easy run,8,\n";
    let reading = read(text.as_bytes());
    assert_eq!(reading.sessions.len(), 5);
    let long = &reading.sessions[3];
    assert_eq!(long.plan.run().unwrap().distance.unwrap().km(), 18.0);
    assert!(long.plan.note.contains("with Tom"), "{}", long.plan.note);
    assert_eq!(reading.sessions[4].week, 2);
}

/// A workbook of weeks that count down, with real dates and merged and multi-line cells.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    sheet
        .merge_range(0, 0, 0, 8, "16 weeks to a marathon", &Format::new())
        .unwrap();
    for (column, head) in [
        "Weeks to go",
        "Phase",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ]
    .iter()
    .enumerate()
    {
        sheet.write_string(1, column as u16, *head).unwrap();
    }
    for week in 0..4_u32 {
        sheet
            .write_number(2 + week, 0, f64::from(3 - week))
            .unwrap();
        sheet
            .write_string(
                2 + week,
                3,
                "10 min warm-up\n5x1k @ 10k pace\n10 min cool-down",
            )
            .unwrap();
        sheet.write_number(2 + week, 5, 8.0).unwrap();
        sheet.write_string(2 + week, 8, "Long 18 mi").unwrap();
    }
    sheet
        .merge_range(2, 1, 3, 1, "Build", &Format::new())
        .unwrap();
    let dated = book.add_worksheet();
    for row in 0..3_u32 {
        let day = ExcelDateTime::from_ymd(2026, 12, 1 + row as u8).unwrap();
        dated
            .write_datetime_with_format(row, 0, &day, &date)
            .unwrap();
        dated.write_string(row, 1, "easy 5 mi").unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_counts_down_and_its_dates_are_days() {
    let reading = read(&workbook());
    let undated: Vec<_> = reading
        .sessions
        .iter()
        .filter(|session| session.date.is_none())
        .collect();
    assert_eq!(undated.len(), 12, "{:?}", places(&reading));
    assert_eq!(undated[0].plan.run().unwrap().steps.len(), 3);
    let plain = undated
        .iter()
        .find(|session| session.day == Some(Weekday::Thu))
        .unwrap();
    let distance = plain.plan.run().unwrap().distance.unwrap();
    assert_eq!(
        distance.miles().round(),
        8.0,
        "the sheet's unit is the mile"
    );
    let dated: Vec<_> = reading
        .sessions
        .iter()
        .filter_map(|session| session.date)
        .collect();
    assert_eq!(dated.len(), 3);
    assert_eq!(dated[0], NaiveDate::from_ymd_opt(2026, 12, 1).unwrap());
}

#[test]
fn html_of_the_clipboard_is_a_table() {
    let html = "<html><body><table><tr><td>Week</td><td>Mon</td><td>Tue</td><td>Wed</td></tr>\
        <tr><td>1</td><td>Rest</td><td>6&times;800m<br>10&nbsp;min jog</td><td>easy 8 km</td></tr>\
        <tr><td>2</td><td colspan=2>Rest</td><td>easy 9 km</td></tr></table></body></html>";
    let reading = read_plan_text(html, &library(), &Options::default());
    let places = places(&reading);
    assert_eq!(places.len(), 5, "{places:?}");
    assert_eq!(places[4], (2, Some(Weekday::Wed), run(RunKind::Easy)));
}

#[test]
fn a_calendar_is_read_by_its_days() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n\
        DTSTART;VALUE=DATE:20261201\r\nSUMMARY:Easy run\\, 8 km\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20261101T000000Z\r\n\
        DTSTART:20261203T180000Z\r\nSUMMARY:Intervals\r\nDESCRIPTION:6x800m @ 5k pace\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let reading = read(text.as_bytes());
    assert_eq!(reading.sessions.len(), 2, "{:?}", reading.warnings);
    assert_eq!(
        reading.sessions[0].date,
        NaiveDate::from_ymd_opt(2026, 12, 1)
    );
    assert_eq!(
        reading.sessions[0]
            .plan
            .run()
            .unwrap()
            .distance
            .unwrap()
            .km(),
        8.0
    );
    assert_eq!(reading.sessions[1].plan.run().unwrap().steps[0].repeats, 6);
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    let mut old = OLD_OFFICE.to_vec();
    old.extend([0; 600]);
    assert!(refused(&old).contains("save it as .xlsx"));
    let locked: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    old.extend(locked);
    assert!(refused(&old).contains("password"));
    assert!(refused(b"%PDF-1.7").contains("paste"));
    assert!(refused(b"PK\x03\x04 and then nothing").contains("damaged"));
    assert!(refused(&[0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0xFF]).contains("neither"));
    assert!(refused(&vec![b'a'; MOST_BYTES + 1]).contains("larger than 32 MB"));
}

#[test]
fn a_bomb_is_measured_before_it_goes_off() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..120 {
        zip.write_all(&zeros).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    assert!(refused(&bytes).contains("unpacks to more"));
}

#[test]
fn wide_and_many_sheets_are_bounded() {
    let mut book = Workbook::new();
    for _ in 0..100 {
        let sheet = book.add_worksheet();
        sheet.write_string(0, 16_383, "far out").unwrap();
        sheet.write_string(1_048_575, 0, "far down").unwrap();
    }
    let reading = read(&book.save_to_buffer().unwrap());
    assert!(reading.sessions.is_empty());
    assert!(
        reading
            .warnings
            .iter()
            .any(|warning| warning.contains("100 sheets")),
        "{:?}",
        reading.warnings
    );
}

#[test]
fn a_novel_and_ten_megabytes_are_kept_and_not_planned() {
    let novel =
        "It was a bright cold day in April, and the clocks were striking thirteen. ".repeat(400);
    let reading = read(novel.as_bytes());
    assert!(reading.sessions.is_empty(), "{:?}", places(&reading));
    assert!(!reading.notes.is_empty());
    let long = "Mon easy 8 km\nand some words\n\n".repeat(10 << 20 >> 5);
    let reading = read(&long.as_bytes()[..5 << 20]);
    assert!(reading.sessions.len() <= 20_000);
    assert!(!reading.warnings.is_empty());
}

#[test]
fn other_scripts_and_pictures_among_letters_do_no_harm() {
    for text in [
        "يوم الاثنين: جري سهل 8 كم\nالثلاثاء: راحة",
        "Mon 🏃 easy 8 km 🎉\nTue 🛌 rest",
        "\u{202e}Mon easy 8 km\u{202c}",
        "Mon\u{0}easy",
        "月曜日 8km ジョグ",
    ] {
        let _ = read_plan_text(text, &library(), &Options::default());
    }
    let reading = read_plan_text(
        "Mon 🏃 easy 8 km 🎉\nTue 🛌 rest",
        &library(),
        &Options::default(),
    );
    assert_eq!(places(&reading).len(), 2);
}

#[test]
fn dates_of_1904_and_formulas_are_what_they_show() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Week").unwrap();
    for (column, day) in ["Mon", "Tue", "Wed"].iter().enumerate() {
        sheet.write_string(0, column as u16 + 1, *day).unwrap();
    }
    sheet.write_number(1, 0, 1.0).unwrap();
    sheet
        .write_formula(
            1,
            1,
            rust_xlsxwriter::Formula::new("=\"easy \"&8&\" km\"").set_result("easy 8 km"),
        )
        .unwrap();
    let reading = read(&book.save_to_buffer().unwrap());
    assert_eq!(
        places(&reading),
        [(1, Some(Weekday::Mon), run(RunKind::Easy))]
    );
}

#[test]
fn the_unit_said_counts_for_plain_figures() {
    let options = Options {
        unit: Some(DistanceUnit::Miles),
        ..Options::default()
    };
    let text = "Week,Mon,Wed,Sun\n1,5,6,12\n2,5,6,14\n";
    let reading = read_plan(text.as_bytes(), &library(), &options).unwrap();
    let first = reading.sessions[0].plan.run().unwrap().distance.unwrap();
    assert_eq!(first.miles().round(), 5.0);
    assert!(!reading.questions.contains(&Question::Unit));
    let asked = read(text.as_bytes());
    assert!(asked.questions.contains(&Question::Unit));
}

#[test]
fn events_that_repeat_stand_on_each_of_their_days() {
    let event = |rule: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n\
             DTSTART;VALUE=DATE:20261206\r\nSUMMARY:Long run 18 km\r\nRRULE:{rule}\r\nEXDATE;VALUE=DATE:20261213\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    let library = Library::shipped().unwrap();
    let read =
        |rule: &str| read_plan(event(rule).as_bytes(), &library, &Options::default()).unwrap();
    let weekly = read("FREQ=WEEKLY;COUNT=3");
    let days: Vec<_> = weekly
        .sessions
        .iter()
        .filter_map(|one| one.date)
        .map(|day| day.to_string())
        .collect();
    assert_eq!(days, ["2026-12-06", "2026-12-20"]);
    assert!(weekly.warnings.is_empty(), "{:?}", weekly.warnings);
    let monthly = read("FREQ=MONTHLY");
    assert_eq!(monthly.sessions.len(), 1);
    assert!(
        monthly.warnings[0].contains("by month or year"),
        "{:?}",
        monthly.warnings
    );
}

/// Athletes whose weeks begin on Sunday are asked for a plan from the Sunday of the shown week on.
#[test]
fn a_plan_from_monday_on_lies_behind_the_sunday_it_is_to_start_on() {
    let library = library();
    let days = |text: &str| -> Vec<String> {
        let options = Options {
            start: NaiveDate::from_ymd_opt(2026, 11, 22),
            ..Options::default()
        };
        let reading = read_plan_text(text, &library, &options);
        let days = reading.sessions.iter().filter_map(|one| one.date);
        days.map(|day| day.format("%a %-d").to_string()).collect()
    };
    assert_eq!(
        days("Mon: easy 8 km\nWed: tempo 6 km\nSun: long 16 km\n"),
        ["Mon 23", "Wed 25", "Sun 29"]
    );
    assert_eq!(
        days("Week,Mon,Sat,Sun\n1,easy 8 km,easy 8 km,long 16 km\n2,easy 8 km,,long 18 km\n"),
        ["Mon 23", "Sat 28", "Sun 29", "Mon 30", "Sun 6"]
    );
    assert_eq!(days("Sun: long 16 km\n"), ["Sun 22"]);
}

/// A plan whose weeks begin on Sunday keeps to the day it is to start on, and its race stands on the day of the race.
#[test]
fn weeks_that_begin_on_sunday_stand_around_the_day_that_was_said() {
    let table =
        "Week,Sun,Mon,Wed\n1,long 16 km,easy 8 km,tempo 6 km\n2,long 18 km,easy 8 km,tempo 6 km\n";
    let library = library();
    let days = |options: &Options| -> Vec<String> {
        let reading = read_plan_text(table, &library, options);
        let days = reading.sessions.iter().filter_map(|one| one.date);
        days.map(|day| day.format("%a %-d").to_string()).collect()
    };
    let day = |n| NaiveDate::from_ymd_opt(2026, 11, n);
    let start = |n| Options {
        start: day(n),
        ..Options::default()
    };
    assert_eq!(
        days(&start(22)),
        ["Sun 22", "Mon 23", "Wed 25", "Sun 29", "Mon 30", "Wed 2"]
    );
    assert_eq!(
        days(&start(23)),
        ["Mon 23", "Wed 25", "Sun 29", "Mon 30", "Wed 2", "Sun 6"]
    );
    let race = Options {
        race: day(29),
        ..Options::default()
    };
    assert_eq!(
        days(&race),
        ["Sun 22", "Mon 23", "Wed 25", "Sun 29", "Mon 30", "Wed 2"]
    );
}
