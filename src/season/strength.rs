//! The strength of a season: the sessions of its program, fitted to a week and a day.

use chrono::{Days, NaiveDate};

use crate::domain::{
    Athlete, DayAvailability, Effort, ExerciseId, LegLoad, Level, Origin, Phase, Plan, Profile,
    Program, ProgramKind, Workout,
};
use crate::layout::{Equipping, cut_to, equipped, with_sets};
use crate::library::Library;
use crate::load::{content_of, duration_of};
use crate::rules::{first_weeks, is_missing};

use super::phase::WeekStage;
use super::request::MOST_STRENGTH;
use super::strength_block::{Block, Blocks, has_jumps};
use super::strength_words::{self, About};

/// Runs a week from which strength is kept short, and how short.
const MANY_RUNS: u32 = 5;
const SHORT_MINUTES: u32 = 40;
/// Minutes of a session at most, and of a novice's.
const LONGEST: u32 = 60;
const NOVICE_LONGEST: u32 = 40;
/// Weeks before an A race from which a third session is one too many.
const RACE_WEEKS: u32 = 12;
/// Minutes of a session in the taper.
const TAPER_MINUTES: u32 = 30;
/// Repetitions in reserve that make a session light.
const EASY: Effort = Effort::Rir(4.0);
/// Days that an exercise is left alone after a sharp pain.
const SORE_DAYS: u64 = 14;
/// Sets of an exercise that are left in the taper.
const TAPER_SETS: u32 = 2;
/// What a lighter week keeps of the sets, their loads staying as they are.
const LIGHTER: f64 = 2.0 / 3.0;

/// A session of the program for a week.
#[derive(Debug, Clone)]
pub(super) struct ProgramSession {
    /// The session as the week wants it.
    pub(super) plan: Plan,
    /// Where it comes from.
    pub(super) origin: Origin,
    /// What the weeks are for, in one sentence.
    pub(super) purpose: &'static str,
}

/// How many strength sessions a week has.
pub(super) fn sessions(wanted: u32, stage: WeekStage, level: Level, runs: u32, goal: bool) -> u32 {
    let most = match (level, stage) {
        (_, stage)
            if stage.phase == Phase::Taper && stage.to_race <= 1 + u32::from(stage.early) =>
        {
            1
        }
        (Level::Advanced, _) => MOST_STRENGTH,
        _ if runs >= MANY_RUNS || (goal && stage.to_race < RACE_WEEKS) => 2,
        _ => MOST_STRENGTH,
    };
    wanted.min(most)
}

/// Minutes that a strength session may take.
pub(super) fn most_minutes(stage: WeekStage, level: Level, runs: u32) -> u32 {
    if stage.phase == Phase::Taper {
        return TAPER_MINUTES;
    }
    match level {
        Level::Novice => NOVICE_LONGEST,
        Level::Intermediate if runs >= MANY_RUNS => SHORT_MINUTES,
        Level::Intermediate | Level::Advanced => LONGEST,
    }
}

/// A week that asks for strength.
#[derive(Debug, Clone, Copy)]
pub(super) struct LiftWeek<'a> {
    pub(super) stage: WeekStage,
    /// Its number, from 0.
    pub(super) number: u32,
    /// Its first day.
    pub(super) first: NaiveDate,
    /// Minutes of a session at most.
    pub(super) minutes: u32,
    /// Which of its sessions is the heavier one, from 0.
    pub(super) heavy: usize,
    /// True where weeks to learn the lifts came before in the season.
    pub(super) learned: bool,
    pub(super) profile: &'a Profile,
    pub(super) library: &'a Library,
}

/// The sessions of a program in a week of the season.
pub(super) fn lifts(program: &Program, week: LiftWeek) -> Vec<ProgramSession> {
    let LiftWeek { stage, profile, .. } = week;
    let block = Block::of(stage);
    let length = program.weeks.len() as u32;
    let blocks = Blocks::of(program);
    let index = match program.kind {
        // A countdown ends with the race: its first week is repeated until the rest fits.
        ProgramKind::Countdown => length.saturating_sub(stage.to_race + 1),
        ProgramKind::Standing => blocks.week(block, stage, week.number),
    };
    let Some(of_week) = program.week(index as usize) else {
        return Vec::new();
    };
    let asked = of_week.sessions.iter().filter(|session| !session.optional);
    let strength = asked.filter(|session| session.plan.strength().is_some());
    strength
        .enumerate()
        .map(|(slot, session)| {
            let mut plan = session.plan.clone();
            if let Workout::Strength(strength) = &mut plan.workout {
                // The region was stated for the session as it was written.
                strength.region = None;
            }
            if blocks.is_one_week() && program.kind == ProgramKind::Standing {
                plan = block.shaped(&plan, slot == week.heavy, profile, week.library);
                let jumps = has_jumps(plan.workout.exercises(), week.library);
                plan.note = strength_words::advice(block, block.reserve(profile.level), jumps);
            }
            if let Some(most) = first_weeks(profile, week.first)
                && let Some(fewer) = with_sets(&plan, most + 1)
            {
                plan = fewer;
            }
            if stage.phase == Phase::Taper {
                plan = with_sets(&plan, TAPER_SETS).unwrap_or(plan);
                if stage.race_week {
                    plan = light(&plan);
                }
            }
            if let Some((shorter, _)) = cut_to(&plan, week.minutes, profile) {
                plan = shorter;
            }
            if stage.cutback {
                plan = fewer_sets(&plan, LIGHTER, profile);
            }
            let origin = Origin {
                source: program.id.to_string(),
                week: index % length.max(1) + 1,
                slot: slot as u32 + 1,
            };
            let about = About {
                level: profile.level,
                learned: week.learned,
                loaded: strength_words::is_loaded(&plan, week.library),
            };
            ProgramSession {
                plan,
                origin,
                purpose: strength_words::purpose(block, about),
            }
        })
        .collect()
}

/// The session with a share of its sets, the last exercises giving way first; repetitions, effort and loads stay.
pub(super) fn fewer_sets(plan: &Plan, share: f64, profile: &Profile) -> Plan {
    let mut fewer = plan.clone();
    let takes = duration_of(plan, profile).value.0;
    let sets = |plan: &Plan| -> u32 {
        let doses = plan.workout.exercises().iter();
        doses.map(|dose| dose.sets.high).sum()
    };
    let before = sets(plan);
    let wanted = (f64::from(before) * share).floor() as u32;
    while sets(&fewer) > wanted {
        let Some(doses) = fewer.workout.exercises_mut() else {
            break;
        };
        let most = doses.iter().map(|dose| dose.sets.high).max().unwrap_or(0);
        let is_one_each = most <= 1;
        let Some(place) = doses.iter().rposition(|dose| dose.sets.high == most) else {
            break;
        };
        if is_one_each {
            if doses.len() <= 1 {
                break;
            }
            doses.remove(place);
        } else {
            let dose = &mut doses[place];
            dose.sets.high -= 1;
            dose.sets.low = dose.sets.low.min(dose.sets.high);
        }
    }
    if plan.duration.is_some() && before > 0 {
        let minutes = f64::from(takes) * f64::from(sets(&fewer)) / f64::from(before);
        fewer.duration = Some(crate::domain::Minutes(minutes.ceil() as u32));
    }
    fewer
}

/// The session with so much in reserve that the legs hardly feel it.
pub(super) fn light(plan: &Plan) -> Plan {
    let mut light = plan.clone();
    for dose in light.workout.exercises_mut().into_iter().flatten() {
        let is_easy = dose.effort.is_some_and(|effort| effort.rir() >= EASY.rir());
        if !is_easy {
            dose.effort = Some(EASY);
        }
    }
    light
}

/// The session as a day allows it: with what is at hand, without what hurt lately, within `minutes`.
pub(super) fn on_day(
    plan: &Plan,
    library: &Library,
    profile: &Profile,
    date: NaiveDate,
    minutes: Option<u32>,
    sore: &[ExerciseId],
) -> Result<Plan, &'static str> {
    let day = profile.availability.on(date);
    let (mut fitted, _) = equipped(plan, library, profile, day, Equipping::ByDay)
        .ok_or("none of its exercises can be done with the equipment at hand")?;
    if let Some(exercises) = fitted.workout.exercises_mut() {
        let had_any = !exercises.is_empty();
        exercises.retain(|dose| !sore.contains(&dose.exercise));
        if had_any && exercises.is_empty() {
            return Err("every exercise in it hurt recently");
        }
    }
    let takes = duration_of(&fitted, profile).value.0;
    let Some(room) = minutes.filter(|&room| room < takes) else {
        return Ok(fitted);
    };
    let cut = cut_to(&fitted, room, profile);
    cut.map(|(shorter, _)| shorter)
        .ok_or("no day has enough time for it")
}

/// What a session asks of the legs.
pub(super) fn legs(plan: &Plan, library: &Library) -> LegLoad {
    plan.strength().map_or(LegLoad::None, |strength| {
        content_of(strength, library).leg_load
    })
}

/// Exercises that caused sharp pain in the two weeks before a day: they are left alone.
pub(super) fn sore(athlete: &Athlete, date: NaiveDate) -> Vec<ExerciseId> {
    let before = athlete.sessions.between(date - Days::new(SORE_DAYS), date);
    let logs = before.iter().filter_map(|session| session.log.as_ref());
    let pains = logs.flat_map(|log| &log.pains);
    pains
        .filter(|pain| pain.sharp)
        .filter_map(|pain| pain.exercise.clone())
        .collect()
}

/// True when some of a session needs the gym.
pub(super) fn needs_gym(plan: &Plan, library: &Library, profile: &Profile) -> bool {
    let at_home = DayAvailability::Limited {
        minutes: None,
        gym: false,
        equipment: Vec::new(),
    };
    let doses = plan.workout.exercises().iter();
    let mut known = doses.filter_map(|dose| library.exercise(&dose.exercise));
    known.any(|exercise| is_missing(exercise, profile, &at_home))
}
