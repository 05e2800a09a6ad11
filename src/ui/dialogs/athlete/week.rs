//! The part of the athlete's page that says when and with what they train.

use chrono::Weekday;
use egui::containers::menu::MenuButton;
use egui::{Button, DragValue, Role, Ui, WidgetInfo, vec2};

use crate::domain::{DayAvailability, Equipment, Minutes};
use crate::notation;
use crate::ui::format;
use crate::ui::inspector::times;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, check, field::Field, row_keys};

use super::fields::{ProfileFields, fields_row, labelled, section};

/// Width of a day's controls, in points.
const WIDTH: f32 = 80.0;

/// The days of the usual week.
pub(in crate::ui::dialogs) const DAYS: [&str; 7] =
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Times of day, availability by weekday, equipment.
pub(super) fn week_ui(ui: &mut Ui, part: &mut ProfileFields) {
    section(ui, "When they train");
    fields_row(ui, |ui| {
        let id = ui.scope_id();
        let profile = &mut *part.profile;
        for (word, name, time) in [
            ("Morning", "Usual morning start", &mut profile.morning),
            ("Evening", "Usual evening start", &mut profile.evening),
        ] {
            labelled(ui, word, |ui| {
                let (field, shown) = (Field::line(name, 64.0), format::time(*time));
                let typed = field.ui(ui, part.palette, id.with(word), &shown, times::clock);
                if let Some(typed) = typed {
                    *time = typed;
                }
            });
        }
    });
    let first = part.profile.week_start;
    days_ui(ui, part.palette, &mut part.profile.availability.week, first);
    section(ui, "Own equipment");
    chips_ui(ui, part.palette, &mut part.profile.equipment);
}

/// What each day of the week allows, side by side as far as there is room, from the day the athlete's weeks begin with.
pub(in crate::ui::dialogs) fn days_ui(
    ui: &mut Ui,
    palette: &Palette,
    week: &mut [DayAvailability; 7],
    first: Weekday,
) {
    fields_row(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut days: Vec<_> = week.iter_mut().zip(DAYS).collect();
        days.rotate_left(first.num_days_from_monday() as usize);
        for (day, name) in days {
            labelled(ui, name, |ui| day_ui(ui, palette, day, name));
        }
    });
}

#[derive(Clone, Copy, PartialEq)]
enum DayChoice {
    Free,
    Limited,
    Never,
}

/// What a day allows; `name` tells its controls from those of other days.
pub(in crate::ui::dialogs) fn day_ui(
    ui: &mut Ui,
    palette: &Palette,
    day: &mut DayAvailability,
    name: &str,
) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let current = match day {
            DayAvailability::Free => DayChoice::Free,
            DayAvailability::Limited { .. } => DayChoice::Limited,
            DayAvailability::Unavailable => DayChoice::Never,
        };
        let choices = [
            (DayChoice::Free, "Free"),
            (DayChoice::Limited, "Limited"),
            (DayChoice::Never, "Off"),
        ];
        let label = format!("Availability on {name}");
        if let Some(choice) = buttons::choice_ui(ui, &label, &choices, current, WIDTH) {
            *day = match choice {
                DayChoice::Free => DayAvailability::Free,
                DayChoice::Never => DayAvailability::Unavailable,
                DayChoice::Limited => DayAvailability::Limited {
                    minutes: Some(60),
                    gym: true,
                    equipment: Vec::new(),
                },
            };
        }
        let DayAvailability::Limited {
            minutes,
            gym,
            equipment,
        } = day
        else {
            return;
        };
        // No wider than the list above, so that the days stand at equal distances.
        ui.spacing_mut().button_padding.x = 4.0;
        minutes_ui(ui, minutes, name);
        let response = check::check_ui(ui, gym, "Gym");
        response.widget_info(|| {
            WidgetInfo::selected(Role::CheckBox, true, *gym, format!("Gym on {name}"))
        });
        let label = match equipment.len() {
            0 => "Equipment…".to_owned(),
            count => format!("Equipment · {count}"),
        };
        let button = Button::new(text(label, 11.5, Weight::Regular)).min_size(vec2(WIDTH, 0.0));
        let (menu, _) = MenuButton::from_button(button).ui(ui, |ui| {
            ui.set_width(300.0);
            let hint = format!("Available on {name}, besides what they own");
            ui.label(text(hint, 11.0, Weight::Regular).color(palette.text_soft));
            chips_ui(ui, palette, equipment);
        });
        let label = format!("Equipment on {name}");
        menu.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    });
}

/// Minutes of a limited day; none stands for no limit.
fn minutes_ui(ui: &mut Ui, minutes: &mut Option<u32>, name: &str) {
    let mut figure = minutes.unwrap_or(0);
    let drag = DragValue::new(&mut figure)
        .range(0..=1440)
        .speed(5)
        .custom_formatter(|value, _| {
            if value == 0.0 {
                "Any length".to_owned()
            } else {
                notation::minutes(Minutes(value as u32))
            }
        })
        .custom_parser(|typed| {
            let typed = typed.trim();
            if typed.is_empty() || typed.to_lowercase().starts_with("any") {
                return Some(0.0);
            }
            let minutes = notation::times::minutes(typed).ok()?;
            Some(f64::from(minutes.0))
        });
    let response = ui.add(drag);
    let label = format!("Minutes on {name}");
    response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, &label));
    if response.changed() {
        *minutes = (figure > 0).then_some(figure);
    }
}

/// Draws what can be owned or at hand, to be chosen.
pub(in crate::ui::dialogs) fn chips_ui(
    ui: &mut Ui,
    palette: &Palette,
    chosen: &mut Vec<Equipment>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        row_keys::lines_ui(ui, "equipment", |ui, keys| {
            for &item in Equipment::ALL
                .iter()
                .filter(|item| **item != Equipment::None)
            {
                let on = chosen.contains(&item);
                if keys.chip_ui(ui, palette, item.name(), on).clicked() {
                    if on {
                        chosen.retain(|other| *other != item);
                    } else {
                        chosen.push(item);
                    }
                }
            }
        });
    });
}
