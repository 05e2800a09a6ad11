//! A better week: looked for, looked at, taken, and taken back.

use super::support::Desk;

#[test]
fn a_better_week_is_suggested_and_taken_in_two_clicks_and_undone_in_one() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(
        window.shows("Legs before a key session"),
        "Anna's week has a conflict"
    );
    window.click("Better week…");
    window.wait_until("the suggestion", |window| window.shows("A better week"));
    assert!(window.shows("Every arrangement was compared"));
    window.click("Make ");
    assert!(!window.shows("Legs before a key session"));
    window.click("Undo arrange a better week");
    assert!(window.shows("Legs before a key session"));
}
