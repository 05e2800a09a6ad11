//! How many findings there are, severity by severity.

use super::finding::{Finding, Severity};

/// How many findings there are of each severity; accepted ones do not count. The lesser tally is the better week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tally {
    /// One session spoils another.
    pub conflicts: usize,
    /// Something will probably suffer.
    pub cautions: usize,
    /// Something could be better.
    pub tips: usize,
}

impl Tally {
    /// Counts the findings that were not accepted.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| {
            let open = findings.iter().filter(|found| found.accepted.is_none());
            open.filter(|found| found.severity == severity).count()
        };
        Self {
            conflicts: count(Severity::Conflict),
            cautions: count(Severity::Caution),
            tips: count(Severity::Tip),
        }
    }

    /// These and the others.
    #[must_use]
    pub fn and(self, others: Self) -> Self {
        Self {
            conflicts: self.conflicts + others.conflicts,
            cautions: self.cautions + others.cautions,
            tips: self.tips + others.tips,
        }
    }

    /// Those that are not among `others`, all of which are among these.
    #[must_use]
    pub fn without(self, others: Self) -> Self {
        Self {
            conflicts: self.conflicts.saturating_sub(others.conflicts),
            cautions: self.cautions.saturating_sub(others.cautions),
            tips: self.tips.saturating_sub(others.tips),
        }
    }

    /// How many there are of each severity, worst first.
    pub fn by_severity(self) -> [usize; 3] {
        [self.conflicts, self.cautions, self.tips]
    }

    /// How many there are of all severities.
    pub fn total(self) -> usize {
        self.by_severity().iter().sum()
    }

    /// The worst there is.
    pub fn worst(self) -> Option<Severity> {
        let severities = [Severity::Conflict, Severity::Caution, Severity::Tip];
        let mut found = severities.into_iter().zip(self.by_severity());
        found.find(|(_, count)| *count > 0).map(|(worst, _)| worst)
    }

    /// True when nothing is left to say.
    pub fn is_clear(self) -> bool {
        self == Self::default()
    }
}
