//! Where the keyboard was, and where it goes when what had it is gone.
//!
//! A field that is left with Enter or Escape, a button that vanishes once it is pressed, a menu and a dialog that close
//! leave it nowhere, and Tab would begin again at the top of the window. A menu that was opened by keys takes it.

use egui::{Context, Id, Key, LayerId, Order, Popup, Rect, WidgetRect};

/// So many places are remembered where the keyboard was.
const LONGEST: usize = 12;

/// A menu is measured in some frames before it is shown; one without entries takes the keyboard never.
const MEASURED: u8 = 4;

/// A place where the keyboard was.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stop {
    id: Id,
    layer: LayerId,
    rect: Rect,
}

/// What had the keyboard when something came over it, if anything had.
#[derive(Debug, Clone, Copy)]
struct Holder(Option<Id>);

/// What is remembered from frame to frame.
#[derive(Debug, Clone, Default)]
struct Trail {
    /// What had the keyboard, the last at the end.
    stops: Vec<Stop>,
    /// What had it at the end of the last frame.
    last: Option<Id>,
    /// What had it when a dialog or the search came over the window; `None` while there is neither.
    beneath: Option<Holder>,
    /// What had it when a menu was opened; `None` while there is none.
    opener: Option<Holder>,
    /// So many frames more the open menu may take until it has an entry to put the keyboard on.
    enters: u8,
    /// What gets it in the next frame, since what lay over it still keeps it away in this one.
    back: Option<Id>,
}

fn trail_id() -> Id {
    Id::unique("where the keyboard was")
}

fn trail(ctx: &Context) -> Trail {
    ctx.data(|data| data.get_temp(trail_id()))
        .unwrap_or_default()
}

/// What listens to Tab in a layer, in the order in which it comes there, as it was drawn last.
fn listeners(ctx: &Context, layer: LayerId, in_this_frame: bool) -> Vec<(Id, Rect)> {
    ctx.viewport(|viewport| {
        let pass = if in_this_frame {
            &viewport.this_pass
        } else {
            &viewport.prev_pass
        };
        let all = pass.widgets.get_layer(layer);
        let listening = all.filter(|it| it.enabled && it.sense.is_focusable());
        listening.map(|it| (it.id, it.rect)).collect()
    })
}

/// Something as it is drawn in this frame; `None` for what is not.
fn widget(ctx: &Context, id: Id) -> Option<WidgetRect> {
    ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied())
}

/// Begins a frame. Where nothing has the keyboard and Tab is pressed, it goes to what had it last and is still there, so
/// that Tab leads on from that; or else to what stands before the place where that was.
pub(super) fn begin_frame(ctx: &Context) {
    let pressed = ctx.input(|input| input.key_pressed(Key::Tab));
    if !pressed || ctx.memory(egui::Memory::focused).is_some() {
        return;
    }
    let free = |layer: LayerId| ctx.memory(|memory| memory.allows_interaction(layer));
    for stop in trail(ctx)
        .stops
        .iter()
        .rev()
        .filter(|stop| free(stop.layer))
    {
        let there = listeners(ctx, stop.layer, false);
        let same = there.iter().find(|(id, _)| *id == stop.id);
        if let Some(id) = same
            .map(|(id, _)| *id)
            .or_else(|| before(&there, stop.rect))
        {
            ctx.memory_mut(|memory| memory.request_focus(id));
            return;
        }
    }
}

/// Of all that listens, what comes before the one next to a place, so that Tab leads to that.
fn before(there: &[(Id, Rect)], place: Rect) -> Option<Id> {
    let off = |rect: &Rect| rect.center().distance_sq(place.center());
    let places = there.iter().enumerate();
    let nearest = places.min_by(|(_, (_, a)), (_, (_, b))| off(a).total_cmp(&off(b)));
    let (at, _) = nearest?;
    there.get(at.saturating_sub(1)).map(|(id, _)| *id)
}

/// Ends a frame: notes where the keyboard is, takes it into a menu that was opened by keys, and gives it back when what
/// covered the window goes. `is_covered` while a dialog or the search is open.
pub(super) fn end_frame(ctx: &Context, is_covered: bool) {
    let mut trail = trail(ctx);
    let focused = ctx.memory(egui::Memory::focused);
    if let Some(back) = trail.back.take() {
        if is_covered {
            trail.beneath = Some(Holder(Some(back)));
        } else if focused.is_none() || focused == trail.last {
            ctx.memory_mut(|memory| memory.request_focus(back));
            ctx.request_repaint();
        }
    }
    follow_cover(ctx, &mut trail, is_covered);
    follow_menus(ctx, &mut trail);
    note(ctx, &mut trail, focused);
    trail.last = ctx.memory(egui::Memory::focused);
    ctx.data_mut(|data| data.insert_temp(trail_id(), trail));
}

/// Gives the keyboard back to what had it before a dialog came.
fn follow_cover(ctx: &Context, trail: &mut Trail, is_covered: bool) {
    if is_covered {
        if trail.beneath.is_none() {
            // If a menu opened the dialog, focus returns to the menu's button.
            let opener = trail.opener.take().and_then(|Holder(id)| id);
            trail.beneath = Some(Holder(opener.or(trail.last)));
        }
    } else if let Some(Holder(beneath)) = trail.beneath.take() {
        trail.back = beneath.filter(|id| widget(ctx, *id).is_some());
        // Forget stops inside the dialog, so that it begins at its top next time.
        let is_beneath = |stop: &Stop| stop.layer.order <= Order::Background;
        trail.stops.retain(is_beneath);
        ctx.request_repaint();
    }
}

/// Takes the keyboard into a menu that keys opened, and back to its button afterwards.
fn follow_menus(ctx: &Context, trail: &mut Trail) {
    let focused = ctx.memory(egui::Memory::focused);
    if !Popup::is_any_open(ctx) {
        let Some(Holder(opener)) = trail.opener else {
            return;
        };
        match focused.and_then(|id| widget(ctx, id)) {
            // Focus is still on the menu entry that was pressed, which disappears in the next frame.
            Some(it) if it.layer_id.order == Order::Foreground => ctx.request_repaint(),
            Some(_) => trail.opener = None,
            None => {
                trail.opener = None;
                if let Some(id) = opener.filter(|id| widget(ctx, *id).is_some()) {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                    ctx.request_repaint();
                }
            }
        }
        return;
    }
    if trail.opener.is_none() {
        let pressed =
            |input: &egui::InputState| input.pointer.any_pressed() || input.pointer.any_released();
        let by_pointer = ctx.input(pressed);
        trail.opener = Some(Holder(trail.last.filter(|_| !by_pointer)));
        trail.enters = if by_pointer { 0 } else { MEASURED };
    }
    if trail.enters > 0 {
        let is_in = enter_menu(ctx, focused);
        trail.enters = if is_in { 0 } else { trail.enters - 1 };
        ctx.request_repaint();
    }
}

/// Puts the keyboard on the first entry of the open menu; false while there is none, since a menu is measured before it
/// is shown.
fn enter_menu(ctx: &Context, focused: Option<Id>) -> bool {
    let layers = ctx.memory(|memory| memory.areas().visible_layer_ids());
    let mut menus = layers
        .into_iter()
        .filter(|layer| layer.order == Order::Foreground && Popup::is_id_open(ctx, layer.id));
    let entries = menus.next().map(|menu| listeners(ctx, menu, true));
    let entries = entries.unwrap_or_default();
    let Some((first, _)) = entries.first() else {
        return false;
    };
    // A menu with a field or a current choice has set the focus itself.
    if !entries.iter().any(|(id, _)| Some(*id) == focused) {
        ctx.memory_mut(|memory| memory.request_focus(*first));
    }
    true
}

fn note(ctx: &Context, trail: &mut Trail, focused: Option<Id>) {
    let Some(id) = focused else {
        // Tab left the last control: go on at the other end.
        if ctx.input(|input| input.key_pressed(Key::Tab)) {
            trail.stops.clear();
        }
        return;
    };
    let Some(widget) = widget(ctx, id) else {
        return;
    };
    let stop = Stop {
        id,
        layer: widget.layer_id,
        rect: widget.rect,
    };
    trail.stops.retain(|other| other.id != id);
    trail.stops.push(stop);
    let over = trail.stops.len().saturating_sub(LONGEST);
    trail.stops.drain(..over);
}
