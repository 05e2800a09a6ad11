//! When a session takes place and for how long; whether it is key, and whether it may be moved.

use chrono::{Days, NaiveDate};
use egui::Ui;

use crate::domain::{DayPart, KeyMark, Session, Slot, Start, Week};
use crate::planning;
use crate::ui::action::Action;
use crate::ui::card_facts::CardFacts;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::widgets::{buttons, field::Field, menu_place, row_keys, segments};

use super::editor::{Editor, heading_ui, label_ui};
use super::{quantities, times};

/// The least room for the clock beside the halves of the day, and for the lock beside the day, in points; with less they
/// stand below.
const CLOCK: f32 = 58.0;
const LOCK: [f32; 2] = [48.0, 62.0];

/// Draws day, start, duration, key mark and lock.
pub(super) fn when_ui(ui: &mut Ui, editor: &mut Editor, state: &mut Shared, facts: &CardFacts) {
    heading_ui(ui, "When");
    if !editor.is_template() {
        day_ui(ui, editor, state);
    }
    let session = editor.session();
    let trains = session.kind().is_session();
    // What is no training has no time of day; one that it was given can be taken away again.
    if trains || session.plan.start != Start::Unset {
        start_ui(ui, editor);
    }
    if trains {
        duration_ui(ui, editor, facts);
    }
}

/// The day with a step back and forth, all days of its week, and the lock.
fn day_ui(ui: &mut Ui, editor: &mut Editor, state: &mut Shared) {
    let session = editor.session();
    let mut has_room = true;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if buttons::icon_ui(ui, icons::PREVIOUS, "A day earlier").clicked() {
            move_to(editor, state, session.date.checked_sub_days(Days::new(1)));
        }
        let label = format!(
            "{} {}",
            format::weekday(session.date),
            format::day_month(session.date)
        );
        ui.menu_button(text(label, 13.0, Weight::Medium), |ui| {
            menu_place::pad_entries(ui);
            let week = Week::of(session.date, editor.view.athlete.profile.week_start).first();
            row_keys::list_ui(ui, "days", |ui, keys| {
                for date in (0..7).filter_map(|day| week.checked_add_days(Days::new(day))) {
                    let label = format!("{} {}", format::weekday(date), format::day_month(date));
                    if keys.label_ui(ui, &label, date == session.date).clicked() {
                        move_to(editor, state, Some(date));
                        ui.close();
                    }
                }
            });
        })
        .response
        .on_hover_text("Choose the day");
        if buttons::icon_ui(ui, icons::NEXT, "A day later").clicked() {
            move_to(editor, state, session.date.checked_add_days(Days::new(1)));
        }
        has_room = ui.available_width() >= LOCK[usize::from(session.locked)];
        if has_room {
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| lock_ui(ui, editor, &session));
        }
    });
    if !has_room {
        lock_ui(ui, editor, &session);
    }
}

fn lock_ui(ui: &mut Ui, editor: &mut Editor, session: &Session) {
    let label = if session.locked { "Locked" } else { "Lock" };
    let lock = buttons::chip_ui(ui, editor.palette(), label, session.locked)
        .on_hover_text("A locked session stays where it is when you look for a better week");
    if lock.clicked() {
        let label = if session.locked {
            "Unlock session"
        } else {
            "Lock session"
        };
        editor.change(label, |session| {
            *session = planning::locked(session, !session.locked);
        });
    }
}

fn move_to(editor: &mut Editor, state: &mut Shared, date: Option<NaiveDate>) {
    let session = editor.session();
    let Some(date) = date.filter(|date| *date != session.date) else {
        return;
    };
    if session.status.is_trained() && date > editor.view.today {
        let title = editor.title();
        let told = format!("What was done stays on its day; copy the {title} to plan it again.");
        editor.actions.push(Action::Notify(told));
        return;
    }
    let label = format!("Move {}", editor.title());
    editor.change(label, |session| {
        session.move_to(Slot {
            date,
            start: session.plan.start,
        });
    });
    state.day = date;
    let week_start = editor.view.athlete.profile.week_start;
    if Week::of(date, week_start).first() != Week::of(session.date, week_start).first() {
        editor.actions.push(Action::ShowSession(session.id));
    }
}

/// Any time, a half of the day, or by the clock.
fn start_ui(ui: &mut Ui, editor: &mut Editor) {
    let part = editor.session().plan.start.part();
    let mut has_room = true;
    ui.horizontal_top(|ui| {
        let halves = [
            (None, "Any time"),
            (Some(DayPart::Morning), "AM"),
            (Some(DayPart::Evening), "PM"),
        ];
        if let Some(part) = segments::segments_ui(ui, editor.palette(), &halves, part) {
            set_start(editor, part.map_or(Start::Unset, Start::Part));
        }
        has_room = ui.available_width() >= CLOCK;
        if has_room {
            clock_ui(ui, editor, part);
        }
    });
    if !has_room {
        clock_ui(ui, editor, part);
    }
}

/// The field of the time; what is usual for that half of the day stands there faintly.
fn clock_ui(ui: &mut Ui, editor: &mut Editor, part: Option<DayPart>) {
    let session = editor.session();
    let profile = &editor.view.athlete.profile;
    let usual = if part == Some(DayPart::Evening) {
        profile.evening
    } else {
        profile.morning
    };
    let (shown, hint) = match session.plan.start {
        Start::Clock(time) => (format::time(time), String::new()),
        _ => (String::new(), format!("≈ {}", format::time(usual))),
    };
    let parse = |typed: &str| quantities::optional(typed, times::clock);
    let field = Field::line("Start time", ui.available_width()).hint(&hint);
    let id = editor.id("start");
    let typed = ui
        .vertical(|ui| field.ui(ui, editor.palette(), id, &shown, parse))
        .inner;
    if let Some(time) = typed {
        let start = time.map_or_else(|| part.map_or(Start::Unset, Start::Part), Start::Clock);
        set_start(editor, start);
    }
}

fn set_start(editor: &mut Editor, start: Start) {
    editor.change("Change start", |session| {
        // Only a session that was moved can be moved back; a new time on the same day is no move.
        if session.first_planned.is_some() {
            session.move_to(Slot {
                date: session.date,
                start,
            });
        } else {
            session.plan.start = start;
        }
    });
}

fn duration_ui(ui: &mut Ui, editor: &mut Editor, facts: &CardFacts) {
    let session = editor.session();
    ui.columns_const::<2, _>(|[left, right]| {
        let said = session
            .plan
            .duration
            .map(format::minutes)
            .unwrap_or_default();
        let hint = format!("≈ {}", format::minutes(facts.minutes));
        let parse = |typed: &str| quantities::optional(typed, times::minutes);
        if let Some(duration) = editor.field_ui(left, "Duration", "Duration", (&said, &hint), parse)
        {
            editor.change("Change duration", |session| {
                session.plan.duration = duration;
            });
        }
        key_ui(right, editor, &session);
    });
}

fn key_ui(ui: &mut Ui, editor: &mut Editor, session: &Session) {
    let marks = [
        (KeyMark::ByKind, "By kind"),
        (KeyMark::Key, "Key"),
        (KeyMark::NotKey, "Not key"),
    ];
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        label_ui(ui, editor.palette(), "Key session");
        let width = ui.available_width();
        if let Some(key) = buttons::choice_ui(ui, "Key session", &marks, session.plan.key, width) {
            editor.change("Change key mark", |session| session.plan.key = key);
        }
    });
}
