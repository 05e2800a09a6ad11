//! StrengthLog: a row for each set, moments in Unix milliseconds, bodyweight and assistance in columns of their own.
//! A header stands twice, and titles with commas are not always quoted.

use std::fmt::Write as _;

use crate::domain::{Kilograms, SetKind, SetLog};
use crate::history::FileContents;
use crate::import::history::dates::unix_millis;
use crate::import::history::figures::{DecimalMark, number};
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::limits;
use crate::import::history::set_cells::{held, repetitions, says_yes, weight};
use crate::import::history::set_sessions::{About, Note, SetRow, SetSessions};
use crate::import::history::table::{CsvRow, Table};

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "StrengthLog", recognises, read);

const ID: &str = "strengthlog";

fn recognises(table: &Table) -> bool {
    table.has(&[
        "workout",
        "start",
        "end",
        "exercise",
        "extraweight",
        "assistingweight",
    ])
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    let mut reader = SetReader {
        mark: table.mark,
        columns: Columns::of(table),
        options,
        sessions: SetSessions::new(ID),
    };
    table.read(|row, reading| reader.row(row, reading))
}

struct Columns {
    start: Option<usize>,
    end: Option<usize>,
    exercise: Option<usize>,
    weight: Option<usize>,
    extra: Option<usize>,
    assisting: Option<usize>,
    kilometers: Option<usize>,
    meters: Option<usize>,
    reps: Option<usize>,
    time: Option<usize>,
    warm_up: Option<usize>,
    fail: Option<usize>,
    comment: Option<usize>,
    workout_comment: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Self {
        let column = |header| table.column(header);
        Self {
            start: column("start"),
            end: column("end"),
            exercise: column("exercise"),
            weight: column("weight"),
            extra: column("extraweight"),
            assisting: column("assistingweight"),
            kilometers: column("distancekm"),
            meters: column("distancem"),
            reps: column("reps"),
            time: column("time"),
            warm_up: column("warmup"),
            fail: column("fail"),
            comment: column("setcomment"),
            workout_comment: column("workoutcomment"),
        }
    }
}

/// A row whose title may have fallen apart at its commas, which pushes everything behind it to the right.
struct Shifted<'a, 'b> {
    row: &'a CsvRow<'b>,
    by: usize,
}

impl<'a, 'b> Shifted<'a, 'b> {
    /// The first moment is the start, which stands right behind the title.
    fn new(row: &'a CsvRow<'b>) -> Self {
        let is_moment = |place: &usize| {
            let cell = row.cell(Some(*place));
            cell.len() >= 12 && cell.bytes().all(|byte| byte.is_ascii_digit())
        };
        let by = (1..row.len()).find(is_moment).map_or(0, |place| place - 1);
        Self { row, by }
    }

    fn cell(&self, column: Option<usize>) -> &'a str {
        self.row.cell(column.map(|place| place + self.by))
    }

    fn title(&self) -> String {
        let parts: Vec<&str> = (0..=self.by)
            .map(|place| self.row.cell(Some(place)))
            .collect();
        parts.join(", ")
    }
}

struct SetReader<'a> {
    mark: DecimalMark,
    columns: Columns,
    options: &'a ReadOptions,
    /// By start and title.
    sessions: SetSessions,
}

impl SetReader<'_> {
    /// Takes a row in, or says why not.
    fn row(&mut self, row: &CsvRow, reading: &mut FileContents) -> Result<(), String> {
        let line = row.line;
        let row = Shifted::new(row);
        let start = row.cell(self.columns.start);
        let when = unix_millis(start, self.options.zone).map_err(|error| error.to_string())?;
        let (title, columns, zone) = (row.title(), &self.columns, self.options.zone);
        let set = SetRow {
            line,
            when,
            title: &title,
            exercise: row.cell(columns.exercise),
            set: self.set(&row)?,
            meters: self.meters(&row),
            note: Note::OfSet(row.cell(columns.comment)),
        };
        let write_key = |key: &mut String, apart: Option<&str>| {
            // Writing into a text cannot fail.
            let _ = match apart {
                Some(exercise) => write!(key, "{start} {title} {exercise}"),
                None => write!(key, "{start} {title}"),
            };
        };
        let about = || About {
            note: row.cell(columns.workout_comment).to_owned(),
            duration: unix_millis(row.cell(columns.end), zone)
                .ok()
                .and_then(|end| limits::lasted(when, end)),
        };
        self.sessions.enter(&set, None, reading, write_key, about)?;
        Ok(())
    }

    /// How far a row went, in metres.
    fn meters(&self, row: &Shifted) -> Option<f64> {
        let figure = |column| number(row.cell(column), self.mark).filter(|value| *value != 0.0);
        let kilometers = figure(self.columns.kilometers).map(|km| km * 1000.0);
        kilometers.or(figure(self.columns.meters))
    }

    fn set(&self, row: &Shifted) -> Result<SetLog, String> {
        let (columns, mark) = (&self.columns, self.mark);
        let kilograms = |column| weight(row.cell(column), mark);
        let assisted = kilograms(columns.assisting)?.map(|kg| -kg.abs());
        let extra = kilograms(columns.extra)?.or(assisted);
        Ok(SetLog {
            reps: repetitions(row.cell(columns.reps), mark)?,
            seconds: held(row.cell(columns.time), mark),
            kg: kilograms(columns.weight)?.or(extra).map(Kilograms::new),
            kind: if says_yes(row.cell(columns.warm_up)) {
                SetKind::WarmUp
            } else {
                SetKind::Working
            },
            failed: says_yes(row.cell(columns.fail)),
            ..SetLog::default()
        })
    }
}
