//! What every dialog is, whatever it is about.

use std::any::Any;
use std::fmt::Debug;

use egui::Ui;

use crate::library::Library;
use crate::ui::action::Actions;
use crate::ui::help::Topic;
use crate::ui::theme::Palette;

use super::place::Place;

/// What a dialog is drawn with.
#[derive(Debug)]
pub struct DialogContext<'a> {
    /// Colours.
    pub palette: &'static Palette,
    /// The exercises and templates.
    pub library: &'a Library,
    /// Where it leaves what it asks for.
    pub actions: &'a mut Actions,
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
pub trait DialogForm: Send + Any + Debug {
    /// An identity of its own, so that a dialog does not begin with the size of the one before it.
    fn id(&self) -> &'static str;

    /// True when something was typed that closing would lose.
    fn is_changed(&self) -> bool {
        false
    }

    /// The chapter of the guide that tells of it.
    fn topic(&self) -> Topic;

    /// Draws it.
    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse;
}

/// A dialog that is open.
#[derive(Debug)]
pub struct Dialog {
    form: Box<dyn DialogForm>,
    /// It was asked whether what was typed may go.
    pub(super) asks: bool,
    /// That was asked because the window is to close, which it then does.
    pub(super) closes_window: bool,
    /// Where it stands.
    pub(super) place: Place,
}

impl Dialog {
    /// Opens a form.
    pub fn new(form: impl DialogForm) -> Self {
        Self {
            form: Box::new(form),
            asks: false,
            closes_window: false,
            place: Place::default(),
        }
    }

    /// The form, whatever it is.
    pub(super) fn form(&mut self) -> &mut dyn DialogForm {
        self.form.as_mut()
    }

    /// True when something was typed that closing would lose.
    pub fn is_changed(&self) -> bool {
        self.form.is_changed()
    }

    /// Asks whether what was typed may go with the window. False where that was asked already.
    pub fn ask_to_close(&mut self) -> bool {
        let is_new = !(self.asks && self.closes_window);
        self.asks = true;
        self.closes_window = true;
        is_new
    }

    /// The chapter of the guide that tells of it.
    pub fn topic(&self) -> Topic {
        self.form.topic()
    }

    /// The form, if it is of this kind.
    pub fn as_form<F: DialogForm>(&self) -> Option<&F> {
        let form: &dyn Any = self.form.as_ref();
        form.downcast_ref()
    }

    /// The form to be changed, if it is of this kind.
    pub fn as_form_mut<F: DialogForm>(&mut self) -> Option<&mut F> {
        let form: &mut dyn Any = self.form.as_mut();
        form.downcast_mut()
    }
}
