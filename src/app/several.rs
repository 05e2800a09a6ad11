//! Commands about several selected sessions: one undo step for all of them.

use std::sync::Arc;

use chrono::{Duration, NaiveDate};
use egui::Context;

use crate::domain::{Athlete, Session, Slot, Status};
use crate::edit::Edit;
use crate::planning::{self, Moved};
use crate::ui::calendar::moving;
use crate::ui::command::Command;
use crate::ui::format::plural;
use crate::ui::ids::new_session_id;

use super::shell::App;

impl App {
    /// The selected sessions of an athlete, by date.
    pub(super) fn selection(&self, athlete: &Athlete) -> Vec<Arc<Session>> {
        let ids = self.screen.ui.shared.selection();
        let mut all: Vec<Arc<Session>> = ids
            .filter_map(|id| athlete.sessions.get(id).cloned())
            .collect();
        all.sort_by_key(|session| session.date);
        all
    }

    /// Runs a command on several sessions; false for one that is about a single session.
    pub(super) fn run_on_several(
        &mut self,
        ctx: &Context,
        command: Command,
        (athlete, sessions): (&Athlete, &[Arc<Session>]),
        today: NaiveDate,
    ) -> bool {
        let count = plural(sessions.len(), "session", "sessions");
        let planned = || sessions.iter().filter(|one| one.status == Status::Planned);
        let of = |n: usize| plural(n, "session", "sessions");
        match command {
            Command::Copy => self.copy_all(ctx, athlete, sessions, &count),
            Command::Cut => self.cut_all(ctx, athlete, sessions, &count),
            Command::Delete => {
                let (label, done) = (format!("Delete {count}"), format!("Deleted {count}"));
                self.remove_all(athlete, sessions, label, done);
            }
            Command::Duplicate => {
                let (mut edits, mut copies) = (Vec::new(), Vec::new());
                for one in sessions {
                    let copy = new_session_id();
                    edits.extend(planning::add(&one.plan, one.slot(), copy));
                    copies.push(copy);
                }
                if self.edit(format!("Duplicate {count}"), athlete, edits) {
                    self.screen.ui.shared.select_all(&copies);
                    self.say_with(format!("Duplicated {count}"), true);
                }
            }
            Command::MarkDone => {
                let library = self.open.library();
                let done = |one: &Arc<Session>| {
                    let done = planning::done_as_planned(one, athlete, library);
                    Edit::update(athlete, done)
                };
                let edits: Vec<Edit> = planned().map(done).collect();
                let count = of(edits.len());
                self.edit_and_say(
                    athlete,
                    format!("Mark {count} as done"),
                    edits,
                    format!("Marked {count} as done"),
                );
            }
            Command::MarkSkipped => {
                let skipped =
                    |one: &Arc<Session>| Edit::update(athlete, planning::skipped(one, ""));
                let edits: Vec<Edit> = planned().map(skipped).collect();
                let count = of(edits.len());
                self.edit_and_say(
                    athlete,
                    format!("Mark {count} as skipped"),
                    edits,
                    format!("Marked {count} as skipped"),
                );
            }
            Command::BackToPlanned => {
                let logged = sessions.iter().filter(|one| one.status != Status::Planned);
                let planned =
                    |one: &Arc<Session>| Edit::update(athlete, planning::back_to_planned(one));
                let edits: Vec<Edit> = logged.map(planned).collect();
                let count = of(edits.len());
                self.edit_and_say(
                    athlete,
                    format!("Set {count} back to planned"),
                    edits,
                    format!("Removed the logs of {count}"),
                );
            }
            Command::ToggleLock => {
                let lock = !sessions.iter().all(|one| one.locked);
                let locked =
                    |one: &Arc<Session>| Edit::update(athlete, planning::locked(one, lock));
                let edits = sessions.iter().map(locked).collect();
                let (verb, done) = if lock {
                    ("Lock", "Locked")
                } else {
                    ("Unlock", "Unlocked")
                };
                self.edit_and_say(
                    athlete,
                    format!("{verb} {count}"),
                    edits,
                    format!("{done} {count}"),
                );
            }
            Command::MoveEarlier => self.move_all(athlete, sessions, -7, today),
            Command::MoveLater => self.move_all(athlete, sessions, 7, today),
            _ => return false,
        }
        true
    }

    fn edit_and_say(&mut self, athlete: &Athlete, label: String, edits: Vec<Edit>, done: String) {
        if self.edit(label, athlete, edits) {
            self.say_with(done, true);
        }
    }

    /// Copies sessions, and says so of `what`.
    pub(super) fn copy_all(
        &mut self,
        ctx: &Context,
        athlete: &Athlete,
        sessions: &[Arc<Session>],
        what: &str,
    ) {
        self.copy(ctx, athlete, sessions);
        self.say(format!("Copied {what}. Choose a day and paste."));
    }

    /// Cuts sessions, and says so of `what`.
    pub(super) fn cut_all(
        &mut self,
        ctx: &Context,
        athlete: &Athlete,
        sessions: &[Arc<Session>],
        what: &str,
    ) {
        self.copy(ctx, athlete, sessions);
        if let Some(clipboard) = &mut self.screen.ui.shared.clipboard {
            clipboard.cut = sessions.to_vec();
        }
        let done = format!("Cut {what}. Choose a day and paste.");
        self.remove_all(athlete, sessions, format!("Cut {what}"), done);
    }

    /// Deletes sessions as one step called `label`, and says what was done.
    pub(super) fn remove_all(
        &mut self,
        athlete: &Athlete,
        sessions: &[Arc<Session>],
        label: String,
        done: String,
    ) {
        let edits = sessions.iter().map(|one| Edit::Remove(one.id)).collect();
        if self.edit(label, athlete, edits) {
            self.screen.ui.shared.select(None);
            self.say_with(done, true);
        }
    }

    /// Moves sessions by days. What was done stays on its day where the new one lies ahead, and its plan is copied.
    fn move_all(
        &mut self,
        athlete: &Athlete,
        sessions: &[Arc<Session>],
        days: i64,
        today: NaiveDate,
    ) {
        let moved = |one: &Arc<Session>| Some(moved_by(athlete, one, days, today)?.1);
        let moves: Vec<Moved> = sessions.iter().filter_map(moved).collect();
        let (label, done) = moving::words_of_several(&moves, &moving::way_words(days));
        let edits = moves.into_iter().flat_map(|one| one.edits).collect();
        self.edit_and_say(athlete, label, edits, done);
    }
}

/// The day that a session comes to by days, and what moving it there does; `None` where no calendar has the day.
pub(super) fn moved_by(
    athlete: &Athlete,
    session: &Session,
    days: i64,
    today: NaiveDate,
) -> Option<(NaiveDate, Moved)> {
    let date = session.date.checked_add_signed(Duration::days(days))?;
    let slot = Slot {
        date,
        start: session.plan.start,
    };
    let copy = new_session_id();
    let moved = planning::move_session(athlete, session, slot, None, today, copy);
    Some((date, moved))
}
