//! Small windows: dialogs lie within them with title and buttons, and panels make room for the week.

mod bars;
mod dialogs;
mod menus;
mod panels;
mod week;

use egui::{Event, Rect, Vec2};

use super::support::Window;
use super::walk::written::Written;

pub(in crate::window) fn resize(window: &mut Window, size: Vec2) {
    window.harness.set_size(size);
    window.settle();
}

/// Opens a dialog by the search, and waits for one of its buttons.
pub(in crate::window) fn open(window: &mut Window, command: &str, button: &str) {
    window.command(command);
    window.wait_until(command, |window| !window.labels(button).is_empty());
    window.harness.run_steps(6);
}

/// Pairs of these that lie over one another.
pub(in crate::window) fn overlaps(window: &Window, names: &[&str]) -> Vec<String> {
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

/// Where the menu or dialog that holds something stands.
pub(in crate::window) fn around(window: &Window, label: &str) -> Rect {
    let at = window.last_rect(label).center();
    let layer = window.harness.ctx.layer_id_at(at).expect("a layer");
    let area = window
        .harness
        .ctx
        .memory(|memory| memory.area_rect(layer.id));
    area.expect("a menu or a dialog")
}

/// Turns the wheel over a thing until what it stands in has come to its end.
pub(in crate::window) fn wheel_to_the_end(window: &mut Window, label: &str) {
    let at = window.rect(label).center();
    window.harness.event(Event::PointerMoved(at));
    for _ in 0..8 {
        window.turn_wheel(-120.0);
        window.harness.run_steps(6);
    }
    window.settle();
}

/// The lines that are drawn, from the first in the layout on.
fn drawn(window: &Window) -> Vec<String> {
    let screen = window.harness.ctx.content_rect();
    let written = Written::of(&window.harness.output().shapes, screen);
    written.lines.into_iter().map(|line| line.text).collect()
}
