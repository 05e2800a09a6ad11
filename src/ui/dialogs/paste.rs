//! A pasted plan that cannot simply be taken: some lines could not be read, or its sessions are planned already.

use egui::Ui;

use crate::domain::AthleteId;
use crate::edit::Edit;
use crate::rules::Severity;
use crate::text::TextError;
use crate::ui::action::Actions;
use crate::ui::format::plural;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{aside, buttons, scrolling};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// More lines than this say no more.
const MOST_LINES: usize = 50;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct PasteForm {
    /// Whose week it goes to.
    pub athlete: AthleteId,
    /// What the step is called in the history.
    pub label: String,
    /// What could not be read.
    pub errors: Vec<TextError>,
    /// What else there is to say of the text.
    pub notes: Vec<String>,
    /// How many of its sessions are planned already.
    pub doubled: usize,
    /// The edits that make room for it, where some are.
    pub replaced: Vec<Edit>,
    /// What could, as edits.
    pub edits: Vec<Edit>,
}

impl DialogForm for PasteForm {
    fn id(&self) -> &'static str {
        "paste dialog"
    }

    fn topic(&self) -> Topic {
        Topic::BringIn
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        form_ui(ui, context.palette, self, context.actions)
    }
}

fn form_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut PasteForm,
    actions: &mut Actions,
) -> DialogResponse {
    ui.set_width(host::width(ui, 480.0));
    if !form.errors.is_empty() {
        errors_ui(ui, palette, &form.errors);
    }
    if form.doubled > 0 {
        let title = match form.doubled {
            1 => "One of the pasted sessions is planned already".to_owned(),
            many => format!("{many} of the pasted sessions are planned already"),
        };
        ui.label(text(title, 15.0, Weight::SemiBold));
        ui.add_space(4.0);
    }
    for note in &form.notes {
        aside::soft_ui(ui, palette, 12.5, format!("{note}."));
        ui.add_space(4.0);
    }
    let mut answer = DialogResponse::Open;
    host::foot_ui(ui, |ui| {
        let rest = plural(sessions(&form.edits), "session", "sessions");
        let mut edits = None;
        if form.doubled > 0 {
            let old = plural(form.replaced.len(), "planned session", "planned sessions");
            let replace = format!("Replace the {old}");
            if buttons::primary_ui(ui, palette, &replace).clicked() {
                let mut all = std::mem::take(&mut form.replaced);
                all.append(&mut form.edits);
                edits = Some(all);
            }
            if buttons::quiet_ui(ui, &format!("Add {rest} to them")).clicked() {
                edits = Some(std::mem::take(&mut form.edits));
            }
        } else {
            let take = format!("Paste the {rest} that can be read");
            if buttons::primary_ui(ui, palette, &take).clicked() {
                edits = Some(std::mem::take(&mut form.edits));
            }
        }
        if let Some(edits) = edits {
            actions.edit(&form.label, form.athlete, edits);
            answer = DialogResponse::Close;
        }
        if buttons::quiet_ui(ui, "Paste nothing").clicked() {
            answer = DialogResponse::Close;
        }
    });
    answer
}

/// A mistake with a full stop, unless it ends as a question.
fn sentence(message: &str) -> String {
    let end = if message.ends_with(['.', '?', '…']) {
        ""
    } else {
        "."
    };
    format!("{message}{end}")
}

fn sessions(edits: &[Edit]) -> usize {
    let is_session = |edit: &&Edit| matches!(edit, Edit::Put { .. });
    edits.iter().filter(is_session).count()
}

fn errors_ui(ui: &mut Ui, palette: &Palette, errors: &[TextError]) {
    let count = plural(errors.len(), "line", "lines");
    let title = format!("{count} of the pasted plan could not be read");
    ui.label(text(title, 15.0, Weight::SemiBold));
    ui.add_space(4.0);
    host::body(ui, 280.0, |ui, height| {
        let lines = scrolling::list(height);
        lines.show(ui, |ui| {
            for error in errors.iter().take(MOST_LINES) {
                let place = format!("Line {}, column {}", error.line, error.column);
                let color = palette.severity(Severity::Caution);
                ui.label(text(place, 12.0, Weight::SemiBold).color(color));
                aside::soft_ui(ui, palette, 12.5, sentence(&error.message));
                ui.add_space(4.0);
            }
        });
    });
}
