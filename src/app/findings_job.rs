//! The weeks of the whole calendar in which a rule objects, for the charts.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, Workspace};
use crate::rules::{self, Breach, Context};

use super::check_input::CheckInput;

/// What was checked last.
#[derive(Debug, Default)]
pub(super) struct Findings {
    known: Option<(CheckInput, Vec<Breach>)>,
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

    /// Takes in what was found. Where nothing could be, the input is not tried again until it changes.
    pub(super) fn take(&mut self, input: CheckInput, weeks: Option<Vec<Breach>>) {
        self.known = Some((input, weeks.unwrap_or_default()));
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

/// Checks the whole calendar.
pub(super) fn check(input: &CheckInput) -> Vec<Breach> {
    let profile = input.settings.checked(&input.athlete.profile);
    let context = Context::new(&profile, &input.library, input.today);
    let all = input.athlete.sessions.all();
    let ends = all.first().zip(all.last());
    ends.map_or_else(Vec::new, |(first, last)| {
        rules::breaches(&input.athlete, &context, first.date, last.date)
    })
}
