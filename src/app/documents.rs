//! Changing the open documents: steps, and taking them back.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, Session};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::season::moved_race;
use crate::store::SaveEvent;
use crate::ui::dialogs::{Dialog, SeasonForm};
use crate::ui::hint::Hint;
use crate::ui::lower_first;
use crate::ui::notice_action::NoticeAction;
use crate::ui::notices::NoticeKind;

use super::commands::sentence;
use super::first_steps;
use super::open_workspace::OpenWorkspace;
use super::shell::App;

impl App {
    /// Applies a step, unless the workspace can only be looked at, and tells whether it changed anything.
    pub fn apply(&mut self, transaction: Transaction) -> bool {
        let before = self.open.athletes().to_vec();
        let is_logged = first_steps::logs(&transaction);
        let is_changed = self.changed(|open| open.apply(transaction));
        if is_changed {
            self.watch_races(&before);
            if is_logged {
                self.end_hint(Hint::Log);
            }
        }
        is_changed
    }

    /// Applies a step as part of the last one, so that one undo takes both back.
    pub(super) fn amend(&mut self, transaction: Transaction) -> bool {
        self.changed(|open| open.amend(transaction))
    }

    fn changed(&mut self, change: impl FnOnce(&mut OpenWorkspace) -> Result<bool, String>) -> bool {
        match change(&mut self.open) {
            Ok(true) => {
                // Its "Undo" would now take back this step instead of the one it names.
                let snack = &mut self.screen.ui.snack;
                *snack = snack.take().filter(|snack| !snack.undo);
                self.show_somebody();
                true
            }
            Ok(false) => false,
            Err(why) => {
                self.say(format!("Nothing was changed. {}", sentence(&why)));
                false
            }
        }
    }

    /// Where the last step put the race of a season on another day, offers to move the season along.
    fn watch_races(&mut self, before: &[Arc<Athlete>]) {
        let today = self.today();
        let changed = |before: &Arc<Athlete>| {
            let after = self.open.athlete(before.id)?;
            if Arc::ptr_eq(before, after) {
                return None;
            }
            let race = moved_race(before, after, today)?;
            Some((after.clone(), race.clone()))
        };
        let Some((athlete, race)) = before.iter().find_map(changed) else {
            return;
        };
        if self.screen.ui.dialog.is_none() {
            let settings = &self.open.workspace().settings;
            let library = self.open.library();
            let steps = self.open.steps();
            let form = SeasonForm::moving(&athlete, library, settings, &race, (today, steps));
            self.screen.ui.dialog = Some(Dialog::new(form));
        }
    }

    /// Applies edits of an athlete as one step, and tells whether they changed anything.
    pub(super) fn edit(
        &mut self,
        label: impl Into<String>,
        athlete: &Athlete,
        edits: Vec<Edit>,
    ) -> bool {
        let is_empty = edits.is_empty();
        let edit = WorkspaceEdit::Athlete(athlete.id, edits);
        !is_empty && self.apply(Transaction::new(label, edit))
    }

    /// Takes the last step back and says which it was.
    pub(super) fn undo(&mut self) {
        let before = self.open.athletes().to_vec();
        if let Some(transaction) = self.open.undo() {
            self.show_change(&transaction.edits, &before);
            self.say(format!("Undone: {}", lower_first(&transaction.label)));
        }
    }

    /// Does the last undone step again.
    pub(super) fn redo(&mut self) {
        let before = self.open.athletes().to_vec();
        if let Some(transaction) = self.open.redo() {
            self.show_change(&transaction.edits, &before);
            self.say(format!("Redone: {}", lower_first(&transaction.label)));
        }
    }

    /// Brings on the screen what a step changed that was taken back or done again: where it is about the shown athlete,
    /// their week; else the one it is about. Of a step about several others none is on the screen, and whoever is shown
    /// stays. `before` is everybody before that.
    fn show_change(&mut self, edits: &[WorkspaceEdit], before: &[Arc<Athlete>]) {
        self.show_somebody();
        let touched: Vec<AthleteId> = edits.iter().filter_map(touched).collect();
        let is_shown = self
            .screen
            .athlete()
            .is_some_and(|shown| touched.contains(&shown));
        let present = touched
            .iter()
            .filter(|id| self.open.athlete(**id).is_some());
        let others: BTreeSet<AthleteId> = present.copied().collect();
        if let (false, 1, Some(other)) = (is_shown, others.len(), others.first()) {
            self.show_athlete(*other);
        }
        let shown = self.screen.athlete();
        let dates = edits.iter().filter_map(|edit| match edit {
            WorkspaceEdit::Athlete(id, edits) if Some(*id) == shown => Some(edits),
            _ => None,
        });
        let dates = dates.flatten().filter_map(|edit| match edit {
            Edit::Put { session, .. } => Some(session.date),
            _ => None,
        });
        let mut dates: Vec<NaiveDate> = dates.collect();
        // Show what moved. Loads that follow from it may be in any later week.
        let before = before.iter().find(|athlete| Some(athlete.id) == shown);
        if let (Some(before), Some(after)) = (before, self.shown()) {
            let moved = moved(before, &after);
            if !moved.is_empty() {
                dates = moved;
            }
        }
        let weeks: Vec<NaiveDate> = dates.iter().map(|date| self.week_of(*date)).collect();
        // Stay on this week if it shows a part of the change.
        if let (Some(first), false) = (weeks.first(), weeks.contains(&self.screen.ui.shared.week)) {
            self.show_week(*first);
        }
    }

    /// Takes in how saving a document of a workspace ended.
    pub(super) fn take_saved(&mut self, workspace: u64, event: SaveEvent) {
        if self.open.id() != workspace {
            // That workspace is closed; its failures were reported then.
            return;
        }
        let beside = match &event {
            SaveEvent::Conflict { ours, .. } => Some(ours.clone()),
            SaveEvent::Saved(_) | SaveEvent::Failed { .. } => None,
        };
        let Some(message) = self.open.take_saved(event) else {
            return;
        };
        if let Some(beside) = beside {
            let remedy = Some(NoticeAction::Compare(beside));
            self.notices.add_with(NoticeKind::Saving, message, remedy);
        } else if !self.asks_about_unsaved() {
            let end = if message.ends_with('.') { "" } else { "." };
            self.say(format!("{message}{end}"));
        }
    }
}

/// The days of the sessions that came or moved, where they are now; and of those that went, where they were.
fn moved(before: &Athlete, after: &Athlete) -> Vec<NaiveDate> {
    let is_new = |session: &&Arc<Session>| {
        let known = before.sessions.get(session.id);
        known.is_none_or(|known| known.slot() != session.slot())
    };
    let is_gone = |session: &&Arc<Session>| after.sessions.get(session.id).is_none();
    let come = after.sessions.all().iter().filter(is_new);
    let gone = before.sessions.all().iter().filter(is_gone);
    come.chain(gone).map(|session| session.date).collect()
}

/// The athlete that an edit is about, where it is about one.
fn touched(edit: &WorkspaceEdit) -> Option<AthleteId> {
    match edit {
        WorkspaceEdit::Athlete(id, _) | WorkspaceEdit::RemoveAthlete(id) => Some(*id),
        WorkspaceEdit::PutAthlete(athlete) => Some(athlete.id),
        _ => None,
    }
}
