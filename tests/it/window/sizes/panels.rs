//! Panels beside the week in a small window: library, inspector and charts.

use egui::{Key, Modifiers, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::super::support::{Desk, Window};
use super::{drawn, resize};

#[test]
fn panels_fold_by_themselves_in_a_small_window_and_come_when_asked_for() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(800.0, 500.0));
    assert!(window.shows("Search the library") && !window.shows("Select a session to see"));
    assert!(!window.shows("Weekly load chart"));
    window.click("Inspector panel");
    assert!(window.shows("Select a session to see") && !window.shows("Search the library"));
    resize(&mut window, vec2(1440.0, 900.0));
    assert!(window.shows("Search the library") && window.shows("Weekly load chart"));
}

#[test]
fn the_figures_under_the_pointer_stay_within_a_small_window() {
    let desk = Desk::new();
    let mut window = desk.start();
    let size = vec2(720.0, 450.0);
    resize(&mut window, size);
    window.click("Charts panel");
    let chart = window.rect("Weekly load chart");
    window.harness.hover_at(chart.center());
    window.harness.run_steps(6);
    let inside = Rect::from_min_size(pos2(0.0, 0.0), size);
    for figure in [
        "Planned in all",
        "Mean of 4 weeks",
        "Click to show the week.",
    ] {
        let shown = window.harness.get_by_value(figure).rect();
        assert!(inside.contains_rect(shown), "{figure}: {shown}");
    }
    let of_the_chart = window
        .harness
        .get_all_by(|node| node.value().is_some_and(|value| value.ends_with(" AU")));
    for figure in of_the_chart {
        assert!(inside.contains_rect(figure.rect()), "{}", figure.rect());
    }
}

/// What the neighbour says stays in sight, its name too.
#[test]
fn the_figures_under_the_pointer_keep_off_the_next_chart() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(1180.0, 700.0));
    let chart = window.rect("Weekly load chart");
    window.harness.hover_at(chart.center() - vec2(10.0, 0.0));
    window.harness.run_steps(6);
    let row = window.harness.get_by_value("Planned in all").rect();
    let values = window
        .harness
        .query_all_by(|node| node.value().is_some_and(|value| value.ends_with(" AU")));
    let rights = values
        .map(|value| value.rect())
        .filter(|value| (value.center().y - row.center().y).abs() < 2.0)
        .map(|value| value.right());
    let right = rights.fold(0.0, f32::max);
    assert!(right > row.right(), "its value stands beside it");
    assert!(
        right + 6.0 <= chart.right() + 12.0,
        "{right} beside {chart}"
    );
}

#[test]
fn the_log_begins_at_the_head_of_a_low_inspector() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(960.0, 600.0));
    window.click("Lower body strength, ");
    let keys = Modifiers::COMMAND | Modifiers::SHIFT;
    window.key_with(keys, Key::Enter);
    window.harness.run_steps(8);
    let below = window.harness.get_by_value("This week").rect().top();
    let third = window.rect("Weight of set 3 of Squat");
    assert!(third.bottom() < below, "{third} and {below}");
}

#[test]
fn findings_and_their_fixes_take_a_second_line_where_one_is_too_short() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(720.0, 450.0));
    window.click("Inspector panel");
    window.click("Unfold “a run much longer than before”");
    window.harness.run_steps(6);
    let lines = drawn(&window);
    for beginning in ["Legs before", "A run much", "Shorten to"] {
        let own: Vec<&String> = lines
            .iter()
            .filter(|it| it.starts_with(beginning))
            .collect();
        assert!(!own.is_empty(), "{beginning}: {lines:#?}");
        assert!(own.iter().all(|line| !line.ends_with('…')), "{own:?}");
    }
}

#[test]
fn the_hint_of_the_library_makes_way_for_a_card_in_a_low_window() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(800.0, 500.0));
    let hints = |window: &Window| window.shows("Drag anything from here onto a day");
    assert!(hints(&window));
    window.type_into("Search the library", "romanian");
    window.click("Romanian deadlift");
    assert!(!hints(&window), "it would lie over the card");
    resize(&mut window, vec2(1440.0, 900.0));
    assert!(hints(&window));
}

#[test]
fn an_exercise_that_is_nowhere_can_be_begun_beside_an_open_card() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.type_into("Search the library", "romanian");
    window.click("Romanian deadlift");
    assert!(!window.shows("New exercise…"));
    window.retype("Search the library", "moon press");
    window.click("New exercise…");
    assert_eq!(window.value_of("Name"), "moon press");
}

/// The card of an exercise shows its figure at once also where there is little height.
#[test]
fn the_figure_of_an_exercise_is_seen_in_a_low_window() {
    for size in [vec2(720.0, 450.0), vec2(758.0, 450.0), vec2(800.0, 500.0)] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, size);
        if !window.shows("Search the library") {
            window.click("Library panel");
        }
        window.type_into("Search the library", "romanian");
        window.settle();
        window.click("Romanian deadlift");
        window.harness.run_steps(4);
        let figure = window.rect("Movement: start and end of Romanian deadlift");
        assert!(figure.bottom() <= size.y, "{figure} at {size}");
        window.click("Close card");
        window.must_show("At home");
    }
}

/// A long name pushed the week aside, and what was under the pointer with it.
#[test]
fn nothing_in_a_list_widens_its_panel() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(1180.0, 700.0));
    let edge = |window: &Window| window.rect("Width of the library").center().x;
    let before = edge(&window);
    window.type_into("Search the library", "romanian");
    window.click("Romanian deadlift");
    assert!((edge(&window) - before).abs() < 0.5, "a card is open");
    window.command("save week as template");
    window.click("Weeks");
    window.click("Week of ");
    assert!(
        (edge(&window) - before).abs() < 0.5,
        "a week of one's own is"
    );
}
