//! Undo and redo without end, each step labelled.

use crate::domain::{Stamp, Workspace};

use super::{WorkspaceEdit, apply_all};

/// A change to the workspace that is undone as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    /// What it does, for the menu: "Move long run".
    pub label: String,
    /// Its edits, in order.
    pub edits: Vec<WorkspaceEdit>,
}

impl Transaction {
    /// A step of one edit.
    pub fn new(label: impl Into<String>, edit: WorkspaceEdit) -> Self {
        Self {
            label: label.into(),
            edits: vec![edit],
        }
    }
}

/// The steps that can be taken back, and those that can be done again.
#[derive(Debug, Clone, Default)]
pub struct UndoHistory {
    undo: Vec<Transaction>,
    redo: Vec<Transaction>,
}

impl UndoHistory {
    /// Applies a step and remembers how to take it back. A step that changes nothing is forgotten, and false.
    pub fn apply(
        &mut self,
        workspace: &mut Workspace,
        transaction: Transaction,
        stamp: Stamp,
    ) -> bool {
        let inverse = apply_all(workspace, &transaction.edits, stamp);
        let is_changed = !inverse.is_empty();
        if is_changed {
            self.undo.push(Transaction {
                label: transaction.label,
                edits: inverse,
            });
            self.redo.clear();
        }
        is_changed
    }

    /// How many steps can be taken back.
    pub fn steps(&self) -> usize {
        self.undo.len()
    }

    /// Applies a step as part of the last one, under its own label: one undo takes both back. A step that changes nothing
    /// leaves the last one as it was, and false.
    pub fn amend(
        &mut self,
        workspace: &mut Workspace,
        transaction: Transaction,
        stamp: Stamp,
    ) -> bool {
        let mut inverse = apply_all(workspace, &transaction.edits, stamp);
        if inverse.is_empty() {
            return false;
        }
        inverse.extend(self.undo.pop().into_iter().flat_map(|last| last.edits));
        self.undo.push(Transaction {
            label: transaction.label,
            edits: inverse,
        });
        self.redo.clear();
        true
    }

    /// Takes the last step back and returns it was applied.
    pub fn undo(&mut self, workspace: &mut Workspace, stamp: Stamp) -> Option<Transaction> {
        let transaction = self.undo.pop()?;
        let inverse = apply_all(workspace, &transaction.edits, stamp);
        self.redo.push(Transaction {
            label: transaction.label.clone(),
            edits: inverse,
        });
        Some(transaction)
    }

    /// Does the last undone step again and returns it was applied.
    pub fn redo(&mut self, workspace: &mut Workspace, stamp: Stamp) -> Option<Transaction> {
        let transaction = self.redo.pop()?;
        let inverse = apply_all(workspace, &transaction.edits, stamp);
        self.undo.push(Transaction {
            label: transaction.label.clone(),
            edits: inverse,
        });
        Some(transaction)
    }

    /// Label of the step that undo takes back.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo
            .last()
            .map(|transaction| transaction.label.as_str())
    }

    /// Label of the step that redo does again.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo
            .last()
            .map(|transaction| transaction.label.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::{DateTime, NaiveDate};

    use super::*;
    use crate::domain::{
        Athlete, AthleteId, Author, Plan, Profile, Session, SessionId, Signature, Workout,
        WorkspaceSettings,
    };
    use crate::edit::{Edit, remember_athlete};

    fn stamp(second: i64) -> Stamp {
        Stamp {
            at: DateTime::from_timestamp(second, 0).unwrap_or_default(),
            by: Author::Coach,
            name: Signature::default(),
        }
    }

    fn workspace() -> Workspace {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let date = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let session = |id| {
            let plan = Plan::new(Workout::Rest);
            Session::planned(SessionId::from_bits(id), date, plan, stamp(1))
        };
        athlete.sessions = [session(1), session(2)].into_iter().collect();
        Workspace {
            athletes: vec![Arc::new(athlete)],
            ..Workspace::default()
        }
    }

    #[test]
    fn a_step_that_changes_nothing_leaves_no_trace() {
        let mut workspace = workspace();
        let before = workspace.clone();
        let athlete = before.athletes[0].clone();
        let mut history = UndoHistory::default();
        let of_athlete = |edit| WorkspaceEdit::Athlete(athlete.id, vec![edit]);
        let session = athlete.sessions.all()[0].clone();
        let place = athlete.sessions.place(session.id).unwrap();
        let undone = WorkspaceSettings {
            coach: "Mira".to_owned(),
            ..WorkspaceSettings::default()
        };
        let undone = WorkspaceEdit::Settings(Box::new(undone));
        history.apply(&mut workspace, Transaction::new("Set", undone), stamp(2));
        history.undo(&mut workspace, stamp(3));
        for edit in [
            of_athlete(Edit::Put { session, place }),
            of_athlete(Edit::Profile(Box::new(athlete.profile.clone()))),
            of_athlete(Edit::Remove(SessionId::from_bits(9))),
            WorkspaceEdit::PutAthlete(athlete.clone()),
            WorkspaceEdit::Settings(Box::default()),
        ] {
            let transaction = Transaction::new("Nothing", edit.clone());
            assert!(
                !history.apply(&mut workspace, transaction, stamp(4)),
                "{edit:?}"
            );
        }
        assert_eq!(history.undo_label(), None);
        assert_eq!(
            history.redo_label(),
            Some("Set"),
            "what was undone can be done"
        );
        assert_eq!(workspace, before);
    }

    #[test]
    fn a_session_put_to_the_end_of_its_day_is_a_step() {
        let mut workspace = workspace();
        let athlete = workspace.athletes[0].clone();
        let first = athlete.sessions.all()[0].clone();
        let edit = Edit::Put {
            session: first,
            place: usize::MAX,
        };
        let transaction = Transaction::new("Move", WorkspaceEdit::Athlete(athlete.id, vec![edit]));
        let mut history = UndoHistory::default();
        assert!(history.apply(&mut workspace, transaction, stamp(2)));
        assert_ne!(workspace.athletes[0], athlete);
        history.undo(&mut workspace, stamp(3));
        assert_eq!(workspace.athletes[0].sessions, athlete.sessions);
    }

    #[test]
    fn taking_a_setting_back_leaves_whom_to_show_next() {
        let mut workspace = workspace();
        let (anna, ben) = (AthleteId::from_bits(1), AthleteId::from_bits(2));
        assert!(remember_athlete(&mut workspace, anna));
        assert!(!remember_athlete(&mut workspace, anna));
        let mut history = UndoHistory::default();
        let settings = WorkspaceSettings {
            coach: "Mira".to_owned(),
            ..workspace.settings.clone()
        };
        let edit = WorkspaceEdit::Settings(Box::new(settings));
        history.apply(&mut workspace, Transaction::new("Set", edit), stamp(2));
        remember_athlete(&mut workspace, ben);
        history.undo(&mut workspace, stamp(3));
        assert_eq!(workspace.settings.coach, "");
        assert_eq!(workspace.settings.last_athlete, Some(ben));
        history.redo(&mut workspace, stamp(4));
        assert_eq!(workspace.settings.coach, "Mira");
        assert_eq!(workspace.settings.last_athlete, Some(ben));
    }
}
