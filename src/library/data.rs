//! The files of the library: embedded in the program, in RON, read at the start.

use crate::domain::{Exercise, Program, SessionTemplate, WeekTemplate};

use super::programs;
use super::read::{LibraryError, read};

/// What ships with the program.
pub(super) struct Shipped {
    pub(super) exercises: Vec<Exercise>,
    pub(super) sessions: Vec<SessionTemplate>,
    pub(super) weeks: Vec<WeekTemplate>,
    pub(super) programs: Vec<Program>,
}

/// Reads the embedded files: first the exercises that the sources name, then those that running coaches
/// expect beside them, then those that only their loads keep apart from one of these.
pub(super) fn shipped() -> Result<Shipped, LibraryError> {
    let mut exercises: Vec<Exercise> = read(
        "exercises/sources.ron",
        include_str!("../../assets/exercises/sources.ron"),
    )?;
    exercises.extend(read::<Vec<Exercise>>(
        "exercises/running.ron",
        include_str!("../../assets/exercises/running.ron"),
    )?);
    exercises.extend(read::<Vec<Exercise>>(
        "exercises/variants.ron",
        include_str!("../../assets/exercises/variants.ron"),
    )?);
    Ok(Shipped {
        exercises,
        sessions: read(
            "templates/sessions.ron",
            include_str!("../../assets/templates/sessions.ron"),
        )?,
        weeks: read(
            "templates/weeks.ron",
            include_str!("../../assets/templates/weeks.ron"),
        )?,
        programs: programs::shipped()?,
    })
}
