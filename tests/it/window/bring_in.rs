//! Plans brought in: pasted as a mail, dropped as a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{DroppedFile, Event, Key, Modifiers};

use super::support::{Desk, Window};

const MAIL: &str = "Hi Anna,\n\nhere is next week:\n\nMon: off\nTue: 8 x 400m @ 5k pace (90 sec jog)\n\
    Wed: 6 miles easy\nThu: tempo 20m\nSun: long run 12 miles\n\nCheers, Tom\n";

fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.to_owned()));
    window.settle();
    window.settle();
}

#[test]
fn a_pasted_mail_is_seen_with_its_guesses() {
    let desk = Desk::new();
    let mut window = desk.start();
    for _ in 0..10 {
        window
            .harness
            .key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        window.settle();
    }
    assert!(window.shows("Monday 1 February 2027: 0 sessions"));
    paste(&mut window, MAIL);
    assert!(window.shows("Bring in a plan"));
    assert!(window.shows("Long run"), "the week as it will stand");
    assert!(window.shows("“20m” is"), "the guess, with its readings");
    assert!(window.shows("Put 5 sessions into the calendar"));
}

/// A file as the system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_table_is_seen_as_sessions() {
    let desk = Desk::new();
    let mut window = desk.start();
    let path = desk.path("plan.csv");
    let table = "Week,Mon,Wed,Sun\n1,easy 8 km,6x800m @ 5k pace,long 16 km\n2,easy 8 km,tempo 6 km,long 18 km\n";
    fs::write(&path, table).unwrap();
    window
        .harness
        .input_mut()
        .dropped_files
        .push(Arc::new(Dropped(path)));
    window.settle();
    window.settle();
    assert!(window.shows("plan.csv"));
    assert!(window.shows("Put 6 sessions into the calendar"));
}

#[test]
fn what_cannot_be_read_is_said_in_the_dialog() {
    let desk = Desk::new();
    let mut window = desk.start();
    let path = desk.path("plan.xls");
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend([0; 100]);
    fs::write(&path, bytes).unwrap();
    window
        .harness
        .input_mut()
        .dropped_files
        .push(Arc::new(Dropped(path)));
    window.settle();
    window.settle();
    assert!(window.shows("save it as .xlsx"));
}
