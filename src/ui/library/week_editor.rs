//! The editor of an own template week's words. Its sessions are edited on the calendar, and kept again.

use egui::{Id, Role, TextEdit, Ui, WidgetInfo};

use crate::edit::{Transaction, WorkspaceEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{Weight, card_frame, text};
use crate::ui::view::View;
use crate::ui::widgets::{aside, buttons, line::line_ui};

use super::state::LibraryState;

/// Draws the editor in the place of the week's card.
pub(super) fn editor_ui(ui: &mut Ui, view: &View, state: &mut LibraryState, actions: &mut Actions) {
    let Some(mut week) = state.edited_week.take() else {
        return;
    };
    let palette = view.palette;
    let frame = card_frame(palette.accent);
    let mut keep_open = true;
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(text("Name", 11.5, Weight::Medium));
        let name = line_ui(ui, "Week name", &mut week.name, f32::INFINITY);
        ui.label(text("Who it is for", 11.5, Weight::Medium));
        let summary = TextEdit::multiline(&mut week.summary)
            .desired_rows(2)
            .desired_width(f32::INFINITY);
        let summary = ui.add(summary);
        summary.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, "Week summary"));
        let hint = "To change its sessions, lay it out, edit the days, and save the week as a template again.";
        aside::faint_ui(ui, palette, 11.0, hint);
        ui.horizontal(|ui| {
            let ready = !week.name.trim().is_empty();
            let save = ui.add_enabled_ui(ready, |ui| buttons::primary_ui(ui, palette, "Save"));
            let save = save.inner.on_disabled_hover_text("Give the week a name");
            if save.clicked() {
                week.name = trimmed(&week.name);
                week.summary = trimmed(&week.summary);
                let label = format!("Change template “{}”", week.name);
                let edit = WorkspaceEdit::PutWeekTemplate(week.clone());
                actions.push(Action::Apply(Transaction::new(label, edit)));
                keep_open = false;
            }
            // Escape that leaves a field of another panel is not meant for this one.
            let left = name.lost_focus() || summary.lost_focus();
            let escaped = left && ui.input(|input| input.key_pressed(egui::Key::Escape));
            if buttons::quiet_ui(ui, "Cancel").clicked() || escaped {
                keep_open = false;
            }
        });
    });
    // A form that has just opened is seen whole: it is longer than the card whose place it takes.
    let opened = Id::unique("the week whose words are edited");
    let this = ui.scope_id().with(&week.id);
    if ui.data(|data| data.get_temp(opened)) != Some(this) {
        ui.data_mut(|data| data.insert_temp(opened, this));
        shown.response.scroll_to_me(None);
    }
    if keep_open {
        state.edited_week = Some(week);
    } else {
        ui.data_mut(|data| data.remove::<Id>(opened));
    }
}

fn trimmed(typed: &str) -> String {
    typed.trim().to_owned()
}
