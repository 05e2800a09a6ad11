//! The main button of a dialog is pressed by Ctrl and Enter, wherever in the dialog the keyboard is.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Context, Event, Id, Key, Modifiers, Popup, Ui};

fn asked_id() -> Id {
    Id::unique("the frame in which the main button is pressed")
}

/// Looks for the keys before a dialog is drawn. The field that is typed into is left first, so that what was typed in
/// it counts.
pub fn follow_keys(ctx: &Context) {
    if Popup::is_any_open(ctx)
        || !ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter))
    {
        return;
    }
    if let Some(focused) = ctx.memory(egui::Memory::focused) {
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
    let next = ctx.cumulative_frame_nr() + 1;
    ctx.data_mut(|data| data.insert_temp(asked_id(), next));
    ctx.request_repaint();
}

/// Presses the main button that is drawn next, whose id this is, where that was asked for in the dialog it stands in.
pub(super) fn press_if_asked(ui: &Ui, button: Id) {
    let asked = ui.data(|data| data.get_temp::<u64>(asked_id()));
    let top = ui.memory(egui::Memory::top_modal_layer);
    let is_meant = asked == Some(ui.ctx().cumulative_frame_nr()) && top == Some(ui.layer_id());
    if !is_meant || !ui.is_enabled() {
        return;
    }
    ui.data_mut(|data| data.remove::<u64>(asked_id()));
    let request = ActionRequest {
        action: Action::Click,
        target_tree: TreeId::ROOT,
        target_node: button.accesskit_id(),
        data: None,
    };
    ui.input_mut(|input| {
        let event = Event::AccessKitActionRequest(request);
        input.events.push(event);
    });
}
