//! Running commands, whichever way they were given.

use chrono::NaiveDate;
use egui::Context;

use crate::domain::{AthleteDefaults, Profile, Status};
use crate::ui::action::FolderUse;
use crate::ui::board::Board;
use crate::ui::command::Command;
use crate::ui::dialogs::{
    AthleteForm, BetterWeekForm, CopyForm, Dialog, MaxForm, PlanSource, RepeatForm, RulesForm,
    RulesPlace,
};
use crate::ui::help::HelpPage;
use crate::ui::shared::{ChartsPlace, Panel};

use super::shell::App;
use super::zoom::Zoom;

impl App {
    /// Runs a command.
    pub(super) fn run(&mut self, ctx: &Context, command: Command, today: NaiveDate) {
        if !command.spec().keeps_roster {
            self.screen.ui.roster.open = false;
        }
        if let Some((format, sheet, audience)) = command.spec().prints {
            return self.ask_print(format, sheet, audience);
        }
        match command {
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::NewAthlete => {
                if let Some(why) = self.open.why_read_only() {
                    let why = format!("No athlete can be added here. {}", sentence(why));
                    return self.say(why);
                }
                let form = AthleteForm::new(self.newcomer(), today);
                self.screen.ui.dialog = Some(Dialog::new(form));
            }
            Command::EditAthlete => {
                if let Some(athlete) = self.shown() {
                    let form = AthleteForm::of(&athlete, today);
                    self.screen.ui.dialog = Some(Dialog::new(form));
                }
            }
            Command::NewWorkspace => self.ask_folder(FolderUse::Create),
            Command::OpenWorkspace => self.ask_folder(FolderUse::Open),
            Command::Backups => self.show_backups(None, today),
            Command::ChangeShortcuts => self.ask_keys(ctx),
            Command::SignAs => self.ask_name(),
            Command::Publish => self.ask_publish(),
            Command::SeeFeedback => self.see_all_feedback(),
            Command::ForgetFeedback => self.forget_feedback(),
            Command::PreviousWeek => self.step_week(-7),
            Command::NextWeek => self.step_week(7),
            Command::ThisWeek => {
                self.show_week(today);
                self.screen.ui.shared.day = today;
            }
            Command::GoToDate => self.screen.ui.shared.asks_date = true,
            Command::ToggleBoard => {
                let shared = &mut self.screen.ui.shared;
                shared.board = match shared.board.take() {
                    Some(_) => None,
                    None => Some(Board::from_week(shared.week)),
                };
                shared.drag = None;
                if shared.panels.charts == ChartsPlace::Filling {
                    shared.panels.charts = ChartsPlace::Below;
                }
                self.keep_layout();
            }
            Command::ToggleLibrary => {
                self.screen.ui.shared.panels.toggle(Panel::Library);
                self.keep_layout();
            }
            Command::ToggleInspector => {
                self.screen.ui.shared.panels.toggle(Panel::Inspector);
                self.keep_layout();
            }
            Command::ToggleCharts => {
                self.screen.ui.shared.panels.toggle(Panel::Charts);
                self.keep_layout();
            }
            Command::FillCharts => {
                let filling = self.screen.ui.shared.panels.charts == ChartsPlace::Filling;
                self.screen.ui.shared.panels.charts = if filling {
                    ChartsPlace::Below
                } else {
                    ChartsPlace::Filling
                };
            }
            Command::ToggleTheme => self.toggle_theme(ctx),
            Command::EditSession => {
                self.screen.ui.shared.titling = self.screen.ui.shared.selected;
                self.screen.ui.shared.panels.show(Panel::Inspector);
            }
            Command::LogSets => self.log_sets(ctx, today),
            Command::SearchLibrary => {
                self.screen.ui.shared.panels.show(Panel::Library);
                self.screen.ui.library.focus_search = true;
            }
            Command::Palette => self.open_search(today),
            Command::Help => self.screen.ui.help.toggle(),
            Command::Shortcuts => self.screen.ui.help.show(HelpPage::Shortcuts),
            Command::About => self.screen.ui.help.show(HelpPage::About),
            Command::Roster => self.screen.ui.roster.toggle(),
            Command::BringInHistory => self.ask_history_file(),
            Command::SendPackage => self.ask_package_target(),
            Command::OpenPackage => self.ask_package_file(),
            Command::ChooseVersions => self.choose_versions(),
            Command::MaxCalculator => {
                let exercise = self.screen.ui.library.exercise.clone();
                self.screen.ui.dialog = self
                    .shown()
                    .map(|athlete| Dialog::new(MaxForm::new(&athlete, today, exercise)));
            }
            Command::BetterWeek => self.seek_better_weeks(1, today),
            Command::BuildSeason => self.open_season(today),
            Command::CopyToOthers => self.ask_copy(today),
            Command::Settings => self.open_settings(),
            Command::Rules => self.show_rules(today, RulesPlace::General),
            Command::AcceptedFindings => self.show_rules(today, RulesPlace::Accepted),
            // Their rows say what they print, and none of them comes here.
            Command::Print
            | Command::PrintGymSheets
            | Command::PrintSeason
            | Command::PrintProgress
            | Command::PrintEveryone
            | Command::ExportPicture
            | Command::ExportCalendar
            | Command::ExportWorkbook
            | Command::ExportTable
            | Command::ExportText
            | Command::ExportMarkdown
            | Command::ExportPhonePage
            | Command::ExportWorkouts => {}
            Command::Paste => self.paste(ctx, today),
            Command::BringIn => self.bring_in(PlanSource::Text(String::new())),
            Command::CopyWeek
            | Command::CopyWeekAsText
            | Command::ClearWeek
            | Command::SaveWeekAsTemplate => {
                self.run_on_week(ctx, command);
            }
            Command::AddSession => {
                if self.screen.ui.shared.panels.charts == ChartsPlace::Filling {
                    self.screen.ui.shared.panels.charts = ChartsPlace::Below;
                }
                self.screen.ui.shared.adding = Some(self.screen.ui.shared.day);
            }
            Command::RepeatWeekly => self.ask_repeat(today),
            Command::ZoomIn => self.zoom.step(ctx.zoom_factor(), 1.0),
            Command::ZoomOut => self.zoom.step(ctx.zoom_factor(), -1.0),
            Command::ZoomReset => self.zoom = Zoom::of(1.0),
            Command::Cut
            | Command::Copy
            | Command::Duplicate
            | Command::Delete
            | Command::Move
            | Command::MoveEarlier
            | Command::MoveLater
            | Command::MarkDone
            | Command::MarkSkipped
            | Command::BackToPlanned
            | Command::SaveAsTemplate
            | Command::ToggleLock => self.run_on_session(ctx, command, today),
        }
    }

    /// Opens the rows for the sets of the selected session; one without exercises is logged as planned.
    fn log_sets(&mut self, ctx: &Context, today: NaiveDate) {
        let selected = self.screen.ui.shared.selected;
        let session = self
            .shown()
            .and_then(|athlete| athlete.sessions.get(selected?).cloned());
        let Some(session) = session else { return };
        if matches!(session.status, Status::Skipped { .. } | Status::Missed) {
            self.say("It was skipped or missed: put it back to planned to log it.");
            return;
        }
        let is_planned = session.status == Status::Planned;
        if is_planned && session.plan.workout.exercises().is_empty() {
            self.run_on_session(ctx, Command::MarkDone, today);
        }
        self.screen.ui.shared.logging = Some(session.id);
        self.screen.ui.shared.panels.show(Panel::Inspector);
    }

    /// What a new athlete begins with: as the settings say, or where they say nothing in the units and the weeks of the one
    /// shown.
    fn newcomer(&self) -> Profile {
        let newcomers = self.open.workspace().settings.newcomers;
        let mut profile = newcomers.profile();
        if let Some(shown) = self
            .shown()
            .filter(|_| newcomers == AthleteDefaults::default())
        {
            profile.units = shown.profile.units;
            profile.week_start = shown.profile.week_start;
        }
        profile
    }

    /// Asks who gets a copy of the shown week.
    fn ask_copy(&mut self, today: NaiveDate) {
        let Some(athlete) = self.shown() else { return };
        let (library, week) = (self.open.library(), self.screen.ui.shared.week);
        let mut form = CopyForm::new(athlete, self.open.workspace(), library, week, today);
        form.unread = self.open.unread();
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Asks up to which day the selected sessions are repeated.
    fn ask_repeat(&mut self, today: NaiveDate) {
        let Some(athlete) = self.shown() else { return };
        let sessions = self.selection(&athlete);
        if sessions.is_empty() {
            return self.say("Select a session first.");
        }
        let settings = &self.open.workspace().settings;
        let profile = settings.checked(&athlete.profile).into_owned();
        let form = RepeatForm::new(athlete.clone(), profile, sessions, today);
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Opens the page of the rules.
    pub(super) fn show_rules(&mut self, today: NaiveDate, place: RulesPlace) {
        let Some(athlete) = self.shown() else { return };
        let (workspace, library) = (self.open.workspace(), self.open.library());
        let week = self.screen.ui.shared.week;
        let form = RulesForm::new(&athlete, workspace, library, week, today, place);
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Lets the open dialog know what has happened since it was opened.
    pub(super) fn follow_dialogs(&mut self) {
        let unread = self.open.unread();
        let shown = self.shown();
        if let Some(dialog) = &mut self.screen.ui.dialog {
            if let Some(athlete) = &shown {
                if let Some(form) = dialog.as_form_mut::<BetterWeekForm>() {
                    form.follow(athlete);
                } else if let Some(form) = dialog.as_form_mut::<RulesForm>() {
                    form.follow(athlete, self.open.workspace());
                } else if let Some(form) = dialog.as_form_mut::<MaxForm>() {
                    form.follow(athlete);
                }
            }
            if let Some(form) = dialog.as_form_mut::<AthleteForm>()
                && let Some(athlete) = form.athlete().and_then(|id| self.open.athlete(id))
            {
                form.follow(athlete);
            }
            if let Some(form) = dialog.as_form_mut::<CopyForm>()
                && form.unread != unread
            {
                form.unread = unread;
                form.meet(self.open.athletes());
            }
        }
        self.follow_merge();
        self.follow_history();
        self.follow_settings();
        self.follow_publishing();
        let window = self.window.clone();
        self.follow_reading(&window);
    }
}

/// A clause as a sentence of its own: with a capital and a full stop.
pub(super) fn sentence(words: &str) -> String {
    let end = if words.ends_with('.') { "" } else { "." };
    format!("{}{end}", crate::export::words::capitalised(words))
}
