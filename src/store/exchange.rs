//! Packages that carry an athlete to another workspace and back, and what is remembered of them.
//!
//! `exchange/<athlete>.ron` says which versions of the athlete this workspace contains, and beside it lie the newest of
//! those versions, as bases of the merges to come.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::{Athlete, AthleteId, Stamp, VersionId};
use crate::merge::{AthletePackage, Lineage, MergedAthlete, athletes, common_base};

use super::loading::load;
use super::workspace::Store;
use super::{StoreError, files, format, links, output};

const FOLDER: &str = "exchange";

/// So many versions of an athlete are remembered by name, and so many of them whole.
const MOST_VERSIONS: usize = 400;
const MOST_KEPT: usize = 8;

/// A package that was read.
#[derive(Debug, Clone)]
pub struct PackageRead {
    /// What is in it.
    pub package: AthletePackage,
    /// It was changed after it was written, so it is a new version.
    pub was_edited: bool,
    /// What was set right in it, in sentences.
    pub notes: Vec<String>,
}

/// Reads the file of a package.
///
/// # Errors
///
/// All that can be wrong with a file, see [`StoreError`]; one of a later version is refused, since what it says more
/// would be lost.
pub fn read_package(path: &Path) -> Result<PackageRead, StoreError> {
    let text = files::read(path)?;
    let decoded = format::decode::<AthletePackage>(path, &text)?;
    if let Some(version) = decoded.newer {
        return Err(format::newer_error::<AthletePackage>(path, version));
    }
    let mut package = decoded.value;
    let found = checksum(format::text_of(path, &text)?);
    let was_edited = !package.check.is_empty() && found != package.check;
    if was_edited {
        // The file was changed after it was sent, so it is a new version. Derive its id from the content, so that
        // reading it again gives the same.
        let bits = u128::from(u32::from_str_radix(&found, 16).unwrap_or_default()) << 40;
        package.id = package
            .lineage
            .add(VersionId::from_bits(package.id.0.as_u128() ^ bits ^ 1))
            .id;
    }
    Ok(PackageRead {
        package,
        was_edited,
        notes: decoded.notes,
    })
}

/// True for the bytes of a package, whatever the file is called.
pub fn is_package(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(400)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let head: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    let head = head.trim_start_matches('\u{feff}');
    head.starts_with("(version:") && head.contains(",package:(")
}

/// The checksum of what follows the head of a package. Line ends, which mail programs change, do not count.
pub(super) fn checksum(text: &str) -> String {
    let body = text.find("athlete: (").and_then(|at| text.get(at..));
    let mut hasher = crc32fast::Hasher::new();
    for line in body.unwrap_or_default().lines() {
        hasher.update(line.trim_end().as_bytes());
        hasher.update(b"\n");
    }
    format!("{:08x}", hasher.finalize())
}

/// What a package would bring.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The athlete with what the package holds.
    pub merged: MergedAthlete,
    /// The package was taken in before, or is older than one that was.
    pub is_known: bool,
    /// The last version that both had is not known here, so that whatever differs counts as changed on both sides.
    pub has_no_base: bool,
}

impl Store {
    /// Writes an athlete into a package, as a version with the identity `id`; one that was sent before and has not
    /// changed since keeps the identity it had.
    ///
    /// # Errors
    ///
    /// [`StoreError::ReadOnly`], since what was sent has to be remembered; [`StoreError::Unsound`],
    /// [`StoreError::Unwritable`].
    pub fn write_package(
        &self,
        path: &Path,
        athlete: &Athlete,
        from: Stamp,
        id: VersionId,
    ) -> Result<(), StoreError> {
        self.may_write()?;
        self.refuse_what_is_not_whole(athlete.id)?;
        let mut lineage = self.lineage(athlete.id)?;
        let heads = lineage.heads();
        let same = match heads.as_slice() {
            [head] => self
                .kept(athlete.id, *head)
                .filter(|kept| **kept == *athlete)
                .map(|_| *head),
            _ => None,
        };
        let id = same.unwrap_or_else(|| lineage.add(id).id);
        let mut package = AthletePackage {
            id,
            from,
            check: String::new(),
            lineage: lineage.clone(),
            athlete: athlete.clone(),
        };
        package.check = checksum(&format::encode(path, &package)?);
        let text = format::encode(path, &package)?;
        self.keep(athlete, id)?;
        self.save_lineage(athlete.id, lineage)?;
        output::replace(path, text.as_bytes())
    }

    /// What a package would bring to the athlete as they are here.
    ///
    /// # Errors
    ///
    /// When what is remembered of earlier packages cannot be read.
    pub fn offer(&self, package: &AthletePackage, here: &Athlete) -> Result<Offer, StoreError> {
        let lineage = self.lineage(here.id)?;
        if lineage.contains(package.id) {
            return Ok(Offer {
                merged: MergedAthlete {
                    athlete: here.clone(),
                    decisions: Vec::new(),
                },
                is_known: true,
                has_no_base: false,
            });
        }
        let base = common_base(&lineage, &package.lineage, &|id| self.kept(here.id, id));
        Ok(Offer {
            merged: athletes(base.as_deref(), here, &package.athlete),
            is_known: false,
            has_no_base: base.is_none(),
        })
    }

    /// Remembers that a package was taken in.
    ///
    /// # Errors
    ///
    /// As [`Store::write_package`].
    pub fn remember_package(&self, package: &AthletePackage) -> Result<(), StoreError> {
        self.may_write()?;
        let mut lineage = self.lineage(package.athlete.id)?;
        lineage.join(&package.lineage);
        if !lineage.contains(package.id) {
            lineage.add(package.id);
        }
        self.keep(&package.athlete, package.id)?;
        self.save_lineage(package.athlete.id, lineage)
    }

    /// What is not in a package would count as deleted where it is taken in.
    fn refuse_what_is_not_whole(&self, athlete: AthleteId) -> Result<(), StoreError> {
        let state = self.state();
        let file = state.athletes.get(&athlete);
        if file.is_some_and(|file| state.lacks_parts(file)) {
            let reason = "a file with earlier training of the athlete cannot be read, and the package would be without it; restore it from the backups first";
            return Err(StoreError::ReadOnly {
                reason: reason.to_owned(),
            });
        }
        Ok(())
    }

    fn lineage_path(&self, athlete: AthleteId) -> PathBuf {
        self.dir().join(FOLDER).join(format!("{athlete}.ron"))
    }

    fn lineage(&self, athlete: AthleteId) -> Result<Lineage, StoreError> {
        let path = self.lineage_path(athlete);
        links::stay_within(self.dir(), &path)?;
        match load::<Lineage>(&path) {
            Ok((decoded, _)) => Ok(decoded.value),
            Err(StoreError::Missing { .. }) => Ok(Lineage::default()),
            Err(error) => Err(error),
        }
    }

    fn save_lineage(&self, athlete: AthleteId, mut lineage: Lineage) -> Result<(), StoreError> {
        lineage.keep_newest(MOST_VERSIONS);
        let path = self.lineage_path(athlete);
        self.save_in_exchange(&path, &format::encode(&path, &lineage)?)?;
        let versions = lineage.versions().iter().rev();
        let kept = versions.map(|version| self.kept_path(athlete, version.id));
        for old in kept.filter(|path| path.exists()).skip(MOST_KEPT) {
            // Deletion is best effort; the next save tries again.
            fs::remove_file(old).ok();
        }
        Ok(())
    }

    fn kept_path(&self, athlete: AthleteId, version: VersionId) -> PathBuf {
        self.dir()
            .join(FOLDER)
            .join(format!("{athlete}.{version}.ron"))
    }

    fn kept(&self, athlete: AthleteId, version: VersionId) -> Option<Arc<Athlete>> {
        let path = self.kept_path(athlete, version);
        links::stay_within(self.dir(), &path).ok()?;
        let (decoded, _) = load::<Athlete>(&path).ok()?;
        Some(Arc::new(decoded.value))
    }

    fn keep(&self, athlete: &Athlete, version: VersionId) -> Result<(), StoreError> {
        let path = self.kept_path(athlete.id, version);
        self.save_in_exchange(&path, &format::encode(&path, athlete)?)
    }

    fn save_in_exchange(&self, path: &Path, text: &str) -> Result<(), StoreError> {
        let folder = self.dir().join(FOLDER);
        links::stay_within(self.dir(), &folder)?;
        fs::create_dir_all(&folder).map_err(|source| StoreError::Unwritable {
            path: folder.clone(),
            source,
        })?;
        links::stay_within(self.dir(), path)?;
        files::save(path, text.as_bytes())
    }
}
