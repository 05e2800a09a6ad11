//! A session of one athlete made one of another: loads by their maxima, paces by their speed, heart rates by their own.

use chrono::NaiveDate;

use crate::domain::{
    Athlete, Bpm, HeartRateRange, Kilograms, LoadSource, LoadSpec, Pace, Plan, Prescription,
    Profile, RunKind, Target, Workout,
};
use crate::library::Library;
use crate::load::loadable::nearest_load;
use crate::load::max_on;
use crate::load::physiology::{pace_zones, vdot};

/// What became different, or could not be made different and was left as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// A load in proportion to both maxima.
    Load {
        /// The exercise.
        exercise: String,
        /// As it was.
        from: LoadSpec,
        /// As it is now.
        to: LoadSpec,
    },
    /// A load left as it was typed, since a maximum of one of the two is not known.
    LoadKept {
        /// The exercise.
        exercise: String,
        /// The load.
        load: LoadSpec,
    },
    /// A share of a maximum that is not known of the other athlete.
    MaxUnknown {
        /// The exercise.
        exercise: String,
    },
    /// A pace in proportion to both runners' speed.
    Pace {
        /// As it was.
        from: Pace,
        /// As it is now.
        to: Pace,
    },
    /// A pace left as it was typed, since the speed of one of the two is not known.
    PaceKept(Pace),
    /// A heart rate at the same share of the reserve.
    HeartRate {
        /// As it was.
        from: HeartRateRange,
        /// As it is now.
        to: HeartRateRange,
    },
    /// A heart rate left as it was typed, since the rates of one of the two are not known.
    HeartRateKept(HeartRateRange),
}

impl Difference {
    /// True where a figure is another than it was, and not only left as it was typed.
    pub fn is_change(&self) -> bool {
        match self {
            Self::Load { .. } | Self::Pace { .. } | Self::HeartRate { .. } => true,
            Self::LoadKept { .. }
            | Self::MaxUnknown { .. }
            | Self::PaceKept(_)
            | Self::HeartRateKept(_) => false,
        }
    }
}

/// A plan of `source` on a day as one of `target` on another, and what is different about it, each thing once.
pub(super) fn rescaled(
    plan: &Plan,
    source: (&Athlete, NaiveDate),
    target: (&Athlete, NaiveDate),
    library: &Library,
) -> (Plan, Vec<Difference>) {
    let mut plan = plan.clone();
    let mut differences = Vec::new();
    let mut note = |difference: Difference| {
        if !differences.contains(&difference) {
            differences.push(difference);
        }
    };
    for dose in plan.workout.exercises_mut().into_iter().flatten() {
        load_of(dose, source, target, library, &mut note);
    }
    if let Workout::Run(run) = &mut plan.workout {
        let (from, to) = (&source.0.profile, &target.0.profile);
        let ratio = pace_ratio(from, to, run.kind);
        if let Some(pace) = &mut run.pace {
            scale_pace(pace, ratio, &mut note);
        }
        for target in run.steps.iter_mut().filter_map(|step| step.target.as_mut()) {
            match target {
                Target::Pace(pace) => scale_pace(pace, ratio, &mut note),
                Target::HeartRate(range) => scale_heart(range, from, to, &mut note),
                // RPE and named paces mean the other athlete's own without a change.
                Target::Rpe(_) | Target::Named(_) => {}
            }
        }
    }
    (plan, differences)
}

fn load_of(
    dose: &mut Prescription,
    source: (&Athlete, NaiveDate),
    target: (&Athlete, NaiveDate),
    library: &Library,
    note: &mut impl FnMut(Difference),
) {
    let known = library.exercise(&dose.exercise);
    let exercise = known.map_or_else(|| dose.name.clone(), |exercise| exercise.name.clone());
    let theirs = max_on(target.0, &dose.exercise, target.1);
    let ratio = max_on(source.0, &dose.exercise, source.1)
        .zip(theirs)
        .filter(|(from, _)| from.kg() > 0.0)
        .map(|(from, to)| to.kg() / from.kg());
    let profile = &target.0.profile;
    let to = match (&dose.load, ratio) {
        (LoadSpec::Kg(kg), Some(ratio)) => {
            let scaled = LoadSpec::Kg(Kilograms::new(kg.kg() * ratio));
            Some(nearest_load(&scaled, known, profile))
        }
        (LoadSpec::Pair(kg), Some(ratio)) => {
            let scaled = LoadSpec::Pair(Kilograms::new(kg.kg() * ratio));
            Some(nearest_load(&scaled, known, profile))
        }
        (LoadSpec::Kg(_) | LoadSpec::Pair(_), None) => None,
        (LoadSpec::Bodyweight(kg), _) if kg.kg() != 0.0 => None,
        (LoadSpec::Percent(_), _) if theirs.is_none() => {
            return note(Difference::MaxUnknown { exercise });
        }
        _ => return,
    };
    let from = dose.load.clone();
    match to {
        Some(to) if to != from => {
            dose.load = to.clone();
            dose.load_by = LoadSource::Program;
            note(Difference::Load { exercise, from, to });
        }
        Some(_) => {}
        None => note(Difference::LoadKept {
            exercise,
            load: from,
        }),
    }
}

/// How much slower (above 1) or faster the other athlete runs, as far as that can be told: by threshold pace, said or
/// from the best race by VDOT; else by their usual pace of the same kind of run.
fn pace_ratio(source: &Profile, target: &Profile, kind: RunKind) -> Option<f64> {
    let by = |from: Option<Pace>, to: Option<Pace>| {
        let (from, to) = (from?.seconds_per_km(), to?.seconds_per_km());
        (from > 0.0 && to > 0.0).then(|| to / from)
    };
    let usual = |profile: &Profile| profile.paces.get(&kind).copied();
    by(threshold_of(source), threshold_of(target)).or_else(|| by(usual(source), usual(target)))
}

/// Threshold pace as said, else the middle of the threshold zone of the best race by VDOT.
fn threshold_of(profile: &Profile) -> Option<Pace> {
    let from_races = || {
        let races = profile.races.iter();
        let raced = races.filter_map(|race| vdot(race.distance?, f64::from(race.result?.0)));
        let best = raced.max_by(f64::total_cmp)?;
        let zones = pace_zones(best)?;
        let zone = zones.iter().find(|zone| zone.name == "Threshold")?;
        let middle = f64::midpoint(zone.slow.seconds_per_km(), zone.fast.seconds_per_km());
        Some(Pace::from_seconds_per_km(middle))
    };
    profile.threshold_pace.or_else(from_races)
}

fn scale_pace(pace: &mut Pace, ratio: Option<f64>, note: &mut impl FnMut(Difference)) {
    let Some(ratio) = ratio else {
        return note(Difference::PaceKept(*pace));
    };
    let to = Pace::from_seconds_per_km((pace.seconds_per_km() * ratio).round());
    if to != *pace {
        note(Difference::Pace { from: *pace, to });
        *pace = to;
    }
}

/// The same share of the heart-rate reserve (Karvonen).
fn scale_heart(
    range: &mut HeartRateRange,
    source: &Profile,
    target: &Profile,
    note: &mut impl FnMut(Difference),
) {
    let reserve = |profile: &Profile| {
        let (rest, max) = (profile.heart_rate.rest?.0, profile.heart_rate.max?.0);
        (max > rest).then(|| (f64::from(rest), f64::from(max - rest)))
    };
    let (Some(from), Some(to)) = (reserve(source), reserve(target)) else {
        return note(Difference::HeartRateKept(*range));
    };
    let scaled = |bpm: Bpm| {
        let share = (f64::from(bpm.0) - from.0) / from.1;
        Bpm((to.0 + share * to.1).round().max(0.0) as u16)
    };
    let new = HeartRateRange {
        low: scaled(range.low),
        high: scaled(range.high),
    };
    if new != *range {
        note(Difference::HeartRate {
            from: *range,
            to: new,
        });
        *range = new;
    }
}
