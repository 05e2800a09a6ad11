//! Help: opened by key, searched, read, and left, while the work goes on beside it.

use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

use super::support::Desk;
use super::walk::written::Written;

const SEARCH: &str = "Search the guide";

#[test]
fn f1_opens_the_guide_which_is_searched_and_read() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(!window.shows("Your first week"));
    window.key(Key::F1);
    assert!(window.shows("Your first week") && window.is_focused(Role::TextInput, SEARCH));
    window.type_into(SEARCH, "padlok");
    window.must_show("On a session’s card");
    window.click("Every mark on the screen · On a session’s card");
    assert!(window.shows("locked: no suggestion moves it"));
    window.click("Rules and why");
    assert!(window.shows("What is a finding") || window.shows("What a finding is"));
    // The week behind it can be worked on meanwhile.
    window.click("Next week");
    assert!(window.shows("Week 49"));
    window.key(Key::F1);
    assert!(!window.shows("What a finding is"));
}

#[test]
fn the_sheet_of_shortcuts_says_what_the_keys_do() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::F1);
    for words in [
        "Ctrl+Z",
        "Undo",
        "Ctrl+K",
        "Move with arrow keys",
        "Copy and do not move",
    ] {
        assert!(window.shows(words), "{words}");
    }
    window.click("About Ironstride");
    let version = concat!("Version ", env!("CARGO_PKG_VERSION"));
    assert!(window.shows(version) && window.shows("MIT licence"));
    assert!(window.shows("Packages ("));
}

#[test]
fn f1_in_a_dialog_opens_its_chapter_and_escape_brings_the_dialog_back_as_it_was() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::P);
    window.retype("File", "half typed");
    window.key(Key::F1);
    window.must_show("Printing and exporting");
    assert!(window.is_focused(Role::TextInput, SEARCH));
    window.key(Key::Escape);
    assert!(!window.shows("Printing and exporting"));
    assert!(window.shows("Save PDF"), "the dialog is back");
    assert_eq!(window.value_of("File"), "half typed");
    // A second Escape is the dialog's.
    window.key(Key::F1);
    window.key(Key::F1);
    assert!(window.shows("Save PDF") && !window.shows("Printing and exporting"));
    window.key(Key::Escape);
    assert!(!window.shows("Save PDF"));
}

#[test]
fn every_dialog_has_a_chapter_and_everything_in_it_grows_by_key() {
    let desk = Desk::new();
    let mut window = desk.start();
    for (command, chapter) in [
        ("rules and why", "What a finding is"),
        ("1rm calculator", "Set by set"),
        ("settings…", "Shortcuts of your own"),
        ("new athlete", "Move things about"),
    ] {
        window.command(command);
        window.key(Key::F1);
        assert!(window.shows(chapter), "{command}: {chapter}");
        window.key(Key::F1);
        window.key(Key::Escape);
    }
    window.command_key(Key::P);
    window.command_key(Key::Plus);
    assert!(window.harness.ctx.zoom_factor() > 1.0);
    assert!(window.shows("Save PDF"));
    window.command_key(Key::Num0);
    assert_eq!(window.harness.ctx.zoom_factor(), 1.0);
}

#[test]
fn help_and_zoom_are_there_before_there_is_an_athlete() {
    let desk = Desk::new();
    let nowhere = desk.path("nowhere");
    let mut window = desk.start_on(&nowhere);
    window.key(Key::F1);
    assert!(window.shows("Move things about"));
    window.key(Key::F1);
    assert!(!window.shows("Move things about"));
    window.command_key(Key::Plus);
    assert!(window.harness.ctx.zoom_factor() > 1.0);
}

/// The mark stands far down a long chapter.
#[test]
fn what_the_search_found_is_scrolled_to() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.key(Key::F1);
    window.type_into(SEARCH, "crimson flag");
    window.click("Every mark on the screen · In the strip of weeks");
    window.settle();
    let found = window.harness.get_by_value("crimson flag").rect();
    let head = window.rect(SEARCH).top();
    let foot = window.rect("About Ironstride").bottom() + 60.0;
    assert!(found.top() > head && found.bottom() < foot, "{found}");
}

/// Both have letters that reach below the line, so that their feet are comparable.
#[test]
fn a_link_stands_on_the_line_of_its_sentence() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.key(Key::F1);
    window.click("Logging");
    window.scroll_into_view("phone page");
    let screen = window.harness.ctx.content_rect();
    let written = Written::of(&window.harness.output().shapes, screen);
    let foot = |words: &str| {
        let line = written
            .lines
            .iter()
            .find(|line| line.text.starts_with(words));
        line.unwrap_or_else(|| panic!("{words}")).ink.bottom()
    };
    let (sentence, link) = (foot("Athletes log on the"), foot("phone page"));
    assert!((sentence - link).abs() < 1.0, "{sentence} and {link}");
}

/// The longest name of a mark, in a window that is just too narrow for it.
#[test]
fn words_of_a_table_keep_off_those_beside_them() {
    let desk = Desk::new();
    let mut window = desk.start();
    for width in [720.0, 787.0, 800.0, 960.0] {
        window.harness.set_size(egui::vec2(width, 600.0));
        window.settle();
        window.key(Key::F1);
        window.click("Every mark on the screen");
        let mark = window.harness.get_by_value("hexagon, triangle, dot");
        mark.scroll_to_me();
        window.settle();
        let screen = window.harness.ctx.content_rect();
        let written = Written::of(&window.harness.output().shapes, screen);
        let find = |words: &str| {
            let line = written
                .lines
                .iter()
                .find(|line| line.text.starts_with(words));
            line.unwrap_or_else(|| panic!("{words}")).ink
        };
        let (mark, means) = (find("hexagon"), find("the worst finding"));
        assert!(mark.right() + 6.0 < means.left(), "{width}: {mark} {means}");
        window.key(Key::F1);
    }
}

#[test]
fn escape_closes_help_where_it_was_clicked_last_and_leaves_the_selection() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Tempo, ");
    window.key(Key::F1);
    window.click("Rules and why");
    assert!(window.shows("What a finding is"));
    window.key(Key::Escape);
    assert!(!window.shows("What a finding is"), "help is closed");
    assert!(window.shows("Mark as done"), "the session is still shown");
}

#[test]
fn escape_closes_help_after_a_click_beside_it_when_nothing_is_selected() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.key(Key::F1);
    window.click("Rules and why");
    window.click("Next week");
    assert!(window.shows("What a finding is"));
    window.key(Key::Escape);
    assert!(!window.shows("What a finding is"));
}
