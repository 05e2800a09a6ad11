//! Nothing surprising on the desk: what is selected is on the screen, nothing moves by itself, nothing typed is lost.

use egui::{Event, Key, Modifiers, PointerButton, vec2};

use super::support::{Desk, WINDOW, Window};

const HEAVY: &str = "Lower body strength, ";

/// A window on an athlete for whom nothing is planned yet.
fn on_nora(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    assert!(window.shows("Nothing is planned for Nora Quick yet"));
    window
}

#[test]
fn the_selected_session_is_seen_at_once_with_what_was_found_about_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    let (title, finding) = (
        window.rect("Title"),
        window.rect("Unfold “legs before a key session”"),
    );
    let week = window.rect("Hide the week’s findings");
    assert!(
        title.top() < 120.0,
        "the title stands at the head: {title:?}"
    );
    assert!(
        title.bottom() <= finding.top() && finding.top() < 220.0,
        "then what was found about it: {finding:?}"
    );
    assert!(
        week.top() > finding.bottom() && week.bottom() < WINDOW.y,
        "the week’s findings stand below, in sight: {week:?}"
    );
    let others = window.labels("Unfold “legs before a key session”");
    assert_eq!(others.len(), 1, "what stands at its head is not told twice");
}

#[test]
fn findings_open_one_at_a_time() {
    let desk = Desk::new();
    let mut window = desk.start();
    let open = |window: &Window| window.labels("Fold “").len();
    assert_eq!(open(&window), 1, "the worst is open");
    let other = window.labels("Unfold “")[0].clone();
    window.click(&other);
    assert_eq!(
        window.labels("Fold “"),
        [other.replacen("Unfold", "Fold", 1)]
    );
    let opened = window.labels("Fold “")[0].clone();
    window.click(&opened);
    assert_eq!(open(&window), 0);
    assert!(
        window.labels("Move to ").len() == 1 && window.labels("Shorten to ").len() == 1,
        "each line keeps its first fix"
    );
}

#[test]
fn what_is_selected_in_another_week_is_neither_deleted_nor_moved_unseen() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.click("Next week");
    window.key(Key::Delete);
    assert!(
        window.shows("Nothing to undo"),
        "{:?}",
        window.labels("Undo")
    );
    window.click("Previous week");
    assert!(window.shows("Lower body strength, Sat 28"));
    window.click(HEAVY);
    window.key(Key::Delete);
    assert!(window.shows("Deleted lower body strength of Sat 28 Nov"));
}

#[test]
fn escape_asks_before_it_discards_what_was_typed_and_asks_nothing_else() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    window.click("New athlete…");
    window.key(Key::Escape);
    assert!(!window.shows("Add athlete"), "nothing was typed");
    window.click("Athlete: Anna");
    window.click("New athlete…");
    window.type_into("Name", "Nora Quick");
    window.key(Key::Escape);
    assert!(window.shows("Press Escape again to discard them."));
    window.click("Keep editing");
    assert!(!window.shows("Press Escape again to discard them."));
    assert_eq!(window.value_of("Name"), "Nora Quick");
    window.key(Key::Escape);
    window.key(Key::Escape);
    assert!(!window.shows("Add athlete") && !window.shows("Nora Quick"));
}

#[test]
fn a_click_beside_a_form_asks_and_never_discards() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    window.click("New athlete…");
    window.type_into("Name", "Nora Quick");
    for _ in 0..3 {
        window.press_at(egui::pos2(20.0, 880.0));
        assert!(window.shows("Press Escape again to discard them."));
    }
    window.click("Add athlete");
    assert!(window.shows("Athlete: Nora Quick"));
}

#[test]
fn a_new_athletes_page_begins_at_its_top_wherever_the_last_one_was_left() {
    let desk = Desk::new();
    let mut window = desk.start();
    let open = |window: &mut Window| {
        window.click("Athlete: Anna");
        window.click("New athlete…");
        window.harness.run_steps(4);
    };
    open(&mut window);
    let at_first = window.rect("Name");
    let page = at_first.center() + vec2(0.0, 200.0);
    window.harness.hover_at(page);
    window.harness.step();
    window.turn_wheel(-900.0);
    for _ in 0..30 {
        window.harness.step();
    }
    assert!(
        window.rect("Name").top() < at_first.top() - 100.0,
        "it was scrolled"
    );
    window.key(Key::Escape);
    open(&mut window);
    assert!((window.rect("Name").top() - at_first.top()).abs() < 1.0);
}

#[test]
fn a_folder_that_cannot_be_used_keeps_the_dialog_and_what_was_typed() {
    let desk = Desk::new();
    std::fs::write(desk.path("a file"), "not a folder").unwrap();
    let mut window = desk.start();
    window.click("Start your own…");
    window.wait_until("the path is asked for", |window| {
        window.shows("New workspace")
    });
    let typed = desk.path("a file").join("mine").display().to_string();
    window.retype("Path", &typed);
    window.click("Create here");
    window.must_show("a part of that path is a file and not a folder");
    assert!(!window.shows("os error") && !window.shows("make room"));
    assert_eq!(window.value_of("Path"), typed);
    let good = desk.path("mine").display().to_string();
    window.retype("Path", &good);
    window.click("Create here");
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
}

#[test]
fn a_file_is_not_written_into_a_folder_that_is_not_there_and_the_path_can_be_mended() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("More for Weekly load");
    window.click("Save as CSV…");
    window.wait_until("the path is asked for", |window| window.shows("Save chart"));
    window.retype("Path", &desk.path("nowhere/load.csv").display().to_string());
    window.click("Save");
    assert!(window.shows("There is no folder "));
    let file = desk.path("load.csv");
    window.retype("Path", &file.display().to_string());
    window.click("Save");
    window.wait_until("the file", |_| file.exists());
}

#[test]
fn the_first_drop_moves_no_day() {
    let desk = Desk::new();
    let mut window = on_nora(&desk);
    window.click("Sessions");
    window.type_into("Search the library", "Easy 45");
    let before = window.rect("Friday 27 November 2026");
    let (from, friday) = (window.place("Easy 45"), before.center());
    window.drag(from, friday - vec2(0.0, 100.0));
    assert!(window.shows("Easy run, Fri 27, AM"));
    assert_eq!(window.rect("Friday 27 November 2026"), before);
    window.drag(from, friday - vec2(0.0, 100.0) - vec2(before.width(), 0.0));
    assert!(
        window.shows("Easy run, Thu 26, AM"),
        "{:?}",
        window.labels("Easy run")
    );
}

#[test]
fn each_tab_of_the_library_keeps_its_own_search() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.type_into("Search the library", "squat");
    window.click("Sessions");
    assert_eq!(window.value_of("Search the library"), "");
    window.type_into("Search the library", "easy");
    window.click("Exercises");
    assert_eq!(window.value_of("Search the library"), "squat");
    window.click("Sessions");
    assert_eq!(window.value_of("Search the library"), "easy");
}

#[test]
fn a_double_click_on_a_chart_leaves_the_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Next week");
    let chart = window.rect("Weekly load chart");
    let at = chart.left_center() + vec2(chart.width() * 0.2, 0.0);
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.harness.hover_at(at);
    window.harness.step();
    for _ in 0..2 {
        window
            .harness
            .input_mut()
            .events
            .extend([button(true), button(false)]);
        window.harness.step();
    }
    window.settle();
    assert!(
        window.shows("Monday 30 November 2026: "),
        "{:?}",
        window.labels("Monday")
    );
    window.press_at(at);
    assert!(
        !window.shows("Monday 30 November 2026: "),
        "a single click shows its week"
    );
}

#[test]
fn a_new_workspace_is_not_signed_by_the_coach_of_the_demo() {
    let desk = Desk::new();
    let mut window = desk.start();
    let folder = desk.path("mine");
    window.click("Start your own…");
    window.wait_until("the path is asked for", |window| {
        window.shows("New workspace")
    });
    window.retype("Path", &folder.display().to_string());
    window.click("Create here");
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    window.close();
    let demo = std::fs::read_to_string(desk.path("demo/workspace.ron")).unwrap();
    let mine = std::fs::read_to_string(folder.join("workspace.ron")).unwrap();
    let coach = |text: &str| {
        let line = text
            .lines()
            .find(|line| line.trim_start().starts_with("coach:"));
        line.map(str::trim).map(str::to_owned)
    };
    assert!(coach(&demo).is_some(), "the demo has a coach: {demo}");
    assert_ne!(coach(&mine), coach(&demo));
}

/// Whoever steps through the weeks does not look where the arrow went.
#[test]
fn the_arrows_stay_under_the_pointer_that_steps_through_the_weeks() {
    let desk = Desk::new();
    for size in [
        vec2(1440.0, 900.0),
        vec2(1180.0, 700.0),
        vec2(1000.0, 700.0),
    ] {
        let mut window = desk.start();
        window.harness.set_size(size);
        window.settle();
        let [back, on] = ["Previous week", "Next week"].map(|arrow| window.rect(arrow));
        for _ in 0..9 {
            window.press_at(back.center());
            assert_eq!(
                window.rect("Previous week"),
                back,
                "{:?}",
                window.labels("Week ")
            );
        }
        for _ in 0..11 {
            window.press_at(on.center());
            assert_eq!(window.rect("Next week"), on, "{:?}", window.labels("Week "));
        }
    }
}
