//! Hard sets of each muscle against its weekly band.

use chrono::NaiveDate;

use super::{Drawn, Grouping, Period, SessionFigures, TooLittle, TrainingDigest};
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
/// The bands are practice. Ralston (2017) counted the weekly sets of an exercise, up to 4, 5 to 9 and 10 or more; that a
/// helping muscle gets half a set is Pelland's way of counting (2024). The upper ends stay below what lifters do,
/// because the legs have running to recover from.
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
/// muscle that does the work and 0.5 for one that helps. A set that does not say its reserve counts as hard, except of
/// exercises that wake up or loosen. Exercises the library does not know give none.
///
/// # Errors
///
/// Says what is missing when the period holds no such set.
pub fn hard_sets(
    figures: &TrainingDigest,
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
    figures: &TrainingDigest,
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

fn add_session(
    bar: &mut MuscleBar,
    session: &SessionFigures,
    figures: &TrainingDigest,
    today: NaiveDate,
) {
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
mod tests;
