//! Tooltips of what a dialog can come to lie over.

use egui::{Response, WidgetText};

/// The response with a tooltip, which goes once a dialog lies over it: a dialog that came by the keyboard leaves the
/// pointer where it was.
pub fn hint(response: Response, words: impl Into<WidgetText>) -> Response {
    let top = response.ctx.memory(egui::Memory::top_modal_layer);
    if top.is_some_and(|top| top != response.layer_id) {
        return response;
    }
    response.on_hover_text(words)
}
