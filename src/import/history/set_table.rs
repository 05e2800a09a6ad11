//! Tables with a row for each set, whoever wrote them: Strong, FitNotes, Fitbod, GymBook, and any other with a date,
//! an exercise, and repetitions or a weight.

use std::fmt::Write as _;

use chrono::Timelike;

use crate::domain::{DistanceUnit, Kilograms, MassUnit, Meters, Seconds, SetKind, SetLog};
use crate::history::{Activity, FileContents, Need, Sport};

use super::dates::Moment;
use super::figures::{duration, number};
use super::format::ReadOptions;
use super::limits;
use super::row_moments::RowMoments;
use super::session_places::SessionPlaces;
use super::set_cells::{
    add_line, exertion, held, is_pseudo, repetitions, says_yes, unit_of, weight,
};
use super::set_columns::SetColumns;
use super::sports::RunNames;
use super::table::{Row, Table};

/// Reads every row as a set of the session with its date, its time where there is one, and its title.
pub fn read(system: &'static str, table: &Table, options: &ReadOptions) -> FileContents {
    read_with(system, table, options, |_, _| {})
}

/// The same for a format that means other columns than their headers say; `correct` sets them right.
pub fn read_with(
    system: &'static str,
    table: &Table,
    options: &ReadOptions,
    correct: impl FnOnce(&mut SetColumns, &Table),
) -> FileContents {
    let mut columns = SetColumns::of(table);
    correct(&mut columns, table);
    let mut reader = SetReader {
        system,
        table,
        columns,
        options,
        moments: RowMoments::new(table, options),
        places: SessionPlaces::default(),
        key: String::new(),
        runs: RunNames::default(),
    };
    table.read(|row, reading| reader.row(row, reading))
}

struct SetReader<'a> {
    system: &'static str,
    table: &'a Table<'a>,
    columns: SetColumns,
    options: &'a ReadOptions,
    moments: RowMoments,
    places: SessionPlaces,
    /// What the row's session is known by.
    key: String,
    runs: RunNames,
}

impl SetReader<'_> {
    /// Takes a row in, or says why not.
    fn row(&mut self, row: &Row, reading: &mut FileContents) -> Result<(), String> {
        let (exercise, order) = (
            row.cell(self.columns.exercise),
            row.cell(self.columns.order),
        );
        if is_pseudo(order) {
            return Ok(());
        }
        if exercise.is_empty() {
            return Err("no exercise is named".to_owned());
        }
        let date = row.cell(self.columns.date);
        let Some(when) = self.moments.read_or_ask(date, reading)? else {
            return Ok(());
        };
        let Some(set) = self.set(row, order, reading)? else {
            return Ok(());
        };
        let run = self.run_meters(row, exercise, reading);
        let Some(activity) = self.session(row, when, run.map(|_| exercise), reading) else {
            return Ok(());
        };
        let seconds = set.seconds;
        match run {
            Some(meters) => activity.add_run(Meters::new(meters), seconds),
            None => activity.add_set(exercise, set),
        }
        let note = row.cell(self.columns.note);
        if !note.is_empty() {
            add_line(&mut activity.note, &format!("{exercise}: {note}"));
        }
        Ok(())
    }

    /// The row's session, which is begun where it is not there yet. `run` names the exercise where the row is a run, which
    /// becomes a session of its own.
    fn session<'r>(
        &mut self,
        row: &Row,
        when: Moment,
        run: Option<&str>,
        reading: &'r mut FileContents,
    ) -> Option<&'r mut Activity> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let title = row.cell(columns.workout);
        // The rows of a session mostly follow each other.
        let goes_on = reading.activities.last().is_some_and(|last| {
            run.is_none()
                && last.sport == Sport::Strength
                && (last.date, last.time, last.title.as_str()) == (when.date, when.time, title)
        });
        if goes_on {
            return reading.activities.last_mut();
        }
        write_key(&mut self.key, when, title, run);
        let (system, key) = (self.system, &self.key);
        self.places.session(key, reading, || {
            let lasted = duration(row.cell(columns.workout_duration), mark)
                .filter(|seconds| (1.0..=limits::MOST_SECONDS).contains(seconds) && run.is_none());
            let sport = match run {
                Some(_) => Sport::Run,
                None => Sport::Strength,
            };
            Activity {
                time: when.time,
                title: run.unwrap_or(title).to_owned(),
                note: row.cell(columns.workout_note).to_owned(),
                duration: lasted.map(|seconds| Seconds(seconds as u32)),
                line: row.line,
                ..Activity::new(system, key.clone(), when.date, sport)
            }
        })
    }

    /// The set of a row; `None` where nothing was done.
    ///
    /// # Errors
    ///
    /// In words, why it cannot be read or believed.
    fn set(
        &self,
        row: &Row,
        order: &str,
        reading: &mut FileContents,
    ) -> Result<Option<SetLog>, String> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let kg = self.kilograms(row, reading)?;
        let reps = repetitions(row.cell(columns.reps), mark)?;
        let seconds = held(row.cell(columns.seconds), mark);
        let went = || number(row.cell(columns.distance.or(columns.distance_m)), mark);
        if reps.is_none() && seconds.is_none() && went().is_none_or(|distance| distance <= 0.0) {
            return Ok(None);
        }
        let is_letter = |letter| order.eq_ignore_ascii_case(letter);
        let set = SetLog {
            reps,
            seconds,
            kg,
            // A set to failure leaves none in reserve.
            rir: if is_letter("f") {
                Some(0.0)
            } else {
                exertion(row.cell(columns.rpe), mark).map(|rpe| 10.0 - rpe)
            },
            kind: if is_letter("w") || says_yes(row.cell(columns.warm_up)) {
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

    fn kilograms(
        &self,
        row: &Row,
        reading: &mut FileContents,
    ) -> Result<Option<Kilograms>, String> {
        let (columns, mark) = (&self.columns, self.table.mark);
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
            reading.need(Need::MassUnit);
        }
        let unit = written.or(self.options.mass).unwrap_or_default();
        Ok(Some(match unit {
            MassUnit::Kg => Kilograms::new(value),
            MassUnit::Pounds => Kilograms::from_pounds(value),
        }))
    }

    /// How far a row that is a run went, in metres.
    fn run_meters(&mut self, row: &Row, exercise: &str, reading: &mut FileContents) -> Option<f64> {
        if !self.runs.is_run(exercise) {
            return None;
        }
        let (columns, mark) = (&self.columns, self.table.mark);
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
                    reading.need(Need::DistanceUnit);
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
                reading.skip(row.line, reason);
                None
            }
        }
    }
}

/// Writes what a session is known by: day, time to the minute where there is one, title, and the exercise of a run.
fn write_key(key: &mut String, when: Moment, title: &str, run: Option<&str>) {
    key.clear();
    // Writing into a text cannot fail.
    let _ = write!(key, "{}", when.date);
    if let Some(time) = when.time {
        let _ = write!(key, " {:02}:{:02}", time.hour(), time.minute());
    }
    for word in [title.trim(), run.unwrap_or_default().trim()] {
        if !word.is_empty() {
            key.push(' ');
            key.push_str(word);
        }
    }
}
