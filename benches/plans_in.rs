//! How long it takes to see a plan that somebody brings in. A preview follows every keystroke in the paste field, so
//! that 500 sessions of text, and a workbook of 24 weeks by 7 days, are to take no more than 50 ms each.

mod machine;

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::import::plan::read_plan;
use ironstride::intake::{Options, read_text};
use ironstride::library::Library;
use rust_xlsxwriter::Workbook;

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SESSIONS: [&str; 7] = [
    "Rest",
    "2 mi WU, 6 x 800m @ 5k pace (90 sec jog), 1 mi CD",
    "easy 8 km + 6x100m strides",
    "gym: squats 3x8, RDL 3x8, calf raises 3x12, plank 3x60s",
    "Easy 45' HR < 145, flat",
    "10 mi w/ last 3 at MP",
    "Long run 28 km, practise nutrition",
];

/// A text of 500 sessions.
fn text() -> String {
    let mut text = String::from("Hi Anna,\nhere is the plan.\n\n");
    for at in 0..500 {
        if at % 7 == 0 {
            let _ = writeln!(text, "\nWeek {}", at / 7 + 1);
        }
        let _ = writeln!(text, "{}: {}", DAYS[at % 7], SESSIONS[at % 7]);
    }
    text
}

/// A workbook of 24 weeks by 7 days.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, day) in DAYS.iter().enumerate() {
        sheet
            .write_string(0, column as u16 + 1, *day)
            .expect("a cell");
    }
    for week in 0..24_u32 {
        sheet
            .write_number(week + 1, 0, f64::from(week + 1))
            .expect("a cell");
        for (column, words) in SESSIONS.iter().enumerate() {
            sheet
                .write_string(week + 1, column as u16 + 1, *words)
                .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn plans_in(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the library ships");
    let options = Options::default();
    let text = text();
    assert_eq!(read_text(&text, &library, &options).sessions.len(), 500);
    machine::bench(criterion, "read 500 sessions of text", || {
        black_box(read_text(&text, &library, &options))
    });
    let workbook = workbook();
    let reading = read_plan(&workbook, &library, &options).expect("a plan");
    assert_eq!(reading.sessions.len(), 24 * 7);
    machine::bench(criterion, "read a workbook of 24 weeks", || {
        black_box(read_plan(&workbook, &library, &options))
    });
}

criterion_group!(benches, plans_in);
criterion_main!(benches);
