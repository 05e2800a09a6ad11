//! What a kept version of a file, or a copy beside it, differs in: put into words for the dialogs.

use std::path::Path;

use chrono::Local;

use crate::domain::{DateStyle, Session, Workspace};
use crate::library::Library;
use crate::load;
use crate::merge::{Difference, EntryChange, EntryChangeKind, What};
use crate::merge::{changes, library_changes, settings_changes};
use crate::store::{Content, FileState, KeptFile, Pair, Store, StoreError};
use crate::ui::dialogs::{BackupFile, BackupShown, BackupVersion, TwoVersionsForm, VersionSide};
use crate::ui::format::plural;

use super::damage;

/// A file of which versions are kept, as the dialog lists it.
pub(super) fn file_words(file: &KeptFile) -> BackupFile {
    let state = match file.state {
        FileState::Whole => "",
        FileState::Damaged => "damaged",
        FileState::Newer => "of a later version",
        FileState::Missing => "no longer here",
    };
    let versions = file.versions.iter().map(|version| BackupVersion {
        at: version.moment.with_timezone(&Local).naive_local(),
        bytes: version.bytes,
        part: version.part,
    });
    BackupFile {
        name: file.name.clone(),
        state: state.to_owned(),
        versions: versions.collect(),
    }
}

/// What bringing a version back would change.
pub(super) fn compared(
    kept: &KeptFile,
    open: &Workspace,
    then: &Content,
    (library, dates): (&Library, DateStyle),
) -> BackupShown {
    let mut lines = Vec::new();
    let summary = match then {
        Content::Athlete(then) => {
            let id = kept.athlete.unwrap_or(then.id);
            let Some(now) = open.athlete(id) else {
                let count = plural(then.sessions.len(), "session", "sessions");
                return BackupShown::Differences {
                    summary: format!("Brings {} back, with {count}.", then.profile.name),
                    lines,
                };
            };
            let found = changes(now, then, |session| load::title_of(&session.plan, library));
            lines.extend(found.iter().map(|change| session_words(change, dates)));
            session_summary(&found)
        }
        Content::Settings(then) => {
            let found = settings_changes(&open.settings, then);
            lines.extend(found.iter().map(entry_words));
            plural(found.len(), "setting differs.", "settings differ.")
        }
        Content::Own(then) => {
            let found = library_changes(&open.own, then);
            lines.extend(found.iter().map(entry_words));
            plural(found.len(), "entry differs.", "entries differ.")
        }
    };
    let is_same = lines.is_empty() && kept.state == FileState::Whole;
    let summary = if is_same {
        "It is the same as now.".to_owned()
    } else if lines.is_empty() {
        "It is the same as what is open; restoring writes the file again.".to_owned()
    } else {
        summary
    };
    BackupShown::Differences { summary, lines }
}

/// "Restoring brings 2 sessions back, removes 1 and changes 3."
fn session_summary(found: &[Difference]) -> String {
    let count = |wanted: fn(What) -> bool| found.iter().filter(|it| wanted(it.what)).count();
    let back = count(|what| what == What::Added);
    let away = count(|what| what == What::Deleted);
    let mut changed: Vec<_> = found
        .iter()
        .filter(|it| matches!(it.what, What::Moved(_) | What::Plan | What::Log))
        .map(|it| (it.date, it.title.as_str()))
        .collect();
    changed.dedup();
    let mut parts = Vec::new();
    if back > 0 {
        parts.push(format!(
            "brings {} back",
            plural(back, "session", "sessions")
        ));
    }
    if away > 0 {
        parts.push(format!("removes {}", plural(away, "session", "sessions")));
    }
    if !changed.is_empty() {
        parts.push(format!(
            "changes {}",
            plural(changed.len(), "session", "sessions")
        ));
    }
    if count(|what| what == What::Profile) > 0 {
        parts.push("changes the profile".to_owned());
    }
    match parts.split_last() {
        Some((last, [])) => format!("Restoring {last}."),
        Some((last, rest)) => format!("Restoring {} and {last}.", rest.join(", ")),
        None => String::new(),
    }
}

fn session_words(change: &Difference, dates: DateStyle) -> String {
    let title = match change.title.as_str() {
        "" => "a session".to_owned(),
        title => format!("“{title}”"),
    };
    let day = change.date.map(|date| dates.weekday_date(date));
    let what = match change.what {
        What::Profile => return "The profile becomes what it was.".to_owned(),
        What::Added => "comes back".to_owned(),
        What::Deleted => "is removed: it did not exist then".to_owned(),
        What::Moved(from) => format!("moves here from {}", dates.weekday_day(from)),
        What::Plan => "is planned as it was then".to_owned(),
        What::Log => "is logged as it was then".to_owned(),
    };
    format!("{}: {title} {what}", day.unwrap_or_default())
}

fn entry_words(change: &EntryChange) -> String {
    let what = match change.kind {
        EntryChangeKind::Added => "comes back",
        EntryChangeKind::Deleted => "is removed: it did not exist then",
        EntryChangeKind::Changed => "becomes what it was then",
    };
    match change.what {
        "setting" => format!("A setting, {}, {what}", change.name),
        kind => format!("The {kind} “{}” {what}", change.name),
    }
}

/// What the dialog asks about a file and the copy that another program left beside it.
pub(super) fn two_versions(
    store: &Store,
    pair: &Pair,
    (library, dates): (&Library, DateStyle),
) -> TwoVersionsForm {
    let read = |path: &Path| store.read_version(pair.kind, path);
    let (file, copy) = (read(&pair.file), read(&pair.copy));
    let side = |path: &Path, read: &Result<Content, StoreError>| VersionSide {
        path: path.to_owned(),
        problem: read.as_ref().err().map(damage::why),
    };
    let (of_file, of_copy) = (side(&pair.file, &file), side(&pair.copy, &copy));
    let name = match file.as_ref().or(copy.as_ref()) {
        Ok(Content::Athlete(athlete)) => athlete.profile.name.clone(),
        Ok(Content::Settings(_)) => "the settings".to_owned(),
        Ok(Content::Own(_)) => "the library".to_owned(),
        Err(_) => damage::named(&pair.file),
    };
    let (ours, theirs) = if pair.copy_is_ours {
        ((of_copy, copy), (of_file, file))
    } else {
        ((of_file, file), (of_copy, copy))
    };
    let differences = match (&theirs.1, &ours.1) {
        (Ok(before), Ok(after)) => Some(differences(before, after, (library, dates))),
        _ => None,
    };
    TwoVersionsForm {
        copy: pair.copy.clone(),
        name,
        ours: ours.0,
        theirs: theirs.0,
        differences,
    }
}

fn differences(
    before: &Content,
    after: &Content,
    (library, dates): (&Library, DateStyle),
) -> Vec<String> {
    let entries = |found: Vec<EntryChange>| {
        let words = |change: EntryChange| {
            let what = match change.kind {
                EntryChangeKind::Added => "is new",
                EntryChangeKind::Deleted => "is deleted",
                EntryChangeKind::Changed => "is different",
            };
            format!("{} {} {what}", change.what, change.name)
        };
        found.into_iter().map(words).collect()
    };
    match (before, after) {
        (Content::Athlete(before), Content::Athlete(after)) => {
            let name = |session: &Session| load::title_of(&session.plan, library);
            let found = changes(before, after, name);
            found.iter().map(|it| it.in_words(dates)).collect()
        }
        (Content::Own(before), Content::Own(after)) => entries(library_changes(before, after)),
        (Content::Settings(before), Content::Settings(after)) => {
            entries(settings_changes(before, after))
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn change(day: u32, title: &str, what: What) -> Difference {
        Difference {
            date: NaiveDate::from_ymd_opt(2026, 11, day),
            title: title.to_owned(),
            what,
        }
    }

    #[test]
    fn what_restoring_does_is_said_in_a_sentence_and_line_by_line() {
        let moved = What::Moved(NaiveDate::from_ymd_opt(2026, 11, 3).unwrap());
        let found = [
            change(1, "", What::Added),
            change(2, "Tempo", What::Deleted),
            change(2, "Easy", What::Deleted),
            change(4, "Long run", moved),
            change(4, "Long run", What::Plan),
        ];
        assert_eq!(
            session_summary(&found),
            "Restoring brings 1 session back, removes 2 sessions and changes 1 session."
        );
        assert_eq!(
            session_summary(&found[..1]),
            "Restoring brings 1 session back."
        );
        assert_eq!(
            session_words(&found[1], DateStyle::DayFirst),
            "Mon 2 Nov 2026: “Tempo” is removed: it did not exist then"
        );
        assert_eq!(
            session_words(&found[3], DateStyle::DayFirst),
            "Wed 4 Nov 2026: “Long run” moves here from Tue 3 Nov"
        );
        assert_eq!(
            session_words(&found[3], DateStyle::MonthFirst),
            "Wed, Nov 4, 2026: “Long run” moves here from Tue Nov 3"
        );
    }
}
