//! What the desktop hands over with `--open`: a workspace, a file of one, a package, a plan, an answer, and what is none
//! of these.

use std::fs;
use std::path::PathBuf;

use super::support::{Desk, Window};

/// Starts on the demo as if a file of this name had been double-clicked.
fn start_with(desk: &Desk, name: &str, content: impl AsRef<[u8]>) -> Window {
    let file = desk.path(name);
    fs::write(&file, content).unwrap();
    desk.start_with(vec![file])
}

#[test]
fn a_plan_that_is_opened_is_read_and_shown_before_anything_is_taken() {
    let desk = Desk::new();
    let plan = "Tue 1 Dec: easy run 45 min\nThu 3 Dec: tempo 30 min\n";
    let mut window = start_with(&desk, "plan.txt", plan);
    window.wait_until("the plan", |window| window.shows("Bring in a plan"));
    window.wait_until("its sessions", |window| window.shows("2 sessions"));
    assert!(window.shows("Nothing to undo"), "nothing is taken yet");
}

#[test]
fn a_package_that_is_opened_is_compared_before_it_is_merged() {
    let desk = Desk::new();
    desk.start().close();
    let package = desk.path("anna.ironstride.ron");
    let arguments = ironstride::cli::PackageArguments {
        workspace: desk.path("demo"),
        athlete: "Anna Kovač".to_owned(),
        to: package.clone(),
    };
    ironstride::cli::package(&arguments, chrono::Utc::now()).unwrap();
    let mut window = desk.start_with(vec![package]);
    window.wait_until("the package", |window| {
        window.shows("Anna Kovač is the same here") || window.shows("Nothing")
    });
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn history_that_is_opened_is_read_for_the_shown_athlete() {
    let desk = Desk::new();
    let strong = "Date;Workout Name;Duration;Exercise Name;Set Order;Weight (kg);Reps;RPE\n\
                  2026-11-02 18:00:00;\"Legs\";45m;\"Squat (Barbell)\";1;80;5;8\n";
    let mut window = start_with(&desk, "strong.csv", strong);
    window.wait_until("the history", |window| {
        window.shows("Bring in history") || window.shows("Bring in a plan")
    });
}

#[test]
fn a_file_that_is_not_there_is_named_in_words() {
    let desk = Desk::new();
    let mut window = desk.start_with(vec![desk.path("gone.txt")]);
    window.wait_until("the message", |window| window.shows("gone.txt"));
    window.must_show("There is nothing at");
    assert!(!window.shows("os error"));
    assert!(
        window.shows("Athlete: Anna"),
        "the program is open all the same"
    );
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_named_in_words() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let file = desk.path("locked.txt");
    fs::write(&file, "Tue: easy run 45 min\n").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&file).is_ok() {
        // The tests run as somebody who may read everything.
        return;
    }
    let mut window = desk.start_with(vec![file]);
    window.wait_until("the message", |window| window.shows("locked.txt"));
    assert!(window.shows("you may not read it") && !window.shows("os error"));
}

#[test]
fn a_file_that_is_nothing_known_is_said_to_be_so() {
    let desk = Desk::new();
    let noise: Vec<u8> = (0..4096_u32).map(|it| (it * 31 % 251) as u8).collect();
    let mut window = start_with(&desk, "noise.bin", noise);
    window.wait_until("the message", |window| {
        window.shows("noise.bin") || window.shows("Bring in a plan")
    });
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn a_folder_or_a_file_of_a_workspace_opens_the_workspace() {
    let desk = Desk::new();
    desk.start().close();
    let demo = desk.path("demo");
    let athlete = fs::read_dir(demo.join("athletes"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "ron"))
        .unwrap();
    for opened in [
        demo.clone(),
        demo.join("workspace.ron"),
        demo.join("library.ron"),
        athlete,
    ] {
        let window = desk.start_on(&workspace_of(&opened));
        assert!(window.shows("Athlete: "), "{}", opened.display());
    }
    let gone = workspace_of(&desk.path("gone").join("workspace.ron"));
    let window = desk.start_on(&gone);
    assert!(window.shows("Your workspace could not be opened"));
}

/// The workspace that the command line takes a path for.
#[track_caller]
fn workspace_of(path: &std::path::Path) -> PathBuf {
    let line = [
        "ironstride".into(),
        "--open".into(),
        path.as_os_str().to_owned(),
    ];
    let parsed = ironstride::cli::parse(line, super::support::today()).unwrap();
    let ironstride::cli::Invocation::Window(arguments) = parsed else {
        panic!("{} opens no window", path.display());
    };
    assert!(arguments.bring_in.is_empty(), "{}", path.display());
    let workspace = arguments.workspace;
    workspace.unwrap_or_else(|| panic!("{} opens no workspace", path.display()))
}
