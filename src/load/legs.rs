//! Region and leg load of a strength session, worked out from its exercises.

use crate::domain::{LegLoad, Region, StrengthPlan};
use crate::library::Library;

/// What the exercises of a strength session amount to.
#[derive(Debug, Clone, PartialEq)]
pub struct StrengthContent {
    /// Where it works; a coach's override wins.
    pub region: Region,
    /// How much it asks of the legs; a coach's override wins.
    pub leg_load: LegLoad,
    /// Working sets that load the legs; secondary muscles count half.
    pub leg_sets: f64,
    /// All working sets.
    pub sets: f64,
    /// Why the leg load is what it is: "17 leg sets, squat at 82 %".
    pub reason: String,
}

/// Works out the content of a strength session.
pub fn content_of(_plan: &StrengthPlan, _library: &Library) -> StrengthContent {
    StrengthContent {
        region: Region::Full,
        leg_load: LegLoad::Moderate,
        leg_sets: 0.0,
        sets: 0.0,
        reason: String::new(),
    }
}
