//! Commands about the selected session.

use std::slice::from_ref;

use chrono::NaiveDate;
use egui::Context;

use crate::domain::{Athlete, Session, Status};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::load;
use crate::planning;
use crate::ui;
use crate::ui::command::Command;
use crate::ui::ids::new_session_id;
use crate::ui::library::own;
use crate::ui::logging;
use crate::ui::shared::KeyboardMove;

use super::several::moved_by;
use super::shell::App;

impl App {
    /// Runs a command that is about the selected session.
    pub(super) fn run_on_session(&mut self, ctx: &Context, command: Command, today: NaiveDate) {
        let Some(athlete) = self.shown() else { return };
        let several = self.selection(&athlete);
        if several.len() > 1 && self.run_on_several(ctx, command, (&athlete, &several), today) {
            return;
        }
        let selected = self
            .screen
            .ui
            .shared
            .selected
            .and_then(|id| athlete.sessions.get(id))
            .cloned();
        let Some(session) = selected else {
            self.say("Select a session first.");
            return;
        };
        let title = ui::lower_first(&load::title_of(&session.plan, self.open.library()));
        match command {
            Command::Copy => self.copy_all(ctx, &athlete, from_ref(&session), &title),
            Command::Cut => self.cut_all(ctx, &athlete, from_ref(&session), &title),
            Command::Delete => {
                let (weekday, day) = (
                    ui::format::weekday(session.date),
                    ui::format::day_month(session.date),
                );
                let label = format!("Delete {title}");
                let done = format!("Deleted {title} of {weekday} {day}");
                self.remove_all(&athlete, from_ref(&session), label, done);
            }
            Command::Duplicate => {
                let id = new_session_id();
                let edits = planning::add(&session.plan, session.slot(), id);
                if self.edit(format!("Duplicate {title}"), &athlete, edits) {
                    self.screen.ui.shared.select(Some(id));
                }
            }
            Command::Move => {
                let target = session.slot();
                self.screen.ui.shared.moving = Some(KeyboardMove {
                    session: session.id,
                    target,
                });
                self.screen.ui.shared.day = session.date;
                self.show_week(session.date);
                // Give up the focus, or the arrow keys would also walk from button to button.
                ctx.memory_mut(|memory| {
                    if let Some(focused) = memory.focused() {
                        memory.surrender_focus(focused);
                    }
                });
                self.say(if self.screen.ui.shared.also.is_empty() {
                    "Arrow keys move it, Enter drops it, Escape leaves it where it was."
                } else {
                    "Arrow keys move them, Enter drops them, Escape leaves them where they were."
                });
            }
            Command::MoveEarlier => self.move_by_days(&athlete, &session, &title, -7, today),
            Command::MoveLater => self.move_by_days(&athlete, &session, &title, 7, today),
            Command::MarkSkipped if session.status == Status::Planned => {
                let edit = Edit::update(&athlete, planning::skipped(&session, ""));
                self.edit(format!("Mark {title} as skipped"), &athlete, vec![edit]);
            }
            Command::BackToPlanned if session.status != Status::Planned => {
                let planned = planning::back_to_planned(&session);
                let edits = vec![Edit::update(&athlete, planned)];
                let label = format!("Set {title} back to planned");
                if self.edit(label, &athlete, edits) && session.log.is_some() {
                    self.say_with(format!("Removed the log of {title}"), true);
                }
            }
            Command::SaveAsTemplate => {
                let template = own::session_template(&session.plan, self.open.library());
                let name = template.name.clone();
                let edit = WorkspaceEdit::PutSessionTemplate(Box::new(template));
                if self.apply(Transaction::new(format!("Save template “{name}”"), edit)) {
                    self.say_with(format!("“{name}” is under Sessions in the library"), true);
                }
            }
            Command::MarkDone if session.status == Status::Planned => {
                let done = planning::done_as_planned(&session, &athlete, self.open.library());
                let (library, units) = (self.open.library(), athlete.profile.units);
                let book = self.screen.book();
                let news = book.and_then(|book| logging::news(book, library, units, &done));
                let edits = vec![Edit::update(&athlete, done)];
                if self.edit(format!("Mark {title} as done"), &athlete, edits)
                    && let Some(news) = news
                {
                    self.say_with(news, true);
                }
            }
            Command::ToggleLock => {
                let changed = planning::locked(&session, !session.locked);
                let verb = if changed.locked { "Lock" } else { "Unlock" };
                let edit = Edit::update(&athlete, changed);
                self.edit(format!("{verb} {title}"), &athlete, vec![edit]);
            }
            _ => {}
        }
    }

    fn move_by_days(
        &mut self,
        athlete: &Athlete,
        session: &Session,
        title: &str,
        days: i64,
        today: NaiveDate,
    ) {
        let Some((date, moved)) = moved_by(athlete, session, days, today) else {
            return;
        };
        let (label, told) = ui::calendar::moving::words(title, &moved, date);
        let (weekday, day) = (ui::format::weekday(date), ui::format::day_month(date));
        let told = told.unwrap_or_else(|| format!("Moved {title} to {weekday} {day}"));
        if self.edit(label, athlete, moved.edits) {
            self.say_with(told, true);
        }
    }
}
