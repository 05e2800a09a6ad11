//! What a session costs: estimates of missing figures, session load, leg load, one-repetition maxima.

pub mod blocks;
pub mod by_session;
pub mod done;
pub mod emphasis;
pub mod estimate;
pub mod legs;
pub mod lifting_time;
pub mod loadable;
pub mod maxes;
pub mod next;
pub mod one_rm;
pub mod pace;
pub mod physiology;
pub mod records;
pub mod series;
pub mod session;
pub mod set_max;
pub mod slips;
pub mod targets;
pub mod title;
pub mod tonnage;

pub use blocks::{BlockBook, ProgramBlock};
pub use by_session::BySession;
pub use done::{done_distance, done_minutes, measured_minutes};
pub use emphasis::{Emphasis, emphasis_of};
pub use estimate::{
    Estimated, beyond_steps, distance_of, duration_of, is_hard_in_parts, rpe_for, rpe_of,
};
pub use legs::{StrengthContent, content_for, content_of, leg_sets_of, legs_for};
pub use lifting_time::lifting_time;
pub use maxes::{LoggedMaxes, max_among, max_on, percent_among, percent_load, tested_max};
pub use one_rm::{OneRm, Reliability, epley, load_for, percent_of_max};
pub use pace::pace_for;
pub use session::{SessionLoad, done_load, planned_load};
pub use set_max::best_e1rm;
pub use targets::{Aim, aim_of, resolved};
pub use title::title_of;
pub use tonnage::tonnage_of;
