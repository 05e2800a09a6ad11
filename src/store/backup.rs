//! Older versions of a file, kept under dated names.
//!
//! How many are kept depends on their age, as people look for yesterday's in days and for last year's in months: the
//! newest, then the last of each day, of each week, of each month. Periods are counted by the versions there are and
//! not by today's date, so that a clock that is wrong, in either direction, costs nothing.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};

use super::{StoreError, files, links};

/// Within a session of the program, a file is kept at most this often.
const INTERVAL: TimeDelta = TimeDelta::hours(1);

/// So many of the newest are kept, whenever they were made.
const NEWEST: usize = 12;

/// Of so many days, weeks and months that have a version, the last is kept.
const DAYS: usize = 31;
const WEEKS: usize = 53;
const MONTHS: usize = 240;

/// All versions of a file together are no larger than this; the oldest go first.
const MOST_BYTES: u64 = 128 << 20;

/// However large a file is and however full the disk, so many versions stay.
const FEWEST: usize = 3;

/// True when a file, kept last at `last` in this session, should be kept before it is overwritten at `now`.
/// A clock that was set back counts as due.
pub(super) fn is_due(last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    last.is_none_or(|last| now < last || now - last >= INTERVAL)
}

/// The backups of one file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backups<'a> {
    /// The workspace.
    pub(super) root: &'a Path,
    /// The folder of backups in it.
    pub(super) folder: &'a Path,
    /// The file.
    pub(super) path: &'a Path,
}

/// A kept version of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version {
    /// When it was kept, in UTC.
    pub(super) moment: NaiveDateTime,
    /// Counts those of one second.
    number: u64,
    /// Where it is.
    pub(super) path: PathBuf,
    /// Its size.
    pub(super) bytes: u64,
}

impl Backups<'_> {
    /// Keeps the file as it is now, and lets go what is too old for its age.
    ///
    /// # Errors
    ///
    /// What the system says; [`is_full`](files::is_full) when there is no room.
    pub(super) fn keep(self, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
        self.place(now, files::keep)
    }

    /// Moves the file among its backups, for a document that is removed.
    pub(super) fn retire(self, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
        self.place(now, |from, to| fs::rename(from, to))
    }

    /// Moves another version of the file among its backups.
    pub(super) fn adopt(self, version: &Path, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
        self.place(now, |_, to| fs::rename(version, to))
    }

    /// Moves a damaged file among its backups, under a name that is none of a version: it is neither offered as one nor
    /// let go with them.
    pub(super) fn set_aside(self, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
        self.refuse_links()?;
        let unwritable = |source| StoreError::Unwritable {
            path: self.folder.to_owned(),
            source,
        };
        fs::create_dir_all(self.folder).map_err(unwritable)?;
        let name = format!("{}.damaged-{}", stem(self.path), moment(now));
        let target = free_name(self.folder, &name);
        fs::rename(self.path, &target).map_err(unwritable)?;
        Ok(target)
    }

    /// The last version that was kept.
    pub(super) fn last(self) -> Option<PathBuf> {
        self.newest_first().into_iter().next()
    }

    /// The versions that were kept.
    pub(super) fn newest_first(self) -> Vec<PathBuf> {
        let versions = self.versions().into_iter();
        versions.map(|version| version.path).collect()
    }

    /// Takes the oldest version away, to make room for a save; false when no more than a few are left.
    pub(super) fn give_up_oldest(self) -> bool {
        let versions = self.versions();
        let oldest = versions.get(FEWEST..).and_then(<[Version]>::last);
        oldest.is_some_and(|version| fs::remove_file(&version.path).is_ok())
    }

    fn place(
        self,
        now: DateTime<Utc>,
        bring: impl Fn(&Path, &Path) -> io::Result<()>,
    ) -> Result<PathBuf, StoreError> {
        let unwritable = |source| StoreError::Unwritable {
            path: self.folder.to_owned(),
            source,
        };
        self.refuse_links()?;
        fs::create_dir_all(self.folder).map_err(unwritable)?;
        let name = format!("{}.{}", stem(self.path), moment(now));
        let target = free_name(self.folder, &name);
        bring(self.path, &target).map_err(unwritable)?;
        let versions = self.versions();
        for (version, stays) in versions.iter().zip(kept(&versions, now)) {
            if !stays && version.path != target {
                // Deletion is best effort; the next backup tries again.
                fs::remove_file(&version.path).ok();
            }
        }
        Ok(target)
    }

    /// Files behind a link are not ours to add to, and least of all to remove.
    fn refuse_links(self) -> Result<(), StoreError> {
        links::stay_within(self.root, self.folder)?;
        if fs::symlink_metadata(self.folder).is_ok_and(|data| data.is_symlink()) {
            return Err(StoreError::NotAFile {
                path: self.folder.to_owned(),
                what: "a link",
            });
        }
        Ok(())
    }

    /// The kept versions, newest first. Only plain files in a folder of ours count.
    pub(super) fn versions(self) -> Vec<Version> {
        if self.refuse_links().is_err() {
            return Vec::new();
        }
        let Ok(entries) = fs::read_dir(self.folder) else {
            return Vec::new();
        };
        let prefix = format!("{}.", stem(self.path));
        let version = |entry: fs::DirEntry| {
            let name = entry.file_name().into_string().ok()?;
            let dated = name.strip_prefix(&prefix)?.strip_suffix(".ron")?;
            let (moment, number) = dated_name(dated)?;
            let data = fs::symlink_metadata(entry.path()).ok()?;
            data.is_file().then(|| Version {
                moment,
                number,
                path: entry.path(),
                bytes: data.len(),
            })
        };
        let mut versions: Vec<Version> = entries.filter_map(|entry| version(entry.ok()?)).collect();
        versions.sort_by(|a, b| b.cmp(a));
        versions
    }
}

/// The names, without their ending, of the files that have versions in a folder of backups.
pub(super) fn stems(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let stem = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let (stem, dated) = name.strip_suffix(".ron")?.rsplit_once('.')?;
        dated_name(dated).map(|_| stem.to_owned())
    };
    entries.filter_map(stem).collect()
}

/// Which of the versions, newest first, stay.
fn kept(versions: &[Version], now: DateTime<Utc>) -> Vec<bool> {
    let mut days = BTreeSet::new();
    let mut weeks = BTreeSet::new();
    let mut months = BTreeSet::new();
    let mut recent = 0;
    let mut bytes = 0;
    let mut count = 0;
    let stays = |version: &Version| {
        // A version dated in the future by a wrong clock is kept until that day.
        let ahead = version.moment > now.naive_utc();
        let day = version.moment.date();
        let mut stays = ahead;
        if !ahead {
            let month = (day.year(), day.month());
            let periods = [
                recent < NEWEST,
                days.len() < DAYS && days.insert(day),
                weeks.len() < WEEKS && weeks.insert(day.iso_week()),
                months.len() < MONTHS && months.insert(month),
            ];
            recent += 1;
            stays = periods.contains(&true);
        }
        if stays {
            bytes += version.bytes;
            count += 1;
            stays = ahead || count <= FEWEST || bytes <= MOST_BYTES;
        }
        stays
    };
    versions.iter().map(stays).collect()
}

/// A moment as it stands in file names; every system takes it.
const MOMENT: &str = "%Y-%m-%dT%H%M%SZ";

/// A moment as it stands in file names.
pub(super) fn moment(now: DateTime<Utc>) -> String {
    now.format(MOMENT).to_string()
}

/// Reads `2026-11-24T170000Z`, or `2026-11-24T170000Z-2` for the second of that moment.
pub(super) fn dated_name(name: &str) -> Option<(NaiveDateTime, u64)> {
    let end = name.find('Z')? + 1;
    let (moment, number) = name.split_at_checked(end)?;
    let number = match number.strip_prefix('-') {
        Some(number) => number.parse().ok()?,
        None if number.is_empty() => 1,
        None => return None,
    };
    let moment = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?;
    Some((moment, number))
}

/// The name of a file without its ending.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// A path in `folder` for `name` that does not exist yet.
pub(super) fn free_name(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.ron"));
    let is_free = |path: &Path| fs::symlink_metadata(path).is_err();
    if is_free(&first) {
        return first;
    }
    let mut number = 2_u64;
    loop {
        let numbered = folder.join(format!("{name}-{number}.ron"));
        if is_free(&numbered) {
            return numbered;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(hours)
    }

    fn version(hours: i64, bytes: u64) -> Version {
        Version {
            moment: at(hours).naive_utc(),
            number: 1,
            path: PathBuf::new(),
            bytes,
        }
    }

    /// Keeps one version every so many hours, letting go each time; gives the ages in hours of what stays.
    fn ages(hours: i64, every: i64, bytes: u64) -> Vec<i64> {
        let mut versions: Vec<Version> = Vec::new();
        let mut now = 0;
        while now <= hours {
            versions.insert(0, version(now, bytes));
            let stays = kept(&versions, at(now));
            let mut stays = stays.into_iter();
            versions.retain(|_| stays.next().unwrap());
            now += every;
        }
        let last = versions[0].moment;
        versions
            .iter()
            .map(|version| (last - version.moment).num_hours())
            .collect()
    }

    #[test]
    fn versions_thin_out_with_their_age() {
        let ages = ages(3 * 365 * 24, 3, 1000);
        let within = |from: i64, to: i64| {
            let days = (from * 24)..(to * 24);
            ages.iter().filter(|age| days.contains(age)).count()
        };
        assert_eq!(ages[..12], [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33]);
        assert!((28..=31).contains(&within(2, 32)), "{}", within(2, 32));
        assert!((44..=56).contains(&within(32, 365)), "{}", within(32, 365));
        assert!(
            (23..=26).contains(&within(365, 1200)),
            "{}",
            within(365, 1200)
        );
    }

    #[test]
    fn many_openings_on_a_day_do_not_push_out_older_days() {
        let mut versions: Vec<Version> = (0..31).map(|day| version(-24 * day, 1)).collect();
        versions.splice(0..0, (1..200).rev().map(|n| version(0, n)));
        let stays = kept(&versions, at(1));
        assert!(stays[200..].iter().all(|stays| *stays));
        assert_eq!(stays[..199].iter().filter(|stays| **stays).count(), NEWEST);
    }

    #[test]
    fn a_wrong_clock_costs_nothing() {
        let versions: Vec<Version> = (0..60).map(|day| version(-24 * day, 1)).collect();
        let usual = kept(&versions, at(1));
        assert_eq!(kept(&versions, at(10 * 365 * 24)), usual, "ahead");
        let back = kept(&versions, at(-24 * 365 * 20));
        assert!(back.iter().all(|stays| *stays), "back");
        let mut mixed = versions.clone();
        mixed.extend((0..5).map(|hour| version(-24 * 4000 - hour, 1)));
        let then = kept(&mixed, at(-24 * 4000));
        assert!(then.iter().all(|stays| *stays), "made while it was back");
    }

    #[test]
    fn the_bytes_are_bounded_and_a_few_stay_whatever_their_size() {
        let versions: Vec<Version> = (0..20).map(|day| version(-24 * day, 20 << 20)).collect();
        let stays = kept(&versions, at(1));
        assert_eq!(stays.iter().filter(|stays| **stays).count(), 6);
        let versions: Vec<Version> = (0..20).map(|day| version(-24 * day, 1 << 30)).collect();
        let stays = kept(&versions, at(1));
        assert_eq!(stays.iter().filter(|stays| **stays).count(), FEWEST);
        assert!(stays[..FEWEST].iter().all(|stays| *stays), "the newest");
    }

    #[test]
    fn names_of_versions_are_read_and_others_are_not() {
        let read = |name| dated_name(name).map(|(_, number)| number);
        assert_eq!(read("2026-11-24T170000Z"), Some(1));
        assert_eq!(read("2026-11-24T170000Z-12"), Some(12));
        for other in [
            "2026",
            "2026.2026-11-24T170000Z",
            "2026-11-24T170000Zx",
            "keep-me",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
