//! The charts panel: chosen, filled, asked, saved, and planned with.

use egui::{Key, vec2};
use egui_kittest::kittest::Queryable;

use super::support::{Desk, Window};

/// Lets the charts fill the window, where all of them can be seen.
fn filled(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.click("Charts in the whole window");
    assert!(!window.shows("Search the library"), "the charts fill it");
    window
}

/// Drags something of the library onto a day and does not let go.
fn hold_over(window: &mut Window, what: &str, day: &str) {
    let (from, to) = (window.place(what), window.place(day));
    window.drag_and_hold(from, to - vec2(0.0, 80.0));
}

#[test]
fn a_runner_reads_the_demo_from_its_charts() {
    let desk = Desk::new();
    let window = filled(&desk);
    for answer in [
        "Heaviest: W",
        "Last 6 weeks, kg: ",
        "Low in W48: ",
        "Form −",
        "on race day",
        "Furthest: W",
        "in 4 weeks",
    ] {
        assert!(window.shows(answer), "{answer}: {:?}", window.words());
    }
}

/// Below bars of September stood what November came to and what the winter will.
#[test]
fn weeks_long_gone_are_told_of_once_they_are_shown() {
    let desk = Desk::new();
    let mut window = filled(&desk);
    window.command_key(Key::G);
    window.letters("2 sep 2026");
    window.key(Key::Enter);
    window.wait_until("September", |window| {
        window.shows("Heaviest of these 12 weeks: W")
    });
    for gone in ["Heaviest: W", "Last 6 weeks, kg: ", "on race day"] {
        assert!(!window.shows(gone), "{gone}: {:?}", window.words());
    }
    for told in ["These 12 weeks, kg: ", "at the end", "Low in W36"] {
        assert!(window.shows(told), "{told}: {:?}", window.words());
    }
    window.click("Today");
    window.must_show("Last 6 weeks, kg: ");
}

#[test]
fn charts_are_chosen_and_remembered_for_the_athlete() {
    let desk = Desk::new();
    let mut window = filled(&desk);
    window.click("Charts");
    window.click("Records");
    window.key(Key::Escape);
    assert!(window.shows("Records. Newest: "));
    window.click("More for Weekly distance");
    window.click("Hide this chart");
    assert!(!window.shows("Weekly distance chart"));
    window.close();

    let window = filled(&desk);
    assert!(window.shows("Records. Newest: "));
    assert!(!window.shows("Weekly distance chart"));
}

#[test]
fn a_click_on_a_bar_shows_its_week_in_the_calendar() {
    let desk = Desk::new();
    let mut window = desk.start();
    let chart = window.rect("Weekly load chart");
    let at = chart.left_center() + vec2(chart.width() * 0.5 / 12.0, 0.0);
    window.press_at(at);
    assert!(window.shows("Monday 19 October 2026: "));
}

#[test]
fn every_chart_says_what_it_is() {
    let desk = Desk::new();
    let mut window = filled(&desk);
    window.click("What is Fitness, fatigue and form?");
    assert!(window.shows("forecasts no performance"));
}

#[test]
fn a_chart_is_saved_as_a_spreadsheet_and_as_a_drawing() {
    let desk = Desk::new();
    let mut window = filled(&desk);
    for (entry, file) in [
        ("Save as CSV…", "load.csv"),
        ("Save as SVG…", "load.svg"),
        ("Save as PNG…", "load.png"),
    ] {
        let path = desk.path(file);
        window.click("More for Weekly load");
        window.click(entry);
        window.wait_until("the path is asked for", |window| window.shows("Save chart"));
        window.retype("Path", &path.display().to_string());
        window.click("Save");
        window.wait_until("the file is there", |_| path.exists());
    }
    let csv = std::fs::read_to_string(desk.path("load.csv")).unwrap();
    assert!(csv.starts_with("Week,Run (AU),Strength (AU)"), "{csv}");
    assert!(csv.contains("\n2026-11-23,"), "{csv}");
    let svg = std::fs::read_to_string(desk.path("load.svg")).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains("Anna Kovač"));
    let png = std::fs::read(desk.path("load.png")).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
}

#[test]
fn the_figures_of_a_chart_stand_in_a_table_that_opens_their_weeks() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("More for Weekly load");
    window.click("Show as table…");
    for header in ["Week", "Run (AU)", "Together (AU)"] {
        assert!(window.shows(header), "{header}");
    }
    // The latest week stands first.
    let weeks = window.labels("Week ");
    let of_table: Vec<_> = weeks.iter().filter(|week| week.contains(" · ")).collect();
    assert!(
        of_table
            .iter()
            .any(|week| week.contains("Week 1 · 4–10 Jan 2027")),
        "{weeks:?}"
    );
    window.click("Week 49 · 30 Nov – 6 Dec 2026");
    assert!(window.shows("Monday 30 November 2026: "));
    assert!(!window.shows("Copy for a spreadsheet"));
}

#[test]
fn too_little_data_is_said_in_words() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    window.click("Charts in the whole window");
    assert!(window.shows("Nothing done or still to come."));
    assert!(window.shows("This needs "));
    assert!(window.shows("No sets with a load logged yet."));
}

#[test]
fn a_drag_shows_what_the_drop_would_do_to_load_before_it_is_done() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Sessions");
    window.type_into("Search the library", "Long by distance");
    assert!(!window.shows("If dropped: "));
    hold_over(&mut window, "Long by distance", "Sunday 29 November 2026");
    window.must_show("If dropped: W48: 1");
    window.key(Key::Escape);
    assert!(!window.shows("If dropped: "));
}

#[test]
fn a_dragged_program_shows_what_it_would_do_to_load_too() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Programs");
    window.type_into("Search the library", "six for runners");
    hold_over(&mut window, "Six for runners", "Sunday 29 November 2026");
    window.wait_until("it is laid out", |window| {
        window.shows("If dropped: W48: 1")
    });
    window.key(Key::Escape);
    assert!(!window.shows("If dropped: "));
}

#[test]
fn a_dragged_exercise_shows_what_it_would_do_to_the_muscles() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.type_into("Search the library", "Hip flexor");
    let low = "Low in W48: feet, hip flexors";
    window.must_show(low);
    hold_over(
        &mut window,
        "Banded hip-flexor march",
        "Friday 27 November 2026",
    );
    window.settle();
    window.must_show("If dropped: Hip flexors: 0 → 3 sets");
}

#[test]
fn what_a_drop_adds_to_a_muscle_is_counted_from_what_the_week_has() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.type_into("Search the library", "hip thrust");
    hold_over(&mut window, "Hip thrust", "Friday 27 November 2026");
    window.settle();
    let words = window.words();
    let change = words.iter().find_map(|told| {
        let (_, change) = told.split_once("If dropped: Glutes: ")?;
        let (before, after) = change.split_once(" → ")?;
        let after = after.split(' ').next()?;
        Some((before.parse::<f64>().ok()?, after.parse::<f64>().ok()?))
    });
    let (before, after) = change.unwrap_or_else(|| panic!("{words:?}"));
    assert!(before > 0.0, "the week trains it already");
    assert!(
        (after - before - 3.0).abs() < 0.01,
        "three sets are added: {before} → {after}"
    );
}

#[test]
fn the_lifts_that_are_planned_are_charted_ahead() {
    let desk = Desk::new();
    let window = filled(&desk);
    window.must_show("the plan supposes Squat ");
}

#[test]
fn weeks_beyond_the_strip_say_which_rule_objects() {
    let desk = Desk::new();
    let mut window = desk.start();
    for _ in 0..8 {
        window.click("Next week");
    }
    window.click("Charts in the whole window");
    let path = desk.path("load.csv");
    window.click("More for Weekly load");
    window.click("Save as CSV…");
    window.wait_until("the path is asked for", |window| window.shows("Save chart"));
    window.retype("Path", &path.display().to_string());
    window.click("Save");
    window.wait_until("the file is there", |_| path.exists());
    let csv = std::fs::read_to_string(path).unwrap();
    let header = csv.lines().next().unwrap();
    assert!(header.ends_with("Findings"), "{header}");
    // The strip begins in December now.
    let week = csv
        .lines()
        .find(|row| row.starts_with("2026-11-23"))
        .unwrap();
    assert!(week.contains("Legs before a key session"), "{week}");
}

#[test]
fn the_span_is_held_against_any_weeks_before() {
    let desk = Desk::new();
    let mut window = filled(&desk);
    window.click("View");
    window.retype("Compare with the weeks from", "10 Aug 2026");
    window.key(Key::Enter);
    window.key(Key::Escape);
    let chart = window.rect("Weekly load chart");
    window.harness.hover_at(chart.center());
    window.settle();
    window.must_show("from 10 Aug 2026");
}

#[test]
fn a_chart_that_is_ticked_after_the_roster_led_to_somebody_is_theirs_alone() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("More for Estimated 1RM");
    window.click("Hide this chart");
    assert!(!window.shows("Estimated 1RM chart"));
    window.click("Roster check");
    window.wait_until("everybody to be checked", |window| {
        !window.labels("Tip, Carla Ruiz").is_empty()
    });
    let tip = window.labels("Tip, Carla Ruiz")[0].clone();
    window.click(&tip);
    assert!(window.shows("Athlete: Carla Ruiz"));
    assert!(
        window.shows("Estimated 1RM chart"),
        "what was hidden for Anna is not hidden for Carla"
    );
    window.click("More for Weekly load");
    window.click("Hide this chart");
    window.click("Athlete: ");
    window.click("Anna Kovač");
    assert!(window.shows("Weekly load chart") && !window.shows("Estimated 1RM chart"));
    window.close();
    let mut window = desk.start();
    assert!(window.shows("Weekly load chart") && !window.shows("Estimated 1RM chart"));
    window.click("Athlete: ");
    window.click("Carla Ruiz");
    assert!(!window.shows("Weekly load chart") && window.shows("Estimated 1RM chart"));
}

#[test]
fn a_past_week_that_nobody_logged_was_not_without_a_plan() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    window.click("Previous week");
    window.must_show("nothing done or planned");
    window.click("Weeks");
    window.type_into("Search the library", "does not say how heavy these are");
    window.click("Lay out here");
    window.must_show("sessions planned, none done");
}

/// The title stands in the middle of its row, as the buttons beside it do.
#[test]
fn the_title_of_a_chart_is_level_with_its_buttons() {
    let desk = Desk::new();
    let window = desk.start();
    let is_title = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.value().is_some_and(|words| words == "Weekly load")
    };
    let title = window.harness.query_all_by(is_title).next();
    let title = title.expect("the title").rect().center().y;
    let buttons = window.place("What is Weekly load?").y;
    assert!((title - buttons).abs() < 2.0, "{title} beside {buttons}");
}
