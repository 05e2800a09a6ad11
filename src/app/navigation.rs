//! Bringing somebody or something on the screen.

use std::sync::Arc;

use chrono::{Duration, NaiveDate, Weekday};

use crate::domain::{Athlete, AthleteId, SessionId, Week};
use crate::ui::action::{Extend, FindingPlace};
use crate::ui::shared::{ChartsPlace, Panel, PointedFinding};

use super::shell::App;

impl App {
    /// The athlete on the screen.
    pub(super) fn shown(&self) -> Option<Arc<Athlete>> {
        let athlete = self.screen.athlete()?;
        self.open.athlete(athlete).cloned()
    }

    /// First day of the week that holds `date`, as the shown athlete counts weeks.
    pub(super) fn week_of(&self, date: NaiveDate) -> NaiveDate {
        let start = self
            .shown()
            .map_or(Weekday::Mon, |athlete| athlete.profile.week_start);
        Week::of(date, start).first()
    }

    /// Shows an athlete and remembers them for the next start. Nothing happens when there is no such athlete.
    pub fn show_athlete(&mut self, id: AthleteId) {
        if self.bring_up(id) {
            self.open.remember_athlete(id);
        }
    }

    /// Shows an athlete, with the charts that were chosen for them last.
    fn bring_up(&mut self, id: AthleteId) -> bool {
        let Some(athlete) = self.open.athlete(id).cloned() else {
            return false;
        };
        let charts = self.preferences.now.charts.get(&id).cloned();
        self.screen.show(&athlete, charts.unwrap_or_default());
        true
    }

    /// Sees to it that somebody is shown when there is anybody.
    pub(super) fn show_somebody(&mut self) {
        if self.shown().is_some() {
            return;
        }
        match self.open.athletes().first().map(|athlete| athlete.id) {
            Some(id) => {
                self.bring_up(id);
            }
            None => self.screen.show_nobody(),
        }
    }

    /// Shows the week that holds a day.
    pub(super) fn show_week(&mut self, date: NaiveDate) {
        let start = self
            .shown()
            .map_or(Weekday::Mon, |athlete| athlete.profile.week_start);
        self.screen.show_week(date, start);
    }

    /// Shows a week so many days from the shown one.
    pub(super) fn step_week(&mut self, days: i64) {
        let to = self
            .screen
            .ui
            .shared
            .week
            .checked_add_signed(Duration::days(days));
        if let Some(date) = to {
            self.show_week(date);
        }
    }

    /// Shows a session of the shown athlete: its week, selected.
    pub(super) fn show_session(&mut self, id: SessionId) {
        let found = self
            .shown()
            .and_then(|athlete| athlete.sessions.get(id).cloned());
        let Some(session) = found else { return };
        self.show_week(session.date);
        self.screen.ui.shared.day = session.date;
        self.screen.ui.shared.select(Some(id));
        self.show_inspector();
    }

    /// Selects a session together with others.
    pub(super) fn extend_selection(&mut self, id: SessionId, how: Extend) {
        let Some(athlete) = self.shown() else { return };
        let shared = &mut self.screen.ui.shared;
        let anchor = shared.selected.filter(|_| how == Extend::Through);
        let (Some(anchor), Some(session)) = (
            anchor.and_then(|anchor| athlete.sessions.get(anchor)),
            athlete.sessions.get(id),
        ) else {
            return shared.toggle(id);
        };
        let all = athlete.sessions.all();
        let place = |id| all.iter().position(|other| other.id == id);
        if let (Some(from), Some(to)) = (place(anchor.id), place(session.id)) {
            let between = all.get(from.min(to)..=from.max(to)).unwrap_or_default();
            let others = between.iter().map(|other| other.id);
            shared.also = others.filter(|other| *other != anchor.id).collect();
        }
    }

    /// Brings a finding on the screen, wherever it is.
    pub(super) fn show_finding(&mut self, place: FindingPlace) {
        self.screen.ui.roster.open = false;
        self.show_athlete(place.athlete);
        self.show_week(place.week);
        let session = place.session.filter(|_| place.selects);
        let found = self
            .shown()
            .and_then(|athlete| athlete.sessions.get(session?).cloned());
        let ui = &mut self.screen.ui;
        if let Some(session) = &found {
            ui.shared.day = session.date;
        }
        ui.shared.select(found.map(|session| session.id));
        ui.shared.edited = None;
        ui.shared.pointed = Some(PointedFinding {
            rule: place.rule,
            session: place.session,
            selected: ui.shared.selected,
            scroll: true,
        });
        self.show_inspector();
    }

    fn show_inspector(&mut self) {
        let panels = &mut self.screen.ui.shared.panels;
        if panels.charts == ChartsPlace::Filling {
            panels.charts = ChartsPlace::Below;
        }
        panels.show(Panel::Inspector);
    }
}
