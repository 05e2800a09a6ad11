//! Dialogs: the athlete's page, and paths typed where the system offers no dialog.

mod athlete;
mod athlete_training;
mod path;

pub use athlete::AthleteForm;
pub use path::{PathForm, PathUse};

use egui::{Context, Id, Modal, Ui};

use super::action::Actions;
use super::state::UiState;
use super::theme::Palette;

/// The open dialog.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// A new athlete or the page of one.
    Athlete(Box<AthleteForm>),
    /// A path to type.
    Path(PathForm),
}

impl Dialog {
    /// An identity of its own, so that a dialog does not begin with the size of the one before it.
    fn id(&self) -> Id {
        Id::unique(match self {
            Self::Athlete(_) => "athlete dialog",
            Self::Path(_) => "path dialog",
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
    state: &mut UiState,
    actions: &mut Actions,
) {
    let Some(mut dialog) = state.dialog.take() else {
        return;
    };
    let modal = Modal::new(dialog.id()).show(ctx, |ui: &mut Ui| match &mut dialog {
        Dialog::Athlete(form) => athlete::form_ui(ui, palette, form, actions),
        Dialog::Path(form) => path::form_ui(ui, palette, form, actions),
    });
    let closed = modal.should_close() || modal.inner == Answer::Close;
    if !closed && state.dialog.is_none() {
        state.dialog = Some(dialog);
    }
}
