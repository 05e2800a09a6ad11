//! On how many cores files are read.

use std::thread;

/// Every core.
pub fn all() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// All but the one on which the system makes the window at the same time: on two cores a second thread that reads takes
/// the window its core, and the window is later than what it shows.
pub fn beside_the_window() -> usize {
    all().saturating_sub(1).max(1)
}
