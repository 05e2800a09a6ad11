//! The season while it grows: week after week of runs, then the strength among them.

mod ground;
mod lifting;
mod limits;

use std::ops::Range;
use std::sync::Arc;

use chrono::{Days as Later, NaiveDate};

use crate::domain::{
    Athlete, CheckedProfile, DayPart, LegLoad, Level, Meters, Origin, Phase, Plan, Policy, Profile,
    Program, RunKind, Session, SessionId, Stamp, Start, Status, WorkspaceSettings,
};
use crate::edit::{Edit, apply};
use crate::layout::NewId;
use crate::library::Library;
use crate::load::title_of;
use crate::rules::Context;

use crate::season::day_capacity::{Room, kept};
use crate::season::days::{Days, Wants, Week};
use crate::season::phase::{Stage, stages};
use crate::season::request::SeasonRequest;
use crate::season::runs::{Filling, LEAST_RUN, Run, minutes, race};
use crate::season::strength::{self, Lift};
use crate::season::volume::{Habit, Said, begins, is_race, meters_of};
use crate::season::{LeftOut, Season, SeasonWeek, settle};
use ground::{profile, replaced};

/// Metres a week below which no hard runs are planned.
const QUALITY_FROM: f64 = 12_000.0;
/// Metres a week from which two quality runs have room.
const TWO_FROM: f64 = 35_000.0;
/// A week that comes to less than this share of what was wanted is named.
const SHORT_OF: f64 = 0.9;

/// A season that is being built.
pub(super) struct Draft<'a> {
    pub(super) library: &'a Library,
    request: &'a SeasonRequest,
    pub(super) today: NaiveDate,
    new_id: NewId<'a>,
    /// The athlete with the new profile and what stays, and what was planned so far.
    pub(super) athlete: Athlete,
    /// Its profile with the workspace's settings where it has none of its own.
    checked: CheckedProfile<'static>,
    /// The sessions of the season, and no others.
    pub(super) ours: Vec<SessionId>,
    replaced: Vec<SessionId>,
    stages: Vec<Stage>,
    first: NaiveDate,
    /// The days that can be planned on.
    span: Range<NaiveDate>,
    program: Option<&'a Program>,
    pub(super) left_out: Vec<LeftOut>,
    /// The most metres that a week lacks, and the weeks that lack some.
    short: (f64, Vec<u32>),
}

impl<'a> Draft<'a> {
    /// Nothing but what stays.
    pub(super) fn new(
        athlete: &Athlete,
        (library, settings): (&'a Library, &WorkspaceSettings),
        request: &'a SeasonRequest,
        today: NaiveDate,
        new_id: NewId<'a>,
    ) -> Self {
        let (first, _) = request.ends(athlete.profile.week_start);
        let weeks = request.weeks(athlete.profile.week_start);
        let span = first.max(today)..request.race.date;
        let race_day = (request.race.date - first).num_days().rem_euclid(7) as u32;
        let profile = profile(athlete, settings, request, first);
        let checked = settings.checked(&profile).into_owned();
        let mut kept = Athlete::new(athlete.id, profile);
        kept.sessions = athlete.sessions.clone();
        let replaced = replaced(athlete, request, &span);
        let removals: Vec<Edit> = replaced.iter().copied().map(Edit::Remove).collect();
        apply(&mut kept, &removals, Stamp::default());
        let program = request.program.as_ref().and_then(|id| library.program(id));
        Self {
            library,
            request,
            today,
            new_id,
            athlete: kept,
            checked,
            ours: Vec::new(),
            replaced,
            stages: stages(weeks, &request.race, race_day),
            first,
            span,
            program,
            left_out: Vec::new(),
            short: (0.0, Vec::new()),
        }
    }

    /// The whole season, `before` being the athlete without it.
    pub(super) fn built(mut self, before: &Athlete) -> Season {
        let mut kept = Athlete::new(before.id, self.athlete.profile.clone());
        kept.sessions = self.athlete.sessions.clone();
        let mut habit = self.habit();
        let begins = habit.top();
        self.name_limits(&habit);
        self.add_race();
        let mut usual = None;
        let mut arranged = Vec::new();
        for (week, stage) in self.stages.clone().into_iter().enumerate() {
            let days = self.add_runs(week, stage, &mut habit, usual);
            if stage.phase != Phase::Taper && !stage.cutback && week > 0 {
                usual = Some(days);
            }
            arranged.push(days);
        }
        for (week, days) in arranged.into_iter().enumerate() {
            self.add_strength(week, days);
        }
        self.free_lone_runs();
        let findings = settle::settle(&mut self, &kept);
        self.name_shortfalls(begins);
        self.season(before, findings)
    }

    /// First day of a week.
    fn monday(&self, week: usize) -> NaiveDate {
        self.first + Later::new(7 * week as u64)
    }

    fn habit(&self) -> Habit {
        let said = Said {
            weekly: self.request.weekly.m(),
            longest: self.request.longest.m(),
            runs: self.runs_wanted(),
            race: self.race_meters(),
        };
        Habit::of(&self.athlete, self.first, said)
    }

    fn race_meters(&self) -> f64 {
        self.request.race.distance.map_or(0.0, Meters::m)
    }

    fn profile(&self) -> &Profile {
        &self.athlete.profile
    }

    /// Runs a week that the season can have: one day stays free of them.
    fn runs_wanted(&self) -> u32 {
        let most = match self.request.level {
            Level::Advanced => 7,
            Level::Novice | Level::Intermediate => 6,
        };
        self.request.runs.min(most)
    }

    fn strength_wanted(&self, stage: Stage) -> u32 {
        let (wanted, level) = (self.profile().strength_target, self.request.level);
        let goal = self.request.race.priority == crate::domain::RacePriority::A;
        strength::sessions(wanted, stage, level, self.runs_wanted(), goal)
    }

    fn add_race(&mut self) {
        let race_of = self.request.race.clone();
        let on_day = self.athlete.sessions.on(race_of.date);
        if on_day.iter().any(|session| is_race(session)) {
            return;
        }
        let because = "The race that the season leads to.".to_owned();
        let weeks = self.stages.len() as u32;
        self.put(race_of.date, race(&race_of), because, origin(weeks, 0));
    }

    /// Plans the runs of a week, and gives the days it was arranged in.
    fn add_runs(
        &mut self,
        week: usize,
        stage: Stage,
        habit: &mut Habit,
        usual: Option<Days>,
    ) -> Days {
        let first = self.monday(week);
        let rooms = Room::week(&self.athlete, self.library, first, &self.span);
        let in_span = rooms.iter().filter(|room| self.span.contains(&room.date));
        let share = if week == 0 {
            in_span.clone().count() as f64 / 7.0
        } else {
            1.0
        };
        let kept_runs: u32 = in_span.clone().map(|room| room.kept.runs).sum();
        let kept_meters: f64 = in_span.map(|room| room.kept.meters).sum();
        let growing = self.growing_from(week);
        let target = habit.target(week, stage, growing) * share - kept_meters;
        let wanted = (f64::from(self.runs_wanted()) * share).ceil() as u32;
        let races = u32::from(stage.is_race_week());
        let runs = wanted.saturating_sub(kept_runs.max(races));
        let runs = runs.min(worth(target));
        if runs == 0 {
            habit.close(week);
            return Days::default();
        }
        let lifts = self.lifts(week, stage);
        let filling = Filling {
            library: self.library,
            profile: &self.athlete.profile,
            race: &self.request.race,
            policy: self.request.policy,
            stage,
            habit,
            rooms: &rooms,
            target,
            strength_minutes: lifts
                .iter()
                .map(|lift| self.takes(&lift.plan))
                .max()
                .unwrap_or(0),
            runs: wanted,
        };
        let wants = self.wants(&filling, runs, &lifts);
        let edges = [first.pred_opt(), first.checked_add_days(Later::new(7))];
        let edges = edges.map(|day| {
            day.map(|day| kept(&self.athlete, self.library, day))
                .unwrap_or_default()
        });
        let days = Week {
            rooms: &rooms,
            edges,
            policy: self.request.policy,
            level: self.request.level,
            usual,
        }
        .arrange(wants);
        let runs = filling.runs(days);
        for (slot, run) in runs.into_iter().enumerate() {
            habit.add(run.date, run.meters);
            self.put_run(run, origin(week as u32 + 1, slot as u32 + 1));
        }
        habit.close(week);
        let lacking = target - (habit.week(week as i64) - kept_meters).max(0.0);
        if stage.phase != Phase::Taper && lacking > target * (1.0 - SHORT_OF) {
            self.short.0 = self.short.0.max(lacking);
            self.short.1.push(week as u32 + 1);
        }
        days
    }

    /// Weeks from this one to the taper that may grow.
    fn growing_from(&self, week: usize) -> u32 {
        let ahead = self.stages.iter().skip(week);
        let growing = ahead.filter(|stage| stage.phase != Phase::Taper && !stage.cutback);
        growing.count() as u32
    }

    fn wants(&self, filling: &Filling, runs: u32, lifts: &[Lift]) -> Wants {
        let (stage, profile) = (filling.stage, self.profile());
        let kept = |fits: &dyn Fn(&Room) -> bool| filling.rooms.iter().any(fits);
        let has_race = kept(&|room| room.kept.race && room.date != self.request.race.date);
        let has_long = has_race || stage.is_race_week() || kept(&|room| room.kept.long);
        let long = (!has_long).then(|| minutes(RunKind::Long, filling.long_wish(), profile));
        let kept_quality = filling
            .rooms
            .iter()
            .filter(|room| room.kept.key && !room.kept.long && room.date != self.request.race.date);
        let left = runs.saturating_sub(u32::from(long.is_some()));
        let quality = self
            .quality(stage, filling.target, runs)
            .saturating_sub(kept_quality.count() as u32)
            .min(left);
        let easy = left - quality;
        let hard =
            long.map_or(0.0, |_| filling.long_wish()) + f64::from(quality) * filling.target * 0.25;
        let each = (filling.target - hard).max(0.0) / f64::from(easy.max(1));
        let strength_minutes = lifts.iter().map(|lift| self.takes(&lift.plan)).max();
        let legs = lifts
            .iter()
            .map(|lift| strength::legs(&lift.plan, self.library))
            .max();
        let gym = lifts
            .iter()
            .any(|lift| strength::needs_gym(&lift.plan, self.library, profile));
        Wants {
            long,
            quality: (quality, 50),
            easy: (easy, minutes(RunKind::Easy, each, profile)),
            strength: (lifts.len() as u32, strength_minutes.unwrap_or(0)),
            legs: legs.unwrap_or(LegLoad::None),
            gym,
        }
    }

    /// How many quality runs a week has.
    fn quality(&self, stage: Stage, target: f64, runs: u32) -> u32 {
        if target < QUALITY_FROM && !stage.is_race_week() || runs < 2 {
            return 0;
        }
        let many = match self.request.level {
            Level::Novice => false,
            Level::Intermediate => runs >= 5 && target >= TWO_FROM,
            Level::Advanced => runs >= 4 && target >= TWO_FROM,
        };
        match stage.phase {
            Phase::Base if self.request.policy == Policy::HardDaysHard => 1,
            // A novice's first weeks are for the habit.
            Phase::Base if self.request.level == Level::Novice && stage.index < 2 => 0,
            Phase::Base | Phase::Accumulate | Phase::Taper => 1,
            Phase::Build | Phase::Heavier | Phase::Peak if stage.cutback || !many => 1,
            Phase::Build | Phase::Heavier | Phase::Peak => 2,
        }
    }

    /// What the rules are to know.
    pub(super) fn context(&self) -> Context<'_> {
        Context::new(&self.checked, self.library, self.today)
    }

    fn put_run(&mut self, run: Run, origin: Origin) {
        let mut plan = run.plan;
        // Runs are held in the morning until the strength stands, which then takes the evening.
        plan.start = Start::Part(DayPart::Morning);
        self.put(run.date, plan, run.because, origin);
    }

    fn put(&mut self, date: NaiveDate, plan: Plan, because: String, origin: Origin) {
        let id = (self.new_id)();
        let session = Session {
            because,
            origin: Some(origin),
            ..Session::planned(id, date, plan, Stamp::default())
        };
        self.ours.push(id);
        self.athlete.sessions.put(Arc::new(session), usize::MAX);
    }

    /// A run that has its day for itself needs no time of the day.
    fn free_lone_runs(&mut self) {
        for id in self.ours.clone() {
            let Some(session) = self.athlete.sessions.get(id).cloned() else {
                continue;
            };
            let is_alone = self.athlete.sessions.on(session.date).len() == 1;
            if is_alone && session.plan.run().is_some() && !is_race(&session) {
                let mut session = Session::clone(&session);
                session.plan.start = Start::Unset;
                self.athlete.sessions.put(Arc::new(session), 0);
            }
        }
    }

    /// Notes something that was asked for and could not be had in a week; the same of several weeks is one.
    pub(super) fn leave_out(&mut self, week: u32, what: &str, why: String) {
        let same = |other: &&mut LeftOut| other.what == what && other.why == why;
        match self.left_out.iter_mut().find(same) {
            Some(known) => {
                if !known.weeks.contains(&week) {
                    known.weeks.push(week);
                }
            }
            None => self.left_out.push(LeftOut {
                weeks: vec![week],
                what: what.to_owned(),
                why,
            }),
        }
    }

    fn leave_out_of_all(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.left_out.push(LeftOut {
            weeks: Vec::new(),
            what: what.into(),
            why: why.into(),
        });
    }

    /// Takes a session of the season out, and names it.
    pub(super) fn take_out(&mut self, session: &Session, why: String) {
        let title = title_of(&session.plan, self.library);
        let week = self.week_of(session.date);
        self.athlete.sessions.remove(session.id);
        self.ours.retain(|id| *id != session.id);
        self.leave_out(week, &title, why);
    }

    /// The weeks as they stand.
    pub(super) fn weeks(&self) -> Vec<SeasonWeek> {
        let numbers = 0..self.stages.len();
        numbers.filter_map(|week| self.week(week)).collect()
    }

    /// Metres a week that the season begins from.
    pub(super) fn begins(&self) -> f64 {
        begins(self.request.weekly.m(), self.request.runs)
    }

    /// True when the race comes in the first days of a week.
    pub(super) fn is_soon_after(&self, first: NaiveDate) -> bool {
        first + Later::new(2) >= self.request.race.date
    }

    /// The week of the season that a day lies in, from 1.
    pub(super) fn week_of(&self, date: NaiveDate) -> u32 {
        u32::try_from((date - self.first).num_days().div_euclid(7) + 1).unwrap_or(1)
    }

    fn season(self, before: &Athlete, findings: Vec<crate::rules::Finding>) -> Season {
        let weeks = (0..self.stages.len())
            .filter_map(|week| self.week(week))
            .collect();
        let removals = self.replaced.iter().copied().map(Edit::Remove);
        let puts = self
            .ours
            .iter()
            .filter_map(|id| self.athlete.sessions.get(*id));
        let puts = puts.map(|session| Edit::put(Session::clone(session)));
        let profile = self.athlete.profile.clone();
        let changed = (profile != before.profile).then(|| Edit::Profile(Box::new(profile.clone())));
        Season {
            weeks,
            left_out: self.left_out.clone(),
            findings,
            edits: changed.into_iter().chain(removals).chain(puts).collect(),
            profile,
        }
    }

    fn week(&self, week: usize) -> Option<SeasonWeek> {
        let stage = self.stages.get(week)?;
        let first = self.monday(week);
        let sessions = self.athlete.sessions.between(first, first + Later::new(6));
        let counted = || {
            sessions.iter().filter(|session| {
                matches!(
                    session.status,
                    Status::Planned | Status::Done | Status::Partial
                )
            })
        };
        let meters = |session: &&Arc<Session>| meters_of(session, self.profile());
        let run = || counted().filter(|session| !is_race(session));
        let is_long = |session: &&Arc<Session>| {
            session
                .plan
                .run()
                .is_some_and(|run| run.kind == RunKind::Long)
        };
        Some(SeasonWeek {
            number: week as u32 + 1,
            first,
            phase: stage.phase,
            cutback: stage.cutback,
            distance: Meters::new(
                run()
                    .filter_map(|session| meters(&session))
                    .fold(0.0, |sum, far| sum + far),
            ),
            long: Meters::new(
                run()
                    .filter(is_long)
                    .filter_map(|session| meters(&session))
                    .fold(0.0, f64::max),
            ),
            runs: counted()
                .filter(|session| session.plan.run().is_some())
                .count(),
            strength: counted()
                .filter(|session| session.plan.strength().is_some())
                .count(),
            sessions: sessions.to_vec(),
        })
    }
}

/// Into how many runs some metres are worth splitting.
fn worth(meters: f64) -> u32 {
    if meters < LEAST_RUN / 2.0 {
        0
    } else {
        ((meters / LEAST_RUN) as u32).max(1)
    }
}

fn origin(week: u32, slot: u32) -> Origin {
    Origin {
        source: Origin::SEASON.to_owned(),
        week,
        slot,
    }
}
