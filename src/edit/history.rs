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
pub struct History {
    undo: Vec<Transaction>,
    redo: Vec<Transaction>,
}

impl History {
    /// Applies a step and remembers how to take it back. A step that changes nothing is forgotten, and false.
    pub fn apply(&mut self, workspace: &mut Workspace, step: Transaction, stamp: Stamp) -> bool {
        let inverse = apply_all(workspace, &step.edits, stamp);
        let is_changed = !inverse.is_empty();
        if is_changed {
            self.undo.push(Transaction {
                label: step.label,
                edits: inverse,
            });
            self.redo.clear();
        }
        is_changed
    }

    /// Takes the last step back and returns it as it was applied.
    pub fn undo(&mut self, workspace: &mut Workspace, stamp: Stamp) -> Option<Transaction> {
        let step = self.undo.pop()?;
        let inverse = apply_all(workspace, &step.edits, stamp);
        self.redo.push(Transaction {
            label: step.label.clone(),
            edits: inverse,
        });
        Some(step)
    }

    /// Does the last undone step again and returns it as it was applied.
    pub fn redo(&mut self, workspace: &mut Workspace, stamp: Stamp) -> Option<Transaction> {
        let step = self.redo.pop()?;
        let inverse = apply_all(workspace, &step.edits, stamp);
        self.undo.push(Transaction {
            label: step.label.clone(),
            edits: inverse,
        });
        Some(step)
    }

    /// Label of the step that undo takes back.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|step| step.label.as_str())
    }

    /// Label of the step that redo does again.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }

    /// How many steps can be taken back.
    pub fn depth(&self) -> usize {
        self.undo.len()
    }
}
