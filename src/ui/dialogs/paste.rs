//! A pasted plan of which some lines could not be read: which, why, and whether the rest is taken.

use egui::{Label, ScrollArea, Ui};

use crate::domain::AthleteId;
use crate::edit::Edit;
use crate::rules::Severity;
use crate::text::TextError;
use crate::ui::format::plural;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};

/// More lines than this say no more.
const MOST_LINES: usize = 50;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct PasteForm {
    /// Whose week it goes to.
    pub athlete: AthleteId,
    /// What could not be read.
    pub errors: Vec<TextError>,
    /// What could, as edits.
    pub edits: Vec<Edit>,
}

impl DialogForm for PasteForm {
    fn id(&self) -> &'static str {
        "paste dialog"
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let actions = context.actions;
        ui.set_width(480.0);
        let count = plural(self.errors.len(), "line", "lines");
        let title = format!("{count} of the pasted plan could not be read");
        ui.label(text(title, 15.0, Weight::SemiBold));
        ui.add_space(4.0);
        ScrollArea::vertical()
            .max_height(280.0)
            .min_scrolled_height(280.0)
            .show(ui, |ui| {
                for error in self.errors.iter().take(MOST_LINES) {
                    let place = format!("Line {}, column {}", error.line, error.column);
                    let color = palette.severity(Severity::Caution);
                    ui.label(text(place, 12.0, Weight::SemiBold).color(color));
                    let message =
                        text(&error.message, 12.5, Weight::Regular).color(palette.text_soft);
                    ui.add(Label::new(message).wrap());
                    ui.add_space(4.0);
                }
            });
        let mut answer = DialogResponse::Open;
        ui.horizontal(|ui| {
            let rest = plural(self.edits.len(), "session", "sessions");
            let take = format!("Paste the {rest} that could");
            if buttons::primary_ui(ui, palette, &take).clicked() {
                let edits = std::mem::take(&mut self.edits);
                actions.edit("Paste plan", self.athlete, edits);
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Paste nothing").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}
