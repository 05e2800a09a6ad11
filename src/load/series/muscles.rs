//! Hard sets of each muscle against its weekly band.

use chrono::NaiveDate;

use super::{Drawn, Figures, Grouping, Period, SessionFigures, TooLittle};
use crate::domain::{Level, Muscle};

/// How much a set counts for the muscles that do the work, and for those that help.
const PRIMARY: f32 = 1.0;
const SECONDARY: f32 = 0.5;

/// Weekly hard sets between which a muscle is trained enough and not too much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Fewer keep little.
    pub low: f32,
    /// More cost a runner more than they give.
    pub high: f32,
}

/// How a muscle stands to its band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BandPlace {
    /// No hard set.
    None,
    /// Fewer sets than the band.
    Below,
    /// Within the band.
    Within,
    /// More sets than the band.
    Above,
}

impl Band {
    /// Where so many weekly sets stand.
    pub fn place(self, sets: f32) -> BandPlace {
        if sets <= 0.0 {
            BandPlace::None
        } else if sets < self.low {
            BandPlace::Below
        } else if sets <= self.high {
            BandPlace::Within
        } else {
            BandPlace::Above
        }
    }
}

/// The muscles that carry a runner's strength work.
const PRIME_MOVERS: &[Muscle] = &[
    Muscle::Quadriceps,
    Muscle::GluteusMaximus,
    Muscle::Hamstrings,
    Muscle::Gastrocnemius,
    Muscle::Soleus,
    Muscle::Pectorals,
    Muscle::LatissimusDorsi,
    Muscle::UpperBack,
];

/// Bands by level: of prime movers, and of the smaller muscles, which also work along with others.
///
/// Weekly sets of a muscle: up to 4 give a beginner most of what there is to gain, 5 to 9 are a medium dose for
/// strength and 10 and more a high one (Ralston 2017). The upper ends stay below what lifters do, because the legs
/// have running to recover from (practice).
const BANDS: [(Level, Band, Band); 3] = [
    (Level::Novice, band(3.0, 8.0), band(1.0, 6.0)),
    (Level::Intermediate, band(5.0, 12.0), band(2.0, 8.0)),
    (Level::Advanced, band(6.0, 16.0), band(3.0, 12.0)),
];

const fn band(low: f32, high: f32) -> Band {
    Band { low, high }
}

/// The weekly band of a muscle for a level of lifting.
pub fn band_of(muscle: Muscle, level: Level) -> Band {
    let [novice, ..] = BANDS;
    let found = BANDS.into_iter().find(|(of, ..)| *of == level);
    let (_, prime, smaller) = found.unwrap_or(novice);
    if PRIME_MOVERS.contains(&muscle) {
        prime
    } else {
        smaller
    }
}

/// Hard sets of every muscle, in the order of [`Muscle::ALL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MuscleSets([f32; MUSCLES]);

const MUSCLES: usize = Muscle::ALL.len();

impl Default for MuscleSets {
    fn default() -> Self {
        Self([0.0; MUSCLES])
    }
}

impl MuscleSets {
    /// Those of one muscle.
    pub fn of(&self, muscle: Muscle) -> f32 {
        self.0.get(muscle as usize).copied().unwrap_or_default()
    }

    /// All muscles with their sets, in display order.
    pub fn iter(&self) -> impl Iterator<Item = (Muscle, f32)> {
        Muscle::ALL.iter().map(|muscle| (*muscle, self.of(*muscle)))
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|sets| *sets <= 0.0)
    }

    fn add(&mut self, muscle: Muscle, sets: f32) {
        if let Some(place) = self.0.get_mut(muscle as usize) {
            *place += sets;
        }
    }
}

/// Hard sets of one week or month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MuscleBar {
    /// Its days.
    pub bucket: Period,
    /// Sets done.
    pub done: MuscleSets,
    /// Sets planned and still to come.
    pub to_come: MuscleSets,
    /// Some of the done sets are those of the plan, since none was logged.
    pub estimated: bool,
}

impl MuscleBar {
    /// Sets of a muscle as they stand: done and still to come.
    pub fn total(&self, muscle: Muscle) -> f32 {
        self.done.of(muscle) + self.to_come.of(muscle)
    }
}

/// Hard sets of each muscle by week or month: sets with up to four repetitions in reserve, warm-ups left out, 1 for a
/// muscle that does the work and 0.5 for one that helps. A set without a word on reserve counts as hard, except of
/// exercises that wake up or loosen. Exercises the library does not know give none.
///
/// # Errors
///
/// Says what is missing when the period holds no such set.
pub fn hard_sets(
    figures: &Figures,
    today: NaiveDate,
    period: Period,
    grouping: Grouping,
) -> Drawn<Vec<MuscleBar>> {
    let mut bars: Vec<_> = period
        .cut(grouping, figures.profile().week_start)
        .into_iter()
        .map(|bucket| MuscleBar {
            bucket,
            done: MuscleSets::default(),
            to_come: MuscleSets::default(),
            estimated: false,
        })
        .collect();
    figures.fold_into(
        &mut bars,
        |bar| bar.bucket,
        |bar, session| add_session(bar, session, figures, today),
    );
    if bars
        .iter()
        .all(|bar| bar.done.is_empty() && bar.to_come.is_empty())
    {
        return Err(TooLittle::needs(
            "a strength session with its exercises, done or planned, in this time",
        ));
    }
    Ok(bars)
}

/// A muscle against its band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MuscleMean {
    /// Which muscle.
    pub muscle: Muscle,
    /// Hard sets a week, done and still to come, on the mean of all weeks.
    pub sets: f32,
    /// Its band.
    pub band: Band,
    /// Where it stands.
    pub place: BandPlace,
}

/// The mean week of each muscle over `period`, whole weeks, in display order: one week where the period is one.
///
/// # Errors
///
/// As [`hard_sets`].
pub fn mean_hard_sets(
    figures: &Figures,
    today: NaiveDate,
    period: Period,
) -> Drawn<Vec<MuscleMean>> {
    let bars = hard_sets(figures, today, period, Grouping::Week)?;
    let weeks = bars.len().max(1) as f32;
    let mean = |muscle: &Muscle| {
        let sets = bars.iter().map(|bar| bar.total(*muscle)).sum::<f32>() / weeks;
        let band = band_of(*muscle, figures.profile().level);
        MuscleMean {
            muscle: *muscle,
            sets,
            band,
            place: band.place(sets),
        }
    };
    Ok(Muscle::ALL.iter().map(mean).collect())
}

fn add_session(bar: &mut MuscleBar, session: &SessionFigures, figures: &Figures, today: NaiveDate) {
    let trained = session.stand.is_trained();
    if !trained && !session.is_to_come(today) {
        return;
    }
    for lift in &session.lifts {
        let known = figures.exercise(lift.exercise);
        let Some(known) = known.and_then(|entry| entry.known.as_ref()) else {
            continue;
        };
        let (sums, sets) = if trained {
            (&mut bar.done, lift.hard_sets)
        } else {
            (&mut bar.to_come, lift.planned_hard_sets)
        };
        if sets <= 0.0 {
            continue;
        }
        bar.estimated |= trained && lift.estimated;
        for muscle in &known.primary {
            sums.add(*muscle, sets * PRIMARY);
        }
        for muscle in &known.secondary {
            if !known.primary.contains(muscle) {
                sums.add(*muscle, sets * SECONDARY);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{athlete, day, figures_of, lifted, set};
    use super::*;
    use crate::domain::{
        Count, Effort, ExerciseId, Prescription, Reps, SetKind, SetLog, Side, Status, Workout,
    };

    fn week() -> Period {
        Period::new(day("2026-11-23"), day("2026-11-29"))
    }

    fn of_week(sessions: impl IntoIterator<Item = crate::domain::Session>) -> MuscleBar {
        let figures = figures_of(&athlete(sessions));
        hard_sets(&figures, day("2026-11-25"), week(), Grouping::Week).unwrap()[0]
    }

    fn with_rir(rir: f64) -> SetLog {
        SetLog {
            rir: Some(rir),
            ..set(60.0, 8)
        }
    }

    #[test]
    fn muscles_that_work_count_one_and_those_that_help_half() {
        let squats = [set(60.0, 8), set(60.0, 8), set(60.0, 8)];
        let bar = of_week([lifted(1, "2026-11-23", &[("squat", &squats)])]);
        assert_eq!(bar.done.of(Muscle::Quadriceps), 3.0);
        assert_eq!(bar.done.of(Muscle::Adductors), 1.5);
        assert_eq!(
            bar.done.of(Muscle::Hamstrings),
            0.0,
            "squats train them little"
        );
        assert_eq!(bar.done.of(Muscle::Biceps), 0.0);
        assert!(!bar.estimated);
    }

    #[test]
    fn only_hard_working_sets_count() {
        let warm_up = SetLog {
            kind: SetKind::WarmUp,
            ..set(20.0, 10)
        };
        let left = SetLog {
            side: Some(Side::Left),
            ..set(60.0, 8)
        };
        let right = SetLog {
            side: Some(Side::Right),
            ..left
        };
        let nothing = SetLog::default();
        let none_done = set(60.0, 0);
        let sets = [
            with_rir(4.0),
            with_rir(4.5),
            warm_up,
            left,
            right,
            nothing,
            none_done,
        ];
        let bar = of_week([lifted(1, "2026-11-23", &[("squat", &sets)])]);
        assert_eq!(bar.done.of(Muscle::Quadriceps), 2.0);
    }

    #[test]
    fn the_plan_speaks_for_what_is_to_come_and_for_a_session_ticked_off() {
        let mut open = lifted(1, "2026-11-27", &[]);
        open.log = None;
        open.status = Status::Planned;
        let Workout::Strength(plan) = &mut open.plan.workout else {
            panic!("a strength session");
        };
        let dose = |sets, rir| Prescription {
            effort: Some(Effort::Rir(rir)),
            ..Prescription::new(
                ExerciseId::new("squat"),
                "Squat",
                Count::exactly(sets),
                Reps::Count(Count::exactly(8)),
            )
        };
        plan.exercises = vec![dose(3, 2.0), dose(2, 5.0)];
        let ticked = |date: &str, status: Status| {
            let mut session = open.clone();
            session.date = day(date);
            session.status = status;
            session
        };
        let bar = of_week([open.clone()]);
        assert_eq!(bar.to_come.of(Muscle::Quadriceps), 3.0);
        assert_eq!(bar.total(Muscle::Quadriceps), 3.0);

        let bar = of_week([ticked("2026-11-23", Status::Done)]);
        assert_eq!(
            (bar.done.of(Muscle::Quadriceps), bar.estimated),
            (3.0, true)
        );
        let bar = of_week([ticked("2026-11-23", Status::Partial)]);
        assert_eq!(bar.done.of(Muscle::Quadriceps), 1.5);

        let missed = figures_of(&athlete([ticked("2026-11-23", Status::Missed)]));
        let told = hard_sets(&missed, day("2026-11-25"), week(), Grouping::Week).unwrap_err();
        assert!(
            told.to_string()
                .starts_with("This needs a strength session")
        );
    }

    #[test]
    fn bands_grow_with_the_level() {
        for muscle in Muscle::ALL {
            let [novice, intermediate, advanced] =
                [Level::Novice, Level::Intermediate, Level::Advanced]
                    .map(|level| band_of(*muscle, level));
            assert!(novice.low < intermediate.low && intermediate.low < advanced.low);
            assert!(novice.high < intermediate.high && intermediate.high < advanced.high);
            assert!(novice.low < novice.high);
        }
        let band = band_of(Muscle::Quadriceps, Level::Intermediate);
        let places = [0.0, 4.5, 5.0, 12.0, 12.5].map(|sets| band.place(sets));
        let expected = [
            BandPlace::None,
            BandPlace::Below,
            BandPlace::Within,
            BandPlace::Within,
            BandPlace::Above,
        ];
        assert_eq!(places, expected);
    }

    #[test]
    fn the_mean_week_counts_weeks_without_a_set() {
        let sets = [set(60.0, 8); 6];
        let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[("squat", &sets)])]));
        let two = Period::new(day("2026-11-16"), day("2026-11-29"));
        let means = mean_hard_sets(&figures, day("2026-11-25"), two).unwrap();
        let quadriceps = means.iter().find(|mean| mean.muscle == Muscle::Quadriceps);
        let quadriceps = quadriceps.unwrap();
        assert_eq!((quadriceps.sets, quadriceps.place), (3.0, BandPlace::Below));
        assert_eq!(means.len(), Muscle::ALL.len());
    }
}
