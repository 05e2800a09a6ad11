//! What narrows the list of exercises: chips for the usual, a menu for the rest, and what of the rest is on.

use egui::{Popup, PopupCloseBehavior, Role, Ui, WidgetInfo, vec2};

use crate::domain::{Equipment, Muscle, Pattern};
use crate::library::Filter;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::buttons;
use crate::ui::widgets::menu_place;
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::scrolling;

/// The movements with a chip of their own.
const USUAL: [Pattern; 5] = [
    Pattern::Squat,
    Pattern::Hinge,
    Pattern::Lunge,
    Pattern::Ankle,
    Pattern::Core,
];

/// Draws the chips.
pub(super) fn filters_ui(ui: &mut Ui, palette: &Palette, filter: &mut Filter) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        row_keys::lines_ui(ui, "filters", |ui, keys| {
            usual_ui(ui, keys, palette, filter);
            more_ui(ui, keys, palette, filter);
            active_ui(ui, keys, palette, filter);
        });
    });
    ui.add_space(2.0);
}

fn usual_ui(ui: &mut Ui, keys: &mut RowKeys, palette: &Palette, filter: &mut Filter) {
    for pattern in USUAL {
        let on = filter.patterns.contains(&pattern);
        let chip = keys.chip_ui(ui, palette, pattern.name(), on);
        // Say "Filter", since exercises below may have the same name as a movement.
        let label = format!("Filter {}", pattern.name());
        chip.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &label));
        if chip.clicked() {
            toggle(&mut filter.patterns, pattern);
        }
    }
    let home = keys
        .chip_ui(ui, palette, "At home", filter.at_home)
        .on_hover_text("Exercises that need no gym");
    if home.clicked() {
        filter.at_home = !filter.at_home;
    }
}

/// What is on without a chip of its own: named, and taken off with a click.
fn active_ui(ui: &mut Ui, keys: &mut RowKeys, palette: &Palette, filter: &mut Filter) {
    let patterns = filter.patterns.clone();
    let others = patterns.iter().filter(|pattern| !USUAL.contains(pattern));
    for pattern in others {
        if active_chip_ui(ui, keys, palette, [pattern.name(); 2]) {
            toggle(&mut filter.patterns, *pattern);
        }
    }
    for muscle in filter.muscles.clone() {
        if active_chip_ui(ui, keys, palette, [muscle.short(), muscle.name()]) {
            toggle(&mut filter.muscles, muscle);
        }
    }
    for item in filter.equipment.clone() {
        if active_chip_ui(ui, keys, palette, [item.name(); 2]) {
            toggle(&mut filter.equipment, item);
        }
    }
}

/// A chip with the short of two names; true once it is clicked.
fn active_chip_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    [short, name]: [&str; 2],
) -> bool {
    let chip = keys.chip_ui(ui, palette, &format!("{short} ×"), true);
    chip.widget_info(|| {
        let label = format!("Remove filter {name}");
        WidgetInfo::labeled(Role::Button, true, label)
    });
    chip.on_hover_text("Remove this filter").clicked()
}

/// All other filters.
fn more_ui(ui: &mut Ui, keys: &mut RowKeys, palette: &Palette, filter: &mut Filter) {
    let chip = keys.chip_ui(ui, palette, "More…", false);
    let popup = Popup::menu(&chip)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("More filters")
        .width(420.0);
    menu_place::inside(popup).show(|ui| {
        let mut clears = false;
        scrolling::menu_with_foot_ui(
            ui,
            |ui| groups_ui(ui, palette, filter),
            |ui| clears = buttons::small_ui(ui, "Clear filters").clicked(),
        );
        if clears {
            *filter = Filter::default();
            ui.close();
        }
    });
}

fn groups_ui(ui: &mut Ui, palette: &Palette, filter: &mut Filter) {
    group_ui(
        ui,
        palette,
        "Movement",
        Pattern::ALL,
        [Pattern::name; 2],
        &mut filter.patterns,
    );
    group_ui(
        ui,
        palette,
        "Muscle",
        Muscle::ALL,
        [Muscle::short, Muscle::name],
        &mut filter.muscles,
    );
    group_ui(
        ui,
        palette,
        "With no more than",
        Equipment::ALL,
        [Equipment::name; 2],
        &mut filter.equipment,
    );
}

fn group_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    heading: &str,
    all: &[T],
    names: [fn(T) -> &'static str; 2],
    chosen: &mut Vec<T>,
) {
    ui.label(text(heading, 12.0, Weight::SemiBold));
    chips_ui(ui, palette, heading, (all, names), chosen);
    ui.add_space(4.0);
}

/// The short and the whole name of a value.
pub(super) type ShortAndWhole<T> = [fn(T) -> &'static str; 2];

/// A chip for each of `all`, by the short of its two names, the other on hover; those that are chosen are on.
pub(super) fn chips_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    heading: &str,
    (all, [short, name]): (&[T], ShortAndWhole<T>),
    chosen: &mut Vec<T>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        row_keys::lines_ui(ui, heading, |ui, keys| {
            for &value in all {
                let on = chosen.contains(&value);
                let mut chip = keys.chip_ui(ui, palette, short(value), on);
                if short(value) != name(value) {
                    chip = chip.on_hover_text(name(value));
                }
                // The same muscle stands under two headings, and exercises are called like their movements.
                let label = format!("{heading}: {}", name(value));
                chip.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &label));
                if chip.clicked() {
                    toggle(chosen, value);
                }
            }
        });
    });
}

fn toggle<T: PartialEq>(values: &mut Vec<T>, value: T) {
    match values.iter().position(|other| *other == value) {
        Some(index) => drop(values.remove(index)),
        None => values.push(value),
    }
}
