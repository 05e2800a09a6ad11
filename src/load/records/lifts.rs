//! Records of the lifts.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::{
    ExerciseId, ExerciseLog, Kilograms, LoadType, Log, Profile, Session, SetKind, TestedMax,
};
use crate::library::Library;
use crate::load::Reliability;
use crate::load::set_max::{lifted_body, max_of_set};
use crate::load::slips::{is_doable, is_liftable};
use crate::load::tonnage::tonnage_of_sets;

use super::best::{Beaten, Best, Hit};
use super::record::{REP_COUNTS, RecordKind, RecordValue, SetPlace};

/// The best of one exercise so far, and what the library says of it.
#[derive(Debug, Clone, PartialEq)]
struct Lift {
    name: Option<String>,
    one_sided: bool,
    of_body: bool,
    one_rm: Best,
    weights: [Best; REP_COUNTS.len()],
    tonnage: Best,
}

impl Lift {
    /// Asked once for each exercise, and not for each of its thousand times.
    fn of(exercise: &ExerciseId, library: &Library) -> Self {
        let known = library.exercise(exercise);
        Self {
            name: known.map(|known| known.name.clone()),
            one_sided: known.is_some_and(|known| known.single_side),
            of_body: known.is_some_and(|known| known.load == LoadType::Bodyweight),
            one_rm: Best::default(),
            weights: Default::default(),
            tonnage: Best::default(),
        }
    }

    /// True when the library still says what it said.
    fn agrees_with(&self, exercise: &ExerciseId, library: &Library) -> bool {
        let known = library.exercise(exercise);
        self.name.as_deref() == known.map(|known| known.name.as_str())
            && self.one_sided == known.is_some_and(|known| known.single_side)
            && self.of_body == known.is_some_and(|known| known.load == LoadType::Bodyweight)
    }
}

/// The best of all exercises so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct LiftBests {
    places: HashMap<ExerciseId, usize>,
    lifts: Vec<Lift>,
    session_tonnage: Best,
}

impl LiftBests {
    fn lift(&mut self, exercise: &ExerciseId, library: &Library) -> &mut Lift {
        let known = self.places.get(exercise).copied();
        let place = known.unwrap_or_else(|| {
            self.places.insert(exercise.clone(), self.lifts.len());
            self.lifts.push(Lift::of(exercise, library));
            self.lifts.len() - 1
        });
        &mut self.lifts[place]
    }

    /// True when the library still says of every exercise what it said.
    pub(super) fn agree_with(&self, library: &Library) -> bool {
        self.places.iter().all(|(exercise, place)| {
            let lift = self.lifts.get(*place);
            lift.is_some_and(|lift| lift.agrees_with(exercise, library))
        })
    }
}

/// A walk through what was lifted.
pub(super) struct Lifts<'a> {
    profile: &'a Profile,
    library: &'a Library,
    best: LiftBests,
    /// Tested maxima that are still to come, the latest first.
    tests: Vec<&'a TestedMax>,
}

impl<'a> Lifts<'a> {
    pub(super) fn new(profile: &'a Profile, library: &'a Library) -> Self {
        let tests = profile.tested_maxes.iter();
        let mut tests: Vec<_> = tests.filter(|test| is_liftable(test.kg)).collect();
        tests.sort_by_key(|test| std::cmp::Reverse(test.date));
        Self {
            profile,
            library,
            best: LiftBests::default(),
            tests,
        }
    }

    /// Goes on from where another walk through the same history was.
    pub(super) fn resume(&mut self, best: LiftBests, tests_to_come: usize) {
        self.best = best;
        self.tests.truncate(tests_to_come);
    }

    /// The best so far, and how many tested maxima are still to come.
    pub(super) fn so_far(&self) -> (&LiftBests, usize) {
        (&self.best, self.tests.len())
    }

    /// A tested maximum was lifted once, on a day before `date`.
    pub(super) fn tests_before(&mut self, date: NaiveDate, tell: &mut impl FnMut(Hit<'a>)) {
        while let Some(test) = self.tests.pop_if(|test| test.date < date) {
            let lift = self.best.lift(&test.exercise, self.library);
            let [once, ..] = &mut lift.weights;
            if let Some(Beaten { before }) = once.beat(test.kg.kg()) {
                tell(Hit {
                    kind: RecordKind::Weight(1),
                    exercise: Some((&test.exercise, "")),
                    figure: RecordValue::Mass(test.kg),
                    before: before.map(mass),
                    date: test.date,
                    session: None,
                    set: None,
                });
            }
        }
    }

    pub(super) fn session(
        &mut self,
        session: &'a Session,
        log: &'a Log,
        tell: &mut impl FnMut(Hit<'a>),
    ) {
        let mut total = 0.0;
        for (place, done) in log.exercises.iter().enumerate() {
            total += self.exercise(session, done, place, tell);
        }
        if total > 0.0
            && let Some(Beaten { before }) = self.best.session_tonnage.beat(total)
        {
            tell(Hit {
                kind: RecordKind::Tonnage,
                exercise: None,
                figure: mass(total),
                before: before.map(mass),
                date: session.date,
                session: Some(session.id),
                set: None,
            });
        }
    }

    /// Takes in one exercise of a session and returns its tonnage, in kilograms.
    fn exercise(
        &mut self,
        session: &'a Session,
        done: &'a ExerciseLog,
        place: usize,
        tell: &mut impl FnMut(Hit<'a>),
    ) -> f64 {
        let (library, profile) = (self.library, self.profile);
        let lift = self.best.lift(&done.exercise, library);
        let tonnage = if done.sets.iter().all(is_doable) {
            tonnage_of_sets(&done.sets, lift.one_sided).kg()
        } else {
            0.0
        };
        let body = if lift.of_body {
            lifted_body(&done.exercise, library, profile, session.date)
        } else {
            Some(Kilograms::default())
        };
        let today = DayBest::of(done, body, profile.one_rm_formula);
        let mut beat = |best: &mut Best, kind, (value, set): (f64, Option<usize>)| {
            if let Some(Beaten { before }) = best.beat(value) {
                tell(Hit {
                    kind,
                    exercise: Some((&done.exercise, &done.name)),
                    figure: mass(value),
                    before: before.map(mass),
                    date: session.date,
                    session: Some(session.id),
                    set: set.map(|set| SetPlace {
                        exercise: place,
                        set,
                    }),
                });
            }
        };
        if let Some((value, set)) = today.one_rm {
            beat(&mut lift.one_rm, RecordKind::OneRm, (value, Some(set)));
        }
        for ((best, reps), found) in lift.weights.iter_mut().zip(REP_COUNTS).zip(today.weights) {
            if let Some((value, set)) = found {
                beat(best, RecordKind::Weight(reps), (value, Some(set)));
            }
        }
        if tonnage > 0.0 {
            beat(&mut lift.tonnage, RecordKind::Tonnage, (tonnage, None));
        }
        tonnage
    }
}

/// The best of one exercise in one session, each with the place of its set.
#[derive(Default)]
struct DayBest {
    one_rm: Option<(f64, usize)>,
    weights: [Option<(f64, usize)>; REP_COUNTS.len()],
}

impl DayBest {
    fn of(
        done: &ExerciseLog,
        body: Option<Kilograms>,
        formula: crate::domain::OneRmFormula,
    ) -> Self {
        let mut best = Self::default();
        for (place, set) in done.sets.iter().enumerate() {
            if set.kind != SetKind::Working || !is_doable(set) {
                continue;
            }
            let estimate = body.and_then(|body| max_of_set(set, body, formula));
            if let Some(max) = estimate.filter(|max| max.reliability == Reliability::Usable) {
                raise(&mut best.one_rm, max.kg.kg(), place);
            }
            let (Some(reps), Some(kg)) = (set.completed_reps(), set.kg) else {
                continue;
            };
            if kg.kg() <= 0.0 {
                continue;
            }
            for (found, count) in best.weights.iter_mut().zip(REP_COUNTS) {
                if reps >= count {
                    raise(found, kg.kg(), place);
                }
            }
        }
        best
    }
}

fn raise(best: &mut Option<(f64, usize)>, value: f64, place: usize) {
    if best.is_none_or(|(before, _)| value > before) {
        *best = Some((value, place));
    }
}

fn mass(kg: f64) -> RecordValue {
    RecordValue::Mass(Kilograms::new(kg))
}
