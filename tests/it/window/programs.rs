//! Programs: found, read, laid out with a report, taken back, and grown by the coach's own.

use egui::{Key, vec2};

use super::support::{Desk, Window};

const SEARCH: &str = "Search the library";

/// A window on a week of which nobody has planned anything yet, with the programs shown.
fn programs(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    window.click("Programs");
    window
}

#[test]
fn programs_are_found_filtered_and_read() {
    let desk = Desk::new();
    let mut window = programs(&desk);
    assert!(window.shows("Minimum routine") && window.shows("2 × a week · 20–30 min"));
    window.click("To a race");
    assert!(!window.shows("Minimum routine") && window.shows("Race countdown, 12 weeks"));
    window.click("To a race");
    window.type_into(SEARCH, "hex bar");
    assert!(window.shows("Eight movements") && !window.shows("Six for runners"));
    window.retype(SEARCH, "countdown");
    window.click("Race countdown, 6 weeks");
    window.must_show("Week 1 · Base: Start small");
    assert!(window.shows("Our interpretation") && window.shows("To read"));
    assert!(window.shows("Goblet squat · 2\u{a0}×\u{a0}8–10"));
    window.click("Week 4 · Peak: Power");
    assert!(window.shows("Fast is a skill") && !window.shows("Start small and keep"));
    window.click("All programs");
    assert!(window.shows("Race countdown, 4 weeks"));
}

#[test]
fn a_program_is_laid_out_after_its_report_and_taken_back_in_one_step() {
    let desk = Desk::new();
    let mut window = programs(&desk);
    window.type_into(SEARCH, "basic");
    window.click("Lay out Basic, 2 days…");
    window.harness.run_steps(3);
    assert!(window.shows("Lay out “Basic, 2 days”") && window.shows("For Nora Quick"));
    window.click("Begin a week later");
    window.must_show("Placed on Mon and Thu of 4 weeks");
    window.click("Without a gym");
    window.must_show("instead of deadlift");
    window.click("Without a gym");
    assert!(!window.shows("instead of deadlift"));
    window.click("Lay out 8 sessions");
    assert!(window.shows("Monday 30 November 2026: 1 session"));
    assert!(window.shows("Thursday 3 December 2026: 1 session"));
    window.click("Undo lay out “Basic, 2 days”");
    assert!(window.shows("Monday 30 November 2026: 0 sessions"));
    window.click("Redo lay out “Basic, 2 days”");
    assert!(window.shows("Monday 30 November 2026: 1 session"));
}

#[test]
fn a_program_dragged_onto_a_week_asks_before_it_is_laid_out() {
    let desk = Desk::new();
    let mut window = programs(&desk);
    window.type_into(SEARCH, "six for runners");
    let from = window.place("Six for runners");
    let to = window.place("Friday 27 November 2026") + vec2(0.0, 80.0);
    window.drag(from, to);
    window.harness.run_steps(3);
    assert!(window.shows("Lay out “Six for runners”"));
    assert!(window.shows("Friday 27 November 2026: 0 sessions"));
    window.key(Key::Escape);
    assert!(!window.shows("For Nora Quick"));
    let week = window.place("Week 50, ");
    window.drag(from, week);
    window.harness.run_steps(3);
    assert!(window.shows("Lay out “Six for runners”"));
    window.key(Key::Enter);
    assert!(window.shows("Monday 7 December 2026: 1 session"));
}

#[test]
fn an_own_program_is_made_edited_shared_and_brought_back() {
    let desk = Desk::new();
    let mut window = programs(&desk);
    window.click("New program…");
    window.click("Blank program");
    window.harness.run_steps(3);
    assert!(!window.can_click("Save program"), "it has no name yet");
    window.type_into("Program name", "Club nights");
    window.retype(
        "Sessions of the week",
        "Tue strength 30min\n  goblet sqat 3x8",
    );
    window.must_show("Line 2");
    assert!(!window.can_click("Save program"));
    window.retype(
        "Sessions of the week",
        "Tue strength 30min\n  goblet squat 3x8-10 rir 2\nSat easy 40min",
    );
    window.click("Repeat as a new week");
    window.retype("Theme of the week", "A little more");
    window.click("Save program");
    window.must_show("1 × a week · 30 min · 2 weeks");
    assert!(window.shows("Goblet squat · 3\u{a0}×\u{a0}8–10") && window.shows("optional"));

    let file = desk.path("club.ron");
    window.click("Save program to a file…");
    window.wait_until("a place to type the path", |window| window.shows("Path"));
    window.retype("Path", &file.display().to_string());
    window.click("Save");
    window.wait_until("the file", |_| file.exists());

    window.click("Delete program");
    assert!(!window.shows("Club nights ") && window.shows("Deleted program"));
    window.click("New program…");
    window.click("From a file…");
    window.wait_until("a place to type the path", |window| window.shows("Path"));
    window.type_into("Path", &file.display().to_string());
    window.click("Import");
    window.wait_until("the program", |window| window.shows("Added the program"));
    assert!(window.shows("Goblet squat · 3\u{a0}×\u{a0}8–10"));

    // A damaged file says so and changes nothing.
    std::fs::write(&file, "(version: 1, shared: (program: (id: 5").unwrap();
    window.click("All programs");
    window.click("New program…");
    window.click("From a file…");
    window.wait_until("a place to type the path", |window| window.shows("Path"));
    window.type_into("Path", &file.display().to_string());
    window.click("Import");
    window.wait_until("the damage", |window| window.shows("club.ron"));
    window.close();

    let mut window = desk.start();
    window.click("Programs");
    window.type_into(SEARCH, "club");
    assert!(window.shows("Club nights"), "it is there after a restart");
}

#[test]
fn the_shown_weeks_become_a_program_and_shipped_ones_are_copied() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Programs");
    window.click("New program…");
    window.click("From the calendar");
    window.click("2 weeks from ");
    window.harness.run_steps(3);
    window.must_show("Week 1 of 2");
    window.retype("Program name", "Anna’s two weeks");
    window.click("Save program");
    assert!(window.shows("Anna’s two weeks") && window.shows("2 weeks"));
    assert_eq!(window.labels("Edit program…").len(), 1);
    window.click("All programs");
    window.type_into(SEARCH, "circuit");
    window.click("Circuit");
    assert_eq!(window.labels("Edit program…").len(), 0);
    window.click("Make a copy of your own");
    assert!(window.shows("Circuit (own)"));
    assert_eq!(window.labels("Edit program…").len(), 1);
}

#[test]
fn a_week_is_copied_to_two_others_and_taken_back_in_one_step() {
    let desk = Desk::new();
    let mut window = programs(&desk);
    window.click("Athlete: Nora Quick");
    window.click("New athlete…");
    window.type_into("Name", "Omar Vale");
    window.click("Add athlete");
    window.click("Athlete: Omar Vale");
    window.click("Anna Kovač");
    window.command("other athletes");
    window.harness.run_steps(3);
    window.must_show("Choose who gets a copy");
    window.click("A week later");
    window.click("Copy to Nora Quick");
    window.click("Copy to Omar Vale");
    window.must_show("as typed, since not both");
    window.click("Copy to 2 athletes");
    assert!(window.shows(" to 2 athletes") && !window.shows("Copy to other athletes"));
    assert!(
        window.shows("Athlete: Anna Kovač"),
        "whose week was copied stays on the screen"
    );
    window.click("Athlete: ");
    window.click("Omar Vale");
    window.click("Next week");
    assert!(!window.shows("Nothing is planned this week"));
    window.click("Undo copy 1 week to 2 athletes");
    assert!(window.shows("Nothing is planned this week"));
    window.click("Athlete: ");
    window.click("Anna Kovač");
    window.click("Redo copy 1 week to 2 athletes");
    assert!(
        window.shows("Athlete: Anna Kovač"),
        "of a step about several others none comes on the screen"
    );
}

/// With one click, and the names stay under the pointer when the first of them is chosen.
#[test]
fn a_week_is_copied_to_everybody_and_to_who_has_a_tag_in_common() {
    let desk = Desk::new();
    desk.start().close();
    for (name, tags) in [
        ("ben-okafor", "tags: [\"club\"],"),
        ("carla-ruiz", "tags: [\"club\"],"),
    ] {
        let file = desk.path(&format!("demo/athletes/{name}.ron"));
        let text = std::fs::read_to_string(&file).unwrap();
        let (head, rest) = text.split_once("tags: [").unwrap();
        let (_, rest) = rest.split_once("],").unwrap();
        std::fs::write(&file, format!("{head}{tags}{rest}")).unwrap();
    }
    let mut window = desk.start();
    window.command("other athletes");
    window.harness.run_steps(3);
    let before = window.rect("Copy to Ben Okafor").top();
    window.click("Copy to all tagged “club”");
    assert!(window.is_ticked("Copy to Ben Okafor") && window.is_ticked("Copy to Carla Ruiz"));
    assert_eq!(window.rect("Copy to Ben Okafor").top(), before);
    window.click("Copy to everybody");
    assert!(!window.is_ticked("Copy to Ben Okafor"), "all were chosen");
    window.click("Copy to everybody");
    window.click("Copy to 2 athletes");
    assert!(window.shows(" to 2 athletes"));
}
