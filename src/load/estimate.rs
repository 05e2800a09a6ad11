//! Missing figures, estimated and marked so.

use crate::domain::{
    Extent, LegLoad, Meters, Minutes, Pace, Plan, Profile, RecoveryStyle, Rpe, RunKind, RunPlan,
    Seconds, Step, StepKind, Target, Workout,
};
use crate::library::Library;

use super::emphasis::{Emphasis, emphasis_of};
use super::legs::content_of;
use super::lifting_time::lifting_time;
use super::pace::{pace_for, work_pace};
use super::targets::{expected_race_pace, resolved};

/// Minutes of a key run of which nothing is known.
const KEY_RUN_MINUTES: u32 = 60;
/// Minutes of any other session of which nothing is known.
const OTHER_MINUTES: u32 = 40;
/// A brisk walk, in seconds a kilometre.
const WALK: Pace = Pace::from_seconds_per_km(660.0);

/// Fewer metres than these are a matter of rounding and no part of a run.
const LEAST_REST_METERS: f64 = 100.0;
/// And fewer seconds than these.
const LEAST_REST_SECONDS: f64 = 60.0;

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

/// How long a planned session takes: as said; else a run's distance at its pace, with its steps at theirs, or the sum of
/// its steps; a strength session's [sets, repetitions and rests](fn@super::lifting_time); else 60 min for key runs and 40 for the
/// rest.
/// Rest days and notes take no time.
pub fn duration_of(plan: &Plan, profile: &Profile) -> Estimated<Minutes> {
    if let Some(duration) = plan.duration {
        return Estimated::said(duration);
    }
    match &plan.workout {
        Workout::Rest | Workout::Note => Estimated::said(Minutes(0)),
        Workout::Run(run) => run_duration(run, plan, profile),
        Workout::Strength(_) | Workout::Mobility(_) => {
            let lifting = lifting_time(plan.workout.exercises());
            Estimated::guessed(lifting.unwrap_or_else(|| fallback(plan)))
        }
        Workout::Cross(_) => Estimated::guessed(fallback(plan)),
    }
}

fn run_duration(run: &RunPlan, plan: &Plan, profile: &Profile) -> Estimated<Minutes> {
    if let Some(distance) = run.distance {
        let Some(pace) = run.pace else {
            let seconds = over_steps(run, distance, profile);
            return Estimated::guessed(to_minutes(seconds.unwrap_or_else(|| {
                distance.km() * whole_pace(run.kind, distance, profile).seconds_per_km()
            })));
        };
        return Estimated::said(to_minutes(distance.km() * pace.seconds_per_km()));
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

/// The pace of a run of which only the distance is said: of a race the one that the athlete's results foretell over it,
/// since nobody runs a marathon at the pace of an hour.
fn whole_pace(kind: RunKind, distance: Meters, profile: &Profile) -> Pace {
    let own = profile.paces.contains_key(&RunKind::Race);
    let raced = if kind == RunKind::Race && !own {
        expected_race_pace(distance, profile)
    } else {
        None
    };
    raced.unwrap_or_else(|| pace_for(kind, profile))
}

/// The seconds of a run whose steps make a part of its distance: theirs, and the rest at the pace of the run, which for
/// runs that are hard in parts is easy. `None` without steps, and where they go as far as the run or further.
fn over_steps(run: &RunPlan, distance: Meters, profile: &Profile) -> Option<f64> {
    let sum = Sum::of(run, profile);
    let rest = distance.m() - sum.meters;
    if run.steps.is_empty() || rest <= 0.0 {
        return None;
    }
    let pace = if is_hard_in_parts(run.kind) {
        RunKind::Easy
    } else {
        run.kind
    };
    Some(sum.seconds + rest / 1000.0 * pace_for(pace, profile).seconds_per_km())
}

/// True for runs whose steps are what is hard of them; what the steps leave is easy.
pub fn is_hard_in_parts(kind: RunKind) -> bool {
    matches!(
        kind,
        RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek
    )
}

/// What the steps of a run leave of the distance that is said, or else of the time: "8 km with 25 min at 4:25". `None`
/// without steps, and where they make up the whole but for some metres or seconds.
pub fn beyond_steps(plan: &Plan, profile: &Profile) -> Option<Extent> {
    let run = plan.run().filter(|run| !run.steps.is_empty())?;
    let sum = Sum::of(run, profile);
    if let Some(distance) = run.distance {
        let rest = distance.m() - sum.meters;
        return (rest >= LEAST_REST_METERS).then(|| Extent::Distance(Meters::new(rest)));
    }
    let rest = f64::from(plan.duration?.0) * 60.0 - sum.seconds;
    (rest >= LEAST_REST_SECONDS).then(|| Extent::Time(Seconds(rest.round() as u32)))
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
mod tests;
