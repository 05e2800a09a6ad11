//! What an athlete can lift once, as far as it is known on a day.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{
    Athlete, Exercise, ExerciseId, Kilograms, LoadSpec, OneRmFormula, Profile, Session,
};
use crate::library::Library;

use super::loadable::{Implement, shape_of, share_of_max};
use super::set_max::best_e1rm;

/// How far back logged sets say something about today's strength. Beyond it they are history.
const LOOK_BACK: Days = Days::new(42);

/// The one-repetition maximum of an exercise on a day: the last one tested by then, else the best estimate
/// from the sets logged in the six weeks before. A tested maximum beats an estimated one.
pub fn max_on(athlete: &Athlete, exercise: &ExerciseId, date: NaiveDate) -> Option<Kilograms> {
    max_among(&athlete.profile, athlete.sessions.all(), exercise, date)
}

/// [`max_on`] with some of the athlete's sessions, by date.
pub fn max_among(
    profile: &Profile,
    sessions: &[Arc<Session>],
    exercise: &ExerciseId,
    date: NaiveDate,
) -> Option<Kilograms> {
    tested_max(profile, exercise, date).or_else(|| {
        let formula = profile.one_rm_formula;
        logged_max(recent(sessions, date), exercise, formula)
    })
}

/// What a percentage of the maximum comes to on a day: the load nearest to it that the athlete can put together, held
/// as it was planned last.
pub fn percent_load(
    athlete: &Athlete,
    library: &Library,
    exercise: &ExerciseId,
    percent: f64,
    date: NaiveDate,
) -> Option<LoadSpec> {
    let known = library.exercise(exercise);
    let sessions = athlete.sessions.all();
    percent_among(&athlete.profile, sessions, (exercise, known), percent, date)
}

/// [`percent_load`] with some of the athlete's sessions, by date.
pub fn percent_among(
    profile: &Profile,
    sessions: &[Arc<Session>],
    (id, known): (&ExerciseId, Option<&Exercise>),
    percent: f64,
    date: NaiveDate,
) -> Option<LoadSpec> {
    let max = max_among(profile, sessions, id, date)?;
    let rows = recent(sessions, date).iter().rev();
    let said = rows
        .flat_map(|session| session.plan.workout.exercises())
        .filter(|row| row.exercise == *id)
        .find_map(|row| shape_of(&row.load));
    let implement = Implement::of(said, known, profile);
    Some(share_of_max(max, percent, implement))
}

/// The sessions that say something about a day's strength.
fn recent(sessions: &[Arc<Session>], date: NaiveDate) -> &[Arc<Session>] {
    let Some(from) = date.checked_sub_days(LOOK_BACK) else {
        return &[];
    };
    let start = sessions.partition_point(|session| session.date < from);
    let end = sessions.partition_point(|session| session.date < date);
    sessions.get(start..end).unwrap_or_default()
}

/// What an athlete can lift on each of some days, with the logs read once: for those who ask for many days.
#[derive(Debug, Default)]
pub struct LoggedMaxes {
    /// The best estimate of each day on which an exercise was logged, by day.
    by_exercise: HashMap<ExerciseId, Vec<(NaiveDate, Kilograms)>>,
}

impl LoggedMaxes {
    /// For days from `first` to `last`.
    pub fn of(athlete: &Athlete, first: NaiveDate, last: NaiveDate) -> Self {
        let from = first.checked_sub_days(LOOK_BACK).unwrap_or(first);
        let formula = athlete.profile.one_rm_formula;
        let mut logged = Self::default();
        let sessions = athlete.sessions.between(from, last).iter();
        for session in sessions.filter(|session| session.status.is_trained()) {
            for done in session.log.iter().flat_map(|log| &log.exercises) {
                let Some(max) = best_e1rm(&done.sets, formula) else {
                    continue;
                };
                logged.add(&done.exercise, session.date, max.kg);
            }
        }
        logged
    }

    fn add(&mut self, exercise: &ExerciseId, date: NaiveDate, kg: Kilograms) {
        let Some(days) = self.by_exercise.get_mut(exercise) else {
            let first = vec![(date, kg)];
            self.by_exercise.insert(exercise.clone(), first);
            return;
        };
        match days.last_mut().filter(|(day, _)| *day == date) {
            Some((_, best)) if best.kg() >= kg.kg() => {}
            Some((_, best)) => *best = kg,
            None => days.push((date, kg)),
        }
    }

    /// [`max_on`] one of its days, for the athlete with this profile.
    pub fn on(
        &self,
        profile: &Profile,
        exercise: &ExerciseId,
        date: NaiveDate,
    ) -> Option<Kilograms> {
        tested_max(profile, exercise, date).or_else(|| {
            let from = date.checked_sub_days(LOOK_BACK)?;
            let days = self.by_exercise.get(exercise)?;
            let start = days.partition_point(|(day, _)| *day < from);
            let end = days.partition_point(|(day, _)| *day < date);
            let recent = days.get(start..end)?.iter().map(|(_, max)| *max);
            recent.max_by(|a, b| a.kg().total_cmp(&b.kg()))
        })
    }
}

/// The last maximum of an exercise that was tested by a day.
pub fn tested_max(profile: &Profile, exercise: &ExerciseId, date: NaiveDate) -> Option<Kilograms> {
    profile
        .tested_maxes
        .iter()
        .filter(|tested| tested.exercise == *exercise && tested.date <= date)
        .max_by_key(|tested| tested.date)
        .map(|tested| tested.kg)
}

fn logged_max(
    sessions: &[Arc<Session>],
    exercise: &ExerciseId,
    formula: OneRmFormula,
) -> Option<Kilograms> {
    sessions
        .iter()
        .filter(|session| session.status.is_trained())
        .filter_map(|session| session.log.as_ref())
        .flat_map(|log| &log.exercises)
        .filter(|done| done.exercise == *exercise)
        .filter_map(|done| best_e1rm(&done.sets, formula))
        .map(|max| max.kg)
        .max_by(|a, b| a.kg().total_cmp(&b.kg()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        AthleteId, ExerciseLog, Log, Plan, SessionId, SetLog, Stamp, Status, StrengthPlan,
        TestedMax, Workout,
    };

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn athlete_who_squatted(date: NaiveDate, kg: f64, reps: u32) -> Athlete {
        let sets = vec![SetLog {
            reps: Some(reps),
            kg: Some(Kilograms::new(kg)),
            ..SetLog::default()
        }];
        let done = ExerciseLog {
            exercise: ExerciseId::new("squat"),
            name: String::new(),
            sets,
        };
        let plan = Plan::new(Workout::Strength(StrengthPlan::default()));
        let mut session = Session::planned(SessionId::from_bits(1), date, plan, Stamp::default());
        session.status = Status::Done;
        session.log = Some(Log {
            exercises: vec![done.into()],
            ..Log::default()
        });
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.sessions = [session].into_iter().collect();
        athlete
    }

    #[test]
    fn a_tested_maximum_beats_an_estimated_one() {
        let squat = ExerciseId::new("squat");
        let mut athlete = athlete_who_squatted(day(2), 90.0, 3);
        let estimated = max_on(&athlete, &squat, day(9)).unwrap();
        assert!((estimated.kg() - 99.0).abs() < 1e-9);

        let kg = Kilograms::new(95.0);
        athlete.profile.tested_maxes.push(TestedMax {
            exercise: squat.clone(),
            kg,
            date: day(5),
        });
        assert_eq!(max_on(&athlete, &squat, day(9)), Some(kg));
        assert_eq!(tested_max(&athlete.profile, &squat, day(4)), None);
    }

    #[test]
    fn three_quarters_of_a_tested_225_pounds_are_170() {
        let library = Library::shipped().unwrap();
        let squat = ExerciseId::new("squat");
        let mut athlete = athlete_who_squatted(day(2), 90.0, 3);
        athlete.profile.units.mass = crate::domain::MassUnit::Pounds;
        athlete.profile.tested_maxes.push(TestedMax {
            exercise: squat.clone(),
            kg: Kilograms::from_pounds(225.0),
            date: day(5),
        });
        let lb = |percent| {
            let load = percent_load(&athlete, &library, &squat, percent, day(9)).unwrap();
            (load.kilograms().unwrap().pounds() * 1000.0).round() / 1000.0
        };
        assert_eq!((lb(75.0), lb(100.0), lb(10.0)), (170.0, 225.0, 25.0));
    }

    #[test]
    fn a_share_of_what_two_dumbbells_weigh_is_two_dumbbells() {
        let library = Library::shipped().unwrap();
        let squat = ExerciseId::new("squat");
        let mut athlete = athlete_who_squatted(day(2), 40.0, 1);
        let mut session = (*athlete.sessions.all()[0]).clone();
        let mut row = crate::domain::Prescription::new(
            squat.clone(),
            "Squat",
            crate::domain::Count::exactly(3),
            crate::domain::Reps::Count(crate::domain::Count::exactly(8)),
        );
        row.load = LoadSpec::Pair(Kilograms::new(20.0));
        if let Workout::Strength(plan) = &mut session.plan.workout {
            plan.exercises.push(row);
        }
        athlete.sessions = [session].into_iter().collect();
        // Three quarters of 40 kg are 2 × 15 kg, and dumbbells go by 2 kg.
        let load = percent_load(&athlete, &library, &squat, 75.0, day(9)).unwrap();
        assert_eq!(load, LoadSpec::Pair(Kilograms::new(16.0)));
    }

    #[test]
    fn a_log_of_a_session_that_was_not_trained_gives_no_maximum() {
        let mut athlete = athlete_who_squatted(day(2), 90.0, 3);
        let mut missed = (*athlete.sessions.all()[0]).clone();
        missed.status = Status::Missed;
        athlete.sessions = [missed].into_iter().collect();
        assert_eq!(max_on(&athlete, &ExerciseId::new("squat"), day(9)), None);
    }

    #[test]
    fn sets_of_the_day_itself_and_of_long_ago_say_nothing() {
        let athlete = athlete_who_squatted(day(2), 90.0, 3);
        let squat = ExerciseId::new("squat");
        assert_eq!(max_on(&athlete, &squat, day(2)), None);
        assert!(max_on(&athlete, &squat, day(2) + Days::new(42)).is_some());
        assert_eq!(max_on(&athlete, &squat, day(2) + Days::new(43)), None);
        let (first, last) = (day(1), day(1) + Days::new(60));
        let logged = LoggedMaxes::of(&athlete, first, last);
        for date in first.iter_days().take_while(|date| *date <= last) {
            let max = max_on(&athlete, &squat, date);
            assert_eq!(logged.on(&athlete.profile, &squat, date), max, "{date}");
        }
    }
}
