//! The editor of an own session template: its name, what it is for, and the session it becomes.

use egui::{Align, Layout, Ui};

use crate::domain::SessionTemplate;
use crate::ui::action::Actions;
use crate::ui::card_facts::plan_facts;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::buttons;

use super::editor::{Editor, any_text, faint_ui, label_ui};
use super::session;

/// Draws the editor of `template`; every change is one undo step, as with a session.
pub(super) fn template_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    template: &SessionTemplate,
    actions: &mut Actions,
) {
    let mut editor = Editor::of_template(view, template, actions);
    ui.spacing_mut().item_spacing.y = 5.0;
    ui.horizontal(|ui| {
        ui.label(text("Session template", 15.0, Weight::SemiBold));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if buttons::mini_icon_ui(ui, icons::CLOSE, "Close template").clicked() {
                state.edited = None;
            }
        });
    });
    let hint = "Changes are kept at once. Sessions already on the calendar stay as they are.";
    faint_ui(ui, view.palette, hint);
    words_ui(ui, &mut editor, template);
    ui.add_space(4.0);
    label_ui(ui, view.palette, "Title on the calendar");
    let facts = plan_facts(&template.plan, &view.athlete.profile, view.library);
    session::head_ui(ui, &mut editor, &facts);
    session::plan_ui(ui, &mut editor, state, &facts);
}

fn words_ui(ui: &mut Ui, editor: &mut Editor, template: &SessionTemplate) {
    let named = |typed: &str| match typed.trim() {
        "" => Err("A template needs a name".to_owned()),
        name => Ok(name.to_owned()),
    };
    let name = editor.field_ui(ui, "Name", "Template name", (&template.name, ""), named);
    if let Some(name) = name {
        editor.change_template("Rename template", |template| template.name = name);
    }
    let current = (template.summary.as_str(), "One line for the list");
    let summary = editor.field_ui(ui, "Purpose", "Template summary", current, any_text);
    if let Some(summary) = summary {
        editor.change_template("Change template summary", |template| {
            template.summary = summary;
        });
    }
}
