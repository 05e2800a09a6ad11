//! The weeks of a plan as they will stand, with what becomes of the sessions that are planned there, and their findings.

use chrono::Datelike;
use egui::{Label, Ui};

use crate::domain::{Meters, Prescription, Units, Week};
use crate::intake::{Certainty, PlanReading, ReadSession};
use crate::library::Library;
use crate::load;
use crate::notation::{self, Dose, Style};
use crate::planning::WeekChoice;
use crate::rules::Severity;
use crate::text::day_word;
use crate::ui::format::{day_month, plural};
use crate::ui::plan_reading::{PlanRead, PlanWeek};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::marks;
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::together::keep_together;

use super::{BringInForm, Goal};

/// The most sessions that are listed.
const MOST_SESSIONS: usize = 400;
/// The most findings of a week that are listed.
const MOST_FINDINGS: usize = 4;

impl BringInForm {
    pub(super) fn weeks_ui(&mut self, ui: &mut Ui, palette: &Palette, library: &Library) {
        let Some(read) = &self.read else { return };
        let reading = match &read.reading {
            Ok(reading) => reading,
            Err(message) => {
                let color = palette.severity(Severity::Conflict);
                ui.add(Label::new(text(message, 13.0, Weight::Regular).color(color)).wrap());
                return;
            }
        };
        if reading.sessions.is_empty() {
            let heading = text("What was understood", 13.0, Weight::SemiBold);
            ui.label(heading.color(palette.text_soft));
            let none = "Each session appears here as it is read, with what was guessed and what the rules say. No session was understood yet.";
            aside::soft_ui(ui, palette, 12.0, none);
            return;
        }
        let into_calendar = self.goal == Goal::Calendar;
        let mut weeks: Vec<u32> = reading.sessions.iter().map(|read| read.week).collect();
        weeks.dedup();
        let mut chosen = None;
        let mut shown = 0;
        row_keys::list_ui(ui, "weeks", |ui, keys| {
            for week in weeks {
                heading_ui(ui, palette, reading, (week, read.units));
                let place = read.weeks.iter().find(|place| place.number == week);
                let place = place.filter(|_| into_calendar);
                if let Some(place) = place {
                    let choice = self.choices.get(&week).copied().unwrap_or_default();
                    if let Some(choice) = choice_ui(ui, keys, palette, place, choice) {
                        chosen = Some((week, choice));
                    }
                }
                let sessions = reading.sessions.iter().filter(|read| read.week == week);
                for session in sessions.take(MOST_SESSIONS.saturating_sub(shown)) {
                    shown += 1;
                    session_ui(ui, palette, library, (session, read.units));
                }
                if let Some(place) = place {
                    findings_ui(ui, palette, read, place.week);
                }
            }
        });
        if let Some((week, choice)) = chosen {
            self.choices.insert(week, choice);
            self.ask_again();
        }
    }
}

fn heading_ui(
    ui: &mut Ui,
    palette: &Palette,
    reading: &PlanReading,
    (number, units): (u32, Units),
) {
    ui.add_space(4.0);
    let own = reading.weeks.iter().find(|week| week.number == number);
    let title = own.map_or("", |week| week.title.as_str());
    let words = if title.is_empty() || title == number.to_string() {
        format!("Week {number}")
    } else {
        format!("Week {number} · {title}")
    };
    ui.label(text(words, 12.0, Weight::SemiBold));
    if let Some(total) = reading.totals.iter().find(|total| total.week == number) {
        let far = |metres: f64| {
            let metres = Meters::try_from(metres).unwrap_or_default();
            notation::distance(metres, units)
        };
        let words = format!(
            "The total says {}, the sessions come to {}",
            far(total.said),
            far(total.sum)
        );
        let color = palette.severity(Severity::Caution);
        ui.add(Label::new(text(words, 12.0, Weight::Regular).color(color)).wrap());
    }
}

/// What to do with a week in which other sessions are planned.
fn choice_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    place: &PlanWeek,
    current: WeekChoice,
) -> Option<WeekChoice> {
    if place.there == 0 && current == WeekChoice::Add {
        return None;
    }
    let choices = [
        (WeekChoice::Add, "Add to them"),
        (WeekChoice::Replace, "Replace them"),
        (WeekChoice::LeaveOut, "Leave this week out"),
    ];
    let planned = plural(place.there, "session is", "sessions are");
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        let said = text(format!("{planned} planned there"), 12.0, Weight::Regular);
        ui.label(said.color(palette.text_soft));
        let name = format!("Week {}: what is planned there", place.number);
        chosen = keys.choice_ui(ui, &name, &choices, current);
    });
    chosen
}

fn session_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &Library,
    (session, units): (&ReadSession, Units),
) {
    let day = match (session.date, session.day) {
        (Some(date), _) => format!("{} {}", day_word(date.weekday()), day_month(date)),
        (None, Some(day)) => day_word(day).to_owned(),
        (None, None) => "–".to_owned(),
    };
    let color = match session.certainty {
        Certainty::Sure => palette.text,
        Certainty::Guessed => palette.severity(Severity::Caution),
        Certainty::Note => palette.text_soft,
    };
    let words = keep_together(&format!("{day}  {}", line(session, library, units)));
    ui.add(Label::new(text(words, 12.0, Weight::Regular).color(color)).wrap());
}

fn line(session: &ReadSession, library: &Library, units: Units) -> String {
    let plan = &session.plan;
    let mut words = vec![load::title_of(plan, library)];
    if let Some(run) = plan.run() {
        words.extend(run.distance.map(|far| notation::distance(far, units)));
        let steps = run.steps.iter().take(8);
        words.extend(steps.map(|step| notation::step(step, units, Style::Screen)));
    }
    words.extend(plan.duration.map(notation::minutes));
    for dose in plan.workout.exercises().iter().take(8) {
        words.push(exercise(dose, units));
    }
    if !plan.note.is_empty() {
        words.push(format!("“{}”", plan.note.replace('\n', " ")));
    }
    words.join(" · ")
}

/// "Squat 3 × 5 @ 100 kg": the load is what a coach checks first.
fn exercise(of: &Prescription, units: Units) -> String {
    let dose = Dose {
        sets: of.sets,
        reps: of.reps,
        per_side: of.per_side,
    };
    let dose = notation::dose(dose, Style::Screen);
    let load = notation::load(&of.load, units, Style::Paper);
    let at = if load.is_empty() { "" } else { " @ " };
    format!("{} {dose}{at}{load}", of.name)
}

/// What the rules say of the days of a week.
fn findings_ui(ui: &mut Ui, palette: &Palette, read: &PlanRead, week: Week) {
    let own = read
        .findings
        .iter()
        .filter(|found| week.contains(found.date));
    for finding in own.take(MOST_FINDINGS) {
        ui.horizontal_top(|ui| {
            marks::mark_ui(ui, palette, finding.severity);
            let words = text(&finding.message, 12.0, Weight::Regular);
            ui.add(Label::new(words).wrap());
        });
    }
}
