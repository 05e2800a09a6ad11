//! The fields of an own exercise.

use egui::{Response, Ui};

use crate::domain::{
    Count, Demand, Equipment, Exercise, ExerciseId, LoadType, Muscle, Pattern, Region, Reps,
};
use crate::ui::format;
use crate::ui::inspector::times;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::body_map::{self, BodyColors, BodyMap};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{buttons, check, line};

use super::filters;

/// Draws every field of `exercise`.
/// `begins` where the editor has just opened: the name has the keyboard.
pub(super) fn fields_ui(ui: &mut Ui, view: &View, exercise: &mut Exercise, begins: bool) {
    let palette = view.palette;
    ui.spacing_mut().item_spacing.y = 5.0;
    let name = line_ui(ui, "Name", &mut exercise.name);
    if begins {
        name.request_focus();
    }
    list_field_ui(
        ui,
        "Other names, separated by commas",
        &mut exercise.aliases,
        ',',
    );
    kind_ui(ui, exercise);
    check::check_ui(ui, &mut exercise.single_side, "One side at a time");
    dose_ui(ui, palette, exercise);
    muscles_ui(ui, palette, exercise);
    chips_ui(
        ui,
        palette,
        "Primary muscles",
        Muscle::ALL,
        [Muscle::short, Muscle::name],
        &mut exercise.primary,
    );
    exercise
        .secondary
        .retain(|muscle| !exercise.primary.contains(muscle));
    chips_ui(
        ui,
        palette,
        "Secondary muscles",
        Muscle::ALL,
        [Muscle::short, Muscle::name],
        &mut exercise.secondary,
    );
    let mut needs = exercise.equipment.first().cloned().unwrap_or_default();
    needs.retain(|item| *item != Equipment::None);
    chips_ui(
        ui,
        palette,
        "Needs",
        &Equipment::ALL[1..],
        [Equipment::name; 2],
        &mut needs,
    );
    let way = if needs.is_empty() {
        vec![Equipment::None]
    } else {
        needs
    };
    match exercise.equipment.first_mut() {
        Some(first) => *first = way,
        None => exercise.equipment.push(way),
    }
    line_ui(ui, "At home instead", &mut exercise.at_home);
    list_field_ui(ui, "Form cues, one per line", &mut exercise.cues, '\n');
    list_field_ui(
        ui,
        "Mistakes to watch for, one per line",
        &mut exercise.mistakes,
        '\n',
    );
    line_ui(ui, "Why for runners", &mut exercise.why);
    let own = exercise.id.clone();
    variant_ui(ui, view, "Easier variant", &own, &mut exercise.easier);
    variant_ui(ui, view, "Harder variant", &own, &mut exercise.harder);
}

/// Beside the words of a list, in points.
const BESIDE_WORDS: f32 = 6.0;

/// What kind of exercise it is: four lists, each below its name.
fn kind_ui(ui: &mut Ui, exercise: &mut Exercise) {
    let patterns: Vec<_> = Pattern::ALL.iter().map(|p| (*p, p.name())).collect();
    let regions = [
        (Region::Lower, "Lower"),
        (Region::Upper, "Upper"),
        (Region::Core, "Core"),
        (Region::Full, "Full"),
    ];
    let demands = [
        (Demand::Compound, "Compound"),
        (Demand::Isolation, "One joint"),
        (Demand::Activation, "Activation"),
        (Demand::Jump, "Jump"),
        (Demand::Hops, "Hops and skips"),
        (Demand::Core, "Core"),
        (Demand::Mobility, "Mobility"),
    ];
    let loads = [
        (LoadType::Kg, "Weight"),
        (LoadType::Bodyweight, "Bodyweight"),
        (LoadType::Seconds, "Seconds"),
        (LoadType::Band, "Band"),
    ];
    ui.columns_const::<2, _>(|[left, right]| {
        choice_ui(left, "Movement", &patterns, &mut exercise.pattern);
        choice_ui(right, "Region", &regions, &mut exercise.region);
        choice_ui(left, "Demand", &demands, &mut exercise.demand);
        choice_ui(right, "Loaded by", &loads, &mut exercise.load);
    });
}

fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, name: &str, all: &[(T, &str)], current: &mut T) {
    label_ui(ui, name);
    let width = ui.available_width();
    // In a narrow panel all lists have room for their words in the usual size.
    let around = std::mem::replace(&mut ui.spacing_mut().button_padding.x, BESIDE_WORDS);
    if let Some(chosen) = buttons::choice_ui(ui, name, all, *current, width) {
        *current = chosen;
    }
    ui.spacing_mut().button_padding.x = around;
}

/// The body map: a click makes a muscle primary, the next one secondary, a third takes it out.
fn muscles_ui(ui: &mut Ui, palette: &Palette, exercise: &mut Exercise) {
    label_ui(ui, "Muscles");
    let (primary, secondary) = (palette.strength(), body_map::helping(palette));
    let fill = |muscle: Muscle| match (
        exercise.primary.contains(&muscle),
        exercise.secondary.contains(&muscle),
    ) {
        (true, _) => Some(primary),
        (_, true) => Some(secondary),
        _ => None,
    };
    let map = BodyMap {
        label: "Choose muscles on the body map",
        fill: &fill,
        colors: BodyColors::of(palette),
    };
    let clicked = map.ui(ui, 170.0).clicked;
    let hint = "Click: primary · again: secondary · again: none";
    ui.label(text(hint, 11.0, Weight::Regular).color(palette.text_faint));
    if let Some(muscle) = clicked {
        next_role(exercise, muscle);
    }
}

/// From none to primary, to secondary, and to none again.
fn next_role(exercise: &mut Exercise, muscle: Muscle) {
    if exercise.primary.contains(&muscle) {
        exercise.primary.retain(|other| *other != muscle);
        exercise.secondary.push(muscle);
    } else if exercise.secondary.contains(&muscle) {
        exercise.secondary.retain(|other| *other != muscle);
    } else {
        exercise.primary.push(muscle);
    }
}

/// Another exercise, by its name; empty for none.
fn variant_ui(
    ui: &mut Ui,
    view: &View,
    name: &str,
    own: &ExerciseId,
    variant: &mut Option<ExerciseId>,
) {
    label_ui(ui, name);
    let known = variant.as_ref().and_then(|id| view.library.exercise(id));
    let current = known.map_or("", |exercise| exercise.name.as_str());
    let parse = |typed: &str| -> Result<Option<ExerciseId>, String> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        if let Some(found) = view.library.find(typed) {
            return if found.id == *own {
                Err("That is this exercise itself".to_owned())
            } else {
                Ok(Some(found.id.clone()))
            };
        }
        Err(match view.library.suggest(typed) {
            Some(close) => format!("Not known; did you mean “{}”?", close.name),
            None => "No exercise has that name".to_owned(),
        })
    };
    let id = ui.scope_id().with(name);
    let field = Field::line(name, f32::INFINITY).hint("Name of an exercise");
    if let Some(typed) = field.ui(ui, view.palette, id, current, parse) {
        *variant = typed;
    }
}

fn label_ui(ui: &mut Ui, name: &str) {
    ui.label(text(name, 11.5, Weight::Medium));
}

fn line_ui(ui: &mut Ui, name: &str, value: &mut String) -> Response {
    label_ui(ui, name);
    line::line_ui(ui, name, value, f32::INFINITY)
}

/// A list typed as text; kept as typed while the cursor is in it, so that separators can be typed.
fn list_field_ui(ui: &mut Ui, name: &str, values: &mut Vec<String>, separator: char) {
    label_ui(ui, name);
    let joined = values.join(if separator == ',' { ", " } else { "\n" });
    let rows = if separator == '\n' { 3 } else { 1 };
    let id = ui.scope_id().with(name);
    let field = Field::line(name, f32::INFINITY).rows(rows);
    let split = |typed: &str| -> Result<Vec<String>, String> {
        let parts = typed
            .split(separator)
            .map(str::trim)
            .filter(|part| !part.is_empty());
        Ok(parts.map(str::to_owned).collect())
    };
    let palette = crate::ui::theme::palette(ui.ctx());
    if let Some(parts) = field.ui(ui, palette, id, &joined, split) {
        *values = parts;
    }
}

fn dose_ui(ui: &mut Ui, palette: &Palette, exercise: &mut Exercise) {
    let id = ui.scope_id();
    let dose = &mut exercise.dose;
    ui.columns_const::<3, _>(|[left, middle, right]| {
        label_ui(left, "Sets");
        let shown = dose.sets.to_string().replace('-', "–");
        let parse = |typed: &str| typed.parse::<Count>().map_err(|error| error.to_string());
        let field = Field::line("Sets", left.available_width());
        if let Some(sets) = field.ui(left, palette, id.with("sets"), &shown, parse) {
            dose.sets = sets;
        }
        // One word, as a second line would move the field below its neighbours.
        let reps = middle.label(text("Reps", 11.5, Weight::Medium));
        reps.on_hover_text("Repetitions such as 8–10, or seconds such as 45 s");
        let shown = format::reps(dose.reps);
        let parse = |typed: &str| typed.parse::<Reps>().map_err(|error| error.to_string());
        let field = Field::line("Reps or seconds", middle.available_width());
        if let Some(reps) = field.ui(middle, palette, id.with("reps"), &shown, parse) {
            dose.reps = reps;
        }
        label_ui(right, "Rest");
        let shown = format::rest(dose.rest);
        let field = Field::line("Rest between sets", right.available_width());
        if let Some(rest) = field.ui(right, palette, id.with("rest"), &shown, times::rest) {
            dose.rest = rest;
        }
    });
}

fn chips_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    heading: &str,
    all: &[T],
    names: filters::ShortAndWhole<T>,
    chosen: &mut Vec<T>,
) {
    label_ui(ui, heading);
    filters::chips_ui(ui, palette, heading, (all, names), chosen);
}
