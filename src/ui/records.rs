//! Records in words.

use crate::domain::Units;
use crate::load::records::{PersonalRecord, RecordKind, RecordValue};

use super::format;

/// A record in a sentence: "squat, 5 reps at 82.5 kg", "longest run, 24 km".
pub fn sentence(record: &PersonalRecord, units: Units) -> String {
    let name = record.name.to_lowercase();
    if name.is_empty() {
        return format!("{}, {}", kind(record), figure(record.figure, units));
    }
    match record.kind {
        RecordKind::Weight(_) => format!("{name}, {}", short(record, units)),
        _ => format!("{name}, {} {}", kind(record), figure(record.figure, units)),
    }
}

/// A record beside the name of its exercise: "5 reps at 82.5 kg", "1RM 96 kg".
pub fn short(record: &PersonalRecord, units: Units) -> String {
    let figure = figure(record.figure, units);
    match record.kind {
        RecordKind::Weight(1) => format!("1 rep at {figure}"),
        RecordKind::Weight(reps) => format!("{reps} reps at {figure}"),
        RecordKind::OneRm => format!("estimated 1RM {figure}"),
        RecordKind::Tonnage => format!("tonnage {figure}"),
        RecordKind::LongestRun | RecordKind::Fastest(_) => format!("{} {figure}", kind(record)),
    }
}

/// The same as a line of its own: "Estimated 1RM 96 kg".
pub fn line(record: &PersonalRecord, units: Units) -> String {
    let mut said = short(record, units);
    if let Some(first) = said.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    said
}

/// What a record is about: "estimated 1RM", "fastest 5 km".
pub fn kind(record: &PersonalRecord) -> String {
    match record.kind {
        RecordKind::OneRm => "estimated 1RM".to_owned(),
        RecordKind::Weight(1) => "1 rep".to_owned(),
        RecordKind::Weight(reps) => format!("{reps} reps"),
        RecordKind::Tonnage if record.exercise.is_none() => "most tonnage in a session".to_owned(),
        RecordKind::Tonnage => "tonnage".to_owned(),
        RecordKind::LongestRun => "longest run".to_owned(),
        RecordKind::Fastest(course) => format!("fastest {}", course.name()),
    }
}

/// The figure of a record. Estimates and tonnages are not known to the gram.
pub fn figure(figure: RecordValue, units: Units) -> String {
    match figure {
        RecordValue::Mass(kg) => format::rounded_mass(kg, units),
        RecordValue::Distance(far) => format::distance(far, units),
        RecordValue::Time(time) => format::clock_duration(time),
    }
}
