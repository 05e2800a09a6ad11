//! The source of a plan, its words coloured by how sure their reading is, and the guesses to be changed.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Label, Role, TextEdit, Ui, WidgetInfo};

use crate::intake::{Certainty, Place, Reading};
use crate::rules::Severity;
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::widgets::buttons;

/// The most pieces of a file and guesses that are shown; the weeks beside them show the rest.
const MOST_PIECES: usize = 400;
const MOST_GUESSES: usize = 60;

/// The field a plan is pasted into. True when it was changed.
pub(super) fn text_ui(
    ui: &mut Ui,
    palette: &Palette,
    words: &mut String,
    reading: Option<&Reading>,
) -> bool {
    let mut layouter = |ui: &Ui, written: &dyn egui::TextBuffer, width: f32| {
        let mut job = job(written.as_str(), 0, palette, reading);
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let edit = TextEdit::multiline(words)
        .hint_text("Paste or type the plan here")
        .desired_width(f32::INFINITY)
        .desired_rows(14)
        .layouter(&mut layouter);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, "Plan"));
    response.changed()
}

/// The cells or events of a file.
pub(super) fn pieces_ui(ui: &mut Ui, palette: &Palette, reading: &Reading) {
    for (at, piece) in reading.pieces.iter().enumerate().take(MOST_PIECES) {
        ui.add(Label::new(job(&piece.text, at, palette, Some(reading))).wrap());
    }
    for warning in &reading.warnings {
        let color = palette.severity(Severity::Caution);
        ui.add(Label::new(text(warning, 12.0, Weight::Regular).color(color)).wrap());
    }
}

/// A piece with its words coloured. While the text is ahead of its reading, it is plain.
fn job(written: &str, piece: usize, palette: &Palette, reading: Option<&Reading>) -> LayoutJob {
    let format = |color: Color32| TextFormat {
        font_id: font(13.0, Weight::Regular),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    let current = reading.filter(|reading| {
        reading
            .pieces
            .get(piece)
            .is_some_and(|own| own.text == written)
    });
    let Some(reading) = current else {
        job.append(written, 0.0, format(palette.text));
        return job;
    };
    let mut at = 0;
    let marks = reading
        .marks
        .iter()
        .filter(|mark| mark.place.piece == piece);
    for mark in marks {
        let (start, end) = (mark.place.start.max(at), mark.place.end);
        if end <= start {
            continue;
        }
        let between = written.get(at..start).unwrap_or_default();
        job.append(between, 0.0, format(palette.text_soft));
        let color = match mark.certainty {
            Certainty::Sure => palette.accent,
            Certainty::Guessed => palette.severity(Severity::Caution),
            Certainty::Note => palette.text_faint,
        };
        job.append(
            written.get(start..end).unwrap_or_default(),
            0.0,
            format(color),
        );
        at = end;
    }
    job.append(
        written.get(at..).unwrap_or_default(),
        0.0,
        format(palette.text_soft),
    );
    job
}

/// The guesses, each with its readings. Returns the one that was chosen.
pub(super) fn guesses_ui(
    ui: &mut Ui,
    palette: &Palette,
    reading: Option<&Reading>,
) -> Option<(Place, usize)> {
    let reading = reading?;
    let mut chosen = None;
    if reading.guesses.is_empty() && !reading.sessions.is_empty() {
        ui.label(text("Nothing was guessed.", 12.0, Weight::Regular).color(palette.text_soft));
    }
    for guess in reading.guesses.iter().take(MOST_GUESSES) {
        ui.horizontal_wrapped(|ui| {
            let (line, _) = reading.line_and_column(guess.place);
            let words = format!("Line {line}: “{}” is", guess.text.replace('\n', " "));
            let color = palette.severity(Severity::Caution);
            ui.label(text(words, 12.0, Weight::Regular).color(color));
            let readings = std::iter::once(&guess.read).chain(&guess.or);
            for (at, read) in readings.enumerate() {
                if buttons::small_ui(ui, read).clicked() {
                    chosen = Some((guess.place, at));
                }
            }
        });
    }
    chosen
}
