//! The rules: why each is one, how it is set for an athlete or for everybody, and what was accepted.

use egui::{Key, Role};

use super::support::{Desk, Window};

const FINDING: &str = "Legs before a key session";
const WHY: &str = "Why “legs before a key session”?";

/// Shows another of the demo's athletes.
fn show(window: &mut Window, name: &str) {
    window.click("Athlete: ");
    window.click(name);
}

fn open_rules(window: &mut Window) {
    window.command("rules and why");
    assert!(window.shows("Policy and strictness"));
}

#[test]
fn a_finding_tells_why_it_is_one() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(WHY);
    for words in [
        "Leg work that ends less than 24 h before a key session",
        "335 s",
        "Coaches’ consensus",
        "Doma & Deakin 2013",
        "Its own sample week has full-body strength",
    ] {
        assert!(window.shows(words), "{words}");
    }
    window.key(Key::Escape);
    assert!(!window.shows("Coaches’ consensus"));
}

#[test]
fn a_rule_is_switched_off_for_one_athlete_and_undo_brings_its_finding_back() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(window.shows(WHY));
    window.click(WHY);
    window.click("Rule is on");
    assert!(
        window.shows("Goes: Legs before a key session"),
        "before it is applied"
    );
    window.click("Apply");
    assert!(!window.shows(WHY));
    window.click("Undo set “legs before a key session” for Anna Kovač");
    assert!(window.shows(WHY));
}

#[test]
fn a_default_of_the_workspace_reaches_other_athletes_and_the_disk() {
    let desk = Desk::new();
    let mut window = desk.start();
    let folder = desk.path("demo");
    open_rules(&mut window);
    window.click("For everybody");
    window.type_into("Search rules", "much longer than before");
    window.key(Key::Enter);
    window.click("Rule is on");
    window.click("Apply");
    assert!(!window.shows("A run much longer than before"));
    show(&mut window, "Carla Ruiz");
    open_rules(&mut window);
    window.type_into("Search rules", "much longer than before");
    window.key(Key::Enter);
    assert!(window.shows("As for everybody"));
    assert!(!window.is_on("Rule is on"));
    window.click("Rule is on");
    assert!(window.shows("Set for Carla Ruiz"));
    window.click("Follow everybody");
    assert!(window.shows("As for everybody") && !window.is_on("Rule is on"));
    window.key(Key::Escape);
    window.close();
    let saved = std::fs::read_to_string(folder.join("workspace.ron")).unwrap();
    assert!(saved.contains("single-run-spike"), "{saved}");
}

#[test]
fn a_figure_that_makes_no_sense_says_why_and_keeps_the_page_open() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(WHY);
    window.fill("Legs before a key session", "300");
    assert!(window.shows("Between 0 and 72 h."));
    assert!(!window.can_click("Apply"));
    window.fill("Legs before a key session", "20 h");
    assert!(!window.shows("Between 0 and 72 h."));
    assert!(window.shows("less than 20 h before a key session"));
    assert!(window.shows("From conflict to caution: Legs before a key session"));
    window.click("Apply");
    window.click(WHY);
    assert_eq!(window.value_of("Legs before a key session"), "20 h");
    window.click("Reset “legs before a key session” to 24 h");
    assert_eq!(window.value_of("Legs before a key session"), "24 h");
}

#[test]
fn an_accepted_finding_is_reviewed_and_withdrawn() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Accept…");
    assert!(window.is_focused(Role::TextInput, "Reason for accepting"));
    window.type_into("Reason for accepting", "Camp week");
    window.key(Key::Enter);
    assert!(!window.shows(WHY));
    window.command("accepted");
    assert!(window.shows("because: Camp week"));
    assert!(window.shows("quiet"));
    window.click("Withdraw “legs before a key session”");
    assert!(window.shows("Comes: Legs before a key session"));
    window.click("Apply");
    assert!(window.shows(WHY), "{FINDING} speaks again");
    window.click("Undo withdraw acceptance");
    assert!(!window.shows(WHY));
}

#[test]
fn the_page_fits_a_small_screen() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(egui::vec2(1180.0, 700.0));
    window.settle();
    open_rules(&mut window);
    window.settle();
    for name in ["Apply", "Close"] {
        let rect = window.rect_of(Role::Button, name);
        assert!(
            rect.bottom() <= 700.0 && rect.top() >= 0.0,
            "{name}: {rect}"
        );
    }
}

#[test]
fn a_rule_is_found_in_the_palette_by_its_name() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::K);
    assert!(!window.shows("Rule: "), "not before something is typed");
    window.type_into("Search commands", "hard runs back");
    window.key(Key::Enter);
    assert!(window.shows("Key runs on the same or on consecutive days are a caution."));
}

#[test]
fn a_policy_for_everybody_is_followed_by_whoever_has_none() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_rules(&mut window);
    assert!(window.shows("As for everybody: easy day or day after a hard run"));
    window.click("For everybody");
    window.click("Run and lift on different days");
    window.click("For Anna Kovač");
    assert!(window.shows("As for everybody: run and lift on different days"));
    window.click("Hard days hard, easy days easy");
    window.click("Apply");
    open_rules(&mut window);
    window.click("For everybody");
    window.click("Default: easy day or day after a hard run");
    window.click("Cancel");
    window.click("Undo set rules");
    open_rules(&mut window);
    assert!(window.shows("As for everybody: easy day or day after a hard run"));
}
