//! What a race would take now, by recent runs.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::digest::{EffortTrust, RecentEffort};
use super::{Drawn, Grouping, Period, TooLittle, TrainingDigest};
use crate::domain::{DateStyle, Meters};
use crate::load::physiology::{critical_speed, race_time, riegel};

/// Days after which a run says little about what can be raced now: twelve weeks.
pub const RECENT_DAYS: u64 = 84;
/// The shortest run that says something about a race, in metres.
const LEAST_METERS: f64 = 1500.0;
/// The most efforts a projection rests on.
const MOST_EFFORTS: usize = 3;
/// Efforts whose VDOT is further than this share behind the best were not all out.
const BEHIND_BEST: f64 = 0.95;
/// A half marathon and what a course measures too long, in metres: beyond it projections are too fast (Vickers 2016,
/// 2303 runners).
const HALF_MARATHON: f64 = 21_300.0;
/// A goal this many times as long as the longest effort supposes an endurance that nobody has seen.
const FAR_BEYOND: f64 = 4.0;

/// How a time was carried over from one distance to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Equal VDOT (Daniels & Gilbert 1979).
    Vdot,
    /// t · (d₂ / d₁)^1.06 (Riegel 1977; his paper of 1981 fits 1.077 for men).
    Riegel,
    /// Critical speed from two efforts (Monod & Scherrer 1965).
    CriticalSpeed,
}

/// One way to project the time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaceEstimate {
    /// How.
    pub method: Method,
    /// The time, in seconds.
    pub seconds: f64,
    /// From which run; of critical speed, the longer of the two.
    pub from: RecentEffort,
}

/// What a race would take now.
#[derive(Debug, Clone, PartialEq)]
pub struct RaceProjection {
    /// The middle of all estimates, in seconds.
    pub seconds: f64,
    /// The fastest estimate, in seconds.
    pub fast: f64,
    /// The slowest estimate, in seconds.
    pub slow: f64,
    /// Every estimate behind it, the fastest first.
    pub estimates: Vec<RaceEstimate>,
    /// What to keep in mind, one sentence each; may be empty.
    pub limits: Vec<String>,
}

/// A projection at the end of a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaceTimePoint {
    /// The last day of the week, or today in the current one.
    pub date: NaiveDate,
    /// The middle of all estimates, in seconds.
    pub seconds: f64,
    /// The fastest estimate, in seconds.
    pub fast: f64,
    /// The slowest estimate, in seconds.
    pub slow: f64,
}

/// What a race over `distance` would take on a day, by the best runs of the twelve weeks before: the races and hard runs
/// among them, or where there is none, the training runs, each over its whole distance or, where a watch recorded it, over
/// its fastest 5 or 10 km if that says more. Each run is carried over by VDOT and by Riegel's formula, and
/// two of them by critical speed where that holds; the range is the spread of all these. What is to be kept in mind names
/// days as `dates` writes them.
///
/// # Errors
///
/// Says what is missing without a recent run, or for a goal outside what the formulas hold for.
pub fn project_race(
    figures: &TrainingDigest,
    on: NaiveDate,
    distance: Meters,
    dates: DateStyle,
) -> Drawn<RaceProjection> {
    let efforts = best_efforts(&all_efforts(figures, recent(on)));
    if efforts.is_empty() {
        return Err(no_run());
    }
    let estimates = estimates(&efforts, distance);
    let Some([seconds, fast, slow]) = spread(&estimates) else {
        return Err(no_goal());
    };
    Ok(RaceProjection {
        seconds,
        fast,
        slow,
        limits: limits(&efforts, distance, dates),
        estimates,
    })
}

/// The projection for `distance` at the end of each week that touches `period`, up to `today`. Weeks without a recent run
/// have none.
///
/// # Errors
///
/// As [`project_race`], for all weeks together.
pub fn race_times(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
    distance: Meters,
) -> Drawn<Vec<RaceTimePoint>> {
    let weeks = period.cut(Grouping::Week, figures.profile().week_start);
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return Err(no_run());
    };
    let reach = Period::new(recent(first.last).first, last.last.min(today));
    let all = all_efforts(figures, reach);
    let mut any = false;
    // The best runs stay the same for weeks.
    let mut known: (Vec<RecentEffort>, Option<[f64; 3]>) = (Vec::new(), None);
    // A run stays among the best for up to twelve weeks.
    let mut times: FxHashMap<u64, Option<f64>> = FxHashMap::default();
    let points: Vec<_> = weeks
        .iter()
        .filter(|week| week.first <= today)
        .filter_map(|week| {
            let date = week.last.min(today);
            let days = recent(date);
            let from = all.partition_point(|effort| effort.date < days.first);
            let to = all.partition_point(|effort| effort.date <= days.last);
            let efforts = best_efforts(all.get(from..to).unwrap_or_default());
            any |= !efforts.is_empty();
            if known.0 != efforts {
                let estimates = estimates_by(&efforts, distance, |vdot| {
                    let known = times.entry(vdot.to_bits());
                    *known.or_insert_with(|| race_time(distance, vdot))
                });
                let spread = spread(&estimates);
                known = (efforts, spread);
            }
            let [seconds, fast, slow] = known.1?;
            Some(RaceTimePoint {
                date,
                seconds,
                fast,
                slow,
            })
        })
        .collect();
    match (points.is_empty(), any) {
        (false, _) => Ok(points),
        (true, true) => Err(no_goal()),
        (true, false) => Err(no_run()),
    }
}

fn no_run() -> TooLittle {
    TooLittle::needs(
        "a run of 1.5 km or more with its distance and time, in the twelve weeks before",
    )
}

fn no_goal() -> TooLittle {
    TooLittle::needs("a goal that takes between 3.5 minutes and four hours")
}

fn recent(on: NaiveDate) -> Period {
    Period::of_days(on, RECENT_DAYS).shifted(1 - RECENT_DAYS as i64)
}

/// The efforts of these days that have a VDOT, by date.
fn all_efforts(figures: &TrainingDigest, days: Period) -> Vec<RecentEffort> {
    let mut efforts: Vec<_> = figures
        .efforts(days)
        .filter(|recent| recent.effort.distance.m() >= LEAST_METERS && recent.effort.vdot.is_some())
        .collect();
    efforts.sort_by_key(|effort| effort.date);
    efforts
}

/// The few that say most: races and hard runs before training runs, and of those the best by VDOT, best first.
fn best_efforts(efforts: &[RecentEffort]) -> Vec<RecentEffort> {
    let is_told = |recent: &&RecentEffort| recent.effort.trust > EffortTrust::Training;
    let told = efforts.iter().any(|recent| is_told(&recent));
    let vdot = |recent: &RecentEffort| recent.effort.vdot.unwrap_or_default();
    let mut best: Vec<RecentEffort> = Vec::with_capacity(MOST_EFFORTS + 1);
    for recent in efforts.iter().filter(|recent| !told || is_told(recent)) {
        // Most runs are no better than those that stand: years of weeks are asked at each edit.
        let is_full = best.len() == MOST_EFFORTS;
        if is_full && best.last().is_some_and(|last| vdot(last) >= vdot(recent)) {
            continue;
        }
        let place = best.partition_point(|other| vdot(other) >= vdot(recent));
        if place < MOST_EFFORTS {
            best.insert(place, *recent);
            best.truncate(MOST_EFFORTS);
        }
    }
    let least = best.first().map_or(0.0, vdot) * BEHIND_BEST;
    best.retain(|recent| vdot(recent) >= least);
    best
}

/// Every way to carry these efforts over to `distance`, the fastest first.
fn estimates(efforts: &[RecentEffort], distance: Meters) -> Vec<RaceEstimate> {
    estimates_by(efforts, distance, |vdot| race_time(distance, vdot))
}

/// [`estimates`] with the time over `distance` of a VDOT as `time_of` knows it.
fn estimates_by(
    efforts: &[RecentEffort],
    distance: Meters,
    mut time_of: impl FnMut(f64) -> Option<f64>,
) -> Vec<RaceEstimate> {
    let mut found = Vec::with_capacity(2 * MOST_EFFORTS + 1);
    for recent in efforts {
        let effort = recent.effort;
        let by_vdot = effort.vdot.and_then(&mut time_of);
        let by_riegel = riegel(effort.distance, f64::from(effort.time.0), distance);
        let both = [(Method::Vdot, by_vdot), (Method::Riegel, by_riegel)];
        found.extend(both.into_iter().filter_map(|(method, seconds)| {
            Some(RaceEstimate {
                method,
                seconds: seconds?,
                from: *recent,
            })
        }));
    }
    found.extend(by_critical_speed(efforts, distance));
    found.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    found
}

/// Critical speed of the first two efforts that give one. Training runs are not all out and give none.
fn by_critical_speed(efforts: &[RecentEffort], distance: Meters) -> Option<RaceEstimate> {
    let all_out = |recent: &&RecentEffort| recent.effort.trust > EffortTrust::Training;
    let measured = |recent: &RecentEffort| {
        let effort = recent.effort;
        (effort.distance, f64::from(effort.time.0))
    };
    let pairs = efforts.iter().enumerate().flat_map(|(place, one)| {
        let others = efforts.iter().skip(place + 1);
        others.map(move |other| (one, other))
    });
    let mut found = pairs
        .filter(|(one, other)| all_out(one) && all_out(other))
        .filter_map(|(one, other)| {
            let seconds = critical_speed(measured(one), measured(other))?.time(distance)?;
            let from = if one.effort.distance >= other.effort.distance {
                one
            } else {
                other
            };
            Some(RaceEstimate {
                method: Method::CriticalSpeed,
                seconds,
                from: *from,
            })
        });
    found.next()
}

/// Middle, fastest and slowest of estimates that stand in order.
fn spread(estimates: &[RaceEstimate]) -> Option<[f64; 3]> {
    let [fast, .., slow] = estimates else {
        let only = estimates.first()?.seconds;
        return Some([only; 3]);
    };
    let at = |place: usize| estimates.get(place).map_or(fast.seconds, |it| it.seconds);
    let middle = f64::midpoint(at((estimates.len() - 1) / 2), at(estimates.len() / 2));
    Some([middle, fast.seconds, slow.seconds])
}

fn limits(efforts: &[RecentEffort], distance: Meters, dates: DateStyle) -> Vec<String> {
    let mut limits = Vec::new();
    if distance.m() > HALF_MARATHON {
        limits.push(
            "Beyond a half marathon such projections are 10 min or more too fast for half of the runners."
                .to_owned(),
        );
    }
    if efforts
        .iter()
        .all(|recent| recent.effort.trust == EffortTrust::Training)
    {
        limits.push(
            "It rests on training runs, which are slower than races: a race should be faster."
                .to_owned(),
        );
    }
    let longest = efforts
        .iter()
        .map(|recent| recent.effort.distance.m())
        .fold(0.0, f64::max);
    if longest > 0.0 && distance.m() / longest >= FAR_BEYOND {
        limits.push(format!(
            "The race is {:.0} times as long as the longest effort it rests on; it supposes training for the distance.",
            distance.m() / longest
        ));
    }
    if let [only] = efforts {
        limits.push(format!(
            "It rests on a single run, of {}.",
            dates.date(only.date)
        ));
    }
    limits
}

#[cfg(test)]
mod tests;
