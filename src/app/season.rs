//! Building seasons to look at, off the interface's thread.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{AthleteId, SessionId};
use crate::season::{self, Refusal, Season, SeasonRequest};
use crate::ui::dialogs::{Dialog, SeasonForm};

use super::App;
use super::background::Event;

impl App {
    /// Opens the page on which a season is built for the shown athlete.
    pub(super) fn open_season(&mut self, today: NaiveDate) {
        if let Some(athlete) = self.shown() {
            let form = SeasonForm::new(&athlete, &self.library, &self.workspace.settings, today);
            self.state.dialog = Some(Dialog::Season(Box::new(form)));
        }
    }

    /// Starts to build a season to look at.
    pub(super) fn preview_season(
        &mut self,
        athlete: AthleteId,
        request: SeasonRequest,
        today: NaiveDate,
    ) {
        let Some(athlete) = self.workspace.athlete(athlete).cloned() else {
            return;
        };
        let (library, settings) = (self.library.clone(), self.workspace.settings.clone());
        self.post.spawn("season", move |post| {
            let mut new_id = || SessionId(Uuid::new_v4());
            let outcome =
                season::build(&athlete, &library, &settings, &request, today, &mut new_id);
            post.send(Event::Season {
                athlete: athlete.id,
                request: Box::new(request),
                outcome: Box::new(outcome),
            });
        });
    }

    /// Shows a season that was built, if its page is still open.
    pub(super) fn take_season(
        &mut self,
        athlete: AthleteId,
        request: SeasonRequest,
        outcome: Result<Season, Vec<Refusal>>,
    ) {
        let library = &self.library;
        if let Some(Dialog::Season(form)) = &mut self.state.dialog
            && form.athlete() == athlete
        {
            form.take(request, outcome, library);
        }
    }
}
