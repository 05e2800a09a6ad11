//! Tooltips of what a dialog can come to lie over.

use egui::{Order, Response, WidgetText};

/// The response with a tooltip, which goes once a dialog lies over it: a dialog that came by the keyboard leaves the
/// pointer where it was.
pub fn hint(response: Response, words: impl Into<WidgetText>) -> Response {
    if is_covered(&response) {
        return response;
    }
    response.on_hover_text(words)
}

/// True where a dialog, or a window such as the help, lies between the pointer and what it had pointed at.
pub fn is_covered(response: &Response) -> bool {
    let ctx = &response.ctx;
    let top = ctx.memory(egui::Memory::top_modal_layer);
    if top.is_some_and(|top| top != response.layer_id) {
        return true;
    }
    let under = ctx.pointer_latest_pos().and_then(|at| ctx.layer_id_at(at));
    under.is_some_and(|layer| layer != response.layer_id && layer.order != Order::Tooltip)
}
