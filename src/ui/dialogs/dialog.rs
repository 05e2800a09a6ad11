//! What every dialog is, whatever it is about.

use std::any::Any;
use std::fmt::Debug;

use egui::Ui;

use crate::library::Library;
use crate::ui::action::Actions;
use crate::ui::theme::Palette;

/// What a dialog is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct DialogContext<'a> {
    /// Colours.
    pub palette: &'static Palette,
    /// The exercises and templates.
    pub library: &'a Library,
}

/// What a dialog wants after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogResponse {
    /// Stay open.
    Open,
    /// Be closed.
    Close,
}

/// A dialog, with everything it remembers while it is open.
pub trait DialogForm: Any + Debug {
    /// An identity of its own, so that a dialog does not begin with the size of the one before it.
    fn id(&self) -> &'static str;

    /// True when something was typed that closing would lose.
    fn is_changed(&self) -> bool {
        false
    }

    /// Draws it.
    fn ui(
        &mut self,
        ui: &mut Ui,
        context: &DialogContext<'_>,
        actions: &mut Actions,
    ) -> DialogResponse;
}
