//! The targets of a run: a pace, its range and an effort.

use crate::domain::{Extent, Pace, Plan, Profile, RunKind, StepKind, Target, Workout};
use crate::load::duration_of;
use crate::notation;

use super::paces::{Paces, middle};

/// Metres up to which a repeat is run at repetition pace.
const SHORT_REPEAT: f64 = 600.0;

impl Paces {
    /// The run with its targets: the middle of its range as pace, the range in its note. Without known paces it goes
    /// by effort, as it is.
    pub(super) fn targeted(&self, plan: &Plan, is_race_pace: bool, profile: &Profile) -> Plan {
        let mut plan = plan.clone();
        let units = profile.units;
        let mut words = Vec::new();
        let Workout::Run(run) = &mut plan.workout else {
            return plan;
        };
        let kind = run.kind;
        let rpe = run.rpe;
        if run.steps.is_empty() {
            if let Some(range) = self.whole(kind, profile) {
                run.pace = Some(rounded(middle(range)));
                words.push(format!(
                    "{}.",
                    notation::pace_range(range.0, range.1, units)
                ));
            }
        } else {
            for step in run
                .steps
                .iter_mut()
                .filter(|step| step.kind == StepKind::Work)
            {
                let is_short =
                    matches!(step.extent, Extent::Distance(far) if far.m() <= SHORT_REPEAT);
                let race = self.race.filter(|_| is_race_pace).map(|pace| (pace, pace));
                let Some(range) = race.or_else(|| self.work(kind, is_short)) else {
                    continue;
                };
                let effort = match (step.target, rpe) {
                    (Some(Target::Rpe(rpe)), _) | (_, Some(rpe)) => {
                        format!(", RPE {}", rpe.value())
                    }
                    _ => String::new(),
                };
                step.target = Some(Target::Pace(rounded(middle(range))));
                words.push(format!(
                    "Work at {}{effort}.",
                    notation::pace_range(range.0, range.1, units)
                ));
            }
            // The easy part of a long run takes long-run pace, to get its duration right.
            let around = if kind == RunKind::Long {
                RunKind::Long
            } else {
                RunKind::Easy
            };
            if let Some(range) = self
                .whole(around, profile)
                .filter(|_| kind == RunKind::Long)
            {
                let easy = run
                    .steps
                    .iter_mut()
                    .filter(|step| step.kind != StepKind::Work);
                easy.for_each(|step| step.target = Some(Target::Pace(rounded(middle(range)))));
            }
            let is_said = plan.note.contains("by effort");
            if words.is_empty() && kind == RunKind::Hills && !is_said {
                words.push("Climb by effort: uphill a pace says nothing.".to_owned());
            } else if let Some(easy) = self.whole(around, profile).filter(|_| !words.is_empty()) {
                words.push(format!(
                    "Around it {}.",
                    notation::pace_range(easy.0, easy.1, units)
                ));
            }
            if plan.duration.is_some() {
                plan.duration = None;
                plan.duration = Some(duration_of(&plan, profile).value);
            }
        }
        words.extend((!plan.note.is_empty()).then(|| plan.note.clone()));
        plan.note = words.join(" ");
        plan
    }
}

fn rounded(pace: Pace) -> Pace {
    Pace::from_seconds_per_km(pace.seconds_per_km().round())
}
