//! The session templates, by group, to be dragged onto a day.

use std::sync::Arc;

use egui::{Align2, CornerRadius, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::domain::{SessionTemplate, Slot, TemplateGroup};
use crate::edit::{Step, WorkspaceEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::calendar::ops;
use crate::ui::format;
use crate::ui::state::{Dragged, UiState};
use crate::ui::theme::{Weight, font, icons, text};
use crate::ui::view::{View, card_lines, plan_facts};
use crate::ui::widgets::{buttons, field::Field, marks};

use super::{list_ui, matches, own};

const ROW: f32 = 44.0;

/// Draws the list and the content of the chosen template.
pub fn sessions_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions) {
    let chosen = state.library.template.clone();
    let chosen = chosen.and_then(|id| view.library.sessions().iter().find(|t| t.id == id));
    let below = if chosen.is_some() {
        (ui.available_height() * 0.45).min(320.0)
    } else {
        28.0
    };
    list_ui(ui, "sessions", below, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut found = false;
        for group in TemplateGroup::ALL {
            let query = state.library.query.clone();
            let mut rows = view
                .library
                .sessions()
                .iter()
                .filter(|t| t.group == group && matches(&query, &t.name, &t.summary))
                .peekable();
            if rows.peek().is_none() {
                continue;
            }
            found = true;
            ui.add_space(6.0);
            ui.label(text(group.name(), 11.0, Weight::SemiBold).color(view.palette.text_faint));
            ui.add_space(2.0);
            for template in rows {
                row_ui(ui, view, state, template);
            }
        }
        if !found {
            ui.add_space(12.0);
            let hint =
                "No session fits. Right-click a card in the calendar to keep it as a template.";
            ui.label(text(hint, 12.0, Weight::Regular).color(view.palette.text_soft));
        }
    });
    match chosen {
        Some(template) => {
            ui.separator();
            content_ui(ui, view, state, template, actions);
        }
        None => {
            let hint = "Drag a session onto a day";
            ui.label(text(hint, 12.0, Weight::Regular).color(view.palette.text_faint));
        }
    }
}

fn row_ui(ui: &mut Ui, view: &View, state: &mut UiState, template: &SessionTemplate) {
    let palette = view.palette;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click_and_drag());
    let chosen = state.library.template.as_ref() == Some(&template.id);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &template.name));
    if response.clicked() {
        state.library.template = (!chosen).then(|| template.id.clone());
    }
    response.dnd_set_drag_payload(Dragged::Plan(Arc::new(template.plan.clone())));
    if !ui.is_rect_visible(rect) {
        return;
    }
    if chosen || response.hovered() {
        let fill = if chosen {
            palette.accent_soft
        } else {
            palette.well
        };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    let facts = plan_facts(&template.plan, &view.athlete.profile, view.library);
    let color = palette.kind(template.plan.kind(), facts.leg_load());
    let bar = egui::Rect::from_min_size(rect.min + vec2(4.0, 7.0), vec2(4.0, ROW - 14.0));
    marks::edge_bar(ui.painter(), bar, color);
    let clip = ui.painter().with_clip_rect(rect);
    let left = rect.left() + 18.0;
    clip.text(
        pos2(left, rect.top() + 5.0),
        Align2::LEFT_TOP,
        &template.name,
        font(13.0, Weight::SemiBold),
        palette.text,
    );
    let detail = if template.summary.is_empty() {
        card_lines(&template.plan, &facts, view.units()).join(" · ")
    } else {
        format!("{} · {}", format::minutes(facts.minutes), template.summary)
    };
    clip.text(
        pos2(left, rect.top() + 23.0),
        Align2::LEFT_TOP,
        detail,
        font(11.5, Weight::Regular),
        palette.text_soft,
    );
    response.on_hover_cursor(egui::CursorIcon::Grab);
}

fn content_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut UiState,
    template: &SessionTemplate,
    actions: &mut Actions,
) {
    let palette = view.palette;
    let is_own = view
        .workspace
        .own
        .sessions
        .iter()
        .any(|own| own.id == template.id);
    ui.horizontal(|ui| {
        if is_own {
            rename_ui(ui, view, template, actions);
        } else {
            ui.label(text(&template.name, 15.0, Weight::SemiBold));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if buttons::mini_icon_ui(ui, icons::CLOSE, "Close card").clicked() {
                state.library.template = None;
            }
            if is_own && buttons::mini_icon_ui(ui, icons::DELETE, "Delete template").clicked() {
                let label = format!("Delete template “{}”", template.name);
                actions.delete(
                    label,
                    WorkspaceEdit::RemoveSessionTemplate(template.id.clone()),
                );
                state.library.template = None;
            }
        });
    });
    egui::ScrollArea::vertical()
        .id_salt("template")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let soft = |content: String| {
                egui::Label::new(text(content, 12.0, Weight::Regular).color(palette.text_soft))
                    .wrap()
            };
            if !template.summary.is_empty() {
                ui.add(soft(template.summary.clone()));
            }
            let facts = plan_facts(&template.plan, &view.athlete.profile, view.library);
            for line in card_lines(&template.plan, &facts, view.units()) {
                ui.add(soft(line));
            }
            for exercise in template.plan.workout.exercises() {
                ui.add(soft(format!(
                    "{} · {}",
                    exercise.name,
                    format::dose(exercise)
                )));
            }
            if !template.source.is_empty() {
                let source = format!("Source: {}", own::source_name(&template.source));
                ui.label(text(source, 11.0, Weight::Regular).color(palette.text_faint));
            }
            ui.add_space(4.0);
            let add = format!("Add to {}", format::day(state.day));
            if buttons::soft_ui(ui, palette, &add).clicked() {
                let slot = Slot {
                    date: state.day,
                    start: template.plan.start,
                };
                let (id, edits) = ops::add(&template.plan, slot);
                state.selected = Some(id);
                actions.edit(
                    format!("Add {}", template.name.to_lowercase()),
                    view.athlete.id,
                    edits,
                );
            }
        });
}

fn rename_ui(ui: &mut Ui, view: &View, template: &SessionTemplate, actions: &mut Actions) {
    let id = ui.scope_id().with(("template name", &template.id));
    let field = Field::line("Template name", 180.0);
    let renamed = field.ui(ui, view.palette, id, &template.name, |typed| {
        let name = typed.trim();
        if name.is_empty() {
            Err("A template needs a name".to_owned())
        } else {
            Ok(name.to_owned())
        }
    });
    if let Some(name) = renamed {
        let renamed = SessionTemplate {
            name,
            ..template.clone()
        };
        let edit = WorkspaceEdit::PutSessionTemplate(Box::new(renamed));
        actions.push(Action::Step(Step::new("Rename template", edit)));
    }
}
