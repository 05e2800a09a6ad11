//! Hevy: a row for each set; the unit stands in the header. Dates have month names and 24 or 12 hours.

use std::fmt::Write as _;

use crate::domain::{Kilograms, Meters, SetKind, SetLog};
use crate::history::FileContents;
use crate::import::history::figures::number;
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::limits;
use crate::import::history::row_moments::RowMoments;
use crate::import::history::set_cells::{exertion, held, repetitions, weight};
use crate::import::history::set_sessions::{About, Note, SetRow, SetSessions};
use crate::import::history::table::{CsvRow, Table};

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(ID, "Hevy", recognises, read);

const ID: &str = "hevy";

fn recognises(table: &Table) -> bool {
    table.has(&[
        "title",
        "start time",
        "exercise title",
        "set index",
        "set type",
    ])
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    let mut reader = HevyReader {
        table,
        columns: Columns::of(table),
        starts: RowMoments::new(table, options),
        ends: RowMoments::new(table, options),
        sessions: SetSessions::new(ID),
    };
    table.read(|row, reading| reader.row(row, reading))
}

struct Columns {
    title: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    description: Option<usize>,
    exercise: Option<usize>,
    notes: Option<usize>,
    kind: Option<usize>,
    kg: Option<usize>,
    lb: Option<usize>,
    reps: Option<usize>,
    km: Option<usize>,
    miles: Option<usize>,
    seconds: Option<usize>,
    rpe: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Self {
        let column = |header| table.column(header);
        Self {
            title: column("title"),
            start: column("start time"),
            end: column("end time"),
            description: column("description"),
            exercise: column("exercise title"),
            notes: column("exercise notes"),
            kind: column("set type"),
            kg: column("weight kg"),
            lb: column("weight lbs").or(column("weight lb")),
            reps: column("reps"),
            km: column("distance km"),
            miles: column("distance miles").or(column("distance mi")),
            seconds: column("duration seconds"),
            rpe: column("rpe"),
        }
    }
}

struct HevyReader<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    starts: RowMoments,
    ends: RowMoments,
    sessions: SetSessions,
}

impl HevyReader<'_> {
    /// Takes a row in, or says why not.
    fn row(&mut self, row: &CsvRow, reading: &mut FileContents) -> Result<(), String> {
        let columns = &self.columns;
        let start = row.cell(columns.start);
        let Some(when) = self.starts.read_or_ask(start, reading)? else {
            return Ok(());
        };
        let title = row.cell(columns.title);
        let set = SetRow {
            line: row.line,
            when,
            title,
            exercise: row.cell(columns.exercise),
            set: self.set(row)?,
            meters: self.meters(row),
            note: Note::OfExercise(row.cell(columns.notes)),
        };
        let ends = &mut self.ends;
        let about = || About {
            note: row.cell(columns.description).to_owned(),
            duration: ends
                .read(row.cell(columns.end))
                .ok()
                .and_then(|end| limits::lasted(when, end)),
        };
        let write_key = |key: &mut String, apart: Option<&str>| {
            // Writing into a text cannot fail.
            let _ = match apart {
                Some(exercise) => write!(key, "{start} {title} {exercise}"),
                None => write!(key, "{start} {title}"),
            };
        };
        self.sessions.enter(&set, None, reading, write_key, about)?;
        Ok(())
    }

    fn set(&self, row: &CsvRow) -> Result<SetLog, String> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let kind = row.cell(columns.kind);
        let kg = weight(row.cell(columns.kg), mark)?.map(Kilograms::new);
        let lb = weight(row.cell(columns.lb), mark)?.map(Kilograms::from_pounds);
        Ok(SetLog {
            reps: repetitions(row.cell(columns.reps), mark)?,
            seconds: held(row.cell(columns.seconds), mark),
            kg: kg.or(lb),
            // A set to failure leaves none in reserve.
            rir: if kind == "failure" {
                Some(0.0)
            } else {
                exertion(row.cell(columns.rpe), mark).map(|rpe| 10.0 - rpe)
            },
            kind: match kind {
                "warmup" => SetKind::WarmUp,
                "dropset" => SetKind::Drop,
                _ => SetKind::Working,
            },
            ..SetLog::default()
        })
    }

    /// How far a row went, in metres.
    fn meters(&self, row: &CsvRow) -> Option<f64> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let figure = |column| number(row.cell(column), mark).filter(|value| *value != 0.0);
        let km = figure(columns.km).map(|km| km * 1000.0);
        km.or(figure(columns.miles).map(|miles| Meters::from_miles(miles).m()))
    }
}
