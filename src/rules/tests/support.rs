//! A week in a few words, and what the rules find in it.
//!
//! `Week::of("Mon strength heavy; Tue 07:00 easy 45min")`: sessions divided by `;`, each a day and words in any
//! order. `next` before a day begins the following week. Weeks are real ones, from Monday 2026-11-23, unless they
//! are said to be a template. The exercises of a strength session are given beside it:
//! `.lifts("Mon", "squat 3x8 @60kg rir2 rest90s, plank 3x45s")`.

use std::sync::{Arc, LazyLock};

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

use crate::domain::*;
use crate::library::Library;
use crate::rules::{Context, Finding, RuleGroup, Timeline, check, rule};

/// The Monday of the first week.
pub(crate) fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// The library that ships, read once for all tests.
static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::shipped().unwrap()));

/// An athlete with the sessions of some weeks.
#[derive(Debug, Clone)]
pub(crate) struct TestWeek {
    pub(crate) athlete: Athlete,
    pub(crate) library: Arc<Library>,
    pub(crate) today: NaiveDate,
    template: bool,
}

impl TestWeek {
    pub(crate) fn of(text: &str) -> Self {
        let mut weeks = 0;
        let parts = text
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let sessions = parts.enumerate().map(|(index, part)| {
            let part = part.strip_prefix("next ").map_or(part, |rest| {
                weeks += 1;
                rest
            });
            let (day, words) = part.split_once(' ').unwrap();
            let mut session = session(words);
            session.id = SessionId::from_bits(index as u128 + 1);
            session.date = date(day) + Days::new(7 * weeks);
            session
        });
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.sessions = sessions.collect();
        Self {
            athlete,
            library: LIBRARY.clone(),
            today: monday(),
            template: false,
        }
    }

    /// Template weeks, which wrap.
    pub(crate) fn template(text: &str) -> Self {
        Self::of(text).into_template()
    }

    /// The same sessions as template weeks.
    pub(crate) fn into_template(self) -> Self {
        Self {
            template: true,
            ..self
        }
    }

    /// Looked at on another day, and around it.
    pub(crate) fn on(self, today: NaiveDate) -> Self {
        Self { today, ..self }
    }

    pub(crate) fn policy(mut self, word: &str) -> Self {
        self.athlete.profile.policy = Policy::ALL.iter().copied().find(|p| p.word() == word);
        assert!(self.athlete.profile.policy.is_some(), "{word}");
        self
    }

    pub(crate) fn level(mut self, word: &str) -> Self {
        self.athlete.profile.level = *Level::ALL.iter().find(|l| l.word() == word).unwrap();
        self
    }

    pub(crate) fn priority(mut self, word: &str) -> Self {
        self.athlete.profile.priority = *Priority::ALL.iter().find(|p| p.word() == word).unwrap();
        self
    }

    pub(crate) fn strict(mut self) -> Self {
        self.athlete.profile.rules.strict_48h = Some(true);
        self
    }

    pub(crate) fn rule(mut self, rule: &str, set: impl FnOnce(&mut RuleSetting)) -> Self {
        set(self
            .athlete
            .profile
            .rules
            .rules
            .entry(rule.to_owned())
            .or_default());
        self
    }

    pub(crate) fn off(self, rule: &str) -> Self {
        self.rule(rule, |setting| setting.off = Some(true))
    }

    pub(crate) fn threshold(self, rule: &str, name: &str, value: f64) -> Self {
        self.rule(rule, |setting| {
            setting.thresholds.insert(name.to_owned(), value);
        })
    }

    /// A race on a day of the first week.
    pub(crate) fn race(mut self, day: &str) -> Self {
        self.athlete
            .profile
            .races
            .push(Race::new(RaceId::from_bits(1), date(day), "City run"));
        self
    }

    /// The same sessions in each of some weeks before.
    pub(crate) fn after(mut self, weeks: u64, text: &str) -> Self {
        let past = Self::of(text);
        for week in 1..=weeks {
            self.put_back(past.athlete.sessions.all(), week);
        }
        self
    }

    /// Such sessions as well some weeks earlier.
    pub(crate) fn put_back(&mut self, sessions: &[Arc<Session>], weeks: u64) {
        for session in sessions {
            let id = session.id.0.as_u128() + 1000 * u128::from(weeks);
            let earlier = Session {
                id: SessionId::from_bits(id),
                date: session.date - Days::new(7 * weeks),
                ..Session::clone(session)
            };
            self.athlete.sessions.put(earlier.into(), 99);
        }
    }

    /// A squat that hurt on Monday, and another lift some days later.
    pub(crate) fn after_pain(days: u64, sharp: bool, lift: &str) -> Self {
        let mut week = Self::of("Mon strength; Tue strength")
            .lifts("Mon", "squat 3x8")
            .lifts("Tue", lift);
        let all = week.athlete.sessions.all().to_vec();
        let pain = Pain {
            exercise: Some(ExerciseId::new("squat")),
            place: "left knee".to_owned(),
            sharp,
            ..Pain::default()
        };
        let hurt = Session {
            status: Status::Done,
            log: Some(Log {
                pains: vec![pain].into(),
                ..Log::default()
            }),
            ..Session::clone(&all[0])
        };
        let planned = Session {
            date: hurt.date + Days::new(days),
            ..Session::clone(&all[1])
        };
        week.athlete.sessions = [hurt, planned].into_iter().collect();
        week
    }

    /// One more session, some days before a day of the first week.
    pub(crate) fn before(mut self, day: &str, days: u64, words: &str) -> Self {
        let mut session = session(words);
        session.id = SessionId::from_bits(100_000 + u128::from(days));
        session.date = date(day) - Days::new(days);
        self.athlete.sessions.put(session.into(), 0);
        self
    }

    /// Gives the strength session of a day its exercises.
    pub(crate) fn lifts(mut self, day: &str, text: &str) -> Self {
        let date = day
            .strip_prefix("next ")
            .map_or_else(|| date(day), |day| date(day) + Days::new(7));
        let of_day = self.athlete.sessions.on(date);
        let found = of_day
            .iter()
            .find(|session| session.plan.strength().is_some());
        let mut session = Session::clone(found.unwrap());
        let exercises = text.split(',').map(|lift| prescription(lift.trim()));
        *session.plan.workout.exercises_mut().unwrap() = exercises.collect();
        let place = self.athlete.sessions.place(session.id).unwrap();
        self.athlete.sessions.put(session.into(), place);
        self
    }

    /// Marks the sessions of a day as done, and logs their exercises as planned.
    pub(crate) fn done(mut self, day: &str) -> Self {
        for session in self.athlete.sessions.on(date(day)).to_vec() {
            let mut session = Session::clone(&session);
            let exercises = session.plan.workout.exercises().iter().map(as_planned);
            session.log = Some(Log {
                exercises: exercises.map(Interned::from).collect(),
                ..Log::default()
            });
            session.status = Status::Done;
            let place = self.athlete.sessions.place(session.id).unwrap();
            self.athlete.sessions.put(session.into(), place);
        }
        self
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context::unchecked(&self.athlete.profile, &self.library, self.today)
    }

    pub(crate) fn timeline(&self) -> Timeline {
        let context = self.context();
        if self.template {
            return Timeline::template(&self.athlete, &context);
        }
        Timeline::new(
            &self.athlete,
            &context,
            self.today - Days::new(140),
            self.today + Days::new(140),
        )
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        check(&self.timeline(), &self.context())
    }

    /// What all rules found: "legs-before-key-run error Tue Wed".
    pub(crate) fn found(&self) -> Vec<String> {
        self.findings()
            .iter()
            .map(|f| format!("{} {}", f.rule, severity_and_days(f)))
            .collect()
    }

    /// The findings of the spacing rules.
    pub(crate) fn spacing_findings(&self) -> Vec<Finding> {
        let mut findings = self.findings();
        findings.retain(|finding| rule(finding.rule).unwrap().group == RuleGroup::Spacing);
        findings
    }

    /// What the spacing rules found: "legs-before-key-run error Tue Wed".
    pub(crate) fn spacing(&self) -> Vec<String> {
        self.spacing_findings()
            .iter()
            .map(|f| format!("{} {}", f.rule, severity_and_days(f)))
            .collect()
    }

    /// What one rule found: "error Tue Wed".
    pub(crate) fn found_by(&self, rule: &str) -> Vec<String> {
        self.findings()
            .iter()
            .filter(|f| f.rule == rule)
            .map(severity_and_days)
            .collect()
    }

    /// What one rule says.
    pub(crate) fn messages(&self, rule: &str) -> Vec<String> {
        self.findings()
            .into_iter()
            .filter(|f| f.rule == rule)
            .map(|f| f.message)
            .collect()
    }
}

/// "error Tue Wed"; "hint week" for a finding about a week.
fn severity_and_days(finding: &Finding) -> String {
    if finding.is_about_a_week() {
        return format!("{} week", finding.severity.key());
    }
    let days = finding.days.iter().map(|date| date.weekday().to_string());
    std::iter::once(finding.severity.key().to_owned())
        .chain(days)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A day of the first week.
pub(crate) fn date(day: &str) -> NaiveDate {
    let weekday: Weekday = day.parse().unwrap();
    monday() + Days::new(u64::from(weekday.num_days_from_monday()))
}

pub(crate) fn session(words: &str) -> Session {
    let mut plan = Plan::new(Workout::Rest);
    let mut status = Status::Planned;
    let mut locked = false;
    let mut ran = None;
    for word in words.split_whitespace() {
        if let Ok(time) = NaiveTime::parse_from_str(word, "%H:%M") {
            plan.start = Start::Clock(time);
        } else if let Some(kind) = RunKind::ALL.into_iter().find(|kind| kind.word() == word) {
            plan.workout = Workout::Run(RunPlan::of(kind));
        } else if let Some(km) = word
            .strip_prefix("ran")
            .and_then(|word| word.strip_suffix("km"))
        {
            ran = Some(Meters::from_km(km.parse().unwrap()));
            status = Status::Done;
        } else if let (Some(km), Workout::Run(run)) = (word.strip_suffix("km"), &mut plan.workout) {
            run.distance = Some(Meters::from_km(km.parse().unwrap()));
        } else if let Some(minutes) = word.strip_suffix("min") {
            plan.duration = Some(Minutes(minutes.parse().unwrap()));
        } else if let (Some(rpe), Workout::Run(run)) = (word.strip_prefix("rpe"), &mut plan.workout)
        {
            run.rpe = Some(Rpe::new(rpe.parse().unwrap()));
        } else if let Workout::Strength(strength) = &mut plan.workout
            && let Some(region) = Region::ALL.into_iter().find(|region| region.word() == word)
        {
            strength.region = Some(region);
        } else if let Workout::Strength(strength) = &mut plan.workout
            && let Some(load) = LegLoad::ALL.into_iter().find(|load| load.word() == word)
        {
            strength.leg_load = Some(load);
        } else {
            match word {
                "am" => plan.start = Start::Part(DayPart::Morning),
                "pm" => plan.start = Start::Part(DayPart::Evening),
                "strength" => plan.workout = Workout::Strength(StrengthPlan::default()),
                "cross" => plan.workout = Workout::Cross(CrossPlan::default()),
                "mobility" => plan.workout = Workout::Mobility(MobilityPlan::default()),
                "rest" => plan.workout = Workout::Rest,
                "note" => plan.workout = Workout::Note,
                "key" => plan.key = KeyMark::Key,
                "not-key" => plan.key = KeyMark::NotKey,
                "done" => status = Status::Done,
                "partial" => status = Status::Partial,
                "missed" => status = Status::Missed,
                "skipped" => {
                    status = Status::Skipped {
                        reason: String::new(),
                    }
                }
                "locked" => locked = true,
                _ => panic!("{word}?"),
            }
        }
    }
    let mut session = Session::planned(SessionId::from_bits(0), monday(), plan, Stamp::default());
    session.status = status;
    session.locked = locked;
    session.log = ran.map(|distance| Log {
        run: Some(RunLog {
            distance: Some(distance),
            ..RunLog::default()
        }),
        ..Log::default()
    });
    session
}

/// An exercise by its id and its dose: "squat 3x8 @60kg rir2 rest90s ssA".
fn prescription(text: &str) -> Prescription {
    let mut words = text.split_whitespace();
    let id = words.next().unwrap();
    let mut dose = Prescription::new(ExerciseId::new(id), id, Count::exactly(1), Reps::Max);
    for word in words {
        if let Some(load) = word.strip_prefix('@') {
            dose.load = load.parse().unwrap();
        } else if let Some(rir) = word.strip_prefix("rir") {
            dose.effort = Some(Effort::Rir(rir.parse().unwrap()));
        } else if let Some(rpe) = word.strip_prefix("rpe") {
            dose.effort = Some(Effort::Rpe(rpe.parse().unwrap()));
        } else if let Some(rest) = word.strip_prefix("rest") {
            let seconds = rest.strip_suffix('s').unwrap().parse().unwrap();
            dose.rest = Some(Seconds(seconds));
        } else if let Some(group) = word.strip_prefix("ss") {
            dose.superset = group.chars().next();
        } else {
            let (sets, reps) = word.split_once('x').unwrap();
            (dose.sets, dose.reps) = (sets.parse().unwrap(), reps.parse().unwrap());
        }
    }
    dose
}

/// The log of an exercise that was done as planned.
fn as_planned(dose: &Prescription) -> ExerciseLog {
    let set = SetLog {
        reps: match dose.reps {
            Reps::Count(count) => Some(count.high),
            Reps::Hold(_) | Reps::Max => None,
        },
        kg: dose.load.kilograms(),
        rir: dose.effort.map(Effort::rir),
        ..SetLog::default()
    };
    ExerciseLog {
        exercise: dose.exercise.clone(),
        name: dose.name.clone(),
        sets: vec![set; dose.sets.high as usize],
    }
}
