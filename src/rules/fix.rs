//! Ways to resolve a finding.

use crate::domain::Athlete;

use super::{Context, Finding, Fix};

/// The fixes of a finding, best first, computed on demand. Applying one removes the finding and adds no conflict.
pub fn fixes(_finding: &Finding, _athlete: &Athlete, _context: &Context) -> Vec<Fix> {
    Vec::new()
}
