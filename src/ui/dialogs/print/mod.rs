//! Print / Export: what is made, of whom, how it will look, and where it goes.

mod charts;
mod form;
mod options;
mod preview;
mod tables;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Key, ProgressBar, Response, Role, Ui, UiBuilder, WidgetInfo, vec2};

use crate::domain::ExportFormat;
use crate::rules::Severity;
use crate::ui::action::{Action, Actions, ExportStep};
use crate::ui::format::{lower_first, plural};
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, line::path_with, segments};

use crate::ui::dialogs::dialog::{DialogContext, DialogForm, DialogResponse};
use crate::ui::dialogs::host;

pub use form::{ExportStage, PrintForm, Who};
pub use preview::{PageTexture, PreviewText, PrintPreview};

/// Size of the dialog where the window has room for it, in points.
const SIZE: [f32; 2] = [1060.0, 680.0];
/// What stays free around it, and where the window is low: across, and in height what a dialog may not take.
const MARGIN: [f32; 2] = [56.0, 80.0];
const LOW_MARGIN: [f32; 2] = [24.0, 50.0];
/// A window lower than this leaves its height to the preview: path and buttons stand below the choices, in points.
const LOW: f32 = 560.0;
/// Width of the column of choices with the buttons below it.
const LOW_CHOICES: f32 = 368.0;
/// Width of the column of choices.
const CHOICES_WIDTH: f32 = 320.0;
/// Height of what stands below choices and preview.
const FOOT: f32 = 104.0;
/// Height of the line that says how far the work is.
const STAGE: f32 = 22.0;
/// From this width on the formats stand beside the title, in points.
const ONE_ROW: f32 = 680.0;
/// What the button that chooses a path takes beside it, in points.
const CHOOSE: f32 = 87.0;

impl DialogForm for PrintForm {
    fn id(&self) -> &'static str {
        "print dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Printing
    }

    fn is_changed(&self) -> bool {
        self.has_new_words()
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let actions = context.actions;
        let window = ui.ctx().content_rect().size();
        let low = window.y < LOW;
        let margin = if low { LOW_MARGIN } else { MARGIN };
        let room = window - vec2(margin[0], margin[1]);
        let most = vec2(host::wide(ui, SIZE[0]), host::tall(ui, SIZE[1]));
        let size = most.min(room) - vec2(32.0, 32.0);
        ui.set_width(size.x);
        let top = ui.cursor().top();
        let formats = ExportFormat::ALL.map(|format| (format, format.label()));
        let mut formats_ui = |ui: &mut Ui| {
            let chosen = segments::segments_ui(ui, palette, &formats, self.order.format);
            if let Some(format) = chosen {
                self.order.format = format;
                self.changed();
            }
        };
        if size.x < ONE_ROW {
            host::title_ui(ui, "Print / Export");
            formats_ui(ui);
        } else {
            ui.horizontal(|ui| {
                ui.label(text("Print / Export", 15.0, Weight::SemiBold));
                ui.add_space(14.0);
                formats_ui(ui);
            });
        }
        ui.add_space(8.0);
        let head = ui.cursor().top() - top;
        let mut height = (size.y - FOOT - head).max(120.0);
        let (whole, wide) = if low {
            ((size.y - head).max(120.0 + FOOT), LOW_CHOICES)
        } else {
            (height, CHOICES_WIDTH)
        };
        let silent = low && matches!(self.stage, ExportStage::Choosing);
        if silent {
            // Where height is scarce, a line that says nothing leaves its own to the choices.
            height += STAGE;
        }
        let (both, _) = ui.allocate_exact_size(vec2(size.x, whole), egui::Sense::hover());
        let (choices, looks) = both.split_left_right_at_x(both.left() + wide);
        let (choices, below) = choices.split_top_bottom_at_y(choices.top() + height);
        ui.scope_builder(UiBuilder::new().max_rect(choices), |ui| {
            options::options_ui(ui, palette, self, height);
        });
        let looks = looks.with_min_x(looks.left() + 16.0);
        ui.scope_builder(UiBuilder::new().max_rect(looks), |ui| {
            preview::preview_ui(ui, palette, &mut self.preview, looks.size());
        });
        if low {
            let foot = UiBuilder::new().max_rect(below.with_min_y(below.top() + 8.0));
            return ui
                .scope_builder(foot, |ui| foot_ui(ui, palette, self, !silent, actions))
                .inner;
        }
        ui.add_space(8.0);
        host::tall_foot_ui(ui, |ui| {
            // Whatever is said there, the choices above keep their height.
            ui.set_min_height(FOOT - 2.0 * ui.spacing().item_spacing.y);
            foot_ui(ui, palette, self, true, actions)
        })
    }
}

/// Where it goes, what can be done, and, if it `says` so, how far it is.
fn foot_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut PrintForm,
    says: bool,
    actions: &mut Actions,
) -> DialogResponse {
    let entered = path_ui(ui, form, actions);
    if says {
        stage_ui(ui, palette, &form.stage);
    } else {
        ui.add_space(ui.spacing().item_spacing.y);
    }
    buttons_ui(ui, palette, form, entered, actions)
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut PrintForm,
    entered: bool,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    ui.horizontal(|ui| {
        if form.is_working() {
            if buttons::quiet_ui(ui, "Stop").clicked() {
                actions.push(Action::Export(ExportStep::Stop));
            }
            return;
        }
        if let ExportStage::Asking(there) = &form.stage {
            if buttons::primary_ui(ui, palette, "Replace").clicked() {
                actions.push(Action::Export(ExportStep::Replace));
            }
            let keep = match there.as_slice() {
                [_] => "Keep the existing file",
                _ => "Keep the existing files",
            };
            if buttons::quiet_ui(ui, keep).clicked() {
                form.stage = ExportStage::Choosing;
            }
            return;
        }
        let save = match form.who {
            Who::Each => format!(
                "Save {}",
                plural(form.people.len() + form.unread, "file", "files")
            ),
            Who::One(_) | Who::Together if form.order.format == ExportFormat::Watch => {
                "Save watch files".to_owned()
            }
            Who::One(_) | Who::Together => {
                format!("Save {}", lower_first(form.order.format.label()))
            }
        };
        if buttons::primary_ui(ui, palette, &save).clicked() || entered {
            actions.push(Action::Export(ExportStep::Save));
        }
        if form.order.format.has_pages() && form.who != Who::Each {
            if buttons::quiet_ui(ui, "Print now").clicked() {
                actions.push(Action::Export(ExportStep::PrintNow));
            }
            if buttons::quiet_ui(ui, "Open in viewer").clicked() {
                actions.push(Action::Export(ExportStep::View));
            }
        }
        let is_message = form.order.format.spec().is_message;
        if is_message && form.who != Who::Each && buttons::quiet_ui(ui, "Copy").clicked() {
            actions.push(Action::Export(ExportStep::Copy));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if buttons::quiet_ui(ui, "Close").clicked() {
                answer = DialogResponse::Close;
            }
        });
    });
    answer
}

/// The path, and whether Enter was pressed in it.
fn path_ui(ui: &mut Ui, form: &mut PrintForm, actions: &mut Actions) -> bool {
    let working = form.is_working();
    let mut entered = false;
    ui.add_enabled_ui(!working, |ui| {
        ui.horizontal(|ui| {
            let name = match form.who {
                Who::Each => "Folder",
                Who::One(_) | Who::Together => "File",
            };
            ui.label(text(name, 12.0, Weight::Medium));
            let width = (ui.available_width() - CHOOSE).max(120.0);
            let response = path_with(ui, name, &mut form.path, width, |edit| {
                edit.margin(egui::Margin::symmetric(8, 6))
            });
            if std::mem::take(&mut form.renamed) {
                show_end(ui, &response, &form.path);
            }
            if std::mem::take(&mut form.focus) {
                response.request_focus();
            }
            if response.changed() {
                form.own_path = true;
                form.stage = ExportStage::Choosing;
            }
            entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if entered {
                // Focus it, so that another Enter confirms.
                response.request_focus();
            }
            if buttons::quiet_ui(ui, "Choose…").clicked() {
                actions.push(Action::Export(ExportStep::Choose));
            }
        });
    });
    entered && !matches!(form.stage, ExportStage::Asking(_))
}

/// Puts the cursor of a field behind what stands in it: the name of the file is there, and the field shows where its cursor is.
fn show_end(ui: &Ui, response: &Response, path: &str) {
    let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
    let end = CCursor::new(path.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), response.id);
    ui.ctx().request_repaint();
}

/// What is going on, in one line that is always as high.
fn stage_ui(ui: &mut Ui, palette: &Palette, stage: &ExportStage) {
    ui.allocate_ui(vec2(ui.available_width(), STAGE), |ui| {
        ui.set_min_height(STAGE);
        let (said, color) = match stage {
            ExportStage::Choosing => return,
            ExportStage::Asking(files) => {
                let said = match files.as_slice() {
                    [one] => format!("{one} is already there. Replace it?"),
                    several => format!(
                        "{} of these files are already there. Replace them?",
                        several.len()
                    ),
                };
                (said, palette.severity(Severity::Caution))
            }
            ExportStage::Working { done, total, name } => {
                let share = *done as f32 / (*total).max(1) as f32;
                let said = format!("{done} of {total}: {name}");
                let bar = ProgressBar::new(share)
                    .desired_width(ui.available_width())
                    .text(text(&said, 12.0, Weight::Medium));
                let response = ui.add(bar);
                response.widget_info(|| {
                    WidgetInfo::labeled(Role::ProgressIndicator, true, format!("Making {said}"))
                });
                return;
            }
            ExportStage::Done(said) => (said.clone(), palette.accent),
            ExportStage::Failed(why) => (why.clone(), palette.severity(Severity::Conflict)),
        };
        let label = text(said, 12.5, Weight::Medium).color(color);
        ui.add(egui::Label::new(label).truncate());
    });
}
