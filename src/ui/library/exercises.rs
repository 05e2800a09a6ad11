//! The list of exercises with its filters.

use egui::{Align2, Color32, CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::domain::{Equipment, Exercise, Muscle, Pattern};
use crate::ui::action::Actions;
use crate::ui::state::{Dragged, UiState};
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::view::View;
use crate::ui::widgets::buttons;

use super::{LibraryState, exercise_card, exercise_editor, list_ui};

const ROW: f32 = 46.0;

/// Draws filters, list and the card of the chosen exercise.
pub fn exercises_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions) {
    filters_ui(ui, view.palette, &mut state.library);
    refresh(view, &mut state.library);
    let card_height = if state.library.exercise.is_some() {
        (ui.available_height() * 0.58).min(480.0)
    } else {
        40.0
    };
    let hits = std::mem::take(&mut state.library.hits.exercises);
    list_ui(ui, "exercises", card_height, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if hits.is_empty() {
            ui.add_space(12.0);
            let hint = "No exercise fits. Try fewer filters, or add one of your own below.";
            ui.label(text(hint, 12.0, Weight::Regular).color(view.palette.text_soft));
        }
        for id in &hits {
            if let Some(exercise) = view.library.exercise(id) {
                row_ui(ui, view.palette, &mut state.library, exercise);
            }
        }
    });
    state.library.hits.exercises = hits;
    ui.separator();
    let chosen = state
        .library
        .exercise
        .clone()
        .and_then(|id| view.library.exercise(&id));
    if let Some(exercise) = chosen {
        exercise_card::card_ui(ui, view, state, exercise, actions);
    } else {
        ui.horizontal(|ui| {
            if buttons::small_ui(ui, "New exercise…").clicked() {
                state.library.editing =
                    Some(Box::new(exercise_editor::blank(&state.library.query)));
            }
            let hint = "or drag one onto a day";
            ui.label(text(hint, 12.0, Weight::Regular).color(view.palette.text_faint));
        });
    }
}

/// Searches again when the question or the library has changed.
fn refresh(view: &View, library: &mut LibraryState) {
    let question = Some((
        library.query.clone(),
        library.filter.clone(),
        view.library.exercises().len(),
    ));
    if library.hits.question == question {
        return;
    }
    let found = view.library.search(&library.query, &library.filter);
    library.hits.exercises = found
        .into_iter()
        .map(|exercise| exercise.id.clone())
        .collect();
    library.hits.question = question;
}

fn filters_ui(ui: &mut Ui, palette: &Palette, library: &mut LibraryState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        for pattern in [
            Pattern::Squat,
            Pattern::Hinge,
            Pattern::Lunge,
            Pattern::Ankle,
            Pattern::Core,
        ] {
            let on = library.filter.patterns.contains(&pattern);
            if buttons::chip_ui(ui, palette, pattern.name(), on).clicked() {
                toggle(&mut library.filter.patterns, pattern);
            }
        }
        if buttons::chip_ui(ui, palette, "At home", library.filter.at_home).clicked() {
            library.filter.at_home = !library.filter.at_home;
        }
        more_ui(ui, palette, library);
    });
    ui.add_space(2.0);
}

/// All other filters, behind one chip that counts those that are on.
fn more_ui(ui: &mut Ui, palette: &Palette, library: &mut LibraryState) {
    let filter = &library.filter;
    let shown = [
        Pattern::Squat,
        Pattern::Hinge,
        Pattern::Lunge,
        Pattern::Ankle,
        Pattern::Core,
    ];
    let hidden_patterns = filter
        .patterns
        .iter()
        .filter(|p| !shown.contains(p))
        .count();
    let on = filter.muscles.len() + filter.equipment.len() + hidden_patterns;
    let label = if on == 0 {
        "More…".to_owned()
    } else {
        format!("More · {on}")
    };
    let chip = buttons::chip_ui(ui, palette, &label, on > 0);
    egui::Popup::menu(&chip)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .width(420.0)
        .show(|ui| {
            group_ui(
                ui,
                palette,
                "Movement",
                Pattern::ALL,
                Pattern::name,
                &mut library.filter.patterns,
            );
            group_ui(
                ui,
                palette,
                "Muscle",
                Muscle::ALL,
                Muscle::name,
                &mut library.filter.muscles,
            );
            group_ui(
                ui,
                palette,
                "With no more than",
                Equipment::ALL,
                Equipment::name,
                &mut library.filter.equipment,
            );
            if buttons::small_ui(ui, "Clear filters").clicked() {
                library.filter = crate::library::Filter::default();
            }
        });
}

fn group_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    heading: &str,
    all: &[T],
    name: fn(T) -> &'static str,
    chosen: &mut Vec<T>,
) {
    ui.label(text(heading, 12.0, Weight::SemiBold));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for &value in all {
            if buttons::chip_ui(ui, palette, name(value), chosen.contains(&value)).clicked() {
                toggle(chosen, value);
            }
        }
    });
    ui.add_space(4.0);
}

fn toggle<T: PartialEq>(values: &mut Vec<T>, value: T) {
    match values.iter().position(|other| *other == value) {
        Some(index) => drop(values.remove(index)),
        None => values.push(value),
    }
}

fn row_ui(ui: &mut Ui, palette: &Palette, library: &mut LibraryState, exercise: &Exercise) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click_and_drag());
    response.widget_info(|| {
        let on = library.exercise.as_ref() == Some(&exercise.id);
        WidgetInfo::selected(Role::Button, true, on, &exercise.name)
    });
    if response.clicked() {
        let again = library.exercise.as_ref() == Some(&exercise.id);
        library.exercise = (!again).then(|| exercise.id.clone());
    }
    response.dnd_set_drag_payload(Dragged::Exercise(exercise.id.clone()));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let chosen = library.exercise.as_ref() == Some(&exercise.id);
    if chosen || response.hovered() {
        let fill = if chosen {
            palette.accent_soft
        } else {
            palette.well
        };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(1.5, palette.accent);
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(6), ring, egui::StrokeKind::Inside);
    }
    badge(ui, palette, rect, exercise.pattern);
    let left = rect.left() + 48.0;
    let clip = ui.painter().with_clip_rect(rect);
    clip.text(
        pos2(left, rect.top() + 6.0),
        Align2::LEFT_TOP,
        &exercise.name,
        font(13.0, Weight::SemiBold),
        palette.text,
    );
    let muscles: Vec<_> = exercise
        .primary
        .iter()
        .map(|muscle| muscle.name())
        .collect();
    let mut detail = muscles.join(" · ");
    if exercise.single_side {
        detail.push_str(" · single side");
    }
    clip.text(
        pos2(left, rect.top() + 24.0),
        Align2::LEFT_TOP,
        detail,
        font(11.5, Weight::Regular),
        palette.text_soft,
    );
    response.on_hover_cursor(egui::CursorIcon::Grab);
}

/// The movement's initial on its colour.
fn badge(ui: &Ui, palette: &Palette, row: Rect, pattern: Pattern) {
    let rect = Rect::from_center_size(pos2(row.left() + 24.0, row.center().y), vec2(28.0, 28.0));
    let color = pattern_color(palette, pattern);
    ui.painter()
        .rect_filled(rect, CornerRadius::same(7), palette.mix(color, 0.14));
    let initial = pattern.name().chars().next().unwrap_or('?').to_string();
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        initial,
        font(13.0, Weight::SemiBold),
        color,
    );
}

fn pattern_color(palette: &Palette, pattern: Pattern) -> Color32 {
    match pattern {
        Pattern::Mobility => palette.text_faint,
        Pattern::Plyometric | Pattern::Power => palette.severity(crate::rules::Severity::Caution),
        _ => palette.strength(),
    }
}
