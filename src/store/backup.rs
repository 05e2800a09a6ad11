//! Older versions of a file, kept under dated names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::{StoreError, files};

/// How many older versions of each file are kept.
pub(super) const KEPT: usize = 20;

/// Within a session of the program, a file is kept at most this often.
const INTERVAL: TimeDelta = TimeDelta::hours(1);

/// True when a file, kept last at `last` in this session, should be kept before it is overwritten at `now`.
/// A clock that was set back counts as due.
pub(super) fn is_due(last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    last.is_none_or(|last| now < last || now - last >= INTERVAL)
}

/// Keeps a copy of `path` in `backups` and lets the oldest go.
pub(super) fn keep(path: &Path, backups: &Path, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    place(path, backups, now, files::copy)
}

/// Moves `path` into `backups`, for a document that is removed.
pub(super) fn retire(
    path: &Path,
    backups: &Path,
    now: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    place(path, backups, now, |from, to| fs::rename(from, to))
}

/// The last version of `path` that was kept.
pub(super) fn last(path: &Path, backups: &Path) -> Option<PathBuf> {
    versions(path, backups).pop()
}

/// A moment as it stands in file names; sorts by time, and every system takes it.
pub(super) fn moment(now: DateTime<Utc>) -> String {
    now.format("%Y-%m-%dT%H%M%SZ").to_string()
}

/// The name of a file without its ending.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn place(
    path: &Path,
    backups: &Path,
    now: DateTime<Utc>,
    bring: impl Fn(&Path, &Path) -> io::Result<()>,
) -> Result<PathBuf, StoreError> {
    let unwritable = |source| StoreError::Unwritable {
        path: backups.to_owned(),
        source,
    };
    fs::create_dir_all(backups).map_err(unwritable)?;
    let target = free_name(backups, &format!("{}.{}", stem(path), moment(now)));
    bring(path, &target).map_err(unwritable)?;
    let kept = versions(path, backups);
    for old in kept.iter().take(kept.len().saturating_sub(KEPT)) {
        // One version too many does no harm; the next round tries again.
        fs::remove_file(old).ok();
    }
    Ok(target)
}

/// A path in `folder` for `name` that does not exist yet.
pub(super) fn free_name(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.ron"));
    if !first.exists() {
        return first;
    }
    let mut number = 2_u64;
    loop {
        let numbered = folder.join(format!("{name}-{number}.ron"));
        if !numbered.exists() {
            return numbered;
        }
        number += 1;
    }
}

/// The kept versions of a file, oldest first.
fn versions(path: &Path, backups: &Path) -> Vec<PathBuf> {
    let prefix = format!("{}.", stem(path));
    let Ok(entries) = fs::read_dir(backups) else {
        return Vec::new();
    };
    let mut versions: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let dated = name
                .strip_prefix(&prefix)
                .and_then(|rest| rest.strip_suffix(".ron"));
            dated.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
        .collect();
    versions.sort();
    versions
}
