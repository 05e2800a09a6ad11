//! Paces and times as runners say them.

use crate::domain::{DistanceUnit, Meters, Pace, Seconds, Units};

/// A pace in the unit of the athlete: "5:20 /km".
pub(super) fn pace_words(pace: Pace, units: Units) -> String {
    let (seconds, unit) = in_unit(pace, units);
    format!("{}:{:02} /{unit}", seconds / 60, seconds % 60)
}

/// "5:40–6:10 /km", the faster end first.
pub(super) fn range_words((slow, fast): (Pace, Pace), units: Units) -> String {
    let ((slow, unit), (fast, _)) = (in_unit(slow, units), in_unit(fast, units));
    let of = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
    if slow == fast {
        format!("{} /{unit}", of(slow))
    } else {
        format!("{}–{} /{unit}", of(fast), of(slow))
    }
}

pub(super) fn in_unit(pace: Pace, units: Units) -> (u32, &'static str) {
    let (km, unit) = match units.distance {
        DistanceUnit::Km => (1.0, "km"),
        DistanceUnit::Miles => (Meters::from_miles(1.0).km(), "mi"),
    };
    ((pace.seconds_per_km() * km).round() as u32, unit)
}

/// A time as runners say it: "42:30", "1:51:00".
pub(super) fn clock(Seconds(seconds): Seconds) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    }
}
