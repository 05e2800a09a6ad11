//! Going back to an earlier version of a document, as edits that are as new as any other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, OwnLibrary, Session};
use crate::edit::{Edit, WorkspaceEdit};

/// The edits that make `now` what it was `then`. They are made now: where the document is merged with another machine's
/// later on, going back is the newest change.
pub fn restore_athlete(now: &Athlete, then: &Athlete) -> Vec<Edit> {
    let mut edits = Vec::new();
    if now.profile != then.profile {
        edits.push(Edit::Profile(Box::new(then.profile.clone())));
    }
    let gone = now.sessions.all().iter();
    let gone = gone.filter(|session| then.sessions.get(session.id).is_none());
    edits.extend(gone.map(|session| Edit::Remove(session.id)));
    let (days_now, days_then) = (days(now), days(then));
    let dates: BTreeSet<NaiveDate> = days_now.keys().chain(days_then.keys()).copied().collect();
    for date in dates {
        let (now, then) = (days_now.get(&date), days_then.get(&date));
        let Some(sessions) = then.filter(|_| now != then) else {
            continue;
        };
        // All of a day, one after the other: so they come to stand in their order.
        for (place, session) in sessions.iter().enumerate() {
            let session = Arc::clone(session);
            edits.push(Edit::Put { session, place });
        }
    }
    edits
}

fn days(athlete: &Athlete) -> BTreeMap<NaiveDate, Vec<&Arc<Session>>> {
    let mut days: BTreeMap<NaiveDate, Vec<&Arc<Session>>> = BTreeMap::new();
    for session in athlete.sessions.all() {
        days.entry(session.date).or_default().push(session);
    }
    days
}

/// The edits that make the coach's library what it was `then`.
pub fn restore_library(now: &OwnLibrary, then: &OwnLibrary) -> Vec<WorkspaceEdit> {
    let mut edits = Vec::new();
    for entry in &now.exercises {
        if !then.exercises.iter().any(|it| it.id == entry.id) {
            edits.push(WorkspaceEdit::RemoveExercise(entry.id.clone()));
        }
    }
    for entry in &now.sessions {
        if !then.sessions.iter().any(|it| it.id == entry.id) {
            edits.push(WorkspaceEdit::RemoveSessionTemplate(entry.id.clone()));
        }
    }
    for entry in &now.weeks {
        if !then.weeks.iter().any(|it| it.id == entry.id) {
            edits.push(WorkspaceEdit::RemoveWeekTemplate(entry.id.clone()));
        }
    }
    for entry in &now.programs {
        if !then.programs.iter().any(|it| it.id == entry.id) {
            edits.push(WorkspaceEdit::RemoveProgram(entry.id.clone()));
        }
    }
    for name in now.exercise_names.keys() {
        if !then.exercise_names.contains_key(name) {
            edits.push(WorkspaceEdit::PutExerciseName(name.clone(), None));
        }
    }
    for program in now.dumbbell_weights.keys() {
        if !then.dumbbell_weights.contains_key(program) {
            edits.push(WorkspaceEdit::PutDumbbellWeight(program.clone(), None));
        }
    }
    let exercises = then.exercises.iter().cloned();
    edits.extend(exercises.map(|it| WorkspaceEdit::PutExercise(Box::new(it))));
    let sessions = then.sessions.iter().cloned();
    edits.extend(sessions.map(|it| WorkspaceEdit::PutSessionTemplate(Box::new(it))));
    let weeks = then.weeks.iter().cloned();
    edits.extend(weeks.map(|it| WorkspaceEdit::PutWeekTemplate(Box::new(it))));
    let programs = then.programs.iter().cloned();
    edits.extend(programs.map(|it| WorkspaceEdit::PutProgram(Box::new(it))));
    for (name, answer) in &then.exercise_names {
        edits.push(WorkspaceEdit::PutExerciseName(
            name.clone(),
            Some(answer.clone()),
        ));
    }
    for (program, answer) in &then.dumbbell_weights {
        edits.push(WorkspaceEdit::PutDumbbellWeight(
            program.clone(),
            Some(*answer),
        ));
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{self, DemoOptions};
    use crate::domain::{Author, Signature, Stamp};
    use crate::edit;
    use crate::library::Library;

    fn stamp(second: i64) -> Stamp {
        Stamp {
            at: chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::seconds(2_000_000_000 + second),
            by: Author::Coach,
            name: Signature::new("Mira"),
        }
    }

    fn content(
        athlete: &Athlete,
    ) -> Vec<(
        chrono::NaiveDate,
        crate::domain::Interned<crate::domain::Plan>,
        Option<crate::domain::Log>,
    )> {
        let all = athlete.sessions.all().iter();
        all.map(|it| (it.date, it.plan.clone(), it.log.clone()))
            .collect()
    }

    #[test]
    fn going_back_brings_everything_back_in_its_order_and_the_edits_are_new() {
        let options = DemoOptions {
            athletes: 1,
            weeks: 6,
            seed: 3,
            today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(),
        };
        let demo = demo::workspace(&options, &Library::shipped().unwrap());
        let then = Athlete::clone(&demo.athletes[0]);
        let mut now = then.clone();
        let all: Vec<Arc<Session>> = now.sessions.all().to_vec();
        let mut moved = Session::clone(&all[3]);
        moved.date = moved.date + chrono::Days::new(2);
        moved.plan.title = "Changed".to_owned();
        let mut added = Session::clone(&all[5]);
        added.id = crate::domain::SessionId::from_bits(77);
        let mut profile = now.profile.clone();
        profile.name = "Somebody else".to_owned();
        let edits = [
            Edit::Remove(all[0].id),
            Edit::put(moved),
            Edit::Put {
                session: Arc::new(added),
                place: 0,
            },
            Edit::Profile(Box::new(profile)),
        ];
        edit::apply(&mut now, &edits, stamp(0));
        let edits = restore_athlete(&now, &then);
        edit::apply(&mut now, &edits, stamp(9));
        assert_eq!(content(&now), content(&then));
        assert_eq!(now.profile.name, then.profile.name);
        let back = now.sessions.get(all[3].id).unwrap();
        assert_eq!(back.plan_changed, stamp(9), "newer than what it takes back");
        assert_eq!(restore_athlete(&then, &then), []);
    }

    #[test]
    fn a_library_goes_back_as_a_whole() {
        let mut then = OwnLibrary::default();
        then.exercise_names
            .insert("A".to_owned(), crate::domain::NameAnswer::LeaveOut);
        then.dumbbell_weights
            .insert("strong".to_owned(), crate::domain::DumbbellWeight::Both);
        let mut now = OwnLibrary::default();
        now.dumbbell_weights
            .insert("hevy".to_owned(), crate::domain::DumbbellWeight::One);
        now.exercise_names
            .insert("B".to_owned(), crate::domain::NameAnswer::LeaveOut);
        let mut workspace = crate::domain::Workspace {
            own: Arc::new(now.clone()),
            ..crate::domain::Workspace::default()
        };
        edit::apply_all(&mut workspace, &restore_library(&now, &then), stamp(0));
        assert_eq!(*workspace.own, then);
    }
}
