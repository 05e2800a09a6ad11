//! What resolves a finding.

use crate::edit::Edit;

use super::tally::Tally;

/// A way to resolve a finding, undone as one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// Text of its button: "Move to Fri".
    pub label: String,
    /// What it changes.
    pub edits: Vec<Edit>,
    /// What it makes worse elsewhere, a line each: findings that were not there, or not as grave.
    pub worse: Vec<String>,
    /// What is left to find around it.
    pub after: Tally,
}
