//! Top weight and tonnage of exercises.

use chrono::NaiveDate;

use super::{
    Drawn, ExerciseKey, Figures, Grouping, LiftFigures, Period, SessionFigures, TooLittle, TopSet,
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
    figures: &Figures,
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
    figures: &Figures,
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

fn planned_tops(figures: &Figures, key: ExerciseKey, today: NaiveDate) -> Vec<PlannedTop> {
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
mod tests {
    use super::super::test_support::{athlete, day, figures_of, lifted, set};
    use super::*;
    use crate::domain::{Kilograms, SetKind, SetLog, Side};

    fn id(exercise: &str) -> ExerciseId {
        ExerciseId::new(exercise)
    }

    fn one_tonnage(exercise: &str, sets: &[SetLog]) -> f64 {
        let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[(exercise, sets)])]));
        lift_series(&figures, day("2026-11-25"), &[id(exercise)]).unwrap()[0].points[0].tonnage
    }

    #[test]
    fn the_heaviest_working_set_is_the_top_and_of_equals_the_longest() {
        let warm_up = SetLog {
            kind: SetKind::WarmUp,
            ..set(140.0, 1)
        };
        let drop = SetLog {
            kind: SetKind::Drop,
            ..set(130.0, 9)
        };
        let sets = [set(100.0, 5), warm_up, set(120.0, 3), set(120.0, 4), drop];
        let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[("squat", &sets)])]));
        let series = lift_series(
            &figures,
            day("2026-11-25"),
            &[id("squat"), id("bench-press")],
        )
        .unwrap();
        let top = series[0].points[0].top.unwrap();
        assert_eq!((top.kg.kg(), top.reps), (120.0, 4));
        assert!(series[1].points.is_empty());
    }

    #[test]
    fn tonnage_counts_sides_and_leaves_warm_ups_out() {
        let warm_up = SetLog {
            kind: SetKind::WarmUp,
            ..set(50.0, 10)
        };
        assert_eq!(
            one_tonnage("squat", &[warm_up, set(100.0, 5), set(80.0, 10)]),
            1300.0
        );
        // A split squat is done with each leg; logged side by side, each set stands for one.
        assert_eq!(one_tonnage("split-squat", &[set(20.0, 8)]), 320.0);
        let side = |side| SetLog {
            side: Some(side),
            ..set(20.0, 8)
        };
        assert_eq!(
            one_tonnage("split-squat", &[side(Side::Left), side(Side::Right)]),
            320.0
        );
        let failed = SetLog {
            failed: true,
            ..set(100.0, 5)
        };
        assert_eq!(one_tonnage("squat", &[failed]), 400.0);
    }

    #[test]
    fn an_exercise_logged_twice_in_a_session_is_one_point() {
        let lifts: [(&str, &[SetLog]); 2] =
            [("squat", &[set(100.0, 5)]), ("squat", &[set(110.0, 2)])];
        let figures = figures_of(&athlete([lifted(1, "2026-11-23", &lifts)]));
        let points = &lift_series(&figures, day("2026-11-25"), &[id("squat")]).unwrap()[0].points;
        assert_eq!(points.len(), 1);
        assert_eq!(
            (points[0].tonnage, points[0].top.unwrap().kg.kg()),
            (720.0, 110.0)
        );
    }

    #[test]
    fn slips_of_the_pen_give_no_figure() {
        let sets = [
            set(100_000.0, 5),
            set(100.0, 100_000),
            SetLog {
                kg: Some(Kilograms::new(f64::INFINITY)),
                ..set(0.0, 5)
            },
        ];
        let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[("squat", &sets)])]));
        let told = lift_series(&figures, day("2026-11-25"), &[id("squat")]).unwrap_err();
        assert_eq!(
            told.to_string(),
            "This needs a logged set with its load and repetitions."
        );
    }

    #[test]
    fn weeks_and_months_sum_all_exercises() {
        let lifts: [(&str, &[SetLog]); 2] = [
            ("squat", &[set(100.0, 5)]),
            ("bench-press", &[set(60.0, 5)]),
        ];
        let figures = figures_of(&athlete([
            lifted(1, "2026-11-02", &lifts),
            lifted(2, "2026-11-23", &lifts),
            lifted(3, "2026-12-01", &lifts),
        ]));
        let period = Period::new(day("2026-11-01"), day("2026-12-31"));
        let months = tonnage(
            &figures,
            day("2026-12-31"),
            period,
            Grouping::Month,
            &[id("squat"), id("lunge")],
        );
        let months = months.unwrap();
        let found: Vec<_> = months
            .iter()
            .map(|bar| (bar.all, bar.exercises[0]))
            .collect();
        assert_eq!(found, [(1600.0, 1000.0), (800.0, 500.0)]);
        assert_eq!((months[0].sessions, months[0].exercises[1]), (2, 0.0));
        assert!(
            tonnage(
                &figures,
                day("2026-12-31"),
                period.before(),
                Grouping::Week,
                &[]
            )
            .is_err()
        );
    }
}
