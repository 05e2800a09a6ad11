//! A session of an answer from a phone page. A figure that cannot be read is skipped with its reason; the rest is kept.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use crate::domain::{
    Bpm, DistanceUnit, ExerciseId, ExerciseLog, Interned, Kilograms, Log, MassUnit, Meters,
    Minutes, Pain, Rpe, RunLog, Seconds, SessionId, SetLog, Status, Units,
};
use crate::history::{FileContents, SessionReply, Sport};
use crate::library::waiting;

use super::answer_fields::{MOST_OF_NOTE, cut, date, list, text_of, uuid};
use super::figures::{DecimalMark, duration, number};
use super::limits;

/// Exercises of a session.
const MOST_EXERCISES: usize = 60;
/// Sets of an exercise.
const MOST_SETS: usize = 60;
/// Paces that a runner can have, in seconds a kilometre; outside of them a time of two parts means hours and minutes.
const PACES: std::ops::RangeInclusive<f64> = 140.0..=1200.0;

/// Reads a session, and tells what of it cannot be taken.
pub(super) struct SessionReader<'a> {
    units: Units,
    session: SessionId,
    planned_on: NaiveDate,
    title: String,
    reading: &'a mut FileContents,
}

impl<'a> SessionReader<'a> {
    /// For a session of an answer; `None` where it does not say which.
    pub(super) fn new(value: &Value, units: Units, reading: &'a mut FileContents) -> Option<Self> {
        let title = text_of(value, "title");
        let named = |what: &str| {
            format!(
                "{}: {what}",
                if title.is_empty() {
                    "a session"
                } else {
                    &title
                }
            )
        };
        let Some(session) = uuid(value, "id") else {
            reading.skip(0, named("it does not say which session it is"));
            return None;
        };
        let Some(planned_on) = date(value, "date") else {
            reading.skip(0, named("it does not say for which day it was planned"));
            return None;
        };
        Some(Self {
            units,
            session: SessionId(session),
            planned_on,
            title,
            reading,
        })
    }

    fn skip(&mut self, reason: &str) {
        self.reading
            .skip(0, format!("{}, {}: {reason}", self.planned_on, self.title));
    }

    /// What it says; `None` where it says nothing that was done.
    pub(super) fn read(mut self, value: &Value) -> Option<SessionReply> {
        let status = match text_of(value, "status").as_str() {
            "done" => Some(Status::Done),
            "partial" => Some(Status::Partial),
            "skipped" => Some(Status::Skipped {
                reason: text_of(value, "reason"),
            }),
            _ => None,
        };
        let sport = match text_of(value, "kind").as_str() {
            "run" => Sport::Run,
            "strength" => Sport::Strength,
            "mobility" => Sport::Mobility,
            _ => Sport::Cross(String::new()),
        };
        let log = self.log(value, &sport);
        if status.is_none() && log == Log::default() {
            self.skip("nothing is said of it");
            return None;
        }
        Some(SessionReply {
            session: self.session,
            planned_on: self.planned_on,
            sport,
            plan: cut(
                value
                    .get("plan")
                    .and_then(Value::as_str)
                    .unwrap_or_default(),
                MOST_OF_NOTE,
            ),
            done_on: date(value, "done_on"),
            changed: text_of(value, "changed").parse::<DateTime<Utc>>().ok(),
            status,
            log,
            fingerprint: fingerprint(value),
            title: self.title,
        })
    }

    fn log(&mut self, value: &Value, sport: &Sport) -> Log {
        let distance = self.distance(value);
        let time = self.time(value, distance);
        let heart = self.figure(value, "heart_rate", 25.0..=limits::MOST_BPM, "heart rate");
        let minutes = self.figure(
            value,
            "minutes",
            0.0..=limits::MOST_SECONDS / 60.0,
            "duration in minutes",
        );
        let run = RunLog {
            distance,
            moving: time,
            hr_average: heart.map(|bpm| Bpm(bpm.round() as u16)),
            ..RunLog::default()
        };
        let minutes = minutes.or(time.map(|time| f64::from(time.0) / 60.0));
        let pain = value.get("pain").filter(|pain| pain.is_object());
        Log {
            duration: minutes
                .filter(|minutes| *minutes > 0.0)
                .map(|minutes| Minutes((minutes.round() as u32).max(1))),
            rpe: self.figure(value, "rpe", 0.0..=10.0, "RPE").map(Rpe::new),
            run: (*sport == Sport::Run && run != RunLog::default()).then_some(run),
            exercises: self.exercises(value),
            heavy_legs: value.get("heavy_legs") == Some(&Value::Bool(true)),
            pains: pain
                .map(|pain| Pain {
                    place: text_of(pain, "place"),
                    sharp: pain.get("sharp") == Some(&Value::Bool(true)),
                    ..Pain::default()
                })
                .into_iter()
                .collect(),
            note: cut(
                value
                    .get("note")
                    .and_then(Value::as_str)
                    .unwrap_or_default(),
                MOST_OF_NOTE,
            )
            .into(),
            ..Log::default()
        }
    }

    fn distance(&mut self, value: &Value) -> Option<Meters> {
        let figure = self.figure(value, "distance", 0.0..=f64::MAX, "distance")?;
        let meters = match self.units.distance {
            DistanceUnit::Km => Meters::from_km(figure),
            DistanceUnit::Miles => Meters::from_miles(figure),
        };
        match limits::distance(meters.m()) {
            Ok(distance) => distance,
            Err(why) => {
                self.skip(&why);
                None
            }
        }
    }

    /// "45:30" is minutes and seconds, a bare figure minutes. Where only hours and minutes fit the distance they are
    /// meant: 18 km in "1:30".
    fn time(&mut self, value: &Value, distance: Option<Meters>) -> Option<Seconds> {
        let text = text_of(value, "time").replace('.', ":");
        if text.is_empty() {
            return None;
        }
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = if plain {
            text.parse::<f64>().ok().map(|minutes| minutes * 60.0)
        } else {
            duration(&text, DecimalMark::Point)
        };
        let seconds = seconds.map(|seconds| {
            let pace = |seconds: f64| distance.map(|distance| seconds / distance.km().max(0.001));
            let fits = |seconds| pace(seconds).is_some_and(|pace| PACES.contains(&pace));
            let two_parts = text.matches(':').count() == 1;
            if two_parts && distance.is_some() && !fits(seconds) && fits(seconds * 60.0) {
                seconds * 60.0
            } else {
                seconds
            }
        });
        let seconds = seconds.filter(|seconds| (1.0..=limits::MOST_SECONDS).contains(seconds));
        if seconds.is_none() {
            self.skip(&format!("the time \"{text}\" cannot be read"));
        }
        seconds.map(|seconds| Seconds(seconds.round() as u32))
    }

    fn exercises(&mut self, value: &Value) -> Vec<Interned<ExerciseLog>> {
        let all = list(value, "exercises");
        if all.len() > MOST_EXERCISES {
            self.skip(&format!(
                "of {} exercises only the first {} were read",
                all.len(),
                MOST_EXERCISES
            ));
        }
        let mut exercises = Vec::new();
        for exercise in all.iter().take(MOST_EXERCISES) {
            let name = text_of(exercise, "name");
            let implements = match exercise.get("implements").and_then(Value::as_u64) {
                Some(2) => 2.0,
                _ => 1.0,
            };
            let all = list(exercise, "sets");
            if all.len() > MOST_SETS {
                self.skip(&format!(
                    "{name}: of {} sets only the first {} were read",
                    all.len(),
                    MOST_SETS
                ));
            }
            let sets: Vec<SetLog> = all
                .iter()
                .take(MOST_SETS)
                .filter_map(|set| self.set(set, &name, implements))
                .collect();
            if !sets.is_empty() {
                let log = ExerciseLog {
                    exercise: exercise_id(&text_of(exercise, "exercise"), &name),
                    name,
                    sets,
                };
                exercises.push(log.into());
            }
        }
        exercises
    }

    fn set(&mut self, value: &Value, name: &str, implements: f64) -> Option<SetLog> {
        let what = |figure: &str| format!("{name}: {figure}");
        let most = f64::from(u32::MAX);
        let reps = self.figure(value, "reps", 0.0..=most, &what("repetitions"));
        let seconds = self.figure(value, "seconds", 0.0..=most, &what("seconds"));
        let load = self.figure(value, "load", -most..=most, &what("load"));
        let rpe = self.figure(value, "rpe", 1.0..=10.0, &what("RPE"));
        let set = SetLog {
            reps: reps.map(|reps| reps.round() as u32),
            seconds: seconds.map(|seconds| seconds.round() as u32),
            kg: load.map(|load| match self.units.mass {
                MassUnit::Kg => Kilograms::new(load * implements),
                MassUnit::Pounds => Kilograms::from_pounds(load * implements),
            }),
            rir: rpe.map(|rpe| 10.0 - rpe),
            ..SetLog::default()
        };
        if let Some(why) = limits::set_error(&set) {
            self.skip(&what(&why));
            return None;
        }
        Some(set)
    }

    /// A figure as it was typed: a decimal comma or point, and perhaps a unit behind.
    fn figure(
        &mut self,
        value: &Value,
        key: &str,
        bounds: std::ops::RangeInclusive<f64>,
        what: &str,
    ) -> Option<f64> {
        let text = match value.get(key)? {
            Value::Number(number) => number.to_string(),
            _ => text_of(value, key),
        };
        if text.is_empty() {
            return None;
        }
        let mark = if text.contains(',') && !text.contains('.') {
            DecimalMark::Comma
        } else {
            DecimalMark::Point
        };
        let figure = number(&text, mark).filter(|figure| bounds.contains(figure));
        if figure.is_none() {
            self.skip(&format!("{what}: \"{text}\" cannot be meant"));
        }
        figure
    }
}

/// The exercise's id where it can be one; a made-up one from the name where a hand changed it.
fn exercise_id(id: &str, name: &str) -> ExerciseId {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !id.is_empty() && id.chars().all(plain) {
        return ExerciseId::new(id);
    }
    waiting(name)
}

/// Tells one content from another (FNV-1a, 64 bits), the same on every machine and in every version.
fn fingerprint(value: &Value) -> String {
    // Keys of a value are sorted, so that their order in the file does not matter.
    let hash = value
        .to_string()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    format!("{hash:016x}")
}
