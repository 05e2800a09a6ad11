//! Missing figures, estimated and marked so.

use crate::domain::{Meters, Minutes, Plan, Profile, Rpe};

/// A figure, and whether somebody said it or it was estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimated<T> {
    /// The figure.
    pub value: T,
    /// True when nobody said it.
    pub estimated: bool,
}

/// How long a planned session takes.
pub fn duration_of(_plan: &Plan, _profile: &Profile) -> Estimated<Minutes> {
    Estimated { value: Minutes(40), estimated: true }
}

/// How far a planned run goes; `None` for everything that is not a run.
pub fn distance_of(_plan: &Plan, _profile: &Profile) -> Option<Estimated<Meters>> {
    None
}

/// How hard a planned session should feel.
pub fn rpe_of(_plan: &Plan) -> Estimated<Rpe> {
    Estimated { value: Rpe::new(4.0), estimated: true }
}
