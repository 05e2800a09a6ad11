//! Dialogs: the athlete's page, and paths typed where the system offers no dialog.

mod athlete;
mod athlete_anchors;
mod athlete_away;
mod athlete_lifting;
mod athlete_races;
mod athlete_week;
mod better_week;
mod copy_to;
pub(in crate::ui) mod dates;
mod figures;
mod lay_out;
mod lay_out_words;
mod max_calculator;
mod paste;
mod path;
mod print;
mod program;
mod rules;
mod season;

pub use athlete::AthleteForm;
pub use better_week::BetterWeekForm;
pub use copy_to::CopyForm;
pub use figures::FiguresForm;
pub use lay_out::LayOutForm;
pub use max_calculator::MaxForm;
pub use paste::PasteForm;
pub use path::{PathForm, PathUse};
pub use print::{PageTexture, Preview, PrintForm, Stage, Who};
pub use program::ProgramForm;
pub use rules::{RulesForm, RulesPlace};
pub use season::SeasonForm;

use egui::{Context, Frame, Id, Modal, Ui};

use crate::layout::Layout;
use crate::library::Library;

use super::action::{Actions, DialogRequest};
use super::theme::Palette;
use super::view::View;

/// The open dialog.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// A new athlete or the page of one.
    Athlete(Box<AthleteForm>),
    /// A better week to look at and take.
    BetterWeek(Box<BetterWeekForm>),
    /// Weeks to be copied to other athletes.
    CopyTo(Box<CopyForm>),
    /// The figures of a chart.
    Figures(Box<FiguresForm>),
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
    /// True when something was typed that closing would lose.
    fn is_changed(&self) -> bool {
        match self {
            Self::Athlete(form) => form.is_changed(),
            Self::Program(form) => form.is_changed(),
            Self::Rules(form) => form.is_changed(),
            Self::Season(form) => form.is_changed(),
            Self::BetterWeek(_)
            | Self::CopyTo(_)
            | Self::Figures(_)
            | Self::LayOut(_)
            | Self::Maxima(_)
            | Self::Path(_)
            | Self::Paste(_)
            | Self::Print(_) => false,
        }
    }

    /// An identity of its own, so that a dialog does not begin with the size of the one before it.
    fn id(&self) -> Id {
        Id::unique(match self {
            Self::Athlete(_) => "athlete dialog",
            Self::BetterWeek(_) => "better week dialog",
            Self::CopyTo(_) => "copy dialog",
            Self::Figures(_) => "figures dialog",
            Self::LayOut(_) => "lay out dialog",
            Self::Rules(_) => "rules dialog",
            Self::Maxima(_) => "calculator dialog",
            Self::Path(_) => "path dialog",
            Self::Paste(_) => "paste dialog",
            Self::Print(_) => "print dialog",
            Self::Program(_) => "program dialog",
            Self::Season(_) => "season dialog",
        })
    }
}

/// What a dialog wants after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// Stay open.
    Open,
    /// Be closed.
    Close,
}

/// Draws the open dialog.
pub fn dialogs_ui(
    ctx: &Context,
    palette: &'static Palette,
    library: &Library,
    open: &mut Option<Dialog>,
    actions: &mut Actions,
) {
    let Some(mut dialog) = open.take() else {
        return;
    };
    let frame = Frame::popup(&ctx.global_style()).inner_margin(16);
    let modal = Modal::new(dialog.id())
        .frame(frame)
        .show(ctx, |ui: &mut Ui| match &mut dialog {
            Dialog::Athlete(form) => athlete::form_ui(ui, palette, library, form, actions),
            Dialog::BetterWeek(form) => better_week::form_ui(ui, palette, form, actions),
            Dialog::CopyTo(form) => copy_to::form_ui(ui, palette, library, form, actions),
            Dialog::Figures(form) => figures::form_ui(ui, palette, form, actions),
            Dialog::LayOut(form) => lay_out::form_ui(ui, palette, library, form, actions),
            Dialog::Rules(form) => rules::form_ui(ui, palette, library, form, actions),
            Dialog::Maxima(form) => max_calculator::form_ui(ui, palette, library, form, actions),
            Dialog::Path(form) => path::form_ui(ui, palette, form, actions),
            Dialog::Paste(form) => paste::form_ui(ui, palette, form, actions),
            Dialog::Print(form) => print::form_ui(ui, palette, form, actions),
            Dialog::Program(form) => program::form_ui(ui, palette, library, form, actions),
            Dialog::Season(form) => season::form_ui(ui, palette, library, form, actions),
        });
    // A click beside a page that was filled in is a slip, and must not lose it.
    let slipped = modal.backdrop_response.clicked() && dialog.is_changed();
    let closed = modal.inner == Answer::Close || (!slipped && modal.should_close());
    if !closed {
        *open = Some(dialog);
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
