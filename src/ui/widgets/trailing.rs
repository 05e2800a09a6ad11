//! What stands at the right end of a row, drawn from left to right: Tab follows the order in which things are drawn, and a
//! layout from the right would lead it backwards.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, Vec2};

/// Sizes that differ by no more are one, in points.
const SAME: f32 = 0.5;

/// Draws `left` into what `right` leaves of the row, and `right` at its end.
pub fn row_ui<R>(
    ui: &mut Ui,
    id: impl Hash + Debug,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui) -> R,
) -> R {
    aligned_row_ui(ui, id, Align::Center, left, right)
}

/// The same where words of several lines may stand beside buttons of one.
pub fn top_row_ui<R>(
    ui: &mut Ui,
    id: impl Hash + Debug,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui) -> R,
) -> R {
    aligned_row_ui(ui, id, Align::Min, left, right)
}

fn aligned_row_ui<R>(
    ui: &mut Ui,
    id: impl Hash + Debug,
    align: Align,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = ui.scope_id().with(("right end", id));
    let room = ui.available_rect_before_wrap();
    let known = known_size(ui, id).unwrap_or_default();
    let end = (room.right() - known.x - ui.spacing().item_spacing.x).max(room.left());
    // Centre both ends on the same height, even if the right end is higher than the row.
    let foot = room.bottom().max(room.top() + known.y);
    let builder = UiBuilder::new()
        .max_rect(room.with_max_x(end).with_max_y(foot))
        .layout(Layout::left_to_right(align));
    ui.scope_builder(builder, left);
    end_ui(ui, (id, align), room, right).0
}

/// Draws `add` at the right end of what is left of the row; gives its size as well.
pub fn right_ui<R>(
    ui: &mut Ui,
    id: impl Hash + Debug,
    add: impl FnOnce(&mut Ui) -> R,
) -> (R, Vec2) {
    let id = ui.scope_id().with(("right end", id));
    let room = ui.available_rect_before_wrap();
    end_ui(ui, (id, Align::Center), room, add)
}

/// Draws at the right end of `room`, as wide as it was in the frame before. What was not drawn before is only measured.
fn end_ui<R>(
    ui: &mut Ui,
    (id, align): (Id, Align),
    room: Rect,
    add: impl FnOnce(&mut Ui) -> R,
) -> (R, Vec2) {
    let known = known_size(ui, id);
    let left = room.right() - known.unwrap_or_default().x;
    let mut builder = UiBuilder::new()
        .max_rect(room.with_min_x(left))
        .layout(Layout::left_to_right(align));
    if known.is_none() {
        builder = builder.invisible();
    }
    let mut child = ui.new_child(builder);
    let inner = add(&mut child);
    let drawn = child.min_rect();
    // A wider end gets its room in the next frame: in this one it would widen the panel.
    ui.advance_cursor_after_rect(drawn.with_max_x(drawn.right().min(room.right())));
    let size = drawn.size();
    if known.is_none_or(|known| (known - size).abs().max_elem() > SAME) {
        ui.data_mut(|data| data.insert_temp(id, size));
        ui.ctx().request_repaint();
    }
    (inner, size)
}

fn known_size(ui: &Ui, id: Id) -> Option<Vec2> {
    ui.data(|data| data.get_temp::<Vec2>(id))
}
