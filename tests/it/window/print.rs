//! Print / Export: files by typed paths, the preview, everybody at once, and plans pasted as text.

use egui::{Event, Key, Modifiers};

use std::sync::Arc;

use ironstride::domain::{Athlete, AthleteId, Profile, Workspace, WorkspaceSettings};
use ironstride::library::Library;
use ironstride::{demo, store};

use super::support::{Desk, Window, today};

fn open_dialog(window: &mut Window) {
    window.command_key(Key::P);
    assert!(window.shows("Save PDF"));
}

/// Types a path over the one that is there. The field has the keyboard from the start.
fn type_path(window: &mut Window, path: &std::path::Path) {
    window
        .harness
        .key_combination_modifiers(Modifiers::COMMAND, &[Key::A]);
    window.harness.step();
    window
        .harness
        .event(Event::Text(path.display().to_string()));
    window.harness.step();
}

#[test]
fn a_preview_turns_its_pages_and_follows_the_choices() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_dialog(&mut window);
    window.wait_until("the week", |window| window.shows("Page 1 of 1"));
    assert!(window.shows("Page 1 of the preview"));
    window.click("Gym sheets");
    window.wait_until("a sheet for each lift", |window| {
        window.shows("Page 1 of 2")
    });
    window.click("Next page");
    window.wait_until("the second page", |window| {
        window.shows("Page 2 of 2") && window.shows("Page 2 of the preview")
    });
    window.click("Calendar");
    window.wait_until("the events", |window| {
        window.shows("7 events for a calendar, without a reminder.")
    });
    assert!(!window.shows("BEGIN:VCALENDAR"));
    window.click("Excel");
    window.wait_until("the sheets", |window| window.shows("Sessions · 7 rows"));
    for words in ["Weeks · 1 row", "Lower body strength", "Planned km"] {
        assert!(window.shows(words), "{words}: {:?}", window.words());
    }
    window.key(Key::Escape);
    assert!(!window.shows("Print now"));
}

/// Presses a button or a box with the keyboard, wherever the list of choices is scrolled to.
fn press(window: &mut Window, name: &str) {
    window.focus(name);
    window.key(Key::Space);
}

#[test]
fn the_charts_of_a_progress_report_are_ticked() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_dialog(&mut window);
    window.click("Progress report");
    window.wait_until("the report", |window| window.shows("Page 1 of 2"));
    assert!(window.is_ticked("Weekly load in the report"));
    assert!(!window.is_ticked("Strain in the report"));
    press(&mut window, "Strain in the report");
    assert!(window.is_ticked("Strain in the report"));
    press(&mut window, "As on screen");
    assert!(!window.is_ticked("Records in the report"));
    press(&mut window, "All charts");
    assert!(window.is_ticked("Strain in the report") && window.is_ticked("Records in the report"));
    window.wait_until("the report with all of them", |window| {
        window.shows("Page 1 of 3")
    });

    // What was chosen once is there the next time.
    let file = desk.path("report.pdf");
    window.retype("File", &file.display().to_string());
    window.click("Save PDF");
    window.wait_until("the file", |_| file.exists());
    window.key(Key::Escape);
    open_dialog(&mut window);
    window.click("Progress report");
    assert!(window.is_ticked("Strain in the report"));
}

#[test]
fn enter_in_the_path_writes_the_calendar() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("export calendar");
    let file = desk.path("anna.ics");
    type_path(&mut window, &file);
    window.key(Key::Enter);
    window.wait_until("the calendar", |window| {
        window.shows(&format!("Saved {}", file.display()))
    });
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(written.matches("BEGIN:VEVENT").count(), 7, "{written}");
    assert!(written.contains("SUMMARY:Lower body strength"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_told() {
    let desk = Desk::new();
    let mut window = desk.start();
    let file = desk.path("week.md");
    std::fs::write(&file, "mine").unwrap();
    window.command("export markdown");
    type_path(&mut window, &file);
    window.key(Key::Enter);
    assert!(window.shows("week.md is already there. Replace it?"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    window.click("Keep the existing file");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    window.click("Save Markdown");
    window.click("Replace");
    window.wait_until("the file", |window| {
        window.shows(&format!("Saved {}", file.display()))
    });
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.starts_with("# Anna Kova"), "{written}");
}

#[test]
fn a_phone_page_is_told_of_and_saved() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("export phone page");
    window.wait_until("what it is", |window| {
        window.shows("One file of") && window.shows("1 week, today first")
    });
    window.must_show("Cues and muscles");
    let file = desk.path("anna.html");
    type_path(&mut window, &file);
    window.key(Key::Enter);
    window.wait_until("the page", |window| {
        window.shows(&format!("Saved {}", file.display()))
    });
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.starts_with("<!doctype html>") && written.contains("default-src 'none'"));
}

#[test]
fn a_place_that_cannot_be_written_is_named_and_left_alone() {
    let desk = Desk::new();
    let mut window = desk.start();
    let folder = desk.path("folder.pdf");
    std::fs::create_dir(&folder).unwrap();
    open_dialog(&mut window);
    type_path(&mut window, &folder);
    window.key(Key::Enter);
    window.wait_until("the question or the reason", |window| {
        window.shows("already there")
    });
    window.click("Replace");
    window.wait_until("the reason", |window| window.shows("is a folder"));
    assert!(folder.is_dir());

    window.retype("File", &desk.path("no/such/week.pdf").display().to_string());
    window.click("Save PDF");
    window.wait_until("the reason", |window| window.shows("cannot be written"));
    assert!(window.shows("its folder is not there"));
    assert!(!window.shows("os error") && !window.shows(".tmp\""));
}

#[test]
fn everybody_gets_a_file() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("print everyone");
    assert!(window.shows("Everyone, in one file"));
    window.click("Athlete");
    window.click("Everyone, a file each");
    let folder = desk.path("plans");
    window.retype("Folder", &folder.display().to_string());
    window.click("Save 3 files");
    window.wait_until("the files", |window| window.shows("Saved 3 files"));
    let files = std::fs::read_dir(&folder).unwrap();
    let mut names: Vec<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 3, "{names:?}");
    assert_eq!(names[0], "Anna Kovač 2026-W48.pdf");

    // A second time it asks for all of them at once.
    window.click("Save 3 files");
    assert!(window.shows("3 of these files are already there"));
}

#[test]
fn making_files_for_everybody_stops_when_told() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("print everyone");
    window.click("Athlete");
    window.click("Everyone, a file each");
    let folder = desk.path("plans");
    window.retype("Folder", &folder.display().to_string());
    // A year of weeks for each takes long enough to be stopped.
    window.retype("Number of weeks", "52");
    window.key(Key::Enter);
    window.click("Save 3 files");
    window.click("Stop");
    window.wait_until("the end", |window| window.shows("Stopped: "));
    let written = std::fs::read_dir(&folder).map_or(0, Iterator::count);
    assert!(written < 3, "{written}");
}

#[test]
fn a_plan_from_a_mail_is_pasted_into_the_shown_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    for _ in 0..10 {
        window.key_with(Modifiers::ALT, Key::ArrowRight);
    }
    assert!(window.shows("Monday 1 February 2027: 0 sessions"));
    let plan =
        "Mon easy 45min\nTue strength lower heavy 40min\n  squat 4x6 @62.5kg\nSun long 18km\n";
    window.harness.event(Event::Paste(plan.to_owned()));
    window.settle();
    assert!(window.shows("Pasted 3 sessions into 1–7 Feb 2027"));
    assert!(window.shows("Monday 1 February 2027: 1 session"));
    assert!(window.shows("Sunday 7 February 2027: 1 session"));
    window.click("Undo paste plan");
    assert!(window.shows("Monday 1 February 2027: 0 sessions"));
    assert!(window.shows("Sunday 7 February 2027: 0 sessions"));
}

#[test]
fn a_pasted_plan_with_mistakes_names_their_lines_and_asks() {
    let desk = Desk::new();
    let mut window = desk.start();
    for _ in 0..10 {
        window.key_with(Modifiers::ALT, Key::ArrowRight);
    }
    let plan = "Mon easy 45min\nfrobnicate\nSun long 18km\n";
    window.harness.event(Event::Paste(plan.to_owned()));
    window.settle();
    assert!(window.shows("1 line of the pasted plan could not be read"));
    assert!(window.shows("Line 2, column"));
    assert!(window.shows("Monday 1 February 2027: 0 sessions"));
    window.click("Paste the 2 sessions that can be read");
    assert!(window.shows("Monday 1 February 2027: 1 session"));
    assert!(window.shows("Tuesday 2 February 2027: 0 sessions"));
    assert!(window.shows("Undo paste plan"));
}

#[test]
fn a_pasted_plan_that_is_half_a_guess_is_shown_before_it_is_taken() {
    let desk = Desk::new();
    let mut window = desk.start();
    let plan = "Mon easy 45min\nTue frobnicate 30min\nSun long 18km\n";
    window.harness.event(Event::Paste(plan.to_owned()));
    window.settle();
    assert!(window.shows("Bring in a plan"));
    assert!(
        window.shows("“frobnicate"),
        "words nobody knows stay a note"
    );
    window.key(Key::Escape);
    assert!(
        window.shows("Tuesday 24 November 2026: 1 session"),
        "nothing was put there"
    );
}

/// A workspace of two, one of whom has a history that takes long to be read.
fn with_a_long_history(desk: &Desk) -> std::path::PathBuf {
    let library = Library::shipped().unwrap();
    let anna = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna Kovač"));
    let long = demo::heavy_athlete(60_000, today(), &library);
    let workspace = Workspace {
        settings: WorkspaceSettings {
            last_athlete: Some(anna.id),
            ..WorkspaceSettings::default()
        },
        own: Arc::default(),
        athletes: vec![Arc::new(anna), Arc::new(long)],
    };
    let folder = desk.path("long");
    store::create(&folder, &workspace).unwrap();
    folder
}

#[test]
fn everybody_means_those_too_who_are_still_being_read() {
    let desk = Desk::new();
    let mut window = desk.start_in_haste(&with_a_long_history(&desk));
    window.command("print everyone");
    window.click("Plan text");
    let files = desk.path("plans");
    window.retype("Folder", &files.display().to_string());
    window.click("Save 2 files");
    window.wait_until("both", |window| window.shows("Saved 2 files"));
    assert_eq!(std::fs::read_dir(files).unwrap().count(), 2);
}

#[test]
fn a_copy_is_offered_to_those_too_who_are_still_being_read() {
    let desk = Desk::new();
    let mut window = desk.start_in_haste(&with_a_long_history(&desk));
    window.command("other athletes");
    assert!(!window.shows("There is nobody else"));
    window.wait_until("the other", |window| window.shows("Copy to Teo Marathon"));
    assert!(!window.shows("Reading 1 more athlete…"));
}
