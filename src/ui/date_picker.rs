//! A month to choose a day from, and a field to type one into.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{Button, Grid, Id, Key, Role, Stroke, TextEdit, Ui, WidgetInfo, vec2};

use crate::domain::Week;

use super::action::{Action, Actions};
use super::calendar;
use super::day_meant::{day_meant, day_nearly_meant};
use super::dialogs::dates::{parse_date, sample};
use super::format;
use super::theme::{Weight, icons, text};
use super::view::View;
use super::widgets::{buttons, row_keys};

const CELL: egui::Vec2 = vec2(34.0, 26.0);
/// Rows of a month, whatever weekday it begins on.
const ROWS: u64 = 6;

/// What is looked at while the picker is open.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Looking {
    /// First day of the month.
    month: NaiveDate,
    typed: String,
    problem: Option<String>,
    /// The frame it was drawn in last; a gap means that it was closed meanwhile.
    frame: u64,
}

/// Draws the picker, which shows the week of the chosen day. `shown` is the first day of the shown week.
pub(super) fn picker_ui(ui: &mut Ui, view: &View, shown: NaiveDate, actions: &mut Actions) {
    let id = Id::unique("date picker");
    let frame = ui.ctx().cumulative_frame_nr();
    let known = ui.data(|data| data.get_temp::<Looking>(id));
    let known = known.filter(|known| frame <= known.frame + 1);
    let is_fresh = known.is_none();
    let mut looking = known.unwrap_or_else(|| Looking {
        month: month_of(shown + Days::new(3)),
        typed: String::new(),
        problem: None,
        frame,
    });
    looking.frame = frame;
    ui.set_width(CELL.x * 7.0 + 8.0);
    let chosen = typed_ui(ui, view, &mut looking, is_fresh);
    month_ui(ui, &mut looking);
    let clicked = days_ui(ui, view, &looking, shown);
    if let Some(date) = chosen.or(clicked) {
        actions.push(Action::ShowWeek(date));
        actions.select(None, date);
        // Focus the day: N adds a session to it, and the arrows lead to its neighbours.
        ui.memory_mut(|memory| memory.request_focus(calendar::day_id(date)));
        ui.close();
    }
    ui.data_mut(|data| data.insert_temp(id, looking));
}

fn month_of(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

/// The field; gives a day once one was typed and Enter pressed.
fn typed_ui(ui: &mut Ui, view: &View, looking: &mut Looking, is_fresh: bool) -> Option<NaiveDate> {
    let edit = TextEdit::singleline(&mut looking.typed)
        .hint_text(format!("{}, next Monday, week 2", sample()))
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6));
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Go to date"));
    if is_fresh {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let typed = looking.typed.as_str();
    let said = day_meant(typed, view.today).or_else(|| day_nearly_meant(typed, view.today));
    let read = said.map_or_else(|| parse_date(typed, view.today), Ok);
    if response.changed() {
        looking.problem = None;
        if let Ok(date) = read {
            looking.month = month_of(date);
        }
    }
    if let Some(problem) = &looking.problem {
        let color = view.palette.severity(crate::rules::Severity::Conflict);
        ui.label(text(problem, 11.0, Weight::Regular).color(color));
    }
    if !entered {
        return None;
    }
    match read {
        Ok(date) => Some(date),
        Err(problem) => {
            looking.problem = Some(problem);
            response.request_focus();
            None
        }
    }
}

fn month_ui(ui: &mut Ui, looking: &mut Looking) {
    ui.horizontal(|ui| {
        if buttons::mini_icon_ui(ui, icons::PREVIOUS, "Month before").clicked() {
            let before = looking.month.checked_sub_months(Months::new(1));
            looking.month = before.unwrap_or(looking.month);
        }
        let title = looking.month.format("%B %Y").to_string();
        ui.label(text(title, 13.0, Weight::SemiBold));
        if buttons::mini_icon_ui(ui, icons::NEXT, "Month after").clicked() {
            let after = looking.month.checked_add_months(Months::new(1));
            looking.month = after.unwrap_or(looking.month);
        }
    });
}

fn days_ui(ui: &mut Ui, view: &View, looking: &Looking, shown: NaiveDate) -> Option<NaiveDate> {
    let palette = view.palette;
    let first = Week::of(looking.month, view.athlete.profile.week_start).first();
    let mut chosen = None;
    let grid = Grid::new("days of the month")
        .num_columns(7)
        .spacing(vec2(0.0, 0.0));
    row_keys::lines_ui(ui, "days of the month", |ui, keys| {
        grid.show(ui, |ui| {
            for date in first.iter_days().take(7) {
                let name = text(format::weekday(date), 11.0, Weight::Medium);
                ui.add_sized(CELL, egui::Label::new(name.color(palette.text_faint)));
            }
            ui.end_row();
            for row in 0..ROWS {
                for date in (first + Days::new(7 * row)).iter_days().take(7) {
                    let in_month = date.month() == looking.month.month();
                    let is_race = view
                        .athlete
                        .profile
                        .races
                        .iter()
                        .any(|race| race.date == date);
                    let in_week = (shown..shown + Days::new(7)).contains(&date);
                    let color = if is_race {
                        palette.run(crate::domain::RunKind::Race)
                    } else if in_month {
                        palette.text
                    } else {
                        palette.text_faint
                    };
                    let weight = if date == view.today || is_race {
                        Weight::SemiBold
                    } else {
                        Weight::Regular
                    };
                    let label = text(date.day().to_string(), 12.0, weight).color(color);
                    let line = if date == view.today {
                        Stroke::new(1.5, palette.accent)
                    } else {
                        Stroke::NONE
                    };
                    let fill = if in_week {
                        palette.accent_soft
                    } else {
                        egui::Color32::TRANSPARENT
                    };
                    let button = Button::new(label).fill(fill).stroke(line);
                    let spoken = format::full_day(date);
                    let chosen_day = in_week && date == shown;
                    let response = keys.next_ui(ui, &spoken, chosen_day, |ui, sense| {
                        ui.add(button.min_size(CELL).sense(sense))
                    });
                    let mut name = format!("Go to {spoken}");
                    if is_race {
                        name = format!("{name}, race");
                    }
                    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                    if response.clicked() {
                        chosen = Some(date);
                    }
                }
                ui.end_row();
            }
        });
    });
    chosen
}
