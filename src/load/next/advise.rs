//! The rule that an exercise goes by, and what it says of the next time.

use super::history::Past;
use super::rules::Situation;
use crate::domain::{
    Advice, Athlete, ExerciseId, Level, LoadType, Prescription, ProgramId, Progression,
    ProgressionChoice, Session,
};
use crate::library::Library;
use crate::load::loadable::{Implement, shape_of};

/// The rule an exercise goes by: as chosen for the athlete, else as the program of the session says, else by the level
/// of the athlete: novices begin with few sets, others add repetitions and then load, the advanced add load by
/// percent. What is done with the body's own weight begins with repetitions. `None` where the coach wants no advice.
pub fn rule_of(
    athlete: &Athlete,
    library: &Library,
    session: &Session,
    exercise: &ExerciseId,
) -> Option<Progression> {
    match athlete.profile.progressions.get(exercise) {
        Some(ProgressionChoice::Off) => None,
        Some(ProgressionChoice::By(rule)) => Some(*rule),
        None => Some(usual_rule(athlete, library, session, exercise)),
    }
}

/// The rule an exercise goes by where nobody chose one for the athlete.
pub fn usual_rule(
    athlete: &Athlete,
    library: &Library,
    session: &Session,
    exercise: &ExerciseId,
) -> Progression {
    let origin = session.origin.as_ref();
    let program =
        origin.and_then(|origin| library.program(&ProgramId::new(origin.source.as_str())));
    if let Some(program) = program {
        return program.progression_of(exercise);
    }
    let bodyweight = library
        .exercise(exercise)
        .is_some_and(|known| known.load == LoadType::Bodyweight);
    match athlete.profile.level {
        _ if bodyweight => Progression::BodyweightFirst,
        Level::Novice => Progression::SetRamp,
        Level::Intermediate => Progression::DoubleProgression,
        Level::Advanced => Progression::Percent,
    }
}

/// What to do with an exercise planned in `session`, from what was logged before it. `None` where nothing was logged
/// yet, where the coach wants no advice, and where the plan asks for a percentage, which follows the maximum by itself.
pub fn advise(
    athlete: &Athlete,
    library: &Library,
    session: &Session,
    planned: &Prescription,
) -> Option<Advice> {
    let rule = rule_of(athlete, library, session, &planned.exercise)?;
    let past = Past::before(athlete, session, &planned.exercise);
    let situation = Situation {
        athlete,
        session,
        planned,
        exercise: library.exercise(&planned.exercise),
        library,
        implement: implement(planned, &past, library, athlete),
        past: &past,
    };
    situation.advice(rule)
}

/// What is lifted: as planned for next time, else as planned last, else as the exercise is loaded.
fn implement<'a>(
    next: &Prescription,
    past: &Past,
    library: &Library,
    athlete: &'a Athlete,
) -> Implement<'a> {
    let earlier = past.times.iter().filter_map(|time| time.planned);
    let said = std::iter::once(next)
        .chain(earlier)
        .find_map(|row| shape_of(&row.load));
    Implement::of(said, library.exercise(&next.exercise), &athlete.profile)
}
