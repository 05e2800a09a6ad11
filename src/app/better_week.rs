//! Looking for better weeks, off the interface's thread, week by week and until told to stop.

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::Athlete;
use crate::rules::Context;
use crate::rules::arrange::{self, ArrangedWeek, Tally};
use crate::ui::dialogs::{BetterWeekForm, Dialog};

use super::jobs::{Job, Kind, Progress};
use super::shell::App;

/// What a search is about: whose weeks as they were, and the dialog before anything was found.
#[derive(Debug, Clone)]
struct Search {
    athlete: Arc<Athlete>,
    first: NaiveDate,
    form: BetterWeekForm,
    today: NaiveDate,
}

/// What a search has to tell.
#[derive(Debug)]
enum SearchEvent {
    /// A week was arranged.
    Week(Box<ArrangedWeek>),
    /// All weeks were: what is found in them now, and would be.
    Finished {
        /// As the sessions stand.
        before: Tally,
        /// Once all moves are made.
        after: Tally,
        /// What no move can mend.
        stays: Tally,
    },
    /// It ended before all weeks were looked at.
    Failed,
}

impl App {
    /// Starts to look for better arrangements of some weeks from the shown one.
    pub(super) fn seek_better_weeks(&mut self, weeks: u32, today: NaiveDate) {
        self.stop_seeking();
        let Some(athlete) = self.shown() else { return };
        let first = self.screen.ui.shared.week;
        let form = BetterWeekForm::new(&athlete, first, weeks, today);
        // A single week is found too quickly for a dialog that says it is being looked for.
        let is_open = self
            .screen
            .ui
            .dialog
            .as_ref()
            .is_some_and(|open| open.as_form::<BetterWeekForm>().is_some());
        if weeks > 1 || is_open {
            self.screen.ui.dialog = Some(Dialog::new(form.clone()));
        }
        let search = Arc::new(Search {
            athlete,
            first,
            form,
            today,
        });
        let (workspace, of, told) = (self.open.id(), search.clone(), search.clone());
        let library = self.open.library().clone();
        let settings = self.open.workspace().settings.clone();
        let job = Job::new(
            "Looking for a better week",
            move |progress: &Progress<Self>| {
                let athlete = &search.athlete;
                let profile = settings.checked(&athlete.profile);
                let context = Context::new(&profile, &library, today);
                arrange::seek_span(athlete, &context, first, weeks, |week| {
                    if progress.is_cancelled() {
                        return ControlFlow::Break(());
                    }
                    let (search, week) = (search.clone(), Box::new(week.clone()));
                    progress.tell(move |app| {
                        app.take_search_event(&search, SearchEvent::Week(week));
                    });
                    ControlFlow::Continue(())
                })
            },
            move |app: &mut Self, span| {
                let event = span.map_or(SearchEvent::Failed, |span| SearchEvent::Finished {
                    before: span.before,
                    after: span.after,
                    stays: span.stays,
                });
                app.take_search_event(&told, event);
            },
        );
        let job = job.only_if(move |app| {
            app.open.id() == workspace && app.screen.athlete() == Some(of.athlete.id)
        });
        self.jobs.start(Kind::BetterWeek, job);
    }

    /// Ends the search: what it still finds is not wanted.
    pub(super) fn stop_seeking(&mut self) {
        self.jobs.cancel(Kind::BetterWeek);
        if let Some(form) = self
            .screen
            .ui
            .dialog
            .as_mut()
            .and_then(Dialog::as_form_mut::<BetterWeekForm>)
        {
            form.stop();
        }
    }

    fn take_search_event(&mut self, search: &Search, event: SearchEvent) {
        let Some(athlete) = self.shown() else { return };
        let dialog = self.screen.ui.dialog.as_ref();
        if dialog.is_none_or(|open| open.as_form::<BetterWeekForm>().is_none()) {
            // If the dialog was closed or another one was opened, stop the search.
            let is_first = matches!(event, SearchEvent::Week(_)) && search.form.weeks() == 1;
            let is_awaited = is_first
                && self.screen.ui.dialog.is_none()
                && self.screen.ui.shared.week == search.first;
            if !is_awaited {
                self.stop_seeking();
                return;
            }
            if !Arc::ptr_eq(&athlete, &search.athlete) {
                // The calendar changed meanwhile, so the result is about an old one: search again.
                self.seek_better_weeks(1, search.today);
                return;
            }
            let form = search.form.clone();
            self.screen.ui.dialog = Some(Dialog::new(form));
        }
        let library = self.open.library();
        let Some(form) = self
            .screen
            .ui
            .dialog
            .as_mut()
            .and_then(Dialog::as_form_mut::<BetterWeekForm>)
        else {
            return;
        };
        match event {
            SearchEvent::Week(week) => form.add(&athlete, library, *week),
            SearchEvent::Finished {
                before,
                after,
                stays,
            } => form.finish(before, after, stays),
            SearchEvent::Failed => form.stop(),
        }
    }
}
