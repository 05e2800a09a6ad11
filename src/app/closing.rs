//! Closing the window: nothing that was typed and not finished, and nothing that could not be saved, goes without a word;
//! of the latter none without a copy.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use crate::store;
use crate::ui::action::CloseStep;
use crate::ui::dialogs::{ClosingForm, Dialog, PathUse, UnfinishedForm};
use crate::ui::notice_action::NoticeAction;
use crate::ui::notices::NoticeKind;
use crate::ui::widgets::unfinished;

use super::file_dialogs::FileRequest;
use super::file_requests::folder_problem;
use super::open_workspace::Unsaved;
use super::rescue;
use super::run_mode::RunMode;
use super::shell::App;

impl App {
    /// Notes that the window is asked to close. What is still typed becomes an edit in this frame.
    pub(super) fn begin_closing(&mut self, ctx: &Context) {
        self.closing.is_asked = ctx.input(|input| input.viewport().close_requested());
    }

    /// After everything of this frame was done: lets the window close, or asks what is to become of changes that
    /// cannot be saved.
    pub(super) fn follow_closing(&mut self, ctx: &Context) {
        let ends_by_itself = !matches!(self.capture.purpose, RunMode::Use);
        if !std::mem::take(&mut self.closing.is_asked)
            || self.closing.is_decided
            || ends_by_itself
            || rescue::is_ordered()
        {
            return;
        }
        let is_discarded = std::mem::take(&mut self.closing.is_discarded);
        if !is_discarded && self.asks_for_typed(ctx) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            ctx.request_repaint();
            return;
        }
        let unsaved = self.open.flush();
        if unsaved.is_empty() {
            return;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        let form = ClosingForm {
            unsaved: unsaved.iter().map(|it| it.why.clone()).collect(),
            rescue: self.rescue_folder().display().to_string(),
        };
        self.screen.ui.palette = None;
        // The dialog says it: a message in passing below it would only repeat that.
        self.screen.ui.snack = None;
        self.screen.ui.dialog = Some(Dialog::new(form));
        ctx.request_repaint();
    }

    /// Asks about what is typed and no edit yet: in a dialog, in a form of a panel, in a field that refuses it. True where
    /// that is a new question; a window that is closed again while it is asked closes.
    fn asks_for_typed(&mut self, ctx: &Context) -> bool {
        let ui = &mut self.screen.ui;
        let mut typed = unfinished::told(ctx);
        if let Some(dialog) = &mut ui.dialog {
            if dialog.as_form::<UnfinishedForm>().is_some() {
                return false;
            }
            if dialog.is_changed() || !typed.is_empty() {
                return dialog.ask_to_close();
            }
        }
        typed.extend(ui.library.unfinished(&self.open.workspace().own));
        if typed.is_empty() {
            return false;
        }
        ui.palette = None;
        ui.dialog = Some(Dialog::new(UnfinishedForm { typed }));
        true
    }

    /// Goes on as the dialog says.
    pub(super) fn close_step(&mut self, ctx: &Context, step: CloseStep) {
        match step {
            // Closing once more tries to save once more.
            CloseStep::TryAgain => ctx.send_viewport_cmd(ViewportCommand::Close),
            CloseStep::Discarded => {
                self.closing.is_discarded = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            CloseStep::Anyway => {
                self.closing.is_decided = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            CloseStep::Elsewhere => {
                let request = FileRequest::folder("Save everything in an empty folder");
                self.ask_path(request, PathUse::SaveElsewhere, |app, folder| {
                    app.save_elsewhere(&folder)
                });
            }
        }
    }

    /// Writes all that is open into another folder, which the next start opens, and closes.
    fn save_elsewhere(&mut self, folder: &Path) -> Result<(), String> {
        if self.open.unread() > 0 {
            return Err("The athletes are still being read; try again in a moment.".to_owned());
        }
        store::create(folder, self.open.workspace()).map_err(|error| folder_problem(&error))?;
        self.open.is_saved_elsewhere();
        self.preferences.now.remember_workspace(folder);
        self.save_preferences();
        self.closing.is_decided = true;
        self.window.send_viewport_cmd(ViewportCommand::Close);
        self.window.request_repaint();
        Ok(())
    }

    /// True while it is asked what is to become of what could not be saved, with why.
    pub(super) fn asks_about_unsaved(&self) -> bool {
        let dialog = self.screen.ui.dialog.as_ref();
        dialog.is_some_and(|open| open.as_form::<ClosingForm>().is_some())
    }

    fn rescue_folder(&self) -> PathBuf {
        self.closing.rescue.clone().unwrap_or_else(rescue::folder)
    }

    /// Keeps a copy of what could not be saved, and says where it is.
    pub(super) fn rescue(&mut self, unsaved: &[Unsaved]) -> String {
        let why: Vec<&str> = unsaved.iter().map(|it| it.why.as_str()).collect();
        let why = why.join(" ");
        let documents: Vec<_> = unsaved.iter().map(|it| it.document).collect();
        let kept = rescue::keep(&self.rescue_folder(), self.open.workspace(), &documents);
        match kept {
            Ok(folder) => {
                let text = format!(
                    "Not saved when the workspace was closed: {why} A copy is in {}.",
                    folder.display()
                );
                let remedy = Some(NoticeAction::Open(folder));
                self.notices
                    .add_with(NoticeKind::Saving, text.clone(), remedy);
                text
            }
            Err(error) => {
                let text = format!(
                    "Not saved when the workspace was closed: {why} A copy could not be kept either: {error}."
                );
                self.notices.add(NoticeKind::Saving, text.clone());
                text
            }
        }
    }

    /// Says which copies of unsaved changes there are.
    pub(super) fn tell_rescued(&mut self) {
        for folder in rescue::kept(&self.rescue_folder()) {
            let text = format!(
                "{} holds changes that could not be saved. Open it and take what you need, then delete the folder.",
                folder.display()
            );
            self.notices
                .add_with(NoticeKind::Program, text, Some(NoticeAction::Open(folder)));
        }
    }
}
