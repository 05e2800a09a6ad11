//! The source of a plan, its words coloured by how sure their reading is, and the guesses to be changed.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Label, Response, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::intake::{Certainty, PlanReading, SourceSpan};
use crate::rules::Severity;
use crate::ui::plan_reading::PlanSource;
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::widgets::row_keys::{self, RowKeys};

use super::{BringInForm, GUESSES};

/// The most pieces of a file and guesses that are shown; the weeks beside them show the rest.
const MOST_PIECES: usize = 400;
const MOST_GUESSES: usize = 60;
/// The least room for guesses: two, one of which takes two lines, in points.
const LEAST_GUESSES: f32 = 88.0;
/// Height of the line that says that nothing was guessed, in points.
const NO_GUESSES: f32 = 18.0;

impl BringInForm {
    /// The source, and under it what was guessed.
    pub(super) fn source_ui(&mut self, ui: &mut Ui, palette: &Palette, height: f32) {
        let mut changed = false;
        let has_guesses = self
            .reading()
            .is_some_and(|reading| !reading.guesses.is_empty());
        let guesses = if has_guesses {
            (height * GUESSES).round().max(LEAST_GUESSES)
        } else {
            NO_GUESSES
        };
        let words = height - guesses - 14.0;
        ScrollArea::vertical()
            .id_salt("plan source")
            .max_height(words)
            .auto_shrink(false)
            .show(ui, |ui| {
                let read = self.read.as_ref();
                let reading = read.and_then(|read| read.reading.as_ref().ok());
                match &mut self.source {
                    PlanSource::Text(written) => {
                        let field = text_ui(ui, palette, written, reading, words);
                        if self.fresh {
                            field.request_focus();
                        }
                        changed = field.changed();
                    }
                    PlanSource::File(name, _) => {
                        ui.label(text(name.as_str(), 12.0, Weight::SemiBold));
                        if let Some(reading) = reading {
                            pieces_ui(ui, palette, reading);
                        }
                    }
                }
            });
        ui.add_space(6.0);
        let chosen = ScrollArea::vertical()
            .id_salt("plan guesses")
            .max_height(guesses)
            // Without a least height it would take more than it is given, and lie over the buttons.
            .min_scrolled_height(guesses)
            .auto_shrink(false)
            .show(ui, |ui| {
                row_keys::lines_ui(ui, "guesses", |ui, keys| {
                    guesses_ui(ui, keys, palette, self.reading())
                })
            })
            .inner;
        if let Some((place, choice)) = chosen {
            self.options.choices.insert(place, choice);
            changed = true;
        }
        if changed {
            self.ask_again();
        }
    }
}

/// The field a plan is pasted into, which fills `height`.
fn text_ui(
    ui: &mut Ui,
    palette: &Palette,
    words: &mut String,
    reading: Option<&PlanReading>,
    height: f32,
) -> Response {
    let mut layouter = |ui: &Ui, written: &dyn egui::TextBuffer, width: f32| {
        let mut job = LayoutJob::default();
        fill(&mut job, written.as_str(), 0, palette, reading);
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let edit = TextEdit::multiline(words)
        .hint_text("Paste or type the plan here")
        .desired_width(f32::INFINITY)
        .min_size(egui::vec2(0.0, height - 8.0))
        .layouter(&mut layouter);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, "Plan"));
    response
}

/// The cells or events of a file, those of a row side by side.
fn pieces_ui(ui: &mut Ui, palette: &Palette, reading: &PlanReading) {
    let shown = reading.pieces.len().min(MOST_PIECES);
    let mut at = 0;
    while at < shown {
        let row = &reading.pieces[at];
        let mut row_job = LayoutJob::default();
        let from = at;
        while at < shown && (at == from || (row.cell && reading.pieces[at].line == row.line)) {
            if at > from {
                row_job.append("  ·  ", 0.0, plain(palette.text_faint));
            }
            fill(
                &mut row_job,
                &reading.pieces[at].text,
                at,
                palette,
                Some(reading),
            );
            at += 1;
        }
        ui.add(Label::new(row_job).wrap());
    }
    for warning in &reading.warnings {
        let color = palette.severity(Severity::Caution);
        ui.add(Label::new(text(warning, 12.0, Weight::Regular).color(color)).wrap());
    }
}

fn plain(color: Color32) -> TextFormat {
    TextFormat {
        font_id: font(13.0, Weight::Regular),
        color,
        ..TextFormat::default()
    }
}

/// Adds a piece with its words coloured. While the text is ahead of its reading, it is plain.
fn fill(
    job: &mut LayoutJob,
    written: &str,
    piece: usize,
    palette: &Palette,
    reading: Option<&PlanReading>,
) {
    let current = reading.filter(|reading| {
        reading
            .pieces
            .get(piece)
            .is_some_and(|own| own.text == written)
    });
    let Some(reading) = current else {
        job.append(written, 0.0, plain(palette.text));
        return;
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
        job.append(between, 0.0, plain(palette.text_soft));
        let color = match mark.certainty {
            Certainty::Sure => palette.accent,
            Certainty::Guessed => palette.severity(Severity::Caution),
            Certainty::Note => palette.text_faint,
        };
        let marked = written.get(start..end).unwrap_or_default();
        job.append(marked, 0.0, plain(color));
        at = end;
    }
    let rest = written.get(at..).unwrap_or_default();
    job.append(rest, 0.0, plain(palette.text_soft));
}

/// The guesses, each with its readings. Returns the one that was chosen.
fn guesses_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    reading: Option<&PlanReading>,
) -> Option<(SourceSpan, usize)> {
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
            ui.label(text(&words, 12.0, Weight::Regular).color(color));
            let readings = std::iter::once(&guess.read).chain(&guess.or);
            for (at, read) in readings.enumerate() {
                let button = keys.small_ui(ui, read);
                let label = format!("{words} {read}");
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
                if button.clicked() {
                    chosen = Some((guess.place, at));
                }
            }
        });
    }
    chosen
}
