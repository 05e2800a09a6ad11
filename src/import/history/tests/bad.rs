//! Files that are damaged, foreign, absurd or traps: a word, no panic, and nothing invented.

use std::io::Write;

use super::*;
use crate::import::history::unpacked;

fn reasons(text: impl AsRef<[u8]>) -> Vec<String> {
    let read = history(text);
    read.reading
        .skipped
        .iter()
        .map(|skipped| format!("{}: {}", skipped.line, skipped.reason))
        .collect()
}

#[test]
fn foreign_files_say_what_is_missing() {
    assert_eq!(reasons(""), ["0: the file is empty"]);
    for foreign in [
        "Dear coach,\nthis is a letter.\n",
        "a;b\n1;2\n",
        "<html><body>no</body></html>",
    ] {
        let told = reasons(foreign);
        assert!(told[0].contains("no program known here"), "{told:?}");
    }
    assert!(reasons(b"\x00\x01\x02\x03binary\x00\x00\x00")[0].contains("not a text file"));
}

#[test]
fn absurd_figures_are_skipped_with_line_and_reason() {
    let header = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n";
    let rows = "2024-01-01 10:00:00,A,Squat,1,900,kg,5\n\
        2024-01-01 10:00:00,A,Squat,2,100,kg,50000\n\
        1970-01-01 00:00:00,A,Squat,3,100,kg,5\n\
        2200-01-01 00:00:00,A,Squat,3,100,kg,5\n\
        2024-13-01 10:00:00,A,Squat,4,100,kg,5\n\
        2024-01-01 10:00:00,A,,5,100,kg,5\n\
        2024-01-01 10:00:00,A,Squat,6,NaN,kg,5\n\
        2024-01-01 10:00:00,A,Squat,7,100,kg,-5\n\
        2024-01-01 10:00:00,A,Squat,8,100,kg,many\n\
        2024-01-01 10:00:00,A,Squat,9,100,kg,5\n\
        2024-01-01 10:00:00,A,Pull Up,1,BW,kg,5\n";
    assert_eq!(
        reasons(format!("{header}{rows}")),
        [
            "2: a set of 900 kg is not believable",
            "3: 50000 repetitions in one set are not believable",
            "4: the date is not between 1980 and 2100",
            "5: the date is not between 1980 and 2100",
            "6: the date is not one that can be read",
            "7: no exercise is named",
            "8: “NaN” is not a number",
            "9: -5 repetitions are not believable",
            "10: “many” is not a number",
        ]
    );
    assert_eq!(
        lines(&history(format!("{header}{rows}"))),
        ["2024-01-01 strength \"A\"; Squat: 5x100; Pull Up: 5"]
    );

    let run = history(
        "Date,Distance (km),Time\n2025-01-02,400,52:30\n2025-01-03,-5,30:00\n2025-01-04,5,900:00:00\n2025-01-05,NaN,30:00\n",
    );
    assert_eq!(run.reading.activities, []);
    let lines: Vec<_> = run.reading.skipped.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 3, 4, 5]);
}

#[test]
fn truncation_at_every_byte_never_panics_and_never_invents() {
    let whole = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\"2024-01-01 10:00:00\",A,\"Squat (Barbell)\",1,100,kg,5\n";
    for end in 0..whole.len() {
        let read = history(&whole.as_bytes()[..end]);
        for line in lines(&read) {
            assert!(line.contains("Squat"), "{end}: {line}");
        }
    }
    let gpx = "<gpx><trk><name>R</name><trkseg><trkpt lat='50' lon='8'><time>2024-01-01T10:00:00Z</time></trkpt></trkseg></trk></gpx>";
    for end in 0..gpx.len() {
        let _ = history(&gpx.as_bytes()[..end]);
    }
}

#[test]
fn traps_of_markup_and_archives_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><gpx>&b;</gpx>";
    assert!(
        reasons(bomb)
            .iter()
            .any(|reason| reason.contains("entities"))
    );
    let deep = format!("<gpx>{}", "<trk>".repeat(10_000));
    assert!(
        reasons(deep)
            .iter()
            .any(|reason| reason.contains("nested deeper"))
    );

    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![0_u8; 1 << 20];
    for _ in 0..300 {
        packed.write_all(&zeros).unwrap();
    }
    let why = |packed| unpacked(file(packed)).remove(0).bytes.unwrap_err();
    let refused = why(packed.finish().unwrap());
    assert!(refused.contains("more than 256 MB"), "{refused}");
    assert!(why(b"PK\x03\x04cut".to_vec()).contains("damaged"));
}

#[test]
fn wide_and_long_files_stay_bounded() {
    let wide = format!(
        "{}\n{}\n",
        vec!["a"; 10_000].join(","),
        vec!["1"; 10_000].join(",")
    );
    assert!(!reasons(wide).is_empty());
    let title = "x".repeat(100_000);
    let long = format!(
        "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n2024-01-01,{title},Squat,1,100,kg,5\n"
    );
    assert_eq!(history(long).reading.activities.len(), 1);
}

#[test]
fn other_encodings_are_read() {
    let text = "Datum;Workout-Name;Name der Übung;Reihenfolge festlegen;Gewicht;Gewichtseinheit;Wdh.\n2024-01-01;Rücken;Kreuzheben;1;100;kg;5\n";
    let wanted = lines(&history(text));
    assert_eq!(wanted.len(), 1);
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let latin: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
    assert_eq!(lines(&history(utf16)), wanted);
    assert_eq!(lines(&history(latin)), wanted);
}
