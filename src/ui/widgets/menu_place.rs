//! Where a menu stands: below or beside what it belongs to, or where the window has room for it, and never at the very
//! edge of the window.

use egui::containers::menu::{MenuConfig, MenuState, SubMenu, SubMenuButton};
use egui::{
    AreaState, Button, Context, Frame, Popup, PopupAnchor, Pos2, Rect, TextWrapMode, Ui, Vec2,
    pos2, vec2,
};

/// What stays free between a menu and the edges of the window, in points.
pub const EDGE: f32 = 8.0;

/// Between the edges of an entry of a menu and its words, in points.
pub const BESIDE_WORDS: f32 = 8.0;

/// Gives the entries that follow as much room left of their words as right of them.
pub fn pad_entries(ui: &mut Ui) {
    let padding = &mut ui.spacing_mut().button_padding.x;
    *padding = padding.max(BESIDE_WORDS);
}

/// `popup` so that it keeps away from the edges of the window, once it is open and its size is known.
pub fn inside(popup: Popup<'_>) -> Popup<'_> {
    let room = room(popup.ctx());
    if !popup.is_open() {
        return popup;
    }
    let (Some(usual), Some(anchor)) = (popup.get_popup_rect(), popup.get_anchor_rect()) else {
        return popup;
    };
    if room.contains_rect(usual) {
        return popup;
    }
    let at = beside(room, anchor, usual.size());
    popup.anchor(PopupAnchor::Position(at))
}

/// An entry of a menu that opens a menu of its own beside it.
pub fn submenu_ui(ui: &mut Ui, label: &str, entries: impl FnOnce(&mut Ui)) {
    let id = SubMenu::id_from_widget_id(ui.next_auto_id());
    let is_open = MenuState::from_ui(ui, |state, _| state.open_item == Some(id));
    let button = Button::new(label).right_text(SubMenuButton::arrow_atom(None));
    let inactive = ui.visuals().widgets.inactive;
    if is_open {
        ui.visuals_mut().widgets.inactive = ui.visuals().widgets.open;
    }
    let mut entry = ui.add(button);
    ui.visuals_mut().widgets.inactive = inactive;
    let around = Frame::menu(ui.style()).total_margin().sum() / 2.0;
    let gap = around.x + MenuConfig::find(ui).submenu_gap;
    let size = AreaState::load(ui.ctx(), id).and_then(|area| area.size);
    if let Some(size) = size.filter(|_| is_open) {
        // It is set to the right of the rectangle that the entry is said to fill.
        let at = right_or_left(room(ui.ctx()), entry.rect, (gap, around.y), size);
        let corner = at + vec2(-gap, around.y);
        entry.interact_rect = Rect::from_min_size(corner, Vec2::ZERO);
    }
    SubMenu::new().show(ui, &entry, |ui| {
        pad_entries(ui);
        // A line of it is as wide as its words and its keys.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        entries(ui);
    });
}

/// Where menus may stand.
fn room(ctx: &Context) -> Rect {
    ctx.content_rect().shrink(EDGE)
}

/// The left upper corner of a menu that stands below `anchor`, or above it, or where it has room.
fn beside(room: Rect, anchor: Rect, size: Vec2) -> Pos2 {
    let x = if anchor.left() + size.x <= room.right() {
        anchor.left()
    } else {
        anchor.right() - size.x
    };
    let y = if anchor.bottom() + size.y <= room.bottom() {
        anchor.bottom()
    } else {
        anchor.top() - size.y
    };
    within(room, pos2(x, y), size)
}

/// The left upper corner of a menu beside the entry that opens it: to its right, or to its left, and where neither has
/// room for it on the side that has more. `gap` is how far beside the entry, and how far above it, it begins.
fn right_or_left(room: Rect, entry: Rect, gap: (f32, f32), size: Vec2) -> Pos2 {
    let (right, left) = (entry.right() + gap.0, entry.left() - gap.0 - size.x);
    let (over_right, over_left) = (right + size.x - room.right(), room.left() - left);
    let x = if over_right <= 0.0 || over_right <= over_left {
        right
    } else {
        left
    };
    within(room, pos2(x, entry.top() - gap.1), size)
}

/// The corner nearest to `at` from which a menu of `size` stays within `room`; of one that is larger the beginning is
/// seen.
fn within(room: Rect, at: Pos2, size: Vec2) -> Pos2 {
    at.min(room.max - size).max(room.min)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Rect = Rect {
        min: pos2(8.0, 8.0),
        max: pos2(712.0, 442.0),
    };

    #[test]
    fn a_menu_of_a_menu_stands_beside_it_and_inside_the_window() {
        let size = vec2(200.0, 430.0);
        let entry = Rect::from_min_size(pos2(300.0, 200.0), vec2(220.0, 24.0));
        let at = right_or_left(ROOM, entry, (9.0, 7.0), size);
        assert_eq!(at, pos2(91.0, 12.0));
        let entry = Rect::from_min_size(pos2(40.0, 200.0), vec2(220.0, 24.0));
        let at = right_or_left(ROOM, entry, (9.0, 7.0), size);
        assert_eq!(at, pos2(269.0, 12.0));
    }

    #[test]
    fn a_menu_turns_round_at_an_edge_and_keeps_away_from_all() {
        let size = vec2(200.0, 300.0);
        let at = beside(ROOM, Rect::from_pos(pos2(690.0, 400.0)), size);
        assert_eq!(at, pos2(490.0, 100.0));
        let at = beside(ROOM, Rect::from_pos(pos2(60.0, 200.0)), size);
        assert_eq!(at, pos2(60.0, 8.0));
    }
}
