//! Whose week it is, with what, and which day it is.

use chrono::NaiveDate;

use crate::domain::{CheckedProfile, DateStyle, Profile, WorkspaceSettings};
use crate::library::Library;

/// What the rules need to know besides the sessions.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::manual_non_exhaustive,
    reason = "other rooms of this crate must not put one together either"
)]
pub struct Context<'a> {
    /// The athlete's profile, with what it leaves open as in the workspace.
    pub profile: &'a Profile,
    /// The exercises.
    pub library: &'a Library,
    /// The current day.
    pub today: NaiveDate,
    /// How what is said of them writes days.
    pub dates: DateStyle,
    /// Keeps a context from being put together elsewhere, with a profile that knows nothing of the workspace's rules.
    _sealed: (),
}

impl<'a> Context<'a> {
    /// What the rules need of an athlete.
    pub fn new(profile: &'a CheckedProfile<'_>, library: &'a Library, today: NaiveDate) -> Self {
        Self::of(profile, library, today)
    }

    fn of(profile: &'a Profile, library: &'a Library, today: NaiveDate) -> Self {
        Self {
            profile,
            library,
            today,
            dates: DateStyle::default(),
            _sealed: (),
        }
    }

    /// The same for somebody who reads dates so.
    #[must_use]
    pub fn written(self, dates: DateStyle) -> Self {
        Self { dates, ..self }
    }

    /// The same with another profile.
    #[must_use]
    pub fn with<'b>(&self, profile: &'b CheckedProfile<'_>) -> Context<'b>
    where
        'a: 'b,
    {
        Context::new(profile, self.library, self.today).written(self.dates)
    }

    /// Its profile with a change: for trying how things would be.
    pub fn changed(&self, change: impl FnOnce(&mut Profile)) -> CheckedProfile<'static> {
        let mut profile = self.profile.clone();
        change(&mut profile);
        // The profile has its settings filled in already.
        WorkspaceSettings::default().checked(&profile).into_owned()
    }

    /// With a profile as it is: for tests of rules that no workspace sets.
    #[cfg(test)]
    pub(crate) fn unchecked(profile: &'a Profile, library: &'a Library, today: NaiveDate) -> Self {
        Self::of(profile, library, today)
    }
}
