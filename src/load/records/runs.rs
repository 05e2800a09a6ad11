//! Records of the runs.

use chrono::NaiveDate;

use crate::domain::{Kind, Log, Meters, Profile, Race, RunKind, Seconds, Session, SessionId};

use crate::load::slips::{is_human, is_runnable};

use super::best::{Beaten, Best, Hit};
use super::record::{Course, RecordKind, RecordValue};

/// How much longer than a course a run may be, or a race shorter by the watch.
const TOLERANCE: f64 = 0.02;

/// The best runs so far.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct RunBests {
    longest: Best,
    /// Of each course, the time with a minus, so that larger is better.
    fastest: [Best; Course::ALL.len()],
}

/// A walk through what was run.
pub(super) struct Runs<'a> {
    best: RunBests,
    /// Races with a result that are still to come, the latest first.
    races: Vec<&'a Race>,
}

impl<'a> Runs<'a> {
    pub(super) fn new(profile: &'a Profile) -> Self {
        let mut races: Vec<_> = profile.races.iter().collect();
        races.sort_by_key(|race| std::cmp::Reverse(race.date));
        Self {
            best: RunBests::default(),
            races,
        }
    }

    /// Goes on from where another walk through the same history was.
    pub(super) fn resume(&mut self, best: RunBests, races_to_come: usize) {
        self.best = best;
        self.races.truncate(races_to_come);
    }

    /// The best so far, and how many races are still to come.
    pub(super) fn so_far(&self) -> (RunBests, usize) {
        (self.best, self.races.len())
    }

    /// The results of races on days before `date`.
    pub(super) fn races_before(&mut self, date: NaiveDate, tell: &mut impl FnMut(Hit<'a>)) {
        while let Some(race) = self.races.pop_if(|race| race.date < date) {
            if let (Some(distance), Some(time)) = (race.distance, race.result) {
                let run = Run {
                    distance,
                    time: Some(time),
                    stretches: [None; Course::ALL.len()],
                    is_race: true,
                    date: race.date,
                    session: None,
                };
                self.run(run, tell);
            }
        }
    }

    pub(super) fn session(
        &mut self,
        session: &'a Session,
        log: &'a Log,
        tell: &mut impl FnMut(Hit<'a>),
    ) {
        let (Kind::Run(kind), Some(run)) = (session.kind(), &log.run) else {
            return;
        };
        let Some(distance) = run.distance else {
            return;
        };
        let run = Run {
            distance,
            time: run.moving,
            stretches: [run.best_1k, run.best_5k, run.best_10k],
            is_race: kind == RunKind::Race,
            date: session.date,
            session: Some(session.id),
        };
        self.run(run, tell);
    }

    fn run(&mut self, run: Run, tell: &mut impl FnMut(Hit<'a>)) {
        if !is_runnable(run.distance) {
            return;
        }
        let mut tell = |kind, figure, before: Option<RecordValue>| {
            tell(Hit {
                kind,
                exercise: None,
                figure,
                before,
                date: run.date,
                session: run.session,
                set: None,
            });
        };
        if let Some(Beaten { before }) = self.best.longest.beat(run.distance.m()) {
            let before = before.map(|before| RecordValue::Distance(Meters::new(before)));
            tell(
                RecordKind::LongestRun,
                RecordValue::Distance(run.distance),
                before,
            );
        }
        let standing = self.best.fastest;
        for (best, course) in self.best.fastest.iter_mut().zip(Course::ALL) {
            let Some(time) = run.over(course) else {
                continue;
            };
            let figure = -f64::from(time.0);
            // Who ran ten kilometres faster has a better five behind them, and a slow five is no record.
            let is_slow = |longer: &(Best, Course)| {
                let share = course.distance().m() / longer.1.distance().m();
                share < 1.0 && longer.0.is_above(figure / share)
            };
            let mut longer = standing.into_iter().zip(Course::ALL);
            if longer.any(|longer| is_slow(&longer)) {
                continue;
            }
            if let Some(Beaten { before }) = best.beat(figure) {
                let before = before.map(|before| RecordValue::Time(Seconds(-before as u32)));
                tell(RecordKind::Fastest(course), RecordValue::Time(time), before);
            }
        }
    }
}

/// A run with what a record needs of it.
#[derive(Clone, Copy)]
struct Run {
    distance: Meters,
    time: Option<Seconds>,
    /// The fastest of each course within it.
    stretches: [Option<Seconds>; Course::ALL.len()],
    is_race: bool,
    date: NaiveDate,
    session: Option<SessionId>,
}

impl Run {
    /// The best time over a course: of the whole run where it is about as long, or of its fastest stretch.
    fn over(self, course: Course) -> Option<Seconds> {
        let possible = |time: &Seconds, distance| time.0 > 0 && is_human(distance, *time);
        let whole = self
            .time
            .filter(|time| self.fits(course) && possible(time, self.distance));
        let stretch = self.stretches.get(course as usize).copied().flatten();
        // A run whose distance was corrected below the course had no such stretch.
        let long_enough = self.distance.m() >= course.distance().m() * (1.0 - TOLERANCE);
        let stretch = stretch.filter(|time| long_enough && possible(time, course.distance()));
        whole.into_iter().chain(stretch).min()
    }

    fn fits(self, course: Course) -> bool {
        let share = self.distance.m() / course.distance().m();
        let least = if self.is_race { 1.0 - TOLERANCE } else { 1.0 };
        (least..=1.0 + TOLERANCE).contains(&share)
    }
}
