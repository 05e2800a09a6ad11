//! Gathers a session with exercises as plain words: what to take to the gym.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{
    Athlete, DateStyle, Exercise, ExerciseId, Guidance, Ink, Muscle, Prescription, Session,
    SessionId,
};
use crate::library::Library;
use crate::library::body_map::{self, BodyPart, View};
use crate::library::movement::{self, SvgStyle};
use crate::load;

use super::sheet::{SetCell, Tone};
use super::{cards, tables, words};

/// A session to be taken to the gym.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionSheet {
    /// The athlete's name.
    pub athlete: String,
    /// The session's title.
    pub title: String,
    /// "Friday 27 November 2026 · Morning · 40 min".
    pub subtitle: String,
    /// What kind it is.
    pub tone: Tone,
    /// A word from the coach.
    pub note: String,
    /// The muscles of the whole session; empty without guidance and where no exercise is known.
    pub works: String,
    /// Its exercises, in order.
    pub exercises: Vec<ExerciseSheet>,
}

/// One exercise of a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExerciseSheet {
    /// Name, with the superset's letter where it has one.
    pub name: String,
    /// "4 × 6 · 62.5 kg · RIR 2 · 3 min rest".
    pub dose: String,
    /// The coach's word.
    pub note: String,
    /// "Last time, 20 November: 60 kg × 6; 60 kg × 6". Empty when there was none.
    pub last: String,
    /// How to do it.
    pub cues: Vec<String>,
    /// What goes wrong.
    pub mistakes: Vec<String>,
    /// The muscles it is for.
    pub muscles: Option<Muscles>,
    /// Where the picture of its movement stands in the list of pictures.
    pub movement: Option<usize>,
    /// Its sets: blanks, or what was done.
    pub sets: Vec<SetCell>,
}

/// Muscles in words, and where the pictures of them stand in the list of pictures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Muscles {
    /// "Quads, glutes".
    pub works: String,
    /// "Hamstrings". May be empty.
    pub helps: String,
    /// The body from the front.
    pub front: usize,
    /// The body from behind.
    pub back: usize,
}

/// Pictures of bodies, each drawn once however often it is shown.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    known: BTreeMap<(Vec<Muscle>, Vec<Muscle>), usize>,
    movements: BTreeMap<ExerciseId, usize>,
    svgs: Vec<String>,
}

impl Pictures {
    /// The pictures as SVG.
    pub fn into_svgs(self) -> Vec<String> {
        self.svgs
    }

    /// Draws the start and the end of an exercise, where there is a figure of it.
    fn movement(&mut self, exercise: &Exercise, library: &Library, ink: Ink) -> Option<usize> {
        if let Some(place) = self.movements.get(&exercise.id) {
            return Some(*place);
        }
        let style = SvgStyle {
            root: "",
            shape: &|tone, gap| movement_paint(tone, gap, ink),
        };
        let place = self.svgs.len();
        self.svgs.push(movement::svg(
            movement::movement_of(exercise, library)?,
            &style,
        ));
        self.movements.insert(exercise.id.clone(), place);
        Some(place)
    }

    /// Draws a body with the muscles that work and those that help.
    fn muscles(&mut self, works: Vec<Muscle>, helps: Vec<Muscle>, ink: Ink) -> Option<Muscles> {
        if works.is_empty() && helps.is_empty() {
            return None;
        }
        let (works_in_words, helps_in_words) = (in_words(&works), in_words(&helps));
        let svgs = &mut self.svgs;
        let front = *self
            .known
            .entry((works.clone(), helps.clone()))
            .or_insert_with(|| {
                let fill = |part| paint(part, &works, &helps, ink);
                svgs.extend(View::ALL.map(|view| body_map::svg(view, &fill)));
                svgs.len() - View::ALL.len()
            });
        Some(Muscles {
            works: works_in_words,
            helps: helps_in_words,
            front,
            back: front + 1,
        })
    }
}

/// "Quads, glutes".
pub(super) fn in_words<'a>(muscles: impl IntoIterator<Item = &'a Muscle>) -> String {
    let names = muscles
        .into_iter()
        .map(|muscle| muscle.short().to_lowercase());
    words::capitalised(&words::joined(names, ", "))
}

/// Dark for what works, half dark for what helps: the steps are wide enough for a printer without colours.
fn paint(part: BodyPart, works: &[Muscle], helps: &[Muscle], ink: Ink) -> String {
    let [work, help, idle, body] = match ink {
        Ink::Colour => ["#7048C6", "#BBA7E6", "#DDE3EA", "#F1F4F7"],
        Ink::BlackAndWhite => ["#000000", "#8C8C8C", "#E8E8E8", "#FFFFFF"],
    };
    let paint = match part {
        BodyPart::Silhouette => body,
        BodyPart::Muscle(muscle) if works.contains(&muscle) => work,
        BodyPart::Muscle(muscle) if helps.contains(&muscle) => help,
        BodyPart::Muscle(_) => idle,
    };
    paint.to_owned()
}

/// The colours of a movement figure, dark enough apart for a printer without colours.
fn movement_paint(tone: movement::Tone, gap: bool, ink: Ink) -> String {
    use movement::Tone;
    let [body, far, gear, ground, cord] = match ink {
        Ink::Colour => ["#3C4858", "#9AA5B3", "#0F766E", "#CDD5DE", "#E07A2F"],
        Ink::BlackAndWhite => ["#2A2A2A", "#9A9A9A", "#5E5E5E", "#D0D0D0", "#777777"],
    };
    let fill = match tone {
        Tone::Body => body,
        Tone::Far => far,
        Tone::Gear => gear,
        Tone::Ground => ground,
        Tone::Cord | Tone::Mark => cord,
    };
    let gap = if gap {
        r##"stroke="#FFFFFF" stroke-width="3" paint-order="stroke" "##
    } else {
        ""
    };
    format!(r#"fill="{fill}" {gap}"#)
}

/// How sessions are gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SessionOptions {
    /// Only this one.
    pub only: Option<SessionId>,
    /// Whether exercises come with cues and muscles.
    pub guidance: Guidance,
    /// What the printer can do.
    pub ink: Ink,
    /// How dates are written.
    pub dates: DateStyle,
}

/// The sessions with exercises among `sessions` as sheets.
pub fn session_sheets<'a>(
    athlete: &Athlete,
    library: &Library,
    sessions: impl Iterator<Item = &'a Session>,
    options: SessionOptions,
    pictures: &mut Pictures,
) -> Vec<SessionSheet> {
    sessions
        .filter(|session| options.only.is_none_or(|only| session.id == only))
        .filter(|session| !tables::paired(session).is_empty())
        .map(|session| sheet(athlete, library, session, options, pictures))
        .collect()
}

fn sheet(
    athlete: &Athlete,
    library: &Library,
    session: &Session,
    options: SessionOptions,
    pictures: &mut Pictures,
) -> SessionSheet {
    let profile = &athlete.profile;
    let day = options.dates.full_day(session.date);
    let length = words::minutes(load::duration_of(&session.plan, profile).value);
    let length = if session.plan.duration.is_some() {
        length
    } else {
        format!("about {length}")
    };
    let circuit = session.plan.strength().is_some_and(|plan| plan.circuit);
    let rounds = if circuit { "in rounds" } else { "" };
    let start = cards::start(session.plan.start);
    let exercises: Vec<_> = tables::paired(session)
        .into_iter()
        .zip(tables::resolved_rows(session, true, athlete, library))
        .map(|((planned, log), row)| {
            let id = planned
                .map(|exercise| &exercise.exercise)
                .or(log.map(|log| &log.exercise));
            let rest = words::joined([row.rest.as_str(), "rest"], " ");
            let rest = if row.rest.is_empty() { "" } else { &rest };
            let detail = planned.map(detail).unwrap_or_default();
            let known = id
                .filter(|_| options.guidance == Guidance::Show)
                .and_then(|id| library.exercise(id));
            ExerciseSheet {
                name: row.exercise,
                dose: words::joined([row.dose.as_str(), &row.load, &detail, rest], " · "),
                note: planned.map_or(row.detail, |exercise| exercise.note.trim().to_owned()),
                last: id.map_or_else(String::new, |id| {
                    last_time(athlete, id, session, options.dates)
                }),
                cues: known.map_or_else(Vec::new, |known| known.cues.clone()),
                mistakes: known.map_or_else(Vec::new, |known| known.mistakes.clone()),
                movement: known.and_then(|known| pictures.movement(known, library, options.ink)),
                muscles: known.and_then(|known| {
                    pictures.muscles(known.primary.clone(), known.secondary.clone(), options.ink)
                }),
                sets: row.sets,
            }
        })
        .collect();
    SessionSheet {
        athlete: profile.name.trim().to_owned(),
        title: load::title_of(&session.plan, library),
        subtitle: words::joined([day.as_str(), &start, &length, rounds], " · "),
        tone: cards::tone(&session.plan, library),
        note: session.plan.note.trim().to_owned(),
        works: match options.guidance {
            Guidance::Show => all_muscles(session, library),
            Guidance::Hide => String::new(),
        },
        exercises,
    }
}

/// "RIR 2 · tempo 3-1-1".
pub(super) fn detail(exercise: &Prescription) -> String {
    let effort = exercise.effort.map(words::effort).unwrap_or_default();
    let tempo = exercise.tempo.trim();
    let tempo = if tempo.is_empty() {
        String::new()
    } else {
        format!("tempo {tempo}")
    };
    words::joined([effort, tempo], " · ")
}

/// The muscles that work in any of the exercises.
fn all_muscles(session: &Session, library: &Library) -> String {
    let planned = session.plan.workout.exercises().iter();
    let known: Vec<_> = planned
        .filter_map(|exercise| library.exercise(&exercise.exercise))
        .collect();
    let works = Muscle::ALL.iter().filter(|muscle| {
        let mut exercises = known.iter();
        exercises.any(|exercise| exercise.primary.contains(muscle))
    });
    in_words(works)
}

/// What was lifted the last time before a session.
fn last_time(athlete: &Athlete, id: &ExerciseId, session: &Session, dates: DateStyle) -> String {
    let units = athlete.profile.units;
    let before = athlete.sessions.all().iter().rev();
    let mut logs = before
        .filter(|other| other.date < session.date && other.status.is_trained())
        .filter_map(|other| {
            let log = other.log.as_ref()?;
            let log = log.exercises.iter().find(|log| log.exercise == *id)?;
            Some((other.date, log))
        });
    logs.next().map_or_else(String::new, |(date, log)| {
        let sets = words::joined(tables::sets_in_words(log, units.mass), "; ");
        format!("Last time, {}: {sets}", dates.long_day_month(date))
    })
}
