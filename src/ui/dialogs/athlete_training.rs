//! The part of the athlete's page that says when, where and with what they train.

use egui::{DragValue, Grid, Role, Ui, WidgetInfo, vec2};

use crate::domain::{Bpm, DayAvailability, Equipment, Pace, Profile};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, field::Field};

use super::athlete::{labelled, parse_time, section};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Times of day, availability by weekday, equipment.
pub(super) fn training_ui(ui: &mut Ui, palette: &Palette, profile: &mut Profile) {
    section(ui, "When they train");
    ui.horizontal_top(|ui| {
        let id = ui.scope_id();
        labelled(ui, "Morning", |ui| {
            let shown = format::time(profile.morning);
            let field = Field::line("Usual morning start", 64.0);
            if let Some(time) = field.ui(ui, palette, id.with("morning"), &shown, parse_time) {
                profile.morning = time;
            }
        });
        labelled(ui, "Evening", |ui| {
            let shown = format::time(profile.evening);
            let field = Field::line("Usual evening start", 64.0);
            if let Some(time) = field.ui(ui, palette, id.with("evening"), &shown, parse_time) {
                profile.evening = time;
            }
        });
    });
    week_ui(ui, palette, profile);
    section(ui, "Own equipment");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for &item in &Equipment::ALL[1..] {
            let on = profile.equipment.contains(&item);
            if buttons::chip_ui(ui, palette, item.name(), on).clicked() {
                if on {
                    profile.equipment.retain(|other| *other != item);
                } else {
                    profile.equipment.push(item);
                }
            }
        }
    });
}

#[derive(Clone, Copy, PartialEq)]
enum Choice {
    Free,
    Limited,
    Never,
}

fn week_ui(ui: &mut Ui, palette: &Palette, profile: &mut Profile) {
    Grid::new("availability")
        .num_columns(7)
        .spacing(vec2(8.0, 4.0))
        .show(ui, |ui| {
            for name in DAYS {
                ui.label(text(name, 11.5, Weight::Medium).color(palette.text_soft));
            }
            ui.end_row();
            for (day, name) in profile.availability.week.iter_mut().zip(DAYS) {
                day_ui(ui, day, name);
            }
            ui.end_row();
        });
}

fn day_ui(ui: &mut Ui, day: &mut DayAvailability, name: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let current = match day {
            DayAvailability::Free => Choice::Free,
            DayAvailability::Limited { .. } => Choice::Limited,
            DayAvailability::Unavailable => Choice::Never,
        };
        let choices = [
            (Choice::Free, "free"),
            (Choice::Limited, "limited"),
            (Choice::Never, "off"),
        ];
        let label = format!("Availability on {name}");
        if let Some(choice) = buttons::choice_ui(ui, &label, &choices, current, 68.0) {
            *day = match choice {
                Choice::Free => DayAvailability::Free,
                Choice::Never => DayAvailability::Unavailable,
                Choice::Limited => DayAvailability::Limited {
                    minutes: Some(60),
                    gym: true,
                    equipment: Vec::new(),
                },
            };
        }
        if let DayAvailability::Limited { minutes, gym, .. } = day {
            let mut figure = minutes.unwrap_or(0);
            let drag = DragValue::new(&mut figure)
                .range(0..=1440)
                .speed(5)
                .suffix(" min");
            let response = ui.add(drag);
            response.widget_info(|| {
                WidgetInfo::labeled(Role::SpinButton, true, format!("Minutes on {name}"))
            });
            if response.changed() {
                *minutes = (figure > 0).then_some(figure);
            }
            let response = ui.checkbox(gym, "gym");
            response.widget_info(|| {
                WidgetInfo::selected(Role::CheckBox, true, *gym, format!("Gym on {name}"))
            });
        }
    });
}

/// Heart-rate and pace anchors.
pub(super) fn anchors_ui(ui: &mut Ui, palette: &Palette, profile: &mut Profile) {
    section(ui, "Anchors");
    let id = ui.scope_id();
    ui.horizontal_top(|ui| {
        labelled(ui, "Resting HR", |ui| {
            let heart = &mut profile.heart_rate.rest;
            bpm_ui(ui, palette, "Resting heart rate", heart);
        });
        labelled(ui, "Highest HR", |ui| {
            let heart = &mut profile.heart_rate.max;
            bpm_ui(ui, palette, "Highest heart rate", heart);
        });
        labelled(ui, "Threshold pace", |ui| {
            let units = profile.units;
            let shown = profile
                .threshold_pace
                .map(|p| format::pace(p, units))
                .unwrap_or_default();
            let field = Field::line("Threshold pace", 90.0).hint("4:25");
            let parse = |typed: &str| parse_pace(typed, units);
            if let Some(pace) = field.ui(ui, palette, id.with("threshold"), &shown, parse) {
                profile.threshold_pace = pace;
            }
        });
    });
}

fn bpm_ui(ui: &mut Ui, palette: &Palette, name: &str, value: &mut Option<Bpm>) {
    let shown = value.map(|bpm| bpm.0.to_string()).unwrap_or_default();
    let parse = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse::<u16>() {
            Ok(bpm) if (25..=250).contains(&bpm) => Ok(Some(Bpm(bpm))),
            _ => Err("25 to 250 beats a minute".to_owned()),
        },
    };
    let id = ui.scope_id().with(name);
    if let Some(bpm) = Field::line(name, 60.0)
        .hint("bpm")
        .ui(ui, palette, id, &shown, parse)
    {
        *value = bpm;
    }
}

/// Reads a pace in the athlete's unit; empty means not known.
fn parse_pace(typed: &str, units: crate::domain::Units) -> Result<Option<Pace>, String> {
    let typed = typed
        .trim()
        .trim_end_matches("/km")
        .trim_end_matches("/mi")
        .trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let error = || "A pace such as 4:25".to_owned();
    let (minutes, seconds) = typed.split_once(':').ok_or_else(error)?;
    let minutes: f64 = minutes.parse().map_err(|_| error())?;
    let seconds: f64 = seconds.parse().map_err(|_| error())?;
    let total = minutes * 60.0 + seconds;
    if !(60.0..=3600.0).contains(&total) || !(0.0..60.0).contains(&seconds) {
        return Err(error());
    }
    Ok(Some(match units.distance {
        crate::domain::DistanceUnit::Km => Pace::from_seconds_per_km(total),
        crate::domain::DistanceUnit::Miles => Pace::from_seconds_per_mile(total),
    }))
}
