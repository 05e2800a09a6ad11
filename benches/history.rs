//! How long other programs' files take from bytes to report: 10 000 sets of Strong (budget 150 ms, and three times what
//! the `csv` crate alone takes for the same bytes), 2 000 activities of Garmin (150 ms), an hour of a watch's own file
//! (50 ms). Beside each text stands what its parser alone takes, every record or event read once and nothing kept.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::domain::{Athlete, AthleteId, Profile};
use ironstride::import::history::InputFile;
use ironstride::library::Library;
use quick_xml::Reader;
use quick_xml::events::Event;

mod history_files;

use history_files::{activities, hour_of_fit, hour_of_gpx, report, sets};

/// All records of a table, read as text by the `csv` crate.
fn records(bytes: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.records().flatten().count()
}

/// All events of a text, read by the `quick-xml` crate.
fn events(text: &str) -> usize {
    let mut reader = Reader::from_str(text);
    let mut count = 0;
    while !matches!(reader.read_event(), Ok(Event::Eof) | Err(_)) {
        count += 1;
    }
    count
}

fn history(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the library that ships");
    let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    let mut bench = |name: &str, bytes: Vec<u8>| {
        let file = InputFile::new("file", bytes);
        criterion.bench_function(&format!("{name}: from bytes to report"), |bencher| {
            bencher.iter(|| report(&athlete, &library, black_box(&file)));
        });
    };
    bench("10 000 sets", sets(10_000).into_bytes());
    bench("2 000 activities", activities(2_000).into_bytes());
    bench("an hour of GPX", hour_of_gpx().into_bytes());
    bench("an hour of a watch", hour_of_fit());

    for (name, text) in [
        ("10 000 sets", sets(10_000)),
        ("2 000 activities", activities(2_000)),
    ] {
        criterion.bench_function(&format!("{name}: the csv crate alone"), |bencher| {
            bencher.iter(|| records(black_box(text.as_bytes())));
        });
    }
    let gpx = hour_of_gpx();
    criterion.bench_function("an hour of GPX: the quick-xml crate alone", |bencher| {
        bencher.iter(|| events(black_box(&gpx)));
    });
}

criterion_group!(benches, history);
criterion_main!(benches);
