//! What can go wrong between a document and the disk, in words that say where, what, and what to do.

use std::io;
use std::path::{Path, PathBuf};

use super::system_words::system_words;

/// Something the disk or a file on it refused.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The path leads nowhere.
    #[error("{} does not exist; check the path, or connect its drive", path.display())]
    Missing {
        /// What was looked for.
        path: PathBuf,
    },
    /// A folder, but not one of ours.
    #[error(
        "{} is not a workspace: it holds no workspace.ron; choose another folder, or create a workspace in this one",
        path.display()
    )]
    NotAWorkspace {
        /// The folder.
        path: PathBuf,
    },
    /// A workspace would be created over another.
    #[error("{} already holds a workspace; open it, or choose another folder", path.display())]
    Occupied {
        /// The folder.
        path: PathBuf,
    },
    /// The system would not let us read.
    #[error("{} cannot be read: {}", path.display(), system_words(source))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder, pipe, socket or device where a file should be.
    #[error("{} is {what} and not a file; it was left alone, move it out of the folder", path.display())]
    NotAFile {
        /// What was met.
        path: PathBuf,
        /// What it is: "a pipe".
        what: &'static str,
    },
    /// A file of somebody else where one of ours would be published.
    #[error("{} was not published by Ironstride, so it was left alone; move it out of the folder", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A link that leads out of the workspace it is in.
    #[error(
        "{} is a link that leads out of the workspace, to {}; it was not followed, put the file itself in its place",
        path.display(),
        target.display()
    )]
    Outside {
        /// The link, or what lies behind it.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// Far larger than a document ever gets.
    #[error(
        "{} is {megabytes} MB, which no document of this program is; it was not read, move it out of the folder",
        path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in whole megabytes.
        megabytes: u64,
    },
    /// Not UTF-8.
    #[error("{} is {found}; save it as UTF-8 in your editor, then open it again", path.display())]
    Encoding {
        /// The file.
        path: PathBuf,
        /// What it is instead: "UTF-16 text".
        found: String,
    },
    /// Nothing in it.
    #[error("{} is empty; {advice}", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
        /// What to do, with the last backup where there is one.
        advice: String,
    },
    /// Text that is not the document it should be.
    #[error("{}, line {line}, column {column}: {message}; {advice}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What is wrong there.
        message: String,
        /// What to do, with the last backup where there is one.
        advice: String,
    },
    /// Written by a later program.
    #[error(
        "{} is of version {version} and this program knows up to {known}; it stays as it is until you update the program",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
        /// The last version this program knows.
        known: u32,
    },
    /// Two files hold the same athlete.
    #[error(
        "{} holds the same athlete as {}; both are shown, remove the one you do not need",
        path.display(),
        other.display()
    )]
    SameAthlete {
        /// The copy, which is another athlete from here on.
        path: PathBuf,
        /// The file that the athlete keeps.
        other: PathBuf,
    },
    /// Two versions of a file that are about different athletes.
    #[error("{} is about another athlete, so it was not merged", path.display())]
    OtherAthlete {
        /// The version that does not belong.
        path: PathBuf,
    },
    /// Parts of an athlete that are not there.
    #[error(
        "{}{} is missing, so the training from {from} on that it held is not shown; restore it from the backups, or wait until your sync tool has brought it",
        path.display(),
        match others { 0 => String::new(), 1 => " and another file of it".to_owned(), more => format!(" and {more} other files of it") }
    )]
    MissingPart {
        /// The first of them.
        path: PathBuf,
        /// Its first day.
        from: chrono::NaiveDate,
        /// How many others are missing.
        others: usize,
    },
    /// Something wrong with a part of an athlete, of whom the rest was read.
    #[error("{source}. The rest of the athlete is shown, and what you change is saved")]
    OfPart {
        /// The athlete's own file.
        own: PathBuf,
        /// What is wrong.
        source: Box<StoreError>,
    },
    /// A file that is none of a workspace.
    #[error("{} holds no athlete, library or settings of a workspace", path.display())]
    NoDocument {
        /// The file.
        path: PathBuf,
    },
    /// The workspace was opened for reading only.
    #[error("nothing was saved: {reason}")]
    ReadOnly {
        /// Why, and what to do.
        reason: String,
    },
    /// A document that could not be read back.
    #[error("{} was not written, since it could not be read back: {message}; undo the last change or correct that figure", path.display())]
    Unsound {
        /// The file it should have gone to.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// The system would not let us write; what was there before is whole.
    #[error(
        "{} cannot be written: {}; what was there before is unchanged",
        path.display(),
        system_words(source)
    )]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl StoreError {
    /// The file, when its content is what is wrong and an older version of it may help.
    pub fn damaged_file(&self) -> Option<&Path> {
        match self {
            Self::Damaged { path, .. }
            | Self::Empty { path, .. }
            | Self::Encoding { path, .. }
            | Self::TooLarge { path, .. }
            | Self::MissingPart { path, .. } => Some(path),
            Self::OfPart { own, source } => source.damaged_file().map(|_| own.as_path()),
            _ => None,
        }
    }

    /// What is wrong with a part, without the word on the rest of the athlete.
    pub(super) fn without_rest(self) -> Self {
        match self {
            Self::OfPart { source, .. } => *source,
            other => other,
        }
    }

    /// True when the same attempt may succeed later: the disk was full, a drive away, or something in the way that
    /// somebody may remove.
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Unwritable { .. }
                | Self::Unreadable { .. }
                | Self::Missing { .. }
                | Self::NotAFile { .. }
                | Self::Outside { .. }
        )
    }
}
