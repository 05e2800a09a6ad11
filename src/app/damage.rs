//! What the window says of a file that cannot be read: whose it is, and what a coach can do about it. The words of the
//! error, which lead to the place in the text, stand behind the pointer, and on the command line.

use std::path::Path;

use crate::store::{AthleteEntry, StoreError};
use crate::ui::format::{self, plural};

/// What is wrong with a file of a workspace, for a coach; `None` where the words of the error say it already. `known` are
/// the files whose athletes' names were read; `is_kept` where the backups hold an older version.
pub(super) fn words(error: &StoreError, known: &[AthleteEntry], is_kept: bool) -> Option<String> {
    let (damaged, own) = match error {
        StoreError::OfPart { own, source } => (&**source, Some(own.as_path())),
        whole => (whole, None),
    };
    let whose = |path: &Path| {
        let name = name_of(path);
        let known = known.iter().find(|known| known.file == name);
        known.map_or_else(
            || name.trim_end_matches(".ron").to_owned(),
            |known| known.name.clone(),
        )
    };
    if let (StoreError::MissingPart { path, from, others }, Some(own)) = (damaged, own) {
        let (file, from) = (named(path), format::date(*from));
        let are_missing = match others {
            0 => format!("the file {file} is missing"),
            others => format!(
                "the file {file} and {} are missing",
                plural(*others, "other", "others")
            ),
        };
        let advice = if is_kept {
            "Wait until your sync tool has brought it, or bring back an older version."
        } else {
            "Wait until your sync tool has brought it; no older version of it is kept."
        };
        return Some(format!(
            "Some of the training of {} from {from} on is not shown: {are_missing}. The rest of the athlete is shown, \
             and what you change is saved. {advice}",
            whose(own),
        ));
    }
    let (path, what) = fault(damaged)?;
    let file = named(path);
    let advice = if is_kept {
        "Bring back an older version, or correct it in a text editor."
    } else {
        "No older version of it is kept; correct it in a text editor."
    };
    if let Some(own) = own {
        return Some(format!(
            "A part of the training of {} is not shown: its file {file} {what}. The rest of the athlete is shown, \
             and what you change is saved. {advice}",
            whose(own),
        ));
    }
    let subject = match name_of(path) {
        "workspace.ron" => "The settings of this workspace".to_owned(),
        "library.ron" => "Your own exercises and templates".to_owned(),
        _ => whose(path),
    };
    Some(format!(
        "{subject} could not be opened: the file {file} {what}. It will not be overwritten. {advice}"
    ))
}

/// What is wrong inside a file: "is damaged near line 12"; `None` where it is something else.
fn fault(error: &StoreError) -> Option<(&Path, String)> {
    Some(match error {
        StoreError::Damaged { path, line, .. } => {
            (path.as_path(), format!("is damaged near line {line}"))
        }
        StoreError::Empty { path, .. } => (path.as_path(), "is empty".to_owned()),
        StoreError::Encoding { path, .. } => {
            let what = "was saved by another program in a form that cannot be read here";
            (path.as_path(), what.to_owned())
        }
        _ => return None,
    })
}

/// Why one of two versions cannot be read.
pub(super) fn why(error: &StoreError) -> String {
    let fault = fault(error).map(|(_, what)| format!("It {what}."));
    fault.unwrap_or_else(|| error.to_string())
}

/// A file as it is found in the folder of the workspace: "athletes/anna-kovac.ron", "workspace.ron".
pub(super) fn named(path: &Path) -> String {
    let name = name_of(path);
    let folder = path.parent().map_or("", name_of);
    if matches!(name, "workspace.ron" | "library.ron") || folder.is_empty() {
        return name.to_owned();
    }
    format!("{folder}/{name}")
}

fn name_of(path: &Path) -> &str {
    let name = path.file_name().and_then(|name| name.to_str());
    name.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damaged(path: &str) -> StoreError {
        StoreError::Damaged {
            path: path.into(),
            line: 12,
            column: 3,
            message: "Expected closing `)`".to_owned(),
            advice: String::new(),
        }
    }

    #[test]
    fn a_coach_reads_whose_file_it_is_and_what_to_do_and_no_grammar() {
        let known = [AthleteEntry {
            file: "anna-kovac.ron".to_owned(),
            id: None,
            name: "Anna Kovač".to_owned(),
            newer: None,
        }];
        let own = "/home/eva/plans/athletes/anna-kovac.ron";
        let said = words(&damaged(own), &known, true).unwrap();
        assert!(said.starts_with(
            "Anna Kovač could not be opened: the file athletes/anna-kovac.ron is damaged near line 12."
        ));
        for strange in ["column", "Expected", "/home", ";"] {
            assert!(!said.contains(strange), "{strange} in {said}");
        }
        let part = StoreError::OfPart {
            own: own.into(),
            source: Box::new(damaged("/home/eva/plans/athletes/anna-kovac/2019-01.ron")),
        };
        let said = words(&part, &known, true).unwrap();
        assert!(said.starts_with(
            "A part of the training of Anna Kovač is not shown: its file anna-kovac/2019-01.ron is damaged near line 12."
        ));
        let part = StoreError::OfPart {
            own: own.into(),
            source: Box::new(StoreError::MissingPart {
                path: "/home/eva/plans/athletes/anna-kovac/2019-01.ron".into(),
                from: chrono::NaiveDate::from_ymd_opt(2019, 1, 7).unwrap(),
                others: 6,
            }),
        };
        let said = words(&part, &known, false).unwrap();
        assert!(said.starts_with(
            "Some of the training of Anna Kovač from 7 Jan 2019 on is not shown: the file anna-kovac/2019-01.ron and 6 \
             others are missing."
        ), "{said}");
        assert!(said.ends_with("no older version of it is kept."));
        let said = words(&damaged("/home/eva/plans/library.ron"), &known, true).unwrap();
        assert!(said.starts_with(
            "Your own exercises and templates could not be opened: the file library.ron "
        ));
        let missing = StoreError::Missing { path: own.into() };
        assert_eq!(
            words(&missing, &known, true),
            None,
            "its own words are plain"
        );
    }
}
