//! The season that a day lies in.

use chrono::NaiveDate;

use super::figures::TrainingDigest;
use super::period::{Grouping, Period, YEAR_DAYS};
use crate::domain::RacePriority;

/// The season around `today`, in whole weeks: from the week after the last A race to that of the next one. Without a
/// race before, it begins with the first session; without one ahead, it ends with the last planned session. It reaches
/// no further than a year either way.
pub fn season(figures: &TrainingDigest, today: NaiveDate) -> Period {
    let start = figures.profile().week_start;
    let now = Grouping::Week.around(today, start);
    let whole = figures.whole(today);
    let goals = || {
        let races = figures.profile().races.iter();
        races
            .filter(|race| race.priority == RacePriority::A)
            .map(|race| race.date)
    };
    let before = goals().filter(|date| *date < today).max();
    let ahead = goals().filter(|date| *date >= today).min();
    let first = before.map_or(whole.first, |race| {
        Grouping::Week.around(race, start).shifted(7).first
    });
    let last = ahead.map_or(whole.last, |race| Grouping::Week.around(race, start).last);
    Period {
        first: first.clamp(now.shifted(-YEAR_DAYS).first, now.first),
        last: last.clamp(now.last, now.shifted(YEAR_DAYS).last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Athlete, AthleteId, Profile, Race, RaceId};
    use crate::library::Library;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_season_runs_from_goal_race_to_goal_race() {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let race = |bits, date| Race::new(RaceId::from_bits(bits), day(date), "Half marathon");
        athlete.profile.races = vec![race(1, "2026-09-27"), race(2, "2027-04-11")];
        let figures = TrainingDigest::of(&athlete, &Library::default());
        let season = season(&figures, day("2026-11-25"));
        assert_eq!(season, Period::new(day("2026-09-28"), day("2027-04-11")));
    }
}
