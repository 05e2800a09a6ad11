//! Tables with a row for each set, whoever wrote them: Strong, FitNotes, Fitbod, GymBook, and any other with a date,
//! an exercise, and repetitions or a weight.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{DistanceUnit, Kilograms, MassUnit, Meters, Rpe, Seconds, SetKind, SetLog};

use super::columns::column;
use super::dates::DateError;
use super::figures::{DecimalMark, duration, is_missing, number, said_number};
use super::format::ReadOptions;
use super::limits;
use super::row_moments::RowMoments;
use super::sports::RunNames;
use super::table::{Row, Table};
use crate::history::{Activity, Sport};
use crate::history::{Need, Reading};

/// The columns of such a table.
#[derive(Debug, Clone, Copy)]
pub struct SetColumns {
    /// The day, with or without a time.
    pub date: Option<usize>,
    /// The session's title.
    pub workout: Option<usize>,
    /// The exercise.
    pub exercise: Option<usize>,
    /// Number or letter of the set.
    pub order: Option<usize>,
    /// Weight in a unit that is said elsewhere, or nowhere.
    pub weight: Option<usize>,
    weight_kg: Option<usize>,
    weight_lb: Option<usize>,
    weight_unit: Option<usize>,
    /// Repetitions.
    pub reps: Option<usize>,
    rpe: Option<usize>,
    distance: Option<usize>,
    distance_m: Option<usize>,
    distance_unit: Option<usize>,
    /// How long a set was held.
    pub seconds: Option<usize>,
    note: Option<usize>,
    workout_note: Option<usize>,
    /// How long the session lasted.
    pub workout_duration: Option<usize>,
    warm_up: Option<usize>,
}

/// The fields by which columns are found, with their meaning for people.
const FIELDS: &[(&str, &str)] = &[
    ("date", "date"),
    ("workout", "session"),
    ("exercise", "exercise"),
    ("order", "set"),
    ("weight", "weight"),
    ("weight_kg", "weight in kg"),
    ("weight_lb", "weight in lb"),
    ("weight_unit", "unit of weight"),
    ("reps", "repetitions"),
    ("rpe", "RPE"),
    ("distance", "distance"),
    ("distance_m", "distance in m"),
    ("distance_unit", "unit of distance"),
    ("seconds", "seconds"),
    ("note", "note"),
    ("workout_note", "note of the session"),
    ("workout_duration", "duration of the session"),
    ("warm_up", "warm-up"),
];

const FAMILY: &str = "lifting";

impl SetColumns {
    /// Finds the columns by their headers.
    pub fn of(table: &Table) -> Self {
        let field = |name| column(table, FAMILY, name);
        Self {
            date: field("date"),
            workout: field("workout"),
            exercise: field("exercise"),
            order: field("order"),
            weight: field("weight"),
            weight_kg: field("weight_kg"),
            weight_lb: field("weight_lb"),
            weight_unit: field("weight_unit"),
            reps: field("reps"),
            rpe: field("rpe"),
            distance: field("distance"),
            distance_m: field("distance_m"),
            distance_unit: field("distance_unit"),
            seconds: field("seconds"),
            note: field("note"),
            workout_note: field("workout_note"),
            workout_duration: field("workout_duration"),
            warm_up: field("warm_up"),
        }
    }

    /// True when there is a column of weights.
    pub fn has_weight(&self) -> bool {
        self.weight.or(self.weight_kg).or(self.weight_lb).is_some()
    }

    /// Which header was taken for what.
    pub fn mapping(table: &Table) -> Vec<(String, String)> {
        FIELDS
            .iter()
            .filter_map(|(field, meaning)| {
                let header = table.headers().get(column(table, FAMILY, field)?)?;
                Some((header.clone(), (*meaning).to_owned()))
            })
            .collect()
    }
}

/// Reads every row as a set of the session with its date, its time where there is one, and its title.
pub fn read(system: &'static str, table: &Table, options: &ReadOptions) -> Reading {
    read_with(system, table, options, |_, _| {})
}

/// The same for a format that means other columns than their headers say; `correct` sets them right.
pub fn read_with(
    system: &'static str,
    table: &Table,
    options: &ReadOptions,
    correct: impl FnOnce(&mut SetColumns, &Table),
) -> Reading {
    let mut columns = SetColumns::of(table);
    correct(&mut columns, table);
    let mut reader = SetReader {
        system,
        table,
        columns,
        options,
        moments: RowMoments::new(table, options),
        reading: Reading::default(),
        sessions: HashMap::new(),
        runs: RunNames::default(),
    };
    table.for_each(|row| reader.row(row));
    reader.reading
}

struct SetReader<'a> {
    system: &'static str,
    table: &'a Table<'a>,
    columns: SetColumns,
    options: &'a ReadOptions,
    moments: RowMoments,
    reading: Reading,
    /// Where a session stands among the activities.
    sessions: HashMap<(NaiveDate, Option<NaiveTime>, String), usize>,
    runs: RunNames,
}

impl SetReader<'_> {
    fn row(&mut self, row: &Row) {
        let columns = self.columns;
        let (exercise, order) = (row.cell(columns.exercise), row.cell(columns.order));
        // Strong writes its rest timer and notes as if they were sets.
        if is_pseudo(order) {
            return;
        }
        if exercise.is_empty() {
            self.reading.skip(row.line, "no exercise is named");
            return;
        }
        let when = match self.moments.read(row.cell(columns.date)) {
            Ok(when) => when,
            // One answer reads all such rows.
            Err(DateError::Ambiguous) => return self.reading.need(Need::DayOrder),
            Err(error) => return self.reading.skip(row.line, error.to_string()),
        };
        let set = match self.set(row, order) {
            Ok(Some(set)) => set,
            Ok(None) => return,
            Err(reason) => return self.reading.skip(row.line, reason),
        };
        let title = row.cell(columns.workout);
        let run = self.run_meters(row, exercise);
        let place = self.session(
            row,
            when.date,
            when.time,
            title,
            run.is_some().then_some(exercise),
        );
        let Some(activity) = self.reading.activities.get_mut(place) else {
            return;
        };
        match run {
            Some(meters) => {
                activity.run.distance = Some(Meters::new(
                    activity.run.distance.map_or(0.0, Meters::m) + meters,
                ));
                if let Some(seconds) = set.seconds {
                    let before = activity.run.moving.map_or(0, |moving| moving.0);
                    activity.run.moving = Some(Seconds(before.saturating_add(seconds)));
                    activity.duration = activity.run.moving;
                }
            }
            None => activity.add_set(exercise, set),
        }
        let note = row.cell(columns.note);
        if !note.is_empty() {
            add_line(&mut activity.note, &format!("{exercise}: {note}"));
        }
    }

    /// The place of the row's session among the activities, which is begun where it is not there yet. `run` names the
    /// exercise where the row is a run, which becomes a session of its own.
    fn session(
        &mut self,
        row: &Row,
        date: NaiveDate,
        time: Option<NaiveTime>,
        title: &str,
        run: Option<&str>,
    ) -> usize {
        // The rows of a session mostly follow each other.
        if let Some(last) = self.reading.activities.last()
            && run.is_none()
            && last.sport == Sport::Strength
            && (last.date, last.time, last.title.as_str()) == (date, time, title)
        {
            return self.reading.activities.len() - 1;
        }
        let name = run.map_or_else(
            || title.to_owned(),
            |exercise| format!("{title} {exercise}"),
        );
        let next = self.reading.activities.len();
        let place = *self
            .sessions
            .entry((date, time, name.clone()))
            .or_insert(next);
        if place == next {
            let clock = time
                .map(|time| format!(" {}", time.format("%H:%M")))
                .unwrap_or_default();
            let key = format!("{date}{clock} {}", name.trim())
                .trim_end()
                .to_owned();
            let sport = if run.is_some() {
                Sport::Run
            } else {
                Sport::Strength
            };
            let columns = self.columns;
            let lasted = duration(row.cell(columns.workout_duration), self.table.mark);
            self.reading.activities.push(Activity {
                time,
                title: run.unwrap_or(title).to_owned(),
                note: row.cell(columns.workout_note).to_owned(),
                duration: lasted
                    .filter(|seconds| {
                        (1.0..=limits::MOST_SECONDS).contains(seconds) && run.is_none()
                    })
                    .map(|seconds| Seconds(seconds as u32)),
                line: row.line,
                ..Activity::new(self.system, key, date, sport)
            });
        }
        place
    }

    /// The set of a row; `None` where nothing was done.
    ///
    /// # Errors
    ///
    /// In words, why it cannot be read or believed.
    fn set(&mut self, row: &Row, order: &str) -> Result<Option<SetLog>, String> {
        let (columns, mark) = (self.columns, self.table.mark);
        let kg = self.kilograms(row)?;
        let reps = repetitions(row.cell(columns.reps), mark)?;
        let seconds = duration(row.cell(columns.seconds), mark)
            .filter(|seconds| *seconds >= 1.0)
            .map(|seconds| seconds.min(f64::from(u32::MAX)) as u32);
        let distance = number(row.cell(columns.distance.or(columns.distance_m)), mark)
            .is_some_and(|d| d > 0.0);
        if reps.is_none() && seconds.is_none() && !distance {
            return Ok(None);
        }
        let is_letter = |letter| order.eq_ignore_ascii_case(letter);
        let warm_up = says_yes(row.cell(columns.warm_up));
        let rpe = number(row.cell(columns.rpe), mark).filter(|rpe| (1.0..=10.0).contains(rpe));
        let set = SetLog {
            reps,
            seconds,
            kg,
            // A set to failure leaves none in reserve.
            rir: if is_letter("f") {
                Some(0.0)
            } else {
                rpe.map(|rpe| 10.0 - rpe)
            },
            kind: if warm_up || is_letter("w") {
                SetKind::WarmUp
            } else if is_letter("d") {
                SetKind::Drop
            } else {
                SetKind::Working
            },
            ..SetLog::default()
        };
        limits::set_error(&set).map_or(Ok(Some(set)), Err)
    }

    fn kilograms(&mut self, row: &Row) -> Result<Option<Kilograms>, String> {
        let (columns, mark) = (self.columns, self.table.mark);
        let of = |column| weight(row.cell(column), mark);
        if let Some(kg) = of(columns.weight_kg)? {
            return Ok(Some(Kilograms::new(kg)));
        }
        if let Some(lb) = of(columns.weight_lb)? {
            return Ok(Some(Kilograms::from_pounds(lb)));
        }
        let Some(value) = of(columns.weight)? else {
            return Ok(None);
        };
        let written =
            unit_of(row.cell(columns.weight_unit)).or_else(|| unit_of(row.cell(columns.weight)));
        if written.or(self.options.mass).is_none() {
            self.reading.need(Need::MassUnit);
        }
        let unit = written.or(self.options.mass).unwrap_or_default();
        Ok(Some(match unit {
            MassUnit::Kg => Kilograms::new(value),
            MassUnit::Pounds => Kilograms::from_pounds(value),
        }))
    }

    /// How far a row that is a run went, in metres.
    fn run_meters(&mut self, row: &Row, exercise: &str) -> Option<f64> {
        let (columns, mark) = (self.columns, self.table.mark);
        if !self.runs.is_run(exercise) {
            return None;
        }
        if let Some(meters) = number(row.cell(columns.distance_m), mark).filter(|m| *m > 0.0) {
            return Some(meters);
        }
        let value = number(row.cell(columns.distance), mark).filter(|value| *value > 0.0)?;
        let meters = match row.cell(columns.distance_unit).to_lowercase().as_str() {
            "m" | "meters" | "metres" => value,
            "km" | "kms" | "kilometers" => value * 1000.0,
            "mi" | "miles" | "mile" => Meters::from_miles(value).m(),
            "ft" | "feet" => value * 0.3048,
            _ => {
                if self.options.distance.is_none() {
                    self.reading.need(Need::DistanceUnit);
                }
                match self.options.distance.unwrap_or_default() {
                    DistanceUnit::Km => value * 1000.0,
                    DistanceUnit::Miles => Meters::from_miles(value).m(),
                }
            }
        };
        match limits::distance(meters) {
            Ok(distance) => distance.map(Meters::m),
            Err(reason) => {
                self.reading.skip(row.line, reason);
                None
            }
        }
    }
}

fn is_pseudo(order: &str) -> bool {
    if order.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let order = order.to_lowercase();
    order.contains("timer")
        || matches!(
            order.as_str(),
            "note" | "notiz" | "ruhe" | "pausentimer" | "minuteur de repos"
        )
}

/// The repetitions that a cell counts; `None` for none.
///
/// # Errors
///
/// In words, that it counts none that can be done.
pub fn repetitions(cell: &str, mark: DecimalMark) -> Result<Option<u32>, String> {
    match said_number(cell, mark)? {
        Some(value) if value < 0.0 => Err(format!("{value} repetitions are not believable")),
        Some(value) => Ok(Some(value.round().min(f64::from(u32::MAX)) as u32).filter(|r| *r > 0)),
        None => Ok(None),
    }
}

/// The weight in a cell, in whatever unit; `None` for none but the body's own.
///
/// # Errors
///
/// In words, that it is no number.
pub fn weight(cell: &str, mark: DecimalMark) -> Result<Option<f64>, String> {
    match said_number(cell, mark) {
        Err(_) if is_own_weight(cell) => Ok(None),
        value => Ok(value?.filter(|value| *value != 0.0)),
    }
}

/// True for a word that stands for the body's own weight.
fn is_own_weight(cell: &str) -> bool {
    ["bw", "bodyweight", "body weight"]
        .iter()
        .any(|own| cell.eq_ignore_ascii_case(own))
}

/// True for a cell that says so.
pub fn says_yes(cell: &str) -> bool {
    let is = |yes: &&str| cell.eq_ignore_ascii_case(yes);
    !cell.is_empty() && ["true", "1", "yes"].iter().any(is)
}

/// The unit that a cell names, by itself or behind a figure.
fn unit_of(cell: &str) -> Option<MassUnit> {
    // Most cells are a figure alone.
    if cell.is_empty() || cell.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let unit = cell.trim_matches(|c: char| !c.is_alphabetic());
    let is_one_of = |names: [&str; 4]| names.iter().any(|name| unit.eq_ignore_ascii_case(name));
    if is_one_of(["kg", "kgs", "kilogram", "kilograms"]) {
        Some(MassUnit::Kg)
    } else if is_one_of(["lb", "lbs", "pound", "pounds"]) {
        Some(MassUnit::Pounds)
    } else {
        None
    }
}

/// Adds a line to a note.
pub fn add_line(note: &mut String, line: &str) {
    if is_missing(line) {
        return;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(line);
}

/// An exertion between 1 and 10.
pub fn rpe(value: Option<f64>) -> Option<Rpe> {
    value.filter(|rpe| (1.0..=10.0).contains(rpe)).map(Rpe::new)
}
