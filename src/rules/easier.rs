//! Runs made easy or shorter: less to run, at no more load.

use crate::domain::{
    KeyMark, Meters, Minutes, Plan, Profile, Rpe, RunKind, RunPlan, Units, Workout,
};
use crate::library::Library;
use crate::load::{duration_of, pace_for, rpe_of};

/// Share of a long run that an easy one in its place leaves.
const PART_OF_LONG: f64 = 0.5;
/// Distances are cut to such parts of the athlete's unit.
const PARTS: f64 = 10.0;

/// An easy run in place of another; `None` for what is no run. It goes as far where a distance was said, and takes its
/// minutes at an easy pace; else it takes as long. A long run does not become easy by another name: of it, a part is
/// left. What goes slower takes longer: where that would cost more than the run it stands for, it ends sooner.
pub(super) fn easy_instead(plan: &Plan, profile: &Profile, library: &Library) -> Option<Plan> {
    let run = plan.run()?;
    let kind = match run.kind {
        RunKind::Recovery => RunKind::Recovery,
        _ => RunKind::Easy,
    };
    let share = match run.kind {
        RunKind::Long => PART_OF_LONG,
        _ => 1.0,
    };
    let takes = f64::from(duration_of(plan, profile).value.0);
    let costs = rpe_of(plan, library).value.value() * takes;
    let mut easy = Plan {
        duration: None,
        key: KeyMark::ByKind,
        // Title and note were about the harder run.
        title: String::new(),
        note: String::new(),
        workout: Workout::Run(RunPlan::of(kind)),
        ..plan.clone()
    };
    let usual = rpe_of(&easy, library).value.value();
    // Keep a planned RPE that is already below easy.
    let rpe = run.rpe.filter(|rpe| rpe.value() < usual);
    let most = (costs / rpe.map_or(usual, Rpe::value).max(1.0)).floor();
    let mut eased = RunPlan {
        rpe,
        ..RunPlan::of(kind)
    };
    match run.distance {
        Some(far) => {
            let at_most = most * 60.0 / pace_for(kind, profile).seconds_per_km() * 1000.0;
            let far = tenths((far.m() * share).min(at_most), profile.units);
            eased.distance = Some(far);
        }
        None => easy.duration = Some(Minutes((takes * share).round().min(most) as u32)),
    }
    easy.workout = Workout::Run(eased);
    Some(easy)
}

/// A run that takes so many minutes cut to a share of itself; `None` when its steps say what it is.
pub(super) fn shorter_run(plan: &Plan, share: f64, takes: f64, units: Units) -> Option<Plan> {
    let run = plan.run().filter(|run| run.steps.is_empty())?;
    let mut shorter = match (plan.duration, run.distance) {
        (None, Some(_)) => plan.clone(),
        _ => with_minutes(plan, takes * share),
    };
    shorter.workout = Workout::Run(RunPlan {
        distance: run.distance.map(|far| tenths(far.m() * share, units)),
        ..run.clone()
    });
    Some(shorter)
}

/// A plan that takes so many whole minutes.
pub(super) fn with_minutes(plan: &Plan, minutes: f64) -> Plan {
    Plan {
        duration: Some(Minutes((minutes + 1e-6).floor() as u32)),
        ..plan.clone()
    }
}

/// Metres down to tenths of the athlete's unit, the figures that plans show.
fn tenths(meters: f64, units: Units) -> Meters {
    let unit = units.distance.meters();
    Meters::new((meters / unit * PARTS + 1e-6).floor() / PARTS * unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DistanceUnit, Rpe};

    fn run(kind: RunKind, km: Option<f64>, minutes: Option<u32>, rpe: Option<f64>) -> Plan {
        Plan {
            duration: minutes.map(Minutes),
            ..Plan::new(Workout::Run(RunPlan {
                distance: km.map(Meters::from_km),
                rpe: rpe.map(Rpe::new),
                ..RunPlan::of(kind)
            }))
        }
    }

    /// The kilometres and minutes of the run made easy.
    fn eased(plan: &Plan) -> (Option<f64>, u32) {
        let profile = Profile::named("Anna");
        let easy = easy_instead(plan, &profile, &Library::default()).unwrap();
        let km = easy.run().unwrap().distance.map(Meters::km);
        (km, duration_of(&easy, &profile).value.0)
    }

    #[test]
    fn an_easy_run_goes_as_far_or_takes_as_long() {
        // 384 s/km is the easy pace if nothing is known of the athlete.
        assert_eq!(
            eased(&run(RunKind::Tempo, Some(10.0), Some(50), None)),
            (Some(10.0), 64)
        );
        assert_eq!(
            eased(&run(RunKind::Tempo, None, Some(50), None)),
            (None, 50)
        );
        assert_eq!(eased(&run(RunKind::Tempo, None, None, None)), (None, 60));
        assert_eq!(
            eased(&run(RunKind::Long, Some(24.0), None, None)),
            (Some(12.0), 77)
        );
        assert_eq!(
            eased(&run(RunKind::Long, None, Some(120), None)),
            (None, 60)
        );
    }

    #[test]
    fn what_is_made_easy_never_costs_more() {
        // 10 min at RPE 5 are 50 AU: 16 min at RPE 3, in which 2.5 km are run.
        assert_eq!(
            eased(&run(RunKind::Steady, Some(8.0), Some(10), None)),
            (Some(2.5), 16)
        );
        // 60 min at RPE 2 are 120 AU and stay so: a recovery run stays one, and an RPE below easy is kept.
        assert_eq!(
            eased(&run(RunKind::Recovery, None, Some(60), None)),
            (None, 60)
        );
        assert_eq!(
            eased(&run(RunKind::Steady, None, Some(60), Some(2.0))),
            (None, 60)
        );
    }

    #[test]
    fn miles_are_cut_to_tenths_of_a_mile() {
        let mut profile = Profile::named("Anna");
        profile.units.distance = DistanceUnit::Miles;
        let long = run(
            RunKind::Long,
            Some(Meters::from_miles(15.0).km()),
            None,
            None,
        );
        let easy = easy_instead(&long, &profile, &Library::default()).unwrap();
        let miles = easy.run().unwrap().distance.unwrap().miles();
        assert!((miles - 7.5).abs() < 1e-9, "{miles}");
        let shorter = shorter_run(&long, 0.71, 150.0, profile.units).unwrap();
        let miles = shorter.run().unwrap().distance.unwrap().miles();
        assert!((miles - 10.6).abs() < 1e-9, "{miles}");
    }
}
