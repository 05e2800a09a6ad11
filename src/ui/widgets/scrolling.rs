//! Lists that scroll.

use egui::ScrollArea;

/// A list that scrolls once it is higher than so many points. It has that height at once: without a least one it would
/// grow by little steps, a frame each, and move what stands below it from under the pointer.
pub fn list(height: f32) -> ScrollArea {
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
}
