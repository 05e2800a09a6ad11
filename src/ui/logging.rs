//! What a change of a log brings along: advice for the next time, and word of a record.

use std::sync::Arc;

use crate::domain::{Athlete, ExerciseId, ProgressionChoice, Session};
use crate::edit::Edit;
use crate::library::Library;
use crate::load::next;
use crate::load::records::{self, Record};

use super::records as words;

/// The edits that put a changed session in its place; where its log changed, the next planned times of its exercises
/// change with it.
pub fn edits(athlete: &Athlete, library: &Library, changed: Session) -> Vec<Edit> {
    let followers = next::follow(athlete, library, &changed);
    let mut edits = vec![Edit::update(athlete, changed)];
    edits.extend(
        followers
            .into_iter()
            .map(|next| Edit::update(athlete, next)),
    );
    edits
}

/// The edits that let an exercise go by another rule, or by its program and level again.
pub fn choose_progression(
    athlete: &Athlete,
    library: &Library,
    exercise: &ExerciseId,
    choice: Option<ProgressionChoice>,
) -> Vec<Edit> {
    let mut changed = athlete.clone();
    let chosen = &mut changed.profile.progressions;
    match choice {
        Some(choice) => chosen.insert(exercise.clone(), choice),
        None => chosen.remove(exercise),
    };
    let followers = next::advise_anew(&changed, library, exercise);
    let mut edits = vec![Edit::Profile(Box::new(changed.profile))];
    edits.extend(
        followers
            .into_iter()
            .map(|next| Edit::update(athlete, next)),
    );
    edits
}

/// "New record: squat, 5 reps at 82.5 kg", where the change of a session's log brings a record that was not there.
pub fn news(athlete: &Athlete, library: &Library, changed: &Session) -> Option<String> {
    let old = athlete.sessions.get(changed.id);
    if old.is_some_and(|old| old.log == changed.log && old.status == changed.status)
        || !changed.status.is_trained()
    {
        return None;
    }
    let mut after = athlete.clone();
    let place = after.sessions.place(changed.id).unwrap_or(usize::MAX);
    after.sessions.put(Arc::new(changed.clone()), place);
    let of_session = |athlete: &Athlete| -> Vec<Record> {
        let mut found = records::beaten(athlete, library, changed.date, changed.date);
        found.retain(|record| record.session == Some(changed.id));
        found
    };
    let mut new = of_session(&after);
    if new.is_empty() {
        return None;
    }
    let known = of_session(athlete);
    new.retain(|record| !known.contains(record));
    let first = records::headline(&new)?;
    let record = words::sentence(first, athlete.profile.units);
    Some(match new.len() {
        1 => format!("New record: {record}"),
        more => format!("New record: {record}, and {} more", more - 1),
    })
}
