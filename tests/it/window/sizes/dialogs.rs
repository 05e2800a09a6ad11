//! A dialog in a small window: its buttons stay in sight, and the rest makes room for what it is about.

use egui::{Key, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::super::support::Desk;
use super::super::walk::written::Written;
use super::super::walk::{judge, names};
use super::{around, open, overlaps, resize};

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
            window.command(command);
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
fn somebody_of_many_is_found_by_name_to_copy_to() {
    let desk = Desk::new();
    let folder = names::fifty(&desk);
    let mut window = desk.start_on(&folder);
    open(&mut window, "copy to other athletes", "Cancel");
    assert!(window.shows("Copy to Bo Bell") && window.shows("Copy to everybody"));
    window.type_into("Search names or tags", "cermak gra");
    assert!(!window.shows("Copy to Bo Bell") && !window.shows("Copy to everybody"));
    window.click("Copy to Grażyna Čermák");
    assert!(window.shows("1 of 49 chosen"));
    window.retype("Search names or tags", "nobody at all");
    assert!(window.shows("Nobody has that name or tag."));
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

#[test]
fn those_who_may_get_a_copy_are_listed_in_all_the_height_there_is() {
    for (size, least) in [(vec2(720.0, 450.0), 9), (vec2(1440.0, 900.0), 24)] {
        let desk = Desk::new();
        let folder = names::fifty(&desk);
        let mut window = desk.start_on(&folder);
        resize(&mut window, size);
        open(&mut window, "copy to other athletes", "Cancel");
        let all = window.labels("Copy to ");
        let is_seen = |name: &&String| {
            let whole = window.last_rect(name);
            judge::seen_of(&window, whole).is_some_and(|seen| seen.height() > whole.height() - 1.0)
        };
        let seen = all.iter().filter(is_seen).count();
        assert!(seen >= least, "{size}: {seen} of {}", all.len());
        // No name moves under the pointer when somebody is chosen.
        let before = window.last_rect("Copy to Bo Bell");
        window.click("Copy to Ada Bell");
        window.harness.run_steps(4);
        assert_eq!(window.last_rect("Copy to Bo Bell"), before, "{size}");
    }
}

#[test]
fn the_search_ends_above_the_edge_of_the_window() {
    let desk = Desk::new();
    let mut window = desk.start();
    for size in [vec2(720.0, 450.0), vec2(800.0, 500.0), vec2(1440.0, 900.0)] {
        resize(&mut window, size);
        window.command_key(Key::K);
        window.settle();
        let shown = around(&window, "Search commands");
        let inside = Rect::from_min_size(pos2(0.0, 0.0), size).shrink(20.0);
        assert!(inside.contains_rect(shown), "{shown} in {size}");
        window.key(Key::Escape);
        window.harness.run_steps(2);
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

/// Where everything has room, nothing scrolls; buttons never touch, and the name of the file is seen whole.
#[test]
fn the_print_dialog_neither_scrolls_nor_hides_the_name_of_its_file() {
    for size in [vec2(1280.0, 720.0), vec2(720.0, 450.0)] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, size);
        window.command("export picture");
        window.wait_until("the preview", |window| {
            window.shows("Page 1 of the preview") && !window.shows("Laying out")
        });
        window.harness.run_steps(4);
        let gap = window.rect("Close").left() - window.rect("Open in viewer").right();
        assert!(gap >= 6.0, "{gap} between the buttons at {size}");
        let save = window.rect("Save picture");
        let bars = window
            .harness
            .query_all_by(|node| node.role() == egui::Role::ScrollBar);
        let dialog = window.last_rect("Watch").top();
        let whole = bars.filter(|bar| {
            bar.rect().top() < dialog + 40.0 && bar.rect().bottom() > save.top() - 60.0
        });
        assert_eq!(whole.count(), 0, "everything scrolls at {size}");
        // The field keeps its place in the text of the form before: it has to follow the new name.
        window.key(Key::Escape);
        window.harness.run_steps(2);
        window.command("print progress");
        window.wait_until("the preview", |window| {
            !window.labels("Save PDF").is_empty()
        });
        window.harness.run_steps(6);
        let field = window.rect("File");
        let screen = window.harness.ctx.content_rect();
        let written = Written::of(&window.harness.output().shapes, screen);
        let line = written
            .lines
            .iter()
            .find(|line| line.text.ends_with("report.pdf"));
        let line = line.expect("the path");
        assert!(
            line.ink.right() <= field.right(),
            "{:?} in {field} at {size}",
            line.ink
        );
    }
}
