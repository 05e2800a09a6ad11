//! Doing what the panels asked for, in one place, after drawing.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::Context;

use crate::domain::{Athlete, Format, Log, Profile, Session, SheetKind, Slot, Status, Units, Week};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::load;
use crate::ui::action::{Action, FindingPlace, FolderUse};
use crate::ui::calendar::ops;
use crate::ui::command::Command;
use crate::ui::command_palette::PaletteState;
use crate::ui::dialogs::{
    AthleteForm, BetterWeekForm, CopyForm, Dialog, MaxForm, RulesForm, RulesPlace,
};
use crate::ui::inspector;
use crate::ui::library::own;
use crate::ui::logging;
use crate::ui::shared::{ChartsPlace, Clipboard, KeyboardMove, PointedFinding};
use crate::{text, ui};

use super::App;
use super::printing::Audience;

impl App {
    /// Does one thing a panel asked for.
    pub(super) fn act(&mut self, ctx: &Context, action: Action, today: NaiveDate) {
        match action {
            Action::Command(command) => self.run(ctx, command, today),
            Action::Step(step) => {
                self.apply(step);
            }
            Action::StepWithUndo(step, message) => {
                if self.apply(step) {
                    self.say_with(message, true);
                }
            }
            Action::ShowAthlete(id) => {
                self.state.roster.open = false;
                self.athlete = Some(id);
                self.state.selected = None;
                self.remember_athlete(id);
                self.take_charts();
                let week = self.week_of(self.state.day);
                self.state.show_week(week);
            }
            Action::ShowWeek(date) => {
                let week = self.week_of(date);
                self.state.show_week(week);
            }
            Action::Select(session, day) => {
                self.state.selected = session;
                self.state.day = day;
            }
            Action::EditTemplate(id) => self.state.edit_template(id),
            Action::ShowExercise(id) => {
                self.state.library.show_exercise(id);
                self.state.panels.library = true;
            }
            Action::ShowSession(id) => {
                let found = self
                    .shown()
                    .and_then(|athlete| athlete.sessions.get(id).cloned());
                if let Some(session) = found {
                    let week = self.week_of(session.date);
                    self.state.show_week(week);
                    self.state.day = session.date;
                    self.state.selected = Some(id);
                    self.state.panels.inspector = true;
                    if self.state.panels.charts == ChartsPlace::Filling {
                        self.state.panels.charts = ChartsPlace::Below;
                    }
                }
            }
            Action::ShowRule(id) => self.show_rules(today, RulesPlace::Rule(id)),
            Action::ShowFinding(place) => self.show_finding(place),
            Action::SeekBetterWeeks(weeks) => self.seek_better_weeks(weeks, today),
            Action::StopSeeking => self.stop_seeking(),
            Action::OpenFolder(folder) => self.open_folder(&folder),
            Action::CreateFolder(folder) => self.create_folder(&folder),
            Action::AskFolder(purpose) => self.ask_folder(purpose),
            Action::SaveChart(file) => self.ask_chart_target(*file),
            Action::SaveChartTo(path) => self.save_chart_to(path),
            Action::KeepCharts => self.keep_charts(),
            Action::Export(step) => self.export(ctx, step),
            Action::ShowProgram(id) => self.show_program(id),
            Action::AskProgramFile => self.ask_program_file(),
            Action::AskProgramTarget(id) => self.ask_program_target(id),
            Action::ImportProgram(path) => self.import_program(path),
            Action::ExportProgram(path) => self.export_program(path),
            Action::PreviewSeason(athlete, request) => {
                self.preview_season(athlete, *request, today);
            }
            Action::Notify(message) => self.say(message),
        }
    }

    /// Brings a finding on screen, wherever it is.
    fn show_finding(&mut self, place: FindingPlace) {
        self.state.roster.open = false;
        self.athlete = Some(place.athlete);
        self.remember_athlete(place.athlete);
        self.state.show_week(place.week);
        let session = place.session.filter(|_| place.selects);
        let found = self
            .shown()
            .and_then(|athlete| athlete.sessions.get(session?).cloned());
        if let Some(session) = &found {
            self.state.day = session.date;
        }
        self.state.selected = found.map(|session| session.id);
        self.state.edited = None;
        self.state.panels.inspector = true;
        if self.state.panels.charts == ChartsPlace::Filling {
            self.state.panels.charts = ChartsPlace::Below;
        }
        self.state.pointed = Some(PointedFinding {
            rule: place.rule,
            session: place.session,
            selected: self.state.selected,
            scroll: true,
        });
    }

    fn run(&mut self, ctx: &Context, command: Command, today: NaiveDate) {
        if !command.spec().keeps_roster {
            self.state.roster.open = false;
        }
        match command {
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::NewAthlete => {
                let units = self
                    .shown()
                    .map_or_else(Units::default, |a| a.profile.units);
                let form = AthleteForm::new(units, today);
                self.state.dialog = Some(Dialog::Athlete(Box::new(form)));
            }
            Command::EditAthlete => {
                if let Some(athlete) = self.shown() {
                    let form = AthleteForm::of(&athlete, today);
                    self.state.dialog = Some(Dialog::Athlete(Box::new(form)));
                }
            }
            Command::NewWorkspace => self.ask_folder(FolderUse::Create),
            Command::OpenWorkspace => self.ask_folder(FolderUse::Open),
            Command::PreviousWeek => self.step_week(-7),
            Command::NextWeek => self.step_week(7),
            Command::ThisWeek => {
                let week = self.week_of(today);
                self.state.show_week(week);
                self.state.day = today;
            }
            Command::ToggleLibrary => {
                self.state.panels.library = !self.state.panels.library;
                self.keep_layout(ctx);
            }
            Command::ToggleInspector => {
                self.state.panels.inspector = !self.state.panels.inspector;
                self.keep_layout(ctx);
            }
            Command::ToggleCharts => {
                let folded = self.state.panels.charts == ChartsPlace::Folded;
                self.state.panels.charts = if folded {
                    ChartsPlace::Below
                } else {
                    ChartsPlace::Folded
                };
                self.keep_layout(ctx);
            }
            Command::FillCharts => {
                let filling = self.state.panels.charts == ChartsPlace::Filling;
                self.state.panels.charts = if filling {
                    ChartsPlace::Below
                } else {
                    ChartsPlace::Filling
                };
            }
            Command::ToggleTheme => self.toggle_theme(ctx),
            Command::SearchLibrary => {
                self.state.panels.library = true;
                self.state.library.focus_search = true;
            }
            Command::Palette => self.state.palette = Some(PaletteState::default()),
            Command::Roster => self.state.roster.toggle(),
            Command::MaxCalculator => {
                let exercise = self.state.library.exercise.clone();
                self.state.dialog = self.shown().map(|athlete| {
                    Dialog::Maxima(Box::new(MaxForm::new(&athlete, today, exercise)))
                });
            }
            Command::BetterWeek => self.seek_better_weeks(1, today),
            Command::BetterWeeks => {
                if let Some(athlete) = self.shown() {
                    let weeks = BetterWeekForm::usual_span(&athlete, self.state.week, today);
                    self.seek_better_weeks(weeks, today);
                }
            }
            Command::BuildSeason => self.open_season(today),
            Command::CopyToOthers => self.ask_copy(today),
            Command::Rules => self.show_rules(today, RulesPlace::General),
            Command::AcceptedFindings => self.show_rules(today, RulesPlace::Accepted),
            Command::Print => self.ask_print(Format::Pdf, SheetKind::Week, Audience::Shown),
            Command::PrintGymSheets => {
                self.ask_print(Format::Pdf, SheetKind::Session, Audience::Shown);
            }
            Command::PrintSeason => {
                self.ask_print(Format::Pdf, SheetKind::Season, Audience::Shown);
            }
            Command::PrintProgress => {
                self.ask_print(Format::Pdf, SheetKind::Progress, Audience::Shown);
            }
            Command::PrintEveryone => {
                self.ask_print(Format::Pdf, SheetKind::Week, Audience::Everyone);
            }
            Command::ExportPicture => {
                self.ask_print(Format::Png, SheetKind::Week, Audience::Shown);
            }
            Command::ExportCalendar => {
                self.ask_print(Format::Ics, SheetKind::Week, Audience::Shown);
            }
            Command::ExportWorkbook => {
                self.ask_print(Format::Xlsx, SheetKind::Week, Audience::Shown);
            }
            Command::ExportTable => {
                self.ask_print(Format::Csv, SheetKind::Week, Audience::Shown);
            }
            Command::ExportText => {
                self.ask_print(Format::Text, SheetKind::Week, Audience::Shown);
            }
            Command::ExportMarkdown => {
                self.ask_print(Format::Markdown, SheetKind::Week, Audience::Shown);
            }
            Command::Paste => self.paste(ctx),
            Command::CopyWeek
            | Command::CopyWeekAsText
            | Command::ClearWeek
            | Command::SaveWeekAsTemplate => {
                self.run_on_week(ctx, command);
            }
            Command::AddSession => {
                if self.state.panels.charts == ChartsPlace::Filling {
                    self.state.panels.charts = ChartsPlace::Below;
                }
                self.state.adding = Some(self.state.day);
            }
            Command::ZoomIn => egui::gui_zoom::zoom_in(ctx),
            Command::ZoomOut => egui::gui_zoom::zoom_out(ctx),
            Command::ZoomReset => ctx.set_zoom_factor(1.0),
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
            | Command::ToggleLock => self.run_on_session(ctx, command),
        }
    }

    /// Asks who gets a copy of the shown week.
    fn ask_copy(&mut self, today: NaiveDate) {
        let Some(athlete) = self.shown() else { return };
        let others = self.workspace.athletes.clone();
        let form = CopyForm::new(athlete, others, &self.library, self.state.week, today);
        self.state.dialog = Some(Dialog::CopyTo(Box::new(form)));
    }

    fn show_rules(&mut self, today: NaiveDate, place: RulesPlace) {
        let Some(athlete) = self.shown() else { return };
        let week = self.state.week;
        let form = RulesForm::new(&athlete, &self.workspace, &self.library, week, today, place);
        self.state.dialog = Some(Dialog::Rules(Box::new(form)));
    }

    pub(super) fn shown(&self) -> Option<Arc<Athlete>> {
        self.athlete
            .and_then(|id| self.workspace.athlete(id))
            .cloned()
    }

    /// First day of the week that holds `date`, as the shown athlete counts weeks.
    pub(super) fn week_of(&self, date: NaiveDate) -> NaiveDate {
        let start = self
            .shown()
            .map_or(chrono::Weekday::Mon, |athlete| athlete.profile.week_start);
        Week::of(date, start).first()
    }

    fn step_week(&mut self, days: i64) {
        let to = self
            .state
            .week
            .checked_add_signed(chrono::Duration::days(days));
        if let Some(week) = to {
            self.state.show_week(week);
        }
    }

    /// Applies edits of an athlete as one step, and tells whether anything was changed.
    pub(super) fn edit(
        &mut self,
        label: impl Into<String>,
        athlete: &Athlete,
        edits: Vec<Edit>,
    ) -> bool {
        !edits.is_empty()
            && self.apply(Transaction::new(
                label,
                WorkspaceEdit::Athlete(athlete.id, edits),
            ))
    }

    fn run_on_session(&mut self, ctx: &Context, command: Command) {
        let Some(athlete) = self.shown() else { return };
        let selected = self
            .state
            .selected
            .and_then(|id| athlete.sessions.get(id))
            .cloned();
        let Some(session) = selected else {
            self.say("Select a session first.");
            return;
        };
        let title = ui::lower_first(&load::title_of(&session.plan, &self.library));
        match command {
            Command::Copy => {
                self.copy(ctx, &athlete, &session);
                self.say(format!("Copied {title}. Choose a day and paste."));
            }
            Command::Cut => {
                self.copy(ctx, &athlete, &session);
                if let Some(clipboard) = &mut self.state.clipboard {
                    clipboard.cut = Some(session.clone());
                }
                let done = format!("Cut {title}. Choose a day and paste.");
                self.delete(&athlete, &session, format!("Cut {title}"), done);
            }
            Command::Delete => {
                let (label, done) = (format!("Delete {title}"), format!("Deleted {title}"));
                self.delete(&athlete, &session, label, done);
            }
            Command::Duplicate => {
                let (id, edits) = ops::add(&session.plan, session.slot());
                if self.edit(format!("Duplicate {title}"), &athlete, edits) {
                    self.state.selected = Some(id);
                }
            }
            Command::Move => {
                let target = session.slot();
                self.state.moving = Some(KeyboardMove {
                    session: session.id,
                    target,
                });
                self.state.day = session.date;
                let week = self.week_of(session.date);
                self.state.show_week(week);
                // Else the arrow keys would also walk from button to button.
                ctx.memory_mut(|memory| {
                    if let Some(focused) = memory.focused() {
                        memory.surrender_focus(focused);
                    }
                });
                self.say("Arrow keys move it, Enter drops it, Escape leaves it where it was.");
            }
            Command::MoveEarlier => self.move_by_weeks(&athlete, &session, &title, -7),
            Command::MoveLater => self.move_by_weeks(&athlete, &session, &title, 7),
            Command::MarkSkipped if session.status == Status::Planned => {
                let mut skipped = (*session).clone();
                skipped.status = Status::Skipped {
                    reason: String::new(),
                };
                skipped.log.get_or_insert_with(Log::default);
                let edits = logging::edits(&athlete, &self.library, skipped);
                self.edit(format!("Mark {title} as skipped"), &athlete, edits);
            }
            Command::BackToPlanned if session.status != Status::Planned => {
                let mut planned = (*session).clone();
                planned.status = Status::Planned;
                planned.log = None;
                let edits = logging::edits(&athlete, &self.library, planned);
                let label = format!("Set {title} back to planned");
                if self.edit(label, &athlete, edits) && session.log.is_some() {
                    self.say_with(format!("Took the log of {title} away"), true);
                }
            }
            Command::SaveAsTemplate => {
                let template = own::session_template(&session.plan, &self.library);
                let name = template.name.clone();
                let edit = WorkspaceEdit::PutSessionTemplate(Box::new(template));
                if self.apply(Transaction::new(format!("Save template “{name}”"), edit)) {
                    self.say_with(format!("“{name}” is under Sessions in the library"), true);
                }
            }
            Command::MarkDone if session.status == Status::Planned => {
                let done = inspector::done_as_planned(&session, &athlete, &self.library);
                let news = logging::news(&athlete, &self.library, &done);
                let edits = logging::edits(&athlete, &self.library, done);
                if self.edit(format!("Mark {title} as done"), &athlete, edits)
                    && let Some(news) = news
                {
                    self.say_with(news, true);
                }
            }
            Command::ToggleLock => {
                let mut changed = (*session).clone();
                changed.locked = !changed.locked;
                let verb = if changed.locked { "Lock" } else { "Unlock" };
                let edit = Edit::update(&athlete, changed);
                self.edit(format!("{verb} {title}"), &athlete, vec![edit]);
            }
            _ => {}
        }
    }

    /// Keeps a session to be pasted; its text goes to the system's clipboard, for a mail or a chat.
    fn copy(&mut self, ctx: &Context, athlete: &Athlete, session: &Arc<Session>) {
        let mut profile = Profile::named("");
        profile.units = athlete.profile.units;
        let mut alone = Athlete::new(athlete.id, profile);
        alone.sessions = std::iter::once((**session).clone()).collect();
        let written = text::write(&alone, &self.library, session.date, session.date);
        ctx.copy_text(written.text.clone());
        self.state.clipboard = Some(Clipboard {
            plans: vec![(0, session.plan.clone())],
            week: false,
            cut: None,
            text: written.text,
        });
    }

    fn delete(&mut self, athlete: &Athlete, session: &Session, label: String, done: String) {
        if self.edit(label, athlete, vec![Edit::Remove(session.id)]) {
            self.state.selected = None;
            self.say_with(done, true);
        }
    }

    fn move_by_weeks(&mut self, athlete: &Athlete, session: &Session, title: &str, days: i64) {
        let shift = chrono::Duration::days(days);
        let Some(date) = session.date.checked_add_signed(shift) else {
            return;
        };
        let slot = Slot {
            date,
            start: session.plan.start,
        };
        let label = format!("Move {title}");
        if self.edit(label, athlete, ops::move_to(session, slot)) {
            let (weekday, day) = (ui::format::weekday(date), ui::format::day_month(date));
            self.say_with(format!("Moved {title} to {weekday} {day}"), true);
        }
    }

    fn run_on_week(&mut self, ctx: &Context, command: Command) {
        let Some(athlete) = self.shown() else { return };
        let (first, last) = (self.state.week, self.state.week + Days::new(6));
        let sessions = athlete.sessions.between(first, last).to_vec();
        if sessions.is_empty() {
            self.say("This week is empty.");
            return;
        }
        match command {
            Command::CopyWeek => {
                let plans = ops::week_plans(&sessions, first);
                let count = ui::format::plural(plans.len(), "session", "sessions");
                // Else an older text of another program would be pasted instead.
                let written = text::write(&athlete, &self.library, first, last);
                ctx.copy_text(written.text.clone());
                self.state.clipboard = Some(Clipboard {
                    plans,
                    week: true,
                    cut: None,
                    text: written.text,
                });
                self.say(format!("Copied {count}. Go to another week and paste."));
            }
            Command::CopyWeekAsText => {
                let written = text::write(&athlete, &self.library, first, last);
                ctx.copy_text(written.text);
                let note = if written.left_out.is_empty() {
                    String::new()
                } else {
                    format!(" Left out: {}.", written.left_out.join("; "))
                };
                self.say(format!("The week is on the clipboard as text.{note}"));
            }
            Command::ClearWeek => {
                let planned = sessions.iter().filter(|s| s.status == Status::Planned);
                let edits: Vec<Edit> = planned.map(|s| Edit::Remove(s.id)).collect();
                let count = ui::format::plural(edits.len(), "session", "sessions");
                if edits.is_empty() {
                    self.say("Nothing of this week is still planned; what was done stays.");
                } else if self.edit("Clear week", &athlete, edits) {
                    self.state.selected = None;
                    self.say_with(format!("Cleared {count}"), true);
                }
            }
            Command::SaveWeekAsTemplate => {
                let name = format!("Week of {}", ui::format::day_month(first));
                let template = own::week_template(name.clone(), &sessions, first);
                let edit = WorkspaceEdit::PutWeekTemplate(Box::new(template));
                if self.apply(Transaction::new(format!("Save template “{name}”"), edit)) {
                    self.say_with(format!("“{name}” is under Weeks in the library"), true);
                }
            }
            _ => {}
        }
    }
}
