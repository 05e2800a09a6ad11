//! A request with everything in it, and its result in words.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use chrono::{Days, NaiveDate};
use proptest::test_runner::{Config as ProptestConfig, RngSeed};

use crate::domain::*;
use crate::edit::apply;
use crate::library::Library;
use crate::load::{duration_of, title_of};
use crate::rules::{Context, Finding, Severity, Timeline, check};

use super::super::*;

/// Athletes of a property. They are the same in each run, so that a red run tells of a change; `PROPTEST_RNG_SEED` looks at
/// others.
pub(super) fn some_athletes() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let rng_seed = match usual.rng_seed {
        RngSeed::Random => RngSeed::Fixed(24),
        given @ RngSeed::Fixed(_) => given,
    };
    ProptestConfig {
        cases: 24,
        rng_seed,
        ..usual
    }
}

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::shipped().unwrap());

/// The library that ships.
pub(super) fn library() -> &'static Library {
    &LIBRARY
}

pub(super) fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// A day without the gym, with so many minutes.
pub(super) fn no_gym(minutes: Option<u32>) -> DayAvailability {
    DayAvailability::Limited {
        minutes,
        gym: false,
        equipment: Vec::new(),
    }
}

/// A day with so many minutes.
pub(super) fn minutes(minutes: u32) -> DayAvailability {
    DayAvailability::Limited {
        minutes: Some(minutes),
        gym: true,
        equipment: Vec::new(),
    }
}

/// An athlete and what is asked for.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) athlete: Athlete,
    pub(super) request: SeasonRequest,
    pub(super) today: NaiveDate,
}

impl Case {
    /// Four runs and two strength sessions a week towards a half marathon on a Sunday.
    pub(super) fn half_marathon(weeks: u64) -> Self {
        let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Nina"));
        let request = SeasonRequest {
            race: Race {
                distance: Some(Meters::new(21_097.5)),
                ..Race::new(
                    RaceId::from_bits(1),
                    monday() + Days::new(7 * weeks - 1),
                    "Spring half",
                )
            },
            level: Level::Intermediate,
            policy: Policy::EasyOrAfterHard,
            availability: Availability::default(),
            equipment: Vec::new(),
            runs: 4,
            weekly: Meters::from_km(24.0),
            longest: Meters::from_km(9.0),
            program: Some(ProgramId::new("minimum-routine")),
            strength: 2,
            start: monday(),
            existing: Existing::Replace,
        };
        Self {
            athlete,
            request,
            today: monday(),
        }
    }

    /// Adds a run that was done some weeks before the season.
    pub(super) fn add_past(&mut self, weeks: usize, weekday: u64, km: f64) {
        let date = monday() - Days::new(7 * (weeks as u64 + 1)) + Days::new(weekday);
        let run = RunPlan {
            distance: Some(Meters::from_km(km)),
            ..RunPlan::of(RunKind::Easy)
        };
        let id = SessionId::from_bits(self.athlete.sessions.len() as u128 + 1);
        let mut session =
            Session::planned(id, date, Plan::new(Workout::Run(run)), Stamp::default());
        session.status = Status::Done;
        self.athlete.sessions.put(Arc::new(session), usize::MAX);
    }

    /// True when some days of the season are away.
    pub(super) fn away(&self) -> bool {
        !self.request.availability.exceptions.is_empty()
    }

    pub(super) fn build(&self) -> Result<Season, Vec<Refusal>> {
        let known = self.athlete.sessions.all().iter();
        let known = known.map(|session| session.id.0.as_u128());
        let mut next = known.max().unwrap_or_default().max(1000);
        build(
            &self.athlete,
            &LIBRARY,
            &WorkspaceSettings::default(),
            &self.request,
            self.today,
            &mut || {
                next += 1;
                SessionId::from_bits(next)
            },
        )
    }

    pub(super) fn season(&self) -> Season {
        self.build().unwrap()
    }

    /// The athlete once the season is applied.
    pub(super) fn after(&self, season: &Season) -> Athlete {
        let mut athlete = self.athlete.clone();
        apply(&mut athlete, &season.edits, Stamp::default());
        athlete
    }

    /// All that the rules find in the athlete once the season is applied.
    pub(super) fn findings(&self, season: &Season) -> Vec<Finding> {
        let athlete = self.after(season);
        let context = Context::unchecked(&athlete.profile, &LIBRARY, self.today);
        let last = self.request.race.date + Days::new(35);
        check(
            &Timeline::new(&athlete, &context, self.today, last),
            &context,
        )
    }

    /// What is worse than a tip, in words.
    pub(super) fn cautions(&self, season: &Season) -> Vec<String> {
        let findings = self.findings(season);
        let grave = findings
            .iter()
            .filter(|finding| finding.severity > Severity::Tip);
        grave
            .map(|finding| format!("{}: {}", finding.rule, finding.message))
            .collect()
    }
}

/// A season week by week, for a failing test to show and for a coach to judge.
pub(super) fn shown(case: &Case, season: &Season) -> String {
    let mut text = format!("{}\n{}\n", season.paces, season.lifting);
    for week in &season.weeks {
        let cut = if week.cutback { " cutback" } else { "" };
        let km = week.distance.km();
        let hard = quality_minutes(season, week);
        writeln!(
            text,
            "W{} {} {}{cut} {km:.1} km, long {:.1} ({:.0} %), hard {hard:.0} min, {} runs, {} sets",
            week.number,
            week.first.format("%d %b"),
            week.phase.name(),
            week.long.km(),
            100.0 * week.long.m() / week.distance.m().max(1.0),
            week.runs,
            sets(week),
        )
        .unwrap();
        for session in &week.sessions {
            let title = title_of(&session.plan, &LIBRARY);
            let takes = duration_of(&session.plan, &season.profile).value.0;
            let far = crate::load::distance_of(&session.plan, &season.profile);
            let far = far.map_or(String::new(), |far| format!("{:.1} km", far.value.km()));
            let day = session.date.format("%a");
            let start = match session.plan.start {
                Start::Part(DayPart::Evening) => "pm ",
                _ => "",
            };
            write!(text, "  {day} {start}{title} {far} {takes} min").unwrap();
            if let Some(run) = session.plan.run() {
                let rpe = run.rpe.map_or(0.0, Rpe::value);
                write!(text, " RPE {rpe} | {}", session.plan.note).unwrap();
                for step in run.steps.iter().filter(|step| step.kind == StepKind::Work) {
                    write!(text, " [{} x {:?}]", step.repeats, step.extent).unwrap();
                }
            }
            if let Some(strength) = session.plan.strength() {
                let legs = crate::load::content_of(strength, &LIBRARY).leg_load.word();
                let doses = strength.exercises.iter();
                let doses: Vec<String> = doses
                    .map(|dose| {
                        format!(
                            "{} {}x{} {:?}",
                            dose.exercise, dose.sets, dose.reps, dose.effort
                        )
                    })
                    .collect();
                write!(text, " legs {legs} | {}", doses.join(", ")).unwrap();
            }
            writeln!(text, " -- {}", session.because).unwrap();
        }
    }
    for left in &season.left_out {
        writeln!(text, "- {:?} {}: {}", left.weeks, left.what, left.why).unwrap();
    }
    for finding in case.findings(season) {
        writeln!(
            text,
            "{:?} {}: {}",
            finding.severity, finding.rule, finding.message
        )
        .unwrap();
    }
    text
}

/// Hard minutes of a week: the work of tempo, intervals, hills and fartlek.
pub(super) fn quality_minutes(season: &Season, week: &SeasonWeek) -> f64 {
    let paces = paces_of(season);
    let ours = week.sessions.iter();
    ours.map(|session| quality_dose::work_minutes(&session.plan, &paces, &season.profile))
        .sum()
}

/// The paces of a season, by the profile that it leaves.
pub(super) fn paces_of(season: &Season) -> paces::Paces {
    let first = season.weeks.first().unwrap().first;
    let race = season
        .profile
        .races
        .iter()
        .max_by_key(|race| race.date)
        .unwrap();
    paces::Paces::of(&season.profile, race, first)
}

/// Working sets of a week.
pub(super) fn sets(week: &SeasonWeek) -> u32 {
    let doses = week.sessions.iter().flat_map(|s| {
        s.plan
            .strength()
            .into_iter()
            .flat_map(|plan| &plan.exercises)
    });
    doses.map(|dose| dose.sets.high).sum()
}
