//! Totals that a plan gives for its weeks, against what its sessions come to.

use std::collections::BTreeMap;

use crate::domain::{Extent, RunPlan};

use super::reading::{PlanReading, TotalDiffers};

/// How far a total may be off before it is said, as a share: figures are rounded.
const TOTAL_TOLERANCE: f64 = 0.02;

/// Says where a total differs from what the week's distances come to; weeks with runs by time say nothing.
pub(super) fn check_totals(reading: &mut PlanReading) {
    let mut sums: BTreeMap<u32, Option<f64>> = BTreeMap::new();
    for session in &reading.sessions {
        let sum = sums.entry(session.week).or_insert(Some(0.0));
        if let Some(run) = session.plan.run() {
            *sum = match (*sum, run_meters(run)) {
                (Some(sum), Some(meters)) => Some(sum + meters),
                _ => None,
            };
        }
    }
    for week in &reading.weeks {
        if let (Some(said), Some(Some(sum))) = (week.total, sums.get(&week.number))
            && (said - sum).abs() > said * TOTAL_TOLERANCE + 500.0
        {
            reading.totals.push(TotalDiffers {
                week: week.number,
                said,
                sum: *sum,
            });
        }
    }
}

/// The distance of a run by its own numbers; `None` if a part of it is given in time.
fn run_meters(run: &RunPlan) -> Option<f64> {
    if let Some(distance) = run.distance {
        return Some(distance.m());
    }
    if run.steps.is_empty() {
        return None;
    }
    run.steps.iter().try_fold(0.0, |sum, step| {
        let Extent::Distance(own) = step.extent else {
            return None;
        };
        let between = match step.recovery.map(|recovery| recovery.extent) {
            Some(Extent::Distance(meters)) => meters.m(),
            _ => 0.0,
        };
        Some(sum + (own.m() + between) * f64::from(step.repeats))
    })
}
