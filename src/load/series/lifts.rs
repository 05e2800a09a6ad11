//! Top weight and tonnage of exercises.

use chrono::NaiveDate;

use super::{
    Drawn, ExerciseKey, Grouping, LiftFigures, Period, SessionFigures, TooLittle, TopSet,
    TrainingDigest,
};
use crate::domain::{ExerciseId, SessionId};

/// What one exercise came to on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LiftPoint {
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: SessionId,
    /// The heaviest working set; `None` where no set has a load and repetitions.
    pub top: Option<TopSet>,
    /// Repetitions × kilograms over all sets but warm-ups, in kg; both sides and both dumbbells count. 0 for work
    /// without a load.
    pub tonnage: f64,
    /// Hard sets.
    pub hard_sets: f32,
}

/// One exercise over time.
#[derive(Debug, Clone, PartialEq)]
pub struct LiftSeries {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Its name in the library, or as last logged.
    pub name: String,
    /// One point a session in which sets of it were logged, by date.
    pub points: Vec<LiftPoint>,
    /// What is planned from today on, by date.
    pub planned: Vec<PlannedTop>,
}

/// The heaviest set that a planned session asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedTop {
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: SessionId,
    /// The set.
    pub top: TopSet,
}

/// Tonnage of one week or month.
#[derive(Debug, Clone, PartialEq)]
pub struct TonnageBar {
    /// Its days.
    pub bucket: Period,
    /// Of all exercises, in kg.
    pub all: f64,
    /// Of each exercise asked for, in the order asked, in kg.
    pub exercises: Vec<f64>,
    /// What the plan still asks for, of all exercises, in kg.
    pub to_come: f64,
    /// The same of each exercise asked for, in kg.
    pub exercises_to_come: Vec<f64>,
    /// Strength sessions in which a load was logged.
    pub sessions: usize,
}

impl TonnageBar {
    /// Tonnage as it stands, in kg: done and still to come.
    pub fn total(&self) -> f64 {
        self.all + self.to_come
    }
}

/// Top weight and tonnage of several exercises, session by session, in the order asked for, with the top weights that
/// the plan from `today` on asks for.
///
/// # Errors
///
/// Says what is missing when none of them has a logged load.
pub fn lift_series(
    figures: &TrainingDigest,
    today: NaiveDate,
    exercises: &[ExerciseId],
) -> Drawn<Vec<LiftSeries>> {
    let lifts = figures.lifts_of(exercises);
    let series: Vec<_> = exercises
        .iter()
        .zip(&lifts)
        .map(|(exercise, lifts)| {
            let key = figures.key(exercise);
            LiftSeries {
                exercise: exercise.clone(),
                name: figures.name_of(exercise),
                points: lifts.iter().filter_map(point).collect(),
                planned: key.map_or_else(Vec::new, |key| planned_tops(figures, key, today)),
            }
        })
        .collect();
    let mut points = series.iter().flat_map(|series| &series.points);
    if points.all(|point| point.top.is_none()) {
        return Err(no_load());
    }
    Ok(series)
}

/// Tonnage by week or month: of everything, and of each of some exercises. A plan that has passed moved nothing; one
/// for `today` or later is told apart. Planned loads in percent of a maximum are left out.
///
/// # Errors
///
/// Says what is missing when no load was logged or planned in the period.
pub fn tonnage(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
    grouping: Grouping,
    exercises: &[ExerciseId],
) -> Drawn<Vec<TonnageBar>> {
    let keys: Vec<_> = exercises.iter().map(|id| figures.key(id)).collect();
    let mut bars: Vec<_> = period
        .cut(grouping, figures.profile().week_start)
        .into_iter()
        .map(|bucket| TonnageBar {
            bucket,
            all: 0.0,
            exercises: vec![0.0; exercises.len()],
            to_come: 0.0,
            exercises_to_come: vec![0.0; exercises.len()],
            sessions: 0,
        })
        .collect();
    figures.fold_into(
        &mut bars,
        |bar| bar.bucket,
        |bar, session| {
            let before = bar.all;
            for lift in &session.lifts {
                bar.all += lift.tonnage;
                for (sum, key) in bar.exercises.iter_mut().zip(&keys) {
                    if *key == Some(lift.exercise) {
                        *sum += lift.tonnage;
                    }
                }
            }
            bar.sessions += usize::from(bar.all > before);
            if session.planned_lifts.is_empty() || !session.is_to_come(today) {
                return;
            }
            for lift in &session.planned_lifts {
                bar.to_come += lift.tonnage;
                for (sum, key) in bar.exercises_to_come.iter_mut().zip(&keys) {
                    if *key == Some(lift.exercise) {
                        *sum += lift.tonnage;
                    }
                }
            }
        },
    );
    if bars.iter().all(|bar| bar.total() <= 0.0) {
        return Err(no_load());
    }
    Ok(bars)
}

fn point(&(session, lift): &(&SessionFigures, &LiftFigures)) -> Option<LiftPoint> {
    let is_logged = !lift.estimated && (lift.hard_sets > 0.0 || lift.top.is_some());
    is_logged.then_some(LiftPoint {
        date: session.date,
        session: session.session,
        top: lift.top,
        tonnage: lift.tonnage,
        hard_sets: lift.hard_sets,
    })
}

fn planned_tops(figures: &TrainingDigest, key: ExerciseKey, today: NaiveDate) -> Vec<PlannedTop> {
    let asked = |session: &SessionFigures| {
        let mut lifts = session.planned_lifts.iter();
        let top = lifts.find(|lift| lift.exercise == key)?.top?;
        Some(PlannedTop {
            date: session.date,
            session: session.session,
            top,
        })
    };
    figures.to_come(today).filter_map(asked).collect()
}

fn no_load() -> TooLittle {
    TooLittle::needs("a logged set with its load and repetitions")
}

#[cfg(test)]
mod tests;
