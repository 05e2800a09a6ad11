//! Days on the athlete's page that differ from the usual week: travel, illness, holidays.

use chrono::Days;
use egui::Ui;

use crate::domain::{DayAvailability, Exception, ExceptionKind};
use crate::ui::widgets::{buttons, field::Field, line::line_ui};

use super::fields::{ProfileFields, fields_row, labelled, remove_ui, section};
use super::week::day_ui;
use crate::ui::dialogs::dates::{date_text, parse_date};

const KINDS: [(ExceptionKind, &str); 4] = [
    (ExceptionKind::Travel, "Travel"),
    (ExceptionKind::Illness, "Illness"),
    (ExceptionKind::Holiday, "Holiday"),
    (ExceptionKind::Other, "Other"),
];

/// Draws the exceptions, the last of which wins where two cover a day.
pub(super) fn away_ui(ui: &mut Ui, part: &mut ProfileFields) {
    section(ui, "Away or ill");
    let mut removed = None;
    for index in 0..part.profile.availability.exceptions.len() {
        ui.push_id(("exception", index), |ui| {
            if exception_ui(ui, part, index) {
                removed = Some(index);
            }
        });
    }
    let exceptions = &mut part.profile.availability.exceptions;
    if let Some(index) = removed {
        exceptions.remove(index);
    }
    if buttons::small_ui(ui, "Add days away").clicked() {
        exceptions.push(Exception {
            from: part.today,
            to: part.today + Days::new(6),
            kind: ExceptionKind::Travel,
            day: DayAvailability::Unavailable,
            note: String::new(),
        });
    }
}

/// One span of days; true when it is to be removed.
fn exception_ui(ui: &mut Ui, part: &mut ProfileFields, index: usize) -> bool {
    let (today, palette) = (part.today, part.palette);
    let Some(exception) = part.profile.availability.exceptions.get_mut(index) else {
        return false;
    };
    let id = ui.scope_id();
    let number = index + 1;
    let named = |what: &str| format!("Days away {number} {what}");
    let mut removed = false;
    fields_row(ui, |ui| {
        labelled(ui, "Why", |ui| {
            let name = named("reason");
            if let Some(kind) = buttons::choice_ui(ui, &name, &KINDS, exception.kind, 80.0) {
                exception.kind = kind;
            }
        });
        labelled(ui, "From", |ui| {
            let (name, shown) = (named("from"), date_text(exception.from));
            let parse = |typed: &str| parse_date(typed, today);
            let field = Field::line(&name, 100.0);
            if let Some(from) = field.ui(ui, palette, id.with("from"), &shown, parse) {
                // The span moves as a whole, so that its last day never lies before its first.
                exception.to = from + (exception.to - exception.from);
                exception.from = from;
            }
        });
        labelled(ui, "To, included", |ui| {
            let (name, shown) = (named("to"), date_text(exception.to));
            let from = exception.from;
            let parse = |typed: &str| match parse_date(typed, from)? {
                to if to < from => Err("Not before the first day".to_owned()),
                to => Ok(to),
            };
            let field = Field::line(&name, 100.0);
            if let Some(to) = field.ui(ui, palette, id.with("to"), &shown, parse) {
                exception.to = to;
            }
        });
        labelled(ui, "Training", |ui| {
            day_ui(
                ui,
                palette,
                &mut exception.day,
                &format!("days away {number}"),
            );
        });
        labelled(ui, "Note", |ui| {
            line_ui(ui, &named("note"), &mut exception.note, 130.0);
        });
        labelled(ui, "", |ui| {
            let name = format!("Remove days away {number}");
            removed = remove_ui(ui, &name);
        });
    });
    removed
}
