//! Plans brought in: pasted as a mail, dropped as a file, taken and taken back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{DroppedFile, Event, Key, Modifiers, vec2};

use super::support::{Desk, Window};
use ironstride::app::file_dialogs::Picked;

const MAIL: &str = "Hi Anna,\n\nhere is next week:\n\nMon: off\nTue: 8 x 400m @ 5k pace (90 sec jog)\n\
    Wed: 6 miles easy\nThu: tempo 20m\nSun: long run 12 miles\n\nCheers, Tom\n";

fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.to_owned()));
    window.settle();
    window.settle();
}

/// Shows a week of February in which nothing is planned.
fn february(window: &mut Window) {
    for _ in 0..10 {
        window.key_with(Modifiers::ALT, Key::ArrowRight);
    }
    assert!(window.shows("Monday 1 February 2027: 0 sessions"));
}

#[test]
fn a_pasted_mail_is_seen_taken_and_taken_back() {
    let desk = Desk::new();
    let mut window = desk.start();
    february(&mut window);
    paste(&mut window, MAIL);
    assert!(window.shows("Bring in a plan"));
    assert!(window.shows("Long run"), "the week as it will stand");
    assert!(window.shows("“20m” is"), "the guess, with its readings");
    window.click("Put 5 sessions into the calendar");
    assert!(window.shows("Brought in 5 sessions"));
    assert!(window.shows("Tuesday 2 February 2027: 1 session"));
    window.command_key(Key::Z);
    assert!(window.shows("Tuesday 2 February 2027: 0 sessions"));
}

#[test]
fn the_same_mail_again_is_there_already() {
    let desk = Desk::new();
    let mut window = desk.start();
    february(&mut window);
    paste(&mut window, MAIL);
    window.click("Put 5 sessions into the calendar");
    paste(&mut window, MAIL);
    assert!(window.shows("All of it is in the calendar"));
    window.click("Cancel");
    // A week may be added to, replaced, or left out.
    paste(&mut window, &MAIL.replace("6 miles easy", "7 miles easy"));
    assert!(window.shows("Put 1 session into the calendar"));
    assert!(window.shows("4 there already"));
    window.click("Week 1: what is planned there");
    window.click("Replace them");
    assert!(window.shows("1 taken out to make room"));
    window.click("Put 1 session into the calendar");
    assert!(window.shows("Wednesday 3 February 2027: 1 session"));
}

#[test]
fn a_plan_goes_to_another_athlete_and_is_shown_there() {
    let desk = Desk::new();
    let mut window = desk.start();
    february(&mut window);
    paste(&mut window, MAIL);
    window.click("Whose plan");
    window.click("Ben Okafor");
    window.click("Put 5 sessions into the calendar");
    assert!(window.shows("Athlete: Ben Okafor"));
    assert!(window.shows("Tuesday 2 February 2027: 1 session"));
}

/// At every size the way out and the way on lie within the window, and the text has the keyboard.
#[test]
fn the_buttons_lie_within_the_window() {
    for size in [vec2(1440.0, 900.0), vec2(1180.0, 700.0), vec2(800.0, 500.0)] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.harness.set_size(size);
        window.settle();
        window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size);
        for button in ["Put into the calendar", "Cancel", "Choose file…"] {
            let place = window.rect(button);
            assert!(
                screen.contains_rect(place),
                "{button} at {place:?} of {size:?}"
            );
        }
        window
            .harness
            .event(Event::Text("Tue easy 8 km".to_owned()));
        window.settle();
        window.settle();
        assert!(window.shows("Put 1 session into the calendar"), "{size:?}");
    }
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
fn a_dropped_table_becomes_a_program_of_the_library() {
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
    window.click("Into the library");
    window.click("Keep as a program");
    assert!(window.shows("“plan.csv” is in the library"));
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

/// Where the desktop shows no dialog, the path is typed and the plan is read from there.
#[test]
fn a_file_is_chosen_or_its_path_typed() {
    let desk = Desk::new();
    let mut window = desk.start();
    let path = desk.path("plan.csv");
    fs::write(&path, "Week,Mon,Wed\n1,easy 8.5 km,tempo 6.5 km\n").unwrap();
    for answer in [Picked::Path(path.clone()), Picked::NoDialog] {
        let dialog = desk.next_dialog();
        window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
        window.click("Choose file…");
        let is_typed = answer == Picked::NoDialog;
        dialog.send(answer).unwrap();
        if is_typed {
            window.wait_until("the path is asked for", |window| window.shows("Path"));
            window.type_into("Path", &path.display().to_string());
            window.click("Read");
        }
        window.wait_until("the plan", |window| {
            window.shows("Put 2 sessions into the calendar")
        });
        window.click("Cancel");
    }
}

#[test]
fn lifts_are_seen_with_their_loads_and_an_exercise_that_nobody_knows_with_its_name() {
    let desk = Desk::new();
    let mut window = desk.start();
    february(&mut window);
    paste(
        &mut window,
        "Mon: Squat 3x5 @ 100kg, power clean 3x3 @ 60\nTue: 8 km easy\n",
    );
    assert!(window.shows("Squat 3 × 5 @ 100 kg · Power clean 3 × 3 @ 60 kg"));
    assert!(window.shows("an exercise that is not in the library"));
    window.click("Line 1: “60” is 60 lb");
    assert!(window.shows("Power clean 3 × 3 @ 27.22 kg"));
    window.click("Put 2 sessions into the calendar");
    assert!(window.shows("Monday 1 February 2027: 1 session"));
}

/// Days with a colon are read by both readers; the strict one would lose what is lifted.
#[test]
fn a_pasted_mail_of_which_plan_text_has_the_days_is_read_as_a_mail() {
    let desk = Desk::new();
    let mut window = desk.start();
    february(&mut window);
    paste(
        &mut window,
        "Hi Anna,\n\nMon: Lift: Squat 5x5 @ 100 kg, deadlift 3x3 @ 130 kg\nTue: 5x1000 @ 5k, 90s jog\nSun: long 18km\n",
    );
    assert!(window.shows("Squat 5 × 5 @ 100 kg · Deadlift 3 × 3 @ 130 kg"));
    window.click("Put 3 sessions into the calendar");
    assert!(window.shows("Monday 1 February 2027: 1 session"));
}
