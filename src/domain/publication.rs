//! What of a workspace is published: files of each athlete in a folder that others read.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::AthleteId;

/// The most weeks ahead that are published.
pub const MOST_PUBLISHED_WEEKS: u32 = 16;
/// Bytes of a file's code: enough that nobody finds it by trying.
const CODE: usize = 10;

/// A file that is kept up to date for each athlete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PublishedFile {
    /// A calendar to subscribe to.
    Calendar,
    /// The page for a phone.
    Page,
    /// The weeks on paper.
    Week,
}

impl PublishedFile {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Calendar, Self::Page, Self::Week];

    /// What its name ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Calendar => "ics",
            Self::Page => "html",
            Self::Week => "pdf",
        }
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Calendar => "Calendar (.ics)",
            Self::Page => "Phone page (.html)",
            Self::Week => "Weeks (.pdf)",
        }
    }

    /// The name of an athlete's file. It says nothing of who that is, nobody can guess it, no two athletes share it,
    /// and it is the same on every computer: a link that was sent out stays good.
    pub fn name_for(self, athlete: AthleteId) -> String {
        format!("plan-{}.{}", code(athlete), self.extension())
    }
}

/// What stands in the names of an athlete's published files, and in the files themselves.
pub fn code(athlete: AthleteId) -> String {
    let digest = Sha256::digest(format!("published by ironstride: {athlete}").as_bytes());
    let mut code = String::with_capacity(2 * CODE);
    for byte in digest.iter().take(CODE) {
        // Writing to a string cannot fail.
        let _ = write!(code, "{byte:02x}");
    }
    code
}

/// The folder that files are published into. It holds files of others too.
pub trait PublishedFolder {
    /// Our own file of this name, which holds `mark`; `None` where there is none.
    ///
    /// # Errors
    ///
    /// In a sentence without its end: it cannot be read, it is a link, or it is somebody else's.
    fn read(&self, name: &str, mark: &str) -> Result<Option<Vec<u8>>, String>;

    /// Writes a file that holds `mark`, whole or not at all; false where it is there as it should be.
    ///
    /// # Errors
    ///
    /// As [`PublishedFolder::read`], or it cannot be written.
    fn write(&self, name: &str, mark: &str, bytes: &[u8]) -> Result<bool, String>;

    /// Takes our own file of this name away; false where there is none.
    ///
    /// # Errors
    ///
    /// As [`PublishedFolder::read`], or it cannot be taken away.
    fn remove(&self, name: &str, mark: &str) -> Result<bool, String>;
}

/// What is published where. The folder is one of this computer, and so is all of this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Publication {
    /// The folder; empty before one was chosen.
    pub folder: String,
    /// False once it was stopped: what was chosen is kept.
    pub is_on: bool,
    /// Only these athletes; `None` for everybody who is not archived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<AthleteId>>,
    /// Which files, at least one.
    pub files: Vec<PublishedFile>,
    /// How many weeks, the current one among them.
    pub weeks: u32,
    /// Whose files there may be in the folder.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<AthleteId>,
}

impl Default for Publication {
    fn default() -> Self {
        Self {
            folder: String::new(),
            is_on: false,
            only: None,
            files: PublishedFile::ALL.to_vec(),
            weeks: 4,
            written: Vec::new(),
        }
    }
}

impl Publication {
    /// True when the files of an athlete are kept up to date.
    pub fn includes(&self, athlete: AthleteId) -> bool {
        self.only
            .as_ref()
            .is_none_or(|only| only.contains(&athlete))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_one_athlete_each_the_same_again_and_say_nothing() {
        let (one, other) = (AthleteId::from_bits(1), AthleteId::from_bits(2));
        let name = PublishedFile::Calendar.name_for(one);
        assert_eq!(name, PublishedFile::Calendar.name_for(one));
        assert_ne!(name, PublishedFile::Calendar.name_for(other));
        assert!(name.starts_with("plan-") && name.strip_suffix(".ics").is_some());
        assert_eq!(name.len(), "plan-.ics".len() + 2 * CODE);
        let id = one.to_string();
        assert!(!name.contains(id.get(..8).unwrap()), "{name}");
    }
}
