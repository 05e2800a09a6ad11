//! How hard a run was, by what its record tells: the time in zones, the heart rate, how it felt.

use crate::domain::{HeartRate, HeartTime, Rpe, Seconds};

use super::activity::Activity;
use super::effort::LoggedEffort;

/// Share of a run for which heart rates must have been recorded to speak for all of it.
const LEAST_RECORDED: f64 = 0.5;

/// What a record tells; `None` where it is silent, and where only heart rates are told and nobody knows the `heart`
/// they are of.
pub(super) fn effort_of(activity: &Activity, heart: HeartRate) -> Option<LoggedEffort> {
    let beats = heart
        .max
        .filter(|max| max.0 > 0)
        .map(|max| f64::from(max.0));
    let minutes = activity.run.moving.map_or(0.0, Seconds::minutes);
    let counted = || {
        let time = activity.run.heart_time.as_deref()?;
        let is_enough = time.total() / 60.0 >= LEAST_RECORDED * minutes;
        of_heart_time(time, beats?).filter(|_| is_enough)
    };
    let mean = || {
        let share = f64::from(activity.run.hr_average?.0) / beats?;
        Some(if share < HeartRate::EASY {
            LoggedEffort::Easy
        } else if share < HeartRate::HARD {
            LoggedEffort::Moderate
        } else {
            LoggedEffort::Hard
        })
    };
    let felt = || {
        let rpe = activity.rpe?.value();
        Some(if rpe <= Rpe::EASY {
            LoggedEffort::Easy
        } else if rpe < Rpe::HARD {
            LoggedEffort::Moderate
        } else {
            LoggedEffort::Hard
        })
    };
    activity.effort.or_else(counted).or_else(mean).or_else(felt)
}

fn of_heart_time(time: &HeartTime, max: f64) -> Option<LoggedEffort> {
    let easy = time.below(HeartRate::EASY * max);
    let below_hard = time.below(HeartRate::HARD * max);
    LoggedEffort::of_minutes(
        easy / 60.0,
        (below_hard - easy) / 60.0,
        (time.total() - below_hard) / 60.0,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Bpm, RunLog};
    use crate::history::Sport;

    fn run(log: RunLog, rpe: Option<f64>) -> Activity {
        let date = "2026-03-02".parse().unwrap();
        Activity {
            run: log,
            rpe: rpe.map(Rpe::new),
            ..Activity::new("x", String::new(), date, Sport::Run)
        }
    }

    const HEART: HeartRate = HeartRate {
        rest: None,
        max: Some(Bpm(190)),
    };

    #[test]
    fn the_heart_is_asked_before_how_it_felt() {
        let beating = |bpm| RunLog {
            hr_average: Some(Bpm(bpm)),
            ..RunLog::default()
        };
        for (log, rpe, heart, wanted) in [
            (beating(140), Some(8.0), HEART, Some(LoggedEffort::Easy)),
            (beating(160), None, HEART, Some(LoggedEffort::Moderate)),
            (beating(172), None, HEART, Some(LoggedEffort::Hard)),
            (beating(172), None, HeartRate::default(), None),
            (
                beating(172),
                Some(5.0),
                HeartRate::default(),
                Some(LoggedEffort::Moderate),
            ),
            (
                RunLog::default(),
                Some(3.0),
                HEART,
                Some(LoggedEffort::Easy),
            ),
            (RunLog::default(), None, HEART, None),
        ] {
            let found = effort_of(&run(log.clone(), rpe), heart);
            assert_eq!(found, wanted, "{log:?} {rpe:?}");
        }
    }
}
