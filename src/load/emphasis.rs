//! Which sessions a week is built around.

use crate::domain::{KeyMark, Plan, RunKind, Workout};

/// The exertion from which a fartlek is a key run.
const HARD_FARTLEK_RPE: f64 = 7.0;

/// How much a session matters to its week, and so how much it is protected. Ordered from the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Emphasis {
    /// Nothing else depends on it: easy and recovery runs, strength, cross-training.
    Plain,
    /// Harder than easy: steady, progression, a mild fartlek.
    SemiKey,
    /// One of the week's key sessions: tempo, intervals, hills, long, race, a hard fartlek.
    Key,
}

/// How much a session matters; the coach's mark wins over its kind.
pub fn emphasis_of(plan: &Plan) -> Emphasis {
    match plan.key {
        KeyMark::Key => Emphasis::Key,
        KeyMark::NotKey => Emphasis::Plain,
        KeyMark::ByKind => by_kind(&plan.workout),
    }
}

fn by_kind(workout: &Workout) -> Emphasis {
    let Workout::Run(run) = workout else {
        return Emphasis::Plain;
    };
    match run.kind {
        RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Long | RunKind::Race => {
            Emphasis::Key
        }
        RunKind::Fartlek if run.rpe.is_some_and(|rpe| rpe.value() >= HARD_FARTLEK_RPE) => {
            Emphasis::Key
        }
        RunKind::Fartlek | RunKind::Steady | RunKind::Progression => Emphasis::SemiKey,
        RunKind::Easy | RunKind::Recovery => Emphasis::Plain,
    }
}

#[cfg(test)]
mod tests {
    use RunKind::*;

    use super::*;
    use crate::domain::{Rpe, RunPlan, StrengthPlan};

    fn run(kind: RunKind) -> Plan {
        Plan::new(Workout::Run(RunPlan::of(kind)))
    }

    #[test]
    fn kinds_say_what_is_key() {
        let of = |emphasis| {
            RunKind::ALL
                .into_iter()
                .filter(|&k| emphasis_of(&run(k)) == emphasis)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(Emphasis::Key), [Long, Tempo, Intervals, Hills, Race]);
        assert_eq!(of(Emphasis::SemiKey), [Steady, Progression, Fartlek]);
        assert_eq!(of(Emphasis::Plain), [Recovery, Easy]);
    }

    #[test]
    fn a_fartlek_is_key_from_rpe_seven() {
        let fartlek = |rpe| {
            let run = RunPlan {
                rpe: Some(Rpe::new(rpe)),
                ..RunPlan::of(RunKind::Fartlek)
            };
            emphasis_of(&Plan::new(Workout::Run(run)))
        };
        assert_eq!(fartlek(7.0), Emphasis::Key);
        assert_eq!(fartlek(6.9), Emphasis::SemiKey);
    }

    #[test]
    fn the_coachs_mark_wins() {
        let marked = |mut plan: Plan, key| {
            plan.key = key;
            emphasis_of(&plan)
        };
        assert_eq!(
            marked(run(RunKind::Tempo), KeyMark::NotKey),
            Emphasis::Plain
        );
        assert_eq!(
            marked(run(RunKind::Steady), KeyMark::NotKey),
            Emphasis::Plain
        );
        assert_eq!(marked(run(RunKind::Easy), KeyMark::Key), Emphasis::Key);
        let strength = Plan::new(Workout::Strength(StrengthPlan::default()));
        assert_eq!(emphasis_of(&strength), Emphasis::Plain);
        assert_eq!(marked(strength, KeyMark::Key), Emphasis::Key);
    }
}
