//! Everybody's weeks for the roster.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, Workspace};
use crate::ui::roster::RosterRow;

use super::check_input::CheckInput;

/// What was worked out of whom.
#[derive(Debug, Default)]
pub(super) struct Roster {
    known: HashMap<AthleteId, Checked>,
}

/// An athlete as checked.
#[derive(Debug)]
pub(super) struct Checked {
    input: CheckInput,
    /// First day of the first week that was looked at.
    from: NaiveDate,
    /// `None` where the check failed.
    row: Option<Arc<RosterRow>>,
}

impl Checked {
    /// An athlete of whom nothing could be worked out. The same is not tried again until it changes.
    pub(super) fn failed(input: CheckInput, from: NaiveDate) -> Self {
        Self {
            input,
            from,
            row: None,
        }
    }
}

impl Roster {
    /// True when an athlete of this workspace was checked as they are.
    pub(super) fn knows(
        &self,
        athlete: &Arc<Athlete>,
        workspace: &Workspace,
        today: NaiveDate,
        from: NaiveDate,
    ) -> bool {
        let known = self.known.get(&athlete.id);
        known.is_some_and(|known| {
            known.from == from && known.input.is_still(athlete, workspace, today)
        })
    }

    /// Takes in who was checked.
    pub(super) fn take(&mut self, checked: Vec<Checked>) {
        for checked in checked {
            self.known.insert(checked.input.athlete.id, checked);
        }
    }

    /// Lists everybody who is coached, or who is archived, and was checked, as far as that is not what is listed.
    pub(super) fn list(
        &self,
        athletes: &[Arc<Athlete>],
        archived: bool,
        listed: &mut Vec<Arc<RosterRow>>,
    ) {
        let present = athletes.iter();
        let present = present.filter(|athlete| athlete.profile.archived == archived);
        let known = present.filter_map(|athlete| self.known.get(&athlete.id)?.row.clone());
        let mut rows: Vec<Arc<RosterRow>> = known.collect();
        let is_same = rows.len() == listed.len()
            && rows
                .iter()
                .all(|row| listed.iter().any(|other| Arc::ptr_eq(row, other)));
        if !is_same {
            rows.sort_by_cached_key(|row| row.rank());
            *listed = rows;
        }
    }
}

/// Checks one athlete from the week that begins on `from`.
pub(super) fn check(input: CheckInput, from: NaiveDate) -> Checked {
    let (settings, library) = (&input.settings, &input.library);
    let row = RosterRow::of(&input.athlete, settings, library, input.today, from);
    Checked {
        input,
        from,
        row: Some(Arc::new(row)),
    }
}
