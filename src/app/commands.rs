//! Doing what the panels asked for, in one place, after drawing.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::Context;

use crate::domain::{Athlete, Session, Slot, Status, Units};
use crate::edit::{Edit, Step, WorkspaceEdit};
use crate::load::{self, series::week_of};
use crate::ui::action::{Action, FolderUse};
use crate::ui::calendar::ops;
use crate::ui::command::Command;
use crate::ui::dialogs::{AthleteForm, Dialog};
use crate::ui::inspector;
use crate::ui::library::own;
use crate::ui::state::{ChartsPlace, Clipboard, KeyboardMove, PaletteState};
use crate::{text, ui};

use super::App;

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
                self.athlete = Some(id);
                self.state.selected = None;
                self.remember_athlete(id);
                let week = self.week_of(self.state.day);
                self.state.show_week(week);
            }
            Action::ShowWeek(date) => {
                let week = self.week_of(date);
                self.state.show_week(week);
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
            Action::OpenFolder(folder) => self.open_folder(&folder),
            Action::CreateFolder(folder) => self.create_folder(&folder),
            Action::AskFolder(purpose) => self.ask_folder(purpose),
            Action::PrintTo(path) => self.print_to(path),
            Action::AskPrintTarget => self.ask_print_target(),
            Action::Notify(message) => self.say(message),
        }
    }

    fn run(&mut self, ctx: &Context, command: Command, today: NaiveDate) {
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
            Command::Print => self.ask_print_target(),
            Command::Paste => self.paste(),
            Command::CopyWeek
            | Command::CopyWeekAsText
            | Command::ClearWeek
            | Command::SaveWeekAsTemplate => {
                self.run_on_week(ctx, command);
            }
            Command::Cut
            | Command::Copy
            | Command::Duplicate
            | Command::Delete
            | Command::Move
            | Command::MarkDone
            | Command::ToggleLock => self.run_on_session(command),
        }
    }

    fn shown(&self) -> Option<Arc<Athlete>> {
        self.athlete
            .and_then(|id| self.workspace.athlete(id))
            .cloned()
    }

    fn week_of(&self, date: NaiveDate) -> NaiveDate {
        let start = self
            .shown()
            .map_or(chrono::Weekday::Mon, |athlete| athlete.profile.week_start);
        week_of(date, start)
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
    fn edit(&mut self, label: impl Into<String>, athlete: &Athlete, edits: Vec<Edit>) -> bool {
        !edits.is_empty() && self.apply(Step::new(label, WorkspaceEdit::Athlete(athlete.id, edits)))
    }

    fn run_on_session(&mut self, command: Command) {
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
        let title = load::title_of(&session.plan, &self.library).to_lowercase();
        match command {
            Command::Copy => {
                self.copy(&session);
                self.say(format!("Copied {title}. Choose a day and paste."));
            }
            Command::Cut => {
                self.copy(&session);
                self.delete(&athlete, &session, format!("Cut {title}"));
            }
            Command::Delete => self.delete(&athlete, &session, format!("Delete {title}")),
            Command::Duplicate => {
                let (id, edits) = ops::add(&session.plan, session.slot());
                self.edit(format!("Duplicate {title}"), &athlete, edits);
                self.state.selected = Some(id);
            }
            Command::Move => {
                let target = session.slot();
                self.state.moving = Some(KeyboardMove {
                    session: session.id,
                    target,
                });
                self.say("Arrow keys move it, Enter drops it, Escape leaves it where it was.");
            }
            Command::MarkDone if session.status == Status::Planned => {
                let done = inspector::done_as_planned(&session, &athlete.profile, &self.library);
                let edit = Edit::update(&athlete, done);
                self.edit(format!("Mark {title} as done"), &athlete, vec![edit]);
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

    fn copy(&mut self, session: &Session) {
        self.state.clipboard = Some(Clipboard {
            plans: vec![(0, session.plan.clone())],
            week: false,
        });
    }

    fn delete(&mut self, athlete: &Athlete, session: &Session, label: String) {
        if self.edit(label.clone(), athlete, vec![Edit::Remove(session.id)]) {
            self.state.selected = None;
            self.say_with(label, true);
        }
    }

    fn paste(&mut self) {
        let (Some(athlete), Some(clipboard)) = (self.shown(), self.state.clipboard.clone()) else {
            self.say("Nothing was copied yet.");
            return;
        };
        if clipboard.week {
            let edits = ops::add_all(&clipboard.plans, self.state.week);
            self.edit("Paste week", &athlete, edits);
            return;
        }
        let day = self.state.day;
        for (_, plan) in &clipboard.plans {
            let (id, edits) = ops::add(
                plan,
                Slot {
                    date: day,
                    start: plan.start,
                },
            );
            let title = load::title_of(plan, &self.library).to_lowercase();
            self.edit(format!("Paste {title}"), &athlete, edits);
            self.state.selected = Some(id);
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
                self.state.clipboard = Some(Clipboard { plans, week: true });
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
                if self.edit("Clear week", &athlete, edits) {
                    self.state.selected = None;
                    self.say_with(format!("Cleared {count}"), true);
                }
            }
            Command::SaveWeekAsTemplate => {
                let name = format!("Week of {}", ui::format::day_month(first));
                let template = own::week_template(name.clone(), &sessions, first);
                let edit = WorkspaceEdit::PutWeekTemplate(Box::new(template));
                if self.apply(Step::new(format!("Save template “{name}”"), edit)) {
                    self.say_with(format!("“{name}” is under Weeks in the library"), true);
                }
            }
            _ => {}
        }
    }
}
