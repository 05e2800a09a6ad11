//! How the screen is set up: as it was left, and remembered.

use crate::store::Theme;
use crate::ui::board::Board;
use crate::ui::commands::COMMANDS;
use crate::ui::dialogs::{Dialog, ShortcutsForm, SignAsForm};
use crate::ui::keymap::{self, Keymap};
use crate::ui::library::Tab;
use crate::ui::notices::NoticeKind;
use crate::ui::shared::ChartsPlace;

use super::jobs::{Job, Kind, Progress};
use super::preferences::COLLECT;
use super::run_mode::RunMode;
use super::shell::App;
use super::window_size::{self, WindowSize};
use super::zoom::Zoom;

/// The place of the library's open tab among all.
const LIBRARY_TAB: &str = "library.tab";

impl App {
    /// Sets the screen up as it was left.
    pub(super) fn take_preferences(&mut self, ctx: &egui::Context) {
        self.take_looks(ctx);
        keymap::install(ctx, Keymap::read(&self.preferences.now.keys));
        let preferences = &self.preferences.now;
        self.zoom = Zoom::of(preferences.size("zoom", 1.0));
        let panels = &mut self.screen.ui.shared.panels;
        panels.library = !preferences.flag("library.folded");
        panels.inspector = !preferences.flag("inspector.folded");
        panels.sizes = window_size::panel_sizes(preferences);
        if preferences.flag("board.shown") {
            let shared = &mut self.screen.ui.shared;
            shared.board = Some(Board::from_week(shared.week));
        }
        let panels = &mut self.screen.ui.shared.panels;
        if preferences.flag("charts.folded") {
            panels.charts = ChartsPlace::Folded;
        }
        let kept = Tab::ALL.get(preferences.size(LIBRARY_TAB, 0.0) as usize);
        self.screen.ui.library.tab = kept.copied().unwrap_or_default();
    }

    /// Remembers how the screen is set up.
    pub(super) fn keep_layout(&mut self) {
        let panels = self.screen.ui.shared.panels;
        let shows_board = self.screen.ui.shared.board.is_some();
        let before = self.preferences.now.clone();
        let preferences = &mut self.preferences.now;
        for (name, is_folded) in [
            ("board.shown", shows_board),
            ("library.folded", !panels.library),
            ("inspector.folded", !panels.inspector),
            ("charts.folded", panels.charts == ChartsPlace::Folded),
        ] {
            if preferences.flag(name) != is_folded {
                preferences.flags.insert(name.to_owned(), is_folded);
            }
        }
        let zoom = self.zoom.wanted;
        if preferences.size("zoom", 1.0) != zoom {
            preferences.layout.insert("zoom".to_owned(), zoom);
        }
        let open = self.screen.ui.library.tab;
        let tab = Tab::ALL.iter().position(|tab| *tab == open);
        let tab = tab.unwrap_or_default() as f32;
        if preferences.size(LIBRARY_TAB, 0.0) != tab {
            preferences.layout.insert(LIBRARY_TAB.to_owned(), tab);
        }
        window_size::keep_panel_sizes(panels.sizes, preferences);
        if self.capture.purpose == RunMode::Use {
            WindowSize::keep(&self.window, preferences);
        }
        if *preferences != before {
            self.save_preferences();
        }
    }

    /// Changes between light and dark, and keeps the choice against the system's.
    pub(super) fn toggle_theme(&mut self, ctx: &egui::Context) {
        let dark = ctx.theme() == egui::Theme::Dark;
        let (theme, kept) = if dark {
            (egui::Theme::Light, Theme::Light)
        } else {
            (egui::Theme::Dark, Theme::Dark)
        };
        ctx.set_theme(theme);
        self.preferences.now.theme = kept;
        self.save_preferences();
    }

    /// Opens the dialog in which keys are given to commands.
    pub(super) fn ask_keys(&mut self, ctx: &egui::Context) {
        let keys = Keymap::clone(&keymap::of(ctx));
        self.screen.ui.dialog = Some(Dialog::new(ShortcutsForm::new(keys)));
    }

    /// Lets these keys give the commands from here on. What a later version has kept of commands of its own stays.
    pub(super) fn set_keys(&mut self, ctx: &egui::Context, keys: Keymap) {
        let is_known = |name: &String| COMMANDS.iter().any(|spec| spec.command.name() == *name);
        let kept = &mut self.preferences.now.keys;
        kept.retain(|name, _| !is_known(name));
        kept.extend(keys.kept());
        keymap::install(ctx, keys);
        self.save_preferences();
    }

    /// Asks who works on this computer.
    pub(super) fn ask_name(&mut self) {
        let form = SignAsForm::new(&self.preferences.now.name, self.open.usual_signer());
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Signs edits with this name from here on, whichever workspace is open.
    pub(super) fn sign_as(&mut self, name: String) {
        self.open.sign_as(&name);
        self.preferences.now.name = name;
        self.save_preferences();
    }

    /// Has the preferences written soon, together with what else is changed until then.
    pub(super) fn save_preferences(&mut self) {
        let Some((file, preferences)) = self.preferences.changed() else {
            return;
        };
        let job = Job::new(
            "Saving the preferences",
            move |progress: &Progress<Self>| {
                if progress.wait(COLLECT) {
                    file.write(&preferences).map_err(|error| error.to_string())
                } else {
                    Ok(None)
                }
            },
            |app: &mut Self, written| {
                app.preferences.written();
                if let Ok(Ok(Some(told)) | Err(told)) = written {
                    app.notices.add(NoticeKind::Program, told);
                }
            },
        );
        self.jobs.start(Kind::Preferences, job);
    }

    /// Writes the preferences now, where that is still to be done.
    pub(super) fn write_preferences(&mut self) {
        self.jobs.end(Kind::Preferences);
        if let Some((file, preferences)) = self.preferences.unsaved() {
            // The window is going: there is nobody left to tell.
            file.write(&preferences).ok();
        }
    }
}
