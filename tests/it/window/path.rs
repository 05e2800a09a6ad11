//! A new user's path, from the first start to the second.

use egui::vec2;

use super::support::Desk;

#[test]
fn a_new_user_plans_is_warned_moves_logs_prints_and_finds_it_all_again() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(
        window.shows("Athlete: Anna Kovač"),
        "the first start opens the demo"
    );

    // A new athlete.
    window.add_athlete("Nora Quick");
    assert!(window.shows("Athlete: Nora Quick"));
    assert!(window.shows("Nothing is planned this week"));

    // A long run on Sunday, by drag from the library.
    window.click("Sessions");
    window.type_into("Search the library", "Long by distance");
    let from = window.place("Long by distance");
    let sunday = window.place("Sunday 29 November 2026");
    window.drag(from, sunday - vec2(0.0, 80.0));
    assert!(window.shows("Sunday 29 November 2026: 1 session"));

    // A program's strength workout beside it: the verdict comes before the drop.
    window.click("Clear search");
    window.type_into("Search the library", "Advanced 1");
    let from = window.place("Advanced 1");
    let saturday = window.place("Saturday 28 November 2026") + vec2(0.0, 60.0);
    window.drag(from, saturday);
    assert!(window.shows("Saturday 28 November 2026: 1 session"));
    assert!(
        window.shows("Legs before a key session"),
        "the conflict is told"
    );

    // The slot that is offered.
    window.click("Move to ");
    assert!(
        !window.shows("Legs before a key session"),
        "the fix resolves it"
    );
    assert!(window.shows("Saturday 28 November 2026: 0 sessions"));

    // Undo and redo are labelled with what they do.
    window.click("Undo move to ");
    assert!(window.shows("Saturday 28 November 2026: 1 session"));
    window.click("Redo move to ");
    assert!(window.shows("Saturday 28 November 2026: 0 sessions"));

    // Logged, it weighs in the charts.
    window.click("Advanced 1, ");
    window.click("Mark as done");
    assert!(window.shows(", done"), "the card says so");

    // Printed.
    let pdf = desk.path("week.pdf");
    window.click("Print / Export");
    window.retype("File", &pdf.display().to_string());
    window.click("Save PDF");
    let saved = format!("Saved {}", pdf.display());
    window.wait_until("the PDF", |window| window.shows(&saved));
    window.click("Close");
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));

    // Quit, and start again: all there.
    window.close();
    let window = desk.start();
    assert!(
        window.shows("Athlete: Nora Quick"),
        "the athlete shown last is shown first"
    );
    assert!(window.shows("Sunday 29 November 2026: 1 session"));
    assert!(window.shows(", done"));
}
