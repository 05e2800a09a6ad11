//! Looking for better weeks, off the interface's thread, week by week and until told to stop.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;

use crate::domain::AthleteId;
use crate::rules::Context;
use crate::rules::arrange::{self, ArrangedWeek, Tally};
use crate::ui::dialogs::{BetterWeekForm, Dialog};

use super::App;
use super::background::Event;

/// The search under way, or the last one.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// Tells a search from those before it, whose results come too late.
    job: u64,
    /// Set to end the thread after the week it is at.
    stop: Arc<AtomicBool>,
}

/// What a search has to tell.
#[derive(Debug)]
pub(super) enum Told {
    /// A week was arranged.
    Week(Box<ArrangedWeek>),
    /// All weeks were: what is found in them now, and would be.
    All {
        /// As the sessions stand.
        before: Tally,
        /// Once all moves are made.
        after: Tally,
    },
}

impl App {
    /// Starts to look for better arrangements of some weeks from the shown one.
    pub(super) fn seek_better_weeks(&mut self, weeks: u32, today: NaiveDate) {
        self.stop_seeking();
        let Some(athlete) = self
            .athlete
            .and_then(|id| self.workspace.athlete(id))
            .cloned()
        else {
            return;
        };
        let first = self.state.week;
        let form = BetterWeekForm::new(&athlete, first, weeks, today);
        // One week is found before a dialog could be read that says it is being looked for.
        let is_open = matches!(self.state.dialog, Some(Dialog::BetterWeek(_)));
        if weeks > 1 || is_open {
            self.state.dialog = Some(Dialog::BetterWeek(Box::new(form.clone())));
        }
        self.better.job += 1;
        self.better.stop = Arc::default();
        let (job, stop) = (self.better.job, self.better.stop.clone());
        let (library, id) = (self.library.clone(), athlete.id);
        let empty = Box::new(form);
        let settings = self.workspace.settings.clone();
        self.post.spawn("better weeks", move |post| {
            let profile = settings.checked(&athlete.profile);
            let context = Context {
                profile: &profile,
                library: &library,
                today,
            };
            let tell = |told| {
                post.send(Event::BetterWeek {
                    job,
                    athlete: id,
                    form: empty.clone(),
                    told,
                });
            };
            let span = arrange::seek_span(&athlete, &context, first, weeks, |week| {
                if stop.load(Ordering::Relaxed) {
                    return ControlFlow::Break(());
                }
                tell(Told::Week(Box::new(week.clone())));
                ControlFlow::Continue(())
            });
            tell(Told::All {
                before: span.before,
                after: span.after,
            });
        });
    }

    /// Ends the search: what it still finds is not wanted.
    pub(super) fn stop_seeking(&mut self) {
        self.better.stop.store(true, Ordering::Relaxed);
        self.better.job += 1;
        if let Some(Dialog::BetterWeek(form)) = &mut self.state.dialog {
            form.stop();
        }
    }

    /// Shows what a search tells, unless it is an old one. `form` is the dialog as it begins.
    pub(super) fn take_better_week(
        &mut self,
        job: u64,
        athlete: AthleteId,
        form: BetterWeekForm,
        told: Told,
    ) {
        if job != self.better.job || self.athlete != Some(athlete) {
            return;
        }
        let Some(athlete) = self.workspace.athlete(athlete).cloned() else {
            return;
        };
        if !matches!(self.state.dialog, Some(Dialog::BetterWeek(_))) {
            // A dialog that was closed meanwhile, or another one that was opened, ends the search.
            let is_first = matches!(told, Told::Week(_)) && form.weeks() == 1;
            if self.state.dialog.is_some() || !is_first {
                self.stop_seeking();
                return;
            }
            self.state.dialog = Some(Dialog::BetterWeek(Box::new(form)));
        }
        let Some(Dialog::BetterWeek(form)) = &mut self.state.dialog else {
            return;
        };
        match told {
            Told::Week(week) => form.add(&athlete, &self.library, *week),
            Told::All { before, after } => form.finish(before, after),
        }
    }
}
