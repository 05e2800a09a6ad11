//! What the readers begin with: whole files of each format, which are then scrambled.

use std::fs;
use std::io::Write as _;

use ironstride::domain::{Athlete, AthleteId, SessionId, Stamp, VersionId};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use uuid::Uuid;

use super::desk::{DESK, now, saved};
use super::{data, files};

pub(super) fn parts() -> Vec<Vec<u8>> {
    let part = fs::read(saved("v2/athlete/2026-11-02.ron")).unwrap();
    // And one in which all of the own file's sessions stand too.
    let own = fs::read_to_string(saved("v2/athlete.ron")).unwrap();
    let from = own.find("sessions: [").unwrap();
    let to = own.find("    history: (").unwrap();
    let head = "(version: 2, part: (athlete: \"b9257fbd-9225-482a-9b6d-b4408fdb453d\", ";
    vec![part, format!("{head}{}))", &own[from..to]).into_bytes()]
}

pub(super) fn athletes() -> Vec<Vec<u8>> {
    let own = DESK.with(|desk| {
        let entries = fs::read_dir(desk.folder.path().join("workspace/athletes")).unwrap();
        let path = entries.map(|entry| entry.unwrap().path()).next().unwrap();
        fs::read(path).unwrap()
    });
    let kept = ["v1/athlete.ron", "v2/athlete.ron"].map(|file| fs::read(saved(file)).unwrap());
    std::iter::once(own).chain(kept).collect()
}

pub(super) fn packages() -> Vec<Vec<u8>> {
    let written = DESK.with(|desk| {
        let path = desk.folder.path().join("package.ron");
        let mut edited = Athlete::clone(&desk.anna);
        "edited".clone_into(&mut edited.profile.notes);
        let from = Stamp::coach(now());
        let version = VersionId(Uuid::from_u128(7));
        desk.store
            .write_package(&path, &edited, from, version)
            .unwrap();
        fs::read(path).unwrap()
    });
    vec![written]
}

pub(super) fn plans() -> Vec<Vec<u8>> {
    let entries = fs::read_dir(saved("weeks")).unwrap();
    let mut plans: Vec<_> = entries
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    plans.sort();
    plans
}

/// Lines of plans as people write them, some together.
pub(super) fn mails() -> Vec<Vec<u8>> {
    let lines = include_str!("../../data/plans_in/lines.tsv");
    let lines = lines.lines().filter_map(|line| line.split('\t').nth(2));
    let lines: Vec<&str> = lines.collect();
    let mut mails: Vec<Vec<u8>> = lines
        .chunks(6)
        .map(|it| it.join("\n").into_bytes())
        .collect();
    mails.extend(plans());
    mails
}

pub(super) fn seeds(prefix: &str) -> Vec<Vec<u8>> {
    let files = files(&data().join("seeds"), prefix);
    files.into_iter().map(|(_, bytes)| bytes).collect()
}

pub(super) fn tables() -> Vec<Vec<u8>> {
    seeds("plan-")
}

pub(super) fn histories() -> Vec<Vec<u8>> {
    seeds("history-")
}

pub(super) fn workbooks() -> Vec<Vec<u8>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let rows = [
        ["Week", "Mon", "Tue", "Sat"],
        ["1", "Rest", "6x800m @ 5k pace", "long 16 km"],
        ["2", "Squat 4x6 @ 75%", "easy 8 km", "Race: half marathon"],
    ];
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).unwrap();
        }
    }
    let date = ExcelDateTime::from_ymd(2026, 11, 24).unwrap();
    let format = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write_with_format(4, 0, &date, &format).unwrap();
    sheet.write(4, 1, 8.5).unwrap();
    sheet
        .write(4, 2, Formula::new("=1+1").set_result("2"))
        .unwrap();
    sheet
        .merge_range(5, 0, 5, 2, "merged", &Format::new())
        .unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    vec![stored(&bytes), bytes]
}

/// The same archive without compression, so that a change in it is a change of what it says.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for place in 0..from.len() {
        let mut file = from.by_index(place).unwrap();
        to.start_file(file.name().unwrap().into_owned(), options)
            .unwrap();
        std::io::copy(&mut file, &mut to).unwrap();
    }
    to.finish().unwrap().into_inner()
}

pub(super) fn archives() -> Vec<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (place, seed) in histories().iter().take(3).enumerate() {
        let options = if place == 0 {
            zip::write::SimpleFileOptions::default()
        } else {
            stored
        };
        zip.start_file(format!("files/{place}.csv"), options)
            .unwrap();
        zip.write_all(seed).unwrap();
    }
    vec![zip.finish().unwrap().into_inner()]
}

/// A run of a watch with records, and sets of lifting.
pub(super) fn watch_files() -> Vec<Vec<u8>> {
    use embedded_io_adapters::std::FromStd;
    use rustyfit::profile::{mesgdef, typedef};
    use rustyfit::proto::{FIT, Message};
    let moment = |seconds: i64| typedef::DateTime::from_unix_timestamp(1_714_543_200 + seconds);
    let mut file_id = mesgdef::FileId::new();
    file_id.r#type = typedef::File::ACTIVITY;
    let mut messages: Vec<Message> = vec![file_id.into()];
    for second in 0..30 {
        let mut record = mesgdef::Record::new();
        record.timestamp = moment(second);
        record.heart_rate = 140;
        record.set_distance_scaled(3.0 * second as f64);
        messages.push(record.into());
    }
    let mut set = mesgdef::Set::new();
    set.start_time = moment(40);
    set.timestamp = set.start_time;
    set.repetitions = 5;
    set.set_weight_scaled(60.0);
    set.set_type = typedef::SetType::ACTIVE;
    messages.push(set.into());
    let mut session = mesgdef::Session::new();
    session.start_time = moment(0);
    session.timestamp = moment(60);
    session.sport = typedef::Sport::RUNNING;
    session.set_total_timer_time_scaled(60.0);
    session.set_total_distance_scaled(180.0);
    messages.push(session.into());
    let mut fit = FIT {
        messages,
        ..FIT::default()
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    rustyfit::Encoder::new()
        .encode(FromStd::new(&mut bytes), &mut fit)
        .unwrap();
    vec![bytes.into_inner()]
}

pub(super) fn replies() -> Vec<Vec<u8>> {
    let session = |bits: u128, more: &str| {
        let id = SessionId::from_bits(bits);
        format!(
            "{{\"id\":\"{id}\",\"date\":\"2026-11-24\",\"title\":\"Easy run\",\"kind\":\"run\",\"plan\":\"easy 45min\",\"changed\":\"2026-11-24T18:00:00.000Z\",\"done_on\":\"2026-11-24\",\"status\":\"done\",{more}}}"
        )
    };
    let run = session(
        1,
        "\"distance\":\"8,2\",\"time\":\"45:30\",\"heart_rate\":\"141\",\"rpe\":\"4\",\"heavy_legs\":true,\"pain\":{\"place\":\"left knee\",\"sharp\":false},\"note\":\"windy\",\"exercises\":[]",
    );
    let lifting = session(
        2,
        "\"exercises\":[{\"exercise\":\"squat\",\"name\":\"Squat\",\"implements\":1,\"sets\":[{\"reps\":\"6\",\"load\":\"60\",\"rpe\":\"8\"},{\"reps\":\"6\",\"load\":\"62.5\"}]}]",
    );
    let answer = format!(
        "{{\"format\":\"ironstride-answer\",\"version\":1,\"mass\":\"kg\",\"distance\":\"km\",\"athlete\":{{\"id\":\"{}\",\"name\":\"Anna\"}},\"sessions\":[{run},{lifting}]}}",
        AthleteId::from_bits(1)
    );
    let mail = format!("Hello coach,\r\n\r\n> {answer}\r\n\r\nSent from my phone");
    vec![answer.into_bytes(), mail.into_bytes()]
}
