//! Dialogs: the athlete's page, and paths typed where the system offers no dialog.

mod athlete;
mod better_week;
mod bring_in;
mod copy_report;
mod copy_to;
pub(in crate::ui) mod dates;
mod dialog;
mod figures;
mod history;
mod lay_out;
mod lay_out_report;
mod lay_out_words;
mod max_calculator;
mod paste;
mod path;
mod print;
mod program;
mod rules;
mod season;

pub use super::plan_reading::{PlanFinding, PlanRead, PlanRequest, PlanSource, incoming};
pub use athlete::AthleteForm;
pub use better_week::BetterWeekForm;
pub use bring_in::BringInForm;
pub use copy_to::CopyForm;
pub use dialog::Dialog;
pub use figures::FiguresForm;
pub use history::{HistoryForm, HistoryProgress};
pub use lay_out::LayOutForm;
pub use max_calculator::MaxForm;
pub use paste::PasteForm;
pub use path::{PathForm, PathUse};
pub use print::{ExportProgress, PageTexture, Preview, PrintForm, Who};
pub use program::ProgramForm;
pub use rules::{RulesForm, RulesPlace};
pub use season::SeasonForm;

use egui::{Context, Frame, Id, Modal};

use crate::layout::Layout;
use crate::library::Library;

use super::action::{Actions, DialogRequest};
use super::theme::Palette;
use super::view::View;
use dialog::{DialogContext, DialogResponse};

/// Draws the open dialog.
pub fn dialogs_ui(
    ctx: &Context,
    palette: &'static Palette,
    library: &Library,
    open: &mut Option<Dialog>,
    actions: &mut Actions,
) {
    let Some(dialog) = open else { return };
    let form = dialog.form();
    let context = DialogContext {
        palette,
        library,
        actions,
    };
    let frame = Frame::popup(&ctx.global_style()).inner_margin(16);
    let modal = Modal::new(Id::unique(form.id()))
        .frame(frame)
        .show(ctx, |ui| form.ui(ui, context));
    // A click beside a page that was filled in is a slip, and must not lose it.
    let slipped = modal.backdrop_response.clicked() && form.is_changed();
    if modal.inner == DialogResponse::Close || (!slipped && modal.should_close()) {
        *open = None;
    }
}

/// The dialog that a panel asked for; `None` when what it is about is gone.
pub fn requested(request: DialogRequest, view: &View) -> Option<Dialog> {
    Some(match request {
        DialogRequest::LayOut {
            program,
            first,
            known,
        } => {
            let athlete = view.athlete.clone();
            let profile = view.derived.profile.clone();
            let program = view.library.program(&program)?.clone();
            let known = known.map(|layout| Layout::clone(&layout));
            let form = LayOutForm::new(athlete, profile, program, first, view.today, known);
            Dialog::new(form)
        }
        DialogRequest::NewProgram(program) => Dialog::new(ProgramForm::new(*program, view.library)),
        DialogRequest::EditProgram(program) => Dialog::new(ProgramForm::of(*program, view.library)),
        DialogRequest::Figures(scene) => Dialog::new(FiguresForm::new(scene)),
    })
}
