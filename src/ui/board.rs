//! The board of several weeks as data: which weeks, and what their cards show.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::SessionId;

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
    facts: Arc<HashMap<SessionId, CardFacts>>,
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

    /// What its cards show, worked out once after each change.
    pub(super) fn facts(&mut self, view: &View) -> Arc<HashMap<SessionId, CardFacts>> {
        let revision = view.derived.charted.revision;
        if let Some(known) = &self.known
            && (known.revision, known.first, known.rows) == (revision, self.first, self.rows)
        {
            return known.facts.clone();
        }
        let last = self.end() - Days::new(1);
        let facts = Arc::new(facts_between(
            view.athlete,
            &view.context(),
            self.first,
            last,
        ));
        self.known = Some(Known {
            revision,
            first: self.first,
            rows: self.rows,
            facts: facts.clone(),
        });
        facts
    }
}
