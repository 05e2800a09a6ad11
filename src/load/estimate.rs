//! Missing figures, estimated and marked so.

use crate::domain::{
    Extent, LegLoad, Meters, Minutes, Pace, Plan, Prescription, Profile, RecoveryStyle, Rpe,
    RunKind, RunPlan, Step, StepKind, Target, Workout,
};
use crate::library::Library;

use super::emphasis::{Emphasis, emphasis_of};
use super::legs::content_of;
use super::pace::{pace_for, work_pace};
use super::targets::resolved;

/// Minutes that one working set takes, its rest included.
const MINUTES_PER_SET: f64 = 2.5;
/// Minutes of a key run of which nothing is known.
const KEY_RUN_MINUTES: u32 = 60;
/// Minutes of any other session of which nothing is known.
const OTHER_MINUTES: u32 = 40;
/// A brisk walk, in seconds a kilometre.
const WALK: Pace = Pace::from_seconds_per_km(660.0);

/// A figure, and whether somebody said it or it was estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimated<T> {
    /// The figure.
    pub value: T,
    /// True when nobody said it, nor said all that it follows from.
    pub estimated: bool,
}

impl<T> Estimated<T> {
    fn said(value: T) -> Self {
        Self {
            value,
            estimated: false,
        }
    }
    fn guessed(value: T) -> Self {
        Self {
            value,
            estimated: true,
        }
    }
}

/// How long a planned session takes: as said; else a run's distance at its pace or the sum of its steps,
/// a strength session's sets at 2.5 min; else 60 min for key runs and 40 for the rest.
/// Rest days and notes take no time.
pub fn duration_of(plan: &Plan, profile: &Profile) -> Estimated<Minutes> {
    if let Some(duration) = plan.duration {
        return Estimated::said(duration);
    }
    match &plan.workout {
        Workout::Rest | Workout::Note => Estimated::said(Minutes(0)),
        Workout::Run(run) => run_duration(run, plan, profile),
        Workout::Strength(_) | Workout::Mobility(_) => {
            let sets: f64 = plan.workout.exercises().iter().map(sets_of).sum();
            Estimated::guessed(if sets > 0.0 {
                Minutes((sets * MINUTES_PER_SET).ceil() as u32)
            } else {
                fallback(plan)
            })
        }
        Workout::Cross(_) => Estimated::guessed(fallback(plan)),
    }
}

/// As a float: no file's figures must overflow their sum.
fn sets_of(prescription: &Prescription) -> f64 {
    f64::from(prescription.sets.high)
}

fn run_duration(run: &RunPlan, plan: &Plan, profile: &Profile) -> Estimated<Minutes> {
    if let Some(distance) = run.distance {
        let pace = run.pace.unwrap_or_else(|| pace_for(run.kind, profile));
        let minutes = to_minutes(distance.km() * pace.seconds_per_km());
        return Estimated {
            value: minutes,
            estimated: run.pace.is_none(),
        };
    }
    if run.steps.is_empty() {
        return Estimated::guessed(fallback(plan));
    }
    let sum = Sum::of(run, profile);
    Estimated {
        value: to_minutes(sum.seconds),
        estimated: sum.time_guessed,
    }
}

fn fallback(plan: &Plan) -> Minutes {
    let key_run = plan.run().is_some() && emphasis_of(plan) == Emphasis::Key;
    Minutes(if key_run {
        KEY_RUN_MINUTES
    } else {
        OTHER_MINUTES
    })
}

fn to_minutes(seconds: f64) -> Minutes {
    Minutes((seconds / 60.0).round() as u32)
}

/// How far a planned run goes: as said; else the sum of its steps, or its duration at its pace.
/// `None` for everything that is not a run.
pub fn distance_of(plan: &Plan, profile: &Profile) -> Option<Estimated<Meters>> {
    let run = plan.run()?;
    if let Some(distance) = run.distance {
        return Some(Estimated::said(distance));
    }
    if !run.steps.is_empty() {
        let sum = Sum::of(run, profile);
        return Some(Estimated {
            value: Meters::new(sum.meters),
            estimated: sum.distance_guessed,
        });
    }
    let duration = duration_of(plan, profile);
    let pace = run.pace.unwrap_or_else(|| pace_for(run.kind, profile));
    let seconds = f64::from(duration.value.0) * 60.0;
    Some(Estimated {
        value: Meters::new(covered(seconds, pace)),
        estimated: duration.estimated || run.pace.is_none(),
    })
}

fn covered(seconds: f64, pace: Pace) -> f64 {
    if pace.seconds_per_km() > 0.0 {
        seconds / pace.seconds_per_km() * 1000.0
    } else {
        0.0
    }
}

/// Time and distance of all steps of a run.
#[derive(Default)]
struct Sum {
    seconds: f64,
    meters: f64,
    time_guessed: bool,
    distance_guessed: bool,
}

impl Sum {
    fn of(run: &RunPlan, profile: &Profile) -> Self {
        let mut sum = Self::default();
        for step in &run.steps {
            let repeats = f64::from(step.repeats);
            match (step.target.map(|aim| resolved(aim, profile)), step.kind) {
                (Some(Target::Pace(pace)), _) => sum.add(step.extent, repeats, pace, false),
                (_, StepKind::Work) => {
                    sum.add(step.extent, repeats, work_pace(run.kind, profile), true);
                }
                (_, StepKind::WarmUp | StepKind::CoolDown) => {
                    sum.add(step.extent, repeats, pace_for(RunKind::Easy, profile), true);
                }
            }
            sum.add_recovery(step, repeats, profile);
        }
        sum
    }

    fn add_recovery(&mut self, step: &Step, repeats: f64, profile: &Profile) {
        let Some(recovery) = step.recovery else {
            return;
        };
        match (recovery.style, recovery.extent) {
            // Standing covers no ground, so a standing time is exact in both.
            (RecoveryStyle::Stand, Extent::Time(time)) => {
                self.seconds += f64::from(time.0) * repeats;
            }
            (RecoveryStyle::Jog, extent) => {
                self.add(extent, repeats, pace_for(RunKind::Recovery, profile), true);
            }
            (RecoveryStyle::Walk | RecoveryStyle::Stand, extent) => {
                self.add(extent, repeats, WALK, true);
            }
        }
    }

    fn add(&mut self, extent: Extent, repeats: f64, pace: Pace, pace_guessed: bool) {
        match extent {
            Extent::Distance(distance) => {
                self.meters += distance.m() * repeats;
                self.seconds += distance.km() * pace.seconds_per_km() * repeats;
                self.time_guessed |= pace_guessed;
            }
            Extent::Time(time) => {
                self.seconds += f64::from(time.0) * repeats;
                self.meters += covered(f64::from(time.0), pace) * repeats;
                self.distance_guessed |= pace_guessed;
            }
        }
    }
}

/// How hard a planned session should feel: as said, else by kind. Strength goes by the leg load of its exercises,
/// or where the library knows none of them, by the one declared.
pub fn rpe_of(plan: &Plan, library: &Library) -> Estimated<Rpe> {
    let leg_load = plan.strength().map_or(LegLoad::None, |strength| {
        content_of(strength, library).leg_load
    });
    rpe_for(plan, leg_load)
}

/// How hard a planned session should feel, the leg load of a strength session being known.
pub fn rpe_for(plan: &Plan, leg_load: LegLoad) -> Estimated<Rpe> {
    let guessed = |value| Estimated::guessed(Rpe::new(value));
    match &plan.workout {
        Workout::Run(run) => run
            .rpe
            .map_or_else(|| guessed(run_rpe(run.kind)), Estimated::said),
        Workout::Cross(cross) => cross.rpe.map_or_else(|| guessed(4.0), Estimated::said),
        Workout::Strength(_) => guessed(match leg_load {
            LegLoad::None | LegLoad::Light => 4.0,
            LegLoad::Moderate => 6.0,
            LegLoad::Heavy => 8.0,
        }),
        Workout::Mobility(_) => guessed(1.0),
        Workout::Rest | Workout::Note => Estimated::said(Rpe::new(0.0)),
    }
}

fn run_rpe(kind: RunKind) -> f64 {
    match kind {
        RunKind::Recovery => 2.0,
        RunKind::Easy => 3.0,
        RunKind::Long => 4.0,
        RunKind::Steady | RunKind::Progression => 5.0,
        RunKind::Fartlek => 6.0,
        RunKind::Tempo => 7.0,
        RunKind::Intervals | RunKind::Hills => 8.0,
        RunKind::Race => 9.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, ExerciseId, KeyMark, Recovery, Reps, Seconds, StrengthPlan};

    fn profile() -> Profile {
        let mut profile = Profile::named("Anna");
        profile.threshold_pace = Some(Pace::from_seconds_per_km(250.0));
        profile
    }

    fn run(run: RunPlan) -> Plan {
        Plan::new(Workout::Run(run))
    }

    #[test]
    fn a_distance_takes_the_pace_of_its_kind() {
        let plan = run(RunPlan {
            distance: Some(Meters::from_km(12.0)),
            ..RunPlan::of(RunKind::Easy)
        });
        // 12 km at 250 s × 1.28 = 64 min.
        assert_eq!(
            duration_of(&plan, &profile()),
            Estimated::guessed(Minutes(64))
        );
        assert_eq!(
            distance_of(&plan, &profile()),
            Some(Estimated::said(Meters::from_km(12.0)))
        );
    }

    #[test]
    fn a_duration_covers_ground_at_the_pace_of_its_kind() {
        let mut plan = run(RunPlan::of(RunKind::Easy));
        plan.duration = Some(Minutes(64));
        let distance = distance_of(&plan, &profile()).unwrap();
        assert!(distance.estimated && (distance.value.km() - 12.0).abs() < 1e-9);
        assert_eq!(duration_of(&plan, &profile()), Estimated::said(Minutes(64)));
    }

    #[test]
    fn steps_are_summed_with_their_recoveries() {
        let step = |kind, repeats, meters, recovery| Step {
            kind,
            repeats,
            extent: Extent::Distance(Meters::new(meters)),
            target: Some(Target::Pace(Pace::from_seconds_per_km(240.0))),
            recovery,
        };
        let stand = Recovery {
            extent: Extent::Time(Seconds(60)),
            style: RecoveryStyle::Stand,
        };
        let plan = run(RunPlan {
            steps: vec![
                step(StepKind::WarmUp, 1, 2000.0, None),
                step(StepKind::Work, 5, 1000.0, Some(stand)),
            ],
            ..RunPlan::of(RunKind::Intervals)
        });
        // 7 km at 4 min and five minutes of standing; every figure was said.
        assert_eq!(duration_of(&plan, &profile()), Estimated::said(Minutes(33)));
        assert_eq!(
            distance_of(&plan, &profile()),
            Some(Estimated::said(Meters::new(7000.0)))
        );
    }

    #[test]
    fn strength_takes_two_and_a_half_minutes_a_set() {
        let squat = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::range(3, 5),
            Reps::Max,
        );
        let plan = |exercises| {
            Plan::new(Workout::Strength(StrengthPlan {
                exercises,
                ..StrengthPlan::default()
            }))
        };
        assert_eq!(
            duration_of(&plan(vec![squat]), &profile()).value,
            Minutes(13)
        );
        assert_eq!(
            duration_of(&plan(Vec::new()), &profile()).value,
            Minutes(40)
        );
    }

    #[test]
    fn an_unknown_key_run_takes_an_hour_and_the_rest_forty_minutes() {
        let mut easy = run(RunPlan::of(RunKind::Easy));
        assert_eq!(duration_of(&easy, &profile()).value, Minutes(40));
        easy.key = KeyMark::Key;
        assert_eq!(duration_of(&easy, &profile()).value, Minutes(60));
        assert_eq!(
            duration_of(&run(RunPlan::of(RunKind::Long)), &profile()).value,
            Minutes(60)
        );
        assert_eq!(
            duration_of(&Plan::new(Workout::Rest), &profile()).value,
            Minutes(0)
        );
    }

    #[test]
    fn exertion_goes_by_kind_and_leg_load() {
        assert_eq!(
            rpe_of(&run(RunPlan::of(RunKind::Tempo)), &Library::default()),
            Estimated::guessed(Rpe::new(7.0))
        );
        let said = RunPlan {
            rpe: Some(Rpe::new(6.5)),
            ..RunPlan::of(RunKind::Tempo)
        };
        assert_eq!(
            rpe_of(&run(said), &Library::default()),
            Estimated::said(Rpe::new(6.5))
        );
        let heavy = StrengthPlan {
            leg_load: Some(LegLoad::Heavy),
            ..StrengthPlan::default()
        };
        assert_eq!(
            rpe_of(&Plan::new(Workout::Strength(heavy)), &Library::default()).value,
            Rpe::new(8.0)
        );
        let undeclared = Plan::new(Workout::Strength(StrengthPlan::default()));
        assert_eq!(
            rpe_of(&undeclared, &Library::default()).value,
            Rpe::new(6.0)
        );
    }
}
