//! Session load: exertion × minutes, the one unit that runs and lifts share (Foster 2001).

use crate::domain::{Profile, Session};

/// A load in arbitrary units (AU), and whether any of its figures was estimated.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SessionLoad {
    /// RPE × minutes.
    pub au: f64,
    /// True when a figure behind it was estimated.
    pub estimated: bool,
}

/// The load a session is planned to cost; 0 for rest, notes and mobility.
pub fn planned_load(_session: &Session, _profile: &Profile) -> SessionLoad {
    SessionLoad::default()
}

/// The load a trained session did cost; `None` when it was not trained.
pub fn done_load(_session: &Session, _profile: &Profile) -> Option<SessionLoad> {
    None
}
