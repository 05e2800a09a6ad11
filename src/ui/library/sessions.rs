//! The session templates, by group, to be dragged onto a day.

use std::sync::Arc;

use egui::{Id, Role, Ui, WidgetInfo, vec2};

use crate::domain::{Plan, RunKind, RunPlan, SessionTemplate, TemplateGroup, TemplateId, Workout};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::card_facts::plan_facts;
use crate::ui::card_lines::card_lines;
use crate::ui::format;
use crate::ui::shared::{Dragged, Shared};
use crate::ui::theme::{Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::row_keys::RowKeys;
use crate::ui::widgets::{aside, buttons, marks};

use super::keys::{self, Asked};
use super::parts::{FOOT, begin_ui, list_ui, matches, title_ui};
use super::row::LibraryRow;
use super::state::{LibraryState, Tab};
use super::{adding, own};

/// Draws the list and the content of the chosen template.
pub fn sessions_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    mut keys: RowKeys,
    actions: &mut Actions,
) {
    let chosen = state.template.clone();
    let chosen = chosen.and_then(|id| view.library.template(&id));
    let below = if chosen.is_some() {
        (ui.available_height() * 0.5).min(360.0)
    } else {
        FOOT
    };
    let found = found(view, &state.query);
    list_ui(ui, "sessions", below, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut group = None;
        for template in &found {
            if group != Some(template.group) {
                group = Some(template.group);
                ui.add_space(6.0);
                let heading = text(template.group.name(), 11.0, Weight::SemiBold);
                ui.label(heading.color(view.palette.text_faint));
                ui.add_space(2.0);
            }
            row_ui(ui, view, state, &mut keys, template);
        }
        if found.is_empty() {
            ui.add_space(12.0);
            let hint =
                "No session matches. Right-click a card in the calendar to save it as a template.";
            aside::soft_ui(ui, view.palette, 12.0, hint);
        }
    });
    keys.end(ui);
    ui.separator();
    if let Some(template) = chosen {
        content_ui(ui, view, state, shared, template, actions);
    } else if begin_ui(ui, view.palette, "New template…") {
        let name = state.query.trim().to_owned();
        let plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
        let mut template = own::session_template(&plan, view.library);
        if !name.is_empty() {
            template.name = name;
        }
        edit(state, template, "New template", actions);
    }
}

/// Follows the keyboard: the arrows show one template after the other, Enter adds it to the selected day.
pub(super) fn keyboard(
    ui: &Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    actions: &mut Actions,
) -> RowKeys {
    let found = found(view, &state.query);
    let keys = RowKeys::begin(ui, keys::list_id(Tab::Sessions));
    let first = found.first().map(|template| row_id(&template.id));
    match keys::asked(ui, &keys, first) {
        Some(Asked::Show(at)) => {
            state.template = found.get(at).map(|template| template.id.clone());
        }
        Some(Asked::Take(at)) => {
            if let Some(template) = found.get(at) {
                adding::add_session(view, shared, template, actions);
            }
        }
        None => {}
    }
    keys
}

/// What the search finds, in the order of the groups.
fn found<'a>(view: &View<'a>, query: &str) -> Vec<&'a SessionTemplate> {
    let all = view.library.sessions();
    TemplateGroup::ALL
        .into_iter()
        .flat_map(|group| all.iter().filter(move |template| template.group == group))
        .filter(|template| matches(query, &template.name, &template.summary))
        .collect()
}

fn row_id(template: &TemplateId) -> Id {
    Id::unique(("library session", template))
}

fn row_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    keys: &mut RowKeys,
    template: &SessionTemplate,
) {
    let palette = view.palette;
    let chosen = state.template.as_ref() == Some(&template.id);
    let facts = plan_facts(&template.plan, &view.athlete.profile, view.library);
    let detail = if template.summary.is_empty() {
        card_lines(&template.plan, &facts, view.units()).join(" · ")
    } else {
        format!("{} · {}", format::minutes(facts.minutes), template.summary)
    };
    let row = LibraryRow {
        id: row_id(&template.id),
        name: &template.name,
        detail: &detail,
        whole: None,
        chosen,
        indent: 14.0,
    };
    let response = row.ui(ui, palette, keys, |painter, rect| {
        let color = palette.kind(template.plan.kind(), facts.leg_load());
        let height = rect.height() - 14.0;
        let bar = egui::Rect::from_min_size(rect.min + vec2(0.0, 7.0), vec2(4.0, height));
        marks::edge_bar(painter, bar, color);
    });
    if response.clicked() {
        state.template = (!chosen).then(|| template.id.clone());
    }
    response.dnd_set_drag_payload(Dragged::Plan(Arc::new(template.plan.clone())));
}

fn content_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    template: &SessionTemplate,
    actions: &mut Actions,
) {
    let palette = view.palette;
    title_ui(ui, &template.name, |ui| {
        card_buttons_ui(ui, view, state, template, actions);
    });
    egui::ScrollArea::vertical()
        .id_salt(("template", &template.id))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let add = format!("Add to {}", format::day(shared.day));
            let button = buttons::soft_ui(ui, palette, &add);
            // The button says only where to; name the template for screen readers.
            let name = format!("{add}: {}", template.name);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if button.clicked() {
                adding::add_session(view, shared, template, actions);
            }
            ui.add_space(4.0);
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
                let load = match &exercise.load {
                    crate::domain::LoadSpec::Unset => String::new(),
                    load => format!(" · {}", format::load(load, view.units())),
                };
                let dose = format::keep_dose(&format::dose(exercise));
                ui.add(soft(format!("{} · {dose}{load}", exercise.name)));
            }
            if !template.source.is_empty() {
                let source = format!("Source: {}", own::source_name(&template.source));
                ui.add(soft(source));
            }
            ui.add_space(8.0);
        });
}

fn card_buttons_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    template: &SessionTemplate,
    actions: &mut Actions,
) {
    let mut own = view.workspace.own.sessions.iter();
    if own.any(|own| own.id == template.id) {
        if buttons::mini_icon_ui(ui, icons::EDIT, "Edit template").clicked() {
            actions.push(Action::EditTemplate(template.id.clone()));
        }
        if buttons::mini_icon_ui(ui, icons::DELETE, "Delete template").clicked() {
            let edit = WorkspaceEdit::RemoveSessionTemplate(template.id.clone());
            actions.delete(format!("Delete template “{}”", template.name), edit);
            state.template = None;
        }
    } else if buttons::mini_icon_ui(ui, icons::DUPLICATE, "Make a copy of your own").clicked() {
        let copy = SessionTemplate {
            name: format!("{} (own)", template.name),
            summary: template.summary.clone(),
            level: template.level,
            equipment: template.equipment.clone(),
            ..own::session_template(&template.plan, view.library)
        };
        let label = format!("Copy template “{}”", template.name);
        edit(state, copy, &label, actions);
    }
    if buttons::mini_icon_ui(ui, icons::CLOSE, "Close card").clicked() {
        state.template = None;
    }
}

/// Keeps a new template and opens it in the inspector.
fn edit(state: &mut LibraryState, template: SessionTemplate, label: &str, actions: &mut Actions) {
    state.template = Some(template.id.clone());
    let id = template.id.clone();
    let edit = WorkspaceEdit::PutSessionTemplate(Box::new(template));
    actions.push(Action::Apply(Transaction::new(label, edit)));
    actions.push(Action::EditTemplate(id));
}
