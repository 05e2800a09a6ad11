//! The paces that the runs of a season are to have: from race times, the threshold pace or the goal.

use chrono::{Days, NaiveDate};

use crate::domain::{Meters, Pace, Profile, Race, RunKind};
use crate::load::pace_for;
use crate::load::physiology::{PaceZone, pace_zones, race_time, vdot};
use crate::notation;

use super::phase::is_marathon;

/// Days after which a race says little about today's form.
const FORM_DAYS: u64 = 183;
/// Of the VDOT of a goal, what the training goes by (practice: a goal lies ahead).
const OF_GOAL: f64 = 0.97;
/// How much slower than the forecast of shorter races a marathon is taken to go (Vickers 2016: half of all runners
/// are ten minutes and more behind it).
const MARATHON_SLOWER: f64 = 1.03;
/// How many times as long twice the distance takes: 2 to the power of 1.06 (Riegel 1977).
const HALF_RIEGEL: f64 = 2.085;
/// Halvings that find the VDOT of a threshold pace.
const HALVINGS: u32 = 40;
/// Seconds a kilometre on either side of a pace that the athlete named.
const AROUND_OWN: f64 = 8.0;
/// VDOT between which training paces are known.
const KNOWN: (f64, f64) = (20.0, 90.0);
/// Parts of the easy zone that recovery, easy and long runs take, from its slower end.
const RECOVERY: (f64, f64) = (0.0, 0.3);
const EASY: (f64, f64) = (0.25, 0.65);
const LONG: (f64, f64) = (0.35, 0.75);

/// A slower and a faster end.
pub(super) type Range = (Pace, Pace);

/// Training paces of an athlete, as far as they can be told.
#[derive(Debug, Clone)]
pub(super) struct Paces {
    zones: Option<[PaceZone; 5]>,
    /// Pace of the race that the season leads to.
    pub(super) race: Option<Pace>,
    /// Where all of it comes from, in one sentence.
    pub(super) source: String,
}

impl Paces {
    /// Paces by what is known on the first day of a season: the best race of the last half year, else the threshold
    /// pace, else the goal.
    pub(super) fn of(profile: &Profile, goal: &Race, first: NaiveDate) -> Self {
        let units = profile.units;
        let raced = best_race(profile, first);
        let aim = goal.target.zip(goal.distance);
        let (vdot, source) = if let Some((race, vdot)) = raced {
            let far = race
                .distance
                .map_or(String::new(), |far| notation::raced_distance(far, units));
            let took = race.result.map_or(String::new(), notation::clock);
            (
                Some(vdot),
                format!("Paces come from the {far} in {took}, {}.", race.name.trim()),
            )
        } else if let Some(pace) = profile
            .threshold_pace
            .filter(|pace| pace.seconds_per_km() > 0.0)
        {
            let words = format!(
                "Paces come from the threshold pace, {}.",
                notation::pace(pace, units)
            );
            (of_threshold(pace), words)
        } else if let Some((time, far)) = aim {
            let vdot = vdot_of(far, f64::from(time.0)).map(|vdot| vdot * OF_GOAL);
            let words = format!(
                "Paces come from the goal of {} and stay a little below it; a race or time trial would say more.",
                notation::clock(time)
            );
            (vdot, words)
        } else {
            (None, String::new())
        };
        let zones = vdot.and_then(pace_zones);
        let source = if zones.is_some() {
            source
        } else if let Some((time, _)) = aim {
            format!(
                "Runs go by effort (RPE), race pace by the goal of {}: it lies outside what training paces are known for.",
                notation::clock(time)
            )
        } else {
            "Runs go by effort (RPE): no race time of the last half year, threshold pace or goal time is known.".to_owned()
        };
        let by_goal = aim.map(|(time, far)| f64::from(time.0) / far.km().max(0.1));
        // A goal slower than easy pace is not used as a training pace.
        let easy = zones.and_then(|zones| zones.into_iter().find(|zone| zone.name == "Easy"));
        let is_easy = |goal: &f64| easy.is_some_and(|easy| *goal > easy.fast.seconds_per_km());
        let is_modest = by_goal.is_some_and(|goal| is_easy(&goal));
        let by_goal = by_goal.filter(|goal| !is_easy(goal));
        let source = match aim.filter(|_| is_modest) {
            Some((time, _)) => format!(
                "{source} The goal of {} is slower than easy running, so race pace is a forecast from them.",
                notation::clock(time)
            ),
            None => source,
        };
        let is_marathon = is_marathon(goal);
        let by_form = || {
            let far = goal.distance?;
            let pace = race_time(far, vdot?)? / far.km().max(0.1);
            Some(if is_marathon {
                pace * MARATHON_SLOWER
            } else {
                pace
            })
        };
        let source = if is_marathon && by_goal.is_none() && zones.is_some() {
            format!(
                "{source} Marathon pace is a forecast from it; many run the marathon slower than forecast."
            )
        } else {
            source
        };
        Self {
            zones,
            race: by_goal.or_else(by_form).map(Pace::from_seconds_per_km),
            source,
        }
    }

    /// The range of a whole run that goes at one pace.
    pub(super) fn whole(&self, kind: RunKind, profile: &Profile) -> Option<Range> {
        if let Some(own) = profile
            .paces
            .get(&kind)
            .filter(|pace| pace.seconds_per_km() > 0.0)
        {
            let around = |by: f64| Pace::from_seconds_per_km(own.seconds_per_km() + by);
            return Some((around(AROUND_OWN), around(-AROUND_OWN)));
        }
        let part = match kind {
            RunKind::Recovery => RECOVERY,
            RunKind::Easy => EASY,
            RunKind::Long => LONG,
            _ => return None,
        };
        let zone = self.zone("Easy")?;
        let at = |part: f64| {
            let (slow, fast) = (zone.slow.seconds_per_km(), zone.fast.seconds_per_km());
            Pace::from_seconds_per_km(slow + (fast - slow) * part)
        };
        Some((at(part.0), at(part.1)))
    }

    /// The range of the work within a run; `None` where effort says more, as uphill.
    pub(super) fn work(&self, kind: RunKind, is_short: bool) -> Option<Range> {
        let zone = match kind {
            RunKind::Tempo => self.zone("Threshold")?,
            RunKind::Intervals if is_short => self.zone("Repetition")?,
            RunKind::Intervals | RunKind::Fartlek => self.zone("Interval")?,
            RunKind::Long | RunKind::Steady => self.zone("Marathon")?,
            _ => return None,
        };
        Some((zone.slow, zone.fast))
    }

    fn zone(&self, name: &str) -> Option<PaceZone> {
        self.zones?.into_iter().find(|zone| zone.name == name)
    }

    /// The pace assumed for a whole run.
    pub(super) fn usual(&self, kind: RunKind, profile: &Profile) -> Pace {
        // Of tempo and interval runs the athlete's own pace is that of the work.
        if matches!(kind, RunKind::Tempo | RunKind::Intervals) {
            return pace_for(kind, profile);
        }
        self.whole(kind, profile)
            .map_or_else(|| pace_for(kind, profile), middle)
    }

    /// Minutes of a run over so many metres.
    pub(super) fn minutes(&self, kind: RunKind, meters: f64, profile: &Profile) -> u32 {
        (meters / 1000.0 * self.usual(kind, profile).seconds_per_km() / 60.0).ceil() as u32
    }

    /// Metres that a run covers in so many minutes.
    pub(super) fn within(&self, kind: RunKind, minutes: u32, profile: &Profile) -> f64 {
        f64::from(minutes) * 60.0 / self.usual(kind, profile).seconds_per_km() * 1000.0
    }

    /// Seconds a kilometre assumed for the work of a run.
    pub(super) fn work_pace(&self, kind: RunKind, profile: &Profile) -> f64 {
        let known = self.work(kind, false).map(middle);
        let by_threshold = || {
            let threshold = pace_for(RunKind::Tempo, profile).seconds_per_km() / 1.10;
            threshold
                * if kind == RunKind::Tempo || kind == RunKind::Hills {
                    1.0
                } else {
                    0.92
                }
        };
        known.map_or_else(by_threshold, Pace::seconds_per_km)
    }
}

/// The VDOT of a time; of one beyond four hours, for which the formula was not fitted, that of half the distance.
fn vdot_of(far: Meters, seconds: f64) -> Option<f64> {
    vdot(far, seconds).or_else(|| vdot(Meters::new(far.m() / 2.0), seconds / HALF_RIEGEL))
}

/// The race of the last half year that shows most.
fn best_race(profile: &Profile, first: NaiveDate) -> Option<(&Race, f64)> {
    let since = first - Days::new(FORM_DAYS);
    let recent = profile
        .races
        .iter()
        .filter(|race| (since..=first).contains(&race.date));
    let shown = recent.filter_map(|race| {
        let vdot = vdot_of(race.distance?, f64::from(race.result?.0))?;
        (KNOWN.0..=KNOWN.1).contains(&vdot).then_some((race, vdot))
    });
    shown.max_by(|one, other| one.1.total_cmp(&other.1))
}

/// The VDOT whose threshold zone has this pace in its middle.
fn of_threshold(pace: Pace) -> Option<f64> {
    let (mut low, mut high) = KNOWN;
    for _ in 0..HALVINGS {
        let vdot = f64::midpoint(low, high);
        let zones = pace_zones(vdot)?;
        let zone = zones.iter().find(|zone| zone.name == "Threshold")?;
        if middle((zone.slow, zone.fast)).seconds_per_km() > pace.seconds_per_km() {
            low = vdot;
        } else {
            high = vdot;
        }
    }
    Some(f64::midpoint(low, high))
}

/// The middle of a range.
pub(super) fn middle((slow, fast): Range) -> Pace {
    Pace::from_seconds_per_km(f64::midpoint(slow.seconds_per_km(), fast.seconds_per_km()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DistanceUnit, Plan, RaceId, RunPlan, Seconds, Workout};

    fn day(month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, 20).unwrap()
    }

    fn race(month: u32, km: f64, target: Option<u32>, result: Option<u32>) -> Race {
        Race {
            distance: Some(Meters::from_km(km)),
            target: target.map(Seconds),
            result: result.map(Seconds),
            ..Race::new(RaceId::from_bits(1), day(month), "Park ten")
        }
    }

    fn easy(paces: &Paces, profile: &Profile) -> Plan {
        let run = RunPlan::of(RunKind::Easy);
        paces.targeted(&Plan::new(Workout::Run(run)), false, profile)
    }

    #[test]
    fn a_race_says_more_than_a_threshold_and_that_more_than_a_goal() {
        let mut profile = Profile::named("Nina");
        let goal = race(12, 21.0975, Some(6600), None);
        let paces = Paces::of(&profile, &goal, day(11));
        assert!(
            paces
                .source
                .starts_with("Paces come from the goal of 1:50:00"),
            "{}",
            paces.source
        );
        profile.threshold_pace = Some(Pace::from_seconds_per_km(290.0));
        let paces = Paces::of(&profile, &goal, day(11));
        assert_eq!(
            paces.source,
            "Paces come from the threshold pace, 4:50 /km."
        );
        let work = paces.work_pace(RunKind::Tempo, &profile);
        assert!((work - 290.0).abs() < 0.1, "{work}");
        profile.races.push(race(9, 10.0, None, Some(2850)));
        let paces = Paces::of(&profile, &goal, day(11));
        assert_eq!(
            paces.source,
            "Paces come from the 10 km in 47:30, Park ten."
        );
        profile.races[0].date = day(1);
        assert!(
            Paces::of(&profile, &goal, day(11))
                .source
                .contains("threshold")
        );
    }

    #[test]
    fn an_easy_run_gets_a_range_and_its_middle_in_the_unit_of_the_athlete() {
        let mut profile = Profile::named("Nina");
        let nothing = Paces::of(&profile, &race(12, 10.0, None, None), day(11));
        assert!(nothing.zones.is_none() && nothing.source.starts_with("Runs go by effort"));
        assert_eq!(easy(&nothing, &profile).note, "");
        profile.races.push(race(9, 10.0, None, Some(3000)));
        let paces = Paces::of(&profile, &race(12, 10.0, None, None), day(11));
        // 50 min over 10 km are VDOT 40: Daniels has it run easily at 5:56 to 6:38 /km.
        let plan = easy(&paces, &profile);
        let pace = plan.run().unwrap().pace.unwrap().seconds_per_km();
        assert!((356.0..=398.0).contains(&pace), "{pace}");
        assert!(plan.note.ends_with(" /km."), "{}", plan.note);
        profile.units.distance = DistanceUnit::Miles;
        assert!(easy(&paces, &profile).note.ends_with(" /mi."));
    }
}
