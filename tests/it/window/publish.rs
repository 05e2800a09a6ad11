//! Publishing: files that follow the plan in a folder that others read.

use std::fs;
use std::path::{Path, PathBuf};

use egui::Key;

use super::support::{Desk, Window};

fn open(window: &mut Window) {
    window.command("publish…");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// All calendars of a folder in one text.
fn calendars(folder: &Path) -> String {
    let files = files(folder).into_iter();
    let calendars = files.filter(|file| file.extension().is_some_and(|end| end == "ics"));
    calendars
        .filter_map(|file| fs::read_to_string(file).ok())
        .collect()
}

#[test]
fn files_are_published_follow_an_edit_and_go_when_it_is_stopped() {
    let desk = Desk::new();
    let mut window = desk.start();
    open(&mut window);
    assert!(window.shows("Off."));
    let folder = desk.path("public");
    window.type_into("Folder", folder.to_str().unwrap());
    window.click("Weeks (.pdf)");
    window.click("Publish");
    window.wait_until("the files", |window| window.shows("Published at "));
    assert_eq!(files(&folder).len(), 6, "{:?}", files(&folder));
    // What was missed is cancelled too.
    let cancelled = || calendars(&folder).matches("STATUS:CANCELLED").count();
    let missed = cancelled();
    window.click("Close");
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.wait_until("the calendar", |_| cancelled() == missed + 1);
    window.close();

    // It is remembered for this computer, and not in the workspace.
    let preferences = fs::read_to_string(desk.path("preferences/preferences.ron")).unwrap();
    assert!(preferences.contains("publications: {"), "{preferences}");
    let settings = fs::read_to_string(desk.path("demo/workspace.ron")).unwrap();
    assert!(!settings.contains("public"), "{settings}");
    let others = folder.join("index.html");
    fs::write(&others, "of somebody else").unwrap();
    let mut window = desk.start();
    open(&mut window);
    window.wait_until("the files", |window| window.shows("Published at "));
    window.click("Delete the published files");
    window.click("Stop publishing");
    window.wait_until("they are gone", |_| files(&folder) == [others.clone()]);
    assert!(!window.shows("Published at "));
}

#[test]
fn what_cannot_be_published_is_told() {
    let desk = Desk::new();
    let mut window = desk.start();
    open(&mut window);
    let folder = desk.path("drive/that/is/away");
    window.type_into("Folder", folder.to_str().unwrap());
    window.click("Publish");
    window.wait_until("why not", |window| window.shows("does not exist"));
    assert!(window.shows("Off."));
    assert!(!folder.exists());
    let file = desk.path("demo/workspace.ron");
    window.retype("Folder", file.to_str().unwrap());
    window.click("Publish");
    let why = "cannot be used: a part of that path is a file and not a folder.";
    let why = format!("{} {why}", file.display());
    window.wait_until("why not", |window| window.shows(&why));
    assert!(window.shows("Off."));
}

#[test]
fn pages_are_written_anew_once_dates_are_to_be_written_otherwise() {
    let desk = Desk::new();
    let mut window = desk.start();
    open(&mut window);
    let folder = desk.path("public");
    window.type_into("Folder", folder.to_str().unwrap());
    window.click("Publish");
    window.wait_until("the files", |window| window.shows("Published at "));
    window.click("Close");
    let pages = || -> String {
        let files = files(&folder).into_iter();
        let pages = files.filter(|file| file.extension().is_some_and(|end| end == "html"));
        pages
            .filter_map(|file| fs::read_to_string(file).ok())
            .collect()
    };
    assert!(pages().contains("Wednesday 25 November"));
    window.command_key(Key::Comma);
    window.click("Dates");
    window.click("Nov 24, 2026");
    window.key(Key::Escape);
    window.wait_until("the pages", |_| {
        let pages = pages();
        pages.contains("Wednesday, November 25") && !pages.contains("Wednesday 25 November")
    });
}
