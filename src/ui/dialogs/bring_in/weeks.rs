//! The weeks of a plan as they will stand, with their findings.

use chrono::{Datelike, NaiveDate, Weekday};
use egui::{Label, Ui};

use crate::domain::{Units, Week};
use crate::intake::{Certainty, ReadSession, Reading};
use crate::library::Library;
use crate::load;
use crate::notation::{self, Style};
use crate::rules::Severity;
use crate::text::day_word;
use crate::ui::theme::{Palette, Weight, text};

use crate::ui::plan_reading::PlanRead;

/// The most sessions that are listed.
const MOST_SESSIONS: usize = 400;
/// The most findings of a week that are listed.
const MOST_FINDINGS: usize = 4;

pub(super) fn weeks_ui(ui: &mut Ui, palette: &Palette, library: &Library, read: Option<&PlanRead>) {
    let Some(read) = read else { return };
    let reading = match &read.reading {
        Ok(reading) => reading,
        Err(message) => {
            let color = palette.severity(Severity::Conflict);
            ui.add(Label::new(text(message, 13.0, Weight::Regular).color(color)).wrap());
            return;
        }
    };
    if reading.sessions.is_empty() {
        ui.label(
            text("No session was understood yet.", 12.0, Weight::Regular).color(palette.text_soft),
        );
        return;
    }
    let mut week = None;
    for session in reading.sessions.iter().take(MOST_SESSIONS) {
        if week != Some(session.week) {
            findings_ui(ui, palette, read, reading, week);
            week = Some(session.week);
            heading_ui(ui, palette, reading, session.week);
        }
        session_ui(ui, palette, library, session);
    }
    findings_ui(ui, palette, read, reading, week);
}

fn heading_ui(ui: &mut Ui, palette: &Palette, reading: &Reading, number: u32) {
    ui.add_space(4.0);
    let own = reading.weeks.iter().find(|week| week.number == number);
    let title = own.map_or("", |week| week.title.as_str());
    let words = if title.is_empty() {
        format!("Week {number}")
    } else {
        format!("Week {number} · {title}")
    };
    ui.label(text(words, 12.0, Weight::SemiBold));
    if let Some(total) = reading.totals.iter().find(|total| total.week == number) {
        let words = format!(
            "The total says {:.1} km, the sessions come to {:.1} km",
            total.said / 1000.0,
            total.sum / 1000.0
        );
        let color = palette.severity(Severity::Caution);
        ui.add(Label::new(text(words, 12.0, Weight::Regular).color(color)).wrap());
    }
}

fn session_ui(ui: &mut Ui, palette: &Palette, library: &Library, session: &ReadSession) {
    let day = match (session.date, session.day) {
        (Some(date), _) => format!(
            "{} {}.{}.",
            day_word(date.weekday()),
            date.day(),
            date.month()
        ),
        (None, Some(day)) => day_word(day).to_owned(),
        (None, None) => "–".to_owned(),
    };
    let color = match session.certainty {
        Certainty::Sure => palette.text,
        Certainty::Guessed => palette.severity(Severity::Caution),
        Certainty::Note => palette.text_soft,
    };
    let words = format!("{day}  {}", line(session, library));
    ui.add(Label::new(text(words, 12.0, Weight::Regular).color(color)).wrap());
}

fn line(session: &ReadSession, library: &Library) -> String {
    let plan = &session.plan;
    let units = Units::default();
    let mut words = vec![load::title_of(plan, library)];
    if let Some(run) = plan.run() {
        words.extend(run.distance.map(|far| format!("{:.1} km", far.km())));
        words.extend(
            run.steps
                .iter()
                .take(8)
                .map(|step| notation::step(step, units, Style::Screen)),
        );
    }
    words.extend(plan.duration.map(|minutes| format!("{} min", minutes.0)));
    for dose in plan.workout.exercises().iter().take(8) {
        words.push(format!("{} {}×{}", dose.name, dose.sets, dose.reps));
    }
    if !plan.note.is_empty() {
        words.push(format!("“{}”", plan.note.replace('\n', " ")));
    }
    words.join(" · ")
}

/// What the rules say of the days of a week.
fn findings_ui(
    ui: &mut Ui,
    palette: &Palette,
    read: &PlanRead,
    reading: &Reading,
    number: Option<u32>,
) {
    let first = reading
        .sessions
        .iter()
        .filter(|session| Some(session.week) == number)
        .find_map(|session| session.date);
    let Some(first) = first else { return };
    let week = |date: NaiveDate| Week::of(date, Weekday::Mon);
    let own = read
        .findings
        .iter()
        .filter(|found| week(found.date) == week(first));
    for finding in own.take(MOST_FINDINGS) {
        let color = palette.severity(finding.severity);
        let words = text(format!("▸ {}", finding.message), 12.0, Weight::Regular).color(color);
        ui.add(Label::new(words).wrap());
    }
}
