//! What a season consists of while it is built, and how sessions come into it and go.

use std::ops::Range;
use std::sync::Arc;

use chrono::{Days as Later, NaiveDate};

use crate::domain::{
    Athlete, CheckedProfile, Meters, Origin, Plan, Profile, Program, Session, SessionId, Stamp,
    Start, WorkspaceSettings,
};
use crate::edit::{Edit, apply};
use crate::layout::NewId;
use crate::library::Library;
use crate::load::title_of;
use crate::rules::Context;
use crate::season::growth::Growth;
use crate::season::least_run::least_run;
use crate::season::measure::is_race;
use crate::season::outcome::UnmetWish;
use crate::season::paces::Paces;
use crate::season::phase::{self, WeekStage, stages};
use crate::season::race::race;
use crate::season::request::SeasonRequest;
use crate::season::volume::{StatedVolume, begins};

use super::ground::{profile, replaced};

/// A season that is being built.
pub(in crate::season) struct Draft<'a> {
    pub(in crate::season) library: &'a Library,
    pub(in crate::season) request: &'a SeasonRequest,
    pub(in crate::season) today: NaiveDate,
    new_id: NewId<'a>,
    /// The athlete with the new profile and what stays, and what was planned so far.
    pub(in crate::season) athlete: Athlete,
    /// Its profile with the workspace's settings where it has none of its own.
    checked: CheckedProfile<'static>,
    /// The sessions of the season, and no others.
    pub(in crate::season) ours: Vec<SessionId>,
    pub(super) replaced: Vec<SessionId>,
    pub(in crate::season) stages: Vec<WeekStage>,
    pub(super) first: NaiveDate,
    /// The days that can be planned on.
    pub(super) span: Range<NaiveDate>,
    pub(super) program: Option<&'a Program>,
    pub(in crate::season) paces: Paces,
    /// Minutes of quality in the hardest of the weeks before the season.
    pub(in crate::season) quality_before: f64,
    pub(super) left_out: Vec<UnmetWish>,
    /// The most metres that a week lacks, and the weeks that lack some.
    pub(super) short: (f64, Vec<u32>),
}

impl<'a> Draft<'a> {
    /// Nothing but what stays.
    pub(in crate::season) fn new(
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
        let span_of = phase::SeasonSpan {
            weeks,
            race_day,
            begun: span.start > first,
            goes_on: request.goes_on(),
        };
        let paces = Paces::of(&kept.profile, &request.race, first);
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
            stages: stages(span_of, &request.race),
            first,
            span,
            program,
            paces,
            quality_before: 0.0,
            left_out: Vec::new(),
            short: (0.0, Vec::new()),
        }
    }

    /// First day of a week.
    pub(super) fn monday(&self, week: usize) -> NaiveDate {
        self.first + Later::new(7 * week as u64)
    }

    /// What the athlete is used to on the first day.
    pub(in crate::season) fn growth(&self) -> Growth {
        let said = StatedVolume {
            weekly: self.request.weekly.m(),
            longest: self.request.longest.m(),
            runs: self.runs_wanted(),
            race: self.race_meters(),
        };
        Growth::of(&self.athlete, &self.paces, self.first, said)
    }

    pub(super) fn race_meters(&self) -> f64 {
        self.request.race.distance.map_or(0.0, Meters::m)
    }

    pub(super) fn profile(&self) -> &Profile {
        &self.athlete.profile
    }

    /// Puts the race on its day, unless it stands there.
    pub(in crate::season) fn add_race(&mut self) {
        let race_of = self.request.race.clone();
        let on_day = self.athlete.sessions.on(race_of.date);
        if on_day.iter().any(|session| is_race(session)) {
            return;
        }
        let because = "The race that the season leads to.".to_owned();
        let weeks = self.stages.len() as u32;
        self.put(race_of.date, race(&race_of), because, origin(weeks, 0));
    }

    /// What the rules are to know.
    pub(in crate::season) fn context(&self) -> Context<'_> {
        Context::new(&self.checked, self.library, self.today)
    }

    pub(super) fn put(&mut self, date: NaiveDate, plan: Plan, because: String, origin: Origin) {
        let id = (self.new_id)();
        let session = Session {
            because: because.into(),
            origin: Some(origin.into()),
            ..Session::planned(id, date, plan, Stamp::default())
        };
        self.ours.push(id);
        self.athlete.sessions.put(Arc::new(session), usize::MAX);
    }

    /// A run that has its day for itself needs no time of the day.
    pub(in crate::season) fn free_lone_runs(&mut self) {
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
    pub(in crate::season) fn leave_out(&mut self, week: u32, what: &str, why: String) {
        let same = |other: &&mut UnmetWish| other.what == what && other.why == why;
        match self.left_out.iter_mut().find(same) {
            Some(known) => {
                if !known.weeks.contains(&week) {
                    known.weeks.push(week);
                }
            }
            None => self.left_out.push(UnmetWish {
                weeks: vec![week],
                what: what.to_owned(),
                why,
            }),
        }
    }

    pub(super) fn leave_out_of_all(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.left_out.push(UnmetWish {
            weeks: Vec::new(),
            what: what.into(),
            why: why.into(),
        });
    }

    /// Takes a session of the season out, and names it.
    pub(in crate::season) fn take_out(&mut self, session: &Session, why: String) {
        let title = title_of(&session.plan, self.library);
        let week = self.week_of(session.date);
        self.athlete.sessions.remove(session.id);
        self.ours.retain(|id| *id != session.id);
        self.leave_out(week, &title, why);
    }

    /// True for a week whose days hold less than was wanted.
    pub(in crate::season) fn is_short(&self, week: usize) -> bool {
        self.short.1.contains(&(week as u32 + 1))
    }

    /// Takes back that a week is a lighter one.
    pub(in crate::season) fn call_whole(&mut self, week: usize) {
        if let Some(stage) = self.stages.get_mut(week) {
            stage.cutback = false;
        }
    }

    /// Metres of the shortest run that is worth the shoes.
    pub(in crate::season) fn least_run(&self) -> f64 {
        least_run(&self.paces, self.profile())
    }

    /// Metres a week that the season begins from.
    pub(in crate::season) fn begins(&self) -> f64 {
        begins(self.request.weekly.m(), self.request.runs)
    }

    /// True when the race comes in the first days of a week.
    pub(in crate::season) fn is_soon_after(&self, first: NaiveDate) -> bool {
        first + Later::new(2) >= self.request.race.date
    }

    /// The week of the season that a day lies in, from 1.
    pub(in crate::season) fn week_of(&self, date: NaiveDate) -> u32 {
        u32::try_from((date - self.first).num_days().div_euclid(7) + 1).unwrap_or(1)
    }
}

/// Where a session of a season comes from.
pub(super) fn origin(week: u32, slot: u32) -> Origin {
    Origin {
        source: Origin::SEASON.to_owned(),
        week,
        slot,
    }
}
