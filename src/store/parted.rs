//! An athlete in several files: their own, and parts with the sessions of other times.
//!
//! Where a session stands has no meaning: the athlete is all that the files hold together. So a session may stand
//! twice for a while, after a program that was ended between two writes or a merge that git made file by file, and a
//! part that cannot be written is no hindrance, since what belongs into it may stand in the athlete's own file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ron::error::SpannedResult;
use serde::{Deserialize, Serialize};

use crate::domain::{Athlete, AthleteId, Profile, Sessions, Tombstone};

use super::body::held_as_it_is;
use super::document::Body;
use super::extras::{self, Extra};
use super::paths::file_name;
use super::settle::{self, Fault};
use super::syntax::{parse, print};

/// Where the sessions stand that are not in an athlete's own file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredYears {
    /// The first day of which the athlete's own file holds the sessions.
    pub(super) from: NaiveDate,
    /// The first day after those; `None` when it holds all that is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) until: Option<NaiveDate>,
    /// The first days of the parts, which are their names. Each holds the sessions up to the next one's first day.
    #[serde(default)]
    pub(super) parts: Vec<NaiveDate>,
}

impl StoredYears {
    /// What two versions of a file say together. Sessions that stand elsewhere than that says are found all the same.
    pub(super) fn joined(&self, other: &Self) -> Self {
        let parts: BTreeSet<NaiveDate> = self.parts.iter().chain(&other.parts).copied().collect();
        Self {
            from: self.from.max(other.from),
            until: match (self.until, other.until) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            },
            parts: parts.into_iter().collect(),
        }
    }
}

/// What an athlete's own file holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Main {
    /// The athlete with the sessions that stand in this file.
    pub(super) athlete: Athlete,
    /// Where the others stand; `None` when there are no others.
    pub(super) history: Option<StoredYears>,
}

/// What a part holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct StoredPart {
    /// Whose sessions they are.
    pub(super) athlete: AthleteId,
    /// The sessions.
    #[serde(default)]
    pub(super) sessions: Sessions,
    /// Deleted sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) tombstones: Vec<Tombstone>,
}

impl StoredPart {
    /// A part without anything.
    pub(super) fn empty(athlete: AthleteId) -> Self {
        Self {
            athlete,
            sessions: Sessions::default(),
            tombstones: Vec::new(),
        }
    }

    /// An athlete of whom nothing is known but this: for what is done with athletes and sessions alone.
    pub(super) fn as_athlete(&self) -> Athlete {
        Athlete {
            sessions: self.sessions.clone(),
            tombstones: self.tombstones.clone(),
            ..Athlete::new(self.athlete, Profile::named(""))
        }
    }

    /// What of an athlete a part can hold.
    pub(super) fn of(athlete: Athlete) -> Self {
        Self {
            athlete: athlete.id,
            sessions: athlete.sessions,
            tombstones: athlete.tombstones,
        }
    }
}

/// The folder with the parts of the athlete whose own file this is.
pub(super) fn folder_of(own: &Path) -> PathBuf {
    own.with_extension("")
}

/// The path of a part.
pub(super) fn path_of(own: &Path, start: NaiveDate) -> PathBuf {
    folder_of(own).join(file_name(&start.to_string()))
}

/// The first day of a part by the name of its file; `None` for a file that this program gave no name.
pub(super) fn start_of(name: &str) -> Option<NaiveDate> {
    let start: NaiveDate = name.strip_suffix(".ron")?.parse().ok()?;
    // Accept only names as we write them, so that no two names mean the same part.
    (file_name(&start.to_string()) == name).then_some(start)
}

/// The bodies of version 2, which an athlete's own file is of as soon as there are parts.
mod v2 {
    use super::{
        Athlete, AthleteId, Deserialize, Profile, Serialize, Sessions, StoredYears, Tombstone,
    };

    #[derive(Serialize, Deserialize)]
    pub(super) struct File<A> {
        pub(super) version: u32,
        pub(super) athlete: A,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct PartFile<P> {
        pub(super) version: u32,
        pub(super) part: P,
    }

    /// As in version 1, and where the other sessions stand.
    #[derive(Serialize, Deserialize)]
    pub(in crate::store) struct Own {
        id: AthleteId,
        profile: Profile,
        #[serde(default)]
        sessions: Sessions,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tombstones: Vec<Tombstone>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        history: Option<StoredYears>,
    }

    impl Own {
        pub(super) fn new(athlete: Athlete, history: Option<StoredYears>) -> Self {
            Self {
                id: athlete.id,
                profile: athlete.profile,
                sessions: athlete.sessions,
                tombstones: athlete.tombstones,
                history,
            }
        }

        pub(super) fn into_main(self) -> super::Main {
            super::Main {
                athlete: Athlete {
                    id: self.id,
                    profile: self.profile,
                    sessions: self.sessions,
                    tombstones: self.tombstones,
                },
                history: self.history,
            }
        }
    }
}

#[cfg(test)]
pub(super) use v2::Own;

/// The last version of an athlete's files.
const VERSION: u32 = 2;

impl Body for Main {
    const KNOWN: u32 = VERSION;

    fn read(version: u32, text: &str) -> SpannedResult<Self> {
        let file = parse::<v2::File<v2::Own>>(text)?;
        let mut main = file.athlete.into_main();
        if version < VERSION {
            // A file of version 1 has no parts, whatever it says.
            main.history = None;
        }
        Ok(main)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v2::File {
            // Older versions of Ironstride can read and change an athlete in one file.
            version: if self.history.is_some() { VERSION } else { 1 },
            athlete: v2::Own::new(self.athlete.clone(), self.history.clone()),
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v2::File<v2::Own>>(text)
    }

    fn fault(&self) -> Option<Fault> {
        settle::fault_of(&self.athlete)
    }

    fn settle(&mut self) -> Vec<String> {
        settle::settle_athlete(&mut self.athlete)
    }
}

impl Body for StoredPart {
    const KNOWN: u32 = VERSION;

    held_as_it_is!(v2::PartFile, part);

    fn fault(&self) -> Option<Fault> {
        settle::fault_of(&self.as_athlete())
    }

    fn settle(&mut self) -> Vec<String> {
        let mut athlete = self.as_athlete();
        let told = settle::settle_athlete(&mut athlete);
        *self = Self::of(athlete);
        told
    }
}
