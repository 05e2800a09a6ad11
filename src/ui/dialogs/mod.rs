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

pub use super::plan_reading::{PlanFinding, PlanRead, PlanRequest, PlanSource};
pub use athlete::AthleteForm;
pub use better_week::BetterWeekForm;
pub use bring_in::BringInForm;
pub use copy_to::CopyForm;
pub use figures::FiguresForm;
pub use history::HistoryForm;
pub use lay_out::LayOutForm;
pub use max_calculator::MaxForm;
pub use paste::PasteForm;
pub use path::{PathForm, PathUse};
pub use print::{PageTexture, Preview, PrintForm, Stage, Who};
pub use program::ProgramForm;
pub use rules::{RulesForm, RulesPlace};
pub use season::SeasonForm;

use egui::{Context, Frame, Id, Modal};

use crate::layout::Layout;
use crate::library::Library;

use super::action::{Actions, DialogRequest};
use super::theme::Palette;
use super::view::View;
use dialog::{DialogContext, DialogForm, DialogResponse};

/// The open dialog.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// A new athlete or the page of one.
    Athlete(Box<AthleteForm>),
    /// A better week to look at and take.
    BetterWeek(Box<BetterWeekForm>),
    /// A plan that somebody wrote, to be brought in.
    BringIn(Box<BringInForm>),
    /// Weeks to be copied to other athletes.
    CopyTo(Box<CopyForm>),
    /// The figures of a chart.
    Figures(Box<FiguresForm>),
    /// History of other programs, reported before it is brought in.
    History(Box<HistoryForm>),
    /// A program to be laid out.
    LayOut(Box<LayOutForm>),
    /// The rules: why, and how they are set.
    Rules(Box<RulesForm>),
    /// The calculator of one-repetition maxima.
    Maxima(Box<MaxForm>),
    /// A path to type.
    Path(PathForm),
    /// A pasted plan with lines that could not be read.
    Paste(Box<PasteForm>),
    /// Print / Export.
    Print(Box<PrintForm>),
    /// An own program to be edited.
    Program(Box<ProgramForm>),
    /// A season to be built.
    Season(Box<SeasonForm>),
}

impl Dialog {
    fn form(&mut self) -> &mut dyn DialogForm {
        match self {
            Self::Athlete(form) => form.as_mut(),
            Self::BetterWeek(form) => form.as_mut(),
            Self::BringIn(form) => form.as_mut(),
            Self::CopyTo(form) => form.as_mut(),
            Self::Figures(form) => form.as_mut(),
            Self::History(form) => form.as_mut(),
            Self::LayOut(form) => form.as_mut(),
            Self::Rules(form) => form.as_mut(),
            Self::Maxima(form) => form.as_mut(),
            Self::Path(form) => form,
            Self::Paste(form) => form.as_mut(),
            Self::Print(form) => form.as_mut(),
            Self::Program(form) => form.as_mut(),
            Self::Season(form) => form.as_mut(),
        }
    }
}

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
    let context = DialogContext { palette, library };
    let frame = Frame::popup(&ctx.global_style()).inner_margin(16);
    let modal = Modal::new(Id::unique(form.id()))
        .frame(frame)
        .show(ctx, |ui| form.ui(ui, &context, actions));
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
            Dialog::LayOut(Box::new(form))
        }
        DialogRequest::NewProgram(program) => {
            Dialog::Program(Box::new(ProgramForm::new(*program, view.library)))
        }
        DialogRequest::EditProgram(program) => {
            Dialog::Program(Box::new(ProgramForm::of(*program, view.library)))
        }
        DialogRequest::Figures(scene) => Dialog::Figures(Box::new(FiguresForm::new(scene))),
    })
}
