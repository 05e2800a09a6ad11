//! How an exercise went the last times.

use chrono::NaiveDate;

use crate::domain::{
    Athlete, Count, ExerciseId, Kilograms, Log, Prescription, Reps, Session, SetKind, SetLog,
};

/// How many times are looked at: they last for the longest rule, six weeks with three sessions each.
const MOST_TIMES: usize = 20;

/// Share of the lowest planned count up to which a set was not merely short but too heavy: of ten, seven (source 002).
const TOO_HEAVY: f64 = 0.75;

/// Less than this is no lighter load, in kilograms: pounds do not come out even.
const LIGHTER_KG: f64 = 0.3;

/// The times an exercise was trained, the latest first.
#[derive(Debug)]
pub(super) struct Past<'a> {
    pub(super) times: Vec<Time<'a>>,
}

/// One time.
#[derive(Debug)]
pub(super) struct Time<'a> {
    pub(super) date: NaiveDate,
    /// What was planned, where it was.
    pub(super) planned: Option<&'a Prescription>,
    /// The sets that count: neither warm-ups nor drop sets, at least one of which something was done.
    sets: Vec<&'a SetLog>,
    /// It hurt.
    pain: bool,
}

/// How one time went, measured at what was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Went {
    /// Every set reached the top of its range.
    Top,
    /// Every set was done.
    Done,
    /// Every set was done, with less in reserve than wanted.
    Hard,
    /// Every set was done, but with less load than planned: that the repetitions were met says nothing of the plan.
    Lighter,
    /// A set was short, failed, or left out.
    Short,
    /// Most sets fell far short.
    TooHeavy,
    /// It hurt.
    Pain,
}

impl Went {
    pub(super) fn failed(self) -> bool {
        matches!(self, Self::Short | Self::TooHeavy | Self::Pain)
    }
}

impl<'a> Past<'a> {
    /// The times before `session`.
    pub(super) fn before(athlete: &'a Athlete, session: &Session, exercise: &ExerciseId) -> Self {
        let all = athlete.sessions.all();
        let day = all.partition_point(|other| other.date < session.date);
        let place = athlete
            .sessions
            .on(session.date)
            .iter()
            .position(|other| other.id == session.id);
        let end = day + place.unwrap_or(0);
        let earlier = all.get(..end).unwrap_or_default();
        let times = earlier
            .iter()
            .rev()
            .filter(|other| other.status.is_trained())
            .filter_map(|other| Time::of(other, other.log.as_ref()?, exercise));
        Self {
            times: times.take(MOST_TIMES).collect(),
        }
    }
}

impl<'a> Time<'a> {
    pub(super) fn of(session: &'a Session, log: &'a Log, exercise: &ExerciseId) -> Option<Self> {
        let logged = log
            .exercises
            .iter()
            .filter(|done| done.exercise == *exercise);
        let sets: Vec<&SetLog> = logged
            .flat_map(|done| &done.sets)
            .filter(|set| set.kind == SetKind::Working && says_anything(set))
            .collect();
        if !sets.iter().any(|set| set.was_done()) {
            return None;
        }
        let mut planned = session.plan.workout.exercises().iter();
        let hurts = log
            .pains
            .iter()
            .any(|pain| pain.exercise.as_ref() == Some(exercise));
        Some(Self {
            date: session.date,
            planned: planned.find(|row| row.exercise == *exercise),
            sets,
            pain: hurts,
        })
    }

    /// The load of at least half of the sets, so that one heavier or lighter set does not decide.
    pub(super) fn load(&self) -> Kilograms {
        let mut loads: Vec<f64> = self
            .done()
            .map(|set| set.kg.unwrap_or_default().kg())
            .collect();
        loads.sort_by(f64::total_cmp);
        let middle = (loads.len() - 1) / 2;
        Kilograms::new(loads.get(middle).copied().unwrap_or_default())
    }

    /// The sets of which something was done.
    fn done(&self) -> impl Iterator<Item = &SetLog> {
        self.sets.iter().copied().filter(|set| set.was_done())
    }

    /// How many sets were done.
    pub(super) fn sets(&self) -> u32 {
        self.done().count() as u32
    }

    /// The load that was planned, where less of it was lifted.
    pub(super) fn planned_more(&self) -> Option<Kilograms> {
        let planned = self.planned?.load.kilograms()?;
        (self.load().kg() < planned.kg() - LIGHTER_KG).then_some(planned)
    }

    /// The fewest repetitions, or seconds, of a set.
    pub(super) fn fewest(&self) -> u32 {
        self.counts().min().unwrap_or_default()
    }

    /// The most repetitions, or seconds, of a set.
    pub(super) fn most(&self) -> u32 {
        self.counts().max().unwrap_or_default()
    }

    fn counts(&self) -> impl Iterator<Item = u32> {
        self.sets
            .iter()
            .filter_map(|set| set.completed_reps().or(set.seconds))
    }

    /// The fewest repetitions left in reserve, where any were logged.
    pub(super) fn reserve(&self) -> Option<f64> {
        self.sets
            .iter()
            .filter_map(|set| set.rir)
            .min_by(f64::total_cmp)
    }

    /// True where every set that says its reserve has the same.
    pub(super) fn is_even(&self) -> bool {
        let mut said = self.sets.iter().filter_map(|set| set.rir);
        let first = said.next();
        said.all(|other| Some(other) == first)
    }

    /// What each set was to reach: as planned that day, else as planned in `next`. `None` for as many as possible.
    pub(super) fn range(&self, next: &Prescription) -> Option<Count> {
        match self.planned.unwrap_or(next).reps {
            Reps::Count(count) | Reps::Hold(count) => Some(count),
            Reps::Max => None,
        }
    }

    /// How it went; `floor` is the least reserve that is wanted.
    pub(super) fn went(&self, next: &Prescription, floor: f64) -> Went {
        if self.pain {
            return Went::Pain;
        }
        let Some(range) = self.range(next) else {
            return Went::Done;
        };
        let far_short = self
            .counts()
            .filter(|count| f64::from(*count) <= TOO_HEAVY * f64::from(range.low))
            .count();
        if range.low > 1 && far_short * 2 >= self.sets.len() {
            return Went::TooHeavy;
        }
        let wanted_sets = self.planned.map_or(1, |planned| {
            let advised = planned.advice.as_ref().and_then(|advice| advice.sets);
            advised.unwrap_or(planned.sets.low)
        });
        let failed = self.sets.iter().any(|set| set.failed);
        if failed || self.fewest() < range.low || self.sets() < wanted_sets {
            return Went::Short;
        }
        if self.reserve().is_some_and(|reserve| reserve < floor) {
            return Went::Hard;
        }
        if self.planned_more().is_some() {
            return Went::Lighter;
        }
        if self.fewest() >= range.high {
            Went::Top
        } else {
            Went::Done
        }
    }
}

/// True for a set with a figure: one that was tried and failed says as much as one that was done, a line that was left
/// empty or says zero does not.
fn says_anything(set: &SetLog) -> bool {
    set.failed || (set.was_done() && (set.reps.is_some() || set.seconds.is_some()))
}
