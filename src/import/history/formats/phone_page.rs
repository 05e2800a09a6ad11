//! Answers from a phone page (`assets/phone/answer.js`): what an athlete logged, as JSON, in a file of its own or in
//! the text of a mail or chat. A figure that cannot be read is skipped with its reason; the rest of the session is
//! kept.

use serde_json::Value;

use crate::domain::{AthleteId, DistanceUnit, MassUnit, Units};
use crate::history::{FileContents, Reply};
use crate::import::history::answer_fields::{list, text_of, uuid};
use crate::import::history::answer_session::SessionReader;
use crate::import::history::format::{Content, HistoryFormat, REPLY_WORD, ReadOptions};

/// The newest version that is read here.
const VERSION: u64 = 1;
/// More than any page can send; what is longer was not made by one.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Sessions of an answer.
const MOST_SESSIONS: usize = 1000;
/// The format.
pub const FORMAT: HistoryFormat =
    HistoryFormat::of_contents("phone-page", "Phone page", recognises, read);

fn recognises(content: &Content) -> bool {
    matches!(content, Content::Reply(_))
}

fn read(content: &Content, _: &ReadOptions) -> FileContents {
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
    if all.len() > MOST_SESSIONS {
        reading.skip(
            0,
            format!(
                "of {} sessions only the first {} were read",
                all.len(),
                MOST_SESSIONS
            ),
        );
    }
    let sessions = all
        .iter()
        .take(MOST_SESSIONS)
        .filter_map(|session| SessionReader::new(session, units, reading)?.read(session))
        .collect();
    reading.replies.push(Reply {
        athlete,
        name: text_of(whose, "name"),
        units,
        sessions,
    });
}
