//! What each week came to: load, distance, sessions.

use chrono::NaiveDate;

use super::ahead;
use super::cost::{Cost, SessionCost};
use crate::domain::{
    Athlete, Kind, Log, Meters, Minutes, Plan, Race, RunKind, RunLog, RunPlan, Session, SessionId,
    Stamp, Status, Workout,
};
use crate::library::Library;

/// How many weeks make a habit.
pub const HABIT_WEEKS: usize = 4;

/// Training summed up. Rest, notes and mobility weigh nothing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Volume {
    /// Load of the runs, races among them, in AU.
    pub run_au: f64,
    /// Load of the strength sessions, in AU.
    pub strength_au: f64,
    /// Load of cross-training, in AU: it tires like an easy run but is no running.
    pub cross_au: f64,
    /// Distance run, races among it. Cross-training has no part in it.
    pub distance: Meters,
    /// The longest run, races among them.
    pub longest: Meters,
}

impl Volume {
    /// Load of everything together, in AU.
    pub fn au(&self) -> f64 {
        self.run_au + self.strength_au + self.cross_au
    }

    fn add(&mut self, kind: Kind, amount: SessionCost) {
        match kind {
            Kind::Run(_) => {
                self.run_au += amount.au;
                if amount.meters > self.longest.m() {
                    self.longest = Meters::new(amount.meters);
                }
            }
            Kind::Strength => self.strength_au += amount.au,
            Kind::Cross => self.cross_au += amount.au,
            Kind::Mobility | Kind::Rest | Kind::Note => return,
        }
        self.distance = Meters::new(self.distance.m() + amount.meters);
    }
}

/// What one week came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekTotals {
    /// First day of the week: a Monday, unless the athlete's weeks start on another day. Of a month, its first.
    pub monday: NaiveDate,
    /// The whole plan: what was done, skipped or missed, and what is still to come.
    pub planned: Volume,
    /// What was trained.
    pub done: Volume,
    /// The part of the plan that lies today or later and waits to be trained.
    pub to_come: Volume,
    /// Runs trained or still to come.
    pub runs: usize,
    /// Strength sessions trained or still to come.
    pub strength_sessions: usize,
    /// A load or distance among the done ones was estimated, because the log lacks a figure.
    pub estimated: bool,
}

impl WeekTotals {
    pub(super) fn empty(monday: NaiveDate) -> Self {
        Self {
            monday,
            planned: Volume::default(),
            done: Volume::default(),
            to_come: Volume::default(),
            runs: 0,
            strength_sessions: 0,
            estimated: false,
        }
    }

    /// Load in AU as it stands: done in past weeks, done and to come in the current one, planned
    /// in the future.
    pub fn au(&self) -> f64 {
        self.done.au() + self.to_come.au()
    }

    /// Distance as it stands, like [`WeekTotals::au`].
    pub fn distance(&self) -> Meters {
        Meters::new(self.done.distance.m() + self.to_come.distance.m())
    }

    /// The longest run as it stands, like [`WeekTotals::au`]: in the week of a race that is mostly the race.
    pub fn longest(&self) -> Meters {
        Meters::new(self.done.longest.m().max(self.to_come.longest.m()))
    }

    /// Change of distance against `before` as a share (0.1 = 10 % more); `None` when nothing was
    /// run then.
    pub fn distance_change(&self, before: &Self) -> Option<f64> {
        let base = before.distance().m();
        (base > 0.0).then(|| self.distance().m() / base - 1.0)
    }

    pub(super) fn add(&mut self, session: &Cost, today: NaiveDate) {
        let kind = session.kind;
        self.planned.add(kind, session.planned);
        if session.stand.is_trained() {
            self.done.add(kind, session.done);
            self.estimated |= session.estimated;
        } else if session.is_to_come(today) {
            self.to_come.add(kind, session.planned);
        } else {
            return;
        }
        match kind {
            Kind::Run(_) => self.runs += 1,
            Kind::Strength => self.strength_sessions += 1,
            Kind::Cross | Kind::Mobility | Kind::Rest | Kind::Note => {}
        }
    }
}

/// The totals of `weeks` weeks in a row, the first of which starts on `from`, the first day of a
/// week. A planned day that passed without being logged counts as planned only, as do skipped sessions.
pub fn weekly(
    athlete: &Athlete,
    library: &Library,
    today: NaiveDate,
    from: NaiveDate,
    weeks: usize,
) -> Vec<WeekTotals> {
    let mut totals: Vec<_> = (0..weeks)
        .map(|week| WeekTotals::empty(ahead(from, week as u64)))
        .collect();
    let end = ahead(from, weeks as u64);
    let mut add = |session: &Session| {
        let week = usize::try_from((session.date - from).num_days().div_euclid(7));
        if let Some(total) = week.ok().and_then(|week| totals.get_mut(week)) {
            total.add(&Cost::of(session, &athlete.profile, library), today);
        }
    };
    athlete
        .sessions
        .between(from, end)
        .iter()
        .for_each(|session| add(session));
    let races = athlete
        .profile
        .races
        .iter()
        .filter(|race| !is_scheduled(race, athlete));
    races.for_each(|race| add(&race_session(race)));
    totals
}

/// What an athlete was used to when each week began: the mean load of the four weeks before, in
/// AU. The week itself has no part in it, so that the two can be compared (the coupled ratio
/// compares a week with itself; Lolli 2019, Impellizzeri 2020). `None` in the first four weeks
/// after `first_day`, the day of the first session on record.
pub fn habit(weeks: &[WeekTotals], first_day: Option<NaiveDate>) -> Vec<Option<f64>> {
    let known = |start: &WeekTotals| first_day.is_some_and(|day| day < ahead(start.monday, 1));
    let mean = |window: &[WeekTotals]| {
        let start = window.first().filter(|start| known(start));
        start.map(|_| window.iter().map(WeekTotals::au).sum::<f64>() / HABIT_WEEKS as f64)
    };
    let unknown = std::iter::repeat_n(None, HABIT_WEEKS.min(weeks.len()));
    unknown
        .chain(weeks.windows(HABIT_WEEKS).map(mean))
        .take(weeks.len())
        .collect()
}

/// True when a session on the day of the race speaks for it.
pub(super) fn is_scheduled(race: &Race, athlete: &Athlete) -> bool {
    let on_day = athlete.sessions.on(race.date);
    on_day
        .iter()
        .any(|session| session.kind() == Kind::Run(RunKind::Race))
}

/// A race counts as a session on its day whether or not one is planned; with a result it was run.
pub(super) fn race_session(race: &Race) -> Session {
    let run = RunPlan {
        distance: race.distance,
        ..RunPlan::of(RunKind::Race)
    };
    let plan = Plan::new(Workout::Run(run));
    let mut session = Session::planned(SessionId(race.id.0), race.date, plan, Stamp::default());
    if let Some(time) = race.result {
        let run = RunLog {
            distance: race.distance,
            moving: Some(time),
            ..RunLog::default()
        };
        let duration = Some(Minutes(time.0.div_ceil(60)));
        session.status = Status::Done;
        session.log = Some(Log {
            duration,
            run: Some(run),
            ..Log::default()
        });
    }
    session
}
