//! Where the keyboard is: a ring around what has it, whatever that is, and always in sight.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Context, CornerRadius, Event, Id, Key, Response, Stroke, StrokeKind};

use super::theme::{CONTROL_RADIUS, Palette};

/// How far the ring stands off, in points, so that it is seen around what is filled with its colour.
const GAP: f32 = 2.0;
/// So much of a control has to be seen, in points.
const SEEN: f32 = 16.0;

fn last_id() -> Id {
    Id::unique("what had the keyboard in the last frame")
}

fn hidden_id() -> Id {
    Id::unique("what has the keyboard and is out of sight")
}

/// So many places are remembered where the keyboard was.
const TRAIL: usize = 12;

/// Where the keyboard was. A field that is left with Enter or Escape, a button that vanishes once it is pressed and a
/// dialog that closes leave it nowhere, and Tab would begin again at the top of the window.
#[derive(Debug, Clone, Default)]
struct Trail {
    /// What had it, the last at the end.
    stops: Vec<Id>,
    /// What had it at the end of the last frame.
    last: Option<Id>,
    /// What had it when a dialog or the search came over the window; `None` while there is neither.
    beneath: Option<Option<Id>>,
}

fn trail_id() -> Id {
    Id::unique("where the keyboard was")
}

fn trail(ctx: &Context) -> Trail {
    ctx.data(|data| data.get_temp(trail_id()))
        .unwrap_or_default()
}

/// Begins a frame: Tab goes on from where the keyboard was last, and what got it out of sight is scrolled to.
pub fn begin_frame(ctx: &Context) {
    go_on(ctx);
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

/// Where nothing has the keyboard and Tab is pressed, gives it to what had it last and is still there, so that Tab leads
/// on from that.
fn go_on(ctx: &Context) {
    let pressed = ctx.input(|input| input.key_pressed(Key::Tab));
    if !pressed || ctx.memory(egui::Memory::focused).is_some() {
        return;
    }
    let stops = trail(ctx).stops;
    let mut there = stops.iter().rev().filter(|id| takes_keyboard(ctx, **id));
    if let Some(id) = there.next() {
        ctx.memory_mut(|memory| memory.request_focus(*id));
    }
}

/// True for what is on the screen, not covered by a dialog, and listens to Tab.
fn takes_keyboard(ctx: &Context, id: Id) -> bool {
    let Some(response) = ctx.read_response(id) else {
        return false;
    };
    let is_free = ctx.memory(|memory| memory.allows_interaction(response.layer_id));
    is_free && response.enabled() && response.sense.is_focusable()
}

/// Remembers where the keyboard is, and gives it back when what covered the window goes.
fn follow(ctx: &Context, focused: Option<Id>, is_covered: bool) {
    let mut trail = trail(ctx);
    match (trail.beneath, is_covered) {
        (None, true) => trail.beneath = Some(trail.last),
        (Some(beneath), false) => {
            trail.beneath = None;
            let back = beneath.filter(|id| ctx.read_response(*id).is_some());
            if let Some(back) = back {
                ctx.memory_mut(|memory| memory.request_focus(back));
                ctx.request_repaint();
            }
        }
        _ => {}
    }
    match focused {
        Some(id) => {
            trail.stops.retain(|other| *other != id);
            trail.stops.push(id);
            let over = trail.stops.len().saturating_sub(TRAIL);
            trail.stops.drain(..over);
        }
        // Tab went over the end, and begins at the other one.
        None if ctx.input(|input| input.key_pressed(Key::Tab)) => trail.stops.clear(),
        None => {}
    }
    trail.last = ctx.memory(egui::Memory::focused);
    ctx.data_mut(|data| data.insert_temp(trail_id(), trail));
}

/// Ends a frame: draws the ring. A text field that is typed into has its own line. `is_covered` while a dialog or the
/// search is open.
pub fn end_frame(ctx: &Context, palette: &Palette, is_covered: bool) {
    let focused = ctx.memory(egui::Memory::focused);
    follow(ctx, focused, is_covered);
    let last = ctx.data(|data| data.get_temp::<Id>(last_id()));
    let Some(id) = focused else {
        ctx.data_mut(|data| data.remove::<Id>(last_id()));
        return;
    };
    // While the pointer is pressed or let go, what has just got the keyboard would lose it again by being asked for: the
    // press was elsewhere.
    if ctx.input(|input| input.pointer.any_click() || input.pointer.any_pressed()) {
        ctx.request_repaint();
        return;
    }
    let Some(response) = ctx.read_response(id) else {
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
