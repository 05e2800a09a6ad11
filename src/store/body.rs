//! What a file of each version holds.
//!
//! A version that has been out in the world never changes. The next one gets bodies of its own beside these,
//! a `From` the bodies before, and an arm in each [`Body::read`]; an old file then climbs version by version.

use ron::error::SpannedResult;
use serde::{Deserialize, Serialize};

use crate::domain::{Athlete, OwnLibrary, SharedProgram, WorkspaceSettings};

use crate::merge::{AthletePackage, Lineage};

use super::document::{Body, VERSION};
use super::extras::{self, Extra};
use super::preferences::Preferences;
use super::settle::{self, Fault};
use super::syntax::{parse, print};

/// The bodies of version 1. They borrow for writing and own for reading.
mod v1 {
    use super::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    pub(super) struct AthleteFile<A> {
        pub(super) version: u32,
        pub(super) athlete: A,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct SettingsFile<S> {
        pub(super) version: u32,
        pub(super) settings: S,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct LibraryFile<L> {
        pub(super) version: u32,
        pub(super) library: L,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct ProgramFile<S> {
        pub(super) version: u32,
        pub(super) shared: S,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct PackageFile<P> {
        pub(super) version: u32,
        pub(super) package: P,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct ExchangeFile<L> {
        pub(super) version: u32,
        pub(super) exchange: L,
    }

    #[derive(Serialize, Deserialize)]
    pub(super) struct PreferencesFile<P> {
        pub(super) version: u32,
        pub(super) preferences: P,
    }
}

impl Body for Athlete {
    fn read(_version: u32, text: &str) -> SpannedResult<Self> {
        parse::<v1::AthleteFile<Self>>(text).map(|file| file.athlete)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v1::AthleteFile {
            version: VERSION,
            athlete: self,
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v1::AthleteFile<Self>>(text)
    }

    fn fault(&self) -> Option<Fault> {
        settle::fault_of(self)
    }

    fn settle(&mut self) -> Vec<String> {
        settle::settle_athlete(self)
    }
}

impl Body for WorkspaceSettings {
    fn read(_version: u32, text: &str) -> SpannedResult<Self> {
        parse::<v1::SettingsFile<Self>>(text).map(|file| file.settings)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v1::SettingsFile {
            version: VERSION,
            settings: self,
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v1::SettingsFile<Self>>(text)
    }
}

impl Body for OwnLibrary {
    fn read(_version: u32, text: &str) -> SpannedResult<Self> {
        parse::<v1::LibraryFile<Self>>(text).map(|file| file.library)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v1::LibraryFile {
            version: VERSION,
            library: self,
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v1::LibraryFile<Self>>(text)
    }

    fn settle(&mut self) -> Vec<String> {
        settle::settle_library(self)
    }
}

impl Body for SharedProgram {
    fn read(_version: u32, text: &str) -> SpannedResult<Self> {
        parse::<v1::ProgramFile<Self>>(text).map(|file| file.shared)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v1::ProgramFile {
            version: VERSION,
            shared: self,
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v1::ProgramFile<Self>>(text)
    }
}

impl Body for AthletePackage {
    fn read(_version: u32, text: &str) -> SpannedResult<Self> {
        parse::<v1::PackageFile<Self>>(text).map(|file| file.package)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v1::PackageFile {
            version: VERSION,
            package: self,
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v1::PackageFile<Self>>(text)
    }

    fn fault(&self) -> Option<Fault> {
        settle::fault_of(&self.athlete)
    }

    fn settle(&mut self) -> Vec<String> {
        settle::settle_athlete(&mut self.athlete)
    }
}

impl Body for Lineage {
    fn read(_version: u32, text: &str) -> SpannedResult<Self> {
        parse::<v1::ExchangeFile<Self>>(text).map(|file| file.exchange)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v1::ExchangeFile {
            version: VERSION,
            exchange: self,
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v1::ExchangeFile<Self>>(text)
    }
}

impl Body for Preferences {
    fn read(_version: u32, text: &str) -> SpannedResult<Self> {
        parse::<v1::PreferencesFile<Self>>(text).map(|file| file.preferences)
    }

    fn write(&self) -> ron::Result<String> {
        print(&v1::PreferencesFile {
            version: VERSION,
            preferences: self,
        })
    }

    fn unknown(text: &str) -> Vec<Extra> {
        extras::unknown::<v1::PreferencesFile<Self>>(text)
    }

    fn settle(&mut self) -> Vec<String> {
        // A number too large for f32 becomes infinite, and would keep all later preferences from being written.
        self.layout.retain(|_, size| size.is_finite());
        Vec::new()
    }
}
