//! Files of watches that broke off, were damaged or are packed.

use std::io::Write;

use rustyfit::profile::typedef;

use super::watches::{fit, records, session};
use super::*;
use crate::import::history::unpacked;

/// A copy to the computer that broke off stands beside the whole file, and its name comes first.
#[test]
fn of_a_cut_file_and_a_whole_one_of_the_same_run_the_whole_one_counts() {
    let mut messages = records("2024-05-01T06:00:00Z", &[(1800, 3.0, 142)]);
    messages.push(session(
        "2024-05-01T06:00:00Z",
        typedef::Sport::RUNNING,
        typedef::SubSport::GENERIC,
        1800.0,
        5400.0,
    ));
    let whole = fit(messages);
    let cut = history(&whole[..whole.len() / 3]);
    assert!(cut.reading.is_cut && !cut.reading.activities.is_empty());
    let mut anna = anna();
    let told = report(&anna, &[cut.clone(), history(&whole)]);
    let added: Vec<usize> = told.files.iter().map(|file| file.add).collect();
    assert_eq!(added, [0, 1], "told in the order of the files");
    take(&mut anna, &[cut, history(&whole)]);
    let log = anna.sessions.all()[0].log.clone().unwrap();
    assert_eq!(log.run.unwrap().distance.unwrap().m(), 5400.0);
}

#[test]
fn a_cut_or_damaged_fit_says_so_at_any_length() {
    let whole = fit(vec![session(
        "2024-05-01T06:00:00Z",
        typedef::Sport::RUNNING,
        typedef::SubSport::GENERIC,
        1800.0,
        5000.0,
    )]);
    for end in 12..whole.len() {
        let read = history(&whole[..end]);
        assert!(!read.reading.skipped.is_empty(), "{end}");
    }
    for place in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[place] ^= 0xff;
        let _ = history(&damaged);
    }
}

#[test]
fn gzipped_and_zipped_files_are_unpacked() {
    let bytes = fit(vec![session(
        "2024-05-01T06:00:00Z",
        typedef::Sport::RUNNING,
        typedef::SubSport::GENERIC,
        1800.0,
        5000.0,
    )]);
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all(&bytes).unwrap();
    let gz = gz.finish().unwrap();
    let inside = unpacked(file(&gz));
    assert_eq!(inside[0].bytes, Ok(bytes));

    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default();
    for (name, content) in [
        ("activities/1.fit.gz", gz.as_slice()),
        ("media/photo.jpg", b"jpeg"),
        ("activities.csv", b"a,b\n"),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(content).unwrap();
    }
    let inside = unpacked(file(zip.finish().unwrap().into_inner()));
    let names: Vec<_> = inside.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["activities/1.fit.gz", "activities.csv"]);
    assert_eq!(
        lines(&read(&inside[0], &options())),
        ["2024-05-01 run \"\" 5000 m 1800 s"]
    );
}
