//! The menu of a thing: by a right click on it, or by the menu key or Shift+F10 while it has the keyboard.

use egui::{
    Id, Key, Modifiers, Popup, PopupAnchor, PopupCloseBehavior, Response, SetOpenCommand,
    TextWrapMode, Ui,
};

use super::{menu_place, scrolling};

/// How a menu was opened last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OpenedBy {
    /// It stands at the pointer.
    Pointer,
    /// It stands at the thing; its first entry is to take the keyboard.
    Keys,
    /// The same, and it has it.
    KeysBefore,
}

/// Draws the menu of what `response` is of while it is open. A click outside closes it, and one on an entry where
/// `closes` says so.
pub fn context_menu(
    response: &Response,
    closes: PopupCloseBehavior,
    entries: impl FnOnce(&mut Ui),
) {
    let ctx = &response.ctx;
    let by = Id::unique(("how the menu was opened", response.id));
    let mut popup = Popup::context_menu(response).close_behavior(closes);
    if response.has_focus() && was_asked_for(response) {
        ctx.data_mut(|data| data.insert_temp(by, OpenedBy::Keys));
        popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
    } else if response.secondary_clicked() {
        ctx.data_mut(|data| data.insert_temp(by, OpenedBy::Pointer));
    }
    let opened = ctx
        .data(|data| data.get_temp(by))
        .unwrap_or(OpenedBy::Pointer);
    if opened != OpenedBy::Pointer {
        popup = popup.anchor(PopupAnchor::ParentRect(response.rect));
    }
    if !response.secondary_clicked() {
        popup = menu_place::inside(popup);
    }
    popup.show(|ui| {
        let first = scrolling::menu_ui(ui, |ui| {
            // Each entry is one line with its keys beside it, so the menu is as wide as the widest, also with a scroll
            // bar.
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            let first = ui.next_auto_id();
            entries(ui);
            first
        });
        if opened == OpenedBy::Keys {
            ui.memory_mut(|memory| memory.request_focus(first));
            ui.data_mut(|data| data.insert_temp(by, OpenedBy::KeysBefore));
        }
    });
}

/// True when the keys of the menu were pressed.
fn was_asked_for(response: &Response) -> bool {
    response.ctx.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::Menu)
            || input.consume_key(Modifiers::SHIFT, Key::F10)
    })
}
