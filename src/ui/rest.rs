//! The rest between two sets: how much of it is left.

use std::time::Duration;

use egui::{CornerRadius, Frame, Margin, Role, Ui, WidgetInfo};

use crate::domain::{AthleteId, ExerciseId, Seconds, SessionId};

use super::format;
use super::theme::{Weight, icons, text};
use super::view::View;
use super::widgets::buttons;

/// How long the end of a rest stays in sight, in seconds.
const END_SHOWN: f64 = 60.0;

/// How much is written of the name of an exercise, in letters.
const NAME: usize = 18;
/// How much is written of the first name of an athlete, in letters.
const FIRST_NAME: usize = 10;

/// A rest that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Rest {
    /// After which exercise, as it is named.
    pub exercise: String,
    /// The set it follows.
    pub after: LoggedSet,
    /// When it ends, in seconds of the interface's clock.
    pub until: f64,
    /// The set has been in the log: it gets there only when its edit is done.
    pub is_logged: bool,
}

/// A set in the log of an athlete.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggedSet {
    /// Whose.
    pub athlete: AthleteId,
    /// In which session.
    pub session: SessionId,
    /// Of which exercise.
    pub exercise: ExerciseId,
    /// How many sets of that exercise the session's log has with it.
    pub count: usize,
}

impl LoggedSet {
    /// False once it was taken back.
    fn is_there(&self, view: &View) -> bool {
        let mut athletes = view.workspace.athletes.iter();
        let athlete = athletes.find(|athlete| athlete.id == self.athlete);
        let session = athlete.and_then(|athlete| athlete.sessions.get(self.session));
        let log = session.and_then(|session| session.log.as_ref());
        let of_it = log.into_iter().flat_map(|log| &log.exercises);
        let sets = of_it.filter(|done| done.exercise == self.exercise);
        sets.map(|done| done.sets.len()).sum::<usize>() >= self.count
    }
}

impl Rest {
    /// A rest that begins now, on the interface's clock.
    pub fn begin(ctx: &egui::Context, exercise: &str, after: LoggedSet, length: Seconds) -> Self {
        Self {
            exercise: exercise.to_owned(),
            after,
            is_logged: false,
            until: ctx.input(|input| input.time) + f64::from(length.0),
        }
    }
}

/// How much is written of a rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestWords {
    /// "Rest 1:30 · squat".
    Whole,
    /// "Rest 1:30".
    Short,
    /// "1:30".
    Time,
}

/// The first of an athlete's names.
fn shortened_name(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or(name);
    format::shortened(first, FIRST_NAME)
}

/// Draws the rest that runs, or the word that it is over, as far as there is room for words. While it runs, the screen is
/// drawn once a second for it. It ends with the set that it follows, and is called by the athlete's name while another one
/// is on the screen.
pub fn rest_ui(ui: &mut Ui, view: &View, running: &mut Option<Rest>, words: RestWords) {
    let palette = view.palette;
    let Some(rest) = running else { return };
    let is_there = rest.after.is_there(view);
    if rest.is_logged && !is_there {
        *running = None;
        return;
    }
    rest.is_logged |= is_there;
    let left = rest.until - ui.input(|input| input.time);
    if left < -END_SHOWN {
        *running = None;
        return;
    }
    let over = left <= 0.0;
    // Until the next whole second, or until the message that the rest is over disappears.
    let wait = if over {
        left + END_SHOWN
    } else {
        left.fract().max(0.05)
    };
    ui.ctx()
        .request_repaint_after(Duration::from_secs_f64(wait));
    let of_another = (rest.after.athlete != view.athlete.id).then(|| {
        let mut athletes = view.workspace.athletes.iter();
        let resting = athletes.find(|athlete| athlete.id == rest.after.athlete);
        resting.map_or_else(String::new, |athlete| athlete.profile.name.clone())
    });
    let name = rest.exercise.to_lowercase();
    let time = format::clock_duration(Seconds(left.max(0.0).ceil() as u32));
    let (short, least) = if over {
        ("Rest over".to_owned(), "Over".to_owned())
    } else {
        (format!("Rest {time}"), time)
    };
    let line = match &of_another {
        Some(athlete) => format!("{short} · {athlete} · {name}"),
        None => format!("{short} · {name}"),
    };
    let shown = match (words, &of_another) {
        (RestWords::Whole, Some(athlete)) => format!("{short} · {}", shortened_name(athlete)),
        (RestWords::Whole, None) => format!("{short} · {}", format::shortened(&name, NAME)),
        (RestWords::Short | RestWords::Time, Some(athlete)) => {
            format!("{least} · {}", shortened_name(athlete))
        }
        (RestWords::Short, None) => short,
        (RestWords::Time, None) => least,
    };
    let (fill, ink) = if over {
        (palette.accent, palette.on_accent)
    } else {
        (palette.accent_soft, palette.accent)
    };
    let mut stop = false;
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::symmetric(10, 2))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let label = ui.label(text(&shown, 12.0, Weight::SemiBold).color(ink));
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &line));
                if shown != line {
                    label.on_hover_text(&line);
                }
                ui.visuals_mut().override_text_color = Some(ink);
                stop = buttons::mini_icon_ui(ui, icons::CLOSE, "End rest").clicked();
            });
        });
    if stop {
        *running = None;
    }
}
