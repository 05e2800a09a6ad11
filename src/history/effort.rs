//! How hard a run was.

/// How hard the whole of a run was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoggedEffort {
    /// Below the first threshold, but for moments.
    Easy,
    /// Half of it or more above the first threshold.
    Moderate,
    /// A good part of it above the second.
    Hard,
}

/// From so many minutes above the second threshold on a run is hard, however long it is: the shortest work that sessions
/// of quality have.
const HARD_MINUTES: f64 = 10.0;
/// From this share of its time above the second threshold on a run is hard, however short it is.
const HARD_SHARE: f64 = 0.2;
/// From this share of its time above the first threshold on a run is moderate.
const MODERATE_SHARE: f64 = 0.5;
impl LoggedEffort {
    /// By the minutes below, between and above the two thresholds; `None` where there are none.
    pub fn of_minutes(easy: f64, moderate: f64, hard: f64) -> Option<Self> {
        let total = easy + moderate + hard;
        if total <= 0.0 || !total.is_finite() {
            return None;
        }
        Some(if hard >= HARD_MINUTES || hard >= HARD_SHARE * total {
            Self::Hard
        } else if moderate + hard >= MODERATE_SHARE * total {
            Self::Moderate
        } else {
            Self::Easy
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_in_zones_say_how_hard_it_was() {
        for (minutes, wanted) in [
            ((58.0, 2.0, 0.0), Some(LoggedEffort::Easy)),
            ((20.0, 40.0, 0.0), Some(LoggedEffort::Moderate)),
            ((30.0, 10.0, 20.0), Some(LoggedEffort::Hard)),
            ((16.0, 0.0, 4.0), Some(LoggedEffort::Hard)),
            ((100.0, 10.0, 5.0), Some(LoggedEffort::Easy)),
            ((0.0, 0.0, 0.0), None),
        ] {
            let (easy, moderate, hard) = minutes;
            let found = LoggedEffort::of_minutes(easy, moderate, hard);
            assert_eq!(found, wanted, "{minutes:?}");
        }
    }
}
