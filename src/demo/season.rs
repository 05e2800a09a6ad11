//! Where a week stands in its season, and how much is run in it.

use super::cast::{Character, Layout};

/// Weeks from one goal race to the next.
const SEASON: i64 = 24;

/// Weeks before the goal at which a smaller race tests the form; a week of cutting back anyway.
const TEST_RACE: i64 = 12;

/// What a week is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DemoPhase {
    /// A little more than the week before.
    Build,
    /// A quarter less, every fourth week.
    Cutback,
    /// The week before the race.
    Taper,
    /// The week of the goal race.
    Race,
    /// The week after it.
    Recovery,
}

/// One week of a season.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DemoWeek {
    /// Weeks from the current one: negative is past, 0 is now.
    pub(super) index: i64,
    /// Weeks to the next goal race.
    pub(super) to_race: i64,
    pub(super) phase: DemoPhase,
    /// Running as a share of the biggest week's.
    pub(super) volume: f64,
    /// True when a smaller race takes the place of the long run.
    pub(super) test_race: bool,
}

impl DemoWeek {
    /// The week `index` weeks from now, for an athlete whose race is `weeks_ahead` weeks from now.
    pub(super) fn new(index: i64, weeks_ahead: i64) -> Self {
        let to_race = (weeks_ahead - index).rem_euclid(SEASON);
        let phase = match to_race {
            0 => DemoPhase::Race,
            1 => DemoPhase::Taper,
            n if n == SEASON - 1 => DemoPhase::Recovery,
            n if n % 4 == 0 => DemoPhase::Cutback,
            _ => DemoPhase::Build,
        };
        let build = (1.0 - 0.02 * (to_race - 2) as f64).max(0.6);
        let volume = match phase {
            DemoPhase::Build => build,
            DemoPhase::Cutback => build * 0.75,
            DemoPhase::Taper => 0.7,
            DemoPhase::Race => 0.5,
            DemoPhase::Recovery => 0.45,
        };
        Self {
            index,
            to_race,
            phase,
            volume,
            test_race: to_race == TEST_RACE,
        }
    }

    /// Kilometres of the long run, before rounding.
    pub(super) fn long_km(&self, character: &Character) -> f64 {
        // Anna's long run grows too fast this week, so that the demo shows a finding.
        let step = match character.layout {
            Layout::Story if self.index < 0 => 0.85,
            _ => 1.0,
        };
        character.long_km * self.volume * step
    }

    /// Form as a share of today's. It came slowly, about half a percent a week; what lies ahead is planned with
    /// the form of today.
    pub(super) fn form(&self) -> f64 {
        (1.0 + 0.005 * self.index.min(0) as f64).max(0.78)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fourth_week_cuts_back_and_the_taper_leads_to_the_race() {
        let weeks: Vec<DemoPhase> = (0..=6).map(|index| DemoWeek::new(index, 6).phase).collect();
        assert_eq!(
            weeks,
            [
                DemoPhase::Build,
                DemoPhase::Build,
                DemoPhase::Cutback,
                DemoPhase::Build,
                DemoPhase::Build,
                DemoPhase::Taper,
                DemoPhase::Race
            ]
        );
        assert_eq!(DemoWeek::new(6 - SEASON + 1, 6).phase, DemoPhase::Recovery);
    }

    #[test]
    fn volume_never_jumps_by_a_third_over_the_last_month() {
        for index in -150..6 {
            let volume = |index| DemoWeek::new(index, 6).volume;
            let month = (1..=4).map(|ago| volume(index - ago)).sum::<f64>() / 4.0;
            assert!(volume(index) <= month * 1.3, "week {index}");
        }
    }
}
