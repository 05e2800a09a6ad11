//! The blocks of strength that follow the phases of a season: learn and build, heavier, heavy with jumps, and one
//! maintaining session in the taper.
//!
//! Heavy means at most six repetitions with two in reserve, about 80 % of the maximum and above, which is what helps
//! the economy of running (Llanos-Lagos 2024, Eihara 2022); jumps help alongside (Barrio 2023). The maintaining
//! session keeps the load and drops sets (Spiering 2021). Repetitions and sets of each block are practice.

use crate::domain::{
    Count, DayAvailability, Demand, Effort, Exercise, ExerciseId, Level, LoadSpec, LoadType, Phase,
    Plan, Prescription, Profile, Program, ProgramWeek, Reps, Seconds, Workout,
};
use crate::library::Library;
use crate::rules::is_equipped;

use super::phase::WeekStage;

/// Sets of a lift, and of what goes with it.
const SETS: u32 = 3;
/// Rest between the sets of a block, in seconds, at least.
const HEAVY_REST: u32 = 150;
/// Jumps of a heavy session, the first that the athlete has what it takes for.
const JUMPS: [&str; 3] = ["box-jump", "squat-jump", "pogo-hops"];
const JUMP_SETS: u32 = 3;
const JUMP_REPS: u32 = 5;
/// Of the sets of the fullest week of a block, what a week has that is not a lighter one.
const WHOLE: f64 = 0.85;

/// What the strength of a week is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// Learn the lifts and build: more repetitions, three in reserve.
    Learn,
    /// Heavier loads, fewer repetitions.
    Heavier,
    /// Heavy, with jumps.
    Power,
    /// One session that keeps what is there.
    Maintain,
}

impl Block {
    /// The block of a week.
    pub(super) fn of(stage: WeekStage) -> Self {
        match stage.phase {
            Phase::Base | Phase::Accumulate => Self::Learn,
            Phase::Build | Phase::Heavier => Self::Heavier,
            Phase::Peak => Self::Power,
            Phase::Taper => Self::Maintain,
        }
    }

    /// Repetitions of a main lift, and of what goes with it. A novice lifts lighter for longer; the first session of
    /// the week is the heavier one.
    fn reps(self, level: Level, is_first: bool) -> (u32, u32) {
        let is_novice = level == Level::Novice;
        match (self, is_novice, is_first) {
            (Self::Learn, true, _) => (10, 12),
            (Self::Heavier, false, true) => (4, 6),
            (Self::Heavier, false, false) | (Self::Power | Self::Maintain, true, true) => (6, 8),
            (Self::Power | Self::Maintain, false, true) => (3, 5),
            (Self::Power | Self::Maintain, false, false) => (5, 7),
            (Self::Learn | Self::Heavier | Self::Power | Self::Maintain, _, _) => (8, 10),
        }
    }

    /// A session whose program says no more than one week, in the shape of the block.
    pub(super) fn shaped(
        self,
        plan: &Plan,
        is_heavy: bool,
        profile: &Profile,
        library: &Library,
    ) -> Plan {
        let mut shaped = plan.clone();
        let Workout::Strength(strength) = &mut shaped.workout else {
            return shaped;
        };
        let reps = self.reps(profile.level, is_heavy);
        for dose in &mut strength.exercises {
            let Some(exercise) = library.exercise(&dose.exercise) else {
                continue;
            };
            if is_loaded(dose, exercise) {
                self.shape(dose, exercise, reps, profile.level);
            } else {
                dose.sets = at_most(dose.sets, SETS);
            }
        }
        let has_jump = has_jumps(&strength.exercises, library);
        if self == Self::Power && is_heavy && !has_jump {
            let jump = jump(profile, library);
            strength.exercises.splice(0..0, jump);
        }
        // Let the duration follow from the changed exercises.
        shaped.duration = None;
        shaped
    }

    /// Repetitions left in reserve.
    pub(super) fn reserve(self, level: Level) -> f64 {
        match (self, level) {
            (Self::Learn, _) | (_, Level::Novice) => 3.0,
            _ => 2.0,
        }
    }

    fn shape(self, dose: &mut Prescription, exercise: &Exercise, reps: (u32, u32), level: Level) {
        let is_main = exercise.demand == Demand::Compound;
        let (low, high) = if is_main {
            reps
        } else {
            // Calves and other single joints stay lighter.
            (reps.0.max(8), reps.1.max(10))
        };
        dose.reps = Reps::Count(Count::range(low, high));
        dose.sets = if is_main {
            Count::exactly(SETS)
        } else {
            at_most(dose.sets, SETS)
        };
        dose.effort = Some(Effort::Rir(self.reserve(level)));
        if is_main && high <= 6 {
            dose.rest = dose.rest.map(|rest| Seconds(rest.0.max(HEAVY_REST)));
        }
    }
}

/// True for an exercise with a load that can grow.
fn is_loaded(dose: &Prescription, exercise: &Exercise) -> bool {
    let is_counted = matches!(dose.reps, Reps::Count(_));
    let is_free = matches!(
        dose.load,
        LoadSpec::Unset | LoadSpec::Kg(_) | LoadSpec::Pair(_)
    );
    let is_core = matches!(
        exercise.demand,
        Demand::Core | Demand::Mobility | Demand::Activation
    );
    is_counted && is_free && exercise.load == LoadType::Kg && !is_core
}

fn at_most(sets: Count, most: u32) -> Count {
    Count::range(sets.low.min(most), sets.high.min(most))
}

/// True where one of these is a jump or a hop.
pub(super) fn has_jumps(exercises: &[Prescription], library: &Library) -> bool {
    exercises.iter().any(|dose| {
        let known = library.exercise(&dose.exercise);
        known.is_some_and(|exercise| matches!(exercise.demand, Demand::Jump | Demand::Hops))
    })
}

/// Jumps that the athlete has what it takes for; pogo hops for a novice.
fn jump(profile: &Profile, library: &Library) -> Option<Prescription> {
    let owned = DayAvailability::Limited {
        minutes: None,
        gym: profile.equipment.is_empty(),
        equipment: profile.equipment.clone(),
    };
    let suits = |exercise: &&Exercise| {
        let is_mild = exercise.demand == Demand::Hops;
        (profile.level != Level::Novice || is_mild) && is_equipped(exercise, profile, &owned)
    };
    let known = JUMPS
        .iter()
        .filter_map(|id| library.exercise(&ExerciseId::new(*id)));
    let exercise = known.into_iter().find(suits)?;
    let mut dose = Prescription::new(
        exercise.id.clone(),
        exercise.name.clone(),
        Count::exactly(JUMP_SETS),
        Reps::Count(Count::exactly(JUMP_REPS)),
    );
    dose.rest = Some(Seconds(90));
    dose.load = LoadSpec::Bodyweight(crate::domain::Kilograms::default());
    dose.load_by = crate::domain::LoadSource::Program;
    Some(dose)
}

/// Sets of a week of a program.
fn sets_of(week: &ProgramWeek) -> u32 {
    let sessions = week.sessions.iter();
    let doses = sessions.flat_map(|session| session.plan.workout.exercises());
    doses
        .map(|dose| dose.sets.high)
        .fold(0, u32::saturating_add)
}

/// The weeks of a program by the blocks that they belong to.
pub(super) struct Blocks {
    weeks: Vec<Option<Block>>,
    /// True where its last week has more sets than its first.
    climbs: bool,
}

impl Blocks {
    /// Of a program.
    pub(super) fn of(program: &Program) -> Self {
        let block = |phase| match phase {
            Phase::Accumulate | Phase::Base => Block::Learn,
            Phase::Heavier | Phase::Build => Block::Heavier,
            Phase::Peak => Block::Power,
            Phase::Taper => Block::Maintain,
        };
        let blocks: Vec<Option<Block>> = program
            .weeks
            .iter()
            .map(|week| week.phase.map(block))
            .collect();
        let sets: Vec<u32> = program.weeks.iter().map(sets_of).collect();
        let most = |wanted: Option<Block>| {
            let of_block = blocks
                .iter()
                .zip(&sets)
                .filter(|(block, _)| **block == wanted);
            of_block.map(|(_, sets)| *sets).max().unwrap_or(0)
        };
        // Skip the program's own lighter weeks: the season sets its own.
        let is_whole = |block, sets: u32| f64::from(sets) >= WHOLE * f64::from(most(block));
        let weeks = blocks.iter().zip(&sets);
        let ends = sets.first().zip(sets.last());
        Self {
            climbs: ends.is_some_and(|(first, last)| last > first),
            weeks: weeks
                .map(|(block, sets)| block.filter(|_| is_whole(*block, *sets)))
                .collect(),
        }
    }

    /// True for a program that says one week and no more: what changes from block to block is for the season to say.
    pub(super) fn is_one_week(&self) -> bool {
        self.weeks.len() == 1
    }

    /// The week of the program, from 0, for a week of the season: of the weeks for its block in turn, or by the
    /// number where the program knows no blocks.
    pub(super) fn week(&self, block: Block, stage: WeekStage, number: u32) -> u32 {
        let of = |wanted: Block| -> Vec<u32> {
            let places = (0..).zip(&self.weeks);
            let fitting = places.filter(|(_, block)| **block == Some(wanted));
            fitting.map(|(place, _)| place).collect()
        };
        let fallback = [block, Block::Power, Block::Heavier, Block::Learn];
        let weeks = fallback.into_iter().map(of).find(|weeks| !weeks.is_empty());
        let Some(weeks) = weeks else {
            let last = self.weeks.len().saturating_sub(1) as u32;
            // A program that grows from week to week stays at its last week: beginning anew would be a step back.
            return if self.climbs {
                number.min(last)
            } else {
                number
            };
        };
        // Without taper weeks of its own, go on from the last hard week.
        let is_own = !of(block).is_empty();
        let place = if is_own {
            stage.index % weeks.len()
        } else {
            weeks.len() - 1
        };
        weeks.get(place).copied().unwrap_or(number)
    }
}
