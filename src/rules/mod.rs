//! The week checker: one file a rule, a timeline in, findings out.

pub mod finding;
pub mod timeline;
pub mod verdict;

pub use finding::{Finding, Fix, Severity};
pub use timeline::{Context, Timeline};
pub use verdict::{Verdict, verdicts};

use crate::domain::Athlete;

/// All findings of a timeline, in display order of the rules and then by date.
/// Accepted findings are included and carry their reason.
pub fn check(_timeline: &Timeline, _context: &Context) -> Vec<Finding> {
    Vec::new()
}

/// The fixes of a finding, best first, computed on demand. Applying one removes the finding and adds no conflict.
pub fn fixes(_finding: &Finding, _athlete: &Athlete, _context: &Context) -> Vec<Fix> {
    Vec::new()
}
