//! Tables with a row for each set, whoever wrote them: Strong, FitNotes, Fitbod, GymBook, and any other with a date,
//! an exercise, and repetitions or a weight.

use std::fmt::Write as _;

use chrono::Timelike;

use crate::domain::{DistanceUnit, Kilograms, MassUnit, Meters, Seconds, SetKind, SetLog};
use crate::history::{FileContents, Need, is_single};

use super::dates::Moment;
use super::figures::{duration, is_missing, number};
use super::format::ReadOptions;
use super::limits;
use super::row_moments::RowMoments;
use super::set_cells::{
    add_line, exertion, held, is_pseudo, repetitions, says_yes, unit_of, weight,
};
use super::set_columns::SetColumns;
use super::set_sessions::{About, Note, SetRow, SetSessions};
use super::table::{CsvRow, Table};

/// Between two sets of one session that has no title there is no longer pause, in minutes.
const LONGEST_PAUSE: i64 = 60;

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
        table,
        columns,
        options,
        moments: RowMoments::new(table, options),
        sessions: SetSessions::new(system),
        open: None,
        waiting: None,
    };
    table.read(|row, reading| reader.row(row, reading))
}

struct SetReader<'a> {
    table: &'a Table<'a>,
    columns: SetColumns,
    options: &'a ReadOptions,
    moments: RowMoments,
    sessions: SetSessions,
    open: Option<Open>,
    /// What is said of an exercise before the first set of its session.
    waiting: Option<Waiting>,
}

/// Words that stand in a row of their own, for the session of this moment and title.
struct Waiting {
    when: Moment,
    title: String,
    words: String,
}

/// The session that the rows belonged to so far.
struct Open {
    place: usize,
    /// When its last set was done, or when it began, as the row has it.
    last: Moment,
}

impl SetReader<'_> {
    /// Takes a row in, or says why not.
    fn row(&mut self, row: &CsvRow, reading: &mut FileContents) -> Result<(), String> {
        let (exercise, order) = (
            row.cell(self.columns.exercise),
            row.cell(self.columns.order),
        );
        if is_pseudo(order) {
            self.note(row, exercise, reading);
            return Ok(());
        }
        if exercise.is_empty() {
            return Err("no exercise is named".to_owned());
        }
        let date = row.cell(self.columns.date);
        let Some(when) = self.moments.read_or_ask(date, reading)? else {
            return Ok(());
        };
        let (columns, mark) = (self.columns, self.table.mark);
        let title = row.cell(columns.workout);
        let done = self.set(row, order, reading)?;
        // A weight that nobody lifted is a set that was left out, unless the file cannot say how often it was.
        if columns.reps.is_none() && done.kg.is_some() && done.seconds.is_none() {
            return Err("no column of repetitions is known".to_owned());
        }
        let set = SetRow {
            line: row.line,
            when,
            title,
            exercise,
            set: done,
            meters: self.meters(row, exercise, reading),
            note: Note::OfSet(row.cell(columns.note)),
        };
        let open = self.goes_on(when, title, reading);
        let entered = self.sessions.enter(
            &set,
            open,
            reading,
            |key, apart| write_key(key, when, title, apart),
            || About {
                note: row.cell(columns.workout_note).to_owned(),
                duration: duration(row.cell(columns.workout_duration), mark)
                    .filter(|seconds| (1.0..=limits::MOST_SECONDS).contains(seconds))
                    .map(|seconds| Seconds(seconds as u32)),
            },
        )?;
        if let Some(place) = entered {
            self.open = Some(Open { place, last: when });
            let waiting = self.waiting.take();
            let words = waiting.filter(|it| it.when == when && it.title == title);
            if let (Some(it), Some(activity)) = (words, reading.activities.get_mut(place)) {
                add_line(&mut activity.note, &it.words);
            }
            // Where each row has a time of its own, they tell how long the session was.
            if let (None, Some(time), Some(activity)) = (
                columns.workout,
                when.time,
                reading.activities.get_mut(place),
            ) {
                activity.reach(time);
            }
        }
        Ok(())
    }

    /// Keeps what a row says of an exercise that is no set: Strong has rows for notes.
    fn note(&mut self, row: &CsvRow, exercise: &str, reading: &mut FileContents) {
        let note = row.cell(self.columns.note);
        let Ok(when) = self.moments.read(row.cell(self.columns.date)) else {
            return;
        };
        if is_missing(note) {
            return;
        }
        let (title, words) = (
            row.cell(self.columns.workout),
            format!("{exercise}: {note}"),
        );
        let place = self.goes_on(when, title, reading);
        if let Some(activity) = place.and_then(|place| reading.activities.get_mut(place)) {
            add_line(&mut activity.note, &words);
        } else {
            let before = self.waiting.take();
            let before = before.filter(|it| it.when == when && it.title == title);
            let mut all = before.map(|it| it.words).unwrap_or_default();
            add_line(&mut all, &words);
            self.waiting = Some(Waiting {
                when,
                title: title.to_owned(),
                words: all,
            });
        }
    }

    /// The place of the open session where a row of this moment and title belongs to it, as most rows do.
    fn goes_on(&self, when: Moment, title: &str, reading: &FileContents) -> Option<usize> {
        let open = self.open.as_ref()?;
        let near = || {
            let times = when.time.zip(open.last.time);
            times.map_or(when.time == open.last.time, |(now, last)| {
                (now - last).num_minutes().abs() <= LONGEST_PAUSE
            })
        };
        let is_it = if self.columns.workout.is_some() {
            open.last == when && reading.activities.get(open.place)?.title == title
        } else {
            open.last.date == when.date && near()
        };
        is_it.then_some(open.place)
    }

    /// The set of a row.
    ///
    /// # Errors
    ///
    /// In words, why it cannot be read.
    fn set(&self, row: &CsvRow, order: &str, reading: &mut FileContents) -> Result<SetLog, String> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let kg = self.kilograms(row, reading)?.map(|kg| self.of_all(kg, row));
        let reps = repetitions(row.cell(columns.reps), mark)?;
        let seconds = held(row.cell(columns.seconds), mark);
        // `W`, and in some exports `W1`.
        let is_letter = |letter: char| {
            let number = order.strip_prefix([letter, letter.to_ascii_uppercase()]);
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        Ok(SetLog {
            reps,
            seconds,
            kg,
            // A set to failure leaves none in reserve.
            rir: if is_letter('f') {
                Some(0.0)
            } else {
                exertion(row.cell(columns.rpe), mark).map(|rpe| 10.0 - rpe)
            },
            kind: if is_letter('w') || says_yes(row.cell(columns.warm_up)) {
                SetKind::WarmUp
            } else if is_letter('d') {
                SetKind::Drop
            } else {
                SetKind::Working
            },
            ..SetLog::default()
        })
    }

    /// The weight of all that was held. Sides that work one after the other are told by the exercise, not by the load.
    fn of_all(&self, kg: Kilograms, row: &CsvRow) -> Kilograms {
        let (columns, mark) = (&self.columns, self.table.mark);
        let Some(times) = columns.times_held else {
            return kg;
        };
        let is_pair = number(row.cell(Some(times)), mark) == Some(2.0);
        if is_pair && !is_single(row.cell(columns.exercise)) {
            Kilograms::new(kg.kg() * 2.0)
        } else {
            kg
        }
    }

    fn kilograms(
        &self,
        row: &CsvRow,
        reading: &mut FileContents,
    ) -> Result<Option<Kilograms>, String> {
        let (columns, mark) = (&self.columns, self.table.mark);
        // Most tables have one of the three columns.
        let of = |column: Option<usize>| match column {
            Some(_) => weight(row.cell(column), mark),
            None => Ok(None),
        };
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

    /// How far a row went, in metres.
    fn meters(&mut self, row: &CsvRow, exercise: &str, reading: &mut FileContents) -> Option<f64> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let figure = |column| number(row.cell(column), mark).filter(|value| *value != 0.0);
        if let Some(meters) = figure(columns.distance_m) {
            return Some(meters);
        }
        let value = figure(columns.distance)?;
        Some(
            match row.cell(columns.distance_unit).to_lowercase().as_str() {
                "m" | "meters" | "metres" => value,
                "km" | "kms" | "kilometers" => value * 1000.0,
                "mi" | "miles" | "mile" => Meters::from_miles(value).m(),
                "ft" | "feet" => value * 0.3048,
                _ => {
                    // Of other exercises it is not kept.
                    if self.options.distance.is_none() && self.sessions.is_run(exercise) {
                        reading.need(Need::DistanceUnit);
                    }
                    match self.options.distance.unwrap_or_default() {
                        DistanceUnit::Km => value * 1000.0,
                        DistanceUnit::Miles => Meters::from_miles(value).m(),
                    }
                }
            },
        )
    }
}

/// Writes what a session is known by: day, time to the minute where there is one, title, and the name of endurance
/// work.
fn write_key(key: &mut String, when: Moment, title: &str, apart: Option<&str>) {
    // Writing into a text cannot fail.
    let _ = write!(key, "{}", when.date);
    if let Some(time) = when.time {
        let _ = write!(key, " {:02}:{:02}", time.hour(), time.minute());
    }
    for word in [title.trim(), apart.unwrap_or_default().trim()] {
        if !word.is_empty() {
            key.push(' ');
            key.push_str(word);
        }
    }
}
