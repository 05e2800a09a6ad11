//! Arrows in a menu that has a list or a field among its entries: they lead over its end to what stands above or below,
//! as they do from entry to entry.

use egui::{Id, Key, Modifiers, Order, Popup, Ui, WidgetRect};

/// Where arrows lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the entry above.
    Up,
    /// To the entry below.
    Down,
}

/// Leads on from a field that has the keyboard, which would keep the arrows to itself.
pub fn lead_on(ui: &Ui, field: Id) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let way = if pressed(Key::ArrowDown) {
        Way::Down
    } else if pressed(Key::ArrowUp) {
        Way::Up
    } else {
        return;
    };
    leave(ui, field, way, |_| false);
}

/// Puts the keyboard on the entry next to `from` that `is_left_out` does not hold of. Outside of menus and at their ends
/// it stays.
pub fn leave(ui: &Ui, from: Id, way: Way, is_left_out: impl Fn(Id) -> bool) {
    let layer = ui.layer_id();
    if layer.order != Order::Foreground || !Popup::is_any_open(ui.ctx()) {
        return;
    }
    let next = ui.ctx().viewport(|viewport| {
        let mut all: Vec<&WidgetRect> = viewport.prev_pass.widgets.get_layer(layer).collect();
        if way == Way::Up {
            all.reverse();
        }
        let after = all.into_iter().skip_while(|it| it.id != from).skip(1);
        let mut fit = after.filter(|it| it.enabled && it.sense.is_focusable());
        fit.find(|it| !is_left_out(it.id)).map(|it| it.id)
    });
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(next));
        ui.request_repaint();
    }
}
