//! Looking for a better week, off the interface's thread.

use chrono::NaiveDate;

use crate::domain::AthleteId;
use crate::rules::Context;
use crate::rules::arrange::{self, Suggestion};
use crate::ui::dialogs::{BetterWeekForm, Dialog};

use super::App;
use super::background::Event;

impl App {
    /// Starts to look for a better arrangement of the shown week.
    pub(super) fn seek_better_week(&mut self, today: NaiveDate) {
        let Some(athlete) = self
            .athlete
            .and_then(|id| self.workspace.athlete(id))
            .cloned()
        else {
            return;
        };
        let library = self.library.clone();
        let settings = self.workspace.settings.clone();
        let (week, revision) = (self.state.week, self.revision);
        self.post.spawn("better week", move |post| {
            let profile = settings.checked(&athlete.profile);
            let context = Context {
                profile: &profile,
                library: &library,
                today,
            };
            let suggestion = Box::new(arrange::better_week(&athlete, &context, week));
            post.send(Event::BetterWeek {
                athlete: athlete.id,
                revision,
                suggestion,
            });
        });
    }

    /// Shows what was found, unless the week has changed meanwhile.
    pub(super) fn take_better_week(
        &mut self,
        athlete: AthleteId,
        revision: u64,
        suggestion: Suggestion,
    ) {
        if revision != self.revision || self.athlete != Some(athlete) {
            return;
        }
        let Some(athlete) = self.workspace.athlete(athlete) else {
            return;
        };
        let form = BetterWeekForm::new(athlete, &self.library, suggestion);
        self.state.dialog = Some(Dialog::BetterWeek(Box::new(form)));
    }
}
