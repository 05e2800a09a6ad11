//! What is different between two versions of the coach's library or of the settings, for people who are to take or
//! leave one.

use crate::domain::{OwnLibrary, WorkspaceSettings};

/// An entry that is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryChange {
    /// What it is, in a word: "exercise", "setting".
    pub what: &'static str,
    /// Its name.
    pub name: String,
    /// What is different.
    pub kind: EntryChangeKind,
}

/// What is different about an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryChangeKind {
    /// It was not there.
    Added,
    /// It is no longer there.
    Deleted,
    /// It is not the same.
    Changed,
}

/// What is different in `after`, kind by kind.
pub fn library_changes(before: &OwnLibrary, after: &OwnLibrary) -> Vec<EntryChange> {
    let mut found = entries(
        "exercise",
        (&before.exercises, &after.exercises),
        |exercise| (exercise.id.to_string(), exercise.name.clone()),
    );
    found.extend(entries(
        "session template",
        (&before.sessions, &after.sessions),
        |template| (template.id.to_string(), template.name.clone()),
    ));
    found.extend(entries(
        "template week",
        (&before.weeks, &after.weeks),
        |template| (template.id.to_string(), template.name.clone()),
    ));
    found.extend(entries(
        "program",
        (&before.programs, &after.programs),
        |program| (program.id.to_string(), program.name.clone()),
    ));
    let names = |library: &OwnLibrary| -> Vec<_> {
        let names = library.exercise_names.iter();
        names
            .map(|(name, means)| (name.clone(), means.clone()))
            .collect()
    };
    found.extend(entries(
        "name of an exercise",
        (&names(before), &names(after)),
        |(name, _)| (name.clone(), name.clone()),
    ));
    let weights = |library: &OwnLibrary| -> Vec<_> {
        let weights = library.dumbbell_weights.iter();
        weights
            .map(|(program, weight)| (program.clone(), *weight))
            .collect()
    };
    found.extend(entries(
        "weight of dumbbells",
        (&weights(before), &weights(after)),
        |(program, _)| (program.clone(), program.clone()),
    ));
    found
}

fn entries<T: PartialEq>(
    what: &'static str,
    (before, after): (&[T], &[T]),
    named: impl Fn(&T) -> (String, String),
) -> Vec<EntryChange> {
    let change = |name, kind| EntryChange { what, name, kind };
    let mut found = Vec::new();
    for entry in after {
        let (id, name) = named(entry);
        match before.iter().find(|old| named(old).0 == id) {
            None => found.push(change(name, EntryChangeKind::Added)),
            Some(old) if old == entry => {}
            Some(_) => found.push(change(name, EntryChangeKind::Changed)),
        }
    }
    for entry in before {
        let (id, name) = named(entry);
        if !after.iter().any(|new| named(new).0 == id) {
            found.push(change(name, EntryChangeKind::Deleted));
        }
    }
    found
}

/// The settings that are different. Whom a window shows next is nobody's setting.
pub fn settings_changes(before: &WorkspaceSettings, after: &WorkspaceSettings) -> Vec<EntryChange> {
    let WorkspaceSettings {
        coach,
        logo,
        keeper,
        last_athlete: _,
        demo,
        policy,
        rules,
        newcomers,
    } = after;
    let settings = [
        ("the coach’s name", *coach == before.coach),
        ("the logo", *logo == before.logo),
        ("whose workspace it is", *keeper == before.keeper),
        ("whether it is the demo", *demo == before.demo),
        (
            "where strength for the legs belongs",
            *policy == before.policy,
        ),
        ("how the rules are set", *rules == before.rules),
        (
            "what new athletes start with",
            *newcomers == before.newcomers,
        ),
    ];
    let changed = settings.into_iter().filter(|(_, is_same)| !is_same);
    let change = |(name, _): (&str, bool)| EntryChange {
        what: "setting",
        name: name.to_owned(),
        kind: EntryChangeKind::Changed,
    };
    changed.map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NameAnswer;

    #[test]
    fn entries_that_came_went_and_changed_are_told_apart() {
        let mut before = OwnLibrary::default();
        let mut after = OwnLibrary::default();
        let answer = |meaning: &str| NameAnswer::Means(crate::domain::ExerciseId::new(meaning));
        before.exercise_names.insert("A".to_owned(), answer("a"));
        before.exercise_names.insert("B".to_owned(), answer("b"));
        after
            .exercise_names
            .insert("B".to_owned(), NameAnswer::LeaveOut);
        after.exercise_names.insert("C".to_owned(), answer("c"));
        let found = library_changes(&before, &after);
        let found: Vec<_> = found.iter().map(|it| (it.name.as_str(), it.kind)).collect();
        assert_eq!(
            found,
            [
                ("B", EntryChangeKind::Changed),
                ("C", EntryChangeKind::Added),
                ("A", EntryChangeKind::Deleted),
            ]
        );
        assert_eq!(library_changes(&after, &after), []);
    }

    #[test]
    fn settings_are_compared_one_by_one() {
        let before = WorkspaceSettings::default();
        let mut after = before.clone();
        after.coach = "Mira".to_owned();
        after.last_athlete = Some(crate::domain::AthleteId::from_bits(1));
        let found = settings_changes(&before, &after);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "the coach’s name");
    }
}
