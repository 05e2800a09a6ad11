//! Personal bests, the newest first.

use super::spec::{ChartSpec, Source, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Body, ListRow, Scene, Target, Word};
use crate::chart::table::{Cell, Column, Key, Table, ValueFormat};
use crate::chart::words;
use crate::domain::Units;
use crate::load::records::{self, PersonalRecord, RecordKind, RecordValue};

impl Chart {
    /// Personal bests.
    pub const RECORDS: Self = Self::new("records");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    in_usual_report: true,
    ..ChartSpec::new(
        Chart::RECORDS,
        "Records",
        "What are my bests?",
        "Bests from the log: the highest maxima and top weights, the longest and fastest runs. \
         Estimates from more than ten repetitions are left out.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let title = vec![Word::plain("Records")];
    let found = records::records(source.athlete, source.library);
    let mut records: Vec<&PersonalRecord> = found
        .iter()
        .filter(|record| is_told(source, record))
        .collect();
    records = records::strongest(&records);
    if records.is_empty() {
        let words =
            "No bests yet. Log runs with their distance and time, and sets with their load.";
        return too_little(&SPEC, title, words);
    }
    records.sort_by_key(|record| (std::cmp::Reverse(record.date), record.kind));
    let units = source.units();
    let rows = records.iter().map(|record| ListRow {
        name: name(record),
        value: figure(record.kind, record.figure, units),
        note: source.dates.date(record.date),
        tone: tone(record),
        target: Some(match record.session {
            Some(session) => Target::Session(session),
            None => Target::Week(record.date),
        }),
    });
    let rows: Vec<_> = rows.collect();
    let text = |name: &str| Column::new(name, "", ValueFormat::Number(0));
    let mut table = Table::new("Record", vec![text("Best"), text("Before"), text("Day")]);
    for (record, row) in records.iter().zip(&rows) {
        let before = record
            .before
            .map(|before| figure(record.kind, before, units));
        let cells = vec![
            Cell::Text(row.value.clone()),
            before.unwrap_or_default().into(),
            Cell::Date(record.date),
        ];
        table.push(Key::Name(row.name.clone()), cells);
    }
    let answer = records.first().map_or_else(String::new, |newest| {
        format!(
            "Newest: {} {}, {}",
            name(newest),
            figure(newest.kind, newest.figure, units),
            source.dates.day_month(newest.date)
        )
    });
    Scene {
        chart: Chart::RECORDS,
        title,
        subtitle: answer.clone(),
        summary: format!("Records. {answer}"),
        body: Body::List(rows),
        table,
    }
}

/// All records of runs and sessions; of lifts the maximum and the heaviest single set, of the chosen exercises.
fn is_told(source: &Source<'_>, record: &PersonalRecord) -> bool {
    match &record.exercise {
        None => true,
        Some(exercise) => {
            source.exercises.contains(exercise)
                && matches!(record.kind, RecordKind::OneRm | RecordKind::Weight(1 | 5))
        }
    }
}

fn name(record: &PersonalRecord) -> String {
    match record.kind {
        RecordKind::OneRm => format!("{}, estimated 1RM", record.name),
        // No logged set holds it, so the chart of top weights does not show it.
        RecordKind::Weight(1) if record.session.is_none() => {
            format!("{}, tested 1RM", record.name)
        }
        RecordKind::Weight(1) => format!("{}, top weight", record.name),
        RecordKind::Weight(reps) => format!("{}, {reps} repetitions", record.name),
        RecordKind::Tonnage if record.exercise.is_none() => "Tonnage of a session".to_owned(),
        RecordKind::Tonnage => format!("{}, tonnage", record.name),
        RecordKind::LongestRun => "Longest run".to_owned(),
        RecordKind::Fastest(course) => format!("Fastest {}", course.name()),
    }
}

fn figure(kind: RecordKind, figure: RecordValue, units: Units) -> String {
    match figure {
        // Thousands of kilograms are not told to the tenth.
        RecordValue::Mass(kg) if kind == RecordKind::Tonnage => words::whole_mass(kg, units),
        RecordValue::Mass(kg) => words::mass(kg, units),
        RecordValue::Distance(distance) => words::distance(distance, units),
        RecordValue::Time(time) => words::clock(f64::from(time.0)),
    }
}

fn tone(record: &PersonalRecord) -> Tone {
    Tone::of(match record.kind {
        RecordKind::LongestRun => Hue::Run,
        RecordKind::Fastest(_) => Hue::Race,
        RecordKind::OneRm | RecordKind::Weight(_) | RecordKind::Tonnage => Hue::Strength,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kilograms, MassUnit};

    #[test]
    fn a_tonnage_is_told_in_whole_units_and_a_maximum_to_the_tenth() {
        let mass = RecordValue::Mass(Kilograms::new(6085.96));
        let pounds = Units {
            mass: MassUnit::Pounds,
            ..Units::METRIC
        };
        let said = |kind, units| figure(kind, mass, units);
        assert_eq!(said(RecordKind::Tonnage, Units::METRIC), "6086 kg");
        assert_eq!(said(RecordKind::Tonnage, pounds), "13417 lb");
        assert_eq!(said(RecordKind::OneRm, pounds), "13417.2 lb");
    }
}
