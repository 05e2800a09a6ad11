//! Days side by side in less room than they need: they scroll, and the one that is worked on stays in sight.

use egui::{Id, Rect, ScrollArea, Ui, vec2};

use crate::ui::shared::Shared;

/// Draws seven columns of days, which scroll sideways where there is less than `least` points of width. To the left of
/// them something may stand that is `gutter` points wide.
pub(super) fn sideways_ui<R>(
    ui: &mut Ui,
    salt: &str,
    (least, gutter): (f32, f32),
    state: &mut Shared,
    days_ui: impl FnOnce(&mut Ui, &mut Shared) -> R,
) -> R {
    if ui.available_width() >= least - 1.0 {
        return days_ui(ui, state);
    }
    ScrollArea::horizontal()
        .id_salt(("days side by side", salt))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let size = vec2(least, ui.available_height());
            ui.allocate_ui(size, |ui| {
                ui.set_min_size(size);
                let days = ui.available_rect_before_wrap();
                let drawn = days_ui(ui, state);
                follow(ui, salt, state, days.with_min_x(days.left() + gutter));
                drawn
            })
            .inner
        })
        .inner
}

/// Scrolls sideways to the day that is worked on, once another is, and to the card that gets the keyboard. Each day
/// scrolls by itself, and keeps for itself what is asked of it.
fn follow(ui: &Ui, salt: &str, state: &Shared, days: Rect) {
    let focused = ui.memory(egui::Memory::focused);
    let now = (state.day, focused, ui.clip_rect().width().round() as i32);
    let id = Id::unique(("day that was scrolled to", salt));
    let before = ui.data_mut(|data| {
        let kept = data.get_temp_mut_or(id, None);
        kept.replace(now)
    });
    if before == Some(now) {
        return;
    }
    let card = focused.filter(|_| before.is_none_or(|(_, focus, _)| focus != focused));
    let card = card.and_then(|id| ui.ctx().read_response(id));
    let card = card.map(|card| card.rect.center());
    let width = days.width() / 7.0;
    let worked_on = (state.day - state.week).num_days();
    let column = match card.filter(|at| days.contains(*at)) {
        Some(at) => ((at.x - days.left()) / width).floor(),
        None => worked_on.clamp(0, 6) as f32,
    };
    let left = days.left() + width * column;
    let day = Rect::from_x_y_ranges(left..=left + width, days.y_range());
    ui.scroll_to_rect(day, None);
}
