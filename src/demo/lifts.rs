//! Strength sessions with doses and loads.

use std::collections::BTreeMap;

use crate::domain::phrase::capitalised;
use crate::domain::{
    Count, Effort, ExerciseId, Kilograms, Level, LoadSpec, Minutes, Plan, Prescription, Reps,
    Seconds, StrengthPlan, Workout,
};
use crate::library::Library;

use super::cast::{Character, Home};
use super::layout::{Piece, Stress};
use super::profile;
use super::season::{DemoPhase, DemoWeek};

/// A planned strength session and how hard it feels when all goes to plan.
#[derive(Debug, Clone)]
pub(super) struct DemoSession {
    pub(super) plan: Plan,
    /// How hard the session feels, 0–10.
    pub(super) rpe: f64,
}

/// The names of the exercises as the library shows them.
pub(super) struct Names<'a> {
    library: &'a Library,
    known: BTreeMap<&'static str, String>,
}

impl<'a> Names<'a> {
    /// The names of this library.
    pub(super) fn new(library: &'a Library) -> Self {
        Self {
            library,
            known: BTreeMap::new(),
        }
    }

    /// An exercise's name; its identity in words when the library has no such exercise.
    pub(super) fn of(&mut self, id: &'static str) -> String {
        let library = self.library;
        let name = self.known.entry(id).or_insert_with(|| {
            let in_words = || capitalised(&id.replace('-', " "));
            library
                .exercise(&ExerciseId::new(id))
                .map_or_else(in_words, |exercise| exercise.name.clone())
        });
        name.clone()
    }
}

/// How an exercise is loaded: a share is of the one-repetition maximum of the squat.
#[derive(Debug, Clone, Copy)]
enum Basis {
    /// A barbell, a machine or a stack.
    Bar(f64),
    /// Two dumbbells; the share is of both together.
    Pair(f64),
    /// One dumbbell or kettlebell.
    One(f64),
    /// The body.
    Body,
    /// A band.
    Band,
}

/// What each set asks for.
#[derive(Debug, Clone, Copy)]
enum Each {
    Times(u32),
    PerSide(u32),
    Hold(u32),
    HoldPerSide(u32),
}

/// An exercise, sets, what each set asks for, how it is loaded, rest in seconds.
type Lift = (&'static str, u32, Each, Basis, u32);

/// The strength session of a piece; `None` when the piece is a run.
pub(super) fn lift(
    piece: Piece,
    character: &Character,
    week: &DemoWeek,
    names: &mut Names,
) -> Option<DemoSession> {
    let (title, rows, stress, minutes) = match (piece, character.home) {
        (Piece::UpperCore, Home::Gym) => ("Upper + core", UPPER_GYM, Stress::Moderate, 30),
        (Piece::UpperCore, Home::Garage) => ("Upper + core", UPPER_GARAGE, Stress::Moderate, 25),
        (Piece::Lower(Stress::Heavy), Home::Gym) => {
            ("Lower body strength", LOWER_HEAVY, Stress::Heavy, 40)
        }
        (Piece::Lower(stress), Home::Gym) => ("Lower body strength", LOWER_GYM, stress, 40),
        (Piece::Full(Stress::Heavy), Home::Gym) => {
            ("Full body strength", FULL_HEAVY, Stress::Heavy, 40)
        }
        (Piece::Full(stress), Home::Gym) => ("Full body strength", FULL_GYM, stress, 40),
        (Piece::Lower(stress), Home::Garage) => ("Lower body at home", LOWER_GARAGE, stress, 35),
        (Piece::Full(stress), Home::Garage) => ("Full body at home", FULL_GARAGE, stress, 35),
        _ => return None,
    };
    let fewer = match week.phase {
        DemoPhase::Build => 0,
        DemoPhase::Cutback | DemoPhase::Taper | DemoPhase::Race | DemoPhase::Recovery => 1,
    };
    let rir = reserve(character.level, stress);
    let exercises = rows
        .iter()
        .map(|row| prescription(row, character, week, fewer, rir, names))
        .collect();
    let workout = Workout::Strength(StrengthPlan {
        exercises,
        ..StrengthPlan::default()
    });
    let minutes = if fewer > 0 { minutes - 10 } else { minutes };
    let plan = Plan {
        title: title.to_owned(),
        duration: Some(Minutes(minutes)),
        ..Plan::new(workout)
    };
    let rpe = match (stress, piece) {
        (Stress::Heavy, _) => 7.0,
        (Stress::Light, _) | (_, Piece::UpperCore) => 5.0,
        (Stress::Moderate, _) => 6.0,
    };
    Some(DemoSession { plan, rpe })
}

/// Repetitions left in reserve; novices keep one more.
fn reserve(level: Level, stress: Stress) -> f64 {
    match (stress, level) {
        (Stress::Light, _) => 5.0,
        (_, Level::Novice) => 3.0,
        (Stress::Moderate | Stress::Heavy, _) => 2.0,
    }
}

fn prescription(
    &(id, sets, each, basis, rest): &Lift,
    character: &Character,
    week: &DemoWeek,
    fewer: u32,
    rir: f64,
    names: &mut Names,
) -> Prescription {
    let (reps, per_side) = match each {
        Each::Times(n) => (Reps::Count(Count::exactly(n)), false),
        Each::PerSide(n) => (Reps::Count(Count::exactly(n)), true),
        Each::Hold(seconds) => (Reps::Hold(Count::exactly(seconds)), false),
        Each::HoldPerSide(seconds) => (Reps::Hold(Count::exactly(seconds)), true),
    };
    let sets = Count::exactly(sets.saturating_sub(fewer).max(2));
    let mut prescription = Prescription::new(ExerciseId::new(id), names.of(id), sets, reps);
    prescription.per_side = per_side;
    prescription.rest = Some(Seconds(rest));
    prescription.load = load(basis, reps, rir, character, week);
    let holds = matches!(reps, Reps::Hold(_));
    prescription.effort = (!holds).then_some(Effort::Rir(rir));
    prescription
}

/// The load that leaves `rir` repetitions in reserve after Epley, w = 1RM / (1 + (r + RIR) / 30), to the step
/// that the athlete owns.
fn load(basis: Basis, reps: Reps, rir: f64, character: &Character, week: &DemoWeek) -> LoadSpec {
    let count = match reps {
        Reps::Count(count) => f64::from(count.high),
        Reps::Hold(_) | Reps::Max => 10.0,
    };
    let fits = |share: f64, step: Kilograms, least: f64| {
        let most = character.squat * week.form() * share / (1.0 + (count + rir) / 30.0);
        Kilograms::new(((most / step.kg()).round() * step.kg()).max(least))
    };
    let (plates, dumbbells) = profile::steps(character);
    match basis {
        Basis::Bar(share) => LoadSpec::Kg(fits(share, plates, 20.0)),
        Basis::One(share) => LoadSpec::Kg(fits(share, dumbbells, dumbbells.kg() * 2.0)),
        Basis::Pair(share) => LoadSpec::Pair(fits(share / 2.0, dumbbells, dumbbells.kg() * 2.0)),
        Basis::Body => LoadSpec::Bodyweight(Kilograms::default()),
        Basis::Band => LoadSpec::Band("green".to_owned()),
    }
}

use Basis::{Band, Bar, Body, One, Pair};
use Each::{Hold, HoldPerSide, PerSide, Times};

// Rows that stand in several sessions.
const SPLIT_SQUAT: Lift = ("split-squat", 2, PerSide(8), Pair(0.45), 90);
const CALF_RAISE: Lift = ("standing-calf-raise", 3, Times(12), Bar(0.707), 60);
const SIDE_PLANK: Lift = ("side-plank", 2, HoldPerSide(30), Body, 45);
const GOBLET_SQUAT: Lift = ("goblet-squat", 3, Times(10), One(0.45), 90);
const ROMANIAN_DEADLIFT: Lift = ("romanian-deadlift", 3, Times(10), Pair(0.75), 90);
const SPLIT_SQUAT_AT_HOME: Lift = ("split-squat", 2, PerSide(8), Pair(0.4), 90);
const CALF_RAISE_AT_HOME: Lift = ("standing-calf-raise", 3, Times(12), Body, 60);
const ROW: Lift = ("row", 3, Times(8), Bar(0.6), 90);
const PLANK: Lift = ("plank", 3, Hold(45), Body, 45);

const LOWER_HEAVY: &[Lift] = &[
    ("squat", 4, Times(6), Bar(1.0), 180),
    ("romanian-deadlift", 3, Times(8), Bar(0.925), 150),
    ("walking-lunge", 3, PerSide(10), Pair(0.424), 90),
    ("standing-calf-raise", 4, Times(10), Bar(0.707), 60),
    ("tibialis-raise", 3, Times(15), Body, 45),
];

const LOWER_GYM: &[Lift] = &[
    ("squat", 3, Times(8), Bar(1.0), 150),
    ("romanian-deadlift", 3, Times(8), Bar(0.925), 120),
    SPLIT_SQUAT,
    ("hip-thrust", 2, Times(8), Bar(1.15), 120),
    CALF_RAISE,
    SIDE_PLANK,
];

const LOWER_GARAGE: &[Lift] = &[
    GOBLET_SQUAT,
    ROMANIAN_DEADLIFT,
    SPLIT_SQUAT_AT_HOME,
    ("glute-bridge", 2, Times(12), One(0.45), 60),
    CALF_RAISE_AT_HOME,
    SIDE_PLANK,
];

const FULL_HEAVY: &[Lift] = &[
    ("squat", 3, Times(5), Bar(1.0), 180),
    ("romanian-deadlift", 3, Times(6), Bar(0.925), 150),
    SPLIT_SQUAT,
    ROW,
    CALF_RAISE,
    PLANK,
];

const FULL_GYM: &[Lift] = &[
    ("hip-thrust", 3, Times(8), Bar(1.15), 120),
    ("single-leg-romanian-deadlift", 2, PerSide(8), Pair(0.4), 90),
    ("split-squat", 3, PerSide(8), Pair(0.45), 90),
    ROW,
    CALF_RAISE,
    PLANK,
];

const FULL_GARAGE: &[Lift] = &[
    GOBLET_SQUAT,
    ROMANIAN_DEADLIFT,
    SPLIT_SQUAT_AT_HOME,
    ("push-up", 2, Times(10), Body, 60),
    CALF_RAISE_AT_HOME,
    SIDE_PLANK,
];

const UPPER_GYM: &[Lift] = &[
    ("push-up", 3, Times(12), Body, 60),
    ("row", 3, Times(10), Bar(0.6), 90),
    ("pallof-press", 3, PerSide(10), Band, 45),
    PLANK,
    SIDE_PLANK,
];

const UPPER_GARAGE: &[Lift] = &[
    ("push-up", 3, Times(10), Body, 60),
    ("row", 3, Times(10), Pair(0.5), 60),
    ("pallof-press", 2, PerSide(10), Band, 45),
    ("dead-bug", 3, PerSide(8), Body, 45),
    ("plank", 2, Hold(40), Body, 45),
];
