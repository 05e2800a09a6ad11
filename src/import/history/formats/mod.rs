//! The formats, one file each.

pub mod fit;
pub mod fitbod;
pub mod fitnotes;
pub mod garmin;
pub mod gpx;
pub mod gymbook;
pub mod hevy;
pub mod intervals_icu;
pub mod phone_page;
pub mod runalyze;
pub mod strava;
pub mod strength_log;
pub mod strong;
pub mod table;
pub mod tcx;
pub mod training_peaks;
