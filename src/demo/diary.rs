//! The logs of what was planned, and the small accidents of real life.

use crate::domain::{
    Bpm, ExerciseLog, Kind, LoadSpec, Log, Meters, Minutes, Pain, Prescription, Reps, Rpe, RunKind,
    RunLog, Seconds, Session, SetKind, SetLog, Status,
};

use super::cast::{Character, Ground};
use super::layout::Piece;
use super::random::Random;
use super::season::DemoWeek;

/// What a session comes to when all goes to plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected {
    /// Metres; 0 for what is no run.
    pub(super) meters: f64,
    pub(super) seconds: f64,
    /// How hard it feels, 0–10.
    pub(super) rpe: f64,
}

/// A session on the day it is lived through.
pub(super) struct Day<'a> {
    pub(super) character: &'a Character,
    pub(super) week: &'a DemoWeek,
    pub(super) piece: Piece,
}

/// True when a session has to move to another day: only those that spoil nothing wherever they go.
pub(super) fn has_to_move(piece: Piece, random: &mut Random) -> bool {
    random.chance(0.05) && matches!(piece, Piece::Easy | Piece::Recovery | Piece::UpperCore)
}

impl Day<'_> {
    /// Gives the session its status and log.
    pub(super) fn live(&self, session: &mut Session, expected: &Expected, random: &mut Random) {
        let luck = random.unit();
        let race = matches!(self.piece, Piece::Race | Piece::TestRace);
        // The long run is the last thing a runner leaves out, and the current week stays as it was planned.
        let sure = race || self.piece == Piece::Long || self.week.index >= 0;
        if !sure && luck < 0.045 {
            session.status = match luck {
                l if l < 0.015 => Status::Missed,
                _ => Status::Skipped {
                    reason: random.pick(&REASONS).to_owned(),
                },
            };
            return;
        }
        let cut_short = !sure && luck > 0.98;
        session.status = if cut_short {
            Status::Partial
        } else {
            Status::Done
        };
        let done = if cut_short { 0.65 } else { 1.0 };
        let mut log = match session.kind() {
            Kind::Run(kind) => self.run_log(kind, expected, done, random),
            _ => Self::strength_log(session.plan.workout.exercises(), expected, done, random),
        };
        log.rpe = Some(Rpe::new(felt(expected.rpe, random)));
        let note = match self.piece {
            _ if cut_short => random.pick(&CUT_SHORT),
            Piece::Race | Piece::TestRace => random.pick(&RACE_NOTES),
            _ if random.chance(0.08) => random.pick(self.remarks()),
            _ => "",
        };
        note.clone_into(&mut log.note);
        // Long enough ago for the checker to have forgotten it.
        if self.week.index < -3 {
            log.heavy_legs = random.chance(0.03);
            if matches!(self.piece, Piece::Lower(_) | Piece::Full(_)) && random.chance(0.01) {
                log.pains = vec![Pain {
                    exercise: session
                        .plan
                        .workout
                        .exercises()
                        .first()
                        .map(|first| first.exercise.clone()),
                    place: random.pick(&PLACES).to_owned(),
                    sharp: false,
                    ..Pain::default()
                }]
                .into();
            }
        }
        session.log = Some(log);
    }

    fn run_log(&self, kind: RunKind, expected: &Expected, done: f64, random: &mut Random) -> Log {
        // Slower while the form was still to come, by a third of what strength lacked.
        let slower = 1.0 + (1.0 - self.week.form()) * 0.3;
        let by_time = matches!(
            self.piece,
            Piece::Easy | Piece::Recovery | Piece::Shakeout | Piece::Hills
        );
        let race = kind == RunKind::Race;
        let noise = random.between(-0.015, 0.015);
        let pace = expected.seconds / expected.meters * slower * (1.0 + noise);
        let (meters, seconds) = if by_time {
            let seconds = expected.seconds * done * random.between(0.98, 1.04);
            (seconds / pace, seconds)
        } else {
            let longer = if race {
                1.0
            } else {
                random.between(0.995, 1.015)
            };
            let meters = expected.meters * done * longer;
            (meters, meters * pace)
        };
        let meters = if race {
            meters
        } else {
            (meters / 10.0).round() * 10.0
        };
        let (rest, max) = self.character.heart_rate;
        let reserve = f64::from(max) - f64::from(rest);
        let average = f64::from(rest) + reserve * (heart_share(kind) + random.between(-0.02, 0.02));
        let peak = (average + reserve * random.between(0.07, 0.12)).min(f64::from(max));
        let climb = match self.character.goal.ground {
            Ground::Road => random.between(4.0, 9.0),
            Ground::Trail => random.between(18.0, 35.0),
        };
        let run = RunLog {
            distance: Some(Meters::new(meters)),
            moving: Some(Seconds(seconds.round() as u32)),
            hr_average: Some(Bpm(average.round() as u16)),
            hr_max: Some(Bpm(peak.round() as u16)),
            ascent: Some(Meters::new((meters / 1000.0 * climb).round())),
            ..RunLog::default()
        };
        let minutes = Minutes((seconds / 60.0).round() as u32);
        Log {
            duration: Some(minutes),
            run: Some(run),
            ..Log::default()
        }
    }

    fn strength_log(
        planned: &[Prescription],
        expected: &Expected,
        done: f64,
        random: &mut Random,
    ) -> Log {
        let kept = ((planned.len() as f64) * done).ceil() as usize;
        let exercises = planned
            .iter()
            .take(kept)
            .enumerate()
            .map(|(place, prescription)| exercise_log(place, prescription, random).into())
            .collect();
        let minutes = expected.seconds / 60.0 * done + random.between(-3.0, 5.0);
        Log {
            duration: Some(Minutes(minutes.round() as u32)),
            exercises,
            ..Log::default()
        }
    }

    fn remarks(&self) -> &'static [&'static str] {
        match self.piece {
            Piece::Long => &LONG_NOTES,
            Piece::Intervals | Piece::Tempo | Piece::Hills => &QUALITY_NOTES,
            Piece::Lower(_) | Piece::Full(_) | Piece::UpperCore => &LIFT_NOTES,
            _ => &EASY_NOTES,
        }
    }
}

/// One exercise as done: the first barbell lift after a lighter set to warm up, the last set sometimes one
/// repetition short.
fn exercise_log(place: usize, planned: &Prescription, random: &mut Random) -> ExerciseLog {
    let kg = planned.load.kilograms().filter(|kg| kg.kg() > 0.0);
    let (reps, seconds) = match planned.reps {
        Reps::Count(count) => (Some(count.high), None),
        Reps::Hold(count) => (None, Some(count.high)),
        Reps::Max => (Some(10), None),
    };
    let rir = planned.effort.map(crate::domain::Effort::rir);
    let mut sets = Vec::new();
    if let (0, LoadSpec::Kg(load)) = (place, &planned.load) {
        let light = crate::domain::Kilograms::new((load.kg() * 0.6 / 2.5).round() * 2.5);
        sets.push(SetLog {
            reps: Some(8),
            kg: Some(light),
            kind: SetKind::WarmUp,
            ..SetLog::default()
        });
    }
    let count = planned.sets.high;
    for set in 0..count {
        let tired = set + 1 == count && random.chance(0.12);
        sets.push(SetLog {
            reps: reps.map(|reps| {
                if tired {
                    reps.saturating_sub(1).max(1)
                } else {
                    reps
                }
            }),
            seconds,
            kg,
            // A repetition less in the tank now and then, never none.
            rir: rir.map(|rir| {
                if random.chance(0.15) {
                    (rir - 1.0).max(1.0)
                } else {
                    rir
                }
            }),
            ..SetLog::default()
        });
    }
    ExerciseLog {
        exercise: planned.exercise.clone(),
        name: planned.name.clone(),
        sets,
    }
}

/// Mostly as planned, sometimes a point off.
fn felt(planned: f64, random: &mut Random) -> f64 {
    let off = match random.unit() {
        luck if luck < 0.15 => -1.0,
        luck if luck > 0.85 => 1.0,
        _ => 0.0,
    };
    (planned + off).clamp(1.0, 10.0)
}

/// Average heart rate as a share of the reserve.
fn heart_share(kind: RunKind) -> f64 {
    match kind {
        RunKind::Recovery => 0.58,
        RunKind::Easy => 0.65,
        RunKind::Long => 0.69,
        RunKind::Steady | RunKind::Progression | RunKind::Fartlek => 0.75,
        RunKind::Hills | RunKind::Intervals => 0.81,
        RunKind::Tempo => 0.83,
        RunKind::Race => 0.89,
    }
}

const REASONS: [&str; 6] = [
    "late at work",
    "head cold",
    "travelling",
    "slept badly",
    "child ill",
    "thunderstorm",
];

const CUT_SHORT: [&str; 4] = [
    "calf tight, stopped early",
    "ran out of time",
    "legs empty, called it a day",
    "stomach cramps after half of it",
];

const RACE_NOTES: [&str; 4] = [
    "even splits, strong at the end",
    "started a bit fast and paid for it",
    "windy, but happy with it",
    "good legs from the first kilometre",
];

const LONG_NOTES: [&str; 5] = [
    "felt strong to the end",
    "one gel at an hour went down well",
    "last part was hard work",
    "wet feet, good company",
    "kept it easy and finished fresh",
];

const QUALITY_NOTES: [&str; 5] = [
    "paces came by themselves today",
    "last repeat was the fastest",
    "headwind on the back straight",
    "had to fight from half-way on",
    "controlled, could have done one more",
];

const EASY_NOTES: [&str; 5] = [
    "very relaxed",
    "talked all the way",
    "a bit stiff at first, then fine",
    "new shoes, like them",
    "hot",
];

const LIFT_NOTES: [&str; 5] = [
    "depth was good today",
    "grip gave out first",
    "left side wobblier than right",
    "last set slow but clean",
    "ready for more weight",
];

const PLACES: [&str; 4] = [
    "left knee",
    "lower back",
    "right hip",
    "left Achilles tendon",
];
