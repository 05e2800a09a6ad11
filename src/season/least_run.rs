//! The shortest run that is worth the shoes.

use crate::domain::{Profile, RunKind};

use super::paces::Paces;

/// Metres of the shortest run that a week is split into.
const LEAST_RUN: f64 = 3_000.0;
/// Minutes below which a run is not worth the shoes, and of somebody so fast that the metres are soon run.
pub(super) const LEAST_MINUTES: u32 = 20;
const LEAST_OF_THE_FAST: u32 = 15;

/// Metres of the shortest run of an athlete.
pub(super) fn least_run(paces: &Paces, profile: &Profile) -> f64 {
    let within = |minutes| paces.within(RunKind::Easy, minutes, profile);
    within(LEAST_MINUTES)
        .min(LEAST_RUN)
        .max(within(LEAST_OF_THE_FAST))
}
