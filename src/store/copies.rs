//! Files that are copies of another, by their names.

use super::paths::CONFLICT_MARK;

/// Marks that sync tools put into the names of what they could not merge: Dropbox, Nextcloud, Syncthing, Seafile,
/// Resilio, Google Drive on conflict.
const SYNC_MARKS: [&str; 6] = [
    "conflicted copy",
    "case conflict",
    "sync-conflict-",
    "sfconflict",
    ".conflict",
    "[conflict]",
];

/// True for the name of a file that a sync tool put beside another since it could not merge the two.
pub(super) fn is_of_sync_tool(name: &str) -> bool {
    let lower = name.to_lowercase();
    SYNC_MARKS.iter().any(|mark| lower.contains(mark))
}

/// True for the name of a file that stands beside another and waits to be merged with it.
pub(super) fn waits_to_be_merged(name: &str) -> bool {
    name.contains(CONFLICT_MARK) || is_of_sync_tool(name)
}

/// Those of the names that wait to be merged with the file of a stem, of our own the newest first.
pub(super) fn copies_of(names: impl Iterator<Item = String>, stem: &str) -> Vec<String> {
    let is_copy = |name: &String| {
        let rest = name.strip_prefix(stem).filter(|_| waits_to_be_merged(name));
        rest.is_some_and(|rest| rest.starts_with(['.', ' ', '(']))
    };
    let mut copies: Vec<String> = names.filter(is_copy).collect();
    copies.sort_unstable_by(|one, other| other.cmp(one));
    copies
}

/// True for what OneDrive calls the other version of a file: by the name of the computer that it is from, which is in
/// capitals: "anna-kovac-DESKTOP-7K2.ron".
pub(super) fn names_computer(name: &str, original: &str) -> bool {
    let original = original.strip_suffix(".ron").unwrap_or(original);
    let computer = name
        .strip_suffix(".ron")
        .and_then(|name| name.strip_prefix(original)?.strip_prefix('-'));
    let is_computer = |name: &str| {
        let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        name.len() > 2
            && name.chars().all(is_part)
            && name.contains(|c: char| c.is_ascii_uppercase())
    };
    computer.is_some_and(is_computer)
}

/// True for the name of a file that somebody or something copied: "anna (1)", "anna - Copy", "copy of anna".
pub(super) fn looks_copied(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".ron").unwrap_or(&lower);
    let numbered = stem.strip_suffix(')').is_some_and(|open| {
        let digits = open.trim_end_matches(|c: char| c.is_ascii_digit());
        digits.len() < open.len() && digits.ends_with('(')
    });
    // Our file names have no spaces, so a number after a space was added by a file manager.
    let spaced = stem
        .rsplit_once(' ')
        .is_some_and(|(_, last)| last.parse::<u32>().is_ok());
    is_of_sync_tool(name)
        || numbered
        || spaced
        || stem.split([' ', '_', '-']).any(|word| word == "copy")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_told_from_names() {
        for copy in [
            "anna-kovac (1).ron",
            "anna-kovac 2.ron",
            "anna-kovac copy.ron",
            "anna-kovac - Copy.ron",
            "Copy of anna-kovac.ron",
            "anna-kovac (Ben's conflicted copy 2026-11-24).ron",
            "anna-kovac.sync-conflict-20261124-120000-ABCDEFG.ron",
            "anna-kovac (Case Conflict).ron",
        ] {
            assert!(looks_copied(copy), "{copy}");
        }
        for own in [
            "anna-kovac.ron",
            "anna-kovac-2.ron",
            "copland.ron",
            "anna (coach).ron",
        ] {
            assert!(!looks_copied(own), "{own}");
        }
        assert!(names_computer(
            "anna-kovac-DESKTOP-7K2.ron",
            "anna-kovac.ron"
        ));
        for own in [
            "anna-kovac-2.ron",
            "anna-kovac-smith.ron",
            "ben-DESKTOP.ron",
        ] {
            assert!(!names_computer(own, "anna-kovac.ron"), "{own}");
        }
        assert!(is_of_sync_tool("a (Ben's conflicted copy 2026-11-24).ron"));
        assert!(!is_of_sync_tool("anna-kovac (1).ron"));
    }
}
