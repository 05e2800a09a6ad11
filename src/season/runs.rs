//! The runs of a week: how far each goes, and why it is there.

use crate::domain::{Phase, RunKind};
use crate::load::distance_of;

use super::below_long;
use super::day_capacity::DayCapacity;
use super::days::Days;
use super::easy::EasyRuns;
use super::filling::{Filling, SeasonRun};
use super::long_run::Bound;
use super::measure::{distance, rounded_down};
use super::phase::is_marathon;
use super::quality::{self, Size};
use super::quality_dose::work_minutes;

/// Where a race or a run that stays takes the long run's place, an easy run is no more than this of the longest.
const OF_LONGEST: f64 = 0.5;
/// The most of a week's distance that its one quality run takes, and each of two.
const OF_WEEK: f64 = 0.30;
const OF_WEEK_EACH: f64 = 0.22;
/// The most of the little that a race week has.
const OF_RACE_WEEK: f64 = 0.5;
/// What is kept for each easy run of the taper, as a share of the shortest: a quality run comes out a little longer once
/// its paces are known.
const KEPT_OF_LEAST: f64 = 1.15;
/// Of the minutes of quality, what the first of two runs takes at most.
const FIRST_OF_TWO: f64 = 0.55;

impl Filling<'_> {
    /// The long run on its day, what bounds it, and the other runs of the week on theirs.
    pub(super) fn runs(&self, days: Days) -> (Vec<SeasonRun>, Option<Bound>) {
        let long = self.of(days.long).find_map(|room| self.long(room, days));
        let (long, bound) = long.unzip();
        let mut runs: Vec<SeasonRun> = long.into_iter().collect();
        self.add_quality(days, &mut runs);
        let hard: f64 = runs.iter().map(|run| run.meters).sum();
        // A quality run that does not fit its day becomes an easy one.
        let easy: Vec<&DayCapacity> = self
            .of(days.easy | days.quality)
            .filter(|room| runs.iter().all(|run| run.date != room.date))
            .collect();
        let most = runs
            .iter()
            .find(|run| run.plan.run().is_some_and(|run| run.kind == RunKind::Long));
        let most = match most {
            Some(long) => below_long::most(long.meters, self.runs, self.paces, self.profile),
            None => self.habit.longest_so_far() * OF_LONGEST,
        };
        let easy_days = EasyRuns {
            filling: self,
            days,
            most,
            is_sharp: runs
                .iter()
                .any(|run| work_minutes(&run.plan, self.paces, self.profile) > 0.0),
        };
        runs.extend(easy_days.runs(easy, self.target - hard));
        runs.sort_by_key(|run| run.date);
        (runs, bound)
    }

    fn long(&self, room: &DayCapacity, days: Days) -> Option<(SeasonRun, Bound)> {
        let week = self.long_week(room.date);
        let length = week
            .length(|minutes| self.paces.within(RunKind::Long, minutes, self.profile))
            .within(self.habit.longest_on(room.date), Bound::Growth)
            .within(self.most_on(room, RunKind::Long, days), Bound::Day);
        let meters = rounded_down(length.meters, self.profile.units);
        let plan = week.plan(meters, self.paced, self.profile.units);
        let day = room.date.format("%A").to_string();
        (meters > 0.0).then(|| {
            let because = if self.habit.is_return(room.date) {
                let far = distance(meters, self.profile.units);
                format!("{far}: the first week back from a break takes half of what was the longest before it.")
            } else {
                week.because(meters, &day, self.profile.units)
            };
            let run = SeasonRun {
                date: room.date,
                plan: self
                    .paces
                    .targeted(&plan, is_marathon(self.race), self.profile),
                meters,
                because,
            };
            (run, length.bound)
        })
    }

    fn add_quality(&self, days: Days, runs: &mut Vec<SeasonRun>) {
        let count = days.quality.count_ones();
        let mut left = self.quality_minutes();
        let (mut has_hard, mut taken) = (false, None);
        // The first week back from a break has no hard runs.
        let ready = self
            .of(days.quality)
            .filter(|room| !self.habit.is_return(room.date));
        for (nth, room) in ready.enumerate() {
            let is_first_of_two = count > 1 && nth == 0;
            let planned: f64 = runs.iter().map(|run: &SeasonRun| run.meters).sum();
            let of_week = match count {
                _ if self.stage.race_week => OF_RACE_WEEK,
                0 | 1 => OF_WEEK,
                _ => OF_WEEK_EACH,
            };
            // The taper keeps the number of runs (Bosquet 2007): reserve something for each easy run.
            let kept = if self.stage.phase == Phase::Taper {
                self.least_run() * KEPT_OF_LEAST * f64::from(days.easy.count_ones())
            } else {
                0.0
            };
            let size = Size {
                policy: self.policy,
                week: self.target,
                meters: (self.target * of_week)
                    .max(self.least_run())
                    .min(self.target - planned - kept)
                    .min(self.habit.longest_on(room.date)),
                minutes: self.minutes_left(room, days),
                work: if is_first_of_two {
                    left * FIRST_OF_TWO
                } else {
                    left
                },
                nth,
                of: count,
                runs: self.runs,
                has_hard,
                taken: taken.as_deref(),
            };
            let Some(run) = self.quality(room, size) else {
                continue;
            };
            has_hard |= quality::is_hard(&run.plan);
            left -= work_minutes(&run.plan, self.paces, self.profile);
            taken = Some(run.plan.title.clone());
            runs.push(run);
        }
    }

    fn quality(&self, room: &DayCapacity, size: Size<'_>) -> Option<SeasonRun> {
        let race = self.race_meters();
        let sources = (self.paces, self.profile);
        let plan = quality::plan(self.library, sources, self.stage, race, size)?;
        let meters = distance_of(&plan, self.profile)?.value.m();
        let purpose = quality::purpose(self.stage, race);
        let because = if self.stage.race_week {
            "A touch of race pace, to remember it and not to improve: the work is done.".to_owned()
        } else if self.stage.cutback {
            format!("A lighter week with less hard work: {purpose}.")
        } else {
            format!("{} phase: {purpose}.", self.stage.phase.name())
        };
        Some(SeasonRun {
            date: room.date,
            plan,
            meters,
            because,
        })
    }
}
