//! Which session stands on which day of a week.

use chrono::NaiveTime;

use crate::domain::{DayPart, Level, Policy, Start};

use super::cast::{Character, Layout};
use super::season::{DemoPhase, DemoWeek};

/// A session before it has figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Easy,
    Recovery,
    Shakeout,
    Intervals,
    Tempo,
    Hills,
    Long,
    TestRace,
    Race,
    UpperCore,
    Lower(Stress),
    Full(Stress),
}

/// How much strength work asks of the legs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stress {
    Light,
    Moderate,
    Heavy,
}

/// A session's place in its week.
#[derive(Debug, Clone, Copy)]
pub(super) struct DemoSlot {
    /// Days after Monday.
    pub(super) day: u64,
    pub(super) start: Start,
    pub(super) piece: Piece,
}

/// The sessions of a week, in order.
pub(super) fn places(character: &Character, week: &DemoWeek) -> Vec<DemoSlot> {
    use Piece::{
        Easy, Full, Hills, Intervals, Long, Lower, Race, Recovery, Shakeout, Tempo, TestRace,
        UpperCore,
    };
    let legs = stress(character, week);
    let long = if week.test_race { TestRace } else { Long };
    let days: &[(u64, DayPart, Piece)] = match (week.phase, character.layout) {
        (DemoPhase::Race, _) => &[
            (0, AM, Easy),
            (0, PM, UpperCore),
            (1, AM, Intervals),
            (3, AM, Recovery),
            (5, AM, Shakeout),
            (6, AM, Race),
        ],
        (DemoPhase::Recovery, _) => &[
            (1, AM, Recovery),
            (2, PM, UpperCore),
            (3, AM, Easy),
            (5, AM, Easy),
        ],
        (_, Layout::Story) if week.index == 0 => &[
            (0, AM, Easy),
            (0, PM, UpperCore),
            (1, AM, Intervals),
            (2, AM, Recovery),
            (3, AM, Tempo),
            (5, AM, Lower(Stress::Heavy)),
            (6, AM, Long),
        ],
        (_, Layout::Story | Layout::FiveRuns) => &[
            (0, AM, Easy),
            (0, PM, UpperCore),
            (1, AM, Intervals),
            (2, AM, Recovery),
            (3, AM, Tempo),
            (4, PM, Lower(legs)),
            (6, AM, long),
        ],
        (_, Layout::FourRuns) => &[
            (0, PM, Full(legs.at_most_moderate())),
            (1, AM, Easy),
            (2, AM, Tempo),
            (3, AM, Easy),
            (3, PM, Lower(legs.at_most_moderate())),
            (5, AM, Easy),
            (6, AM, long),
        ],
        (_, Layout::HardDays) if character.level == Level::Advanced => &[
            (0, AM, Easy),
            (0, PM, UpperCore),
            (1, AM, Intervals),
            (1, PM, Lower(legs)),
            (2, AM, Easy),
            (3, AM, Tempo),
            (3, PM, Full(legs.at_most_moderate())),
            (5, AM, long),
            (6, AM, Recovery),
        ],
        (_, Layout::HardDays) => &[
            (0, AM, Easy),
            (1, AM, Intervals),
            (1, PM, Lower(legs)),
            (2, AM, Easy),
            (3, AM, Tempo),
            (3, PM, Full(legs.at_most_moderate())),
            (5, AM, long),
        ],
        (_, Layout::Apart) => &[
            (0, PM, Full(legs)),
            (1, AM, Easy),
            (2, AM, Hills),
            (3, PM, UpperCore),
            (4, AM, Easy),
            (5, AM, long),
        ],
    };
    days.iter()
        .map(|&(day, part, piece)| DemoSlot {
            day,
            start: start(character, part),
            piece,
        })
        .collect()
}

/// The day of the usual week on which nothing stands: where a session goes that had to move.
pub(super) fn free_day(layout: Layout) -> u64 {
    match layout {
        Layout::Story | Layout::FiveRuns => 5,
        Layout::FourRuns | Layout::HardDays => 4,
        Layout::Apart => 6,
    }
}

const AM: DayPart = DayPart::Morning;
const PM: DayPart = DayPart::Evening;

impl Stress {
    fn at_most_moderate(self) -> Self {
        match self {
            Self::Heavy => Self::Moderate,
            other => other,
        }
    }
}

/// Heavy in one week of a block, less when running is cut back, and nothing heavy near the race.
fn stress(character: &Character, week: &DemoWeek) -> Stress {
    let heavy = match character.policy {
        Policy::HardDaysHard => matches!(week.to_race % 4, 2 | 3),
        Policy::EasyOrAfterHard | Policy::Separate => week.to_race % 4 == 2,
    };
    match week.phase {
        DemoPhase::Build if heavy && character.level != Level::Novice => Stress::Heavy,
        DemoPhase::Build | DemoPhase::Cutback => Stress::Moderate,
        DemoPhase::Taper | DemoPhase::Race | DemoPhase::Recovery => Stress::Light,
    }
}

/// Those who lift on hard days need the hours between to be seen, so their sessions have clock times.
fn start(character: &Character, part: DayPart) -> Start {
    let hour = match part {
        DayPart::Morning => NaiveTime::from_hms_opt(6, 30, 0),
        DayPart::Evening => NaiveTime::from_hms_opt(18, 0, 0),
    };
    match (character.layout, hour) {
        (Layout::HardDays, Some(time)) => Start::Clock(time),
        _ => Start::Part(part),
    }
}
