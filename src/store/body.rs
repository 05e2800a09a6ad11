//! What a file of each version holds.
//!
//! A version that has been out in the world never changes. The next one gets bodies of its own beside these,
//! a `From` the bodies before, and an arm in each [`Body::read`]; an old file then climbs version by version.

use ron::error::SpannedResult;
use serde::{Deserialize, Serialize};

use crate::domain::{Athlete, OwnLibrary, SharedProgram, WorkspaceSettings};

use crate::merge::{AthletePackage, Lineage};

use super::document::Body;
use super::extras::{self, Extra};
use super::preferences::Preferences;
use super::settle::{self, Fault};
use super::syntax::{parse, print};

/// The files of version 1: their version, and what they hold by the name it has there. They borrow for writing and own
/// for reading.
mod v1 {
    use super::{Deserialize, Serialize};

    macro_rules! files {
        ($($file:ident: $held:ident;)*) => {
            $(#[derive(Serialize, Deserialize)]
            pub(super) struct $file<T> {
                pub(super) version: u32,
                pub(super) $held: T,
            })*
        };
    }

    files! {
        AthleteFile: athlete;
        SettingsFile: settings;
        LibraryFile: library;
        ProgramFile: shared;
        PackageFile: package;
        ExchangeFile: exchange;
        PreferencesFile: preferences;
    }
}

/// Reading and writing of a body that its file holds as it is.
macro_rules! held_as_it_is {
    ($version:ident::$file:ident, $held:ident) => {
        fn read(_version: u32, text: &str) -> SpannedResult<Self> {
            parse::<$version::$file<Self>>(text).map(|file| file.$held)
        }

        fn write(&self) -> ron::Result<String> {
            print(&$version::$file {
                version: Self::KNOWN,
                $held: self,
            })
        }

        fn unknown(text: &str) -> Vec<Extra> {
            extras::unknown::<$version::$file<Self>>(text)
        }
    };
}

pub(super) use held_as_it_is;

impl Body for Athlete {
    held_as_it_is!(v1::AthleteFile, athlete);

    fn fault(&self) -> Option<Fault> {
        settle::fault_of(self)
    }

    fn settle(&mut self) -> Vec<String> {
        settle::settle_athlete(self)
    }
}

impl Body for WorkspaceSettings {
    held_as_it_is!(v1::SettingsFile, settings);
}

impl Body for OwnLibrary {
    held_as_it_is!(v1::LibraryFile, library);

    fn settle(&mut self) -> Vec<String> {
        settle::settle_library(self)
    }
}

impl Body for SharedProgram {
    held_as_it_is!(v1::ProgramFile, shared);
}

impl Body for AthletePackage {
    held_as_it_is!(v1::PackageFile, package);

    fn fault(&self) -> Option<Fault> {
        settle::fault_of(&self.athlete)
    }

    fn settle(&mut self) -> Vec<String> {
        settle::settle_athlete(&mut self.athlete)
    }
}

impl Body for Lineage {
    held_as_it_is!(v1::ExchangeFile, exchange);
}

impl Body for Preferences {
    held_as_it_is!(v1::PreferencesFile, preferences);

    fn settle(&mut self) -> Vec<String> {
        // A number too large for f32 becomes infinite, and would keep all later preferences from being written.
        self.layout.retain(|_, size| size.is_finite());
        Vec::new()
    }
}
