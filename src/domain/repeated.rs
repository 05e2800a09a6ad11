//! What repeats in a workspace, and what tells one from another at a glance.

use std::hash::{Hash, Hasher};

use super::interned::{Known, Repeated};
use super::{
    Effort, ExerciseLog, Extent, Kilograms, LoadSpec, Meters, Origin, Pace, Plan, Prescription,
    Rpe, RunPlan, Step, StrengthPlan, Target, Workout,
};

impl Repeated for Plan {
    fn known() -> &'static Known<Self> {
        static KNOWN: Known<Plan> = Known::new();
        &KNOWN
    }

    fn mark(&self, hasher: &mut impl Hasher) {
        (&self.title, self.start, self.duration, self.key, &self.note).hash(hasher);
        std::mem::discriminant(&self.workout).hash(hasher);
        match &self.workout {
            Workout::Run(run) => mark_run(run, hasher),
            Workout::Strength(strength) => mark_strength(strength, hasher),
            Workout::Mobility(mobility) => mark_exercises(&mobility.exercises, hasher),
            Workout::Cross(cross) => {
                cross.sport.hash(hasher);
                bits(cross.rpe.map(Rpe::value)).hash(hasher);
            }
            Workout::Rest | Workout::Note => {}
        }
    }
}

impl Repeated for ExerciseLog {
    fn known() -> &'static Known<Self> {
        static KNOWN: Known<ExerciseLog> = Known::new();
        &KNOWN
    }

    fn mark(&self, hasher: &mut impl Hasher) {
        (&self.exercise, &self.name).hash(hasher);
        for set in &self.sets {
            (set.reps, set.seconds, set.side, set.kind, set.failed).hash(hasher);
            (bits(set.kg.map(Kilograms::kg)), bits(set.rir)).hash(hasher);
        }
    }
}

impl Repeated for Origin {
    fn known() -> &'static Known<Self> {
        static KNOWN: Known<Origin> = Known::new();
        &KNOWN
    }

    fn mark(&self, hasher: &mut impl Hasher) {
        self.hash(hasher);
    }
}

/// A figure as what can be hashed.
fn bits(figure: Option<f64>) -> Option<u64> {
    figure.map(f64::to_bits)
}

fn mark_run(run: &RunPlan, hasher: &mut impl Hasher) {
    (run.kind, run.warm).hash(hasher);
    bits(run.distance.map(Meters::m)).hash(hasher);
    bits(run.rpe.map(Rpe::value)).hash(hasher);
    bits(run.pace.map(Pace::seconds_per_km)).hash(hasher);
    for step in &run.steps {
        mark_step(step, hasher);
    }
}

fn mark_step(step: &Step, hasher: &mut impl Hasher) {
    (step.kind as u8, step.repeats).hash(hasher);
    mark_extent(step.extent, hasher);
    match step.target {
        Some(Target::Pace(pace)) => pace.seconds_per_km().to_bits().hash(hasher),
        Some(Target::Rpe(rpe)) => rpe.value().to_bits().hash(hasher),
        Some(Target::HeartRate(range)) => (range.low.0, range.high.0).hash(hasher),
        Some(Target::Named(named)) => named.hash(hasher),
        None => {}
    }
    if let Some(recovery) = step.recovery {
        (recovery.style as u8).hash(hasher);
        mark_extent(recovery.extent, hasher);
    }
}

fn mark_extent(extent: Extent, hasher: &mut impl Hasher) {
    match extent {
        Extent::Distance(distance) => distance.m().to_bits().hash(hasher),
        Extent::Time(time) => time.0.hash(hasher),
    }
}

fn mark_strength(strength: &StrengthPlan, hasher: &mut impl Hasher) {
    mark_exercises(&strength.exercises, hasher);
    (strength.region, strength.leg_load, strength.circuit).hash(hasher);
    (strength.region_override, strength.leg_load_override).hash(hasher);
}

fn mark_exercises(exercises: &[Prescription], hasher: &mut impl Hasher) {
    for dose in exercises {
        (&dose.exercise, &dose.name, dose.sets, dose.reps).hash(hasher);
        (dose.per_side, dose.load_by, dose.rest, dose.superset).hash(hasher);
        (&dose.tempo, &dose.note, dose.advice.is_some()).hash(hasher);
        bits(dose.effort.map(Effort::rir)).hash(hasher);
        std::mem::discriminant(&dose.load).hash(hasher);
        match &dose.load {
            LoadSpec::Kg(kg) | LoadSpec::Pair(kg) | LoadSpec::Bodyweight(kg) => {
                kg.kg().to_bits().hash(hasher);
            }
            LoadSpec::Percent(percent) => percent.to_bits().hash(hasher),
            LoadSpec::Band(band) => band.hash(hasher),
            LoadSpec::Unset => {}
        }
    }
}
