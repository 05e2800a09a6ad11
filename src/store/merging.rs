//! Three versions of one file merged: for git, for what sync tools put beside a file, and for a file that somebody else
//! changed meanwhile.

use std::path::{Path, PathBuf};

use crate::domain::{OwnLibrary, WorkspaceSettings};
use crate::merge::{self, Lineage, MergeDecision};

use super::document::Body;
use super::extras::{self, Extra};
use super::parted::{Main, StoredPart};
use super::scan::{Token, tokens};
use super::{StoreError, files, format, moved};

/// A document whose versions can be merged.
pub(super) trait Mergeable: Body + Clone + PartialEq {
    /// Merges two versions on the last that both had.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> (Self, Vec<MergeDecision>);

    /// False for documents of which one cannot be another version of the other.
    fn is_version_of(&self, _other: &Self) -> bool {
        true
    }
}

impl Mergeable for Main {
    /// A session that one side moved into a part is taken out here, as that part is merged in its turn.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> (Self, Vec<MergeDecision>) {
        let of_base = base.map(|base| &base.athlete);
        let mut merged = merge::athletes(of_base, &ours.athlete, &theirs.athlete);
        if let Some(base) = of_base {
            moved::mark(base, &ours.athlete, &theirs.athlete, &mut merged.athlete);
        }
        let history = match (&ours.history, &theirs.history) {
            (Some(ours), Some(theirs)) => Some(ours.joined(theirs)),
            (one, other) => one.clone().or_else(|| other.clone()),
        };
        let main = Self {
            athlete: merged.athlete,
            history,
        };
        (main, merged.decisions)
    }

    fn is_version_of(&self, other: &Self) -> bool {
        self.athlete.id == other.athlete.id
    }
}

impl Mergeable for StoredPart {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> (Self, Vec<MergeDecision>) {
        let base = base.map(StoredPart::as_athlete);
        let (ours, theirs) = (ours.as_athlete(), theirs.as_athlete());
        let mut merged = merge::athletes(base.as_ref(), &ours, &theirs);
        if let Some(base) = &base {
            moved::mark(base, &ours, &theirs, &mut merged.athlete);
        }
        (Self::of(merged.athlete), merged.decisions)
    }

    fn is_version_of(&self, other: &Self) -> bool {
        self.athlete == other.athlete
    }
}

impl Mergeable for OwnLibrary {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> (Self, Vec<MergeDecision>) {
        merge::libraries(base, ours, theirs)
    }
}

impl Mergeable for WorkspaceSettings {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> (Self, Vec<MergeDecision>) {
        merge::settings(base, ours, theirs)
    }
}

impl Mergeable for Lineage {
    fn merge(_base: Option<&Self>, ours: &Self, theirs: &Self) -> (Self, Vec<MergeDecision>) {
        // After a merge the lineage contains the versions of both sides.
        let (first, second) = if ours.heads() <= theirs.heads() {
            (ours, theirs)
        } else {
            (theirs, ours)
        };
        let mut all = first.clone();
        all.join(second);
        (all, Vec::new())
    }
}

/// A version of a file.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// Where it stands, for errors.
    pub(super) path: PathBuf,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

impl Text {
    /// The version that a file holds.
    pub(super) fn read(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            path: path.to_owned(),
            bytes: files::read(path)?,
        })
    }
}

/// The result of a merge.
#[derive(Debug)]
pub(super) struct MergedText {
    /// The file of the document, with the fields of either side that are not known here.
    pub(super) text: String,
    /// What both sides changed.
    pub(super) decisions: Vec<MergeDecision>,
}

/// A version that was read.
struct Version<T> {
    value: T,
    extras: Vec<Extra>,
}

/// Merges two versions of a file on the last that both had. A base that cannot be read counts as none.
///
/// # Errors
///
/// All that can be wrong with a file; [`StoreError::Newer`] for one of a later version, whose fields have a meaning that
/// is not known here; [`StoreError::OtherAthlete`] for two that are not about one athlete.
pub(super) fn merge_texts<T: Mergeable>(
    base: Option<&Text>,
    ours: &Text,
    theirs: &Text,
) -> Result<MergedText, StoreError> {
    let our_version = version::<T>(ours)?;
    let their_version = version::<T>(theirs)?;
    if !their_version.value.is_version_of(&our_version.value) {
        return Err(StoreError::OtherAthlete {
            path: theirs.path.clone(),
        });
    }
    let base = base.and_then(|base| version::<T>(base).ok());
    let base = base.filter(|base| base.value.is_version_of(&our_version.value));
    let of_base = base.as_ref().map(|base| &base.value);
    let (value, decisions) = T::merge(of_base, &our_version.value, &their_version.value);
    let mut text = format::encode(&ours.path, &value)?;
    let of_base = base.as_ref().map(|base| base.extras.as_slice());
    let extras = extras::merged(
        of_base.unwrap_or_default(),
        &our_version.extras,
        &their_version.extras,
    );
    if !extras.is_empty() {
        let whole = extras::put_back(&text, &extras);
        if T::read(T::KNOWN, &whole).is_ok() {
            text = whole;
        }
    }
    Ok(MergedText { text, decisions })
}

fn version<T: Mergeable>(text: &Text) -> Result<Version<T>, StoreError> {
    let decoded = format::decode::<T>(&text.path, &text.bytes)?;
    if let Some(version) = decoded.newer {
        return Err(format::newer_error::<T>(&text.path, version));
    }
    Ok(Version {
        value: decoded.value,
        extras: T::unknown(format::text_of(&text.path, &text.bytes)?),
    })
}

/// Merges two versions of a file of a workspace on the last that both had, and puts the result in the place of `ours`.
/// What kind of file it is stands in it and not in its name, which git makes up. Returns what both sides changed, in
/// sentences.
///
/// # Errors
///
/// As for a document that is read, [`StoreError::OtherAthlete`], [`StoreError::NoDocument`]; `ours` is then as it was.
pub fn merge_files(base: &Path, ours: &Path, theirs: &Path) -> Result<Vec<String>, StoreError> {
    let (ours, theirs) = (Text::read(ours)?, Text::read(theirs)?);
    if ours.bytes == theirs.bytes {
        return Ok(Vec::new());
    }
    // Git passes an empty base if both sides added the file.
    let base = Text::read(base).ok();
    match kind_of(&ours)?.as_str() {
        "athlete" => merge_into::<Main>(base.as_ref(), &ours, &theirs),
        "part" => merge_into::<StoredPart>(base.as_ref(), &ours, &theirs),
        "library" => merge_into::<OwnLibrary>(base.as_ref(), &ours, &theirs),
        "exchange" => merge_into::<Lineage>(base.as_ref(), &ours, &theirs),
        "settings" => merge_into::<WorkspaceSettings>(base.as_ref(), &ours, &theirs),
        _ => Err(StoreError::NoDocument { path: ours.path }),
    }
}

fn merge_into<T: Mergeable>(
    base: Option<&Text>,
    ours: &Text,
    theirs: &Text,
) -> Result<Vec<String>, StoreError> {
    let merged = merge_texts::<T>(base, ours, theirs)?;
    if merged.text.as_bytes() != ours.bytes {
        files::save(&ours.path, merged.text.as_bytes())?;
    }
    Ok(merged.decisions.iter().map(ToString::to_string).collect())
}

/// The name of the field that holds the document.
fn kind_of(text: &Text) -> Result<String, StoreError> {
    let mut depth = 0_usize;
    let content = format::text_of(&text.path, &text.bytes)?;
    let mut tokens = tokens(content).map(|(_, token)| token).peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Word(field)
                if depth == 1 && field != "version" && tokens.peek() == Some(&Token::Mark(':')) =>
            {
                return Ok(field.to_owned());
            }
            _ => {}
        }
    }
    Err(StoreError::NoDocument {
        path: text.path.clone(),
    })
}
