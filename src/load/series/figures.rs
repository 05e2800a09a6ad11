//! The digests of all sessions of an athlete, kept up to date edit by edit.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::digest::{EffortTrust, RecentEffort, RunEffort, SessionFigures};
use super::digest_source::DigestSource;
use super::lifting::LiftFigures;
use super::roster::{ExerciseKey, Roster, RosterEntry};
use super::weeks::{is_scheduled, race_session};
use super::{Grouping, Period, WEEKS_AHEAD, WEEKS_BACK, ahead, back};
use crate::domain::{Athlete, ExerciseId, Kind, Profile, Race, RunKind, Session};
use crate::library::Library;
use crate::load::BySession;

/// Everything the charts ask of an athlete's sessions, one digest a session.
///
/// An edit replaces the shared pointer of the session it changes, and [`TrainingDigest::update`] works out anew only what
/// hangs on pointers it has not seen. The charts fold the digests, which takes microseconds for years of training.
#[derive(Debug, Clone)]
pub struct TrainingDigest {
    profile: Profile,
    roster: Roster,
    entries: BySession<SessionFigures>,
    /// Races that no session speaks for, by date.
    races: Vec<SessionFigures>,
    /// Results of races whose session has no time of its own.
    results: Vec<RecentEffort>,
}

impl Default for TrainingDigest {
    fn default() -> Self {
        Self {
            profile: Profile::named(""),
            roster: Roster::default(),
            entries: BySession::default(),
            races: Vec::new(),
            results: Vec::new(),
        }
    }
}

impl TrainingDigest {
    /// The figures of an athlete.
    pub fn of(athlete: &Athlete, library: &Library) -> Self {
        let mut figures = Self::default();
        figures.update(athlete, library);
        figures
    }

    /// Brings the figures up to an athlete: the one they are of after an edit, or another. Returns how many sessions
    /// were worked out anew: one after the edit of a session; all when the profile says otherwise what paces, weights
    /// and heart rates are, or when an exercise changed in the library.
    pub fn update(&mut self, athlete: &Athlete, library: &Library) -> usize {
        if !same_source(&self.profile, &athlete.profile) || !self.roster.agrees_with(library) {
            self.forget();
        }
        if self.profile != athlete.profile {
            self.profile = athlete.profile.clone();
        }
        for test in &athlete.profile.tested_maxes {
            self.roster.key(&test.exercise, "", library);
        }
        let fresh = self.update_entries(athlete.sessions.all(), library);
        self.update_races(athlete, library);
        fresh
    }

    /// Whose figures they are.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The digests of all sessions, by date.
    pub fn sessions(&self) -> impl DoubleEndedIterator<Item = &SessionFigures> {
        self.entries.values()
    }

    /// The digests of all days of `period`: of the sessions by date, then of the races that no session speaks for.
    pub fn within(&self, period: Period) -> impl Iterator<Item = &SessionFigures> {
        let races = self.races.iter();
        self.sessions_within(period)
            .chain(races.filter(move |race| period.holds(race.date)))
    }

    /// The digests of the sessions of `period`, races without a session left out.
    pub fn sessions_within(&self, period: Period) -> impl Iterator<Item = &SessionFigures> {
        self.entries.between(period.first, period.last)
    }

    /// The digests of the sessions that are planned for `today` or later, by date.
    pub(super) fn to_come(&self, today: NaiveDate) -> impl Iterator<Item = &SessionFigures> {
        let ahead = Period::new(today, self.whole(today).last);
        self.sessions_within(ahead)
            .filter(move |session| session.is_to_come(today))
    }

    /// Every run of `period` whose distance and time are known, and the results of races.
    pub fn efforts(&self, period: Period) -> impl Iterator<Item = RecentEffort> {
        let runs = self.within(period).filter_map(|session| {
            Some(RecentEffort {
                date: session.date,
                session: session.session,
                effort: session.effort?,
            })
        });
        let results = self.results.iter().copied();
        runs.chain(results.filter(move |result| period.holds(result.date)))
    }

    /// The exercises that are planned or logged anywhere, in the order first met.
    pub fn exercises(&self) -> impl Iterator<Item = (ExerciseKey, &RosterEntry)> {
        self.roster.entries()
    }

    /// An exercise by its key.
    pub fn exercise(&self, key: ExerciseKey) -> Option<&RosterEntry> {
        self.roster.entry(key)
    }

    /// The key of an exercise; `None` when it was never planned nor logged.
    pub fn key(&self, exercise: &ExerciseId) -> Option<ExerciseKey> {
        self.roster.find(exercise)
    }

    /// What an exercise is called: in the library, or as last logged, or by its identity.
    pub fn name_of(&self, exercise: &ExerciseId) -> String {
        let entry = self.key(exercise).and_then(|key| self.exercise(key));
        entry.map_or_else(|| exercise.to_string(), |entry| entry.name().to_owned())
    }

    /// The first day on which something was trained; `None` while nothing was.
    pub fn first_trained(&self) -> Option<NaiveDate> {
        let sessions = self.sessions().chain(&self.races);
        sessions
            .filter(|session| session.is_training() && session.stand.is_trained())
            .map(|session| session.date)
            .min()
    }

    /// The last day that a curve can tell of: that of the last session done or planned, but today at least.
    pub(super) fn last_day(&self, today: NaiveDate) -> NaiveDate {
        let days = self
            .within(Period::new(today, self.whole(today).last))
            .filter(|session| session.is_training() && session.au(today) > 0.0)
            .map(|session| session.date);
        days.max().map_or(today, |last| last.max(today))
    }

    /// The whole weeks from the first session to the last, or the last race; at least those of today, and no further
    /// than 20 years back and two ahead.
    pub fn whole(&self, today: NaiveDate) -> Period {
        let start = self.profile.week_start;
        let now = Grouping::Week.around(today, start);
        let first = self.sessions().next().map_or(today, |session| session.date);
        let last = self.sessions().next_back().map(|session| session.date);
        let last_race = self.profile.races.iter().map(|race| race.date).max();
        let last = last.max(last_race).unwrap_or(today);
        let first = first.clamp(back(now.first, WEEKS_BACK), now.first);
        let last = last.clamp(now.last, ahead(now.last, WEEKS_AHEAD));
        Period {
            first: Grouping::Week.around(first, start).first,
            last: Grouping::Week.around(last, start).last,
        }
    }

    /// Hands every session of `bars`, which lie one behind the other without a gap, to the bar it belongs to.
    pub(super) fn fold_into<Bar>(
        &self,
        bars: &mut [Bar],
        bucket: impl Fn(&Bar) -> Period,
        mut add: impl FnMut(&mut Bar, &SessionFigures),
    ) {
        let (Some(first), Some(last)) = (bars.first(), bars.last()) else {
            return;
        };
        let period = Period {
            first: bucket(first).first,
            last: bucket(last).last,
        };
        // Sessions stand by date, so the bar of one is that of the last or one behind it.
        let mut place = 0;
        for session in self.sessions_within(period) {
            while bars
                .get(place)
                .is_some_and(|bar| bucket(bar).last < session.date)
            {
                place += 1;
            }
            if let Some(bar) = bars.get_mut(place) {
                add(bar, session);
            }
        }
        for race in self.races.iter().filter(|race| period.holds(race.date)) {
            let place = bars.partition_point(|bar| bucket(bar).last < race.date);
            if let Some(bar) = bars.get_mut(place) {
                add(bar, race);
            }
        }
    }

    /// What was lifted of several exercises, session by session, in the order asked for. One walk over all sessions
    /// serves them all.
    pub(super) fn lifts_of(
        &self,
        exercises: &[ExerciseId],
    ) -> Vec<Vec<(&SessionFigures, &LiftFigures)>> {
        let mut slots = vec![None; self.exercises().count()];
        for (slot, exercise) in exercises.iter().enumerate() {
            let key = self.key(exercise);
            if let Some(known) = key.and_then(|key| slots.get_mut(key.index())) {
                *known = Some(slot);
            }
        }
        let mut found = vec![Vec::new(); exercises.len()];
        for session in self.sessions().filter(|session| session.stand.is_trained()) {
            for lift in &session.lifts {
                let slot = slots.get(lift.exercise.index()).copied().flatten();
                if let Some(series) = slot.and_then(|slot| found.get_mut(slot)) {
                    series.push((session, lift));
                }
            }
        }
        found
    }

    /// The load of each day of `period` in AU as it stands on `today`: done, or planned and still to come; rest days 0.
    pub(super) fn daily_au(&self, period: Period, today: NaiveDate) -> Vec<f64> {
        self.daily(period, |session| session.au(today))
    }

    /// A figure of each day of `period`, summed over its sessions.
    pub(super) fn daily(
        &self,
        period: Period,
        figure: impl Fn(&SessionFigures) -> f64,
    ) -> Vec<f64> {
        let mut days = vec![0.0; period.days()];
        for session in self.within(period) {
            let place = usize::try_from((session.date - period.first).num_days());
            if let Some(day) = place.ok().and_then(|place| days.get_mut(place)) {
                *day += figure(session);
            }
        }
        days
    }

    fn forget(&mut self) {
        self.entries.clear();
        self.races.clear();
        self.results.clear();
        self.roster = Roster::default();
    }

    /// Keeps the digests of all sessions that are the same as before, wherever they stand now.
    fn update_entries(&mut self, sessions: &[Arc<Session>], library: &Library) -> usize {
        let source = DigestSource {
            profile: &self.profile,
            library,
        };
        let roster = &mut self.roster;
        self.entries.update(sessions, |session| {
            SessionFigures::new(session, &source, roster)
        })
    }

    fn update_races(&mut self, athlete: &Athlete, library: &Library) {
        let source = DigestSource {
            profile: &self.profile,
            library,
        };
        let lone = athlete.profile.races.iter();
        self.races = lone
            .filter(|race| !is_scheduled(race, athlete))
            .map(|race| SessionFigures::new(&race_session(race), &source, &mut self.roster))
            .collect();
        self.races.sort_by_key(|race| race.date);
        let results = athlete.profile.races.iter();
        self.results = results.filter_map(|race| self.result_of(race)).collect();
    }

    /// The result of a race whose session stands in the calendar without a time of its own.
    fn result_of(&self, race: &Race) -> Option<RecentEffort> {
        let (distance, time) = (race.distance?, race.result?);
        let mut on_day = self
            .sessions_within(Period::of_days(race.date, 1))
            .filter(|session| session.kind == Kind::Run(RunKind::Race));
        let session = on_day.next().filter(|session| session.effort.is_none())?;
        Some(RecentEffort {
            date: race.date,
            session: session.session,
            effort: RunEffort::new(distance, time, EffortTrust::Race),
        })
    }
}

/// True when two profiles give every session the same digest.
fn same_source(one: &Profile, other: &Profile) -> bool {
    one.threshold_pace == other.threshold_pace
        && one.paces == other.paces
        && one.heart_rate == other.heart_rate
        && one.body_weight == other.body_weight
        && one.one_rm_formula == other.one_rm_formula
}

/// The day `days` after `date`; the same day at the end of time.
pub(super) fn day_after(date: NaiveDate, days: usize) -> NaiveDate {
    let delta = TimeDelta::try_days(days as i64);
    delta
        .and_then(|delta| date.checked_add_signed(delta))
        .unwrap_or(date)
}

#[cfg(test)]
mod tests;
