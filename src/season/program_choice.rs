//! Which program of strength suits an athlete: by level, by what is at hand, and by the minutes that a day has.

use crate::domain::{
    Availability, DayAvailability, Equipment, Level, Program, ProgramId, ProgramKind,
};
use crate::library::Library;

use super::phase::WeekStage;
use super::request::SeasonRequest;
use super::strength_block::Block;
use super::strength_words::is_loaded;

/// Minutes of a day from which a session with the barbell has room.
const BARBELL_MINUTES: u32 = 45;

/// A program, and why it suits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramChoice {
    /// Which one.
    pub program: ProgramId,
    /// Why, in one sentence.
    pub why: String,
}

/// The program that suits an athlete: lifts that a novice can learn, the barbell where there is one and time for it,
/// dumbbells at home, and the body's own weight where there is nothing. `None` when the library has none of them.
pub fn suggested(
    library: &Library,
    level: Level,
    equipment: &[Equipment],
    availability: &Availability,
) -> Option<ProgramChoice> {
    let gym = equipment.is_empty() && availability.week.iter().any(has_gym);
    let owns = |item: Equipment| gym || equipment.contains(&item);
    let minutes = availability.week.iter().map(minutes_of).max().unwrap_or(0);
    let bar = owns(Equipment::Barbell);
    let weights = owns(Equipment::Dumbbells) || owns(Equipment::Kettlebell);
    let (id, why) = match level {
        _ if !bar && !weights => ("own-weight", "Needs no equipment; includes core and hips."),
        Level::Novice if weights => (
            "six-for-runners",
            "Six lifts for a novice to learn with dumbbells, core included.",
        ),
        Level::Intermediate | Level::Advanced if bar && minutes >= BARBELL_MINUTES => (
            "basic-two-days",
            "Big lifts with the barbell and core work, for days that have the time.",
        ),
        _ if weights && bar => (
            "minimum-routine",
            "All that a runner needs in half an hour, core included.",
        ),
        _ if weights => (
            "six-for-runners",
            "Six lifts with dumbbells, core included, at home or anywhere.",
        ),
        _ => (
            "basic-two-days",
            "Big lifts with the barbell and core work.",
        ),
    };
    let standing = || {
        let programs = library.programs().iter();
        programs.filter(|program| program.kind == ProgramKind::Standing)
    };
    let found = standing().find(|program| program.id.to_string() == id);
    let (program, why) = match found {
        Some(program) => (program, why),
        None => (standing().next()?, "First program in the library."),
    };
    Some(ProgramChoice {
        program: program.id.clone(),
        why: why.to_owned(),
    })
}

/// How the strength of a season follows its phases, and why this program where it is the one that suits.
pub(super) fn lifting_words(
    library: &Library,
    request: &SeasonRequest,
    program: &Program,
    stages: &[WeekStage],
) -> String {
    let suits = suggested(
        library,
        request.level,
        &request.equipment,
        &request.availability,
    );
    let why = suits
        .filter(|suggestion| suggestion.program == program.id)
        .map_or(String::new(), |suggestion| format!(" {}", suggestion.why));
    let course = if program.kind == ProgramKind::Countdown {
        "its weeks end with the race".to_owned()
    } else {
        course(library, program, stages)
    };
    format!("{}: {course}.{why}", program.name)
}

/// "learn and build in the base, heavier in the build": of the phases that the season has.
fn course(library: &Library, program: &Program, stages: &[WeekStage]) -> String {
    let mut sessions = program.weeks.iter().flat_map(|week| &week.sessions);
    let loaded = sessions.any(|session| is_loaded(&session.plan, library));
    let words = [
        (Block::Learn, "learn and build in the base"),
        (
            Block::Heavier,
            if loaded {
                "heavier in the build"
            } else {
                "harder in the build"
            },
        ),
        (
            Block::Power,
            if loaded {
                "heavy with jumps in the peak"
            } else {
                "fast in the peak"
            },
        ),
        (Block::Maintain, "one session that keeps it in the taper"),
    ];
    let has = |block| stages.iter().any(|stage| Block::of(*stage) == block);
    let parts = words.into_iter().filter(|(block, _)| has(*block));
    let parts: Vec<&str> = parts.map(|(_, words)| words).collect();
    parts.join(", ")
}

fn has_gym(day: &DayAvailability) -> bool {
    match day {
        DayAvailability::Free => true,
        DayAvailability::Unavailable => false,
        DayAvailability::Limited { gym, .. } => *gym,
    }
}

fn minutes_of(day: &DayAvailability) -> u32 {
    match day {
        DayAvailability::Free => u32::MAX,
        DayAvailability::Unavailable => 0,
        DayAvailability::Limited { minutes, .. } => minutes.unwrap_or(u32::MAX),
    }
}
