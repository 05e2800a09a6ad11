//! A session of a page: what to do, and the fields for what was done.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{
    Athlete, DateStyle, ExerciseId, Guidance, LoadSpec, Prescription, Session, Workout,
};
use crate::export::sheet::Tone;
use crate::export::{cards, session_data, tables, words};
use crate::library::Library;
use crate::{load, text};

use super::prefill::{LastTime, Measure, SetFields, set_fields};
use super::request::PageRequest;

/// What a session is, which decides what can be written down of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum PageKind {
    Run,
    Strength,
    Mobility,
    Cross,
    /// Nothing to log.
    Quiet,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PageSession {
    id: String,
    date: NaiveDate,
    kind: PageKind,
    tone: Tone,
    title: String,
    /// "07:00", "Morning".
    #[serde(skip_serializing_if = "String::is_empty")]
    start: String,
    /// What to do, a line each; without the exercises.
    lines: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    /// What the coach has of it already, a line each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    done: Vec<String>,
    /// Its plan in plan text, which comes back with the answer: so it is seen whether the plan changed meanwhile.
    plan: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exercises: Vec<PageExercise>,
}

impl PageSession {
    /// The session in words: a line, and one for each exercise and note.
    pub(super) fn write_words(&self, out: &mut String) {
        let title = words::joined([self.start.as_str(), &self.title], " · ");
        let what = words::joined(self.lines.iter().map(String::as_str), "; ");
        let done = words::joined(self.done.iter().map(String::as_str), "; ");
        let planned = words::joined([title.as_str(), &what], ": ");
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(out, "– {}", words::joined([planned, done], ". "));
        for exercise in &self.exercises {
            let line = words::joined([exercise.label.as_str(), &exercise.dose], ": ");
            let line = words::joined([line.as_str(), &exercise.note], " · ");
            let _ = writeln!(out, "    {line}");
        }
        for line in self.note.lines() {
            let _ = writeln!(out, "    {}", line.trim());
        }
    }
}

/// An exercise of a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PageExercise {
    exercise: ExerciseId,
    /// The name it is logged under.
    name: String,
    /// The name with the letter of its superset.
    label: String,
    /// "4 × 6 · 62.5 kg · RIR 2 · 3 min rest".
    dose: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    /// "Last time, 20 November: 60 kg × 6; 60 kg × 6".
    #[serde(skip_serializing_if = "String::is_empty")]
    last: String,
    /// Seconds between sets.
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<u32>,
    /// What is counted of a set.
    measure: Measure,
    /// How many implements of the load there are: two dumbbells.
    implements: u32,
    sets: Vec<SetFields>,
}

/// How an exercise is done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Exercise {
    cues: Vec<String>,
    mistakes: Vec<String>,
    /// "Quads, glutes".
    works: String,
    helps: String,
    /// The muscles' words, as the figure has them.
    primary: Vec<&'static str>,
    secondary: Vec<&'static str>,
}

/// A session with the fields for its log. How its exercises are done goes into `known`.
pub(super) fn page_session(
    session: &Session,
    athlete: &Athlete,
    library: &Library,
    request: &PageRequest<'_>,
    known: &mut BTreeMap<ExerciseId, Exercise>,
) -> PageSession {
    let plan = &session.plan;
    let units = athlete.profile.units;
    let kind = match &plan.workout {
        Workout::Run(_) => PageKind::Run,
        Workout::Strength(_) => PageKind::Strength,
        Workout::Mobility(_) => PageKind::Mobility,
        Workout::Cross(_) => PageKind::Cross,
        Workout::Rest | Workout::Note => PageKind::Quiet,
    };
    let lines = match &plan.workout {
        // Its drills stand below, with fields.
        Workout::Mobility(_) => plan.duration.map(words::minutes).into_iter().collect(),
        _ => cards::instructions(session, &athlete.profile, units),
    };
    if request.guidance == Guidance::Show {
        for planned in plan.workout.exercises() {
            if let Some(exercise) = library.exercise(&planned.exercise) {
                known
                    .entry(exercise.id.clone())
                    .or_insert_with(|| how_done(exercise));
            }
        }
    }
    let rows = tables::resolved_rows(session, true, athlete, library);
    let exercises =
        tables::paired(session)
            .into_iter()
            .zip(rows)
            .filter_map(|((planned, _), row)| {
                let who = (athlete, library);
                Some(page_exercise(planned?, row, session, who, request.dates))
            });
    PageSession {
        id: session.id.to_string(),
        date: session.date,
        kind,
        tone: cards::tone(plan, library),
        title: load::title_of(plan, library),
        start: cards::start(plan.start),
        lines,
        note: plan.note.trim().to_owned(),
        done: cards::done(session, units),
        plan: text::write_session(session, library, units),
        exercises: exercises.collect(),
    }
}

fn page_exercise(
    planned: &Prescription,
    row: crate::export::ExerciseRow,
    session: &Session,
    (athlete, library): (&Athlete, &Library),
    dates: DateStyle,
) -> PageExercise {
    let last = LastTime::before(session, &planned.exercise, athlete);
    let rest = words::joined([row.rest.as_str(), "rest"], " ");
    let rest = if row.rest.is_empty() { "" } else { &rest };
    let detail = session_data::detail(planned);
    let measure = Measure::of(planned, library);
    PageExercise {
        exercise: planned.exercise.clone(),
        name: tables::shown_name(&planned.name, planned.exercise.as_str()),
        label: row.exercise,
        dose: words::joined([row.dose.as_str(), &row.load, &detail, rest], " · "),
        note: planned.note.trim().to_owned(),
        last: last.as_ref().map_or_else(String::new, |last| {
            last.in_words(athlete.profile.units.mass, dates)
        }),
        rest: planned.rest.map(|rest| rest.0),
        measure,
        implements: match planned.load {
            LoadSpec::Pair(_) => 2,
            _ => 1,
        },
        sets: set_fields(
            planned,
            measure,
            last.as_ref(),
            session.date,
            athlete,
            library,
        ),
    }
}

fn how_done(exercise: &crate::domain::Exercise) -> Exercise {
    let word = |muscle: &crate::domain::Muscle| muscle.name();
    Exercise {
        cues: exercise.cues.clone(),
        mistakes: exercise.mistakes.clone(),
        works: session_data::in_words(&exercise.primary),
        helps: session_data::in_words(&exercise.secondary),
        primary: exercise.primary.iter().map(word).collect(),
        secondary: exercise.secondary.iter().map(word).collect(),
    }
}
