//! The card of an exercise: body figure, cues, mistakes, dose, variants and source.

use egui::{Color32, CornerRadius, Id, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::domain::{Exercise, LoadType, Muscle};
use crate::edit::WorkspaceEdit;
use crate::library::Library;
use crate::library::movement::movement_of;
use crate::load;
use crate::load::records::{PersonalRecord, strongest};
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::shared::Shared;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::aside;
use crate::ui::widgets::body_map::{self, BodyColors, BodyMap};
use crate::ui::widgets::buttons;
use crate::ui::widgets::movement::MovementFigure;
use crate::ui::{format, records};

use super::parts::title_ui;
use super::state::LibraryState;

/// Width from which the names of the muscles stand beside the figure, in points.
const BESIDE: f32 = 250.0;
/// A card with less height than this is low, in points.
const LOW: f32 = 260.0;
/// Height of the movement figure, in points.
const MOVEMENT_HEIGHT: f32 = 104.0;

/// Draws the card into the rest of the panel.
pub fn card_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    exercise: &Exercise,
    actions: &mut Actions,
) {
    let palette = view.palette;
    // Where there is little height the figure comes first: it says at once which movement it is.
    let low = ui.available_height() < LOW;
    // The heading with its close button stays in sight while the card scrolls.
    heading_ui(ui, view, state, exercise, actions);
    ScrollArea::vertical()
        .id_salt(("exercise card", &exercise.id))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            if !low {
                dose_ui(ui, palette, exercise);
            }
            let add = super::adding::label(view, shared);
            let button = buttons::soft_ui(ui, palette, &add);
            // The button says only where to; name the exercise for screen readers.
            let name = format!("{add}: {}", exercise.name);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if button.clicked() {
                super::adding::add_exercise(view, shared, exercise, actions);
            }
            ui.add_space(4.0);
            // Keep the figure next to the cues, which highlight its joints.
            movement_ui(ui, palette, exercise, view.library);
            if low {
                dose_ui(ui, palette, exercise);
            }
            cues_ui(ui, palette, exercise);
            let caution = palette.severity(crate::rules::Severity::Caution);
            list_ui(ui, "Watch for", &exercise.mistakes, caution, |ui, line| {
                body(ui, palette, line);
            });
            ui.add_space(4.0);
            figure_ui(ui, palette, state, exercise);
            strength_ui(ui, view, exercise, actions);
            if !exercise.why.is_empty() {
                heading(ui, "Why for runners", palette.text);
                body(ui, palette, &exercise.why);
            }
            if !exercise.at_home.is_empty() {
                heading(ui, "At home", palette.text);
                body(ui, palette, &exercise.at_home);
            }
            variants_ui(ui, view, state, exercise);
            sources_ui(ui, palette, exercise);
            ui.add_space(8.0);
        });
}

fn heading_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    exercise: &Exercise,
    actions: &mut Actions,
) {
    title_ui(ui, &exercise.name, |ui| {
        let own = view
            .workspace
            .own
            .exercises
            .iter()
            .any(|own| own.id == exercise.id);
        if own {
            if buttons::mini_icon_ui(ui, icons::EDIT, "Edit exercise").clicked() {
                state.editing = Some(Box::new(exercise.clone()));
            }
            if buttons::mini_icon_ui(ui, icons::DELETE, "Delete exercise").clicked() {
                let label = format!("Delete {}", exercise.name.to_lowercase());
                actions.delete(label, WorkspaceEdit::RemoveExercise(exercise.id.clone()));
                state.exercise = None;
            }
        } else if buttons::mini_icon_ui(ui, icons::DUPLICATE, "Make a copy of your own").clicked() {
            state.editing = Some(Box::new(super::own::copy_of(exercise)));
        }
        if buttons::mini_icon_ui(ui, icons::CLOSE, "Close card").clicked() {
            state.exercise = None;
        }
    });
}

/// What it is, what it needs, and how much of it is usual.
fn dose_ui(ui: &mut Ui, palette: &Palette, exercise: &Exercise) {
    let ways: Vec<String> = exercise
        .equipment
        .iter()
        .map(|way| {
            let items: Vec<_> = way.iter().map(|item| item.name().to_lowercase()).collect();
            items.join(" + ")
        })
        .collect();
    let dose = format!(
        "{} × {}{}",
        exercise.dose.sets.to_string().replace('-', "–"),
        format::reps(exercise.dose.reps),
        if exercise.single_side { " / side" } else { "" },
    );
    let line = format!(
        "{} · {} · {} · rest {}",
        exercise.pattern.name(),
        ways.join(" or "),
        format::keep_dose(&dose),
        format::rest(exercise.dose.rest),
    );
    aside::soft_ui(ui, palette, 11.5, line);
    ui.add_space(4.0);
}

/// What the athlete can lift, their records, and the calculator.
fn strength_ui(ui: &mut Ui, view: &View, exercise: &Exercise, actions: &mut Actions) {
    let units = view.units();
    let mine = |record: &&PersonalRecord| record.exercise.as_ref() == Some(&exercise.id);
    let standing = view.derived.book.standing();
    let records: Vec<&PersonalRecord> = standing.iter().filter(mine).collect();
    let tested = load::tested_max(&view.athlete.profile, &exercise.id, view.today);
    if !records.is_empty() || tested.is_some() {
        heading(ui, "Records", view.palette.text);
        if let Some(kg) = tested {
            body(
                ui,
                view.palette,
                &format!("Tested 1RM {}", format::mass(kg, units)),
            );
        }
        for record in strongest(&records) {
            let day = format::date(record.date);
            let line = format!("{}, {day}", records::line(record, units));
            body(ui, view.palette, &line);
        }
    }
    if exercise.load == LoadType::Kg || !records.is_empty() {
        ui.add_space(2.0);
        if buttons::small_ui(ui, "1RM calculator…").clicked() {
            actions.command(Command::MaxCalculator);
        }
        ui.add_space(4.0);
    }
}

fn figure_ui(ui: &mut Ui, palette: &Palette, state: &mut LibraryState, exercise: &Exercise) {
    let (primary, secondary) = (palette.strength(), body_map::helping(palette));
    let fill = |muscle: Muscle| -> Option<Color32> {
        if exercise.primary.contains(&muscle) {
            Some(primary)
        } else if exercise.secondary.contains(&muscle) {
            Some(secondary)
        } else {
            None
        }
    };
    let roles_ui = |ui: &mut Ui| {
        role_ui(ui, palette, "Primary", &exercise.primary, primary);
        role_ui(ui, palette, "Secondary", &exercise.secondary, secondary);
    };
    if ui.available_width() < BESIDE {
        body_ui(ui, palette, state, exercise, &fill);
        roles_ui(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        body_ui(ui, palette, state, exercise, &fill);
        ui.add_space(4.0);
        ui.vertical(roles_ui);
    });
}

/// The body map, which narrows the list to the muscle that is clicked.
fn body_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &mut LibraryState,
    exercise: &Exercise,
    fill: &dyn Fn(Muscle) -> Option<Color32>,
) {
    let colors = BodyColors::of(palette);
    let label = format!("Body map: {}", names(&exercise.primary));
    let shown = BodyMap {
        label: &label,
        fill,
        colors,
    }
    .ui(ui, 150.0);
    if let Some(muscle) = shown.clicked {
        state.filter.muscles = vec![muscle];
        state.query.clear();
    }
}

fn names(muscles: &[Muscle]) -> String {
    let names: Vec<_> = muscles
        .iter()
        .map(|muscle| muscle.short().to_lowercase())
        .collect();
    names.join(", ")
}

fn role_ui(ui: &mut Ui, palette: &Palette, role: &str, muscles: &[Muscle], color: Color32) {
    if muscles.is_empty() {
        return;
    }
    heading(ui, role, palette.text);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let (rect, _) = ui.allocate_exact_size(vec2(9.0, 15.0), Sense::hover());
        let square = egui::Rect::from_center_size(rect.center(), vec2(9.0, 9.0));
        ui.painter()
            .rect_filled(square, CornerRadius::same(2), color);
        let mut words = names(muscles);
        if let Some(first) = words.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        let whole: Vec<_> = muscles.iter().map(|muscle| muscle.name()).collect();
        body(ui, palette, &words).on_hover_text(whole.join(", "));
    });
}

fn heading(ui: &mut Ui, content: &str, color: Color32) {
    ui.add_space(3.0);
    ui.label(text(content, 12.0, Weight::SemiBold).color(color));
}

fn body(ui: &mut Ui, palette: &Palette, content: &str) -> Response {
    ui.add(egui::Label::new(text(content, 12.0, Weight::Regular).color(palette.text_soft)).wrap())
}

fn list_ui(
    ui: &mut Ui,
    title: &str,
    lines: &[String],
    color: Color32,
    mut line_ui: impl FnMut(&mut Ui, &str),
) {
    if lines.is_empty() {
        return;
    }
    heading(ui, title, color);
    for (index, line) in lines.iter().enumerate() {
        line_ui(ui, &format!("{} · {line}", index + 1));
    }
}

/// Where it is kept which cue of an exercise is being read.
fn reading_id(exercise: &Exercise) -> Id {
    Id::unique(("cue being read", exercise.id.as_str()))
}

/// The figure of the movement, which marks the joints of the cue that is being read.
fn movement_ui(ui: &mut Ui, palette: &Palette, exercise: &Exercise, library: &Library) {
    let Some(movement) = movement_of(exercise, library) else {
        return;
    };
    let figure = MovementFigure {
        name: &exercise.name,
        movement,
        cue: ui.data(|data| data.get_temp(reading_id(exercise))),
    };
    let width = ui.available_width().min(300.0);
    figure.ui(ui, palette, vec2(width, MOVEMENT_HEIGHT));
}

/// The cues. The one under the pointer, or that the keyboard has reached, is the one being read.
fn cues_ui(ui: &mut Ui, palette: &Palette, exercise: &Exercise) {
    let mut read = None;
    let mut place = 0;
    list_ui(ui, "Form cues", &exercise.cues, palette.text, |ui, line| {
        let line = text(line, 12.0, Weight::Regular).color(palette.text_soft);
        let label = egui::Label::new(line)
            .wrap()
            .sense(Sense::focusable_noninteractive());
        let response = ui.add(label);
        if response.hovered() || (read.is_none() && response.has_focus()) {
            read = Some(place);
        }
        place += 1;
    });
    let id = reading_id(exercise);
    let before: Option<usize> = ui.data(|data| data.get_temp(id));
    if before == read {
        return;
    }
    ui.data_mut(|data| match read {
        Some(cue) => {
            data.insert_temp::<usize>(id, cue);
        }
        None => data.remove::<usize>(id),
    });
    // The figure above was already drawn: draw again.
    ui.request_repaint();
}

fn variants_ui(ui: &mut Ui, view: &View, state: &mut LibraryState, exercise: &Exercise) {
    for (word, id) in [("Easier", &exercise.easier), ("Harder", &exercise.harder)] {
        let Some(variant) = id.as_ref().and_then(|id| view.library.exercise(id)) else {
            continue;
        };
        ui.horizontal(|ui| {
            ui.label(text(word, 12.0, Weight::SemiBold));
            if ui
                .link(text(&variant.name, 12.0, Weight::Regular))
                .clicked()
            {
                state.exercise = Some(variant.id.clone());
            }
        });
    }
}

fn sources_ui(ui: &mut Ui, palette: &Palette, exercise: &Exercise) {
    let sources: Vec<String> = exercise
        .sources
        .iter()
        .map(|source| {
            let name = super::own::source_name(&source.source);
            if source.dose.is_empty() {
                name.to_owned()
            } else {
                format!("{name}: {}", source.dose)
            }
        })
        .collect();
    if sources.is_empty() {
        return;
    }
    ui.add_space(3.0);
    let line = format!("Source: {}", sources.join(" · "));
    aside::faint_ui(ui, palette, 11.0, line);
}
