//! Ways to resolve a finding: each is tried on a copy, and offered only if it works there.

mod add;
mod change;
mod dose;
mod exercise;
mod heavier;
mod offer;
mod place;
mod repair;
mod running;
mod volume;

pub use exercise::in_stead_of;
pub use offer::fixes;
pub use volume::shorter_strength;
