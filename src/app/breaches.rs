//! The weeks of the whole calendar in which a rule objects, checked off the interface's thread for the charts.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, OwnLibrary, WorkspaceSettings};
use crate::rules::{self, Breach, Context};
use crate::ui::shared::ChartsPlace;

use super::App;
use super::background::Event;

/// What was checked, and whether somebody is at it.
#[derive(Debug, Default)]
pub(super) struct Watch {
    known: Option<Breaches>,
    /// A thread is at work.
    is_running: bool,
}

/// The breaches of an athlete as checked: the same document on the same day with the same library needs no second
/// look.
#[derive(Debug)]
pub(super) struct Breaches {
    athlete: Arc<Athlete>,
    own: Arc<OwnLibrary>,
    settings: WorkspaceSettings,
    today: NaiveDate,
    weeks: Vec<Breach>,
}

impl App {
    /// Has the calendar of the shown athlete checked where it changed since, while charts are on screen.
    pub(super) fn keep_breaches_fresh(&mut self, today: NaiveDate) {
        if self.breaches.is_running || self.state.panels.charts == ChartsPlace::Folded {
            return;
        }
        let Some(athlete) = self.athlete.and_then(|id| self.workspace.athlete(id)) else {
            return;
        };
        let (own, settings) = (&self.workspace.own, &self.workspace.settings);
        let is_fresh = self.breaches.known.as_ref().is_some_and(|known| {
            Arc::ptr_eq(&known.athlete, athlete)
                && Arc::ptr_eq(&known.own, own)
                && known.settings.checks_like(settings)
                && known.today == today
        });
        if is_fresh {
            return;
        }
        let (athlete, own, settings) = (athlete.clone(), own.clone(), settings.clone());
        let library = self.library.clone();
        self.breaches.is_running = true;
        self.post.spawn("breaches", move |post| {
            let profile = settings.checked(&athlete.profile);
            let context = Context {
                profile: &profile,
                library: &library,
                today,
            };
            let all = athlete.sessions.all();
            let ends = all.first().zip(all.last());
            let weeks = ends.map_or_else(Vec::new, |(first, last)| {
                rules::breaches(&athlete, &context, first.date, last.date)
            });
            post.send(Event::Breaches(Box::new(Breaches {
                athlete,
                own,
                settings,
                today,
                weeks,
            })));
        });
    }

    /// Takes in what was checked. It is shown even when the document has gone on since: a newer look follows.
    pub(super) fn take_breaches(&mut self, found: Breaches) {
        self.breaches.is_running = false;
        self.breaches.known = Some(found);
        self.show_breaches();
    }

    /// Hands the charts what was checked last, if it is about the shown athlete.
    pub(super) fn show_breaches(&mut self) {
        let (Some(known), Some(shown)) = (&self.breaches.known, &mut self.derived) else {
            return;
        };
        if known.athlete.id == shown.athlete {
            shown.derived.take_breaches(&known.weeks);
        }
    }
}
