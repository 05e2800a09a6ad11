//! Lists that scroll.

use egui::{ScrollArea, Ui};

use super::menu_place;

/// A list that scrolls once it is higher than so many points. It has that height at once: without a least one it would
/// grow by little steps, a frame each, and move what stands below it from under the pointer.
pub fn list(height: f32) -> ScrollArea {
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
}

/// Between a menu and the edges of the window, with the menu's own margins, in points.
const AROUND: f32 = 2.0 * menu_place::EDGE + 14.0;

/// How high a menu may be before it scrolls, in points.
pub fn menu_room(ui: &Ui) -> f32 {
    ui.ctx().content_rect().height() - AROUND
}

/// What a menu holds, in a list that scrolls where the window is lower than the menu.
pub fn menu_ui<R>(ui: &mut Ui, entries: impl FnOnce(&mut Ui) -> R) -> R {
    menu_above(ui, 0.0, entries)
}

/// The same above a line of `foot`, which stays in sight while the list scrolls.
pub fn menu_with_foot_ui(ui: &mut Ui, entries: impl FnOnce(&mut Ui), foot: impl FnOnce(&mut Ui)) {
    let line = ui.spacing().interact_size.y + 2.0 * ui.spacing().item_spacing.y;
    menu_above(ui, line, entries);
    ui.horizontal(foot);
}

fn menu_above<R>(ui: &mut Ui, foot: f32, entries: impl FnOnce(&mut Ui) -> R) -> R {
    menu_place::pad_entries(ui);
    let room = menu_room(ui) - foot;
    // Where the menu scrolls, the bar would cover the keys at the right edge.
    ui.spacing_mut().scroll.floating_allocated_width = 8.0;
    list(room).show(ui, entries).inner
}
