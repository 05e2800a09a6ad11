//! The published formulas of endurance training: running fitness and race times.
//!
//! Each is a pure function in SI units. Outside the range a formula was made for it gives `None` and no number.

mod endurance;
mod running;

pub use endurance::{CriticalSpeed, RIEGEL_LONGEST, RIEGEL_SHORTEST, critical_speed, riegel};
pub use running::{PaceZone, pace_zones, race_time, vdot};
