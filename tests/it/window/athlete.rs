//! The athlete's page.

use chrono::Utc;
use egui::{Key, Role, vec2};
use ironstride::domain::{Stamp, Workspace};
use ironstride::edit::{self, Edit};
use ironstride::store;

use super::support::{Desk, Window};

/// Opens the page of one of the demo's athletes.
fn page_of(window: &mut Window, name: &str) {
    if !window.shows(&format!("Athlete: {name}")) {
        window.click("Athlete: ");
        window.click(name);
    }
    window.click("Athlete: ");
    window.click("Edit athlete…");
}

#[test]
fn figures_are_shown_and_read_in_her_units() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of(&mut window, "Carla Ruiz");
    assert!(window.value_of("Threshold pace").ends_with("/mi"));
    assert!(window.value_of("Smallest pair of plates").ends_with("lb"));
    window.fill("Body weight today", "150");
    assert!(window.shows("Remove body weight of 25 Nov 2026: 150 lb"));
    window.fill("Pace of Tempo", "7:30");
    window.fill("Race 1 distance", "13.1");
    window.click("Add tested max…");
    window.type_into("Exercise to add", "hip thrust");
    window.key(Key::Enter);
    window.fill("Max 1 of Hip thrust", "225");
    window.click("Save");

    page_of(&mut window, "Carla Ruiz");
    assert!(window.shows("Remove body weight of 25 Nov 2026: 150 lb"));
    assert_eq!(window.value_of("Pace of Tempo"), "7:30 /mi");
    assert_eq!(window.value_of("Race 1 distance"), "13.1 mi");
    assert_eq!(window.value_of("Max 1 of Hip thrust"), "225 lb");
}

#[test]
fn a_refused_field_says_why_and_keeps_the_page_open() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of(&mut window, "Anna Kovač");
    window.fill("Threshold pace", "fast");
    assert!(window.shows("A pace reads 4:25"));
    assert_eq!(window.value_of("Threshold pace"), "fast");
    assert!(!window.can_click("Save"));
    window.fill("Threshold pace", "4:20");
    assert!(window.can_click("Save"));
    window.click("Save");
    page_of(&mut window, "Anna Kovač");
    assert_eq!(window.value_of("Threshold pace"), "4:20 /km");
}

#[test]
fn escape_forgets_what_was_typed_and_a_click_beside_does_not() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of(&mut window, "Anna Kovač");
    assert!(window.is_focused(Role::TextInput, "Name"));
    let before = window.value_of("Threshold pace");
    window.fill("Threshold pace", "3:59");
    window.fill("Resting heart rate", "low");
    let beside = vec2(20.0, 600.0).to_pos2();
    window.press_at(beside);
    assert_eq!(window.value_of("Threshold pace"), "3:59 /km");
    window.key(Key::Escape);
    assert!(!window.shows("Threshold pace"));

    page_of(&mut window, "Anna Kovač");
    assert_eq!(window.value_of("Threshold pace"), before);
    assert_ne!(window.value_of("Resting heart rate"), "low");
    assert!(window.can_click("Save"));
}

#[test]
fn a_race_that_is_added_has_the_keyboard_in_its_name() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of(&mut window, "Anna Kovač");
    window.scroll_and_click("Add race");
    window.letters("Night run");
    assert_eq!(window.focused(), "Race 3 name");
    assert_eq!(window.value_of("Race 3 name"), "Night run");
}

#[test]
fn days_away_are_kept_with_their_note() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of(&mut window, "Anna Kovač");
    window.scroll_and_click("Add days away");
    window.fill("Days away 1 from", "28 Dec");
    assert_eq!(window.value_of("Days away 1 to"), "3 Jan 2027");
    window.fill("Days away 1 to", "20 Dec 2026");
    assert!(window.shows("Not before the first day"));
    window.fill("Days away 1 to", "2 Jan");
    window.fill("Days away 1 note", "Grandparents, no gym");
    window.click("Save");
    page_of(&mut window, "Anna Kovač");
    assert_eq!(window.value_of("Days away 1 from"), "28 Dec 2026");
    assert_eq!(window.value_of("Days away 1 to"), "2 Jan 2027");
    assert_eq!(window.value_of("Days away 1 note"), "Grandparents, no gym");
}

#[test]
fn the_buttons_stay_in_sight_on_a_small_screen() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(vec2(1180.0, 700.0));
    window.settle();
    page_of(&mut window, "Anna Kovač");
    window.settle();
    for name in ["Save", "Cancel", "Delete athlete"] {
        let rect = window.rect_of(Role::Button, name);
        assert!(
            rect.bottom() <= 700.0 && rect.right() <= 1180.0,
            "{name}: {rect}"
        );
    }
}

/// Whoever coaches in miles with weeks from Sunday writes neither down again for the next athlete.
#[test]
fn a_new_athlete_begins_with_the_units_and_weeks_of_the_one_shown() {
    let desk = Desk::new();
    desk.start().close();
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    let text = text.replacen("week_start: \"Mon\"", "week_start: \"Sun\"", 1);
    std::fs::write(&file, text.replacen("distance: Km", "distance: Miles", 1)).unwrap();
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    assert!(window.shows("Athlete: Nora Quick"));
    assert!(
        window.shows("22–28 Nov 2026"),
        "{:?}",
        window.labels("Week ")
    );
}

/// A page that stands open saves what was changed on it, and not what it knew of the rest.
#[test]
fn what_another_computer_changes_stays_when_an_open_page_is_saved() {
    let desk = Desk::new();
    let mut window = desk.start();
    page_of(&mut window, "Anna Kovač");
    window.fill("Pace of Tempo", "4:31");
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let mut anna = store::read_athlete(&file).unwrap();
    let mut profile = anna.profile.clone();
    profile.notes = "Elsewhere by bus".to_owned();
    let edits = [Edit::Profile(Box::new(profile))];
    edit::apply(&mut anna, &edits, Stamp::coach(Utc::now()));
    let other = desk.path("other");
    let mut workspace = Workspace::default();
    workspace.put(anna.into());
    store::create(&other, &workspace).unwrap();
    std::fs::copy(other.join("athletes/anna-kovac.ron"), &file).unwrap();
    window.wait_until("the word", |window| {
        window.shows("was changed on another computer")
    });
    window.click("Save");
    window.close();
    let anna = store::read_athlete(&file).unwrap();
    assert_eq!(anna.profile.notes, "Elsewhere by bus");
    let tempo = anna.profile.paces.values();
    let is_typed = |pace: &ironstride::domain::Pace| (pace.seconds_per_km() - 271.0).abs() < 0.5;
    assert!(tempo.copied().any(|pace| is_typed(&pace)));
}
