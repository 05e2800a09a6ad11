//! Small windows: dialogs lie within them with title and buttons, and panels make room for the week.

use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Rect, TouchPhase, Vec2, pos2, vec2,
};

use egui_kittest::kittest::Queryable;

use super::support::{Desk, Window};
use super::walk::judge::seen_of;
use super::walk::written::Written;
use super::walk::{judge, names};

/// Every dialog that a command opens, with buttons that have to be in sight.
const DIALOGS: [(&str, &[&str]); 10] = [
    ("new athlete", &["Add athlete", "Cancel"]),
    ("edit athlete", &["Save", "Cancel"]),
    ("rules and why", &["Search rules", "Apply", "Close"]),
    ("accepted findings", &["Apply", "Close"]),
    ("print / export", &["Save PDF", "Close"]),
    ("copy to other athletes", &["Copy", "Cancel"]),
    ("better week…", &["Close"]),
    ("1rm calculator", &["Close"]),
    ("build a season", &["Build season", "Cancel"]),
    ("backups", &["Restore this version", "Close"]),
];

pub(super) fn resize(window: &mut Window, size: Vec2) {
    window.harness.set_size(size);
    window.settle();
}

#[test]
fn every_dialog_keeps_its_buttons_within_the_window() {
    // The first is the least that a zoom leaves.
    for size in [
        vec2(720.0, 450.0),
        vec2(800.0, 500.0),
        vec2(1180.0, 700.0),
        vec2(1440.0, 900.0),
    ] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, size);
        let inside = Rect::from_min_size(pos2(0.0, 0.0), size);
        let mut outside = Vec::new();
        for (command, buttons) in DIALOGS {
            window.command_key(Key::K);
            window.type_into("Search commands", command);
            window.key(Key::Enter);
            let last = buttons[buttons.len() - 1];
            window.wait_until(command, |window| !window.labels(last).is_empty());
            window.harness.run_steps(6);
            for button in buttons {
                let shown = window.last_rect(button);
                if !inside.contains_rect(shown) {
                    outside.push(format!("{button} of {command} at {size}: {shown}"));
                }
            }
            window.key(Key::Escape);
            window.harness.run_steps(2);
        }
        assert!(outside.is_empty(), "{outside:#?}");
    }
}

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
fn day_heads_never_overlap_and_days_stay_in_a_row() {
    for width in [540.0, 720.0, 800.0, 960.0, 1180.0, 2560.0] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, vec2(width, 600.0));
        let days: Vec<Rect> = (23..=29)
            .map(|day| {
                let weekday = [
                    "Monday",
                    "Tuesday",
                    "Wednesday",
                    "Thursday",
                    "Friday",
                    "Saturday",
                    "Sunday",
                ][day - 23];
                window.rect(&format!("{weekday} {day} November 2026"))
            })
            .collect();
        for pair in days.windows(2) {
            assert!(pair[0].right() <= pair[1].left(), "{width}: {pair:?}");
            assert!(pair[0].width() >= 69.0, "{width}: {pair:?}");
        }
    }
}

/// Opens a dialog by the search, and waits for one of its buttons.
pub(super) fn open(window: &mut Window, command: &str, button: &str) {
    window.command_key(Key::K);
    window.type_into("Search commands", command);
    window.key(Key::Enter);
    window.wait_until(command, |window| !window.labels(button).is_empty());
    window.harness.run_steps(6);
}

/// Pairs of these that lie over one another.
pub(super) fn overlaps(window: &Window, names: &[&str]) -> Vec<String> {
    let rects: Vec<(&str, Rect)> = names
        .iter()
        .map(|name| (*name, window.last_rect(name)))
        .collect();
    let mut found = Vec::new();
    for (place, (one, rect)) in rects.iter().enumerate() {
        for (other, beside) in &rects[place + 1..] {
            let shared = rect.intersect(*beside);
            if shared.width() > 0.5 && shared.height() > 0.5 {
                found.push(format!("{one} {rect} and {other} {beside}"));
            }
        }
    }
    found
}

#[test]
fn the_fields_of_a_season_go_on_in_the_next_row_and_its_weeks_below_them() {
    for size in [vec2(720.0, 450.0), vec2(800.0, 500.0), vec2(960.0, 600.0)] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, size);
        open(&mut window, "build a season", "Build season");
        let fields = [
            "Race to build for",
            "Race name",
            "Race date",
            "Race distance",
            "Race priority",
        ];
        let over = overlaps(&window, &fields);
        assert!(over.is_empty(), "{size}: {over:#?}");
        let right = window.last_rect("Race priority").right();
        assert!(right < size.x, "{size}: {right}");
    }
}

#[test]
fn nothing_in_the_bar_lies_over_anything_however_large_it_is_drawn() {
    for width in [720.0, 800.0, 960.0, 1180.0, 1440.0] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, vec2(width, 450.0));
        let mut names = vec![
            "Athlete: ",
            "Previous week",
            "Next week",
            "Show several weeks",
            // The way out of the demo; in a small bar it stands where undo does, while there is nothing to undo.
            "Start your own…",
            "Library panel",
            "Charts panel",
            "Inspector panel",
            "Print",
        ];
        for more in ["Today", "Nothing to undo"] {
            if !window.labels(more).is_empty() {
                names.push(more);
            }
        }
        let names: Vec<String> = names
            .iter()
            .map(|start| window.labels(start)[0].clone())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let over = overlaps(&window, &names);
        assert!(over.is_empty(), "{width}: {over:#?}");
    }
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
fn the_strip_says_what_weeks_are_for_and_the_wheel_moves_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(1440.0, 900.0));
    let weeks = |window: &Window| {
        let mut weeks = window.labels("Week ");
        weeks.retain(|week| week.contains(", load "));
        weeks
    };
    let shown = weeks(&window);
    let says = |words: &str| shown.iter().filter(|week| week.ends_with(words)).count();
    assert_eq!(says(", cutback"), 2, "{shown:#?}");
    assert_eq!(says(", taper"), 1, "{shown:#?}");
    assert_eq!(says(", Coast half marathon"), 1, "{shown:#?}");
    let first = shown[0].clone();
    let at = window.rect(&first).center();
    for _ in 0..4 {
        window.harness.event(Event::PointerMoved(at));
        window.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            source: MouseWheelSource::Wheel,
            delta: vec2(0.0, -60.0),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        window.harness.run_steps(12);
    }
    window.settle();
    let moved = weeks(&window)[0].clone();
    assert_ne!(moved, first, "the strip has moved on");
    assert!(
        window.shows("Week 48 · 23–29 Nov 2026"),
        "the shown week has not"
    );
    resize(&mut window, vec2(2560.0, 1440.0));
    window.harness.run_steps(4);
    let wide = weeks(&window).len();
    assert!(wide > 18, "{wide} weeks");
}

#[test]
fn a_session_in_the_inspector_takes_nothing_from_the_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    let before = window.rect("Add to Fri 27");
    for card in ["Lower body strength, ", "Intervals, ", "Upper + core, "] {
        window.click(card);
        // A row that is too wide for the panel would widen it by a little in each frame.
        for _ in 0..8 {
            window.settle();
        }
        let moved = window.rect("Add to Fri 27").left() - before.left();
        assert!(moved.abs() < 1.0, "{card}: the week moved by {moved}");
    }
}

/// Turns the wheel over a thing until what it stands in has come to its end.
pub(super) fn wheel_to_the_end(window: &mut Window, label: &str) {
    let at = window.rect(label).center();
    window.harness.event(Event::PointerMoved(at));
    for _ in 0..8 {
        window.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            source: MouseWheelSource::Wheel,
            delta: vec2(0.0, -120.0),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        window.harness.run_steps(6);
    }
    window.settle();
}

/// What has opened over the window reaches neither over nor below it.
fn entries_beyond(window: &Window, size: Vec2, entries: &[&str]) -> Vec<String> {
    let inside = Rect::from_min_size(pos2(0.0, 0.0), size);
    let shown = entries.iter().map(|entry| (entry, window.rect(entry)));
    shown
        .filter(|(_, rect)| !inside.contains_rect(*rect))
        .map(|(entry, rect)| format!("{entry} at {size}: {rect}"))
        .collect()
}

#[test]
fn the_last_entry_of_a_menu_is_reached_in_a_low_window() {
    let size = vec2(720.0, 450.0);
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, size);
    window.click("Athlete: ");
    wheel_to_the_end(&mut window, "Rules and why…");
    let beyond = entries_beyond(&window, size, &["Backups…"]);
    assert!(beyond.is_empty(), "{beyond:#?}");
    window.key(Key::Escape);
    window.focus("Lower body strength, ");
    window.key_with(Modifiers::SHIFT, Key::F10);
    wheel_to_the_end(&mut window, "Copy session");
    let beyond = entries_beyond(&window, size, &["Delete session"]);
    assert!(beyond.is_empty(), "{beyond:#?}");
}

#[test]
fn an_entry_of_a_menu_is_one_line_also_beside_its_bar() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(800.0, 500.0));
    window.focus("Lower body strength, ");
    window.key_with(Modifiers::SHIFT, Key::F10);
    let line = window.rect("Copy session").height();
    for entry in ["Log set by set", "Move with arrow keys", "Repeat weekly…"] {
        let height = window.rect(entry).height();
        assert!(height < 1.4 * line, "{entry}: {height} of {line}");
    }
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
fn the_foot_of_the_rules_leaves_a_low_window_to_the_rules() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(800.0, 500.0));
    open(&mut window, "rules and why", "Search rules");
    let (search, apply) = (window.last_rect("Search rules"), window.last_rect("Apply"));
    let room = apply.top() - search.bottom();
    assert!(room > 275.0, "{room}");
    assert!(window.shows("Change something, and you see here"));
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

/// At 200 % of a usual window the week scrolls beside the inspector; what is selected or has the keyboard is seen whole.
#[test]
fn a_week_without_room_scrolls_to_the_day_that_is_worked_on() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(720.0, 450.0));
    window.click("Lower body strength, ");
    window.click("Inspector panel");
    window.harness.run_steps(4);
    let beside = |window: &Window, card: &str| {
        let edge = window.rect("Title").left() - 12.0;
        let card = window.rect(card);
        assert!(
            card.left() > 0.0 && card.right() < edge,
            "{card} and {edge}"
        );
    };
    beside(&window, "Lower body strength, ");
    window.focus("Long run, ");
    window.harness.run_steps(4);
    beside(&window, "Long run, ");
    window.key(Key::Enter);
    window.harness.run_steps(4);
    beside(&window, "Long run, ");
    window.focus("Easy run, ");
    window.harness.run_steps(4);
    beside(&window, "Easy run, ");
}

#[test]
fn the_foot_of_a_copy_is_seen_whole_however_many_athletes_there_are() {
    for size in [vec2(720.0, 450.0), vec2(787.0, 467.0), vec2(960.0, 600.0)] {
        let desk = Desk::new();
        let folder = names::fifty(&desk);
        let mut window = desk.start_on(&folder);
        resize(&mut window, size);
        open(&mut window, "copy to other athletes", "Cancel");
        let cancel = window.last_rect("Cancel");
        let seen = judge::seen_of(&window, cancel).expect("a button");
        assert!(
            seen.height() > cancel.height() - 1.0,
            "{size}: {seen} of {cancel}"
        );
    }
}

/// What is printed is seen before it is printed, also on a small screen: as large as the window has room for.
#[test]
fn a_low_window_leaves_its_height_to_the_preview() {
    let desk = Desk::new();
    let mut window = desk.start();
    for (width, height, least) in [(720.0, 450.0, 225.0), (800.0, 500.0, 290.0)] {
        let size = vec2(width, height);
        resize(&mut window, size);
        window.command("print progress");
        window.wait_until("the preview", |window| {
            window.shows("Page 1 of the preview") && !window.shows("Laying out")
        });
        window.harness.run_steps(4);
        let page = window.rect("Page 1 of the preview");
        assert!(page.height() >= least, "{page} in {size}");
        // A dialog keeps off the edges of the window; what would lie beyond is cut.
        let inside = Rect::from_min_size(pos2(0.0, 0.0), size).shrink2(vec2(8.0, 24.0));
        for name in ["Save PDF", "Close", "Choose…", "Page 1 of the preview"] {
            let shown = window.rect(name);
            assert!(inside.contains_rect(shown), "{name}: {shown} in {size}");
        }
        let list = window.rect("Save PDF");
        assert!(!list.intersects(page), "the buttons stand beside the page");
        window.key(Key::Escape);
        window.harness.run_steps(2);
    }
}

#[test]
fn undo_is_in_a_small_bar_as_soon_as_there_is_something_to_undo() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(720.0, 450.0));
    window.click("Tempo, ");
    window.key(Key::Delete);
    window.harness.run_steps(4);
    assert!(!window.labels("Undo delete").is_empty());
    assert!(window.labels("Start your own…").is_empty());
}

/// The lines that are drawn, from the first in the layout on.
fn drawn(window: &Window) -> Vec<String> {
    let screen = window.harness.ctx.content_rect();
    let written = Written::of(&window.harness.output().shapes, screen);
    written.lines.into_iter().map(|line| line.text).collect()
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
fn the_end_of_a_long_menu_stays_in_sight_in_a_low_window() {
    let desk = Desk::new();
    let mut window = desk.start();
    let size = vec2(720.0, 450.0);
    resize(&mut window, size);
    window.click("Library panel");
    window.click("More…");
    window.harness.run_steps(6);
    let clear = window.rect("Clear filters");
    let seen = seen_of(&window, clear).unwrap();
    assert!(
        (seen.size() - clear.size()).length() < 1.0,
        "{seen} of {clear}"
    );
}

#[test]
fn two_sessions_of_a_day_have_a_letter_each_in_the_narrowest_roster() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(720.0, 450.0));
    window.click("Roster check");
    window.wait_until("everybody to be checked", |window| {
        window.shows(" need attention")
    });
    let letters = drawn(&window)
        .into_iter()
        .filter(|line| line.len() == 1 && line.chars().all(|sign| "ELQSTURXM".contains(sign)))
        .count();
    assert!(
        letters >= 14,
        "seven sessions a week at the least: {letters}"
    );
}
