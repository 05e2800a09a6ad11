//! The focus: a ring around the focused widget, which is always scrolled into sight.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{
    Context, CornerRadius, Event, FocusDirection, Id, Key, Popup, Response, Stroke, StrokeKind,
};

use super::focus_trail;
use super::theme::{CONTROL_RADIUS, Palette};

/// Gap between ring and widget, in points, so that the ring shows around widgets of its colour.
const GAP: f32 = 2.0;
/// So much of a control has to be seen, in points.
const SEEN: f32 = 40.0;

fn last_id() -> Id {
    Id::unique("what had the keyboard in the last frame")
}

fn hidden_id() -> Id {
    Id::unique("what has the keyboard and is out of sight")
}

/// Begins a frame: Tab goes on from where the keyboard was last, and what got it out of sight is scrolled to.
pub fn begin_frame(ctx: &Context) {
    focus_trail::begin_frame(ctx);
    keep_arrows(ctx);
    let hidden = ctx.data(|data| data.get_temp::<Id>(hidden_id()));
    let Some(hidden) = hidden else { return };
    ctx.data_mut(|data| data.remove::<Id>(hidden_id()));
    // egui scrolls by itself only to what a screen reader asks for.
    let request = ActionRequest {
        action: Action::ScrollIntoView,
        target_tree: TreeId::ROOT,
        target_node: hidden.accesskit_id(),
        data: None,
    };
    ctx.input_mut(|input| {
        let event = Event::AccessKitActionRequest(request);
        input.events.push(event);
    });
}

/// Arrows walk in lists, grids, fields and menus, which take them by themselves. On any other control they would jump to
/// whatever lies in their direction, so there they do nothing.
fn keep_arrows(ctx: &Context) {
    const ARROWS: [Key; 4] = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
    ];
    let pressed = ctx.input(|input| {
        let is_arrow = ARROWS.iter().any(|key| input.key_pressed(*key));
        is_arrow && !input.key_pressed(Key::Tab)
    });
    if pressed && !Popup::is_any_open(ctx) {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
}

/// Ends a frame: draws the ring. A text field that is typed into has its own line. `is_covered` while a dialog or the
/// search is open.
pub fn end_frame(ctx: &Context, palette: &Palette, is_covered: bool) {
    focus_trail::end_frame(ctx, is_covered);
    let focused = ctx.memory(egui::Memory::focused);
    let last = ctx.data(|data| data.get_temp::<Id>(last_id()));
    let Some(id) = focused else {
        ctx.data_mut(|data| data.remove::<Id>(last_id()));
        return;
    };
    // Do not request focus during a click: it would take it from the widget that was just clicked.
    if ctx.input(|input| input.pointer.any_click() || input.pointer.any_pressed()) {
        ctx.request_repaint();
        return;
    }
    // What went in this frame, such as a card that was deleted, has its ring no longer.
    let is_drawn = ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).is_some());
    let Some(response) = ctx.read_response(id).filter(|_| is_drawn) else {
        return;
    };
    if last != Some(id) {
        ctx.data_mut(|data| data.insert_temp(last_id(), id));
        if is_hidden(&response) {
            ctx.data_mut(|data| data.insert_temp(hidden_id(), id));
            ctx.request_repaint();
        }
    }
    if !ctx.text_edit_focused() && response.interact_rect.is_positive() {
        let ring = Stroke::new(2.0, palette.accent);
        let corners = CornerRadius::same(CONTROL_RADIUS);
        let painter = ctx.layer_painter(response.layer_id);
        let around = response.interact_rect.expand(GAP);
        // At the edge of the window it would be cut off.
        let around = around.intersect(ctx.content_rect().shrink(1.0));
        painter.rect_stroke(around, corners, ring, StrokeKind::Middle);
    }
}

/// True for what is scrolled out of sight, wholly or but for an edge.
fn is_hidden(response: &Response) -> bool {
    let (whole, seen) = (response.rect.size(), response.interact_rect.size());
    seen.y + 1.0 < whole.y.min(SEEN) || seen.x + 1.0 < whole.x.min(SEEN)
}
