//! A season: asked for, looked at, built, and taken back.

use egui::Role;
use egui_kittest::kittest::Queryable;

use super::support::{Desk, Window};

/// A new athlete with nothing planned, and the page on which a season is built.
fn page_of_a_new_athlete(window: &mut Window) {
    window.click("Athlete: ");
    window.click("New athlete…");
    window.type_into("Name", "Nina Novak");
    window.click("Add athlete");
    assert!(window.shows("Nothing is planned for Nina Novak yet"));
    window.click("Build a season…");
    wait_for_season(window);
}

fn wait_for_season(window: &mut Window) {
    window.wait_until("the season", |window| {
        window.shows("Build a season for") && window.shows(" · long run to ")
    });
    window.wait_until("the button", |window| window.can_click("Build season"));
}

/// Chooses from a list.
fn choose(window: &mut Window, list: &str, choice: &str) {
    window
        .harness
        .get_by_role_and_label(Role::ComboBox, list)
        .scroll_to_me();
    window.settle();
    window.click(list);
    window.click(choice);
}

#[test]
fn a_novice_without_the_gym_on_thursdays_gets_a_half_marathon_season_without_a_caution() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of_a_new_athlete(&mut window);
    window.fill("Race date", "7 Mar 2027");
    choose(&mut window, "Lifting level", "Novice");
    choose(&mut window, "Availability on Thu", "Limited");
    window
        .harness
        .get_by_role_and_label(Role::CheckBox, "Gym on Thu")
        .scroll_to_me();
    window.settle();
    window.click("Gym on Thu");
    wait_for_season(&mut window);
    assert!(window.shows("14 weeks · "));
    assert!(window.shows("Week 14 · Taper"));
    window.click("Build season");

    assert!(window.shows("Built 14 weeks to Half marathon"));
    for _ in 0..14 {
        assert!(
            !window.shows("Conflict") && !window.shows("Caution"),
            "{:#?}",
            window.words()
        );
        window.click("Next week");
    }
    window.click("Undo build a season");
    assert!(window.shows("Nothing is planned for Nina Novak yet"));
}

#[test]
fn a_bad_value_says_why_and_nothing_is_built() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of_a_new_athlete(&mut window);
    window.fill("Race date", "1 Nov 2026");
    window.wait_until("the refusal", |window| window.shows("This race is over"));
    assert!(!window.can_click("Build season"));
    window.fill("Race date", "7 Mar 2027");
    window.fill("Current weekly distance", "260");
    window.wait_until("the refusal", |window| {
        window.shows("Nobody runs 260 km every week")
    });
    assert!(!window.can_click("Build season"));
    window.fill("Current weekly distance", "25");
    wait_for_season(&mut window);
    window.key(egui::Key::Escape);
    assert!(window.shows("Nothing is planned for Nina Novak yet"));
}

#[test]
fn the_page_fits_a_small_screen_and_every_session_says_why() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(egui::vec2(1180.0, 700.0));
    window.settle();
    page_of_a_new_athlete(&mut window);
    for name in ["Build season", "Cancel"] {
        let rect = window.rect_of(Role::Button, name);
        assert!(
            rect.bottom() <= 700.0 && rect.right() <= 1180.0,
            "{name}: {rect}"
        );
    }
    window.click("Week 2 · ");
    assert!(
        window.shows("Clear: "),
        "a strength session says why it stands there"
    );
    window.click("Build season");
    window.click("Next week");
    window.click("Long run");
    assert!(window.shows("Why it is here"));
}

/// A season of Nina Novak to a half marathon on Sunday, 7 March.
fn season_to_march(window: &mut Window) {
    page_of_a_new_athlete(window);
    window.fill("Race date", "7 Mar 2027");
    wait_for_season(window);
    window.click("Build season");
    assert!(window.shows("Built 14 weeks to Half marathon"));
}

fn wait_for_moved_season(window: &mut Window) {
    window.wait_until("the offer", |window| {
        window.shows("Move the season of Nina Novak")
    });
    window.wait_until("the button", |window| window.can_click("Move season"));
}

#[test]
fn a_race_that_moves_offers_to_take_its_season_along_and_one_undo_takes_both_back() {
    let desk = Desk::new();
    let mut window = desk.start();
    season_to_march(&mut window);
    for _ in 0..13 {
        window.click("Next week");
    }
    window.click("Half marathon");
    let keys = egui::Modifiers::ALT | egui::Modifiers::SHIFT;
    window.key_with(keys, egui::Key::ArrowRight);
    wait_for_moved_season(&mut window);
    assert!(window.shows("Half marathon is on Sun 14 Mar now."));
    window.must_show("15 weeks · ");
    window.click("Move season");
    assert!(window.shows("The season now leads to Half marathon in 15 weeks"));
    window.click("Undo move Half marathon and its season");
    assert!(!window.shows("Undo move"), "{:#?}", window.words());
    assert!(
        window.shows("Undo build a season"),
        "one step took both back"
    );
    assert!(
        window.shows("Half marathon"),
        "the race is in its week again"
    );
}

#[test]
fn a_race_with_another_date_in_the_athletes_page_asks_as_well_and_may_go_alone() {
    let desk = Desk::new();
    let mut window = desk.start();
    season_to_march(&mut window);
    window.click("Athlete: ");
    window.click("Edit athlete…");
    window.scroll_to("Race 1 date");
    window.fill("Race 1 date", "14 Mar 2027");
    window.click("Save");
    wait_for_moved_season(&mut window);
    window.click("Keep season as it is");
    assert!(!window.shows("Move the season of"));
    window.click("Undo change Nina Novak");
    assert!(window.shows("Undo build a season"));
}
