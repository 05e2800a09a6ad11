//! What the roster remembers between frames.

use std::sync::Arc;

use crate::domain::names;
use crate::rules::Severity;

use super::row::RosterRow;

/// A column to order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The athlete's name.
    Name,
    /// The day of the next race.
    Race,
    /// How many findings, and how bad.
    Findings,
    /// How much was done.
    Done,
    /// How far they run.
    Running,
    /// When something was logged last.
    LastLog,
}

/// What the roster remembers.
#[derive(Debug, Clone, Default)]
pub struct RosterState {
    /// True while it is on screen.
    pub open: bool,
    /// Everybody who was checked, in the order of the list.
    pub rows: Vec<Arc<RosterRow>>,
    /// How many are still to be checked.
    pub checking: usize,
    /// Only findings of this severity are listed.
    pub(super) only: Option<Severity>,
    /// What the list is ordered by, and whether from the end; the worst first where nobody chose.
    pub(super) order: Option<(Column, bool)>,
    /// Only athletes with this tag are listed.
    pub(super) tag: Option<String>,
    /// The list stands in groups by tag.
    pub(super) grouped: bool,
    /// Who is archived is listed, and not who is coached.
    pub archived: bool,
    /// What is searched among names, races and tags.
    pub(super) query: String,
    /// Give the keyboard to the first finding as soon as there is one.
    pub(super) take_focus: bool,
}

impl RosterState {
    /// Brings the roster on screen, or takes it off.
    pub fn toggle(&mut self) {
        self.open = !self.open;
        self.take_focus = self.open;
    }

    /// Forgets who was listed and what was searched among them; how the list is ordered stays.
    pub fn leave_workspace(&mut self) {
        self.rows.clear();
        self.checking = 0;
        self.tag = None;
        self.query.clear();
    }

    /// Orders by a column; again, the other way round; and once more, as usual.
    pub(super) fn order_by(&mut self, column: Column) {
        self.order = match self.order {
            Some((current, false)) if current == column => Some((column, true)),
            Some((current, true)) if current == column => None,
            _ => Some((column, false)),
        };
    }

    /// The rows that are listed, in their order.
    pub(super) fn listed(&self) -> Vec<Arc<RosterRow>> {
        let query = names::plain(&self.query);
        let is_told = |row: &RosterRow| {
            let tags = row.tags.join(" ");
            let told = names::plain(&format!("{} {} {tags}", row.name, row.race_words()));
            query.split_whitespace().all(|word| told.contains(word))
        };
        let is_meant = |row: &&Arc<RosterRow>| {
            let is_tagged = self.tag.as_ref().is_none_or(|tag| row.tags.contains(tag));
            let is_found = self.only.is_none_or(|only| row.has(only));
            is_tagged && is_found && (query.is_empty() || is_told(row))
        };
        let mut rows: Vec<Arc<RosterRow>> = self.rows.iter().filter(is_meant).cloned().collect();
        let Some((column, reversed)) = self.order else {
            return rows;
        };
        match column {
            Column::Name => rows.sort_by_cached_key(|row| names::plain(&row.name)),
            Column::Race => rows.sort_by_key(|row| row.race_day),
            Column::Findings => rows.sort_by_cached_key(|row| row.rank()),
            Column::Done => rows.sort_by_key(|row| row.done),
            Column::Running => rows.sort_by(|a, b| b.metres.total_cmp(&a.metres)),
            Column::LastLog => rows.sort_by_key(|row| std::cmp::Reverse(row.logged)),
        }
        if reversed {
            rows.reverse();
        }
        // Rows without a value come last in both directions.
        rows.sort_by_key(|row| match column {
            Column::Race => row.race_day.is_none(),
            Column::Done => row.done.is_none(),
            Column::LastLog => row.logged.is_none(),
            Column::Name | Column::Findings | Column::Running => false,
        });
        rows
    }
}
