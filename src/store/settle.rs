//! What is set right in a document that was read: identities that stand twice, texts that no page could hold. Each is
//! told in a sentence. What cannot be set right is a fault of the file.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Athlete, OwnLibrary, Plan, Session};

use super::identities::{distinct_names, distinct_races, distinct_sessions};
use super::shorten::shortened;

/// The longest title or name, in characters.
pub(super) const MOST_IN_NAME: usize = 300;

/// The longest note, in characters: some ten pages.
pub(super) const MOST_IN_NOTE: usize = 20_000;

/// The most sessions on one day.
const MOST_A_DAY: usize = 200;

/// The years days may lie in. Calculating with weeks needs room on both sides, and nobody's training is older.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// What is wrong with a document as a whole.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// In a sentence without its end.
    pub(super) message: String,
    /// What to look for in the text to find the place.
    pub(super) near: String,
}

/// What keeps an athlete from being worked with, if anything.
pub(super) fn fault_of(athlete: &Athlete) -> Option<Fault> {
    let profile = &athlete.profile;
    let sessions = athlete.sessions.all();
    let first_planned = sessions.iter().filter_map(|session| session.first_planned);
    let exceptions = profile.availability.exceptions.iter();
    let days = sessions
        .iter()
        .map(|session| session.date)
        .chain(first_planned.map(|slot| slot.date))
        .chain(profile.races.iter().map(|race| race.date))
        .chain(profile.lifting_since)
        .chain(exceptions.flat_map(|exception| [exception.from, exception.to]))
        .chain(profile.tested_maxes.iter().map(|max| max.date))
        .chain(profile.body_weight.iter().map(|weight| weight.date))
        .chain(profile.accepted.iter().map(|accepted| accepted.date));
    let far = days.into_iter().find(|day| !YEARS.contains(&day.year()));
    far.map(far_day).or_else(|| full_day(athlete))
}

fn far_day(day: NaiveDate) -> Fault {
    Fault {
        message: format!(
            "{day} is not a day between {} and {}",
            YEARS.start(),
            YEARS.end()
        ),
        near: format!("\"{day}\""),
    }
}

fn full_day(athlete: &Athlete) -> Option<Fault> {
    let sessions = athlete.sessions.all();
    let mut days = sessions.chunk_by(|a, b| a.date == b.date);
    let full = days.find(|day| day.len() > MOST_A_DAY)?;
    let date = full.first()?.date;
    Some(Fault {
        message: format!(
            "there are {} sessions on {date}, and a day holds {MOST_A_DAY}",
            full.len()
        ),
        near: format!("\"{date}\""),
    })
}

/// Sets an athlete right; says what was done.
pub(super) fn settle_athlete(athlete: &mut Athlete) -> Vec<String> {
    let mut told = distinct_sessions(athlete);
    told.extend(distinct_races(athlete));
    told.extend(short_texts(athlete));
    let name = &athlete.profile.name;
    told.into_iter()
        .map(|what| format!("{name}: {what}"))
        .collect()
}

/// Sets the coach's own library right; says what was done.
pub(super) fn settle_library(own: &mut OwnLibrary) -> Vec<String> {
    let mut told = Vec::new();
    let exercises = own.exercises.iter_mut();
    let named = exercises.map(|exercise| (&mut exercise.id.0, exercise.name.as_str()));
    told.extend(distinct_names("exercises", named));
    let sessions = own.sessions.iter_mut();
    let named = sessions.map(|template| (&mut template.id.0, template.name.as_str()));
    told.extend(distinct_names("session templates", named));
    let weeks = own.weeks.iter_mut();
    let named = weeks.map(|template| (&mut template.id.0, template.name.as_str()));
    told.extend(distinct_names("template weeks", named));
    let programs = own.programs.iter_mut();
    let named = programs.map(|program| (&mut program.id.0, program.name.as_str()));
    told.extend(distinct_names("programs", named));
    let mut cut = Cut::default();
    for exercise in &mut own.exercises {
        cut.name(&mut exercise.name);
        exercise.aliases.iter_mut().for_each(|text| cut.name(text));
        exercise.cues.iter_mut().for_each(|text| cut.note(text));
        exercise.mistakes.iter_mut().for_each(|text| cut.note(text));
        cut.note(&mut exercise.why);
        cut.name(&mut exercise.at_home);
    }
    for template in &mut own.sessions {
        cut.name(&mut template.name);
        cut.note(&mut template.summary);
        cut.plan(&mut template.plan);
    }
    for week in &mut own.weeks {
        cut.name(&mut week.name);
        cut.note(&mut week.summary);
        week.days.iter_mut().for_each(|day| cut.plan(&mut day.plan));
    }
    for program in &mut own.programs {
        cut.name(&mut program.name);
        cut.note(&mut program.summary);
        for week in &mut program.weeks {
            cut.name(&mut week.theme);
            let sessions = week.sessions.iter_mut();
            sessions.for_each(|session| cut.plan(&mut session.plan));
        }
    }
    told.extend(cut.told());
    told.into_iter()
        .map(|what| format!("Your library: {what}"))
        .collect()
}

/// Shortens texts and counts them.
#[derive(Default)]
struct Cut(BTreeMap<usize, usize>);

impl Cut {
    fn name(&mut self, text: &mut String) {
        self.to(text, MOST_IN_NAME);
    }

    fn note(&mut self, text: &mut String) {
        self.to(text, MOST_IN_NOTE);
    }

    fn to(&mut self, text: &mut String, most: usize) {
        if let Some(short) = shortened(text, most) {
            *text = short;
            *self.0.entry(most).or_default() += 1;
        }
    }

    fn plan(&mut self, plan: &mut Plan) {
        self.name(&mut plan.title);
        self.note(&mut plan.note);
        if let Some(exercises) = plan.workout.exercises_mut() {
            for exercise in exercises {
                self.name(&mut exercise.name);
                self.name(&mut exercise.tempo);
                self.note(&mut exercise.note);
            }
        }
    }

    fn told(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|(most, count)| {
            let texts = if count == 1 {
                "a text was".to_owned()
            } else {
                format!("{count} texts were")
            };
            format!("{texts} longer than {most} characters and cut there; the file is as it was until you change something")
        })
    }
}

/// What of a session is longer than it may be, shortened; `None` when nothing is.
fn short_session(session: &Session, cut: &mut Cut) -> Option<Session> {
    let log = session.log.as_ref();
    let in_log = log.map_or(0, |log| {
        let names = log.exercises.iter().map(|exercise| exercise.name.len());
        let places = log.pains.iter().map(|pain| pain.place.len());
        names.chain(places).max().unwrap_or_default()
    });
    let plan = &session.plan;
    let exercises = plan.workout.exercises().iter();
    let in_plan = exercises
        .map(|exercise| exercise.name.len().max(exercise.tempo.len()))
        .max()
        .unwrap_or_default();
    let longest_name = in_log.max(in_plan).max(plan.title.len());
    let notes = plan.workout.exercises().iter().map(|it| it.note.len());
    let longest_note = notes
        .chain([plan.note.len(), session.because.len()])
        .chain(log.map(|log| log.note.len()))
        .max()
        .unwrap_or_default();
    if longest_name <= MOST_IN_NAME && longest_note <= MOST_IN_NOTE {
        return None;
    }
    let mut short = session.clone();
    cut.plan(&mut short.plan);
    cut.note(&mut short.because);
    if let Some(log) = &mut short.log {
        cut.note(&mut log.note);
        let exercises = log.exercises.iter_mut();
        exercises.for_each(|exercise| cut.name(&mut exercise.name));
        log.pains
            .iter_mut()
            .for_each(|pain| cut.name(&mut pain.place));
    }
    Some(short)
}

fn short_texts(athlete: &mut Athlete) -> impl Iterator<Item = String> + use<> {
    let mut cut = Cut::default();
    let profile = &mut athlete.profile;
    cut.name(&mut profile.name);
    cut.note(&mut profile.notes);
    profile.tags.iter_mut().for_each(|tag| cut.name(tag));
    let races = profile.races.iter_mut();
    races.for_each(|race| cut.name(&mut race.name));
    let exceptions = profile.availability.exceptions.iter_mut();
    exceptions.for_each(|exception| cut.note(&mut exception.note));
    let accepted = profile.accepted.iter_mut();
    accepted.for_each(|accepted| cut.note(&mut accepted.reason));
    let short: Vec<Session> = athlete
        .sessions
        .all()
        .iter()
        .filter_map(|session| short_session(session, &mut cut))
        .collect();
    for session in short {
        let place = athlete.sessions.place(session.id).unwrap_or(usize::MAX);
        athlete.sessions.put(std::sync::Arc::new(session), place);
    }
    cut.told()
}
