//! Answers from a phone page (`assets/phone/answer.js`): what an athlete logged, as JSON, in a file of its own or in the
//! text of a mail or chat. A figure that cannot be read is skipped with its reason; the rest of the session is kept.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use uuid::Uuid;

use crate::domain::{
    AthleteId, Bpm, DistanceUnit, ExerciseId, ExerciseLog, Interned, Kilograms, Log, MassUnit,
    Meters, Minutes, Pain, Rpe, RunLog, Seconds, SessionId, SetLog, Status, Units,
};
use crate::history::{FileContents, Reply, SessionReply, Sport};
use crate::import::history::figures::{DecimalMark, duration, number};
use crate::import::history::format::{Content, HistoryFormat, REPLY_WORD, ReadOptions};
use crate::import::history::limits;

/// The newest version that is read here.
const VERSION: u64 = 1;
/// More than any page can send; what is longer was not made by one.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Sessions of an answer, exercises of a session, sets of an exercise.
const MOST: [usize; 3] = [1000, 60, 60];
/// Letters of a note, and of everything else.
const MOST_LETTERS: [usize; 2] = [4000, 300];
/// Paces that a runner can have, in seconds a kilometre; outside of them a time of two parts means hours and minutes.
const PACES: std::ops::RangeInclusive<f64> = 140.0..=1200.0;

/// The format.
pub struct PhonePage;

impl HistoryFormat for PhonePage {
    fn id(&self) -> &'static str {
        "phone-page"
    }

    fn name(&self) -> &'static str {
        "Phone page"
    }

    fn recognises(&self, content: &Content) -> bool {
        matches!(content, Content::Reply(_))
    }

    fn read(&self, content: &Content, _: &ReadOptions) -> FileContents {
        let mut reading = FileContents::default();
        let Content::Reply(text) = content else {
            return reading;
        };
        match whole(text) {
            Ok(answer) => read_reply(&answer, &mut reading),
            Err(why) => reading.skip(0, why),
        }
        reading
    }
}

/// The answer within a text, with whatever a mail put around it.
fn whole(text: &str) -> Result<Value, String> {
    if text.len() > MOST_BYTES {
        return Err("it is larger than any answer of a phone page, and was not read".to_owned());
    }
    let start = text.find('{').unwrap_or(0);
    let json = &text[start..];
    let parsed = first_value(json).or_else(|error| {
        // Mail programs break long lines, also within a note.
        first_value(&json.replace("\r\n", " ").replace('\n', " ")).map_err(|_| error)
    });
    let value = parsed.map_err(|error| {
        if error.is_eof() {
            "the answer is cut off at its end; ask for it again, as a file".to_owned()
        } else {
            format!("the answer was changed on its way or by hand and cannot be read: {error}")
        }
    })?;
    if text_of(&value, "format") != REPLY_WORD {
        return Err("it is no answer of a phone page".to_owned());
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version <= VERSION => Ok(value),
        Some(_) => Err("the page was made by a newer Ironstride; update this one and bring the answer in again".to_owned()),
        None => Err("the answer does not say its version, so it was changed by hand; ask for it again".to_owned()),
    }
}

fn first_value(json: &str) -> Result<Value, serde_json::Error> {
    let mut values = serde_json::Deserializer::from_str(json).into_iter::<Value>();
    values.next().unwrap_or(Ok(Value::Null))
}

fn read_reply(value: &Value, reading: &mut FileContents) {
    let whose = value.get("athlete").unwrap_or(&Value::Null);
    let Some(athlete) = uuid(whose, "id").map(AthleteId) else {
        reading.skip(0, "the answer does not say whose it is; ask for it again");
        return;
    };
    let units = Units {
        mass: match text_of(value, "mass").as_str() {
            "lb" => MassUnit::Pounds,
            _ => MassUnit::Kg,
        },
        distance: match text_of(value, "distance").as_str() {
            "mi" => DistanceUnit::Miles,
            _ => DistanceUnit::Km,
        },
    };
    let all = list(value, "sessions");
    if all.len() > MOST[0] {
        reading.skip(
            0,
            format!(
                "of {} sessions only the first {} were read",
                all.len(),
                MOST[0]
            ),
        );
    }
    let sessions = all
        .iter()
        .take(MOST[0])
        .filter_map(|session| SessionReader::new(session, units, reading)?.read(session))
        .collect();
    reading.replies.push(Reply {
        athlete,
        name: text_of(whose, "name"),
        units,
        sessions,
    });
}

/// Reads a session, and tells what of it cannot be taken.
struct SessionReader<'a> {
    units: Units,
    session: SessionId,
    planned_on: NaiveDate,
    title: String,
    reading: &'a mut FileContents,
}

impl<'a> SessionReader<'a> {
    fn new(value: &Value, units: Units, reading: &'a mut FileContents) -> Option<Self> {
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

    fn read(mut self, value: &Value) -> Option<SessionReply> {
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
                MOST_LETTERS[0],
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
                MOST_LETTERS[0],
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
        if all.len() > MOST[1] {
            self.skip(&format!(
                "of {} exercises only the first {} were read",
                all.len(),
                MOST[1]
            ));
        }
        let mut exercises = Vec::new();
        for exercise in all.iter().take(MOST[1]) {
            let name = text_of(exercise, "name");
            let implements = match exercise.get("implements").and_then(Value::as_u64) {
                Some(2) => 2.0,
                _ => 1.0,
            };
            let all = list(exercise, "sets");
            if all.len() > MOST[2] {
                self.skip(&format!(
                    "{name}: of {} sets only the first {} were read",
                    all.len(),
                    MOST[2]
                ));
            }
            let sets: Vec<SetLog> = all
                .iter()
                .take(MOST[2])
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
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    ExerciseId::new(format!("own-imported-{}", words.join("-")))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// A text on one line and of a bearable length; empty where there is none.
fn text_of(value: &Value, key: &str) -> String {
    let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
    let line: Vec<&str> = text.split_whitespace().collect();
    cut(&line.join(" "), MOST_LETTERS[1])
}

/// The beginning of a text, without characters that no text needs.
fn cut(text: &str, most: usize) -> String {
    let plain = |c: &char| !c.is_control() || *c == '\n';
    text.trim().chars().filter(plain).take(most).collect()
}

fn uuid(value: &Value, key: &str) -> Option<Uuid> {
    Uuid::parse_str(value.get(key)?.as_str()?).ok()
}

fn date(value: &Value, key: &str) -> Option<NaiveDate> {
    text_of(value, key).parse().ok()
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
