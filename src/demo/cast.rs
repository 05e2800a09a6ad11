//! Who trains in the demo: three athletes with a story, and as many others as are asked for.

use crate::domain::{Level, Policy, Sex};

use super::random::Random;

/// What makes one athlete different from the next.
#[derive(Debug, Clone)]
pub(super) struct Character {
    pub(super) name: String,
    pub(super) sex: Sex,
    pub(super) level: Level,
    pub(super) policy: Policy,
    pub(super) layout: Layout,
    pub(super) home: Home,
    pub(super) goal: Goal,
    /// Pace for an hour, seconds a kilometre.
    pub(super) threshold: f64,
    /// One-repetition maximum of the squat today, kg. All other loads follow from it.
    pub(super) squat: f64,
    /// Minutes of an easy run in the biggest week.
    pub(super) easy_minutes: f64,
    /// Kilometres of the longest run of the season.
    pub(super) long_km: f64,
    /// Body weight, kg.
    pub(super) weight: f64,
    /// Heart rate at rest and highest.
    pub(super) heart_rate: (u16, u16),
    pub(super) tags: &'static [&'static str],
    pub(super) notes: &'static str,
}

/// How the usual week is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Anna's: as [`Layout::FiveRuns`], and this week the legs stand a day too late.
    Story,
    /// Two quality runs and a long one, legs on the free Friday.
    FiveRuns,
    /// One quality run and a long one, legs on Monday and Thursday.
    FourRuns,
    /// Legs in the evening of the quality days.
    HardDays,
    /// Lifting on days without a run.
    Apart,
}

/// Where the athlete lifts, and in which units they think.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// In a gym; kilometres and kilograms.
    Gym,
    /// At home with dumbbells and bands; miles and pounds.
    Garage,
}

/// The race everything leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goal {
    pub(super) name: &'static str,
    pub(super) meters: f64,
    /// The race that tests the form half-way.
    pub(super) test_name: &'static str,
    pub(super) test_meters: f64,
    /// Race pace as a share of threshold pace.
    pub(super) pace: f64,
    pub(super) ground: Ground,
    /// Weeks from this one to the week of the race.
    pub(super) weeks_ahead: i64,
}

/// What is run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    Road,
    Trail,
}

/// The athlete at `index`: the first three are always the same.
pub(super) fn character(index: usize, random: &mut Random) -> Character {
    match index {
        0 => anna(),
        1 => ben(),
        2 => carla(),
        _ => somebody(index - 3, random),
    }
}

fn anna() -> Character {
    Character {
        name: "Anna Kovač".to_owned(),
        sex: Sex::Female,
        level: Level::Intermediate,
        policy: Policy::EasyOrAfterHard,
        layout: Layout::Story,
        home: Home::Gym,
        goal: Goal {
            name: "Coast half marathon",
            weeks_ahead: 6,
            ..HALF_MARATHON
        },
        threshold: 265.0,
        squat: 79.2,
        easy_minutes: 50.0,
        long_km: 19.6,
        weight: 61.5,
        heart_rate: (49, 188),
        tags: &["half marathon"],
        notes: "Wants to run under 1:38. Left calf tightens when the week gets fast; keep the calf raises in.",
    }
}

fn ben() -> Character {
    Character {
        name: "Ben Okafor".to_owned(),
        sex: Sex::Male,
        level: Level::Advanced,
        policy: Policy::HardDaysHard,
        layout: Layout::HardDays,
        home: Home::Gym,
        goal: Goal {
            name: "City 10 km",
            weeks_ahead: 7,
            ..TEN_KM
        },
        threshold: 222.0,
        squat: 138.0,
        easy_minutes: 55.0,
        long_km: 18.0,
        weight: 74.0,
        heart_rate: (44, 186),
        tags: &["10 km", "club"],
        notes: "Lifts since school. Prefers hard days hard and easy days really easy.",
    }
}

fn carla() -> Character {
    Character {
        name: "Carla Ruiz".to_owned(),
        sex: Sex::Female,
        level: Level::Novice,
        policy: Policy::Separate,
        layout: Layout::Apart,
        home: Home::Garage,
        goal: Goal {
            name: "Ridge trail 30 km",
            weeks_ahead: 9,
            ..TRAIL
        },
        threshold: 312.0,
        squat: 54.0,
        easy_minutes: 50.0,
        long_km: 20.5,
        weight: 58.0,
        heart_rate: (54, 182),
        tags: &["trail"],
        notes: "New to lifting, trains at home with two dumbbells, a band and a step.",
    }
}

/// Somebody at random; `index` gives a name that nobody else has.
fn somebody(index: usize, random: &mut Random) -> Character {
    let level = match random.bits() % 4 {
        0 => Level::Novice,
        1 => Level::Advanced,
        _ => Level::Intermediate,
    };
    let (policy, layout) = match random.bits() % 5 {
        0 => (Policy::EasyOrAfterHard, Layout::FiveRuns),
        1 | 2 => (Policy::EasyOrAfterHard, Layout::FourRuns),
        3 if level != Level::Novice => (Policy::HardDaysHard, Layout::HardDays),
        _ => (Policy::Separate, Layout::Apart),
    };
    let weeks_ahead = 6 + (random.bits() % 6) as i64;
    let (goal, long_km, tags): (Goal, f64, &[&str]) = match random.bits() % 8 {
        0 => (FIVE_KM, 16.0, &["5 km"]),
        1 | 2 => (TEN_KM, 17.0, &["10 km"]),
        3 => (TRAIL, 19.0, &["trail"]),
        4 => (MARATHON, 30.0, &["marathon"]),
        _ => (HALF_MARATHON, 19.0, &["half marathon"]),
    };
    let threshold = (random.between(225.0, 320.0) / 5.0).round() * 5.0;
    // Nobody runs for longer than two and a half hours, three before a marathon.
    let most_minutes = if goal.meters > HALF_MARATHON.meters * 1.5 {
        175.0
    } else {
        145.0
    };
    let longest = most_minutes * 60.0 / (threshold * 1.27);
    let sex = if random.chance(0.5) {
        Sex::Female
    } else {
        Sex::Male
    };
    let strength = match level {
        Level::Novice => 0.85,
        Level::Intermediate => 1.2,
        Level::Advanced => 1.6,
    };
    let (weight, strength) = match sex {
        Sex::Female => (random.between(52.0, 68.0), strength),
        Sex::Male => (random.between(63.0, 84.0), strength * 1.15),
    };
    let resting = random.between(44.0, 58.0) as u16;
    Character {
        name: name(index),
        sex,
        level,
        policy,
        layout,
        home: if level == Level::Novice && random.chance(0.5) {
            Home::Garage
        } else {
            Home::Gym
        },
        goal: Goal {
            weeks_ahead,
            ..goal
        },
        threshold,
        squat: (weight * strength * random.between(0.9, 1.1)).round(),
        easy_minutes: random.between(45.0, 60.0),
        long_km: long_km.min(longest),
        weight: (weight * 2.0).round() / 2.0,
        heart_rate: (resting, random.between(176.0, 198.0) as u16),
        tags,
        notes: "",
    }
}

const FIVE_KM: Goal = Goal {
    name: "Park 5 km",
    meters: 5000.0,
    test_name: "Track 3000 m",
    test_meters: 3000.0,
    pace: 0.96,
    ground: Ground::Road,
    weeks_ahead: 6,
};

const TEN_KM: Goal = Goal {
    name: "River 10 km",
    meters: 10_000.0,
    test_name: "Park 5 km",
    test_meters: 5000.0,
    pace: 0.985,
    ground: Ground::Road,
    weeks_ahead: 6,
};

const HALF_MARATHON: Goal = Goal {
    name: "Old town half marathon",
    meters: 21_097.5,
    test_name: "Harbour 10 km",
    test_meters: 10_000.0,
    pace: 1.045,
    ground: Ground::Road,
    weeks_ahead: 6,
};

const MARATHON: Goal = Goal {
    name: "Spring marathon",
    meters: 42_195.0,
    test_name: "Bridge half marathon",
    test_meters: 21_097.5,
    pace: 1.11,
    ground: Ground::Road,
    weeks_ahead: 6,
};

const TRAIL: Goal = Goal {
    name: "Forest trail 30 km",
    meters: 30_000.0,
    test_name: "Hill trail 15 km",
    test_meters: 15_000.0,
    pace: 1.45,
    ground: Ground::Trail,
    weeks_ahead: 6,
};

fn name(index: usize) -> String {
    let first = FIRST.get(index % FIRST.len()).copied().unwrap_or_default();
    // Each round through the first names shifts the last names by one.
    let shift = index / FIRST.len() + index * 7;
    let last = LAST.get(shift % LAST.len()).copied().unwrap_or_default();
    match index / (FIRST.len() * LAST.len()) {
        0 => format!("{first} {last}"),
        round => format!("{first} {last} {}", round + 1),
    }
}

const FIRST: [&str; 25] = [
    "Dana", "Elif", "Finn", "Grace", "Hugo", "Ines", "Jonas", "Kaya", "Liam", "Maja", "Noor",
    "Oskar", "Priya", "Quinn", "Rosa", "Sven", "Tara", "Umar", "Vera", "Wout", "Ximena", "Yara",
    "Zoltán", "Amélie", "Björn",
];

const LAST: [&str; 25] = [
    "Novak",
    "Demir",
    "Larsen",
    "Obi",
    "Marchetti",
    "Silva",
    "Weber",
    "Aydın",
    "Byrne",
    "Kowalska",
    "Haddad",
    "Lindgren",
    "Nair",
    "Fletcher",
    "Moreno",
    "Bergström",
    "Sharma",
    "Farouk",
    "Petrova",
    "de Vries",
    "Castillo",
    "Mansour",
    "Szabó",
    "Laurent",
    "Eklund",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_athletes_share_a_name() {
        let names: BTreeSet<String> = (0..1000).map(name).collect();
        assert_eq!(names.len(), 1000);
    }
}
