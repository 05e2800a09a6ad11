//! The settings page: opened, kept up with what it shows, and done what it asks for of this computer.

use std::path::PathBuf;

use egui::{Context, ThemePreference};

use crate::domain::WorkspaceSettings;
use crate::edit::{Transaction, WorkspaceEdit};
use crate::export::Logo;
use crate::store::Theme;
use crate::ui::dialogs::{Dialog, PathUse, SettingsForm, SettingsState};
use crate::ui::preferred::{Motion, Preferred};
use crate::ui::theme;

use super::file_dialogs::FileRequest;
use super::file_requests::is_there;
use super::shell::App;
use super::zoom::Zoom;

/// The switch of the preferences that keeps things from moving on the screen.
const REDUCED_MOTION: &str = "motion.reduced";

impl App {
    /// Opens the settings page.
    pub(super) fn open_settings(&mut self) {
        let form = SettingsForm::new(self.settings_state());
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Opens the settings page again after a path was typed for it.
    fn return_to_settings(&mut self) {
        if self.screen.ui.dialog.is_none() {
            self.open_settings();
        }
    }

    /// Lets the open settings page know how things are.
    pub(super) fn follow_settings(&mut self) {
        let is_open = |dialog: &Dialog| dialog.as_form::<SettingsForm>().is_some();
        if !self.screen.ui.dialog.as_ref().is_some_and(is_open) {
            return;
        }
        let state = self.settings_state();
        let dialog = self.screen.ui.dialog.as_mut();
        if let Some(form) = dialog.and_then(Dialog::as_form_mut::<SettingsForm>) {
            form.show(state);
        }
    }

    fn settings_state(&self) -> SettingsState {
        let folder = self.open.folder();
        let folder = folder.map(|folder| folder.display().to_string());
        SettingsState {
            workspace: self.open.workspace().settings.clone(),
            preferred: self.preferred(),
            athletes: self.open.athletes().to_vec(),
            unread: self.open.unread(),
            workspace_folder: folder.unwrap_or_default(),
            preferences_folder: self.preferences.folder(),
            read_only: self.open.why_read_only().map(str::to_owned),
        }
    }

    /// What is preferred on this computer.
    fn preferred(&self) -> Preferred {
        let kept = &self.preferences.now;
        Preferred {
            theme: theme_preference(kept.theme),
            zoom: self.zoom.wanted,
            motion: if kept.flag(REDUCED_MOTION) {
                Motion::Reduced
            } else {
                Motion::Usual
            },
            dates: kept.dates,
            paper: kept.paper,
            folder: kept.folder.clone(),
        }
    }

    /// Sets what is preferred on this computer, and keeps it.
    pub(super) fn prefer(&mut self, ctx: &Context, new: Preferred) {
        let before = self.preferred();
        if new.zoom != before.zoom {
            self.zoom = Zoom::of(new.zoom);
            let zoom = ("zoom".to_owned(), new.zoom);
            self.preferences.now.layout.extend([zoom]);
        }
        if new.paper != before.paper
            && let Some(last) = &mut self.printing.last
        {
            last.paper = new.paper;
        }
        if new.folder != before.folder {
            // Forget the folder of the last file: new files go to the chosen one.
            self.printing.folder = None;
        }
        let kept = &mut self.preferences.now;
        kept.theme = match new.theme {
            ThemePreference::System => Theme::System,
            ThemePreference::Light => Theme::Light,
            ThemePreference::Dark => Theme::Dark,
        };
        let reduced = new.motion == Motion::Reduced;
        kept.flags.insert(REDUCED_MOTION.to_owned(), reduced);
        kept.dates = new.dates;
        kept.paper = new.paper;
        kept.folder = new.folder;
        self.take_looks(ctx);
        self.save_preferences();
    }

    /// Lets the window look and move as preferred.
    pub(super) fn take_looks(&self, ctx: &Context) {
        let preferred = self.preferred();
        ctx.set_theme(preferred.theme);
        theme::set_motion(ctx, preferred.motion);
        crate::ui::format::write_dates(preferred.dates);
    }

    /// Asks for the coach's logo, and takes a copy of it into the workspace.
    pub(super) fn ask_logo(&mut self) {
        if let Some(why) = self.open.why_read_only() {
            return self.say(format!("No logo can be set here: {why}."));
        }
        let request = FileRequest {
            start: self.documents().unwrap_or_default(),
            ..FileRequest::any_file("A logo: PNG, JPEG or SVG")
        };
        self.ask_path(request, PathUse::Logo, Self::take_logo);
    }

    fn take_logo(&mut self, path: PathBuf) -> Result<(), String> {
        is_there(&path)?;
        let Some(store) = self.open.store() else {
            return Err("There is no workspace to put a logo into.".to_owned());
        };
        let ending = path
            .extension()
            .map(|it| it.to_string_lossy().to_lowercase());
        let ending = ending.filter(|it| Logo::ENDINGS.contains(&it.as_str()));
        let named = path.display();
        let ending = ending.ok_or_else(|| format!("{named} is not a PNG, JPEG or SVG picture."))?;
        let unusable = |why: &dyn std::fmt::Display| format!("{named} cannot be the logo: {why}.");
        let bytes = std::fs::read(&path).map_err(|error| unusable(&error))?;
        let logo = Logo::read(bytes).map_err(|why| unusable(&why))?;
        let name = store.write_logo(&ending, logo.bytes());
        let name = name.map_err(|error| unusable(&error))?;
        let settings = WorkspaceSettings {
            logo: name,
            ..self.open.workspace().settings.clone()
        };
        let edit = WorkspaceEdit::Settings(Box::new(settings));
        if self.apply(Transaction::new("Set the logo", edit)) {
            self.say_with("The logo is printed on every sheet from now on.", true);
        }
        self.return_to_settings();
        Ok(())
    }

    /// Asks for the folder that files are put into at first.
    pub(super) fn ask_default_folder(&mut self) {
        let request = FileRequest {
            start: self.documents().unwrap_or_default(),
            ..FileRequest::folder("A folder for files")
        };
        self.ask_path(request, PathUse::DefaultFolder, |app, path| {
            is_there(&path)?;
            if !path.is_dir() {
                return Err(format!("{} is a file. Choose a folder.", path.display()));
            }
            let new = Preferred {
                folder: Some(path),
                ..app.preferred()
            };
            let window = app.window.clone();
            app.prefer(&window, new);
            app.return_to_settings();
            Ok(())
        });
    }
}

fn theme_preference(theme: Theme) -> ThemePreference {
    match theme {
        Theme::System => ThemePreference::System,
        Theme::Light => ThemePreference::Light,
        Theme::Dark => ThemePreference::Dark,
    }
}
