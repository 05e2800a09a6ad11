//! The open documents: applying edits, undo, and keeping the disk in step.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chrono::Utc;

use crate::domain::{Athlete, AthleteId, Stamp};
use crate::edit::{Edit, Transaction, WorkspaceEdit, apply_all};
use crate::planning;
use crate::store::saver::Document;
use crate::store::{Beside, SaveEvent, SaveRequest, Store};
use crate::ui::view::SaveStatus;

use super::App;

/// Documents on their way to the disk.
#[derive(Debug, Default)]
pub(super) struct Unsaved {
    sent: BTreeSet<Document>,
}

impl App {
    /// Applies a step, unless the workspace can only be looked at, and tells whether it did.
    pub(super) fn apply(&mut self, step: Transaction) -> bool {
        if let SaveStatus::ReadOnly(why) = &self.status {
            let why = why.clone();
            self.say(format!("Nothing was changed. {why}"));
            return false;
        }
        // Its "Undo" would take back this step now, and not the one it tells of.
        self.state.snack = self.state.snack.take().filter(|snack| !snack.undo);
        let step = planning::transaction_with_next_loads(&self.workspace, &self.library, step);
        let edits = step.edits.clone();
        self.history
            .apply(&mut self.workspace, step, Stamp::coach(Utc::now()));
        self.changed(&edits);
        true
    }

    /// Takes the last step back and says which it was.
    pub(super) fn undo(&mut self) {
        if let Some(step) = self
            .history
            .undo(&mut self.workspace, Stamp::coach(Utc::now()))
        {
            self.changed(&step.edits);
            self.show_change(&step.edits);
            self.say(format!("Undone: {}", crate::ui::lower_first(&step.label)));
        }
    }

    /// Does the last undone step again.
    pub(super) fn redo(&mut self) {
        if let Some(step) = self
            .history
            .redo(&mut self.workspace, Stamp::coach(Utc::now()))
        {
            self.changed(&step.edits);
            self.show_change(&step.edits);
            self.say(format!(
                "Done again: {}",
                crate::ui::lower_first(&step.label)
            ));
        }
    }

    /// Sends what the edits touched to the disk, and shows what they are about.
    fn changed(&mut self, edits: &[WorkspaceEdit]) {
        self.revision += 1;
        let mut own = false;
        for edit in edits {
            match edit {
                WorkspaceEdit::Athlete(id, _) => {
                    self.save_athlete(*id);
                    self.show_if_another(*id);
                }
                WorkspaceEdit::PutAthlete(athlete) => self.save_athlete(athlete.id),
                WorkspaceEdit::RemoveAthlete(id) => self.send(SaveRequest::Remove(*id)),
                WorkspaceEdit::Settings(_) => self.save_settings(),
                _ => own = true,
            }
        }
        if own {
            self.library = self.shipped.with_own(&self.workspace.own);
            self.send(SaveRequest::Own(self.workspace.own.clone()));
        }
        if self
            .athlete
            .is_none_or(|id| self.workspace.athlete(id).is_none())
        {
            self.athlete = self.workspace.athletes.first().map(|athlete| athlete.id);
        }
    }

    /// Undo may reach a change of an athlete who is not on screen: then they come on screen.
    fn show_if_another(&mut self, id: AthleteId) {
        if self.athlete != Some(id) && self.workspace.athlete(id).is_some() {
            self.athlete = Some(id);
            self.state.selected = None;
            let week = self.week_of(self.state.day);
            self.state.show_week(week);
        }
    }

    /// Brings the week on screen in which an undone change can be seen, unless the shown week shows some of it.
    fn show_change(&mut self, edits: &[WorkspaceEdit]) {
        let sessions = edits.iter().filter_map(|edit| match edit {
            WorkspaceEdit::Athlete(_, edits) => Some(edits),
            _ => None,
        });
        let dates = sessions.flatten().filter_map(|edit| match edit {
            Edit::Put { session, .. } => Some(session.date),
            _ => None,
        });
        let weeks: Vec<_> = dates.map(|date| self.week_of(date)).collect();
        if let (Some(first), false) = (weeks.first(), weeks.contains(&self.state.week)) {
            self.state.show_week(*first);
        }
    }

    fn save_athlete(&mut self, id: AthleteId) {
        if let Some(athlete) = self.workspace.athlete(id).cloned() {
            self.send(SaveRequest::Athlete(athlete));
        }
    }

    /// Remembers whom to show at the next start. That is no step to undo.
    pub(super) fn remember_athlete(&mut self, id: AthleteId) {
        let mut settings = self.workspace.settings.clone();
        if settings.last_athlete.replace(id) != Some(id) {
            let edit = WorkspaceEdit::Settings(Box::new(settings));
            apply_all(
                &mut self.workspace,
                std::slice::from_ref(&edit),
                Stamp::coach(Utc::now()),
            );
            self.save_settings();
        }
    }

    fn save_settings(&mut self) {
        self.send(SaveRequest::Settings(Box::new(
            self.workspace.settings.clone(),
        )));
    }

    fn send(&mut self, request: SaveRequest) {
        let document = request.document();
        let Some(saver) = &self.saver else { return };
        if saver.save(request).is_ok() {
            self.unsaved.sent.insert(document);
            self.status = SaveStatus::Saving;
        } else {
            let why = "The part of the program that saves has stopped. Start the program again.";
            self.status = SaveStatus::Failed(why.to_owned());
        }
    }

    /// Takes in what the saver tells.
    pub(super) fn take_saved(&mut self, event: SaveEvent) {
        match event {
            SaveEvent::Saved(document) => {
                self.unsaved.sent.remove(&document);
                if self.unsaved.sent.is_empty() && !matches!(self.status, SaveStatus::ReadOnly(_)) {
                    self.status = SaveStatus::Saved;
                }
            }
            SaveEvent::Failed { message, .. } => {
                self.status = SaveStatus::Failed(message.clone());
                self.say(message);
            }
            SaveEvent::Conflict {
                document,
                theirs,
                ours,
                why,
            } => {
                self.unsaved.sent.remove(&document);
                let why = match why {
                    Beside::Changed => "was changed by another program",
                    Beside::Damaged => "is damaged",
                };
                self.say(format!(
                    "{} {why}, so it was left alone; your version is in {}.",
                    theirs.display(),
                    ours.display()
                ));
            }
        }
    }

    /// Takes in an athlete that was read in the background. One that is open already stays as it is.
    pub(super) fn take_athlete(&mut self, folder: &Path, read: Result<Arc<Athlete>, String>) {
        if self
            .store
            .as_ref()
            .is_none_or(|store| store.dir() != folder)
        {
            return;
        }
        self.unread = self.unread.saturating_sub(1);
        for note in self
            .store
            .iter()
            .flat_map(Store::take_notes)
            .collect::<Vec<_>>()
        {
            self.say(note);
        }
        match read {
            Ok(athlete) if self.workspace.athlete(athlete.id).is_none() => {
                self.athlete.get_or_insert(athlete.id);
                self.workspace.put(athlete);
            }
            Ok(_) => {}
            Err(message) => self.say(message),
        }
    }
}
