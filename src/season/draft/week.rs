//! A week of runs: how many, how far, and on which days.

use chrono::{Days as Later, NaiveDate};

use crate::domain::{
    DayPart, Kind, LegLoad, Level, Origin, Phase, Plan, Policy, Race, RunKind, Start,
};
use crate::load::duration_of;
use crate::season::arrange::WeekArranger;
use crate::season::day_capacity::{DayCapacity, Kept, kept};
use crate::season::days::{Days, Wants};
use crate::season::filling::{Filling, SeasonRun, two_from};
use crate::season::growth::Growth;
use crate::season::phase::{self, WeekStage};
use crate::season::quality_dose::work_minutes;
use crate::season::strength::{self, ProgramSession};

use super::state::{Draft, origin};

/// Metres a week below which no hard runs are planned.
const QUALITY_FROM: f64 = 12_000.0;
/// Minutes of quality a week from which they are worth two runs, and of somebody who has trained for years: two of the
/// shortest blocks.
const TWO_FROM_MINUTES: f64 = 22.0;
const TWO_OF_THE_ADVANCED: f64 = 16.0;
/// Metres of a run from which a week is worth one more of them.
const WORTH_RUN: f64 = 4_000.0;
/// Runs that a week is split into even where each is short.
const FEW_RUNS: u32 = 3;
/// Days between the last long run of the taper and the one before it at least.
const REST_OF_LONG: i64 = 5;
/// Days before another race by which its week is told.
const DAYS_BEFORE: u64 = 3;
/// A week that comes to less than this share of what was wanted is named.
const SHORT_OF: f64 = 0.9;

impl Draft<'_> {
    /// Runs a week that the season can have: one day stays free of them.
    pub(super) fn runs_wanted(&self) -> u32 {
        let most = match self.request.level {
            Level::Advanced => 7,
            Level::Novice | Level::Intermediate => 6,
        };
        self.request.runs.min(most)
    }

    /// Of a week, the share that can still be planned on: less than one in a first week that has begun.
    pub(super) fn share_of(&self, week: usize) -> f64 {
        let first = self.monday(week);
        if week > 0 || self.span.start <= first {
            return 1.0;
        }
        (first + Later::new(7) - self.span.start)
            .num_days()
            .clamp(0, 7) as f64
            / 7.0
    }

    /// What a week keeps of its running for another race in it, as the taper of such a race has it; 1 where there is none.
    /// A race on the first days of a week takes its toll from the week before.
    fn share_before_race(&self, week: usize, stage: WeekStage) -> f64 {
        if stage.phase == Phase::Taper {
            return 1.0;
        }
        let races = self.other_races(week);
        races.map(phase::share_of_week).fold(1.0, f64::min)
    }

    /// Races in a week besides the one that the season leads to, by the week in which most of the days before them lie.
    pub(super) fn other_races(&self, week: usize) -> impl Iterator<Item = &Race> {
        let first = self.monday(week);
        let days = first..first + Later::new(7);
        let goal = self.request.race.id;
        let races = self.athlete.profile.races.iter();
        races.filter(move |race| {
            race.id != goal && days.contains(&(race.date - Later::new(DAYS_BEFORE)))
        })
    }

    /// Plans the runs of a week, and gives the days it was arranged in.
    pub(in crate::season) fn add_runs(
        &mut self,
        week: usize,
        stage: WeekStage,
        growth: &mut Growth,
        usual: Option<Days>,
    ) -> Days {
        let first = self.monday(week);
        let rooms = DayCapacity::week(&self.athlete, self.library, first, &self.span);
        let in_span = rooms.iter().filter(|room| self.span.contains(&room.date));
        let share = self.share_of(week);
        let kept_runs: u32 = in_span.clone().map(|room| room.kept.runs).sum();
        let kept_meters: f64 = in_span.map(|room| room.kept.meters).sum();
        let growing = self.growing_from(week);
        let eased = self.share_before_race(week, stage);
        let whole = growth.habit.target(week, stage, growing) * share * eased;
        let target = whole - kept_meters;
        let wanted = (f64::from(self.runs_wanted()) * share).ceil() as u32;
        let races = rooms
            .iter()
            .filter(|room| room.kept.race && room.kept.runs == 0)
            .count() as u32;
        let races = races.max(u32::from(stage.has_race()));
        let runs = wanted.saturating_sub(kept_runs.max(races));
        let runs = runs.min(worth(target, self.least_run(), stage));
        if runs == 0 {
            growth.habit.close(week);
            growth.used.close(0.0, 0);
            return Days::default();
        }
        let edges = self.edges(week);
        let lifts = self.lifts(week, stage, 0);
        let filling = Filling {
            library: self.library,
            profile: &self.athlete.profile,
            paces: &self.paces,
            race: &self.request.race,
            policy: self.request.policy,
            stage,
            habit: &growth.habit,
            used: growth.used,
            rooms: &rooms,
            after_hard: edges[0].key,
            target,
            strength_minutes: lifts
                .iter()
                .map(|lift| self.takes(&lift.plan))
                .max()
                .unwrap_or(0),
            runs: runs + kept_runs.max(races),
            paced: growth.paced,
            usual_easy: growth.usual_easy,
        };
        let days = WeekArranger {
            days: &rooms,
            edges,
            policy: self.request.policy,
            level: self.request.level,
            usual,
        }
        .arrange(self.wants(&filling, runs, &lifts));
        let (runs, bound) = filling.runs(days);
        let long = runs.iter().find(|run| kind_of(run) == RunKind::Long);
        if let Some((long, bound)) = long.zip(bound) {
            growth.paced += u32::from(long.plan.run().is_some_and(|run| !run.steps.is_empty()));
            growth.note_long(long.meters, bound);
        }
        self.take_down(week, stage, &runs, growth);
        for (slot, run) in runs.into_iter().enumerate() {
            self.put_run(run, origin(week as u32 + 1, slot as u32 + 1));
        }
        let lacking = target - (growth.habit.week(week as i64) - kept_meters).max(0.0);
        if stage.phase != Phase::Taper && lacking > target * (1.0 - SHORT_OF) {
            self.short.0 = self.short.0.max(lacking);
            self.short.1.push(week as u32 + 1);
        }
        days
    }

    /// Takes down what a week came to: it is the measure of the next ones.
    fn take_down(&self, week: usize, stage: WeekStage, runs: &[SeasonRun], growth: &mut Growth) {
        for run in runs {
            growth.habit.add(run.date, run.meters);
        }
        growth.habit.close(week);
        let work = |run: &SeasonRun| work_minutes(&run.plan, &self.paces, self.profile());
        let hard = runs.iter().filter(|run| work(run) > 0.0).count() as u32;
        growth.used.close(runs.iter().map(work).sum(), hard);
        let easy = || runs.iter().filter(|run| kind_of(run) == RunKind::Easy);
        let count = easy().count();
        if stage.phase != Phase::Taper && !stage.cutback && count > 0 {
            let meters: f64 = easy().map(|run| run.meters).sum();
            growth.usual_easy = Some(meters / count as f64);
        }
    }

    /// What stands on the day before a week and on the day after it.
    fn edges(&self, week: usize) -> [Kept; 2] {
        let first = self.monday(week);
        let edges = [first.pred_opt(), first.checked_add_days(Later::new(7))];
        edges.map(|day| {
            day.map(|day| kept(&self.athlete, self.library, day))
                .unwrap_or_default()
        })
    }

    /// Weeks from this one to the taper that may grow.
    fn growing_from(&self, week: usize) -> u32 {
        let ahead = self.stages.iter().skip(week);
        let growing = ahead.filter(|stage| stage.phase != Phase::Taper && !stage.cutback);
        growing.count() as u32
    }

    /// The day of the last long run in the week before.
    fn last_long(&self, filling: &Filling) -> Option<NaiveDate> {
        let first = filling.rooms.first()?.date;
        let before = self
            .athlete
            .sessions
            .between(first - Later::new(7), first - Later::new(1));
        let mut longs = before
            .iter()
            .filter(|session| session.kind() == Kind::Run(RunKind::Long));
        longs.next_back().map(|session| session.date)
    }

    fn wants(&self, filling: &Filling, runs: u32, lifts: &[ProgramSession]) -> Wants {
        let (stage, profile) = (filling.stage, self.profile());
        let race_on = self.request.race.date;
        let has = |fits: &dyn Fn(&DayCapacity) -> bool| filling.rooms.iter().any(fits);
        let has_race = has(&|room| room.kept.race && room.date != race_on);
        // A week from the race there is room for a long run of the taper, nearer to it there is none; nor where the one
        // of the week before was but a few days ago.
        let last_long = stage.race_week.then(|| self.last_long(filling)).flatten();
        let is_rested =
            |date: NaiveDate| last_long.is_none_or(|last| (date - last).num_days() >= REST_OF_LONG);
        let is_near =
            !has(&|room| room.open && (race_on - room.date).num_days() > 5 && is_rested(room.date));
        let has_long = has_race || stage.has_race() || is_near || has(&|room| room.kept.long);
        let wish = filling.long_wish().meters;
        let long = (!has_long).then(|| self.paces.minutes(RunKind::Long, wish, profile));
        let kept_quality = filling
            .rooms
            .iter()
            .filter(|room| room.kept.key && !room.kept.long && room.date != race_on);
        let left = runs.saturating_sub(u32::from(long.is_some()));
        let quality = self
            .quality(filling, runs)
            .saturating_sub(kept_quality.count() as u32)
            .min(left);
        let easy = left - quality;
        let hard = long.map_or(0.0, |_| wish) + f64::from(quality) * filling.target * 0.22;
        let each = (filling.target - hard).max(0.0) / f64::from(easy.max(1));
        let strength_minutes = lifts.iter().map(|lift| self.takes(&lift.plan)).max();
        let legs = || {
            lifts
                .iter()
                .map(|lift| strength::legs(&lift.plan, self.library))
        };
        let gym = lifts
            .iter()
            .any(|lift| strength::needs_gym(&lift.plan, self.library, profile));
        Wants {
            long,
            quality: (quality, 50),
            two_from: two_from(stage).saturating_sub(filling.runs - runs),
            easy: (easy, self.paces.minutes(RunKind::Easy, each, profile)),
            strength: (lifts.len() as u32, strength_minutes.unwrap_or(0)),
            legs: legs().max().unwrap_or(LegLoad::None),
            felt: legs().filter(|legs| *legs >= LegLoad::Moderate).count() as u32,
            gym,
        }
    }

    /// How many quality runs a week has.
    fn quality(&self, filling: &Filling, runs: u32) -> u32 {
        let (stage, target) = (filling.stage, filling.target);
        if target < QUALITY_FROM && !stage.race_week || runs < 2 {
            return 0;
        }
        if stage.cutback {
            // Do not add a quality run in a lighter week.
            return filling.used.runs.min(1);
        }
        let level = self.request.level;
        let worth_two = match level {
            Level::Novice => f64::MAX,
            Level::Intermediate => TWO_FROM_MINUTES,
            Level::Advanced => TWO_OF_THE_ADVANCED,
        };
        let many = filling.has_room_for_two() && filling.quality_minutes() >= worth_two;
        match stage.phase {
            // Advanced runners have their base: keep the quality they had.
            Phase::Base | Phase::Accumulate if level == Level::Advanced => 1 + u32::from(many),
            Phase::Base if self.request.policy == Policy::HardDaysHard => 1,
            // A novice's first weeks, and those after a break, are for building the habit.
            Phase::Base if level == Level::Novice && (stage.index < 2 || filling.is_back()) => 0,
            Phase::Base | Phase::Accumulate | Phase::Taper => 1,
            Phase::Build | Phase::Heavier | Phase::Peak => 1 + u32::from(many),
        }
    }

    /// Minutes of a session.
    pub(super) fn takes(&self, plan: &Plan) -> u32 {
        duration_of(plan, self.profile()).value.0
    }

    fn put_run(&mut self, run: SeasonRun, origin: Origin) {
        let mut plan = run.plan;
        // Put runs in the morning at first, so that strength can take the evening.
        plan.start = Start::Part(DayPart::Morning);
        self.put(run.date, plan, run.because, origin);
    }
}

fn kind_of(run: &SeasonRun) -> RunKind {
    run.plan.run().map_or(RunKind::Easy, |run| run.kind)
}

/// Into how many runs some metres are worth splitting. The taper keeps the number of runs (Bosquet 2007).
fn worth(meters: f64, least: f64, stage: WeekStage) -> u32 {
    let into = |each: f64| (meters / each) as u32;
    if meters < least / 2.0 {
        0
    } else if stage.phase == Phase::Taper {
        into(least * 0.8).max(1)
    } else {
        into(WORTH_RUN).max(into(least).min(FEW_RUNS)).max(1)
    }
}
