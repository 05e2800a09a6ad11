//! The rest between two sets: how much of it is left.

use std::time::Duration;

use egui::{CornerRadius, Frame, Margin, Role, Ui, WidgetInfo};

use crate::domain::Seconds;

use super::format;
use super::theme::{Palette, Weight, icons, text};
use super::widgets::buttons;

/// How long the end of a rest stays in sight, in seconds.
const END_SHOWN: f64 = 60.0;

/// How much is written of the name of an exercise, in letters.
const NAME: usize = 18;

/// A rest that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Rest {
    /// After which exercise.
    pub exercise: String,
    /// When it ends, in seconds of the interface's clock.
    pub until: f64,
}

impl Rest {
    /// A rest that begins now, on the interface's clock.
    pub fn begin(ctx: &egui::Context, exercise: &str, length: Seconds) -> Self {
        Self {
            exercise: exercise.to_owned(),
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

/// Draws the rest that runs, or the word that it is over, as far as there is room for words. While it runs, the screen is
/// drawn once a second for it.
pub fn rest_ui(ui: &mut Ui, palette: &Palette, running: &mut Option<Rest>, words: RestWords) {
    let Some(rest) = running else { return };
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
    let name = rest.exercise.to_lowercase();
    let time = format::clock_duration(Seconds(left.max(0.0).ceil() as u32));
    let (short, least) = if over {
        ("Rest over".to_owned(), "Over".to_owned())
    } else {
        (format!("Rest {time}"), time)
    };
    let line = format!("{short} · {name}");
    let shown = match words {
        RestWords::Whole => format!("{short} · {}", format::shortened(&name, NAME)),
        RestWords::Short => short,
        RestWords::Time => least,
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
        .inner_margin(Margin::symmetric(10, 3))
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
