//! Building seasons to look at, off the interface's thread.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{AthleteId, SessionId};
use crate::season::{self, SeasonRequest};
use crate::ui::dialogs::{Dialog, SeasonForm};

use super::jobs::{Job, Kind};
use super::shell::App;

impl App {
    /// Opens the page on which a season is built for the shown athlete.
    pub(super) fn open_season(&mut self, today: NaiveDate) {
        if let Some(athlete) = self.shown() {
            let settings = &self.open.workspace().settings;
            let form = SeasonForm::new(&athlete, self.open.library(), settings, today);
            self.screen.ui.dialog = Some(Dialog::new(form));
        }
    }

    /// Starts to build a season to look at.
    pub(super) fn preview_season(
        &mut self,
        athlete: AthleteId,
        request: SeasonRequest,
        today: NaiveDate,
    ) {
        let Some(athlete) = self.open.athlete(athlete).cloned() else {
            return;
        };
        let library = self.open.library().clone();
        let settings = self.open.workspace().settings.clone();
        let (of, asked) = (athlete.clone(), request.clone());
        let job = Job::new(
            "Building the season",
            move |_| {
                let mut new_id = || SessionId(Uuid::new_v4());
                season::build(&athlete, &library, &settings, &request, today, &mut new_id)
            },
            move |app: &mut Self, outcome| {
                let now = app.open.athlete(of.id);
                let is_same = now.is_some_and(|now| Arc::ptr_eq(now, &of));
                let library = app.open.library();
                let Some(form) = app
                    .screen
                    .ui
                    .dialog
                    .as_mut()
                    .and_then(Dialog::as_form_mut::<SeasonForm>)
                else {
                    return;
                };
                if form.athlete() != of.id {
                    return;
                }
                match outcome {
                    Ok(outcome) if is_same => form.take(asked, outcome, library),
                    // The athlete changed meanwhile; build again.
                    Ok(_) => form.ask_again(),
                    Err(_) => form.give_up(asked),
                }
            },
        );
        self.jobs.start(Kind::Season, job);
    }
}
