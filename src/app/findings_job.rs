//! The weeks of the whole calendar in which a rule objects, for the charts.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, Workspace};
use crate::rules::{Breach, BreachBook, Context};

use super::check_input::CheckInput;

/// What was checked last.
#[derive(Debug, Default)]
pub(super) struct Findings {
    known: Option<(CheckInput, Vec<Breach>)>,
    /// What the next check goes on from; away while one is under way.
    book: BreachBook,
}

impl Findings {
    /// True when an athlete of this workspace was checked as they are.
    pub(super) fn knows(
        &self,
        athlete: &Arc<Athlete>,
        workspace: &Workspace,
        today: NaiveDate,
    ) -> bool {
        let known = self.known.as_ref();
        known.is_some_and(|(known, _)| known.is_still(athlete, workspace, today))
    }

    /// What a check of this goes on from: the last one, if the exercises are the same.
    pub(super) fn begin(&mut self, input: &CheckInput) -> BreachBook {
        let known = self.known.as_ref();
        let is_same = known.is_some_and(|(known, _)| Arc::ptr_eq(&known.own, &input.own));
        let book = std::mem::take(&mut self.book);
        if is_same { book } else { BreachBook::default() }
    }

    /// Takes in what was found. Where nothing could be, the input is not tried again until it changes.
    pub(super) fn take(&mut self, input: CheckInput, checked: Option<BreachBook>) {
        self.book = checked.unwrap_or_default();
        self.known = Some((input, self.book.breaches()));
    }

    /// What was checked last, if it is about this athlete. It is shown even when the document has gone on since: a newer
    /// check follows.
    pub(super) fn of(&self, athlete: AthleteId) -> Option<&[Breach]> {
        let known = self.known.as_ref();
        known
            .filter(|(input, _)| input.athlete.id == athlete)
            .map(|(_, weeks)| weeks.as_slice())
    }
}

/// Checks the whole calendar, or what changed of it since the book was kept last.
pub(super) fn check(input: &CheckInput, mut book: BreachBook) -> BreachBook {
    let profile = input.settings.checked(&input.athlete.profile);
    let context = Context::new(&profile, &input.library, input.today);
    book.update(&input.athlete, &context);
    book
}
