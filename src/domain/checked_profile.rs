//! A profile as the rules see it.

use std::borrow::Cow;
use std::ops::Deref;

use super::{Profile, WorkspaceSettings};

impl WorkspaceSettings {
    /// True when the rules find the same with these settings as with others.
    pub fn checks_like(&self, other: &Self) -> bool {
        self.policy == other.policy && self.rules == other.rules
    }

    /// A profile as the rules are to see it: what it leaves open is as in the workspace. It is for checking only; an
    /// athlete who was saved so would no longer follow the workspace.
    pub fn checked<'p>(&self, profile: &'p Profile) -> CheckedProfile<'p> {
        let has_policy = self.policy.is_none() || profile.policy.is_some();
        if has_policy && self.rules.is_empty() {
            return CheckedProfile(Cow::Borrowed(profile));
        }
        let mut merged = profile.clone();
        merged.policy = profile.policy.or(self.policy);
        merged.rules = profile.rules.or(&self.rules);
        CheckedProfile(Cow::Owned(merged))
    }
}

/// A profile as the rules are to see it: what it leaves open is as in the workspace. [`WorkspaceSettings::checked`]
/// alone makes them, so that nothing is checked by rules the coach has set otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedProfile<'p>(Cow<'p, Profile>);

impl CheckedProfile<'_> {
    /// The same with a profile of its own.
    pub fn into_owned(self) -> CheckedProfile<'static> {
        CheckedProfile(Cow::Owned(self.0.into_owned()))
    }
}

impl Deref for CheckedProfile<'_> {
    type Target = Profile;

    fn deref(&self) -> &Profile {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::Policy;

    use super::*;

    #[test]
    fn an_own_policy_wins_over_that_of_the_workspace() {
        let mut profile = Profile::named("Anna");
        let mut workspace = WorkspaceSettings::default();
        assert!(matches!(workspace.checked(&profile).0, Cow::Borrowed(_)));
        workspace.policy = Some(Policy::Separate);
        assert_eq!(workspace.checked(&profile).policy(), Policy::Separate);
        profile.policy = Some(Policy::HardDaysHard);
        assert_eq!(workspace.checked(&profile).policy(), Policy::HardDaysHard);
    }
}
