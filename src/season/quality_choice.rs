//! Which quality runs suit a phase on the way to a race: templates by name, to be taken in turn.

use crate::domain::{Phase, Policy};

/// Metres a week from which hills are long from the start.
const LONG_HILLS_FROM: f64 = 35_000.0;

/// A week that is to have quality runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct QualityWeek {
    pub(super) phase: Phase,
    /// Metres of the race that it leads to.
    pub(super) race: f64,
    /// Where strength for the legs belongs.
    pub(super) policy: Policy,
    /// Metres of the week.
    pub(super) meters: f64,
    /// Quality runs of the week.
    pub(super) runs: u32,
}

/// The templates of a phase on the way to a race, to be taken in turn.
pub(super) fn templates(week: QualityWeek) -> &'static [&'static str] {
    let km = week.race / 1000.0;
    match week.phase {
        // Two quality runs a week: one for strength or speed, one at threshold.
        Phase::Base if week.runs > 1 => &[
            "fartlek-minutes",
            "tempo-20",
            "hills-long",
            "cruise-intervals",
        ],
        Phase::Base if week.policy == Policy::HardDaysHard => &["hills-short", "hills-long"],
        Phase::Base if week.meters >= LONG_HILLS_FROM => &["fartlek-minutes", "hills-long"],
        Phase::Base | Phase::Accumulate => &["hills-short", "fartlek-minutes"],
        Phase::Build if km < 7.0 => &["intervals-400", "tempo-20", "intervals-800"],
        Phase::Build if km < 15.0 => &[
            "intervals-800",
            "tempo-20",
            "intervals-km",
            "cruise-intervals",
        ],
        Phase::Build if km < 30.0 => &[
            "tempo-20",
            "intervals-3min",
            "cruise-intervals",
            "intervals-km",
        ],
        Phase::Build | Phase::Heavier => &[
            "tempo-20",
            "cruise-intervals",
            "intervals-3min",
            "tempo-broken",
        ],
        Phase::Peak if km < 7.0 => &["intervals-km", "intervals-400", "tempo-20"],
        Phase::Peak if km < 15.0 => &["intervals-km", "tempo-broken", "intervals-mile"],
        Phase::Peak if km < 30.0 => &["tempo-broken", "intervals-mile", "cruise-intervals"],
        Phase::Peak => &["tempo-broken", "cruise-intervals", "tempo-20"],
        Phase::Taper if km < 15.0 => &["intervals-800", "intervals-400"],
        Phase::Taper => &["tempo-20", "intervals-3min"],
    }
}

/// What stands in where no template of the phase fits: the shortest of each kind.
pub(super) const SMALL: [&str; 4] = [
    "tempo-20",
    "fartlek-minutes",
    "intervals-3min",
    "hills-short",
];

/// The same work in shorter bites, for weeks that have no room for the whole.
pub(super) fn smaller(id: &str) -> Option<&'static str> {
    match id {
        "intervals-800" | "intervals-km" | "intervals-mile" => Some("intervals-400"),
        "cruise-intervals" | "tempo-broken" => Some("tempo-20"),
        _ => None,
    }
}
