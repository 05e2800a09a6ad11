//! What a session costs: estimates of missing figures, session load, leg load, one-repetition maxima.

pub mod estimate;
pub mod legs;
pub mod session;
pub mod one_rm;
pub mod series;

pub use estimate::{distance_of, duration_of, rpe_of, Estimated};
pub use legs::{StrengthContent, content_of};
pub use session::{SessionLoad, done_load, planned_load};
pub use one_rm::{OneRmFormula, epley};
