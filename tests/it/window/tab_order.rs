//! Tab goes through a row as it is read: from left to right.

use egui::{Key, Rect};
use egui_kittest::kittest::{NodeT, Queryable};

use super::dialogs::DIALOGS;
use super::support::{Desk, Window};

/// No screen has so many stops.
const MANY: usize = 300;
/// Controls with no more between them are neighbours in a row, in points.
const BESIDE: f32 = 40.0;
/// What is higher is no control in a row, in points.
const HIGH: f32 = 48.0;

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself holds for one lifetime of a node only"
)]
fn focused(window: &Window) -> Option<(String, Rect)> {
    let node = window
        .harness
        .query_all_by(|node| node.is_focused())
        .next()?;
    let inner = node.accesskit_node();
    let name = inner.label().or_else(|| inner.value()).unwrap_or_default();
    Some((name, node.rect()))
}

/// The steps of Tab that lead back to a neighbour at the left.
fn steps_back(window: &mut Window) -> Vec<String> {
    let mut stops: Vec<(String, Rect)> = Vec::new();
    let mut steps = Vec::new();
    for _ in 0..MANY {
        window.harness.key_press(Key::Tab);
        window.harness.run_ok();
        let Some(stop) = focused(window) else {
            continue;
        };
        if stops.contains(&stop) {
            break;
        }
        if let Some((name, before)) = stops.last() {
            // What scrolls may have moved on to the new stop: both are taken where they stand now.
            let named = window.all_rects(name).into_iter();
            let away = |rect: &Rect| (rect.left() - before.left()).abs();
            let near = named.filter(|rect| away(rect) < 1.0);
            let from = near.min_by(|a, b| {
                let off = |rect: &Rect| (rect.top() - before.top()).abs();
                off(a).total_cmp(&off(b))
            });
            steps.push(((name.clone(), from.unwrap_or(*before)), stop.clone()));
        }
        stops.push(stop);
    }
    assert!(!stops.is_empty());
    let is_back = |from: &Rect, to: &Rect| {
        let overlap = from.y_range().intersection(to.y_range()).span();
        let is_row =
            overlap > 0.6 * from.height().min(to.height()) && from.height().max(to.height()) < HIGH;
        is_row && (-2.0..BESIDE).contains(&(from.left() - to.right()))
    };
    let back = steps.iter().filter(|(from, to)| is_back(&from.1, &to.1));
    back.map(|(from, to)| format!("{to:?} after {from:?}"))
        .collect()
}

#[test]
fn tab_goes_through_the_rows_of_the_week_from_left_to_right() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert_eq!(steps_back(&mut window), [""; 0]);
    window.click("Goblet squat");
    window.click("Lower body strength, ");
    assert_eq!(steps_back(&mut window), [""; 0], "with what is selected");
}

#[test]
fn tab_goes_through_the_rows_of_the_roster_and_of_programs_from_left_to_right() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Programs");
    window.click("Six for runners");
    assert_eq!(steps_back(&mut window), [""; 0], "a program");
    window.command("roster check");
    window.wait_until("everybody to be checked", |window| {
        window.shows("Anna Kovač: 1 conflict")
    });
    assert_eq!(steps_back(&mut window), [""; 0], "the roster");
}

#[test]
fn tab_goes_through_the_rows_of_dialogs_from_left_to_right() {
    for command in DIALOGS.into_iter().chain(["keyboard shortcuts"]) {
        let desk = Desk::new();
        let mut window = desk.start();
        window.command(command);
        assert_eq!(steps_back(&mut window), [""; 0], "{command}");
    }
}
