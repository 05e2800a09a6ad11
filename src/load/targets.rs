//! What an intensity said in words comes to for an athlete.

use crate::domain::{
    Bpm, HeartRateRange, Meters, NamedPace, Pace, PaceName, Profile, RacePriority, RunKind, Target,
};

use super::physiology::{pace_zones, race_time, vdot};

/// The seconds of the hour for which threshold pace can be held.
const THRESHOLD_SECONDS: f64 = 3600.0;
/// How far two distances may differ and still be the same race, as a share: courses are measured to a hundredth.
const SAME_RACE: f64 = 0.01;

/// How race times grow with the distance (Riegel 1977).
const RIEGEL: f64 = 1.06;

/// An intensity as a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// Between two paces; one pace when both are equal.
    Pace {
        /// The slower end.
        slow: Pace,
        /// The faster end.
        fast: Pace,
    },
    /// Between two heart rates.
    HeartRate(HeartRateRange),
}

impl Aim {
    fn exactly(pace: Pace) -> Self {
        Self::Pace {
            slow: pace,
            fast: pace,
        }
    }

    /// The pace to calculate with: the middle.
    pub fn pace(self) -> Option<Pace> {
        match self {
            Self::Pace { slow, fast } => {
                let middle = f64::midpoint(slow.seconds_per_km(), fast.seconds_per_km());
                Some(Pace::from_seconds_per_km(middle))
            }
            Self::HeartRate(_) => None,
        }
    }
}

/// What the words come to for this athlete; `None` where nothing is known that would tell, so that they stay words.
///
/// A race pace is that of the latest result over its distance, else the one that the latest result over any distance
/// foretells (Daniels & Gilbert 1979), else that of the threshold pace, else the athlete's hope. Threshold is the
/// athlete's own, else Daniels' zone; easy, steady and recovery are the athlete's own pace of that kind, else a zone.
/// A heart-rate zone needs the highest heart rate.
pub fn aim_of(named: NamedPace, profile: &Profile) -> Option<Aim> {
    let aim = plain(named.name, profile)?;
    let Aim::Pace { slow, fast } = aim else {
        return Some(aim);
    };
    // Percent are of the speed: 95 % of a pace is slower.
    let changed = |pace: Pace| {
        let seconds = pace.seconds_per_km() * 100.0 / f64::from(named.percent.max(1));
        Pace::from_seconds_per_km((seconds + f64::from(named.offset)).max(1.0))
    };
    Some(Aim::Pace {
        slow: changed(slow),
        fast: changed(fast),
    })
}

/// A target with its words worked out, as far as they can be.
pub fn resolved(target: Target, profile: &Profile) -> Target {
    match target {
        Target::Named(named) => match aim_of(named, profile) {
            Some(Aim::HeartRate(range)) => Target::HeartRate(range),
            Some(aim) => aim.pace().map_or(target, Target::Pace),
            None => target,
        },
        known => known,
    }
}

fn plain(name: PaceName, profile: &Profile) -> Option<Aim> {
    if let Some(distance) = race_of(name) {
        return race_pace(distance, profile).map(Aim::exactly);
    }
    match name {
        PaceName::Goal => goal(profile).map(Aim::exactly),
        PaceName::Threshold => usable(profile.threshold_pace)
            .map(Aim::exactly)
            .or_else(|| zone("Threshold", profile)),
        PaceName::Interval => zone("Interval", profile),
        PaceName::Repetition => zone("Repetition", profile),
        PaceName::Zone(zone) => {
            let low = 40 + 10 * zone.clamp(1, 5);
            heart(low, low + 10, profile)
        }
        PaceName::HeartRate(low, high) => heart(low, high, profile),
        PaceName::Steady | PaceName::Easy | PaceName::Recovery => {
            let own = kind_of(name).and_then(|kind| profile.paces.get(&kind));
            usable(own.copied())
                .map(Aim::exactly)
                .or_else(|| match name {
                    PaceName::Easy => zone("Easy", profile),
                    _ => None,
                })
        }
        _ => None,
    }
}

/// The distance whose race a pace is named after.
fn race_of(name: PaceName) -> Option<Meters> {
    Some(match name {
        PaceName::Mile => Meters::from_miles(1.0),
        PaceName::ThreeK => Meters::from_km(3.0),
        PaceName::FiveK => Meters::from_km(5.0),
        PaceName::TenK => Meters::from_km(10.0),
        PaceName::TenMiles => Meters::from_miles(10.0),
        PaceName::HalfMarathon => Meters::new(21_097.5),
        PaceName::Marathon => Meters::new(42_195.0),
        _ => return None,
    })
}

/// The kind of run whose usual pace it is.
fn kind_of(name: PaceName) -> Option<RunKind> {
    match name {
        PaceName::Steady => Some(RunKind::Steady),
        PaceName::Easy => Some(RunKind::Easy),
        PaceName::Recovery => Some(RunKind::Recovery),
        _ => None,
    }
}

fn usable(pace: Option<Pace>) -> Option<Pace> {
    pace.filter(|pace| pace.seconds_per_km() > 0.0)
}

fn heart(low: u8, high: u8, profile: &Profile) -> Option<Aim> {
    let max = profile.heart_rate.max.filter(|max| max.0 > 0)?;
    let share = |percent: u8| Bpm((f64::from(max.0) * f64::from(percent) / 100.0).round() as u16);
    Some(Aim::HeartRate(HeartRateRange {
        low: share(low),
        high: share(high),
    }))
}

fn same(one: Meters, other: Meters) -> bool {
    (one.m() - other.m()).abs() <= SAME_RACE * other.m()
}

fn pace_over(distance: Meters, seconds: f64) -> Option<Pace> {
    (distance.m() > 0.0 && seconds > 0.0)
        .then(|| Pace::from_seconds_per_km(seconds / distance.km()))
}

/// Distance and seconds of all races with a result, the latest first.
fn results(profile: &Profile) -> Vec<(Meters, f64)> {
    let mut raced: Vec<_> = profile
        .races
        .iter()
        .filter_map(|race| Some((race.date, race.distance?, f64::from(race.result?.0))))
        .collect();
    raced.sort_by_key(|(date, ..)| std::cmp::Reverse(*date));
    raced
        .into_iter()
        .map(|(_, distance, seconds)| (distance, seconds))
        .collect()
}

/// VDOT of the latest race it holds for, else of the threshold pace held for an hour.
fn fitness(profile: &Profile) -> Option<f64> {
    let raced = results(profile)
        .into_iter()
        .find_map(|(distance, seconds)| vdot(distance, seconds));
    raced.or_else(|| {
        let pace = usable(profile.threshold_pace)?;
        let distance = Meters::from_km(THRESHOLD_SECONDS / pace.seconds_per_km());
        vdot(distance, THRESHOLD_SECONDS)
    })
}

/// The pace that a race over `distance` will likely be run at: as a race pace in words, and for races of more than four
/// hours, for which that formula was not fitted, by the latest result and the exponent of Riegel (1977).
pub(super) fn expected_race_pace(distance: Meters, profile: &Profile) -> Option<Pace> {
    race_pace(distance, profile).or_else(|| {
        let (own, seconds) = results(profile)
            .into_iter()
            .find(|(own, _)| own.m() > 0.0)?;
        let known = fitness(profile).is_some();
        let slower = (distance.m() / own.m()).powf(RIEGEL);
        known
            .then(|| pace_over(distance, seconds * slower))
            .flatten()
    })
}

fn race_pace(distance: Meters, profile: &Profile) -> Option<Pace> {
    let raced = results(profile)
        .into_iter()
        .find(|(own, _)| same(*own, distance));
    raced
        .and_then(|(own, seconds)| pace_over(own, seconds))
        .or_else(|| pace_over(distance, race_time(distance, fitness(profile)?)?))
        .or_else(|| {
            profile.races.iter().rev().find_map(|race| {
                let own = race.distance.filter(|own| same(*own, distance))?;
                pace_over(own, f64::from(race.target?.0))
            })
        })
}

/// The hoped-for pace of the most important race that has no result yet.
fn goal(profile: &Profile) -> Option<Pace> {
    let open = profile.races.iter().filter(|race| race.result.is_none());
    let rank = |priority| match priority {
        RacePriority::A => 0,
        RacePriority::B => 1,
        RacePriority::C => 2,
    };
    let race = open
        .filter(|race| race.distance.is_some() && race.target.is_some())
        .min_by_key(|race| (rank(race.priority), race.date))?;
    pace_over(race.distance?, f64::from(race.target?.0))
}

fn zone(name: &str, profile: &Profile) -> Option<Aim> {
    let zones = pace_zones(fitness(profile)?)?;
    let zone = zones.into_iter().find(|zone| zone.name == name)?;
    Some(Aim::Pace {
        slow: zone.slow,
        fast: zone.fast,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Race, RaceId, Seconds};
    use chrono::NaiveDate;

    fn race(day: u32, km: f64, result: Option<u32>, target: Option<u32>) -> Race {
        Race {
            distance: Some(Meters::from_km(km)),
            target: target.map(Seconds),
            result: result.map(Seconds),
            ..Race::new(
                RaceId::from_bits(u128::from(day)),
                NaiveDate::from_ymd_opt(2026, 10, day).unwrap(),
                "Race",
            )
        }
    }

    fn pace(name: &str, profile: &Profile) -> Option<f64> {
        let aim = aim_of(name.parse().unwrap(), profile)?;
        Some(aim.pace()?.seconds_per_km().round())
    }

    #[test]
    fn race_pace_is_the_result_then_what_it_foretells() {
        let mut profile = Profile::named("Anna");
        assert_eq!(pace("5k-pace", &profile), None);
        profile.races.push(race(4, 5.0, Some(1200), None));
        assert_eq!(pace("5k-pace", &profile), Some(240.0));
        // VDOT 49.81 races ten kilometres in about 41:30.
        let ten = pace("10k-pace", &profile).unwrap();
        assert!((248.0..=250.0).contains(&ten), "{ten}");
        // A newer result changes it.
        profile.races.push(race(18, 10.0, Some(2400), None));
        assert_eq!(pace("10k-pace", &profile), Some(240.0));
        assert_eq!(pace("95%-10k-pace", &profile), Some(253.0));
        assert_eq!(pace("10k-pace+10s", &profile), Some(250.0));
    }

    #[test]
    fn threshold_tells_race_paces_where_there_was_no_race() {
        let mut profile = Profile::named("Anna");
        profile.threshold_pace = Some(Pace::from_seconds_per_km(255.0));
        assert_eq!(pace("threshold", &profile), Some(255.0));
        let five = pace("5k-pace", &profile).unwrap();
        // 4:15 for an hour is VDOT 50, which races 5 km in 19:57.
        assert!((236.0..=241.0).contains(&five), "{five}");
    }

    #[test]
    fn the_goal_is_the_hope_of_the_race_to_come() {
        let mut profile = Profile::named("Anna");
        profile.races.push(race(25, 42.195, None, Some(3 * 3600)));
        assert_eq!(pace("race-pace", &profile), Some(256.0));
        assert_eq!(pace("marathon-pace", &profile), Some(256.0));
    }

    #[test]
    fn zones_need_a_heart_and_own_paces_come_first() {
        let mut profile = Profile::named("Anna");
        let two = "zone-2".parse().unwrap();
        assert_eq!(aim_of(two, &profile), None);
        profile.heart_rate.max = Some(Bpm(190));
        let range = HeartRateRange {
            low: Bpm(114),
            high: Bpm(133),
        };
        assert_eq!(
            resolved(Target::Named(two), &profile),
            Target::HeartRate(range)
        );
        profile
            .paces
            .insert(RunKind::Easy, Pace::from_seconds_per_km(340.0));
        assert_eq!(pace("easy-pace", &profile), Some(340.0));
        assert_eq!(pace("hard", &profile), None);
    }
}
