//! The board of several weeks as data: which weeks, and what their cards show.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{Meters, SessionId};
use crate::load::series::{self, WeekTotals};

use super::card_facts::{CardFacts, facts_between};
use super::view::View;

/// The weeks on the board.
#[derive(Debug, Clone)]
pub struct Board {
    /// First day of its first week.
    pub first: NaiveDate,
    /// How many weeks there is room for.
    pub rows: u32,
    known: Option<Known>,
}

/// What was worked out for the weeks on the board, and from what.
#[derive(Debug, Clone)]
struct Known {
    revision: u64,
    first: NaiveDate,
    rows: u32,
    shown: Arc<Shown>,
}

/// What the board shows besides the plan.
#[derive(Debug)]
pub(super) struct Shown {
    /// What its cards show.
    pub(super) facts: HashMap<SessionId, CardFacts>,
    /// The running of each of its weeks, as the strip has it: what was run where that was logged.
    pub(super) distances: Vec<Meters>,
}

impl Board {
    /// A board that begins with the week of this first day.
    pub fn from_week(first: NaiveDate) -> Self {
        Self {
            first,
            rows: 4,
            known: None,
        }
    }

    /// The day after its last.
    pub fn end(&self) -> NaiveDate {
        self.first + Days::new(7 * u64::from(self.rows))
    }

    /// What it shows, worked out once after each change.
    pub(super) fn shown(&mut self, view: &View) -> Arc<Shown> {
        let revision = view.derived.charted.revision;
        if let Some(known) = &self.known
            && (known.revision, known.first, known.rows) == (revision, self.first, self.rows)
        {
            return known.shown.clone();
        }
        let last = self.end() - Days::new(1);
        let (athlete, rows) = (view.athlete, self.rows as usize);
        let weeks = series::weekly(athlete, view.library, view.today, self.first, rows);
        let shown = Arc::new(Shown {
            facts: facts_between(athlete, &view.context(), self.first, last),
            distances: weeks.iter().map(WeekTotals::distance).collect(),
        });
        self.known = Some(Known {
            revision,
            first: self.first,
            rows: self.rows,
            shown: shown.clone(),
        });
        shown
    }
}
