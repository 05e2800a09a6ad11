//! Runs with figures: what is planned, and how far and long that comes to.

use crate::domain::{
    Extent, Meters, Minutes, Pace, Plan, Recovery, RecoveryStyle, Rpe, RunKind, RunPlan, Seconds,
    Step, StepKind, Target, Workout,
};

use super::cast::{Character, Ground, Home};
use super::layout::Piece;
use super::season::{DemoPhase, DemoWeek};

/// A planned run and what it comes to when all goes to plan.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) plan: Plan,
    pub(super) meters: f64,
    pub(super) seconds: f64,
    /// How hard it feels, 0–10.
    pub(super) rpe: f64,
}

/// The run of a piece; `None` when the piece is no run.
pub(super) fn run(piece: Piece, character: &Character, week: &DemoWeek) -> Option<Run> {
    Some(match piece {
        Piece::Easy => by_time(character, RunKind::Easy, easy_minutes(character, week), 3.0),
        Piece::Recovery => {
            let minutes = if week.phase == DemoPhase::Build {
                30
            } else {
                25
            };
            by_time(character, RunKind::Recovery, minutes, 2.0)
        }
        Piece::Shakeout => {
            let run = by_time(character, RunKind::Easy, 20, 2.0);
            let title = "Shake-out run".to_owned();
            let note = "four relaxed strides at the end".to_owned();
            Run {
                plan: Plan {
                    title,
                    note,
                    ..run.plan
                },
                ..run
            }
        }
        Piece::Intervals => intervals(character, week),
        Piece::Tempo => tempo(character, week),
        Piece::Hills => hills(character, week),
        Piece::Long => long(character, week),
        Piece::TestRace => race(
            character,
            character.goal.test_name,
            character.goal.test_meters,
        ),
        Piece::Race => race(character, character.goal.name, character.goal.meters),
        Piece::UpperCore | Piece::Lower(_) | Piece::Full(_) => return None,
    })
}

/// The usual pace of a kind of run in seconds a kilometre, to five seconds.
pub(super) fn pace(character: &Character, kind: RunKind) -> f64 {
    let share = match kind {
        RunKind::Recovery => 1.4,
        RunKind::Easy => 1.3,
        RunKind::Long => 1.27,
        RunKind::Steady => 1.18,
        RunKind::Progression => 1.15,
        RunKind::Hills => 1.2,
        RunKind::Fartlek => 1.1,
        RunKind::Tempo => 1.0,
        RunKind::Intervals => 0.925,
        RunKind::Race => character.goal.pace,
    };
    to_fives(character.threshold * share)
}

/// Seconds of a race over `meters` at today's form, to half a minute. Shorter races are run faster, longer ones
/// slower than the goal, two percent for each doubling.
pub(super) fn race_seconds(character: &Character, meters: f64) -> f64 {
    let goal = character.goal;
    let shorter = if meters < goal.meters { 0.98 } else { 1.0 };
    let pace = character.threshold * goal.pace * shorter;
    (pace * meters / 1000.0 / 30.0).round() * 30.0
}

fn easy_minutes(character: &Character, week: &DemoWeek) -> u32 {
    (to_fives(character.easy_minutes * week.volume) as u32).max(25)
}

fn by_time(character: &Character, kind: RunKind, minutes: u32, rpe: f64) -> Run {
    let mut plan = plan(RunPlan {
        rpe: Some(Rpe::new(rpe)),
        ..RunPlan::of(kind)
    });
    plan.duration = Some(Minutes(minutes));
    let seconds = f64::from(minutes) * 60.0;
    Run {
        plan,
        meters: seconds / pace(character, kind) * 1000.0,
        seconds,
        rpe,
    }
}

fn intervals(character: &Character, week: &DemoWeek) -> Run {
    // Metres, repeats in the biggest week, metres of jogging: in turn, so that no two weeks are the same.
    const SETS: [(f64, f64, f64); 5] = [
        (800.0, 7.0, 400.0),
        (1000.0, 6.0, 400.0),
        (400.0, 12.0, 200.0),
        (1200.0, 5.0, 400.0),
        (1600.0, 4.0, 600.0),
    ];
    let turn = (week.to_race + 4).rem_euclid(SETS.len() as i64);
    let (meters, most, jog) = SETS
        .get(turn as usize)
        .copied()
        .unwrap_or((800.0, 7.0, 400.0));
    let repeats = (most * week.volume).round().max(3.0);
    let fast = pace(character, RunKind::Intervals);
    let easy = pace(character, RunKind::Recovery);
    let step = Step {
        repeats: repeats as u32,
        target: Some(Target::Pace(Pace::from_seconds_per_km(fast))),
        recovery: Some(Recovery {
            extent: distance(jog),
            style: RecoveryStyle::Jog,
        }),
        ..Step::new(StepKind::Work, distance(meters))
    };
    let (warm_up, cool_down) = (2000.0, 1500.0);
    let steps = vec![
        Step::new(StepKind::WarmUp, distance(warm_up)),
        step,
        Step::new(StepKind::CoolDown, distance(cool_down)),
    ];
    let slow = warm_up + cool_down + repeats * jog;
    Run {
        plan: plan(RunPlan {
            steps,
            ..RunPlan::of(RunKind::Intervals)
        }),
        meters: slow + repeats * meters,
        seconds: (slow * easy + repeats * meters * fast) / 1000.0,
        rpe: 8.0,
    }
}

fn tempo(character: &Character, week: &DemoWeek) -> Run {
    // Repeats, minutes each in the biggest week, minutes of jogging between.
    const SETS: [(f64, f64, u32); 4] = [
        (1.0, 28.0, 0),
        (2.0, 14.0, 3),
        (1.0, 24.0, 0),
        (3.0, 10.0, 2),
    ];
    let turn = (week.to_race + 2).rem_euclid(SETS.len() as i64);
    let (repeats, most, jog) = SETS.get(turn as usize).copied().unwrap_or((1.0, 28.0, 0));
    let minutes = match repeats {
        1.0 => to_fives(most * week.volume).max(15.0),
        _ => (most * week.volume).round().max(6.0),
    };
    let fast = pace(character, RunKind::Tempo);
    let work = repeats * minutes * 60.0 / fast * 1000.0;
    let around = 2300.0 + (repeats - 1.0) * f64::from(jog) * 150.0;
    let meters = rounded(character, work + around);
    let between = Recovery {
        extent: Extent::Time(Seconds(jog * 60)),
        style: RecoveryStyle::Jog,
    };
    let step = Step {
        repeats: repeats as u32,
        target: Some(Target::Pace(Pace::from_seconds_per_km(fast))),
        recovery: (jog > 0).then_some(between),
        ..Step::new(
            StepKind::Work,
            Extent::Time(Seconds((minutes * 60.0) as u32)),
        )
    };
    let run = RunPlan {
        distance: Some(Meters::new(meters)),
        steps: vec![step],
        ..RunPlan::of(RunKind::Tempo)
    };
    let seconds = (work * fast + (meters - work) * pace(character, RunKind::Easy)) / 1000.0;
    Run {
        plan: plan(run),
        meters,
        seconds,
        rpe: 7.0,
    }
}

fn hills(character: &Character, week: &DemoWeek) -> Run {
    let repeats = (10.0 * week.volume).round().max(4.0);
    let (warm_up, up, down, cool_down) = (15.0, 1.0, 1.5, 10.0);
    let time = |minutes: f64| Extent::Time(Seconds((minutes * 60.0) as u32));
    let step = Step {
        repeats: repeats as u32,
        target: Some(Target::Rpe(Rpe::new(8.0))),
        recovery: Some(Recovery {
            extent: time(down),
            style: RecoveryStyle::Jog,
        }),
        ..Step::new(StepKind::Work, time(up))
    };
    let steps = vec![
        Step::new(StepKind::WarmUp, time(warm_up)),
        step,
        Step::new(StepKind::CoolDown, time(cool_down)),
    ];
    let minutes = to_fives(warm_up + cool_down + repeats * (up + down));
    let mut plan = plan(RunPlan {
        steps,
        ..RunPlan::of(RunKind::Hills)
    });
    plan.duration = Some(Minutes(minutes as u32));
    let seconds = minutes * 60.0;
    Run {
        plan,
        meters: seconds / pace(character, RunKind::Hills) * 1000.0,
        seconds,
        rpe: 8.0,
    }
}

fn long(character: &Character, week: &DemoWeek) -> Run {
    let meters = rounded(character, week.long_km(character) * 1000.0);
    let run = RunPlan {
        distance: Some(Meters::new(meters)),
        ..RunPlan::of(RunKind::Long)
    };
    let note = match (week.phase, character.goal.ground) {
        // In minutes: a note stays as it is for an athlete who reads miles.
        (DemoPhase::Build, Ground::Road) if week.to_race % 4 == 2 => "last 20 min at marathon pace",
        (DemoPhase::Build, Ground::Trail) if week.to_race % 4 == 2 => {
            "hike the steep parts, eat every 30 min"
        }
        _ => "",
    };
    let plan = Plan {
        note: note.to_owned(),
        ..plan(run)
    };
    Run {
        plan,
        meters,
        seconds: meters / 1000.0 * pace(character, RunKind::Long),
        rpe: 5.0,
    }
}

fn race(character: &Character, name: &str, meters: f64) -> Run {
    let seconds = race_seconds(character, meters);
    let target = Pace::from_seconds_per_km((seconds / meters * 1000.0).round());
    let run = RunPlan {
        distance: Some(Meters::new(meters)),
        pace: Some(target),
        ..RunPlan::of(RunKind::Race)
    };
    let plan = Plan {
        title: name.to_owned(),
        ..plan(run)
    };
    Run {
        plan,
        meters,
        seconds,
        rpe: 9.0,
    }
}

fn plan(run: RunPlan) -> Plan {
    Plan::new(Workout::Run(run))
}

fn distance(meters: f64) -> Extent {
    Extent::Distance(Meters::new(meters))
}

/// A distance to half a kilometre, or half a mile for those who think in miles.
fn rounded(character: &Character, meters: f64) -> f64 {
    match character.home {
        Home::Gym => (meters / 500.0).round() * 500.0,
        Home::Garage => Meters::from_miles((Meters::new(meters).miles() * 2.0).round() / 2.0).m(),
    }
}

fn to_fives(value: f64) -> f64 {
    (value / 5.0).round() * 5.0
}
