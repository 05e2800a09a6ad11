//! The season while it grows: week after week of runs, then the strength among them.

mod ground;
mod lifting;
mod limits;
mod placing;
mod state;
mod summary;
mod week;

pub(super) use state::Draft;
